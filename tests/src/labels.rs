//! Hand-written labels of a text: `date "May 30" #2 = 2023-05-30? role=event`, one label a line.
//!
//! `tests/LABELS.md` holds the grammar and the rules of labelling. [`Labels::parse`] reads the lines against their
//! text, so that a label whose words are not there, or stand there more than once, is an error with its file and line.
//!
//! Invariant: every [`Span`] counts code points of the text without its byte-order mark, as the output contract does.

mod entry;
mod line;
mod locate;
mod names;
pub(crate) use names::field_of;
mod token;
mod vocabulary;

pub use locate::{Text, fold};
use std::fmt;

/// Half-open range of code points of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
}

impl Span {
    /// Number of code points that two spans share.
    #[must_use]
    pub fn overlap(self, other: Self) -> usize {
        self.end.min(other.end).saturating_sub(self.start.max(other.start))
    }

    /// Does the overlap make up at least half of each?
    #[must_use]
    pub fn half_of_each(self, other: Self) -> bool {
        2 * self.overlap(other) >= (self.end - self.start).max(other.end - other.start)
    }

    /// Does this span lie in a longer one?
    #[must_use]
    pub fn inside(self, other: Self) -> bool {
        other.start <= self.start && self.end <= other.end && self != other
    }
}

/// Words of the source: where they stand and how they read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// From the first word to the last, whatever lies between.
    pub span: Span,
    /// The words after repairs, white space folded.
    pub reading: String,
    /// The words as printed, white space folded.
    pub source: String,
}

/// A field of one value: the label first, other accepted values after it. `None` is null.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Single {
    /// Never empty.
    pub accepted: Vec<Option<String>>,
}

/// What the dateline says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dateline {
    /// As printed (`OTTAWA`), or none.
    pub place: Option<String>,
    /// EDTF.
    pub date: String,
    /// Where it stands.
    pub at: Place,
}

/// A heading of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 1 for the rank of the title; one off is accepted.
    pub level: u64,
    /// Accepted kinds of its section, the best first.
    pub kinds: Vec<String>,
    /// Its words.
    pub at: Place,
    /// Neutral whether found or not.
    pub optional: bool,
}

/// The provision above an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Parent {
    /// Not judged.
    Any,
    /// There is none.
    None,
    /// Its `ref`.
    Ref(String),
}

/// A provision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// `A.2.4`; none for a bullet, which is found by its place.
    pub reference: Option<String>,
    /// Accepted kinds, the best first.
    pub kinds: Vec<String>,
    /// Judged as [`Parent`] says.
    pub parent: Parent,
    /// Its words, number excluded.
    pub at: Place,
    /// Other accepted readings.
    pub or: Vec<String>,
    /// Neutral whether found or not.
    pub optional: bool,
}

/// A date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Date {
    /// The bare expression.
    pub at: Place,
    /// Accepted values; `none` in the file is null (a set of times).
    pub edtf: Vec<Option<String>>,
    /// Accepted modifiers, null among them.
    pub mods: Vec<Option<String>>,
    /// Accepted roles; empty where the role is not judged.
    pub roles: Vec<String>,
    /// Neutral whether found or not.
    pub optional: bool,
}

/// A figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// Number and unit.
    pub at: Place,
    /// `money`, `percent` or `count`.
    pub kind: &'static str,
    /// Exact decimal.
    pub value: String,
    /// Upper end of a range.
    pub value_max: Option<String>,
    /// ISO 4217, of money.
    pub currency: Option<String>,
    /// Neutral whether found or not.
    pub optional: bool,
}

/// A title that a person holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// `Minister of Trade`.
    pub title: String,
    /// Accepted names of the body or country, null among them.
    pub of: Vec<Option<String>>,
}

/// A place that names an entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The longest name first, then shorter names of the same entity inside it, which are accepted too.
    pub spans: Vec<Span>,
    /// May be left out: the acronym in brackets behind its long form.
    pub optional: bool,
}

