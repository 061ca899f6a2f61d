//! A label line being read from left to right.

use super::locate::{Quoted, Text};
use super::token::{Token, tokens};
use super::{Place, Span};

/// The tokens of a line that are still to be read.
pub(crate) struct Line<'a> {
    rest: std::collections::VecDeque<Token>,
    text: &'a Text,
}

impl<'a> Line<'a> {
    pub(crate) fn new(line: &str, text: &'a Text) -> Result<Self, String> {
        Ok(Self { rest: tokens(line)?.into(), text })
    }

    /// The next word, whatever it is.
    pub(crate) fn word(&mut self, what: &str) -> Result<String, String> {
        match self.rest.pop_front() {
            Some(Token::Word(word)) => Ok(word),
            Some(other) => Err(format!("{what} expected, not {other:?}")),
            None => Err(format!("{what} expected at the end of the line")),
        }
    }

    /// Takes this word if it comes next.
    pub(crate) fn take(&mut self, word: &str) -> bool {
        let there = matches!(self.rest.front(), Some(Token::Word(next)) if next == word);
        if there {
            self.rest.pop_front();
        }
        there
    }

    /// Takes `key=value` if it comes next, and gives the value.
    pub(crate) fn value(&mut self, key: &str) -> Option<String> {
        let Some(Token::Word(word)) = self.rest.front() else { return None };
        let value = word.strip_prefix(key)?.strip_prefix('=')?.to_owned();
        self.rest.pop_front();
        Some(value)
    }

    /// Takes a `key=` that a quote follows, and gives the key.
    pub(crate) fn key(&mut self) -> Option<String> {
        let Some(Token::Word(word)) = self.rest.front() else { return None };
        let key = word.strip_suffix('=').filter(|key| !key.is_empty())?.to_owned();
        self.rest.pop_front();
        Some(key)
    }

    /// A quote that is not looked up: a name or another reading.
    pub(crate) fn quoted(&mut self, what: &str) -> Result<Quoted, String> {
        match self.rest.pop_front() {
            Some(Token::Quote(raw)) => Quoted::parse(&raw),
            other => Err(format!("{what} expected in quotes, not {other:?}")),
        }
    }

    /// The words of a quote that is not looked up, or null for `none`.
    pub(crate) fn name_or_none(&mut self, what: &str) -> Result<Option<String>, String> {
        if self.take("none") { Ok(None) } else { Ok(Some(self.quoted(what)?.reading)) }
    }

    /// A quote, `"…" #2`, `"…" + "…"` (two parts, the rest between them left out) or `"…" .. "…"` (all between).
    pub(crate) fn place(&mut self) -> Result<Place, String> {
        let first = self.quoted("words of the text")?;
        let found = first.find(self.text);
        let span = if let Some(&Token::Nth(n)) = self.rest.front() {
            self.rest.pop_front();
            *found.get(n - 1).ok_or_else(|| {
                format!("\"{}\" stands in the text {} times, there is no #{n}", first.source, found.len())
            })?
        } else {
            match found[..] {
                [] => return Err(format!("\"{}\" is not in the text", first.source)),
                [span] => span,
                _ => {
                    return Err(format!(
                        "\"{}\" stands in the text {} times: say which (#1, #2, … or ⟦ ⟧ in its context)",
                        first.source,
                        found.len()
                    ));
                }
            }
        };
        let mut place = Place { span, reading: first.reading, source: first.source };
        loop {
            let joined = if self.take("+") {
                true
            } else if self.take("..") {
                false
            } else {
                return Ok(place);
            };
            let next = self.quoted("the other part")?;
            let after = if joined { place.span.end } else { place.span.start };
            let end = next
                .find(self.text)
                .into_iter()
                .find(|span| span.start >= after)
                .ok_or_else(|| format!("\"{}\" is not in the text after the first part", next.source))?
                .end;
            place.span = Span { start: place.span.start, end };
            if joined {
                place.reading = format!("{} {}", place.reading, next.reading);
                place.source = format!("{} {}", place.source, next.source);
            } else {
                place.source = self.text.folded(place.span);
                place.reading.clone_from(&place.source);
            }
        }
    }

    /// The end of a line: `optional` or nothing.
    pub(crate) fn optional(&mut self) -> Result<bool, String> {
        let optional = self.take("optional");
        match self.rest.front() {
            None => Ok(optional),
            Some(token) => Err(format!("{token:?} is not understood here")),
        }
    }
}

/// `a|b` as accepted values, the best first.
pub(crate) fn choices(value: &str) -> Vec<String> {
    value.split('|').map(str::to_owned).collect()
}

/// `a|none` as accepted values, `none` for null.
pub(crate) fn nullable(value: &str) -> Vec<Option<String>> {
    value.split('|').map(|v| (v != "none").then(|| v.to_owned())).collect()
}
