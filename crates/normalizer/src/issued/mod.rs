//! The date of issue and the dateline: `OTTAWA, May 3, 2019 –`, `August 9, 2014 –`, a date line under a title.
//!
//! ```abnf
//! dateline  = [place ","] (date / days) [agency] dash / place "," (date / days)  ; the latter a line of a statement's head
//!           / "(" place "," date ")" / place "(" date ")" dash / place "|" date "|" / place "," date ":"
//!           / date dash place dash / PLACE [agency] dash / … "|" place "(" date ")"
//! date-line = [cue [":"]] [place ","] date [time]                ; a passage of its own
//! embargo   = "embargo" … "until" date
//! modified  = ("Date modified" / "Last updated" / …) [":"] date
//! ```
//!
//! A dateline says when the document was issued; a stray date line above it was left by whoever saved the
//! page. Without a dateline a date line near the title does, or at the very end of a statement. Invariant:
//! what is only known from outside the text is never the date of issue.

mod conflict;
mod dateline;
mod embargo;
mod pages;
mod parts;
#[cfg(test)]
mod tests;

use rapporteur_model::{
    Basis, Date, DateId, DateKind, DateRole, Dateline, Document, Genre, Issued, SectionKind,
};

use self::dateline::{dateline_of, is_place, line_of};

use crate::{
    Context, Lexicon,
    finder::{
        date::{head, tail_of},
        quantity::numeral::is_space,
    },
};

/// Passages in which a dateline or a date line may stand, from the top.
const TOP: usize = 14;

/// Finds the date of issue and the dateline, and gives stray dates their roles.
pub fn find(document: &mut Document, lexicon: &Lexicon, _context: &Context) {
    pages::mark(document);
    let passages = document.passages.len();
    let dateline = (0..passages.min(40)).find_map(|passage| dateline_of(document, passage));
    // What heads of state issue has its place and day in a line of their own.
    let voiced = matches!(document.genre.genre, Genre::JointStatement | Genre::Statement | Genre::Speech);
    let line = || (0..passages.min(TOP)).find_map(|passage| line_of(document, passage, &lexicon.people));
    let dateline = dateline.or_else(|| voiced.then(line).flatten());
    if let Some((passage, found)) = dateline {
        let span = document.passages[passage].span(found.range);
        let place = found.place.map(|place| dateline::city(&place, &lexicon.people).to_owned());
        let id = found.date.map(|date| document.dates[date].id);
        document.dateline = Some(Dateline { place, date: id, span });
        // A meeting's paper may say itself on which day it was adopted.
        let meeting = found.date.filter(|date| document.dates[*date].kind == DateKind::Interval);
        let said = meeting
            .and_then(|_| date_line(document).or_else(|| adopted(document)).or_else(|| signed_off(document)));
        if let Some(date) = said.or(found.date) {
            issue(document, date);
            mark_stray(document, passage);
        }
    }
    // What a communiqué's title says outranks a bare line, which may be a stamp.
    let titled = document.genre.genre == Genre::JointStatement;
    if document.issued.is_none()
        && let Some(date) = titled
            .then(|| title_date(document))
            .flatten()
            .or_else(|| date_line(document))
            .or_else(|| adopted(document))
            .or_else(|| title_date(document))
            .or_else(|| signed_off(document))
    {
        issue(document, date);
    }
    embargo::mark(document);
    parts::mark(document);
    conflict::report(document);
}

/// The date of issue that a date gives; a meeting's paper is issued on its last day, which the text does not say.
pub(crate) fn of(edtf: &str, basis: Basis, date: DateId) -> Issued {
    match edtf.rsplit_once('/') {
        Some((_, last)) => {
            let edtf = format!("{}?", last.trim_end_matches('?'));
            Issued { edtf, basis: Basis::Inferred, date: Some(date) }
        }
        None => Issued { edtf: edtf.to_owned(), basis, date: Some(date) },
    }
}

/// The date of the given index is the date of issue, or the meeting's that the paper comes from.
fn issue(document: &mut Document, index: usize) {
    let date = &mut document.dates[index];
    if date.kind == DateKind::Date {
        date.role = DateRole::Issued;
    }
    if let Some(edtf) = date.edtf.as_ref().filter(|edtf| !edtf.starts_with('X')) {
        document.issued = Some(of(edtf, date.basis, date.id));
    }
}

/// Is a date one day (or at least a month), as dates of issue are?
fn is_day(date: &Date) -> bool {
    let day = date.edtf.as_deref().is_some_and(|edtf| edtf.len() == 10 && !edtf.contains('/'));
    date.kind == DateKind::Date && day && date.basis == Basis::Explicit && date.modifier.is_none()
}

/// Is a date the days of a meeting: `30 May – 2 June 2023`?
fn is_meeting(date: &Date) -> bool {
    let days = |edtf: &str| edtf.split('/').all(|end| end.len() == 10);
    date.kind == DateKind::Interval
        && date.role == DateRole::Event
        && date.basis == Basis::Explicit
        && date.edtf.as_deref().is_some_and(days)
}

