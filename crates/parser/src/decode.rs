//! Bytes to text: `b"\xEF\xBB\xBFna\xC3\xAFve"` → `naïve`, encoding `utf-8`.
//!
//! A byte-order mark decides; without one, text that is UTF-8 is UTF-8, and so is text that is UTF-8 but for a
//! few broken bytes; the rest is guessed from its letters (chardetng, as Firefox does). Bytes that are no text
//! in the encoding become U+FFFD, and their places are kept so that a finding can name them.
//!
//! Deliberately not here: refusing binary data (the command does), and any change to the text other than the
//! removal of a byte-order mark.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};
use rapporteur_model::{Source, Span};
use sha2::{Digest, Sha256};

/// Decodes the bytes of a document; `name` is the label that it was given under. Never fails.
pub fn decode(name: &str, bytes: &[u8]) -> Source {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or_else(|| (guess(bytes), 0));
    let (text, broken) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
    let replaced = if broken { replacements(&text) } else { Vec::new() };
    Source {
        path: name.to_owned(),
        text: text.into_owned(),
        sha256: hex(&Sha256::digest(bytes)),
        bytes: bytes.len(),
        encoding: encoding.name().to_ascii_lowercase(),
        media_type: media_type(name),
        replaced,
    }
}

/// The encoding of bytes without a byte-order mark.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let Err(first) = std::str::from_utf8(bytes) else { return UTF_8 };
    if mostly_utf8(bytes, first.valid_up_to()) {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Is it UTF-8 with a few broken bytes: at least as many good multi-byte sequences as bad places?
///
/// Text in a single-byte encoding hardly ever has a good multi-byte sequence.
fn mostly_utf8(bytes: &[u8], first_bad: usize) -> bool {
    let (mut rest, mut good, mut bad) = (bytes, 0_usize, 0_usize);
    let mut valid = first_bad;
    loop {
        good += rest[..valid].iter().filter(|&&byte| byte >= 0xC0).count();
        rest = &rest[valid..];
        if rest.is_empty() {
            break;
        }
        bad += 1;
        let Err(error) = std::str::from_utf8(rest) else { break };
        rest = &rest[error.error_len().unwrap_or(rest.len())..];
        valid = std::str::from_utf8(rest).map_or_else(|error| error.valid_up_to(), str::len);
    }
    good > 0 && good >= bad
}

/// Runs of U+FFFD.
fn replacements(text: &str) -> Vec<Span> {
    let mut runs: Vec<Span> = Vec::new();
    for (start, mark) in text.match_indices('\u{FFFD}') {
        match runs.last_mut() {
            Some(run) if run.end == start => run.end += mark.len(),
            _ => runs.push(Span::new(start, start + mark.len())),
        }
    }
    runs
}

fn media_type(name: &str) -> &'static str {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    if extension.eq_ignore_ascii_case("md") { "text/markdown" } else { "text/plain" }
}

fn hex(digest: &[u8]) -> String {
    use std::fmt::Write;
    digest.iter().fold(String::with_capacity(digest.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_apart() {
        let utf16: Vec<u8> = "\u{FEFF}Zoë".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let cases: [(&[u8], &str, &str); 6] = [
            (b"plain", "plain", "utf-8"),
            (b"\xEF\xBB\xBFna\xC3\xAFve", "na\u{ef}ve", "utf-8"),
            (&utf16, "Zo\u{eb}", "utf-16le"),
            (
                b"caf\xE9 \x96 d\xE9j\xE0 vu, le minist\xE8re",
                "caf\u{e9} – d\u{e9}j\u{e0} vu, le minist\u{e8}re",
                "windows-1252",
            ),
            (b"\xC3\xA9t\xC3\xA9 \xFF \xC3\xA9", "\u{e9}t\u{e9} \u{FFFD} \u{e9}", "utf-8"),
            (b"", "", "utf-8"),
        ];
        for (bytes, text, encoding) in cases {
            let source = decode("x.txt", bytes);
            assert_eq!((source.text.as_str(), source.encoding.as_str()), (text, encoding));
        }
    }

    #[test]
    fn replaced_bytes_are_placed() {
        assert_eq!(decode("x", b"\xC3\xA9 \xFF\xFE \xC3\xA9").replaced, [Span::new(3, 9)]);
    }
}
