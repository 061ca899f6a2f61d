//! Missing years and relative dates.

use rapporteur_model::Document;

use crate::{Context, Lexicon};

/// Missing years and relative dates.
pub fn resolve(_document: &mut Document, _lexicon: &Lexicon, _context: &Context) {}
