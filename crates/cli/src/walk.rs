//! Folders and patterns: the files below a folder, the files that a pattern fits.
//!
//! ```text
//! pattern = a path with "*", "?", "[…]" or "{…}" in it; "**" goes through folders, the others do not
//! ```
//!
//! A pattern is for shells that expand none, and for lists longer than a command line. A file of that very name comes
//! first: a pattern is looked at only where no such file is. Links are followed; a link to a folder above ends there.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use globset::{GlobBuilder, GlobMatcher};
use ignore::{DirEntry, WalkBuilder};

use crate::{
    input::{Failure, Input, file, has_ending, label},
    intake::Refusal,
};

/// Adds the documents below a folder.
pub(crate) fn folder(root: &Path, gitignore: bool, documents: &mut Vec<Input>, failures: &mut Vec<Failure>) {
    let before = (documents.len(), failures.len());
    walk(root, gitignore, |path| has_ending(path), documents, failures);
    if before == (documents.len(), failures.len()) {
        failures.push(Failure { label: label(root), reason: Refusal::EmptyFolder });
    }
}

/// Has a path the signs of a pattern?
pub(crate) fn is_pattern(path: &Path) -> bool {
    path.to_string_lossy().contains(['*', '?', '[', '{'])
}

/// Adds the files that a pattern fits, whatever their ending.
pub(crate) fn pattern(
    pattern: &Path,
    gitignore: bool,
    documents: &mut Vec<Input>,
    failures: &mut Vec<Failure>,
) {
    let before = (documents.len(), failures.len());
    let wanted = match matcher(pattern) {
        Ok(wanted) => wanted,
        Err(error) => {
            failures.push(Failure { label: label(pattern), reason: Refusal::Pattern(error.to_string()) });
            return;
        }
    };
    // The folders before the first sign of a pattern are where to look.
    let plain: PathBuf = pattern.components().take_while(|part| !is_pattern(Path::new(part))).collect();
    let root = if plain.as_os_str().is_empty() { Path::new(".") } else { &plain };
    if root.is_dir() {
        walk(root, gitignore, |path| wanted.is_match(label(path)), documents, failures);
    }
    if before == (documents.len(), failures.len()) {
        failures.push(Failure { label: label(pattern), reason: Refusal::NoMatch });
    }
}

fn matcher(pattern: &Path) -> Result<GlobMatcher, globset::Error> {
    Ok(GlobBuilder::new(&label(pattern)).literal_separator(true).build()?.compile_matcher())
}

fn walk(
    root: &Path,
    gitignore: bool,
    wanted: impl Fn(&Path) -> bool,
    documents: &mut Vec<Input>,
    failures: &mut Vec<Failure>,
) {
    let mut builder = WalkBuilder::new(root);
    builder.standard_filters(false).follow_links(true).sort_by_file_name(std::ffi::OsStr::cmp);
    // Outside a repository `.gitignore` files count as well: the folder of a feed is none.
    builder.git_ignore(gitignore).require_git(false);
    for entry in builder.build() {
        match entry {
            Ok(entry) if is_file(&entry) && wanted(entry.path()) => {
                let bytes = entry.metadata().map_or(0, |data| data.len());
                documents.push(file(entry.path(), bytes));
            }
            Ok(_) => {}
            Err(error) => failures.extend(failure(root, error, &wanted)),
        }
    }
}

fn is_file(entry: &DirEntry) -> bool {
    entry.file_type().is_some_and(|kind| kind.is_file())
}

/// What an error on the way is to a person; nothing where nothing is lost.
fn failure(root: &Path, error: ignore::Error, wanted: &impl Fn(&Path) -> bool) -> Option<Failure> {
    let path = path_of(&error).unwrap_or(root).to_path_buf();
    // A link to a folder above: all that is in there is on the list already.
    if is_loop(&error) {
        return None;
    }
    let link = fs::symlink_metadata(&path).is_ok_and(|data| data.is_symlink());
    if link {
        return wanted(&path).then(|| Failure { label: label(&path), reason: Refusal::DanglingLink });
    }
    let error = error.into_io_error().unwrap_or_else(|| io::ErrorKind::Other.into());
    Some(Failure { label: label(&path), reason: Refusal::Unreadable(error) })
}

fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        _ => None,
    }
}

fn is_loop(error: &ignore::Error) -> bool {
    match error {
        ignore::Error::Loop { .. } => true,
        ignore::Error::WithPath { err, .. }
        | ignore::Error::WithDepth { err, .. }
        | ignore::Error::WithLineNumber { err, .. } => is_loop(err),
        _ => false,
    }
}
