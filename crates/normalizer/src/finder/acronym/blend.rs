//! Long forms of blends, and where a long form begins that its letters alone put too far in or out: `Norwegian Agency
//! for Development Cooperation (Norad)`, `Spanish ⟦Agency for Aid⟧ (AECI)`.
//!
//! ```abnf
//! blend = hump 1*hump / CAPITAL 3*8small        ; KenGen, Norad
//! hump  = CAPITAL 1*small                       ; the first letters of a word
//! ```
//!
//! Not here: which words the letters of a short form stand for (`letters`).

use super::letters::{HEADS, Word, is_exact, is_small, letters, long_before, price, sentence_start, words};
use crate::finder::quantity::numeral::is_space;

/// Where a name begins of whose words a short form joins the first letters, each with its capital: `Nordic Genetic
/// Resource Center (NordGen)`. The words behind the last part may be left out, and two between.
pub fn humps_before(before: &str, short: &str) -> Option<usize> {
    let starts: Vec<usize> =
        short.char_indices().filter(|(_, c)| c.is_uppercase()).map(|(at, _)| at).collect();
    let ends = starts.iter().skip(1).copied().chain([short.len()]);
    let humps: Vec<String> =
        starts.iter().zip(ends).map(|(from, to)| short[*from..to].to_lowercase()).collect();
    if humps.len() < 2 || starts.first() != Some(&0) || humps.iter().any(|hump| hump.chars().count() < 2) {
        return None;
    }
    let sentence = sentence_start(before);
    let found = words(&before[sentence..]);
    let run = found.iter().rev().take_while(|word| word.capital || is_small(word)).count();
    let name = &found[found.len() - run.min(8)..];
    let mut left = humps.as_slice();
    let mut passed = 0;
    for word in name.iter().rev().filter(|word| word.capital) {
        let (last, front) = left.split_last()?;
        if word.lower.iter().collect::<String>().starts_with(last.as_str()) {
            left = front;
            if left.is_empty() {
                return Some(sentence + word.start);
            }
        } else {
            passed += 1;
            if passed > 4 {
                return None;
            }
        }
    }
    None
}

/// Where the name begins behind the last "of the" of a long form that gives a long blend its letters at a high price
/// only, where each of its capitals has its letter: `Water Desk of the ⟦National Forestry Office⟧ (CONAFOR)`.
pub fn narrowed(before: &str, start: usize, short: &str) -> usize {
    let letters = letters(short);
    let long = &before[start..];
    let Some(at) = long.rfind(" of the ").map(|at| at + " of the ".len()) else { return start };
    let found = words(&long[at..]);
    let capitals: Vec<&Word> = found.iter().filter(|word| word.capital && word.whole).collect();
    let mut left = letters.clone();
    let each = capitals.iter().all(|word| {
        let at = word.lower.first().and_then(|initial| left.iter().position(|letter| letter == initial));
        at.map(|at| left.remove(at)).is_some()
    });
    let dear = price(&words(long), &letters).is_none_or(|price| 2 * price as usize >= letters.len());
    let headed = capitals.iter().any(|word| HEADS.contains(&word.lower.iter().collect::<String>().as_str()));
    let told = letters.len() >= 6 && capitals.len() >= 3 && capitals.len() == found.len();
    if told && each && dear && headed { start + at } else { start }
}

/// Where a name begins that a short form in small letters blends, each of its words but small ones giving a letter or
/// more: `Norwegian Agency for Development Cooperation (Norad)`.
pub fn blend_before(before: &str, short: &str) -> Option<usize> {
    let letters = letters(short);
    let start = long_before(before, short)?;
    let found = words(&before[start..]);
    let telling = found.iter().filter(|word| !is_small(word)).count();
    let capitals = found.iter().filter(|word| word.capital).count();
    let cheap = price(&found, &letters).is_some_and(|price| (price as usize) < letters.len());
    (telling >= 2 && capitals == telling && cheap).then_some(start)
}

/// Where a name begins whose nationality or first word stands in front of what explains the letters: `Spanish ⟦Agency
/// for International Aid⟧ (AECI)`, `State ⟦Secretariat for Economic Affairs⟧ (SECO)`.
pub fn widened(before: &str, start: usize, short: &str, is_people: impl Fn(&str) -> bool) -> usize {
    let front = before[..start].trim_end_matches(is_space);
    let word = front.rsplit(|c: char| is_space(c) || matches!(c, '(' | ',' | '.')).next().unwrap_or_default();
    let at = front.len() - word.len();
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let letter = letters(short).first().copied();
    let initial = word.chars().next().and_then(|c| c.to_lowercase().next());
    let named = before[start..].starts_with(char::is_uppercase);
    let opens = front[..at].trim_end_matches(is_space).is_empty();
    if !capital || !named || opens || word.ends_with("’s") || is_exact(before[start..].trim_end(), short) {
        return start;
    }
    let same = initial == letter && word.len() > 3 && word.chars().all(char::is_alphabetic);
    if is_people(word) || same { at } else { start }
}
