//! Missing years, and words that count from the day of writing.
//!
//! The day of writing is the document's own date of issue, else the one given from outside
//! ([`Context::issued`]). A date without a year takes it from a date beside it in its paragraph, else from the
//! day of writing (the nearest such day); both are `anchored`. Where the text has neither, the year may follow
//! from what the text tells as past and as running (`infer`): such a value ends in `?`, is `inferred`, and a
//! `year-inferred` finding says why. Else the year stays open: `XXXX-05-30`. Words that count from an unknown
//! day are dropped; lengths among them stay lengths.

mod infer;

use std::collections::BTreeMap;

use jiff::civil::Date as Day;
use rapporteur_model::{Basis, Code, Date, DateId, DateKind, DateRole, Document};

use crate::{
    Context, Lexicon,
    finder::date::{self, End, Point, Reading, Relative, Value},
};

/// The day of writing.
#[derive(Clone, Copy)]
struct Reference {
    /// The day.
    day: Day,
    /// The date that says it; `None` where it was given from outside.
    id: Option<DateId>,
}

/// Completes the dates that `date::find` left open, and drops those that nothing can complete.
pub fn resolve(document: &mut Document, lexicon: &Lexicon, context: &Context) {
    let grammar = date::grammar(document, &lexicon.values, context);
    let reference = reference(document, context);
    let readings: Vec<Option<Reading>> =
        document.dates.iter().map(|date| date::reread(document, date, &grammar)).collect();
    let mut open = Vec::new();
    for (index, reading) in readings.iter().enumerate() {
        let Some(reading) = reading else { continue };
        if let Some(value) = date::value(reading) {
            if value.lacks_year() && document.dates[index].edtf.is_some() {
                open.push((index, value));
            }
            continue;
        }
        let outside = context.issued.is_some();
        if let Some(settled) = settle(reading, reference, outside) {
            apply(&mut document.dates[index], settled, reference.and_then(|reference| reference.id));
        }
    }
    complete_years(document, &open, reference);
    if reference.is_none() {
        infer::years(document, &readings);
    }
    drop_unread(document);
    renumber(document);
    refresh_issued(document);
}

/// The document's own date, else the one from outside.
fn reference(document: &Document, context: &Context) -> Option<Reference> {
    let issued = document.issued.as_ref();
    let own = issued.and_then(|issued| Some(Reference { day: day(&issued.edtf)?, id: issued.date }));
    let outside = || Some(Reference { day: day(context.issued.as_deref()?)?, id: None });
    // A date from outside that the text contradicts is the date of another copy; the text's own counts.
    own.or_else(outside)
}

