//! One-to-one matching of labels and records, the best fit first.

use super::Score;
use crate::labels::Span;

/// A label or record as the tables of misses show it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Mark {
    /// Where it stands.
    pub(crate) span: Option<Span>,
    /// What it says.
    pub(crate) words: String,
    /// Of a label: optional. Of a record: not counted where nothing matches it.
    pub(crate) neutral: bool,
}

impl Mark {
    pub(crate) fn new(span: Option<Span>, words: impl Into<String>, neutral: bool) -> Self {
        Self { span, words: words.into(), neutral }
    }

    /// Number of characters that two marks share.
    pub(crate) fn shared(&self, other: &Self) -> u64 {
        let shared = self.span.zip(other.span).map_or(0, |(ours, theirs)| ours.overlap(theirs));
        u64::try_from(shared).unwrap_or(0)
    }
}

/// Pairs with a weight above 0, greatest weight first, earlier ones first among equals.
pub(crate) fn pairs(golds: usize, preds: usize, weight: impl Fn(usize, usize) -> u64) -> Vec<(usize, usize)> {
    let mut ranked = Vec::new();
    for gold in 0..golds {
        for pred in 0..preds {
            let fit = weight(gold, pred);
            if fit > 0 {
                ranked.push((std::cmp::Reverse(fit), gold, pred));
            }
        }
    }
    ranked.sort_unstable();
    let (mut used_golds, mut used_preds) = (vec![false; golds], vec![false; preds]);
    let mut found = Vec::new();
    for (_, gold, pred) in ranked {
        if !used_golds[gold] && !used_preds[pred] {
            (used_golds[gold], used_preds[pred]) = (true, true);
            found.push((gold, pred));
        }
    }
    found.sort_unstable();
    found
}

/// Pairs and counts a list; gives the pairs whose label is not optional.
pub(crate) fn compare(
    score: &mut Score,
    field: &'static str,
    (golds, preds): (&[Mark], &[Mark]),
    weight: impl Fn(usize, usize) -> u64,
    credit: impl Fn(usize, usize) -> u64,
) -> Vec<(usize, usize)> {
    let mut found = pairs(golds.len(), preds.len(), weight);
    for (index, gold) in golds.iter().enumerate() {
        if !gold.neutral && found.iter().all(|(other, _)| *other != index) {
            score.missed(field, gold);
        }
    }
    for (index, pred) in preds.iter().enumerate() {
        if !pred.neutral && found.iter().all(|(_, other)| *other != index) {
            score.spurious(field, pred);
        }
    }
    found.retain(|(gold, _)| !golds[*gold].neutral);
    for (gold, pred) in &found {
        score.judge(field, credit(*gold, *pred), &golds[*gold], &preds[*pred]);
    }
    found
}

/// The weight of records of about the same place: those of the right value come first.
pub(crate) fn near(shared: u64, right: bool) -> u64 {
    if shared == 0 { 0 } else { shared + if right { 1_000_000 } else { 0 } }
}
