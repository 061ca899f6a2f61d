//! Dates of the papers of one file: `March 2022` under the title of a backgrounder, a day under that of an annex.
//!
//! A line by itself right below a part's heading says when the part was issued. Invariant: the date of a part that stands
//! behind the first is never the document's.

use rapporteur_model::{Basis, Date, DateKind, DateRole, Document};

use super::{line_cue, of};

/// Passages below a part's heading among which its date may stand.
const HEAD: usize = 3;

/// Gives the parts of a document their dates of issue; the first has the document's.
pub(super) fn mark(document: &mut Document) {
    let found: Vec<Option<usize>> = (1..document.parts.len()).map(|at| own(document, at)).collect();
    for (at, index) in found.into_iter().enumerate() {
        let Some(index) = index else { continue };
        let date = &mut document.dates[index];
        date.role = DateRole::Issued;
        let issued = date.edtf.as_ref().map(|edtf| of(edtf, date.basis, date.id));
        document.parts[at + 1].issued = issued;
    }
    let issued = document.issued.clone();
    if let Some(first) = document.parts.first_mut() {
        first.issued = issued;
    }
}

/// Does a passage stand in a part behind the first?
pub(super) fn is_behind(document: &Document, passage: usize) -> bool {
    let section = document.passages.get(passage).map_or(0, |passage| passage.section);
    document.parts.get(1).is_some_and(|part| section >= part.section)
}

/// The date in a line of its own at the head of a part.
fn own(document: &Document, at: usize) -> Option<usize> {
    let part = document.parts.get(at)?;
    let end = document.parts.get(at + 1).map_or(usize::MAX, |next| next.section);
    let inside = |passage: usize| {
        let section = document.passages.get(passage).map_or(usize::MAX, |passage| passage.section);
        (part.section..end).contains(&section)
    };
    let first = (0..document.passages.len()).find(|passage| inside(*passage))?;
    let near = |date: &Date| {
        let passage = date.at.passage.0;
        (first..first + HEAD + 1).contains(&passage) && inside(passage)
    };
    let fits = |date: &Date| {
        date.kind == DateKind::Date
            && date.basis == Basis::Explicit
            && date.role == DateRole::Event
            && date.edtf.as_ref().is_some_and(|edtf| matches!(edtf.len(), 7 | 10))
    };
    document.dates.iter().position(|date| near(date) && fits(date) && line_cue(document, date).is_some())
}
