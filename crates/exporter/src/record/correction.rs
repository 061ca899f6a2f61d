//! Corrections of the record: what a person said that it should be.

use rapporteur_model::{Correction, CorrectionAction, RecordKey};
use schemars::JsonSchema;
use serde::Serialize;

use super::span::Places;
use super::{Named, SpanRecord, Text};

/// The mark of a correction on the record that it changed.
#[derive(Serialize, JsonSchema, Clone, Debug)]
#[schemars(rename = "Override")]
pub struct MarkRecord<'a> {
    /// What was done.
    pub action: Named<CorrectionAction>,
    /// The field that was replaced, by JSON pointer.
    pub field: Option<Text<'a>>,
    /// What was read.
    pub before: Option<Text<'a>>,
    /// Who said so.
    pub who: Text<'a>,
    /// Why.
    pub why: Text<'a>,
    /// When, an ISO 8601 date.
    pub when: Text<'a>,
}

/// A correction that was applied to the document.
#[derive(Serialize, JsonSchema, Clone, Debug)]
#[schemars(rename = "Correction")]
pub struct CorrectionRecord<'a> {
    /// The kind of the record, as the overrides file has it.
    pub kind: Text<'a>,
    /// The ref or id of the record, where it has one.
    pub record: Option<Text<'a>>,
    /// What was done.
    pub action: Named<CorrectionAction>,
    /// The field that was replaced, by JSON pointer.
    pub field: Option<Text<'a>>,
    /// What was read.
    pub before: Option<Text<'a>>,
    /// What it is now.
    pub after: Option<Text<'a>>,
    /// Who said so.
    pub who: Text<'a>,
    /// Why.
    pub why: Text<'a>,
    /// When, an ISO 8601 date.
    pub when: Text<'a>,
    /// Where.
    pub span: Option<SpanRecord>,
}

pub(super) fn mark(correction: &Correction) -> MarkRecord<'_> {
    MarkRecord {
        action: Named(correction.action),
        field: correction.field.as_deref().map(Text::from),
        before: correction.before.as_deref().map(Text::from),
        who: correction.who.as_str().into(),
        why: correction.why.as_str().into(),
        when: correction.when.as_str().into(),
    }
}

pub(super) fn corrections<'a>(places: &Places<'a>) -> Vec<CorrectionRecord<'a>> {
    let one = |correction: &'a Correction| CorrectionRecord {
        kind: correction.kind.as_str().into(),
        record: name(&correction.record).filter(|name| !name.is_empty()),
        action: Named(correction.action),
        field: correction.field.as_deref().map(Text::from),
        before: correction.before.as_deref().map(Text::from),
        after: correction.after.as_deref().map(Text::from),
        who: correction.who.as_str().into(),
        why: correction.why.as_str().into(),
        when: correction.when.as_str().into(),
        span: correction.span.map(|span| places.one(span)),
    };
    places.document.corrections.iter().map(one).collect()
}

/// The ref or id of a record, where it has one.
fn name(record: &RecordKey) -> Option<Text<'_>> {
    match record {
        RecordKey::Document | RecordKey::Place(_) | RecordKey::Contact(_) => None,
        RecordKey::Section(index) => Some(rapporteur_model::Document::section_id(*index).into()),
        RecordKey::Item(name) | RecordKey::Gone(name) => Some(name.as_str().into()),
        RecordKey::Date(id) => Some(id.to_string().into()),
        RecordKey::Amount(id) => Some(id.to_string().into()),
        RecordKey::Funding(id) => Some(id.to_string().into()),
        RecordKey::Entity(id) => Some(id.0.as_str().into()),
    }
}
