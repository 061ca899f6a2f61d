//! Corrections of every record of the fixtures: each is applied where it was meant, and leaves a sound document.

use rapporteur_model::{Code, Document};
use rapporteur_review::overrides::{self, Overrides};
use serde_json::{Value, json};

use crate::sound;
use crate::texts::{fixtures, record};

/// Lists of the record with the kind that an overrides file calls them, and a field with a value that fits it.
const KINDS: &[(&str, &str, &str, &str)] = &[
    ("items", "item", "/kind", "clause"),
    ("dates", "date", "/edtf", "1999-12-31"),
    ("amounts", "amount", "/value", "77"),
    ("funding", "funding", "/title", "a purpose"),
    ("entities", "entity", "/name", "Another Name"),
    ("quotes", "quotation", "/kind", "scare"),
    ("acronyms", "acronym", "/long", "Long Form"),
    ("references", "reference", "/text", "see elsewhere"),
    ("contacts", "contact", "/phone", "555"),
];

/// A correction of a record by what its page would quote.
fn correction(record: &Value, source: &[char], kind: &str, action: &str, field: &str, value: &str) -> Value {
    let spans = [&record["span"], &record["spans"][0], &record["mentions"][0]["span"]];
    let span = spans.into_iter().find(|span| span.is_object()).unwrap();
    let (start, end) = (span["start"].as_u64().unwrap() as usize, span["end"].as_u64().unwrap() as usize);
    let slice = |from: usize, to: usize| source[from..to.min(source.len())].iter().collect::<String>();
    json!({
        "document": "-", "sha256": null, "kind": kind, "action": action, "field": field, "value": value,
        "target": { "selectors": [
            { "type": "TextQuoteSelector", "exact": slice(start, end), "prefix": slice(start.saturating_sub(32), start),
              "suffix": slice(end, end + 32) },
            { "type": "TextPositionSelector", "start": start, "end": end },
        ] },
        "who": "A. Reader", "why": "a test", "when": "2031-01-01",
    })
}

fn corrected(document: &Document, corrections: &[Value]) -> (Document, Value) {
    let mut document = document.clone();
    "-".clone_into(&mut document.source.path);
    let file = json!({ "overrides": corrections }).to_string();
    let overrides: Overrides = overrides::parse(&file).unwrap();
    overrides::apply(&mut document, &overrides);
    // Another reading differs from the source, and says so by its mark alone.
    let struck = corrections.iter().all(|one| one["action"] == "strike");
    let faults = if struck { sound::faults(&document) } else { document.check() };
    assert!(faults.is_empty(), "{faults:?}: {corrections:#?}");
    let record = record(&document);
    (document, record)
}

#[test]
fn every_record_can_be_corrected_and_struck() {
    for fixture in fixtures() {
        let document = fixture.read();
        let source: Vec<char> = document.source.text.chars().collect();
        let plain = record(&document);
        for (list, kind, field, value) in KINDS {
            let records = plain[list].as_array().unwrap();
            // A few of each: all of them in all fixtures take minutes.
            for one in records.iter().step_by(records.len() / 3 + 1) {
                for action in ["replace", "strike"] {
                    let field = if action == "strike" { "" } else { field };
                    let made = correction(one, &source, kind, action, field, value);
                    let (after, now) = corrected(&document, &[made]);
                    let stale = after.diagnostics.iter().any(|found| found.code == Code::OverrideStale);
                    let marked =
                        now[list].as_array().unwrap().iter().filter(|one| !one["override"].is_null()).count();
                    let length = now[list].as_array().unwrap().len();
                    let want = if action == "strike" { (records.len() - 1, 0) } else { (records.len(), 1) };
                    assert!(!stale, "{}: {one:#}", fixture.name);
                    assert_eq!((length, marked), want, "{}: {action} {one:#}", fixture.name);
                }
            }
        }
    }
}

#[test]
fn all_corrections_of_a_paper_together_leave_it_sound() {
    for fixture in fixtures() {
        let document = fixture.read();
        let source: Vec<char> = document.source.text.chars().collect();
        let plain = record(&document);
        for action in ["replace", "strike"] {
            let mut all = Vec::new();
            for (list, kind, field, value) in KINDS {
                let records = plain[list].as_array().unwrap().iter();
                let field = if action == "strike" { "" } else { field };
                all.extend(records.map(|one| correction(one, &source, kind, action, field, value)));
            }
            let (after, _) = corrected(&document, &all);
            let applied = after.corrections.len();
            let stale = after.diagnostics.iter().filter(|found| found.code == Code::OverrideStale).count();
            assert_eq!(applied + stale, all.len(), "{}", fixture.name);
            // What a struck amount takes along is gone when its own turn comes; nothing else is.
            assert!(
                applied * 10 >= all.len() * 8,
                "{}: {applied} of {} were applied",
                fixture.name,
                all.len()
            );
        }
    }
}
