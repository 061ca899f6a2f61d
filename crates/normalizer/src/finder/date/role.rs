//! What a date is to its document, from the words around it: a deadline, a period, part of a name, an event.
//!
//! The date of issue and the date of a copy are assigned later, by the stage `issued`.

use rapporteur_model::{DateMod, DateRole};

use super::{
    calendar::{Part, Value},
    context::{Around, capital, head, last_word, strip_phrase},
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
    // "by the early 1900s" tells what was by then.
    let era = value.is_some_and(|value| matches!(value.first().part, Part::Decade | Part::Century));
    if era && !around.before.is_empty() {
        return DateRole::Period;
    }
    if (beside.due && !is_told(around)) || due::is_due(around, beside) {
        return DateRole::Deadline;
    }
    let whole_years = value.is_some_and(|value| {
        value.first().part == Part::Year && value.last().part == Part::Year && !around.words.contains("FY")
    });
    if whole_years && in_name(around) {
        return DateRole::InName;
    }
    if value.is_some_and(|value| !value.is_interval()) && is_of_paper(around) {
        return DateRole::InName;
    }
    if beside.lasting || whole_years && is_planned_for(around) {
        return DateRole::Period;
    }
    match (beside.modifier, value) {
        (Some(DateMod::Since | DateMod::Until), _) | (_, Some(Value::Open(_))) => DateRole::Period,
        (_, Some(Value::Point(point))) if matches!(point.part, Part::Decade | Part::Century) => {
            DateRole::Period
        }
        (_, Some(Value::Point(point))) if point.is_stretch() => DateRole::Period,
        // A fiscal year is a stretch over which money runs.
        (None, Some(Value::Point(point))) if point.part == Part::Year && is_fiscal(around) => {
            DateRole::Period
        }
        (_, Some(Value::Interval(first, last))) if !is_meeting(first.month_day(), last.month_day()) => {
            DateRole::Period
        }
        _ => DateRole::Event,
    }
}

/// Is it the year that a plan or its money is for: `PRIORITIES FOR 2007`, `the budget for 2019`?
fn is_planned_for(around: &Around<'_>) -> bool {
    const PLANS: &[&str] = &[
        "activities",
        "allocation",
        "appropriations",
        "budget",
        "budgets",
        "calendar",
        "estimates",
        "forecast",
        "forecasts",
        "plan",
        "plans",
        "priorities",
        "program",
        "programme",
        "projections",
        "targets",
    ];
    let noun = strip_phrase(around.before, "for").map(|lead| last_word(lead.trim_end_matches(is_space)));
    noun.is_some_and(|noun| PLANS.contains(&noun.to_lowercase().as_str()))
}

/// Does the clause behind say that it was so by then: "by 1990 trade had doubled"?
fn is_told(around: &Around<'_>) -> bool {
    let near = head(around.after).split(['.', ';', ',']).next().unwrap_or_default();
    near.contains(" had ")
}

/// Do the words name a fiscal year?
fn is_fiscal(around: &Around<'_>) -> bool {
    let words = around.words.to_ascii_lowercase();
    let behind = head(around.after).trim_start_matches(is_space);
    ["fy", "fiscal", "financial"].iter().any(|form| words.starts_with(form))
        || ["fiscal year", "financial year", "budget year"].iter().any(|form| behind.starts_with(form))
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
    // "the Port Labour Convention, 1976, in" is called by its year; a headline's "Repeal of the Act, 1943" tells when.
    if let Some(named) = before.strip_suffix(',') {
        let word = last_word(named);
        let paper = capital(word) && PAPERS.contains(&word.to_lowercase().as_str());
        return paper && around.after.starts_with([',', '.', ';', ')']);
    }
    let word = around.word_before();
    if matches!(word, "AD" | "CE") {
        return false;
    }
    if WHEN.contains(&word.to_ascii_lowercase().as_str()) {
        return false;
    }
    // The year that ends a quoted title: “River Days – 2025”.
    let title = before.trim_end_matches(['-', '–', '—']).trim_end_matches(is_space);
    if title.len() < before.len() && around.after.starts_with(['”', '"']) && capital(last_word(title)) {
        return true;
    }
    let behind = around.word_after();
    let name_behind = capital(behind) && !around.begins_sentence();
    // "Declares 2024 the Year of …": the verb that begins a sentence has a capital too.
    let opening = before[..before.len() - word.len()].trim_end_matches(|c: char| !c.is_alphanumeric());
    let verb = opening.is_empty() && (word.ends_with("es") || word.ends_with("ing") || word.ends_with("ls"));
    let name_before =
        capital(word) && !verb && !around.before.trim_end().ends_with(',') && behind_is_free(behind);
    name_behind || name_before
}

/// Words for papers that are called by their date.
const PAPERS: &[&str] = &[
    "accord",
    "accords",
    "act",
    "acts",
    "agreement",
    "agreements",
    "arrangement",
    "charter",
    "compact",
    "communiqué",
    "concordat",
    "constitution",
    "convention",
    "conventions",
    "declaration",
    "decree",
    "directive",
    "law",
    "memorandum",
    "ordinance",
    "pact",
    "protocol",
    "protocols",
    "regulation",
    "regulations",
    "resolution",
    "statute",
    "treaty",
    "treaties",
    "uprising",
    "revolution",
    "movement",
];

/// Is the date that of a paper that is called by it: `the Geneva Conventions of 12 August 1949`, `the 30 May 1997
/// Accord`? The paper's word has a capital; "the agreement of 4 May" tells when.
fn is_of_paper(around: &Around<'_>) -> bool {
    let paper = |word: &str| capital(word) && PAPERS.contains(&word.to_lowercase().as_str());
    let before = around.before.trim_end_matches(is_space);
    let of = strip_phrase(before, "of").or_else(|| strip_phrase(before, "of the year"));
    let behind_paper = of.is_some_and(|lead| paper(last_word(lead.trim_end_matches(is_space))));
    let in_front = around.word_before().eq_ignore_ascii_case("the") && paper(around.word_after());
    behind_paper || in_front
}

/// A year behind a name belongs to it unless a new clause begins with the year.
fn behind_is_free(behind: &str) -> bool {
    !matches!(behind, "was" | "were" | "saw" | "is")
}
