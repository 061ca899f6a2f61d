//! Years that no date gives but the text implies.
//!
//! A text that tells an event of a known month as past was written after it; a plan that it speaks of as
//! running had begun and not ended. So `May 30` is the first May 30 behind the latest past event, as long as
//! the running plan holds it: `2023-05-30?`. A bare year that is past says too little, and days that come round
//! every year (a national day) belong to none.

use jiff::civil::Date as Day;
use rapporteur_model::{Basis, Code, Date, DateKind, DateMod, DateRole, Diagnostic, Document, Severity};

use super::set;
use crate::{
    finder::date::{Part, Point, Reading, Relative, Value},
    lexicon::values::{Offset, Unit},
};

/// What the text tells of the time of writing.
struct Evidence {
    /// The latest past event: its first day, and its index.
    past: (Day, usize),
    /// The run of years that is under way, with its index.
    running: Option<(i32, i32, usize)>,
}

/// Infers the years of the dates that lack one, and of "this year".
pub fn years(document: &mut Document, readings: &[Option<Reading>]) {
    let Some(evidence) = evidence(document) else { return };
    let mut inferred: Vec<(usize, Value)> = Vec::new();
    for (index, reading) in readings.iter().enumerate() {
        let date = &document.dates[index];
        let Some(value) = reading.as_ref().and_then(crate::finder::date::value) else { continue };
        let open = value.lacks_year() && date.edtf.as_deref().is_some_and(|edtf| edtf.starts_with("XXXX"));
        // A bare month may be one of every year ("waves fall in December"); verbs have to tell its time.
        let dated = match value.first().part {
            Part::Day(..) => true,
            Part::Month(_) => tense(document, date).is_some(),
            _ => false,
        };
        if open && dated && !comes_round(document, date) {
            let since = date.modifier == Some(DateMod::Since);
            inferred.extend(first_after(&value, &evidence, since).map(|value| (index, value)));
        }
    }
    let now = inferred
        .iter()
        .filter_map(|(_, value)| value.first().year)
        .max()
        .unwrap_or_else(|| i32::from(evidence.past.0.year()));
    for (index, reading) in readings.iter().enumerate() {
        if let Some(Reading::Relative(Relative::Offset(Offset { count, unit: Unit::Year(1) }))) = reading
            && document.dates[index].edtf.is_none()
            && !document.text(document.dates[index].at).to_lowercase().contains("previous")
        {
            let year = Point { uncertain: true, ..Point::new(Some(now + count), Part::Year) };
            inferred.push((index, Value::Point(year)));
        }
    }
    for (index, value) in inferred {
        let message = message(document, index, &value, &evidence);
        let date = &mut document.dates[index];
        set(date, &value);
        date.basis = Basis::Inferred;
        let (id, span) = (date.id.to_string(), document.span(document.dates[index].at));
        document
            .diagnostics
            .push(Diagnostic::new(Code::YearInferred, Severity::Info, span, message).about(id));
    }
}

fn message(document: &Document, index: usize, value: &Value, evidence: &Evidence) -> String {
    let words = |index: usize| document.text(document.dates[index].at).to_owned();
    let running = evidence
        .running
        .map(|(_, _, index)| format!(" and of {} as under way", words(index)))
        .unwrap_or_default();
    format!(
        "no year is given with {}: {} follows because the text speaks of {} as past{running}",
        words(index),
        value.edtf(),
        words(evidence.past.1),
    )
}

fn evidence(document: &Document) -> Option<Evidence> {
    let explicit = |date: &&(usize, &Date)| date.1.basis == Basis::Explicit;
    let past = document
        .dates
        .iter()
        .enumerate()
        .filter(|found| explicit(&found))
        .filter(|(_, date)| {
            date.kind == DateKind::Date
                && matches!(date.role, DateRole::Event)
                && date.modifier != Some(DateMod::By)
        })
        .filter(|(_, date)| {
            date.edtf.as_deref().is_some_and(|edtf| edtf.len() >= 7 && !edtf.starts_with('X'))
        })
        .filter(|(_, date)| !is_ahead(document, date))
        .filter_map(|(index, date)| Some((date.bounds.0.as_deref()?.parse::<Day>().ok()?, index)))
        .max_by_key(|(day, index)| (*day, std::cmp::Reverse(*index)))?;
    let written = i32::from(past.0.year());
    let running = document
        .dates
        .iter()
        .enumerate()
        .filter(|(_, date)| date.kind == DateKind::Interval && date.role == DateRole::Period)
        .filter_map(|(index, date)| {
            let (first, last) = date.edtf.as_deref()?.split_once('/')?;
            let years = first.len() == 4 && last.len() == 4;
            let found = (first.parse().ok()?, last.parse().ok()?, index);
            years.then_some(found)
        })
        .find(|(first, last, _): &(i32, i32, usize)| *first <= written && written <= *last);
    Some(Evidence { past, running })
}

