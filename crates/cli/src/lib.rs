//! The `rapporteur` command: arguments, inputs, batches, and what a person sees.
//!
//! `rapporteur convert releases/ --out data/` reads every text of a folder and writes files and databases.
//! The commands stand one a file in [`command`]; the walk of one document is [`read`].
//!
//! Invariants: standard output is data and standard error is talk; the same bytes give the same output whatever
//! the number of jobs or the order of the inputs; memory is bounded by the documents in flight.
//!
//! Deliberately not here: how text is read and how records are written. This crate knows files, the terminal and
//! exit codes, and no word of any document.

pub mod archive;
pub mod arguments;
pub mod batch;
pub mod command;
pub mod context;
pub mod corrections;
pub mod facts;
pub mod failures;
pub mod flow;
pub mod holding;
pub mod input;
pub mod intake;
pub mod interrupt;
pub mod lines;
pub mod lock;
pub mod maker;
pub mod outline;
pub mod pipeline;
pub mod progress;
pub mod snippet;
pub mod summary;
pub mod terminal;
mod walk;

pub use arguments::{Cli, run};
pub use pipeline::read;
