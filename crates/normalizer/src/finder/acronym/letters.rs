//! Which words the letters of a short form stand for.

use crate::finder::quantity::numeral::is_space;

/// Words that a short form passes over without a price.
const SMALL: &[&str] = &[
    "a", "all", "an", "and", "as", "at", "by", "de", "del", "des", "du", "et", "for", "from", "in", "into",
    "la", "le", "of", "on", "or", "the", "to", "under", "with", "against", "between", "its", "their",
];

/// A word of the text, or a part of one that a hyphen or slash parts off.
pub(super) struct Word {
    pub start: usize,
    pub lower: Vec<char>,
    /// Does it begin a word (and not follow a hyphen)?
    pub whole: bool,
    pub capital: bool,
    /// Is it a short form itself: "the General Secretariat of the CAN"?
    short: bool,
}

pub(super) fn words(text: &str) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut whole = true;
    let mut current: Option<usize> = None;
    let mut push = |start: usize, end: usize, whole: bool| {
        let word = &text[start..end];
        found.push(Word {
            start,
            lower: word
                .chars()
                .flat_map(char::to_lowercase)
                .filter(|c| c.is_alphanumeric() || *c == '&')
                .collect(),
            whole,
            capital: word.chars().next().is_some_and(char::is_uppercase),
            short: word.len() > 1 && word.chars().all(char::is_uppercase),
        });
    };
    let mut small_before = false;
    for (at, c) in text.char_indices() {
        let inside = c.is_alphanumeric() || matches!(c, '\'' | '’' | '&');
        // "AlphaTalents" has two parts, as "Alpha-Talents" has.
        if let (true, Some(start)) = (small_before && c.is_uppercase(), current) {
            push(start, at, whole);
            current = Some(at);
            whole = false;
        }
        small_before = c.is_lowercase();
        match (inside, current) {
            (true, None) => current = Some(at),
            (false, Some(start)) => {
                push(start, at, whole);
                current = None;
                whole = !matches!(c, '-' | '/' | '‑');
            }
            (false, None) => whole |= is_space(c),
            (true, Some(_)) => {}
        }
    }
    if let Some(start) = current {
        push(start, text.len(), whole);
    }
    found.retain(|word| !word.lower.is_empty());
    found
}

/// The letters of a short form, lower case, without the `s` of a plural and without marks.
pub(super) fn letters(short: &str) -> Vec<char> {
    let plural = short.ends_with('s') && short.chars().rev().nth(1).is_some_and(char::is_uppercase);
    let bare = if plural { &short[..short.len() - 1] } else { short };
    bare.chars().filter(|c| c.is_alphanumeric() || *c == '&').flat_map(char::to_lowercase).collect()
}

/// The price of explaining the letters by all the words, the first by the initial of the first; `None` where
/// they cannot be explained.
///
/// Word by word from the end: a word is passed over, or explains a letter by its initial and perhaps the next
/// ones by letters inside it.
pub(super) fn price(words: &[Word], letters: &[char]) -> Option<u32> {
    let first = words.first()?;
    // `behind[k]`: price of the letters from `k` on by the words behind the one at hand.
    let mut behind: Vec<Option<u32>> = vec![None; letters.len() + 1];
    behind[letters.len()] = Some(0);
    for (index, word) in words.iter().enumerate().rev() {
        let last = index + 1 == words.len();
        let mut here: Vec<Option<u32>> = Vec::with_capacity(behind.len());
        for from in 0..=letters.len() {
            let taken = taken(word, &letters[from..], &behind[from..]);
            let skip =
                if index == 0 { None } else { behind[from].map(|price| price + passed_over(word, last)) };
            here.push(skip.into_iter().chain(taken).min());
        }
        behind = here;
    }
    behind[0].filter(|_| letters.first().is_some_and(|letter| starts(first, *letter)))
}

/// The price of passing over a word; the last is often a noun that the letters leave out ("gas emissions (GHG)").
fn passed_over(word: &Word, last: bool) -> u32 {
    match (is_small(word), word.whole) {
        (true, _) => 0,
        (false, true) if last => 2,
        (false, true) => 3,
        (false, false) => 1,
    }
}

pub(super) fn is_small(word: &Word) -> bool {
    SMALL.iter().any(|small| word.lower.iter().copied().eq(small.chars()))
}

/// The price of the letters where the word explains the first, and perhaps more; `behind[k]` is the price of
/// those from `k` on.
fn taken(word: &Word, letters: &[char], behind: &[Option<u32>]) -> Option<u32> {
    let (initial, more) = letters.split_first()?;
    if !starts(word, *initial) {
        return None;
    }
    let mut best = behind[1];
    let mut tail = word.lower.get(1..).unwrap_or_default();
    let mut cost = 0;
    for (count, letter) in more.iter().enumerate() {
        let Some(at) = tail.iter().position(|c| c == letter) else { break };
        // Letters that go on from the initial ("CARI" of Caribbean) are likelier than those picked from inside.
        cost += match (at, count) {
            (0, 0 | 1) => 1,
            (0, _) if cost == 2 => 0,
            (0, _) => 1,
            _ => 2,
        };
        tail = &tail[at + 1..];
        let inner = behind[count + 2].map(|price| price + cost);
        best = best.into_iter().chain(inner).min();
    }
    best
}

