//! The words of the passages around a quotation, each passage read once: `page.words(id)`.
//!
//! Quotations are asked for in reading order, so what lies well before the one at hand is let go: memory is bounded by a
//! few passages.
//!
//! Invariant: however many quotations a passage has, its words are split once.
//!
//! Not here: what the words say.

use std::collections::BTreeMap;
use std::rc::Rc;

use rapporteur_model::{Document, PassageId};

use crate::finder::person::word::Words;

/// How many passages before the last one asked for are kept.
const KEPT: usize = 8;

/// Words of passages, those asked for of late.
pub struct Pages<'a> {
    document: &'a Document,
    kept: BTreeMap<PassageId, Rc<Words<'a>>>,
}

impl<'a> Pages<'a> {
    /// The pages of a document, none of them read yet.
    pub fn new(document: &'a Document) -> Self {
        Self { document, kept: BTreeMap::new() }
    }

    /// The words of a passage.
    pub fn words(&mut self, id: PassageId) -> Rc<Words<'a>> {
        if let Some(words) = self.kept.get(&id) {
            return Rc::clone(words);
        }
        let words = Rc::new(Words::of(self.document.passage(id).text()));
        self.kept = self.kept.split_off(&PassageId(id.0.saturating_sub(KEPT)));
        self.kept.insert(id, Rc::clone(&words));
        words
    }
}
