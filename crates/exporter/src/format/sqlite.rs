//! `rapporteur.sqlite`: a database of all tables, with keys, checks, indexes, full text and views.
//!
//! The file is written in place, a transaction a document, with a write-ahead log while a run goes on: others may
//! read meanwhile, and a run that is killed leaves whole documents behind. At the end the log is folded in, so that
//! one plain file stays.
//!
//! A file of an earlier shape is brought to the present one by copying every table into its new declaration, in one
//! transaction: columns are only ever added, so what both have is what there was. A file of a later version, or of
//! another program, is left alone with a word.

use std::path::Path;
use std::time::Duration;

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ErrorCode, ToSql, params_from_iter};

use super::database::{Backend, Database, Fault, insert, told};
use super::{Sink, Target, staged};
use crate::dialect::sqlite::sql_schema;
use crate::dialect::{DATABASE_VERSION, all_tables, fingerprint, list, quoted};
use crate::tables::{Cell, Column, Kind, TABLES, Table};
use crate::{Export, ExportError};

/// How long to wait for others who write to the file.
const PATIENCE: Duration = Duration::from_secs(10);

pub(super) fn open(target: &Target<'_>) -> Result<Box<dyn Sink>, ExportError> {
    staged::folder(target.out)?;
    let path = target.out.join("rapporteur.sqlite");
    let place = path.display().to_string();
    let connection = connect(&path).map_err(|source| told(&place, "its tables", fault(source)))?;
    prepare(&connection, &place)?;
    let inserts = TABLES.iter().map(insert).collect();
    let database = Database::open(Sqlite { place, connection, inserts, logged: false }, target)?;
    Ok(Box::new(database))
}

fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(4 * TABLES.len());
    connection.execute_batch("PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;")?;
    Ok(connection)
}

/// Makes the tables, or brings them to their present shape.
fn prepare(connection: &Connection, place: &str) -> Result<(), ExportError> {
    let failed = |source| told(place, "its tables", fault(source));
    let number = |query: &str| connection.query_row(query, [], |row| row.get::<_, i64>(0));
    let version = number("PRAGMA user_version").map_err(failed)?;
    let tables = number("SELECT count(*) FROM sqlite_schema").map_err(failed)?;
    let unfit = |reason: String| Err(ExportError::Unfit { place: place.to_owned(), reason });
    if version > DATABASE_VERSION {
        return unfit(format!(
            "the database has version {version}, made by a newer rapporteur; this one writes version {DATABASE_VERSION}"
        ));
    }
    if tables > 0
        && number("SELECT count(*) FROM sqlite_schema WHERE name = 'documents'").map_err(failed)? == 0
    {
        return unfit("the file is a database of something else".to_owned());
    }
    let schema = sql_schema();
    let wanted = fingerprint(&schema);
    if tables == 0 {
        return change(connection, &schema, &wanted).map_err(failed);
    }
    let last = "SELECT fingerprint FROM schema_versions ORDER BY id DESC LIMIT 1";
    let found: Option<String> = connection.query_row(last, [], |row| row.get(0)).ok();
    if found.as_ref() == Some(&wanted) {
        return Ok(());
    }
    let migrated = migration(connection, &schema).and_then(|script| {
        connection.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON;")?;
        change(connection, &script, &wanted)?;
        connection.execute_batch("PRAGMA legacy_alter_table = OFF; PRAGMA foreign_keys = ON;")
    });
    migrated.map_err(failed)
}

/// Runs a script that leaves the present shape, and notes it, all in one transaction.
fn change(connection: &Connection, script: &str, fingerprint: &str) -> rusqlite::Result<()> {
    let noted = format!(
        "BEGIN IMMEDIATE; {script}\nPRAGMA user_version = {DATABASE_VERSION};
         INSERT INTO schema_versions (id, version, fingerprint)
         SELECT coalesce(max(id), 0) + 1, {DATABASE_VERSION}, '{fingerprint}' FROM schema_versions; COMMIT;"
    );
    connection.execute_batch(&noted).inspect_err(|_| {
        let _ = connection.execute_batch("ROLLBACK");
    })
}

