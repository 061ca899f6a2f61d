//! Changes: what one reading says that another does not.

use rapporteur_model::named_enum;
use std::fmt::Write as _;

use crate::fact::{Kind, Place};

named_enum! {
    /// What became of a fact.
    pub enum What {
        /// It is new.
        Added = "added",
        /// It is gone.
        Removed = "removed",
        /// It has other words.
        Reworded = "reworded",
        /// Its words bind less than before: "may" for "shall".
        Weakened = "weakened",
        /// Its words bind more than before: "shall" for "may".
        Strengthened = "strengthened",
        /// It has other values.
        Changed = "changed",
        /// An entity became a part of another.
        Merged = "merged",
        /// An entity was parted from another.
        Split = "split",
    }
}

/// A value of a field, before and after; empty where there was or is none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FieldChange {
    /// The field's name, as in a baseline; `text` for the words.
    pub name: String,
    /// Before.
    pub old: String,
    /// After.
    pub new: String,
}

/// A change.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// The document, by its present path.
    pub document: String,
    /// What it is about.
    pub kind: Kind,
    /// What became of it.
    pub what: What,
    /// What a person would call the fact: a reference, words, a name.
    pub label: String,
    /// The provision or heading that it stands in.
    pub at: String,
    /// The words before; empty of what is new.
    pub old: String,
    /// The words after; empty of what is gone.
    pub new: String,
    /// The values that differ.
    pub fields: Vec<FieldChange>,
    /// The other entity, of a merger or parting.
    pub with: Option<String>,
    /// Where the fact stands, or for what is gone, where its provision does.
    pub place: Option<Place>,
}

impl Change {
    /// The line on which a person would look.
    pub fn line(&self) -> usize {
        self.place.as_ref().map_or(1, |place| place.line.max(1))
    }

    /// The change in a sentence, without marks of any format.
    pub fn sentence(&self) -> String {
        let (kind, what) = (self.kind, self.what);
        let mut sentence = format!("{kind} {what}: {}", self.label);
        if !self.at.is_empty() && self.label != self.at {
            _ = write!(sentence, " in {}", self.at);
        }
        if let Some(other) = &self.with {
            let word = if what == What::Merged { "into" } else { "from" };
            _ = write!(sentence, " {word} {other}");
        }
        let fields: Vec<String> = self.fields.iter().map(FieldChange::sentence).collect();
        if !fields.is_empty() {
            _ = write!(sentence, ": {}", fields.join("; "));
        }
        sentence
    }
}

impl FieldChange {
    /// `value 2600000 → 2500000`.
    pub fn sentence(&self) -> String {
        let shown = |value: &str| if value.is_empty() { "none".to_owned() } else { value.to_owned() };
        format!("{} {} → {}", self.name, shown(&self.old), shown(&self.new))
    }
}
