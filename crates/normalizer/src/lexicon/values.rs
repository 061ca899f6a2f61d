//! Words of dates and money, from `data/dates.csv`, `data/date_cues.csv`, `data/currencies.csv` and
//! `data/country_currency.csv`.
//!
//! Single words are looked up by their lower-case form and may have several senses ("second" is a number in a
//! row, "may" a month and a verb; the grammars decide). Deliberately not here: any rule of reading.

use std::collections::{BTreeMap, HashMap, HashSet};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use foldhash::fast::FixedState;

/// A length of time in its largest natural unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    /// Hours.
    Hour,
    /// Days.
    Day,
    /// So many weeks.
    Week(u8),
    /// So many months (a quarter has three).
    Month(u8),
    /// So many years (a decade has ten).
    Year(u8),
}

/// What a word can mean to the date grammar.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Sense {
    /// A month, 1 to 12; short for an abbreviation.
    Month {
        /// 1 to 12.
        number: u8,
        /// Is it an abbreviation?
        short: bool,
    },
    /// A day of the week, 1 (Monday) to 7.
    Weekday(u8),
    /// A season as EDTF counts it, 21 (spring) to 24.
    Season(u8),
    /// A number.
    Cardinal(u64),
    /// A number in a row.
    Ordinal(u64),
    /// A unit of time.
    Unit(Unit),
    /// Before (-1), in (0) or after (1) the present one.
    Direction(i8),
    /// A recurrence, ISO 8601.
    Set(String),
    /// A decade by its tens: "nineties" is 90.
    Decade(i32),
    /// A day that the words name, ISO 8601.
    Named(String),
    /// A noun that is counted: a number before it is no year.
    Counted,
}

/// An offset from the day of reference that a fixed phrase gives: "last month" is one month back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Offset {
    /// How many, negative for the past.
    pub count: i32,
    /// Of which unit.
    pub unit: Unit,
}

/// How a currency form stands to its figure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FormKind {
    /// An ISO 4217 code.
    Code,
    /// A sign or abbreviation: `€`, `US$`, `Rs.`.
    Symbol,
    /// A name: "euro", "Canadian dollars".
    Name,
    /// The name of its hundredth: "cents".
    Minor,
}

/// A form that a currency has in text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CurrencyForm {
    /// As printed.
    pub form: String,
    /// What kind of form.
    pub kind: FormKind,
    /// The currency where one is certain; `None` where it hangs on the country.
    pub code: Option<String>,
    /// The currencies that it means in a country: ISO 3166-1 alpha-2 to ISO 4217.
    pub by_country: BTreeMap<String, String>,
}

/// Words of dates and money.
pub struct Values {
    words: HashMap<String, Vec<Sense>, FixedState>,
    phrases: HashMap<String, Offset>,
    /// The first words of phrases.
    heads: HashSet<String, FixedState>,
    triggers: Option<AhoCorasick>,
    currencies: Vec<CurrencyForm>,
    currency_triggers: Option<AhoCorasick>,
    money_of: BTreeMap<String, String>,
}

impl Values {
    /// The rows that are built into the program.
    pub fn embedded() -> Self {
        let mut words: HashMap<String, Vec<Sense>, FixedState> = HashMap::default();
        let mut phrases = HashMap::new();
        for row in rows(include_str!("../../../../data/dates.csv"))
            .chain(rows(include_str!("../../../../data/date_cues.csv")))
        {
            let [form, kind, value, ..] = row.as_slice() else { continue };
            if kind == "relative" {
                phrases.extend(offset(value).map(|offset| (form.to_lowercase(), offset)));
            } else if let Some(sense) = sense(form, kind, value) {
                let key = form.trim_end_matches('.').to_lowercase();
                let senses = words.entry(key).or_default();
                if !senses.contains(&sense) {
                    senses.push(sense);
                }
            }
        }
        let mut starts: Vec<String> = words
            .iter()
            .filter(|(_, senses)| senses.iter().any(|sense| *sense != Sense::Counted))
            .map(|(form, _)| form.clone())
            .chain(phrases.keys().cloned())
            .chain(
                [
                    "week",
                    "w/c",
                    "weekend",
                    "h1",
                    "h2",
                    "q1",
                    "q2",
                    "q3",
                    "q4",
                    "fy",
                    "fiscal",
                    "financial",
                    "every",
                    "each",
                    "once",
                    "twice",
                ]
                .map(str::to_owned),
            )
            .collect();
        starts.sort();
        starts.dedup();
        let currencies = currencies();
        let currency_triggers = automaton(currencies.iter().map(|form| form.form.as_str()));
        let money_of = rows(include_str!("../../../../data/country_currency.csv"))
            .filter_map(|row| Some((row.first()?.clone(), row.get(1)?.clone())))
            .collect();
        let first = |phrase: &String| phrase.split(' ').next().map(str::to_owned);
        Self {
            words,
            heads: phrases.keys().filter_map(first).collect(),
            phrases,
            triggers: automaton(starts.iter().map(String::as_str)),
            currencies,
            currency_triggers,
            money_of,
        }
    }

