//! The English word list that tells damage from words: "prepared ness" is "preparedness", "technology" lost a
//! letter in "echnology".
//!
//! The list stands in `data/words.txt`, one word a line, lower case; the words themselves are never copied.

use std::{collections::HashSet, sync::LazyLock};

use foldhash::fast::FixedState;

static TEXT: &str = include_str!("../../../data/words.txt");

static WORDS: LazyLock<HashSet<&[u8], FixedState>> =
    LazyLock::new(|| TEXT.lines().map(str::as_bytes).collect());

/// Bytes of the longest word that is looked up; the list has none longer.
const LONGEST: usize = 64;

/// Is it an English word, whatever its case?
pub fn is_word(word: &str) -> bool {
    if word.bytes().all(|byte| !byte.is_ascii_uppercase()) {
        return WORDS.contains(word.as_bytes());
    }
    is_whole(word, "")
}

/// Are two halves together an English word, whatever their case?
pub fn is_whole(head: &str, tail: &str) -> bool {
    let mut lower = [0; LONGEST];
    let Some(lower) = lower.get_mut(..head.len() + tail.len()) else { return false };
    lower[..head.len()].copy_from_slice(head.as_bytes());
    lower[head.len()..].copy_from_slice(tail.as_bytes());
    lower.make_ascii_lowercase();
    WORDS.contains(&*lower)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_word_is_found_and_others_are_not() {
        let unknown: Vec<&str> = TEXT.lines().filter(|word| !is_word(word)).collect();
        assert_eq!(unknown, Vec::<&str>::new());
        for word in ["echnology", "prepar", "zzz", "", "x", "naïve-like"] {
            assert!(!is_word(word), "{word}");
        }
        assert!(is_word("Technology") && is_whole("Tech", "nology") && !is_whole("of", "the"));
    }
}
