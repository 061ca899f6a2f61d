//! The words of the English language, lower case, from `data/words.txt`: they tell a name from an ordinary word.
//!
//! They are kept as places in the text of the file, in a table of open addressing that is quick to fill: this is most of
//! what is done at the start of the program.

use std::{hash::BuildHasher as _, sync::LazyLock};

use foldhash::fast::FixedState;

/// The file: one word a line.
const WORDS: &str = include_str!("../../../../data/words.txt");

/// Places in the table, a power of two, some three for each word.
const PLACES: usize = 1 << 18;

/// Starts of lines, one more than they are; 0 for none.
struct Table(Vec<u32>);

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table(vec![0; PLACES]);
    let mut start = 0;
    for end in memchr::memchr_iter(b'\n', WORDS.as_bytes()) {
        let mut place = place(&WORDS.as_bytes()[start..end]);
        while table.0[place] != 0 {
            place = (place + 1) % PLACES;
        }
        table.0[place] = start as u32 + 1;
        start = end + 1;
    }
    table
});

fn place(word: &[u8]) -> usize {
    FixedState::default().hash_one(word) as usize % PLACES
}

/// Is it a word of the language? To be given in lower case.
pub fn is_word(word: &str) -> bool {
    let (table, word) = (&TABLE.0, word.as_bytes());
    let mut place = place(word);
    while table[place] != 0 {
        let line = &WORDS.as_bytes()[table[place] as usize - 1..];
        if line.get(word.len()) == Some(&b'\n') && line.starts_with(word) {
            return !word.is_empty();
        }
        place = (place + 1) % PLACES;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_from_names() {
        assert!(is_word("minister") && is_word("a"));
        assert!(!is_word("oslo") && !is_word("Minister") && !is_word(""));
    }

    #[test]
    fn every_line_is_found_and_no_two_of_them_together() {
        assert!(WORDS.ends_with('\n') && WORDS.lines().all(is_word));
        assert!(!is_word("a\nab") && WORDS.lines().count() * 2 < PLACES);
    }
}
