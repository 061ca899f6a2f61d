//! Dates: finds every date expression of a document and reads it: `held on May 30` gives `XXXX-05-30`.
//!
//! An automaton of the lexicon's words and every run of digits give the places where an expression may begin;
//! the grammar (`point`, `relative`, `range`) reads there, `admit` decides whether the form is meant as a date,
//! `modifier` and `role` look at the words beside it. Invariant: dates stand in reading order and do not
//! overlap. Not here: missing years and words that count from the day of writing (stage `anchor`), the date of
//! issue (stage `issued`).

mod admit;
mod calendar;
mod context;
mod counting;
mod cue;
mod due;
mod era;
mod expression;
mod lead;
mod length;
mod memo;
mod modifier;
mod numeric;
mod order;
mod part;
mod point;
mod range;
mod relative;
mod resolve;
mod role;
#[cfg(test)]
mod tests;
mod tongue;
mod week;

use rapporteur_model::{
    Basis, Date, DateId, DateKind, DateMod, DateRole, Document, Location, PassageId, PassageRole, TextRange,
};

use self::context::{Around, last_word};
pub(crate) use self::context::{head, tail_of};
pub(crate) use self::{
    calendar::{Part, Point, Value},
    point::Grammar,
    range::{End, Reading},
    relative::Relative,
};
use crate::{
    Context, Lexicon,
    finder::quantity::numeral::is_space,
    lexicon::values::{Sense, Values},
};

/// The year around which two-digit years lie; it is the same whatever is known from outside of the document, so
/// that a date that is whole reads the same with and without a date of issue. Two digits lie between 1936 and 2035.
const PIVOT: i32 = 2015;

/// The grammar as it reads a document.
pub(crate) fn grammar<'l>(document: &Document, values: &'l Values, context: &Context) -> Grammar<'l> {
    Grammar { values, order: order::of(document, context), pivot: PIVOT, memo: point::Memos::default() }
}

/// Finds the dates of a document. Those without a year, or that count from the day of writing, are left for
/// the stage `anchor`.
pub fn find(document: &mut Document, lexicon: &Lexicon, context: &Context) {
    let grammar = grammar(document, &lexicon.values, context);
    let mut dates = Vec::new();
    for (index, passage) in document.passages.iter().enumerate() {
        for hit in scan(passage.text(), &grammar) {
            let at = Location { passage: PassageId(index), range: hit.range };
            dates.push(hit.into_date(at, DateId(dates.len() + 1)));
        }
    }
    mark_columns(document, &mut dates);
    document.dates = dates;
}

/// Bare years that follow one another in the cells of a table head its columns: each is the stretch of its column.
fn mark_columns(document: &Document, dates: &mut [Date]) {
    let year_of = |passage: usize| -> Option<i32> {
        let cell = document.passages.get(passage).filter(|cell| cell.role == PassageRole::Cell)?;
        let text = cell.text().trim_matches(is_space);
        (text.len() == 4).then(|| text.parse().ok()).flatten()
    };
    for date in dates.iter_mut().filter(|date| date.role == DateRole::Event) {
        let passage = date.at.passage.0;
        let Some(year) = year_of(passage) else { continue };
        let beside = |other: Option<usize>, step: i32| other.and_then(year_of) == Some(year + step);
        if beside(passage.checked_sub(1), -1) || beside(Some(passage + 1), 1) {
            date.role = DateRole::Period;
        }
    }
}

/// An expression as it was found.
pub(crate) struct Hit {
    /// Where it stands in the text.
    pub range: TextRange,
    /// What it says.
    pub reading: Reading,
    /// What the words beside it make of it.
    pub modifier: Option<DateMod>,
    /// What it is to the document.
    pub role: DateRole,
}

impl Hit {
    fn into_date(self, at: Location, id: DateId) -> Date {
        let value = value(&self.reading);
        let (kind, edtf) = match &self.reading {
            Reading::Length(length) => (DateKind::Duration, Some(length.clone())),
            Reading::Set(set) => (DateKind::Set, set.clone()),
            _ => {
                let interval = value.as_ref().is_some_and(Value::is_interval);
                let kind = if interval { DateKind::Interval } else { DateKind::Date };
                (kind, value.as_ref().map(Value::edtf))
            }
        };
        Date {
            id,
            at,
            edtf,
            bounds: value.map_or((None, None), |value| value.bounds()),
            kind,
            modifier: self.modifier,
            basis: Basis::Explicit,
            anchor: None,
            role: self.role,
        }
    }
}

