//! Papers of no known genre: paragraphs, headings, lists and numbering by form alone.

use rapporteur_model::Genre;

use super::{Features, Policy, Reader};

/// The reader.
pub const READER: Reader = Reader {
    genre: Genre::Other,
    about: "anything else: paragraphs, headings, lists and numbering by form alone",
    policy: Policy::PARAGRAPHS,
    judge,
};

/// Nothing speaks for it: it is what is left.
fn judge(_features: &Features) -> Vec<(u32, &'static str)> {
    Vec::new()
}
