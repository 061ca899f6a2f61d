//! Governments as prose and papers write them: `the government of Norway`, `the provincial government of Ontario`, `GoN`.
//!
//! ```text
//! named = "government" "of" [ "the" ] ( country / state or province )
//! short = "Go" initials                        ; of a country that the document names: `GoSL`
//! ```
//! Invariant: a government has one key, whatever it is called. Not here: `Government of Norway` with its capital, which
//! has a head, and `the government` alone.

use std::collections::BTreeMap;

use rapporteur_model::{EntityId, EntityKind, MentionBy};

use super::{
    Candidate, Strength,
    reading::{Page, Reading},
};
use crate::lexicon::names::Entry;

/// Governments in lower case and in short.
pub fn propose(reading: &Reading<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut shorts = Vec::new();
    for page in &reading.pages {
        for (at, token) in page.tokens.iter().enumerate() {
            if token.text == "government" {
                found.extend(named(reading, page, at));
            } else if initials(token.text).is_some() {
                shorts.push((page, at));
            }
        }
    }
    if !shorts.is_empty() {
        let nations = nations(reading);
        found.extend(shorts.into_iter().filter_map(|(page, at)| short(page, at, &nations)));
    }
    found
}

fn named(reading: &Reading<'_>, page: &Page<'_>, at: usize) -> Option<Candidate> {
    let word = |token: usize| page.tokens.get(token).map_or("", |token| token.text);
    if word(at + 1) != "of" {
        return None;
    }
    let owner = at + 2 + usize::from(word(at + 2) == "the");
    let (last, entry) = page.known(reading.names, owner)?;
    let form = page.hit_starting(page.tokens[owner].range.start)?.form;
    let gazetteer = &reading.names.gazetteer;
    let major = |entry: &Entry| entry.kind == EntityKind::Place && entry.major;
    let state = gazetteer.form(form).entries.iter().any(|(entry, _)| major(gazetteer.entry(*entry)));
    if entry.kind != EntityKind::Country && !state {
        return None;
    }
    let range = page.range(at, last);
    let mut candidate = Candidate::new(page.at(range), EntityKind::Organization, page.slice(range));
    candidate.key = Some(entry).filter(|entry| entry.kind == EntityKind::Country).and_then(key);
    Some(candidate)
}

/// The key of a country's government.
fn key(country: &Entry) -> Option<rapporteur_model::EntityId> {
    let iso = country.iso?;
    Some(EntityId::of_name(EntityKind::Organization, &format!("{iso} government")))
}

/// The initials behind `Go`, of a country of one word or several.
fn initials(word: &str) -> Option<&str> {
    let letters = word.strip_prefix("Go")?;
    let fits = (1..=4).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    fits.then_some(letters)
}

/// The countries that the document names, by their initials; none where two share them.
fn nations<'r>(reading: &'r Reading<'_>) -> BTreeMap<String, Option<&'r Entry>> {
    let gazetteer = &reading.names.gazetteer;
    let mut nations: BTreeMap<String, Option<&Entry>> = BTreeMap::new();
    for hit in reading.pages.iter().flat_map(|page| &page.hits) {
        let Some((entry, _)) = gazetteer.form(hit.form).entries.first() else { continue };
        let entry = gazetteer.entry(*entry);
        if entry.kind != EntityKind::Country {
            continue;
        }
        let capitals = entry.name.split([' ', '-']).filter_map(|word| word.chars().next());
        let initials: String = capitals.filter(|letter| letter.is_uppercase()).collect();
        let known = nations.entry(initials).or_insert(Some(entry));
        if known.is_some_and(|known| known.key != entry.key) {
            *known = None;
        }
    }
    nations
}

fn short(page: &Page<'_>, at: usize, nations: &BTreeMap<String, Option<&Entry>>) -> Option<Candidate> {
    let token = page.tokens.get(at)?;
    let country = (*nations.get(initials(token.text)?)?)?;
    let name = format!("Government of {}", country.name);
    let mut candidate = Candidate::new(page.at(token.range), EntityKind::Organization, name);
    candidate.key = key(country);
    candidate.acronym = Some(token.text.to_owned());
    candidate.by = MentionBy::Acronym;
    candidate.strength = Strength::Form;
    Some(candidate)
}
