//! Known names: one pass finds all that stand in a text, `Laos` and `Lao PDR` as one country.
//!
//! Upper and lower case count, but a text in capitals (`JAKARTA`) is matched too where the form has more than three
//! letters. A hit begins and ends at a word's edge; a hyphen is one (`Ottawa-based`). Hits may overlap: the reader
//! decides. Not here: names by form, whether an ambiguous place is meant, and how rows become forms (`super::builder`).

use std::{borrow::Cow, collections::HashMap};

use foldhash::fast::FixedState;
use rapporteur_model::{EntityId, EntityKind, TextRange};

use super::{builder::Builder, index::Index, members::Members};
use crate::lexicon::{slots::Slots, table::rows};

/// A thing that the lexicon knows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Its key.
    pub key: EntityId,
    /// What it is.
    pub kind: EntityKind,
    /// Its name.
    pub name: &'static str,
    /// Its acronym.
    pub acronym: Option<&'static str>,
    /// ISO 3166-1 alpha-2: of a country its own code, of a place or body its country's.
    pub iso: Option<&'static str>,
    /// Inhabitants, of a place; 0 where not known.
    pub population: u64,
    /// Is it a capital, a state or province, or a city of a million?
    pub major: bool,
    /// Is it a company?
    pub company: bool,
    /// Is its name also a common word, a person's name or another place's?
    pub ambiguous: bool,
}

/// What a form is to its entry.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FormBy {
    /// The name.
    Name,
    /// Another name.
    Alias,
    /// The acronym.
    Acronym,
}

/// A form with the entries that it may name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Form {
    /// As it is written.
    pub text: Cow<'static, str>,
    /// Indices in [`Gazetteer::entries`], the most likely first.
    pub entries: Vec<(usize, FormBy)>,
}

/// A form that stands in a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Hit {
    /// Where.
    pub range: TextRange,
    /// Index in [`Gazetteer::forms`].
    pub form: usize,
    /// Is it written in capitals, unlike the form?
    pub capitals: bool,
}

/// Codes of countries by adjectives and nouns of their people.
pub type Demonyms = HashMap<&'static str, &'static str, FixedState>;

/// Bodies of a country by its code and their name without it: `foreign ministry` of `MY`.
pub type Owned = HashMap<(&'static str, Cow<'static, str>), usize, FixedState>;

/// All known names.
pub struct Gazetteer {
    entries: Vec<Entry>,
    forms: Vec<Form>,
    /// Where a form stands in the list.
    places: Slots,
    index: Index,
    /// Adjectives of countries: `Malaysian` to `MY`.
    demonyms: Demonyms,
    owned: Owned,
    /// Who belongs to which group.
    pub members: Members,
    /// Wikidata items by key.
    items: HashMap<&'static str, &'static str, FixedState>,
}

impl Gazetteer {
    /// The rows that are built into the program.
    pub fn embedded() -> Self {
        let mut builder = Builder::new();
        builder.countries(include_str!("../../../../../data/countries.csv"));
        builder.organizations(include_str!("../../../../../data/organizations.csv"));
        builder.instruments(include_str!("../../../../../data/instruments.csv"));
        builder.groups(include_str!("../../../../../data/groups.csv"));
        builder.regions(include_str!("../../../../../data/regions.csv"));
        builder.places(include_str!("../../../../../data/places.csv"));
        let mut demonyms = Demonyms::default();
        for [iso, form] in rows(include_str!("../../../../../data/demonyms.csv")) {
            demonyms.entry(form).or_insert(iso);
        }
        let Builder { entries, forms, places, owned, .. } = builder.ordered(&demonyms);
        Self {
            index: Index::new(forms.iter().map(|form| form.text.as_ref())),
            entries,
            forms,
            places,
            demonyms,
            owned,
            members: Members::embedded(),
            items: rows(include_str!("../../../../../data/wikidata.csv"))
                .map(|[key, item]| (key, item))
                .collect(),
        }
    }

