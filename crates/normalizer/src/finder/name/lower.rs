//! Names that newspapers write in lower case: `Norwegian fisheries ministry`, `Nordic-Baltic plan of action`.
//!
//! ```text
//! name  = owner *3( lower-case word ) head      ; a country, adjective, acronym or compound of them in front
//! body  = country "’s" head                     ; the name is what follows the possessive
//! ```
//! Not here: a head alone (`the ministry`), and a head that only describes another noun (`dialogue relations`).

use rapporteur_model::{EntityId, EntityKind};

use super::{
    Candidate,
    reading::{Page, Reading},
    token::Shape,
};
use crate::lexicon::names::Names;

/// Names in lower case with a proper word in front.
pub fn propose(reading: &Reading<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for page in &reading.pages {
        let mut token = 0;
        while token < page.tokens.len() {
            let owner = owner(page, reading.names, token);
            found.extend(owner.as_ref().and_then(|owner| name(page, reading.names, owner)));
            found.extend(ministry(page, reading.names, token));
            token = owner.map_or(token, |owner| owner.last) + 1;
        }
    }
    found
}

/// `ministry of health and social affairs`: only words of a ministry's field may follow.
fn ministry(page: &Page<'_>, names: &Names, at: usize) -> Option<Candidate> {
    let word = |token: usize| page.tokens.get(token).map_or("", |token| token.text);
    if word(at) != "ministry" || word(at + 1) != "of" || !FIELDS.contains(&word(at + 2)) {
        return None;
    }
    let mut last = at + 2;
    loop {
        let next = last + 1 + usize::from(matches!(word(last + 1), "and" | ","));
        if !FIELDS.contains(&word(next)) {
            break;
        }
        last = next;
    }
    let before = at.checked_sub(1).filter(|&before| names.gazetteer.demonym(word(before)).is_some());
    let range = page.range(before.unwrap_or(at), last);
    let mut candidate = Candidate::new(page.at(range), EntityKind::Organization, page.slice(range));
    let nation = before.and_then(|before| names.gazetteer.demonym(word(before)));
    candidate.key = nation.map(|nation| {
        EntityId::of_name(EntityKind::Organization, &format!("{nation} {}", page.slice(page.range(at, last))))
    });
    Some(candidate)
}

/// Fields of ministries, in lower case.
const FIELDS: [&str; 56] = [
    "affairs",
    "foreign",
    "home",
    "interior",
    "internal",
    "external",
    "health",
    "finance",
    "defence",
    "defense",
    "justice",
    "education",
    "higher",
    "trade",
    "commerce",
    "industry",
    "agriculture",
    "fisheries",
    "forestry",
    "environment",
    "energy",
    "transport",
    "transportation",
    "tourism",
    "labour",
    "labor",
    "employment",
    "planning",
    "development",
    "economic",
    "economy",
    "cooperation",
    "security",
    "information",
    "communications",
    "technology",
    "science",
    "culture",
    "sports",
    "youth",
    "women",
    "children",
    "housing",
    "water",
    "mines",
    "mining",
    "welfare",
    "services",
    "public",
    "works",
    "natural",
    "resources",
    "human",
    "social",
    "rural",
    "lands",
];

/// The proper word or words in front.
struct Owner {
    first: usize,
    last: usize,
    /// The country that it names, ISO 3166-1 alpha-2.
    nation: Option<&'static str>,
    /// Is it a people's adjective?
    adjective: bool,
    /// Is it a compound of several names (`ASEAN-Canada`)?
    compound: bool,
}

fn owner(page: &Page<'_>, names: &Names, first: usize) -> Option<Owner> {
    let token = page.tokens.get(first).filter(|token| token.capital())?;
    if let Some((last, entry)) = page.known(names, first) {
        let nation = entry.iso.filter(|_| entry.kind == EntityKind::Country);
        let compound = token.text.contains('-') && last == first;
        let capital = entry.kind == EntityKind::Place
            && page.tokens.get(last + 1).is_some_and(|token| token.shape == Shape::Possessive);
        let nation = if capital { entry.iso } else { nation };
        let fits = capital
            || matches!(entry.kind, EntityKind::Country | EntityKind::Organization | EntityKind::Group);
        return fits.then_some(Owner { first, last, nation, adjective: false, compound });
    }
    if token.people()
        && let Some(nation) = names.gazetteer.demonym(token.text)
    {
        let nation = Some(nation);
        return Some(Owner { first, last: first, nation, adjective: true, compound: false });
    }
    if !token.text.contains(['-', '‑']) {
        return None;
    }
    let parts: Vec<&str> = token.text.split(['-', '‑']).collect();
    let compound = parts.len() > 1
        && parts
            .iter()
            .all(|part| names.gazetteer.lookup(part).is_some() || names.gazetteer.demonym(part).is_some());
    compound.then_some(Owner { first, last: first, nation: None, adjective: false, compound: true })
}

