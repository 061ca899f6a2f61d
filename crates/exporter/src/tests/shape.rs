//! The shape of the database: full text, views, books, and how a file of an earlier shape gets there.

use super::database::{ask, database};
use super::files::{format, open, open_sink};
use crate::{Export, VIEWS, sample};

#[test]
fn full_text_finds_items_and_blocks() {
    let (_folder, connection) = database();
    let find = |words: &str| {
        ask(
            &connection,
            &format!(
                "SELECT source, record, snippet(search, 3, '[', ']', '', 8) FROM search WHERE search MATCH '{words}'"
            ),
        )
    };
    assert_eq!(find("plants"), ["items|A.1.1|[Plant] coral."]);
    assert_eq!(find("pêche OR peche OR oar"), ["section_blocks|b5|[oars]"]);
    assert_eq!(find("nothing"), Vec::<String>::new());
    connection.execute_batch("INSERT INTO search(search) VALUES('integrity-check')").unwrap();
}

#[test]
fn full_text_forgets_what_was_replaced() {
    let (folder, _) = database();
    let mut sink = open_sink(format("sqlite"), folder.path(), "1").unwrap();
    sink.prune(&|path| path.ends_with("plan.txt")).unwrap();
    sink.expire();
    sink.write(&Export::new(&sample::release())).unwrap();
    sink.finish().unwrap();
    let connection = open(&folder.path().join("rapporteur.sqlite"));
    assert_eq!(
        ask(&connection, "SELECT record FROM search WHERE search MATCH 'coral'"),
        Vec::<String>::new()
    );
    assert_eq!(ask(&connection, "SELECT count(*) FROM search WHERE search MATCH 'oars'"), ["1"]);
    connection.execute_batch("INSERT INTO search(search) VALUES('integrity-check')").unwrap();
    // Compacting gives other rows other hidden numbers; the index has its own.
    connection.execute_batch("VACUUM; INSERT INTO search(search) VALUES('integrity-check')").unwrap();
}

#[test]
fn views_answer_the_usual_questions() {
    let (_folder, connection) = database();
    assert_eq!(
        ask(
            &connection,
            "SELECT project, value, currency, donor_name, part_of FROM funding_by_project ORDER BY funding"
        ),
        ["Reef school|2500000.00|CAD|Lagoon Office|", "Boats|750000|CAD|Lagoon Office|f1"]
    );
    assert_eq!(
        ask(&connection, "SELECT framework, area, number, action FROM actions_by_area ORDER BY ordinal"),
        ["Water|Coral|1.1|Plant coral.", "Water|Coral|1.2|Count fish.", "Water|Tides|2.1|Measure tides."]
    );
    assert_eq!(
        ask(&connection, "SELECT speaker_name, speaker_role, said, cue FROM who_said_what"),
        ["Åsa Lind|Director|all that it can|said"]
    );
    let timeline = "SELECT name, earliest, edtf, role, words IS NULL FROM entity_timeline WHERE entity = 'org:lagoon-office' \
                    ORDER BY words IS NULL";
    assert_eq!(
        ask(&connection, timeline),
        ["Lagoon Office|2021-05-04|2021-05-04|issued|0", "Lagoon Office|2021-05-04|2021-05-04|issued|1"]
    );
}

#[test]
fn a_view_has_the_columns_that_it_says() {
    let (_folder, connection) = database();
    for view in VIEWS {
        let names: Vec<&str> = view.columns.iter().map(|(name, _)| *name).collect();
        let query = format!("SELECT name FROM pragma_table_info('{}') ORDER BY cid", view.name);
        assert_eq!(ask(&connection, &query), names, "{}", view.name);
    }
}

