//! Several holders of one office in one breath: `the ministers of trade of Norway and Chile, Lars Lund and Jane Ode` are two
//! ministers of trade, each of his country.
//!
//! ```text
//! several = [ owners ] offices [ ( "of" / "for" ) field ] [ ( "of" / "from" ) owners ] [ "," ] name 1*( ( "," / "and" ) name )
//! owners  = country *( ( "," / "and" ) country )          ; a people in front: `the Danish and Chilean presidents`
//! name    = [ address ] name [ "(" country ")" / "of" country ]
//! ```
//! As many owners as names go to them in order, a single one to all. The title is the office in the singular.
//!
//! Invariant: what was found stays found; it only gains roles.
//!
//! Not here: plural offices that nobody is named for.

use rapporteur_model::{PassageId, Role, TextRange};

use super::introduction::Found;
use super::location;
use super::name::{self, Name};
use super::role;
use super::word::{Words, is_capitalized};
use crate::finder::name::Strength;
use crate::lexicon::people::People;

/// Words between the office and the first name at most.
const REACH: usize = 26;

/// Names of one list at most.
const LONGEST: usize = 40;

/// A name with the country said behind it.
struct Holder {
    name: Name,
    of: Option<String>,
}

/// Adds to what was `found`, which is in reading order, the holders of the passage's offices in the plural.
pub fn add(words: &Words<'_>, people: &People, passage: PassageId, found: &mut Vec<Found>) {
    let mut more = Vec::new();
    for at in 0..words.list.len() {
        let count = words.role(people, at, 9);
        if count == 0 || at > 0 && words.role(people, at - 1, 9) > count {
            continue;
        }
        if !role::is_plural(words.list[at + count - 1].text) {
            continue;
        }
        let Some((first, holders)) = holders(words, people, at + count, found) else { continue };
        let (owners, end) = owners(words, people, at + count, first);
        let owners = if owners.is_empty() { owners_before(words, people, at) } else { owners };
        if owners.len() > 1 && owners.len() != holders.len() {
            continue;
        }
        let graded = |&index: &usize| role::is_grade(words.list[index].text) && words.joined(index + 1);
        let start = (0..at).rev().take(2).take_while(graded).last().unwrap_or(at);
        let range = TextRange::new(words.list[start].start, words.list[end - 1].end);
        let title = singular(words, start, at + count, end);
        for (index, holder) in holders.iter().enumerate() {
            let owner = if owners.len() > 1 { owners.get(index) } else { owners.first() };
            let of = holder.of.clone().or_else(|| owner.cloned());
            let role = Role { title: title.clone(), of, at: location(passage, range.start, range.end) };
            more.extend(give(words, passage, holder.name, role, found));
        }
    }
    if !more.is_empty() {
        found.extend(more);
        found.sort_by_key(|one| one.at);
        found.dedup_by_key(|one| one.at);
    }
}

/// Gives a role to a name that was found; one that was not is handed back with it.
fn give(words: &Words<'_>, passage: PassageId, name: Name, role: Role, found: &mut [Found]) -> Option<Found> {
    let start = words.list[name.first].start;
    if let Ok(known) = found.binary_search_by_key(&start, |one| one.at.range.start) {
        let one = &mut found[known];
        if one.roles.is_empty() {
            one.roles.push(role);
        }
        one.strength = Strength::Defined;
        return None;
    }
    let list = &words.list[name.first..name.end];
    Some(Found {
        at: location(passage, start, words.list[name.end - 1].end),
        name: name::text(words, name).to_owned(),
        parts: list.iter().map(|word| word.text.to_owned()).collect(),
        roles: vec![role],
        strength: Strength::Defined,
    })
}

/// The two names or more that stand behind an office in the plural, and the word before which they begin.
fn holders(words: &Words<'_>, people: &People, from: usize, found: &[Found]) -> Option<(usize, Vec<Holder>)> {
    let last = words.list.len().min(from + REACH);
    for first in from..last {
        if words.starts_sentence(first) || words.gap(first).contains([';', ':', '(', '“', '"']) {
            return None;
        }
        if !is_capitalized(words.list[first].text) {
            continue;
        }
        let direct = first == from && words.joined(first);
        if !direct && words.gap(first) != ", " {
            continue;
        }
        let holders = names(words, people, first, found, direct);
        if holders.len() > 1 {
            return Some((first, holders));
        }
    }
    None
}

