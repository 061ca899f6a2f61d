//! Corrections that are replayed: each action, what marks it, and what becomes of one whose words have changed.

use serde_json::{Value, json};

use crate::desk::Desk;

const PAPER: &str = "\
Lagoon Office pays for boats

SUVA, 4 March 2031 – The Lagoon Office (LO) will pay $2.5 million for boats by June 2032. 
“We sail soon,” said Foreign Minister Ana Tavita. Tavita will meet the Reef Council.

The office of lagoons has five years.

1. The Lagoon Office buys boats.

2. The Reef Council counts fish.
";

/// The target of the first words that stand behind others.
fn target(text: &str, behind: &str, words: &str) -> Value {
    let from = text.find(behind).unwrap();
    let start = from + text[from..].find(words).unwrap();
    let end = start + words.len();
    let points = |byte: usize| text[..byte].chars().count();
    let prefix: String = text[..start].chars().rev().take(12).collect::<Vec<_>>().into_iter().rev().collect();
    let suffix: String = text[end..].chars().take(12).collect();
    json!({ "selectors": [
        { "type": "TextQuoteSelector", "exact": words, "prefix": prefix, "suffix": suffix },
        { "type": "TextPositionSelector", "start": points(start), "end": points(end) },
    ] })
}

#[expect(clippy::needless_pass_by_value, reason = "made where they are given")]
fn correction(target: Value, kind: &str, action: &str, rest: Value) -> Value {
    let mut one = json!({
        "document": "a.txt", "sha256": null, "target": target, "kind": kind, "action": action, "who": "A. Reader",
        "why": "it says so", "when": "2031-04-01",
    });
    one.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
    one
}

/// The document with these corrections.
fn read(text: &str, corrections: &[Value]) -> Value {
    let desk = Desk::new();
    desk.lay("a.txt", text).lay("o.json", json!({ "overrides": corrections }).to_string());
    let run = desk.run(&["convert", "a.txt", "--out", "out", "--to", "json", "--overrides", "o.json"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", run.out);
    desk.documents("out").remove("a.txt").unwrap()
}

fn list<'v>(document: &'v Value, name: &str) -> &'v Vec<Value> {
    document[name].as_array().unwrap()
}

fn one<'v>(document: &'v Value, name: &str, field: &str, value: &str) -> &'v Value {
    let found = list(document, name).iter().find(|record| record[field] == value);
    found.unwrap_or_else(|| panic!("{name} {field} {value}: {:#}", document[name]))
}

fn stale(document: &Value) -> Vec<&str> {
    let codes = list(document, "diagnostics").iter().filter(|found| found["code"] == "override-stale");
    codes.map(|found| found["message"].as_str().unwrap()).collect()
}

