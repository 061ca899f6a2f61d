//! `json/NAME.json`: a document a file, indented by two spaces.
//!
//! NAME is the stem of the source's file name. Where documents of one batch have the same stem, all of them get their
//! ids behind it (`release-0f3a….json`), whichever came first; the same bytes under the same name are one file.
//! Invariant: a name never leaves the folder, whatever the source was called.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use super::{Sink, staged};
use crate::{DocumentRecord, Export, ExportError};

/// Longest stem, in bytes: with id and ending it stays under the 255 bytes that file systems allow.
const LONGEST: usize = 160;

pub(super) fn open(out: &Path) -> Result<Box<dyn Sink>, ExportError> {
    let folder = out.join("json");
    staged::folder(&folder)?;
    Ok(Box::new(Json { folder, taken: BTreeMap::new() }))
}

struct Json {
    folder: PathBuf,
    /// Who has a name (lower case, for file systems that know no case).
    taken: BTreeMap<String, Owner>,
}

struct Owner {
    /// Id of the document; empty for a name that several would have had and none has.
    id: String,
    /// The stem as written.
    stem: String,
}

impl Sink for Json {
    fn write(&mut self, export: &Export<'_>) -> Result<(), ExportError> {
        let (record, stem) = (&export.record, stem(&export.record.source.path, &export.record.id));
        match self.owner(&stem) {
            None => self.store(record, stem),
            Some(owner) if owner.id == record.id => Ok(()),
            Some(owner) => {
                let (id, first) = (std::mem::take(&mut owner.id), owner.stem.clone());
                if !id.is_empty() {
                    let moved = self.with_id(&first, &id);
                    let (from, to) = (self.path(&first), self.path(&moved));
                    fs::rename(&from, &to).map_err(|source| staged::write_error(&to, source))?;
                    self.take(moved, &id);
                }
                let own = self.with_id(&stem, &record.id);
                if self.owner(&own).is_some() { Ok(()) } else { self.store(record, own) }
            }
        }
    }

    fn finish(self: Box<Self>) -> Result<Vec<PathBuf>, ExportError> {
        Ok(vec![self.folder])
    }
}

impl Json {
    fn path(&self, stem: &str) -> PathBuf {
        self.folder.join(format!("{stem}.json"))
    }

    fn owner(&mut self, stem: &str) -> Option<&mut Owner> {
        self.taken.get_mut(&stem.to_lowercase())
    }

    fn take(&mut self, stem: String, id: &str) {
        self.taken.insert(stem.to_lowercase(), Owner { id: id.to_owned(), stem });
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

    fn store(&mut self, record: &DocumentRecord<'_>, stem: String) -> Result<(), ExportError> {
        let path = self.path(&stem);
        let file = staged::stage(&self.folder)?;
        let mut writer = BufWriter::new(file);
        serde_json::to_writer_pretty(&mut writer, record)
            .map_err(|source| ExportError::Json { path: path.clone(), source })?;
        writer.write_all(b"\n").map_err(|source| staged::write_error(&path, source))?;
        let file = writer.into_inner().map_err(|failed| staged::write_error(&path, failed.into_error()))?;
        staged::publish(file, &path)?;
        self.take(stem, &record.id);
        Ok(())
    }
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
