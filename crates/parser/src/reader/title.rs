//! The document's own title: the first line that looks like one, before any running text.

use crate::{
    furniture::furniture,
    grammar::shape,
    outline::heading::{is_contact_line, looks_like_title, markdown},
    unit::{Form, Unit},
};

/// The unit that is the title; letterheads, dates and furniture above it are passed over.
pub fn find_title(text: &str, units: &[Unit]) -> Option<usize> {
    for (at, unit) in units.iter().enumerate().take(16) {
        let words = &text[unit.span.start..unit.span.end];
        let body = unit.words(text);
        if let Some((1, _)) = markdown(unit.first_line(text)) {
            return Some(at);
        }
        match &unit.form {
            Form::Rule | Form::Page => continue,
            Form::Text => {}
            _ if furniture(words).is_some() => continue,
            _ => return None,
        }
        if furniture(words).is_some()
            || shape::is_date_line(words)
            || is_letterhead(words)
            || is_contact_line(words)
        {
            continue;
        }
        let next = units.get(at + 1);
        let titled = looks_like_title(body) && unit.fragments.len() <= 3 && !body.ends_with(':');
        return (titled && next.is_some()).then_some(at);
    }
    None
}

/// What papers call themselves above their title.
const KINDS: [&str; 18] = [
    "news release",
    "press release",
    "media release",
    "for immediate release",
    "press statement",
    "media statement",
    "statement",
    "speech",
    "media advisory",
    "press communiqué",
    "news",
    "communiqué",
    "backgrounder",
    "fact sheet",
    "document",
    "archived content",
    "embargoed",
    "check against delivery",
];

/// Lines above a title that are none: what kind of paper it is, its number, when it may be used.
fn is_letterhead(words: &str) -> bool {
    let lower = words.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    let number =
        bare.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '/' | '-' | '.' | ' ' | '#'));
    let number = number.trim_end_matches(" no").trim_end_matches(" number");
    KINDS.contains(&number) || lower.starts_with("embargo") || lower.starts_with("for immediate release")
}
