//! What a line of a contact block says: a person, an office, a body, a role, or how they are reached.
//!
//! `Jane Ode` is a person, `Press Office` an office, `Press Secretary` a role, `Ministry of Fens` a body, `Follow us on
//! Twitter: @fens` only a detail with its label.

use crate::finder::person::word::{Words, is_capitalized};
use crate::lexicon::people::People;

/// What the words of a line, or of a part of it, are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// A person's name.
    Person,
    /// An office to which one may turn.
    Office,
    /// A role, which no field holds.
    Role,
    /// A body.
    Body,
    /// Labels and small talk.
    Label,
}

/// First words of lines that only say how somebody is reached or followed.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "follow", "like", "find", "join", "visit", "subscribe", "tel", "telephone", "phone", "fax", "facsimile",
    "email", "e-mail", "mail", "mobile", "cell", "twitter", "facebook", "instagram", "linkedin", "youtube",
    "flickr", "website", "web", "site", "internet", "or", "and", "at", "by", "via", "call", "t", "e", "m",
    "f", "p", "w", "tty", "toll-free", "toll", "x", "address", "connect", "office", "direct", "main",
    "hotline", "whatsapp", "please", "contact", "on", "to", "the", "for", "telegram", "tweet", "online",
    "see", "watch", "media", "press",
];

/// Words that make an office of those around them.
#[rustfmt::skip]
const OFFICES: &[&str] = &[
    "relations", "directorate", "department", "office", "desk", "unit", "section", "team", "division", "branch", "newsroom", "enquiries",
    "inquiries", "communications", "communication", "hotline", "centre", "center", "service", "services",
    "bureau", "room",
];

/// Words of which an office for the press or the public has at least one.
#[rustfmt::skip]
const PUBLIC: &[&str] = &[
    "media", "press", "communications", "communication", "public", "news", "information", "newsroom",
    "outreach", "spokesperson", "spokesperson's", "spokesman", "enquiries", "inquiries", "client",
];

/// Words that only bodies have in their names.
#[rustfmt::skip]
const BODIES: &[&str] = &[
    "ministry", "department", "agency", "council", "commission", "committee", "canada", "government",
    "secretariat", "embassy", "mission", "institute", "association", "foundation", "union", "bank",
    "university", "organization", "organisation", "authority", "board", "office", "house", "fund",
    "programme", "corporation", "company", "inc", "ltd", "group", "affairs", "trade", "centre", "center",
    "nations", "association", "society", "federation", "consulate", "commissioners", "council", "museum",
    "trust", "college", "school", "hospital", "nation",
];

/// What the words are.
pub fn part(text: &str, people: &People) -> Part {
    let words = Words::of(text);
    let lower: Vec<String> = words.list.iter().map(|word| word.text.to_lowercase()).collect();
    let Some(first) = lower.first() else { return Part::Label };
    let has = |list: &[&str]| lower.iter().any(|word| list.contains(&word.as_str()));
    let of_person = has(&["minister", "president", "premier", "honourable", "governor", "hon"]);
    // `Fens Harbour Commissioners` are a body, though each of them has the title.
    if lower.len() > 2 && matches!(lower.last().map(String::as_str), Some("commissioners" | "trustees")) {
        return Part::Body;
    }
    let capitals = words.list.iter().filter(|word| is_capitalized(word.text)).count();
    if capitals > 0 && is_role(&words, people) && !(has(BODIES) && first == "office") {
        return Part::Role;
    }
    if has(PUBLIC) && has(OFFICES) && lower.len() <= 7 && !of_person {
        return Part::Office;
    }
    if LABELS.contains(&first.as_str()) && !(capitals > 1 && has(BODIES)) || capitals == 0 {
        return Part::Label;
    }
    if is_person(&words, people) && !has(BODIES) {
        return Part::Person;
    }
    Part::Body
}

/// Does a role stand at the start, or at the end, of the words: `Press Secretary`, `Director of Communications`?
fn is_role(words: &Words<'_>, people: &People) -> bool {
    const STAFF: &[&str] =
        &["officer", "attaché", "assistant", "associate", "specialist", "manager", "consultant"];
    let run = words.run(0, 8);
    let all = run.len() == words.list.len();
    let tail = (0..run.len()).any(|i| people.role(&run[i..]) == run.len() - i);
    let head = people.role(&run);
    let behind = run.get(head).is_some_and(|word| matches!(*word, "of" | "for" | "to"));
    let staff = run.last().is_some_and(|word| STAFF.contains(&word.to_lowercase().as_str()));
    all && (tail || staff) || head > 0 && (behind || head == run.len() && all)
}

/// Is it one person's name: an honorific, a given name or unusual words in front, two to five in all?
pub fn is_person(words: &Words<'_>, people: &People) -> bool {
    let run = words.run(0, 6);
    let title = people.honorific(&run);
    let name = &run[title..];
    if run.len() != words.list.len() || name.is_empty() || name.len() > 5 || name.len() + title < 2 {
        return false;
    }
    let proper = |word: &&str| {
        is_capitalized(word) || matches!(*word, "de" | "van" | "von" | "bin" | "al" | "der" | "da")
    };
    let unusual = |word: &&str| !people.is_ordinary(word);
    name.iter().all(proper) && (title > 0 || people.is_given_name(name[0]) || name.iter().all(unusual))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_told_apart() {
        let people = &crate::Lexicon::embedded().people;
        for (text, expected) in [
            ("Jane Ode", Part::Person),
            ("Dr. Lars Lund", Part::Person),
            ("Media Relations Office", Part::Office),
            ("Press Office", Part::Office),
            ("Press Secretary", Part::Role),
            ("Director of Communications", Part::Role),
            ("Office of the Minister of Fens", Part::Body),
            ("Ministry of Fens", Part::Body),
            ("Fens, Peat and Bogs Canada", Part::Body),
            ("Follow us on Twitter", Part::Label),
            ("Tel", Part::Label),
            ("Fens Harbour Commissioners", Part::Body),
        ] {
            assert_eq!(part(text, people), expected, "{text}");
        }
    }
}
