//! Words and signs of a passage: `Malaysia’s Post-Ministerial Conference` gives four tokens, `Malaysia`, `’s`,
//! `Post-Ministerial`, `Conference`.
//!
//! ```text
//! word       = part *( joint part ) / 1*( letter "." )          ; U.S.
//! part       = 1*( letter / digit )
//! joint      = "-" / "‑" / "'" / "’" / "." / "/"                ; between letters or digits only
//! possessive = ( "'" / "’" ) "s"                                ; a token of its own
//! ```

use rapporteur_model::TextRange;

use crate::lexicon::vocabulary::{self, Marks, marks};

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// A word with a capital first letter: `Summit`, `ASEAN-Canada`.
    Capital,
    /// A word in lower case.
    Lower,
    /// A word that begins with a digit: `20th`, `1540`.
    Number,
    /// `'s` or `’s`, or the apostrophe after an s.
    Possessive,
    /// Anything else.
    Sign,
}

/// A token of a passage.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token<'a> {
    /// As it stands.
    pub text: &'a str,
    /// Where it stands.
    pub range: TextRange,
    /// What it is.
    pub shape: Shape,
    /// Does white space stand before it?
    pub spaced: bool,
    /// Does it begin a sentence?
    pub first: bool,
    /// What is known of it; nothing of signs.
    pub marks: Marks,
}

impl Token<'_> {
    /// Is it a word with a capital?
    pub fn capital(&self) -> bool {
        self.shape == Shape::Capital
    }

    /// Is it a word of the language, whatever its case?
    pub fn common(&self) -> bool {
        vocabulary::is_ordinary(self.text, self.marks)
    }

    /// Can it begin no name, wherever it stands?
    pub const fn opens(&self) -> bool {
        self.marks.has(Marks::OPENER.and(Marks::CALENDAR))
    }

    /// Can it begin no name at the start of a sentence?
    pub const fn orders(&self) -> bool {
        self.marks.has(Marks::ORDER)
    }

    /// Is it a people or their adjective?
    pub const fn people(&self) -> bool {
        self.marks.has(Marks::PEOPLE)
    }

    /// The parts of a compound: `ASEAN` and `Canada` of `ASEAN-Canada`; none of another word.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        let compound = self.text.contains(['-', '‑', '/']);
        self.text.split(['-', '‑', '/']).filter(move |_| compound)
    }

    /// Is it made of capitals and digits, at least two of them (`ASEAN`, `G8`)?
    pub fn acronym(&self) -> bool {
        let mut letters = self.text.chars().filter(|c| c.is_alphabetic());
        self.capital() && self.text.len() > 1 && letters.all(char::is_uppercase)
    }
}

/// The tokens of a text, in order.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    /// Bytes of a token with the space before it, or less.
    const LENGTH: usize = 5;
    let mut tokens: Vec<Token<'_>> = Vec::with_capacity(text.len() / LENGTH + 1);
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut first = true;
    let mut spaced = false;
    while let Some(&byte) = bytes.get(at) {
        if byte == b' ' {
            (at, spaced) = (at + 1, true);
            continue;
        }
        let ascii = byte.is_ascii().then_some(char::from(byte));
        let Some(next) = ascii.or_else(|| text[at..].chars().next()) else { break };
        if next.is_whitespace() {
            (at, spaced) = (at + next.len_utf8(), true);
            continue;
        }
        let end = at
            + if next.is_alphanumeric() {
                word_length(&text[at..])
            } else {
                possessive_length(&text[..at], &text[at..]).unwrap_or(next.len_utf8())
            };
        let shape = shape(&text[at..end], next);
        let word = &text[at..end];
        let marks =
            if matches!(shape, Shape::Capital | Shape::Lower) { marks(word) } else { Marks::default() };
        tokens.push(Token { text: word, range: TextRange::new(at, end), shape, spaced, first, marks });
        first = match shape {
            // A label keeps the start: `2.3.1 Adopt`.
            Shape::Number => {
                first && word.contains('.') && word.bytes().all(|b| b.is_ascii_digit() || b == b'.')
            }
            Shape::Sign => matches!(next, '.' | '!' | '?' | ':' | ';' | '•' | '|' | '…') || first,
            Shape::Possessive => first,
            _ => false,
        };
        (at, spaced) = (end, false);
    }
    tokens
}

fn shape(word: &str, first: char) -> Shape {
    match first {
        '\'' | '’' => Shape::Possessive,
        c if c.is_uppercase() => Shape::Capital,
        c if c.is_numeric() => Shape::Number,
        c if c.is_alphabetic() => {
            // `iPhone`, `eVisa`: a capital inside counts as a name's.
            if word.chars().nth(1).is_some_and(char::is_uppercase) { Shape::Capital } else { Shape::Lower }
        }
        _ => Shape::Sign,
    }
}

