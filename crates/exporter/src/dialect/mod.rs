//! SQL of the tables, a file a dialect: `sqlite::schema()` is a whole script, made from the tables' declarations.
//!
//! Here stands what dialects share: names in double quotes (`end` and `by` are words of SQL), keys, checks, and which
//! indexes a table needs. Foreign keys are looked at when a document is whole, since a document refers to its dates
//! and they to it.
//!
//! Deliberately not here: connections; those belong to the outputs in `format`.

pub(crate) mod postgres;
pub(crate) mod sqlite;
mod view;

pub use view::{VIEWS, View};

use sha2::{Digest as _, Sha256};

use crate::tables::{BOOKS, Column, ForeignKey, Kind, TABLES, Table};

/// Version of the shape of the databases. It rises when something is renamed, retyped or taken away; what is only
/// added (a column, a view, an allowed value) shows in the fingerprint alone.
pub(crate) const DATABASE_VERSION: i64 = 2;

/// Tables of the contract and books, in the order in which they are made and filled.
pub(crate) fn all_tables() -> impl DoubleEndedIterator<Item = &'static Table> {
    TABLES.iter().chain(BOOKS)
}

/// The first lines of a script: for whom it is, and what its places count.
fn preamble(database: &str) -> Vec<String> {
    vec![
        format!("-- Tables of rapporteur for {database}, version {DATABASE_VERSION}."),
        "-- Every \"start\" and \"end\" counts Unicode code points of documents.text from 0:".to_owned(),
        "-- substr(text, start + 1, \"end\" - start) gives what stood there.".to_owned(),
    ]
}

/// What tells one schema from another.
pub(crate) fn fingerprint(schema: &str) -> String {
    Sha256::digest(schema.as_bytes())
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

/// An index that a table needs.
struct Index {
    name: String,
    columns: Vec<&'static Column>,
}

/// The declared indexes of a table, and those that its foreign keys need.
fn indexes(table: &'static Table) -> Vec<Index> {
    let find = |names: &[&str]| -> Vec<&'static Column> {
        names.iter().filter_map(|name| table.columns.iter().find(|column| column.name == *name)).collect()
    };
    let index = |columns: &[&str], named: &[&str]| Index {
        name: format!("{}_by_{}", table.name, named.join("_")),
        columns: find(columns),
    };
    let mut found: Vec<Index> = table.indexes.iter().map(|columns| index(columns, columns)).collect();
    for columns in table.references.iter().filter_map(|reference| reference_index(table, reference)) {
        let named = if columns.len() > 1 { &columns[..columns.len() - 1] } else { &columns[..] };
        found.push(index(&columns, named));
    }
    found
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

/// A column's name, type, and whether it must be known.
fn definition(column: &Column, kind: fn(Kind) -> &'static str) -> String {
    let known = if column.nullable { "" } else { " NOT NULL" };
    format!("{} {}{known}", quoted(column.name), kind(column.kind))
}

/// The condition that a column has one of its allowed values.
fn check(column: &Column) -> Option<String> {
    let allowed: Vec<String> = (column.allowed)().iter().map(|value| format!("'{value}'")).collect();
    (!allowed.is_empty()).then(|| format!("CHECK ({} IN ({}))", quoted(column.name), allowed.join(", ")))
}

fn primary_key(table: &Table) -> String {
    format!("PRIMARY KEY ({})", list(table.key))
}

fn foreign_key(reference: &ForeignKey) -> String {
    let (from, to) = (list(reference.columns), list(reference.key));
    let table = quoted(reference.table);
    format!("FOREIGN KEY ({from}) REFERENCES {table} ({to}) DEFERRABLE INITIALLY DEFERRED")
}

/// The lines of a description, white space at their ends left out.
fn lines(about: &str) -> impl Iterator<Item = &str> {
    about.lines().map(str::trim)
}

/// A name in double quotes.
pub(crate) fn quoted(name: &str) -> String {
    format!("\"{name}\"")
}

/// Names in double quotes, parted by commas.
pub(crate) fn list(names: &[&str]) -> String {
    names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", ")
}

/// All words of a row that full text finds, as one expression; `prefix` stands before the columns.
fn words(table: &Table, prefix: &str) -> String {
    let columns: Vec<String> =
        table.search.iter().map(|column| format!("coalesce({prefix}{}, '')", quoted(column))).collect();
    columns.join(" || ' ' || ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_text_is_of_tables_whose_key_is_document_and_one_column() {
        for table in all_tables().filter(|table| !table.search.is_empty()) {
            assert_eq!((table.key.len(), table.key[0]), (2, "document_id"), "{}", table.name);
        }
    }

    #[test]
    fn names_of_indexes_are_unique_and_short_enough_for_any_database() {
        let mut names: Vec<String> = all_tables().flat_map(indexes).map(|index| index.name).collect();
        let count = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), count);
        assert!(names.iter().all(|name| name.len() < 63), "{names:?}");
    }
}