/// The day of an EDTF date; the first of a month or year.
fn day(edtf: &str) -> Option<Day> {
    let mut parts = edtf.trim_end_matches(['?', '~', '%']).split('-').map(str::parse::<i16>);
    let year = parts.next()?.ok()?;
    let month = parts.next().map_or(Some(1), Result::ok)?;
    let day = parts.next().map_or(Some(1), Result::ok)?;
    Day::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// What a reading that counts from the day of writing comes to.
enum Settled {
    Value(Value),
    Length(String),
}

fn settle(reading: &Reading, reference: Option<Reference>, outside: bool) -> Option<Settled> {
    match reading {
        Reading::Relative(relative) => {
            let length = || relative.length().map(Settled::Length);
            if relative.is_length() && !outside {
                return length();
            }
            if relative.is_known() {
                return relative.resolve(Day::ZERO).map(Settled::Value);
            }
            match reference {
                Some(reference) => relative.resolve(reference.day).map(Settled::Value),
                None => length(),
            }
        }
        Reading::Interval(first, last) => {
            let end = |end: &End, is_last: bool| match end {
                End::Point(point) => Some(*point),
                End::Relative(relative) => {
                    let value = relative.resolve(reference?.day)?;
                    Some(if is_last { value.last() } else { value.first() })
                }
            };
            let (mut first, mut last) = (end(first, false)?, end(last, true)?);
            // An end without its year takes the other's.
            if first.year.is_none() {
                first.year = last.year;
            }
            if last.year.is_none() {
                last.year = first.year;
            }
            if let (Some(from), Some(to), Reading::Interval(_, End::Relative(Relative::Weekday(..)))) =
                (first.first(), last.last(), reading)
                && to < from
            {
                last = Point::of_day(to.checked_add(jiff::ToSpan::days(7)).ok()?);
            }
            let ordered = first.first()? <= last.last()?;
            ordered.then_some(Settled::Value(Value::Interval(first, last)))
        }
        _ => None,
    }
}

fn apply(date: &mut Date, settled: Settled, anchor: Option<DateId>) {
    match settled {
        Settled::Value(value) => {
            set(date, &value);
            date.basis = Basis::Anchored;
            date.anchor = anchor;
        }
        Settled::Length(length) => {
            date.edtf = Some(length);
            date.kind = DateKind::Duration;
            date.modifier = None;
            date.role = DateRole::Period;
        }
    }
}

/// Writes a value into a date.
fn set(date: &mut Date, value: &Value) {
    date.edtf = Some(value.edtf());
    date.bounds = value.bounds();
    date.kind = if value.is_interval() { DateKind::Interval } else { DateKind::Date };
}

/// Gives the dates without a year the year of a date beside them, or the one nearest to the day of writing.
fn complete_years(document: &mut Document, open: &[(usize, Value)], reference: Option<Reference>) {
    for (index, value) in open {
        let beside = beside(document, *index, reference.is_some());
        let (year, anchor) = match (beside, reference) {
            (Some((year, id)), _) => (year, Some(id)),
            (None, Some(reference)) => {
                (year_of_writing(document, *index, value, reference.day), reference.id)
            }
            (None, None) => continue,
        };
        let resolved = value.in_year(year, false);
        if resolved.first().exists() && resolved.last().exists() {
            let date = &mut document.dates[*index];
            set(date, &resolved);
            date.basis = Basis::Anchored;
            date.anchor = anchor;
        }
    }
}

/// The year of a date in the same paragraph: the last one in front, else the first one behind.
///
/// Where the day of writing is known, only a year told in the sentence before or in the same one counts, since
/// a release mostly speaks of its own days.
fn beside(document: &Document, index: usize, known: bool) -> Option<(i32, DateId)> {
    let date = &document.dates[index];
    let text = document.passage(date.at.passage).text();
    let fits = |other: &&Date| {
        other.at.passage == date.at.passage
            && other.basis == Basis::Explicit
            && other.kind == DateKind::Date
            && matches!(other.role, DateRole::Event | DateRole::Deadline | DateRole::Issued)
            && year_of(other).is_some()
            && (other.edtf.as_deref().is_some_and(|edtf| edtf.len() > 4) || tells_when(text, other))
    };
    let found = |other: &Date| year_of(other).map(|year| (year, other.id));
    // "January, February and March 1960": the year behind a list is the year of all.
    let listed = document.dates[index + 1..].iter().take_while(|other| other.at.passage == date.at.passage);
    let mut reached = date.at.range.end;
    for other in listed {
        let joint = text.get(reached..other.at.range.start).unwrap_or_default();
        if !matches!(joint, ", " | " and " | ", and " | " or " | " to " | "/") {
            break;
        }
        if fits(&other) {
            return found(other);
        }
        reached = other.at.range.end;
    }
    let before = document.dates[..index].iter().rev().find(fits);
    if known {
        let other = before?;
        let between = text.get(other.at.range.end..date.at.range.start)?;
        let stops = between.matches(". ").count();
        // "In 2023, … . On September 6, …": the year was set in front of it.
        return (stops <= 1
            && between.len() < 240
            && other.edtf.as_deref().is_some_and(|edtf| edtf.len() == 4))
        .then(|| found(other))
        .flatten();
    }
    before.or_else(|| document.dates[index + 1..].iter().find(fits)).and_then(found)
}

/// Does a bare year tell when something was ("In 2023, …"), and not a target ("our 2030 goals")?
fn tells_when(text: &str, year: &Date) -> bool {
    let before = text[..year.at.range.start].trim_end().to_ascii_lowercase();
    ["in", "during", "since", "of"]
        .iter()
        .any(|word| before == *word || before.ends_with(&format!(" {word}")))
}

/// The year of an explicit date, where it is one.
fn year_of(date: &Date) -> Option<i32> {
    date.edtf.as_deref()?.get(..4)?.parse().ok()
}

/// The year that fits the tense of the clause: the next such day for what is to come, the last one for what is
/// past, else the nearest.
fn year_of_writing(document: &Document, index: usize, value: &Value, day: Day) -> i32 {
    let year = i32::from(day.year());
    let first = |year: i32| value.in_year(year, false).first().first();
    match infer::tense(document, &document.dates[index]) {
        Some(infer::Tense::Ahead) => {
            let last = |year: i32| value.in_year(year, false).last().last();
            [year, year + 1].into_iter().find(|year| last(*year).is_some_and(|at| at >= day)).unwrap_or(year)
        }
        Some(infer::Tense::Past) => {
            [year, year - 1].into_iter().find(|year| first(*year).is_some_and(|at| at <= day)).unwrap_or(year)
        }
        None => nearest(value, day),
    }
}

/// The year in which a day without year lies nearest to another day.
fn nearest(value: &Value, day: Day) -> i32 {
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
    [year, year - 1, year + 1].into_iter().min_by_key(distance).unwrap_or(year)
}

/// Drops what counts from a day that is not known, and parts of a year of which nothing tells the year.
fn drop_unread(document: &mut Document) {
    document.dates.retain(|date| match &date.edtf {
        None => date.kind == DateKind::Set,
        Some(edtf) => !edtf.starts_with("XXXX-2") && edtf != "XXXX",
    });
}

/// Numbers the dates again from 1, and everything that names them.
fn renumber(document: &mut Document) {
    let ids: BTreeMap<DateId, DateId> =
        document.dates.iter().enumerate().map(|(at, date)| (date.id, DateId(at + 1))).collect();
    let new = |id: DateId| ids.get(&id).copied();
    for date in &mut document.dates {
        date.anchor = date.anchor.and_then(new);
    }
    if let Some(dateline) = &mut document.dateline {
        dateline.date = dateline.date.and_then(new);
    }
    if let Some(issued) = &mut document.issued {
        issued.date = issued.date.and_then(new);
    }
    for found in document.diagnostics.iter_mut().filter(|found| found.code == Code::YearInferred) {
        let number = found.record.as_deref().and_then(|record| record.strip_prefix('d')?.parse().ok());
        if let Some(id) = number.and_then(|number| new(DateId(number))) {
            found.record = Some(id.to_string());
        }
    }
    for (index, date) in document.dates.iter_mut().enumerate() {
        date.id = DateId(index + 1);
    }
}

/// A dateline without a year says when the document was issued once the year is known.
fn refresh_issued(document: &mut Document) {
    let Some(id) = document.dateline.as_ref().and_then(|dateline| dateline.date) else { return };
    let Some(date) = document.dates.iter().find(|date| date.id == id) else { return };
    if document.issued.is_none()
        && let Some(edtf) = date.edtf.clone().filter(|edtf| !edtf.starts_with('X'))
    {
        document.issued = Some(rapporteur_model::Issued { edtf, basis: date.basis, date: Some(id) });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{issued, sample};

    fn read(text: &str, outside: Option<&str>) -> String {
        let mut document = sample::document(text);
        document.genre.genre = rapporteur_model::Genre::NewsArticle;
        let lexicon = Lexicon::embedded();
        let context = Context { issued: outside.map(str::to_owned), country: None };
        date::find(&mut document, &lexicon, &context);
        issued::find(&mut document, &lexicon, &context);
        resolve(&mut document, &lexicon, &context);
        let found: Vec<String> = document
            .dates
            .iter()
            .map(|date| {
                let anchor = date.anchor.map_or(String::new(), |id| format!(" from {id}"));
                format!(
                    "{} = {}, {}{anchor}",
                    document.text(date.at),
                    date.edtf.as_deref().unwrap_or("-"),
                    date.basis
                )
            })
            .collect();
        found.join("; ")
    }

    #[test]
    fn words_count_from_the_documents_own_date() {
        for (text, found) in [
            (
                "LIMA, March 4, 2019 – The minister today opened talks, which end next month.",
                "March 4, 2019 = 2019-03-04, explicit; today = 2019-03-04, anchored from d1; next month = 2019-04, anchored from d1",
            ),
            (
                "LIMA, January 4, 2019 – They met on December 30 and meet again on March 2.",
                "January 4, 2019 = 2019-01-04, explicit; December 30 = 2018-12-30, anchored from d1; March 2 = 2019-03-02, anchored from d1",
            ),
            (
                "LIMA, January 4, 2019 – In 2016, talks began. On May 6, they broke off.",
                "January 4, 2019 = 2019-01-04, explicit; 2016 = 2016, explicit; May 6 = 2016-05-06, anchored from d2",
            ),
            (
                "In 2011, talks began. On May 6, they broke off.",
                "2011 = 2011, explicit; May 6 = 2011-05-06, anchored from d1",
            ),
            ("They met last week over the next three years of work.", "the next three years = P3Y, explicit"),
            ("Talks were held on May 30.", "May 30 = XXXX-05-30, explicit"),
        ] {
            assert_eq!(read(text, None), found, "{text}");
        }
        assert_eq!(read("They met yesterday.", Some("2020-03-01")), "yesterday = 2020-02-29, anchored");
    }

    #[test]
    fn years_follow_from_what_is_past_and_what_is_running() {
        let text = "The two sides met on April 3.\n\nThey renewed the plan of action from 2019-23.\n\n\
                    The fund was launched in October 2020. A review is due this year.";
        assert_eq!(
            read(text, None),
            "April 3 = 2021-04-03?, inferred; 2019-23 = 2019/2023, explicit; October 2020 = 2020-10, explicit; \
             this year = 2021?, inferred"
        );
    }
}
