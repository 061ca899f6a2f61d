//! What the fuzz targets share: the checks that the tests of the whole make of every document.
//!
//! ```text
//! cargo +nightly fuzz run whole -- -max_total_time=900                  with a nightly toolchain
//! RUSTC_BOOTSTRAP=1 cargo fuzz run whole -- -max_total_time=900         with the pinned one
//! fuzz/run 900                                                          all targets, seeds and words included
//! ```
//!
//! A target fails by a panic, a fault, a leak or a minute without an answer. What it finds is written to
//! `fuzz/artifacts/TARGET/`; a finding becomes a test beside the code that it was in, and is not kept here.

/// The checks from outside, shared with `tests/all`.
#[path = "../../tests/all/sound.rs"]
pub mod sound;

/// What [`sound`] looks at.
mod texts {
    use rapporteur_model::Document;

    /// What a document is in a JSON file.
    pub fn record(document: &Document) -> serde_json::Value {
        serde_json::to_value(rapporteur_exporter::record(document)).expect("a record is JSON")
    }
}

use rapporteur_model::Document;

/// Fails where something does not hold of a document that must hold of every one.
pub fn assert_sound(document: &Document) {
    let faults = sound::faults(document);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
