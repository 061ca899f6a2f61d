//! Treaties, conventions and agreements: articles with numbered paragraphs.

use rapporteur_model::Genre;

use super::{Features, Policy, Reader, clues};

/// The reader.
pub const READER: Reader = Reader {
    genre: Genre::Treaty,
    about: "parts, articles, numbered paragraphs",
    policy: Policy::CLAUSES,
    judge,
};

fn judge(features: &Features) -> Vec<(u32, &'static str)> {
    clues(&[(features.articles >= 3, 10, "articles")])
}
