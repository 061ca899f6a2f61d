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
    /// The database refused its tables, a row or a document, or could not be reached.
    #[error("cannot write {what} to {place}: {source}")]
    Database {
        /// The file or the address, without any password.
        place: String,
        /// A table, or a document by its id.
        what: String,
        /// Is it this one document that the database refuses, so that others may still be written?
        refused: bool,
        /// Why.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// A database that this program cannot write to as it is.
    #[error("{place}: {reason}")]
    Unfit {
        /// The file or the address, without any password.
        place: String,
        /// Why, and what to do.
        reason: String,
    },
}

impl ExportError {
    /// Is it one document that is refused, so that others may still be written?
    pub fn is_of_one_document(&self) -> bool {
        matches!(self, Self::Database { refused: true, .. })
    }
}