/// The first such date behind the past event (the last one before it for "since"), within the run of years that
/// is under way.
fn first_after(value: &Value, evidence: &Evidence, since: bool) -> Option<Value> {
    let year = i32::from(evidence.past.0.year());
    // What has lasted since then began before the past event, or with it.
    let years = if since { [year, year - 1] } else { [year, year + 1] };
    let found = years.into_iter().map(|year| value.in_year(year, true)).find(|value| {
        let (first, last) = (value.first().first(), value.last().last());
        if since {
            first.is_some_and(|day| day <= evidence.past.0)
        } else {
            last.is_some_and(|day| day > evidence.past.0)
        }
    })?;
    let held = evidence
        .running
        .is_none_or(|(first, last, _)| found.first().year.is_some_and(|year| (first..=last).contains(&year)));
    (held && found.first().exists() && found.last().exists()).then_some(found)
}

/// The clause of a date, in lower case.
fn clause(document: &Document, date: &Date) -> String {
    let text = document.passage(date.at.passage).text();
    let start = text[..date.at.range.start].rfind(['.', ';', '\n']).map_or(0, |at| at + 1);
    let end =
        text[date.at.range.end..].find(['.', ';', '\n']).map_or(text.len(), |at| date.at.range.end + at);
    text.get(start..end).unwrap_or_default().to_lowercase()
}

/// The time of a clause against the time of writing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tense {
    /// Still to come.
    Ahead,
    /// Past.
    Past,
}

/// What the verbs beside a date tell of its time; `None` where they tell nothing, or both.
///
/// A past verb counts only in the date's own part of the clause ("they met on … and meet again on …"); words of
/// what is to come reach over commas ("will be held in Lima, Peru, on June 10").
pub fn tense(document: &Document, date: &Date) -> Option<Tense> {
    let words = part(document, date);
    let past = words.split(|c: char| !c.is_alphanumeric()).any(|word| {
        matches!(word, "was" | "were" | "held" | "met" | "began" | "took" | "came" | "had" | "spoke" | "gave")
            || (word.len() > 4
                && word.ends_with("ed")
                && !matches!(word, "united" | "need" | "indeed" | "proceed"))
    });
    match (speaks_ahead(&words), past) {
        (true, _) => Some(Tense::Ahead),
        (false, true) => Some(Tense::Past),
        (false, false) => is_ahead(document, date).then_some(Tense::Ahead),
    }
}

/// The part of the clause that holds a date, between commas and conjunctions, in lower case.
fn part(document: &Document, date: &Date) -> String {
    let text = document.passage(date.at.passage).text();
    let (before, after) = (&text[..date.at.range.start], &text[date.at.range.end..]);
    let start = [",", ";", ". ", " and ", " which ", " but "]
        .iter()
        .filter_map(|stop| Some(before.rfind(stop)? + stop.len()))
        .max();
    let end = [",", ";", ". ", " and ", " which ", " but "].iter().filter_map(|stop| after.find(stop)).min();
    let end = end.map_or(text.len(), |at| date.at.range.end + at);
    text.get(start.unwrap_or(0)..end).unwrap_or_default().to_lowercase()
}

/// Does the clause speak of what is still to come?
fn is_ahead(document: &Document, date: &Date) -> bool {
    speaks_ahead(&clause(document, date))
}

fn speaks_ahead(clause: &str) -> bool {
    [
        "will ",
        "shall ",
        "scheduled",
        "to be ",
        "expected",
        "planned",
        "upcoming",
        "is due",
        "plans to",
        "is to ",
        "are to ",
    ]
    .iter()
    .any(|word| clause.contains(word))
}

/// Does the clause speak of a day that comes round every year?
fn comes_round(document: &Document, date: &Date) -> bool {
    let clause = clause(document, date);
    ["every year", "each year", "annually", "observed", "celebrated", "commemorat", "anniversary"]
        .iter()
        .any(|word| clause.contains(word))
}
