//! `PostgreSQL`'s SQL of the tables, the full-text columns and the views.
//!
//! ```sql
//! CREATE TABLE IF NOT EXISTS "amounts" ("document_id" TEXT NOT NULL, ..., "value" NUMERIC NOT NULL, ...);
//! ALTER TABLE "amounts" ADD COLUMN IF NOT EXISTS "per" TEXT;
//! COMMENT ON COLUMN "amounts"."per" IS 'What it is paid or counted for each of: ...';
//! ```
//!
//! The script leaves the present shape whatever stood there before: it makes what is missing and makes constraints
//! anew, and never drops a table, a column of ours or a view, so that grants and what others built on them stay.
//!
//! Money is NUMERIC, which is exact. Numbers are INTEGER, for `substr(text, start + 1, "end" - start)` takes no wider
//! ones. Full text is a generated column `search` with a GIN index; of a very long passage it has the first 200,000
//! characters, for a `tsvector` ends at a megabyte.

use super::{VIEWS, View, all_tables, check, definition, foreign_key, indexes, lines, preamble, primary_key};
use super::{list, quoted, words};
use crate::tables::{Column, Kind, Table};

/// The SQL that brings a `PostgreSQL` database to the present shape, from nothing or from any earlier one.
pub fn postgres_schema() -> String {
    let mut script = preamble("PostgreSQL");
    for table in all_tables() {
        script.push(String::new());
        create(table, &mut script);
    }
    script.push(String::new());
    for table in all_tables() {
        references(table, &mut script);
    }
    for view in VIEWS {
        script.push(String::new());
        create_view(view, &mut script);
    }
    script.push(String::new());
    script.join("\n")
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "TEXT",
        Kind::Integer => "INTEGER",
        Kind::Decimal => "NUMERIC",
        Kind::Day => "DATE",
        Kind::Moment => "TIMESTAMPTZ",
    }
}

fn create(table: &'static Table, script: &mut Vec<String>) {
    let name = quoted(table.name);
    script.push(format!("CREATE TABLE IF NOT EXISTS {name} ("));
    script.extend(table.columns.iter().map(|column| format!("  {},", definition(column, kind))));
    script.push(format!("  {}\n);", primary_key(table)));
    for column in table.columns {
        script.push(format!("ALTER TABLE {name} ADD COLUMN IF NOT EXISTS {};", added(column)));
    }
    for column in table.columns {
        let constraint = quoted(&format!("{}_{}_check", table.name, column.name));
        script.push(format!("ALTER TABLE {name} DROP CONSTRAINT IF EXISTS {constraint};"));
        if let Some(check) = check(column) {
            script.push(format!("ALTER TABLE {name} ADD CONSTRAINT {constraint} {check};"));
        }
    }
    for index in indexes(table) {
        let columns: Vec<&str> = index.columns.iter().map(|column| column.name).collect();
        script.push(format!(
            "CREATE INDEX IF NOT EXISTS {} ON {name} ({});",
            quoted(&index.name),
            list(&columns)
        ));
    }
    if !table.search.is_empty() {
        let (words, index) = (words(table, ""), quoted(&format!("{}_by_search", table.name)));
        script.push(format!(
            "ALTER TABLE {name} DROP COLUMN IF EXISTS \"search\";
ALTER TABLE {name} ADD COLUMN \"search\" tsvector
  GENERATED ALWAYS AS (to_tsvector('english'::regconfig, left({words}, 200000))) STORED;
CREATE INDEX IF NOT EXISTS {index} ON {name} USING gin (\"search\");
COMMENT ON COLUMN {name}.\"search\" IS 'Its words, for full text: search @@ websearch_to_tsquery(''english'', ''…'').';"
        ));
    }
    script.push(format!("COMMENT ON TABLE {name} IS {};", literal(table.about)));
    for column in table.columns {
        script.push(format!(
            "COMMENT ON COLUMN {name}.{} IS {};",
            quoted(column.name),
            literal(column.about)
        ));
    }
}

/// A column as it is added to rows that are there. What must be known is empty in them until they are read again: they
/// were read by another version.
fn added(column: &Column) -> String {
    let empty = if column.kind == Kind::Integer { "0" } else { "''" };
    let value = if column.nullable { String::new() } else { format!(" DEFAULT {empty}") };
    format!("{}{value}", definition(column, kind))
}

fn references(table: &Table, script: &mut Vec<String>) {
    let name = quoted(table.name);
    for reference in table.references {
        let constraint = quoted(&format!("{}_{}_fkey", table.name, reference.columns.join("_")));
        script.push(format!("ALTER TABLE {name} DROP CONSTRAINT IF EXISTS {constraint};"));
        script.push(format!("ALTER TABLE {name} ADD CONSTRAINT {constraint} {};", foreign_key(reference)));
    }
}

fn create_view(view: &View, script: &mut Vec<String>) {
    let (name, columns) = (quoted(view.name), view.columns);
    let names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
    script.push(format!("CREATE OR REPLACE VIEW {name} ({}) AS{};", list(&names), view.query.trim_end()));
    script.push(format!("COMMENT ON VIEW {name} IS {};", literal(view.about)));
    for (column, about) in columns {
        script.push(format!("COMMENT ON COLUMN {name}.{} IS {};", quoted(column), literal(about)));
    }
}

/// A description as a string of SQL.
fn literal(about: &str) -> String {
    format!("'{}'", lines(about).collect::<Vec<_>>().join(" ").replace('\'', "''"))
}
