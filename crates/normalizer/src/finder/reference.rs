//! References.

use rapporteur_model::Document;

use crate::{Context, Lexicon};

/// References.
pub fn find(_document: &mut Document, _lexicon: &Lexicon, _context: &Context) {}
