//! What the verbs beside a date tell of its time: `will meet again in October` is still to come.
//!
//! Words are looked at in the date's own clause, no further than [`REACH`] bytes from it, so that a text without
//! stops costs no more than one with many. Not here: what the time makes of a missing year (`year`, `infer`).

use rapporteur_model::{Date, DateRole, Document, PassageRole};

/// Bytes on either side of a date that are looked at.
const REACH: usize = 400;

/// The time of a clause against the time of writing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tense {
    /// Still to come.
    Ahead,
    /// Past.
    Past,
}

/// Words that speak of what is still to come; "would" is the "will" of reported speech.
const AHEAD: &[&str] = &[
    "will ",
    "shall ",
    "would ",
    "scheduled",
    "to be ",
    "expected",
    "planned",
    "upcoming",
    "is due",
    "are due",
    "plans to",
    "is to ",
    "are to ",
    "next meeting",
    "next session",
    "meets again",
    "meet again",
    "no later than",
    "looks forward",
    "look forward",
];

/// What ends a clause.
const CLAUSE: &[&str] = &[". ", ";", "\n", "? ", "! ", ".” ", ".\" "];

/// Past forms that do not end in "-ed".
const PAST: &[&str] = &[
    "was", "were", "held", "met", "began", "took", "came", "had", "spoke", "gave", "went", "said", "saw",
    "left", "made", "won", "paid", "told", "brought", "became", "fell", "rose", "sent", "stood", "broke",
    "ran", "drew", "grew", "led", "kept", "lost", "got", "heard", "wrote", "chose", "knew", "felt", "laid",
    "built",
];

/// Words that end in "-ed" and are no past forms.
const NO_PAST: &[&str] =
    &["united", "need", "indeed", "proceed", "exceed", "succeed", "hundred", "speed", "seed"];

/// Present forms that speak of a timetable: `The Council meets on Friday`.
const TIMETABLE: &[&str] = &[
    "arrives",
    "attends",
    "begins",
    "celebrates",
    "chairs",
    "closes",
    "concludes",
    "convenes",
    "delivers",
    "departs",
    "ends",
    "flies",
    "gathers",
    "goes",
    "holds",
    "hosts",
    "joins",
    "leaves",
    "meets",
    "opens",
    "resumes",
    "retires",
    "returns",
    "speaks",
    "starts",
    "travels",
    "welcomes",
];

/// Verbs that do so behind a pronoun: `I fly on Sunday`.
const WE: &[&str] = &[
    "am",
    "are",
    "arrive",
    "attend",
    "begin",
    "celebrate",
    "close",
    "conclude",
    "convene",
    "deliver",
    "depart",
    "end",
    "fly",
    "gather",
    "go",
    "head",
    "hold",
    "host",
    "join",
    "launch",
    "leave",
    "mark",
    "meet",
    "open",
    "resume",
    "return",
    "sign",
    "speak",
    "start",
    "travel",
    "visit",
    "vote",
    "welcome",
];

/// Words that make a noun of the verb behind them.
const OF_NOUNS: &[&str] = &[
    "the", "a", "an", "of", "his", "her", "its", "their", "our", "my", "your", "these", "those", "both",
    "and",
];

/// What the verbs beside a date tell of its time; `None` where they tell nothing, or both.
///
/// A past verb counts only in the date's own part of the clause ("they met on … and meet again on …"); words of
/// what is to come reach over commas ("will be held in Lima, Peru, on June 10").
pub fn tense(document: &Document, date: &Date) -> Option<Tense> {
    let words = part(document, date);
    let own = RELATIVE.iter().filter_map(|word| words.rfind(word)).min();
    let day = document.text(date.at).to_lowercase();
    let words = own.filter(|at| words[..*at].contains(&day)).map_or(words.as_str(), |at| &words[..at]);
    let past = is_past(words);
    // What is due is still to be done.
    if date.role == DateRole::Deadline && !past {
        return Some(Tense::Ahead);
    }
    // The present of a headline is past.
    let timetable = || document.passage(date.at.passage).role != PassageRole::Heading && is_timetable(words);
    match (speaks_ahead(words), past) {
        (true, _) => Some(Tense::Ahead),
        (false, true) => Some(Tense::Past),
        (false, false) if timetable() => Some(Tense::Ahead),
        (false, false) => opened(document, date).or_else(|| reaching(document, date)),
    }
}

/// Does the clause tell a timetable in the present: `begins in July`, `I fly on Sunday`, `the vote is on Monday`?
fn is_timetable(words: &str) -> bool {
    let mut last = "";
    let verb = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).any(|word| {
        let before = std::mem::replace(&mut last, word);
        TIMETABLE.contains(&word) && !OF_NOUNS.contains(&before)
            || WE.contains(&word) && matches!(before, "i" | "we" | "they" | "you")
            || WE.contains(&word) && word != "are" && matches!(before, "that" | "which")
    });
    verb || ["take place", "takes place", " begin ", " is on ", " are on "]
        .iter()
        .any(|form| words.contains(form))
}

