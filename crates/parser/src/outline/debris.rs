//! What extraction left behind: lone letters (`L ⇥ Α`), and rows that garble the one that follows them.

use crate::words::is_word;

/// Only single letters and signs, which belong to no word.
pub fn is_debris(cell: &str) -> bool {
    !cell.is_empty()
        && cell.split_whitespace().all(|word| {
            let mut letters = word.chars();
            matches!((letters.next(), letters.next()), (Some(sign), None) if !sign.is_ascii_digit())
        })
        && cell.chars().count() <= 8
}

/// Is `bad` a garbled copy of `good`: alike in its letters, but with more words that are none?
pub fn is_garbled(bad: &str, good: &str) -> bool {
    let unknown = |text: &str| {
        let words: Vec<&str> =
            text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.len() > 3).collect();
        // A figure inside a word is no letter: "c0untry".
        let none = words.iter().filter(|word| word.chars().any(char::is_lowercase) && !is_word(word)).count();
        (none, words.len().max(1))
    };
    let pairs = |text: &str| {
        let letters: Vec<char> =
            text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        letters.windows(2).map(|pair| (pair[0], pair[1])).collect::<std::collections::BTreeSet<_>>()
    };
    let head: String = good.chars().take(bad.chars().count() + 20).collect();
    let (first, second) = (pairs(bad), pairs(&head));
    let alike = 100 * first.intersection(&second).count() >= 55 * first.len().max(1);
    let (bad_words, bad_total) = unknown(bad);
    let (good_words, good_total) = unknown(&head);
    alike && bad_words * good_total > good_words * bad_total
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lone_letters_are_debris_and_words_are_not() {
        assert!(is_debris("L") && is_debris("e t") && is_debris("\u{140}"));
        assert!(!is_debris("1") && !is_debris("of") && !is_debris("a.") && !is_debris(""));
    }

    #[test]
    fn a_garbled_copy_is_told_from_a_repeated_number() {
        let good = "Convene yearly talks of the harbour masters, the next in spring.";
        assert!(is_garbled("Convane yearlv talks of tho harbuor mastars", good));
        assert!(is_garbled("C0nvene yearly ta1ks", "Convene yearly talks"));
        assert!(!is_garbled("Publish the readings of the gauges each week.", good));
        assert!(!is_garbled(good, "Convane yearlv talks of tho harbuor mastars"));
    }
}
