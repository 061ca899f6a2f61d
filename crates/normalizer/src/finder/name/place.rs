//! Places by form: `in Harwell, Ontario`, `the towns of Arn and Bolle`, `Mount Fjell`, `Torne River`.
//!
//! ```text
//! placed     = ( "in" / "at" / "near" / "outside" ) words ( ", " / " in " ) known place
//! reached    = ( "visited" / "visit to" / "people of" / "detour through" / … ) strange word
//! paired     = place ( "," / "and" ) strange word  /  "between" strange word "and" place
//! settlement = ( "city" / "town" / "village" / … ) "of" words *( ( "," / "and" ) words )
//! way        = "from" place "to" place  /  noun of several places ( "such as" / "among them" / … ) place *( "," place )
//! feature    = ( "Mount" / "Lake" / … ) words  /  words ( "River" / "Island" / … )  /  "Port of" words
//! words      = 1*3 capitalised words that the lexicon does not know
//! ```
//! A place that one of these gives is one wherever it stands in the document. Not here: known places.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use foldhash::fast::FixedState;
use rapporteur_model::{EntityId, EntityKind, MentionBy, TextRange};

use super::{
    Candidate, Strength,
    reading::{Page, Reading},
    shorten,
    token::{Shape, Token, tokens},
};
use crate::lexicon::{
    language::is_word,
    vocabulary::{self, Marks},
};

pub mod around;
pub mod feature;

/// Places by form.
pub fn propose(reading: &Reading<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for page in reading.pages.iter().filter(|page| !page.titled && !page.shouted) {
        let cues = |token: &usize| page.tokens[*token].marks.has(Marks::PLACE_CUE.and(Marks::SETTLEMENT));
        for token in (0..page.tokens.len()).filter(cues) {
            found.extend(placed(reading, page, token));
            found.extend(around::reached(reading, page, token));
            found.extend(around::listed(reading, page, token));
            found.extend(settlements(reading, page, token));
            found.extend(feature::feature(reading, page, token));
        }
        found.extend(around::shouted(page));
    }
    found.extend(around::column(reading));
    if island(reading) {
        found.extend(around::landed(reading));
    }
    let short = rivers(reading, &found);
    let known: BTreeSet<String> = found.iter().map(|place| place.name.clone()).collect();
    found.extend(around::paired(reading, &known));
    let again = spread(reading, &found);
    found.extend(again);
    found.extend(short);
    found
}

/// `the Skarn` where the document has a `Skarn River`: a river takes an article and no more.
fn rivers(reading: &Reading<'_>, found: &[Candidate]) -> Vec<Candidate> {
    let full = found.iter().filter(|place| place.kind == EntityKind::Place);
    let names: BTreeMap<&str, &str> =
        full.filter_map(|place| Some((place.name.strip_suffix(" River")?, place.name.as_str()))).collect();
    let mut short = Vec::new();
    for page in reading.pages.iter().filter(|page| !names.is_empty() && !page.titled && !page.shouted) {
        for (at, token) in page.tokens.iter().enumerate().skip(1) {
            let Some(name) = names.get(token.text) else { continue };
            let article = matches!(page.tokens[at - 1].text, "the" | "The");
            let ends = page.tokens.get(at + 1).is_none_or(|next| {
                !(next.spaced && next.capital()) && next.text != "-" && !settlement(next.text)
            });
            let country =
                page.known(reading.names, at).is_some_and(|(_, entry)| entry.kind != EntityKind::Place);
            if article && ends && !country {
                let mut candidate = place(page, token.range, EntityKind::Place);
                candidate.key = Some(EntityId::of_name(EntityKind::Place, &shorten::words(name).join(" ")));
                candidate.by = MentionBy::Alias;
                candidate.strength = Strength::Defined;
                short.push(candidate);
            }
        }
    }
    short
}

/// What was proposed once, wherever its words stand in the document.
pub fn spread(reading: &Reading<'_>, found: &[Candidate]) -> Vec<Candidate> {
    if found.is_empty() {
        return Vec::new();
    }
    let forms: HashMap<&str, (Strength, EntityKind), FixedState> =
        found.iter().map(|place| (place.name.as_str(), (place.strength, place.kind))).collect();
    // A form begins and ends with whole tokens, so that as many stretches as the longest has tokens find them all.
    let openings: HashSet<&str, FixedState> =
        forms.keys().filter_map(|form| form.split(' ').next()).collect();
    let longest = forms.keys().map(|form| tokens(form).len()).max().unwrap_or_default();
    let mut again = Vec::new();
    for page in &reading.pages {
        for (first, token) in page.tokens.iter().enumerate() {
            if !openings.contains(token.text) {
                continue;
            }
            for last in first..page.tokens.len().min(first + longest) {
                let range = page.range(first, last);
                if let Some((strength, kind)) = forms.get(page.slice(range)) {
                    again.push(Candidate { strength: *strength, ..place(page, range, *kind) });
                }
            }
        }
    }
    again
}

