//! Two readings of one document, or of two batches, compared fact by fact.
//!
//! ```text
//! papers/reef.txt: amount changed: “$2.6 million” in A.2.4: text $2.6 million → $2.5 million; value 2600000 → 2500000
//! ```
//!
//! Invariant: what a reading says and the other does not is in a change, unless it merely moved, or a rule says that
//! it does not count. Where new words of a passage are nothing but values that are told, the passage is not told too.

use std::collections::{BTreeMap, BTreeSet};

use crate::change::{Change, FieldChange, What};
use crate::fact::{Fact, Field, Kind};
use crate::facts::Facts;
use crate::merge::{self, Keys};
use crate::modality;
use crate::pair::pair;
use crate::rules::Rules;
use crate::words::{Run, Wordings};

/// Fields that name an entity by its key.
const KEYS: [&str; 5] = ["speaker", "donor", "recipient", "entity", "issuer"];
/// A field that tells which bytes were read, not what they say.
const HASH: &str = "sha256";

/// Facts of a kind in both readings.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Count {
    /// In the old one.
    pub old: usize,
    /// In the new one.
    pub new: usize,
    /// Come.
    pub added: usize,
    /// Gone.
    pub removed: usize,
    /// In both, and other.
    pub changed: usize,
}

/// What two batches have not in common.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Comparison {
    /// The changes, by document, in the order of kinds and places.
    pub changes: Vec<Change>,
    /// Facts by kind.
    pub counts: BTreeMap<Kind, Count>,
    /// All documents of the new batch, by path.
    pub documents: Vec<String>,
    /// Documents of the same bytes under another path: the old, the new.
    pub renamed: Vec<(String, String)>,
}

/// Compares two batches; a document of the old one that the new one does not have counts where `gone` says so.
pub fn compare(old: &[Facts], new: &[Facts], gone: &dyn Fn(&str) -> bool, rules: &Rules) -> Comparison {
    let mut comparison = Comparison::default();
    let mut before: BTreeMap<&str, &Facts> =
        old.iter().map(|facts| (facts.document.as_str(), facts)).collect();
    let paths: BTreeSet<&str> = new.iter().map(|facts| facts.document.as_str()).collect();
    let mut pairs: Vec<(Option<&Facts>, &Facts)> =
        new.iter().map(|facts| (before.remove(facts.document.as_str()), facts)).collect();
    // What is left has no namesake. The same bytes are the same document.
    let mut hashes: BTreeMap<&str, &str> = BTreeMap::new();
    for (path, facts) in before.iter().rev().filter(|(path, _)| !paths.contains(*path) && gone(path)) {
        if let Some(hash) = facts.sha256() {
            hashes.insert(hash, path);
        }
    }
    for (first, facts) in pairs.iter_mut().filter(|(first, _)| first.is_none()) {
        if let Some(path) = facts.sha256().and_then(|hash| hashes.remove(hash)) {
            comparison.renamed.push((path.to_owned(), facts.document.clone()));
            *first = before.remove(path);
        }
    }
    for (first, facts) in pairs {
        comparison.documents.push(facts.document.clone());
        match first {
            Some(first) => comparison.document(first, facts, rules),
            None => comparison.whole(facts, What::Added, rules),
        }
    }
    for facts in before.into_values().filter(|facts| gone(&facts.document)) {
        comparison.whole(facts, What::Removed, rules);
    }
    comparison
}

impl Comparison {
    /// Did nothing change?
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// A document that came or went: one change, and all its facts counted.
    fn whole(&mut self, facts: &Facts, what: What, rules: &Rules) {
        for fact in facts.facts.iter().filter(|fact| !rules.ignores(fact)) {
            let count = self.counts.entry(fact.kind).or_default();
            if what == What::Added {
                count.new += 1;
                count.added += 1;
            } else {
                count.old += 1;
                count.removed += 1;
            }
        }
        let title = facts.whole().and_then(|fact| fact.one("title")).unwrap_or_default().to_owned();
        let (old, new) = if what == What::Added { (String::new(), title) } else { (title, String::new()) };
        self.changes.push(Change {
            document: facts.document.clone(),
            kind: Kind::Document,
            what,
            label: "the document".to_owned(),
            at: String::new(),
            old,
            new,
            fields: Vec::new(),
            with: None,
            place: None,
        });
    }

