//! Funding lines.

use rapporteur_model::Document;

use crate::{Context, Lexicon};

/// Funding lines.
pub fn find(_document: &mut Document, _lexicon: &Lexicon, _context: &Context) {}
