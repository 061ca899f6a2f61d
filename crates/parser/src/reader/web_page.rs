//! Saved pages of government sites: navigation, furniture, headings that come twice, lists that were lost.

use rapporteur_model::{Genre};

use super::{Features, Policy, Reader, clues};

/// The reader.
pub const READER: Reader = Reader {
    genre: Genre::WebPage,
    about: "navigation, furniture, headings that come twice",
    policy: Policy { page: true, ..Policy::PROSE },
    judge,
};

fn judge(features: &Features) -> Vec<(u32, &'static str)> {
    clues(&[
        (features.navigation >= 1 && features.headings >= 3, 4, "navigation and headings"),
        (features.modified, 4, "a date of modification"),
        (features.navigation >= 3, 4, "navigation"),
    ])
}
