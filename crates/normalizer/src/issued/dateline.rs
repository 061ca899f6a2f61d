//! Datelines: the place and date in front of a text's first words.

use rapporteur_model::{Date, Document, PassageRole, TextRange};

use super::{TOP, dates_of, is_day, is_meeting};
use crate::{finder::quantity::numeral::is_space, lexicon::people::People};

/// Bytes behind a bracket or colon that make it the head of running text.
const FLOWS: usize = 40;

/// A dateline as it was found in a passage.
pub(super) struct Found {
    /// The place, as printed.
    pub place: Option<String>,
    /// Index of the date.
    pub date: Option<usize>,
    /// From the place or date to the dash.
    pub range: TextRange,
}

/// The dateline of a passage, with the passage's index.
pub(super) fn dateline_of(document: &Document, index: usize) -> Option<(usize, Found)> {
    let passage = &document.passages[index];
    if passage.role == PassageRole::Cell || passage.role == PassageRole::Heading && index > TOP {
        return None;
    }
    let text = passage.text();
    let day = |date: &Date| is_day(date) || is_meeting(date);
    let dated = dates_of(document, index).next().filter(|(_, date)| day(date)).and_then(|(at, date)| {
        let range = date.at.range;
        let lead = &text[..range.start];
        if let Some((place, start)) =
            bracketed(lead, &text[range.end..]).filter(|_| index < TOP && range.end < 80)
        {
            let range = TextRange::new(start, range.end + 1);
            return Some(Found { place: Some(place.to_owned()), date: Some(at), range });
        }
        let place = match place_in_front(lead) {
            Lead::Empty => None,
            Lead::Place(place) => Some(place),
            Lead::Words => return None,
        };
        let rest = &text[range.end..];
        let dash = dash_behind(rest)
            .or_else(|| bracket_behind(lead, rest).filter(|_| index < TOP))
            .or_else(|| colon_behind(rest).filter(|_| place.is_some() && index < TOP))?;
        let behind = range.end + dash;
        // "May 3, 2019 – Ottawa, Ontario – Global Affairs Canada"
        let (place, end) = match place_between(&text[behind..]) {
            Some((name, length)) if place.is_none() => (Some(name.to_owned()), behind + length),
            _ => (place, behind),
        };
        Some(Found { place, date: Some(at), range: TextRange::new(0, end) })
    });
    dated.or_else(|| place_alone(text)).map(|found| (index, found))
}

/// The place, and where it begins, of a head line that ends in place and day behind a bar: `News | Lima (12/7)`.
fn bracketed<'t>(lead: &'t str, rest: &str) -> Option<(&'t str, usize)> {
    let closes = rest.strip_prefix(')')?.chars().all(is_space);
    let (front, place) = lead.strip_suffix('(')?.rsplit_once('|')?;
    let start = front.len() + 1 + (place.len() - place.trim_start_matches(is_space).len());
    let place = place.trim_matches(is_space);
    (closes && is_place(place) && place.split(' ').count() <= 3).then_some((place, start))
}

/// A line of its own that holds a place and a day, near the head: `Lisbon, 11 May 2023`.
pub(super) fn line_of(document: &Document, index: usize, people: &People) -> Option<(usize, Found)> {
    let text = document.passages.get(index)?.text();
    let (at, date) = dates_of(document, index).next().filter(|(_, date)| is_day(date) || is_meeting(date))?;
    let (lead, tail) = (&text[..date.at.range.start], &text[date.at.range.end..]);
    let Lead::Place(place) = place_in_front(lead) else { return None };
    // "Honiara, Solomon Islands 24 July 2014": a place in two parts needs no comma behind it.
    let parted =
        lead.trim_end_matches(is_space).ends_with([',', '–', '—', '-', '(']) || city(&place, people) != place;
    let alone = !tail.contains(char::is_alphanumeric);
    (parted && alone && text.len() < 80)
        .then(|| (index, Found { place: Some(place), date: Some(at), range: TextRange::new(0, text.len()) }))
}

/// What stands in front of a date.
enum Lead {
    /// Nothing.
    Empty,
    /// A place.
    Place(String),
    /// Words that are no place.
    Words,
}

/// The city of a place that has its country behind it: `Suva` of `Suva, Fiji`; the name of a state or province stays.
pub(super) fn city<'p>(place: &'p str, people: &People) -> &'p str {
    match place.split_once(',') {
        Some((city, country)) if people.country(country.trim_matches(is_space)).is_some() => {
            city.trim_end_matches(is_space)
        }
        _ => place,
    }
}

/// Reads what stands in front of a date.
fn place_in_front(lead: &str) -> Lead {
    let bare = lead.trim_matches(|c: char| is_space(c) || matches!(c, '(' | '[' | '“' | '"'));
    if bare.is_empty() {
        return Lead::Empty;
    }
    let bare =
        bare.trim_end_matches(|c: char| is_space(c) || matches!(c, ',' | '–' | '—' | '-' | ':' | '(' | '|'));
    if is_place(bare) { Lead::Place(bare.to_owned()) } else { Lead::Words }
}

