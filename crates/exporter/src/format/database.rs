//! What every database output does, whichever the server: `Database::open(Sqlite { .. }, maker, time)`.
//!
//! One document is one transaction: its own rows go, and those of the document that stood under its path; its new
//! rows come, with the note by which run they were read. So a run that is killed, cut off or refused leaves each
//! document as it was before or as it is after, and the next run knows from the notes what is left to do.
//!
//! A run has a row in `runs` from the first document or failure that it changes; one that changes nothing leaves
//! the database as it is.
//!
//! Deliberately not here: connections and SQL of one database alone, which each [`Backend`] has in its own file.

use std::collections::BTreeMap;

use super::{Sink, Target};
use crate::dialect::{list, quoted};
use crate::tables::{BOOKS, Cell, TABLES, Table};
use crate::{Export, ExportError, Held, Ledger, Maker, SCHEMA_VERSION};

/// A connection to a database, and how it differs from others.
///
/// Statements have their values as `$1`, `$2`, …, which both `SQLite` and `PostgreSQL` read.
pub(super) trait Backend: Send {
    /// Begins a transaction.
    const BEGIN: &'static str = "BEGIN";
    /// The time of a run to which none is given.
    const NOW: &'static str = "NULL";

    /// The file or the address, without any password.
    fn place(&self) -> &str;

    /// Is told before the first change of a run.
    fn ready(&mut self) -> Result<(), Fault> {
        Ok(())
    }

    /// Runs statements without values.
    fn batch(&mut self, statements: &str) -> Result<(), Fault>;

