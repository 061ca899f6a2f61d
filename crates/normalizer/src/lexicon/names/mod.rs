//! What is known of names: the gazetteer, head words, and words that begin no name.

mod gazetteer;
mod head;
mod index;
mod members;
mod table;
mod word;

pub use gazetteer::{Entry, Form, FormBy, Gazetteer, Hit};
pub use head::{Head, Heads};
pub use word::{Class, Words};

/// Names, head words and stop words.
pub struct Names {
    /// Known names of countries, places, regions, groups and bodies.
    pub gazetteer: Gazetteer,
    /// Words that make a name of what stands before or after them: `Ministry`, `Summit`.
    pub heads: Heads,
    /// Words that are capitalised for another reason than being a name.
    pub words: Words,
}

impl Names {
    /// The rows that are built into the program.
    pub fn embedded() -> Self {
        Self { gazetteer: Gazetteer::embedded(), heads: Heads::embedded(), words: Words::embedded() }
    }
}
