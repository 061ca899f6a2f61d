//! The inputs of a batch: whatever the arguments name becomes one sorted list of documents without repeats.
//!
//! `releases/` gives every `.txt` and `.md` file below it, `'2031-*/**/*.html'` every file that fits, `plans.zip` the
//! texts in it, `-` standard input; a file that is named is taken whatever its ending. A list (`--list`) names a path a
//! line. The list is sorted by label and holds each file once, however often and by whichever way it was named, so
//! that the order of the arguments never shows in the output.

use std::{
    collections::BTreeSet,
    ffi::OsStr,
    fs, io,
    path::{Component, Path, PathBuf},
};

use anyhow::Context as _;
use tempfile::TempDir;

use crate::{archive, intake::Refusal, walk};

/// Endings of the files that a folder or an archive gives, in lower case.
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

/// What is named, and how it is looked through.
#[derive(Clone, Debug)]
pub struct Sources {
    /// Files, folders, patterns, archives, `-`.
    pub roots: Vec<PathBuf>,
    /// A file that names files, a line each; `-` for standard input.
    pub list: Option<PathBuf>,
    /// Leave out what `.gitignore` files leave out.
    pub gitignore: bool,
    /// Bytes that an archive may give.
    pub unpacked: u64,
    /// Bytes that a document may have.
    pub document: u64,
}

impl Sources {
    /// These roots, with the limits of the command line's defaults.
    pub fn of(roots: &[PathBuf]) -> Self {
        let limits = (1 << 30, 256 << 20);
        Self { roots: roots.to_vec(), list: None, gitignore: false, unpacked: limits.0, document: limits.1 }
    }
}

/// What the arguments name.
#[derive(Default, Debug)]
pub struct Inputs {
    /// The documents to read, sorted by label.
    pub documents: Vec<Input>,
    /// What could not be found or listed, sorted by label.
    pub failures: Vec<Failure>,
    /// Labels of the folders and archives that were looked through.
    within: Vec<String>,
    /// Labels of the documents.
    labels: BTreeSet<String>,
    /// What archives gave lies here until the batch is over.
    unpacked: Vec<TempDir>,
}

impl Inputs {
    /// Would a document of this label have been found, were it still there? One below something that could not be
    /// looked through is not known to be gone.
    pub fn is_gone(&self, label: &str) -> bool {
        let below = |folder: &str| match folder {
            "." => !label.starts_with('/') && !label.starts_with("../") && label != "-",
            _ => label.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/') || folder == "/"),
        };
        let doubtful = |failure: &Failure| failure.label == label || below(&failure.label);
        self.within.iter().any(|folder| below(folder))
            && !self.labels.contains(label)
            && !self.failures.iter().any(doubtful)
    }
}

/// All documents that the sources name.
///
/// # Errors
/// Where the list of files cannot be read.
pub fn inputs(sources: &Sources) -> anyhow::Result<Inputs> {
    let mut found = Inputs::default();
    let listed = sources.list.as_deref().map(list).transpose()?.unwrap_or_default();
    for root in sources.roots.iter().chain(&listed) {
        one(root, sources, &mut found);
    }
    found.documents.sort();
    let mut seen = BTreeSet::new();
    found.documents.retain(|input| seen.insert(identity(&input.origin)));
    found.failures.sort_by(|a, b| a.label.cmp(&b.label));
    found.failures.dedup_by(|a, b| a.label == b.label);
    found.labels = found.documents.iter().map(|input| input.label.clone()).collect();
    Ok(found)
}

/// The paths of a list, a line each; where it has NUL bytes, one between two of them (`find -print0`).
fn list(path: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let text = if path.as_os_str() == "-" {
        io::read_to_string(io::stdin())
    } else {
        fs::File::open(path).and_then(io::read_to_string)
    };
    let text = text.with_context(|| format!("--list {}", path.display()))?;
    let ends = if text.contains('\0') { '\0' } else { '\n' };
    let lines = text.split(ends).map(|line| if ends == '\n' { line.trim_end_matches('\r') } else { line });
    Ok(lines.filter(|line| !line.is_empty()).map(PathBuf::from).collect())
}

/// Adds what one argument names.
fn one(root: &Path, sources: &Sources, found: &mut Inputs) {
    if root.as_os_str() == "-" {
        found.documents.push(Input { label: "-".to_owned(), origin: Origin::Stdin, bytes: 0 });
        return;
    }
    match fs::metadata(root) {
        Ok(data) if data.is_dir() => {
            found.within.push(label(root));
            walk::folder(root, sources.gitignore, &mut found.documents, &mut found.failures);
        }
        Ok(_) if archive::is_archive(root) => unpack(root, sources, found),
        Ok(data) => found.documents.push(file(root, data.len())),
        Err(_) if walk::is_pattern(root) => {
            walk::pattern(root, sources.gitignore, &mut found.documents, &mut found.failures);
        }
        Err(error) => {
            let dangling = fs::symlink_metadata(root).is_ok();
            let reason = if dangling { Refusal::DanglingLink } else { Refusal::Unreadable(error) };
            found.failures.push(Failure { label: label(root), reason });
        }
    }
}

/// Adds the documents of an archive.
fn unpack(root: &Path, sources: &Sources, found: &mut Inputs) {
    let label = label(root);
    match archive::unpack(root, &label, sources.unpacked, sources.document) {
        Ok(unpacked) => {
            if unpacked.documents.is_empty() && unpacked.failures.is_empty() {
                found.failures.push(Failure { label: label.clone(), reason: Refusal::EmptyArchive });
            }
            found.documents.extend(unpacked.documents);
            found.failures.extend(unpacked.failures);
            found.unpacked.push(unpacked.folder);
            found.within.push(label);
        }
        Err(reason) => found.failures.push(Failure { label, reason }),
    }
}

/// The input that a file is.
pub(crate) fn file(path: &Path, bytes: u64) -> Input {
    Input { label: label(path), origin: Origin::File(path.to_path_buf()), bytes }
}

/// Does a name end as the texts do that are taken from folders and archives?
pub(crate) fn has_ending(name: impl AsRef<Path>) -> bool {
    let ending = name.as_ref().extension().and_then(OsStr::to_str).map(str::to_ascii_lowercase);
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// The path as the output shows it: without `.` parts, `/` between the others.
pub(crate) fn label(path: &Path) -> String {
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
        assert!(has_ending("a/Release.TXT") && has_ending("x.md"));
        assert!(!has_ending("x.txt.gz") && !has_ending("txt"));
    }

    #[test]
    fn what_is_gone_lay_where_everything_was_looked_through() {
        let found = Inputs {
            within: vec!["in".to_owned(), "a.zip".to_owned()],
            labels: BTreeSet::from(["in/a.txt".to_owned()]),
            failures: vec![Failure { label: "in/locked".to_owned(), reason: Refusal::Folder }],
            ..Inputs::default()
        };
        for (label, gone) in [
            ("in/b.txt", true),
            ("a.zip/x.txt", true),
            ("in/a.txt", false),
            ("in/locked", false),
            ("in/locked/c.txt", false),
            ("inbox/b.txt", false),
            ("elsewhere/b.txt", false),
            ("-", false),
        ] {
            assert_eq!(found.is_gone(label), gone, "{label}");
        }
        let here = Inputs { within: vec![".".to_owned()], ..Inputs::default() };
        assert!(
            here.is_gone("b.txt")
                && !here.is_gone("../b.txt")
                && !here.is_gone("/b.txt")
                && !here.is_gone("-")
        );
    }
}
