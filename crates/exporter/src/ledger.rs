//! What an output holds from earlier runs, so that no document is read twice: path, bytes, and by what they were read.

use std::collections::BTreeMap;

use crate::Maker;

/// The label of standard input, under which many documents may come: one does not replace the one before.
const STDIN: &str = "-";

/// A document that an output holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Held {
    /// Its id.
    pub id: String,
    /// The path under which it was given.
    pub path: String,
    /// SHA-256 of its bytes, in lower-case hexadecimal digits.
    pub sha256: String,
    /// Number of its bytes.
    pub bytes: u64,
    /// Was it read by what this run reads by?
    pub current: bool,
}

/// All documents that an output holds.
///
/// Invariant: a path stands once, but for standard input, and an id stands once.
#[derive(Default, Debug)]
pub struct Ledger {
    documents: BTreeMap<String, Held>,
    /// Ids by path.
    paths: BTreeMap<String, String>,
}

impl Ledger {
    /// Notes a document; what stood under its id or path is forgotten.
    pub fn note(&mut self, held: Held) {
        self.forget(&held.id);
        if held.path != STDIN
            && let Some(id) = self.paths.get(&held.path).cloned()
        {
            self.forget(&id);
        }
        self.paths.insert(held.path.clone(), held.id.clone());
        self.documents.insert(held.id.clone(), held);
    }

    /// Forgets a document.
    pub fn forget(&mut self, id: &str) -> Option<Held> {
        let held = self.documents.remove(id)?;
        if self.paths.get(&held.path).is_some_and(|other| *other == id) {
            self.paths.remove(&held.path);
        }
        Some(held)
    }

    /// May a document of this path and so many bytes be held? Where not, its bytes need not be hashed to know.
    pub fn may_hold(&self, path: &str, bytes: u64) -> bool {
        path == STDIN && !self.documents.is_empty()
            || self.at(path).is_some_and(|held| held.current && held.bytes == bytes)
    }

    /// Is this document held as this run would read it?
    pub fn holds(&self, path: &str, sha256: &str) -> bool {
        let same = |held: &Held| held.current && held.path == path && held.sha256 == sha256;
        if path == STDIN { self.documents.values().any(same) } else { self.at(path).is_some_and(same) }
    }

    /// Ids of the documents whose place one of this id and path takes.
    pub fn replaced(&self, id: &str, path: &str) -> Vec<String> {
        let own = self.documents.get(id).map(|held| held.id.clone());
        let before = self.at(path).filter(|held| path != STDIN && held.id != id).map(|held| held.id.clone());
        own.into_iter().chain(before).collect()
    }

    /// The document of an id.
    pub fn get(&self, id: &str) -> Option<&Held> {
        self.documents.get(id)
    }

    /// The document that was given under a path.
    pub fn at(&self, path: &str) -> Option<&Held> {
        self.documents.get(self.paths.get(path)?)
    }

    /// All documents, by id.
    pub fn documents(&self) -> impl Iterator<Item = &Held> {
        self.documents.values()
    }

    /// Makes nothing held count as current, so that all is read again.
    pub fn expire(&mut self) {
        self.documents.values_mut().for_each(|held| held.current = false);
    }
}

impl Held {
    /// A document of a record, as this run reads it.
    pub fn new(record: &crate::DocumentRecord<'_>) -> Self {
        Self {
            id: record.id.clone().into_owned(),
            path: record.source.path.clone().into_owned(),
            sha256: record.source.sha256.clone().into_owned(),
            bytes: record.source.bytes as u64,
            current: true,
        }
    }

    /// Was a document read by `maker`, so far as these three tell?
    pub(crate) fn is_by(maker: &Maker, tool_version: &str, lexicon: &str, options: &str) -> bool {
        (maker.tool_version.as_str(), maker.lexicon.as_str(), maker.options.as_str())
            == (tool_version, lexicon, options)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(id: &str, path: &str) -> Held {
        Held {
            id: id.to_owned(),
            path: path.to_owned(),
            sha256: format!("{id}{id}"),
            bytes: 3,
            current: true,
        }
    }

    #[test]
    fn a_document_takes_the_place_of_its_path_and_of_its_bytes() {
        let mut ledger = Ledger::default();
        ledger.note(held("1", "a.txt"));
        ledger.note(held("2", "b.txt"));
        assert!(ledger.holds("a.txt", "11") && !ledger.holds("b.txt", "11") && !ledger.holds("a.txt", "22"));
        assert!(ledger.may_hold("a.txt", 3) && !ledger.may_hold("a.txt", 4) && !ledger.may_hold("c.txt", 3));
        // New bytes under an old path, which are those of another document.
        assert_eq!(ledger.replaced("2", "a.txt"), ["2", "1"]);
        ledger.note(held("2", "a.txt"));
        assert_eq!(ledger.documents().map(|one| one.path.as_str()).collect::<Vec<_>>(), ["a.txt"]);
        assert!(ledger.at("b.txt").is_none());
        ledger.expire();
        assert!(!ledger.holds("a.txt", "22") && !ledger.may_hold("a.txt", 3));
    }

    #[test]
    fn documents_of_standard_input_do_not_replace_one_another() {
        let mut ledger = Ledger::default();
        ledger.note(held("1", "-"));
        assert_eq!(ledger.replaced("2", "-"), Vec::<String>::new());
        ledger.note(held("2", "-"));
        assert!(ledger.holds("-", "11") && ledger.holds("-", "22") && ledger.may_hold("-", 9));
        assert_eq!(ledger.replaced("1", "-"), ["1"]);
    }
}
