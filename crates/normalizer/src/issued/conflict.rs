//! Dates of issue that contradict each other: a dateline of 4 May over a line `Issued: 6 May`, a page that was
//! modified before it was issued.
//!
//! The dateline's date, or the line's that was taken, stays the date of issue; the finding stands at the other.
//! A bare date line above the dateline is a page's or a copy's, and contradicts only where it is the earlier.

use rapporteur_model::{Code, Date, DateRole, Diagnostic, Document, Severity};

use super::{Cue, TOP, embargo, is_day, line_cue};

/// Reports what contradicts the date of issue.
pub(super) fn report(document: &mut Document) {
    let Some((issued, day)) =
        document.issued.as_ref().and_then(|issued| Some((issued.date?, issued.edtf.clone())))
    else {
        return;
    };
    let day = day.trim_end_matches('?').to_owned();
    let Some(own) = document.dates.iter().find(|date| date.id == issued) else { return };
    let words = document.text(own.at).to_owned();
    let found: Vec<Diagnostic> = document
        .dates
        .iter()
        .filter(|date| date.id != issued && (is_day(date) || embargo::is_end(document, date)))
        .filter_map(|date| {
            let other = date.edtf.as_deref()?;
            let what = contradiction(document, date, other, &day)?;
            let message = format!("{} {what}, and {words} is the date of issue", document.text(date.at));
            let found =
                Diagnostic::new(Code::DateConflict, Severity::Warning, document.span(date.at), message);
            Some(found.about(date.id.to_string()))
        })
        .collect();
    document.diagnostics.extend(found);
}

/// What a date says against the date of issue; both are whole days in ISO 8601, which sort as they follow.
fn contradiction(document: &Document, date: &Date, other: &str, day: &str) -> Option<&'static str> {
    if embargo::is_end(document, date) {
        return (other < day).then_some("is when an embargo ends");
    }
    match date.role {
        DateRole::Modified if other < day => Some("is when the page was modified"),
        DateRole::Retrieved if other < day => Some("is when a copy was taken"),
        DateRole::Event | DateRole::Issued if other != day && date.at.passage.0 < TOP => {
            let said = line_cue(document, date) == Some(Cue::Issued);
            said.then_some("stands in a line of issue")
        }
        _ => None,
    }
}
