//! Names that no title leads, told by what is said of their bearers: `her husband, Skarn Fjell`, `Siti, the only woman of
//! the crew`, `Siti, 34,`.
//!
//! ```text
//! related = owner relation "," name "," / owner relation name       ; `his Danish counterpart, Skarn Fjell,`
//! owner   = "his" / "her" / "their" / a possessive
//! lone    = given-name "," ( article *5( word ) person / "who" / age ) ; given-name: no ordinary word, no place
//! ```
//! Near misses: bodies and places that something is said of (`Siemens, the maker of …`, `Florence, a city`).
//!
//! Not here: roles in apposition, which `role::after` reads.

use super::name::{self, Name};
use super::word::{Words, is_capitalized, is_capitals};
use crate::lexicon::vocabulary::Marks;

/// What one person is to another.
#[rustfmt::skip]
const RELATIONS: &[&str] = &[
    "husband", "wife", "son", "daughter", "brother", "sister", "father", "mother", "uncle", "aunt", "cousin", "nephew",
    "niece", "grandfather", "grandmother", "grandson", "granddaughter", "widow", "widower", "fiancé", "fiancée", "spouse",
    "neighbour", "neighbor", "friend", "colleague", "counterpart", "predecessor", "successor", "co-author", "partner",
    "teacher", "student", "boss", "rival", "twin", "stepson", "stepdaughter", "son-in-law", "daughter-in-law",
];

/// Nouns that only persons are called by.
#[rustfmt::skip]
const PERSONS: &[&str] = &[
    "man", "woman", "boy", "girl", "child", "mother", "father", "person", "student", "pupil", "teacher", "farmer", "fisherman",
    "fisherwoman", "fisher", "herder", "shepherd", "driver", "nurse", "doctor", "midwife", "engineer", "mechanic", "miner",
    "worker", "trader", "vendor", "shopkeeper", "baker", "tailor", "weaver", "carpenter", "mason", "plumber", "cook", "waiter",
    "soldier", "sailor", "pilot", "refugee", "migrant", "resident", "villager", "volunteer", "trainee", "apprentice", "graduate",
    "widow", "widower", "grandmother", "grandfather", "journalist", "lawyer", "artist", "singer", "poet", "writer", "clerk",
    "guard", "keeper", "guide", "translator", "interpreter", "survivor", "patient", "beekeeper", "gardener", "hunter", "diver",
    "electrician", "welder", "potter", "painter", "smith", "blacksmith", "butcher", "grocer", "cleaner", "activist", "nun",
    "monk", "priest", "imam", "pastor", "elder", "youth", "teenager", "native", "veteran", "pensioner", "entrepreneur",
];

/// Does a relation to somebody lead the name: `her husband, Skarn Fjell,`, `their son Skarn`?
pub fn related(words: &Words<'_>, name: Name) -> bool {
    let Some(noun) = name.first.checked_sub(1) else { return false };
    if !RELATIONS.contains(&words.list[noun].text) {
        return false;
    }
    let parted = words.gap(name.first) == ", ";
    let behind = words.gap(name.end);
    let closed = behind.starts_with([',', '.', ';', ')', '”', '"']) || name.end == words.list.len();
    let owned = (noun.saturating_sub(3)..noun).any(|index| {
        let owner = matches!(
            words.list[index].text,
            "his" | "her" | "their" | "His" | "Her" | "Their" | "my" | "our" | "My"
        );
        (owner || words.possessive(index)) && (index + 2..=noun).all(|at| words.joined(at))
    });
    let strange = |index: usize| {
        let word = &words.list[index];
        !word.is_ordinary() && !word.is_place() && !is_capitals(word.text) && !word.is_geographic()
    };
    owned && (parted && closed || words.joined(name.first)) && (name.first..name.end).all(strange)
}

/// Is it a given name alone of which something is said that is said of persons only: `Siti, the only woman of the crew`?
pub fn described(words: &Words<'_>, name: Name) -> bool {
    let word = &words.list[name.first];
    let fits = name.len() == 1
        && word.text.chars().count() > 2
        && word.is_given_name()
        && !word.is_ordinary()
        && !word.marks.has(Marks::PLACE.and(Marks::NAMESAKE))
        && !is_capitals(word.text)
        && !word.is_geographic();
    if !fits || words.gap(name.end) != ", " || follows_capital(words, name.first) {
        return false;
    }
    let Some(next) = words.list.get(name.end) else { return false };
    // `Siti, 34,`
    let age = next.text.len() == 2 && next.text.bytes().all(|byte| byte.is_ascii_digit());
    if age {
        return words.gap(name.end + 1).starts_with([',', '.']);
    }
    if next.text == "who" {
        return words.starts_sentence(name.first) || words.joined(name.first);
    }
    if !matches!(next.text, "the" | "a" | "an" | "one" | "another") {
        return false;
    }
    let phrase = (name.end + 1..words.list.len().min(name.end + 6)).take_while(|at| words.joined(*at));
    phrase.map(|at| words.list[at].text).any(|word| PERSONS.contains(&word))
}

/// Does the word stand behind another capital, so that it may be the tail of a name or the part of a list?
fn follows_capital(words: &Words<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let near = words.joined(at) || words.gap(at) == ", ";
    near && is_capitalized(words.list[before].text) && !words.starts_sentence(at)
}

/// Does a single strange word stand for a person behind the field of a minister: `Minister of Fens and Bogs Skarnhild said`?
pub fn behind_field(words: &Words<'_>, name: Name) -> bool {
    let goes_on =
        name.end < words.list.len() && words.joined(name.end) && is_capitalized(words.list[name.end].text);
    let word = &words.list[name.first];
    name.len() == 1
        && !goes_on
        && word.text.chars().count() > 3
        && name::begins_strange(words, name)
        && !word.is_geographic()
        && !word.marks.has(Marks::NAMESAKE)
        && !words.possessive(name.end - 1)
}
