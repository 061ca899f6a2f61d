//! What a date is to its document, from the words around it: a deadline, a period, part of a name, an event.
//!
//! The date of issue and the date of a copy are assigned later, by the stage `issued`.

use rapporteur_model::{DateMod, DateRole};

use super::{
    calendar::{Part, Value},
    context::{Around, capital, last_word},
    due,
    modifier::Beside,
    range::Reading,
};
use crate::finder::quantity::numeral::is_space;

/// Words after which a bare year is when something happens, not part of the name that follows.
const WHEN: &[&str] = &[
    "in", "since", "by", "until", "till", "from", "to", "before", "after", "during", "between", "and",
    "early", "late", "mid", "about", "around", "circa", "through", "for", "on", "than", "or",
];

/// The role that the words around a date give it.
pub fn role(around: &Around<'_>, reading: &Reading, value: Option<&Value>, beside: Beside) -> DateRole {
    match reading {
        Reading::Set(_) => return DateRole::Other,
        Reading::Length(_) if around.words.to_ascii_lowercase().ends_with("anniversary") => {
            return DateRole::Other;
        }
        Reading::Length(_) => return DateRole::Period,
        _ => {}
    }
    if beside.due || due::is_due(around, beside) {
        return DateRole::Deadline;
    }
    let whole_years = value.is_some_and(|value| {
        value.first().part == Part::Year && value.last().part == Part::Year && !around.words.contains("FY")
    });
    if whole_years && in_name(around) {
        return DateRole::InName;
    }
    if beside.lasting {
        return DateRole::Period;
    }
    match (beside.modifier, value) {
        (Some(DateMod::Since | DateMod::Until), _) | (_, Some(Value::Open(_))) => DateRole::Period,
        (_, Some(Value::Point(point))) if matches!(point.part, Part::Decade | Part::Century) => {
            DateRole::Period
        }
        (_, Some(Value::Point(point))) if point.is_stretch() => DateRole::Period,
        // A fiscal year is a stretch over which money runs.
        (None, Some(Value::Point(point))) if point.part == Part::Year && is_fiscal(around.words) => {
            DateRole::Period
        }
        (_, Some(Value::Interval(first, last))) if !is_meeting(first.month_day(), last.month_day()) => {
            DateRole::Period
        }
        _ => DateRole::Event,
    }
}

/// Do the words name a fiscal year?
fn is_fiscal(words: &str) -> bool {
    let words = words.to_ascii_lowercase();
    ["fy", "fiscal", "financial"].iter().any(|form| words.starts_with(form))
}

/// Is it a stretch of days such as a meeting takes?
fn is_meeting(first: (u8, u8), last: (u8, u8)) -> bool {
    let days = |(month, day): (u8, u8)| 31 * i32::from(month) + i32::from(day);
    first.1 > 0 && last.1 > 0 && (0..=10).contains(&(days(last) - days(first)))
}

/// Is a year or run of years part of a name: `Work Plan (2007-10)`, `the 2005 Convention on …`, `Agenda 2030`?
fn in_name(around: &Around<'_>) -> bool {
    let before = around.before.trim_end_matches(is_space);
    if let Some(named) = before.strip_suffix(['(', '[']) {
        let closes = around.after.trim_start_matches(is_space).starts_with([')', ']', ',', ';']);
        let word = last_word(named.trim_end_matches(is_space));
        return closes && (capital(word) || word.starts_with(|c: char| c.is_ascii_digit()));
    }
    let word = around.word_before();
    if WHEN.contains(&word.to_ascii_lowercase().as_str()) {
        return false;
    }
    let behind = around.word_after();
    let name_behind = capital(behind) && !around.begins_sentence();
    let name_before = capital(word) && !around.before.trim_end().ends_with(',') && behind_is_free(behind);
    name_behind || name_before
}

/// A year behind a name belongs to it unless a new clause begins with the year.
fn behind_is_free(behind: &str) -> bool {
    !matches!(behind, "was" | "were" | "saw" | "is")
}