/// Capitalised words, up to six, with the small words that places have.
pub(super) fn is_place(words: &str) -> bool {
    let parts: Vec<&str> =
        words.split(|c: char| is_space(c) || matches!(c, ',' | '/')).filter(|w| !w.is_empty()).collect();
    let named = |word: &&str| {
        word.chars().next().is_some_and(char::is_uppercase)
            || matches!(*word, "and" | "of" | "de" | "la" | "le" | "du" | "the" | "upon" | "el" | "da")
    };
    !parts.is_empty()
        && parts.len() <= 6
        && parts.iter().all(named)
        && words.chars().all(|c| {
            c.is_alphabetic() || is_space(c) || matches!(c, ',' | '.' | '’' | '\'' | '-' | '/' | '(' | ')')
        })
}

/// Length of what follows a date up to the dash of a dateline, the dash included.
fn dash_behind(rest: &str) -> Option<usize> {
    // ":-", ":–": a colon and a dash make one sign.
    let mut at =
        rest.len() - rest.trim_start_matches(|c: char| is_space(c) || matches!(c, ',' | '.' | ':')).len();
    // An agency: "(AKP)", "/CNW/".
    for (open, close) in [('(', ')'), ('/', '/'), ('[', ']')] {
        if let Some(inner) = rest[at..].strip_prefix(open)
            && let Some(end) = inner.find(close).filter(|end| *end < 40)
        {
            at += open.len_utf8() + end + close.len_utf8();
            at += rest[at..].len() - rest[at..].trim_start_matches(is_space).len();
        }
    }
    let behind = &rest[at..];
    let dash = ["--", "—", "–", "-", "‒", "―"].iter().find(|dash| behind.starts_with(**dash))?;
    let after = &behind[dash.len()..];
    // A dash inside a range or compound has no blank on either side.
    let blank =
        after.starts_with(is_space) || *dash == "—" || *dash == "--" || rest[..at].ends_with(is_space);
    (blank && !after.trim_start().starts_with(|c: char| c.is_ascii_digit())).then_some(at + dash.len())
}

/// Length of the bracket that closes a dateline, with the dash behind it: `(Lima, 4 March 2019) The …`,
/// `LIMA (4 March 2019) –`.
fn bracket_behind(lead: &str, rest: &str) -> Option<usize> {
    let rest_behind = rest.strip_prefix(')').filter(|_| lead.contains('('))?;
    match dash_behind(rest_behind) {
        Some(dash) => Some(1 + dash),
        None if lead.starts_with('(') => {
            let flows = rest_behind.len() > FLOWS && rest_behind.trim_start().starts_with(char::is_uppercase);
            flows.then_some(1)
        }
        None => None,
    }
}

/// Length of a colon or bar in the place of the dash: `Lima, 4 March 2019: The …`.
fn colon_behind(rest: &str) -> Option<usize> {
    let bare = rest.trim_start_matches(is_space);
    let behind = bare.strip_prefix([':', '|'])?;
    let flows = behind.len() > FLOWS && behind.trim_start().starts_with(char::is_uppercase);
    (flows && behind.starts_with(is_space)).then_some(rest.len() - behind.len())
}

/// A place between two dashes, and the length up to the second dash.
fn place_between(rest: &str) -> Option<(&str, usize)> {
    let at = rest.find(['–', '—']).or_else(|| rest.find(" - ").map(|at| at + 1)).filter(|at| *at < 60)?;
    let name = rest[..at].trim_matches(is_space);
    let dash = rest[at..].chars().next().map_or(0, char::len_utf8);
    is_place(name).then_some((name, at + dash))
}

/// `GENEVA –`, `KYIV, Ukraine (AP) —`: a place in capitals, a dash, and no date.
fn place_alone(text: &str) -> Option<Found> {
    let at = text.find(['–', '—']).or_else(|| text.find(" -- ").map(|at| at + 1)).filter(|at| *at < 60)?;
    let lead = text[..at].trim_matches(is_space);
    let name = lead.split('(').next()?.trim_matches(is_space);
    let first = name.split([',', ' ']).next()?;
    let capitals =
        first.chars().count() > 3 && first.chars().all(|c| c.is_uppercase() || matches!(c, '.' | '-'));
    let behind = text[at..].trim_start_matches(['–', '—', '-']);
    let flows = behind.trim_start().len() > 60;
    let dash = text[at..].len() - behind.len();
    (capitals && is_place(name) && flows).then(|| Found {
        place: Some(name.to_owned()),
        date: None,
        range: TextRange::new(0, at + dash),
    })
}
