//! `rapporteur.jsonl`: a document a line, in the order of inputs.

use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::{Sink, staged};
use crate::{Export, ExportError};

pub(super) fn open(out: &Path) -> Result<Box<dyn Sink>, ExportError> {
    staged::folder(out)?;
    let writer = BufWriter::new(staged::stage(out)?);
    Ok(Box::new(JsonLines { path: out.join("rapporteur.jsonl"), writer }))
}

struct JsonLines {
    path: PathBuf,
    writer: BufWriter<NamedTempFile>,
}

impl Sink for JsonLines {
    fn write(&mut self, export: &Export<'_>) -> Result<(), ExportError> {
        serde_json::to_writer(&mut self.writer, &export.record)
            .map_err(|source| ExportError::Json { path: self.path.clone(), source })?;
        self.writer.write_all(b"\n").map_err(|source| staged::write_error(&self.path, source))
    }

    fn finish(self: Box<Self>) -> Result<Vec<PathBuf>, ExportError> {
        let Self { path, writer } = *self;
        let file = writer.into_inner().map_err(|failed| staged::write_error(&path, failed.into_error()))?;
        staged::publish(file, &path)?;
        Ok(vec![path])
    }
}
