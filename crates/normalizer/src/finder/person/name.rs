//! Names of persons by form: `Jane van der Ode`, `J. R. Lund Jr.`, `Nguyen Thi ODE`.
//!
//! ```text
//! name     = part *( [particle] part ) [suffix]
//! part     = a word with a capital / initial            ; joined by single spaces
//! particle = "de" / "van" / "von" / "bin" / "al" …      ; small, between parts
//! suffix   = "Jr" / "Sr" / "II" / "III" / "IV"
//! ```
//! A name ends before a word that only a body, a paper or a place has, before a country, and in headings written in
//! title case before any ordinary word.

use std::borrow::Cow;

use super::word::{Word, Words, is_abbreviation, is_capitalized};
use crate::lexicon::{
    people::People,
    vocabulary::{Marks, marks},
};

/// Small words inside names.
pub const PARTICLES: &[&str] = &[
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "van", "von", "der", "den", "ter", "ten",
    "bin", "ibn", "bint", "binti", "al", "el", "la", "le", "y", "e", "a/l", "zu", "ould", "av", "af",
];

/// Bytes of a particle at most.
const LONGEST_PARTICLE: usize = 5;

const SUFFIXES: &[&str] = &["Jr", "Sr", "II", "III", "IV", "Jr.", "Sr."];

/// Words that no person's name has, and that end one.
#[rustfmt::skip]
pub const ENDS: &[&str] = &[
    "Government", "Administration", "Foundation", "Institute", "University", "College", "School", "Award",
    "Prize", "Center", "Centre", "Act", "Plan", "Doctrine", "Initiative", "Fund", "Hall", "House",
    "Airport", "Street", "Avenue", "Road", "Square", "Office", "Ministry", "Department", "Agency",
    "Council", "Committee", "Commission", "Conference", "Summit", "Meeting", "Dialogue", "Forum",
    "Declaration", "Agreement", "Accord", "Convention", "Treaty", "Protocol", "Statement", "Report",
    "Strategy", "Programme", "Program", "Project", "Partnership", "Group", "Bank", "Union", "Association",
    "Organization", "Organisation", "Party", "Parliament", "Congress", "Senate", "Court", "Bay", "Sea",
    "Ocean", "River", "Lake", "Island", "Islands", "Mountains", "Valley", "Province", "State", "States",
    "City", "District", "County", "Region", "Strait", "Gulf", "Peninsula", "Secretariat", "Company",
    "Corporation", "Inc", "Ltd", "Limited", "News", "Times", "Post", "Agenda", "Monday", "Tuesday",
    "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April",
    "June", "July", "August", "September", "October", "November", "December", "Day", "Week", "Year", "Team",
    "Force", "Forces", "Command", "Army", "Navy", "Republic", "Kingdom", "Federation", "Affairs",
    "Relations", "Cooperation", "Development", "Security", "Trade", "Health", "Nations", "Nation",
    "Society", "Network", "Alliance", "Coalition", "Mission", "Embassy", "Consulate", "Memorial", "Library",
    "Museum", "Hospital", "Stadium", "Park", "Bridge", "Tower", "Hotel", "Palace", "Resolution",
    "Communiqué", "Charter", "Pact", "Framework", "Roadmap", "Process", "Round", "Visit", "Visits",
    "Speech", "Address", "Remarks", "Interview", "Press", "Media", "Video", "Live", "Line", "Covenant",
    "Corridor", "Airlines", "Airways", "Motors", "Industries", "Holdings", "International", "Global",
    "World", "Peoples", "People", "Minister", "Ministers", "President", "Secretary", "Director", "Chairman",
    "Chair", "Ambassador", "Governor", "Senator", "Leader", "Leaders", "Spokesperson", "Commissioner",
    "General", "Officer", "Member", "Members", "Chief", "Envoy", "Deputy", "Counsel", "Speaker",
    "Chancellor", "Representative", "Counterpart", "Mr", "Mrs", "Ms", "Dr", "The", "A", "And", "But", "In",
    "On", "At", "For", "To", "From", "With", "By", "Of", "As", "Is", "He", "She", "It", "We", "They", "His",
    "Her", "Our", "Their", "This", "That", "These", "Those", "I", "You", "Also", "Today", "Yesterday",
    "Who", "What", "When", "Where", "Why", "How", "Hon", "Honourable", "Honorable", "Excellency", "Majesty",
    "Highness", "Question", "Answer", "Q", "Premier", "Harbour", "Harbor", "Commissioners", "Railway", "Railways",
    "Gen", "Lt", "Col", "Maj", "Capt", "Adm", "Brig", "Sgt", "Prof", "Sen", "Rep", "Gov", "Rev", "Amb",
    "Cargo", "Authority", "Radio", "Unit", "Station", "Complex", "Glacier", "Highlands", "Trust", "Television",
];