    /// The senses of a word, in any case, without its abbreviation stop.
    pub fn senses(&self, word: &str) -> &[Sense] {
        if word.is_empty() || word.len() > 24 {
            return &[];
        }
        let mut lower = [0; 24];
        self.words.get(lowered(word, &mut lower)).map_or(&[], Vec::as_slice)
    }

    /// Does a phrase begin with the word?
    pub fn begins_phrase(&self, word: &str) -> bool {
        let mut lower = [0; 24];
        word.len() <= lower.len() && self.heads.contains(lowered(word, &mut lower))
    }

    /// The offset of a fixed phrase ("earlier this year"), lower case, single spaces.
    pub fn phrase(&self, phrase: &str) -> Option<Offset> {
        self.phrases.get(phrase).copied()
    }

    /// Starts of the words at which a date expression may begin, or that may stand in one; in order.
    pub fn date_starts<'a>(&'a self, text: &'a str) -> impl Iterator<Item = usize> + 'a {
        let bytes = text.as_bytes();
        self.triggers.iter().flat_map(move |automaton| automaton.find_iter(text)).filter_map(move |hit| {
            let before = hit.start().checked_sub(1).and_then(|at| bytes.get(at));
            let inside = before.is_some_and(u8::is_ascii_alphabetic);
            let word = hit.end() < bytes.len() && bytes[hit.end()].is_ascii_alphabetic();
            (!inside && !word).then_some(hit.start())
        })
    }

    /// The currency form that is printed just so.
    pub fn currency(&self, printed: &str) -> Option<&CurrencyForm> {
        let at = self.currencies.binary_search_by(|form| form.form.as_str().cmp(printed)).ok()?;
        self.currencies.get(at)
    }

    /// Is a word an ISO 4217 code: `USD`?
    pub fn is_code(&self, word: &str) -> bool {
        self.currency(word).is_some_and(|form| form.kind == FormKind::Code)
    }

    /// Where currency forms stand in a text, in any case, longest first at a place: range and form. A form that is
    /// printed as the table has it is that form.
    pub fn currency_hits<'v, 't>(
        &'v self,
        text: &'t str,
    ) -> impl Iterator<Item = (std::ops::Range<usize>, &'v CurrencyForm)> + use<'v, 't> {
        let bytes = text.as_bytes();
        // Short signs stand in every word: most hits are seen off by the letters beside them. A scale may be glued in
        // front of a code (`MUSD`).
        let inside = move |hit: &aho_corasick::Match| {
            let before = hit.start().checked_sub(1).map(|at| bytes[at]);
            bytes[hit.start()].is_ascii_alphabetic()
                && before.is_some_and(|byte| byte.is_ascii_alphabetic() && !b"MmkK".contains(&byte))
                || bytes[hit.end() - 1].is_ascii_alphabetic()
                    && bytes.get(hit.end()).is_some_and(u8::is_ascii_alphabetic)
        };
        let hits = self.currency_triggers.iter().flat_map(move |automaton| automaton.find_iter(text));
        hits.filter(move |hit| !inside(hit)).map(move |hit| {
            let exact = self.currencies.binary_search_by(|form| form.form.as_str().cmp(&text[hit.range()]));
            (hit.range(), &self.currencies[exact.unwrap_or(hit.pattern().as_usize())])
        })
    }

    /// The currency of a country.
    pub fn money_of(&self, iso: &str) -> Option<&str> {
        self.money_of.get(iso).map(String::as_str)
    }
}

/// The word in lower-case ASCII letters; it fits into the array.
fn lowered<'w>(word: &'w str, into: &'w mut [u8; 24]) -> &'w str {
    if !word.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return word;
    }
    let into = &mut into[..word.len()];
    into.copy_from_slice(word.as_bytes());
    into.make_ascii_lowercase();
    std::str::from_utf8(into).unwrap_or(word)
}

fn automaton<'a>(forms: impl Iterator<Item = &'a str>) -> Option<AhoCorasick> {
    AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .match_kind(MatchKind::LeftmostLongest)
        .ascii_case_insensitive(true)
        .build(forms)
        .ok()
}

