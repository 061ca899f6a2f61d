//! One rule of scoring a test: right, near right, wrong.

use super::*;
use serde_json::json;

const HEAD: &str = "genre other\ntitle none\nissued none\ndateline none\nissuer none\n";

fn scored(lines: &str, text: &str, document: &Value) -> Score {
    match Labels::parse("x.gold", &format!("{HEAD}{lines}"), text) {
        Ok(labels) => score(&labels, document),
        Err(error) => panic!("{error}"),
    }
}

/// Right, spurious and missed, in thousandths.
fn counts(score: &Score, field: &str) -> (u64, u64, u64) {
    let tally = score.tallies.get(field).copied().unwrap_or_default();
    (tally.tp, tally.fp, tally.missed)
}

fn span(start: usize, end: usize) -> Value {
    json!({"start": start, "end": end})
}

#[test]
fn a_wrong_value_in_the_right_place_is_spurious_and_missed() {
    let date =
        |edtf| json!({"dates": [{"text": "May 30", "span": span(3, 9), "edtf": edtf, "role": "event"}]});
    let line = "date \"May 30\" = 2023-05-30? role=event";
    assert_eq!(counts(&scored(line, "on May 30", &date("2023-05-30")), "dates"), (1000, 0, 0));
    assert_eq!(counts(&scored(line, "on May 30", &date("2022-05-30")), "dates"), (0, 1000, 1000));
    assert_eq!(counts(&scored(line, "on May 30", &json!({})), "date_mod_role"), (0, 0, 1000));
}

#[test]
fn a_near_miss_is_told_apart() {
    let document = json!({"dates": [{"text": "2.10", "span": span(0, 4), "edtf": "2010", "kind": "date"}]});
    let score = scored("never dates \"2.10\"", "2.10 Fish", &document);
    assert_eq!(counts(&score, "dates"), (0, 1000, 0));
    assert!(score.misses.iter().any(|miss| miss.near_miss));
}

#[test]
fn an_unlabelled_count_is_neutral_until_a_line_forbids_it() {
    let document = json!({"amounts": [{"text": "30", "span": span(0, 2), "kind": "count", "value": "30"}]});
    assert_eq!(counts(&scored("", "30 boats", &document), "amounts"), (0, 0, 0));
    assert_eq!(counts(&scored("never amounts \"30\"", "30 boats", &document), "amounts"), (0, 1000, 0));
}

#[test]
fn a_repair_left_undone_is_half_right() {
    let item = |text| json!({"items": [{"ref": "1", "kind": "action", "text": text, "parent": null, "spans": [span(2, 10)]}]});
    let line = "item 1 action \"the {3 rd|3rd} boat\"";
    assert_eq!(counts(&scored(line, "1 the 3 rd boat", &item("the 3rd boat.")), "items"), (1000, 0, 0));
    assert_eq!(counts(&scored(line, "1 the 3 rd boat", &item("the 3 rd boat")), "items"), (500, 500, 500));
}

#[test]
fn a_nested_name_is_neutral_and_the_acronym_finds_its_entity() {
    let text = "the Fiji Fund (FF) and Fiji. FF";
    let lines = "programme \"Fiji Fund\" acronym FF\ncountry FJ \"Fiji\"";
    let document = json!({"entities": [
        {"id": "p:ff", "kind": "programme", "name": "Fiji Fund", "aliases": [], "acronym": "FF",
         "mentions": [{"span": span(4, 13), "by": "name"}, {"span": span(29, 31), "by": "acronym"}]},
        {"id": "c:fj", "kind": "country", "name": "Fiji", "iso3166": "FJ", "aliases": [],
         "mentions": [{"span": span(23, 27), "by": "name"}, {"span": span(4, 8), "by": "name"}]},
    ]});
    let score = scored(lines, text, &document);
    assert_eq!(counts(&score, "programmes"), (1000, 0, 0));
    assert_eq!(counts(&score, "countries"), (1000, 0, 0));
    assert_eq!(counts(&score, "mentions"), (3000, 0, 0));
    assert_eq!(counts(&score, "coref"), (3000, 0, 0));
}