/// The script that copies every table into its present declaration.
fn migration(connection: &Connection, schema: &str) -> rusqlite::Result<String> {
    let names = |query: &str| -> rusqlite::Result<Vec<String>> {
        connection.prepare(query)?.query_map([], |row| row.get(0))?.collect()
    };
    let mut script = Vec::new();
    // The full-text index and what hangs on it are made anew from the rows.
    for (kind, drop) in [("trigger", "TRIGGER"), ("view", "VIEW"), ("index", "INDEX")] {
        let query =
            format!("SELECT name FROM sqlite_schema WHERE type = '{kind}' AND sql IS NOT NULL ORDER BY name");
        script.extend(names(&query)?.iter().map(|name| format!("DROP {drop} {};", quoted(name))));
    }
    let tables = names("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")?;
    for name in ["search", "search_rows"] {
        if tables.iter().any(|table| table == name) {
            script.push(format!("DROP TABLE {};", quoted(name)));
        }
    }
    let kept: Vec<&Table> =
        all_tables().filter(|table| tables.iter().any(|name| name == table.name)).collect();
    let old = |table: &Table| quoted(&format!("old_{}", table.name));
    script.extend(
        kept.iter().map(|table| format!("ALTER TABLE {} RENAME TO {};", quoted(table.name), old(table))),
    );
    script.push(schema.to_owned());
    for table in kept {
        let there = names(&format!("SELECT name FROM pragma_table_info('{}')", table.name))?;
        let copied = |column: &Column| match (there.iter().any(|name| name == column.name), column.nullable) {
            (true, _) => quoted(column.name),
            (false, true) => "NULL".to_owned(),
            // Read again by the next run that meets the document: it was read by another version.
            (false, false) if column.kind == Kind::Integer => "0".to_owned(),
            (false, false) => "''".to_owned(),
        };
        let columns: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
        let values: Vec<String> = table.columns.iter().map(copied).collect();
        let (name, old) = (quoted(table.name), old(table));
        script.push(format!(
            "INSERT INTO {name} ({}) SELECT {} FROM {old} ORDER BY rowid; DROP TABLE {old};",
            list(&columns),
            values.join(", ")
        ));
    }
    Ok(script.join("\n"))
}

struct Sqlite {
    place: String,
    connection: Connection,
    /// In the order of [`TABLES`].
    inserts: Vec<String>,
    /// Is the write-ahead log in use?
    logged: bool,
}

impl Backend for Sqlite {
    // The lock to write is taken at once, waiting for others as long as that is worth.
    const BEGIN: &'static str = "BEGIN IMMEDIATE";

    fn place(&self) -> &str {
        &self.place
    }

    fn ready(&mut self) -> Result<(), Fault> {
        // Where the log cannot be (some network disks) SQLite keeps its journal, which is as safe and slower. In
        // either mode a killed program loses nothing that was committed.
        self.logged = true;
        self.connection.execute_batch("PRAGMA journal_mode = WAL").map_err(fault)
    }

    fn batch(&mut self, statements: &str) -> Result<(), Fault> {
        self.connection.execute_batch(statements).map_err(fault)
    }

    fn run(&mut self, statement: &str, cells: &[Cell<'_>]) -> Result<u64, Fault> {
        execute(&self.connection, statement, cells)
    }

    fn rows(&mut self, query: &str) -> Result<Vec<Vec<Option<String>>>, Fault> {
        let mut statement = self.connection.prepare_cached(query).map_err(fault)?;
        let columns = statement.column_count();
        let rows = statement.query_map([], |row| (0..columns).map(|at| text(row.get_ref(at)?)).collect());
        rows.and_then(Iterator::collect).map_err(fault)
    }

    fn load(&mut self, export: &Export<'_>) -> Result<(), Fault> {
        export.rows(|table, cells| {
            let Some(insert) = self.inserts.get(table) else { return Ok(()) };
            execute(&self.connection, insert, cells)
                .map(|_| ())
                .map_err(|fault| Fault { table: TABLES.get(table).map(|table| table.name), ..fault })
        })
    }

    fn close(self) -> Result<String, Fault> {
        let Self { place, connection, logged, .. } = self;
        connection.flush_prepared_statement_cache();
        if logged {
            // One plain file, which can be read where nothing can be written. Refused while somebody reads: the log
            // stays until they are done, and the file is sound with it.
            let _ = connection.execute_batch("PRAGMA journal_mode = DELETE");
        }
        connection.close().map_err(|(_, source)| fault(source))?;
        Ok(place)
    }
}

fn execute(connection: &Connection, statement: &str, cells: &[Cell<'_>]) -> Result<u64, Fault> {
    let mut statement = connection.prepare_cached(statement).map_err(fault)?;
    statement.execute(params_from_iter(cells)).map(|rows| rows as u64).map_err(fault)
}

fn text(value: ValueRef<'_>) -> rusqlite::Result<Option<String>> {
    Ok(match value {
        ValueRef::Null => None,
        ValueRef::Integer(number) => Some(number.to_string()),
        other => Some(other.as_str()?.to_owned()),
    })
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

fn fault(source: rusqlite::Error) -> Fault {
    let of_rows = [ErrorCode::ConstraintViolation, ErrorCode::TooBig, ErrorCode::TypeMismatch];
    let refused = source.sqlite_error_code().is_some_and(|code| of_rows.contains(&code));
    Fault { table: None, refused, source: Box::new(source) }
}
