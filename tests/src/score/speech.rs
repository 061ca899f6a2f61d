//! Quotations and their speakers, contacts, references and findings.

use super::entities::Matched;
use super::json::{list, place, text, texts};
use super::pairing::{Mark, compare, near};
use super::words::{Names, names, norm};
use super::{Score, WHOLE};
use crate::labels::{Contact, Labels, fold};
use serde_json::Value;

pub(crate) fn judge(score: &mut Score, labels: &Labels, document: &Value, matched: &Matched<'_>) {
    quotes(score, labels, list(document, "quotes"), matched);
    contacts(score, labels, list(document, "contacts"), matched);
    references(score, labels, list(document, "references"));
    diagnostics(score, labels, list(document, "diagnostics"));
}

fn whole(right: bool) -> u64 {
    if right { WHOLE } else { 0 }
}

/// Records as marks, with one of their fields as words.
fn marks(records: &[Value], key: &str) -> Vec<Mark> {
    records.iter().map(|r| Mark::new(place(r), text(r, key).unwrap_or("-"), false)).collect()
}

fn quotes(score: &mut Score, labels: &Labels, records: &[Value], matched: &Matched<'_>) {
    let golds: Vec<Mark> =
        labels.quotes.iter().map(|q| Mark::new(Some(q.at.span), q.at.reading.clone(), q.optional)).collect();
    let preds = marks(records, "text");
    let weight = |g: usize, p: usize| {
        let longer = [&golds[g], &preds[p]].iter().filter_map(|m| m.span).map(|s| s.end - s.start).max();
        let longer = u64::try_from(longer.unwrap_or(0)).unwrap_or(u64::MAX);
        let shared = golds[g].shared(&preds[p]);
        if 5 * shared >= 4 * longer { shared } else { 0 }
    };
    let found = compare(score, "quotes", (&golds, &preds), weight, |g, p| {
        whole(fold(&golds[g].words) == fold(&preds[p].words))
    });
    for (g, p) in found {
        let got = text(&records[p], "speaker");
        let accepted = &labels.quotes[g].speakers;
        let fits = accepted.iter().any(|want| matched.is(want.as_deref(), got));
        let label = accepted.first().and_then(Option::as_deref);
        let gold =
            Mark::new(golds[g].span, format!("{}: {}", label.unwrap_or("null"), golds[g].words), false);
        let name = got.map_or_else(|| "null".to_owned(), |id| matched.name_of(id));
        let said = Mark::new(preds[p].span, format!("{name}: {}", preds[p].words), false);
        if label.is_some() {
            score.judge("quote_speakers", whole(fits), &gold, &said);
        } else if !fits {
            score.spurious("quote_speakers", &said);
        }
    }
    let due: Vec<Mark> = (golds.iter().zip(&labels.quotes))
        .map(|(mark, quote)| {
            let named = quote.speakers.first().is_some_and(Option::is_some);
            Mark { neutral: mark.neutral || !named, ..mark.clone() }
        })
        .collect();
    score.none_matched("quote_speakers", &due);
}

fn contacts(score: &mut Score, labels: &Labels, records: &[Value], matched: &Matched<'_>) {
    let golds: Vec<Mark> = labels
        .contacts
        .iter()
        .map(|c| {
            let fields = c.fields.iter().map(|(key, values)| {
                format!("{key} {}", values.first().and_then(Option::as_deref).unwrap_or("null"))
            });
            Mark::new(Some(c.at.span), fields.collect::<Vec<_>>().join(", "), c.optional)
        })
        .collect();
    let preds: Vec<Mark> = records
        .iter()
        .map(|r| {
            let keys = ["name", "organization", "email", "phone", "url"];
            let fields = keys.iter().filter_map(|key| Some(format!("{key} {}", text(r, key)?)));
            let handles = texts(r, "handles").into_iter().map(|handle| format!("handles {handle}"));
            Mark::new(place(r), fields.chain(handles).collect::<Vec<_>>().join(", "), false)
        })
        .collect();
    let right = |g: usize, p: usize| same_contact(&labels.contacts[g], &records[p], matched);
    let weight = |g: usize, p: usize| near(golds[g].shared(&preds[p]), right(g, p));
    compare(score, "contacts", (&golds, &preds), weight, |g, p| whole(right(g, p)));
}

/// Every field that the label names is equal; several handles stand in one label with commas between them.
fn same_contact(label: &Contact, record: &Value, matched: &Matched<'_>) -> bool {
    label.fields.iter().all(|(key, values)| {
        values.iter().any(|want| match (key.as_str(), want) {
            ("handles", want) => {
                let want: Names = names(want.as_deref().unwrap_or_default().split(", "));
                want == names(texts(record, "handles").iter().map(String::as_str))
            }
            ("name" | "organization", want) => matched.is(want.as_deref(), text(record, key)),
            (_, want) => want.as_deref().map(norm) == text(record, key).map(norm),
        })
    })
}

fn references(score: &mut Score, labels: &Labels, records: &[Value]) {
    let golds: Vec<Mark> = labels
        .references
        .iter()
        .map(|r| Mark::new(Some(r.at.span), r.at.reading.clone(), r.optional))
        .collect();
    let preds = marks(records, "text");
    let weight = |g: usize, p: usize| {
        let half = golds[g].span.zip(preds[p].span).is_some_and(|(label, found)| label.half_of_each(found));
        if half { golds[g].shared(&preds[p]) } else { 0 }
    };
    compare(score, "references", (&golds, &preds), weight, |_, _| WHOLE);
}

/// Recall by code and place; a finding counts as spurious only where a `never` line of its code forbids it.
fn diagnostics(score: &mut Score, labels: &Labels, records: &[Value]) {
    let golds: Vec<Mark> = labels
        .diagnostics
        .iter()
        .map(|d| Mark::new(Some(d.at.span), format!("{}: {}", d.codes.join("|"), d.at.source), d.optional))
        .collect();
    let preds: Vec<Mark> = records
        .iter()
        .map(|r| {
            let code = text(r, "code").unwrap_or_default();
            let span = place(r);
            let hits = labels.never.iter().any(|never| {
                never.code.as_deref() == Some(code) && span.is_some_and(|s| s.overlap(never.at.span) > 0)
            });
            Mark::new(span, format!("{code}: {}", text(r, "message").unwrap_or("-")), !hits)
        })
        .collect();
    let weight = |g: usize, p: usize| {
        let code = text(&records[p], "code");
        let at = labels.diagnostics[g].codes.iter().position(|known| Some(known.as_str()) == code);
        let first = at.map_or(0, |at| if at == 0 { 2_000_000 } else { 1_000_000 });
        if first == 0 || golds[g].shared(&preds[p]) == 0 {
            return 0;
        }
        first + 500_000 * u64::from(!golds[g].neutral) + golds[g].shared(&preds[p])
    };
    compare(score, "diagnostics", (&golds, &preds), weight, |_, _| WHOLE);
}
