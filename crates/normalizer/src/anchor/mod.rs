//! Missing years, and words that count from the day of writing.
//!
//! The day of writing is the document's own date of issue, else the one given from outside
//! ([`Context::issued`]). A date without a year takes it from a date beside it in its paragraph, else from the
//! day of writing (`year`). The year of a dateline that has none comes first (`dateline`). Where the text has neither, the year may follow from what the text tells as past and
//! as running (`infer`). A year that is reasoned out makes a value that ends in `?` and is `inferred`, and a
//! `year-inferred` finding says why. Else the year stays open: `XXXX-05-30`. Words that count from an unknown
//! day are dropped; lengths among them stay lengths.

mod dateline;
mod infer;
mod story;
mod tense;
mod year;

use std::collections::BTreeMap;

use jiff::civil::Date as Day;
use rapporteur_model::{Basis, Code, Date, DateId, DateKind, DateRole, Document};

use self::tense::Tense;
use crate::{
    Context, Lexicon,
    finder::date::{self, End, Point, Reading, Relative, Value},
    issued,
};

/// The day of writing.
#[derive(Clone, Copy)]
struct Reference {
    /// The day.
    day: Day,
    /// The date that says it; `None` where it was given from outside.
    id: Option<DateId>,
    /// Was it reasoned out itself?
    uncertain: bool,
}

/// Completes the dates that `date::find` left open, and drops those that nothing can complete.
pub fn resolve(document: &mut Document, lexicon: &Lexicon, context: &Context) {
    let grammar = date::grammar(document, &lexicon.values, context);
    let reference = reference(document, context).or_else(|| dateline::complete(document, &grammar));
    let readings: Vec<Option<Reading>> =
        document.dates.iter().map(|date| date::reread(document, date, &grammar)).collect();
    let mut open = Vec::new();
    for (index, reading) in readings.iter().enumerate() {
        let Some(reading) = reading else { continue };
        if let Some(value) = date::value(reading) {
            // Its year is not that of the next date at hand: the document was written after all that it tells.
            let own = document.dateline.as_ref().and_then(|line| line.date) == Some(document.dates[index].id);
            if value.lacks_year()
                && !(own && reference.is_none())
                && document.dates[index].edtf.as_ref().is_some_and(|edtf| edtf.starts_with('X'))
            {
                let words = document.text(document.dates[index].at);
                let weekday = grammar.weekday(words).ok().map(|(_, day)| day);
                open.push(year::Open { index, value, weekday });
            }
            continue;
        }
        let outside = context.issued.is_some();
        let tense = tense::tense(document, &document.dates[index]);
        if let Some(settled) = settle(reading, reference, outside, tense) {
            apply(&mut document.dates[index], settled, reference);
        }
    }
    year::complete(document, &open, reference);
    if reference.is_none() {
        infer::years(document, &readings);
    }
    story::tell(document, &readings, reference.map(|reference| reference.day));
    drop_unread(document);
    renumber(document);
    refresh_issued(document);
}

