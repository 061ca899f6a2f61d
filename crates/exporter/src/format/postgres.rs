//! A `PostgreSQL` server: the tables of the contract with NUMERIC money, DATE days, full text, views and comments.
//!
//! A document's rows go over by `COPY`, a statement a table, in one transaction. Words of a document are data of the
//! copy and never part of a statement:
//!
//! ```text
//! row  = cell *( TAB cell ) LF
//! cell = "\N" / *( character / "\\" / "\t" / "\n" / "\r" )   ; a backslash before what would end a cell or a row
//! ```
//!
//! One run at a time: an advisory lock of the session, which goes with the connection, however that ends. When the
//! connection is lost the server drops what was not committed, and the run ends with a word.
//!
//! Deliberately not here: how the connection is made, and by what it is kept from others' eyes (see `encryption.rs`).

use std::borrow::Cow;
use std::error::Error as _;
use std::io::Write as _;
use std::time::Duration;

use bytes::{BufMut as _, BytesMut};
use postgres::types::{Format, IsNull, ToSql, Type, to_sql_checked};
use postgres::{Client, Config, SimpleQueryMessage, config::Host};

use super::database::{Backend, Database, Fault, told};
use super::encryption::connect;
use super::{Sink, Target};
use crate::dialect::postgres::postgres_schema;
use crate::dialect::{DATABASE_VERSION, fingerprint, list, quoted};
use crate::tables::{Cell, TABLES, Table};
use crate::{Export, ExportError};

/// What the advisory lock of this program is known by.
const LOCK: i64 = 0x7261_7070_6f72_7400;
/// How long to wait for a server, and for a run before to let go.
const PATIENCE: Duration = Duration::from_secs(10);

pub(super) fn open(target: &Target<'_>) -> Result<Box<dyn Sink>, ExportError> {
    let unfit =
        |place: &str, reason: &str| ExportError::Unfit { place: place.to_owned(), reason: reason.to_owned() };
    let url = target.url.ok_or_else(|| {
        unfit("PostgreSQL", "no address: give --url postgres://user@host/database, or set DATABASE_URL")
    })?;
    let mut config: Config = url.parse().map_err(|error| {
        unfit("PostgreSQL", &format!("the address cannot be read: {}", in_a_line(&error)))
    })?;
    let place = place(&config);
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(PATIENCE);
    }
    config.application_name("rapporteur");
    let client = connect(&config, target.authorities).map_err(|words| {
        told(&place, "anything", Fault { table: None, refused: false, source: words.into() })
    })?;
    let copies = TABLES.iter().map(copy).collect();
    let mut server = Postgres { place: place.clone(), client, copies };
    let failed = |fault| told(&place, "its tables", fault);
    if server.one("SHOW server_encoding").map_err(failed)? != Some("UTF8".to_owned()) {
        return Err(unfit(
            &place,
            "the database must have the encoding UTF8, or places would count something else",
        ));
    }
    server.lock().map_err(|fault| {
        if fault.refused {
            unfit(&place, "another run is writing to this database; wait until it has ended")
        } else {
            told(&place, "anything", fault)
        }
    })?;
    server.prepare()?;
    Ok(Box::new(Database::open(server, target)?))
}

/// The address without the password.
fn place(config: &Config) -> String {
    let host = config.get_hosts().first().map_or(Cow::Borrowed("localhost"), |host| match host {
        Host::Tcp(name) => Cow::Borrowed(name.as_str()),
        #[cfg(unix)]
        Host::Unix(path) => path.to_string_lossy(),
    });
    let port = config.get_ports().first().map(|port| format!(":{port}")).unwrap_or_default();
    let user = config.get_user().map(|user| format!("{user}@")).unwrap_or_default();
    format!("postgres://{user}{host}{port}/{}", config.get_dbname().unwrap_or_default())
}

fn copy(table: &Table) -> String {
    let columns: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
    format!("COPY {} ({}) FROM STDIN", quoted(table.name), list(&columns))
}

