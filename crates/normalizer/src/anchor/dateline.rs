//! The year of a dateline that gives none: `LIMA, Oct 3 (Andes Wire) –`.
//!
//! A document is written after what it tells as past: the year is the first in which the day follows the latest such
//! date, and falls on the day of the week that is printed with it, or on the one that the first sentence tells of. Where
//! the text tells only of what is to come, the day is the last one before it. The value ends in `?`, and a `year-inferred` finding says what it rests on. A text
//! without dates of its own leaves the year open.

use jiff::civil::Date as Day;
use rapporteur_model::{
    Basis, Code, Date, DateId, DateKind, DateMod, DateRole, Diagnostic, Document, SectionKind, Severity,
};

use super::{Reference, day, set, tense};
use crate::finder::date::{self, Grammar, Value};

/// Years behind the latest past date in which a day of the week is looked for; it comes round within eleven.
const YEARS: i32 = 11;

/// Bytes behind a dateline that begin no sentence.
const ALONE: usize = 12;

/// Gives the dateline its year, and the document its day of writing.
pub fn complete(document: &mut Document, grammar: &Grammar<'_>) -> Option<Reference> {
    let id = document.dateline.as_ref()?.date?;
    let index = document.dates.iter().position(|date| date.id == id)?;
    let reading = date::reread(document, &document.dates[index], grammar)?;
    let value = date::value(&reading).filter(Value::lacks_year)?;
    let weekday = |date: &Date| grammar.weekday(document.text(date.at)).ok().map(|(_, day)| day);
    // The first day of the week in the first sentence of a wire report is its own day, or the one before.
    let told = || {
        let at = document.dates[index].at;
        // A dateline in a line of its own stands in front of the passage of the first sentence.
        let alone = document.passage(at.passage).text().len() < at.range.end + ALONE;
        let last = at.passage.0 + usize::from(alone);
        document.dates[index + 1..].iter().take_while(|date| date.at.passage.0 <= last).find_map(weekday)
    };
    let falls = match weekday(&document.dates[index]) {
        Some(day) => Some((day, 0)),
        None => told().map(|day| (day, 1)),
    };
    let (year, from) = year(document, id, &value, falls)?;
    let value = value.in_year(year, true);
    let written = value.last().last()?;
    let words = |id: DateId| {
        document.dates.iter().find(|date| date.id == id).map_or("", |date| document.text(date.at)).to_owned()
    };
    let message = format!(
        "no year is given with {}: {} follows because the text speaks of {}",
        words(id),
        value.edtf(),
        words(from),
    );
    let span = document.span(document.dates[index].at);
    let date = &mut document.dates[index];
    set(date, &value);
    date.basis = Basis::Inferred;
    date.anchor = Some(from);
    document
        .diagnostics
        .push(Diagnostic::new(Code::YearInferred, Severity::Info, span, message).about(id.to_string()));
    Some(Reference { day: written, id: Some(id), uncertain: true })
}

/// The year, and the date that it follows from.
///
/// `falls` is a day of the week with the days that the date may lie behind it. Without one a bare year that is past says
/// too little.
fn year(document: &Document, own: DateId, value: &Value, falls: Option<(u8, u8)>) -> Option<(i32, DateId)> {
    let told = || document.dates.iter().filter(|date| date.id != own && is_told(document, date));
    let begins = |date: &Date| date.edtf.as_deref().and_then(|edtf| day(edtf.split('/').next()?));
    let at = |year: i32| value.in_year(year, false).first().first();
    let past = told()
        .filter(|date| !tense::is_ahead(document, date) && !bounds(date) && tells_when(document, date))
        .filter(|date| falls.is_some() || date.edtf.as_ref().is_some_and(|edtf| edtf.len() >= 7))
        .filter_map(|date| Some((begins(date)?, date.id)))
        .max();
    if let Some((past, id)) = past {
        let first = i32::from(past.year());
        let behind = |year: &i32| at(*year).is_some_and(|day| day >= past);
        let fits = |year: &i32| {
            falls.is_none_or(|(weekday, late)| {
                let day = at(*year).map(|day| day.weekday().to_monday_one_offset().unsigned_abs());
                day.is_some_and(|day| (day + 7 - weekday) % 7 <= late)
            })
        };
        return (first..first + YEARS).filter(behind).find(fits).map(|year| (year, id));
    }
    let (ahead, id): (Day, DateId) = told()
        .filter(|date| tense::is_ahead(document, date))
        .filter_map(|date| Some((begins(date)?, date.id)))
        .min()?;
    let last = i32::from(ahead.year());
    [last, last - 1].into_iter().find(|year| at(*year).is_some_and(|day| day <= ahead)).map(|year| (year, id))
}

/// Is it a date of the story, with its year?
fn is_told(document: &Document, date: &Date) -> bool {
    let known =
        date.edtf.as_deref().is_some_and(|edtf| !edtf.starts_with(['X', 'P', '-']) && day(edtf).is_some());
    let section = document.sections.get(document.passage(date.at.passage).section);
    let furniture = section.is_some_and(|section| section.kind == SectionKind::Boilerplate);
    known
        && !furniture
        && date.role == DateRole::Event
        && date.kind == DateKind::Date
        && date.basis == Basis::Explicit
}

/// Does a bare year tell when something was ("in 2021"), and not what a thing is called by ("2045 Vision")?
fn tells_when(document: &Document, date: &Date) -> bool {
    let before = document.passage(date.at.passage).text().get(..date.at.range.start).unwrap_or_default();
    let word = before.trim_end().rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let bare = date.edtf.as_deref().is_some_and(|edtf| edtf.len() == 4);
    !bare || ["in", "during", "since", "of"].iter().any(|when| word.eq_ignore_ascii_case(when))
}

/// Does it tell how far something reaches, which may lie ahead?
const fn bounds(date: &Date) -> bool {
    matches!(date.modifier, Some(DateMod::By | DateMod::Until | DateMod::Before | DateMod::After))
}
