//! Money.

use rapporteur_model::Document;

use crate::{Context, Lexicon};

/// Money.
pub fn find(_document: &mut Document, _lexicon: &Lexicon, _context: &Context) {}

/// Money.
pub fn resolve_currency(_document: &mut Document, _lexicon: &Lexicon, _context: &Context) {}
