//! A document a file: `FOLDER/NAME.ENDING`, and which document has which name.
//!
//! NAME is the stem of the source's file name. Where documents of one batch have the same stem, all of them get their
//! ids behind it (`release-0f3a….json`), whichever came first; the same bytes under the same name are one file.
//! A name once given stays, so that a reader of one file need not look for it each morning.
//! Invariant: a name never leaves the folder, whatever the source was called.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufWriter, Read as _, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::manifest::{Manifest, Note};
use super::{Target, staged};
use crate::{DocumentRecord, ExportError, Held};

/// Longest stem, in bytes: with id and ending it stays under the 255 bytes that file systems allow.
const LONGEST: usize = 160;

/// The files of one folder, a document each.
pub(super) struct Files {
    pub(super) folder: PathBuf,
    ending: &'static str,
    pub(super) manifest: Manifest,
    /// Who has a name (lower case, for file systems that know no case).
    taken: BTreeMap<String, Owner>,
}

struct Owner {
    /// Id of the document; empty for a name that several would have had and none has.
    id: String,
    /// The stem as written.
    stem: String,
}

/// What writes the bytes of a file, whose path is there for its errors.
pub(super) type Fill<'a> = &'a dyn Fn(&mut BufWriter<NamedTempFile>, &Path) -> Result<(), ExportError>;

impl Files {
    /// The folder `name` of a target, whose files end in `.name`. No document gets a reserved name.
    pub(super) fn open(
        target: &Target<'_>,
        name: &'static str,
        reserved: &[&str],
    ) -> Result<Self, ExportError> {
        let folder = target.out.join(name);
        staged::folder(&folder)?;
        let manifest = Manifest::open(target.out, name, target.maker);
        let mut files = Self { folder, ending: name, manifest, taken: BTreeMap::new() };
        for stem in reserved {
            files.take((*stem).to_owned(), "");
        }
        files.take_over()?;
        Ok(files)
    }

    /// Writes the file of a document, in the place of what was held of the same bytes or under the same path; `about`
    /// is noted with it.
    pub(super) fn write(
        &mut self,
        record: &DocumentRecord<'_>,
        about: Option<serde_json::Value>,
        fill: Fill<'_>,
    ) -> Result<(), ExportError> {
        let held = Held::new(record);
        if self.manifest.ledger.holds(&held.path, &held.sha256) {
            return Ok(());
        }
        let mut leftover = Vec::new();
        for id in self.manifest.ledger.replaced(&held.id, &held.path) {
            leftover.extend(self.release(&id));
        }
        let stem = stem(&record.source.path, &record.id);
        let own = match self.owner(&stem) {
            None => stem,
            Some(owner) => {
                let (id, first) = (std::mem::take(&mut owner.id), owner.stem.clone());
                if !id.is_empty() {
                    let moved = self.with_id(&first, &id);
                    let (from, to) = (self.path(&first), self.path(&moved));
                    fs::rename(&from, &to).map_err(|source| staged::write_error(&to, source))?;
                    self.manifest.rename(&id, &moved);
                    self.manifest.append(&id)?;
                    self.take(moved, &id);
                }
                self.with_id(&stem, &record.id)
            }
        };
        self.store(&own, fill)?;
        self.take(own.clone(), &held.id);
        let id = held.id.clone();
        self.manifest.note(held, Note { sizes: Vec::new(), file: Some(own.clone()), about });
        self.manifest.append(&id)?;
        for stem in leftover.iter().filter(|stem| **stem != own) {
            remove(&self.path(stem))?;
        }
        Ok(())
    }

    /// Takes out every document whose path is gone, with its file; their number.
    pub(super) fn prune(&mut self, gone: &dyn Fn(&str) -> bool) -> Result<usize, ExportError> {
        let documents = self.manifest.ledger.documents().filter(|held| gone(&held.path));
        let ids: Vec<String> = documents.map(|held| held.id.clone()).collect();
        for id in &ids {
            if let Some(stem) = self.release(id) {
                remove(&self.path(&stem))?;
            }
            self.manifest.forget(id);
        }
        Ok(ids.len())
    }

    /// Takes the names of the documents that are held; what has lost its file is not held any more.
    fn take_over(&mut self) -> Result<(), ExportError> {
        let documents = self.manifest.in_order();
        let names: Vec<(String, Option<String>, String)> = documents
            .iter()
            .map(|(held, note)| (held.id.clone(), note.file.clone(), stem(&held.path, &held.id)))
            .collect();
        for (id, file, stem) in names {
            match file.filter(|name| is_stem(name) && self.path(name).is_file()) {
                Some(file) => {
                    // A name with an id behind it tells that several would have had the name without.
                    if file != stem && self.owner(&stem).is_none() {
                        self.take(stem, "");
                    }
                    self.take(file, &id);
                }
                None => self.manifest.forget(&id),
            }
        }
        Ok(())
    }

    /// The path of the file of this stem.
    pub(super) fn path(&self, stem: &str) -> PathBuf {
        self.folder.join(format!("{stem}.{}", self.ending))
    }

