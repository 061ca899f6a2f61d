//! Words that are capitalised for another reason than being part of a name: they begin a sentence, an order or a
//! title.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::table::rows;
use crate::lexicon::language::is_word;

/// Why a word is capitalised and yet no part of a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Class {
    /// An article, preposition, pronoun, conjunction or adverb at the start of a sentence: `The`, `During`.
    Opener,
    /// A verb at the start of an order: `Implement`, `Strengthening`.
    Verb,
    /// A month or day of the week.
    Calendar,
}

/// The words, by their form with a capital.
pub struct Words {
    classes: HashMap<String, Class, FixedState>,
}

impl Words {
    /// The rows of `data/name_words.csv`.
    pub fn embedded() -> Self {
        let mut classes = HashMap::default();
        rows(include_str!("../../../../../data/name_words.csv"), ["word", "class"], |[word, class]| {
            let class = match class {
                "opener" => Class::Opener,
                "verb" => Class::Verb,
                "calendar" => Class::Calendar,
                _ => return,
            };
            classes.insert(word.to_owned(), class);
        });
        Self { classes }
    }

    /// The class of a capitalised word.
    pub fn class(&self, word: &str) -> Option<Class> {
        self.classes.get(word).copied()
    }

    /// Is it a word of the language (given in lower case)?
    pub fn common(&self, word: &str) -> bool {
        is_word(word)
    }

    /// Can the word begin no name, wherever it stands?
    pub fn opens(&self, word: &str) -> bool {
        matches!(self.class(word), Some(Class::Opener | Class::Calendar))
    }

    /// Can the word begin no name at the start of a sentence?
    pub fn orders(&self, word: &str) -> bool {
        self.class(word) == Some(Class::Verb)
    }
}
