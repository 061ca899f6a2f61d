//! Roles: the title of a person, before his name or after it, and the body or country that he has it of.
//!
//! `Canadian Fens Minister Jane Ode` and `Lars Lund, secretary of state at Norway’s Ministry of Fens` give the titles
//! `Fens Minister` (of Canada) and `secretary of state` (of the Ministry of Fens).
//!
//! ```text
//! before   = [owner] *modifier role [ "of" portfolio ] [ "and" role … ] [","] name
//! after    = name "," [article] [owner] *modifier role *( preposition object ) [ "and" role … ]
//! owner    = country / people / possessive
//! object   = portfolio (of a minister: part of the title) / body or country (`of` of the role)
//! ```
//! Ranks and forms of address (`Gen.`, `Dr`) are no roles. An office without a person's name is none either.

use rapporteur_model::TextRange;

use super::word::Words;
use crate::lexicon::people::People;

mod after;
mod before;
mod country;
mod object;

pub use after::{after, appointed};
pub use before::{before, body_behind, country_behind, is_grade};
pub use country::country as country_ending;
pub use object::read;

/// A role that was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Title {
    /// Where the title stands.
    pub range: TextRange,
    /// The body or country.
    pub of: Option<String>,
    /// Index of its first word.
    pub first: usize,
    /// Index one past the last word of all that belongs to it.
    pub end: usize,
    /// Does the name stand right behind the role, with no object in between?
    pub direct: bool,
}

/// Heads whose `of` names a portfolio, not a body.
const PORTFOLIO: &[&str] = &[
    "minister",
    "ministers",
    "secretary",
    "undersecretary",
    "under-secretary",
    "vice-minister",
    "commissioner",
    "chancellor",
];

/// Sentence openers and small words that never modify a role.
#[rustfmt::skip]
const PLAIN: &[&str] = &[
    "the", "a", "an", "his", "her", "their", "our", "its", "my", "yesterday", "today", "as", "when",
    "while", "on", "in", "at", "by", "with", "and", "but", "for", "from", "of", "to", "then", "this",
    "that", "after", "before", "during", "between", "both", "like", "if", "is", "was", "also", "under",
    "since", "thank", "dear", "statement", "readout", "remarks", "address", "speech", "joint", "meeting",
    "meanwhile", "however", "earlier", "later", "former", "welcome", "including", "said", "says", "tell",
    "told", "added", "where", "who", "new", "op-ed", "letter", "call", "via", "per", "or", "not", "yet",
    "so", "over",
];

/// Number of words of the roles that follow one another from a word on.
fn roles_at(words: &Words<'_>, people: &People, role: usize) -> usize {
    let run = words.run(role, 9);
    let mut count = people.role(&run);
    while count > 0 && count < run.len() {
        match people.role(&run[count..]) {
            0 => break,
            more => count += more,
        }
    }
    count
}

/// `Ministers`, `Presidents`: several persons, or none.
pub fn is_plural(word: &str) -> bool {
    let word = word.to_lowercase();
    word.ends_with("ers")
        || word.ends_with("ors")
        || word.ends_with("aries")
        || word.ends_with("nts")
        || word.ends_with("chairs")
}
