//! Where a correction applies: quoted words, found again where the text has moved.
//!
//! The position counts where the words stand there and one neighbour is the same. Else the words are looked for with both
//! neighbours, then with one, then alone; a place is taken where it is the only one, or where the quoted neighbours
//! stand around several, the one nearest to the position. Otherwise the text has changed.

use rapporteur_model::{Source, Span};
use serde::Deserialize;

/// Selectors of one place.
#[derive(Deserialize, Clone, PartialEq, Eq, Debug, Default)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// The selectors.
    #[serde(default)]
    pub selectors: Vec<Selector>,
}

/// A selector of the W3C Web Annotation Data Model.
#[derive(Deserialize, Clone, PartialEq, Eq, Debug)]
#[serde(tag = "type")]
pub enum Selector {
    /// Words with what stands before and behind them.
    #[serde(rename = "TextQuoteSelector")]
    Quote {
        /// The words.
        exact: String,
        /// What stands before.
        #[serde(default)]
        prefix: String,
        /// What stands behind.
        #[serde(default)]
        suffix: String,
    },
    /// A half-open range of code points.
    #[serde(rename = "TextPositionSelector")]
    Position {
        /// The first.
        start: usize,
        /// One past the last.
        end: usize,
    },
}

impl Target {
    /// The words that are quoted.
    pub fn words(&self) -> &str {
        let words = self.selectors.iter().find_map(|selector| match selector {
            Selector::Quote { exact, .. } => Some(exact.as_str()),
            Selector::Position { .. } => None,
        });
        words.unwrap_or_default()
    }

    /// Where the words stand; none where they do not, or nobody can tell which of several are meant.
    pub(crate) fn find(&self, source: &Source) -> Option<Span> {
        let text = &source.text;
        let position = self.selectors.iter().find_map(|selector| match selector {
            Selector::Position { start, end } => Some((byte(text, *start)?, byte(text, *end)?)),
            Selector::Quote { .. } => None,
        });
        let quote = self.selectors.iter().find_map(|selector| match selector {
            Selector::Quote { exact, prefix, suffix } if !exact.is_empty() => Some((exact, prefix, suffix)),
            _ => None,
        });
        let Some((exact, prefix, suffix)) = quote else {
            // Without a quotation nothing tells whether the text is the same.
            return None;
        };
        let before = |at: usize| text.get(..at).is_some_and(|text| text.ends_with(prefix.as_str()));
        let behind =
            |at: usize| text.get(at + exact.len()..).is_some_and(|text| text.starts_with(suffix.as_str()));
        let span = |at: usize| Span::new(at, at + exact.len());
        if let Some((start, end)) = position
            && text.get(start..end) == Some(exact)
            && (before(start) || behind(start))
        {
            return Some(span(start));
        }
        let places: Vec<usize> = text.match_indices(exact.as_str()).map(|(at, _)| at).collect();
        let nearest = |places: &[usize]| {
            places.iter().copied().min_by_key(|at| position.map_or(0, |(start, _)| start.abs_diff(*at)))
        };
        let both: Vec<usize> = places.iter().copied().filter(|at| before(*at) && behind(*at)).collect();
        if !both.is_empty() {
            return nearest(&both).map(span);
        }
        let one: Vec<usize> = places.iter().copied().filter(|at| before(*at) || behind(*at)).collect();
        match (one.as_slice(), places.as_slice()) {
            ([at], _) | ([], [at]) => Some(span(*at)),
            _ => None,
        }
    }
}

/// The byte at which a code point begins.
fn byte(text: &str, point: usize) -> Option<usize> {
    if text.is_ascii() {
        return (point <= text.len()).then_some(point);
    }
    text.char_indices().map(|(at, _)| at).chain([text.len()]).nth(point)
}
