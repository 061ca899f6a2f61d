//! Words beside a figure: `over 500 million`, `nearly $2 billion`, `at least 10 %`, `5 million or more`.

use rapporteur_model::Qualifier;

use super::numeral::is_space;

/// Words in front of a figure, longer ones first where one ends in another.
const IN_FRONT: &[(&str, Qualifier)] = &[
    ("no fewer than", Qualifier::AtLeast),
    ("no less than", Qualifier::AtLeast),
    ("not less than", Qualifier::AtLeast),
    ("a minimum of", Qualifier::AtLeast),
    ("minimum of", Qualifier::AtLeast),
    ("at least", Qualifier::AtLeast),
    ("no more than", Qualifier::AtMost),
    ("not more than", Qualifier::AtMost),
    ("a maximum of", Qualifier::AtMost),
    ("maximum of", Qualifier::AtMost),
    ("as much as", Qualifier::AtMost),
    ("as many as", Qualifier::AtMost),
    ("at most", Qualifier::AtMost),
    ("up to", Qualifier::AtMost),
    ("upwards of", Qualifier::Over),
    ("in excess of", Qualifier::Over),
    ("greater than", Qualifier::Over),
    ("more than", Qualifier::Over),
    ("higher than", Qualifier::Over),
    ("well over", Qualifier::Over),
    ("exceeding", Qualifier::Over),
    ("exceeds", Qualifier::Over),
    ("exceeded", Qualifier::Over),
    ("surpassing", Qualifier::Over),
    ("above", Qualifier::Over),
    ("over", Qualifier::Over),
    ("fewer than", Qualifier::Under),
    ("lower than", Qualifier::Under),
    ("less than", Qualifier::Under),
    ("below", Qualifier::Under),
    ("under", Qualifier::Under),
    ("close to", Qualifier::Nearly),
    ("almost", Qualifier::Nearly),
    ("nearly", Qualifier::Nearly),
    ("an estimated", Qualifier::Approx),
    ("in the region of", Qualifier::Approx),
    ("in the order of", Qualifier::Approx),
    ("approximately", Qualifier::Approx),
    ("approx.", Qualifier::Approx),
    ("estimated", Qualifier::Approx),
    ("roughly", Qualifier::Approx),
    ("around", Qualifier::Approx),
    ("about", Qualifier::Approx),
    ("circa", Qualifier::Approx),
    ("some", Qualifier::Approx),
    ("~", Qualifier::Approx),
];

/// Words that may stand between the qualifier and the figure, the last first.
const PASSED_OVER: &[&str] = &[
    "CAD",
    "new",
    "total of",
    "total",
    "additional",
    "further",
    "extra",
    "initial",
    "another",
    "a",
    "an",
    "the",
];

/// Words behind a figure.
const BEHIND: &[(&str, Qualifier)] = &[
    ("or more", Qualifier::AtLeast),
    ("and more", Qualifier::AtLeast),
    ("and above", Qualifier::AtLeast),
    ("+", Qualifier::AtLeast),
    ("plus ", Qualifier::AtLeast),
    ("or above", Qualifier::AtLeast),
    ("or less", Qualifier::AtMost),
    ("or fewer", Qualifier::AtMost),
];

/// What the words right in front of and behind a figure make of it; an article may stand between.
pub fn beside(before: &str, after: &str) -> Option<Qualifier> {
    let mut before = before.trim_end_matches(is_space);
    for word in PASSED_OVER {
        let shorter = before.strip_suffix(word).filter(|rest| rest.ends_with(is_space));
        before = shorter.map_or(before, |rest| rest.trim_end_matches(is_space));
    }
    let whole = |phrase: &str| {
        let at = before.len().checked_sub(phrase.len())?;
        let tail = before.get(at..)?;
        let inside = before[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        // "it all adds up to": no bound.
        let lead = before[..at].trim_end_matches(is_space);
        let sums = *phrase == *"up to"
            && ["add", "adds", "added", "adding", "came", "comes"].iter().any(|verb| lead.ends_with(verb));
        (tail.eq_ignore_ascii_case(phrase) && !inside && !sums).then_some(())
    };
    let front = IN_FRONT.iter().find(|(phrase, _)| whole(phrase).is_some());
    let after = after.trim_start_matches(is_space);
    front
        .or_else(|| BEHIND.iter().find(|(phrase, _)| after.starts_with(phrase)))
        .map(|(_, qualifier)| *qualifier)
}
