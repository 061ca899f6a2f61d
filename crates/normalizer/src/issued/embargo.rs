//! Embargoes: `EMBARGOED UNTIL 10:00 GMT, 4 March 2019` above a text.
//!
//! ```abnf
//! embargo = ["under"] ["strict"] "embargo" ["ed"] … date [time]           ; a short line near the head
//!         / "not for" ("release" / "publication") … date [time]
//! ```
//!
//! An embargo ends when the text is made public, so that its day is the date of issue where nothing else gives one;
//! beside another date of issue it is only a bound (`conflict` reports one that ends before it).

use rapporteur_model::{Date, DateKind, DateRole, Document};

use super::{TOP, issue};

/// A line of an embargo is no longer than this.
const LINE: usize = 160;

/// Gives the days of embargoes their role, and the document its date of issue where it has none.
pub(super) fn mark(document: &mut Document) {
    let Some(index) = document.dates.iter().position(|date| is_end(document, date)) else { return };
    match &document.issued {
        None => issue(document, index),
        Some(issued) => {
            let same = document.dates[index].edtf.as_ref() == Some(&issued.edtf);
            document.dates[index].role = if same { DateRole::Issued } else { DateRole::Other };
        }
    }
}

/// Does an embargo end on the date?
pub(super) fn is_end(document: &Document, date: &Date) -> bool {
    if date.at.passage.0 >= TOP
        || date.kind != DateKind::Date
        || date.edtf.as_ref().is_none_or(|edtf| edtf.len() != 10)
    {
        return false;
    }
    let text = document.passage(date.at.passage).text();
    if text.len() > LINE {
        return false;
    }
    let lead = text[..date.at.range.start].trim_start_matches(|c: char| !c.is_alphabetic()).to_lowercase();
    // A time may stand behind the date; words that go on make it a sentence.
    let ends = text[date.at.range.end..].split_whitespace().count() < 6;
    ends && [
        "embargo",
        "under embargo",
        "under strict embargo",
        "strict embargo",
        "strictly embargo",
        "not for",
        "not to be",
    ]
    .iter()
    .any(|cue| lead.starts_with(cue))
        && (lead.contains("embargo") || lead.contains("release") || lead.contains("publi"))
}