#[test]
fn a_speaker_is_known_by_any_name_of_the_entity() {
    let text = "“We sail,” said Roe. Ana Roe is Mayor of Suva.";
    let lines = "person \"Ana Roe\" also \"Roe\" role \"Mayor\" of \"Suva\"\nplace \"Suva\"\n\
                 quote \"We sail,\" speaker \"Ana Roe\"";
    let document = json!({
        "entities": [{"id": "person:roe", "kind": "person", "name": "Roe", "aliases": [],
            "roles": [{"title": "Mayor", "of": "Suva", "span": span(32, 37)}], "mentions": [{"span": span(16, 19)}]}],
        "quotes": [{"text": "We sail,", "spans": [span(0, 10)], "speaker": "person:roe"}],
    });
    let score = scored(lines, text, &document);
    assert_eq!(counts(&score, "quotes"), (1000, 0, 0));
    assert_eq!(counts(&score, "quote_speakers"), (1000, 0, 0));
    assert_eq!(counts(&score, "person_roles"), (1000, 0, 0));
    assert_eq!(counts(&score, "places"), (0, 0, 1000));
}

#[test]
fn a_part_has_to_link_to_its_total() {
    let text = "All $5 million: boats $2 million";
    let lines = "amount \"$5 million\" = 5000000 NZD\namount \"$2 million\" = 2000000 NZD\n\
                 funding \"All\" amount \"$5 million\"\nfunding \"boats\" amount \"$2 million\" part-of \"All\"";
    let document = |link: Option<&str>| {
        json!({
        "amounts": [
            {"id": "a1", "span": span(4, 14), "kind": "money", "value": "5000000", "currency": "NZD"},
            {"id": "a2", "span": span(22, 32), "kind": "money", "value": "2000000", "currency": "NZD"}],
        "funding": [
            {"id": "f1", "title": "All", "amount": "a1", "part_of": null},
            {"id": "f2", "title": "boats", "amount": "a2", "part_of": link}]})
    };
    assert_eq!(counts(&scored(lines, text, &document(Some("f1"))), "funding"), (2000, 0, 0));
    assert_eq!(counts(&scored(lines, text, &document(Some("f1"))), "funding_part_of"), (1000, 0, 0));
    assert_eq!(counts(&scored(lines, text, &document(None)), "funding_part_of"), (0, 0, 1000));
}

#[test]
fn a_part_may_link_to_the_same_total_named_again() {
    let text = "All $5 million. Facts: $5 million: boats $2 million";
    let lines = "amount \"All ⟦$5 million⟧\" = 5000000 NZD\namount \"Facts: ⟦$5 million⟧\" = 5000000 NZD\n\
                 amount \"$2 million\" = 2000000 NZD\nfunding \"All\" amount \"All ⟦$5 million⟧\"\n\
                 funding \"Facts\" amount \"Facts: ⟦$5 million⟧\" optional\n\
                 funding \"boats\" amount \"$2 million\" part-of \"All\"";
    let sum = |id: &str, from: usize, value: &str| {
        let place = span(from, from + 10);
        json!({"id": id, "span": place, "kind": "money", "value": value, "currency": "NZD"})
    };
    let document = |link: &str| {
        json!({
        "amounts": [sum("a1", 4, "5000000"), sum("a2", 23, "5000000"), sum("a3", 41, "2000000")],
        "funding": [
            {"id": "f1", "title": "All", "amount": "a1", "part_of": null},
            {"id": "f2", "title": "Facts", "amount": "a2", "part_of": null},
            {"id": "f3", "title": "boats", "amount": "a3", "part_of": link}]})
    };
    assert_eq!(counts(&scored(lines, text, &document("f2")), "funding_part_of"), (1000, 0, 0));
    assert_eq!(counts(&scored(lines, text, &document("f3")), "funding_part_of"), (0, 1000, 1000));
}

#[test]
fn findings_count_for_recall_and_against_a_near_miss() {
    let text = "They include:";
    let found = json!({"diagnostics": [{"code": "list-missing", "span": span(0, 13)}, {"code": "x", "span": span(0, 4)}]});
    let due = "diagnostic list-missing \"They include:\"";
    assert_eq!(counts(&scored(due, text, &found), "diagnostics"), (1000, 0, 0));
    let never = "never diagnostics list-missing \"They include:\"";
    assert_eq!(counts(&scored(never, text, &found), "diagnostics"), (0, 1000, 0));
}

#[test]
fn an_empty_document_misses_all_that_is_due_and_nothing_else() {
    let score = scored("heading 1 body \"Fish\"", "Fish", &Value::Null);
    assert_eq!(counts(&score, "headings"), (0, 0, 1000));
    assert_eq!(counts(&score, "section_kinds"), (0, 0, 1000));
    assert_eq!(counts(&score, "genre"), (0, 0, 1000));
    assert_eq!(counts(&score, "title"), (0, 0, 0));
    assert_eq!(counts(&score, "coverage"), (0, 0, 4000));
}
