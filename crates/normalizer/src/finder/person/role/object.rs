//! A role with its objects: `Minister of Fens and Bogs of Norway` is the title `Minister of Fens and Bogs`, of Norway.

use rapporteur_model::TextRange;

use super::country::country_at;
use super::{PORTFOLIO, Title, roles_at};
use crate::finder::person::word::{Words, is_capitalized, is_capitals};
use crate::lexicon::{people::People, vocabulary::Marks};

/// Words that end the object of a role.
#[rustfmt::skip]
pub(super) const ENDS: &[&str] = &[
    "who", "which", "that", "is", "was", "are", "were", "has", "have", "had", "will", "would", "may", "can",
    "could", "should", "today", "yesterday", "on", "during", "after", "before", "as", "when", "while",
    "met", "visited", "announced", "in", "where", "welcomed", "attended", "signed", "opened", "led",
    "chaired", "co-chaired", "held", "also", "by", "from", "about", "co-hosted", "hosted", "arrived",
    "discussed", "agreed", "over", "since", "until", "because", "said",
];

/// Words that tell a body from a portfolio.
#[rustfmt::skip]
const BODIES: &[&str] = &[
    "ministry", "department", "council", "organization", "organisation", "association", "bank", "union",
    "committee", "commission", "institute", "university", "agency", "nations", "secretariat", "government",
    "republic", "kingdom", "foundation", "office", "assembly", "parliament", "fund", "group", "forum",
    "board", "court", "company", "corporation", "federation", "commonwealth", "society", "party", "centre", "center",
    "authority", "command", "states", "nation", "tribe", "band", "church", "network", "institution", "academy",
    "museum", "college", "school", "institut", "alliance", "congress", "senate", "confederation", "league", "chamber",
    "trust", "commissioners", "service",
];

/// Small words inside the names of bodies in other languages: `Front de Libération et Progrès`.
#[rustfmt::skip]
const FOREIGN: &[&str] = &[
    "et", "du", "des", "la", "le", "les", "d’", "l’", "y", "e", "da", "do", "das", "dos", "del", "della", "di", "und", "für",
    "der", "die", "das", "von", "van", "voor", "en", "och", "og", "för", "para", "por", "pour", "sur",
];

/// Is it a small word that only goes on with a name?
pub(super) fn is_linking(word: &str) -> bool {
    FOREIGN.contains(&word)
        || matches!(
            word,
            "of" | "for" | "the" | "de" | "and" | "in" | "at" | "on" | "to" | "with" | "by" | "from"
        )
}

/// The words of an object of a role: from its first word to one past its last.
fn object(
    words: &Words<'_>,
    people: &People,
    from: usize,
    stop: Option<usize>,
    parted: bool,
) -> Option<(usize, usize)> {
    let mut from = from;
    if matches!(words.list.get(from)?.text, "the" | "its" | "their" | "our") {
        from += 1;
    }
    let limit = stop.unwrap_or(words.list.len()).min(words.list.len()).min(from + 14);
    let mut end = from;
    while end < limit {
        let word = words.list[end].text;
        let gap = words.gap(end);
        let list =
            gap == ", " && stop.is_none() && is_capitalized(word) && lists_on(words, people, end, limit);
        let possessive = end > from && words.possessive(end - 1) && !gap.contains([',', '.']);
        let goes_on = words.joined(end) || possessive || list || stop.is_some() && gap == ", ";
        if end > from && !goes_on {
            break;
        }
        let next = words.list.get(end + 1).map_or("", |word| word.text);
        let article = stop.is_some()
            && next == "the"
            && words.list.get(end + 2).is_some_and(|word| is_capitalized(word.text));
        let and = word == "and" && (!(is_capitalized(next) || article) || words.role(people, end + 1, 9) > 0);
        let named = end > from
            && words.list[end].is_given_name()
            && words.list.get(end + 1).is_some_and(|next| {
                is_capitalized(next.text) && words.joined(end + 1) && !is_body(people, next.text)
            });
        let named = named || begins_name(words, people, from, end);
        let leaves = named
            || ENDS.contains(&word) && !(word == "in" && is_capitalized(next) && !parted)
            || words.cue(people, end, 3) > 0 && !is_capitalized(word);
        let parts = (word == "of" && parted || word == "at") && end > from;
        let body = words
            .text
            .get(words.list[from].start..words.list[end.max(from + 1) - 1].end)
            .is_some_and(|text| is_body(people, text));
        let of_country = !body && word == "of" && end > from && country_at(words, people, end + 1).is_some();
        // `Prime Minister of Norway paid …`: small words go on only behind an owner, or where all are small.
        let linking =
            matches!(word, "and" | "of" | "for" | "the" | "&" | "on" | "in" | "de" | "to" | "at" | "with")
                || FOREIGN.contains(&word) && is_capitalized(next);
        let owned = end > from
            && (possessive
                || words.begins(end - 1, Marks::PEOPLE)
                || is_capitals(words.list[end - 1].text)
                || (from + 1..end).any(|i| words.possessive(i - 1)));
        let runs_on = !is_capitalized(word)
            && !linking
            && !owned
            && words.list[from..end].iter().any(|word| is_capitalized(word.text));
        if runs_on || and || leaves || parts || of_country || word == "to" {
            break;
        }
        end += 1;
    }
    while end > from && matches!(words.list[end - 1].text, "and" | "of" | "the" | "for") {
        end -= 1;
    }
    (end > from).then_some((from, end))
}

