//! The date of issue and the dateline.

use rapporteur_model::Document;

use crate::{Context, Lexicon};

/// The date of issue and the dateline.
pub fn find(_document: &mut Document, _lexicon: &Lexicon, _context: &Context) {}
