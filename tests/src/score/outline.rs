//! Headings, kinds of sections, provisions and their words, coverage.

use super::json::{list, place, span, text};
use super::pairing::{Mark, compare, near, pairs};
use super::words::{similarity, strip_tail};
use super::{Fault, Score, WHOLE};
use crate::labels::{Item, Labels, Parent, Span, fold};
use serde_json::Value;

/// Codes of findings that account for characters that lie in no block.
const DEBRIS: [&str; 3] = ["ocr-debris", "ocr-garbled-duplicate", "markup-removed"];

pub(crate) fn judge(score: &mut Score, labels: &Labels, document: &Value) {
    headings(score, labels, document);
    items(score, labels, document);
    coverage(score, labels, document);
}

/// Words of a heading for comparison: `A. Safe water:` and `Safe water` are one.
fn words(text: &str) -> String {
    let folded = fold(text);
    let bare = match folded.split_once(' ') {
        Some((marker, rest)) if is_marker(marker) => rest,
        _ => &folded,
    };
    bare.trim_end_matches([' ', ':']).to_owned()
}

/// A number or capital with its stop or bracket: `A.`, `2.1.`, `3)`.
fn is_marker(word: &str) -> bool {
    word.strip_suffix(['.', ')']).is_some_and(|number| {
        let digits =
            number.split('.').all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit()));
        digits || (number.len() == 1 && number.chars().all(|c| c.is_ascii_uppercase()))
    })
}

/// Kinds of sections that count as one.
fn plain(kind: &str) -> &str {
    match kind {
        "plan" | "other" | "preamble" | "annex" | "notes" => "body",
        kind => kind,
    }
}

fn headings(score: &mut Score, labels: &Labels, document: &Value) {
    let sections: Vec<&Value> =
        list(document, "sections").iter().filter(|section| section["heading"].is_object()).collect();
    let level = |pred: usize| sections[pred]["level"].as_u64();
    let preds: Vec<Mark> = sections
        .iter()
        .map(|s| {
            Mark::new(span(&s["heading"]["span"]), text(&s["heading"], "text").unwrap_or_default(), false)
        })
        .collect();
    let golds: Vec<Mark> = labels
        .headings
        .iter()
        .map(|h| Mark::new(Some(h.at.span), h.at.reading.clone(), h.optional))
        .collect();
    let same = |gold: usize, pred: usize| {
        let label = &labels.headings[gold].at;
        let found = words(&preds[pred].words);
        words(&label.reading) == found || words(&label.source) == found
    };
    let found = compare(
        score,
        "headings",
        (&golds, &preds),
        |gold, pred| near(golds[gold].shared(&preds[pred]), same(gold, pred)),
        |gold, pred| {
            let close = level(pred).is_some_and(|l| l.abs_diff(labels.headings[gold].level) <= 1);
            if close && same(gold, pred) { WHOLE } else { 0 }
        },
    );
    for (gold, pred) in found {
        if same(gold, pred) {
            let kind = text(sections[pred], "kind").unwrap_or_default();
            let right = labels.headings[gold].kinds.iter().any(|k| plain(k) == plain(kind));
            let label = Mark::new(golds[gold].span, labels.headings[gold].kinds.join("|"), false);
            let said = Mark::new(preds[pred].span, format!("{kind}: {}", preds[pred].words), false);
            score.judge("section_kinds", if right { WHOLE } else { 0 }, &label, &said);
        }
    }
    score.none_matched("section_kinds", &golds);
}

