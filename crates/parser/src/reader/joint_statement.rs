//! Joint statements and communiqués of several parties.

use rapporteur_model::Genre;

use super::{Features, Policy, Reader, clues};

/// The reader.
pub const READER: Reader = Reader {
    genre: Genre::JointStatement,
    about: "several parties, numbered or headed paragraphs",
    policy: Policy::CLAUSES,
    judge,
};

fn judge(features: &Features) -> Vec<(u32, &'static str)> {
    clues(&[
        (features.any_head(|line| line.contains("joint statement")), 14, "the title names it"),
        (
            features.any_head(|line| {
                ["communiqu", "joint leaders", "joint declaration"].iter().any(|name| line.contains(name))
            }),
            12,
            "the title names it",
        ),
    ])
}
