//! What an expression can be by its first word: most forms are out before their grammar is tried.
//!
//! ```text
//! 2014 were …        a figure over a word that goes on no date: a point or nothing
//! last week          a turn: no form that begins with a number
//! three of the …     a number in words: no turn, no month
//! ```
//!
//! Invariant: nothing is ruled out here that its grammar would read.

use super::point::Grammar;
use crate::{finder::quantity::numeral::is_space, lexicon::values::Sense};

/// Words without a sense that may stand behind the figures of an expression.
const BEHIND: [&str; 52] = [
    "a",
    "ad",
    "and",
    "additional",
    "b",
    "bc",
    "bce",
    "business",
    "calendar",
    "ce",
    "cent",
    "century",
    "centuries",
    "consecutive",
    "couple",
    "day",
    "de",
    "decade",
    "del",
    "di",
    "do",
    "each",
    "every",
    "fiscal",
    "fy",
    "financial",
    "full",
    "h",
    "half",
    "in",
    "last",
    "latter",
    "of",
    "per",
    "q",
    "qtr",
    "quarter",
    "rd",
    "nd",
    "semester",
    "st",
    "successive",
    "th",
    "the",
    "thru",
    "through",
    "till",
    "times",
    "to",
    "until",
    "up",
    "working",
];

/// The first word of an expression.
#[expect(clippy::struct_excessive_bools, reason = "each is a sense of its own that the word has or not")]
#[derive(Clone, Copy, Default, Debug)]
pub struct Lead {
    /// Does it begin with a digit?
    pub figure: bool,
    /// Do figures stand over a word that goes on no date, so that they alone are read?
    pub bare: bool,
    /// Are figures glued to others by a sign: `2.4`, `10:30`?
    pub glued: bool,
    /// Is it a number in words?
    pub number: bool,
    /// Is it a number in a row, in words?
    pub ordinal: bool,
    /// Is it a turn: last, this, next?
    pub turn: bool,
    /// Is it a weekday, month or unit?
    pub named: bool,
    /// Its first letter, lower case; 0 for another sign.
    pub letter: u8,
}

impl Lead {
    /// Could a number in digits or words begin here?
    pub const fn counts(self) -> bool {
        self.figure || self.number
    }

    /// Could a number in a row, in digits or words, begin here?
    pub const fn ranks(self) -> bool {
        self.figure || self.number || self.ordinal
    }
}

/// Do figures begin the text that a sign glues to others, so that nothing is counted with them?
pub(super) fn is_glued(input: &str) -> bool {
    let bytes = input.as_bytes();
    let run = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let behind = (bytes.get(run), bytes.get(run + 1));
    run > 0 && matches!(behind, (Some(b'.' | b',' | b'/' | b':'), Some(next)) if next.is_ascii_digit())
}

impl Grammar<'_> {
    /// What an expression at the start of the input can be.
    pub(super) fn lead(&self, input: &str) -> Lead {
        let bytes = input.as_bytes();
        let letters = |text: &str| text.bytes().take_while(u8::is_ascii_alphabetic).count();
        let mut lead = Lead { letter: bytes.first().map_or(0, u8::to_ascii_lowercase), ..Lead::default() };
        if lead.letter.is_ascii_digit() {
            let run = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
            return Lead { figure: true, bare: self.is_dead(&input[run..]), glued: is_glued(input), ..lead };
        }
        for sense in self.values.senses(&input[..letters(input)]) {
            match sense {
                Sense::Cardinal(_) => lead.number = true,
                Sense::Ordinal(_) => lead.ordinal = true,
                Sense::Direction(_) => lead.turn = true,
                Sense::Month { .. } | Sense::Weekday(_) | Sense::Unit(_) => lead.named = true,
                _ => {}
            }
        }
        lead
    }

    /// Does what stands behind figures go on no date: nothing, a closing mark, or a word that means nothing here?
    fn is_dead(&self, rest: &str) -> bool {
        let behind = rest.strip_prefix([',', '.']).unwrap_or(rest);
        let next = behind.trim_start_matches(is_space);
        let count = next.bytes().take_while(u8::is_ascii_alphabetic).count();
        match rest.as_bytes().first() {
            None | Some(b')' | b';' | b'?' | b'!' | b'%') => return true,
            _ if next.is_empty() => return true,
            _ if next.len() == behind.len() || count == 0 => return false,
            _ => {}
        }
        let (word, after) = next.split_at(count);
        !after.starts_with(|c: char| c.is_alphanumeric())
            && self.values.senses(word).is_empty()
            // "2 Sundays ago"
            && self.values.senses(word.strip_suffix(['s', 'S']).unwrap_or(word)).is_empty()
            && !BEHIND.iter().any(|known| word.eq_ignore_ascii_case(known))
    }
}
