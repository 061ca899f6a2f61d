//! `.rapporteur/NAME.jsonl`: what the files of an output hold, so that the next run need not read it again.
//!
//! ```json
//! {"tool_version":"0.1.0+9f…","lexicon":"5c…","options":"{}"}
//! {"id":"0f3a…","path":"in/a.txt","sha256":"0f3a…","bytes":812,"sizes":[4096],"file":null}
//! ```
//!
//! A line of a maker stands before the documents that were read by it. A document that comes twice is what its last
//! line says, so that a run may add lines on its way; a line that was cut short by a kill is left out. What is lost
//! with it is read again, nothing else.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{BufRead as _, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::staged;
use crate::{ExportError, Held, Ledger, Maker};

/// What is noted of a document beside what [`Held`] says.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(super) struct Note {
    /// Bytes that it takes in each file of the output.
    pub sizes: Vec<u64>,
    /// The file that is its own.
    pub file: Option<String>,
    /// What the output needs to know of it when it is not read again.
    pub about: Option<Value>,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Line {
    Maker {
        tool_version: String,
        lexicon: String,
        options: String,
    },
    Document {
        id: String,
        path: String,
        sha256: String,
        bytes: u64,
        sizes: Vec<u64>,
        file: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        about: Option<Value>,
    },
}

/// The manifest of one output.
pub(super) struct Manifest {
    path: PathBuf,
    own: Maker,
    pub(super) ledger: Ledger,
    /// By id: the note, and by what the document was read.
    notes: BTreeMap<String, (Note, Maker)>,
    journal: Option<File>,
}

impl Manifest {
    /// The manifest of an output in a folder; empty where there is none that can be read.
    pub(super) fn open(out: &Path, name: &str, own: &Maker) -> Self {
        let path = out.join(".rapporteur").join(format!("{name}.jsonl"));
        let mut manifest =
            Self { path, own: own.clone(), ledger: Ledger::default(), notes: BTreeMap::new(), journal: None };
        let Ok(file) = File::open(&manifest.path) else { return manifest };
        let mut maker = Maker::default();
        for line in BufReader::new(file).lines().map_while(Result::ok) {
            match serde_json::from_str(&line) {
                Ok(Line::Maker { tool_version, lexicon, options }) => {
                    maker = Maker { tool_version, lexicon, options };
                }
                Ok(Line::Document { id, path, sha256, bytes, sizes, file, about }) => {
                    let held = Held { id, path, sha256, bytes, current: maker == *own };
                    manifest.put(held, Note { sizes, file, about }, &maker);
                }
                Err(_) => {}
            }
        }
        manifest
    }

    fn put(&mut self, held: Held, note: Note, maker: &Maker) {
        for id in self.ledger.replaced(&held.id, &held.path) {
            self.notes.remove(&id);
        }
        self.notes.insert(held.id.clone(), (note, maker.clone()));
        self.ledger.note(held);
    }

    /// Notes a document that this run read.
    pub(super) fn note(&mut self, held: Held, note: Note) {
        let own = self.own.clone();
        self.put(held, note, &own);
    }

    /// The note of a document.
    pub(super) fn of(&self, id: &str) -> Option<&Note> {
        self.notes.get(id).map(|(note, _)| note)
    }

    /// Gives a document's own file another name.
    pub(super) fn rename(&mut self, id: &str, file: &str) {
        if let Some((note, _)) = self.notes.get_mut(id) {
            note.file = Some(file.to_owned());
        }
    }

    pub(super) fn forget(&mut self, id: &str) {
        self.ledger.forget(id);
        self.notes.remove(id);
    }

    /// Forgets everything: the files are not those that it speaks of.
    pub(super) fn clear(&mut self) {
        (self.ledger, self.notes) = (Ledger::default(), BTreeMap::new());
    }

    /// Documents with their notes, by path.
    pub(super) fn in_order(&self) -> Vec<(&Held, &Note)> {
        let mut documents: Vec<(&Held, &Note)> =
            self.ledger.documents().filter_map(|held| Some((held, self.of(&held.id)?))).collect();
        documents.sort_by(|(a, _), (b, _)| (&a.path, &a.id).cmp(&(&b.path, &b.id)));
        documents
    }

    /// Adds a document's line to the file at once.
    pub(super) fn append(&mut self, id: &str) -> Result<(), ExportError> {
        let failed = |source| staged::write_error(&self.path, source);
        let mut lines = Vec::new();
        if self.journal.is_none() {
            if let Some(folder) = self.path.parent() {
                staged::folder(folder)?;
            }
            self.journal =
                Some(OpenOptions::new().create(true).append(true).open(&self.path).map_err(failed)?);
            // What stands before may be cut short.
            lines.push(b'\n');
        }
        if let (Some(held), Some((note, maker))) = (self.ledger.get(id), self.notes.get(id)) {
            write_maker(&mut lines, maker).map_err(failed)?;
            write_document(&mut lines, held, note).map_err(failed)?;
        }
        match &mut self.journal {
            Some(journal) => journal.write_all(&lines).map_err(failed),
            None => Ok(()),
        }
    }

    /// Writes the whole manifest in the place of the one before.
    pub(super) fn save(mut self) -> Result<(), ExportError> {
        self.journal = None;
        let Some(folder) = self.path.parent() else { return Ok(()) };
        staged::folder(folder)?;
        let mut writer = BufWriter::new(staged::stage(folder)?);
        let failed = |source| staged::write_error(&self.path, source);
        let mut before: Option<&Maker> = None;
        for (held, note) in self.in_order() {
            let maker = self.notes.get(&held.id).map(|(_, maker)| maker);
            if let Some(maker) = maker.filter(|maker| before != Some(*maker)) {
                write_maker(&mut writer, maker).map_err(failed)?;
                before = Some(maker);
            }
            write_document(&mut writer, held, note).map_err(failed)?;
        }
        let file = writer.into_inner().map_err(|error| failed(error.into_error()))?;
        staged::publish(file, &self.path)
    }

    /// Removes the manifest, before the files that it speaks of are changed one by one.
    pub(super) fn remove(&self) -> Result<(), ExportError> {
        match fs::remove_file(&self.path) {
            Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
                Err(staged::write_error(&self.path, source))
            }
            _ => Ok(()),
        }
    }
}

fn write_maker(writer: &mut impl Write, maker: &Maker) -> std::io::Result<()> {
    let Maker { tool_version, lexicon, options } = maker.clone();
    write_line(writer, &Line::Maker { tool_version, lexicon, options })
}

fn write_document(writer: &mut impl Write, held: &Held, note: &Note) -> std::io::Result<()> {
    let Held { id, path, sha256, bytes, .. } = held.clone();
    let Note { sizes, file, about } = note.clone();
    write_line(writer, &Line::Document { id, path, sha256, bytes, sizes, file, about })
}

fn write_line(writer: &mut impl Write, line: &Line) -> std::io::Result<()> {
    serde_json::to_writer(&mut *writer, line)?;
    writer.write_all(b"\n")
}