/// The value of a reading that needs no day of reference.
pub(crate) fn value(reading: &Reading) -> Option<Value> {
    match reading {
        Reading::Point(point) => Some(Value::Point(*point)),
        Reading::Interval(End::Point(first), End::Point(last)) => Some(Value::Interval(*first, *last)),
        Reading::Open(first) => Some(Value::Open(*first)),
        _ => None,
    }
}

/// The reading of a date that was found before.
pub(crate) fn reread(document: &Document, date: &Date, grammar: &Grammar<'_>) -> Option<Reading> {
    let text = document.passage(date.at.passage).text();
    let words = text.get(date.at.range.start..)?;
    let before = text.get(..date.at.range.start)?;
    if let Ok((_, (reading, _))) = grammar.expression(words, before) {
        return Some(reading);
    }
    // A span counted from now is given with its article.
    let words = words.strip_prefix("the ").or_else(|| words.strip_prefix("The "))?;
    let before = &text[..text.len() - words.len()];
    grammar.expression(words, before).ok().map(|(_, (reading, _))| reading)
}

/// The expressions of a text, in order.
pub(crate) fn scan(text: &str, grammar: &Grammar<'_>) -> Vec<Hit> {
    let mut found: Vec<Hit> = Vec::new();
    let mut reach = 0;
    for start in starts(text, grammar.values) {
        if start < reach {
            continue;
        }
        if let Some(hit) = read(text, start, grammar) {
            reach = hit.range.end;
            found.push(hit);
        }
    }
    found
}

/// Where an expression may begin: at runs of digits and at words of the lexicon, in order.
fn starts(text: &str, values: &Values) -> Vec<usize> {
    let bytes = text.as_bytes();
    let digits = bytes.iter().enumerate().filter(|(at, byte)| {
        byte.is_ascii_digit() && !at.checked_sub(1).is_some_and(|before| bytes[before].is_ascii_digit())
    });
    let mut starts: Vec<usize> = digits.map(|(at, _)| at).chain(values.date_starts(text)).collect();
    starts.sort_unstable();
    starts.dedup();
    starts
}

fn read(text: &str, start: usize, grammar: &Grammar<'_>) -> Option<Hit> {
    let start = with_article(text, start, grammar.values);
    let (before, words) = text.split_at(start);
    let (rest, (mut reading, form)) = grammar.expression(words, before).ok()?;
    let around = Around::new(text, start, text.len() - rest.len());
    if !admit::admit(&around, &reading, form, grammar.values) {
        return None;
    }
    let beside = modifier::beside(&around);
    if beside.approximate
        && let Reading::Point(point) = &mut reading
    {
        point.approximate = true;
    }
    if let Reading::Point(Point { part: part @ Part::Century, .. }) = &mut reading
        && around.words.contains("00s")
        && (beside.approximate || beside.modifier == Some(DateMod::Approx))
    {
        // "about the 1800s" is the ten years: a hundred would need no "about".
        *part = Part::Decade;
    }
    let modifier = match reading {
        Reading::Length(_) | Reading::Set(_) => None,
        _ => beside.modifier,
    };
    let role = role::role(&around, &reading, value(&reading).as_ref(), beside);
    let end = start + around.words.trim_end_matches([',', ' ']).len();
    let start = match reading {
        Reading::Relative(Relative::Stretch(..)) if before.ends_with("the ") => start - "the ".len(),
        _ => start,
    };
    Some(Hit { range: TextRange::new(start, end), reading, modifier, role })
}

/// Words behind a length that count it from a day.
const COUNTED_FROM: &[&str] = &["ago", "earlier", "later", "from now", "hence", "before ", "after ", "from "];

/// The start with the article that belongs to a count of one: `a week ago`.
fn with_article(text: &str, start: usize, values: &Values) -> usize {
    let before = &text[..start];
    let article = ["a ", "an "].into_iter().find(|article| {
        before.len() >= article.len()
            && before.as_bytes()[before.len() - article.len()..].eq_ignore_ascii_case(article.as_bytes())
            && !before[..before.len() - article.len()].ends_with(char::is_alphanumeric)
    });
    let counted = |rest: &str| COUNTED_FROM.iter().any(|word| rest.starts_with(word));
    let Some(article) = article else { return start };
    let lead = last_word(text[..start - article.len()].trim_end());
    let word = text[start..].split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let unit = values.senses(word).iter().any(|sense| matches!(sense, Sense::Unit(_)));
    let spent = unit && (lead.eq_ignore_ascii_case("in") || lead.eq_ignore_ascii_case("within"));
    if spent || text[start..].split_once(' ').is_some_and(|(_, rest)| counted(rest)) {
        let start = start - article.len();
        if lead.eq_ignore_ascii_case("half") && unit && text[..start].ends_with(' ') {
            return start - "half ".len();
        }
        start
    } else {
        start
    }
}