#[test]
fn values_are_replaced_and_marked() {
    let paid = |kind: &str, field: &str, value: Value| {
        let (behind, words) = match kind {
            "amount" => ("pay", "$2.5 million"),
            "date" => ("boats by", "June 2032"),
            "item" => ("2. ", "The Reef Council counts fish."),
            "entity" => ("meet the", "Reef Council"),
            "role" => ("said", "Foreign Minister"),
            _ => ("June", "“We sail soon,”"),
        };
        let field = json!({ "field": field, "value": value });
        read(PAPER, &[correction(target(PAPER, behind, words), kind, "replace", field)])
    };
    let document = paid("amount", "/currency", json!("NZD"));
    let amount = &list(&document, "amounts")[0];
    assert_eq!((&amount["currency"], &amount["currency_basis"]), (&json!("NZD"), &json!("explicit")));
    let mark = json!({
        "action": "replace", "field": "/currency", "before": "FJD", "who": "A. Reader", "why": "it says so",
        "when": "2031-04-01",
    });
    assert!(
        amount["override"]["who"] == mark["who"] && amount["override"]["field"] == mark["field"],
        "{amount}"
    );
    assert_eq!(list(&document, "overrides").len(), 1);
    assert_eq!(list(&document, "overrides")[0]["record"], amount["id"]);
    assert!(list(&document, "dates").iter().all(|date| date["override"].is_null()));

    let document = paid("amount", "/value", json!(2_600_000));
    assert_eq!(list(&document, "amounts")[0]["value"], "2600000");
    let document = paid("amount", "/text", json!("$2.5 billion"));
    let amount = &list(&document, "amounts")[0];
    let span = (amount["span"]["start"].as_u64().unwrap(), amount["span"]["end"].as_u64().unwrap());
    let stood: String = PAPER.chars().skip(span.0 as usize).take((span.1 - span.0) as usize).collect();
    assert_eq!((amount["text"].as_str(), stood.as_str()), (Some("$2.5 billion"), "$2.5 million"));

    let document = paid("date", "/edtf", json!("2032-06-30"));
    let date = one(&document, "dates", "text", "June 2032");
    assert_eq!(
        (&date["edtf"], &date["earliest"], &date["latest"]),
        (&json!("2032-06-30"), &json!("2032-06-30"), &json!("2032-06-30"))
    );
    let document = paid("item", "/text", json!("The Reef Council counts all fish."));
    assert_eq!(one(&document, "items", "number", "2")["text"], "The Reef Council counts all fish.");
    let document = paid("entity", "/name", json!("Council of the Reef"));
    assert!(!one(&document, "entities", "name", "Council of the Reef")["override"].is_null());
    let document = paid("role", "/of", json!("Lagoon Office"));
    let person = one(&document, "entities", "kind", "person");
    assert_eq!(person["roles"][0]["of"], "Lagoon Office", "{document:#}");
    let document = paid("quotation", "/kind", json!("scare"));
    assert_eq!(list(&document, "quotes")[0]["kind"], "scare");
    assert_eq!(stale(&paid("date", "/role", json!("no role"))).len(), 1);
}

#[test]
fn records_are_struck_and_added() {
    let plain = read(PAPER, &[]);
    for (kind, behind, words, name) in [
        ("amount", "pay", "$2.5 million", "amounts"),
        ("date", "by", "June 2032", "dates"),
        ("item", "1. ", "The Lagoon Office buys boats.", "items"),
        ("entity", "meet the", "Reef Council", "entities"),
        ("quotation", "June", "“We sail soon,”", "quotes"),
        ("acronym", "The", "Lagoon Office (LO)", "acronyms"),
    ] {
        let document = read(PAPER, &[correction(target(PAPER, behind, words), kind, "strike", json!({}))]);
        assert_eq!(list(&document, name).len() + 1, list(&plain, name).len(), "{kind}");
        assert_eq!((stale(&document).len(), list(&document, "overrides").len()), (0, 1), "{kind}");
    }
    let words = target(PAPER, "has", "five");
    for (kind, value, name) in [
        ("date", json!({ "edtf": "P5Y", "kind": "duration" }), "dates"),
        ("amount", json!({ "value": "5", "kind": "count" }), "amounts"),
        ("entity", json!({ "kind": "programme", "name": "Five" }), "entities"),
        ("quotation", json!({}), "quotes"),
        ("acronym", json!({ "short": "F", "long": "five" }), "acronyms"),
        ("reference", json!({}), "references"),
        ("contact", json!({ "email": "five@lagoon.example" }), "contacts"),
    ] {
        let value = json!({ "value": value });
        let document = read(PAPER, &[correction(words.clone(), kind, "add", value)]);
        assert_eq!(list(&document, name).len(), list(&plain, name).len() + 1, "{kind}");
        let marked = list(&document, name).iter().filter(|record| !record["override"].is_null());
        assert_eq!((marked.count(), stale(&document).len()), (1, 0), "{kind}");
    }
}

#[test]
fn entities_are_merged_and_parted() {
    let (office, reef) = (target(PAPER, "The", "Lagoon Office"), target(PAPER, "meet the", "Reef Council"));
    let document = read(PAPER, &[correction(reef.clone(), "entity", "merge", json!({ "with": office }))]);
    let whole = one(&document, "entities", "name", "Lagoon Office");
    assert!(whole["aliases"].as_array().unwrap().contains(&json!("Reef Council")), "{whole}");
    assert!(!whole["override"].is_null() && stale(&document).is_empty());
    assert!(list(&document, "entities").iter().all(|entity| entity["name"] != "Reef Council"));

    let second = target(PAPER, "2. ", "Reef Council");
    let named = json!({ "value": "Council of the Outer Reef" });
    let document = read(PAPER, &[correction(second, "entity", "split", named)]);
    let part = one(&document, "entities", "name", "Council of the Outer Reef");
    assert_eq!(
        (part["mentions"].as_array().unwrap().len(), part["kind"].as_str()),
        (1, Some("organization"))
    );
    assert_eq!(one(&document, "entities", "name", "Reef Council")["mentions"].as_array().unwrap().len(), 1);
}

