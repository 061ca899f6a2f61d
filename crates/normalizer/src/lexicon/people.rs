//! Words about persons and speech: given names, titles, roles and verbs of saying, countries and their people.
//!
//! Read from `data/*.csv`, whose forms have straight apostrophes; look-ups take the words of a text, fold typographic
//! apostrophes and never allocate beyond that. Forms of several words are kept as word sequences, so that
//! `secretary of state` is read before `secretary`.

use std::borrow::Cow;
use std::collections::HashMap;

use foldhash::fast::FixedState;

use super::language::is_word;
use super::table::{column, rows};
use super::vocabulary::{self, Marks};

/// A table that is looked up and never walked through.
type Table<V> = HashMap<&'static str, V, FixedState>;

/// Phrases by their first word, in lower case, the longest of a first word first.
struct Phrases(HashMap<String, Vec<Vec<String>>, FixedState>);

impl Phrases {
    fn new(forms: impl Iterator<Item = &'static str>) -> Self {
        let mut phrases: HashMap<String, Vec<Vec<String>>, FixedState> = HashMap::default();
        for form in forms {
            let words: Vec<String> = form.split_whitespace().map(|word| fold(word).into_owned()).collect();
            if let Some(first) = words.first().cloned() {
                phrases.entry(first).or_default().push(words);
            }
        }
        for list in phrases.values_mut() {
            list.sort_unstable_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
            list.dedup();
        }
        Self(phrases)
    }

    /// Number of words of the longest phrase that the words begin with; 0 for none.
    fn longest(&self, words: &[&str]) -> usize {
        let Some(list) = words.first().and_then(|word| self.0.get(fold(word).as_ref())) else { return 0 };
        let fits = |phrase: &&Vec<String>| {
            phrase.len() <= words.len()
                && phrase.iter().zip(words).skip(1).all(|(want, word)| *want == *fold(word))
        };
        list.iter().find(fits).map_or(0, Vec::len)
    }
}

/// All that is known beforehand about persons and about speech.
pub struct People {
    honorifics: Phrases,
    roles: Phrases,
    cues: Phrases,
    countries: Table<&'static str>,
    peoples: Table<&'static str>,
    names: Table<&'static str>,
}

impl People {
    /// The rows that are built into the program.
    pub fn embedded() -> Self {
        let countries = include_str!("../../../../data/countries.csv");
        let mut names = Table::default();
        for [iso, form, by] in rows(countries) {
            if by == "name" {
                names.entry(iso).or_insert(form);
            }
        }
        let codes = |table| rows(table).map(|[iso, form]| (form, iso)).collect();
        Self {
            honorifics: Phrases::new(column(include_str!("../../../../data/honorifics.csv"), 0)),
            roles: Phrases::new(column(include_str!("../../../../data/roles.csv"), 0)),
            cues: Phrases::new(column(include_str!("../../../../data/quote_cues.csv"), 0)),
            countries: codes(countries),
            peoples: codes(include_str!("../../../../data/demonyms.csv")),
            names,
        }
    }

    /// Is it a given name (`John`, `Siti`) that is no ordinary word?
    pub fn is_given_name(&self, word: &str) -> bool {
        vocabulary::form(word).has(Marks::GIVEN)
            || (word.contains('’') && vocabulary::form(&word.replace('’', "'")).has(Marks::GIVEN))
    }

    /// Is it an ordinary English word, whatever its case?
    pub fn is_ordinary(&self, word: &str) -> bool {
        folded(word, is_word)
    }

    /// Is it the name of a city, capital, state or region, and not also a person's name or a common word (`Kerry`)?
    pub fn is_place(&self, form: &str) -> bool {
        vocabulary::form(form).has(Marks::PLACE)
    }

    /// Number of words of the honorific (`Dr`, `The Honourable`, `Lt. Gen.`) that the words begin with; 0 for none.
    pub fn honorific(&self, words: &[&str]) -> usize {
        self.honorifics.longest(words)
    }

    /// Number of words of the role (`foreign minister`, `secretary of state`) that the words begin with; 0 for none.
    pub fn role(&self, words: &[&str]) -> usize {
        self.roles.longest(words)
    }

    /// Number of words of the verb of saying (`said`, `pointed out`) that the words begin with; 0 for none.
    pub fn cue(&self, words: &[&str]) -> usize {
        self.cues.longest(words)
    }

    /// The ISO 3166-1 alpha-2 code of a country's name.
    pub fn country(&self, form: &str) -> Option<&'static str> {
        let straight = || form.contains('’').then(|| form.replace('’', "'"));
        self.countries.get(form).or_else(|| self.countries.get(straight()?.as_str())).copied()
    }

    /// The code of the country of a people or language (`Canadian`).
    pub fn people(&self, form: &str) -> Option<&'static str> {
        self.peoples.get(form).copied()
    }

    /// The usual name of a country by its code.
    pub fn country_name(&self, iso: &str) -> Option<&'static str> {
        self.names.get(iso).copied()
    }
}

/// A word in lower case, with straight apostrophes and without the stop or apostrophe at its end.
pub(super) fn fold(word: &str) -> Cow<'_, str> {
    let word = word.trim_end_matches(['.', '\'', '’']);
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return Cow::Borrowed(word);
    }
    if word.is_ascii() {
        return Cow::Owned(word.to_ascii_lowercase());
    }
    Cow::Owned(word.replace('’', "'").to_lowercase())
}

/// Does a folded word fulfil a test? Words of ASCII are folded without a copy on the heap.
fn folded(word: &str, test: impl FnOnce(&str) -> bool) -> bool {
    let word = word.trim_end_matches(['.', '\'', '’']);
    let mut lower = [0; 32];
    if word.is_ascii()
        && let Some(lower) = lower.get_mut(..word.len())
    {
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        return std::str::from_utf8(lower).is_ok_and(test);
    }
    test(&fold(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_is_read() {
        let people = People::embedded();
        assert_eq!(people.role(&["Secretary", "of", "State", "for"]), 3);
        assert_eq!(people.role(&["minister", "of"]), 1);
        assert_eq!(people.honorific(&["The", "Honourable", "Jane"]), 2);
        assert_eq!(people.cue(&["pointed", "out"]), 2);
        assert_eq!(people.cue(&["pointed", "at"]), 0);
    }

    #[test]
    fn countries_and_peoples_are_known_by_code() {
        let people = People::embedded();
        assert_eq!(people.country("Norway"), Some("NO"));
        assert_eq!(people.people("Canadian"), Some("CA"));
        assert_eq!(people.country_name("CA"), Some("Canada"));
        assert_eq!(people.country("Atlantis"), None);
        assert!(people.is_place("Oslo") && !people.is_place("Kerry") && !people.is_place("Flint"));
    }
}
