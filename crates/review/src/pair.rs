//! Which fact of one reading is which of another: `$2.6 million` of then and `$2.5 million` of now, in the same words.
//!
//! Facts of a kind are paired in rounds, from what is surely the same to what is probably so:
//!
//! 1. the same words in the same place and company; 2. another place; 3. the same place and company, other words;
//! 4. the same words alone; 5. the same company alone; 6. of texts, those that share most words; of values, those
//!    that stand in one place in the same manner.
//!
//! Invariant: every fact is in one pair or alone, whatever the order in which the facts came.

use std::collections::BTreeMap;

use crate::fact::{Fact, Kind};
use crate::words::{bag, likeness};

/// More pairs of texts than this are not weighed; then only texts of one place are.
const MOST: usize = 400_000;

/// Facts of two readings, by their places in the lists.
#[derive(Default, Debug)]
pub(crate) struct Pairing {
    /// The same fact in both.
    pub both: Vec<(usize, usize)>,
    /// In the old reading alone.
    pub old: Vec<usize>,
    /// In the new reading alone.
    pub new: Vec<usize>,
}

/// Pairs facts of one kind.
pub(crate) fn pair(old: &[&Fact], new: &[&Fact]) -> Pairing {
    let mut pairing =
        Pairing { both: Vec::new(), old: (0..old.len()).collect(), new: (0..new.len()).collect() };
    let kind = old.first().or(new.first()).map_or(Kind::Document, |fact| fact.kind);
    if kind == Kind::Document {
        pairing.round(old, new, |_| Some(String::new()));
        return pairing;
    }
    let joined = |parts: [&str; 3]| Some(parts.join("\u{0}"));
    pairing.round(old, new, |fact| joined([&fact.text, &fact.at, &fact.near]));
    pairing.round(old, new, |fact| joined([&fact.text, "", &fact.near]));
    if !matches!(kind, Kind::Entity | Kind::Diagnostic | Kind::Acronym | Kind::Contact) {
        if !kind.is_words() {
            let known = |fact: &Fact| !fact.near.is_empty();
            pairing.round(
                old,
                new,
                |fact| if known(fact) { joined(["", &fact.at, &fact.near]) } else { None },
            );
            pairing.round(old, new, |fact| joined([&fact.text, &fact.at, ""]));
            pairing.round(old, new, |fact| joined([&fact.text, "", ""]));
            pairing.round(old, new, |fact| if known(fact) { joined(["", "", &fact.near]) } else { None });
        }
        pairing.alike(old, new, kind);
    }
    if matches!(kind, Kind::Acronym | Kind::Contact) {
        pairing.round(old, new, |fact| joined([&fact.text, "", ""]));
        pairing.alike(old, new, kind);
    }
    pairing.both.sort_unstable();
    pairing
}

impl Pairing {
    /// Pairs, in order, what has the same key.
    fn round(&mut self, old: &[&Fact], new: &[&Fact], key: impl Fn(&Fact) -> Option<String>) {
        if self.old.is_empty() || self.new.is_empty() {
            return;
        }
        let mut waiting: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for &place in self.new.iter().rev() {
            if let Some(key) = new.get(place).and_then(|fact| key(fact)) {
                waiting.entry(key).or_default().push(place);
            }
        }
        let mut taken = Vec::new();
        self.old.retain(|&place| {
            let key = old.get(place).and_then(|fact| key(fact));
            let found = key.and_then(|key| waiting.get_mut(&key)).and_then(Vec::pop);
            if let Some(found) = found {
                self.both.push((place, found));
                taken.push(found);
            }
            found.is_none()
        });
        taken.sort_unstable();
        self.new.retain(|place| taken.binary_search(place).is_err());
    }

    /// Pairs what is most alike, the best first.
    fn alike(&mut self, old: &[&Fact], new: &[&Fact], kind: Kind) {
        if self.old.is_empty() || self.new.is_empty() {
            return;
        }
        let bags = |facts: &[&Fact], places: &[usize]| -> Vec<(Vec<u64>, Vec<u64>)> {
            places
                .iter()
                .filter_map(|place| facts.get(*place))
                .map(|one| (bag(&one.text), bag(&one.near)))
                .collect()
        };
        let (before, after) = (bags(old, &self.old), bags(new, &self.new));
        let all = self.old.len().saturating_mul(self.new.len()) <= MOST;
        let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (number, place) in self.new.iter().enumerate() {
            if let Some(fact) = new.get(*place) {
                places.entry(&fact.at).or_default().push(number);
            }
        }
        let everyone: Vec<usize> = (0..self.new.len()).collect();
        let mut weighed: Vec<(u32, usize, usize)> = Vec::new();
        for (from, place) in self.old.iter().enumerate() {
            let (Some(fact), Some((words, company))) = (old.get(*place), before.get(from)) else { continue };
            let here = places.get(fact.at.as_str()).map_or(&[][..], Vec::as_slice);
            for &to in if all { &everyone } else { here } {
                let (Some(other), Some(theirs)) =
                    (self.new.get(to).and_then(|one| new.get(*one)), after.get(to))
                else {
                    continue;
                };
                let same = fact.at == other.at && !fact.at.is_empty();
                let like = likeness(words, &theirs.0);
                let (weight, bar) = if kind.is_words() || kind == Kind::Contact || kind == Kind::Funding {
                    // A provision of the same number is the same unless it speaks of something else altogether.
                    let numbered = same && kind == Kind::Item;
                    (like + if same { 0.2 } else { 0.0 }, if numbered { 0.4 } else { 0.6 })
                } else {
                    let company = likeness(company, &theirs.1);
                    (0.5 * like + company + if same { 0.2 } else { 0.0 }, 0.85)
                };
                if weight >= bar {
                    weighed.push((thousandths(weight), from, to));
                }
            }
        }
        weighed.sort_unstable_by_key(|&(weight, from, to)| (std::cmp::Reverse(weight), from, to));
        let (mut from_taken, mut to_taken) = (vec![false; self.old.len()], vec![false; self.new.len()]);
        for (_, from, to) in weighed {
            if let (Some(left), Some(right)) = (from_taken.get_mut(from), to_taken.get_mut(to))
                && !*left
                && !*right
            {
                (*left, *right) = (true, true);
                if let (Some(&from), Some(&to)) = (self.old.get(from), self.new.get(to)) {
                    self.both.push((from, to));
                }
            }
        }
        let keep = |places: &[usize], taken: &[bool]| -> Vec<usize> {
            places.iter().zip(taken).filter(|(_, taken)| !**taken).map(|(place, _)| *place).collect()
        };
        (self.old, self.new) = (keep(&self.old, &from_taken), keep(&self.new, &to_taken));
    }
}

/// Weights are compared as whole numbers, so that no rounding decides.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a weight lies between 0 and 2")]
fn thousandths(weight: f64) -> u32 {
    (weight * 1000.0).round() as u32
}