    /// Runs a statement; the number of rows that it changed.
    fn run(&mut self, statement: &str, cells: &[Cell<'_>]) -> Result<u64, Fault>;

    /// Rows of a query as text.
    fn rows(&mut self, query: &str) -> Result<Vec<Vec<Option<String>>>, Fault>;

    /// Adds all rows of a document.
    fn load(&mut self, export: &Export<'_>) -> Result<(), Fault>;

    /// Ends the connection, all having been written; what was written, for a person.
    fn close(self) -> Result<String, Fault>;
}

/// Why a database did not do what it was told.
pub(super) struct Fault {
    /// The table that it was about, where one row was.
    pub table: Option<&'static str>,
    /// Is it the rows themselves that are refused (a key, a check, a value too long), not the connection or the disk?
    pub refused: bool,
    /// The database's own words.
    pub source: Box<dyn std::error::Error + Send + Sync>,
}

/// The statement that adds a row.
pub(super) fn insert(table: &Table) -> String {
    let columns: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
    let values: Vec<String> = (1..=columns.len()).map(|place| format!("${place}")).collect();
    format!("INSERT INTO {} ({}) VALUES ({})", quoted(table.name), list(&columns), values.join(", "))
}

/// The statements that delete a document's rows, those that refer to others first.
fn deletions() -> Vec<String> {
    let tables = BOOKS.iter().filter(|table| table.name == "readings").chain(TABLES.iter().rev());
    let of =
        |table: &Table| format!("DELETE FROM {} WHERE {} = $1", quoted(table.name), list(&table.key[..1]));
    tables.map(of).collect()
}

/// A database as an output.
pub(super) struct Database<B> {
    backend: B,
    maker: Maker,
    time: Option<String>,
    ledger: Ledger,
    /// Reasons by path.
    failures: BTreeMap<String, String>,
    deletions: Vec<String>,
    /// The row of this run, once it is there.
    run: Option<i64>,
}

impl<B: Backend> Database<B> {
    /// An output over a connection whose tables are there and of this program's version.
    pub(super) fn open(mut backend: B, target: &Target<'_>) -> Result<Self, ExportError> {
        let (ledger, failures) = held(&mut backend, target.maker)
            .map_err(|fault| told(backend.place(), "what it reads from it", fault))?;
        let time = target.time.map(str::to_owned);
        let maker = target.maker.clone();
        Ok(Self { backend, maker, time, ledger, failures, deletions: deletions(), run: None })
    }

    /// Does work in a transaction of its own, `what` naming it in an error.
    fn whole(
        &mut self,
        what: &str,
        work: impl FnOnce(&mut Self, i64) -> Result<(), Fault>,
    ) -> Result<(), ExportError> {
        let before = self.run;
        let ready = if before.is_none() { self.backend.ready() } else { Ok(()) };
        let done = ready.and_then(|()| self.backend.batch(B::BEGIN)).and_then(|()| {
            let run = self.run()?;
            work(self, run)?;
            self.backend.batch("COMMIT")
        });
        done.map_err(|fault| {
            // Where the connection is gone there is nothing to roll back: the server has done so.
            let _ = self.backend.batch("ROLLBACK");
            self.run = before;
            let what =
                fault.table.map_or_else(|| what.to_owned(), |table| format!("table {table} of {what}"));
            told(self.backend.place(), &what, fault)
        })
    }

    /// The number of this run's row, which is made when it is first needed.
    fn run(&mut self) -> Result<i64, Fault> {
        if let Some(run) = self.run {
            return Ok(run);
        }
        let last = self.backend.rows("SELECT coalesce(max(id), 0) FROM runs")?;
        let last: i64 = last.first().and_then(|row| row.first()?.as_deref()?.parse().ok()).unwrap_or(0);
        let run = last + 1;
        let time = self.time.as_deref().map_or(Cell::Null, Cell::Text);
        let maker = &self.maker;
        self.backend.run(
            &format!(
                "INSERT INTO runs (id, tool_version, schema_version, lexicon, options, started) \
                 VALUES ($1, $2, $3, $4, $5, coalesce($6, {}))",
                B::NOW
            ),
            &[
                Cell::Integer(run),
                Cell::Text(&maker.tool_version),
                Cell::Text(SCHEMA_VERSION),
                Cell::Text(&maker.lexicon),
                Cell::Text(&maker.options),
                time,
            ],
        )?;
        self.run = Some(run);
        Ok(run)
    }

    fn delete(&mut self, id: &str) -> Result<(), Fault> {
        for deletion in &self.deletions {
            self.backend.run(deletion, &[Cell::Text(id)])?;
        }
        Ok(())
    }

    fn forgive(&mut self, path: &str) -> Result<(), Fault> {
        self.backend.run("DELETE FROM failures WHERE path = $1", &[Cell::Text(path)]).map(|_| ())
    }
}

impl<B: Backend> Sink for Database<B> {
    fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    fn expire(&mut self) {
        self.ledger.expire();
    }

    fn write(&mut self, export: &Export<'_>) -> Result<(), ExportError> {
        let held = Held::new(&export.record);
        if self.ledger.holds(&held.path, &held.sha256) {
            return Ok(());
        }
        self.whole(&format!("document {} ({})", held.id, held.path), |this, run| {
            for id in this.ledger.replaced(&held.id, &held.path) {
                this.delete(&id)?;
            }
            this.backend.load(export)?;
            this.backend.run(
                "INSERT INTO readings (document_id, run) VALUES ($1, $2)",
                &[Cell::Text(&held.id), Cell::Integer(run)],
            )?;
            if this.failures.contains_key(&held.path) { this.forgive(&held.path) } else { Ok(()) }
        })?;
        self.failures.remove(&held.path);
        self.ledger.note(held);
        Ok(())
    }

    fn keep(&mut self, path: &str) -> Result<(), ExportError> {
        if self.failures.contains_key(path) {
            self.whole(path, |this, _| this.forgive(path))?;
            self.failures.remove(path);
        }
        Ok(())
    }

    fn refuse(&mut self, path: &str, reason: &str) -> Result<(), ExportError> {
        if self.failures.get(path).is_some_and(|known| known == reason) {
            return Ok(());
        }
        self.whole(path, |this, run| {
            this.forgive(path)?;
            this.backend
                .run(
                    "INSERT INTO failures (path, reason, run) VALUES ($1, $2, $3)",
                    &[Cell::Text(path), Cell::Text(reason), Cell::Integer(run)],
                )
                .map(|_| ())
        })?;
        self.failures.insert(path.to_owned(), reason.to_owned());
        Ok(())
    }

    fn prune(&mut self, gone: &dyn Fn(&str) -> bool) -> Result<usize, ExportError> {
        let ids: Vec<String> =
            self.ledger.documents().filter(|held| gone(&held.path)).map(|held| held.id.clone()).collect();
        for id in &ids {
            self.whole(&format!("document {id}"), |this, _| this.delete(id))?;
            self.ledger.forget(id);
        }
        let paths: Vec<String> = self.failures.keys().filter(|path| gone(path)).cloned().collect();
        for path in &paths {
            self.whole(path, |this, _| this.forgive(path))?;
            self.failures.remove(path);
        }
        Ok(ids.len())
    }

    fn finish(mut self: Box<Self>) -> Result<Vec<String>, ExportError> {
        let place = self.backend.place().to_owned();
        if let Some(run) = self.run.filter(|_| self.time.is_some() || B::NOW != "NULL") {
            let time = self.time.as_deref().map_or(Cell::Null, Cell::Text);
            let update = format!("UPDATE runs SET finished = coalesce($1, {}) WHERE id = $2", B::NOW);
            self.backend
                .run(&update, &[time, Cell::Integer(run)])
                .map_err(|fault| told(&place, "the end of the run", fault))?;
        }
        self.backend
            .close()
            .map(|written| vec![written])
            .map_err(|fault| told(&place, "the last rows", fault))
    }
}

type Books = (Ledger, BTreeMap<String, String>);

/// What the database holds already.
fn held(backend: &mut impl Backend, maker: &Maker) -> Result<Books, Fault> {
    let mut ledger = Ledger::default();
    let documents = backend.rows(
        "SELECT d.id, d.path, d.sha256, d.bytes, r.tool_version, r.lexicon, r.options FROM documents d \
         LEFT JOIN readings g ON g.document_id = d.id LEFT JOIN runs r ON r.id = g.run ORDER BY d.id",
    )?;
    for row in documents {
        let mut cells = row.into_iter();
        let mut next = || cells.next().flatten();
        let (Some(id), Some(path), Some(sha256), Some(bytes)) = (next(), next(), next(), next()) else {
            continue;
        };
        let current = match (next(), next(), next()) {
            (Some(tool), Some(lexicon), Some(options)) => Held::is_by(maker, &tool, &lexicon, &options),
            _ => false,
        };
        ledger.note(Held { id, path, sha256, bytes: bytes.parse().unwrap_or(0), current });
    }
    let failures = backend.rows("SELECT path, reason FROM failures")?;
    let pair = |row: Vec<Option<String>>| {
        let mut cells = row.into_iter();
        Some((cells.next()??, cells.next()??))
    };
    Ok((ledger, failures.into_iter().filter_map(pair).collect()))
}

/// A fault as an error that names the database and what was written.
pub(super) fn told(place: &str, what: &str, fault: Fault) -> ExportError {
    ExportError::Database {
        place: place.to_owned(),
        what: what.to_owned(),
        refused: fault.refused,
        source: fault.source,
    }
}
