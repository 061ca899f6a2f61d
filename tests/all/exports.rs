//! The fixtures through every output: the same records everywhere, and places that cut the source in SQL.

use std::{collections::BTreeMap, fs, path::Path};

use rapporteur::{
    arguments::Bounds,
    batch::{Batch, Next, Nothing, Outcome},
    input,
};
use rapporteur_exporter::{FORMATS, Maker, TABLES, Target};
use rapporteur_normalizer::Context;
use rapporteur_tests::schema::faults;
use rusqlite::Connection;
use serde_json::Value;
use tempfile::TempDir;

use crate::texts::{bytes, label, root, text};

/// All fixtures in every output, read by so many jobs.
fn export(jobs: u16) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let bounds = Bounds { jobs: Some(jobs), max_bytes: 1 << 20 };
    let batch = Batch::new(&bounds, Context::default()).unwrap();
    let inputs = input::inputs(&input::Sources::of(&[root().join("fixtures")])).unwrap();
    assert!(inputs.failures.is_empty(), "{:?}", inputs.failures);
    // A README is no fixture.
    let texts: Vec<_> =
        inputs.documents.iter().filter(|one| !one.label.ends_with("README.md")).cloned().collect();
    let maker = Maker::default();
    let target = Target { out: folder.path(), url: None, authorities: None, maker: &maker, time: None };
    let local = FORMATS.iter().filter(|format| !format.server);
    let mut sinks: Vec<_> = local.map(|format| (format.open)(&target).unwrap()).collect();
    let each = |input: &input::Input, outcome: Outcome<'_>| {
        match outcome {
            Outcome::Read(export) => sinks.iter_mut().for_each(|sink| sink.write(export).unwrap()),
            Outcome::Held => panic!("{} is held by a folder that was empty", input.label),
            Outcome::Repeats(first) => panic!("{} repeats {first}", input.label),
            Outcome::Refused(reason) => panic!("{}: {reason}", input.label),
        }
        Ok(Next::Go)
    };
    batch.run(&texts, &Nothing, each).unwrap();
    for sink in sinks {
        sink.finish().unwrap();
    }
    folder
}

/// Every file below a folder, by its path.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let paths = entries.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path);
    paths.map(|path| (label(path.strip_prefix(folder).unwrap()), bytes(&path))).collect()
}

