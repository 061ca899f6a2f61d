//! The record's fields and places are those of the contract.

use serde_json::Value;

use crate::{Export, sample};

/// The fields that the contract fixes, by the path to their record; `[]` is any row of a list.
const FIELDS: &[(&str, &str)] = &[
    ("", "schema_version id source genre language title issued dateline issuer sections items dates amounts"),
    ("", "entities acronyms quotes funding contacts references diagnostics"),
    ("source", "path sha256 bytes chars encoding media_type"),
    ("title", "text span"),
    ("issued", "edtf basis date"),
    ("dateline", "place date span"),
    ("sections[]", "id kind level heading parent spans blocks"),
    ("sections[].blocks[]", "kind text spans"),
    ("sections[].blocks[].entries[]", "marker text spans entries"),
    ("items[]", "ref number number_span level kind title text parent spans section"),
    ("dates[]", "id text span edtf kind mod basis anchor role"),
    ("amounts[]", "id text span kind value value_max currency currency_basis qualifier unit role"),
    ("entities[]", "id kind name aliases acronym iso3166 members wikidata roles mentions"),
    ("entities[].roles[]", "title of span"),
    ("entities[].mentions[]", "text span by"),
    ("acronyms[]", "short long span entity"),
    ("quotes[]", "id text spans kind speaker speaker_text speaker_span cue"),
    ("funding[]", "id title amount donor recipient section item span part_of"),
    ("contacts[]", "name organization email phone handles url span"),
    ("references[]", "text span"),
    ("diagnostics[]", "code severity message span record"),
];

/// The records at a path.
fn at<'v>(value: &'v Value, path: &str) -> Vec<&'v Value> {
    let mut found = vec![value];
    for step in path.split('.').filter(|step| !step.is_empty()) {
        let name = step.trim_end_matches("[]");
        found = found.iter().filter_map(|value| value.get(name)).collect();
        if step.ends_with("[]") {
            found = found.iter().filter_map(|value| value.as_array()).flatten().collect();
        }
    }
    found
}

fn json(document: &rapporteur_model::Document) -> Value {
    serde_json::to_value(Export::new(document).record).unwrap()
}

#[test]
fn every_field_of_the_contract_is_there() {
    let records = [json(&sample::release()), json(&sample::plan())];
    for (path, fields) in FIELDS {
        let found: Vec<&Value> = records.iter().flat_map(|record| at(record, path)).collect();
        assert!(!found.is_empty(), "the samples have no {path}");
        for field in fields.split(' ') {
            for record in found.iter().filter(|record| !record.is_null()) {
                assert!(record.get(field).is_some(), "{path}.{field} is missing in {record}");
            }
        }
    }
}

/// The source at a span, as any reader of the output would take it.
fn slice(text: &str, span: &Value) -> String {
    let [start, end] = ["start", "end"].map(|edge| span[edge].as_u64().unwrap() as usize);
    text.chars().skip(start).take(end - start).collect()
}

#[test]
fn places_count_code_points() {
    let document = sample::release();
    let (record, text) = (json(&document), &document.source.text);
    assert_eq!(record["source"]["chars"], text.chars().count());
    let mut seen = 0;
    for path in ["dates[]", "amounts[]", "entities[].mentions[]", "references[]", "title"] {
        for found in at(&record, path) {
            let folded = slice(text, &found["span"]).split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(found["text"], folded);
            seen += 1;
        }
    }
    assert_eq!(seen, 8);
    assert_eq!(slice(text, &record["quotes"][0]["spans"][0]), "“all that it can”");
    assert_eq!(slice(text, &record["dateline"]["span"]), "TROMSØ, 4 May 2021");
}

#[test]
fn a_section_has_a_span_an_uninterrupted_run() {
    let document = sample::release();
    let record = json(&document);
    let section = &record["sections"][0];
    let runs: Vec<String> =
        section["spans"].as_array().unwrap().iter().map(|span| slice(&document.source.text, span)).collect();
    assert_eq!(runs.len(), 2);
    assert!(runs[0].starts_with("Pêche") && runs[0].ends_with("will go on"), "{runs:?}");
    assert!(runs[1].starts_with("until") && runs[1].ends_with("@reef"), "{runs:?}");
    // The paragraph that the page number cut has the same cut.
    assert_eq!(section["blocks"][3]["spans"].as_array().unwrap().len(), 2);
    assert_eq!(section["blocks"][1]["entries"][1]["entries"][0]["marker"], "–");
    assert_eq!(section["blocks"][2]["rows"][1]["cells"][1]["text"], "=SUM(4)");
}

#[test]
fn headings_and_items_have_their_numbers() {
    let record = json(&sample::plan());
    assert_eq!(record["sections"][1]["heading"]["text"], "A. Water");
    assert_eq!(record["sections"][1]["parent"], "s1");
    let action = &record["items"][2];
    assert_eq!(action["ref"], "A.1.1");
    assert_eq!((&action["title"], &action["text"]), (&Value::Null, &"Plant coral.".into()));
    assert_eq!(slice(&sample::plan().source.text, &action["number_span"]), "1.1");
    assert_eq!(record["items"][1]["title"], "Coral");
    assert_eq!(record["items"][1]["text"], Value::Null);
    assert_eq!(record["sections"][1]["blocks"][1]["ref"], "A.1.1");
}

#[test]
fn an_id_that_names_nothing_is_null() {
    assert_eq!(json(&sample::release())["acronyms"][0]["entity"], Value::Null);
}

#[test]
fn an_empty_document_has_a_record() {
    let mut document = sample::plan();
    document = rapporteur_model::Document::new(rapporteur_model::Source {
        text: String::new(),
        bytes: 0,
        ..document.source
    });
    let record = json(&document);
    assert_eq!(record["sections"], Value::Array(Vec::new()));
    assert_eq!(record["title"], Value::Null);
    assert_eq!(Export::new(&document).counts()["documents"], 1);
}
