//! Clauses of resolutions, declarations and treaties that have no number: `Recalling its earlier decisions, …,`,
//! `Deeply concerned by …,`, `Decides to …;`.
//!
//! ```abnf
//! clause  = [ adverb ] opener text ( "," / ";" / ", and" / "; and" / ":" )
//! adverb  = "further" / "also" / "again" / *ALPHA "ly"
//! opener  = *ALPHA "ing" / "concerned" / "convinced" / … / "decides" / "requests" / …
//! ```
//! The last clause of a run may end with a stop; a sentence that merely begins so elsewhere is a paragraph.

use crate::outline::heading::is_preposition;

/// Participles and adjectives that open preambular clauses and do not end in "-ing".
const STATES: [&str; 18] = [
    "concerned",
    "convinced",
    "mindful",
    "conscious",
    "guided",
    "alarmed",
    "determined",
    "aware",
    "disturbed",
    "encouraged",
    "inspired",
    "desirous",
    "resolved",
    "dismayed",
    "cognizant",
    "moved",
    "satisfied",
    "persuaded",
];

/// Verbs that open operative clauses.
const VERBS: [&str; 34] = [
    "decides",
    "requests",
    "urges",
    "reaffirms",
    "recalls",
    "calls",
    "welcomes",
    "notes",
    "condemns",
    "encourages",
    "invites",
    "endorses",
    "recommends",
    "demands",
    "stresses",
    "affirms",
    "authorizes",
    "authorises",
    "expresses",
    "declares",
    "commends",
    "deplores",
    "takes",
    "approves",
    "adopts",
    "recognizes",
    "recognises",
    "emphasizes",
    "emphasises",
    "reiterates",
    "underlines",
    "acknowledges",
    "appeals",
    "instructs",
];

/// Is it an operative verb in the third person, lower case?
pub fn is_operative(word: &str) -> bool {
    VERBS.contains(&word)
}

/// Do the words open like a clause?
pub fn opens(words: &str) -> bool {
    let capital = words.starts_with(char::is_uppercase);
    if !capital {
        return false;
    }
    let mut openers =
        words.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_lowercase);
    let (first, second) = (openers.next().unwrap_or_default(), openers.next().unwrap_or_default());
    let participle = |word: &str| {
        word.len() > 5 && word.ends_with("ing") && !is_preposition(word) || STATES.contains(&word)
    };
    let adverb = matches!(first.as_str(), "further" | "also" | "again" | "having" | "noting")
        || first.len() > 4 && first.ends_with("ly");
    let known = |word: &str| participle(word) || is_operative(word);
    known(&first) || adverb && (known(&second) || first == "having")
}

/// Is it a clause? `in_run`: does it follow one, so that it may end with a stop?
pub fn is_clause(words: &str, in_run: bool) -> bool {
    // A footnote mark may stand behind the comma.
    let words = words.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let open_end =
        words.ends_with([',', ';']) || words.ends_with(" and") || words.ends_with(':') && words.len() < 400;
    words.len() > 20 && (open_end || in_run && words.ends_with('.')) && opens(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_and_sentences() {
        for words in [
            "Recalling its decisions of last year on the river,",
            "Deeply concerned by the loss of nets;",
            "REAFFIRMING their wish to keep the harbour open,",
            "Further noting the report of the pilots, and",
            "Noting the catch of the year before, 14",
            "Requests the Secretary to report by June;",
            "Having heard the two parties,",
        ] {
            assert!(is_clause(words, false), "{words}");
        }
        for words in [
            "Speaking in Lomé, the minister thanked the crews.",
            "The Council recalls its decisions,",
            "recalling its decisions of last year,",
            "During the talks, ministers met;",
        ] {
            assert!(!is_clause(words, false), "{words}");
        }
        assert!(is_clause("Decides to remain seized of the matter.", true));
    }
}
