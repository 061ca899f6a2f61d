//! The rows of corrections.

use rapporteur_model::CorrectionAction;

use super::declare::table;
use super::{Rows, offset, ordinal};
use crate::record::{DocumentRecord, Named, Text};

table! {
    /// A correction that was applied to a document, by a person's overrides.
    overrides: OverrideRow<'a>;
    key [document_id, ordinal];
    refers [document_id] to documents [id];
    {
        /// The document.
        document_id: Text<'a>,
        /// Its place in the list, from 1.
        ordinal: i64,
        /// The kind of the record, as the overrides file has it.
        kind: Text<'a>,
        /// The ref or id of the record, where it has one.
        record: Option<Text<'a>>,
        /// What was done.
        action: Named<CorrectionAction>,
        /// The field that was replaced, by JSON pointer.
        field: Option<Text<'a>>,
        /// What was read.
        before: Option<Text<'a>>,
        /// What it is now.
        after: Option<Text<'a>>,
        /// Who said so.
        who: Text<'a>,
        /// Why.
        why: Text<'a>,
        /// When, an ISO 8601 date.
        when: Text<'a>,
        /// First code point.
        start: Option<i64>,
        /// One past the last code point.
        end: Option<i64>,
    }
}

pub(super) fn fill(tables: &mut Rows<'_>, record: &DocumentRecord<'_>) {
    for (index, one) in record.overrides.iter().enumerate() {
        tables.push(&OverrideRow {
            document_id: record.id.clone(),
            ordinal: ordinal(index),
            kind: one.kind.clone(),
            record: one.record.clone(),
            action: one.action,
            field: one.field.clone(),
            before: one.before.clone(),
            after: one.after.clone(),
            who: one.who.clone(),
            why: one.why.clone(),
            when: one.when.clone(),
            start: one.span.map(|span| offset(span.start)),
            end: one.span.map(|span| offset(span.end)),
        });
    }
}
