//! Tables of contents whose page numbers stand in lines of their own, as copying leaves them.
//!
//! ```text
//! 1.1  Targets          a numbered title
//! 8                     and its page, below it
//! 1.2  Time frame
//! 9
//! Mitigation            titles without a number between them
//! ```
//! Four such pairs or more, whose pages never fall, make one; the lines between them belong to it. Titles with leaders
//! are known one by one (`shape::is_contents_line`).

use std::ops::Range;

use crate::{grammar::marker, lines::Line};

/// Fewest pairs of a numbered title and a page.
const PAIRS: usize = 4;
/// Most lines between two pairs.
const BETWEEN: usize = 8;
/// Longest line of contents, in bytes.
const LONGEST: usize = 120;

/// The lines that are tables of contents, as ranges.
pub fn contents(text: &str, lines: &[Line]) -> Vec<Range<usize>> {
    let words = |at: usize| &text[lines[at].span.start..lines[at].span.end];
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open: Option<(Range<usize>, u32, usize)> = None;
    for at in 1..lines.len() {
        let Some(page) = page(words(at)) else { continue };
        // The title may run over two lines or three above its page.
        let title = (at.saturating_sub(4)..at).rev().find(|above| is_numbered_title(words(*above)));
        let Some(title) = title.filter(|title| (title + 1..at).all(|at| is_short(words(at)))) else {
            continue;
        };
        let near = |range: &Range<usize>| {
            title >= range.end
                && title - range.end <= BETWEEN
                && (range.end..title).all(|at| is_short(words(at)))
        };
        open = match open.take() {
            Some((range, last, pairs)) if page >= last && near(&range) => {
                Some((range.start..at + 1, page, pairs + 1))
            }
            before => {
                found.extend(before.filter(|(.., pairs)| *pairs >= PAIRS).map(|(range, ..)| range));
                Some((title..at + 1, page, 1))
            }
        };
    }
    found.extend(open.filter(|(.., pairs)| *pairs >= PAIRS).map(|(range, ..)| range));
    found
}

/// The number of a page, alone in its line.
fn page(words: &str) -> Option<u32> {
    ((1..=3).contains(&words.len()) && words.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| words.parse().ok())
        .flatten()
}

/// Is it a title behind a number of two figures or more, no sentence: "2.1 Weirs"?
fn is_numbered_title(words: &str) -> bool {
    words.starts_with(|c: char| c.is_ascii_digit())
        && is_short(words)
        && marker::number(words).is_some_and(|number| {
            number.path().len() > 1
                && words[number.length..].trim_start().starts_with(|c: char| c.is_alphabetic())
        })
}

fn is_short(words: &str) -> bool {
    words.len() <= LONGEST && !words.ends_with(['.', ';', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbered_titles_over_their_pages_are_contents() {
        let found = |text: &str| contents(text, &crate::lines::lines(text));
        let list = "Lake plan\n1.1 Weirs\n8\n1.2 Boats\n9\nThe lower lake\n2.1 Weirs of the\nlower lake\n9\n2.2 Crews\n11\n\
                    The lake is old.\n";
        assert_eq!(found(list).first(), Some(&(1..11)));
        for text in [
            // Quantities that fall, sentences, too few.
            "1.1 Weirs\n8\n1.2 Boats\n3\n2.1 Lamps\n9\n2.2 Crews\n1\n",
            "1.1 Mend weirs.\n8\n1.2 Build boats.\n9\n2.1 Light lamps.\n9\n2.2 Train crews.\n11\n",
            "1.1 Weirs\n8\n1.2 Boats\n9\n2.1 Lamps\n10\n",
            "1.1 Weirs\n1.2 Boats\n2.1 Lamps\n2.2 Crews\n",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }
}
