//! Files that hold a part for each document, one behind the other in the order of paths: JSON lines, CSV.
//!
//! ```text
//! csv/dates.csv = header, part of a.txt, part of b.txt, …
//! ```
//!
//! A run writes the parts of what it read beside the files. At the end old and new parts are put together, whole
//! runs of bytes at a time, and the files get their final names: nothing unchanged is read or made again, and the
//! files are those that one run over all documents would have written.
//!
//! Invariant: the manifest speaks of the files that stand there, or is not there. It is removed before the first of
//! several files is renamed, so that a run that is killed between two of them costs the reading, not the truth.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufWriter, Read as _, Seek as _, SeekFrom, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::manifest::{Manifest, Note};
use super::staged;
use crate::{ExportError, Held, Maker};

/// One of the files.
pub(super) struct Part {
    pub(super) path: PathBuf,
    header: Vec<u8>,
    /// The parts of this run, one behind the other, once there is any.
    fresh: Option<BufWriter<NamedTempFile>>,
}

pub(super) struct Parts {
    folder: PathBuf,
    pub(super) manifest: Manifest,
    pub(super) files: Vec<Part>,
    /// Where the part of a document of an earlier run begins in each of the files, by id.
    old: BTreeMap<String, Vec<u64>>,
    /// Where the part of a document of this run begins in each of the fresh files, by id.
    fresh: BTreeMap<String, Vec<u64>>,
    /// Bytes so far in each of the fresh files.
    ends: Vec<u64>,
    changed: bool,
}

impl Parts {
    /// The files at these paths with these headers, and what they hold from earlier runs.
    pub(super) fn open(
        out: &Path,
        folder: &Path,
        name: &str,
        maker: &Maker,
        files: Vec<(PathBuf, Vec<u8>)>,
    ) -> Result<Self, ExportError> {
        staged::folder(folder)?;
        let mut manifest = Manifest::open(out, name, maker);
        let ends = vec![0; files.len()];
        let files: Vec<Part> =
            files.into_iter().map(|(path, header)| Part { path, header, fresh: None }).collect();
        let sound =
            !files.is_empty() && files.iter().enumerate().all(|(at, file)| is_whole(&manifest, at, file));
        if !sound {
            manifest.clear();
        }
        let mut at: Vec<u64> = files.iter().map(|file| file.header.len() as u64).collect();
        let mut old = BTreeMap::new();
        for (held, note) in manifest.in_order() {
            old.insert(held.id.clone(), at.clone());
            at.iter_mut().zip(&note.sizes).for_each(|(at, size)| *at += size);
        }
        let folder = folder.to_owned();
        Ok(Self { folder, manifest, files, old, fresh: BTreeMap::new(), ends, changed: !sound })
    }

    /// The path of a file.
    pub(super) fn path(&self, at: usize) -> PathBuf {
        self.files.get(at).map(|file| file.path.clone()).unwrap_or_default()
    }

    /// Adds a document: `fill` appends its bytes to one buffer a file.
    pub(super) fn add(
        &mut self,
        held: Held,
        fill: impl FnOnce(&mut [Vec<u8>]) -> Result<(), ExportError>,
    ) -> Result<(), ExportError> {
        if self.manifest.ledger.holds(&held.path, &held.sha256) {
            return Ok(());
        }
        let mut parts = vec![Vec::new(); self.files.len()];
        fill(&mut parts)?;
        let starts = self.ends.clone();
        for ((file, part), end) in self.files.iter_mut().zip(&parts).zip(&mut self.ends) {
            if !part.is_empty() {
                let writer = match &mut file.fresh {
                    Some(writer) => writer,
                    empty => empty.insert(BufWriter::new(staged::stage(&self.folder)?)),
                };
                writer.write_all(part).map_err(|source| staged::write_error(&file.path, source))?;
                *end += part.len() as u64;
            }
        }
        let sizes = parts.iter().map(|part| part.len() as u64).collect();
        for id in self.manifest.ledger.replaced(&held.id, &held.path) {
            self.fresh.remove(&id);
        }
        self.fresh.insert(held.id.clone(), starts);
        self.manifest.note(held, Note { sizes, ..Note::default() });
        self.changed = true;
        Ok(())
    }

    pub(super) fn prune(&mut self, gone: &dyn Fn(&str) -> bool) -> usize {
        let documents = self.manifest.ledger.documents().filter(|held| gone(&held.path));
        let ids: Vec<String> = documents.map(|held| held.id.clone()).collect();
        for id in &ids {
            self.fresh.remove(id);
            self.manifest.forget(id);
        }
        self.changed |= !ids.is_empty();
        ids.len()
    }

    /// Makes the files count as changed: something that is made from them is missing.
    pub(super) fn touch(&mut self) {
        self.changed = true;
    }

    /// Puts old and new parts together under the final names. Did anything change?
    pub(super) fn finish(self) -> Result<bool, ExportError> {
        self.finish_with(|_| Ok(()))
    }

    /// The same; `then` makes something from the files before the manifest says that all is there.
    pub(super) fn finish_with(
        self,
        then: impl FnOnce(&[&Path]) -> Result<(), ExportError>,
    ) -> Result<bool, ExportError> {
        if !self.changed {
            return Ok(false);
        }
        let Self { folder, manifest, files, old: starts, fresh, .. } = self;
        let mut whole = Vec::new();
        for (at, file) in files.into_iter().enumerate() {
            let Part { path, header, fresh: writer } = file;
            let failed = |source| staged::write_error(&path, source);
            let mut new = match writer {
                Some(writer) => Some(writer.into_inner().map_err(|error| failed(error.into_error()))?),
                None => None,
            };
            let mut old = (!starts.is_empty()).then(|| File::open(&path)).transpose().map_err(failed)?;
            let mut writer = BufWriter::new(staged::stage(&folder)?);
            writer.write_all(&header).map_err(failed)?;
            for (held, note) in manifest.in_order() {
                let size = note.sizes.get(at).copied().unwrap_or(0);
                let start = |starts: &BTreeMap<String, Vec<u64>>| starts.get(&held.id)?.get(at).copied();
                let copied = match (start(&fresh), &mut new, start(&starts), &mut old) {
                    _ if size == 0 => Ok(()),
                    (Some(start), Some(new), _, _) => copy(new.as_file_mut(), start, size, &mut writer),
                    (None, _, Some(start), Some(old)) => copy(old, start, size, &mut writer),
                    _ => Ok(()),
                };
                copied.map_err(failed)?;
            }
            whole.push((writer.into_inner().map_err(|error| failed(error.into_error()))?, path));
        }
        if whole.len() > 1 {
            manifest.remove()?;
        }
        let mut paths = Vec::new();
        for (file, path) in whole {
            staged::publish(file, &path)?;
            paths.push(path);
        }
        then(&paths.iter().map(PathBuf::as_path).collect::<Vec<_>>())?;
        manifest.save()?;
        Ok(true)
    }
}

/// Is a file as long as the manifest says, so that its parts stand where they are looked for?
fn is_whole(manifest: &Manifest, at: usize, file: &Part) -> bool {
    let parts = manifest.in_order();
    let sizes: Option<u64> = parts.iter().map(|(_, note)| note.sizes.get(at).copied()).sum();
    let Ok(data) = file.path.metadata() else { return false };
    sizes.is_some_and(|sizes| data.len() == sizes + file.header.len() as u64)
}

fn copy(from: &mut File, start: u64, size: u64, to: &mut impl Write) -> io::Result<()> {
    from.seek(SeekFrom::Start(start))?;
    let copied = io::copy(&mut from.take(size), to)?;
    if copied == size { Ok(()) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}