/// Those of them that are surnames too, and may begin a name where a title leads: `President Park`.
const SURNAMES: &[&str] = &["Park", "Hall", "Day", "Lake", "Bridge"];

/// Letters behind a name that are no part of it.
const POSTNOMINALS: &[&str] = &[
    "MP", "MLA", "MEP", "MPP", "QC", "KC", "SC", "AC", "AO", "AM", "OBE", "CBE", "MBE", "KBE", "DBE", "CMG",
    "KCMG", "PhD", "MD", "MHR", "PC", "CC", "OC", "RN", "USN", "USA", "Ph",
];

/// A stretch of words that has the form of a person's name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Name {
    /// Index of its first word.
    pub first: usize,
    /// Index one past its last word.
    pub end: usize,
}

impl Name {
    /// Number of words.
    pub fn len(self) -> usize {
        self.end - self.first
    }
}

/// Reads the name that begins at a word. `heading` tells that capitals mean nothing here.
pub fn read(words: &Words<'_>, first: usize, heading: bool) -> Option<Name> {
    let mut end = first;
    let mut index = first;
    while index < words.list.len() && index < first + 7 {
        let parted = || !words.joined(index) && nickname(words, index).is_none();
        if index > first && (parted() || words.possessive(index - 1)) {
            break;
        }
        let word = words.list[index].text;
        let initial = is_initial(word);
        let behind_initial = index > first && is_initial(words.list[index - 1].text);
        if index > first && SUFFIXES.contains(&word) {
            end = index + 1;
            break;
        }
        let particles = particles_at(words, index);
        if index > first && particles > 0 {
            index += particles;
            continue;
        }
        if let Some(next) = nickname(words, index).filter(|_| index > first) {
            index = next;
        }
        let word = words.list[index].text;
        let foreign = is_foreign(&words.list[index]);
        let foreign = foreign && !borne(words, first, index);
        let foreign = foreign && !(index == first && SURNAMES.contains(&&*titled(word)));
        let letters = index > first && POSTNOMINALS.contains(&word);
        let stops = foreign && !initial && !behind_initial || letters || !is_part(word);
        let ordinary = heading
            && words.list[index].is_ordinary()
            && !initial
            && !(index > first && short_surname(words, index));
        if stops || ordinary {
            break;
        }
        end = index + 1;
        if words.possessive(index) {
            break;
        }
        index += 1;
    }
    while end > first && is_initial(words.list[end - 1].text) {
        end -= 1;
    }
    // An initial alone, or last, is no name: `Annex A`, `Vitamin C`.
    let whole = end > first && words.list[first..end].iter().any(|word| word.text.chars().count() > 1);
    whole.then_some(Name { first, end })
}

/// Number of particles that stand before a capital from a word on: two of `von der Lund`.
fn particles_at(words: &Words<'_>, index: usize) -> usize {
    let particles = words.list[index..].iter().take(3).take_while(|word| word.marks.has(Marks::PARTICLE));
    let count = particles.count();
    if count == 0 {
        return 0;
    }
    let next = words.list.get(index + count).is_some_and(|word| is_capitalized(word.text));
    let joined = (index + 1..=index + count).all(|i| words.joined(i));
    if next && joined { count } else { 0 }
}

