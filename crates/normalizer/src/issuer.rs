//! The issuing body.

use rapporteur_model::Document;

use crate::{Context, Lexicon};

/// The issuing body.
pub fn find(_document: &mut Document, _lexicon: &Lexicon, _context: &Context) {}