fn starts(word: &Word, letter: char) -> bool {
    let is = |name: &str| word.lower.iter().copied().eq(name.chars());
    word.lower.first() == Some(&letter)
        || match letter {
            '&' => is("and"),
            // "P4F", "B2B"
            '4' => is("for") || is("four"),
            '2' => is("to") || is("two"),
            '1' => is("one") || is("first"),
            '3' => is("three"),
            '5' => is("five"),
            '6' => is("six"),
            '7' => is("seven"),
            '8' => is("eight"),
            '9' => is("nine"),
            _ => false,
        }
}

/// Where the long form begins that ends at the end of `before` and explains the short one at the lowest price;
/// of equal ones the shortest.
pub fn long_before(before: &str, short: &str) -> Option<usize> {
    let letters = letters(short);
    let sentence = sentence_start(before);
    let tail = &before[sentence..];
    let found = words(tail);
    let most = (2 * letters.len() + 4).min(found.len());
    let mut best: Option<(u32, usize)> = None;
    for first in (found.len() - most..found.len()).rev() {
        if !found[first].whole && letters.len() > 1 && starts(&found[first], letters[0]) {
            // Half of a hyphened word is no beginning of a name.
            continue;
        }
        if is_small(&found[first]) && !found[first].capital {
            // Nor is a preposition: "the Forum for Decent Ships" is not the long form without its "Forum".
            continue;
        }
        if let Some(price) = price(&found[first..], &letters)
            && best.is_none_or(|(low, _)| price < low)
        {
            best = Some((price, first));
        }
    }
    let (price, first) = best?;
    let long = &found[first..];
    let limit = letters.len() as u32 + 1;
    // One word alone is explained by its own letters too easily: "Ontario (ON)".
    let one_name = long.len() == 1 && (long[0].capital || letters.len() > 3);
    (price <= limit && !one_name && letters.len() > 1).then(|| sentence + long[0].start)
}

/// Where the name begins that ends at the end of `before` and has most of the letters of the short form as initials, in
/// whatever order: the short form of another language (`National Institute of Water (INA)`), or of a name's first
/// words alone (`Code of Conduct at Sea (COC)`). Only names in capitals, and short forms of three letters or more.
pub fn name_before(before: &str, short: &str) -> Option<usize> {
    let letters = letters(short);
    if letters.len() < 3 || short.chars().any(|c| (c.is_lowercase() && c != 's') || c.is_ascii_digit()) {
        return None;
    }
    let sentence = sentence_start(before);
    let found = words(&before[sentence..]);
    // The run of capitals and small words that ends at the bracket.
    let run = found.iter().rev().take_while(|word| word.capital || is_small(word) || !word.whole).count();
    let found = &found[found.len() - run.min(found.len())..];
    let end = found.last()?;
    if !end.capital || run > 16 {
        return None;
    }
    let mut left = letters.clone();
    let mut best: Option<(usize, usize)> = None;
    for (index, word) in found.iter().enumerate().rev() {
        // A short form in the name stands in the whole one: "Secretariat of the CAN (SGCAN)".
        let inner = left.windows(word.lower.len()).position(|run| run == word.lower.as_slice());
        if let Some(at) = inner.filter(|_| word.short) {
            left.drain(at..at + word.lower.len());
            continue;
        }
        let initial = word.lower.first().and_then(|initial| left.iter().position(|letter| letter == initial));
        if let Some(at) = initial {
            left.remove(at);
        }
        // A name begins with a word in capitals; the letter of a small word belongs to the one in front of it.
        let matched = letters.len() - left.len();
        if word.capital && word.whole && matched > best.map_or(0, |(_, matched)| matched) {
            best = Some((index, matched));
        }
    }
    let (mut first, matched) = best?;
    // "National Institute of Water": the adjective in front belongs to the name though it has no letter.
    if first > 0 && found[first - 1].capital && found[first - 1].whole && first < 3 && matched < letters.len()
    {
        first -= 1;
    }
    let capitals = found[first..].iter().filter(|word| word.capital && word.whole).count();
    // "Iberian Power Market (MIBPOW)": each of its words has its letter.
    let each = capitals >= 3 && matched == capitals && 2 * matched > letters.len();
    // "Coordination Centre for Disaster Prevention (CEPREDEC)": a long blend of another language has half of them.
    let blend = letters.len() >= 7 && capitals >= 4 && 2 * matched >= letters.len();
    ((3 * matched >= 2 * letters.len() || each || blend) && capitals >= 2)
        .then(|| sentence + found[first].start)
}

