//! Years that a date of the document gives: one that stands beside the date without a year, or the day of writing.
//!
//! `In 2016, talks began. On May 6, they broke off.` gives `2016-05-06`, `anchored`: the text gives the year
//! plainly. `LIMA, January 4, 2019 – They met on December 30.` gives `2018-12-30?`, `inferred`: the year is
//! reasoned out from the date of issue and the tense, and a `year-inferred` finding says so. Days that come round
//! every year stay without one.

use jiff::civil::Date as Day;
use rapporteur_model::{Basis, Code, Date, DateId, DateKind, DateRole, Diagnostic, Document, Severity};

use super::{
    Reference, set,
    tense::{self, Tense},
};
use crate::finder::date::{Part, Value};

/// Dates on either side of one without a year that may give it theirs.
const NEAR: usize = 40;

/// A date without a year.
pub struct Open {
    /// Its index.
    pub index: usize,
    /// What it says.
    pub value: Value,
    /// The day of the week that is printed with it, 1 (Monday) to 7.
    pub weekday: Option<u8>,
}

/// Gives the dates without a year the year of a date beside them, or the one that fits the day of writing.
pub fn complete(document: &mut Document, open: &[Open], reference: Option<Reference>) {
    let mut last: Option<(usize, Day)> = None;
    for Open { index, value, weekday } in open {
        if tense::is_yearly(document, &document.dates[*index]) {
            continue;
        }
        let at_hand = year_at_hand(document, *index).map(|(year, id)| (year, Some(id), true));
        let beside = beside(document, *index, reference.is_some());
        if reference.is_none()
            && beside.as_ref().is_some_and(|beside| is_habit(document, *index, value, beside))
        {
            continue;
        }
        let found = match (beside, reference) {
            _ if at_hand.is_some() => at_hand,
            (Some(beside), _) => {
                let (year, plain) = year_beside(document, *index, value, &beside);
                Some((year, Some(beside.id), plain))
            }
            (None, Some(reference)) => {
                let year = match last {
                    // What follows a day to come in its sentence comes after it.
                    Some((before, day)) if day > reference.day && same_sentence(document, before, *index) => {
                        first_from(value, day)
                    }
                    _ => year_of_writing(document, *index, value, reference.day),
                };
                let year = weekday.map_or(year, |weekday| on_weekday(value, year, weekday));
                Some((year, reference.id, false))
            }
            (None, None) => None,
        };
        let Some((year, anchor, plain)) = found else { continue };
        let resolved = value.in_year(year, !plain);
        if !resolved.first().exists() || !resolved.last().exists() {
            continue;
        }
        last = resolved.first().first().map(|day| (*index, day));
        let date = &mut document.dates[*index];
        set(date, &resolved);
        date.basis = if plain { Basis::Anchored } else { Basis::Inferred };
        date.anchor = anchor;
        if !plain {
            report(document, *index, anchor);
        }
    }
}

/// Is it a month that no verb tells the time of, away from the date that would give its year: `waves rise from June to
/// September`?
fn is_habit(document: &Document, index: usize, value: &Value, beside: &Beside) -> bool {
    let at = document.dates.binary_search_by_key(&beside.id, |date| date.id).unwrap_or(index);
    matches!(value.first().part, Part::Month(_))
        && !beside.listed
        && !same_sentence(document, at.min(index), at.max(index))
        && tense::tense(document, &document.dates[index]).is_none()
}

/// The year at hand that stands right behind a day: `on 11 March this year`, `11 March – this year`.
fn year_at_hand(document: &Document, index: usize) -> Option<(i32, DateId)> {
    let (date, behind) = (&document.dates[index], document.dates.get(index + 1)?);
    let text = document.passage(date.at.passage).text();
    let joint = (behind.at.passage == date.at.passage)
        .then(|| text.get(date.at.range.end..behind.at.range.start))
        .flatten()?;
    let near = joint.chars().all(|c| matches!(c, ' ' | ',' | '-' | '–' | '\u{a0}'));
    let named = document.text(behind.at).eq_ignore_ascii_case("this year");
    (near && named).then(|| year_of(behind)).flatten().map(|year| (year, behind.id))
}

