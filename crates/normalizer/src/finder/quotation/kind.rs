//! What quotation marks are for: `the report “On Peat”` is a title, `the “grey” market` a term, all else speech.
//!
//! Not here: who said it.

use rapporteur_model::{Passage, PassageRole, QuoteKind, TextRange};

use crate::finder::person::word::{Words, is_capitalized};

/// Words after which a title stands, or which follow one.
#[rustfmt::skip]
const TITLED: &[&str] = &[
    "entitled", "titled", "named", "called", "theme", "themed", "report", "resolution", "article", "book",
    "booklet", "paper", "study", "publication", "initiative", "programme", "program", "project", "campaign",
    "declaration", "document", "brochure", "film", "documentary", "exhibition", "conference", "seminar",
    "workshop", "symposium", "forum", "panel", "session", "agenda", "item", "strategy", "plan", "policy",
    "agreement", "statement", "concept", "guidelines", "handbook", "series", "song", "concert", "award",
    "topic", "slogan", "motto", "chapter", "section", "communication", "package", "platform", "portal",
    "partnership", "fund", "network", "roadmap", "action", "act", "law", "bill", "decree", "on", "dubbed",
    "subtitled", "headlined", "annex", "event", "podcast", "magazine",
];

/// Words that stay small in titles.
const SMALL: &[&str] = &[
    "a", "an", "and", "as", "at", "by", "de", "des", "du", "et", "for", "from", "in", "into", "la", "le",
    "les", "of", "on", "or", "the", "to", "via", "vs", "with", "against", "its", "their", "our", "through",
    "towards", "toward",
];

/// What a quoted stretch of a passage is. `said` tells that somebody is said to have spoken it.
pub fn of(passage: &Passage, at: TextRange, quoted: &str, said: bool) -> QuoteKind {
    let text = passage.text();
    let titled = is_title_case(quoted);
    let words = quoted.split_whitespace().count();
    let speech =
        quoted.ends_with([',', '?', '!']) && (said || words > 4) || quoted.ends_with('.') && words > 8;
    if titled && !(said && speech) && (names_title(text, at) || quoted.split(' ').count() > 2 || !said) {
        return QuoteKind::Title;
    }
    if said {
        return QuoteKind::Direct;
    }
    let short = quoted.split_whitespace().count() <= 6 && !speech;
    if short || passage.role == PassageRole::Heading && words <= 8 || names_title(text, at) && !speech {
        return QuoteKind::Scare;
    }
    QuoteKind::Direct
}

/// Is a word for a paper or project right before or after the stretch?
fn names_title(text: &str, at: TextRange) -> bool {
    let is = |word: &str| {
        TITLED.contains(&word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().as_str())
    };
    let before = text[..at.start].split_whitespace().next_back();
    let after = text[at.end..].split_whitespace().next();
    before.is_some_and(is) || after.is_some_and(is)
}

/// Is every word but the small ones capitalised, and more than a lone first word?
fn is_title_case(quoted: &str) -> bool {
    let words = Words::of(quoted);
    let mut large = words.list.iter().filter(|word| !SMALL.contains(&word.text.to_lowercase().as_str()));
    words
        .list
        .first()
        .is_some_and(|first| is_capitalized(first.text) || first.text.starts_with(|c: char| c.is_numeric()))
        && large.clone().count() > usize::from(words.list.len() > 1)
        && large.all(|word| is_capitalized(word.text) || word.text.starts_with(|c: char| c.is_numeric()))
}

/// Does the stretch stand inside a noun phrase, with nothing that parts it from the word behind it: `the “grey” market`?
pub fn is_term_inside(text: &str, at: TextRange) -> bool {
    let quoted =
        text[at.start..at.end].trim_end_matches(|c: char| !c.is_alphanumeric() && !",.?!…—".contains(c));
    let next = text[at.end..].strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    next && !quoted.ends_with([',', '.', '?', '!', '…', '—'])
}