#[test]
fn the_books_tell_by_what_each_document_was_read() {
    let (folder, connection) = database();
    let query = "SELECT d.path, r.tool_version, r.lexicon, r.options, r.started FROM readings \
                 JOIN documents d USING (document_id) JOIN runs r ON r.id = run ORDER BY d.path";
    assert_eq!(ask(&connection, query), ["papers/plan.txt|1|words|{}|", "papers/release.txt|1|words|{}|"]);
    assert_eq!(ask(&connection, "PRAGMA user_version"), ["2"]);
    assert_eq!(ask(&connection, "PRAGMA journal_mode"), ["delete"]);
    let beside: Vec<String> = super::files::listing(folder.path());
    assert_eq!(beside, ["rapporteur.sqlite"], "no log is left");
}

#[test]
fn a_database_of_an_earlier_shape_keeps_its_rows() {
    let (folder, connection) = database();
    // As version 1 had them: no books, no views, no full text, a column and an index less, fewer allowed values.
    let old = "PRAGMA foreign_keys = OFF; \
        DROP TRIGGER items_search_insert; DROP TRIGGER items_search_delete; DROP TRIGGER section_blocks_search_insert; \
        DROP TRIGGER section_blocks_search_delete; DROP TABLE search; DROP VIEW search_text; DROP TABLE search_rows; \
        DROP VIEW funding_by_project; DROP VIEW actions_by_area; DROP VIEW who_said_what; DROP VIEW entity_timeline; \
        DROP TABLE readings; DROP TABLE failures; DROP TABLE runs; DROP TABLE schema_versions; \
        DROP INDEX amounts_by_value; ALTER TABLE amounts DROP COLUMN per; ALTER TABLE acronyms DROP COLUMN long; \
        PRAGMA user_version = 1;";
    connection.execute_batch(old).unwrap();
    drop(connection);
    open_sink(format("sqlite"), folder.path(), "1").unwrap().finish().unwrap();
    let connection = open(&folder.path().join("rapporteur.sqlite"));
    assert_eq!(ask(&connection, "PRAGMA user_version"), ["2"]);
    assert_eq!(ask(&connection, "SELECT count(*) FROM items"), ["6"]);
    assert_eq!(ask(&connection, "SELECT value, per FROM amounts ORDER BY id"), ["2500000.00|", "750000|"]);
    assert_eq!(
        ask(&connection, "SELECT record FROM search WHERE search MATCH 'coral' ORDER BY 1"),
        ["A.1", "A.1.1"]
    );
    assert_eq!(ask(&connection, "PRAGMA foreign_key_check"), Vec::<String>::new());
    assert_eq!(
        ask(&connection, "SELECT name FROM sqlite_schema WHERE name LIKE 'old_%'"),
        Vec::<String>::new()
    );
    let fresh = tempfile::tempdir().unwrap();
    super::files::write("sqlite", fresh.path(), &[]);
    let made = |connection: &rusqlite::Connection| {
        ask(connection, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
    };
    assert_eq!(made(&connection), made(&open(&fresh.path().join("rapporteur.sqlite"))), "as if made anew");
    // Who read the documents is not known any more: they are read again.
    let sink = open_sink(format("sqlite"), folder.path(), "1").unwrap();
    assert!(sink.ledger().documents().count() == 2 && sink.ledger().documents().all(|held| !held.current));
}

#[test]
fn databases_of_others_are_left_alone() {
    for (make, word) in [
        ("CREATE TABLE songs (title TEXT)", "a database of something else"),
        ("PRAGMA user_version = 99", "made by a newer rapporteur"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rapporteur.sqlite");
        rusqlite::Connection::open(&path).unwrap().execute_batch(make).unwrap();
        let error = open_sink(format("sqlite"), folder.path(), "1").err().unwrap().to_string();
        assert!(error.contains(word) && error.contains("rapporteur.sqlite"), "{error}");
    }
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("rapporteur.sqlite"), "no database at all, only words in a row")
        .unwrap();
    let error = open_sink(format("sqlite"), folder.path(), "1").err().unwrap().to_string();
    assert!(error.contains("not a database"), "{error}");
}
