//! The least that any program of this kind must do with a text: the floor that the whole is compared with.
//!
//! Check that it is UTF-8, hash it, look for 5,000 names in one pass, and write the hits as JSON. What it does not do is
//! find a number, a date or an outline.

use std::path::Path;

use aho_corasick::{AhoCorasick, MatchKind};
use sha2::{Digest as _, Sha256};

/// Names that are looked for.
const NAMES: usize = 5_000;

/// An automaton of names of the lexicon.
pub fn automaton() -> anyhow::Result<AhoCorasick> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
    let mut names = Vec::new();
    for (file, column) in [("countries.csv", 1), ("organizations.csv", 1), ("places.csv", 0)] {
        for row in csv::Reader::from_path(data.join(file))?.into_records() {
            names.extend(row?.get(column).map(str::to_owned));
        }
    }
    names.truncate(NAMES);
    Ok(AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(names)?)
}

/// Is it text?
pub fn utf8(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok()
}

/// The hash of a document's bytes.
pub fn hash(bytes: &[u8]) -> u8 {
    Sha256::digest(bytes)[0]
}

/// The places of the names.
pub fn names(automaton: &AhoCorasick, bytes: &[u8]) -> Vec<(usize, usize)> {
    automaton.find_iter(bytes).map(|hit| (hit.start(), hit.end())).collect()
}

/// The places as JSON.
pub fn json(hits: &[(usize, usize)], into: &mut Vec<u8>) {
    into.clear();
    serde_json::to_writer(into, hits).expect("memory can be written");
}
