//! What changed between two readings of a paper.
//!
//! ```text
//! record ── facts() ──> facts ─┐
//! baseline ── read() ─> facts ─┴─ compare() ──> changes ──> report
//! ```
//!
//! Facts are made from the record of the contract, of this run or an earlier one, and compared as facts: what merely
//! moved is the same. Everything here is pure: texts come in and go out.
//!
//! Deliberately not here: files, colours of a terminal's own choosing, and reading documents.

pub mod baseline;
pub mod change;
pub mod compare;
pub mod fact;
pub mod facts;
mod merge;
mod modality;
pub mod overrides;
mod pair;
pub mod report;
pub mod rules;
pub mod words;

pub use change::{Change, FieldChange, What};
pub use compare::{Comparison, Count, compare};
pub use fact::{Fact, Field, Kind, Place};
pub use facts::{Facts, facts};
pub use rules::Rules;
