//! Later mentions: a person who was introduced is called by his surname, `Ode said`, `Minister Ode`, `Ode’s visit`.
//!
//! A surname that is also an ordinary word (`Brown`) counts only where no sentence begins with it; any surname is left
//! alone inside a longer run of capitals (`Ode Foundation`), which another finder may know.

use rapporteur_model::{Document, Location, PassageId};

use super::introduction::Found;
use super::name::is_particle;
use super::word::{Words, is_capitalized};
use super::{Person, is_heading, location};
use crate::finder::name::Strength;
use crate::lexicon::people::People;

/// Adds the later mentions of all persons.
pub fn find(document: &Document, people: &People, found: &[Found], persons: &mut [Person]) {
    let surnames: Vec<(String, usize)> =
        persons.iter().enumerate().map(|(index, person)| (person.surname().to_owned(), index)).collect();
    // Where the family's name comes first, or only the first is used, that one is said again: `Sok Vutha … Sok`.
    let firsts: Vec<(String, usize)> = persons
        .iter()
        .enumerate()
        .filter(|(_, person)| person.is_full() && person.parts[0].chars().count() > 2)
        .filter_map(|(index, person)| Some((person.parts.first()?.clone(), index)))
        .collect();
    for (index, passage) in document.passages.iter().enumerate() {
        let id = PassageId(index);
        let words = Words::of(passage.text());
        let heading = is_heading(people, &words, passage.role);
        for at in 0..words.list.len() {
            let word = words.list[at];
            if !is_capitalized(word.text) {
                continue;
            }
            let called = |names: &[(String, usize)]| -> Vec<usize> {
                names.iter().filter(|(name, _)| name == word.text).map(|&(_, person)| person).collect()
            };
            let mut fits = called(&surnames);
            if fits.is_empty() && !people.is_ordinary(word.text) && !people.is_place(word.text) {
                fits = called(&firsts);
            }
            let place = location(id, particles_start(&words, at), word.end);
            let taken = |one: &Found| one.at.passage == id && one.at.range.overlaps(place.range);
            if fits.is_empty() || found.iter().any(taken) || !stands_alone(&words, people, at, heading) {
                continue;
            }
            if let Some(person) = meant(persons, &fits, place) {
                persons[person].mentions.push((place, false, Strength::Known));
            }
        }
    }
}

/// Of several persons of one surname the one who was mentioned last, else the first of them.
fn meant(persons: &[Person], fits: &[usize], place: Location) -> Option<usize> {
    let last = |&&index: &&usize| {
        persons[index].mentions.iter().map(|mention| mention.0).filter(|at| *at < place).max()
    };
    fits.iter().filter(|index| last(index).is_some()).max_by_key(last).or_else(|| fits.first()).copied()
}

/// Where the particles before a surname begin: `Von der Lund`.
fn particles_start(words: &Words<'_>, at: usize) -> usize {
    let first =
        (0..at).rev().take(3).take_while(|&i| words.joined(i + 1) && is_particle(words.list[i].text)).last();
    words.list[first.unwrap_or(at)].start
}

/// Is the word a name of its own here?
fn stands_alone(words: &Words<'_>, people: &People, at: usize, heading: bool) -> bool {
    let ordinary = people.is_ordinary(words.list[at].text) || people.is_place(words.list[at].text);
    let said = at + 1 < words.list.len() && words.joined(at + 1) && people.cue(&words.run(at + 1, 3)) > 0;
    if ordinary && (words.starts_sentence(at) && !said && !words.possessive(at) || heading) {
        return false;
    }
    // Inside an address: `jane.ode@…`.
    let behind = words.gap(at + 1);
    let glued = |c: char| matches!(c, '.' | '@' | '_' | '/');
    if behind.starts_with(glued) && !behind.contains(char::is_whitespace) && at + 1 < words.list.len()
        || words.gap(at).ends_with(glued) && at > 0
    {
        return false;
    }
    let before = at.checked_sub(1).filter(|_| words.joined(at)).map(|i| words.list[i].text);
    let after = words.list.get(at + 1).filter(|_| words.joined(at + 1)).map(|word| word.text);
    let small = |word: &str| !is_capitalized(word) || heading && people.is_ordinary(word);
    let title = || {
        (at.saturating_sub(5)..at).any(|i| {
            let run = words.run(i, at - i);
            run.len() == at - i && (people.role(&run) == at - i || people.honorific(&run) == at - i)
        })
    };
    let opener = || at > 0 && words.starts_sentence(at - 1) && people.is_ordinary(words.list[at - 1].text);
    let left = before.is_none_or(|word| small(word) || is_particle(word) || title() || opener());
    let right = after.is_none_or(|word| small(word) || people.role(&words.run(at + 1, 3)) > 0);
    left && right
}
