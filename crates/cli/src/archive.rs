//! Documents out of `.zip`, `.tar` and `.tar.gz` archives: `plans.zip` holding `2031/a.txt` gives `plans.zip/2031/a.txt`.
//!
//! ```text
//! name   = [ "./" ] step *( "/" step )       ; "\" counts as "/"
//! step   = neither empty, "." nor ".."       ; and no NUL, nor a drive ("C:") in front
//! ```
//!
//! Members are unpacked into a temporary folder under running numbers, so that no name of theirs ever names a file
//! of this machine; what they are called is a label and nothing else. How many bytes come out is counted as they
//! come, whatever the archive says of itself, and an archive that would give more than the limit is refused whole.
//!
//! Deliberately not here: archives inside archives, links, and members whose ending tells that they are no text.

use std::{
    collections::BTreeSet,
    fs::File,
    io::{self, BufReader, Read},
    path::{Path, PathBuf},
};

use flate2::read::MultiGzDecoder;
use tempfile::TempDir;

use crate::{
    input::{Failure, Input, Origin, has_ending},
    intake::Refusal,
};

/// Members of an archive at most.
const MEMBERS: usize = 200_000;

/// Endings of the names that are taken for archives, in lower case.
const ZIP: &str = ".zip";
const TAR: &str = ".tar";
const GZIP: &[&str] = &[".tar.gz", ".tgz"];

/// What an archive gave.
pub struct Unpacked {
    /// Its documents.
    pub documents: Vec<Input>,
    /// Members that give none, and why.
    pub failures: Vec<Failure>,
    /// Where they are, until it is dropped.
    pub folder: TempDir,
}

/// Is a file of this name taken for an archive?
pub fn is_archive(path: &Path) -> bool {
    let name = path.to_string_lossy().to_ascii_lowercase();
    name.ends_with(ZIP) || name.ends_with(TAR) || GZIP.iter().any(|ending| name.ends_with(ending))
}

/// The documents of an archive, unpacked; `limit` bounds the bytes that come out, `each` those of one document.
///
/// # Errors
/// Where the archive cannot be read, or gives more than the limit.
pub fn unpack(path: &Path, label: &str, limit: u64, each: u64) -> Result<Unpacked, Refusal> {
    let folder = TempDir::with_prefix("rapporteur-").map_err(Refusal::Unreadable)?;
    let file = File::open(path).map_err(Refusal::Unreadable)?;
    let mut taker = Taker {
        label,
        each,
        left: limit,
        limit,
        members: 0,
        names: BTreeSet::new(),
        unpacked: Unpacked { documents: Vec::new(), failures: Vec::new(), folder },
    };
    let name = path.to_string_lossy().to_ascii_lowercase();
    let buffered = BufReader::new(file);
    if name.ends_with(ZIP) {
        zip(buffered, &mut taker)?;
    } else if name.ends_with(TAR) {
        tar(buffered, &mut taker)?;
    } else {
        tar(MultiGzDecoder::new(buffered), &mut taker)?;
    }
    Ok(taker.unpacked)
}

fn zip(file: BufReader<File>, taker: &mut Taker<'_>) -> Result<(), Refusal> {
    let mut archive = zip::ZipArchive::new(file).map_err(|error| Refusal::Archive(error.to_string()))?;
    for at in 0..archive.len() {
        let (name, plain) = match archive.by_index_raw(at) {
            Ok(member) if member.is_dir() => continue,
            Ok(member) => match member.name() {
                Ok(name) => (name.into_owned(), member.is_file()),
                Err(error) => return Err(Refusal::Archive(error.to_string())),
            },
            Err(error) => return Err(Refusal::Archive(error.to_string())),
        };
        let Some(label) = taker.admit(&name, plain)? else { continue };
        match archive.by_index(at) {
            Ok(mut member) => taker.take(label, &mut member)?,
            Err(error) => taker.fail(label, Refusal::Archive(error.to_string())),
        }
    }
    Ok(())
}

fn tar(stream: impl Read, taker: &mut Taker<'_>) -> Result<(), Refusal> {
    // What is skipped is unpacked too, and counts.
    let limit = taker.limit;
    let mut archive = tar::Archive::new(Counted { stream, left: limit });
    let damaged = |error: io::Error| {
        if error.kind() == io::ErrorKind::FileTooLarge {
            Refusal::Bomb(limit)
        } else {
            Refusal::Archive(error.to_string())
        }
    };
    for member in archive.entries().map_err(damaged)? {
        let mut member = member.map_err(damaged)?;
        let kind = member.header().entry_type();
        if kind.is_dir() || kind.is_pax_global_extensions() {
            continue;
        }
        let name = String::from_utf8_lossy(&member.path_bytes()).into_owned();
        if let Some(label) = taker.admit(&name, kind.is_file())? {
            taker.take(label, &mut member)?;
        }
    }
    Ok(())
}