/// Does the document speak of islands, so that `on Skarnø` may be one?
fn island(reading: &Reading<'_>) -> bool {
    let word = |token: &Token<'_>| {
        matches!(token.text, "island" | "islands" | "Island" | "Islands" | "atoll" | "atolls")
    };
    reading.pages.iter().any(|page| page.tokens.iter().any(word))
}

fn place(page: &Page<'_>, range: TextRange, kind: EntityKind) -> Candidate {
    let mut candidate = Candidate::new(page.at(range), kind, page.slice(range));
    candidate.strength = Strength::Form;
    candidate
}

/// The last of at most three unknown capitalised words from `first` on.
pub fn words(reading: &Reading<'_>, page: &Page<'_>, first: usize) -> Option<usize> {
    let unknown = |index: usize| {
        page.tokens.get(index).is_some_and(|token| {
            let part = matches!(token.text, "al" | "el")
                && page.tokens.get(index + 1).is_some_and(|t| t.text == "-");
            let arabic = token.text.starts_with("al-") || token.text.starts_with("el-");
            (token.capital() || arabic || part)
                && token.spaced
                && !token.acronym()
                && !token.opens()
                && !reading.is_head(token)
                && !token.people()
                && page.hit_over(token.range).is_none()
        })
    };
    let last = (first..first + 4).take_while(|&index| unknown(index)).last()?;
    (last < first + 3).then_some(last)
}

/// Prepositions right before a place.
pub const IN: &[&str] = &["in", "at", "near", "outside", "In", "At", "Near"];

fn placed(reading: &Reading<'_>, page: &Page<'_>, at: usize) -> Option<Candidate> {
    if !IN.contains(&page.tokens[at].text) {
        return None;
    }
    let last = words(reading, page, at + 1)?;
    // `shares in Fjellkraft` name a company.
    let invested = at.checked_sub(1).is_some_and(|before| {
        matches!(
            page.tokens[before].text.to_lowercase().as_str(),
            "shares"
                | "share"
                | "stake"
                | "stakes"
                | "interest"
                | "invested"
                | "investment"
                | "trust"
                | "believe"
        )
    });
    if !invested && let Some(alone) = strange(page, at + 1, last) {
        return Some(alone);
    }
    let link = page.tokens.get(last + 1).filter(|token| matches!(token.text, "," | "in"))?;
    let after = last
        + 2
        + usize::from(
            link.text == "," && page.tokens.get(last + 2).is_some_and(|t| DIRECTIONS.contains(&t.text)),
        );
    let (_, known) = page.known(reading.names, after)?;
    let fits = matches!(known.kind, EntityKind::Country | EntityKind::Place);
    fits.then(|| place(page, page.range(at + 1, last), EntityKind::Place))
}

/// `Fjellby`: one word or two that are no words of the language, with nothing of a name behind them.
fn strange(page: &Page<'_>, first: usize, last: usize) -> Option<Candidate> {
    let next = page.tokens.get(last + 1);
    let goes_on = next.is_some_and(|next| {
        next.shape == Shape::Possessive || matches!(next.text, "(" | "-") || next.spaced && next.capital()
    });
    let prefix = |word: &Token<'_>| PREFIXES.contains(&word.text);
    let strange = |word: &Token<'_>| {
        let adjective = || ["an", "ese", "ish", "ern", "ic"].iter().any(|ending| word.text.ends_with(ending));
        let part = |part: &str| {
            part.chars().all(char::is_alphabetic) && part.chars().skip(1).all(char::is_lowercase)
        };
        // `Port-Skarn`, not `Post-War`.
        let joined = || {
            word.text.split_once('-').is_some_and(|(left, right)| {
                let plain =
                    part(left) && part(right) && right.starts_with(char::is_uppercase) && left.len() > 2;
                plain
                    && !matches!(left, "Non" | "Post" | "Pre" | "Anti" | "Multi" | "Inter" | "Sub" | "Mid")
                    && !is_word(&right.to_lowercase())
            })
        };
        word.text.len() > 3
            && !word.common()
            && (part(word.text) || joined())
            && !adjective()
            && !LANGUAGES.contains(&word.text)
    };
    let words = page.tokens.get(first..=last)?;
    let given = page.given(first);
    let tail = if words.len() == 2 && prefix(&words[0]) { &words[1..] } else { words };
    // `Al Ain`: behind the Arabic article a short word is a name.
    let article = words.len() == 2
        && matches!(words[0].text, "Al" | "Ad" | "An" | "Ar" | "Ash" | "As" | "At" | "Az" | "El");
    let arabic = article && words[1].text.len() > 2 && words[1].text.chars().skip(1).all(char::is_lowercase);
    (words.len() <= 2 && !goes_on && !given && (arabic || tail.iter().all(strange))).then(|| {
        let mut candidate = place(page, page.range(first, last), EntityKind::Place);
        candidate.strength = Strength::Weak;
        candidate
    })
}