struct Postgres {
    place: String,
    client: Client,
    /// In the order of [`TABLES`].
    copies: Vec<String>,
}

impl Postgres {
    /// The first cell of a query.
    fn one(&mut self, query: &str) -> Result<Option<String>, Fault> {
        Ok(self.rows(query)?.into_iter().next().and_then(|row| row.into_iter().next()?))
    }

    /// Takes the lock, waiting a while for a run that has just ended. Refused: another run goes on.
    fn lock(&mut self) -> Result<(), Fault> {
        let taken = self.client.batch_execute(&format!(
            "SET lock_timeout = {}; SELECT pg_advisory_lock({LOCK}); RESET lock_timeout;",
            PATIENCE.as_millis()
        ));
        taken.map_err(|error| {
            let refused = error.code().is_some_and(|code| code.code() == "55P03");
            Fault { refused, ..fault(&error) }
        })
    }

    /// Makes the tables, or brings them to their present shape.
    fn prepare(&mut self) -> Result<(), ExportError> {
        let place = self.place.clone();
        let failed = |fault| told(&place, "its tables", fault);
        let known = self.one("SELECT to_regclass('schema_versions')").map_err(failed)?;
        if known.is_some() {
            let last = "SELECT version FROM schema_versions ORDER BY id DESC LIMIT 1";
            let version: i64 =
                self.one(last).map_err(failed)?.and_then(|text| text.parse().ok()).unwrap_or(0);
            if version > DATABASE_VERSION {
                let reason = format!(
                    "the database has version {version}, made by a newer rapporteur; this one writes version {DATABASE_VERSION}"
                );
                return Err(ExportError::Unfit { place, reason });
            }
        } else if self.one("SELECT to_regclass('documents')").map_err(failed)?.is_some() {
            let reason = "there is a table documents that this program did not make".to_owned();
            return Err(ExportError::Unfit { place, reason });
        }
        let schema = postgres_schema();
        let wanted = fingerprint(&schema);
        if known.is_some() {
            let last = "SELECT fingerprint FROM schema_versions ORDER BY id DESC LIMIT 1";
            if self.one(last).map_err(failed)?.as_ref() == Some(&wanted) {
                return Ok(());
            }
        }
        self.batch(&format!(
            "BEGIN; SET LOCAL client_min_messages = warning; {schema}
             INSERT INTO schema_versions (id, version, fingerprint)
             SELECT coalesce(max(id), 0) + 1, {DATABASE_VERSION}, '{wanted}' FROM schema_versions; COMMIT;"
        ))
        .map_err(failed)
    }
}

impl Backend for Postgres {
    // The server's clock: a database on a server has no bytes to be the same.
    const NOW: &'static str = "now()";

    fn place(&self) -> &str {
        &self.place
    }

    fn batch(&mut self, statements: &str) -> Result<(), Fault> {
        self.client.batch_execute(statements).map_err(|source| fault(&source))
    }

