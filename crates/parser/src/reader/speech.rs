//! Speeches and remarks.

use rapporteur_model::{Genre};

use super::{Features, Policy, Reader, clues};

/// The reader.
pub const READER: Reader = Reader {
    genre: Genre::Speech,
    about: "salutation, paragraphs, notes of applause",
    policy: Policy::PROSE,
    judge,
};

fn judge(features: &Features) -> Vec<(u32, &'static str)> {
    clues(&[
        (["remarks ", "speech ", "address by", "address to"].iter().any(|name| features.first.to_lowercase().starts_with(name)), 5, "the title names it"),
    ])
}
