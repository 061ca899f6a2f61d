//! The tests of the whole: labelled fixtures, outlines, exports, invariants and the rules of the house.
//!
//! One binary, so that the workspace is linked once. Texts of the shared folder that may stand beside the checkout are
//! tried where they are there and skipped with a word where not; nothing of them goes into a snapshot.
//!
//! ```text
//! cargo test -p rapporteur-tests                                           all of it
//! cargo test -p rapporteur-tests -- --ignored --nocapture show_misses      what is not right in each fixture
//! cargo insta review                                                       what a change did to outlines and scores
//! ```

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::print_stdout, reason = "tests speak to the person who runs them")]

mod acronyms;
mod corrections;
mod dates_and_symbols;
mod exports;
mod facts;
mod invariants;
mod linear;
mod names;
mod outlines;
mod parts;
mod properties;
mod render;
mod scores;
mod seeds;
mod sound;
mod texts;
mod tidy;