#[test]
fn words_that_moved_are_found_and_words_that_changed_are_stale() {
    let euros = json!({ "field": "/currency", "value": "NZD" });
    let corrections = [correction(target(PAPER, "pay", "$2.5 million"), "amount", "replace", euros)];
    let moved = PAPER.replacen("SUVA", "A line more.\n\nSUVA", 1);
    assert_eq!(list(&read(&moved, &corrections), "amounts")[0]["currency"], "NZD");
    let document = read(&PAPER.replacen("$2.5", "$2.4", 1), &corrections);
    assert_eq!(list(&document, "amounts")[0]["currency"], "FJD");
    let want = "a correction by A. Reader of 2031-04-01 was not applied: “$2.5 million” is not in the text any more, or \
                not where it was";
    assert_eq!(stale(&document), [want]);
    assert!(list(&document, "overrides").is_empty());
    // The words are there, but nothing of the kind is read from them.
    let none = correction(target(PAPER, "We", "sail"), "amount", "strike", json!({}));
    assert_eq!(stale(&read(PAPER, &[none])).len(), 1);
}

#[test]
fn corrections_are_part_of_by_what_a_document_is_read() {
    let desk = Desk::new();
    let fiji = json!({ "field": "/currency", "value": "NZD" });
    let one = correction(target(PAPER, "pay", "$2.5 million"), "amount", "replace", fiji);
    desk.lay("a.txt", PAPER).lay("o.json", json!({ "overrides": [one] }).to_string());
    let convert = |with: &[&str]| {
        let run =
            desk.run(&[&["convert", "a.txt", "--out", "out", "--to", "json,sqlite,csv"], with].concat());
        assert_eq!(run.code, 0, "{}", run.err);
        run.out.lines().next().unwrap_or_default().to_owned()
    };
    let with = ["--overrides", "o.json"];
    assert!(convert(&[]).starts_with("1 document"));
    assert!(convert(&[]).starts_with("0 documents"));
    assert!(convert(&with).starts_with("1 document"), "corrections came");
    assert!(convert(&with).starts_with("0 documents"));
    let base = rusqlite::Connection::open(desk.path("out/rapporteur.sqlite")).unwrap();
    let row: (String, String, String) = base
        .query_row("SELECT record, before, after FROM overrides JOIN amounts ON record = id", [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .unwrap();
    assert_eq!(row.2, "NZD");
    drop(base);
    assert!(convert(&[]).starts_with("1 document"), "corrections went");
    // The other commands replay them too.
    assert!(desk.run(&["inspect", "a.txt", "--overrides", "o.json"]).out.contains("NZD"));
    let line = json!({ "path": "a.txt", "text": PAPER }).to_string();
    assert!(desk.feed(&["stream", "--overrides", "o.json"], &line).out.contains("\"currency\":\"NZD\""));
    let check = ["check", "a.txt", "--baseline", "b.jsonl"];
    assert_eq!(desk.run(&[&check[..], &["--update"]].concat()).code, 0);
    let run = desk.run(&[&check[..], &with].concat());
    assert!(run.code == 1 && run.out.contains("currency FJD → NZD"), "{}", run.out);
    desk.lay("rapporteur.toml", "baseline = \"b.jsonl\"\noverrides = \"o.json\"\n");
    assert_eq!(desk.run(&["check", "a.txt", "--update"]).code, 0);
    assert_eq!(desk.run(&["check", "a.txt"]).code, 0);
    desk.lay("o.json", "{");
    let run = desk.run(&["check", "a.txt"]);
    assert!(run.code == 2 && run.err.contains("o.json: "), "{}", run.err);
}
