//! Introductions: names that are read without knowing the person.
//!
//! What speaks for a name, strongest first: a role or form of address in front of it (`Fens Minister Ode`, `Dr. Lund`), a
//! role in apposition behind it (`Sok Dara, chair of …`), a known given name (`Jane Ode`), a verb of saying beside words
//! that are no ordinary ones (`said Sok Dara`).
//!
//! Near misses: bodies and places (`Victoria University`), titles in the plural (`Fens Ministers`), headings in which all
//! words have capitals, words that only begin a sentence.

use rapporteur_model::{Location, PassageId, Role};

use super::name::{self, Name};
use super::role::{self, Title};
use super::word::{Words, is_capitalized, is_capitals};
use super::{Page, location};
use super::{listed, lone, several};
use crate::finder::name::Strength;
use crate::lexicon::{people::People, vocabulary::Marks};

/// An introduced name.
#[derive(Clone, Debug)]
pub struct Found {
    /// Where the name stands.
    pub at: Location,
    /// The name.
    pub name: String,
    /// Its parts.
    pub parts: Vec<String>,
    /// The roles beside it.
    pub roles: Vec<Role>,
    /// How sure it is.
    pub strength: Strength,
}

/// The introductions of a passage.
pub(super) fn read(people: &People, page: &Page<'_>) -> Vec<Found> {
    let Page { id, words, heading } = page;
    let (id, heading) = (*id, *heading);
    let mut found = Vec::new();
    let mut index = 0;
    while index < words.list.len() {
        match introduced(words, people, index, heading) {
            Some((name, titles, strength)) => {
                found.push(record(words, id, name, &titles, strength));
                index = name.end;
            }
            None => index += 1,
        }
    }
    if !heading {
        listed::add(words, people, id, &mut found);
        several::add(words, people, id, &mut found);
    }
    found
}

fn record(words: &Words<'_>, passage: PassageId, name: Name, titles: &[Title], strength: Strength) -> Found {
    let mut parts: Vec<String> =
        words.list[name.first..name.end].iter().map(|word| word.text.to_owned()).collect();
    // `Von der Lund` is a surname with its particles, no name of three parts.
    if name::is_particle(&parts[0]) && titles.is_empty() {
        parts.drain(..parts.len() - 1);
    }
    let at = location(passage, words.list[name.first].start, words.list[name.end - 1].end);
    let role = |title: &Title| Role {
        title: words.text.get(title.range.start..title.range.end).unwrap_or_default().to_owned(),
        of: title.of.clone(),
        at: location(passage, title.range.start, title.range.end),
    };
    Found {
        at,
        name: name::text(words, name).to_owned(),
        parts,
        roles: titles.iter().map(role).collect(),
        strength,
    }
}