/// The document's own date, else the one from outside.
fn reference(document: &Document, context: &Context) -> Option<Reference> {
    let issued = document.issued.as_ref();
    let own = issued.and_then(|issued| {
        Some(Reference { day: day(&issued.edtf)?, id: issued.date, uncertain: issued.edtf.ends_with('?') })
    });
    let outside = || Some(Reference { day: day(context.issued.as_deref()?)?, id: None, uncertain: false });
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

fn settle(
    reading: &Reading,
    reference: Option<Reference>,
    outside: bool,
    tense: Option<Tense>,
) -> Option<Settled> {
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
                Some(reference) => {
                    let relative = match tense {
                        Some(Tense::Ahead) => relative.ahead(),
                        Some(Tense::Past) => relative.past(),
                        None => *relative,
                    };
                    relative.resolve(reference.day).map(Settled::Value)
                }
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

fn apply(date: &mut Date, settled: Settled, reference: Option<Reference>) {
    match settled {
        Settled::Value(value) => {
            // What counts from a day that was reasoned out is no surer than that day.
            let uncertain = reference.is_some_and(|reference| reference.uncertain);
            set(date, &if uncertain { value.uncertain() } else { value });
            date.basis = if uncertain { Basis::Inferred } else { Basis::Anchored };
            date.anchor = reference.and_then(|reference| reference.id);
        }
        Settled::Length(length) => {
            date.edtf = Some(length);
            date.kind = DateKind::Duration;
            date.modifier = None;
            date.role = DateRole::Period;
        }
    }
}

/// Writes a value into a date that had none, or another kind of one.
fn apply_value(date: &mut Date, value: &Value) {
    set(date, value);
    if date.role == DateRole::Period && date.kind == DateKind::Date {
        date.role = DateRole::Event;
    }
}

/// Writes a value into a date.
fn set(date: &mut Date, value: &Value) {
    date.edtf = Some(value.edtf());
    date.bounds = value.bounds();
    date.kind = if value.is_interval() { DateKind::Interval } else { DateKind::Date };
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
        document.issued = Some(issued::of(&edtf, date.basis, id));
    }
}

#[cfg(test)]
mod marked;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{issued, sample};

    fn read(text: &str, outside: Option<&str>) -> String {
        let mut document = sample::document(text);
        document.genre.genre = rapporteur_model::Genre::NewsArticle;
        let lexicon = Lexicon::embedded();
        let context = Context { issued: outside.map(str::to_owned), country: None };
        date::find(&mut document, lexicon, &context);
        issued::find(&mut document, lexicon, &context);
        resolve(&mut document, lexicon, &context);
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
                "January 4, 2019 = 2019-01-04, explicit; December 30 = 2018-12-30?, inferred from d1; March 2 = 2019-03-02?, inferred from d1",
            ),
            (
                "LIMA, January 4, 2019 – In 2016, talks began. On May 6, they broke off.",
                "January 4, 2019 = 2019-01-04, explicit; 2016 = 2016, explicit; May 6 = 2016-05-06, anchored from d2",
            ),
            (
                "In 2011, talks began. On May 6, they broke off.",
                "2011 = 2011, explicit; May 6 = 2011-05-06, anchored from d1",
            ),
            (
                "LIMA, January 4, 2019 – The committee would meet again in October. A visit takes place on March 2.",
                "January 4, 2019 = 2019-01-04, explicit; October = 2019-10?, inferred from d1; March 2 = 2019-03-02?, inferred from d1",
            ),
            (
                "LIMA, January 4, 2019 – They spoke in October. The bridge opens on Friday, March 6.",
                "January 4, 2019 = 2019-01-04, explicit; October = 2018-10?, inferred from d1; \
                 Friday, March 6 = 2020-03-06?, inferred from d1",
            ),
            (
                "LIMA, January 4, 2019 – The feast falls on May 9 of any year.",
                "January 4, 2019 = 2019-01-04, explicit; May 9 = XXXX-05-09, explicit",
            ),
            (
                "LIMA, January 4, 2019 – They will speak on Monday. They spoke on Monday.",
                "January 4, 2019 = 2019-01-04, explicit; Monday = 2019-01-07, anchored from d1; \
                 Monday = 2018-12-31, anchored from d1",
            ),
            (
                "LIMA, January 9, 2019 – Apply by January 15, and no later than two days later.",
                "January 9, 2019 = 2019-01-09, explicit; January 15 = 2019-01-15?, inferred from d1; \
                 two days later = 2019-01-17?, inferred from d2",
            ),
            (
                "On 3 May 2016 talks began, and on 10 June they broke off. The guests left two days later.",
                "3 May 2016 = 2016-05-03, explicit; 10 June = 2016-06-10, anchored from d1; \
                 two days later = 2016-06-12, anchored from d2",
            ),
            (
                "The letter of 4 December 2017 was read. The clerk retires at the end of March.",
                "4 December 2017 = 2017-12-04, explicit; March = 2018-03?, inferred from d1",
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

    #[test]
    fn what_is_past_lies_before_what_is_to_come() {
        let text = "The pact was signed in Lima on 5 September 2023.\n\nThe service would start on 1 January 2024.\n\n\
                    Between August 1 and August 20, rain covered the fields.";
        assert_eq!(
            read(text, None),
            "5 September 2023 = 2023-09-05, explicit; 1 January 2024 = 2024-01-01, explicit; \
             August 1 and August 20 = 2023-08-01?/2023-08-20?, inferred"
        );
    }

    #[test]
    fn a_date_of_issue_from_outside_changes_no_date_that_is_whole() {
        let text =
            "It was signed on 3 May 2016, 05-Aug-16, 9/8/2014 and in fall 2007, and runs from 2007-10.";
        assert_eq!(read(text, None), read(text, Some("1955-03-01")));
    }
}
