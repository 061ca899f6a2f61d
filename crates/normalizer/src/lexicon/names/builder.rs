//! Rows of the tables to entries and forms: `Lao PDR` is another form of the entry `country:la`.
//!
//! Built anew at each start: what a row says is kept as slices of its table, and a form is looked up, never sorted in.
//!
//! Not here: where forms stand in a text.

use std::{borrow::Cow, cmp::Reverse, collections::HashMap};

use foldhash::fast::FixedState;
use rapporteur_model::{EntityId, EntityKind};

use super::gazetteer::{Demonyms, Entry, Form, FormBy, Owned};
use crate::lexicon::{slots::Slots, table::rows};

/// Somewhat more forms, and entries, than there are.
const FORMS: usize = 24_000;
const ENTRIES: usize = 16_000;

/// A gazetteer in the making.
pub struct Builder {
    /// The things.
    pub entries: Vec<Entry>,
    /// Their forms, in the order of the tables.
    pub forms: Vec<Form>,
    /// Where a form stands in the list.
    pub places: Slots,
    /// Bodies that are named behind their country.
    pub owned: Owned,
    keys: HashMap<String, usize, FixedState>,
}

impl Builder {
    /// An empty gazetteer.
    pub fn new() -> Self {
        Self {
            entries: Vec::with_capacity(ENTRIES),
            forms: Vec::with_capacity(FORMS),
            places: Slots::for_words(FORMS),
            owned: Owned::default(),
            keys: HashMap::with_capacity_and_hasher(ENTRIES, FixedState::default()),
        }
    }

    fn entry(&mut self, kind: EntityKind, key: &str, name: &'static str) -> usize {
        let key = [kind.prefix(), ":", key].concat();
        if let Some(&entry) = self.keys.get(&key) {
            return entry;
        }
        self.keys.insert(key.clone(), self.entries.len());
        self.entries.push(Entry {
            key: EntityId(key),
            kind,
            name,
            acronym: None,
            iso: None,
            population: 0,
            major: false,
            company: false,
            ambiguous: false,
        });
        self.entries.len() - 1
    }

    /// Adds a form, with its variants of apostrophe and spelling.
    fn form(&mut self, text: &'static str, entry: usize, by: FormBy) {
        self.variant(Cow::Borrowed(text), entry, by);
        if text.contains('\'') {
            self.variant(Cow::Owned(text.replace('\'', "’")), entry, by);
        }
        if text.contains("rganization") {
            self.variant(Cow::Owned(text.replace("rganization", "rganisation")), entry, by);
        }
    }

    fn variant(&mut self, text: Cow<'static, str>, entry: usize, by: FormBy) {
        if let Some(place) = self.place(&text) {
            let entries = &mut self.forms[place].entries;
            if !entries.iter().any(|(known, _)| *known == entry) {
                entries.push((entry, by));
            }
        } else {
            self.places.insert(text.as_bytes(), self.forms.len());
            self.forms.push(Form { text, entries: vec![(entry, by)] });
        }
    }

    fn place(&self, form: &str) -> Option<usize> {
        self.places.find(form.as_bytes(), |place| self.forms[place].text == form)
    }

    /// Adds the rows of a table of countries.
    pub fn countries(&mut self, table: &'static str) {
        for [iso, form, by] in rows(table) {
            let entry = self.entry(EntityKind::Country, &iso.to_ascii_lowercase(), form);
            self.entries[entry].iso = Some(iso);
            let by = if by == "name" {
                self.entries[entry].name = form;
                FormBy::Name
            } else {
                FormBy::Alias
            };
            // Short native names are words of other languages.
            if form.chars().count() > 3 || !form.bytes().any(|byte| byte.is_ascii_lowercase()) {
                self.form(form, entry, by);
            }
        }
    }

    /// Adds the rows of a table of bodies.
    pub fn organizations(&mut self, table: &'static str) {
        for [key, form, by, iso, kind] in rows(table) {
            self.body(key, form, by, iso, kind);
        }
    }

    /// Adds the rows of a table of papers.
    pub fn instruments(&mut self, table: &'static str) {
        for [key, form, by, kind] in rows(table) {
            self.body(key, form, by, "", kind);
        }
    }

    fn body(&mut self, key: &str, form: &'static str, by: &str, iso: &'static str, kind: &str) {
        let company = kind == "company";
        let kind = EntityKind::from_name(kind).unwrap_or(EntityKind::Organization);
        let entry = self.entry(kind, key, form);
        self.entries[entry].company = company;
        if !iso.is_empty() {
            self.entries[entry].iso = Some(iso);
        }
        // A name begins after its owner: `Norway's ministry` is no form.
        let owned = form.split_once("'s ").filter(|(owner, _)| self.place(owner).is_some());
        if let Some((_, body)) = owned {
            self.owned.insert((iso, Cow::Borrowed(body)), entry);
        } else {
            self.named(entry, form, by);
        }
    }

