//! Known names: one pass finds all that stand in a text, `Laos` and `Lao PDR` as one country.
//!
//! Upper and lower case count, but a text in capitals (`JAKARTA`) is matched too where the form has more than three
//! letters. A hit begins and ends at a word's edge; a hyphen is one (`Ottawa-based`). Hits may overlap: the reader
//! decides. Not here: names by form, and whether an ambiguous place is meant.

use std::collections::{BTreeMap, HashMap};

use foldhash::fast::FixedState;
use rapporteur_model::{EntityId, EntityKind, TextRange};

use super::{index::Index, members::Members, table::rows};
use crate::finder::name::slug;

/// A thing that the lexicon knows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Its key.
    pub key: EntityId,
    /// What it is.
    pub kind: EntityKind,
    /// Its name.
    pub name: String,
    /// Its acronym.
    pub acronym: Option<String>,
    /// ISO 3166-1 alpha-2: of a country its own code, of a place or body its country's.
    pub iso: Option<String>,
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
    pub text: String,
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

/// All known names.
pub struct Gazetteer {
    entries: Vec<Entry>,
    forms: Vec<Form>,
    index: Index,
    /// Adjectives of countries: `Malaysian` to `MY`.
    demonyms: HashMap<String, String, FixedState>,
    /// Bodies of a country by its code and their name without it: `foreign ministry` of `MY`.
    owned: BTreeMap<(String, String), usize>,
    /// Who belongs to which group.
    pub members: Members,
    /// Wikidata items by key.
    items: BTreeMap<String, String>,
}

impl Gazetteer {
    /// The rows that are built into the program.
    pub fn embedded() -> Self {
        let mut builder = Builder::default();
        builder.countries(include_str!("../../../../../data/countries.csv"));
        builder.organizations(include_str!("../../../../../data/organizations.csv"));
        builder.organizations(include_str!("../../../../../data/instruments.csv"));
        builder.groups(include_str!("../../../../../data/groups.csv"));
        builder.regions(include_str!("../../../../../data/regions.csv"));
        builder.places(include_str!("../../../../../data/places.csv"));
        let mut demonyms = HashMap::default();
        rows(include_str!("../../../../../data/demonyms.csv"), ["iso", "form"], |[iso, form]| {
            demonyms.entry(form.to_owned()).or_insert_with(|| iso.to_owned());
        });
        let mut items = BTreeMap::new();
        rows(include_str!("../../../../../data/wikidata.csv"), ["key", "item"], |[key, item]| {
            items.insert(key.to_owned(), item.to_owned());
        });
        builder.build(demonyms, items)
    }

