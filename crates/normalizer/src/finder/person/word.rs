//! The words of a passage, with what stands between them.
//!
//! `Lt. Gen. O’Neil-Roy’s U.S. tour` has the words `Lt`, `Gen`, `O’Neil-Roy`, `U.S.` and `tour`: hyphens and
//! apostrophes between letters belong to a word, a possessive ending does not, and the stops of letter-by-letter
//! abbreviations do.
//!
//! Invariant: words are in order, never empty, never overlap, and hold no white space.

use crate::lexicon::{
    people::People,
    vocabulary::{self, Marks, marks},
};

/// A word of a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Word<'a> {
    /// Its letters and digits.
    pub text: &'a str,
    /// First byte in the passage.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// What is known of it.
    pub marks: Marks,
}

impl Word<'_> {
    /// Is it an ordinary English word, whatever its case?
    pub fn is_ordinary(&self) -> bool {
        vocabulary::is_ordinary(self.text, self.marks)
    }

    /// Is it the name of a place, and not also a person's name or a common word?
    pub const fn is_place(&self) -> bool {
        self.marks.has(Marks::PLACE)
    }

    /// Is it a given name?
    pub const fn is_given_name(&self) -> bool {
        self.marks.has(Marks::GIVEN)
    }

    /// Is it a country or a people?
    pub const fn is_geographic(&self) -> bool {
        self.marks.has(Marks::COUNTRY.and(Marks::PEOPLE))
    }
}

/// The words of a text.
#[derive(Clone, Debug)]
pub struct Words<'a> {
    /// The text.
    pub text: &'a str,
    /// Its words, in order.
    pub list: Vec<Word<'a>>,
}

impl<'a> Words<'a> {
    /// The words of a text.
    pub fn of(text: &'a str) -> Self {
        /// Bytes of a word with what parts it from the next, or less.
        const LENGTH: usize = 5;
        let mut list = Vec::with_capacity(text.len() / LENGTH + 1);
        let mut from = 0;
        while let Some(start) = next_word(text, from) {
            let end = word_end(text, start);
            let word = &text[start..end];
            list.push(Word { text: word, start, end, marks: marks(word) });
            from = end + possessive_ending(&text[end..]);
        }
        Self { text, list }
    }

    /// Number of words of the role that begins at a word, which has `most` at most; 0 for none.
    pub fn role(&self, people: &People, index: usize, most: usize) -> usize {
        if self.begins(index, Marks::ROLE) { people.role(&self.run(index, most)) } else { 0 }
    }

    /// Number of words of the form of address that begins at a word, which has `most` at most; 0 for none.
    pub fn honorific(&self, people: &People, index: usize, most: usize) -> usize {
        if self.begins(index, Marks::HONORIFIC) { people.honorific(&self.run(index, most)) } else { 0 }
    }

    /// Number of words of the verb of saying that begins at a word, which has `most` at most; 0 for none.
    pub fn cue(&self, people: &People, index: usize, most: usize) -> usize {
        if self.begins(index, Marks::CUE) { people.cue(&self.run(index, most)) } else { 0 }
    }

    /// Has a word a mark?
    pub fn begins(&self, index: usize, mark: Marks) -> bool {
        self.list.get(index).is_some_and(|word| word.marks.has(mark))
    }

