//! Where a name by form begins: left of its head, over capitalised words.
//!
//! Passes over a short form in brackets inside a meeting’s name and over the particles of a namesake (`Anton de Fjell
//! University`). Stops at a sentence's opening word, at an owner (`Norway’s Arctic Strategy` begins at `Arctic`), at a sign, and at
//! any word in lower case but `and` between two modifiers and what a known name holds.

use rapporteur_model::EntityKind;

use super::{HeadAt, LONGEST};
use crate::{
    finder::name::{
        reading::Page,
        token::{Shape, Token},
    },
    lexicon::{names::Names, vocabulary::Marks},
};

/// The first token of the name of a head; none where it would be too long for a name.
pub fn start(page: &Page<'_>, names: &Names, at: HeadAt<'_>) -> Option<usize> {
    let mut start = at.first;
    while at.first - start <= LONGEST {
        let next = step(page, names, at, start);
        if next == start {
            return Some(trimmed(page, start, at.first));
        }
        start = next;
    }
    None
}

/// One step further left, or `start` where the name begins.
fn step(page: &Page<'_>, names: &Names, at: HeadAt<'_>, start: usize) -> usize {
    let tokens = &page.tokens;
    let Some(before) = start.checked_sub(1) else { return start };
    let token = &tokens[before];
    if let Some(bracket) = across_bracket(page, start).or_else(|| across_short(page, at, start)) {
        return bracket;
    }
    if !tokens[start].spaced && token.shape != Shape::Possessive && tokens[start].shape != Shape::Possessive {
        return start;
    }
    if let Some(first) = known_before(page, before) {
        return first;
    }
    match token.shape {
        Shape::Capital => {
            // `the Our Harbours Conference`: behind an article the capital is the name's.
            let article = before.checked_sub(1).is_some_and(|left| tokens[left].text == "the");
            let begins = token.opens() && !ordinal(token.text) && !article;
            // In a title in title case verbs have capitals too: `Norway Unveils Arctic Strategy`.
            let order = (token.first || page.titled) && token.orders();
            if begins || order || described(page, token) { start } else { before }
        }
        Shape::Number if numbered(at.head.kind) && ordinal(token.text) => before,
        Shape::Number if token.text.len() == 4 && at.head.kind == EntityKind::Instrument => {
            // `2030 Agenda`: the year is the name's where nothing else is.
            let dated =
                matches!(tokens[start].text, "Agenda" | "Strategy" | "Vision" | "Framework" | "Roadmap");
            if start == at.first && dated { before } else { start }
        }
        Shape::Possessive => owner(page, before).map_or(start, |owner| owner),
        Shape::Lower if at.head.kind == EntityKind::Organization && PARTICLES.contains(&token.text) => {
            namesake(page, before).filter(|_| tokens[start].capital()).unwrap_or(start)
        }
        Shape::Lower if matches!(token.text, "and") => coordinated(page, names, at, before).unwrap_or(start),
        Shape::Lower if matches!(token.text, "for" | "of" | "in" | "the") => {
            subject(page, names, at, before).unwrap_or(start)
        }
        Shape::Sign if matches!(token.text, "–" | "-") && token.spaced => {
            // `United States – Japan Alliance`: two known names joined by a dash.
            let right = page.hit_starting(tokens[start].range.start).is_some();
            let left = before.checked_sub(1).and_then(|left| {
                let end = tokens[left].range.end;
                let single =
                    page.hit_over(tokens[left].range).is_some_and(|hit| hit.range == tokens[left].range);
                let known = page.hit_ending(end).is_some();
                known.then(|| known_before(page, left).or(single.then_some(left))).flatten()
            });
            left.filter(|_| right).unwrap_or(start)
        }
        Shape::Sign if token.text == "&" => {
            before.checked_sub(1).filter(|&left| tokens[left].capital()).unwrap_or(start)
        }
        _ => start,
    }
}

/// Is it a known name that only describes (`Baltic-led`, `Oslo-based`)?
fn described(page: &Page<'_>, token: &Token<'_>) -> bool {
    let last = token.text.rsplit_once('-').map_or("", |(_, last)| last);
    last.starts_with(char::is_lowercase)
        && page
            .hit_over(token.range)
            .is_some_and(|hit| token.range.covers(hit.range) && hit.range.end < token.range.end)
}

