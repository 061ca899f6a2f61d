//! `SQLite`'s SQL of the tables, the full-text index and the views.
//!
//! ```sql
//! CREATE TABLE "amounts" (
//!   -- The document.
//!   "document_id" TEXT NOT NULL,
//!   ...
//!   PRIMARY KEY ("document_id", "id"),
//!   FOREIGN KEY ("document_id") REFERENCES "documents" ("id") DEFERRABLE INITIALLY DEFERRED
//! ) STRICT;
//! ```
//!
//! Descriptions stand as comments inside the statements, where `sqlite_schema` keeps them. A decimal is TEXT, for
//! NUMERIC would make it a float; its index is over the float, so that a filter by size has one. A day is TEXT, which
//! sorts as the days do.
//!
//! Full text: `search` (FTS5) finds the words of items and blocks. It holds an index alone and takes the words from
//! `search_text`; `search_rows` numbers them, for the hidden numbers of other tables change when a file is compacted.
//! Triggers keep the three in step, so that nobody who writes rows has to think of them.

use super::{VIEWS, list, quoted, words};
use super::{View, all_tables, check, definition, foreign_key, indexes, lines, preamble, primary_key};
use crate::tables::{Column, Kind, Table};

/// The SQL that makes all tables, indexes, views and the full-text index of `SQLite`.
pub fn sql_schema() -> String {
    let mut script = preamble("SQLite");
    for table in all_tables() {
        script.push(String::new());
        create(table, &mut script);
    }
    script.push(String::new());
    script.push(search());
    for view in VIEWS {
        script.push(String::new());
        script.push(create_view(view));
    }
    script.push(String::new());
    script.join("\n")
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::Decimal | Kind::Day | Kind::Moment => "TEXT",
        Kind::Integer => "INTEGER",
    }
}

fn create(table: &'static Table, script: &mut Vec<String>) {
    comment(table.about, "", script);
    script.push(format!("CREATE TABLE {} (", quoted(table.name)));
    for column in table.columns {
        comment(column.about, "  ", script);
        let check = check(column).map(|check| format!(" {check}")).unwrap_or_default();
        script.push(format!("  {}{check},", definition(column, kind)));
    }
    let keys = std::iter::once(primary_key(table)).chain(table.references.iter().map(foreign_key));
    script.push(keys.map(|key| format!("  {key}")).collect::<Vec<_>>().join(",\n"));
    script.push(") STRICT;".to_owned());
    for index in indexes(table) {
        let columns: Vec<String> = index.columns.into_iter().map(indexed).collect();
        let (name, table) = (quoted(&index.name), quoted(table.name));
        script.push(format!("CREATE INDEX {name} ON {table} ({});", columns.join(", ")));
    }
}

fn indexed(column: &Column) -> String {
    let name = quoted(column.name);
    if column.kind == Kind::Decimal { format!("CAST({name} AS REAL)") } else { name }
}

fn comment(about: &str, indent: &str, script: &mut Vec<String>) {
    script.extend(lines(about).map(|line| format!("{indent}-- {line}")));
}

fn create_view(view: &View) -> String {
    let columns: Vec<&str> = view.columns.iter().map(|(name, _)| *name).collect();
    let mut script = Vec::new();
    comment(view.about, "", &mut script);
    script.push(format!("CREATE VIEW {} ({}) AS", quoted(view.name), list(&columns)));
    // Comments inside the statement are kept with the view.
    for (name, about) in view.columns {
        script.push(format!("  -- {name}: {about}"));
    }
    script.push(format!("{};", view.query.trim()));
    script.join("\n")
}

fn search() -> String {
    let searched: Vec<&Table> = all_tables().filter(|table| !table.search.is_empty()).collect();
    let texts: Vec<String> = searched.iter().map(|table| text_of(table)).collect();
    let triggers: Vec<String> = searched.iter().map(|table| triggers(table)).collect();
    format!(
        "-- Numbers of the rows that full text finds.
CREATE TABLE \"search_rows\" (
  \"id\" INTEGER PRIMARY KEY,
  \"document_id\" TEXT NOT NULL,
  -- The table that the row stands in.
  \"source\" TEXT NOT NULL,
  -- Its key beside the document.
  \"record\" TEXT NOT NULL,
  UNIQUE (\"document_id\", \"source\", \"record\")
) STRICT;
-- The words of the numbered rows.
CREATE VIEW \"search_text\" AS
{};
-- Full text: SELECT document_id, source, record FROM search WHERE search MATCH 'tide*' ORDER BY rank;
CREATE VIRTUAL TABLE \"search\" USING fts5(
  document_id UNINDEXED, source UNINDEXED, record UNINDEXED, text,
  content='search_text', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2'
);
{}",
        texts.join("\nUNION ALL\n"),
        triggers.join("\n")
    )
}

/// The column that makes the key of a searched table together with the document.
fn record(table: &Table) -> String {
    quoted(table.key.get(1).copied().unwrap_or_default())
}

fn text_of(table: &Table) -> String {
    let (name, record, words) = (table.name, record(table), words(table, "t."));
    format!(
        "SELECT r.id, r.document_id, r.source, r.record, trim({words}) AS text\n  FROM search_rows r \
         JOIN \"{name}\" t ON t.document_id = r.document_id AND t.{record} = r.record WHERE r.source = '{name}'"
    )
}

fn triggers(table: &Table) -> String {
    let (name, record) = (table.name, record(table));
    let (new, old) = (words(table, "new."), words(table, "old."));
    let columns = "document_id, source, record, text";
    format!(
        "CREATE TRIGGER \"{name}_search_insert\" AFTER INSERT ON \"{name}\" WHEN trim({new}) <> '' BEGIN
  INSERT INTO search_rows (document_id, source, record) VALUES (new.document_id, '{name}', new.{record});
  INSERT INTO search (rowid, {columns})
    VALUES (last_insert_rowid(), new.document_id, '{name}', new.{record}, trim({new}));
END;
CREATE TRIGGER \"{name}_search_delete\" BEFORE DELETE ON \"{name}\" WHEN trim({old}) <> '' BEGIN
  INSERT INTO search (search, rowid, {columns})
    SELECT 'delete', id, document_id, source, record, trim({old}) FROM search_rows
    WHERE document_id = old.document_id AND source = '{name}' AND record = old.{record};
  DELETE FROM search_rows
    WHERE document_id = old.document_id AND source = '{name}' AND record = old.{record};
END;"
    )
}