/// The name that begins at a word, if something speaks for it.
fn introduced(
    words: &Words<'_>,
    people: &People,
    index: usize,
    heading: bool,
) -> Option<(Name, Vec<Title>, Strength)> {
    let word = words.list[index].text;
    let article = || ["al-", "el-", "d’", "d'"].iter().any(|article| word.starts_with(article));
    if !(is_capitalized(word) || word.starts_with(['a', 'e', 'd']) && article()) {
        return None;
    }
    if is_in_address(words, people, index) || is_in_role(words, people, index) {
        return None;
    }
    let name = name_at(words, people, index, heading)?;
    let address = address_before(words, people, index);
    if people.country(name::text(words, name)).is_some() || is_ship(words, address.unwrap_or(index)) {
        return None;
    }
    let mut titles = role::before(words, people, address.unwrap_or(index));
    let body = role::body_behind(words, people, name.end);
    if titles.is_empty() && address.is_some() && body.is_some() {
        // `Chief Ode of the Fens Nation`: a form of address that is an office where its body follows.
        titles = role::before(words, people, index);
    }
    let mut behind = role::after(words, people, name.end);
    behind.extend(role::appointed(words, people, name.first, name.end));
    let brown = !heading && given_and_ordinary(words, people, name);
    let plausible = brown || name::is_plausible(words, people, name);
    let unusual = name::is_unusual(words, people, name);
    let linked = index > 0 && matches!(words.list[index - 1].text, "of" | "for" | "and" | "the");
    let apart = words.gap(index).contains(',') || titles.is_empty() && !behind.is_empty() && !linked;
    // Behind the field of a minister a strange word begins a name: `Minister for Fens Eljud Green`.
    let field = titles.iter().any(|title| !title.direct) && name::begins_strange(words, name);
    let mixed = !heading && (apart || field) && name::is_mixed(words, people, name)
        || field && !heading && lone::behind_field(words, name);
    // A title whose object stands before the name leaves open where the name begins: it must look like one.
    let sure = titles.iter().all(|title| title.direct) || plausible || unusual || mixed || address.is_some();
    if !sure {
        titles.clear();
    }
    let certain = plausible || unusual || mixed || address.is_some();
    give_owner(&mut titles, role::country_behind(words, people, name.end).or(body.filter(|_| certain)));
    let introduced_by = !titles.is_empty() || address.is_some();
    let goes_on =
        name.end < words.list.len() && words.joined(name.end) && is_capitalized(words.list[name.end].text);
    if name::needs_title(words, name) && (!introduced_by || goes_on) {
        return None;
    }
    if introduced_by {
        // `PRIME MINISTER ODE:` opens what the speaker of a transcript says.
        let label = titles.iter().any(|title| title.first == 0) && words.gap(name.end).starts_with(':');
        let head = |title: &Title| words.list[title.end - 1].text;
        let small = titles.iter().all(|title| lower(words, title));
        let lone = name.len() == 1;
        let dull = lone
            && !label
            && (is_capitals(word) && word.len() <= 4 && address.is_none()
                || words.list[index].is_place() && address.is_none());
        let opener = lone && address.is_none() && small && !plausible;
        // `General Assembly`, `Private Sector`: words that are roles only in front of a name.
        let loose = address.is_none() && titles.iter().all(|title| title.direct && is_adjective(head(title)));
        let parts = &words.list[name.first..name.end];
        let common = parts.iter().any(super::word::Word::is_ordinary);
        let all_common = parts.iter().all(super::word::Word::is_ordinary);
        let ordinary = lone && common && (heading || !titles.iter().all(|title| is_capitalized(head(title))));
        let phrase = !lone
            && all_common
            && address.is_none()
            && (heading || !plausible && !brown && loose_names(words, name));
        if dull
            || opener
            || ordinary
            || phrase
            || loose && (common && !plausible || heading && !plausible && !unusual)
        {
            return None;
        }
        let next = behind.last().is_some_and(|title| leads_next(words, people, title, heading));
        if !next || titles.is_empty() {
            titles.extend(behind);
        }
        return Some((name, titles, Strength::Defined));
    }
    if asks(words, name) || hailed(words, name) || named(words, name) {
        return Some((name, Vec::new(), Strength::Form));
    }
    if !heading && (lone::related(words, name) || lone::described(words, name)) {
        return Some((name, behind, Strength::Form));
    }
    // Inside a run of capitals a name does not begin, but behind a word that only begins a sentence.
    let inside = index > 0 && words.joined(index) && is_capitalized(words.list[index - 1].text);
    let opener = inside && words.starts_sentence(index - 1) && words.list[index - 1].is_ordinary();
    if inside && !opener {
        return None;
    }
    let continued = name.end < words.list.len()
        && words.joined(name.end)
        && is_capitalized(words.list[name.end].text)
        && !heading;
    if !behind.is_empty() && (plausible || unusual || mixed) && !continued {
        return Some((name, behind, Strength::Defined));
    }
    if continued && !words.role(people, name.end, 3) > 0 {
        return None;
    }
    if plausible {
        return Some((name, Vec::new(), if brown { Strength::Weak } else { Strength::Form }));
    }
    (!heading && unusual && speaks(words, people, name)).then(|| (name, Vec::new(), Strength::Weak))
}

/// Is a title behind a name that of another name behind it: `Minister Ode, Secretary of the Council, Lars Lund`?
fn leads_next(words: &Words<'_>, people: &People, title: &Title, heading: bool) -> bool {
    let looks = |name| name::is_plausible(words, people, name) || name::is_unusual(words, people, name);
    let addressed = words.honorific(people, title.end, 5) > 0;
    words.gap(title.end) == ", " && (addressed || name::read(words, title.end, heading).is_some_and(looks))
}

