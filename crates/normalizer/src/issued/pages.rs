//! Dates of a saved page, not of the paper on it: when it was modified, when a copy was taken.

use rapporteur_model::{DateRole, Document, Genre, SectionKind};

use crate::finder::quantity::numeral::is_space;

/// "Date modified: 2020-01-02" and "Retrieved on …", on one line or on two.
pub(super) fn mark(document: &mut Document) {
    const MODIFIED: &[&str] = &[
        "date modified",
        "last modified",
        "modified on",
        "modified",
        "last updated",
        "page last updated",
        "last update",
        "updated on",
        "updated",
        "date updated",
        "last edited",
        "last revised",
        "revised",
        "content last updated",
        "page last modified",
        "page updated",
        "last reviewed",
        "last modification",
        "last change",
        "last changed",
        "last revision",
        "last edit",
        "date of last modification",
        "date of last update",
        "this page was last updated",
        "this page was last modified",
        "this page was updated",
        "page last reviewed",
        "page modified",
        "latest update",
        "date de modification",
    ];
    const RETRIEVED: &[&str] = &[
        "retrieved",
        "accessed",
        "last accessed",
        "date of access",
        "access date",
        "date retrieved",
        "printed",
        "downloaded",
        "saved",
        "page saved",
        "copied",
        "captured",
        "archived",
    ];
    let bare = |text: &str| {
        text.trim_matches(|c: char| is_space(c) || matches!(c, ':' | '.' | '-' | '–')).to_lowercase()
    };
    let roles: Vec<Option<DateRole>> = document
        .dates
        .iter()
        .map(|date| {
            let passage = document.passage(date.at.passage);
            // The cues are short; the rest of a paragraph need not be looked at.
            let lead = passage.text().get(..date.at.range.start)?;
            if lead.len() > 60 {
                return None;
            }
            let mut lead = bare(lead);
            if lead.is_empty() && date.at.passage.0 > 0 {
                let above = document.passages[date.at.passage.0 - 1].text();
                lead = if above.len() > 60 { String::new() } else { bare(above) };
            }
            // A line of bars holds the cue behind its last one: "Article | Last updated: 2013-10-04".
            let lead = lead.rsplit('|').next().unwrap_or_default().trim();
            let lead = lead.strip_suffix(" on").unwrap_or(lead).trim_end_matches(':');
            // "Updated 2021" is a title's year.
            let day = date.edtf.as_ref().is_some_and(|edtf| edtf.len() > 4);
            if MODIFIED.contains(&lead) && day {
                Some(DateRole::Modified)
            } else {
                RETRIEVED.contains(&lead).then_some(DateRole::Retrieved)
            }
        })
        .collect();
    for (date, role) in document.dates.iter_mut().zip(roles) {
        date.role = role.unwrap_or(date.role);
    }
    // Furniture dates a page, not the paper on it; the head of a resolution is set like furniture.
    if document.genre.genre == Genre::Resolution {
        return;
    }
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
