//! Years that no date gives but the text implies.
//!
//! A text that tells an event of a known month as past was written after it; a plan that it speaks of as
//! running had begun and not ended. So `May 30` is the first May 30 behind the latest past event, as long as
//! the running plan holds it: `2023-05-30?`. A date that a text tells as still to come bounds it from above: what
//! is told as past lies before. A bare year that is past says too little, and days that come round every
//! year (a national day) belong to none.

use jiff::civil::Date as Day;
use rapporteur_model::{
    Basis, Code, Date, DateKind, DateMod, DateRole, Diagnostic, Document, Genre, Severity,
};

use super::{
    set,
    tense::{self, Tense},
};
use crate::{
    finder::date::{Part, Point, Reading, Relative, Value},
    lexicon::values::{Offset, Unit},
};

/// What the text tells of the time of writing.
struct Evidence {
    /// The latest past event: its first day, and its index.
    past: Option<(Day, usize)>,
    /// The first event that is still to come.
    ahead: Option<(Day, usize)>,
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
            Part::Month(_) => tense::tense(document, date).is_some(),
            _ => false,
        };
        if open && dated && !tense::comes_round(document, date) {
            // "effective August 27" begins then; only "since" looks back.
            let since = date.modifier == Some(DateMod::Since) && tense::since(document, date);
            let told_past = tense::tense(document, date) == Some(Tense::Past);
            inferred.extend(fitting(&value, &evidence, since, told_past).map(|value| (index, value)));
        }
    }
    let now = inferred
        .iter()
        .filter_map(|(_, value)| value.first().year)
        .max()
        .or_else(|| evidence.past.map(|(day, _)| i32::from(day.year())));
    for (index, reading) in readings.iter().enumerate() {
        if let Some(Reading::Relative(Relative::Offset(Offset { count, unit: Unit::Year(1) }))) = reading
            && let Some(now) = now
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
        .map(|(_, _, index)| format!("of {} as under way", words(index)))
        .into_iter()
        .chain(evidence.past.map(|(_, index)| format!("of {} as past", words(index))))
        .chain(evidence.ahead.map(|(_, index)| format!("of {} as to come", words(index))));
    format!(
        "no year is given with {}: {} follows because the text speaks {}",
        words(index),
        value.edtf(),
        running.collect::<Vec<_>>().join(" and "),
    )
}

fn evidence(document: &Document) -> Option<Evidence> {
    let explicit = |date: &&(usize, &Date)| date.1.basis == Basis::Explicit;
    let events = || {
        document
            .dates
            .iter()
            .enumerate()
            .filter(|found| explicit(&found))
            .filter(|(_, date)| date.kind == DateKind::Date && date.role == DateRole::Event)
            .filter(|(_, date)| {
                date.edtf.as_deref().is_some_and(|edtf| edtf.len() >= 7 && !edtf.starts_with('X'))
            })
            .filter_map(|(index, date)| Some((date.bounds.0.as_deref()?.parse::<Day>().ok()?, index)))
    };
    // An advisory speaks of what is to come in few words.
    let advisory = document.genre.genre == Genre::MediaAdvisory;
    let is_ahead = |index: usize| advisory || tense::is_ahead(document, &document.dates[index]);
    let past = events()
        .filter(|(_, index)| document.dates[*index].modifier != Some(DateMod::By) && !is_ahead(*index))
        .max_by_key(|(day, index)| (*day, std::cmp::Reverse(*index)));
    let ahead = events().filter(|(_, index)| is_ahead(*index)).min();
    let ahead = ahead.filter(|(day, _)| past.is_none_or(|(past, _)| past < *day));
    if past.is_none() && ahead.is_none() {
        return None;
    }
    let written = past.or(ahead).map_or(0, |(day, _)| i32::from(day.year()));
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
    Some(Evidence { past, ahead, running })
}

/// The first such date behind the past event (the last one before it for "since", and for what would else lie
/// behind an event that is still to come), within the run of years that is under way.
fn fitting(value: &Value, evidence: &Evidence, since: bool, told_past: bool) -> Option<Value> {
    let first = |value: &Value| value.first().first();
    let in_year = |year: i32| value.in_year(year, true);
    let before = |day: Day| {
        let year = i32::from(day.year());
        [year, year - 1].map(in_year).into_iter().find(|value| first(value).is_some_and(|at| at <= day))
    };
    // What has lasted since then began before the past event, or with it.
    let found = match (evidence.past, evidence.ahead) {
        (Some((past, _)), _) if since => before(past),
        (Some((past, _)), to_come) => {
            let year = i32::from(past.year());
            let behind = [year, year + 1]
                .map(in_year)
                .into_iter()
                .find(|value| value.last().last().is_some_and(|day| day > past));
            match to_come {
                Some((day, _)) if told_past && behind.as_ref().and_then(first).is_some_and(|at| at > day) => {
                    before(day)
                }
                _ => behind,
            }
        }
        (None, Some((day, _))) if told_past => before(day),
        (None, Some((day, _))) => Some(in_year(super::year::nearest(value, day))),
        (None, None) => None,
    }?;
    let held = evidence
        .running
        .is_none_or(|(first, last, _)| found.first().year.is_some_and(|year| (first..=last).contains(&year)));
    (held && found.first().exists() && found.last().exists()).then_some(found)
}