    /// What stands between a word and the one before it; before the first word, from the start of the text.
    pub fn gap(&self, index: usize) -> &'a str {
        let from = if index == 0 { 0 } else { self.list.get(index - 1).map_or(self.text.len(), |w| w.end) };
        let to = self.list.get(index).map_or(self.text.len(), |word| word.start);
        self.text.get(from..to).unwrap_or_default()
    }

    /// Does the word go on from the one before it, with no more than a space, or the stop of an abbreviation?
    pub fn joined(&self, index: usize) -> bool {
        let Some((before, word)) =
            index.checked_sub(1).and_then(|i| Some((self.list.get(i)?, self.list.get(index)?)))
        else {
            return self.gap(index) == " ";
        };
        match &self.text[before.end..word.start] {
            " " => true,
            ". " => index > 0 && self.abbreviated(index - 1),
            // `Dato’ Lund`: the apostrophe is the title's own.
            "' " | "’ " => index > 0 && HAMZA.contains(&self.list[index - 1].text),
            _ => false,
        }
    }

    /// Does a sentence begin at the word?
    pub fn starts_sentence(&self, index: usize) -> bool {
        if index == 0 {
            return true;
        }
        let gap = self.gap(index);
        if gap.len() < 2 {
            return false;
        }
        let stop = gap.contains(['!', '?'])
            || gap.contains('.') && !(gap.starts_with(". ") && self.abbreviated(index - 1));
        stop && gap.contains(char::is_whitespace)
    }

    /// Is the stop behind a word that of an abbreviation? `No. 7` is one, `No. The plan goes on` answers a question.
    fn abbreviated(&self, index: usize) -> bool {
        let Word { text: word, marks, .. } = self.list[index];
        let figure =
            || self.list.get(index + 1).is_some_and(|next| next.text.contains(|c: char| c.is_ascii_digit()));
        let short = marks.has(Marks::ABBREVIATION) || is_initial(word) || word.ends_with('.');
        short && (word != "No" || figure())
    }

    /// Is a possessive ending or apostrophe behind the word?
    pub fn possessive(&self, index: usize) -> bool {
        let gap = self.gap(index + 1);
        let Some(ending) = gap.strip_prefix(['\'', '’']) else { return false };
        let title = gap.chars().count() == 2 && self.list.get(index).is_some_and(|w| HAMZA.contains(&w.text));
        !title && (ending.is_empty() || ending.starts_with([' ', 's']))
    }

    /// The texts of up to `count` words that follow one another from a word on, parted by nothing but spaces and the
    /// stops of abbreviations; never more than [`LONGEST_RUN`].
    pub fn run(&self, index: usize, count: usize) -> Run<'a> {
        let mut run = Run { words: [""; LONGEST_RUN], len: 0 };
        for next in index..self.list.len().min(index + count.min(LONGEST_RUN)) {
            if next > index && !self.joined(next) {
                break;
            }
            run.words[run.len] = self.list[next].text;
            run.len += 1;
        }
        run
    }

    /// Index of the first word that ends after a byte.
    pub fn at(&self, byte: usize) -> usize {
        self.list.partition_point(|word| word.end <= byte)
    }
}

/// Words of a run at most: no role, form of address or verb of saying has more.
pub const LONGEST_RUN: usize = 12;

/// Words that follow one another.
#[derive(Clone, Copy, Debug)]
pub struct Run<'a> {
    words: [&'a str; LONGEST_RUN],
    len: usize,
}

