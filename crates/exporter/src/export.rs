//! One document, ready to be written.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use rapporteur_model::Document;

use crate::tables::Cell;
use crate::{DocumentRecord, Tables, record};

/// A document with its record, and its rows.
pub struct Export<'a> {
    /// The document.
    pub document: &'a Document,
    /// Its record: the object of a JSON file.
    pub record: DocumentRecord<'a>,
    counts: OnceCell<BTreeMap<&'static str, usize>>,
}

impl<'a> Export<'a> {
    /// Makes the record. Pure: nothing but the document decides what it is.
    pub fn new(document: &'a Document) -> Self {
        Self { document, record: record(document), counts: OnceCell::new() }
    }

    /// Hands over every row, as [`Tables::rows`] does.
    ///
    /// # Errors
    /// The first error of `each`.
    pub fn rows<E>(&self, each: impl FnMut(usize, &[Cell<'_>]) -> Result<(), E>) -> Result<(), E> {
        let counts = Tables::new(&self.record, &self.document.source.text).rows(each)?;
        let _ = self.counts.set(counts);
        Ok(())
    }

    /// Number of rows by table.
    pub fn counts(&self) -> &BTreeMap<&'static str, usize> {
        self.counts.get_or_init(|| {
            let none = |_: usize, _: &[Cell<'_>]| Ok::<(), std::convert::Infallible>(());
            let Ok(counts) = Tables::new(&self.record, &self.document.source.text).rows(none);
            counts
        })
    }
}
