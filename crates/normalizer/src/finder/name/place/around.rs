//! Places that the words around them tell: `a visit to Fjellby`, `between Bergen and Fjellby`.
//!
//! Only words that are none of the language count ([`strange`]); each is a guess that any surer reading beats.
//!
//! Not here: `in Fjellby`, and places with a word for their kind.

use std::collections::BTreeSet;

use rapporteur_model::EntityKind;

use super::{strange, words};
use crate::finder::name::{
    Candidate,
    reading::{Page, Reading},
};

/// Words that lead to a place: `visited`, or the noun or verb before `to`, `of` or `through`.
#[rustfmt::skip]
const TO: &[&str] = &[
    "visit", "visits", "trip", "trips", "journey", "flew", "fly", "flies", "flight", "flights", "travelled",
    "traveled", "travel", "travels", "drove", "sailed", "sail", "road", "railway", "moved", "returned", "return",
    "came", "went", "ferry", "pipeline", "march", "mission",
];

#[rustfmt::skip]
const OF: &[&str] = &[
    "people", "peoples", "residents", "inhabitants", "farmers", "fishers", "villagers", "mayor", "bishop",
    "archbishop", "outskirts", "suburbs", "coast", "shores", "streets", "port", "north", "south", "east", "west",
    "northeast", "northwest", "southeast", "southwest", "outside", "centre",
];

/// `visited Fjellby`, `the mayor of Fjellby`.
pub fn reached(reading: &Reading<'_>, page: &Page<'_>, at: usize) -> Option<Candidate> {
    let led = |list: &[&str]| {
        at.checked_sub(1)
            .is_some_and(|before| list.contains(&page.tokens[before].text.to_lowercase().as_str()))
    };
    let fits = match page.tokens[at].text {
        "visited" | "reached" | "visiting" | "reaching" | "toured" => true,
        "to" => led(TO),
        "of" => led(OF),
        "through" => led(&["detour", "passes", "passing", "runs", "ran", "route", "routed", "road"]),
        _ => false,
    };
    let last = fits.then(|| words(reading, page, at + 1)).flatten()?;
    strange(reading, page, at + 1, last)
}

/// Strange words beside a place of the lexicon or one that the document tells.
pub fn paired(reading: &Reading<'_>, told: &BTreeSet<String>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for page in reading.pages.iter().filter(|page| !page.titled && !page.shouted) {
        // Where the last place ends: a list goes on from one to the next.
        let mut ends = BTreeSet::new();
        for at in 1..page.tokens.len() {
            let link = page.tokens[at].text;
            if !matches!(link, "and" | ",") {
                continue;
            }
            let next =
                at + 1 + usize::from(link == "," && page.tokens.get(at + 1).is_some_and(|t| t.text == "and"));
            let Some(last) = words(reading, page, next) else {
                continue;
            };
            let left = ends.contains(&(at - 1)) || is_place(reading, page, told, at - 1);
            // `in Arnvik, Bryne and Fjellby`: a comma counts only in a list that goes on.
            let listed = link == "and"
                || next > at + 1
                || page.tokens.get(last + 1).is_some_and(|token| matches!(token.text, "," | "and"));
            if left
                && listed
                && let Some(place) = strange(reading, page, next, last)
            {
                ends.insert(last);
                found.push(place);
            }
        }
        for at in (0..page.tokens.len()).filter(|&at| page.tokens[at].text == "between") {
            let Some(last) = words(reading, page, at + 1) else { continue };
            let and = page.tokens.get(last + 1).is_some_and(|token| token.text == "and");
            let known = page.known(reading.names, last + 2);
            if and && known.is_some_and(|(_, entry)| entry.kind == EntityKind::Place) {
                found.extend(strange(reading, page, at + 1, last));
            }
        }
    }
    found
}

/// Does a place end with the token `last`: a known one behind a preposition or of some size, or one that is told?
fn is_place(reading: &Reading<'_>, page: &Page<'_>, told: &BTreeSet<String>, last: usize) -> bool {
    let range = page.tokens[last].range;
    if (last.saturating_sub(3)..=last).any(|first| told.contains(page.slice(page.range(first, last)))) {
        return true;
    }
    let Some(hit) = page.hit_ending(range.end) else { return false };
    let Some((entry, _)) = reading.names.gazetteer.form(hit.form).entries.first() else { return false };
    let entry = reading.names.gazetteer.entry(*entry);
    let start = page.tokens.partition_point(|token| token.range.end <= hit.range.start);
    let before = start.checked_sub(1).map_or("", |before| page.tokens[before].text);
    let located =
        matches!(before, "in" | "at" | "near" | "to" | "from" | "between" | "of" | "through" | "and" | ",");
    entry.kind == EntityKind::Place && (located || !entry.ambiguous)
}
