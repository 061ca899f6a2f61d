//! `datapackage.json`: the CSV files as a Frictionless Data Package (version 1), made from the tables' declarations.
//!
//! It tells a reader which file holds which table, what its columns hold, which values they may have, and how rows
//! refer to one another. Deliberately not here: anything about the documents themselves (no counts, no hashes), so
//! that the file is the same after every run.

use serde_json::{Map, Value, json};

use crate::tables::{Column, Kind, TABLES, Table};

/// The descriptor of the CSV files.
pub fn datapackage() -> Value {
    json!({
        "profile": "tabular-data-package",
        "name": "rapporteur",
        "title": "Papers of governments and international bodies as tables",
        "description": "Every `start` and `end` counts Unicode code points of `documents.text` from 0. Text that \
            begins with = + - @, a tab or a carriage return, and is no plain number, has an apostrophe in front \
            (one more, where apostrophes stand before such a character); taking one away restores it.",
        "version": crate::SCHEMA_VERSION,
        "resources": TABLES.iter().map(resource).collect::<Vec<_>>(),
    })
}

fn resource(table: &Table) -> Value {
    let foreign_keys: Vec<Value> = table
        .references
        .iter()
        .map(|reference| {
            // The specification has a table refer to itself by an empty name.
            let target = if reference.table == table.name { "" } else { reference.table };
            json!({
                "fields": reference.columns,
                "reference": { "resource": target, "fields": reference.key },
            })
        })
        .collect();
    json!({
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": format!("{}.csv", table.name),
        "description": words(table.about),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": { "delimiter": ",", "quoteChar": "\"", "doubleQuote": true, "lineTerminator": "\r\n", "header": true },
        "schema": {
            "fields": table.columns.iter().map(|column| field(table, column)).collect::<Vec<_>>(),
            "missingValues": [""],
            "primaryKey": table.key,
            "foreignKeys": foreign_keys,
        },
    })
}

fn field(table: &Table, column: &Column) -> Value {
    let kind = match column.kind {
        Kind::Text => "string",
        Kind::Integer => "integer",
        Kind::Decimal => "number",
        Kind::Day => "date",
        Kind::Moment => "datetime",
    };
    let allowed = (column.allowed)();
    let mut constraints = Map::new();
    // Text that is known may still be empty, and an empty cell would count as missing.
    let never_empty = column.kind != Kind::Text || !allowed.is_empty() || table.key.contains(&column.name);
    if !column.nullable && never_empty {
        constraints.insert("required".to_owned(), Value::Bool(true));
    }
    if !allowed.is_empty() {
        constraints.insert("enum".to_owned(), json!(allowed));
    }
    let mut field = Map::new();
    field.insert("name".to_owned(), json!(column.name));
    field.insert("type".to_owned(), json!(kind));
    field.insert("description".to_owned(), json!(words(column.about)));
    if !constraints.is_empty() {
        field.insert("constraints".to_owned(), Value::Object(constraints));
    }
    Value::Object(field)
}

fn words(about: &str) -> String {
    about.lines().map(str::trim).collect::<Vec<_>>().join(" ")
}
