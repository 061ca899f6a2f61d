//! Signatures and contacts over several lines: a name, a title and a body one below the other.
//!
//! ```text
//! signature = [ "For the" party [":"] ] name / name title [ body ]       ; each on a line of its own
//! name      = [ honorific ] 2*7( capitalised word / particle )
//! ```
//! `For the Republic of Norway: / Lars Lund / Minister of Fens` gives the title, of Norway. A name below `For the …` needs
//! nothing else that speaks for it.
//!
//! Not here: titles on the line of the name.

use rapporteur_model::{Document, Location, PassageId, PassageRole, Role, TextRange};

use super::introduction::Found;
use super::name::is_particle;
use super::role;
use super::word::{Words, is_capitalized};
use crate::finder::contact::{line, lines};
use crate::finder::name::Strength;
use crate::lexicon::people::People;

/// Signatories that are known only by the line above them, at most; no treaty has more.
const SIGNATORIES: usize = 400;

/// Adds signatories, and the titles below names.
pub fn read(document: &Document, people: &People, found: &mut Vec<Found>) {
    let mut list: Vec<Location> = Vec::new();
    for (index, passage) in document.passages.iter().enumerate() {
        // Running text has no lines of names.
        if passage.role != PassageRole::Heading || passage.text().len() < 200 {
            for at in lines(document, PassageId(index)) {
                list.extend(parted(document, at));
            }
        }
    }
    let mut signatories = 0;
    for index in 0..list.len() {
        let at = list[index];
        let party = index.checked_sub(1).and_then(|before| party(document.text(list[before])));
        let known = found.partition_point(|one| one.at < start_of(at));
        let named = found.get(known).filter(|one| covers_line(document, at, one.at)).map(|_| known);
        let signer = match named {
            Some(signer) => signer,
            None if party.is_some() && signatories < SIGNATORIES => {
                signatories += 1;
                let overlaps = |one: &Found| one.at.passage == at.passage && one.at.range.overlaps(at.range);
                let Some(one) = signatory(document, people, at) else { continue };
                found.retain(|other| !overlaps(other));
                let place = found.partition_point(|other| other.at < one.at);
                found.insert(place, one);
                place
            }
            None => continue,
        };
        if !found[signer].roles.is_empty() {
            continue;
        }
        let Some(mut role) = list.get(index + 1).and_then(|at| title(document, people, *at)) else {
            continue;
        };
        if role.of.is_none() {
            let below = list.get(index + 2).and_then(|at| body(document, people, *at));
            role.of = below.or_else(|| country(people, party?));
        }
        found[signer].roles.push(role);
    }
}

fn start_of(line: Location) -> Location {
    Location { range: TextRange::new(line.range.start, line.range.start), ..line }
}

/// `For the Republic of Norway: Lars Lund` on one line gives two.
fn parted(document: &Document, at: Location) -> Vec<Location> {
    let text = document.text(at);
    let colon = text.find(": ").filter(|colon| party(&text[..*colon]).is_some());
    match colon {
        Some(colon) => {
            let (start, end) = (at.range.start, at.range.end);
            let part = |start, end| Location { range: TextRange::new(start, end), ..at };
            vec![part(start, start + colon + 1), part(start + colon + 2, end)]
        }
        None => vec![at],
    }
}

/// The party of `For the Government of Norway:`.
fn party(line: &str) -> Option<&str> {
    let line = line.trim().trim_end_matches([':', ',']);
    let party = line.strip_prefix("For the ").or_else(|| line.strip_prefix("FOR THE "))?;
    let short = party.len() < 120 && party.split_whitespace().count() <= 12;
    (short && party.starts_with(char::is_uppercase) && !party.contains(['.', ';', ':'])).then_some(party)
}

/// Is a name all that stands on the line, but for a form of address before it?
fn covers_line(document: &Document, line: Location, name: Location) -> bool {
    let inside = name.passage == line.passage && line.range.covers(name.range);
    let text = document.text(line);
    let behind = || text.get(name.range.end - line.range.start..).unwrap_or_default();
    let before = || text.get(..name.range.start - line.range.start).unwrap_or_default();
    inside
        && behind().trim_matches(|c: char| !c.is_alphanumeric()).is_empty()
        && before().split_whitespace().count() <= 4
        && !before().contains(',')
}