fn report(document: &mut Document, index: usize, anchor: Option<DateId>) {
    let date = &document.dates[index];
    let at = |id: DateId| document.dates.binary_search_by_key(&id, |date| date.id).ok();
    let from = anchor.and_then(at).map(|at| &document.dates[at]);
    let from =
        from.map_or("the date of issue that was given".to_owned(), |from| document.text(from.at).to_owned());
    let words = document.text(date.at);
    let message = format!(
        "no year is given with {words}: {} is the one that fits {from} and the words beside it",
        date.edtf.as_deref().unwrap_or("-"),
    );
    let (id, span) = (date.id.to_string(), document.span(date.at));
    document.diagnostics.push(Diagnostic::new(Code::YearInferred, Severity::Info, span, message).about(id));
}

fn same_sentence(document: &Document, first: usize, second: usize) -> bool {
    let (first, second) = (&document.dates[first], &document.dates[second]);
    first.at.passage == second.at.passage
        && document
            .passage(first.at.passage)
            .text()
            .get(first.at.range.end..second.at.range.start)
            .is_some_and(|joint| joint.len() < 200 && !joint.contains(". "))
}

/// A date with its year, beside one without.
struct Beside {
    id: DateId,
    year: i32,
    /// Its first day, where it names a day or month and stands in front.
    day: Option<Day>,
    /// Is it the year of a list that both stand in?
    listed: bool,
}

/// The date in the same paragraph that gives the year: the last one in front, else the first one behind.
///
/// Where the day of writing is known, only a year told in the sentence before or in the same one counts, since
/// a release mostly speaks of its own days.
fn beside(document: &Document, index: usize, known: bool) -> Option<Beside> {
    let date = &document.dates[index];
    let text = document.passage(date.at.passage).text();
    let here = |other: &&Date| other.at.passage == date.at.passage;
    let fits = |other: &&Date| {
        other.basis == Basis::Explicit
            && other.kind == DateKind::Date
            && matches!(other.role, DateRole::Event | DateRole::Deadline | DateRole::Issued)
            && year_of(other).is_some()
            && (other.edtf.as_deref().is_some_and(|edtf| edtf.len() > 4) || tells_when(text, other))
    };
    let found = |other: &Date, listed: bool| {
        let day = other.edtf.as_deref().filter(|edtf| edtf.len() > 4).and(other.bounds.0.as_deref());
        let day = day.and_then(|day| day.parse().ok());
        year_of(other).map(|year| Beside { id: other.id, year, day, listed })
    };
    // "January, February and March 1960": the year behind a list is the year of all.
    let mut reached = date.at.range.end;
    for other in document.dates[index + 1..].iter().take_while(here) {
        let joint = text.get(reached..other.at.range.start).unwrap_or_default();
        if !matches!(joint, ", " | " and " | ", and " | " or " | " to " | "/" | "; ") {
            break;
        }
        if fits(&other) {
            return found(other, true);
        }
        reached = other.at.range.end;
    }
    // No further than so many dates: a paragraph may hold thousands.
    let before = document.dates[..index].iter().rev().take_while(here).take(NEAR).find(fits);
    if known {
        let other = before?;
        let between = text.get(other.at.range.end..date.at.range.start)?;
        let near = between.len() < 240 && between.matches(". ").count() <= 1;
        // "In 2023, … . On September 6, …": the year was set in front of it.
        return (near && other.edtf.as_deref().is_some_and(|edtf| edtf.len() == 4))
            .then(|| found(other, false))
            .flatten();
    }
    // A bare year of another sentence behind ("Ties were opened in 1979") is of another story.
    let near = |other: &&Date| {
        let joint = text.get(date.at.range.end..other.at.range.start).unwrap_or_default();
        other.edtf.as_deref().is_some_and(|edtf| edtf.len() > 4) || !joint.contains(". ")
    };
    let after = || document.dates[index + 1..].iter().take_while(here).take(NEAR).find(fits).filter(near);
    before.or_else(after).and_then(|other| found(other, false))
}

