//! A fact: one thing that a document was read to say, told so that it can be found again in another reading.
//!
//! ```text
//! {"document":"papers/reef.txt","kind":"amount","text":"$2.6 million","value":"2600000","currency":"CAD",
//!  "at":"A.2.4","near":"will receive | over five years"}
//! ```
//!
//! A fact is known again by its words (`text`), by the provision or heading that it stands in (`at`) and by the words
//! around it (`near`), never by a line or an offset. Its fields are what can change.

use std::cmp::Ordering;

use rapporteur_model::named_enum;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser::SerializeMap as _};

named_enum! {
    /// What a fact is about. The order is that of a baseline.
    pub enum Kind {
        /// The paper as a whole: genre, title, date of issue, issuer.
        Document = "document",
        /// A heading.
        Heading = "heading",
        /// A provision.
        Item = "item",
        /// A paragraph, an entry of a list or a row of a table.
        Passage = "passage",
        /// A date.
        Date = "date",
        /// Money, a percentage or a count.
        Amount = "amount",
        /// Money for a purpose.
        Funding = "funding",
        /// A person, body, country, place, paper or meeting.
        Entity = "entity",
        /// A short form and what it stands for.
        Acronym = "acronym",
        /// A quotation.
        Quotation = "quotation",
        /// Whom to ask.
        Contact = "contact",
        /// A clause that points to another paper.
        Reference = "reference",
        /// A finding.
        Diagnostic = "diagnostic",
    }
}

impl Kind {
    /// The names of its fields; `text` for the words.
    pub const fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Document => &[
                "genre",
                "language",
                "title",
                "issued",
                "issued_basis",
                "issuer",
                "dateline_place",
                "dateline_date",
                "sha256",
            ],
            Self::Heading | Self::Item => &["text", "type"],
            Self::Passage | Self::Reference => &["text"],
            Self::Date => &["text", "edtf", "type", "mod", "role", "basis", "anchor"],
            Self::Amount => &[
                "text",
                "type",
                "value",
                "value_max",
                "currency",
                "currency_basis",
                "qualifier",
                "unit",
                "per",
                "period",
                "role",
            ],
            Self::Funding => &["text", "amount", "donor", "recipient", "status", "part_of"],
            Self::Entity => {
                &["text", "type", "name", "acronym", "iso3166", "wikidata", "members", "roles", "names"]
            }
            Self::Acronym => &["text", "long", "entity"],
            Self::Quotation => &["text", "type", "speaker", "speaker_text", "cue"],
            Self::Contact => &["text", "name", "organization", "email", "phone", "handles", "url"],
            Self::Diagnostic => &["text", "code", "severity"],
        }
    }

    /// Are its facts words, which are reworded, rather than values, which change?
    pub const fn is_words(self) -> bool {
        matches!(self, Self::Heading | Self::Item | Self::Passage | Self::Quotation | Self::Reference)
    }
}

/// What a field of a fact holds.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[serde(untagged)]
pub enum Field {
    /// One value.
    One(String),
    /// Several, sorted.
    Many(Vec<String>),
}

impl Field {
    /// For a person.
    pub fn shown(&self) -> String {
        match self {
            Self::One(value) => value.clone(),
            Self::Many(values) => values.join("; "),
        }
    }
}

/// Where a fact stands in the text that it was read from. Never part of a baseline.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in code points, from 1.
    pub column: usize,
    /// Line of its end.
    pub end_line: usize,
    /// Column behind its end.
    pub end_column: usize,
    /// The line of the source, cut to what stands around it.
    pub source: String,
}

/// One thing that a document was read to say.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fact {
    /// What it is about.
    pub kind: Kind,
    /// Its words as read; the key of an entity.
    pub text: String,
    /// The reference of the provision, or the heading, that it stands in.
    pub at: String,
    /// The words around it, folded.
    pub near: String,
    /// What can change, in a fixed order.
    pub fields: Vec<(String, Field)>,
    /// Where it was read; none of a baseline.
    pub place: Option<Place>,
}

/// Keys of a line that are no fields.
const OWN: [&str; 5] = ["document", "kind", "text", "at", "near"];

impl Fact {
    /// A fact without fields.
    pub fn new(kind: Kind, text: &str) -> Self {
        let (text, at, near) = (text.to_owned(), String::new(), String::new());
        Self { kind, text, at, near, fields: Vec::new(), place: None }
    }