impl<'a> std::ops::Deref for Run<'a> {
    type Target = [&'a str];

    fn deref(&self) -> &Self::Target {
        &self.words[..self.len]
    }
}

/// Titles that are written with an apostrophe at their end.
const HAMZA: &[&str] = &["Dato", "Datu", "Dato’", "Dato'"];

/// Titles that are written with a stop, and words whose stop ends no sentence.
pub const ABBREVIATIONS: &[&str] = &[
    "MR", "MS", "MRS", "DR", "PROF", "HON", "SEN", "GEN", "REP", "Adm", "Amb", "Brig", "Capt", "Cmdr", "Col",
    "Cpl", "Dr", "Fr", "Gen", "Gov", "Hon", "Jr", "Lt", "Maj", "Messrs", "Mme", "Mr", "Mrs", "Ms", "No",
    "Prof", "Rep", "Rev", "Rt", "Sen", "Sgt", "Smt", "Sr", "Sra", "St", "vs", "Tel", "tel", "Ext", "ext",
    "Fax", "fax", "Ph", "approx",
];

/// Is it a word whose stop ends no sentence: an initial, `U.S.`, `Dr`?
pub fn is_abbreviation(word: &str) -> bool {
    is_initial(word) || word.ends_with('.') || ABBREVIATIONS.contains(&word)
}

/// Is it a single capital?
fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// Does the word begin with a capital?
pub fn is_capitalized(word: &str) -> bool {
    if let Some(byte) = word.as_bytes().first().filter(|byte| byte.is_ascii()) {
        return byte.is_ascii_uppercase();
    }
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Has the word two letters or more, all of them capitals?
pub fn is_capitals(word: &str) -> bool {
    // Most words are told by a small letter.
    !word.bytes().any(|byte| byte.is_ascii_lowercase())
        && word.chars().filter(|c| c.is_alphabetic()).count() > 1
        && !word.chars().any(char::is_lowercase)
}

/// The first letter or digit from a byte on.
fn next_word(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        let byte = *bytes.get(at)?;
        if byte.is_ascii_alphanumeric() {
            return Some(at);
        }
        at += if byte.is_ascii() {
            1
        } else {
            let character = text[at..].chars().next()?;
            if character.is_alphanumeric() {
                return Some(at);
            }
            character.len_utf8()
        };
    }
}

fn word_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut letters = Letters::default();
    let (mut at, mut end) = (start, start);
    loop {
        // Most of a text is letters of ASCII.
        let run = bytes[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        if run > 0 {
            letters.add_run(bytes[at].is_ascii_uppercase(), run);
            at += run;
            end = at;
        }
        if bytes.get(at).is_none_or(|byte| byte.is_ascii() && !matches!(byte, b'\'' | b'-' | b'.')) {
            return end;
        }
        let Some(character) = text[at..].chars().next() else { return end };
        let next = at + character.len_utf8();
        let inner = || text[next..].starts_with(char::is_alphanumeric);
        match character {
            c if c.is_alphanumeric() => end = next,
            '\'' | '’' if inner() && !is_possessive(&text[next..]) => {}
            '-' | '\u{2010}' | '\u{2011}' if inner() => {}
            '.' if letters.alone() && (letters.stops > 0 || inner()) => end = next,
            _ => return end,
        }
        letters.add(character);
        at = next;
    }
}

/// What a word has so far, to tell single capitals parted by stops (`U`, `U.S`, `H.E`) without reading it again.
#[derive(Default)]
struct Letters {
    stops: usize,
    /// Characters since the last stop.
    count: usize,
    /// Is there more than a single capital between two stops?
    other: bool,
    /// Is the first character since the last stop a capital?
    capital: bool,
}

impl Letters {
    /// Is it nothing but single capitals parted by stops, and does it end in one?
    const fn alone(&self) -> bool {
        !self.other && self.capital && self.count == 1
    }

    /// Adds letters and digits of ASCII, the first of them a capital or not.
    const fn add_run(&mut self, capital: bool, length: usize) {
        self.capital = if self.count == 0 { capital } else { self.capital };
        self.count += length;
    }

    fn add(&mut self, character: char) {
        if character == '.' {
            self.other |= !self.alone();
            self.stops += 1;
            self.count = 0;
        } else {
            self.capital = if self.count == 0 { character.is_uppercase() } else { self.capital };
            self.count += 1;
        }
    }
}

/// Length of a possessive ending (`’s`) at the start of a text; 0 for none.
fn possessive_ending(text: &str) -> usize {
    if text.starts_with(' ') {
        return 0;
    }
    let rest = text.strip_prefix(['\'', '’']).filter(|rest| is_possessive(rest));
    rest.map_or(0, |rest| text.len() - rest.len() + 1)
}

/// Do the letters after an apostrophe end a possessive (`s` and no further letter)?
fn is_possessive(rest: &str) -> bool {
    rest.strip_prefix(['s', 'S']).is_some_and(|after| !after.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        Words::of(text).list.iter().map(|word| word.text).collect()
    }

    #[test]
    fn hyphens_apostrophes_and_dotted_letters_stay_in_the_word() {
        assert_eq!(words("Lt. Gen. O’Neil-Roy’s U.S. tour"), ["Lt", "Gen", "O’Neil-Roy", "U.S.", "tour"]);
        assert_eq!(words("ministers’ J. R. Ode"), ["ministers", "J", "R", "Ode"]);
        assert_eq!(words("the end."), ["the", "end"]);
    }

    #[test]
    fn a_stop_ends_a_sentence_but_for_abbreviations() {
        let text = Words::of("He met Dr. Ode. She left. U.S. aid");
        let starts: Vec<_> = (0..text.list.len()).filter(|&i| text.starts_sentence(i)).collect();
        assert_eq!(starts, [0, 4, 6]);
        assert!(Words::of("Ode’s plan").possessive(0));
    }
}
