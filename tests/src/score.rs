//! One output document against the labels of its text: right, spurious and missed records, field by field.
//!
//! The rules follow the output contract. A record is right when it stands at the labelled place with the labelled
//! value; a wrong value at the right place is one spurious and one missed record. Half credit splits the same way.
//! Optional labels are neutral, and so are an unlabelled count and an unlabelled set of times: the contract leaves them
//! to the program unless a `never` line speaks of the place. Diagnostics count for recall; one that hits a `never` line
//! of its code is spurious.
//!
//! Counts are whole thousandths of a record, so that the same input always prints the same numbers.

mod entities;
mod json;
mod outline;
mod pairing;
mod roles;
mod single;
mod speech;
mod values;
mod words;

use crate::labels::{Labels, Span};
use pairing::Mark;
use serde_json::Value;
use std::collections::BTreeMap;

/// The fields, in the order of the report.
pub const FIELDS: [&str; 33] = [
    "genre",
    "title",
    "issued",
    "dateline",
    "issuer",
    "headings",
    "section_kinds",
    "items",
    "item_text",
    "dates",
    "date_mod_role",
    "amounts",
    "persons",
    "person_roles",
    "organizations",
    "countries",
    "places",
    "regions",
    "groups",
    "instruments",
    "programmes",
    "events",
    "mentions",
    "coref",
    "acronyms",
    "quotes",
    "quote_speakers",
    "funding",
    "funding_part_of",
    "contacts",
    "references",
    "diagnostics",
    "coverage",
];

/// A whole record, in thousandths.
pub const WHOLE: u64 = 1000;

/// Counts of a field in thousandths of a record.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Right.
    pub tp: u64,
    /// Spurious or wrong.
    pub fp: u64,
    /// Missed or wrong.
    pub missed: u64,
}

impl Tally {
    /// Adds the counts of another document.
    pub fn add(&mut self, other: Self) {
        self.tp += other.tp;
        self.fp += other.fp;
        self.missed += other.missed;
    }

    /// Right among those found, in thousandths; none where nothing was found.
    #[must_use]
    pub fn precision(self) -> Option<u64> {
        (WHOLE * self.tp).checked_div(self.tp + self.fp)
    }

    /// Found among those labelled, in thousandths; none where nothing is labelled.
    #[must_use]
    pub fn recall(self) -> Option<u64> {
        (WHOLE * self.tp).checked_div(self.tp + self.missed)
    }

    /// Harmonic mean of both, in thousandths; none where there was nothing to find and nothing was found.
    #[must_use]
    pub fn f1(self) -> Option<u64> {
        (2 * WHOLE * self.tp).checked_div(2 * self.tp + self.fp + self.missed)
    }
}

/// What is not right about a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Labelled, not found.
    Missed,
    /// Found, not labelled.
    Spurious,
    /// Found in its place with another value.
    Wrong,
    /// Right by so many thousandths.
    Partly(u64),
}

/// A record that is not right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Miss {
    /// Of [`FIELDS`].
    pub field: &'static str,
    /// What is not right.
    pub fault: Fault,
    /// Where, if it has a place.
    pub span: Option<Span>,
    /// What the label says.
    pub label: String,
    /// What the document says.
    pub found: String,
    /// A `never` line speaks of this place.
    pub near_miss: bool,
}

/// How far a document agrees with its labels.
#[derive(Debug, Clone, Default)]
pub struct Score {
    /// By field; fields without anything to find or found are left out.
    pub tallies: BTreeMap<&'static str, Tally>,
    /// Everything that is not right, in the order of the fields.
    pub misses: Vec<Miss>,
}

impl Score {
    fn tally(&mut self, field: &'static str) -> &mut Tally {
        self.tallies.entry(field).or_default()
    }

    fn note(&mut self, field: &'static str, fault: Fault, span: Option<Span>, label: &str, found: &str) {
        let (label, found) = (label.to_owned(), found.to_owned());
        self.misses.push(Miss { field, fault, span, label, found, near_miss: false });
    }

    /// A record in its place, right by `credit` thousandths.
    fn judge(&mut self, field: &'static str, credit: u64, gold: &Mark, pred: &Mark) {
        let tally = self.tally(field);
        tally.tp += credit;
        tally.fp += WHOLE - credit;
        tally.missed += WHOLE - credit;
        let fault = match credit {
            WHOLE => return,
            0 => Fault::Wrong,
            _ => Fault::Partly(credit),
        };
        self.note(field, fault, pred.span.or(gold.span), &gold.words, &pred.words);
    }

    fn missed(&mut self, field: &'static str, gold: &Mark) {
        self.tally(field).missed += WHOLE;
        self.note(field, Fault::Missed, gold.span, &gold.words, "");
    }

    fn spurious(&mut self, field: &'static str, pred: &Mark) {
        self.tally(field).fp += WHOLE;
        self.note(field, Fault::Spurious, pred.span, "", &pred.words);
    }

    /// Fields that look at matched records only: where none matched, all that are due count as missed.
    fn none_matched(&mut self, field: &'static str, due: &[Mark]) {
        if !self.tallies.contains_key(field) {
            for gold in due.iter().filter(|gold| !gold.neutral) {
                self.missed(field, gold);
            }
        }
    }
}

/// Compares a document (the object of the output contract) with the labels of its text.
///
/// A field that is absent or of another shape counts as empty; whether the document keeps the contract is not judged.
#[must_use]
pub fn score(labels: &Labels, document: &Value) -> Score {
    let mut score = Score::default();
    let matched = entities::Matched::new(labels, document);
    single::judge(&mut score, labels, document, &matched);
    outline::judge(&mut score, labels, document);
    values::judge(&mut score, labels, document);
    entities::judge(&mut score, labels, &matched);
    roles::judge(&mut score, &matched);
    speech::judge(&mut score, labels, document, &matched);
    let order = |field: &str| FIELDS.iter().position(|name| *name == field);
    score.misses.sort_by_key(|miss| order(miss.field));
    for miss in &mut score.misses {
        miss.near_miss = miss.fault != Fault::Missed
            && labels.never.iter().any(|never| {
                never.field == miss.field && miss.span.is_some_and(|span| span.overlap(never.at.span) > 0)
            });
    }
    score
}

#[cfg(test)]
mod tests;