/// Bytes of the word at the start of `text`.
fn word_length(text: &str) -> usize {
    // Most words are letters of ASCII and a space.
    let run = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    if run > 1 && text.as_bytes().get(run).is_none_or(|byte| matches!(byte, b' ' | b')' | b';' | b':')) {
        return run;
    }
    let mut length = 0;
    // A compound goes on: `U.S.-Japan`.
    while let Some(initials) = initials_length(&text[length..]) {
        length += initials;
        match text[length..].strip_prefix('-').filter(|tail| tail.starts_with(char::is_alphanumeric)) {
            Some(_) => length += 1,
            None => return length,
        }
    }
    length + plain_length(&text[length..])
}

/// Bytes of the word at the start of `text`, where it does not begin with initials.
fn plain_length(text: &str) -> usize {
    let mut length = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let run = length;
    for (at, c) in text[run..].char_indices().map(|(at, c)| (run + at, c)) {
        let joins = || {
            let next = text[at + c.len_utf8()..].chars().next();
            match c {
                '-' | '‑' | '\u{2060}' => {
                    next.is_some_and(|next| next.is_alphanumeric() || next == '\u{2060}')
                }
                // `Affairs/ed.`: an editor's mark behind a name is no part of its last word.
                '/' => next.is_some_and(|next| {
                    let marked = next.is_lowercase()
                        && text.starts_with(char::is_uppercase)
                        && text[..at].ends_with(char::is_lowercase);
                    (next.is_alphanumeric() || next == '\u{2060}') && !marked
                }),
                '\'' | '’' => {
                    next.is_some_and(char::is_alphabetic) && !ends_possessive(&text[at + c.len_utf8()..])
                }
                '.' | ',' => {
                    text[..at].ends_with(|c: char| c.is_ascii_digit())
                        && next.is_some_and(|c| c.is_ascii_digit())
                }
                '&' => next.is_some_and(char::is_uppercase),
                _ => false,
            }
        };
        if !c.is_alphanumeric() && !joins() {
            break;
        }
        length = at + c.len_utf8();
    }
    length
}

/// Bytes of initials with stops (`U.S.`, `D.C.`), where the text begins with at least two.
fn initials_length(text: &str) -> Option<usize> {
    /// Nothing is known by more initials.
    const MOST: usize = 16;
    let bytes = text.as_bytes();
    let mut pairs = 0;
    while pairs < MOST
        && bytes.get(pairs * 2).is_some_and(u8::is_ascii_uppercase)
        && bytes.get(pairs * 2 + 1) == Some(&b'.')
    {
        pairs += 1;
    }
    let ended = !bytes.get(pairs * 2).is_some_and(u8::is_ascii_alphanumeric);
    (pairs >= 2 && ended).then_some(pairs * 2)
}

/// Does the text go on with the `s` of a possessive and nothing more?
fn ends_possessive(text: &str) -> bool {
    let mut rest = text.chars();
    matches!(rest.next(), Some('s' | 'S')) && !rest.next().is_some_and(char::is_alphanumeric)
}

/// Bytes of the possessive at the start of `text`: `’s`, or the apostrophe after an s.
fn possessive_length(before: &str, text: &str) -> Option<usize> {
    let mark = text.chars().next().filter(|mark| matches!(mark, '\'' | '’'))?.len_utf8();
    if !before.ends_with(char::is_alphanumeric) {
        return None;
    }
    if ends_possessive(&text[mark..]) {
        return Some(mark + 1);
    }
    before.ends_with(['s', 'S']).then_some(mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        tokens(text).iter().map(|token| token.text).collect()
    }

    #[test]
    fn possessives_stand_apart_and_compounds_do_not() {
        assert_eq!(
            split("Peru’s Post-Summit Officials' Meeting (POM)-U.S.-Japan, O’Neill: S&T 3.5 St."),
            [
                "Peru",
                "’s",
                "Post-Summit",
                "Officials",
                "'",
                "Meeting",
                "(",
                "POM",
                ")",
                "-",
                "U.S.-Japan",
                ",",
                "O’Neill",
                ":",
                "S&T",
                "3.5",
                "St",
                "."
            ]
        );
    }

    #[test]
    fn a_sentence_begins_after_a_stop() {
        let first: Vec<_> =
            tokens("We met. Oslo hosts. “Norway won”").iter().filter(|t| t.first).map(|t| t.text).collect();
        assert_eq!(first, ["We", "Oslo", "“", "Norway"]);
    }
}
