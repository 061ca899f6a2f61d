//! The source of a document: its decoded text and what is known of its bytes.

use crate::Span;

/// One document as it was read. The text is never changed after decoding.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Source {
    /// The label under which the document was given: a path, `-`, or a label of a stream.
    pub path: String,
    /// The decoded text without a byte-order mark, nothing else removed.
    pub text: String,
    /// SHA-256 of the bytes as read, in lower-case hexadecimal digits.
    pub sha256: String,
    /// Number of bytes as read.
    pub bytes: usize,
    /// Name of the encoding in the WHATWG Encoding Standard, lower case (`utf-8`, `windows-1252`, `utf-16le`).
    pub encoding: String,
    /// Media type (RFC 6838).
    pub media_type: &'static str,
    /// Places where bytes could not be decoded and U+FFFD stands instead.
    pub replaced: Vec<Span>,
}

impl Source {
    /// The text of a span; empty where the span is out of range or not on character boundaries.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// The stable id of the document, derived from its bytes alone: the first 16 digits of their SHA-256.
    pub fn id(&self) -> &str {
        self.sha256.get(..16).unwrap_or(&self.sha256)
    }

    /// A map from byte offsets to Unicode code points, for output.
    pub fn code_points(&self) -> CodePoints<'_> {
        CodePoints::new(&self.text)
    }

    /// 1-based line number of a byte offset; lines end with LF, CR LF or a lone CR.
    pub fn line_of(&self, offset: usize) -> usize {
        let before = self.text.get(..offset).unwrap_or(&self.text).as_bytes();
        let lone_cr = |i: usize| self.text.as_bytes().get(i + 1) != Some(&b'\n');
        1 + before.iter().enumerate().filter(|&(i, &b)| b == b'\n' || b == b'\r' && lone_cr(i)).count()
    }
}

/// Converts byte offsets to offsets in Unicode code points.
///
/// Holds the count at every 64th byte, so that a look-up reads at most 64 bytes.
pub struct CodePoints<'a> {
    text: &'a [u8],
    /// Code points before byte `64 * i`; empty for ASCII text, where both offsets are the same.
    checkpoints: Vec<u32>,
    total: usize,
}

const STRIDE: usize = 64;

/// Number of code points that begin in `bytes`.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| (byte & 0xC0) != 0x80).count()
}

impl<'a> CodePoints<'a> {
    fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        if text.is_ascii() {
            return Self { text: bytes, checkpoints: Vec::new(), total: bytes.len() };
        }
        let mut total = 0;
        let checkpoints = bytes
            .chunks(STRIDE)
            .map(|chunk| {
                let before = total as u32;
                total += starts(chunk);
                before
            })
            .collect();
        Self { text: bytes, checkpoints, total }
    }

    /// Number of code points before a byte offset; offsets past the end count as the end.
    pub fn at(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        match self.checkpoints.get(byte / STRIDE) {
            Some(before) => *before as usize + starts(&self.text[byte / STRIDE * STRIDE..byte]),
            None if self.checkpoints.is_empty() => byte,
            None => self.total,
        }
    }

    /// Number of code points in the text.
    pub fn total(&self) -> usize {
        self.total
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_agree_with_counting() {
        let text = "naïve – 日本 \u{1F600} ".repeat(60);
        let points = CodePoints::new(&text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(points.at(byte), count);
        }
        assert_eq!(points.at(text.len()), text.chars().count());
        assert_eq!(points.total(), text.chars().count());
    }
}
