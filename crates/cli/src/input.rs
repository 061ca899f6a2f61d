//! The inputs of a batch: files, folders and standard input become one sorted list without repeats.
//!
//! `releases/` gives every `.txt` and `.md` file below it; a file that is named is taken whatever its ending.
//! The list is sorted by label and holds each file once, however often and by whichever way it was named, so
//! that the order of the arguments never shows in the output.

use std::{
    collections::BTreeSet,
    ffi::OsStr,
    fs,
    path::{Component, Path, PathBuf},
};

use walkdir::WalkDir;

use crate::intake::Refusal;

/// Endings of the files that a folder gives, in lower case.
pub const ENDINGS: &[&str] = &["txt", "md"];

/// Where a document's bytes come from.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Origin {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

/// One document to read.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Input {
    /// The path as given, `/` between its parts; `-` for standard input.
    pub label: String,
    /// Where its bytes come from.
    pub origin: Origin,
    /// Size of the file when it was found, in bytes; 0 where it is not known.
    pub bytes: u64,
}

/// An input that gives no document, and why.
#[derive(Debug)]
pub struct Failure {
    /// The path as given, or the label of the document.
    pub label: String,
    /// Why.
    pub reason: Refusal,
}

/// What the arguments name.
#[derive(Default, Debug)]
pub struct Inputs {
    /// The documents to read, sorted by label.
    pub documents: Vec<Input>,
    /// What could not be found or listed, sorted by label.
    pub failures: Vec<Failure>,
}

/// All documents that `roots` name.
pub fn inputs(roots: &[PathBuf]) -> Inputs {
    let mut found = Inputs::default();
    for root in roots {
        if root.as_os_str() == "-" {
            found.documents.push(Input { label: "-".to_owned(), origin: Origin::Stdin, bytes: 0 });
            continue;
        }
        match fs::metadata(root) {
            Ok(data) if data.is_dir() => folder(root, &mut found),
            Ok(data) => found.documents.push(file(root, data.len())),
            Err(error) => {
                let dangling = fs::symlink_metadata(root).is_ok();
                let reason = if dangling { Refusal::DanglingLink } else { Refusal::Unreadable(error) };
                found.failures.push(Failure { label: label(root), reason });
            }
        }
    }
    found.documents.sort();
    let mut seen = BTreeSet::new();
    found.documents.retain(|input| seen.insert(identity(&input.origin)));
    found.failures.sort_by(|a, b| a.label.cmp(&b.label));
    found.failures.dedup_by(|a, b| a.label == b.label);
    found
}

/// Adds the documents below a folder.
fn folder(root: &Path, found: &mut Inputs) {
    let mut empty = true;
    for entry in WalkDir::new(root).follow_links(true).sort_by_file_name() {
        match entry {
            Ok(entry) if entry.file_type().is_file() && is_document(entry.path()) => {
                empty = false;
                let bytes = entry.metadata().map_or(0, |data| data.len());
                found.documents.push(file(entry.path(), bytes));
            }
            Ok(_) => {}
            // A link to a folder above: all that is in there is on the list already.
            Err(error) if error.loop_ancestor().is_some() => {}
            Err(error) => {
                let path = error.path().unwrap_or(root).to_path_buf();
                let link = fs::symlink_metadata(&path).is_ok_and(|data| data.is_symlink());
                if link && !is_document(&path) {
                    continue;
                }
                empty = false;
                let reason = if link {
                    Refusal::DanglingLink
                } else {
                    Refusal::Unreadable(
                        error.into_io_error().unwrap_or_else(|| std::io::ErrorKind::Other.into()),
                    )
                };
                found.failures.push(Failure { label: label(&path), reason });
            }
        }
    }
    if empty {
        found.failures.push(Failure { label: label(root), reason: Refusal::EmptyFolder });
    }
}

fn file(path: &Path, bytes: u64) -> Input {
    Input { label: label(path), origin: Origin::File(path.to_path_buf()), bytes }
}

fn is_document(path: &Path) -> bool {
    let ending = path.extension().and_then(OsStr::to_str).map(str::to_ascii_lowercase);
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// The path as the output shows it: without `.` parts, `/` between the others.
fn label(path: &Path) -> String {
    let parts: Vec<_> = path.components().filter(|part| *part != Component::CurDir).collect();
    let tidy: PathBuf = parts.iter().collect();
    let text = if parts.is_empty() { ".".into() } else { tidy.to_string_lossy() };
    text.replace(std::path::MAIN_SEPARATOR, "/")
}

/// What makes two inputs the same file.
fn identity(origin: &Origin) -> Option<PathBuf> {
    match origin {
        Origin::Stdin => None,
        Origin::File(path) => Some(fs::canonicalize(path).unwrap_or_else(|_| path.clone())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_tidy() {
        for (path, want) in [("./a/./b.txt", "a/b.txt"), (".", "."), ("../x.md", "../x.md"), ("/r/x", "/r/x")]
        {
            assert_eq!(label(Path::new(path)), want);
        }
    }

    #[test]
    fn endings_are_told_whatever_their_case() {
        assert!(is_document(Path::new("a/Release.TXT")) && is_document(Path::new("x.md")));
        assert!(!is_document(Path::new("x.txt.gz")) && !is_document(Path::new("txt")));
    }
}
