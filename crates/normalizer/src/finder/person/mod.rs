//! Persons: `Fens Minister Jane Ode … Ode` is one person with a role and two mentions.
//!
//! First every name that is introduced is read ([`introduction`]): behind a title or form of address, in front of a role
//! in apposition, or with a known given name. Then introductions are joined to persons, and their surnames are looked
//! for in the whole document ([`later`]).
//!
//! Invariant: a candidate is the name alone; its title has its own place in the role. A role is said once a person.
//!
//! Not here: offices without a name (`the foreign minister`), which are no persons, and pronouns.

use std::collections::BTreeMap;

use rapporteur_model::{
    Document, EntityId, EntityKind, Location, MentionBy, Passage, PassageId, PassageRole, Role, TextRange,
};

use crate::finder::name::{Candidate, Strength};
use crate::{Lexicon, lexicon::vocabulary::Marks};

mod called;
mod introduction;
mod later;
mod listed;
mod lone;
mod name;
mod role;
mod several;
mod signed;
#[cfg(test)]
mod tests;
pub(crate) mod word;

use called::{Bearers, Called};
use introduction::Found;
use word::Words;

/// Words that rules of persons ask for.
pub(crate) static MARKED: &[(Marks, &[&str])] = &[
    (Marks::ENDS_NAME, name::ENDS),
    (Marks::PARTICLE, name::PARTICLES),
    (Marks::SHIP, introduction::SHIPS),
    (Marks::ABBREVIATION, word::ABBREVIATIONS),
];

/// A passage with its words.
struct Page<'a> {
    id: PassageId,
    words: Words<'a>,
    /// Do capitals mean nothing here?
    heading: bool,
}

impl<'a> Page<'a> {
    fn new((index, passage): (usize, &'a Passage)) -> Self {
        let words = Words::of(passage.text());
        let heading = is_heading(&words, passage.role);
        Self { id: PassageId(index), words, heading }
    }
}

/// A person with all that was found of him.
struct Person {
    /// The parts of his fullest name.
    parts: Vec<String>,
    /// His fullest name.
    name: String,
    /// His mentions, each with: is it the full name?
    mentions: Vec<(Location, bool, Strength)>,
    /// His roles, each once, with the mention beside which they stand.
    roles: Vec<(Location, Role)>,
}

impl Person {
    /// The part of the name by which he is called alone.
    fn surname(&self) -> &str {
        let mixed = self.parts.iter().any(|part| !word::is_capitals(part));
        let capitals = self.parts.iter().find(|part| mixed && word::is_capitals(part) && part.len() > 2);
        let family = capitals.or_else(|| {
            self.parts.iter().rev().find(|part| !matches!(part.as_str(), "Jr" | "Sr" | "II" | "III" | "IV"))
        });
        family.map_or("", String::as_str)
    }

