//! Acronym definitions.

use rapporteur_model::Document;

use crate::{Context, Lexicon};

/// Acronym definitions.
pub fn find(_document: &mut Document, _lexicon: &Lexicon, _context: &Context) {}