    fn document(&mut self, old: &Facts, new: &Facts, rules: &Rules) {
        let of = |facts: &'_ [Fact], kind: Kind| -> Vec<usize> {
            let counts = |fact: &Fact| fact.kind == kind && !rules.ignores(fact);
            (0..facts.len()).filter(|place| facts.get(*place).is_some_and(counts)).collect()
        };
        let mut keys = Keys::default();
        let mut found: BTreeMap<Kind, Vec<Change>> = BTreeMap::new();
        // Entities first: what names them is compared by whom it names.
        let order =
            [Kind::Entity].into_iter().chain(Kind::ALL.iter().copied().filter(|kind| *kind != Kind::Entity));
        for kind in order {
            let before: Vec<&Fact> =
                of(&old.facts, kind).into_iter().filter_map(|at| old.facts.get(at)).collect();
            let after: Vec<&Fact> =
                of(&new.facts, kind).into_iter().filter_map(|at| new.facts.get(at)).collect();
            let mut changes =
                Changes { document: &new.document, old: &before, new: &after, rules, list: Vec::new() };
            let mut pairing = pair(&before, &after);
            if kind == Kind::Entity {
                merge::entities(&mut changes, &mut pairing, &mut keys);
            }
            for &(from, to) in &pairing.both {
                changes.both(from, to, &keys);
            }
            for &place in &pairing.old {
                changes.alone(place, What::Removed, &new.facts);
            }
            for &place in &pairing.new {
                changes.alone(place, What::Added, &[]);
            }
            let count = self.counts.entry(kind).or_default();
            count.old += before.len();
            count.new += after.len();
            found.insert(kind, changes.list);
        }
        drop_explained(&mut found);
        for (kind, changes) in found {
            let count = self.counts.entry(kind).or_default();
            for change in changes {
                match change.what {
                    What::Added | What::Split => count.added += 1,
                    What::Removed | What::Merged => count.removed += 1,
                    _ => count.changed += 1,
                }
                self.changes.push(change);
            }
        }
    }
}

/// The changes of one kind in one document.
pub(crate) struct Changes<'a> {
    pub document: &'a str,
    pub old: &'a [&'a Fact],
    pub new: &'a [&'a Fact],
    pub rules: &'a Rules,
    pub list: Vec<Change>,
}

impl Changes<'_> {
    /// A change of a fact, of which nothing but the fact is known.
    pub fn of(&self, fact: &Fact, what: What) -> Change {
        Change {
            document: self.document.to_owned(),
            kind: fact.kind,
            what,
            label: fact.label(),
            at: fact.at.clone(),
            old: String::new(),
            new: String::new(),
            fields: Vec::new(),
            with: None,
            place: fact.place.clone(),
        }
    }

    fn alone(&mut self, place: usize, what: What, others: &[Fact]) {
        let facts = if what == What::Removed { self.old } else { self.new };
        let Some(fact) = facts.get(place) else { return };
        let mut change = self.of(fact, what);
        if what == What::Removed {
            change.old = told(fact);
            // Where its provision stands now, or the one above it.
            change.place = around(&fact.at, others);
        } else {
            change.new = told(fact);
        }
        self.list.push(change);
    }

    fn both(&mut self, from: usize, to: usize, keys: &Keys) {
        let (Some(old), Some(new)) = (self.old.get(from), self.new.get(to)) else { return };
        let mut change = self.of(new, What::Changed);
        change.label = old.label();
        if old.text != new.text && !self.rules.ignores_field(old.kind, "text") {
            old.text.clone_into(&mut change.old);
            new.text.clone_into(&mut change.new);
            if old.kind.is_words() {
                change.what = modality::judge(&Wordings::new(&old.text, &new.text));
            } else {
                change.fields.push(field("text", &old.text, &new.text));
            }
        }
        let words = change.what != What::Changed;
        for (name, before, after) in fields(old, new) {
            if name == HASH || self.rules.ignores_field(old.kind, name) {
                continue;
            }
            let known = KEYS.contains(&name).then(|| keys.now(&before)).flatten();
            if *known.unwrap_or(&before) == after || self.rules.tolerates(old.kind, name, &before, &after) {
                continue;
            }
            if name == "names" {
                change.fields.extend(keys.names(&new.text, old.many(name), new.many(name)));
                continue;
            }
            change.fields.push(field(name, &before, &after));
        }
        if words || !change.fields.is_empty() {
            self.list.push(change);
        }
    }
}

