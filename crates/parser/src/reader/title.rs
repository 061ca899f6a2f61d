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
            Form::Rule | Form::Page | Form::Contents => continue,
            Form::Text => {}
            _ if furniture(words).is_some() => continue,
            _ => return None,
        }
        if furniture(words).is_some()
            || shape::is_date_line(words)
            || is_letterhead(words)
            || is_contact_line(words)
            || is_symbol(words)
            || is_sitting(words)
            || names_body(words) && units.get(at + 1).is_some_and(|next| is_title(text, next))
        {
            continue;
        }
        return (is_title(text, unit) && !body.ends_with(':') && at + 1 < units.len()).then_some(at);
    }
    None
}

fn is_title(text: &str, unit: &Unit) -> bool {
    let line = unit.is_text() && unit.fragments.len() <= 3;
    let words = unit.words(text);
    // A title in title case may end with a stop.
    let stopped = words.strip_suffix('.').filter(|bare| is_title_case(bare)).unwrap_or(words);
    line && looks_like_title(stopped) && !shape::is_date_line(words)
}

/// Do nearly all long words begin with a capital?
fn is_title_case(words: &str) -> bool {
    let long = words.split_whitespace().filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 3);
    let (mut capital, mut all) = (0, 0);
    for word in long {
        all += 1;
        capital += usize::from(word.starts_with(char::is_uppercase));
    }
    all >= 5 && 10 * capital >= 9 * all && !words.contains(". ")
}

/// The symbol of a document, with a body in front at most: "EB139.R11", "United Nations A/RES/76/912".
fn is_symbol(words: &str) -> bool {
    let last = words.rsplit(char::is_whitespace).next().unwrap_or_default();
    let parts = last.contains(['/', '.']);
    let signs = last.chars().all(|c| {
        c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '/' | '.' | '-' | '(' | ')' | '[' | ']')
    });
    let figures = last.chars().any(|c| c.is_ascii_digit()) && last.chars().any(|c| c.is_ascii_uppercase());
    parts
        && signs
        && figures
        && (words == last || last.contains('/') && words.split_whitespace().count() <= 5)
}

/// A session, meeting or agenda item.
fn is_sitting(words: &str) -> bool {
    let lower = words.to_lowercase();
    let ordinal = lower.split_whitespace().next().is_some_and(|word| {
        word.ends_with("th") || word.ends_with("st") || word.ends_with("nd") || word.ends_with("rd")
    });
    words.len() < 140
        && (["agenda item", "distr.", "original:"].iter().any(|start| lower.starts_with(start))
            || ordinal && (lower.contains("session") || lower.contains("meeting")))
}

/// A body by itself, as it stands above the titles of its papers.
fn names_body(words: &str) -> bool {
    const HEADS: [&str; 30] = [
        "ministry",
        "department",
        "office",
        "board",
        "council",
        "assembly",
        "nations",
        "commission",
        "secretariat",
        "government",
        "embassy",
        "forum",
        "union",
        "organization",
        "organisation",
        "agency",
        "committee",
        "bureau",
        "authority",
        "directorate",
        "parliament",
        "senate",
        "congress",
        "cabinet",
        "bank",
        "institute",
        "association",
        "federation",
        "league",
        "community",
    ];
    let lower = words.to_lowercase();
    let mut all = lower.split_whitespace();
    let (first, last) = (all.next().unwrap_or_default(), all.next_back().unwrap_or_default());
    let count = words.split_whitespace().count();
    let head = |word: &str| HEADS.contains(&word);
    let second = lower.split_whitespace().nth(1).unwrap_or_default();
    count <= 8 && (head(last) || head(first) && matches!(second, "of" | "for" | "on" | ""))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letterheads_are_told_from_titles() {
        for words in ["EB139.R11", "A/RES/76/912", "United Nations A/RES/76/912"] {
            assert!(is_symbol(words), "{words}");
        }
        for words in ["Plan 2020", "COVID-19", "G20 Summit", "Report on land/water"] {
            assert!(!is_symbol(words), "{words}");
        }
        for words in ["Ministry of Rural Recovery", "General Assembly", "LAKE FISHERIES FORUM"] {
            assert!(names_body(words), "{words}");
        }
        for words in ["Statement on the River", "Minister opens new bridge", "Council adopts budget"] {
            assert!(!names_body(words), "{words}");
        }
        assert!(
            is_title_case("Harbour Board Opens the North Quay")
                && !is_title_case("The board opens the North Quay.")
        );
        assert!(is_sitting("139th session") && is_sitting("Agenda item 19") && !is_sitting("First steps"));
    }
}
