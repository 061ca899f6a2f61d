//! Findings about values.

use rapporteur_model::Document;

use crate::{Context, Lexicon};

/// Findings about values.
pub fn find(_document: &mut Document, _lexicon: &Lexicon, _context: &Context) {}
