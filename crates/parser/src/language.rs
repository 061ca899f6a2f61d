//! The language of the main text, by its commonest function words: `le … de la …` is French.
//!
//! Only the languages that the word lists below name are told; anything else counts as English, the language that
//! the finders read. Deliberately not here: the language of a part of a text.

use std::sync::LazyLock;

/// Function words that are common in one of the languages and rare in the others.
const WORDS: [(&str, &[&str]); 5] = [
    ("en", &["the", "and", "of", "to", "in", "for", "with", "that", "is", "on"]),
    ("fr", &["le", "les", "et", "des", "du", "dans", "pour", "une", "est", "aux"]),
    ("es", &["el", "los", "y", "del", "las", "para", "por", "una", "con", "que"]),
    ("de", &["der", "die", "und", "das", "den", "von", "mit", "für", "ist", "im"]),
    ("pt", &["o", "os", "e", "do", "da", "dos", "para", "uma", "com", "não"]),
];

/// The same words as numbers.
static KEYS: LazyLock<Vec<Vec<u32>>> = LazyLock::new(|| {
    WORDS.iter().map(|(_, words)| words.iter().map(|word| key(word.as_bytes())).collect()).collect()
});

/// Up to four letters as a number, whatever their case.
fn key(letters: &[u8]) -> u32 {
    letters.iter().fold(0, |key, letter| key << 8 | u32::from(letter | 0x20))
}

/// The words of one to four bytes; only letters are part of a word.
fn short_words(text: &str) -> impl Iterator<Item = &str> {
    let bytes = text.as_bytes();
    // Is a letter here, and how many bytes does the character have?
    let letter = move |at: usize| match bytes[at] {
        byte if byte.is_ascii() => (byte.is_ascii_alphabetic(), 1),
        _ => text[at..].chars().next().map_or((false, 1), |c| (c.is_alphabetic(), c.len_utf8())),
    };
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() {
            let start = at;
            let mut width = 1;
            while at < bytes.len() {
                let (is_letter, length) = letter(at);
                width = length;
                if !is_letter {
                    break;
                }
                at += length;
            }
            let word = &text[start..at];
            at += width;
            if (1..=4).contains(&word.len()) {
                return Some(word);
            }
        }
        None
    })
}

/// BCP 47 tag of a text.
pub fn language(text: &str) -> &'static str {
    let mut counts = [0_usize; WORDS.len()];
    // A few thousand words tell a language; reading more of a long text tells nothing new.
    for word in short_words(text).take(4000) {
        let bytes = word.as_bytes();
        if word.is_ascii() {
            // No word of the lists is longer than four bytes: as a number it is compared in one step.
            let key = key(bytes);
            for (count, keys) in counts.iter_mut().zip(KEYS.iter()) {
                *count += usize::from(keys.contains(&key));
            }
            continue;
        }
        let lower = word.to_lowercase();
        for (at, (_, words)) in WORDS.iter().enumerate() {
            counts[at] += usize::from(words.contains(&lower.as_str()));
        }
    }
    let most = counts.iter().copied().max().unwrap_or(0);
    let at = counts.iter().position(|count| *count == most).unwrap_or(0);
    WORDS[at].0
}

#[cfg(test)]
mod tests {
    use super::language;

    #[test]
    fn function_words_tell_the_language() {
        assert_eq!(language("The ministers met in the capital for talks."), "en");
        assert_eq!(language("Les ministres se sont réunis dans la capitale pour une rencontre."), "fr");
        assert_eq!(language("Los ministros se reunieron en la capital para una reunión."), "es");
        assert_eq!(language(""), "en");
    }
}