/// The word behind a nickname in quotation marks that begins at a word: `Jane “Jay” Lund`.
fn nickname(words: &Words<'_>, index: usize) -> Option<usize> {
    let opens = matches!(words.gap(index), " “" | " \"" | " ‘" | " '");
    let closes = matches!(words.gap(index + 1), "” " | "\" " | "’ " | "' ");
    let next = words.list.get(index + 1).is_some_and(|word| is_capitalized(word.text));
    (opens && closes && next).then_some(index + 1)
}

/// Is it one of the small words inside names, whatever its case?
pub fn is_particle(word: &str) -> bool {
    word.len() <= LONGEST_PARTICLE && PARTICLES.iter().any(|particle| particle.eq_ignore_ascii_case(word))
}

fn is_initial(word: &str) -> bool {
    let mut letters = word.trim_end_matches('.').chars();
    letters.next().is_some() && letters.next().is_none() && is_abbreviation(word)
}

/// `AUSTRALIA` as `Australia`; other words as they are.
fn titled(word: &str) -> Cow<'_, str> {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) if super::word::is_capitals(word) => {
            Cow::Owned(format!("{first}{}", letters.as_str().to_lowercase()))
        }
        _ => Cow::Borrowed(word),
    }
}

/// Is it a word that no person's name has, a country or a people, in capitals or not?
fn is_foreign(word: &Word<'_>) -> bool {
    const FOREIGN: Marks = Marks::ENDS_NAME.and(Marks::COUNTRY).and(Marks::PEOPLE);
    match titled(word.text) {
        Cow::Borrowed(_) => word.marks.has(FOREIGN),
        Cow::Owned(titled) => word.is_geographic() || marks(&titled).has(FOREIGN),
    }
}

/// A surname in a heading that is an ordinary word, behind a given name: `Jane Brown to Visit`.
fn short_surname(words: &Words<'_>, index: usize) -> bool {
    let next = words.list.get(index + 1);
    next.is_none_or(|word| !is_capitalized(word.text)) || words.gap(index + 1) != " "
}

/// A word with a capital and small letters behind it, capitals alone, or an initial; no figures.
fn is_part(word: &str) -> bool {
    let article = ["al-", "el-", "Al-", "El-", "d'", "d’"].iter().any(|article| word.starts_with(article));
    (is_capitalized(word) || article) && !word.chars().any(char::is_numeric) && !dotted(word)
}

/// `U.S.`: no part of a name, but `J.R.` may be. Two letters and more with stops count as a country or body.
fn dotted(word: &str) -> bool {
    word.contains('.')
        && matches!(word, "U.S." | "U.S" | "U.K." | "U.K" | "U.N." | "U.N" | "E.U." | "U.A.E." | "D.C.")
}

/// A country or a people.
pub fn is_geographic(people: &People, word: &str) -> bool {
    people.country(word).is_some() || people.people(word).is_some()
}

/// Countries that are given or family names too.
const BORNE: &[&str] =
    &["Jordan", "Chad", "Georgia", "Israel", "Ireland", "France", "Kenya", "India", "Cuba", "Holland"];

/// Is a country's name a person's here: behind a given name (`Michael Jordan`), or before a word of no language (`Chad
/// Odegard`)?
fn borne(words: &Words<'_>, first: usize, index: usize) -> bool {
    let word = words.list[index].text;
    if !BORNE.contains(&word) {
        return false;
    }
    if index == first + 1 {
        let given = &words.list[first];
        return given.is_given_name() && !BORNE.contains(&given.text);
    }
    let next = words.list.get(index + 1).filter(|_| words.joined(index + 1) && !words.possessive(index));
    // `ambassador to Kenya Hery Odegard`, `the President of Georgia Lars Lund`: the country.
    let led = index.checked_sub(1).is_some_and(|before| {
        words.joined(index)
            && words.list[before].text.bytes().all(|byte| byte.is_ascii_lowercase())
            && words.list[before].text.len() < 5
            && !matches!(words.list[before].text, "and" | "said" | "met")
    });
    index == first
        && !led
        && next.is_some_and(|next| {
            let strange = !next.is_ordinary() && !next.is_place();
            is_capitalized(next.text)
                && !super::word::is_capitals(next.text)
                && !next.text.contains('-')
                && strange
                && !next.is_geographic()
                && !next.marks.has(Marks::ENDS_NAME)
        })
}