/// The names that follow one another from a word on, parted by commas and `and`, up to the one behind `and`.
fn names(words: &Words<'_>, people: &People, first: usize, found: &[Found], direct: bool) -> Vec<Holder> {
    let mut list = Vec::new();
    let mut at = first;
    while let Some(word) = words.list.get(at).filter(|_| list.len() < LONGEST) {
        let address = words.honorific(people, at, 5);
        let start = words.list.get(at + address).map_or(word.start, |word| word.start);
        let known = found.binary_search_by_key(&start, |one| one.at.range.start).is_ok();
        let Some(read) = name::read(words, at + address, false) else { return Vec::new() };
        let looks = name::is_plausible(words, people, read) || name::is_unusual(words, people, read);
        let lone = direct && read.len() == 1 && name::begins_strange(words, read);
        let place =
            people.is_place(name::text(words, read)) || name::is_geographic(people, name::text(words, read));
        if place || !known && !looks && !lone && address == 0 {
            return Vec::new();
        }
        let mut end = read.end;
        let of = role::country_behind(words, people, end);
        if of.is_some() {
            end = (end + 1..words.list.len().min(end + 8))
                .take_while(|&i| {
                    words.joined(i)
                        && (is_capitalized(words.list[i].text) || matches!(words.list[i].text, "the" | "of"))
                })
                .last()
                .map_or(end, |last| last + 1);
        }
        let bracket = words.gap(end) == " (" && words.gap(end + 1).starts_with(')');
        let inside = words.list.get(end).filter(|_| bracket).and_then(|word| people.country(word.text));
        let inside = inside.and_then(|iso| people.country_name(iso)).map(str::to_owned);
        end += usize::from(bracket);
        list.push(Holder { name: read, of: of.or(inside) });
        let gap = words.gap(end).trim_start_matches(')');
        let and = words.list.get(end).is_some_and(|word| word.text == "and") && matches!(gap, " " | ", ");
        let closed = list.len() > 1 && at > first && words.list[at - 1].text == "and";
        match gap {
            _ if closed => return list,
            _ if and => at = end + 1,
            ", " => at = end,
            _ => return Vec::new(),
        }
    }
    Vec::new()
}

/// The countries between an office and the first name, and one past the last word of the title.
fn owners(words: &Words<'_>, people: &People, from: usize, first: usize) -> (Vec<String>, usize) {
    let mut owners = Vec::new();
    let mut title = first;
    let mut at = from;
    while at < first {
        let longest = (at..first.min(at + 6)).rev().find_map(|last| {
            let joined = (at + 1..=last).all(|index| words.joined(index));
            let text = words.text.get(words.list[at].start..words.list[last].end).filter(|_| joined)?;
            Some((last, people.country(text).and_then(|iso| people.country_name(iso))?))
        });
        match longest {
            Some((last, country)) => {
                title = title.min(at);
                owners.push(country.to_owned());
                at = last + 1;
            }
            None => at += 1,
        }
    }
    while title > from && matches!(words.list[title - 1].text, "the" | "of" | "from" | "for" | "in") {
        title -= 1;
    }
    (owners, title)
}

/// The countries in front of an office: `Danish and Chilean presidents`, `Norway’s and Chile’s ministers`.
fn owners_before(words: &Words<'_>, people: &People, at: usize) -> Vec<String> {
    let mut owners = Vec::new();
    let mut first = at;
    while let Some(last) = first.checked_sub(1).filter(|_| owners.len() < 8) {
        let word = words.list[last].text;
        if matches!(word, "and" | "the") && !owners.is_empty() {
            first = last;
            continue;
        }
        let Some(country) = role::country_ending(words, people, last) else { break };
        owners.push(country);
        first = last;
    }
    owners.reverse();
    owners
}

/// The title in the singular: `ministers of trade` as `minister of trade`.
fn singular(words: &Words<'_>, first: usize, head: usize, end: usize) -> String {
    let last = words.list[head - 1];
    let one = match last.text.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => last.text.strip_suffix('s').unwrap_or(last.text).to_owned(),
    };
    let text = |from: usize, to: usize| words.text.get(from..to).unwrap_or_default();
    let before = text(words.list[first].start, last.start);
    let behind = text(last.end, words.list[end.max(head) - 1].end.max(last.end));
    format!("{before}{one}{behind}")
}
