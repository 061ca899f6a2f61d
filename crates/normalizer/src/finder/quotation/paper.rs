//! Papers that the text introduces with the body behind them: `an Ode Council press release`, `a letter from the Council`.
//!
//! ```text
//! paper = body *2( word ) head            ; `the Council’s joint statement`
//!       / head ( "by" / "from" / "of" ) *2( word ) body
//!       / body *( word ) "in a" *( word ) head      ; `the Council said in a long statement`
//! ```
//! Invariant: only names near the word for a paper are looked at, so that a passage of many names and papers takes no
//! longer than its length.
//!
//! Not here: papers with names of their own, which are entities.

use std::collections::BTreeMap;

use rapporteur_model::{Document, EntityId, EntityKind, Location, PassageId, TextRange};

use super::names::{Named, Names};
use crate::{finder::person::word::Words, lexicon::vocabulary::Marks};

/// A paper that the text introduced.
pub struct Paper {
    /// Where the word for it stands.
    pub at: Location,
    /// The body that it is from.
    pub body: EntityId,
}

/// Papers that can be said to say something.
#[rustfmt::skip]
pub const PAPERS: &[&str] = &[
    "release", "statement", "communiqué", "communique", "declaration", "report", "post", "letter", "notice",
    "readout", "bulletin", "announcement", "document", "note", "study", "survey", "review", "tweet",
    "message", "memo", "paper", "advisory", "article", "dispatch", "text", "summary", "backgrounder",
    "bulletin",
];

/// How far from the word for a paper its body may stand, in bytes.
const NEAR: usize = 200;

/// The papers of a document by the word for them, each list in reading order.
pub fn find(document: &Document, names: &Names<'_>) -> BTreeMap<&'static str, Vec<Paper>> {
    let mut found: BTreeMap<&'static str, Vec<Paper>> = BTreeMap::new();
    for (index, passage) in document.passages.iter().enumerate() {
        let id = PassageId(index);
        if names.of(id).is_empty() {
            continue;
        }
        let words = Words::of(passage.text());
        for (position, word) in words.list.iter().enumerate() {
            if !word.marks.has(Marks::SAYING) {
                continue;
            }
            let lower = word.text.to_lowercase();
            let Some(head) = PAPERS.iter().find(|head| **head == lower) else { continue };
            if let Some(named) = body(&words, names, id, position) {
                let at = Location { passage: id, range: TextRange::new(word.start, word.end) };
                found.entry(head).or_default().push(Paper { at, body: named.entity.id.clone() });
            }
        }
    }
    found
}

/// The body of the paper for which the word at a position stands.
fn body<'n>(
    words: &Words<'_>,
    names: &'n Names<'_>,
    id: PassageId,
    position: usize,
) -> Option<&'n Named<'n>> {
    let text = words.text;
    let word = words.list.get(position)?;
    let fits = |named: &&Named<'_>| {
        matches!(named.entity.kind, EntityKind::Organization | EntityKind::Country | EntityKind::Person)
    };
    let near = TextRange::new(word.start.saturating_sub(NEAR), word.start);
    let before = names.over(Location { passage: id, range: near });
    let before = || before.iter().filter(fits).filter(|named| named.at.range.end < word.start);
    let gap = |named: &&Named<'_>| text.get(named.at.range.end..word.start).unwrap_or("…");
    let front = |named: &&Named<'_>| {
        let gap = gap(named);
        let plain = |c: char| c.is_alphanumeric() || " ’'-".contains(c);
        gap.split_whitespace().count() <= 3
            && gap.chars().all(plain)
            && !gap.contains(" and ")
            && !gap.contains(" a ")
    };
    let said = |named: &&Named<'_>| {
        let gap = gap(named);
        gap.split_whitespace().count() <= 5 && gap.contains(" in a ") && !gap.contains(['.', ';'])
    };
    let behind = || {
        let next = words.list.get(position + 1)?;
        let by = if next.text.ends_with("ed") { words.list.get(position + 2)? } else { next };
        matches!(by.text, "by" | "from" | "of").then_some(())?;
        let near = TextRange::new(by.end, by.end + NEAR);
        names.over(Location { passage: id, range: near }).iter().filter(fits).find(|named| {
            let gap = text.get(by.end..named.at.range.start);
            gap.is_some_and(|gap| gap.split_whitespace().count() <= 2 && !gap.contains([',', '.', ';']))
        })
    };
    before().find(front).or_else(behind).or_else(|| before().find(said))
}
