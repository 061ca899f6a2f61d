//! Words between white space, by their bytes: `"two  boats"` gives `two`, `boats`.
//!
//! The same words as [`str::split_whitespace`] gives, found by looking at bytes: nearly every rule of the parser walks
//! over words, and decoding each character for it is most of the cost.

use std::ops::Range;

/// The words of a text.
pub fn words(text: &str) -> Words<'_> {
    Words { text, at: 0 }
}

/// Iterator over words.
#[derive(Clone)]
pub struct Words<'t> {
    text: &'t str,
    at: usize,
}

impl Words<'_> {
    /// The bytes of the text at which the next word stands.
    pub fn next_range(&mut self) -> Option<Range<usize>> {
        let bytes = self.text.as_bytes();
        let mut start = self.at;
        while start < bytes.len() {
            match space(bytes, start) {
                0 => break,
                width => start += width,
            }
        }
        let mut end = start;
        while end < bytes.len() && space(bytes, end) == 0 {
            end += 1;
        }
        self.at = end;
        (start < end).then_some(start..end)
    }
}

impl<'t> Iterator for Words<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        self.next_range().map(|range| &self.text[range])
    }
}

/// Bytes of the white space that begins at `at`; 0 where none does.
#[inline]
pub fn space(bytes: &[u8], at: usize) -> usize {
    match bytes[at] {
        b'\t'..=b'\r' | b' ' => 1,
        0xC2 | 0xE1..=0xE3 => wide_space(&bytes[at..]),
        _ => 0,
    }
}

fn wide_space(bytes: &[u8]) -> usize {
    match bytes {
        [0xC2, 0x85 | 0xA0, ..] => 2,
        [0xE1, 0x9A, 0x80, ..]
        | [0xE2, 0x80, 0x80..=0x8A | 0xA8 | 0xA9 | 0xAF, ..]
        | [0xE2, 0x81, 0x9F, ..]
        | [0xE3, 0x80, 0x80, ..] => 3,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_of_the_standard_library() {
        let all: String =
            ('\0'..='\u{3100}').chain(['\u{FEFF}', '\u{1F600}']).flat_map(|c| [c, 'x']).collect();
        for text in [all.as_str(), "", " ", " two\u{a0}\u{2009} boats\r\n", "naïve “ships”\u{3000}– 日本"]
        {
            assert!(words(text).eq(text.split_whitespace()));
        }
    }
}
