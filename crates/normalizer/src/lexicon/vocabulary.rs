//! What is known of single words: `Minister` is a word of the language and begins a role, `Oslo` is a place.
//!
//! Rules ask much of every word. When a text is parted into words each is looked up once ([`marks`]) and carries its
//! [`Marks`]; rules then ask for a bit, and begin only at words that have it.
//!
//! Some marks hold of a word as it is written (`Jordan` is a country), the others in any case, without the stop or
//! apostrophe at its end and with straight apostrophes (`MINISTER` begins a role, `Lt` and `lt.` are forms of address).
//! What a finder's own lists say is marked too: [`Marks`] names the list, the finder's `MARKED` registers it.
//!
//! Invariant: a mark is set exactly where the table or list that it is of holds the word.
//!
//! Not here: phrases, which begin at a marked word and are compared by their own tables.

use std::{borrow::Cow, sync::LazyLock};

use super::{
    language::is_word,
    people::fold,
    slots::Slots,
    table::{column, rows},
};
use crate::finder::{name, person, quotation, reference};

/// A set of marks of a word.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Marks(u32);

impl Marks {
    /// A word of the language. Not looked up for words in small letters: ask [`is_ordinary`].
    pub const ORDINARY: Self = Self(1);
    /// Begins a role, in any case.
    pub const ROLE: Self = Self(1 << 1);
    /// Begins a form of address, in any case.
    pub const HONORIFIC: Self = Self(1 << 2);
    /// Begins a verb of saying, in any case.
    pub const CUE: Self = Self(1 << 3);
    /// A given name.
    pub const GIVEN: Self = Self(1 << 4);
    /// A place that is nothing else.
    pub const PLACE: Self = Self(1 << 5);
    /// A place that is also a person's name or a common word.
    pub const NAMESAKE: Self = Self(1 << 6);
    /// A country's name.
    pub const COUNTRY: Self = Self(1 << 7);
    /// A people or their adjective.
    pub const PEOPLE: Self = Self(1 << 8);
    /// Begins a head of names: `Ministry`.
    pub const HEAD: Self = Self(1 << 9);
    /// Begins a sentence and no name: `The`.
    pub const OPENER: Self = Self(1 << 10);
    /// A verb at the start of an order: `Implement`.
    pub const ORDER: Self = Self(1 << 11);
    /// A month or a day of the week.
    pub const CALENDAR: Self = Self(1 << 12);
    /// Ends a person's name: `Foundation`.
    pub const ENDS_NAME: Self = Self(1 << 13);
    /// A head of names in another language: `Instituto`.
    pub const FOREIGN_HEAD: Self = Self(1 << 14);
    /// Leads to a place or tells its kind: `near`, `River`.
    pub const PLACE_CUE: Self = Self(1 << 15);
    /// A kind of paper that has a number, in any case: `resolution`.
    pub const NUMBERED: Self = Self(1 << 16);
    /// What stands right before a company's name: `newspaper`.
    pub const COMPANY_CUE: Self = Self(1 << 17);
    /// A noun or prefix of ships: `frigate`.
    pub const SHIP: Self = Self(1 << 18);
    /// A small word inside persons' names: `van`.
    pub const PARTICLE: Self = Self(1 << 19);
    /// A noun of settlement or district: `town`.
    pub const SETTLEMENT: Self = Self(1 << 20);
    /// A paper that can be said to say something, in any case: `statement`.
    pub const SAYING: Self = Self(1 << 21);
    /// May point to another document, in any case: `see`, `available`.
    pub const POINTING: Self = Self(1 << 22);
    /// Its stop ends no sentence: `Dr`.
    pub const ABBREVIATION: Self = Self(1 << 23);
    /// ASCII without a capital.
    const SMALL: Self = Self(1 << 31);

    /// Marks that hold in any case.
    const FOLDED: u32 =
        Self::ROLE.0 | Self::HONORIFIC.0 | Self::CUE.0 | Self::NUMBERED.0 | Self::SAYING.0 | Self::POINTING.0;
    /// Marks whose tables have straight apostrophes where a text may have typographic ones.
    const STRAIGHT: u32 = Self::GIVEN.0 | Self::COUNTRY.0 | Self::HEAD.0;

    /// Are any of these marks set?
    pub const fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    /// The marks of both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Somewhat more forms than there are.
const FORMS: usize = 24_000;

/// Bytes of a word at most that is folded without a copy on the heap.
const SHORT: usize = 40;

/// Forms with their marks.
struct Vocabulary {
    slots: Slots,
    forms: Vec<(Cow<'static, str>, Marks)>,
}

impl Vocabulary {
    fn place(&self, form: &str) -> Option<usize> {
        self.slots.find(form.as_bytes(), |place| self.forms[place].0 == form)
    }