/// Nouns and prefixes of ships.
#[rustfmt::skip]
pub const SHIPS: &[&str] = &[
    "frigate", "ship", "vessel", "trawler", "ferry", "cutter", "yacht", "submarine", "destroyer", "tanker", "barge",
    "steamer", "schooner", "corvette", "freighter", "liner", "icebreaker", "flagship", "battleship", "cruiser",
    "USS", "HMS", "HMCS", "HMAS", "HMNZS", "INS", "RRS", "MV", "M/V", "SS", "MS", "FV", "RV", "USNS", "USCGC",
];

/// Does a ship's noun or prefix stand before the name: `the frigate Lady Jane`, `USS Jane Ode`?
fn is_ship(words: &Words<'_>, first: usize) -> bool {
    first > 0 && words.begins(first - 1, Marks::SHIP) && words.joined(first)
}

/// Is a title all in lower case?
fn lower(words: &Words<'_>, title: &Title) -> bool {
    !words.list[title.first..title.end].iter().any(|word| is_capitalized(word.text))
}

/// The name that begins at a word, in a heading up to where its ordinary words begin.
fn name_at(words: &Words<'_>, people: &People, index: usize, heading: bool) -> Option<Name> {
    let led = heading && leads_name(words, people, index);
    let name = name::read(words, index, heading && !led)?;
    Some(if led { shortened(words, name) } else { name })
}

/// Gives the owner behind a name to its titles that have none: `Sultan Ode of Norway`, `Chief Ode of the Fens Nation`.
fn give_owner(titles: &mut [Title], owner: Option<String>) {
    let Some(owner) = owner else { return };
    for title in titles.iter_mut().filter(|title| title.of.is_none()) {
        title.of = Some(owner.clone());
    }
}

/// `QUESTION: Jane Ode, Radio Fens.`: who asks at a briefing gives name and paper.
fn asks(words: &Words<'_>, name: Name) -> bool {
    let label = name.first == 1
        && matches!(words.list[0].text.to_uppercase().as_str(), "QUESTION" | "Q" | "QUESTIONER" | "REPORTER")
        && words.gap(1).starts_with(':');
    let paper = words.gap(name.end) == ", "
        && words.list.get(name.end).is_some_and(|word| is_capitalized(word.text))
        && (name.end + 1..words.list.len().min(name.end + 6)).any(|index| words.starts_sentence(index));
    label && paper && (2..=4).contains(&name.len())
}

/// `a fisherman named Skarn`: a strange name behind a noun of a person.
fn named(words: &Words<'_>, name: Name) -> bool {
    #[rustfmt::skip]
    const NOUNS: &[&str] = &[
        "man", "woman", "boy", "girl", "child", "person", "student", "fisherman", "farmer", "soldier", "officer",
        "sailor", "merchant", "priest", "lawyer", "doctor", "nurse", "engineer", "worker", "resident", "villager",
        "chief", "leader", "teacher", "journalist", "artist", "singer", "refugee", "migrant", "citizen", "trader",
    ];
    let Some(verb) = name.first.checked_sub(1).filter(|verb| *verb > 0 && words.joined(name.first)) else {
        return false;
    };
    let noun = words.list[verb - 1].text;
    let person = NOUNS.contains(&noun) || words.begins(verb - 1, Marks::PEOPLE);
    let strange = words.list[name.first..name.end].iter().all(|word| !word.is_ordinary());
    matches!(words.list[verb].text, "named" | "called") && words.joined(verb) && person && strange
}

/// Does a name begin at this ordinary word of a heading, because a title stands before it and a word of no language
/// behind it: `Prime Minister Day Hsun Loong in Oslo`, not `Prime Minister Opens Skarn Bridge`?
fn leads_name(words: &Words<'_>, people: &People, index: usize) -> bool {
    let word = words.list[index].text;
    let verb = word.ends_with('s') || word.ends_with("ed") || word.ends_with("ing");
    let next = words.list.get(index + 1).is_some_and(|next| {
        words.joined(index + 1)
            && is_capitalized(next.text)
            && !next.is_ordinary()
            && !next.is_place()
            && !next.is_geographic()
    });
    next && !verb
        && word.len() < 5
        && words.list[index].is_ordinary()
        && !role::before(words, people, index).is_empty()
}

/// A name of a heading up to the first ordinary word behind its second.
fn shortened(words: &Words<'_>, name: Name) -> Name {
    let plain = |index: &usize| words.list[*index].is_ordinary() && words.list[*index].text.len() > 3;
    let led = name.len() > 2 && words.list[name.first].is_ordinary();
    let end = (name.first + 2..name.end).find(plain).filter(|_| led);
    Name { end: end.unwrap_or(name.end), ..name }
}

