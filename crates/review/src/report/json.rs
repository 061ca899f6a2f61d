//! For a program: the changes as an object.
//!
//! `{"outcome": …, "documents": 3, "renamed": [], "counts": {"amount": …}, "changes": [ … ], "failures": [ … ]}`

use serde_json::{Map, Value, json};

use super::Report;
use crate::change::Change;

/// The report.
pub(super) fn write(report: &Report<'_>) -> String {
    let comparison = report.comparison;
    let counts: Map<String, Value> = comparison
        .counts
        .iter()
        .map(|(kind, count)| {
            let count = json!({
                "before": count.old, "after": count.new, "added": count.added, "removed": count.removed,
                "changed": count.changed,
            });
            (kind.to_string(), count)
        })
        .collect();
    let renamed: Vec<Value> =
        comparison.renamed.iter().map(|(old, new)| json!({ "old": old, "new": new })).collect();
    let refused: Vec<Value> =
        report.refused.iter().map(|(label, reason)| json!({ "path": label, "reason": reason })).collect();
    let failures: Vec<Value> = report
        .failures
        .iter()
        .map(|failure| json!({ "assertion": failure.assertion, "found": failure.found, "message": failure.message }))
        .collect();
    let told = json!({
        "version": report.version,
        "outcome": report.outcome(),
        "documents": comparison.documents.len(),
        "renamed": renamed,
        "counts": counts,
        "changes": comparison.changes.iter().map(change).collect::<Vec<_>>(),
        "failures": failures,
        "refused": refused,
    });
    format!("{told:#}\n")
}

fn change(change: &Change) -> Value {
    let fields: Vec<Value> = change
        .fields
        .iter()
        .map(|field| json!({ "name": field.name, "old": field.old, "new": field.new }))
        .collect();
    let place = change.place.as_ref().map(|place| {
        json!({
            "line": place.line, "column": place.column, "end_line": place.end_line, "end_column": place.end_column,
        })
    });
    json!({
        "document": change.document, "kind": change.kind.as_str(), "change": change.what.as_str(),
        "label": change.label, "at": change.at, "old": change.old, "new": change.new, "fields": fields,
        "with": change.with, "place": place,
    })
}
