//! What can go wrong while writing: always the outside world, always with the path.

use std::path::PathBuf;

/// An output could not be written.
#[derive(thiserror::Error, Debug)]
#[non_exhaustive]
pub enum ExportError {
    /// A folder could not be made.
    #[error("cannot make the folder {}", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A file could not be written or renamed.
    #[error("cannot write {}", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A record could not be written as JSON.
    #[error("cannot write JSON to {}", path.display())]
    Json {
        /// The file.
        path: PathBuf,
        /// Why.
        source: serde_json::Error,
    },
    /// A row could not be written as CSV.
    #[error("cannot write the table {table} to {}", path.display())]
    Csv {
        /// The file.
        path: PathBuf,
        /// The table.
        table: &'static str,
        /// Why.
        source: csv::Error,
    },
    /// The database refused its tables, a row or a document.
    #[error("cannot write {what} to the database {}", path.display())]
    Database {
        /// The file.
        path: PathBuf,
        /// A table, or a document by its id.
        what: String,
        /// Why.
        source: rusqlite::Error,
    },
}