/// A stream that ends in an error where more than a limit comes out of it.
struct Counted<R> {
    stream: R,
    left: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.stream.read(buffer)?;
        self.left = self.left.checked_sub(read as u64).ok_or(io::ErrorKind::FileTooLarge)?;
        Ok(read)
    }
}

/// Takes members one by one.
struct Taker<'a> {
    label: &'a str,
    each: u64,
    left: u64,
    limit: u64,
    members: usize,
    names: BTreeSet<String>,
    unpacked: Unpacked,
}

impl Taker<'_> {
    /// The label of a member that is taken; none for one that is left out.
    fn admit(&mut self, name: &str, plain: bool) -> Result<Option<String>, Refusal> {
        self.members += 1;
        if self.members > MEMBERS {
            return Err(Refusal::Members(MEMBERS));
        }
        if !has_ending(name) {
            return Ok(None);
        }
        let outer = self.label;
        let Some(inner) = inside(name) else {
            self.fail(format!("{outer}/{name}"), Refusal::Outside);
            return Ok(None);
        };
        let label = format!("{outer}/{inner}");
        if !plain {
            self.fail(label, Refusal::Link);
            return Ok(None);
        }
        if !self.names.insert(inner) {
            self.fail(label, Refusal::Twice);
            return Ok(None);
        }
        Ok(Some(label))
    }

    /// Writes a member out.
    fn take(&mut self, label: String, member: &mut impl Read) -> Result<(), Refusal> {
        let path = self.path();
        let mut file = File::create(&path).map_err(Refusal::Unreadable)?;
        // One byte more than a document may have tells that it has too many; its bytes are counted all the same.
        let most = self.each.saturating_add(1).min(self.left.saturating_add(1));
        match io::copy(&mut member.take(most), &mut file) {
            Ok(bytes) if bytes > self.left => return Err(Refusal::Bomb(self.limit)),
            Ok(bytes) => {
                self.left -= bytes;
                self.unpacked.documents.push(Input { label, origin: Origin::File(path), bytes });
            }
            Err(error) if error.kind() == io::ErrorKind::FileTooLarge => {
                return Err(Refusal::Bomb(self.limit));
            }
            Err(error) => self.fail(label, Refusal::Archive(error.to_string())),
        }
        Ok(())
    }

    /// The file of the next document: a running number, whatever the member is called.
    fn path(&self) -> PathBuf {
        self.unpacked.folder.path().join(format!("{}.txt", self.members))
    }

    fn fail(&mut self, label: String, reason: Refusal) {
        self.unpacked.failures.push(Failure { label, reason });
    }
}

/// A member's name as a path inside the archive; none where it would lead out of it.
fn inside(name: &str) -> Option<String> {
    let name = name.replace('\\', "/");
    let drive = name.as_bytes().get(1) == Some(&b':');
    if name.starts_with('/') || drive || name.contains('\0') {
        return None;
    }
    let steps: Vec<&str> = name.split('/').filter(|step| !step.is_empty() && *step != ".").collect();
    (!steps.is_empty() && !steps.contains(&"..")).then(|| steps.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_inside_or_are_refused() {
        for (name, want) in [
            ("a.txt", Some("a.txt")),
            ("./2031//a.txt", Some("2031/a.txt")),
            ("2031\\a.txt", Some("2031/a.txt")),
            ("a..b/c.txt", Some("a..b/c.txt")),
            ("../a.txt", None),
            ("a/../../b.txt", None),
            ("a\\..\\b.txt", None),
            ("/etc/a.txt", None),
            ("\\\\host\\a.txt", None),
            ("C:\\a.txt", None),
            ("c:a.txt", None),
            ("a\0.txt", None),
            ("", None),
            ("./", None),
        ] {
            assert_eq!(inside(name).as_deref(), want, "{name:?}");
        }
    }

    #[test]
    fn archives_are_told_by_their_names() {
        assert!(["a.zip", "b/c.TAR.GZ", "d.tgz", "e.tar"].iter().all(|name| is_archive(Path::new(name))));
        assert!(!["a.txt", "zip", "a.gz", "tar.txt"].iter().any(|name| is_archive(Path::new(name))));
    }
}