    /// The forms that stand in a text, in order of their ends; they may overlap.
    pub fn hits(&self, text: &str) -> Vec<Hit> {
        let bytes = text.as_bytes();
        let mut hits = Vec::new();
        self.index.look_up(text, |start, forms| {
            for form in forms {
                let name = self.forms[form].text.as_ref();
                let end = start + name.len();
                let written = bytes.get(start..end);
                if !written.is_some_and(|written| written.eq_ignore_ascii_case(name.as_bytes())) {
                    continue;
                }
                let capitals = written != Some(name.as_bytes());
                let shouted = || name.len() > 3 && !bytes[start..end].iter().any(u8::is_ascii_lowercase);
                let inside = text[end..].starts_with(char::is_alphanumeric);
                let tagged = start > 0 && matches!(bytes[start - 1], b'@' | b'_' | b'/' | b'#');
                if !inside && !tagged && (!capitals || shouted()) {
                    hits.push(Hit { range: TextRange::new(start, end), form, capitals });
                }
            }
        });
        hits.sort_by(|a, b| {
            let ends = (a.range.end, a.range.start).cmp(&(b.range.end, b.range.start));
            ends.then_with(|| self.forms[a.form].text.cmp(&self.forms[b.form].text))
        });
        hits
    }

    /// Number of forms.
    #[cfg(test)]
    pub fn count(&self) -> usize {
        self.forms.len()
    }

    /// A form by its index.
    pub fn form(&self, form: usize) -> &Form {
        &self.forms[form]
    }

    /// An entry by its index.
    pub fn entry(&self, entry: usize) -> &Entry {
        &self.entries[entry]
    }

    /// The form of exactly these words.
    pub fn lookup(&self, text: &str) -> Option<&Form> {
        let is = |place: usize| self.forms[place].text == text;
        self.places.find(text.as_bytes(), is).map(|form| &self.forms[form])
    }

    /// The country of an adjective or noun of people (`Malaysian`), ISO 3166-1 alpha-2.
    pub fn demonym(&self, word: &str) -> Option<&'static str> {
        self.demonyms.get(word).copied()
    }

    /// The body of a country (ISO 3166-1 alpha-2) that is known by these words behind the country's name.
    pub fn owned(&self, iso: &str, words: &str) -> Option<&Entry> {
        let owned: &HashMap<(&str, Cow<'_, str>), usize, FixedState> = &self.owned;
        owned.get(&(iso, Cow::Borrowed(words))).map(|entry| &self.entries[*entry])
    }

    /// The Wikidata item of an entity, where a source gives it.
    pub fn item(&self, key: &EntityId) -> Option<&str> {
        self.items.get(key.0.as_str()).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        let gazetteer = Gazetteer::embedded();
        gazetteer.hits(text).iter().map(|hit| text[hit.range.start..hit.range.end].to_owned()).collect()
    }

    #[test]
    fn hits_begin_and_end_at_the_edge_of_a_word() {
        assert_eq!(names("flew from Oslo-based offices to Laos"), ["Oslo", "Laos"]);
        assert!(names("Laotian, Norwegians, @Norway and give us that").is_empty());
    }

    #[test]
    fn a_name_in_capitals_is_found_and_a_short_acronym_in_lower_case_is_not() {
        assert_eq!(names("NORWAY, who gave us un-"), ["NORWAY"]);
    }

    #[test]
    fn the_forms_of_a_place_are_one_place_and_namesakes_are_two() {
        let gazetteer = Gazetteer::embedded();
        let keys = |form: &str| -> Vec<&str> {
            let entries = gazetteer.lookup(form).map_or(&[][..], |form| &form.entries);
            entries.iter().map(|(entry, _)| gazetteer.entry(*entry).key.0.as_str()).collect()
        };
        for (name, other) in
            [("Washington", "Washington, D.C."), ("Washington", "Washington, DC"), ("Kyiv", "Kiev")]
        {
            assert_eq!(keys(name), keys(other), "{name} and {other}");
            assert_eq!(keys(name).len(), 1);
        }
        assert_ne!(keys("Washington State"), keys("Washington"));
        assert_eq!(keys("Perth").len(), 2);
    }
}
