//! The texts of the tests: fixtures with their labels, and whole documents of the shared folder where it is there.
//!
//! Every text goes through the program's own walk, [`rapporteur::read`], with one lexicon for all.

use std::{
    fs,
    path::{Path, PathBuf},
};

use rapporteur_model::Document;
use rapporteur_normalizer::{Context, Lexicon};
use rapporteur_tests::labels::Labels;
use serde_json::Value;
use walkdir::WalkDir;

/// A fixture: `press_release/canada-kenya-water`, its bytes and its labels.
pub struct Fixture {
    pub name: String,
    pub bytes: Vec<u8>,
    pub gold: String,
}

impl Fixture {
    /// As the program reads it.
    pub fn read(&self) -> Document {
        read(&format!("fixtures/{}.txt", self.name), &self.bytes)
    }

    pub fn labels(&self) -> Labels {
        let text = std::str::from_utf8(&self.bytes).unwrap();
        let file = format!("fixtures/{}.gold", self.name);
        Labels::parse(&file, &self.gold, text).unwrap_or_else(|error| panic!("{error}"))
    }
}

/// All fixtures, by name.
pub fn fixtures() -> Vec<Fixture> {
    let root = root().join("fixtures");
    let fixture = |path: PathBuf| {
        let name = path.with_extension("");
        let name = label(name.strip_prefix(&root).unwrap());
        let gold = String::from_utf8(bytes(&path.with_extension("gold"))).unwrap();
        Fixture { name, bytes: bytes(&path), gold }
    };
    let found: Vec<Fixture> = files(&root, "txt").into_iter().map(fixture).collect();
    assert!(!found.is_empty(), "no fixtures");
    found
}

/// The files below a folder of the shared one; none, with a word, where it is not there.
pub fn shared(folder: &str) -> Vec<PathBuf> {
    let place = root().join("../shared").join(folder);
    if !place.is_dir() {
        println!("skipped: ../shared/{folder} is not there");
        return Vec::new();
    }
    files(&place, "txt")
}

/// A text through the whole walk of the program.
pub fn read(name: &str, bytes: &[u8]) -> Document {
    rapporteur::read(name, bytes, Lexicon::embedded(), &Context::default())
}

/// What a document is in a JSON file.
pub fn record(document: &Document) -> Value {
    serde_json::to_value(rapporteur_exporter::record(document)).unwrap()
}

/// The folder of the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// A path with `/` between its parts.
pub fn label(path: &Path) -> String {
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The bytes of a file.
#[expect(clippy::disallowed_methods, reason = "tests read their own texts")]
pub fn bytes(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The text of a file.
pub fn text(path: &Path) -> String {
    String::from_utf8(bytes(path)).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The files below a folder with an ending, sorted by path.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    let paths = entries.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path);
    paths.filter(|path| path.extension().is_some_and(|found| found == ending)).collect()
}