/// The data rows of a table that is built into the program; a broken row is left out (a test counts them).
fn rows(table: &'static str) -> impl Iterator<Item = Vec<String>> {
    csv::Reader::from_reader(table.as_bytes())
        .into_records()
        .filter_map(Result::ok)
        .map(|record| record.iter().map(str::to_owned).collect())
}

fn sense(form: &str, kind: &str, value: &str) -> Option<Sense> {
    let single = !form.contains([' ', '-']);
    Some(match kind {
        "month" => Sense::Month {
            number: value.parse().ok()?,
            short: form.trim_end_matches('.').len() < 5 && form != "June" && form != "July" && form != "May",
        },
        "weekday" => Sense::Weekday(value.parse().ok()?),
        "season" if single => Sense::Season(value.parse().ok()?),
        "number_word" if single => Sense::Cardinal(value.parse().ok()?),
        "ordinal_word" if single => Sense::Ordinal(value.parse().ok()?),
        "unit" => Sense::Unit(unit(value)?),
        "direction" => Sense::Direction(value.parse().ok()?),
        "set" => Sense::Set(value.to_owned()),
        "decade" => Sense::Decade(value.parse().ok()?),
        "day" => Sense::Named(value.to_owned()),
        "counted" => Sense::Counted,
        _ => return None,
    })
}

fn unit(value: &str) -> Option<Unit> {
    let letter = value.chars().next_back()?;
    let count = value[..value.len() - letter.len_utf8()].parse().unwrap_or(1);
    Some(match letter {
        'H' => Unit::Hour,
        'D' => Unit::Day,
        'W' => Unit::Week(count),
        'M' => Unit::Month(count),
        'Y' => Unit::Year(count),
        _ => return None,
    })
}

fn offset(value: &str) -> Option<Offset> {
    let (sign, rest) = value.strip_prefix('-').map_or((1, value), |rest| (-1, rest));
    let rest = rest.strip_prefix('P')?;
    let letter = rest.chars().next_back()?;
    let count: i32 = rest[..rest.len() - 1].parse().ok()?;
    Some(Offset { count: sign * count, unit: unit(&letter.to_string())? })
}

fn currencies() -> Vec<CurrencyForm> {
    let mut forms: BTreeMap<String, CurrencyForm> = BTreeMap::new();
    for row in rows(include_str!("../../../../data/currencies.csv")) {
        let [code, form, by, iso, ..] = row.as_slice() else { continue };
        let kind = match by.as_str() {
            "code" => FormKind::Code,
            "symbol" | "prefix" => FormKind::Symbol,
            "name" | "plural" => FormKind::Name,
            "minor" => FormKind::Minor,
            _ => continue,
        };
        let entry = forms.entry(form.clone()).or_insert_with(|| CurrencyForm {
            form: form.clone(),
            kind,
            code: None,
            by_country: BTreeMap::new(),
        });
        if iso.is_empty() {
            entry.code.get_or_insert_with(|| code.clone());
        } else {
            entry.by_country.insert(iso.clone(), code.clone());
        }
    }
    // The singular of a one-word plural: "dollar" of "dollars".
    let singular: Vec<CurrencyForm> = forms
        .values()
        .filter(|form| matches!(form.kind, FormKind::Name | FormKind::Minor) && form.form.len() > 4)
        .filter_map(|form| {
            Some(CurrencyForm { form: form.form.strip_suffix('s')?.to_owned(), ..form.clone() })
        })
        .collect();
    // "pa’anga"
    let curly: Vec<CurrencyForm> = forms
        .values()
        .filter(|form| form.form.contains('\''))
        .map(|form| CurrencyForm { form: form.form.replace('\'', "’"), ..form.clone() })
        .collect();
    for form in singular.into_iter().chain(curly) {
        forms.entry(form.form.clone()).or_insert(form);
    }
    forms.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_tables_can_be_read() {
        let values = Values::embedded();
        assert_eq!(values.senses("Sept"), [Sense::Month { number: 9, short: true }]);
        assert_eq!(values.senses("June"), [Sense::Month { number: 6, short: false }]);
        assert!(values.senses("second").contains(&Sense::Ordinal(2)));
        assert_eq!(values.senses("decade"), [Sense::Unit(Unit::Year(10))]);
        assert_eq!(values.phrase("last month"), Some(Offset { count: -1, unit: Unit::Month(1) }));
        assert_eq!(values.money_of("CA"), Some("CAD"));
        let dollar = values.currency("$").unwrap();
        assert_eq!(dollar.by_country.get("CA").map(String::as_str), Some("CAD"));
        assert!(values.triggers.is_some() && values.currency_triggers.is_some());
    }
}
