//! The lexicon: facts of language and the world, read from `data/*.csv` at start.

use std::sync::LazyLock;

/// All that the finders know beforehand. Built once, shared by all documents.
pub struct Lexicon {
    /// Words of dates and money.
    pub values: values::Values,
    /// Names, roles, cues.
    pub names: names::Names,
    /// Words about persons and speech.
    pub people: people::People,
}

pub mod language;
pub mod names;
pub mod people;
mod slots;
mod table;
pub mod values;
pub mod vocabulary;

impl Lexicon {
    /// The lexicon that is built into the program; read at the first call.
    pub fn embedded() -> &'static Self {
        static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon {
            values: values::Values::embedded(),
            names: names::Names::embedded(),
            people: people::People::embedded(),
        });
        &LEXICON
    }
}