fn dates_of(document: &Document, passage: usize) -> impl Iterator<Item = (usize, &Date)> {
    document.dates.iter().enumerate().filter(move |(_, date)| date.at.passage.0 == passage)
}

/// Bare date lines above the dateline tell when a copy was taken; a line that says that it is the date of issue and
/// agrees with the dateline is one more of it.
fn mark_stray(document: &mut Document, dateline: usize) {
    let issued = document.issued.as_ref().map(|issued| issued.edtf.clone());
    let roles: Vec<(usize, DateRole)> = document
        .dates
        .iter()
        .enumerate()
        .filter(|(_, date)| date.at.passage.0 < dateline && date.role == DateRole::Event)
        .filter_map(|(index, date)| match line_cue(document, date)? {
            Cue::Bare => Some((index, DateRole::Retrieved)),
            Cue::Issued if date.edtf == issued => Some((index, DateRole::Issued)),
            Cue::Issued => None,
        })
        .collect();
    for (index, role) in roles {
        document.dates[index].role = role;
    }
}

/// What a line says of its date.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cue {
    /// Nothing but the date (and a place, a time).
    Bare,
    /// That it is the date of issue.
    Issued,
}

/// Whether the date's passage is a date line, and what it says.
fn line_cue(document: &Document, date: &Date) -> Option<Cue> {
    const CUES: &[&str] = &[
        "for immediate release",
        "for release",
        "immediate release",
        "released on",
        "released",
        "release date",
        "issued on",
        "issued",
        "published on",
        "published",
        "publication date",
        "posted on",
        "posted",
        "press release",
        "media release",
        "news release",
        "statement",
        "media statement",
        "joint statement",
        "date of issue",
        "date",
        "dated",
        "on",
        "by",
        "communiqué",
        "speech",
        "delivered on",
        "delivered",
    ];
    let passage = document.passage(date.at.passage);
    let text = passage.text();
    // A line is short; a paragraph is none.
    if text.len() > 240 {
        return None;
    }
    let (lead, tail) = (&text[..date.at.range.start], &text[date.at.range.end..]);
    let mark = |c: char| {
        is_space(c)
            || matches!(c, ':' | ',' | '.' | '|' | '-' | '–' | '—' | '(' | ')' | '[' | ']' | '•' | '/')
    };
    let tail = tail.trim_matches(mark);
    let time = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_digit())
            || matches!(
                word.trim_matches('.').to_ascii_lowercase().as_str(),
                "am" | "pm"
                    | "a.m"
                    | "p.m"
                    | "at"
                    | "gmt"
                    | "utc"
                    | "est"
                    | "edt"
                    | "et"
                    | "hrs"
                    | "h"
                    | "noon"
            )
    };
    let tail_cue = CUES.contains(&tail.to_lowercase().as_str());
    let timed = tail.split(mark).filter(|word| !word.is_empty()).all(time);
    let placed = is_place(tail) && tail.len() < 40;
    if !(timed || tail_cue || placed) {
        return None;
    }
    let lower = lead.trim_matches(mark).to_lowercase();
    if lower.is_empty() {
        return Some(if tail_cue { Cue::Issued } else { Cue::Bare });
    }
    if CUES
        .iter()
        .any(|cue| lower == *cue || (lower.starts_with(cue) && lower.len() < 60 && lower.contains(':')))
    {
        return Some(Cue::Issued);
    }
    (is_place(lead.trim_matches(mark)) && lead.len() < 60).then_some(Cue::Bare)
}

/// A date line near the title.
fn date_line(document: &Document) -> Option<usize> {
    let genre = document.genre.genre;
    let bare_counts = !matches!(
        genre,
        Genre::WebPage | Genre::WorkPlan | Genre::PlanOverview | Genre::Resolution | Genre::Treaty
    );
    document
        .dates
        .iter()
        .enumerate()
        .filter(|(_, date)| date.at.passage.0 < TOP && is_day(date) && date.role == DateRole::Event)
        .filter(|(_, date)| !parts::is_behind(document, date.at.passage.0))
        .find(|(_, date)| match line_cue(document, date) {
            Some(Cue::Issued) => true,
            // A resolution's head has its date in a line of its own; the words of adoption, if any, say more.
            Some(Cue::Bare) => bare_counts || (genre == Genre::Resolution && adopted(document).is_none()),
            None => false,
        })
        .map(|(index, _)| index)
}

