//! Persons.

pub(crate) mod word;

use rapporteur_model::Document;

use crate::{Lexicon, finder::name::Candidate};

/// Persons.
pub fn propose(_document: &Document, _lexicon: &Lexicon) -> Vec<Candidate> {
    Vec::new()
}
