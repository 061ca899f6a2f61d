//! SQL of the tables (`SQLite`'s), made from their declarations.
//!
//! ```sql
//! CREATE TABLE "amounts" (
//!   "document_id" TEXT NOT NULL, -- The document.
//!   ...
//!   PRIMARY KEY ("document_id", "id"),
//!   FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED
//! ) STRICT;
//! ```
//!
//! Names are quoted, for `end` and `by` are words of SQL. Foreign keys are looked at when a document is whole, since
//! a document refers to its dates and they to it. A decimal is TEXT, for
//! NUMERIC would make it a float.
//! Deliberately not here: connections, and any other database's dialect.

use crate::tables::{Column, ForeignKey, Kind, TABLES, Table};

/// The SQL that makes all tables and indexes.
pub fn sql_schema() -> String {
    let mut lines = vec![
        format!("-- Tables of rapporteur, schema version {}.", crate::SCHEMA_VERSION),
        "-- Every \"start\" and \"end\" counts Unicode code points of documents.text from 0:".to_owned(),
        "-- substr(text, start + 1, \"end\" - start) gives what stood there.".to_owned(),
    ];
    for table in TABLES {
        lines.push(String::new());
        create(table, &mut lines);
    }
    lines.push(String::new());
    lines.join("\n")
}

fn create(table: &Table, lines: &mut Vec<String>) {
    comment(table.about, "", lines);
    lines.push(format!("CREATE TABLE {} (", quoted(table.name)));
    for column in table.columns {
        comment(column.about, "  ", lines);
        lines.push(format!("  {},", definition(column)));
    }
    let mut keys = vec![format!("  PRIMARY KEY ({})", list(table.key))];
    keys.extend(table.references.iter().map(|reference| {
        let (from, to) = (list(reference.columns), list(reference.key));
        let table = quoted(reference.table);
        format!("  FOREIGN KEY ({from}) REFERENCES {table} ({to}) DEFERRABLE INITIALLY DEFERRED")
    }));
    lines.push(keys.join(",\n"));
    lines.push(") STRICT;".to_owned());
    let mut index = |columns: &[&str], named: &[&str]| {
        let name = quoted(&format!("{}_by_{}", table.name, named.join("_")));
        lines.push(format!("CREATE INDEX {name} ON {} ({});", quoted(table.name), list(columns)));
    };
    for columns in table.indexes {
        index(columns, columns);
    }
    for columns in table.references.iter().filter_map(|reference| reference_index(table, reference)) {
        index(&columns, &columns[..columns.len() - 1]);
    }
}

/// The index that a foreign key needs; none where the primary key begins with its columns.
///
/// Without one, a row that others may refer to is looked for in all of them each time that one is added, and a long
/// document takes the square of its length. The document comes last, so that the index also finds the rows of all
/// documents that refer to an entity.
fn reference_index(table: &Table, reference: &ForeignKey) -> Option<Vec<&'static str>> {
    if table.key.starts_with(reference.columns) {
        return None;
    }
    let (document, others) = reference.columns.split_first()?;
    Some(others.iter().chain([document]).copied().collect())
}

fn definition(column: &Column) -> String {
    let kind = match column.kind {
        Kind::Text | Kind::Decimal | Kind::Day => "TEXT",
        Kind::Integer => "INTEGER",
    };
    let name = quoted(column.name);
    let known = if column.nullable { "" } else { " NOT NULL" };
    let allowed: Vec<String> = (column.allowed)().iter().map(|value| format!("'{value}'")).collect();
    if allowed.is_empty() {
        format!("{name} {kind}{known}")
    } else {
        format!("{name} {kind}{known} CHECK ({name} IN ({}))", allowed.join(", "))
    }
}

fn comment(words: &str, indent: &str, lines: &mut Vec<String>) {
    lines.extend(words.lines().map(|line| format!("{indent}-- {}", line.trim())));
}

/// A name in double quotes.
pub(crate) fn quoted(name: &str) -> String {
    format!("\"{name}\"")
}

fn list(names: &[&str]) -> String {
    names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", ")
}
