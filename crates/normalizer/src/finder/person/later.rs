//! Later mentions: a person who was introduced is called by his surname, `Ode said`, `Minister Ode`, `Ode’s visit`.
//!
//! A surname that is also an ordinary word (`Brown`) counts only where no sentence begins with it; any surname is left
//! alone inside a longer run of capitals (`Ode Foundation`), which another finder may know.

use std::collections::BTreeMap;

use rapporteur_model::{Location, PassageId};

use super::called::Called;
use super::introduction::Found;
use super::name::is_particle;
use super::word::{Words, is_capitalized, is_capitals};
use super::{Page, Person, location};
use crate::finder::name::Strength;
use crate::lexicon::{people::People, vocabulary::Marks};

/// Adds the later mentions of all persons.
pub(super) fn find(people: &People, pages: &[Page<'_>], found: &[Found], persons: &mut [Person]) {
    let mut surnames = Called::default();
    // Where the family's name comes first, or only the first is used, that one is said again: `Sok Vutha … Sok`.
    let mut firsts = Called::default();
    for (index, person) in persons.iter().enumerate() {
        let places = || person.mentions.iter().map(|mention| mention.0);
        surnames.add(person.surname(), index, places());
        if person.is_full() && person.parts[0].chars().count() > 2 {
            firsts.add(&person.parts[0], index, places());
        }
    }
    let mut capitals: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, person) in persons.iter().enumerate() {
        capitals.entry(person.surname().to_uppercase()).or_default().push(index);
    }
    for Page { id, words, heading } in pages {
        let (id, heading) = (*id, *heading);
        for (place, person) in labels(id, words, &capitals, persons).into_iter().take(1) {
            if !is_introduced(found, place) {
                persons[person].mentions.push((place, false, Strength::Known));
            }
        }
        for at in 0..words.list.len() {
            let word = words.list[at];
            if !is_capitalized(word.text) {
                continue;
            }
            let mut bearers = surnames.bearers(word.text);
            if bearers.is_none() && !word.is_ordinary() && !word.is_place() {
                bearers = firsts.bearers(word.text);
            }
            let Some(bearers) = bearers else { continue };
            let last = bearers.persons.last().map(|&person| &persons[person].parts);
            let start = compound_start(words, at, last.map_or(&[], Vec::as_slice));
            let place = location(id, particles_start(words, start), word.end);
            if is_introduced(found, place) || !stands_alone(words, people, at, heading) {
                continue;
            }
            // Of several persons of one name the one who was mentioned last, else the first of them.
            let person = bearers.last_before(place).or(bearers.persons.first().copied());
            if let Some(person) = person {
                let whom = &mut persons[person];
                whom.mentions.push((place, false, Strength::Known));
                surnames.mention(whom.surname(), person, place);
                if whom.is_full() {
                    firsts.mention(&whom.parts[0], person, place);
                }
            }
        }
    }
}

/// The person whose name in capitals a line of a transcript begins with or is: `VAN ODE: Thank you.`
fn labels(
    id: PassageId,
    words: &Words<'_>,
    capitals: &BTreeMap<String, Vec<usize>>,
    persons: &[Person],
) -> Option<(Location, usize)> {
    /// Words of a label at most.
    const LONGEST: usize = 6;
    let count = (1..=words.list.len().min(LONGEST)).find(|&index| !words.joined(index))?;
    let ends = count == words.list.len() || words.gap(count).starts_with([':', '.']);
    let shouted = words.list[..count].iter().all(|word| is_capitals(word.text));
    let last = words.list[count - 1];
    // Of several of one name the first; a transcript tells its speakers apart.
    let bearers = capitals.get(&last.text.to_uppercase()).filter(|_| ends && shouted)?;
    let person = *bearers.first()?;
    let mut parts = persons[person].parts.iter().rev();
    let mut first = count;
    while first > 0 && parts.next().is_some_and(|part| part.to_uppercase() == words.list[first - 1].text) {
        first -= 1;
    }
    (first < count).then(|| (location(id, words.list[first].start, last.end), person))
}

/// Does a place share text with an introduction? These are in reading order and share nothing with one another.
fn is_introduced(found: &[Found], place: Location) -> bool {
    let before = |one: &Found| (one.at.passage, one.at.range.end) <= (place.passage, place.range.start);
    let next = found.get(found.partition_point(before));
    next.is_some_and(|one| one.at.passage == place.passage && one.at.range.overlaps(place.range))
}

/// The first word of a family name of several words that ends at a word: `Fjell` of `de Fjell e Ode`.
fn compound_start(words: &Words<'_>, at: usize, parts: &[String]) -> usize {
    let Some(surname) = parts.iter().rposition(|part| part == words.list[at].text) else { return at };
    let mut first = at;
    let mut part = surname;
    while part > 1 && first > 0 && words.joined(first) && words.list[first - 1].text == parts[part - 1] {
        (first, part) = (first - 1, part - 1);
    }
    // The given name's particle is none of the family's, and a family name begins with a capital or a particle.
    first
}

/// Where the particles before a surname begin: `Von der Lund`.
fn particles_start(words: &Words<'_>, at: usize) -> usize {
    let first =
        (0..at).rev().take(3).take_while(|&i| words.joined(i + 1) && is_particle(words.list[i].text)).last();
    words.list[first.unwrap_or(at)].start
}

/// Does a word that may be a place stand where a place does: `in Victoria`, `the city of Victoria`, `Victoria, Canada`?
fn is_there(words: &Words<'_>, people: &People, at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map_or("", |index| words.list[index].text);
    let inside = matches!(before(1), "in" | "near" | "outside" | "In" | "Near") && words.joined(at);
    let of = before(1) == "of" && crate::finder::name::is_settlement(before(2));
    let next = words.list.get(at + 1).filter(|_| words.gap(at + 1) == ", ").map_or("", |word| word.text);
    let country = people.country(next).is_some() || people.is_place(next);
    let state = words.list.get(at + 2).is_some_and(|last| {
        let name = words.text.get(words.list[at + 1].start..last.end);
        words.gap(at + 1) == ", " && name.is_some_and(|name| people.is_place(name))
    });
    inside || of || country || state
}

/// Is the word a name of its own here?
fn stands_alone(words: &Words<'_>, people: &People, at: usize, heading: bool) -> bool {
    let ordinary = words.list[at].is_ordinary() || words.list[at].is_place();
    let said = at + 1 < words.list.len() && words.joined(at + 1) && words.cue(people, at + 1, 3) > 0;
    if ordinary && (words.starts_sentence(at) && !said && !words.possessive(at) || heading) {
        return false;
    }
    if words.begins(at, Marks::NAMESAKE) && is_there(words, people, at) {
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
    // `Michael Jordan … Jordan`: alone it is the country.
    if people.country(words.list[at].text).is_some() && !title() {
        return false;
    }
    let opener = || at > 0 && words.starts_sentence(at - 1) && words.list[at - 1].is_ordinary();
    let left = before.is_none_or(|word| small(word) || is_particle(word) || title() || opener());
    let right = after.is_none_or(|word| small(word) || words.role(people, at + 1, 3) > 0);
    left && right
}
