//! The outputs: [`FORMATS`], one line an entry, and one file an output.
//!
//! An output goes on from what it holds: a document that it holds already, read from the same bytes under the same
//! path by the same program, word lists and options, is kept and need not be read; one that changed takes the place
//! of what stood under its path; what is not given again stays, unless it is pruned.
//!
//! Invariant of every output: nothing half-written ever stands under a final name, and no document is half there. A
//! file is written under a temporary name in the same folder (`.rapporteur-…`) and renamed when it is whole; a
//! database takes a document in one transaction. What a document becomes depends on the document alone.
//!
//! To add an output, write its file and add its line.

mod csv;
mod database;
#[cfg(feature = "postgres")]
mod encryption;
mod files;
mod html;
mod json;
mod jsonl;
mod manifest;
#[cfg(feature = "parquet")]
mod parquet;
mod parts;
#[cfg(feature = "postgres")]
mod postgres;
mod sqlite;
mod staged;

pub use staged::sweep;

use crate::{Export, ExportError, Ledger, Target};

/// An output.
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it writes, in a line.
    pub about: &'static str,
    /// Is it written where no output is asked for by name?
    pub default: bool,
    /// Does it write to a server, not into the folder?
    pub server: bool,
    /// Opens it at a target.
    pub open: Open,
}

/// Where documents are written to, one after the other, in the order of inputs.
pub trait Sink: Send {
    /// What it holds already.
    fn ledger(&self) -> &Ledger;

    /// Makes it take again what it holds already.
    fn expire(&mut self);

    /// Writes one document, in the place of what it held of the same bytes or under the same path.
    ///
    /// # Errors
    /// Where the file system or the database refuses.
    fn write(&mut self, export: &Export<'_>) -> Result<(), ExportError>;

    /// Is told that the document of this path is held and was not read again.
    ///
    /// # Errors
    /// Where the file system or the database refuses.
    fn keep(&mut self, _path: &str) -> Result<(), ExportError> {
        Ok(())
    }

    /// Is told of an input that gives no document, and why.
    ///
    /// # Errors
    /// Where the file system or the database refuses.
    fn refuse(&mut self, _path: &str, _reason: &str) -> Result<(), ExportError> {
        Ok(())
    }

    /// Takes out every document whose path is gone; their number.
    ///
    /// # Errors
    /// Where the file system or the database refuses.
    fn prune(&mut self, gone: &dyn Fn(&str) -> bool) -> Result<usize, ExportError>;

    /// Gives the files their final names, and says where the documents stand: a file, the folder of many (a slash
    /// behind it), or the address of a server.
    ///
    /// # Errors
    /// Where the file system or the database refuses.
    fn finish(self: Box<Self>) -> Result<Vec<String>, ExportError>;
}

/// All outputs.
pub static FORMATS: &[Format] = &[
    folder("json", "json/NAME.json, a document a file", true, json::open),
    folder("jsonl", "rapporteur.jsonl, a document a line", false, jsonl::open),
    folder("csv", "csv/TABLE.csv, with datapackage.json", true, csv::open),
    folder("sqlite", "rapporteur.sqlite, the same tables", true, sqlite::open),
    folder("html", "html/NAME.html, a page to review a document, and html/index.html", false, html::open),
    #[cfg(feature = "postgres")]
    Format {
        name: "postgres",
        about: "a PostgreSQL server, by --url, the same tables",
        default: false,
        server: true,
        open: postgres::open,
    },
    #[cfg(feature = "parquet")]
    folder("parquet", "parquet/TABLE.parquet, the same tables", false, parquet::open),
];

type Open = fn(&Target<'_>) -> Result<Box<dyn Sink>, ExportError>;

const fn folder(name: &'static str, about: &'static str, default: bool, open: Open) -> Format {
    Format { name, about, default, server: false, open }
}