/// A name and everything that stands for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// Field of the score: `persons` … `events`.
    pub field: &'static str,
    /// Accepted kinds, the best first.
    pub kinds: Vec<String>,
    /// Accepted canonical names, the best first.
    pub names: Vec<String>,
    /// Aliases and the acronym.
    pub aliases: Vec<String>,
    /// Alpha-2, of countries.
    pub iso: Option<String>,
    /// ISO codes, of groups; empty where not judged.
    pub members: Vec<String>,
    /// Of persons.
    pub roles: Vec<Role>,
    /// Every occurrence of a name that does not lie in a longer name.
    pub mentions: Vec<Mention>,
    /// Neutral whether found or not.
    pub optional: bool,
}

/// A definition of an acronym.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acronym {
    /// `WTO`.
    pub short: String,
    /// Accepted long forms, the best first.
    pub long: Vec<String>,
    /// Neutral whether found or not.
    pub optional: bool,
}

/// A quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// The words; the span takes in the marks around them.
    pub at: Place,
    /// Accepted speakers, null among them, the best first.
    pub speakers: Vec<Option<String>>,
    /// Neutral whether found or not.
    pub optional: bool,
}

/// Money for a purpose. Its value and currency are those of the amount at the same place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Funding {
    /// Accepted titles, the best first.
    pub titles: Vec<String>,
    /// Index in `amounts`.
    pub amount: usize,
    /// Index in `funding` of the total.
    pub part_of: Option<usize>,
    /// Neutral whether found or not.
    pub optional: bool,
}

/// Whom to ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Where it stands.
    pub at: Place,
    /// Field and accepted values, `None` for null; fields that are not named are not judged.
    pub fields: Vec<(String, Vec<Option<String>>)>,
    /// Neutral whether found or not.
    pub optional: bool,
}

/// A pointer to another document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// From the cue to the stop.
    pub at: Place,
    /// Neutral whether found or not.
    pub optional: bool,
}

/// A finding that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Accepted codes, the best first.
    pub codes: Vec<String>,
    /// What it has to touch.
    pub at: Place,
    /// Neutral whether found or not.
    pub optional: bool,
}

/// A near miss: a place where a field must have nothing of that kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Never {
    /// Field of the score.
    pub field: String,
    /// Of `diagnostics`.
    pub code: Option<String>,
    /// Where.
    pub at: Place,
}

/// All labels of one text.
#[derive(Debug, Clone)]
pub struct Labels {
    /// The text.
    pub text: Text,
    /// Never null.
    pub genre: Single,
    /// Folded words.
    pub title: Single,
    /// EDTF.
    pub issued: Single,
    /// A name.
    pub issuer: Single,
    /// None where the document has none.
    pub dateline: Option<Dateline>,
    /// In the order of the lines, as are all lists.
    pub headings: Vec<Heading>,
    /// Provisions.
    pub items: Vec<Item>,
    /// Dates.
    pub dates: Vec<Date>,
    /// Figures.
    pub amounts: Vec<Amount>,
    /// Names of all kinds.
    pub entities: Vec<Entity>,
    /// Definitions.
    pub acronyms: Vec<Acronym>,
    /// Quotations.
    pub quotes: Vec<Quotation>,
    /// Money for a purpose.
    pub funding: Vec<Funding>,
    /// Whom to ask.
    pub contacts: Vec<Contact>,
    /// Pointers.
    pub references: Vec<Reference>,
    /// Findings that are due.
    pub diagnostics: Vec<Finding>,
    /// Near misses.
    pub never: Vec<Never>,
    /// Places where a name is neutral.
    pub neutral: Vec<Span>,
}

impl Labels {
    /// Reads the labels of `source`. `file` is only named in errors.
    ///
    /// # Errors
    /// The first line that is no label, quotes what the text has not, or quotes it ambiguously; a missing line of
    /// `genre`, `title`, `issued`, `dateline` or `issuer`.
    pub fn parse(file: &str, labels: &str, source: &str) -> Result<Self, LabelError> {
        entry::read(labels, Text::new(source)).map_err(|(line, message)| LabelError {
            file: file.to_owned(),
            line,
            message,
        })
    }
}

/// A label that cannot be read: `fixtures/other/x.gold:12: "May 31" is not in the text`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelError {
    /// As given.
    pub file: String,
    /// From 1; the first line of a label that runs on.
    pub line: usize,
    /// What is wrong, lower case.
    pub message: String,
}

impl fmt::Display for LabelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

impl std::error::Error for LabelError {}

#[cfg(test)]
mod tests;