fn name(page: &Page<'_>, names: &Names, owner: &Owner) -> Option<Candidate> {
    let possessive = page.tokens.get(owner.last + 1).is_some_and(|token| token.shape == Shape::Possessive);
    let start = owner.last + 1 + usize::from(possessive);
    let most = (start..page.tokens.len().min(start + 8))
        .take_while(|&token| page.tokens[token].shape == Shape::Lower && page.tokens[token].spaced)
        .last()?;
    let (first, last, kind) = head(page, names, start, most)?;
    let between = first - start;
    let words = page.slice(page.range(start, last));
    let fits = match kind {
        EntityKind::Organization => {
            owner.nation.is_some()
                && between <= 2
                && words != "ministry"
                && (!possessive || words.contains(' '))
                && modifiers(page, start, first)
        }
        EntityKind::Event => {
            !possessive && (owner.compound || !owner.adjective && owner.nation.is_none()) && between <= 2
        }
        EntityKind::Programme => {
            !possessive
                && !owner.adjective
                && (between > 0 || owner.compound)
                && between <= 5
                && modifiers(page, start, first)
        }
        _ => !possessive && !owner.adjective && between <= 3 && modifiers(page, start, first),
    };
    // `a Nordic-Baltic grant programme` is one that does not exist yet, or one of many.
    let indefinite = owner
        .first
        .checked_sub(1)
        .is_some_and(|before| matches!(page.tokens[before].text, "a" | "an" | "any"));
    let fits = fits && (kind == EntityKind::Organization || !indefinite);
    let follows = page.tokens.get(last + 1).map_or("", |token| token.text);
    if !fits || kind != EntityKind::Organization && DESCRIBED.contains(&follows) {
        return None;
    }
    let range = if possessive { page.range(start, last) } else { page.range(owner.first, last) };
    let mut candidate = Candidate::new(page.at(range), kind, page.slice(range));
    let known = owner.nation.and_then(|nation| names.gazetteer.owned(nation, words));
    candidate.key = match known.filter(|_| kind == EntityKind::Organization) {
        Some(entry) => Some(entry.key.clone()),
        None => Some(key(owner, kind, words, page.slice(range))),
    };
    Some(candidate)
}

/// Bodies of one country are one, whether it is named by adjective or possessive.
fn key(owner: &Owner, kind: EntityKind, words: &str, whole: &str) -> EntityId {
    match (&owner.nation, kind) {
        (Some(nation), EntityKind::Organization) => EntityId::of_name(kind, &format!("{nation} {words}")),
        _ => EntityId::of_name(kind, whole),
    }
}

/// The last head among the words from `start` to `most`, as its first and last token and its kind.
fn head(page: &Page<'_>, names: &Names, start: usize, most: usize) -> Option<(usize, usize, EntityKind)> {
    let mut best = None;
    for last in start..=most {
        let first = (start..=last).find(|&first| {
            let words = page.slice(page.range(first, last));
            names.heads.get(words).is_some_and(|head| head.lower)
        });
        let Some(first) = first else { continue };
        let kind = names.heads.get(page.slice(page.range(first, last))).map(|head| head.kind)?;
        best = Some((first, last, kind));
    }
    best
}

/// Can all words between owner and head describe the head: no function word and no verb?
fn modifiers(page: &Page<'_>, start: usize, head: usize) -> bool {
    page.tokens[start..head].iter().enumerate().all(|(index, token)| {
        let inside = token.text == "of" && index > 0;
        let noun =
            PLURALS.contains(&token.text) || !(token.text.ends_with('s') || token.text.ends_with("ed"));
        inside || noun && !FUNCTION.contains(&token.text)
    })
}

/// Nouns in -s that stand before a head.
const PLURALS: [&str; 16] = [
    "rights",
    "affairs",
    "services",
    "operations",
    "resources",
    "sciences",
    "systems",
    "arms",
    "sports",
    "statistics",
    "forces",
    "nations",
    "states",
    "business",
    "fisheries",
    "works",
];

/// Words that end a noun phrase.
const FUNCTION: [&str; 40] = [
    "and", "or", "to", "in", "on", "at", "by", "for", "from", "with", "the", "a", "an", "of", "is", "has",
    "will", "as", "that", "which", "who", "be", "its", "their", "can", "may", "should", "would", "into",
    "under", "over", "said", "have", "are", "while", "after", "before", "about", "but", "through",
];

/// Nouns that a head before them only describes.
const DESCRIBED: [&str; 14] = [
    "relations",
    "partner",
    "partners",
    "partnership",
    "process",
    "mechanism",
    "negotiations",
    "talks",
    "coordinator",
    "officials",
    "ties",
    "cooperation",
    "committee",
    "countries",
];
