//! Titles that persons hold: `Minister of Trade` of `Brazil`.

use super::entities::Matched;
use super::json::{list, place, text};
use super::pairing::{Mark, compare};
use super::words::norm;
use super::{Score, WHOLE};

pub(crate) fn judge(score: &mut Score, matched: &Matched<'_>) {
    let (mut golds, mut owners) = (Vec::new(), Vec::new());
    let (mut preds, mut holders) = (Vec::new(), Vec::new());
    for (owner, gold) in matched.golds.iter().enumerate() {
        if gold.label.field != "persons" || gold.label.optional {
            continue;
        }
        let first = gold.label.mentions.first().and_then(|mention| mention.spans.first().copied());
        for role in &gold.label.roles {
            let of = role.of.iter().flatten().next().map_or("null", String::as_str);
            let words = format!("{}: {} of {of}", gold.label.names[0], role.title);
            golds.push(Mark::new(first, words, false));
            owners.push((owner, role));
        }
        let Some(pred) = matched.pred_of(owner) else { continue };
        for role in list(matched.preds[pred].record, "roles") {
            let (title, of) = (text(role, "title").unwrap_or("-"), text(role, "of").unwrap_or("null"));
            let words = format!("{}: {title} of {of}", gold.label.names[0]);
            preds.push(Mark::new(place(role), words, false));
            holders.push((owner, role));
        }
    }
    let right = |g: usize, p: usize| {
        let (label, record) = (owners[g].1, holders[p].1);
        text(record, "title").is_some_and(|title| norm(title) == norm(&label.title))
            && label.of.iter().any(|of| matched.is(of.as_deref(), text(record, "of")))
    };
    let weight = |g: usize, p: usize| {
        if owners[g].0 == holders[p].0 { 1 + u64::from(right(g, p)) } else { 0 }
    };
    compare(score, "person_roles", (&golds, &preds), weight, |g, p| if right(g, p) { WHOLE } else { 0 });
}
