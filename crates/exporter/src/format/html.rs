//! `html/NAME.html`: a page a document, named as the JSON files are, and `html/index.html`.
//!
//! The index is made from what the manifest notes of each document, so that pages that are not made again are in it.

use std::io::Write as _;

use super::files::Files;
use super::{Sink, Target, staged};
use crate::html::{self, Card};
use crate::{Export, ExportError, Ledger};

const INDEX: &str = "index";

pub(super) fn open(target: &Target<'_>) -> Result<Box<dyn Sink>, ExportError> {
    let mut files = Files::open(target, "html", &[INDEX])?;
    files.forget_without(|about| serde_json::from_value::<Card>(about.clone()).is_ok());
    Ok(Box::new(Html(files)))
}

struct Html(Files);

impl Sink for Html {
    fn ledger(&self) -> &Ledger {
        &self.0.manifest.ledger
    }

    fn expire(&mut self) {
        self.0.manifest.ledger.expire();
    }

    fn write(&mut self, export: &Export<'_>) -> Result<(), ExportError> {
        let failed = |source| ExportError::Json { path: self.0.folder.clone(), source };
        let about = serde_json::to_value(Card::of(&export.record)).map_err(failed)?;
        self.0.write(&export.record, Some(about), &|writer, path| {
            let page =
                html::page(export).map_err(|source| ExportError::Json { path: path.to_owned(), source })?;
            writer.write_all(page.as_bytes()).map_err(|source| staged::write_error(path, source))
        })
    }

    fn prune(&mut self, gone: &dyn Fn(&str) -> bool) -> Result<usize, ExportError> {
        self.0.prune(gone)
    }

    fn finish(self: Box<Self>) -> Result<Vec<String>, ExportError> {
        let files = self.0;
        let mut rows = Vec::new();
        for (held, note) in files.manifest.in_order() {
            let card = note.about.clone().and_then(|about| serde_json::from_value(about).ok());
            if let (Some(stem), Some(card)) = (&note.file, card) {
                rows.push((held.path.as_str(), stem.as_str(), card));
            }
        }
        files.replace(INDEX, html::index(&rows).as_bytes())?;
        let folder = format!("{}/", files.folder.display());
        files.manifest.save()?;
        Ok(vec![folder])
    }
}
