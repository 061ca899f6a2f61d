//! Media advisories: who, what, when, where.

use rapporteur_model::Genre;

use super::{Features, Policy, Reader, clues};

/// The reader.
pub const READER: Reader =
    Reader { genre: Genre::MediaAdvisory, about: "who, what, when, where", policy: Policy::PROSE, judge };

fn judge(features: &Features) -> Vec<(u32, &'static str)> {
    clues(&[(features.any_head(|line| line.contains("media advisory")), 14, "the first line names it")])
}
