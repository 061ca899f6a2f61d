//! Statements of one government, body or person.

use rapporteur_model::Genre;

use super::{Features, Policy, Reader, clues};

/// The reader.
pub const READER: Reader = Reader {
    genre: Genre::Statement,
    about: "one speaker, paragraphs, at times numbered",
    policy: Policy::PARAGRAPHS,
    judge,
};

fn judge(features: &Features) -> Vec<(u32, &'static str)> {
    clues(&[(
        features.any_head(|line| {
            line.starts_with("statement ")
                || line.contains("ministerial statement")
                || line.starts_with("press statement")
        }),
        14,
        "the title names it",
    )])
}
