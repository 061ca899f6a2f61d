//! Places in the source: byte offsets to code points, and runs of neighbouring spans; and the ids that may be
//! written.
//!
//! Invariant: an id that names no record of the document is never written, it becomes null. Databases hold the
//! records together by their ids, and one stray id must not cost a batch.

use std::collections::{BTreeMap, BTreeSet};

use rapporteur_model::{
    AmountId, CodePoints, Correction, DateId, Document, EntityId, FundingId, Location, RecordKey, Span,
};
use schemars::JsonSchema;
use serde::Serialize;

use super::Text;
use super::correction::{MarkRecord, mark};

/// A half-open range of the source text, in Unicode code points.
#[derive(Serialize, JsonSchema, Clone, Copy, PartialEq, Eq, Debug)]
#[schemars(rename = "Span")]
pub struct SpanRecord {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// Words and where they stand.
#[derive(Serialize, JsonSchema, Clone, Debug)]
#[schemars(rename = "Words")]
pub struct WordsRecord<'a> {
    /// The reading text.
    pub text: Text<'a>,
    /// Where it was read.
    pub span: SpanRecord,
}

/// A document with its map from bytes to code points.
pub(super) struct Places<'a> {
    pub document: &'a Document,
    points: CodePoints<'a>,
    entities: BTreeSet<&'a EntityId>,
    dates: BTreeSet<DateId>,
    amounts: BTreeSet<AmountId>,
    funding: BTreeSet<FundingId>,
    corrected: BTreeMap<&'a RecordKey, &'a Correction>,
}

impl<'a> Places<'a> {
    pub fn new(document: &'a Document) -> Self {
        Self {
            document,
            points: document.source.code_points(),
            entities: document.entities.iter().map(|entity| &entity.id).collect(),
            dates: document.dates.iter().map(|date| date.id).collect(),
            amounts: document.amounts.iter().map(|amount| amount.id).collect(),
            funding: document.funding.iter().map(|funding| funding.id).collect(),
            corrected: document.corrected(),
        }
    }

    /// The mark of the latest correction of a record; its key is made only where anything was corrected.
    pub fn mark(&self, key: impl FnOnce() -> RecordKey) -> Option<MarkRecord<'a>> {
        if self.corrected.is_empty() {
            return None;
        }
        self.corrected.get(&key()).map(|correction| mark(correction))
    }

    pub fn entity(&self, id: Option<&'a EntityId>) -> Option<Text<'a>> {
        id.filter(|id| self.entities.contains(id)).map(|id| id.0.as_str().into())
    }

    pub fn date(&self, id: Option<DateId>) -> Option<Text<'a>> {
        id.filter(|id| self.dates.contains(id)).map(|id| id.to_string().into())
    }

    pub fn amount(&self, id: AmountId) -> Option<Text<'a>> {
        self.amounts.contains(&id).then(|| id.to_string().into())
    }

    pub fn funding(&self, id: Option<FundingId>) -> Option<Text<'a>> {
        id.filter(|id| self.funding.contains(id)).map(|id| id.to_string().into())
    }

    /// Id of a section by its index.
    pub fn section(&self, index: usize) -> Option<Text<'a>> {
        (index < self.document.sections.len()).then(|| Document::section_id(index).into())
    }

    /// The ref of an item by its index.
    pub fn item(&self, index: usize) -> Option<Text<'a>> {
        self.document.items.get(index).map(|item| item.reference.as_str().into())
    }

    /// Number of code points of the source.
    pub fn chars(&self) -> usize {
        self.points.total()
    }

    pub fn one(&self, span: Span) -> SpanRecord {
        SpanRecord { start: self.points.at(span.start), end: self.points.at(span.end) }
    }

    /// Spans as they are, the empty ones left out.
    pub fn all(&self, spans: &[Span]) -> Vec<SpanRecord> {
        spans.iter().filter(|span| !span.is_empty()).map(|span| self.one(*span)).collect()
    }

    /// The words at a location with their one enclosing span.
    pub fn at(&self, at: Location) -> (Text<'a>, SpanRecord) {
        (self.document.text(at).into(), self.one(self.document.span(at)))
    }

    /// One span an uninterrupted run: neighbours with nothing but white space between them are joined.
    ///
    /// The spans are taken in order of place, for a section's table cells or items may be noted out of it.
    pub fn runs(&self, mut spans: Vec<Span>) -> Vec<SpanRecord> {
        spans.retain(|span| !span.is_empty());
        spans.sort_unstable();
        let mut runs: Vec<Span> = Vec::new();
        for span in spans {
            match runs.last_mut() {
                Some(run) if span.start <= run.end || self.blank(run.end, span.start) => {
                    *run = run.join(span);
                }
                _ => runs.push(span),
            }
        }
        self.all(&runs)
    }

    fn blank(&self, start: usize, end: usize) -> bool {
        self.document.source.slice(Span::new(start, end)).trim().is_empty()
    }
}
