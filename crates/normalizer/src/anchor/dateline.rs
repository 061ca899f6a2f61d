//! The year of a dateline that gives none: `LIMA, Oct 3 (Andes Wire) –`.
//!
//! A document is written after what it tells as past: the year is the first in which the day follows the latest such
//! date, and falls on the day of the week where one is printed. Where the text tells only of what is to come, the day
//! is the last one before it. The value ends in `?`, and a `year-inferred` finding says what it rests on. A text
//! without dates of its own leaves the year open.

use jiff::civil::Date as Day;
use rapporteur_model::{
    Basis, Code, Date, DateId, DateKind, DateMod, DateRole, Diagnostic, Document, SectionKind, Severity,
};

use super::{Reference, day, set, tense};
use crate::finder::date::{self, Grammar, Value};

/// Years behind the latest past date in which a day of the week is looked for; it comes round within eleven.
const YEARS: i32 = 11;

/// Gives the dateline its year, and the document its day of writing.
pub fn complete(document: &mut Document, grammar: &Grammar<'_>) -> Option<Reference> {
    let id = document.dateline.as_ref()?.date?;
    let index = document.dates.iter().position(|date| date.id == id)?;
    let reading = date::reread(document, &document.dates[index], grammar)?;
    let value = date::value(&reading).filter(Value::lacks_year)?;
    let weekday = grammar.weekday(document.text(document.dates[index].at)).ok().map(|(_, day)| day);
    let (year, from) = year(document, id, &value, weekday)?;
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
fn year(document: &Document, own: DateId, value: &Value, weekday: Option<u8>) -> Option<(i32, DateId)> {
    let told = || document.dates.iter().filter(|date| date.id != own && is_told(document, date));
    let begins = |date: &Date| date.edtf.as_deref().and_then(|edtf| day(edtf.split('/').next()?));
    let at = |year: i32| value.in_year(year, false).first().first();
    let past = told()
        .filter(|date| !tense::is_ahead(document, date) && !bounds(date))
        .filter_map(|date| Some((begins(date)?, date.id)))
        .max();
    if let Some((past, id)) = past {
        let first = i32::from(past.year());
        let behind = |year: &i32| at(*year).is_some_and(|day| day >= past);
        let falls = |year: &i32| {
            weekday.is_none_or(|weekday| {
                at(*year).is_some_and(|day| day.weekday().to_monday_one_offset().unsigned_abs() == weekday)
            })
        };
        let years = || (first..first + YEARS).filter(behind);
        return years().find(falls).or_else(|| years().next()).map(|year| (year, id));
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

/// Does it tell how far something reaches, which may lie ahead?
const fn bounds(date: &Date) -> bool {
    matches!(date.modifier, Some(DateMod::By | DateMod::Until | DateMod::Before | DateMod::After))
}