    /// Adds the rows of a table of groups.
    pub fn groups(&mut self, table: &'static str) {
        for [key, form, by] in rows(table) {
            let entry = self.entry(EntityKind::Group, key, form);
            // A list of countries names its countries, and `X member states` names X.
            if !form.contains(',') && !describes(form) && !form.starts_with(char::is_lowercase) {
                self.named(entry, form, by);
            }
        }
    }

    fn named(&mut self, entry: usize, form: &'static str, by: &str) {
        let by = match by {
            "name" => {
                self.entries[entry].name = form;
                FormBy::Name
            }
            "acronym" => {
                let known = &mut self.entries[entry].acronym;
                if known.is_none_or(|known| known.contains('.') && !form.contains('.')) {
                    *known = Some(form);
                }
                FormBy::Acronym
            }
            _ => FormBy::Alias,
        };
        self.form(form, entry, by);
    }

    /// Adds the rows of a table of regions.
    pub fn regions(&mut self, table: &'static str) {
        for [key, form] in rows(table) {
            let entry = self.entry(EntityKind::Region, key, form);
            if !describes(form) {
                self.form(form, entry, FormBy::Name);
            }
        }
    }

    /// Adds the rows of a table of places.
    pub fn places(&mut self, table: &'static str) {
        for [form, name, kind, iso, population, ambiguous] in rows(table) {
            let iso_key = iso.to_ascii_lowercase();
            let entry =
                self.entry(EntityKind::Place, &[&iso_key, "-", &rapporteur_model::slug(form)].concat(), form);
            let place = &mut self.entries[entry];
            // Another form has its own doubts (`Lagos` and `Lagos City`), but it is the same place.
            if !name.is_empty() {
                place.key = EntityId(format!(
                    "{}:{iso_key}-{}",
                    EntityKind::Place.prefix(),
                    rapporteur_model::slug(name)
                ));
            }
            place.iso = Some(iso);
            place.population = place.population.max(population.parse().unwrap_or(0));
            place.major |= kind != "city" || place.population >= 1_000_000;
            place.ambiguous |= ambiguous == "yes";
            self.form(form, entry, FormBy::Name);
        }
    }

    /// The same with the entries of each form in order, the most likely first, and with the bodies that are named with the
    /// adjective of their country among those that it owns.
    pub fn ordered(mut self, demonyms: &Demonyms) -> Self {
        let entries = &self.entries;
        let mut owned: Vec<(&Form, &'static str, usize, usize)> = Vec::new();
        for form in &self.forms {
            let Some((adjective, body)) = form.text.split_once(' ') else { continue };
            let (Some(&iso), Some((entry, _))) = (
                demonyms.get(adjective),
                form.entries.iter().find(|(entry, _)| entries[*entry].iso.is_some()),
            ) else {
                continue;
            };
            if entries[*entry].kind == EntityKind::Organization && entries[*entry].iso == Some(iso) {
                owned.push((form, iso, form.text.len() - body.len(), *entry));
            }
        }
        // Of two adjectives the first of the alphabet.
        owned.sort_by_key(|(form, ..)| &form.text);
        for (form, iso, from, entry) in owned {
            let body = match &form.text {
                Cow::Borrowed(text) => Cow::Borrowed(&text[from..]),
                Cow::Owned(text) => Cow::Owned(text[from..].to_owned()),
            };
            self.owned.entry((iso, body)).or_insert(entry);
        }
        for form in self.forms.iter_mut().filter(|form| form.entries.len() > 1) {
            form.entries.sort_by_key(|(entry, _)| {
                let entry = &entries[*entry];
                (entry.kind == EntityKind::Place, Reverse(entry.population))
            });
        }
        self
    }
}

/// Is the form an acronym with a plain noun behind it (`ASEAN region`, `EU member states`), which is no name of its
/// own: the acronym's body is what it names?
fn describes(form: &str) -> bool {
    const NOUNS: [&str; 9] =
        ["region", "states", "state", "countries", "country", "nations", "members", "member", "economies"];
    let mut words = form.split(' ');
    let first = words.next().unwrap_or_default();
    let acronym =
        first.len() > 1 && first.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    let last = form.rsplit(' ').next().unwrap_or_default().to_ascii_lowercase();
    let noun = NOUNS.contains(&last.as_str()) || last == "member-states";
    let group = first.starts_with("Member") && form.contains(" of ");
    group
        || acronym && noun && form.contains(' ')
        || form.contains(" of ") && form.starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_room_for_all_forms() {
        let gazetteer = crate::lexicon::names::Gazetteer::embedded();
        assert!(gazetteer.count() < FORMS);
    }

    #[test]
    fn a_body_and_its_member_states_are_no_name_of_their_own() {
        assert!(describes("ASEAN region") && describes("EU Member States"));
        assert!(!describes("Asia-Pacific region") && !describes("United States"));
    }
}
