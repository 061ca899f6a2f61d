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
    /// A postal address, which no field holds.
    Address,
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
    "bureau", "room", "liaison",
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

/// Words of which an address has one: alone they make one, unless a body's word stands beside them.
#[rustfmt::skip]
const BUILDINGS: &[&str] = &["building", "wing", "tower", "floor", "suite", "palace", "towers", "complex", "campus", "annexe"];

/// Words that make an address of a line with a figure in it.
#[rustfmt::skip]
const STREETS: &[&str] = &[
    "street", "road", "avenue", "boulevard", "lane", "drive", "square", "plaza", "quay", "calle", "rue", "avenida", "place",
    "platz", "straße", "strasse", "gate", "gata", "gatan", "gade", "vei", "via", "viale", "piazza", "st", "rd", "ave", "blvd",
    "way", "close", "crescent", "highway", "jalan", "jl", "carrera", "rua", "paseo", "corniche", "room", "apartado", "casilla",
    "postfach", "boîte", "block", "plot", "sector", "p.o", "box", "bag", "po", "gpo", "bp",
];

/// Is it a line of a postal address: a building, a street with its number, a box, a postcode with its town?
pub fn is_address(text: &str) -> bool {
    let words = Words::of(text);
    let lower: Vec<String> = words.list.iter().map(|word| word.text.to_lowercase()).collect();
    let digit = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
    let has = |list: &[&str]| lower.iter().any(|word| list.contains(&word.as_str()));
    let building = lower.iter().skip(1).any(|word| BUILDINGS.contains(&word.as_str()));
    let number = lower.iter().any(|word| digit(word));
    let count = lower.len();
    if count == 0 || count > 12 {
        return false;
    }
    // `CH-3003 Bern`, `SW1A 2AH`, `Barton ACT 0221`, `Oslo 0032, Norway`: a postcode with its town.
    let code = |word: &str| {
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        (3..=7).contains(&digits) && letters <= 3
            || digits > 0 && letters > 0 && (3..=7).contains(&word.len())
    };
    let capital = words.list.iter().filter(|word| is_capitalized(word.text)).count();
    let postcode = count <= 8
        && words.list.iter().any(|word| code(word.text))
        && capital > 0
        && words
            .list
            .iter()
            .all(|word| is_capitalized(word.text) || digit(word.text) || word.text.len() <= 3);
    building && !has(BODIES) || number && (has(STREETS) || has(BUILDINGS)) || postcode
}

/// Is it the label that a line begins a body's imprint with: `Issued by the …`, `Publisher: …`? What follows it.
pub fn behind_imprint(text: &str) -> Option<&str> {
    /// Bytes of a label at most.
    const LONGEST: usize = 40;
    let head = text.get(..text.floor_char_boundary(text.len().min(LONGEST)))?.to_lowercase();
    let cue = IMPRINTS.iter().find(|cue| head.starts_with(**cue))?;
    let rest = text.get(cue.len()..)?;
    if rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let rest =
        rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '|' | '–' | '—' | '-'));
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | ',' | '–' | '-'));
    let article = ["the ", "The ", "THE "].iter().find_map(|article| rest.strip_prefix(article));
    Some(article.unwrap_or(rest))
}

/// Labels of an imprint.
#[rustfmt::skip]
const IMPRINTS: &[&str] = &[
    "issued by", "released by", "published by", "publisher", "press release by", "prepared by", "issuing authority",
    "issuing body", "issuer", "source", "distributed by", "on behalf of", "©", "copyright ©", "copyright", "(c)",
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
    if is_address(text) {
        return Part::Address;
    }
    let capitals = words.list.iter().filter(|word| is_capitalized(word.text)).count();
    // `Minister’s office`, `Press desk`: what a body calls a part of itself in small letters.
    let small =
        matches!(words.list[lower.len() - 1].text, "office" | "desk" | "team" | "secretariat" | "unit");
    if small && capitals > 0 && lower.len() <= 4 {
        return Part::Office;
    }
    if capitals > 0 && is_role(&words, people) && !(has(BODIES) && first == "office") {
        return Part::Role;
    }
    // `Press Centre of Norway` is a body, though an `Office of Press Relations` is none.
    let named = text.split(", ").next().unwrap_or_default();
    let national = named.rsplit_once(" of ").is_some_and(|(_, land)| people.country(land).is_some());
    if has(PUBLIC) && has(OFFICES) && lower.len() <= 7 && !of_person && !national {
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
    // `Director General (Peat)`: the field in brackets behind a title.
    let bracket = words.gap(run.len()) == " (" && words.text.trim_end().ends_with(')');
    let all = run.len() == words.list.len() || bracket && run.len() < 8;
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
    let figures = name.iter().any(|word| word.bytes().any(|byte| byte.is_ascii_digit()));
    !figures
        && name.iter().all(proper)
        && (title > 0 || people.is_given_name(name[0]) || name.iter().all(unusual))
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
            ("CH-9999 Fensby", Part::Address),
            ("Peat House, 12 Bog Road", Part::Address),
            ("Fens Palace East Wing", Part::Address),
            ("Private Bag X99, Fensby, 0009", Part::Address),
            ("P.O. Box 81 Dep., NO-0099 Oslo", Part::Address),
            ("Fensby ACT 0999", Part::Address),
            ("Office of the Building Commissioner", Part::Body),
            ("Press Centre of Norway", Part::Body),
            ("Additional Director General (Peat)", Part::Role),
            ("Minister’s office", Part::Office),
            ("FPBC Media Liaison", Part::Office),
        ] {
            assert_eq!(part(text, people), expected, "{text}");
        }
    }
}