fn is_head(names: &Names, token: &Token<'_>) -> bool {
    token.marks.has(Marks::HEAD) && names.heads.get(token.text).is_some()
}

fn numbered(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Event | EntityKind::Instrument | EntityKind::Programme)
}

/// Is it `20th`, `2nd`, `Third`?
pub fn ordinal(word: &str) -> bool {
    const WORDS: [&str; 20] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    let lower = word.to_lowercase();
    let digits = lower.trim_end_matches(char::is_alphabetic);
    let suffix = &lower[digits.len()..];
    let counted = !digits.is_empty()
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && matches!(suffix, "st" | "nd" | "rd" | "th");
    counted
        || WORDS.contains(&lower.as_str())
        || lower.split_once('-').is_some_and(|(tens, unit)| {
            matches!(
                tens,
                "twenty" | "thirty" | "forty" | "fifty" | "sixty" | "seventy" | "eighty" | "ninety"
            ) && WORDS.contains(&unit)
        })
}

/// The first token of a known name of several words that ends at a token.
fn known_before(page: &Page<'_>, last: usize) -> Option<usize> {
    let end = page.tokens[last].range.end;
    let hit = page.hit_ending(end)?;
    let first = (0..last).rev().find(|&first| page.tokens[first].range.start <= hit.range.start)?;
    (page.tokens[first].range.start == hit.range.start).then_some(first)
}

/// Before `-Canada` in `Union of Ports (UP)-Canada`: the first token of the known name before the bracket.
fn across_bracket(page: &Page<'_>, start: usize) -> Option<usize> {
    let tokens = &page.tokens;
    let [open, short, close, dash] = tokens.get(start.checked_sub(4)?..start)? else { return None };
    let cut = open.text == "(" && short.acronym() && close.text == ")" && dash.text == "-" && !dash.spaced;
    let long = start.checked_sub(5).filter(|_| cut && !tokens[start].spaced)?;
    known_before(page, long)
}

/// Before `Leaders’` in `Nordic Ports Council (NPC) Leaders’ Summit`: the last word of the body before the bracket.
fn across_short(page: &Page<'_>, at: HeadAt<'_>, start: usize) -> Option<usize> {
    let tokens = &page.tokens;
    let [long, open, short, close] = tokens.get(start.checked_sub(4)?..start)? else { return None };
    let cut = open.text == "(" && short.acronym() && close.text == ")" && tokens[start].spaced;
    // Its letters are those of the words before: else a small word is in its long form, which is no part of this name.
    let letters = short.text.chars().count();
    let words = start.checked_sub(4 + letters - 1).and_then(|first| tokens.get(first..start - 3))?;
    let stands = words.iter().zip(short.text.chars()).all(|(word, letter)| word.text.starts_with(letter));
    (cut && stands && long.capital() && numbered(at.head.kind)).then_some(start - 4)
}

/// Small words inside a person's name.
#[rustfmt::skip]
const PARTICLES: &[&str] = &[
    "al", "bin", "bint", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "ibn", "la",
    "las", "los", "ter", "van", "von",
];

/// `Anton de Kom University`: the word before the particles of the person after whom a body is named.
fn namesake(page: &Page<'_>, particle: usize) -> Option<usize> {
    let mut first = particle;
    while first > 0 && particle - first < 2 && PARTICLES.contains(&page.tokens[first - 1].text) {
        first -= 1;
    }
    let word = first.checked_sub(1)?;
    let token = &page.tokens[word];
    (token.capital() && token.shape == Shape::Capital && !token.opens()).then_some(word)
}