    fn mark(&mut self, form: Cow<'static, str>, mark: Marks) {
        if let Some(place) = self.place(&form) {
            self.forms[place].1.0 |= mark.0;
        } else {
            self.slots.insert(form.as_bytes(), self.forms.len());
            self.forms.push((form, mark));
        }
    }
}

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(vocabulary);

/// The marks of a word.
pub fn marks(word: &str) -> Marks {
    let bytes = word.as_bytes();
    let mut lower = [0; SHORT];
    let plain = word.is_ascii() && !word.ends_with(['.', '\'']);
    let Some(lower) = lower.get_mut(..bytes.len()).filter(|_| plain) else { return any_marks(word) };
    let exact = form(word);
    if bytes.iter().all(|byte| !byte.is_ascii_uppercase()) {
        return Marks(exact.0 | Marks::SMALL.0);
    }
    lower.copy_from_slice(bytes);
    lower.make_ascii_lowercase();
    let lower = std::str::from_utf8(lower).unwrap_or_default();
    folded_marks(exact, lower)
}

/// The marks of a word that is long, has letters beyond ASCII, or a stop or apostrophe at its end.
fn any_marks(word: &str) -> Marks {
    let mut exact = form(word);
    if word.contains('’') {
        exact.0 |= form(&word.replace('’', "'")).0 & Marks::STRAIGHT;
    }
    folded_marks(exact, &fold(word))
}

fn folded_marks(exact: Marks, lower: &str) -> Marks {
    let folded = form(lower).0 & Marks::FOLDED;
    let ordinary = u32::from(is_word(lower));
    Marks(exact.0 & !Marks::FOLDED | folded | ordinary)
}

/// The marks of just this form, which may have several words (`Buenos Aires`).
pub fn form(form: &str) -> Marks {
    let vocabulary = &*VOCABULARY;
    vocabulary.place(form).map(|place| vocabulary.forms[place].1).unwrap_or_default()
}

/// Is a word, whose marks are known, one of the language?
pub fn is_ordinary(word: &str, marks: Marks) -> bool {
    if marks.has(Marks::SMALL) { is_word(word) } else { marks.has(Marks::ORDINARY) }
}

fn vocabulary() -> Vocabulary {
    let mut words = Vocabulary { slots: Slots::for_words(FORMS), forms: Vec::with_capacity(FORMS) };
    let mut mark = |form: Cow<'static, str>, mark: Marks| words.mark(form, mark);
    let tables = [
        (include_str!("../../../../data/given_names.csv"), 0, Marks::GIVEN),
        (include_str!("../../../../data/regions.csv"), 1, Marks::PLACE),
        (include_str!("../../../../data/countries.csv"), 1, Marks::COUNTRY),
        (include_str!("../../../../data/demonyms.csv"), 1, Marks::PEOPLE),
    ];
    for (table, index, of) in tables {
        column(table, index).for_each(|form| mark(form.into(), of));
    }
    for [form, _, _, _, _, ambiguous] in rows(include_str!("../../../../data/places.csv")) {
        mark(form.into(), if ambiguous == "yes" { Marks::NAMESAKE } else { Marks::PLACE });
    }
    for [word, class] in rows(include_str!("../../../../data/name_words.csv")) {
        let class = match class {
            "opener" => Marks::OPENER,
            "verb" => Marks::ORDER,
            "calendar" => Marks::CALENDAR,
            _ => continue,
        };
        mark(word.into(), class);
    }
    // Of phrases their first words.
    let phrases = [
        (include_str!("../../../../data/roles.csv"), Marks::ROLE),
        (include_str!("../../../../data/honorifics.csv"), Marks::HONORIFIC),
        (include_str!("../../../../data/quote_cues.csv"), Marks::CUE),
    ];
    for (table, of) in phrases {
        let firsts = column(table, 0).filter_map(|form| form.split_whitespace().next());
        firsts.for_each(|first| mark(fold(first), of));
    }
    let heads = column(include_str!("../../../../data/name_heads.csv"), 0);
    heads.filter_map(|form| form.split(' ').next()).for_each(|first| mark(first.into(), Marks::HEAD));
    for (of, list) in name::MARKED.iter().chain(person::MARKED).chain(OTHERS) {
        list.iter().for_each(|word| mark((*word).into(), *of));
    }
    words
}

/// Words that other finders ask for.
const OTHERS: &[(Marks, &[&str])] = &[
    (Marks::SAYING, quotation::PAPERS),
    (Marks::POINTING, reference::POINTERS),
    (Marks::POINTING, reference::VERBS),
    (Marks::POINTING, reference::VERBS_TO),
    (Marks::POINTING, reference::HOW),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_the_marks_of_its_form_and_those_of_any_case() {
        let minister = marks("Minister");
        assert!(minister.has(Marks::ORDINARY) && minister.has(Marks::ROLE) && !minister.has(Marks::GIVEN));
        assert!(marks("MINISTER").has(Marks::ROLE) && marks("minister").has(Marks::ROLE));
        assert!(marks("Norway").has(Marks::COUNTRY) && !marks("norway").has(Marks::COUNTRY));
        assert!(marks("Ministry").has(Marks::HEAD) && marks("The").has(Marks::OPENER));
        assert_eq!(marks("Skarnvik"), Marks::default());
    }

    #[test]
    fn there_is_room_for_all_forms() {
        assert!(VOCABULARY.forms.len() < FORMS);
    }

    #[test]
    fn stops_and_apostrophes_are_folded() {
        assert!(marks("Lt").has(Marks::HONORIFIC) && marks("lt.").has(Marks::HONORIFIC));
        assert_eq!(marks("N’Golo"), marks("N'Golo"));
        assert!(marks("D’Arcy").has(Marks::GIVEN) == marks("D'Arcy").has(Marks::GIVEN));
    }

    #[test]
    fn small_words_are_asked_for_when_it_matters() {
        assert!(is_ordinary("peat", marks("peat")) && is_ordinary("Peat", marks("Peat")));
        assert!(!is_ordinary("skarnvik", marks("skarnvik")));
    }
}