/// The records of the JSON lines.
fn records(folder: &Path) -> Vec<Value> {
    text(&folder.join("rapporteur.jsonl")).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn number(connection: &Connection, query: &str) -> usize {
    let number: i64 = connection.query_row(query, [], |row| row.get(0)).unwrap();
    usize::try_from(number).unwrap()
}

#[test]
fn the_number_of_jobs_shows_nowhere() {
    let [one, eight] = [export(1), export(8)].map(|folder| files(folder.path()));
    assert_eq!(one.keys().collect::<Vec<_>>(), eight.keys().collect::<Vec<_>>());
    for (name, bytes) in &one {
        assert!(*bytes == eight[name], "{name} depends on the number of jobs");
    }
}

#[test]
fn every_output_holds_the_same_records() {
    let folder = export(2);
    let out = folder.path();
    let records = records(out);
    let single: Vec<Value> = fs::read_dir(out.join("json"))
        .unwrap()
        .map(|entry| serde_json::from_slice(&bytes(&entry.unwrap().path())).unwrap())
        .collect();
    assert_eq!(single.len(), records.len());
    for record in &single {
        let line = records.iter().find(|line| line["id"] == record["id"]);
        assert_eq!(line, Some(record), "a file and a line of {}", record["source"]["path"]);
    }
    // The lists of a record that are tables of the same number of rows.
    let counted = |list: &dyn Fn(&Value) -> usize| records.iter().map(list).sum::<usize>();
    let length = |value: &Value| value.as_array().map_or(0, Vec::len);
    let below = |record: &Value, list: &str, field: &str| {
        record[list].as_array().into_iter().flatten().map(|one| length(&one[field])).sum::<usize>()
    };
    let mut expected = BTreeMap::from([("documents", records.len())]);
    for list in [
        "sections",
        "items",
        "dates",
        "amounts",
        "entities",
        "acronyms",
        "quotes",
        "funding",
        "contacts",
        "diagnostics",
    ] {
        expected.insert(list, counted(&|record| length(&record[list])));
    }
    expected.insert("document_references", counted(&|record| length(&record["references"])));
    expected.insert("mentions", counted(&|record| below(record, "entities", "mentions")));
    expected.insert("roles", counted(&|record| below(record, "entities", "roles")));

    let connection = Connection::open(out.join("rapporteur.sqlite")).unwrap();
    for table in TABLES {
        let mut reader = csv::Reader::from_path(out.join(format!("csv/{}.csv", table.name))).unwrap();
        let rows = reader.records().map(Result::unwrap).count();
        let stored = number(&connection, &format!("SELECT count(*) FROM \"{}\"", table.name));
        assert_eq!(rows, stored, "{} in CSV and in SQLite", table.name);
        if let Some(records) = expected.remove(table.name) {
            assert_eq!(records, stored, "{} in JSON and in SQLite", table.name);
        }
    }
    assert!(expected.is_empty(), "not a table: {expected:?}");
    let broken = connection.prepare("PRAGMA foreign_key_check").unwrap().exists([]).unwrap();
    assert!(!broken, "a foreign key names nothing");
}

#[test]
fn records_fit_the_committed_schema() {
    let schema = text(&root().join("crates/exporter/schema/rapporteur.schema.json"));
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let folder = export(2);
    for record in records(folder.path()) {
        let found = faults(&schema, &record);
        assert!(found.is_empty(), "{}:\n{}", record["source"]["path"], found.join("\n"));
    }
}

#[test]
fn places_cut_the_source_in_sql() {
    let folder = export(2);
    let connection = Connection::open(folder.path().join("rapporteur.sqlite")).unwrap();
    // White space is folded in the words of a record, and SQLite knows no pattern for it: compare without any.
    let bare = |words: &str| {
        [" ", "\n", "\t", "\r", "\u{a0}", "\u{c}"].iter().fold(words.to_owned(), |sql, sign| {
            let code = u32::from(sign.chars().next().unwrap());
            format!("replace({sql}, char({code}), '')")
        })
    };
    for (table, words) in [
        ("dates", "r.text"),
        ("amounts", "r.text"),
        ("mentions", "r.text"),
        ("document_references", "r.text"),
    ] {
        let cut = bare("substr(d.text, r.start + 1, r.\"end\" - r.start)");
        // Where a repair or a joined page is noted, the reading text differs by design.
        let query = format!(
            "SELECT d.path || ': ' || {words} FROM {table} r JOIN documents d USING (document_id) \
             WHERE {cut} <> {} AND NOT EXISTS (SELECT 1 FROM diagnostics x WHERE x.document_id = r.document_id \
             AND x.start < r.\"end\" AND r.start < x.\"end\" AND (x.code LIKE 'ocr-%' OR x.code IN \
             ('markup-removed', 'page-break-joined', 'title-continued')))",
            bare(words)
        );
        let mut statement = connection.prepare(&query).unwrap();
        let wrong: Vec<String> =
            statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        assert!(wrong.is_empty(), "{table}: {wrong:#?}");
        assert!(number(&connection, &format!("SELECT count(*) FROM {table}")) > 0, "{table} is empty");
    }
    // The first span of an item begins with its first word.
    let (cut, words) = (bare("substr(d.text, i.start + 1, 12)"), bare("coalesce(i.title, i.text)"));
    let query = format!(
        "SELECT count(*) FROM items i JOIN documents d USING (document_id) WHERE \
         substr({cut}, 1, min(4, length({words}))) <> substr({words}, 1, 4) AND NOT EXISTS \
         (SELECT 1 FROM diagnostics x WHERE x.document_id = i.document_id \
         AND x.start < i.\"end\" AND i.start < x.\"end\")"
    );
    assert_eq!(number(&connection, &query), 0);
}
