//! A document to records, files and databases.
//!
//! ```text
//! Document ── record() ──> DocumentRecord ── Tables::new() ──> rows ──> files, databases
//! ```
//!
//! [`Export::new`] is pure; rows are made from the record one by one, as they are written. The [`Sink`]s of [`FORMATS`] write one document after the
//! other, in the order in which they are given, so that the same documents give the same bytes. The types of
//! [`mod@record`] are the JSON Schema, the row types of [`tables`] are the table schema: CSV headers, SQL and the
//! data package are all made from them.
//!
//! Deliberately not here: finding or computing anything. An output shows what the document holds.

mod datapackage;
mod dialect;
mod error;
mod export;
pub mod format;
mod html;
mod ledger;
pub mod record;
mod run;
pub mod tables;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

pub use datapackage::datapackage;
pub use dialect::postgres::postgres_schema;
pub use dialect::sqlite::sql_schema;
pub use dialect::{VIEWS, View};
pub use error::ExportError;
pub use export::Export;
pub use format::{FORMATS, Format, Sink, sweep};
pub use ledger::{Held, Ledger};
pub use record::{DocumentRecord, SCHEMA_VERSION, json_schema, record};
pub use run::{Maker, Target};
pub use tables::{Kind, TABLES, Table, Tables};
