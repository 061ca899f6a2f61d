//! Dates, amounts, acronyms and money for a purpose.

use super::json::{list, place, text};
use super::pairing::{Mark, compare, near};
use super::words::{norm, same_edtf, same_number, similarity};
use super::{Score, WHOLE};
use crate::labels::{Acronym, Amount, Date, Labels, Never};
use serde_json::Value;

pub(crate) fn judge(score: &mut Score, labels: &Labels, document: &Value) {
    dates(score, labels, list(document, "dates"));
    amounts(score, labels, list(document, "amounts"));
    acronyms(score, labels, list(document, "acronyms"));
    funding(score, labels, document);
}

fn whole(right: bool) -> u64 {
    if right { WHOLE } else { 0 }
}

/// Does a `never` line of this field speak of this place?
fn forbidden(never: &[Never], field: &str, mark: &Mark) -> bool {
    never
        .iter()
        .any(|line| line.field == field && mark.span.is_some_and(|span| span.overlap(line.at.span) > 0))
}

fn dates(score: &mut Score, labels: &Labels, records: &[Value]) {
    let golds: Vec<Mark> = labels
        .dates
        .iter()
        .map(|d| {
            let value = d.edtf.iter().flatten().next().map_or("null", String::as_str);
            Mark::new(Some(d.at.span), format!("{} = {value}", d.at.reading), d.optional)
        })
        .collect();
    let preds: Vec<Mark> = records
        .iter()
        .map(|r| {
            let words = format!("{} = {}", text(r, "text").unwrap_or("-"), text(r, "edtf").unwrap_or("null"));
            let mut mark = Mark::new(place(r), words, false);
            mark.neutral = text(r, "kind") == Some("set") && !forbidden(&labels.never, "dates", &mark);
            mark
        })
        .collect();
    let right = |date: &Date, record: &Value| {
        date.edtf.iter().any(|value| same_edtf(value.as_deref(), text(record, "edtf")))
    };
    let found = compare(
        score,
        "dates",
        (&golds, &preds),
        |g, p| near(golds[g].shared(&preds[p]), right(&labels.dates[g], &records[p])),
        |g, p| whole(right(&labels.dates[g], &records[p])),
    );
    let due: Vec<Mark> = (golds.iter().zip(&labels.dates))
        .map(|(mark, date)| Mark { neutral: mark.neutral || date.roles.is_empty(), ..mark.clone() })
        .collect();
    for (g, p) in found.into_iter().filter(|(g, _)| !labels.dates[*g].roles.is_empty()) {
        let (date, record) = (&labels.dates[g], &records[p]);
        let (modifier, role) = (text(record, "mod"), text(record, "role").unwrap_or_default());
        let fits = date.mods.iter().any(|m| m.as_deref() == modifier) && date.roles.iter().any(|r| r == role);
        let mods: Vec<&str> = date.mods.iter().map(|m| m.as_deref().unwrap_or("null")).collect();
        let label = format!("{}: {}, {}", date.at.reading, mods.join("|"), date.roles.join("|"));
        let said = format!("{}, {role}", modifier.unwrap_or("null"));
        let (label, said) = (Mark::new(golds[g].span, label, false), Mark::new(preds[p].span, said, false));
        score.judge("date_mod_role", whole(fits), &label, &said);
    }
    score.none_matched("date_mod_role", &due);
}

fn amounts(score: &mut Score, labels: &Labels, records: &[Value]) {
    let golds: Vec<Mark> = labels
        .amounts
        .iter()
        .map(|a| {
            let unit = a.currency.as_deref().unwrap_or(a.kind);
            Mark::new(Some(a.at.span), format!("{} = {} {unit}", a.at.reading, a.value), a.optional)
        })
        .collect();
    let preds: Vec<Mark> = records
        .iter()
        .map(|r| {
            let unit = text(r, "currency").or_else(|| text(r, "kind")).unwrap_or("-");
            let (words, value) = (text(r, "text").unwrap_or("-"), text(r, "value").unwrap_or("null"));
            let mut mark = Mark::new(place(r), format!("{words} = {value} {unit}"), false);
            mark.neutral = text(r, "kind") == Some("count") && !forbidden(&labels.never, "amounts", &mark);
            mark
        })
        .collect();
    let right = |amount: &Amount, record: &Value| {
        text(record, "kind") == Some(amount.kind)
            && same_number(Some(&amount.value), text(record, "value"))
            && same_number(amount.value_max.as_deref(), text(record, "value_max"))
            && amount.currency.as_deref() == text(record, "currency")
    };
    compare(
        score,
        "amounts",
        (&golds, &preds),
        |g, p| near(golds[g].shared(&preds[p]), right(&labels.amounts[g], &records[p])),
        |g, p| whole(right(&labels.amounts[g], &records[p])),
    );
}

