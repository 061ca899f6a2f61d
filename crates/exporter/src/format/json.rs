//! `json/NAME.json`: a document a file, indented by two spaces.

use std::io::Write as _;

use super::files::Files;
use super::{Sink, Target, staged};
use crate::{Export, ExportError, Ledger};

pub(super) fn open(target: &Target<'_>) -> Result<Box<dyn Sink>, ExportError> {
    Ok(Box::new(Json(Files::open(target, "json", &[])?)))
}

struct Json(Files);

impl Sink for Json {
    fn ledger(&self) -> &Ledger {
        &self.0.manifest.ledger
    }

    fn expire(&mut self) {
        self.0.manifest.ledger.expire();
    }

    fn write(&mut self, export: &Export<'_>) -> Result<(), ExportError> {
        self.0.write(&export.record, None, &|writer, path| {
            serde_json::to_writer_pretty(&mut *writer, &export.record)
                .map_err(|source| ExportError::Json { path: path.to_owned(), source })?;
            writer.write_all(b"\n").map_err(|source| staged::write_error(path, source))
        })
    }

    fn prune(&mut self, gone: &dyn Fn(&str) -> bool) -> Result<usize, ExportError> {
        self.0.prune(gone)
    }

    fn finish(self: Box<Self>) -> Result<Vec<String>, ExportError> {
        let Files { folder, manifest, .. } = self.0;
        manifest.save()?;
        Ok(vec![format!("{}/", folder.display())])
    }
}