    fn run(&mut self, statement: &str, cells: &[Cell<'_>]) -> Result<u64, Fault> {
        let cells: Vec<Written<'_>> = cells.iter().map(|cell| Written(*cell)).collect();
        let cells: Vec<&(dyn ToSql + Sync)> = cells.iter().map(|cell| cell as &(dyn ToSql + Sync)).collect();
        self.client.execute(statement, &cells).map_err(|source| fault(&source))
    }

    fn rows(&mut self, query: &str) -> Result<Vec<Vec<Option<String>>>, Fault> {
        let messages = self.client.simple_query(query).map_err(|source| fault(&source))?;
        let cells = |message| match message {
            SimpleQueryMessage::Row(row) => {
                Some((0..row.len()).map(|at| row.get(at).map(str::to_owned)).collect())
            }
            _ => None,
        };
        Ok(messages.into_iter().filter_map(cells).collect())
    }

    fn load(&mut self, export: &Export<'_>) -> Result<(), Fault> {
        let mut copies = vec![Vec::new(); TABLES.len()];
        let filled: Result<(), Fault> = export.rows(|table, cells| {
            if let Some(copy) = copies.get_mut(table) {
                row(copy, cells);
            }
            Ok(())
        });
        filled?;
        for ((table, copy), rows) in TABLES.iter().zip(&self.copies).zip(&copies) {
            if rows.is_empty() {
                continue;
            }
            let named = |source: &postgres::Error| Fault { table: Some(table.name), ..fault(source) };
            let mut writer = self.client.copy_in(copy.as_str()).map_err(|source| named(&source))?;
            writer.write_all(rows).map_err(|source| Fault {
                table: Some(table.name),
                refused: false,
                source: Box::new(source),
            })?;
            writer.finish().map_err(|source| named(&source))?;
        }
        Ok(())
    }

    fn close(self) -> Result<String, Fault> {
        let Self { place, client, .. } = self;
        client.close().map_err(|source| fault(&source))?;
        Ok(place)
    }
}

/// Adds a row of a copy.
fn row(copy: &mut Vec<u8>, cells: &[Cell<'_>]) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            copy.push(b'\t');
        }
        match cell {
            Cell::Null => copy.extend(b"\\N"),
            Cell::Integer(number) => copy.extend(number.to_string().as_bytes()),
            Cell::Text(text) => {
                for &byte in text.as_bytes() {
                    match byte {
                        b'\\' => copy.extend(b"\\\\"),
                        b'\t' => copy.extend(b"\\t"),
                        b'\n' => copy.extend(b"\\n"),
                        b'\r' => copy.extend(b"\\r"),
                        _ => copy.push(byte),
                    }
                }
            }
        }
    }
    copy.push(b'\n');
}

/// A cell as a value of a statement, in letters and digits that the server reads by the column's type.
#[derive(Debug)]
struct Written<'a>(Cell<'a>);

impl ToSql for Written<'_> {
    fn to_sql(
        &self,
        _: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self.0 {
            Cell::Null => return Ok(IsNull::Yes),
            Cell::Text(text) => out.put_slice(text.as_bytes()),
            Cell::Integer(number) => out.put_slice(number.to_string().as_bytes()),
        }
        Ok(IsNull::No)
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    fn encode_format(&self, _: &Type) -> Format {
        Format::Text
    }

    to_sql_checked!();
}

/// Classes of SQLSTATE that speak of the rows: a value, a constraint, a limit.
const OF_ROWS: [&str; 3] = ["22", "23", "54"];

fn fault(source: &postgres::Error) -> Fault {
    let class = source.code().and_then(|code| code.code().get(..2).map(str::to_owned));
    let refused = class.is_some_and(|class| OF_ROWS.contains(&class.as_str()));
    let words = match source.as_db_error() {
        Some(error) => {
            let detail = error.detail().map(|detail| format!(" ({detail})")).unwrap_or_default();
            format!("{}{detail}", error.message())
        }
        None => in_a_line(source),
    };
    Fault { table: None, refused, source: words.into() }
}

/// An error with its causes.
pub(super) fn in_a_line(error: &postgres::Error) -> String {
    let mut words = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let more = error.to_string();
        if !words.contains(&more) {
            words = format!("{words}: {more}");
        }
        cause = error.source();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_cell_or_a_row_is_escaped() {
        let mut copy = Vec::new();
        row(
            &mut copy,
            &[
                Cell::Text("a\tb\\N\r\nc'; DROP"),
                Cell::Null,
                Cell::Integer(-7),
                Cell::Text(""),
                Cell::Text("\\."),
            ],
        );
        assert_eq!(String::from_utf8(copy).unwrap(), "a\\tb\\\\N\\r\\nc'; DROP\t\\N\t-7\t\t\\\\.\n");
    }

    #[test]
    fn no_password_is_told() {
        for (url, want) in [
            ("postgres://ann:secret@db.example:6432/papers", "postgres://ann@db.example:6432/papers"),
            ("host=db.example user=ann password=secret dbname=papers", "postgres://ann@db.example/papers"),
        ] {
            assert_eq!(place(&url.parse().unwrap()), want);
        }
    }
}
