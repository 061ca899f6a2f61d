//! Resolutions and decisions: preambular and operative clauses.

use rapporteur_model::Genre;

use super::{Features, Policy, Reader, clues};

/// The reader.
pub const READER: Reader = Reader {
    genre: Genre::Resolution,
    about: "preambular clauses, numbered operative ones",
    policy: Policy::CLAUSES,
    judge,
};

fn judge(features: &Features) -> Vec<(u32, &'static str)> {
    clues(&[
        (
            features.clauses >= 4 && features.clauses * 4 >= features.texts,
            8,
            "clauses in the manner of a resolution",
        ),
        (features.any_head(|line| line.starts_with("resolution ")), 8, "the title names it"),
    ])
}
