//! SARIF 2.1.0 (OASIS): a result a change, at its line and column, for code scanning.
//!
//! A rule is a kind with what became of it: `amount-changed`. Columns count code points, as `columnKind` says.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::Report;
use crate::change::{Change, What};
use crate::fact::Kind;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// The rule of an assertion that does not hold.
const ASSERTION: &str = "assertion-failed";

/// The report.
pub(super) fn write(report: &Report<'_>) -> String {
    let mut rules: BTreeMap<String, String> = BTreeMap::new();
    let mut results = Vec::new();
    for change in &report.comparison.changes {
        let rule = format!("{}-{}", change.kind, change.what);
        rules.entry(rule.clone()).or_insert_with(|| about(change.kind, change.what));
        results.push(result(change, &rule));
    }
    for failure in report.failures {
        rules
            .entry(ASSERTION.to_owned())
            .or_insert_with(|| "An assertion of rapporteur.toml does not hold.".to_owned());
        results.push(json!({
            "ruleId": ASSERTION, "level": "error", "message": { "text": failure.sentence() },
        }));
    }
    let notes: Vec<Value> = report
        .refused
        .iter()
        .map(|(label, reason)| {
            json!({
                "level": "error",
                "message": { "text": format!("{label}: {reason}") },
                "locations": [{ "physicalLocation": { "artifactLocation": { "uri": uri(label) } } }],
            })
        })
        .collect();
    let rules: Vec<Value> = rules
        .into_iter()
        .map(|(id, about)| json!({ "id": id, "shortDescription": { "text": about } }))
        .collect();
    let told = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "rapporteur", "version": report.version, "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "invocations": [{
                "executionSuccessful": report.refused.is_empty(),
                "toolExecutionNotifications": notes,
            }],
            "results": results,
        }],
    });
    format!("{told:#}\n")
}

fn about(kind: Kind, what: What) -> String {
    let line = |meaning: &str| meaning.lines().next().unwrap_or_default().trim().to_owned();
    format!("{kind} {what}: {}", line(what.meaning()))
}

fn result(change: &Change, rule: &str) -> Value {
    let level = match (change.kind, change.what) {
        (Kind::Passage | Kind::Heading, What::Added | What::Reworded) => "note",
        _ => "warning",
    };
    let mut physical = json!({ "artifactLocation": { "uri": uri(&change.document) } });
    if let (Some(place), Some(object)) = (&change.place, physical.as_object_mut()) {
        let region = json!({
            "startLine": place.line, "startColumn": place.column, "endLine": place.end_line,
            "endColumn": place.end_column,
        });
        object.insert("region".to_owned(), region);
    }
    // What stays the same when lines move: the platforms know a result again by it.
    let print = format!("{rule}/{}/{}/{}/{}", change.document, change.at, change.old, change.new);
    json!({
        "ruleId": rule,
        "level": level,
        "message": { "text": message(change) },
        "locations": [{ "physicalLocation": physical }],
        "partialFingerprints": { "fact/v1": fnv(&print) },
    })
}

fn message(change: &Change) -> String {
    let mut text = change.sentence();
    match change.what {
        What::Reworded | What::Weakened | What::Strengthened => {
            _ = write!(text, ": {}", super::text::diff(&change.old, &change.new, super::text::Paint(false)));
        }
        What::Added if !change.new.is_empty() => _ = write!(text, ": {}", change.new),
        What::Removed if !change.old.is_empty() => _ = write!(text, ": {}", change.old),
        _ => {}
    }
    text
}

/// A path as a relative reference (RFC 3986).
fn uri(path: &str) -> String {
    let mut uri = String::new();
    for byte in path.replace('\\', "/").bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

/// FNV-1a in hexadecimal digits.
fn fnv(text: &str) -> String {
    let hash = text.bytes().fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    });
    format!("{hash:016x}")
}