    fn is_full(&self) -> bool {
        self.parts.len() > 1
    }
}

/// Proposes the persons of a document.
pub fn propose(document: &Document, lexicon: &Lexicon) -> Vec<Candidate> {
    let people = &lexicon.people;
    let pages: Vec<Page<'_>> = document.passages.iter().enumerate().map(Page::new).collect();
    let mut found = Vec::new();
    for page in &pages {
        found.extend(introduction::read(people, page));
    }
    signed::read(document, people, &mut found);
    let mut persons = join(&found);
    later::find(people, &pages, &found, &mut persons);
    persons.iter().flat_map(|person| candidates(document, person)).collect()
}

/// One person for all introductions that mean him: the same first and last part; a single part means the person who has
/// it, of several the one of the same role, else the one named last.
fn join(found: &[Found]) -> Vec<Person> {
    let mut persons: Vec<Person> = Vec::new();
    let mut by_ends: BTreeMap<(String, String), usize> = BTreeMap::new();
    for one in found.iter().filter(|one| one.parts.len() > 1) {
        let end = |part: Option<&String>| part.map(|part| part.to_lowercase()).unwrap_or_default();
        let ends = (end(one.parts.first()), end(one.parts.last()));
        let index = *by_ends.entry(ends).or_insert(persons.len());
        add(&mut persons, index, one);
    }
    let mut persons = join_families(persons);
    let mut names = Names::default();
    for (index, person) in persons.iter().enumerate() {
        names.add(person, index);
    }
    for one in found.iter().filter(|one| one.parts.len() == 1) {
        let index = names.meant(&persons, one).unwrap_or(persons.len());
        let known = index < persons.len();
        add(&mut persons, index, one);
        if known {
            names.mention(&persons[index], index, one.at);
        } else {
            names.add(&persons[index], index);
        }
    }
    persons
}

/// Joins those who are called by a family name of several words to the one whose name ends in it, where there is only one:
/// `Mr Fjell Ode` is `Lars Fjell Ode`.
fn join_families(persons: Vec<Person>) -> Vec<Person> {
    let key = |parts: &[String]| parts.iter().map(|part| part.to_lowercase()).collect::<Vec<_>>();
    // Those whose name ends in a family name of two words and more; `None` for several.
    let mut families: BTreeMap<Vec<String>, Option<usize>> = BTreeMap::new();
    for (index, person) in persons.iter().enumerate() {
        let parts = key(&person.parts);
        for from in 1..parts.len().saturating_sub(1).min(PARTS) {
            families.entry(parts[from..].to_vec()).and_modify(|one| *one = None).or_insert(Some(index));
        }
    }
    let whole = |person: &Person| families.get(&key(&person.parts)).copied().flatten();
    let targets: Vec<Option<usize>> = persons.iter().map(whole).collect();
    // Nobody is joined to one who is joined himself.
    let target = |index: usize| targets[index].filter(|to| targets[*to].is_none());
    let mut places: Vec<usize> = Vec::with_capacity(persons.len());
    let mut kept = 0;
    for index in 0..persons.len() {
        places.push(kept);
        kept += usize::from(target(index).is_none());
    }
    let (mut whole, mut called) = (Vec::new(), Vec::new());
    for (index, person) in persons.into_iter().enumerate() {
        match target(index) {
            Some(to) => called.push((places[to], person)),
            None => whole.push(person),
        }
    }
    for (to, person) in called {
        let owner: &mut Person = &mut whole[to];
        owner.mentions.extend(person.mentions.into_iter().map(|(at, _, strength)| (at, false, strength)));
        for (at, role) in &person.roles {
            add_role(owner, *at, role);
        }
    }
    whole
}

/// Parts of a name at most of which families are made.
const PARTS: usize = 6;

/// Adds an introduction to a person; the first one makes him known.
fn add(persons: &mut Vec<Person>, index: usize, one: &Found) {
    if index == persons.len() {
        persons.push(Person {
            parts: one.parts.clone(),
            name: one.name.clone(),
            mentions: Vec::new(),
            roles: Vec::new(),
        });
    }
    let person = &mut persons[index];
    let capitals = person.name.chars().all(|c| !c.is_lowercase()) && one.parts.len() == person.parts.len();
    if one.parts.len() > person.parts.len() || capitals {
        person.parts.clone_from(&one.parts);
        person.name.clone_from(&one.name);
    }
    person.mentions.push((one.at, one.parts.len() > 1, one.strength));
    for role in &one.roles {
        add_role(person, one.at, role);
    }
}

/// Persons by their surnames, and by all parts of their names, in lower case.
#[derive(Default)]
struct Names {
    surnames: Called,
    parts: Called,
}

/// Of more bearers of one name than these only the last are asked for their roles.
const ASKED: usize = 32;

impl Names {
    fn add(&mut self, person: &Person, index: usize) {
        let places = || person.mentions.iter().map(|mention| mention.0);
        self.surnames.add(&person.surname().to_ascii_lowercase(), index, places());
        for part in &person.parts {
            self.parts.add(&part.to_ascii_lowercase(), index, places());
        }
    }

    fn mention(&mut self, person: &Person, index: usize, at: Location) {
        self.surnames.mention(&person.surname().to_ascii_lowercase(), index, at);
        for part in &person.parts {
            self.parts.mention(&part.to_ascii_lowercase(), index, at);
        }
    }