/// Does a person's name begin here: two capitals of which the first is no word of the language, behind a field of
/// ordinary words (`Minister for Fens and Bogs Eljud Ode`)?
fn begins_name(words: &Words<'_>, people: &People, from: usize, at: usize) -> bool {
    let plain = |index: usize| words.list[index].is_ordinary();
    let word = words.list[at].text;
    let strange = is_capitalized(word)
        && !is_capitals(word)
        && !word.contains('-')
        && !plain(at)
        && !words.list[at].is_place()
        && !words.list[at].is_geographic();
    let next = words
        .list
        .get(at + 1)
        .is_some_and(|next| is_capitalized(next.text) && words.joined(at + 1) && !is_body(people, next.text));
    strange && next && at > from + 1 && words.joined(at) && (from..at).all(plain)
}

/// Does a comma inside an object only part a portfolio's list: `Fens, Peat and Bogs`?
fn lists_on(words: &Words<'_>, people: &People, index: usize, limit: usize) -> bool {
    for at in index..limit.min(index + 6) {
        if at > index && !words.joined(at) && words.gap(at) != ", " {
            return false;
        }
        if words.list[at].text == "and" {
            let next = words.list.get(at + 1).is_some_and(|word| is_capitalized(word.text));
            return next && words.role(people, index, 9) == 0 && words.role(people, at + 1, 9) == 0;
        }
        if !is_capitalized(words.list[at].text) || words.list[at].is_given_name() {
            return false;
        }
    }
    false
}

pub(super) fn is_body(people: &People, text: &str) -> bool {
    let has = |word: &str| BODIES.contains(&word.to_lowercase().as_str());
    let acronym = text.split(' ').any(|word| is_capitals(word) && word.len() > 2);
    text.split([' ', '-']).any(has) || acronym || is_country(people, text)
}

/// The name of the owner of a role: a country by its usual name; a body without the possessive in front of its capital.
fn owner_name(people: &People, text: &str) -> String {
    let text = text.strip_prefix("the ").unwrap_or(text);
    if let Some(name) = people.country(text).and_then(|iso| people.country_name(iso)) {
        return name.to_owned();
    }
    match text.split_once("’s ").or_else(|| text.split_once("'s ")) {
        Some((_, body)) if is_capitalized(body) => body.to_owned(),
        _ => text.to_owned(),
    }
}

fn is_country(people: &People, text: &str) -> bool {
    people.country(text.trim_start_matches("the ")).is_some()
}

/// Reads a role at a word with its objects. `stop` is the word at which all of it must end.
pub fn read(words: &Words<'_>, people: &People, role: usize, stop: Option<usize>) -> Option<Title> {
    let count = roles_at(words, people, role);
    let head = words.list.get(role + count - 1)?.text.to_lowercase();
    let portfolio = PORTFOLIO.iter().any(|word| head == *word);
    let spokes = head.starts_with("spokes");
    let mut title = Title {
        range: TextRange::new(words.list[role].start, words.list[role + count - 1].end),
        of: None,
        first: role,
        end: role + count,
        direct: false,
    };
    let mut portfolios = 0;
    while title.end < words.list.len() && stop.is_none_or(|stop| title.end < stop) && words.joined(title.end)
    {
        let preposition = words.list[title.end].text;
        if !matches!(preposition, "of" | "for" | "to" | "at" | "in" | "with" | "on" | "from") {
            break;
        }
        let Some((from, end)) =
            object(words, people, title.end + 1, stop, matches!(preposition, "for" | "to" | "on"))
        else {
            break;
        };
        let text = words.text.get(words.list[from].start..words.list[end - 1].end)?;
        let body = is_body(people, text);
        let small = !text.chars().any(char::is_uppercase);
        let in_title = match preposition {
            "of" => {
                !body
                    && (portfolio && portfolios == 0 && !is_country(people, text)
                        || small && !portfolio && end - from <= 2)
            }
            "for" => !spokes,
            "to" | "on" => true,
            _ => small && end - from <= 2,
        };
        if in_title {
            portfolios += 1;
            title.range.end = words.list[end - 1].end;
        } else {
            title.of = Some(owner_name(people, text));
        }
        title.end = end;
        if title.of.is_some() {
            break;
        }
    }
    Some(title)
}
