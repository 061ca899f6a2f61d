//! Fields of one value: genre, title, issue, dateline, issuer.

use super::Score;
use super::entities::Matched;
use super::json::{list, span, text};
use super::pairing::Mark;
use super::words::{norm, same_edtf};
use crate::labels::{Labels, Single, fold};
use serde_json::Value;

pub(crate) fn judge(score: &mut Score, labels: &Labels, document: &Value, matched: &Matched<'_>) {
    let date =
        |id: Option<&str>| list(document, "dates").iter().find(|date| id.is_some() && text(date, "id") == id);

    let genre = Mark::new(None, text(document, "genre").unwrap_or_default(), false);
    single(score, "genre", &labels.genre, &genre, |label| label == genre.words);

    let title = &document["title"];
    let title = Mark::new(span(&title["span"]), text(title, "text").unwrap_or_default(), false);
    single(score, "title", &labels.title, &title, |label| fold(label) == fold(&title.words));

    let issued = &document["issued"];
    let at = date(text(issued, "date")).and_then(|date| span(&date["span"]));
    let issued = Mark::new(at, text(issued, "edtf").unwrap_or_default(), false);
    single(score, "issued", &labels.issued, &issued, |label| same_edtf(Some(label), Some(&issued.words)));

    let id = text(document, "issuer");
    let voice = Mark::new(None, id.map(|id| matched.name_of(id)).unwrap_or_default(), false);
    single(score, "issuer", &labels.issuer, &voice, |label| matched.is(Some(label), id));

    dateline(score, labels, document, date(text(&document["dateline"], "date")));
}

/// Where the label is null, an accepted value is neutral and any other spurious.
fn single(score: &mut Score, field: &'static str, label: &Single, found: &Mark, same: impl Fn(&str) -> bool) {
    let first = label.accepted.first().cloned().flatten();
    let fits = label.accepted.iter().flatten().any(|value| same(value));
    let gold = Mark::new(None, first.clone().unwrap_or_default(), false);
    match (found.words.is_empty(), first) {
        (true, _) if label.accepted.contains(&None) => {}
        (true, _) => score.missed(field, &gold),
        (false, Some(_)) => score.judge(field, if fits { super::WHOLE } else { 0 }, &gold, found),
        (false, None) if fits => {}
        (false, None) => score.spurious(field, found),
    }
}

fn dateline(score: &mut Score, labels: &Labels, document: &Value, date: Option<&Value>) {
    let line = &document["dateline"];
    let edtf = date.and_then(|date| text(date, "edtf")).or_else(|| text(line, "date"));
    let place = text(line, "place");
    let words = format!("{} {}", place.unwrap_or("-"), edtf.unwrap_or("-"));
    let found = Mark::new(span(&line["span"]), words, false);
    match &labels.dateline {
        None if line.is_object() => score.spurious("dateline", &found),
        None => {}
        Some(label) => {
            let words = format!("{} {}", label.place.as_deref().unwrap_or("-"), label.date);
            let gold = Mark::new(Some(label.at.span), words, false);
            if line.is_object() {
                let right = label.place.as_deref().map(norm) == place.map(norm)
                    && same_edtf(Some(&label.date), edtf)
                    && gold.shared(&found) > 0;
                score.judge("dateline", if right { super::WHOLE } else { 0 }, &gold, &found);
            } else {
                score.missed("dateline", &gold);
            }
        }
    }
}
