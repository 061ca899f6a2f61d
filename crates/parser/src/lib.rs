//! Bytes to a document with its outline.

use rapporteur_model::{Document, Source};

/// Decodes bytes; see the module `decode` for what is recognised. Never fails: odd bytes become U+FFFD.
pub fn decode(name: &str, bytes: &[u8]) -> Source {
    Source {
        path: name.to_owned(),
        text: String::from_utf8_lossy(bytes).into_owned(),
        sha256: "0".repeat(64),
        bytes: bytes.len(),
        encoding: "utf-8".to_owned(),
        media_type: "text/plain",
        replaced: Vec::new(),
    }
}

/// The document with its outline. Never fails: odd text is a diagnostic.
pub fn parse(source: Source) -> Document {
    Document::new(source)
}
