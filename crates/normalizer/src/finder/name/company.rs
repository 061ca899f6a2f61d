//! Companies and groups that the words around them tell: `built by Fjell Kraftverk`, `Norsk Vann, a water company`.
//!
//! ```text
//! dealing  = ( "built by" / "shares of" / "contract with" / … ) 2*3( unknown capitalised word )
//! listed   = name 2*( ( "," / "and" ) name )        ; one of them a known company, none a person or place
//! apposed  = capitalised words "," ( "a" / "an" / "the" ) *3( small word ) ( "company" / "charity" / … )
//! introduced = ( "newspaper" / "airline" / "company" / … ) 1*4( capitalised word )
//! short    = acronym "," ( "a" / "the" / owner ) *3( small word ) ( "agency" / "body" / … )
//! ```
//! At least one word must be none of the language, and none may lead a person's name. What is told so once is one
//! wherever it stands.
//!
//! Not here: bodies with a head word (`Fjell Group`), which need no such help.

use rapporteur_model::EntityKind;

use super::{
    Candidate, Strength, place,
    reading::{Page, Reading},
    token::{Shape, Token},
};
use crate::lexicon::{names::Hit, vocabulary::Marks};

/// What is done by a company.
#[rustfmt::skip]
const BY: &[&str] = &[
    "built", "made", "operated", "owned", "developed", "supplied", "manufactured", "run", "designed", "bought",
    "acquired", "constructed", "managed", "produced", "installed", "printed", "distributed", "chartered",
];

/// What is had in or of a company.
const OF: &[&str] =
    &["shares", "share", "stake", "stakes", "consortium", "subsidiary", "shareholders", "bonds"];

/// What is agreed with a company.
#[rustfmt::skip]
const WITH: &[&str] = &[
    "contract", "contracts", "order", "orders", "tender", "paired", "partnered", "sold", "awarded", "deal", "leased",
    "licence", "license", "bought",
];

/// Nouns that tell what the name before them is.
#[rustfmt::skip]
const NOUNS: &[&str] = &[
    "company", "group", "firm", "charity", "ngo", "consultancy", "newspaper", "daily", "airline", "carrier",
    "utility", "operator", "manufacturer", "maker", "producer", "supplier", "cooperative", "association", "bank",
    "insurer", "brewer", "shipbuilder", "start-up", "startup", "think-tank", "organisation", "organization",
    "broadcaster", "agency", "network", "union", "nonprofit", "non-profit", "refinery", "retailer", "developer",
];

/// What stands right before a company's name.
#[rustfmt::skip]
pub const BEFORE: &[&str] = &[
    "newspaper", "daily", "weekly", "magazine", "broadcaster", "airline", "company", "firm", "charity", "utility",
    "insurer", "brewer", "shipbuilder", "retailer", "developer", "operator", "cooperative", "start-up", "startup",
    "carrier", "miner", "contractor", "consultancy", "bank",
];

/// Companies by what stands around them, wherever they stand.
pub fn propose(reading: &Reading<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for page in reading.pages.iter().filter(|page| !page.titled && !page.shouted) {
        for token in 1..page.tokens.len() {
            found.extend(dealing(reading, page, token));
            found.extend(apposed(reading, page, token));
            found.extend(supplier(page, token));
            found.extend(introduced(reading, page, token));
        }
        found.extend(listed(reading, page));
    }
    let again = place::spread(reading, &found);
    found.extend(again);
    found
}

fn company(page: &Page<'_>, first: usize, last: usize) -> Candidate {
    let range = page.range(first, last);
    let mut candidate = Candidate::new(page.at(range), EntityKind::Organization, page.slice(range));
    candidate.strength = Strength::Form;
    candidate
}

/// Is a word none of the language?
fn strange(word: &Token<'_>) -> bool {
    let letters = || word.text.chars().all(|c| c.is_alphabetic() || c == '-');
    word.text.len() > 3 && !word.common() && letters()
}