/// `Adopted by the Council at its 900th meeting, on 1 April 1960`, `Issued at Lima on 4 May 2019`, `Done at Rome,
/// this 4th day of May 1950`.
///
/// Of papers that are adopted, the words of adoption count; words of issue count in any paper, at the head of a
/// short sentence. "Issued in 2011, the permit …" and "The licence was issued on 4 May" tell of something else.
fn adopted(document: &Document) -> Option<usize> {
    const ADOPTED: &[&str] = &[
        "adopted",
        "resolution adopted",
        "decision adopted",
        "done at",
        "done in",
        "signed at",
        "signed in",
    ];
    const ISSUED: &[&str] = &[
        "issued at",
        "issued in",
        "issued on",
        "issued by",
        "issued this",
        "given at",
        "given on",
        "given under",
        "dated at",
        "dated this",
        "dated the",
        "done at",
        "done in",
        "done this",
        "released on",
        "released at",
        "released by",
        "published on",
        "published by",
        "posted on",
    ];
    let genre = document.genre.genre;
    let adopts = matches!(genre, Genre::Resolution | Genre::Treaty | Genre::JointStatement);
    let said = |date: &Date| {
        let text = document.passage(date.at.passage).text();
        let lead = tail_of(&text[..date.at.range.start], 200);
        let lead = &lead[lead.rfind(". ").map_or(0, |at| at + 2)..];
        let lead = lead.trim_start_matches(|c: char| !c.is_alphabetic());
        let mut words = lead.split(is_space);
        let first = format!("{} {}", words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let first = first.to_lowercase();
        let begins = |cues: &[&str]| cues.iter().any(|cue| first.starts_with(cue));
        let rest = &text[date.at.range.end..];
        // The sentence ends with the date, or with a place and a time behind it.
        let ends = head(rest).find(". ").unwrap_or(rest.len()) < 40 && !rest.trim_start().starts_with(',');
        // A footnote ("1 Adopted at Lima on …; see …") tells of another paper.
        let section = document.sections.get(document.passage(date.at.passage).section);
        let note = text.starts_with(|c: char| c.is_ascii_digit())
            || section.is_some_and(|section| section.kind == SectionKind::Notes);
        (adopts && !note && begins(ADOPTED) && lead.len() < 160)
            || (begins(ISSUED) && lead.len() < 100 && ends)
    };
    document.dates.iter().enumerate().find(|(_, date)| is_day(date) && said(date)).map(|(index, _)| index)
}

/// The date that a title ends in, of what is said or adopted on a day: `Address to the Assembly, 4 May 1961`,
/// `Resolution 90 (1961) of 4 May 1961`.
fn title_date(document: &Document) -> Option<usize> {
    let genre = document.genre.genre;
    let resolution = genre == Genre::Resolution;
    if !resolution
        && !matches!(
            genre,
            Genre::Speech | Genre::Statement | Genre::PressRelease | Genre::Interview | Genre::JointStatement
        )
    {
        return None;
    }
    // "134 (1960). Resolution of 1 April 1960" names itself, no other paper.
    let own = |date: &Date| {
        let text = document.passage(date.at.passage).text();
        let lead = text[..date.at.range.start].trim_end_matches(is_space);
        let number = lead.strip_suffix("Resolution of").or_else(|| lead.strip_suffix("RESOLUTION OF"));
        resolution
            && date.role == DateRole::InName
            && (document.title == Some(date.at.passage) || date.at.passage.0 == 0)
            && number.is_some_and(|number| !number.contains(char::is_alphabetic))
    };
    document
        .dates
        .iter()
        .enumerate()
        .filter(|(_, date)| date.at.passage.0 < 6 && is_day(date))
        .filter(|(_, date)| date.role == DateRole::Event || own(date))
        .find(|(_, date)| {
            let text = document.passage(date.at.passage).text();
            let lead = text[..date.at.range.start].trim_end_matches(is_space);
            let ends = !text[date.at.range.end..].contains(char::is_alphabetic);
            let title = document.title == Some(date.at.passage) || date.at.passage.0 == 0;
            if resolution {
                let names = lead.get(..10).is_some_and(|word| word.eq_ignore_ascii_case("resolution"));
                let itself = names || lead.starts_with(|c: char| c.is_ascii_digit());
                itself && lead.ends_with("of") && lead.len() < 60
            } else {
                let parted = lead.ends_with([',', '-', '–', '—', '(', ':']);
                let said = matches!(genre, Genre::Speech | Genre::Interview | Genre::Statement);
                ends && ((title && parted) || (said && text.len() < 240 && is_titled(lead)))
            }
        })
        .map(|(index, _)| index)
}

/// Is it set as a title: every longer word with a capital? `REMARKS BY THE MINISTER, LIMA`, `Speech at the Port`.
fn is_titled(lead: &str) -> bool {
    let mut words = lead
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 3 && !matches!(*word, "with" | "from" | "into" | "upon"))
        .peekable();
    words.peek().is_some()
        && words.all(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
}

/// A date line at the very end of a statement, declaration or treaty.
fn signed_off(document: &Document) -> Option<usize> {
    if !matches!(
        document.genre.genre,
        Genre::JointStatement | Genre::Statement | Genre::Treaty | Genre::Speech | Genre::PressRelease
    ) {
        return None;
    }
    let last = document.passages.len().saturating_sub(4);
    document
        .dates
        .iter()
        .enumerate()
        .filter(|(_, date)| date.at.passage.0 >= last && is_day(date) && date.role == DateRole::Event)
        .find(|(_, date)| line_cue(document, date).is_some())
        .map(|(index, _)| index)
}
