//! Numbers inside a cell's words: "… 2.9.2 Enhance", "such as: a. Air; b. Water".
//!
//! One inside a cell is believed only where it is exactly the next of the open run, or the first letter behind a
//! colon with a second to be seen.

use super::{
    numbering::{Place, Step},
    provision::Provisions,
};
use crate::grammar::marker::{self, Dress, Number};

impl Provisions {
    /// The first number inside a cell's words that is exactly the next one: "… 2.9.2 Enhance", "such as: a. Air; b. …".
    pub(super) fn inside(&self, words: &str) -> Option<(usize, Number, Place)> {
        let mut before = '\n';
        let mut from = 0;
        for (at, character) in words.char_indices() {
            let starts = at == 0 || words[..at].ends_with(char::is_whitespace);
            let may_begin = character.is_ascii_digit()
                || character.is_ascii_lowercase()
                || character == '('
                || character.is_ascii_uppercase() && words.as_bytes().get(at + 1) == Some(&b'.');
            if starts
                && may_begin
                && let Some(found) = self.inside_at(words, at, before, from)
            {
                return Some(found);
            }
            if !character.is_whitespace() {
                before = character;
                if starts {
                    from = at;
                }
            }
        }
        None
    }

    /// A number at `at`, where `before` is the last sign before it and `from` the beginning of the word before.
    fn inside_at(&self, words: &str, at: usize, before: char, from: usize) -> Option<(usize, Number, Place)> {
        let rest = &words[at..];
        let number = marker::number(rest)?;
        let place = self.numbering.place(&number);
        let after = rest[number.length..].trim_start();
        let opened = self.is_open();
        let accepted = if number.path().len() > 1 {
            matches!(before, '.' | ';' | ':' | ')' | ']' | '”' | '"')
                && place.follows()
                && opened
                && after.starts_with(|c: char| c.is_uppercase() || c == '[' || c == '“')
        } else if !number.label.starts_with(|c: char| c.is_ascii_lowercase()) {
            // "3. (1) The fund …": a paragraph whose first sub-paragraph begins at once.
            at == 0
                && opened
                && number.dress == Dress::Bracketed
                && number.label == "1"
                && place.step == Step::First
        } else if self.numbering.in_letters() && place.step == Step::Next {
            let linked = matches!(words[from..at].trim_end(), "and" | "or");
            at > 0 && (matches!(before, '.' | ';' | ',' | ':') || linked)
        } else {
            // A first letter: at the head of its own row, or behind a colon; not in brackets in a sentence.
            let first = place.step == Step::First && opened && !self.numbering.in_letters();
            let head = at == 0;
            let colon = before == ':' && number.dress != Dress::Bracketed;
            first && (head || colon) && has_second(rest, &number)
        };
        accepted.then_some((at, number, place))
    }
}

/// Is a second letter to be seen behind the first?
fn has_second(rest: &str, first: &Number) -> bool {
    let next = if first.label == "i" { "ii" } else { "b" };
    let dressed = match first.dress {
        Dress::Bracketed => format!("({next})"),
        Dress::Closed => format!("{next})"),
        _ => format!("{next}."),
    };
    rest.match_indices(&dressed).any(|(at, _)| rest[..at].ends_with(char::is_whitespace))
}
