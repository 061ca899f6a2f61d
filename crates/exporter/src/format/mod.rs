//! The outputs: [`FORMATS`], one line an entry, and one file an output.
//!
//! Invariant of every output: nothing half-written ever stands under a final name. A file is written under a
//! temporary name in the same folder (`.rapporteur-…`) and renamed when it is whole, so that a killed run leaves the
//! files of the run before, or none. The bytes depend on the documents and their order alone.
//!
//! To add an output, write its file and add its line.

mod csv;
mod json;
mod jsonl;
mod sqlite;
mod staged;

use std::path::{Path, PathBuf};

use crate::{Export, ExportError};

/// An output.
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it writes, in a line.
    pub about: &'static str,
    /// Is it written where no output is asked for by name?
    pub default: bool,
    /// Opens it in the folder that outputs go to, which is made if it is not there.
    pub open: fn(&Path) -> Result<Box<dyn Sink>, ExportError>,
}

/// Where documents are written to, one after the other, in the order of inputs.
pub trait Sink: Send {
    /// Writes one document.
    ///
    /// # Errors
    /// Where the file system or the database refuses.
    fn write(&mut self, export: &Export<'_>) -> Result<(), ExportError>;

    /// Gives the files their final names, and says what was written: a file, or the folder of many.
    ///
    /// # Errors
    /// Where the file system or the database refuses.
    fn finish(self: Box<Self>) -> Result<Vec<PathBuf>, ExportError>;
}

/// All outputs.
pub static FORMATS: &[Format] = &[
    Format { name: "json", about: "json/NAME.json, a document a file", default: true, open: json::open },
    Format { name: "jsonl", about: "rapporteur.jsonl, a document a line", default: false, open: jsonl::open },
    Format { name: "csv", about: "csv/TABLE.csv, with datapackage.json", default: true, open: csv::open },
    Format { name: "sqlite", about: "rapporteur.sqlite, the same tables", default: true, open: sqlite::open },
];
