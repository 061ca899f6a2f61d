//! Questions that people ask the database.

use rusqlite::Connection;
use tempfile::TempDir;

use super::files::{open, write};
use crate::{TABLES, sample};

pub fn database() -> (TempDir, Connection) {
    let folder = tempfile::tempdir().unwrap();
    write("sqlite", folder.path(), &[sample::release(), sample::plan()]);
    let connection = open(&folder.path().join("rapporteur.sqlite"));
    (folder, connection)
}

/// The rows of a query, cells parted by `|`.
pub fn ask(connection: &Connection, query: &str) -> Vec<String> {
    let mut statement = connection.prepare(query).unwrap();
    let columns = statement.column_count();
    let rows = statement.query_map([], |row| {
        let cells = (0..columns).map(|column| match row.get_ref(column).unwrap() {
            rusqlite::types::ValueRef::Null => String::new(),
            rusqlite::types::ValueRef::Integer(number) => number.to_string(),
            other => other.as_str().unwrap().to_owned(),
        });
        Ok(cells.collect::<Vec<_>>().join("|"))
    });
    rows.unwrap().map(Result::unwrap).collect()
}

#[test]
fn foreign_keys_hold() {
    let (_folder, connection) = database();
    assert_eq!(ask(&connection, "PRAGMA foreign_key_check"), Vec::<String>::new());
    assert_eq!(ask(&connection, "PRAGMA integrity_check"), ["ok"]);
    assert_eq!(ask(&connection, "SELECT count(*) FROM documents"), ["2"]);
}

#[test]
fn actions_under_an_area() {
    let (_folder, connection) = database();
    let query = "SELECT child.ref, child.text FROM items area \
         JOIN items child ON child.document_id = area.document_id AND child.parent = area.ref \
         WHERE area.kind = 'area' AND area.title = 'Coral' AND child.kind = 'action' ORDER BY child.ordinal";
    assert_eq!(ask(&connection, query), ["A.1.1|Plant coral.", "A.1.2|Count fish."]);
    let below = "WITH RECURSIVE below(document_id, ref, kind) AS ( \
         SELECT document_id, ref, kind FROM items WHERE title = 'Water' UNION ALL \
         SELECT i.document_id, i.ref, i.kind FROM items i \
         JOIN below b ON i.document_id = b.document_id AND i.parent = b.ref) \
         SELECT ref FROM below WHERE kind = 'action' ORDER BY ref";
    assert_eq!(ask(&connection, below), ["A.1.1", "A.1.2", "A.2.1"]);
}

#[test]
fn funding_in_a_currency_with_its_exact_value() {
    let (_folder, connection) = database();
    let query = "SELECT f.title, a.value, e.name, f.part_of FROM funding f \
         JOIN amounts a ON a.document_id = f.document_id AND a.id = f.amount \
         LEFT JOIN entities e ON e.document_id = f.document_id AND e.id = f.donor \
         JOIN documents d USING (document_id) \
         WHERE d.genre = 'press_release' AND a.currency = 'CAD' ORDER BY f.id";
    assert_eq!(
        ask(&connection, query),
        ["Reef school|2500000.00|Lagoon Office|", "Boats|750000|Lagoon Office|f1"]
    );
}

#[test]
fn spans_cut_the_source_text() {
    let (_folder, connection) = database();
    for table in ["dates", "amounts", "mentions", "document_references"] {
        let query = format!(
            "SELECT count(*), sum(substr(d.text, r.start + 1, r.\"end\" - r.start) = r.text) \
             FROM {table} r JOIN documents d USING (document_id)"
        );
        let counts = ask(&connection, &query);
        let (all, right) = counts[0].split_once('|').unwrap();
        assert!(all == right && all != "0", "{table}: {counts:?}");
    }
    let cut = "SELECT substr(d.text, s.start + 1, s.\"end\" - s.start) FROM section_block_spans s \
         JOIN documents d USING (document_id) JOIN section_blocks b ON b.document_id = s.document_id \
         AND b.id = s.block WHERE b.kind = 'paragraph' AND b.text LIKE '%reef is whole%' ORDER BY s.ordinal";
    assert_eq!(
        ask(&connection, cut),
        ["The office will go on", "until the reef is whole; see also the Reef Plan."]
    );
}

