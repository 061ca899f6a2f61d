//! One document, ready to be written.

use rapporteur_model::Document;

use crate::{DocumentRecord, Tables, record};

/// A document with its record and its rows.
pub struct Export<'a> {
    /// The document.
    pub document: &'a Document,
    /// Its record: the object of a JSON file.
    pub record: DocumentRecord<'a>,
    /// Its rows.
    pub tables: Tables<'a>,
}

impl<'a> Export<'a> {
    /// Makes record and rows. Pure: nothing but the document decides what they are.
    pub fn new(document: &'a Document) -> Self {
        let record = record(document);
        let tables = Tables::new(&record, &document.source.text);
        Self { document, record, tables }
    }
}
