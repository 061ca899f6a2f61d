//! Percentages and counts.

pub mod numeral;

use rapporteur_model::Document;

use crate::{Context, Lexicon};

/// Percentages and counts.
pub fn find(_document: &mut Document, _lexicon: &Lexicon, _context: &Context) {}
