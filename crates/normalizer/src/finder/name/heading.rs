//! Names in headings, where capitals say nothing, by their form in running text.
//!
//! `the Peat Council said` makes `Peat Council` in a heading, or `PEAT COUNCIL` in a line in capitals, a mention.
//!
//! Only names by form of two words and more are looked for; those of the lexicon are found everywhere. Not here: short
//! forms (`the Council`), which `super::again` finds.

use std::collections::{BTreeSet, HashMap};

use foldhash::fast::FixedState;
use rapporteur_model::EntityKind;

use super::{Candidate, Strength, reading::Reading, token::tokens};

/// Mentions in headings of the names that stand.
pub fn repeated(reading: &Reading<'_>, kept: &[Candidate]) -> Vec<Candidate> {
    if !reading.pages.iter().any(|page| page.titled || page.shouted) {
        return Vec::new();
    }
    let mut forms: HashMap<String, &Candidate, FixedState> = HashMap::default();
    // Numbers of tokens that a form with a first token may have.
    let mut lengths: HashMap<String, BTreeSet<usize>, FixedState> = HashMap::default();
    for candidate in kept {
        let kind = matches!(
            candidate.kind,
            EntityKind::Organization | EntityKind::Programme | EntityKind::Event | EntityKind::Instrument
        );
        let text = reading.document.text(candidate.at);
        if !kind || candidate.strength < Strength::Form || !text.contains(' ') || forms.contains_key(text) {
            continue;
        }
        for form in [text.to_owned(), text.to_uppercase()] {
            let words = tokens(&form);
            if let Some(first) = words.first() {
                lengths.entry(first.text.to_owned()).or_default().insert(words.len());
            }
            forms.entry(form).or_insert(candidate);
        }
    }
    let mut found = Vec::new();
    for page in reading.pages.iter().filter(|page| page.titled || page.shouted) {
        for (first, token) in page.tokens.iter().enumerate() {
            let Some(lengths) = lengths.get(token.text) else { continue };
            for last in
                lengths.iter().map(|length| first + length - 1).filter(|last| *last < page.tokens.len())
            {
                let range = page.range(first, last);
                if let Some(candidate) = forms.get(page.slice(range)) {
                    found.push(Candidate { at: page.at(range), roles: Vec::new(), ..(*candidate).clone() });
                }
            }
        }
    }
    found
}
