//! The English word list that tells damage from words: "prepared ness" is "preparedness", "technology" lost a
//! letter in "echnology".
//!
//! The list stands in `data/words.txt`, sorted, lower case; looked up by halves, never copied.

use std::sync::LazyLock;

static TEXT: &str = include_str!("../../../data/words.txt");

/// Byte offset in the list at which the words of each pair of first letters begin (`aa`, `ab`, …), and its end.
static BUCKETS: LazyLock<Vec<usize>> = LazyLock::new(|| {
    let mut starts = vec![TEXT.len(); 26 * 26 + 1];
    let mut at = 0;
    for line in TEXT.split_inclusive('\n') {
        if let Some(bucket) = bucket(line.trim_end()) {
            starts[bucket] = starts[bucket].min(at);
        }
        at += line.len();
    }
    for bucket in (0..26 * 26).rev() {
        starts[bucket] = starts[bucket].min(starts[bucket + 1]);
    }
    starts
});

fn bucket(word: &str) -> Option<usize> {
    match word.as_bytes() {
        [first @ b'a'..=b'z', second @ b'a'..=b'z', ..] => {
            Some(usize::from(first - b'a') * 26 + usize::from(second - b'a'))
        }
        _ => None,
    }
}

/// Is it an English word, whatever its case?
pub fn is_word(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    let Some(bucket) = bucket(&lower) else { return matches!(lower.as_str(), "a" | "i" | "o") };
    let mut rest = &TEXT[BUCKETS[bucket]..BUCKETS[bucket + 1]];
    while !rest.is_empty() {
        let middle = rest[..rest.len() / 2].rfind('\n').map_or(0, |newline| newline + 1);
        let end = rest[middle..].find('\n').map_or(rest.len(), |newline| middle + newline);
        match lower.as_str().cmp(&rest[middle..end]) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => rest = &rest[..middle],
            std::cmp::Ordering::Greater => rest = rest.get(end + 1..).unwrap_or_default(),
        }
    }
    false
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
        assert!(is_word("Technology"));
    }
}