/// The name that a whole line is.
fn signatory(document: &Document, people: &People, at: Location) -> Option<Found> {
    let words = Words::of(document.text(at));
    let honorific = words.honorific(people, 0, 5);
    let list = words.list.get(honorific..)?;
    let fits = (2..=7).contains(&list.len())
        && is_capitalized(list[0].text)
        && is_capitalized(list[list.len() - 1].text)
        && list.iter().all(|word| is_capitalized(word.text) || is_particle(word.text) || word.text == "und")
        && (1..words.list.len()).all(|index| words.joined(index))
        && words.role(people, honorific, 4) == 0
        && people.country(document.text(at)).is_none();
    let (start, end) = (list.first()?.start, list.last()?.end);
    fits.then(|| Found {
        at: Location { range: TextRange::new(at.range.start + start, at.range.start + end), ..at },
        name: words.text[start..end].to_owned(),
        parts: list.iter().map(|word| word.text.to_owned()).collect(),
        roles: Vec::new(),
        strength: Strength::Defined,
    })
}

/// The title that a whole line is, with the body that it may name.
fn title(document: &Document, people: &People, at: Location) -> Option<Role> {
    /// Bytes of a line with a title at most.
    const LONGEST: usize = 140;
    let text = document.text(at).trim_end_matches([',', '.', ';']);
    let words = Words::of(text);
    let named = words.list.iter().skip(1).any(|word| is_capitalized(word.text) && word.is_given_name());
    let capital = words.list.first().is_some_and(|word| is_capitalized(word.text));
    if text.len() > LONGEST || !capital || named || text.contains([':', '@']) {
        return None;
    }
    let lead = text.split(['(', ',']).next().unwrap_or_default().trim();
    let whole = line::part(lead, people) == line::Part::Role || words.role(people, 0, 9) > 0;
    if !whole {
        return None;
    }
    let read = (words.role(people, 0, 9) > 0).then(|| role::read(&words, people, 0, None)).flatten();
    let of = read.as_ref().and_then(|title| title.of.clone());
    let end = match &read {
        Some(title) if of.is_some() => title.range.end,
        _ => lead.len(),
    };
    // The list of a ministry's fields has commas: `Minister of Fens, Peat and Bogs`.
    // `Director General (Fens)`
    let bracket = text.get(lead.len()..).unwrap_or_default();
    let bracketed = of.is_none() && bracket.starts_with(" (") && bracket.ends_with(')');
    let end = if bracketed { text.len() } else { end };
    let end = read.map_or(end, |title| title.range.end.max(end.min(text.len())));
    let range = TextRange::new(at.range.start, at.range.start + end);
    Some(Role { title: text.get(..end)?.to_owned(), of, at: Location { range, ..at } })
}

/// The body that a line below a title is, without its address.
fn body(document: &Document, people: &People, at: Location) -> Option<String> {
    let text = document.text(at);
    let end = text.find(", ").filter(|comma| !text[*comma..].contains(" and ")).unwrap_or(text.len());
    let text = text[..end].trim_end_matches(['.', ',', ';']);
    let plain =
        !text.contains(['@', ':', '+']) && !text.contains(|c: char| c.is_ascii_digit()) && text.len() < 120;
    let body = plain
        && text.contains(' ')
        && match line::part(text, people) {
            line::Part::Body => true,
            line::Part::Office => text.contains(" of "),
            _ => false,
        };
    (body && party(text).is_none()).then(|| text.to_owned())
}

/// The country of a party: `Republic of Norway`.
fn country(people: &People, party: &str) -> Option<String> {
    let named = |text: &str| people.country(text).and_then(|iso| people.country_name(iso));
    let mut rest = party;
    loop {
        if let Some(name) = named(rest) {
            return Some(name.to_owned());
        }
        let (_, tail) = rest.split_once(' ')?;
        rest = tail.strip_prefix("the ").unwrap_or(tail);
    }
}
