//! What the labelled fixtures say, and how far a document agrees with them.
//!
//! `fixtures/GENRE/SLUG.gold` labels `fixtures/GENRE/SLUG.txt` by hand (the grammar is in `tests/LABELS.md`).
//! [`labels`] reads that form against its text, [`score`] compares one output document with it, field by field,
//! and [`report`] prints the counts as stable text and every miss for a person to read. [`schema`] compares a value with the
//! output's JSON Schema.
//!
//! Nothing here reads a file, a clock or the crates under test: texts and JSON values come in, numbers and text go out.

pub mod labels;
pub mod report;
pub mod schema;
pub mod score;