    /// The person whom a single name means.
    fn meant(&self, persons: &[Person], one: &Found) -> Option<usize> {
        let part = one.parts.first()?.to_ascii_lowercase();
        let by_part = self.parts.bearers(&part);
        let alike = |index: &&usize| {
            let known = &persons[**index].roles;
            one.roles.iter().any(|role| known.iter().any(|(_, known)| covers(&known.title, &role.title)))
        };
        // While persons are joined, their full names come first, then the single ones; both are in reading order.
        let nearest = |index: &usize| {
            let mentions = &persons[*index].mentions;
            let (full, single) = mentions.split_at(mentions.partition_point(|mention| mention.1));
            let before = full.partition_point(|mention| mention.0 < one.at).checked_sub(1);
            single
                .last()
                .or(before.map(|last| &full[last]))
                .map(|mention| mention.0)
                .max(before.map(|l| full[l].0))
        };
        let surname = |index: &usize| persons[*index].surname().eq_ignore_ascii_case(&part);
        let of_role = || {
            let asked = by_part.filter(|_| !one.roles.is_empty())?.persons.iter().rev().take(ASKED).rev();
            let alike: Vec<usize> = asked.filter(alike).copied().collect();
            if alike.len() < 2 {
                return alike.first().copied();
            }
            alike.into_iter().max_by_key(|index| (surname(index), nearest(index)))
        };
        let last = |bearers: &Bearers| bearers.last_before(one.at).or(bearers.persons.last().copied());
        of_role().or_else(|| self.surnames.bearers(&part).and_then(last)).or_else(|| by_part.and_then(last))
    }
}

/// Roles of one person that are kept.
const ROLES: usize = 32;

/// Adds a role that says more than those already known.
fn add_role(person: &mut Person, at: Location, role: &Role) {
    for (_, known) in &mut person.roles {
        if covers(&known.title, &role.title) {
            if known.of.is_none() {
                known.of.clone_from(&role.of);
            }
            return;
        }
    }
    // A fuller title takes the place of a shorter one: `Minister`, then `Minister of Fens`.
    if let Some((place, known)) = person.roles.iter_mut().find(|(_, known)| covers(&role.title, &known.title))
    {
        let of = role.of.clone().or(known.of.take());
        *known = Role { of, ..role.clone() };
        *place = at;
        return;
    }
    if person.roles.len() < ROLES {
        person.roles.push((at, role.clone()));
    }
}

/// Has a title all the words of another?
fn covers(title: &str, other: &str) -> bool {
    let words: Vec<String> = parts(title).map(str::to_lowercase).collect();
    parts(other).all(|word| words.contains(&word.to_lowercase()))
}

/// The words of a title; `Lieutenant-Governor` and `lieutenant governor` have the same, and so have `PM` and `Prime
/// Minister`.
fn parts(title: &str) -> impl Iterator<Item = &str> {
    title.split([' ', '-']).filter(|word| !word.is_empty()).flat_map(|word| {
        let (first, second) = match word {
            "PM" => ("Prime", Some("Minister")),
            "DPM" => ("Deputy Prime", Some("Minister")),
            word => (word, None),
        };
        first.split(' ').chain(second)
    })
}

fn candidates(document: &Document, person: &Person) -> Vec<Candidate> {
    let key = EntityId::of_name(EntityKind::Person, &person.name);
    let mut mentions = person.mentions.clone();
    mentions.sort_by_key(|mention| mention.0);
    mentions.dedup_by_key(|mention| mention.0);
    let mut list = Vec::new();
    for (at, full, strength) in mentions {
        let mut candidate = Candidate::new(at, EntityKind::Person, document.text(at));
        candidate.key = Some(key.clone());
        candidate.name.clone_from(&person.name);
        candidate.by = if full { MentionBy::Name } else { MentionBy::Surname };
        candidate.strength = strength;
        candidate.roles =
            person.roles.iter().filter(|(place, _)| *place == at).map(|(_, role)| role.clone()).collect();
        list.push(candidate);
    }
    list
}

/// A stretch of a passage.
fn location(passage: PassageId, start: usize, end: usize) -> Location {
    Location { passage, range: TextRange::new(start, end) }
}

/// Do capitals mean nothing here: is it a heading, or a line whose longer words all have capitals, without a stop at its end?
fn is_heading(words: &Words<'_>, role: PassageRole) -> bool {
    let text = words.text.trim_end();
    if text.ends_with(['.', '!', '?', ';', ',', '”', '"', '’', '\''])
        || text.ends_with(':') && role != PassageRole::Heading
    {
        return false;
    }
    let long = words.list.iter().filter(|word| word.text.len() > 4);
    let ordinary = long.clone().filter(|word| word.is_ordinary()).count();
    role == PassageRole::Heading || ordinary >= 2 && long.clone().all(|word| word::is_capitalized(word.text))
}
