//! What is known of names: the gazetteer and head words.

mod builder;
mod gazetteer;
mod head;
mod index;
mod members;

pub use gazetteer::{Entry, Form, FormBy, Gazetteer, Hit};
pub use head::{Head, Heads};

/// Names and head words.
pub struct Names {
    /// Known names of countries, places, regions, groups and bodies.
    pub gazetteer: Gazetteer,
    /// Words that make a name of what stands before or after them: `Ministry`, `Summit`.
    pub heads: Heads,
}

impl Names {
    /// The rows that are built into the program.
    pub fn embedded() -> Self {
        Self { gazetteer: Gazetteer::embedded(), heads: Heads::embedded() }
    }
}
