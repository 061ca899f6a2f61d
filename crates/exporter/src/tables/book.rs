//! The books that a database keeps of its own filling: runs, what each document was read by, failures.
//!
//! ```sql
//! SELECT d.path, r.tool_version FROM readings JOIN documents d USING (document_id) JOIN runs r ON r.id = run;
//! ```
//!
//! They stand beside the tables of the contract, which hold documents alone: what a document becomes must not depend
//! on when it was read. From `readings` the next run knows what it need not read again.
//!
//! Deliberately not here: the files (CSV and the like), which keep no books in their tables.

use super::declare::{Moment, Row as _, Table, table};
use crate::record::Text;

/// The books, in the order in which they are made.
pub static BOOKS: &[Table] = &[SchemaVersionRow::TABLE, RunRow::TABLE, ReadingRow::TABLE, FailureRow::TABLE];

table! {
    /// A shape that the database has had; the last row tells its present one.
    schema_versions: SchemaVersionRow<'a>;
    key [id];
    {
        /// A running number, from 1.
        id: i64,
        /// Version of the tables, views and indexes.
        version: i64,
        /// SHA-256 of the SQL that made them, in hexadecimal digits.
        fingerprint: Text<'a>,
    }
}

table! {
    /// A run that changed something, and by what it read.
    runs: RunRow<'a>;
    key [id];
    {
        /// A running number, from 1.
        id: i64,
        /// Version of the program, with a hash of its sources behind a plus sign.
        tool_version: Text<'a>,
        /// Version of the output contract.
        schema_version: Text<'a>,
        /// SHA-256 of the word lists, in hexadecimal digits.
        lexicon: Text<'a>,
        /// The options that decide what is read, as a JSON object.
        options: Text<'a>,
        /// When it began to write; unknown where the database must not depend on the clock.
        started: Option<Moment<'a>>,
        /// When it ended; unknown also where it was cut short.
        finished: Option<Moment<'a>>,
    }
}

table! {
    /// The run that read a document last.
    readings: ReadingRow<'a>;
    key [document_id];
    refers [document_id] to documents [id];
    refers [run] to runs [id];
    {
        /// The document.
        document_id: Text<'a>,
        /// The run.
        run: i64,
    }
}

table! {
    /// An input that gave no document the last time that it was tried.
    failures: FailureRow<'a>;
    key [path];
    refers [run] to runs [id];
    {
        /// The path or label under which it was given.
        path: Text<'a>,
        /// Why.
        reason: Text<'a>,
        /// The run that told it first.
        run: i64,
    }
}