/// Words that make a body of the capitals around them.
pub(super) const HEADS: &[&str] = &[
    "agency",
    "ministry",
    "institute",
    "council",
    "commission",
    "bank",
    "fund",
    "centre",
    "center",
    "company",
    "corporation",
    "authority",
    "office",
    "union",
    "organization",
    "organisation",
    "association",
    "federation",
    "bureau",
    "service",
    "board",
    "committee",
    "foundation",
    "network",
    "university",
    "directorate",
    "secretariat",
    "department",
    "railways",
    "confederation",
    "society",
    "consortium",
    "initiative",
    "alliance",
    "forum",
    "court",
    "tribunal",
];

/// Where a body's name begins that ends at the end of `before`, behind its article, and shares a letter with a short
/// form of another language: `the Mozambique Ports and Railways company (CFM)`. Three letters in capitals at least.
pub fn body_before(before: &str, short: &str) -> Option<usize> {
    let letters = letters(short);
    if letters.len() < 3 || !short.chars().all(char::is_uppercase) {
        return None;
    }
    let sentence = sentence_start(before);
    let tail = &before[sentence..];
    let found = words(tail);
    let lower = |word: &Word| word.lower.iter().collect::<String>();
    let last = found.last()?;
    let headed = |word: &Word| HEADS.contains(&lower(word).as_str());
    let run = found
        .iter()
        .rev()
        .enumerate()
        .take_while(|(index, word)| {
            let small = is_small(word)
                && !matches!(lower(word).as_str(), "the" | "a" | "an" | "by" | "to" | "from" | "under");
            word.capital || small || !word.whole || (*index == 0 && headed(word))
        })
        .count();
    let first = found.len() - run;
    let name = &found[first..];
    let article = first.checked_sub(1).is_some_and(|before| lower(&found[before]) == "the");
    let capitals = name.iter().filter(|word| word.capital && word.whole).count();
    let shares = name.iter().filter_map(|word| word.lower.first()).any(|initial| letters.contains(initial));
    let ends = last.capital || headed(last);
    let begins = name.first().is_some_and(|word| word.capital && word.whole);
    (article && begins && ends && capitals >= 2 && run <= 12 && shares && name.iter().any(headed))
        .then(|| sentence + name[0].start)
}

/// Has the text, a name in brackets behind its short form, most of the letters as initials, the first among them?
pub fn names(long: &str, short: &str) -> bool {
    let letters = letters(short);
    let found = words(long);
    let plain = !long.contains(|c: char| c.is_ascii_digit() || matches!(c, ',' | ';' | ':'));
    let capitals = found.iter().all(|word| word.capital || is_small(word));
    let mut initials: Vec<char> = found.iter().filter_map(|word| word.lower.first().copied()).collect();
    let matched = letters
        .iter()
        .filter(|letter| {
            initials.iter().position(|initial| initial == *letter).map(|at| initials.remove(at)).is_some()
        })
        .count();
    let first = found.first().and_then(|word| word.lower.first()) == letters.first();
    plain && capitals && first && letters.len() > 2 && found.len() > 2 && 3 * matched >= 2 * letters.len()
}

/// Does the whole text explain the short form?
pub fn explains(long: &str, short: &str) -> bool {
    let (found, letters) = (words(long), letters(short));
    found.len() > 1
        && letters.len() > 1
        && price(&found, &letters).is_some_and(|price| price <= letters.len() as u32)
}

/// Is every letter the initial of a word, and every word but small ones explained?
pub fn is_exact(long: &str, short: &str) -> bool {
    price(&words(long), &letters(short)) == Some(0)
}

/// Is the text a list of as many names as there are letters, at least half of them with these initials?
pub fn lists(long: &str, short: &str) -> bool {
    let letters = letters(short);
    let entries: Vec<&str> = long
        .split([',', ';'])
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| part.split(" & "))
        .map(|entry| entry.trim_start_matches("and ").trim())
        .filter(|entry| !entry.is_empty())
        .collect();
    let names = entries.iter().all(|entry| entry.chars().next().is_some_and(char::is_uppercase));
    let initials: Vec<char> =
        entries.iter().filter_map(|entry| entry.chars().next()).flat_map(char::to_lowercase).collect();
    let right = letters.iter().filter(|letter| initials.contains(letter)).count();
    entries.len() == letters.len() && entries.len() > 1 && names && 2 * right >= letters.len()
}

/// Where the last sentence or bracket of a text begins.
pub(super) fn sentence_start(text: &str) -> usize {
    let mut start = 0;
    let mut before: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        match before {
            Some((_, '(' | ')' | '[' | ']' | ';' | '•' | '|' | '\t')) => start = at,
            Some((stop, '.' | '!' | '?' | ':')) if is_space(c) => {
                // "U.S. Department": the stop of an abbreviation ends no sentence.
                let word = text[..stop].rsplit(is_space).next().unwrap_or_default();
                if word.chars().filter(|c| c.is_alphabetic()).count() > 2 || c == ':' {
                    start = at;
                }
            }
            _ => {}
        }
        before = Some((at, c));
    }
    if let Some((at, '(' | ')' | '[' | ']' | ';' | '•')) = before { at + 1 } else { start }
}
