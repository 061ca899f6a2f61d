//! Backgrounders and fact sheets on their own: headed facts, often bulleted.

use rapporteur_model::Genre;

use super::{Bullets, Features, Policy, Reader, clues};

/// The reader.
pub const READER: Reader = Reader {
    genre: Genre::Backgrounder,
    about: "headed facts, often as bullets with bold lead-ins",
    policy: Policy { bullets: Bullets::Provisions, ..Policy::PROSE },
    judge,
};

fn judge(features: &Features) -> Vec<(u32, &'static str)> {
    clues(&[(
        features.first.to_lowercase().starts_with("fact sheet")
            || features.first.to_lowercase().starts_with("backgrounder"),
        14,
        "the first line names it",
    )])
}