/// `J.R.D.`: two initials and more in one word, no country's or body's.
fn is_initials(word: &str) -> bool {
    let letters = word.split_terminator('.');
    word.ends_with('.')
        && letters.clone().count() > 1
        && letters.clone().all(|letter| letter.chars().count() == 1)
        && !dotted(word)
        && !word.starts_with("U.")
        && !matches!(word, "A.M." | "P.M." | "A.D." | "B.C." | "P.O." | "N.B." | "P.S.")
}

/// Does a name begin with a word that is more often a place’s or a thing’s?
pub fn needs_title(words: &Words<'_>, name: Name) -> bool {
    SURNAMES.contains(&words.list[name.first].text)
}

/// The text of a name.
pub fn text<'a>(words: &Words<'a>, name: Name) -> &'a str {
    let (from, to) = (words.list[name.first].start, words.list[name.end - 1].end);
    words.text.get(from..to).unwrap_or_default()
}

/// How much speaks for a name that has no title: a known given name in front, and unusual words.
pub fn is_plausible(words: &Words<'_>, people: &People, name: Name) -> bool {
    let parts = &words.list[name.first..name.end];
    let first = parts[0].text;
    let last = &parts[parts.len() - 1];
    let given = parts[0].is_given_name()
        || capitals_name(people, first)
        || BORNE.contains(&first)
        || is_initials(first) && !super::word::is_capitals(last.text);
    if !given || parts.len() < 2 {
        return false;
    }
    // `Alice Springs Darwin`: a place leads.
    let start = words.text.get(parts[0].start..parts[parts.len().min(2) - 1].end).unwrap_or_default();
    let count = parts.iter().filter(|part| !PARTICLES.contains(&part.text)).count();
    let long = parts.len() >= 2 && count <= 5 && !people.is_place(start);
    long && !people.is_place(text(words, name))
        && (!last.is_ordinary()
            || parts.len() == 2 && BORNE.contains(&last.text)
            || parts.len() > 2 && initial_between(words, name))
}

fn initial_between(words: &Words<'_>, name: Name) -> bool {
    words.list[name.first + 1..name.end - 1]
        .iter()
        .any(|word| word.text.trim_end_matches('.').chars().count() == 1)
}

/// `JANE`: a given name in capitals.
fn capitals_name(people: &People, word: &str) -> bool {
    match titled(word) {
        Cow::Owned(name) => people.is_given_name(&name),
        Cow::Borrowed(_) => false,
    }
}

/// Are all words of the name unusual ones: neither ordinary words nor places?
pub fn is_unusual(words: &Words<'_>, people: &People, name: Name) -> bool {
    let parts = &words.list[name.first..name.end];
    (2..=4).contains(&parts.len())
        && parts.iter().all(|word| !word.is_ordinary() && !is_acronym(word.text))
        && !people.is_place(text(words, name))
        && !parts.iter().all(super::word::Word::is_place)
}

/// Has the name two to four words, one of them an unusual one? Enough only where a role stands beside it.
pub fn is_mixed(words: &Words<'_>, people: &People, name: Name) -> bool {
    let parts = &words.list[name.first..name.end];
    (2..=4).contains(&parts.len())
        && parts.iter().any(|word| !word.is_ordinary() && !word.is_place())
        && !parts.iter().any(|word| is_acronym(word.text))
        && !people.is_place(text(words, name))
}

/// Is the first word of the name none of the language, of a place or of an acronym?
pub fn begins_strange(words: &Words<'_>, name: Name) -> bool {
    let first = &words.list[name.first];
    !first.is_ordinary() && !first.is_place() && !super::word::is_capitals(first.text)
}

fn is_acronym(word: &str) -> bool {
    super::word::is_capitals(word) && word.len() <= 5
}
