//! `rapporteur.jsonl`: a document a line, in the order of the paths.

use super::parts::Parts;
use super::{Sink, Target};
use crate::{Export, ExportError, Held, Ledger};

pub(super) fn open(target: &Target<'_>) -> Result<Box<dyn Sink>, ExportError> {
    let files = vec![(target.out.join("rapporteur.jsonl"), Vec::new())];
    Ok(Box::new(JsonLines(Parts::open(target.out, target.out, "jsonl", target.maker, files)?)))
}

struct JsonLines(Parts);

impl Sink for JsonLines {
    fn ledger(&self) -> &Ledger {
        &self.0.manifest.ledger
    }

    fn expire(&mut self) {
        self.0.manifest.ledger.expire();
    }

    fn write(&mut self, export: &Export<'_>) -> Result<(), ExportError> {
        let path = self.0.path(0);
        self.0.add(Held::new(&export.record), |parts| {
            let Some(line) = parts.first_mut() else { return Ok(()) };
            serde_json::to_writer(&mut *line, &export.record)
                .map_err(|source| ExportError::Json { path, source })?;
            line.push(b'\n');
            Ok(())
        })
    }

    fn prune(&mut self, gone: &dyn Fn(&str) -> bool) -> Result<usize, ExportError> {
        Ok(self.0.prune(gone))
    }

    fn finish(self: Box<Self>) -> Result<Vec<String>, ExportError> {
        let written = self.0.path(0).display().to_string();
        self.0.finish()?;
        Ok(vec![written])
    }
}