#[test]
fn blocks_keep_lists_and_tables() {
    let (_folder, connection) = database();
    let query = "SELECT b.kind, p.kind, b.marker, b.text, b.item FROM section_blocks b \
         LEFT JOIN section_blocks p ON p.document_id = b.document_id AND p.id = b.parent \
         JOIN documents d ON d.id = b.document_id \
         WHERE d.genre = 'press_release' AND b.kind <> 'paragraph' ORDER BY b.ordinal";
    assert_eq!(
        ask(&connection, query),
        [
            "list||||",
            "entry|list|-|Reef school: $2.5 million|",
            "entry|list|-|Boats: $750,000|",
            "entry|entry|–|oars|",
            "table||||",
            "header|table|||",
            "cell|header||Year|",
            "cell|header||Boats|",
            "row|table|||",
            "cell|row||2020|",
            "cell|row||=SUM(4)|",
        ]
    );
    let lines = ask(&connection, "SELECT text FROM sections WHERE heading LIKE 'P%che%'");
    assert!(lines[0].contains("\noars\nYear\tBoats\n2020\t=SUM(4)\n"), "{lines:?}");
}

#[test]
fn lists_are_tables_of_their_own() {
    let (_folder, connection) = database();
    let handles = "SELECT c.name, c.phone, h.handle FROM contact_handles h JOIN contacts c \
         ON c.document_id = h.document_id AND c.ordinal = h.contact ORDER BY h.ordinal";
    assert_eq!(
        ask(&connection, handles),
        ["Press desk|+47 555 01 23|@lagoon", "Press desk|+47 555 01 23|@reef"]
    );
    assert_eq!(ask(&connection, "SELECT iso3166 FROM entity_members ORDER BY ordinal"), ["NO", "SE"]);
    assert_eq!(ask(&connection, "SELECT title, \"of\" FROM roles"), ["Director|Lagoon Office"]);
    assert_eq!(ask(&connection, "SELECT alias FROM entity_aliases"), ["The Lagoon Office"]);
}

#[test]
fn values_outside_their_lists_are_refused() {
    let (_folder, connection) = database();
    for refused in [
        "UPDATE documents SET genre = 'poem'",
        "UPDATE dates SET start = 'x'",
        "UPDATE amounts SET value = NULL",
        "DELETE FROM entities WHERE id = 'org:lagoon-office'",
    ] {
        connection.execute_batch("PRAGMA foreign_keys = ON").unwrap();
        assert!(connection.execute_batch(refused).is_err(), "{refused}");
    }
}

#[test]
fn rows_that_refer_to_a_row_are_found_by_an_index() {
    let (_folder, connection) = database();
    for table in TABLES {
        for reference in table.references {
            let equal: Vec<String> =
                reference.columns.iter().map(|column| format!("\"{column}\" = 'x'")).collect();
            let query =
                format!("EXPLAIN QUERY PLAN SELECT 1 FROM \"{}\" WHERE {}", table.name, equal.join(" AND "));
            let plan = ask(&connection, &query);
            assert!(plan.iter().all(|step| step.contains("SEARCH")), "{}: {plan:?}", table.name);
        }
    }
}

#[test]
fn declarations_are_sound() {
    for table in TABLES {
        let names: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
        let known = |columns: &[&str], table: &str, names: &[&str]| {
            for column in columns {
                assert!(names.contains(column), "{table} has no {column}");
            }
        };
        assert_eq!(names[0], "document_id", "{}", table.name);
        known(table.key, table.name, &names);
        for key in table.key {
            let column = table.columns.iter().find(|column| column.name == *key).unwrap();
            assert!(!column.nullable, "{}.{key} is a key and may be unknown", table.name);
        }
        table.indexes.iter().for_each(|index| known(index, table.name, &names));
        for reference in table.references {
            known(reference.columns, table.name, &names);
            let target = TABLES.iter().find(|target| target.name == reference.table).unwrap();
            assert_eq!(reference.key, target.key, "{} to {}", table.name, target.name);
            assert_eq!(reference.columns.len(), reference.key.len());
        }
    }
}
