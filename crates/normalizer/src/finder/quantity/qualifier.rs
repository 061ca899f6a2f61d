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
    ("as little as", Qualifier::AtLeast),
    ("as few as", Qualifier::AtLeast),
    ("not below", Qualifier::AtLeast),
    ("at the very least", Qualifier::AtLeast),
    ("at least", Qualifier::AtLeast),
    ("min.", Qualifier::AtLeast),
    ("no more than", Qualifier::AtMost),
    ("not more than", Qualifier::AtMost),
    ("a maximum of", Qualifier::AtMost),
    ("maximum of", Qualifier::AtMost),
    ("as much as", Qualifier::AtMost),
    ("as many as", Qualifier::AtMost),
    ("not exceeding", Qualifier::AtMost),
    ("not to exceed", Qualifier::AtMost),
    ("not exceed", Qualifier::AtMost),
    ("never exceed", Qualifier::AtMost),
    ("cannot exceed", Qualifier::AtMost),
    ("without exceeding", Qualifier::AtMost),
    ("not over", Qualifier::AtMost),
    ("not above", Qualifier::AtMost),
    ("a ceiling of", Qualifier::AtMost),
    ("an upper limit of", Qualifier::AtMost),
    ("capped at", Qualifier::AtMost),
    ("limited to", Qualifier::AtMost),
    ("at most", Qualifier::AtMost),
    ("max.", Qualifier::AtMost),
    ("up to", Qualifier::AtMost),
    ("upwards of", Qualifier::Over),
    ("in excess of", Qualifier::Over),
    ("greater than", Qualifier::Over),
    ("more than", Qualifier::Over),
    ("higher than", Qualifier::Over),
    ("well over", Qualifier::Over),
    ("north of", Qualifier::Over),
    ("topping", Qualifier::Over),
    ("exceeding", Qualifier::Over),
    ("exceed", Qualifier::Over),
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
    ("just short of", Qualifier::Nearly),
    ("just shy of", Qualifier::Nearly),
    ("approaching", Qualifier::Nearly),
    ("close to", Qualifier::Nearly),
    ("almost", Qualifier::Nearly),
    ("nearly", Qualifier::Nearly),
    ("an estimated", Qualifier::Approx),
    ("in the region of", Qualifier::Approx),
    ("in the order of", Qualifier::Approx),
    ("on the order of", Qualifier::Approx),
    ("in the neighbourhood of", Qualifier::Approx),
    ("in the neighborhood of", Qualifier::Approx),
    ("in the vicinity of", Qualifier::Approx),
    ("estimated at", Qualifier::Approx),
    ("estimated to be", Qualifier::Approx),
    ("something like", Qualifier::Approx),
    ("approximately", Qualifier::Approx),
    ("approx.", Qualifier::Approx),
    ("estimated", Qualifier::Approx),
    ("roughly", Qualifier::Approx),
    ("around", Qualifier::Approx),
    ("about", Qualifier::Approx),
    ("circa", Qualifier::Approx),
    ("approx", Qualifier::Approx),
    ("ca.", Qualifier::Approx),
    ("c.", Qualifier::Approx),
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
    ("-plus", Qualifier::AtLeast),
    ("or above", Qualifier::AtLeast),
    ("or over", Qualifier::AtLeast),
    ("or higher", Qualifier::AtLeast),
    ("and upwards", Qualifier::AtLeast),
    ("or upwards", Qualifier::AtLeast),
    ("and over", Qualifier::AtLeast),
    ("or less", Qualifier::AtMost),
    ("or fewer", Qualifier::AtMost),
    ("or under", Qualifier::AtMost),
    ("or below", Qualifier::AtMost),
    ("or so", Qualifier::Approx),
    ("or thereabouts", Qualifier::Approx),
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
    let behind = |phrase: &str| {
        let rest = after.strip_prefix(phrase);
        // "or so" is no "or social".
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    front.or_else(|| BEHIND.iter().find(|(phrase, _)| behind(phrase))).map(|(_, qualifier)| *qualifier)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_beside_a_figure_bound_it() {
        for (before, after, qualifier) in [
            ("up to ", " for", Some(Qualifier::AtMost)),
            ("more than ", "", Some(Qualifier::Over)),
            ("nearly an additional ", "", Some(Qualifier::Nearly)),
            ("at least another ", "", Some(Qualifier::AtLeast)),
            ("shall not exceed ", ".", Some(Qualifier::AtMost)),
            ("a grant not exceeding ", ".", Some(Qualifier::AtMost)),
            ("assets exceeding ", ".", Some(Qualifier::Over)),
            ("just shy of ", "", Some(Qualifier::Nearly)),
            ("is estimated at ", "", Some(Qualifier::Approx)),
            ("Approx. ", "", Some(Qualifier::Approx)),
            ("", " or so.", Some(Qualifier::Approx)),
            ("", " or more", Some(Qualifier::AtLeast)),
            ("", "-plus fund", Some(Qualifier::AtLeast)),
            ("", "+ people", Some(Qualifier::AtLeast)),
            ("it all adds up to ", "", None),
            ("moreover ", "", None),
            ("", " plus $3 million", None),
            ("", " or social", None),
            ("Moscow. ", "", None),
            ("the grant of ", "", None),
        ] {
            assert_eq!(beside(before, after), qualifier, "{before}|{after}");
        }
    }
}
