//! Entities that became one, or several: told by the words that name them, and by nothing else.
//!
//! `Lagoon Office` and `the Office` were two entities and are one: the names of the one that is gone are names of
//! the other now, and were not before.

use std::collections::{BTreeMap, BTreeSet};

use strsim::normalized_damerau_levenshtein;

use crate::change::{FieldChange, What};
use crate::compare::{Changes, field};
use crate::fact::Fact;
use crate::pair::Pairing;
use crate::words::{bag, likeness};

/// Keys of entities, then and now, and the names that went with them.
#[derive(Default, Debug)]
pub(crate) struct Keys {
    now: BTreeMap<String, String>,
    /// Names that came to or left an entity of the new reading by a merger or parting.
    moved: BTreeMap<String, BTreeSet<String>>,
}

impl Keys {
    /// What an old key is now, where it is another.
    pub fn now(&self, key: &str) -> Option<&String> {
        self.now.get(key)
    }

    /// What names an entity has and had not, or the reverse, but for those that a merger or parting explains.
    pub fn names(&self, key: &str, old: &[String], new: &[String]) -> Vec<FieldChange> {
        let moved = self.moved.get(key);
        let only = |these: &[String], others: &[String]| -> Vec<String> {
            let own =
                |name: &&String| !others.contains(name) && moved.is_none_or(|moved| !moved.contains(*name));
            these.iter().filter(own).cloned().collect()
        };
        let (gone, come) = (only(old, new), only(new, old));
        if gone.is_empty() && come.is_empty() {
            return Vec::new();
        }
        vec![field("names", &gone.join("; "), &come.join("; "))]
    }

    fn note(&mut self, key: &str, names: &[String]) {
        self.moved.entry(key.to_owned()).or_default().extend(names.iter().cloned());
    }
}

/// Finds mergers, partings and entities of another key among those that are alone, and takes them out of there.
pub(crate) fn entities(changes: &mut Changes<'_>, pairing: &mut Pairing, keys: &mut Keys) {
    let (old, new) = (changes.old, changes.new);
    rekeyed(old, new, pairing, keys);
    // Names that a lasting entity has won and lost.
    let mut won: Vec<(usize, BTreeSet<&str>)> = Vec::new();
    let mut lost: Vec<(usize, BTreeSet<&str>)> = Vec::new();
    for &(from, to) in &pairing.both {
        let (Some(before), Some(after)) = (old.get(from), new.get(to)) else { continue };
        let (before, after) = (names(before), names(after));
        won.push((to, after.difference(&before).copied().collect()));
        lost.push((to, before.difference(&after).copied().collect()));
    }
    let mut told = Vec::new();
    let mut settle =
        |alone: &mut Vec<usize>, facts: &[&Fact], lasting: &[(usize, BTreeSet<&str>)], what: What| {
            alone.retain(|&place| {
                let Some(fact) = facts.get(place) else { return true };
                let own = names(fact);
                let name = fact.one("name").unwrap_or_default();
                let holds = |(_, others): &&(usize, BTreeSet<&str>)| {
                    others.contains(name) || own.intersection(others).count() * 2 > own.len()
                };
                let Some(other) = lasting.iter().find(holds).and_then(|(to, _)| new.get(*to)) else {
                    return true;
                };
                let mut change = changes.of(fact, what);
                change.with = Some(other.label());
                if what == What::Merged {
                    fact.text.clone_into(&mut change.old);
                    change.place.clone_from(&other.place);
                    keys.now.insert(fact.text.clone(), other.text.clone());
                } else {
                    fact.text.clone_into(&mut change.new);
                }
                keys.note(&other.text, fact.many("names"));
                told.push(change);
                false
            });
        };
    settle(&mut pairing.old, old, &won, What::Merged);
    settle(&mut pairing.new, new, &lost, What::Split);
    changes.list.extend(told);
}

/// All words by which a fact's entity goes.
fn names(fact: &Fact) -> BTreeSet<&str> {
    fact.many("names").iter().map(String::as_str).collect()
}

/// Pairs entities of one type that have another key and most of their words in common.
fn rekeyed(old: &[&Fact], new: &[&Fact], pairing: &mut Pairing, keys: &mut Keys) {
    let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for &place in &pairing.new {
        for name in new.get(place).into_iter().flat_map(|fact| fact.many("names")) {
            by_name.entry(name).or_default().push(place);
        }
    }
    let mut taken = BTreeSet::new();
    let mut both = Vec::new();
    let few = pairing.old.len() * pairing.new.len() <= 250_000;
    pairing.old.retain(|&place| {
        let Some(fact) = old.get(place) else { return true };
        let shared =
            fact.many("names").iter().filter_map(|name| by_name.get(name.as_str())).flatten().copied();
        let close = pairing.new.iter().copied().filter(|_| few).filter(|other| {
            let theirs = new.get(*other).and_then(|fact| fact.one("name")).unwrap_or_default();
            let own = fact.one("name").unwrap_or_default();
            normalized_damerau_levenshtein(own, theirs) > 0.7 || likeness(&bag(own), &bag(theirs)) > 0.65
        });
        let found = shared.chain(close).find(|other| {
            let same = new.get(*other).is_some_and(|one| one.field("type") == fact.field("type"));
            same && !taken.contains(other)
        });
        let Some(found) = found else { return true };
        taken.insert(found);
        if let Some(other) = new.get(found) {
            keys.now.insert(fact.text.clone(), other.text.clone());
        }
        both.push((place, found));
        false
    });
    pairing.new.retain(|place| !taken.contains(place));
    pairing.both.extend(both);
}
