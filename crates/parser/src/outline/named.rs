//! Usual names of sections: `Objectives`, `Quick facts`, `Annex II`, `Priorities for 2021:`, and what they are for.

use rapporteur_model::SectionKind;

use crate::token;

/// The kind of section that a heading's words name, where they are among the usual ones.
pub fn kind_of(words: &str) -> Option<SectionKind> {
    if !may_name(words) {
        return None;
    }
    let folded: Vec<&str> = token::words(words).collect();
    let lower = folded.join(" ").to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    NAMES
        .iter()
        .find(|(name, whole, _)| {
            bare == *name
                || !whole
                    && bare
                        .strip_prefix(name)
                        .is_some_and(|rest| rest.starts_with(|c: char| !c.is_alphanumeric()))
        })
        .map(|(_, _, kind)| *kind)
}

/// Could words begin with a usual name, by their first two letters?
fn may_name(words: &str) -> bool {
    let first = words.find(char::is_alphanumeric).map(|at| &words.as_bytes()[at..]);
    let Some([first, second, ..]) = first else { return false };
    let starts = |name: &str| {
        let name = name.as_bytes();
        name[0] == first.to_ascii_lowercase() && name[1] == second.to_ascii_lowercase()
    };
    NAMES.iter().any(|(name, ..)| starts(name))
}

/// Is a heading nothing but a usual name ("Backgrounder:"), without a title of its own?
pub fn is_bare_name(words: &str) -> bool {
    let lower = words.to_lowercase();
    let bare = lower.trim_matches(|c: char| !c.is_alphanumeric());
    NAMES.iter().any(|(name, ..)| bare == *name)
}

/// Usual names of sections: whether the whole heading must be the name, and what it is for.
const NAMES: &[(&str, bool, SectionKind)] = &[
    ("objective", true, SectionKind::Objectives),
    ("objectives", false, SectionKind::Objectives),
    ("general objectives", false, SectionKind::Objectives),
    ("specific objectives", false, SectionKind::Objectives),
    ("overall objective", true, SectionKind::Objectives),
    ("our objectives", true, SectionKind::Objectives),
    ("aims", true, SectionKind::Objectives),
    ("aims and objectives", true, SectionKind::Objectives),
    ("goals and objectives", true, SectionKind::Objectives),
    ("priorities", false, SectionKind::Priorities),
    ("priority areas", false, SectionKind::Priorities),
    ("key priorities", false, SectionKind::Priorities),
    ("our priorities", true, SectionKind::Priorities),
    ("strategic priorities", false, SectionKind::Priorities),
    ("backgrounder", false, SectionKind::Backgrounder),
    ("fact sheet", false, SectionKind::Backgrounder),
    ("factsheet", false, SectionKind::Backgrounder),
    ("quick facts", true, SectionKind::QuickFacts),
    ("quick fact", true, SectionKind::QuickFacts),
    ("key facts", true, SectionKind::QuickFacts),
    ("fast facts", true, SectionKind::QuickFacts),
    ("facts and figures", true, SectionKind::QuickFacts),
    ("contact", true, SectionKind::Contact),
    ("contacts", false, SectionKind::Contact),
    ("contact us", true, SectionKind::Contact),
    ("contact information", true, SectionKind::Contact),
    ("media contact", false, SectionKind::Contact),
    ("media contacts", false, SectionKind::Contact),
    ("media enquiries", false, SectionKind::Contact),
    ("media inquiries", false, SectionKind::Contact),
    ("media relations", true, SectionKind::Contact),
    ("press contact", false, SectionKind::Contact),
    ("press contacts", false, SectionKind::Contact),
    ("for media", true, SectionKind::Contact),
    ("notes", true, SectionKind::Notes),
    ("note", true, SectionKind::Notes),
    ("note to editors", false, SectionKind::Notes),
    ("notes to editors", false, SectionKind::Notes),
    ("notes for editors", false, SectionKind::Notes),
    ("editor's notes", true, SectionKind::Notes),
    ("footnotes", true, SectionKind::Notes),
    ("endnotes", true, SectionKind::Notes),
    ("annex", false, SectionKind::Annex),
    ("annexes", true, SectionKind::Annex),
    ("appendix", false, SectionKind::Annex),
    ("schedule", true, SectionKind::Annex),
    ("preamble", true, SectionKind::Preamble),
];

