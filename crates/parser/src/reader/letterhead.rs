//! What stands above a title and is none: the state and its ministry, the kind of paper, its number, the session.
//!
//! ```text
//! Republic of Fiji                           the state, over its ministry
//! MINISTRY OF FISHERIES                      the body
//! PRESS RELEASE / Ref. No. 2031-07           the kind of paper and its number
//! A/RES/76/912, 12th meeting                 its symbol, the sitting
//! ```

use crate::grammar::shape;

/// The symbol of a document, with a body in front at most: "EB139.R11", "United Nations A/RES/76/912".
pub fn is_symbol(words: &str) -> bool {
    let last = words.rsplit(char::is_whitespace).next().unwrap_or_default();
    let parts = last.contains(['/', '.']);
    let signs = last.chars().all(|c| {
        c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '/' | '.' | '-' | '(' | ')' | '[' | ']')
    });
    let figures = last.chars().any(|c| c.is_ascii_digit()) && last.chars().any(|c| c.is_ascii_uppercase());
    // A body and the symbol stand at the two ends of a line.
    let parted = words.strip_suffix(last).is_some_and(|body| body.ends_with("   ") || body.ends_with('\t'));
    let near = parted || words.split_whitespace().count() <= 5;
    parts && signs && figures && (words == last || last.contains('/') && near)
}

/// "Geneva, 3 May 2019": where and when, above a title.
pub fn is_place_and_date(words: &str) -> bool {
    let count = words.split_whitespace().count();
    let place = words.split(',').next().is_some_and(|place| place.split_whitespace().count() <= 3);
    words.contains(',') && count <= 7 && place && shape::ends_with_date(words)
}

/// A labelled fact of a letterhead or an archive: "Publisher: Ministry of Fisheries".
pub fn is_label(words: &str) -> bool {
    const LABELS: [&str; 22] = [
        "publisher",
        "published by",
        "issued by",
        "source",
        "author",
        "reference",
        "ref",
        "our ref",
        "no",
        "number",
        "document number",
        "release number",
        "release no",
        "file",
        "distribution",
        "classification",
        "language",
        "original",
        "category",
        "type",
        "section",
        "date",
    ];
    // "Ref. No. 2021-0418", "Release no. 12/2019"
    let figure = words.rsplit(' ').next().filter(|last| last.starts_with(|c: char| c.is_ascii_digit()));
    let numbered = figure.and_then(|figure| words.strip_suffix(figure)).map(str::trim_end);
    let numbered = numbered.and_then(|label| label.strip_suffix("No.").or_else(|| label.strip_suffix("no.")));
    if numbered.is_some_and(|label| label.split_whitespace().count() <= 3) {
        return true;
    }
    let label = words.split_once(':').map(|(label, _)| label.to_lowercase());
    label.is_some_and(|label| LABELS.contains(&label.trim_end_matches('.')))
}

/// The formal name of a state over that of its ministry: "Republic of the Philippines".
pub fn is_state(words: &str) -> bool {
    const FORMS: [&str; 12] = [
        "republic",
        "kingdom",
        "commonwealth",
        "state",
        "government",
        "federation",
        "union",
        "sultanate",
        "principality",
        "emirate",
        "grand duchy",
        "confederation",
    ];
    let lower = words.to_lowercase();
    let front = lower.split(" of ").next().unwrap_or_default();
    lower.contains(" of ")
        && words.split_whitespace().count() <= 8
        && FORMS.iter().any(|form| front.ends_with(form))
}

/// A session, meeting or agenda item.
pub fn is_sitting(words: &str) -> bool {
    let lower = words.to_lowercase();
    let ordinal = lower.split_whitespace().next().is_some_and(|word| {
        word.ends_with("th") || word.ends_with("st") || word.ends_with("nd") || word.ends_with("rd")
    });
    words.len() < 140
        && (["agenda item", "distr.", "original:"].iter().any(|start| lower.starts_with(start))
            || ordinal && (lower.contains("session") || lower.contains("meeting")))
}

/// A body by itself, as it stands above the titles of its papers.
pub fn names_body(words: &str) -> bool {
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
const KINDS: [&str; 45] = [
    "news release",
    "press release",
    "media release",
    "for immediate release",
    "press statement",
    "press note",
    "press information",
    "press notice",
    "media note",
    "media notice",
    "media information",
    "media alert",
    "news note",
    "information note",
    "communiqué de presse",
    "communique",
    "press communique",
    "public notice",
    "bulletin",
    "latest news",
    "announcement",
    "nota de prensa",
    "comunicado de prensa",
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
    "archived",
    "archive",
    "historical archive",
    "web archive",
    "unofficial translation",
    "courtesy translation",
    "advance copy",
    "draft",
    "annexure",
    "embargoed",
    "check against delivery",
];

/// Lines above a title that are none: what kind of paper it is, its number, when it may be used.
pub fn is_letterhead(words: &str) -> bool {
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
        for words in ["Ref. No. 2021-0418", "Release No. 12/2019", "PRESS NOTE", "Media note 14"] {
            assert!(is_label(words) || is_letterhead(words), "{words}");
        }
        for words in ["The road to Rule No. 5", "Press on to the coast", "Note on the press"] {
            assert!(!is_label(words) && !is_letterhead(words), "{words}");
        }
        assert!(is_state("Republic of Fiji") && is_state("THE COOPERATIVE REPUBLIC OF GUYANA"));
        assert!(!is_state("Minister of State opens quay") && !is_state("Republic Day in Fiji"));
        assert!(is_sitting("139th session") && is_sitting("Agenda item 19") && !is_sitting("First steps"));
    }
}
