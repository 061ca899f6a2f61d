//! Findings of the record.

use rapporteur_model::{Code, Severity};
use schemars::JsonSchema;
use serde::Serialize;

use super::span::Places;
use super::{Named, SpanRecord, Text};

/// Something that was repaired or could not be explained.
#[derive(Serialize, JsonSchema, Clone, Debug)]
#[schemars(rename = "Diagnostic")]
pub struct DiagnosticRecord<'a> {
    /// What was found.
    pub code: Named<Code>,
    /// How grave it is.
    pub severity: Named<Severity>,
    /// A sentence for a person, with what stood there.
    pub message: Text<'a>,
    /// Where.
    pub span: Option<SpanRecord>,
    /// The ref or id of the record that it speaks of.
    pub record: Option<Text<'a>>,
}

pub(super) fn diagnostics<'a>(places: &Places<'a>) -> Vec<DiagnosticRecord<'a>> {
    let one = |found: &'a rapporteur_model::Diagnostic| DiagnosticRecord {
        code: Named(found.code),
        severity: Named(found.severity),
        message: found.message.as_str().into(),
        // An empty span is no place; the contract has no such thing.
        span: found.span.filter(|span| !span.is_empty()).map(|span| places.one(span)),
        record: found.record.as_deref().map(Text::from),
    };
    places.document.diagnostics.iter().map(one).collect()
}