/// Does a line with a colon name a section ("Objectives:", "Examples of activities under the plan:")?
///
/// Such a line opens with a plural that a list fulfils; a clause ("The plan seeks to:") is a lead-in.
pub fn names_section(words: &str) -> bool {
    const OPENERS: [&str; 30] = [
        "objectives",
        "priorities",
        "examples",
        "areas",
        "activities",
        "themes",
        "principles",
        "recommendations",
        "goals",
        "outcomes",
        "actions",
        "commitments",
        "measures",
        "deliverables",
        "initiatives",
        "projects",
        "achievements",
        "highlights",
        "results",
        "background",
        "summary",
        "overview",
        "conclusions",
        "next",
        "key",
        "main",
        "strategic",
        "guiding",
        "expected",
        "proposed",
    ];
    let first = words.split_whitespace().next().unwrap_or_default().to_lowercase();
    // "What has been done so far:" asks what the list answers.
    let asks = matches!(first.as_str(), "what" | "how" | "why" | "who" | "where" | "when");
    kind_of(words).is_some()
        || (asks || OPENERS.contains(&first.trim_end_matches(':')))
            && !words.contains(',')
            && words.len() <= 90
}

/// A part of a paper that has a number of its own: how high it stands (0 is highest) and its number, where it is
/// printed: `PART ONE`, `Chapter 3`, `Section II`, `Annex B`, `ANNEX`.
pub fn part(words: &str) -> Option<(u8, Option<&str>)> {
    const PARTS: [(&str, u8); 9] = [
        ("book", 0),
        ("part", 0),
        ("title", 0),
        ("chapter", 1),
        ("section", 2),
        ("division", 2),
        ("annex", 0),
        ("appendix", 0),
        ("schedule", 0),
    ];
    const ORDER: [&str; 10] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let mut tokens = words.split(|c: char| c.is_whitespace() || matches!(c, ':' | '.' | '–' | '—' | '-'));
    let first = tokens.next().unwrap_or_default();
    let (_, rank) = PARTS.iter().find(|(name, _)| first.eq_ignore_ascii_case(name))?;
    let label = tokens.next().unwrap_or_default();
    let numeral = label.bytes().all(|byte| byte.is_ascii_digit()) && label.len() <= 3
        || label.bytes().all(|byte| b"IVXL".contains(&byte))
        || label.len() == 1 && label.starts_with(|c: char| c.is_ascii_uppercase())
        || ORDER.iter().any(|word| label.eq_ignore_ascii_case(word));
    let numbered = !label.is_empty() && numeral;
    let bare =
        label.is_empty() && matches!(first.to_ascii_lowercase().as_str(), "annex" | "appendix" | "schedule");
    (numbered || bare).then_some((*rank, numbered.then_some(label)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colons() {
        for words in [
            "Objectives:",
            "Priorities for the next two years include:",
            "Examples of joint work under the plan:",
        ] {
            assert!(names_section(words), "{words}");
        }
        for words in ["However, key challenges remain including:", "The two sides seek to:"] {
            assert!(!names_section(words), "{words}");
        }
    }

    #[test]
    fn parts_have_numbers() {
        for (words, rank, label) in [
            ("PART ONE", 0, Some("ONE")),
            ("Chapter 3: Boats", 1, Some("3")),
            ("Section II", 2, Some("II")),
            ("Annex B – Gauges", 0, Some("B")),
            ("ANNEX", 0, None),
        ] {
            assert_eq!(part(words), Some((rank, label)), "{words}");
        }
        for words in ["Part of the harbour", "Section heads", "Chapters 1 and 2", "Partners", "Title"] {
            assert_eq!(part(words), None, "{words}");
        }
    }

    #[test]
    fn usual_names() {
        assert_eq!(kind_of("Backgrounder – Flood Works"), Some(SectionKind::Backgrounder));
        assert_eq!(kind_of("Quick Facts"), Some(SectionKind::QuickFacts));
        assert_eq!(kind_of("Contact lenses"), None);
        assert_eq!(kind_of("Annex II"), Some(SectionKind::Annex));
    }
}
