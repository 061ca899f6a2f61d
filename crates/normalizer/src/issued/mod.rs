//! The date of issue and the dateline: `OTTAWA, May 3, 2019 –`, `August 9, 2014 –`, a date line under a title.
//!
//! ```abnf
//! dateline  = [place ","] date [agency] dash / date dash place dash / PLACE [agency] dash
//! date-line = [cue [":"]] [place ","] date [time]                ; a passage of its own
//! modified  = ("Date modified" / "Last updated" / …) [":"] date
//! ```
//!
//! A dateline says when the document was issued; a stray date line above it was left by whoever saved the
//! page. Without a dateline a date line near the title does, or at the very end of a statement. Invariant:
//! what is only known from outside the text is never the date of issue.

mod dateline;
mod pages;

use rapporteur_model::{Basis, Date, DateKind, DateRole, Dateline, Document, Genre, Issued};

use self::dateline::{dateline_of, is_place};

use crate::{Context, Lexicon, finder::quantity::numeral::is_space};

/// Passages in which a dateline or a date line may stand, from the top.
const TOP: usize = 14;

/// Finds the date of issue and the dateline, and gives stray dates their roles.
pub fn find(document: &mut Document, _lexicon: &Lexicon, _context: &Context) {
    pages::mark(document);
    let dateline = (0..document.passages.len().min(40)).find_map(|passage| dateline_of(document, passage));
    if let Some((passage, found)) = dateline {
        let span = document.passages[passage].span(found.range);
        if let Some(date) = found.date {
            issue(document, date);
            mark_stray(document, passage);
        }
        let id = found.date.map(|date| document.dates[date].id);
        document.dateline = Some(Dateline { place: found.place, date: id, span });
    }
    if document.issued.is_none()
        && let Some(date) = date_line(document)
            .or_else(|| adopted(document))
            .or_else(|| title_date(document))
            .or_else(|| signed_off(document))
    {
        issue(document, date);
    }
}

/// The date of the given index is the date of issue.
fn issue(document: &mut Document, index: usize) {
    let date = &mut document.dates[index];
    date.role = DateRole::Issued;
    if let Some(edtf) = date.edtf.as_ref().filter(|edtf| !edtf.starts_with('X')) {
        document.issued = Some(Issued { edtf: edtf.clone(), basis: date.basis, date: Some(date.id) });
    }
}

/// Is a date one day (or at least a month), as dates of issue are?
fn is_day(date: &Date) -> bool {
    let day = date.edtf.as_deref().is_some_and(|edtf| edtf.len() == 10 && !edtf.contains('/'));
    date.kind == DateKind::Date && day && date.basis == Basis::Explicit && date.modifier.is_none()
}

fn dates_of(document: &Document, passage: usize) -> impl Iterator<Item = (usize, &Date)> {
    document.dates.iter().enumerate().filter(move |(_, date)| date.at.passage.0 == passage)
}