fn dealing(reading: &Reading<'_>, page: &Page<'_>, at: usize) -> Option<Candidate> {
    let cues = match page.tokens[at].text {
        "by" => BY,
        "of" | "in" => OF,
        "with" | "to" | "from" => WITH,
        _ => return None,
    };
    let led = page.tokens[at - 1].text.to_lowercase();
    if !cues.contains(&led.as_str()) {
        return None;
    }
    let last = place::words(reading, page, at + 1).filter(|last| *last > at + 1)?;
    let given = page.given(at + 1);
    let ends = page.tokens.get(last + 1).is_none_or(|next| !next.capital() || !next.spaced);
    let own = page.tokens[at + 1..=last].iter().any(|token| strange(token));
    (!given && ends && own).then(|| company(page, at + 1, last))
}

/// `paired with Skarn Water,`: a field behind a place, a strange word or letters, where nothing more belongs to it.
fn supplier(page: &Page<'_>, at: usize) -> Option<Candidate> {
    const FIELDS: &[&str] =
        &["Water", "Energy", "Power", "Science", "Rail", "Gas", "Telecom", "Air", "Steel", "Oil"];
    let token = &page.tokens[at];
    let owner = &page.tokens[at - 1];
    if !(token.spaced && token.capital() && owner.capital() && FIELDS.contains(&token.text)) {
        return None;
    }
    let before = at.checked_sub(2).map(|before| &page.tokens[before])?;
    let led = matches!(before.text, "with" | "by" | "from" | "at" | "to") && owner.spaced;
    let ends = page.tokens.get(at + 1).is_none_or(|next| {
        let sign = next.shape == Shape::Sign && matches!(next.text, "," | "." | ")" | "(" | ";");
        sign || matches!(next.text, "said" | "says" | "gave" | "has" | "will" | "is" | "and" | "which")
    });
    let known = page.hit_over(owner.range).is_some_and(|hit| hit.range == owner.range);
    let proper = known || owner.acronym() || strange(owner);
    let free = page.hit_over(token.range).is_none();
    let people = owner.people();
    (led && ends && proper && free && !people).then(|| company(page, at - 1, at))
}

/// `Fjell Air, Boeing and Skarn Nine`: what stands in one list with a known company is a company.
fn listed(reading: &Reading<'_>, page: &Page<'_>) -> Vec<Candidate> {
    let gazetteer = &reading.names.gazetteer;
    let entry =
        |hit: &Hit| gazetteer.form(hit.form).entries.first().map(|(entry, _)| gazetteer.entry(*entry));
    let company = |hit: &Hit| entry(hit).is_some_and(|entry| entry.company);
    let mut found = Vec::new();
    if !page.hits.iter().any(company) {
        return found;
    }
    let mut at = 0;
    while at < page.tokens.len() {
        let mut names: Vec<(usize, usize)> = Vec::new();
        let mut next = at;
        while let Some(last) = element(page, next) {
            names.push((next, last));
            let comma = page.tokens.get(last + 1).is_some_and(|token| token.text == ",");
            let after = last + 1 + usize::from(comma);
            let and = page.tokens.get(after).is_some_and(|token| matches!(token.text, "and" | "or"));
            next = after + usize::from(and);
            if !comma && !and {
                break;
            }
        }
        at = names.last().map_or(at, |(_, last)| *last) + 1;
        let hits = |(first, last): &(usize, usize)| {
            let range = page.range(*first, *last);
            let from = page.hits.partition_point(|hit| hit.range.end <= range.start);
            page.hits[from..].iter().take_while(move |hit| hit.range.start < range.end)
        };
        let person = |(first, last): &(usize, usize)| {
            page.given(*first) && last > first && hits(&(*first, *last)).next().is_none()
        };
        let other = |hit: &Hit| entry(hit).is_some_and(|entry| entry.kind != EntityKind::Organization);
        let sure = names.len() > 2 && names.iter().any(|name| hits(name).any(company));
        if !sure || names.iter().any(|name| person(name) || hits(name).any(other)) {
            continue;
        }
        let unknown = names
            .iter()
            .filter(|(first, last)| hits(&(*first, *last)).all(|hit| hit.range != page.range(*first, *last)));
        found.extend(unknown.map(|(first, last)| self::company(page, *first, *last)));
    }
    found
}

