//! `rapporteur.sqlite`: a database of all tables, with keys, checks and indexes.
//!
//! The database is built in a file under a temporary name and renamed when it is whole. That is safer than writing
//! to the final file a transaction a document: a killed run leaves the database of the run before, and while it is
//! built no journal is needed, for nobody reads it and a failed one is thrown away. Each document is still a
//! transaction of its own, so that an error names the document whose rows do not fit together.
//!
//! A document that is given twice (the same bytes) has its rows once: its id is their key.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ToSql, params_from_iter};
use tempfile::NamedTempFile;

use super::{Sink, staged};
use crate::ddl::quoted;
use crate::tables::{Cell, TABLES, Table};
use crate::{Export, ExportError, SCHEMA_VERSION, sql_schema};

pub(super) fn open(out: &Path) -> Result<Box<dyn Sink>, ExportError> {
    staged::folder(out)?;
    let path = out.join("rapporteur.sqlite");
    let file = staged::stage(out)?;
    let connection = create(file.path()).map_err(|source| database(&path, "its tables", source))?;
    let inserts = TABLES.iter().map(insert).collect();
    Ok(Box::new(Sqlite { path, file, connection, inserts, written: BTreeSet::new() }))
}

fn create(path: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open(path)?;
    connection.set_prepared_statement_cache_capacity(TABLES.len());
    connection.execute_batch(&format!(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON; \
         PRAGMA user_version = {SCHEMA_VERSION}; BEGIN; {} COMMIT;",
        sql_schema()
    ))?;
    Ok(connection)
}

/// The statement that adds a row.
fn insert(table: &Table) -> String {
    let columns: Vec<String> = table.columns.iter().map(|column| quoted(column.name)).collect();
    let values = vec!["?"; columns.len()].join(", ");
    format!("INSERT INTO {} ({}) VALUES ({values})", quoted(table.name), columns.join(", "))
}

struct Sqlite {
    path: PathBuf,
    file: NamedTempFile,
    connection: Connection,
    /// In the order of [`TABLES`].
    inserts: Vec<String>,
    /// Ids of the documents so far.
    written: BTreeSet<String>,
}

impl Sink for Sqlite {
    fn write(&mut self, export: &Export<'_>) -> Result<(), ExportError> {
        let id = &export.record.id;
        if !self.written.insert(id.clone().into_owned()) {
            return Ok(());
        }
        let whole = |source| database(&self.path, &format!("document {id}"), source);
        self.connection.execute_batch("BEGIN").map_err(whole)?;
        export.tables.rows(|table, cells| {
            let Some(insert) = self.inserts.get(table) else { return Ok(()) };
            self.connection
                .prepare_cached(insert)
                .and_then(|mut statement| statement.execute(params_from_iter(cells)))
                .map(|_| ())
                .map_err(|source| {
                    let name = TABLES.get(table).map_or("", |table| table.name);
                    database(&self.path, &format!("table {name} of document {id}"), source)
                })
        })?;
        self.connection.execute_batch("COMMIT").map_err(whole)
    }

    fn finish(self: Box<Self>) -> Result<Vec<PathBuf>, ExportError> {
        let Self { path, file, connection, .. } = *self;
        connection.close().map_err(|(_, source)| database(&path, "the last rows", source))?;
        staged::publish(file, &path)?;
        Ok(vec![path])
    }
}

impl ToSql for Cell<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Cell::Null => ToSqlOutput::Borrowed(ValueRef::Null),
            Cell::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Cell::Integer(number) => ToSqlOutput::Borrowed(ValueRef::Integer(*number)),
        })
    }
}

fn database(path: &Path, what: &str, source: rusqlite::Error) -> ExportError {
    ExportError::Database { path: path.to_owned(), what: what.to_owned(), source }
}