/// Date lines above the dateline tell when a copy was taken.
fn mark_stray(document: &mut Document, dateline: usize) {
    let stray: Vec<usize> = document
        .dates
        .iter()
        .enumerate()
        .filter(|(_, date)| {
            date.at.passage.0 < dateline && date.role == DateRole::Event && line_cue(document, date).is_some()
        })
        .map(|(index, _)| index)
        .collect();
    for index in stray {
        document.dates[index].role = DateRole::Retrieved;
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
        "updated",
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
        .find(|(_, date)| match line_cue(document, date) {
            Some(Cue::Issued) => true,
            Some(Cue::Bare) => bare_counts,
            None => false,
        })
        .map(|(index, _)| index)
}

/// `Adopted by the Council at its 900th meeting, on 1 April 1960`, `Done at Rome, this 4th day of May 1950`.
fn adopted(document: &Document) -> Option<usize> {
    if !matches!(document.genre.genre, Genre::Resolution | Genre::Treaty | Genre::JointStatement) {
        return None;
    }
    let said = |date: &Date| {
        let text = document.passage(date.at.passage).text();
        let lead = text[..date.at.range.start].trim_start_matches(|c: char| !c.is_alphabetic());
        let first: String = lead.split(is_space).take(2).collect::<Vec<_>>().join(" ").to_lowercase();
        ["adopted", "done at", "done in", "signed at", "signed in", "issued at", "issued in"]
            .iter()
            .any(|cue| first.starts_with(cue))
            && lead.len() < 160
    };
    document.dates.iter().enumerate().find(|(_, date)| is_day(date) && said(date)).map(|(index, _)| index)
}

/// The date that a title ends in, of what is said or adopted on a day: `Address to the Assembly, 4 May 1961`,
/// `Resolution 90 (1961) of 4 May 1961`.
fn title_date(document: &Document) -> Option<usize> {
    let genre = document.genre.genre;
    let resolution = genre == Genre::Resolution;
    if !resolution
        && !matches!(genre, Genre::Speech | Genre::Statement | Genre::PressRelease | Genre::Interview)
    {
        return None;
    }
    document
        .dates
        .iter()
        .enumerate()
        .filter(|(_, date)| date.at.passage.0 < 4 && is_day(date) && date.role == DateRole::Event)
        .find(|(_, date)| {
            let text = document.passage(date.at.passage).text();
            let lead = text[..date.at.range.start].trim_end_matches(is_space);
            let ends = !text[date.at.range.end..].contains(char::is_alphabetic);
            let title = document.title == Some(date.at.passage) || date.at.passage.0 == 0;
            if resolution {
                lead.ends_with("of") && lead.len() < 60
            } else {
                title && ends && lead.ends_with([',', '-', '–', '—', '(', ':'])
            }
        })
        .map(|(index, _)| index)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{finder::date, sample};

    fn read(text: &str, genre: Genre) -> String {
        let mut document = sample::document(text);
        document.genre.genre = genre;
        let (lexicon, context) = (Lexicon::embedded(), Context::default());
        date::find(&mut document, &lexicon, &context);
        find(&mut document, &lexicon, &context);
        let roles: Vec<&str> = document.dates.iter().map(|date| date.role.as_str()).collect();
        format!(
            "{} | {} | {}",
            document.issued.as_ref().map_or("-", |issued| &issued.edtf),
            document.dateline.as_ref().map_or_else(
                || "-".to_owned(),
                |line| format!(
                    "{} [{}]",
                    line.place.as_deref().unwrap_or("no place"),
                    document.source.slice(line.span)
                )
            ),
            roles.join(" "),
        )
    }

    #[test]
    fn datelines_in_all_their_forms() {
        for (text, found) in [
            (
                "# A title\n\nLIMA, March 4, 2019 – The two sides met.",
                "2019-03-04 | LIMA [LIMA, March 4, 2019 –] | issued",
            ),
            (
                "# A title\n\nHanoi, 11 June 2020 (VNS) — The two sides met.",
                "2020-06-11 | Hanoi [Hanoi, 11 June 2020 (VNS) —] | issued",
            ),
            (
                "# A title\n\nMarch 4, 2019 – The two sides met.",
                "2019-03-04 | no place [March 4, 2019 –] | issued",
            ),
            (
                "March 4, 2019 - Quebec City, Quebec - Transport Office",
                "2019-03-04 | Quebec City, Quebec [March 4, 2019 - Quebec City, Quebec -] | issued",
            ),
            (
                "July 1, 2021\n\n# A title\n\nMarch 4, 2019 – The two sides met.",
                "2019-03-04 | no place [March 4, 2019 –] | retrieved issued",
            ),
            ("# A title\n\nMarch 4, 2019\n\nThe two sides met.", "2019-03-04 | - | issued"),
            ("# A title\n\nThe two sides met on March 4, 2019 – a Monday.", "- | - | event"),
            ("# Address in Lima, March 4, 2019\n\nFriends.", "2019-03-04 | - | issued"),
            ("# A page\n\nDate modified: 2020-01-02", "- | - | modified"),
        ] {
            assert_eq!(read(text, Genre::PressRelease), found, "{text}");
        }
        assert_eq!(read("# A plan\n\nMarch 4, 2019\n\nThe plan.", Genre::WorkPlan), "- | - | event");
        assert_eq!(
            read("Adopted by the Council at its 90th meeting, on 4 May 1961", Genre::Resolution),
            "1961-05-04 | - | issued"
        );
    }
}
