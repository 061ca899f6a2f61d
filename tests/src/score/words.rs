//! When two readings, names or numbers are the same.

use super::WHOLE;
use crate::labels::fold;
use std::collections::BTreeSet;

/// Names for comparison.
pub(crate) type Names = BTreeSet<String>;

/// A name for comparison: case, typographic marks and a leading article do not count.
pub(crate) fn norm(name: &str) -> String {
    let plain: String = name
        .chars()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            '’' | '‘' => '\'',
            '“' | '”' => '"',
            '–' | '—' | '‐' => '-',
            _ => c,
        })
        .collect();
    let folded = fold(&plain);
    let bare =
        ["the ", "an ", "a "].iter().find_map(|article| folded.strip_prefix(article)).unwrap_or(&folded);
    bare.trim_matches([' ', '.', ',', ';', ':']).to_owned()
}

/// Folded names.
pub(crate) fn names<'a>(all: impl IntoIterator<Item = &'a str>) -> Names {
    all.into_iter().map(norm).filter(|name| !name.is_empty()).collect()
}

/// Do these name a series and one of its instances (`20th Dialogue` and `Dialogue`)?
pub(crate) fn kin(ours: &Names, theirs: &Names) -> bool {
    let series = |names: &Names| names.iter().map(|name| bare(name)).collect::<Names>();
    series(ours).intersection(&series(theirs)).any(|name| ours.contains(name) || theirs.contains(name))
}

/// A folded name without a leading ordinal and trailing years.
fn bare(name: &str) -> String {
    const WORDS: [&str; 10] =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    let ordinal = |word: &str| {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let tail = &word[digits.len()..];
        WORDS.contains(&word)
            || (!digits.is_empty()
                && digits.chars().all(|c| c.is_ascii_digit())
                && ["st", "nd", "rd", "th"].contains(&tail))
    };
    let rest = match name.split_once(' ') {
        Some((first, rest)) if ordinal(first) => rest,
        _ => name,
    };
    let years = |c: char| c.is_ascii_digit() || " ()-/".contains(c);
    let short = rest.trim_end_matches(years);
    let tail = &rest[short.len()..];
    if tail.chars().filter(char::is_ascii_digit).count() >= 4 { short.to_owned() } else { rest.to_owned() }
}

/// A provision without the closing `;`, `.`, `,` or `, and`.
pub(crate) fn strip_tail(text: &str) -> String {
    const STOPS: [char; 4] = [' ', ';', '.', ','];
    let folded = fold(text);
    let trimmed = folded.trim_end_matches(STOPS);
    for word in [" and", " or"] {
        if let Some(before) = trimmed.strip_suffix(word)
            && before.ends_with([';', ','])
        {
            return before.trim_end_matches(STOPS).to_owned();
        }
    }
    trimmed.to_owned()
}

/// Twice the longest common subsequence by the length of both, in thousandths.
pub(crate) fn similarity(ours: &str, theirs: &str) -> u64 {
    if ours == theirs {
        return WHOLE;
    }
    let (ours, theirs): (Vec<char>, Vec<char>) = (ours.chars().collect(), theirs.chars().collect());
    let mut row = vec![0_u64; theirs.len() + 1];
    for a in &ours {
        let mut corner = 0;
        for (at, b) in theirs.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if a == b { corner + 1 } else { above.max(row[at]) };
            corner = above;
        }
    }
    let length = u64::try_from(ours.len() + theirs.len()).unwrap_or(u64::MAX);
    (2 * WHOLE * row[theirs.len()]).checked_div(length).unwrap_or(0)
}

/// Equal once `?` is taken away.
pub(crate) fn same_edtf(ours: Option<&str>, theirs: Option<&str>) -> bool {
    let bare = |value: &str| value.replace('?', "").to_uppercase();
    ours.map(bare) == theirs.map(bare)
}

/// Equal as decimals: `2.50` and `2.5`.
pub(crate) fn same_number(ours: Option<&str>, theirs: Option<&str>) -> bool {
    let bare = |value: &str| {
        let value = value.trim_start_matches('0');
        let value =
            if value.contains('.') { value.trim_end_matches('0').trim_end_matches('.') } else { value };
        value.to_owned()
    };
    ours.map(bare) == theirs.map(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_of_a_provision_does_not_count() {
        assert_eq!(strip_tail("School vessels, and"), "School vessels");
        assert_eq!(strip_tail("sand and"), "sand and");
    }

    #[test]
    fn a_series_is_kin_to_its_instance() {
        let set = |name| names([name]);
        assert!(kin(&set("20th ASEAN Dialogue"), &set("ASEAN Dialogue")));
        assert!(kin(&set("Work Plan (2016-19)"), &set("Work Plan")));
        assert!(!kin(&set("1st Plan"), &set("2nd Plan")));
    }

    #[test]
    fn numbers_compare_as_decimals() {
        assert!(same_number(Some("2.50"), Some("2.5")));
        assert!(!same_number(Some("100"), Some("1")));
        assert!(!same_number(Some("1"), None));
    }

    #[test]
    fn likeness_is_in_thousandths() {
        assert_eq!(
            (similarity("abcd", "abcd"), similarity("abcd", "abxd"), similarity("a", "")),
            (1000, 750, 0)
        );
    }
}
