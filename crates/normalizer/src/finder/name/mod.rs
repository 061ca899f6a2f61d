//! Names of persons, bodies, countries, places, papers, programmes and meetings.

use rapporteur_model::Document;

use crate::{Context, Lexicon};

/// Names of persons, bodies, countries, places, papers, programmes and meetings.
pub fn find(_document: &mut Document, _lexicon: &Lexicon, _context: &Context) {}