    /// Adds a field, where there is a value.
    pub fn with(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.fields.push((name.to_owned(), Field::One(value.to_owned())));
        }
    }

    /// Adds a field of several values, sorted and each once, where there are any.
    pub fn with_all(&mut self, name: &str, mut values: Vec<String>) {
        values.sort();
        values.dedup();
        if !values.is_empty() {
            self.fields.push((name.to_owned(), Field::Many(values)));
        }
    }

    /// The field of a name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|(own, _)| own == name).map(|(_, field)| field)
    }

    /// The one value of a field.
    pub fn one(&self, name: &str) -> Option<&str> {
        match self.field(name) {
            Some(Field::One(value)) => Some(value),
            _ => None,
        }
    }

    /// The values of a field of several.
    pub fn many(&self, name: &str) -> &[String] {
        match self.field(name) {
            Some(Field::Many(values)) => values,
            _ => &[],
        }
    }

    /// Its line of a baseline, without the end.
    pub fn line(&self, document: &str) -> String {
        // Strings and lists of strings always serialise.
        serde_json::to_string(&Line { document, fact: self }).unwrap_or_default()
    }

    /// The document and the fact of a line.
    ///
    /// # Errors
    /// In words, where the line is none of a baseline.
    pub fn read(line: &str) -> Result<(String, Self), String> {
        let Pairs(pairs) = serde_json::from_str(line).map_err(|error| error.to_string())?;
        let own = |name: &str| match pairs.iter().find(|(own, _)| own == name) {
            Some((_, Field::One(value))) => value.as_str(),
            _ => "",
        };
        let kind = own("kind");
        let kind =
            Kind::from_name(kind).ok_or_else(|| format!("\u{201C}{kind}\u{201D} is no kind of fact"))?;
        let mut fact = Self::new(kind, own("text"));
        own("at").clone_into(&mut fact.at);
        own("near").clone_into(&mut fact.near);
        let document = own("document").to_owned();
        if document.is_empty() {
            return Err("the field \u{201C}document\u{201D} is missing".to_owned());
        }
        fact.fields = pairs.into_iter().filter(|(name, _)| !OWN.contains(&name.as_str())).collect();
        Ok((document, fact))
    }

    /// The order of a baseline: by kind, by place, by words.
    pub fn order(&self, other: &Self) -> Ordering {
        let of = |fact: &Self| (fact.kind, natural(&fact.at));
        of(self).cmp(&of(other)).then_with(|| {
            (&self.text, &self.near, &self.fields).cmp(&(&other.text, &other.near, &other.fields))
        })
    }

    /// What a person would call it.
    pub fn label(&self) -> String {
        let quoted = || format!("\u{201C}{}\u{201D}", short(&self.text, 80));
        match self.kind {
            Kind::Document => "the document".to_owned(),
            Kind::Item if !self.at.is_empty() => self.at.clone(),
            Kind::Entity => match self.one("name") {
                Some(name) => format!("{} ({name})", self.text),
                None => self.text.clone(),
            },
            Kind::Diagnostic => self.one("code").unwrap_or_default().to_owned(),
            Kind::Funding if self.text.is_empty() => self.one("amount").unwrap_or_default().to_owned(),
            _ => quoted(),
        }
    }
}

/// A fact as a line has it: the words first, the place last.
struct Line<'a> {
    document: &'a str,
    fact: &'a Fact,
}

impl Serialize for Line<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("document", self.document)?;
        map.serialize_entry("kind", self.fact.kind.as_str())?;
        if !self.fact.text.is_empty() {
            map.serialize_entry("text", &self.fact.text)?;
        }
        for (name, field) in &self.fact.fields {
            map.serialize_entry(name, field)?;
        }
        for (name, value) in [("at", &self.fact.at), ("near", &self.fact.near)] {
            if !value.is_empty() {
                map.serialize_entry(name, value)?;
            }
        }
        map.end()
    }
}

/// The fields of a line, in its order.
struct Pairs(Vec<(String, Field)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Pairs;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("an object of texts and lists of texts")
            }

            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(Visitor)
    }
}

/// Digits filled up, so that `A.10` comes behind `A.9`.
fn natural(text: &str) -> String {
    let mut key = String::with_capacity(text.len() + 8);
    let mut digits = String::new();
    for sign in text.chars().chain([' ']) {
        if sign.is_ascii_digit() {
            digits.push(sign);
            continue;
        }
        if !digits.is_empty() {
            key.push_str(&"0".repeat(6_usize.saturating_sub(digits.len())));
            key.push_str(&digits);
            digits.clear();
        }
        key.push(sign);
    }
    key
}

/// The first code points of a text, with a sign where more follow.
pub fn short(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(text).trim_end()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_gives_the_fact_again() {
        let mut fact = Fact::new(Kind::Amount, "$2.6 million");
        fact.with("value", Some("2600000"));
        fact.with("currency", None);
        fact.with_all("names", vec!["b".to_owned(), "a".to_owned(), "b".to_owned()]);
        fact.at = "A.2".to_owned();
        let line = fact.line("p/x.txt");
        assert_eq!(
            line,
            r#"{"document":"p/x.txt","kind":"amount","text":"$2.6 million","value":"2600000","names":["a","b"],"at":"A.2"}"#
        );
        assert_eq!(Fact::read(&line), Ok(("p/x.txt".to_owned(), fact)));
        for (bad, why) in [("{}", "no kind"), ("[1]", "invalid type"), (r#"{"kind":"item"}"#, "missing")] {
            assert!(Fact::read(bad).unwrap_err().contains(why), "{bad}");
        }
    }

    #[test]
    fn numbers_go_by_their_size() {
        assert!(natural("A.9") < natural("A.10") && natural("A.10") < natural("B.1"));
    }
}
