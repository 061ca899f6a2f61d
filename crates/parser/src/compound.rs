//! Compounds with a hyphen: which a text prints whole, and which a gap behind the hyphen broke.
//!
//! "counter- terrorism" is one word; in "the sum- shown above - is low" a dash lost the space before it.

use std::collections::BTreeSet;

/// First parts of compounds that are usually hyphenated.
const HYPHENATED_PREFIXES: [&str; 34] = [
    "counter", "socio", "non", "co", "multi", "inter", "anti", "pre", "post", "sub", "re", "self", "cross",
    "long", "short", "high", "low", "well", "mid", "over", "under", "semi", "ex", "pan", "neo", "quasi",
    "trans", "intra", "extra", "bio", "geo", "macro", "micro", "agro",
];

/// The lower-case compounds with a hyphen that a text prints, where any word in it ends with a hyphen and a gap.
pub fn compounds(text: &str) -> Option<BTreeSet<String>> {
    let broken = text
        .as_bytes()
        .windows(3)
        .any(|three| three[0].is_ascii_alphabetic() && three[1] == b'-' && three[2] == b' ');
    broken.then(|| {
        text.split_whitespace()
            .filter(|token| token.contains('-') && token.len() < 60)
            .map(|token| token.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
            .filter(|token| {
                token.split_once('-').is_some_and(|(head, tail)| !head.is_empty() && !tail.is_empty())
            })
            .flat_map(|token| {
                // "senior-official-level" knows "senior-official" too.
                let parts: Vec<&str> = token.split('-').collect();
                parts.windows(2).map(|pair| pair.join("-")).collect::<Vec<_>>()
            })
            .collect()
    })
}

/// Do a head that ends before a hyphen and the word behind the gap make a compound?
pub fn is_compound(head: &str, following: &str, known: Option<&BTreeSet<String>>) -> bool {
    let core = head.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    let tail = &following[..following.find(|c: char| !c.is_alphabetic()).unwrap_or(following.len())];
    // "senior- official-level": a chain goes on.
    let chain = following[tail.len()..].starts_with('-');
    let adverb = core.len() > 4 && core.ends_with("ly");
    let printed = known.is_some_and(|compounds| compounds.contains(&format!("{core}-{tail}")));
    // Participles and the usual second parts: "night- fishing", "rules- based".
    let second = tail.len() > 4 && (tail.ends_with("ing") || tail.ends_with("ed"))
        || matches!(
            tail,
            "level" | "wide" | "term" | "free" | "friendly" | "scale" | "led" | "to" | "building"
        );
    chain || second && core.len() > 2 || adverb || printed || HYPHENATED_PREFIXES.contains(&core.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compounds_are_told_from_dashes() {
        let known = compounds("top- rank talks of top-rank men");
        assert!(is_compound("top", "rank", known.as_ref()));
        assert!(is_compound("counter", "terrorism", None));
        assert!(is_compound("environmentally", "friendly", None));
        assert!(is_compound("night", "fishing", None));
        assert!(!is_compound("sum", "shown", known.as_ref()));
        assert!(compounds("no broken word in well-kept text").is_none());
    }
}
