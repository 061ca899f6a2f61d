//! Scores as text: a table for a snapshot, and a list of misses for a person.
//!
//! The table names no document that is not in it and no path, rounds down to thousandths and keeps the order of
//! [`FIELDS`], so that it changes only where a number changes.

use crate::labels::{Labels, fold};
use crate::score::{FIELDS, Fault, Score, Tally, WHOLE};
use std::fmt::Write;

/// Characters of context on either side of a miss.
const CONTEXT: usize = 40;
/// Characters of a label or record that are shown.
const SHOWN: usize = 160;

/// Precision, recall and F1 of every field over all documents, then F1 of every document.
///
/// `scores` are names (`press_release/canada-kenya-water`) and scores, printed in the order given.
#[must_use]
pub fn table(scores: &[(&str, &Score)]) -> String {
    let mut text = format!(
        "{:<16}{:>9}{:>9}{:>9}{:>8}{:>8}{:>8}\n",
        "field", "right", "spurious", "missed", "P", "R", "F1"
    );
    for field in FIELDS {
        let total = sum(scores.iter().filter_map(|(_, score)| score.tallies.get(field)));
        let f1 = rate(total.f1());
        let counts = format!("{:>9}{:>9}{:>9}", count(total.tp), count(total.fp), count(total.missed));
        let _ = writeln!(
            text,
            "{field:<16}{counts}{:>8}{:>8}{f1:>8}",
            rate(total.precision()),
            rate(total.recall())
        );
    }
    let _ = writeln!(
        text,
        "{:<16}{:>51}",
        "overall",
        rate(overall(&scores.iter().map(|(_, score)| *score).collect::<Vec<_>>()))
    );
    text.push('\n');
    for (name, score) in scores {
        let _ = writeln!(text, "{name:<48}{:>8}", rate(overall(&[score])));
    }
    text
}

/// Mean of the F1 of the fields that have anything, in thousandths.
#[must_use]
pub fn overall(scores: &[&Score]) -> Option<u64> {
    let rates: Vec<u64> = FIELDS
        .iter()
        .filter_map(|field| sum(scores.iter().filter_map(|score| score.tallies.get(field))).f1())
        .collect();
    rates.iter().sum::<u64>().checked_div(u64::try_from(rates.len()).ok()?)
}

/// Everything that is not right in one document, with the words around it.
#[must_use]
pub fn misses(name: &str, labels: &Labels, score: &Score) -> String {
    let mut text = String::new();
    for miss in &score.misses {
        let fault = match miss.fault {
            Fault::Missed => "missed".to_owned(),
            Fault::Spurious => "spurious".to_owned(),
            Fault::Wrong => "wrong".to_owned(),
            Fault::Partly(credit) => format!("partly {}", rate(Some(credit))),
        };
        let near = if miss.near_miss { ", a near miss" } else { "" };
        let at = miss.span.map(|span| format!(" {}..{}", span.start, span.end)).unwrap_or_default();
        let _ = writeln!(text, "{name}{at}: {} {fault}{near}", miss.field);
        for (side, words) in [("label", &miss.label), ("found", &miss.found)] {
            if !words.is_empty() {
                let _ = writeln!(text, "    {side}  {}", cut(&fold(words)));
            }
        }
        if let Some(span) = miss.span {
            let chars = labels.text.chars();
            let part = |from: usize, to: usize| {
                let to = to.min(chars.len());
                fold(&chars[from.min(to)..to].iter().collect::<String>())
            };
            let before = part(span.start.saturating_sub(CONTEXT), span.start);
            let after = part(span.end, span.end + CONTEXT);
            let words = cut(&part(span.start, span.end));
            let _ = writeln!(text, "    text   …{before} ⟦{words}⟧ {after}…");
        }
    }
    text
}

fn sum<'a>(tallies: impl Iterator<Item = &'a Tally>) -> Tally {
    let mut total = Tally::default();
    tallies.for_each(|tally| total.add(*tally));
    total
}

/// `987` as `0.987`, none as `-`.
fn rate(thousandths: Option<u64>) -> String {
    thousandths.map_or_else(|| "-".to_owned(), |n| format!("{}.{:03}", n / WHOLE, n % WHOLE))
}

/// `2500` as `2.5`, whole numbers without a point.
fn count(thousandths: u64) -> String {
    let text = rate(Some(thousandths));
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn cut(text: &str) -> String {
    if text.chars().count() <= SHOWN {
        return text.to_owned();
    }
    let head: String = text.chars().take(SHOWN).collect();
    format!("{head}…")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::score;
    use serde_json::json;

    const LABELS: &str =
        "genre other\ntitle none\nissued none\ndateline none\nissuer none\ndate \"May 30\" = 2023-05-30\n";

    fn scored(document: &serde_json::Value) -> Option<(Labels, Score)> {
        let labels = Labels::parse("x.gold", LABELS, "held on May 30").ok()?;
        let found = score(&labels, document);
        Some((labels, found))
    }

    #[test]
    fn the_table_has_a_line_a_field_and_a_line_a_document() {
        let text = scored(&json!({"genre": "other"}))
            .map(|(_, score)| table(&[("other/x", &score)]))
            .unwrap_or_default();
        assert_eq!(text.lines().count(), 1 + FIELDS.len() + 1 + 1 + 1);
        assert!(
            text.contains("genre                   1        0        0   1.000   1.000   1.000\n"),
            "{text}"
        );
        assert!(
            text.contains("dates                   0        0        1       -   0.000   0.000\n"),
            "{text}"
        );
        assert!(
            text.contains("amounts                 0        0        0       -       -       -\n"),
            "{text}"
        );
    }

    #[test]
    fn a_miss_shows_label_and_words_around_it() {
        let text =
            scored(&json!({"genre": "other"})).map(|(l, s)| misses("other/x", &l, &s)).unwrap_or_default();
        let wanted =
            "other/x 8..14: dates missed\n    label  May 30 = 2023-05-30\n    text   …held on ⟦May 30⟧ …\n";
        assert!(text.starts_with(wanted), "{text}");
    }
}