    /// The forms that stand in a text, in order of their ends; they may overlap.
    pub fn hits(&self, text: &str) -> Vec<Hit> {
        let bytes = text.as_bytes();
        let mut hits = Vec::new();
        self.index.look_up(text, |start, forms| {
            for &form in forms {
                let form = form as usize;
                let name = self.forms[form].text.as_str();
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
        hits.sort_by_key(|hit| (hit.range.end, hit.range.start, hit.form));
        hits
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
        self.forms.binary_search_by(|form| form.text.as_str().cmp(text)).ok().map(|form| &self.forms[form])
    }

    /// The country of an adjective or noun of people (`Malaysian`), ISO 3166-1 alpha-2.
    pub fn demonym(&self, word: &str) -> Option<&str> {
        self.demonyms.get(word).map(String::as_str)
    }

    /// The body of a country (ISO 3166-1 alpha-2) that is known by these words behind the country's name.
    pub fn owned(&self, iso: &str, words: &str) -> Option<&Entry> {
        self.owned.get(&(iso.to_owned(), words.to_owned())).map(|entry| &self.entries[*entry])
    }

    /// The Wikidata item of an entity, where a source gives it.
    pub fn item(&self, key: &EntityId) -> Option<&str> {
        self.items.get(&key.0).map(String::as_str)
    }
}

#[derive(Default)]
struct Builder {
    entries: Vec<Entry>,
    keys: BTreeMap<EntityId, usize>,
    forms: BTreeMap<String, Vec<(usize, FormBy)>>,
    owned: BTreeMap<(String, String), usize>,
}

impl Builder {
    fn entry(&mut self, kind: EntityKind, key: &str, name: &str) -> usize {
        let key = EntityId(format!("{}:{key}", kind.prefix()));
        if let Some(&entry) = self.keys.get(&key) {
            return entry;
        }
        self.keys.insert(key.clone(), self.entries.len());
        let (name, acronym, iso) = (name.to_owned(), None, None);
        self.entries.push(Entry {
            key,
            kind,
            name,
            acronym,
            iso,
            population: 0,
            major: false,
            company: false,
            ambiguous: false,
        });
        self.entries.len() - 1
    }

    /// Adds a form, with its variants of apostrophe and spelling.
    fn form(&mut self, text: &str, entry: usize, by: FormBy) {
        let mut variants = vec![text.to_owned()];
        if text.contains('\'') {
            variants.push(text.replace('\'', "’"));
        }
        if text.contains("rganization") {
            variants.push(text.replace("rganization", "rganisation"));
        }
        for variant in variants {
            let entries = self.forms.entry(variant).or_default();
            if !entries.iter().any(|(known, _)| *known == entry) {
                entries.push((entry, by));
            }
        }
    }

    fn countries(&mut self, table: &str) {
        rows(table, ["iso", "form", "by"], |[iso, form, by]| {
            let entry = self.entry(EntityKind::Country, &iso.to_ascii_lowercase(), form);
            self.entries[entry].iso = Some(iso.to_owned());
            let by = if by == "name" {
                form.clone_into(&mut self.entries[entry].name);
                FormBy::Name
            } else {
                FormBy::Alias
            };
            // Short native names are words of other languages.
            if form.chars().count() > 3 || !form.bytes().any(|byte| byte.is_ascii_lowercase()) {
                self.form(form, entry, by);
            }
        });
    }

    fn organizations(&mut self, table: &str) {
        rows(table, ["key", "form", "by", "iso", "kind"], |[key, form, by, iso, kind]| {
            let company = kind == "company";
            let kind = EntityKind::from_name(kind).unwrap_or(EntityKind::Organization);
            let entry = self.entry(kind, key, form);
            self.entries[entry].company = company;
            if !iso.is_empty() {
                self.entries[entry].iso = Some(iso.to_owned());
            }
            // A name begins after its owner: `Norway's ministry` is no form.
            let owned = form.split_once("'s ").filter(|(owner, _)| self.forms.contains_key(*owner));
            if let Some((_, body)) = owned {
                self.owned.insert((iso.to_owned(), body.to_owned()), entry);
            } else {
                self.named(entry, form, by);
            }
        });
    }

    fn groups(&mut self, table: &str) {
        rows(table, ["key", "form", "by"], |[key, form, by]| {
            let entry = self.entry(EntityKind::Group, key, form);
            // A list of countries names its countries, and `X member states` names X.
            if !form.contains(',') && !describes(form) && !form.starts_with(char::is_lowercase) {
                self.named(entry, form, by);
            }
        });
    }

    fn named(&mut self, entry: usize, form: &str, by: &str) {
        let by = match by {
            "name" => {
                form.clone_into(&mut self.entries[entry].name);
                FormBy::Name
            }
            "acronym" => {
                let known = &mut self.entries[entry].acronym;
                if known.as_ref().is_none_or(|known| known.contains('.') && !form.contains('.')) {
                    *known = Some(form.to_owned());
                }
                FormBy::Acronym
            }
            _ => FormBy::Alias,
        };
        self.form(form, entry, by);
    }

    fn regions(&mut self, table: &str) {
        rows(table, ["key", "form"], |[key, form]| {
            let entry = self.entry(EntityKind::Region, key, form);
            if !describes(form) {
                self.form(form, entry, FormBy::Name);
            }
        });
    }

    fn places(&mut self, table: &str) {
        let columns = ["form", "name", "kind", "iso", "population", "ambiguous"];
        rows(table, columns, |[form, name, kind, iso, population, ambiguous]| {
            let iso_key = iso.to_ascii_lowercase();
            let entry = self.entry(EntityKind::Place, &format!("{iso_key}-{}", slug(form)), form);
            let place = &mut self.entries[entry];
            // Another form has its own doubts (`Lagos` and `Lagos City`), but it is the same place.
            if !name.is_empty() {
                place.key = EntityId(format!("{}:{iso_key}-{}", EntityKind::Place.prefix(), slug(name)));
            }
            place.iso = Some(iso.to_owned());
            place.population = place.population.max(population.parse().unwrap_or(0));
            place.major |= kind != "city" || place.population >= 1_000_000;
            place.ambiguous |= ambiguous == "yes";
            self.form(form, entry, FormBy::Name);
        });
    }

    fn build(
        self,
        demonyms: HashMap<String, String, FixedState>,
        items: BTreeMap<String, String>,
    ) -> Gazetteer {
        let Self { entries, forms, mut owned, .. } = self;
        for (form, list) in &forms {
            let body = form.split_once(' ').filter(|(adjective, _)| demonyms.contains_key(*adjective));
            let entry = list.iter().map(|(entry, _)| *entry).find(|entry| entries[*entry].iso.is_some());
            if let (Some((adjective, body)), Some(entry)) = (body, entry)
                && entries[entry].kind == EntityKind::Organization
                && entries[entry].iso == demonyms.get(adjective).cloned()
            {
                owned.entry((demonyms[adjective].clone(), body.to_owned())).or_insert(entry);
            }
        }
        let forms: Vec<Form> = forms
            .into_iter()
            .map(|(text, mut list)| {
                list.sort_by_key(|(entry, _)| std::cmp::Reverse(entries[*entry].population));
                list.sort_by_key(|(entry, _)| entries[*entry].kind == EntityKind::Place);
                Form { text, entries: list }
            })
            .collect();
        let index = Index::new(forms.iter().map(|form| form.text.as_str()));
        let members = Members::embedded();
        Gazetteer { entries, forms, index, demonyms, owned, members, items }
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

    #[test]
    fn a_body_and_its_member_states_are_no_name_of_their_own() {
        assert!(describes("ASEAN region") && describes("EU Member States"));
        assert!(!describes("Asia-Pacific region") && !describes("United States"));
    }
}