/// The words of a fact that is told whole; an entity's label has its key already.
fn told(fact: &Fact) -> String {
    if fact.kind == Kind::Entity { String::new() } else { fact.text.clone() }
}

pub(crate) fn field(name: &str, old: &str, new: &str) -> FieldChange {
    FieldChange { name: name.to_owned(), old: old.to_owned(), new: new.to_owned() }
}

/// Every field of either fact, with both values.
fn fields<'a>(old: &'a Fact, new: &'a Fact) -> Vec<(&'a str, String, String)> {
    let shown = |fact: &Fact, name: &str| fact.field(name).map(Field::shown).unwrap_or_default();
    let mut names: Vec<&str> = new.fields.iter().map(|(name, _)| name.as_str()).collect();
    names.extend(old.fields.iter().map(|(name, _)| name.as_str()).filter(|name| new.field(name).is_none()));
    names.into_iter().map(|name| (name, shown(old, name), shown(new, name))).collect()
}

/// Where something at `at` would stand now.
fn around(at: &str, facts: &[Fact]) -> Option<crate::fact::Place> {
    let mut at = at;
    loop {
        let here = |fact: &&Fact| {
            fact.place.is_some() && (fact.at == at || fact.kind == Kind::Heading && fact.text == at)
        };
        if let Some(fact) =
            facts.iter().filter(here).min_by_key(|fact| fact.place.as_ref().map(|place| place.line))
        {
            return fact.place.clone();
        }
        at = at.rsplit_once('.')?.0;
    }
}

/// Takes out new wordings that are nothing but changed values, which are told by themselves.
fn drop_explained(found: &mut BTreeMap<Kind, Vec<Change>>) {
    let mut values: Vec<(String, String)> = Vec::new();
    for kind in [Kind::Amount, Kind::Date] {
        for change in found.get(&kind).into_iter().flatten() {
            if !change.old.is_empty() && !change.new.is_empty() {
                values.push((change.old.clone(), change.new.clone()));
            }
        }
    }
    if values.is_empty() {
        return;
    }
    let values: Vec<(Vec<&str>, Vec<&str>)> =
        values.iter().map(|(old, new)| (bare(old), bare(new))).collect();
    let holds =
        |words: &[&str], run: &[&str]| run.is_empty() || words.windows(run.len()).any(|part| part == run);
    let told = |old: &[&str], new: &[&str]| {
        let (old, new) = (trimmed(old), trimmed(new));
        values.iter().any(|(before, after)| holds(before, &old) && holds(after, &new))
    };
    let explained = |change: &Change| {
        change.what == What::Reworded
            && change.fields.is_empty()
            && Wordings::new(&change.old, &change.new).runs().iter().all(|run| match run {
                Run::Same(_) => true,
                Run::Other(old, new) => !old.is_empty() && !new.is_empty() && told(old, new),
            })
    };
    for kind in [Kind::Heading, Kind::Item, Kind::Passage, Kind::Quotation, Kind::Reference] {
        if let Some(changes) = found.get_mut(&kind) {
            changes.retain(|change| !explained(change));
        }
    }
}

/// The words of a value, without the marks around them.
fn bare(text: &str) -> Vec<&str> {
    trimmed(&text.split_whitespace().collect::<Vec<_>>())
}

fn trimmed<'a>(words: &[&'a str]) -> Vec<&'a str> {
    words.iter().map(|word| word.trim_matches(|sign: char| ",.;:()[]“”\"".contains(sign))).collect()
}
