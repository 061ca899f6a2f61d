//! The countries that own roles: `Canadian`, `Singapore`, `U.S.`, `the United Kingdom`.

use crate::finder::person::word::{Words, is_capitals};
use crate::lexicon::people::People;

/// The country whose name or people's name ends with a word, of up to four words.
pub fn country(words: &Words<'_>, people: &People, last: usize) -> Option<String> {
    (last.saturating_sub(4)..=last).find_map(|first| {
        let joined = (first + 1..=last).all(|i| words.joined(i));
        let text = words.text.get(words.list[first].start..words.list[last].end).filter(|_| joined)?;
        let iso = people.country(text).or_else(|| people.people(text));
        iso.and_then(|iso| people.country_name(iso)).map(str::to_owned)
    })
}

/// The country that begins at a word, an article left out.
pub(super) fn country_at(words: &Words<'_>, people: &People, at: usize) -> Option<String> {
    let article = words.list.get(at).is_some_and(|word| matches!(word.text, "the" | "THE"));
    let at = at + usize::from(article);
    (at..words.list.len().min(at + 6)).rev().find_map(|last| {
        let joined = (at + 1..=last).all(|i| words.joined(i));
        let text = words.text.get(words.list[at].start..words.list[last].end).filter(|_| joined)?;
        let iso = people.country(text).or_else(|| people.country(&quietened(text)?));
        iso.and_then(|iso| people.country_name(iso)).map(str::to_owned)
    })
}

/// A name in capitals as it is written elsewhere: `REPUBLIC OF KOREA` as `Republic of Korea`.
fn quietened(text: &str) -> Option<String> {
    let word = |word: &str| {
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if !matches!(word, "OF" | "THE" | "AND") => {
                format!("{first}{}", letters.as_str().to_lowercase())
            }
            _ => word.to_lowercase(),
        }
    };
    is_capitals(text).then(|| text.split(' ').map(word).collect::<Vec<_>>().join(" "))
}
