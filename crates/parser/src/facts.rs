//! What the rules ask of a unit's words again and again, each looked at once.
//!
//! Whether a line is furniture or could be a heading is asked when the genre is told, when the title is looked for and
//! at each step of the walk. Invariant: a fact follows from the words alone; whoever changes the words of a unit takes
//! [`Facts::default`] for it.

use std::cell::OnceCell;

use crate::{
    furniture::{Furniture, furniture},
    outline::heading::{is_contact_line, looks_titled},
    unit::Unit,
};

/// The facts that were looked at so far.
#[derive(Clone, Default, Debug)]
pub struct Facts {
    /// Do the words without the marker look like those of a heading?
    titled: OnceCell<bool>,
    /// The furniture that the whole is.
    furniture: OnceCell<Option<Furniture>>,
    /// Is the whole a line of an address?
    contact: OnceCell<bool>,
}

/// Facts add nothing to the words that they follow from.
impl PartialEq for Facts {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Facts {}

impl Unit {
    /// Do its words look like those of a heading?
    pub fn is_titled(&self, text: &str) -> bool {
        *self.facts.titled.get_or_init(|| looks_titled(self.words(text)))
    }

    /// The furniture that it is, marker included.
    pub fn furniture(&self, text: &str) -> Option<Furniture> {
        *self.facts.furniture.get_or_init(|| furniture(&text[self.span.start..self.span.end]))
    }

    /// Is it a line of an address, marker included?
    pub fn is_contact(&self, text: &str) -> bool {
        *self.facts.contact.get_or_init(|| is_contact_line(&text[self.span.start..self.span.end]))
    }
}