/// Languages whose names have no ending of an adjective.
#[rustfmt::skip]
const LANGUAGES: &[&str] = &[
    "Aymara", "Azeri", "Bahasa", "Bambara", "Bemba", "Bengali", "Berber", "Bislama", "Braille", "Cebuano", "Chichewa",
    "Cree", "Creole", "Czech", "Dari", "Dinka", "Esperanto", "Farsi", "Gaelic", "Gujarati", "Guarani", "Guaraní", "Hausa",
    "Hebrew", "Hindi", "Hmong", "Igbo", "Inuktitut", "Kannada", "Kanuri", "Kazakh", "Khmer", "Kikuyu", "Kinyarwanda",
    "Kirundi", "Kriol", "Kurdish", "Latin", "Lingala", "Luganda", "Malay", "Malayalam", "Mandarin", "Mandinka", "Maori",
    "Māori", "Marathi", "Nahuatl", "Ndebele", "Nepali", "Oromo", "Papiamento", "Pashto", "Pidgin", "Pijin", "Punjabi",
    "Quechua", "Romani", "Sami", "Sámi", "Sanskrit", "Sepedi", "Sesotho", "Setswana", "Shona", "Sindhi", "Sinhala",
    "Somali", "Sotho", "Swahili", "Swati", "Tagalog", "Tajik", "Tamil", "Tatar", "Telugu", "Tetum", "Tigrinya", "Tsonga",
    "Tswana", "Turkmen", "Twi", "Urdu", "Uyghur", "Uzbek", "Venda", "Wolof", "Xhosa", "Yiddish", "Yoruba", "Zulu",
    "isiXhosa", "isiZulu",
];

/// Words of the language with which names of places begin.
const PREFIXES: [&str; 22] = [
    "Lower", "Upper", "Great", "Greater", "Little", "New", "Old", "North", "South", "East", "West", "San",
    "Santa", "Saint", "St", "Fort", "Port", "Los", "Las", "El", "Bad", "High",
];

const DIRECTIONS: [&str; 9] =
    ["northern", "southern", "eastern", "western", "central", "north", "south", "east", "west"];

/// Nouns of settlement or district.
#[rustfmt::skip]
pub const SETTLEMENTS: &[&str] = &[
    "city", "cities", "town", "towns", "village", "villages", "port", "district", "districts", "province",
    "provinces", "governorate", "municipality", "island", "islands", "suburb", "capital", "county", "state",
    "canton", "cantons", "prefecture", "prefectures", "oblast", "voivodeship", "emirate", "emirates",
    "parish", "borough", "commune", "communes", "hamlet", "hamlets", "regency", "atoll", "atolls",
    "peninsula", "municipalities", "counties", "ports", "suburbs", "oasis", "oases", "strait", "valley",
    "valleys", "archipelago", "governorates",
];

/// Is it a noun of settlement or district, as in `the port of Bergen`?
pub fn settlement(word: &str) -> bool {
    vocabulary::form(word).has(Marks::SETTLEMENT)
}

fn settlements(reading: &Reading<'_>, page: &Page<'_>, at: usize) -> Vec<Candidate> {
    let mut found = Vec::new();
    let of = page.tokens.get(at + 1).is_some_and(|token| token.text == "of");
    if !of || !page.tokens[at].marks.has(Marks::SETTLEMENT) {
        return found;
    }
    let mut next = at + 2;
    while let Some(last) = words(reading, page, next) {
        found.push(place(page, page.range(next, last), EntityKind::Place));
        let plural = page.tokens[at].text.ends_with('s');
        let more = page.tokens.get(last + 1).is_some_and(|token| matches!(token.text, "," | "and"));
        if !plural || !more {
            break;
        }
        next = last + 2 + usize::from(page.tokens.get(last + 2).is_some_and(|token| token.text == "and"));
    }
    found
}
