//! The words of the English language, lower case, from `data/words.txt`: they tell a name from an ordinary word.
//!
//! They are kept where they stand in the file: to note so many words is a good part of what is done at the start.

use std::sync::LazyLock;

use super::slots::Slots;

/// The file: one word a line.
const WORDS: &str = include_str!("../../../../data/words.txt");

/// Somewhat more words than there are.
const COUNT: usize = 90_000;

/// By the starts of their lines.
static LINES: LazyLock<Slots> = LazyLock::new(|| {
    let mut lines = Slots::for_words(COUNT);
    let mut start = 0;
    for end in memchr::memchr_iter(b'\n', WORDS.as_bytes()) {
        lines.insert(&WORDS.as_bytes()[start..end], start);
        start = end + 1;
    }
    lines
});

/// Is it a word of the language? To be given in lower case.
pub fn is_word(word: &str) -> bool {
    let (text, length) = (WORDS.as_bytes(), word.len());
    let is =
        |start: usize| text.get(start + length) == Some(&b'\n') && text[start..].starts_with(word.as_bytes());
    !word.is_empty() && LINES.find(word.as_bytes(), is).is_some()
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
        assert!(!is_word("a\nab") && WORDS.lines().count() < COUNT);
    }
}