/// `Thanks, Jane.`: a given name alone behind a greeting.
fn hailed(words: &Words<'_>, name: Name) -> bool {
    const GREETINGS: &[&str] = &["thanks", "hello", "hi", "morning", "afternoon", "evening", "welcome"];
    let Some(before) = name.first.checked_sub(1) else { return false };
    if name.len() != 1 || !words.list[name.first].is_given_name() || words.gap(name.first) != ", " {
        return false;
    }
    let word = words.list[before].text.to_lowercase();
    let thank_you = word == "you" && before > 0 && words.list[before - 1].text.eq_ignore_ascii_case("thank");
    let greeted = GREETINGS.contains(&word.as_str()) || thank_you;
    let ends = words.gap(name.end).starts_with(['.', '!', '?', ',']);
    greeted && ends
}

/// `Jane Brown`: a given name and an ordinary word that is no plural.
fn given_and_ordinary(words: &Words<'_>, people: &People, name: Name) -> bool {
    let last = &words.list[name.end - 1];
    name.len() == 2
        && words.list[name.first].is_given_name()
        && last.is_ordinary()
        && (!last.text.ends_with('s') || !role::before(words, people, name.first).is_empty())
        && !people.is_place(name::text(words, name))
}

/// Does a verb of saying stand beside the name?
fn speaks(words: &Words<'_>, people: &People, name: Name) -> bool {
    let said = |index: usize| {
        let word = words.list.get(index).map_or("", |word| word.text);
        words.cue(people, index, 3) > 0
            && (word.ends_with("ed") || matches!(word, "said" | "says" | "told" | "wrote" | "tells"))
    };
    let next = name.end < words.list.len() && words.joined(name.end) && said(name.end);
    next || name.first > 0 && words.joined(name.first) && said(name.first - 1)
}

/// Does a phrase of ordinary words look like none of a person: longer than two words, or a plural at its end that no given
/// name leads?
fn loose_names(words: &Words<'_>, name: Name) -> bool {
    name.len() > 2 || words.list[name.end - 1].text.ends_with('s')
}

/// Roles that are ordinary adjectives as well.
fn is_adjective(word: &str) -> bool {
    matches!(
        word,
        "General"
            | "Private"
            | "Justice"
            | "Major"
            | "Head"
            | "Chief"
            | "Principal"
            | "Deputy"
            | "Fellow"
            | "Host"
            | "Champion"
            | "Expert"
            | "Elder"
            | "Partner"
            | "Officer"
            | "Counsel"
            | "Leader"
            | "Engineer"
            | "Anchor"
            | "Coach"
            | "Doctor"
    )
}

/// Is the word part of a form of address in front of a name: `Seri` of `Datuk Seri`?
fn is_in_address(words: &Words<'_>, people: &People, index: usize) -> bool {
    (index.saturating_sub(4)..=index).any(|first| {
        if !words.begins(first, Marks::HONORIFIC) {
            return false;
        }
        let count = words.honorific(people, first, 5);
        let next = first + count;
        let named = words.list.get(next).is_some_and(|word| is_capitalized(word.text)) && words.joined(next);
        count > index - first && named
    })
}

/// Is the word part of a role that begins at it or before it: `Prime` of `Deputy Prime Minister`?
fn is_in_role(words: &Words<'_>, people: &People, index: usize) -> bool {
    (index.saturating_sub(6)..=index)
        .any(|first| words.begins(first, Marks::ROLE) && words.role(people, first, 9) > index - first)
}

/// The word at which the form of address begins that stands right before a word: `the Honourable`, `Lt. Gen.`, `Dr`.
fn address_before(words: &Words<'_>, people: &People, index: usize) -> Option<usize> {
    if index == 0 || !words.joined(index) {
        return None;
    }
    let mut first = None;
    let mut end = index;
    while let Some(start) = (end.saturating_sub(4)..end).find(|&start| {
        if !words.begins(start, Marks::HONORIFIC) {
            return false;
        }
        let run = words.run(start, end - start);
        run.len() == end - start
            && people.honorific(&run) == end - start
            && run.iter().any(|word| is_capitalized(word))
    }) {
        first = Some(start);
        if start == 0 || !words.joined(start) {
            break;
        }
        end = start;
    }
    first
}
