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

use rapporteur_model::{
    Basis, Date, DateKind, DateRole, Dateline, Document, Genre, Issued, PassageRole, SectionKind, TextRange,
};

use crate::{Context, Lexicon, finder::quantity::numeral::is_space};

/// Passages in which a dateline or a date line may stand, from the top.
const TOP: usize = 14;

/// Finds the date of issue and the dateline, and gives stray dates their roles.
pub fn find(document: &mut Document, _lexicon: &Lexicon, _context: &Context) {
    mark_modified(document);
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
        && let Some(date) = date_line(document).or_else(|| adopted(document)).or_else(|| signed_off(document))
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

struct Found {
    place: Option<String>,
    date: Option<usize>,
    range: TextRange,
}

/// Is a date one day (or at least a month), as dates of issue are?
fn is_day(date: &Date) -> bool {
    let day = date.edtf.as_deref().is_some_and(|edtf| edtf.len() == 10 && !edtf.contains('/'));
    date.kind == DateKind::Date && day && date.basis == Basis::Explicit && date.modifier.is_none()
}

fn dates_of(document: &Document, passage: usize) -> impl Iterator<Item = (usize, &Date)> {
    document.dates.iter().enumerate().filter(move |(_, date)| date.at.passage.0 == passage)
}

/// The dateline of a passage, with the passage's index.
fn dateline_of(document: &Document, index: usize) -> Option<(usize, Found)> {
    let passage = &document.passages[index];
    if passage.role == PassageRole::Cell || passage.role == PassageRole::Heading && index > TOP {
        return None;
    }
    let text = passage.text();
    let dated = dates_of(document, index).next().filter(|(_, date)| is_day(date)).and_then(|(at, date)| {
        let range = date.at.range;
        let lead = &text[..range.start];
        let place = place_in_front(lead)?;
        let dash = dash_behind(&text[range.end..])?;
        let behind = range.end + dash;
        // "May 3, 2019 – Ottawa, Ontario – Global Affairs Canada"
        let (place, end) = match place_between(&text[behind..]) {
            Some((name, length)) if place.is_none() => (Some(name.to_owned()), behind + length),
            _ => (place, behind),
        };
        Some(Found { place, date: Some(at), range: TextRange::new(0, end) })
    });
    dated.or_else(|| place_alone(text)).map(|found| (index, found))
}

/// The place in front of a date: `Some(None)` for nothing, `None` where the words are no place.
fn place_in_front(lead: &str) -> Option<Option<String>> {
    let bare = lead.trim_matches(|c: char| is_space(c) || matches!(c, '(' | '[' | '“' | '"'));
    if bare.is_empty() {
        return Some(None);
    }
    let bare = bare.trim_end_matches(|c: char| is_space(c) || matches!(c, ',' | '–' | '—' | '-' | ':' | '('));
    is_place(bare).then(|| Some(bare.to_owned()))
}

/// Capitalised words, up to six, with the small words that places have.
fn is_place(words: &str) -> bool {
    let parts: Vec<&str> =
        words.split(|c: char| is_space(c) || matches!(c, ',' | '/')).filter(|w| !w.is_empty()).collect();
    let named = |word: &&str| {
        word.chars().next().is_some_and(char::is_uppercase)
            || matches!(*word, "and" | "of" | "de" | "la" | "le" | "du" | "the" | "upon" | "el" | "da")
    };
    !parts.is_empty()
        && parts.len() <= 6
        && parts.iter().all(named)
        && words.chars().all(|c| {
            c.is_alphabetic() || is_space(c) || matches!(c, ',' | '.' | '’' | '\'' | '-' | '/' | '(' | ')')
        })
}

/// Length of what follows a date up to the dash of a dateline, the dash included.
fn dash_behind(rest: &str) -> Option<usize> {
    let mut at = rest.len() - rest.trim_start_matches(|c: char| is_space(c) || matches!(c, ',' | '.')).len();
    // An agency: "(AKP)", "/CNW/".
    for (open, close) in [('(', ')'), ('/', '/'), ('[', ']')] {
        if let Some(inner) = rest[at..].strip_prefix(open)
            && let Some(end) = inner.find(close).filter(|end| *end < 40)
        {
            at += open.len_utf8() + end + close.len_utf8();
            at += rest[at..].len() - rest[at..].trim_start_matches(is_space).len();
        }
    }
    let behind = &rest[at..];
    let dash = ["--", "—", "–", "-", "‒", "―"].iter().find(|dash| behind.starts_with(**dash))?;
    let after = &behind[dash.len()..];
    // A dash inside a range or compound has no blank on either side.
    let blank =
        after.starts_with(is_space) || *dash == "—" || *dash == "--" || rest[..at].ends_with(is_space);
    (blank && !after.trim_start().starts_with(|c: char| c.is_ascii_digit())).then_some(at + dash.len())
}

/// A place between two dashes, and the length up to the second dash.
fn place_between(rest: &str) -> Option<(&str, usize)> {
    let at = rest.find(['–', '—']).or_else(|| rest.find(" - ").map(|at| at + 1)).filter(|at| *at < 60)?;
    let name = rest[..at].trim_matches(is_space);
    let dash = rest[at..].chars().next().map_or(0, char::len_utf8);
    is_place(name).then_some((name, at + dash))
}

/// `GENEVA –`, `KYIV, Ukraine (AP) —`: a place in capitals, a dash, and no date.
fn place_alone(text: &str) -> Option<Found> {
    let at = text.find(['–', '—']).or_else(|| text.find(" -- ").map(|at| at + 1)).filter(|at| *at < 60)?;
    let lead = text[..at].trim_matches(is_space);
    let name = lead.split('(').next()?.trim_matches(is_space);
    let first = name.split([',', ' ']).next()?;
    let capitals =
        first.chars().count() > 3 && first.chars().all(|c| c.is_uppercase() || matches!(c, '.' | '-'));
    let behind = text[at..].trim_start_matches(['–', '—', '-']);
    let flows = behind.trim_start().len() > 60;
    let dash = text[at..].len() - behind.len();
    (capitals && is_place(name) && flows).then(|| Found {
        place: Some(name.to_owned()),
        date: None,
        range: TextRange::new(0, at + dash),
    })
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
    if !tail.split(mark).filter(|word| !word.is_empty()).all(time)
        && !tail_cue
        && !(is_place(tail) && tail.len() < 40)
    {
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

/// "Date modified: 2020-01-02" and "Retrieved on …", on one line or on two.
fn mark_modified(document: &mut Document) {
    const MODIFIED: &[&str] = &[
        "date modified",
        "last modified",
        "modified on",
        "modified",
        "last updated",
        "page last updated",
        "last update",
        "updated on",
        "page updated",
        "last reviewed",
        "date de modification",
    ];
    const RETRIEVED: &[&str] =
        &["retrieved", "accessed", "printed", "downloaded", "saved", "captured", "archived"];
    let bare = |text: &str| {
        text.trim_matches(|c: char| is_space(c) || matches!(c, ':' | '.' | '-' | '–')).to_lowercase()
    };
    let roles: Vec<Option<DateRole>> = document
        .dates
        .iter()
        .map(|date| {
            let passage = document.passage(date.at.passage);
            let mut lead = bare(&passage.text()[..date.at.range.start]);
            if lead.is_empty() && date.at.passage.0 > 0 {
                lead = bare(document.passages[date.at.passage.0 - 1].text());
            }
            let lead = lead.strip_suffix(" on").unwrap_or(&lead);
            if MODIFIED.contains(&lead) {
                Some(DateRole::Modified)
            } else {
                RETRIEVED.contains(&lead).then_some(DateRole::Retrieved)
            }
        })
        .collect();
    for (date, role) in document.dates.iter_mut().zip(roles) {
        date.role = role.unwrap_or(date.role);
    }
    // Furniture dates a page, not the paper on it.
    let sections = &document.sections;
    let passages = &document.passages;
    for date in &mut document.dates {
        let passage = &passages[date.at.passage.0];
        let furniture =
            sections.get(passage.section).is_some_and(|section| section.kind == SectionKind::Boilerplate);
        if furniture && date.role == DateRole::Event && passage.text().len() < 12 {
            date.role = DateRole::Retrieved;
        }
    }
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
