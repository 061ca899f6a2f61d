//! Words that count from the last date of the story, not from the day of writing: `On 3 May … two days later`.
//!
//! "Later", "earlier", "the following day" and "the year before" look back to the last day that the same paragraph, or the one before, names, which gives
//! them their value (`anchored`, with that date as anchor). Where it names none they count from the day of writing
//! like any other such word.

use jiff::civil::Date as Day;
use rapporteur_model::{Basis, Date, DateId, DateKind, DateRole, Document};

use super::{apply_value, day};
use crate::{
    finder::date::{Reading, Relative, Value},
    lexicon::values::{Offset, Unit},
};

/// Dates back that are looked at.
const NEAR: usize = 4;

/// Gives the story's counts their values, in order, so that one can build on another.
pub fn tell(document: &mut Document, readings: &[Option<Reading>], written: Option<Day>) {
    quote_today(document, readings);
    for (index, reading) in readings.iter().enumerate() {
        let Some(Reading::Relative(relative)) = reading else { continue };
        if !is_told(document, index, *relative) {
            continue;
        }
        let Some((base, uncertain, id)) = base(document, index, unit(*relative), written) else { continue };
        let Some(value) = relative.resolve(base) else { continue };
        let value = match value {
            Value::Point(mut point) => {
                point.uncertain = uncertain;
                Value::Point(point)
            }
            other => other,
        };
        let date = &mut document.dates[index];
        apply_value(date, &value);
        date.basis = if uncertain { Basis::Inferred } else { Basis::Anchored };
        date.anchor = Some(id);
    }
}

/// In a story of yesterday the "today" of those who are quoted is that day: `Yesterday the team won. “We learned a lot
/// today,” said …`.
fn quote_today(document: &mut Document, readings: &[Option<Reading>]) {
    let days = |at: usize| match readings[at] {
        Some(Reading::Relative(Relative::Offset(Offset { count, unit: Unit::Day }))) => Some(count),
        _ => None,
    };
    let counted: Vec<(usize, i32)> = (0..readings.len()).filter_map(|at| Some((at, days(at)?))).collect();
    let quoted = quoted(document, &counted);
    let Some(((first, -1), false)) = counted.first().copied().zip(quoted.first().copied()) else { return };
    let said_plainly = counted.iter().zip(&quoted).any(|((_, count), quoted)| *count == 0 && !quoted);
    if said_plainly {
        return;
    }
    let yesterday = document.dates[first].clone();
    for (at, _) in counted.iter().filter(|(_, count)| *count == 0) {
        let date = &mut document.dates[*at];
        date.edtf.clone_from(&yesterday.edtf);
        date.bounds.clone_from(&yesterday.bounds);
        date.anchor = Some(yesterday.id);
    }
}

/// Which of the dates, in order, stand between quotation marks, by the marks in front of them in their paragraph.
fn quoted(document: &Document, dates: &[(usize, i32)]) -> Vec<bool> {
    let (mut passage, mut reach, mut curly, mut straight) = (None, 0, 0_i32, false);
    let mut found = Vec::with_capacity(dates.len());
    for (index, _) in dates {
        let at = document.dates[*index].at;
        if passage != Some(at.passage) {
            (passage, reach, curly, straight) = (Some(at.passage), 0, 0, false);
        }
        for c in document.passage(at.passage).text()[reach..at.range.start].chars() {
            match c {
                '“' => curly += 1,
                '”' => curly -= 1,
                '"' => straight = !straight,
                _ => {}
            }
        }
        reach = at.range.start;
        found.push(curly > 0 || straight);
    }
    found
}

/// Do the words count from the story?
fn is_told(document: &Document, index: usize, relative: Relative) -> bool {
    let words = document.text(document.dates[index].at).to_lowercase();
    match relative {
        Relative::Away(..) | Relative::Mixed(..) => words.ends_with(" later") || words.ends_with(" earlier"),
        Relative::Neighbour(..) => true,
        Relative::Offset(_) => {
            let words = words.strip_prefix("the ").unwrap_or(&words);
            ["following ", "preceding ", "previous "].iter().any(|word| words.starts_with(word))
                || words == "next day"
        }
        _ => false,
    }
}

/// The unit that is counted.
const fn unit(relative: Relative) -> Unit {
    match relative {
        Relative::Away(_, unit) | Relative::Neighbour(_, unit) | Relative::Offset(Offset { unit, .. }) => {
            unit
        }
        _ => Unit::Day,
    }
}

/// The last day that the paragraph or the one before names in front of a date, whether its year was reasoned out, and
/// its id. A count of months or years may look back to a month or a year: `In 2008, … and the year before`.
fn base(document: &Document, index: usize, unit: Unit, written: Option<Day>) -> Option<(Day, bool, DateId)> {
    let least = match unit {
        Unit::Year(_) => 4,
        Unit::Month(_) => 7,
        _ => 10,
    };
    let passage = document.dates[index].at.passage;
    let near = |other: &&Date| other.at.passage.0 + 1 >= passage.0;
    // "Agenda 2030" and a year by which something is due are no part of the story.
    let told = |other: &&Date| match other.role {
        DateRole::Event | DateRole::Period | DateRole::Issued => true,
        DateRole::Deadline => least == 10,
        _ => false,
    };
    document.dates[..index].iter().rev().take(NEAR).take_while(near).filter(told).find_map(|other| {
        let edtf = other.edtf.as_deref().filter(|_| other.kind == DateKind::Date)?;
        let bare = edtf.trim_end_matches(['?', '~', '%']);
        let whole = matches!(bare.len(), 4 | 7 | 10) && bare.len() >= least && !bare.contains('X');
        // A bare year to come is a target, not part of the story.
        let told = |at: &Day| bare.len() == 10 || written.is_none_or(|written| *at <= written);
        whole.then(|| day(bare)).flatten().filter(told).map(|day| (day, edtf.ends_with('?'), other.id))
    })
}
