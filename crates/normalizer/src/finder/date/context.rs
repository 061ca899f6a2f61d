//! The words around an expression, as the rules of `admit`, `modifier` and `role` look at them.

use crate::finder::quantity::numeral::is_space;

/// Bytes of marks and an article around an expression that stands alone.
const MARKS: usize = 60;

/// Characters of a word that are looked at.
const WORD: usize = 64;

/// An expression in its passage.
#[derive(Clone, Copy)]
pub struct Around<'t> {
    /// The whole passage.
    pub text: &'t str,
    /// The text in front of the expression.
    pub before: &'t str,
    /// The expression.
    pub words: &'t str,
    /// The text behind it.
    pub after: &'t str,
}

impl<'t> Around<'t> {
    /// The surroundings of a range.
    pub fn new(text: &'t str, start: usize, end: usize) -> Self {
        Self { text, before: &text[..start], words: &text[start..end], after: &text[end..] }
    }

    /// The last word in front, where only white space parts it from the expression.
    pub fn word_before(&self) -> &'t str {
        last_word(self.before.trim_end_matches(is_space))
    }

    /// The first word behind, where only white space parts it from the expression.
    pub fn word_after(&self) -> &'t str {
        let rest = self.after.trim_start_matches(is_space);
        let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        if rest.len() < self.after.len() { &rest[..end] } else { "" }
    }

    /// The character right in front.
    pub fn char_before(&self) -> Option<char> {
        self.before.chars().next_back()
    }

    /// Does the expression stand alone in its passage (but for marks and an article)?
    pub fn alone(&self) -> bool {
        let bare = |text: &str| !text.chars().any(char::is_alphanumeric);
        // An article and some marks are all that may stand beside it.
        if self.text.len() > self.words.len() + MARKS {
            return false;
        }
        (bare(self.before) || self.before.trim().eq_ignore_ascii_case("the")) && bare(self.after)
    }

    /// Does a sentence begin with the expression?
    pub fn begins_sentence(&self) -> bool {
        let before =
            self.before.trim_end_matches(|c: char| is_space(c) || matches!(c, '“' | '"' | '‘' | '\''));
        before.is_empty() || before.ends_with(['.', '!', '?', ':', ';', '\n'])
    }
}

/// The last word of a text: letters, digits, inner hyphens and apostrophes.
pub fn last_word(text: &str) -> &str {
    let start = text
        .char_indices()
        .rev()
        .take(WORD)
        .take_while(|(_, c)| c.is_alphanumeric() || matches!(c, '-' | '’' | '\''))
        .last()
        .map_or(text.len(), |(at, _)| at);
    &text[start..]
}

/// Does the text end with one of the phrases, as whole words, in any case of ASCII letters?
pub fn ends_with_any(text: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| strip_phrase(text, phrase).is_some())
}

/// The text without a phrase at its end, as whole words, in any case.
pub fn strip_phrase<'t>(text: &'t str, phrase: &str) -> Option<&'t str> {
    let text = text.trim_end_matches(is_space);
    let at = text.len().checked_sub(phrase.len())?;
    let tail = text.get(at..)?;
    let whole = !text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    (whole && tail.eq_ignore_ascii_case(phrase)).then_some(&text[..at])
}

/// Does a word begin with a capital?
pub fn capital(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// The last bytes of a text, some forty, from a character's start: as far back as most rules look.
pub fn tail(text: &str) -> &str {
    tail_of(text, 40)
}

/// The last bytes of a text, at most so many, from a character's start.
pub fn tail_of(text: &str, bytes: usize) -> &str {
    let from = text.len().saturating_sub(bytes);
    (from..=text.len()).find_map(|at| text.get(at..)).unwrap_or_default()
}

/// The first bytes of a text, some forty, up to a character's end.
pub fn head(text: &str) -> &str {
    let to = text.len().min(40);
    (0..=to).rev().find_map(|at| text.get(..at)).unwrap_or_default()
}
