//! The words of the English language, lower case, from `data/words.txt`: they tell a name from an ordinary word.

use std::{collections::HashSet, sync::LazyLock};

use foldhash::fast::FixedState;

static WORDS: LazyLock<HashSet<&str, FixedState>> =
    LazyLock::new(|| include_str!("../../../../data/words.txt").lines().collect());

/// Is it a word of the language? To be given in lower case.
pub fn is_word(word: &str) -> bool {
    WORDS.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_from_names() {
        assert!(is_word("minister") && is_word("a"));
        assert!(!is_word("oslo") && !is_word("Minister") && !is_word(""));
    }
}