/// What the whole clause tells of a date that opens it: `On Friday, the mayor and her staff are to travel`.
fn opened(document: &Document, date: &Date) -> Option<Tense> {
    let (before, _) = window(document, date);
    let start = CLAUSE.iter().filter_map(|stop| Some(before.rfind(stop)? + stop.len())).max().unwrap_or(0);
    if before[start..].split_whitespace().count() > 2 {
        return None;
    }
    let words = clause(document, date);
    match (speaks_ahead(&words), is_past(&words)) {
        (true, false) => Some(Tense::Ahead),
        (false, true) => Some(Tense::Past),
        _ => None,
    }
}

/// What the words in front of a date tell over commas: "will be held in Lima, Peru, on June 10".
fn reaching(document: &Document, date: &Date) -> Option<Tense> {
    let (before, _) = window(document, date);
    let start = CLAUSE.iter().filter_map(|stop| Some(before.rfind(stop)? + stop.len())).max().unwrap_or(0);
    let words = before[start..].to_lowercase();
    match (speaks_ahead(&words), is_past(&words)) {
        (true, false) => Some(Tense::Ahead),
        (false, true) => Some(Tense::Past),
        _ => None,
    }
}

fn is_past(words: &str) -> bool {
    words.split(|c: char| !c.is_alphanumeric()).any(|word| {
        PAST.contains(&word) || (word.len() > 4 && word.ends_with("ed") && !NO_PAST.contains(&word))
    })
}

/// Does the clause speak of what is still to come?
pub fn is_ahead(document: &Document, date: &Date) -> bool {
    speaks_ahead(&clause(document, date)) || tense(document, date) == Some(Tense::Ahead)
}

/// Does "since" stand in front of a date?
pub fn since(document: &Document, date: &Date) -> bool {
    window(document, date).0.trim_end().to_ascii_lowercase().ends_with("since")
}

/// Does the clause speak of a day that comes round every year?
pub fn comes_round(document: &Document, date: &Date) -> bool {
    let clause = clause(document, date);
    ["every year", "each year", "annually", "observed", "celebrated", "commemorat", "anniversary"]
        .iter()
        .any(|word| clause.contains(word))
}

/// Does the clause say that the date is one of every year, whatever the document's own date:
/// "every year on May 9", "October is National Forest Month"?
pub fn is_yearly(document: &Document, date: &Date) -> bool {
    let clause = clause(document, date);
    let yearly = ["every year", "each year", "annually", "of each year", "of every year", "of any year"];
    if yearly.iter().any(|word| clause.contains(word)) {
        return true;
    }
    let behind = window(document, date).1.trim_start();
    let named = behind.strip_prefix("is ").or_else(|| behind.strip_prefix("marks "));
    named.and_then(|named| named.split(['.', ',', ';']).next()).is_some_and(|named| {
        ["Month", "Day", "Week"].iter().any(|unit| named.split(' ').any(|word| word == *unit))
    })
}

fn speaks_ahead(clause: &str) -> bool {
    AHEAD.iter().any(|word| {
        // "would have" is past.
        let past = || clause.matches(word).count() <= clause.matches("would have").count();
        clause.contains(word) && !(*word == "would " && past())
    })
}

/// The text before and behind a date, as far as is looked at.
fn window<'d>(document: &'d Document, date: &Date) -> (&'d str, &'d str) {
    let text = document.passage(date.at.passage).text();
    let (before, after) = (&text[..date.at.range.start], &text[date.at.range.end..]);
    let from = before.len().saturating_sub(REACH);
    let from = (from..=before.len()).find(|at| before.is_char_boundary(*at)).unwrap_or(before.len());
    let to = after.len().min(REACH);
    let to = (0..=to).rev().find(|at| after.is_char_boundary(*at)).unwrap_or(0);
    (&before[from..], &after[..to])
}

/// The stretch around a date up to the nearest of the stops on either side, in lower case.
fn between(document: &Document, date: &Date, stops: &[&str]) -> String {
    let (before, after) = window(document, date);
    // "On Tuesday, the minister said": a date that opens its clause goes with the words behind the comma.
    let opening = before.rsplit(['.', ';', '\n', ':', '”', '?']).next().unwrap_or_default();
    let opening = opening.split_whitespace().count() < 4 && !opening.contains(',');
    let skip = usize::from(opening && after.starts_with(','));
    let start = stops.iter().filter_map(|stop| Some(before.rfind(stop)? + stop.len())).max().unwrap_or(0);
    let end =
        stops.iter().filter_map(|stop| Some(after[skip..].find(stop)? + skip)).min().unwrap_or(after.len());
    format!("{}{}{}", &before[start..], document.text(date.at), &after[..end]).to_lowercase()
}

/// Words that begin a clause about the thing in front of them, behind a date: `cut on Friday a road that will spare …`.
const RELATIVE: &[&str] =
    &[" that will ", " that would ", " that can ", " which ", " who will ", " who would "];

/// The clause of a date.
fn clause(document: &Document, date: &Date) -> String {
    between(document, date, CLAUSE)
}

/// The part of the clause that holds a date, between commas and conjunctions.
fn part(document: &Document, date: &Date) -> String {
    between(document, date, &[",", ";", ". ", ": ", "“", "\"", " and ", " which ", " but ", "\n"])
}