/// The year that a date beside gives, and whether it gives it plainly.
///
/// A story moves on: behind a day of December, a day of March is the next one. Told as past beside what is to
/// come, a day is the last one before it.
fn year_beside(document: &Document, index: usize, value: &Value, beside: &Beside) -> (i32, bool) {
    let Some(day) = beside.day.filter(|_| !beside.listed) else { return (beside.year, true) };
    let Some(at) = document.dates.binary_search_by_key(&beside.id, |date| date.id).ok() else {
        return (beside.year, true);
    };
    let ahead = |index: usize| tense::tense(document, &document.dates[index]) == Some(Tense::Ahead);
    let year = match (ahead(index), ahead(at)) {
        (true, false) => first_from(value, day),
        (false, true) => last_before(value, day),
        _ => nearest(value, day),
    };
    (year, year == beside.year)
}

/// Does a bare year tell when something was ("In 2023, …"), and not a target ("our 2030 goals")?
fn tells_when(text: &str, year: &Date) -> bool {
    let before = text[..year.at.range.start].trim_end();
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    ["in", "during", "since", "of"].iter().any(|when| word.eq_ignore_ascii_case(when))
}

/// The year of an explicit date, where it is one.
fn year_of(date: &Date) -> Option<i32> {
    date.edtf.as_deref()?.get(..4)?.parse().ok()
}

/// The year that fits the tense of the clause: the next such day for what is to come, the last one for what is
/// past, else the nearest.
fn year_of_writing(document: &Document, index: usize, value: &Value, day: Day) -> i32 {
    match tense::tense(document, &document.dates[index]) {
        Some(Tense::Ahead) => first_from(value, day),
        Some(Tense::Past) => last_before(value, day),
        None => nearest(value, day),
    }
}

/// The year next to a given one in which a date falls on its day of the week; the given one where none does.
fn on_weekday(value: &Value, year: i32, weekday: u8) -> i32 {
    let fits = |year: &i32| {
        let day = value.in_year(*year, false).first().first();
        day.is_some_and(|day| day.weekday().to_monday_one_offset().unsigned_abs() == weekday)
    };
    [year, year + 1, year - 1].into_iter().find(fits).unwrap_or(year)
}

/// The year of the first such date that does not end before a day.
fn first_from(value: &Value, day: Day) -> i32 {
    let year = i32::from(day.year());
    let last = |year: i32| value.in_year(year, false).last().last();
    [year, year + 1].into_iter().find(|year| last(*year).is_some_and(|at| at >= day)).unwrap_or(year)
}

/// The year of the last such date that does not begin after a day.
fn last_before(value: &Value, day: Day) -> i32 {
    let year = i32::from(day.year());
    let first = |year: i32| value.in_year(year, false).first().first();
    [year, year - 1].into_iter().find(|year| first(*year).is_some_and(|at| at <= day)).unwrap_or(year)
}

/// The year in which a date without year lies nearest to a day; a quarter, half or season is the year's own.
pub fn nearest(value: &Value, day: Day) -> i32 {
    let year = i32::from(day.year());
    let distance = |year: &i32| {
        let at = value.in_year(*year, false);
        let days = |other: Option<Day>| {
            other.and_then(|other| day.until(other).ok()).map_or(i32::MAX, |span| span.get_days().abs())
        };
        // A month that holds the day is at no distance.
        match (at.first().first(), at.last().last()) {
            (Some(first), Some(last)) if first <= day && day <= last => 0,
            (first, last) => days(first).min(days(last)),
        }
    };
    if value.first().is_stretch() {
        return year;
    }
    [year, year - 1, year + 1].into_iter().min_by_key(distance).unwrap_or(year)
}
