//! Persons by the list in which they stand: `such as Jane Ode, Mark Fjell, and Lars Lund` are three where one is known.
//!
//! ```text
//! list = name 1*( "," name ) [ "," ] "and" name      ; each of two or three words
//! ```
//! Not here: lists of two, which a name and its body make as well (`Jane Ode, Radio Fens`).

use rapporteur_model::PassageId;

use super::introduction::Found;
use super::location;
use super::name::{self, Name};
use super::word::{Words, is_capitalized};
use crate::finder::name::Strength;
use crate::lexicon::people::People;

/// Adds to what was `found`, which is in reading order, the names of the passage's lists that hold one of them.
pub fn add(words: &Words<'_>, people: &People, passage: PassageId, found: &mut Vec<Found>) {
    if found.iter().all(|one| one.parts.len() < 2) {
        return;
    }
    let known = |found: &[Found], name: Name| {
        let start = words.list[name.first].start;
        found.binary_search_by_key(&start, |one| one.at.range.start).ok()
    };
    let mut more = Vec::new();
    let mut at = 0;
    while at < words.list.len() {
        let mut names: Vec<Name> = Vec::new();
        let mut closed = false;
        let mut next = at;
        while let Some(name) = element(words, people, next) {
            names.push(name);
            next = name.end;
            if closed {
                break;
            }
            let gap = words.gap(next);
            let and =
                words.list.get(next).is_some_and(|word| word.text == "and") && words.gap(next + 1) == " ";
            match gap {
                ", " | " " if and => (closed, next) = (true, next + 1),
                ", " => {}
                _ => break,
            }
        }
        at = names.last().map_or(at + 1, |name| name.end);
        let sure = |name: &Name| known(found, *name).is_some_and(|one| found[one].strength > Strength::Weak);
        if !closed || names.len() < 3 || !names.iter().any(sure) {
            continue;
        }
        for name in names {
            if let Some(one) = known(found, name) {
                found[one].strength = found[one].strength.max(Strength::Form);
                continue;
            }
            let list = &words.list[name.first..name.end];
            more.push(Found {
                at: location(passage, list[0].start, words.list[name.end - 1].end),
                name: name::text(words, name).to_owned(),
                parts: list.iter().map(|word| word.text.to_owned()).collect(),
                roles: Vec::new(),
                strength: Strength::Form,
            });
        }
    }
    if !more.is_empty() {
        found.extend(more);
        found.sort_by_key(|one| one.at);
    }
}

/// A name of two or three words with nothing of a name on either side.
fn element(words: &Words<'_>, people: &People, first: usize) -> Option<Name> {
    let capital = |index: usize| words.list.get(index).is_some_and(|word| is_capitalized(word.text));
    let led = first > 0 && words.joined(first) && capital(first - 1);
    if !capital(first) || led {
        return None;
    }
    let name = name::read(words, first, false)?;
    let goes_on = name.end < words.list.len() && words.joined(name.end) && capital(name.end);
    let place =
        people.is_place(name::text(words, name)) || name::is_geographic(people, name::text(words, name));
    ((2..=3).contains(&name.len()) && !goes_on && !place && !words.possessive(name.end - 1)).then_some(name)
}