fn acronyms(score: &mut Score, labels: &Labels, records: &[Value]) {
    let same = |label: &Acronym, record: &Value| {
        text(record, "short").is_some_and(|short| norm(short) == norm(&label.short))
            && text(record, "long").is_some_and(|long| label.long.iter().any(|l| norm(l) == norm(long)))
    };
    let golds: Vec<Mark> = labels
        .acronyms
        .iter()
        .map(|a| Mark::new(None, format!("{} = {}", a.short, a.long.join("|")), a.optional))
        .collect();
    let preds: Vec<Mark> = records
        .iter()
        .map(|r| {
            let words = format!("{} = {}", text(r, "short").unwrap_or("-"), text(r, "long").unwrap_or("-"));
            // A pair that the text defines again is neutral.
            Mark::new(place(r), words, labels.acronyms.iter().any(|label| same(label, r)))
        })
        .collect();
    let fits = |g: usize, p: usize| whole(same(&labels.acronyms[g], &records[p]));
    compare(score, "acronyms", (&golds, &preds), fits, fits);
}

fn funding(score: &mut Score, labels: &Labels, document: &Value) {
    let records = list(document, "funding");
    let amounts: Vec<&Value> = records
        .iter()
        .map(|r| {
            let id = text(r, "amount");
            let found = list(document, "amounts").iter().find(|a| id.is_some() && text(a, "id") == id);
            found.unwrap_or(&Value::Null)
        })
        .collect();
    let amount = |g: usize| &labels.amounts[labels.funding[g].amount];
    let golds: Vec<Mark> = labels
        .funding
        .iter()
        .enumerate()
        .map(|(g, f)| {
            Mark::new(Some(amount(g).at.span), format!("{} = {}", f.titles[0], amount(g).value), f.optional)
        })
        .collect();
    let preds: Vec<Mark> = records
        .iter()
        .zip(&amounts)
        .map(|(r, a)| {
            let value = text(a, "value").unwrap_or("null");
            let words = format!("{} = {value}", text(r, "title").unwrap_or("-"));
            Mark::new(place(a).or_else(|| place(r)), words, false)
        })
        .collect();
    let right = |g: usize, p: usize| {
        let title = norm(text(&records[p], "title").unwrap_or_default());
        labels.funding[g].titles.iter().any(|label| similarity(&norm(label), &title) >= 800)
            && same_number(Some(&amount(g).value), text(amounts[p], "value"))
            && amount(g).currency.as_deref() == text(amounts[p], "currency")
    };
    let weight = |g: usize, p: usize| near(golds[g].shared(&preds[p]), right(g, p));
    let found = compare(score, "funding", (&golds, &preds), weight, |g, p| whole(right(g, p)));
    for (g, p) in found {
        let link = text(&records[p], "part_of");
        let said =
            Mark::new(preds[p].span, format!("{} < {}", preds[p].words, link.unwrap_or("null")), false);
        match (labels.funding[g].part_of, link) {
            (Some(total), Some(link)) => {
                // A total that body and backgrounder both name is the same total.
                let same = records.iter().zip(&amounts).any(|(r, a)| {
                    text(r, "id") == Some(link)
                        && same_number(Some(&amount(total).value), text(a, "value"))
                        && amount(total).currency.as_deref() == text(a, "currency")
                });
                score.judge("funding_part_of", whole(same), &golds[g], &said);
            }
            (Some(_), None) => score.missed("funding_part_of", &golds[g]),
            (None, Some(_)) => score.spurious("funding_part_of", &said),
            (None, None) => {}
        }
    }
    let due: Vec<Mark> = (golds.iter().zip(&labels.funding))
        .map(|(mark, f)| Mark { neutral: mark.neutral || f.part_of.is_none(), ..mark.clone() })
        .collect();
    score.none_matched("funding_part_of", &due);
}