    fn owner(&mut self, stem: &str) -> Option<&mut Owner> {
        self.taken.get_mut(&stem.to_lowercase())
    }

    fn take(&mut self, stem: String, id: &str) {
        self.taken.insert(stem.to_lowercase(), Owner { id: id.to_owned(), stem });
    }

    /// Frees the name of a document; the name.
    fn release(&mut self, id: &str) -> Option<String> {
        let stem = self.manifest.of(id)?.file.clone()?;
        if self.owner(&stem).is_some_and(|owner| owner.id == id) {
            self.taken.remove(&stem.to_lowercase());
        }
        Some(stem)
    }

    /// The stem with the id behind it, and a number where another document has that name.
    fn with_id(&mut self, stem: &str, id: &str) -> String {
        let mut name = format!("{stem}-{id}");
        let mut number = 2;
        while self.owner(&name).is_some_and(|owner| owner.id != id) {
            name = format!("{stem}-{id}-{number}");
            number += 1;
        }
        name
    }

    /// Forgets the documents whose note does not hold what the output needs, so that they are read again.
    pub(super) fn forget_without(&mut self, is_fit: impl Fn(&serde_json::Value) -> bool) {
        let documents = self.manifest.in_order();
        let unfit = documents.iter().filter(|(_, found)| !found.about.as_ref().is_some_and(&is_fit));
        let ids: Vec<String> = unfit.map(|(held, _)| held.id.clone()).collect();
        for id in ids {
            self.release(&id);
            self.manifest.forget(&id);
        }
    }

    /// Gives a file that is no document's these bytes; one that has them already is left alone.
    pub(super) fn replace(&self, stem: &str, bytes: &[u8]) -> Result<(), ExportError> {
        let path = self.path(stem);
        let mut old = Vec::new();
        let same = File::open(&path).and_then(|mut file| file.read_to_end(&mut old)).is_ok() && old == bytes;
        if same {
            return Ok(());
        }
        self.store(stem, &|file, path| {
            file.write_all(bytes).map_err(|source| staged::write_error(path, source))
        })
    }

    fn store(&self, stem: &str, fill: Fill<'_>) -> Result<(), ExportError> {
        let path = self.path(stem);
        let mut writer = BufWriter::new(staged::stage(&self.folder)?);
        fill(&mut writer, &path)?;
        writer.flush().map_err(|source| staged::write_error(&path, source))?;
        let whole = writer.into_inner().map_err(|failed| staged::write_error(&path, failed.into_error()))?;
        staged::publish(whole, &path)
    }
}

fn remove(path: &Path) -> Result<(), ExportError> {
    match fs::remove_file(path) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
            Err(staged::write_error(path, source))
        }
        _ => Ok(()),
    }
}

/// Is this the stem of a file in the folder, and of none elsewhere? The manifest is a file that anybody may write.
fn is_stem(name: &str) -> bool {
    !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', '\0'])
}

/// The file name of a source without folder and ending, safe as a file name; the id where nothing is left of it.
fn stem(path: &str, id: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && is_ending(ending) => stem,
        _ => name,
    };
    let mut safe = String::new();
    for found in stem.chars() {
        let kept = found.is_alphanumeric() || matches!(found, '-' | '_' | '.' | ',' | '(' | ')' | '+');
        let put = if kept { found } else { '-' };
        if safe.len() + put.len_utf8() > LONGEST {
            break;
        }
        safe.push(put);
    }
    // Neither hidden nor a folder (`..`), nor a bare mark such as the `-` of the standard input.
    let safe = safe.trim_start_matches(['.', '-']).trim_end_matches(['.', '-']);
    match safe.to_ascii_lowercase().as_str() {
        "" => id.to_owned(),
        // Names that are devices on Windows, whatever their ending.
        "con" | "prn" | "aux" | "nul" => format!("{safe}-{id}"),
        _ => safe.to_owned(),
    }
}

/// `txt`, `html`: letters and digits, few, not digits alone ("No. 14" has no ending).
fn is_ending(ending: &str) -> bool {
    (1..=5).contains(&ending.len())
        && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && ending.bytes().any(|byte| byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn names_are_safe_and_stay_in_the_folder() {
        let cases = [
            ("papers/Joint statement.txt", "Joint-statement"),
            ("a/b/plan.2021-25.html", "plan.2021-25"),
            ("C:\\papers\\note.TXT", "note"),
            ("release No. 14", "release-No.-14"),
            ("../../etc/passwd", "passwd"),
            ("..", "ID"),
            ("x/..", "ID"),
            (".hidden.txt", "hidden"),
            ("-", "ID"),
            ("", "ID"),
            ("papers/", "ID"),
            ("dump.jsonl#3", "dump.jsonl-3"),
            ("NUL.txt", "NUL-ID"),
            ("déclaration.txt", "déclaration"),
            ("a\u{0}b\nc.txt", "a-b-c"),
        ];
        for (path, name) in cases {
            assert_eq!(stem(path, "ID"), name, "{path:?}");
        }
        assert!(stem(&"é".repeat(400), "ID").len() <= super::LONGEST);
    }
}
