//! The language of the main text, by its commonest function words: `le … de la …` is French.
//!
//! Only the languages that the word lists below name are told; anything else counts as English, the language that
//! the finders read. Deliberately not here: the language of a part of a text.

/// Function words that are common in one of the languages and rare in the others.
const WORDS: [(&str, &[&str]); 5] = [
    ("en", &["the", "and", "of", "to", "in", "for", "with", "that", "is", "on"]),
    ("fr", &["le", "les", "et", "des", "du", "dans", "pour", "une", "est", "aux"]),
    ("es", &["el", "los", "y", "del", "las", "para", "por", "una", "con", "que"]),
    ("de", &["der", "die", "und", "das", "den", "von", "mit", "für", "ist", "im"]),
    ("pt", &["o", "os", "e", "do", "da", "dos", "para", "uma", "com", "não"]),
];

/// BCP 47 tag of a text.
pub fn language(text: &str) -> &'static str {
    let mut counts = [0_usize; WORDS.len()];
    // A few thousand words tell a language; reading more of a long text tells nothing new.
    for word in
        text.split(|c: char| !c.is_alphabetic()).filter(|word| (1..=4).contains(&word.len())).take(4000)
    {
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
