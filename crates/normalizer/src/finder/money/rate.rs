//! What an amount is paid for each of, and the time that it is spread over: `$200 a month`, `$5 million over five
//! years`.
//!
//! ```abnf
//! per    = ("per" / "a" / "an" / "each" / "every" / "/") noun / "annually" / "monthly" / … / "each"
//! period = [words] ("over" / "during" / "spread over" / …) date          ; the date's own value is the period
//! ```

use rapporteur_model::{AmountKind, DateKind, Document};

use super::{
    is_space,
    numeral::{head, tail},
};

/// Nouns that an article makes a rate of: `$200 a month`, not `$200 a bargain`.
const NOUNS: &[&str] = &[
    "year",
    "month",
    "week",
    "day",
    "hour",
    "person",
    "head",
    "child",
    "household",
    "family",
    "student",
    "pupil",
    "tonne",
    "ton",
    "barrel",
    "litre",
    "liter",
    "gallon",
    "kilogram",
    "kilo",
    "kg",
    "hectare",
    "acre",
    "unit",
    "dose",
    "share",
    "piece",
    "ounce",
    "pound",
    "quarter",
    "night",
    "minute",
    "head",
    "kilometre",
    "kilometer",
    "mile",
];

/// Adverbs of a rate.
const ADVERBS: &[(&str, &str)] = &[
    ("annually", "year"),
    ("yearly", "year"),
    ("monthly", "month"),
    ("weekly", "week"),
    ("daily", "day"),
    ("p.a.", "year"),
    ("pa", "year"),
    ("apiece", "each"),
    ("each", "each"),
];

/// What the words behind an amount make it a rate of.
pub(super) fn per(after: &str) -> Option<String> {
    let slash = after.strip_prefix('/');
    let rest = after.trim_start_matches(is_space);
    if slash.is_none() && rest.len() == after.len() {
        return None;
    }
    let (lead, rest) = match slash {
        Some(rest) => ("per", rest),
        None => head(rest, 40).split_once(is_space).unwrap_or((rest, "")),
    };
    let noun =
        rest.trim_start_matches(is_space).split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let known = NOUNS.contains(&noun);
    match lead {
        "per" if noun == "annum" => Some("year".to_owned()),
        "per" if noun == "capita" => Some("person".to_owned()),
        "per" if !noun.is_empty() && (slash.is_none() || known) => Some(noun.to_owned()),
        "a" | "an" | "each" | "every" if known => Some(noun.to_owned()),
        _ => {
            let word = lead.trim_end_matches([',', ';', ')']);
            let word = if word == "p.a." { word } else { word.trim_end_matches('.') };
            ADVERBS.iter().find(|(adverb, _)| *adverb == word).map(|(_, noun)| (*noun).to_owned())
        }
    }
}

/// `an annual grant of $5 million`, `$5 million annual grant`: the adjective of a noun of money makes a rate.
pub(super) fn yearly(before: &str, after: &str) -> Option<String> {
    const ADJECTIVES: &[(&str, &str)] =
        &[("annual", "year"), ("yearly", "year"), ("monthly", "month"), ("weekly", "week")];
    const NOUNS: &[&str] = &[
        "grant",
        "contribution",
        "contributions",
        "funding",
        "payment",
        "payments",
        "subsidy",
        "allowance",
        "fee",
        "fees",
        "sum",
        "donation",
        "allocation",
        "appropriation",
        "instalment",
        "stipend",
        "transfer",
    ];
    let word =
        |word: &str| ADJECTIVES.iter().find(|(known, _)| *known == word).map(|(_, noun)| (*noun).to_owned());
    let mut front = tail(before, 60).split_whitespace().rev();
    let mut behind = head(after, 40).split_whitespace();
    let led = match (front.next(), front.next(), front.next()) {
        (Some("of"), Some(noun), Some(adjective)) if NOUNS.contains(&noun) => word(adjective),
        _ => None,
    };
    led.or_else(|| {
        let adjective = behind.next().and_then(word)?;
        behind
            .next()
            .filter(|noun| NOUNS.contains(&noun.trim_end_matches(['.', ',', ';'])))
            .map(|_| adjective)
    })
}

/// Gives each sum of money the time that the words spread it over, from the dates behind it.
pub(super) fn periods(document: &mut Document) {
    let mut found: Vec<(usize, String)> = Vec::new();
    for (index, amount) in document.amounts.iter().enumerate() {
        if amount.kind != AmountKind::Money {
            continue;
        }
        let text = document.passage(amount.at.passage).text();
        let first = document.dates.partition_point(|date| {
            (date.at.passage, date.at.range.start) < (amount.at.passage, amount.at.range.end)
        });
        let period = document.dates[first..]
            .iter()
            .take_while(|date| date.at.passage == amount.at.passage)
            .take(2)
            .filter(|date| matches!(date.kind, DateKind::Duration | DateKind::Interval))
            .find(|date| is_spread(&text[amount.at.range.end..date.at.range.start], date.kind))
            .and_then(|date| date.edtf.clone());
        found.extend(period.map(|period| (index, period)));
    }
    for (index, period) in found {
        document.amounts[index].period = Some(period);
    }
}

/// Do the words between a sum and a date spread the one over the other?
fn is_spread(between: &str, kind: DateKind) -> bool {
    if between.len() > 90 || between.contains(['.', ';', ':', '$', '€', '£', '(']) {
        return false;
    }
    let words: Vec<&str> = between.split_whitespace().collect();
    let last: Vec<&str> = words
        .iter()
        .rev()
        .copied()
        .filter(|word| !matches!(*word, "the" | "a" | "next" | "coming" | "period" | "of" | "first"))
        .take(1)
        .collect();
    match last.as_slice() {
        ["over" | "during" | "across"] => true,
        ["for"] => words.len() <= 2 && kind == DateKind::Duration,
        ["from" | "between" | "in"] | [] => words.len() <= 2 && kind == DateKind::Interval,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_told_by_the_words_behind() {
        for (after, noun) in [
            (" per year for", Some("year")),
            (" per annum.", Some("year")),
            (" a month in", Some("month")),
            (" each.", Some("each")),
            ("/tonne of", Some("tonne")),
            (" annually,", Some("year")),
            (" per capita", Some("person")),
            (" a grant", None),
            (" for each", None),
            (" pa for", Some("year")),
        ] {
            assert_eq!(per(after).as_deref(), noun, "{after}");
        }
    }

    #[test]
    fn an_adjective_of_time_makes_a_rate() {
        assert_eq!(yearly("an annual grant of ", " for").as_deref(), Some("year"));
        assert_eq!(yearly("a ", " monthly stipend for").as_deref(), Some("month"));
        assert_eq!(yearly("the annual report of ", ""), None);
        assert_eq!(yearly("the ", " annual meeting"), None);
        assert_eq!(yearly("annual grants and a loan of ", ""), None);
    }

    #[test]
    fn a_time_spreads_a_sum_only_behind_its_word() {
        assert!(is_spread(" over the next ", DateKind::Duration));
        assert!(is_spread(" in new funding over ", DateKind::Duration));
        assert!(is_spread(" for ", DateKind::Duration));
        assert!(!is_spread(" to schools for boys of ", DateKind::Duration));
        assert!(!is_spread(". Over ", DateKind::Duration));
    }
}
