//! Bytes at the door: what is read, and what is refused with a reason (`binary data (NUL byte at offset 12)`).
//!
//! A refused document is named with its reason and costs nothing else. All that passes is text, however odd.

use std::{
    fs::File,
    io::{self, Read},
};

use rapporteur_model::Source;
use sha2::{Digest as _, Sha256};

use crate::input::{Input, Origin};

/// Why an input gives no document.
#[derive(thiserror::Error, Debug)]
#[non_exhaustive]
pub enum Refusal {
    /// The system would not give it.
    #[error("cannot be read: {0}")]
    Unreadable(#[source] io::Error),
    /// A symbolic link to nothing.
    #[error("cannot be read: a symbolic link whose target is missing")]
    DanglingLink,
    /// A folder was named where only a file will do.
    #[error("is a folder")]
    Folder,
    /// A folder without documents.
    #[error("no .txt or .md file in this folder")]
    EmptyFolder,
    /// An archive without documents.
    #[error("no .txt or .md file in this archive")]
    EmptyArchive,
    /// A pattern that fits nothing.
    #[error("no file fits this pattern")]
    NoMatch,
    /// A pattern that is none.
    #[error("cannot be read as a pattern: {0}")]
    Pattern(String),
    /// An archive or a member of one that is damaged or locked.
    #[error("cannot be unpacked: {0}")]
    Archive(String),
    /// An archive of too many bytes.
    #[error("cannot be unpacked: more than the limit of {0} bytes come out of it")]
    Bomb(u64),
    /// An archive of too many members.
    #[error("cannot be unpacked: more than {0} members")]
    Members(usize),
    /// A member whose name leads elsewhere.
    #[error("its name leads out of the archive")]
    Outside,
    /// A member that is no file.
    #[error("a link or another thing that is no file")]
    Link,
    /// A member of the name of another.
    #[error("the name stands twice in the archive; the first is taken")]
    Twice,
    /// No byte.
    #[error("empty (0 bytes)")]
    Empty,
    /// White space alone.
    #[error("blank (white space alone)")]
    Blank,
    /// More than the limit.
    #[error("too large ({bytes}more than the limit of {limit} bytes)", bytes = .bytes.map(|n| format!("{n} bytes, ")).unwrap_or_default())]
    TooLarge {
        /// Its size, where it is known.
        bytes: Option<u64>,
        /// The limit.
        limit: u64,
    },
    /// No text.
    #[error("binary data (NUL byte at offset {0})")]
    Nul(usize),
    /// No text.
    #[error("binary data (a PDF file; its text must be copied out first)")]
    Pdf,
    /// No text.
    #[error("binary data ({controls} control characters in the first {looked} bytes)")]
    Controls {
        /// How many.
        controls: usize,
        /// Among how many bytes.
        looked: usize,
    },
    /// The program's own fault.
    #[error("internal error: {0}")]
    Internal(String),
}

/// The bytes of an input.
///
/// # Errors
/// Where the system would not give them, or there are more than `limit`.
pub fn bytes(input: &Input, limit: u64) -> Result<Vec<u8>, Refusal> {
    match &input.origin {
        Origin::Stdin => drain(io::stdin().lock(), limit),
        Origin::File(path) => {
            let file = File::open(path).map_err(Refusal::Unreadable)?;
            let data = file.metadata().map_err(Refusal::Unreadable)?;
            if data.is_dir() {
                return Err(Refusal::Folder);
            }
            if data.len() > limit {
                return Err(Refusal::TooLarge { bytes: Some(data.len()), limit });
            }
            drain(file, limit)
        }
    }
}

/// The hash of bytes, in lower-case hexadecimal digits, as a document's `source.sha256` has it.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

fn drain(reader: impl Read, limit: u64) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    reader.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(Refusal::Unreadable)?;
    if bytes.len() as u64 > limit {
        return Err(Refusal::TooLarge { bytes: None, limit });
    }
    Ok(bytes)
}

/// The decoded source of bytes that are text.
///
/// # Errors
/// Where they are empty, blank or no text.
pub fn source(label: &str, bytes: &[u8]) -> Result<Source, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    // UTF-16 is full of NUL bytes and says so in front.
    let wide = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    if !wide {
        text_only(bytes)?;
    }
    let source = rapporteur_parser::decode(label, bytes);
    if wide && let Some(at) = source.text.find('\0') {
        return Err(Refusal::Nul(2 + 2 * source.text[..at].encode_utf16().count()));
    }
    if source.text.trim().is_empty() {
        return Err(Refusal::Blank);
    }
    Ok(source)
}

/// How many bytes are looked at for the share of control characters.
const LOOKED: usize = 8192;

fn text_only(bytes: &[u8]) -> Result<(), Refusal> {
    if bytes.starts_with(b"%PDF-") {
        return Err(Refusal::Pdf);
    }
    if let Some(at) = bytes.iter().position(|&byte| byte == 0) {
        return Err(Refusal::Nul(at));
    }
    // Scanned text has a stray control character here and there; one in ten is no text.
    let looked = &bytes[..bytes.len().min(LOOKED)];
    let layout = |byte: u8| matches!(byte, b'\t' | b'\n' | 0x0B | 0x0C | b'\r' | 0x1B);
    let controls = looked.iter().filter(|&&byte| byte < 0x20 && !layout(byte)).count();
    if controls * 10 > looked.len() {
        return Err(Refusal::Controls { controls, looked: looked.len() });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_is_refused_with_its_reason() {
        for (bytes, reason) in [
            (&b""[..], "empty (0 bytes)"),
            (b" \r\n\t \xC2\xA0", "blank (white space alone)"),
            (b"\xEF\xBB\xBF\n", "blank (white space alone)"),
            (b"Dear all\0", "binary data (NUL byte at offset 8)"),
            (b"\xFF\xFEa\0\0\0b\0", "binary data (NUL byte at offset 4)"),
            (b"%PDF-1.7 x", "binary data (a PDF file; its text must be copied out first)"),
            (b"\x01\x02\x03 a", "binary data (3 control characters in the first 5 bytes)"),
        ] {
            assert_eq!(source("x.txt", bytes).unwrap_err().to_string(), reason);
        }
    }

    #[test]
    fn a_hash_is_that_of_the_document() {
        assert_eq!(sha256(b"Dear all"), source("x.txt", b"Dear all").unwrap().sha256);
    }

    #[test]
    fn odd_text_passes() {
        for bytes in [
            &b"One page\x0Cand the next, with a stray \x02 in a line."[..],
            b"caf\xE9 and \xFF\xFE later",
            b"\xFF\xFEO\0k\0",
            b"\xFE\xFF\0O\0k",
            b"x",
        ] {
            assert!(source("x.txt", bytes).is_ok(), "{bytes:?}");
        }
    }

    #[test]
    fn more_than_the_limit_is_refused() {
        assert!(drain(&b"12345"[..], 5).is_ok());
        let refusal = drain(&b"123456"[..], 5).unwrap_err();
        assert_eq!(refusal.to_string(), "too large (more than the limit of 5 bytes)");
    }
}