fn items(score: &mut Score, labels: &Labels, document: &Value) {
    let records = list(document, "items");
    let preds: Vec<Mark> = records
        .iter()
        .map(|r| {
            let (reference, kind) = (text(r, "ref").unwrap_or("-"), text(r, "kind").unwrap_or("-"));
            Mark::new(place(r), format!("{reference} {kind}: {}", provision(r)), false)
        })
        .collect();
    let golds: Vec<Mark> = labels
        .items
        .iter()
        .map(|i| {
            let reference = i.reference.as_deref().unwrap_or("-");
            let words = format!("{reference} {}: {}", i.kinds.join("|"), i.at.reading);
            Mark::new(Some(i.at.span), words, i.optional)
        })
        .collect();
    let weight = |gold: usize, pred: usize| match &labels.items[gold].reference {
        Some(reference) => u64::from(text(&records[pred], "ref") == Some(reference)) << 40,
        None => preds[pred].span.map_or(0, |span| {
            let label = labels.items[gold].at.span;
            let shared = span.overlap(label);
            let least = (span.end - span.start).min(label.end - label.start);
            if 2 * shared >= least { u64::try_from(shared).unwrap_or(0) } else { 0 }
        }),
    };
    let all = pairs(golds.len(), preds.len(), weight);
    let ref_of = |label: &str| {
        let gold = labels.items.iter().position(|item| item.reference.as_deref() == Some(label))?;
        let (_, pred) = all.iter().find(|(index, _)| *index == gold)?;
        text(&records[*pred], "ref")
    };
    let found = compare(score, "items", (&golds, &preds), weight, |gold, pred| {
        let (item, record) = (&labels.items[gold], &records[pred]);
        // A parent that is no item of the document is none.
        let above = text(record, "parent")
            .filter(|above| records.iter().any(|other| text(other, "ref") == Some(above)));
        let parent = match &item.parent {
            Parent::Any => true,
            Parent::None => above.is_none(),
            Parent::Ref(label) => above.is_some() && above == ref_of(label).or(Some(label.as_str())),
        };
        if parent && item.kinds.iter().any(|kind| Some(kind.as_str()) == text(record, "kind")) {
            credit_of_words(item, record)
        } else {
            0
        }
    });
    for (gold, pred) in found {
        let said = strip_tail(provision(&records[pred]));
        let readings = std::iter::once(&labels.items[gold].at.reading).chain(&labels.items[gold].or);
        let best = readings.map(|reading| similarity(&strip_tail(reading), &said)).max();
        score.judge("item_text", best.unwrap_or(0), &golds[gold], &preds[pred]);
    }
    score.none_matched("item_text", &golds);
}

/// The title of a titled item, the text of the others.
fn provision(record: &Value) -> &str {
    let titled = ["framework", "theme", "area", "topic"].contains(&text(record, "kind").unwrap_or_default());
    text(record, if titled { "title" } else { "text" }).unwrap_or_default()
}

/// The repaired reading counts whole, words with every repair left undone half.
fn credit_of_words(item: &Item, record: &Value) -> u64 {
    let said = strip_tail(provision(record));
    if std::iter::once(&item.at.reading).chain(&item.or).any(|reading| strip_tail(reading) == said) {
        WHOLE
    } else if strip_tail(&item.at.source) == said {
        WHOLE / 2
    } else {
        0
    }
}

/// Non-blank characters of the text that lie in a heading, block, provision, number or under a finding of debris.
fn coverage(score: &mut Score, labels: &Labels, document: &Value) {
    let chars = labels.text.chars();
    let mut covered = vec![false; chars.len()];
    let mut cover = |spans: &mut dyn Iterator<Item = Option<Span>>| {
        for span in spans.flatten() {
            let end = span.end.min(chars.len());
            covered[span.start.min(end)..end].fill(true);
        }
    };
    for section in list(document, "sections") {
        cover(&mut std::iter::once(span(&section["heading"]["span"])));
        for block in list(section, "blocks") {
            cover(&mut list(block, "spans").iter().map(span));
        }
    }
    for item in list(document, "items") {
        cover(&mut list(item, "spans").iter().map(span).chain([span(&item["number_span"])]));
    }
    for finding in list(document, "diagnostics") {
        if DEBRIS.contains(&text(finding, "code").unwrap_or_default()) {
            cover(&mut std::iter::once(span(&finding["span"])));
        }
    }
    let mut run: Option<Span> = None;
    for at in (0..chars.len()).filter(|at| !chars[*at].is_whitespace()) {
        let tally = score.tally("coverage");
        if covered[at] {
            tally.tp += WHOLE;
            continue;
        }
        tally.missed += WHOLE;
        match &mut run {
            Some(lost) if chars[lost.end..at].iter().all(|c| c.is_whitespace()) => lost.end = at + 1,
            _ => {
                if let Some(lost) = run.replace(Span { start: at, end: at + 1 }) {
                    score.note("coverage", Fault::Missed, Some(lost), &labels.text.folded(lost), "");
                }
            }
        }
    }
    if let Some(lost) = run {
        score.note("coverage", Fault::Missed, Some(lost), &labels.text.folded(lost), "");
    }
}