/// The owner that is part of a name: a plural or a common noun (`Ministers’ Meeting`, `Children’s Fund`), not a
/// country, body or person.
fn owner(page: &Page<'_>, mark: usize) -> Option<usize> {
    const NOUNS: [&str; 18] = [
        "Children",
        "Women",
        "Men",
        "People",
        "Peoples",
        "Girls",
        "Youth",
        "Nurses",
        "King",
        "Queen",
        "Prince",
        "Princess",
        "President",
        "Chairman",
        "Chair",
        "Governor",
        "Veterans",
        "Farmers",
    ];
    let before = mark.checked_sub(1)?;
    let owner = &page.tokens[before];
    let known = page.hit_over(owner.range).is_some();
    let plural = page.tokens[mark].text.chars().count() == 1;
    (owner.capital() && !known && (plural || NOUNS.contains(&owner.text))).then_some(before)
}

/// `the Water for Drylands Forum`: one plain word and a connector before the modifiers, behind an article.
fn subject(page: &Page<'_>, names: &Names, at: HeadAt<'_>, link: usize) -> Option<usize> {
    let tokens = &page.tokens;
    let connector = if tokens[link].text == "the" { link.checked_sub(1)? } else { link };
    let (word, article) = (connector.checked_sub(1)?, connector.checked_sub(2)?);
    let plain = tokens[word].capital()
        && !page.proper(names, word)
        && !is_head(names, &tokens[word])
        && !super::ROLES.contains(&tokens[word].text)
        && !tokens[word].opens();
    let behind = matches!(tokens[article].text, "the" | "The") && tokens[connector].text != "the";
    let kind = matches!(at.head.kind, EntityKind::Event | EntityKind::Programme);
    // `the Opening of the X Conference` is two things, `the Rule of Law Programme` is one.
    let fits = match tokens[connector].text {
        "of" => at.head.kind == EntityKind::Programme && connector == link,
        "for" => connector == link,
        _ => true,
    };
    (kind && fits && plain && behind && link + 1 < at.first && tokens[link + 1].capital()).then_some(word)
}

/// `Trade and Investment Agreement`: the modifier before `and`, where both are plain words of one name.
fn coordinated(page: &Page<'_>, names: &Names, at: HeadAt<'_>, and: usize) -> Option<usize> {
    let before = and.checked_sub(1)?;
    let left = &page.tokens[before];
    let plain = |token: &Token<'_>| token.capital() && !token.opens() && page.hit_over(token.range).is_none();
    let right = &page.tokens[and + 1];
    // `Asian and Pacific Council`: two parts of the world have one body.
    let wide = |token: &Token<'_>| WIDE.contains(&token.text);
    if wide(left) && wide(right) && and + 1 < at.first {
        return Some(before);
    }
    // `Ministry of Ports and Harbour Agency`: what stands before `and` belongs to another head.
    let mut first = before;
    while first > 0 && and - first <= LONGEST && page.tokens[first - 1].capital() && page.tokens[first].spaced
    {
        first -= 1;
    }
    let led = first > 1
        && matches!(page.tokens[first - 1].text, "of" | "for" | "on")
        && is_head(names, &page.tokens[first - 2]);
    let own =
        page.hit_starting(right.range.start).is_some_and(|hit| hit.range == page.range(and + 1, at.last));
    let order = left.first && left.orders();
    let head = is_head(names, left);
    let traders = at.last == and + 1 && right.text.ends_with("ers");
    ((and + 1 < at.first || traders)
        && plain(left)
        && plain(right)
        && !own
        && !led
        && !order
        && (!head || traders))
        .then_some(before)
}

/// Adjectives and names of parts of the world.
#[rustfmt::skip]
const WIDE: &[&str] = &[
    "Adriatic", "African", "American", "Andean", "Arab", "Arctic", "Asian", "Atlantic", "Baltic", "Caribbean", "Central",
    "Eastern", "Eurasian", "European", "Indian", "Ionian", "Islamic", "Mediterranean", "Middle", "Nordic", "Northern",
    "Pacific", "Southern", "Western",
];

/// The start without words that begin the sentence and not the name.
fn trimmed(page: &Page<'_>, start: usize, head: usize) -> usize {
    let mut start = start;
    while start < head {
        let token = &page.tokens[start];
        let order = token.first && token.orders();
        let loose = token.shape == Shape::Possessive || token.shape == Shape::Lower;
        if !order && !loose {
            break;
        }
        start += 1;
    }
    start
}