/// The last token of a name in a list that begins at a token: capitals, up to five, with figures and `&` between them.
fn element(page: &Page<'_>, first: usize) -> Option<usize> {
    let word = |at: usize| {
        page.tokens.get(at).filter(|token| {
            let sign = token.text == "&" && at > first;
            (token.capital() || sign) && (at == first || token.spaced) && !token.opens()
        })
    };
    let last = (first..first + 6).take_while(|&at| word(at).is_some()).last()?;
    let apart = first.checked_sub(1).is_none_or(|before| !page.tokens[before].capital());
    (apart && last < first + 5 && page.tokens[last].text != "&").then_some(last)
}

/// `the newspaper Skarn Dagen`: strange words right behind the noun for what they name.
fn introduced(reading: &Reading<'_>, page: &Page<'_>, at: usize) -> Option<Candidate> {
    if !page.tokens[at - 1].marks.has(Marks::COMPANY_CUE) {
        return None;
    }
    let last = place::words(reading, page, at)?;
    let words = page.tokens.get(at..=last)?;
    let given = page.given(at);
    let ends = page.tokens.get(last + 1).is_none_or(|next| {
        !next.capital() && next.shape != Shape::Possessive && !matches!(next.text, "(" | "-")
    });
    let own = words.iter().any(|token| strange(token));
    (!given && ends && own).then(|| company(page, at, last))
}

fn apposed(reading: &Reading<'_>, page: &Page<'_>, comma: usize) -> Option<Candidate> {
    /// Words of a name at most.
    const LONGEST: usize = 6;
    let word = |token: usize| page.tokens.get(token).map_or("", |token| token.text);
    if word(comma) != "," {
        return None;
    }
    if !matches!(word(comma + 1), "a" | "an" | "the") {
        return short(page, comma);
    }
    let small = |token: &usize| page.tokens.get(*token).is_some_and(|token| token.shape == Shape::Lower);
    let described = (comma + 2..comma + 6)
        .take_while(|token| small(token) || page.proper(reading.names, *token))
        .find(|token| NOUNS.contains(&word(*token)));
    let Some(described) = described else { return short(page, comma) };
    // `a company director` is a person.
    let behind = page.tokens.get(described + 1);
    let noun = behind.is_none_or(|next| {
        next.shape != Shape::Lower
            || matches!(
                next.text,
                "from" | "in" | "of" | "based" | "that" | "which" | "for" | "with" | "near" | "and"
            )
    });
    let mut first = comma;
    while first > 0 && comma - first < LONGEST {
        let token = &page.tokens[first - 1];
        let link = matches!(token.text, "the" | "of" | "for") && first > 1 && first < comma;
        let capital = token.capital() && !token.opens();
        if !(capital || link) || first < comma && !page.tokens[first].spaced {
            break;
        }
        first -= 1;
    }
    while first < comma && !page.tokens[first].capital() {
        first += 1;
    }
    let names = page.tokens.get(first..comma)?;
    let given = page.given(first);
    let known = page.hit_over(page.range(first, comma.checked_sub(1)?)).is_some();
    let long = names.len() > 1 && !given || names.len() == 1 && coined(page, first);
    (noun && long && !known).then(|| company(page, first, comma - 1))
}

/// Letters of an acronym that is no word written in capitals.
fn coined(page: &Page<'_>, at: usize) -> bool {
    let token = &page.tokens[at];
    let letters = token.text.chars().all(char::is_uppercase) && token.text.len() > 3;
    letters && !token.common() && page.hit_over(token.range).is_none()
}

/// `SKARNVAK, the League’s body for water`: letters that the owner behind the comma says to be a body.
fn short(page: &Page<'_>, comma: usize) -> Option<Candidate> {
    let before = comma.checked_sub(1).filter(|&before| coined(page, before))?;
    let alone = before.checked_sub(1).is_none_or(|left| !page.tokens[left].capital());
    let mark = (comma + 1..(comma + 6).min(page.tokens.len()))
        .find(|&token| page.tokens[token].shape == Shape::Possessive)?;
    let noun = page.tokens[mark + 1..].iter().take(4).find(|token| {
        token.shape == Shape::Lower
            && (NOUNS.contains(&token.text)
                || matches!(token.text, "body" | "arm" | "institute" | "office" | "regulator"))
    });
    noun.filter(|_| alone).map(|_| company(page, before, before))
}
