//! Which entity of a document stands for which label, and every place that names one.

use super::json::{list, place, text, texts};
use super::pairing::{Mark, compare, pairs};
use super::words::{Names, kin, names, norm};
use super::{Score, WHOLE};
use crate::labels::{Entity, Labels, Span};
use serde_json::Value;

/// A labelled entity with its names folded.
pub(crate) struct Gold<'a> {
    pub(crate) label: &'a Entity,
    main: Names,
    names: Names,
}

/// An entity of the document with its names folded.
pub(crate) struct Pred<'a> {
    pub(crate) record: &'a Value,
    kind: &'a str,
    main: Names,
    names: Names,
    spans: Vec<Span>,
}

/// The match of both.
pub(crate) struct Matched<'a> {
    pub(crate) golds: Vec<Gold<'a>>,
    pub(crate) preds: Vec<Pred<'a>>,
    /// Label and entity.
    pub(crate) pairs: Vec<(usize, usize)>,
    /// Longest labelled names, and places where a name is neutral.
    longest: Vec<Span>,
    neutral: Vec<Span>,
}

impl<'a> Matched<'a> {
    pub(crate) fn new(labels: &'a Labels, document: &'a Value) -> Self {
        let golds: Vec<Gold<'_>> = labels
            .entities
            .iter()
            .map(|label| {
                let main = names(label.names.iter().map(String::as_str));
                let other = names(label.aliases.iter().map(String::as_str));
                Gold { label, names: main.union(&other).cloned().collect(), main }
            })
            .collect();
        let preds: Vec<Pred<'_>> = list(document, "entities")
            .iter()
            .map(|record| {
                let mut all = texts(record, "aliases");
                all.extend(["name", "acronym"].iter().filter_map(|key| text(record, key)).map(str::to_owned));
                Pred {
                    record,
                    kind: text(record, "kind").unwrap_or_default(),
                    main: names(text(record, "name")),
                    names: names(all.iter().map(String::as_str)),
                    spans: list(record, "mentions").iter().filter_map(place).collect(),
                }
            })
            .collect();
        let longest = golds
            .iter()
            .flat_map(|gold| &gold.label.mentions)
            .filter_map(|m| m.spans.first().copied())
            .collect();
        let pairs = pairs(golds.len(), preds.len(), |g, p| likeness(&golds[g], &preds[p]));
        Self { golds, preds, pairs, longest, neutral: labels.neutral.clone() }
    }

    /// The entity that stands for a label.
    pub(crate) fn pred_of(&self, gold: usize) -> Option<usize> {
        self.pairs.iter().find(|(index, _)| *index == gold).map(|(_, pred)| *pred)
    }

    /// The label that an entity stands for: its match, or the series that it is an instance of.
    fn gold_of(&self, pred: usize) -> Option<usize> {
        let found = self.pairs.iter().find(|(_, index)| *index == pred).map(|(gold, _)| *gold);
        found.or_else(|| self.golds.iter().position(|gold| split(gold, &self.preds[pred])))
    }

    /// The name behind an id, for a person to read.
    pub(crate) fn name_of(&self, id: &str) -> String {
        let found = self.preds.iter().find(|pred| text(pred.record, "id") == Some(id));
        found.and_then(|pred| text(pred.record, "name")).unwrap_or(id).to_owned()
    }

    /// Is the entity (an id or a name) the one that a label calls `want`? Null is null only.
    pub(crate) fn is(&self, want: Option<&str>, got: Option<&str>) -> bool {
        let (Some(want), Some(got)) = (want, got) else { return want == got };
        let want = norm(want);
        if let Some(p) = self.preds.iter().position(|pred| text(pred.record, "id") == Some(got)) {
            return self.preds[p].names.contains(&want)
                || self.gold_of(p).is_some_and(|gold| self.golds[gold].names.contains(&want));
        }
        let got = norm(got);
        let stands = |pred: usize| {
            self.preds[pred].names.contains(&got)
                && self.gold_of(pred).is_some_and(|gold| self.golds[gold].names.contains(&want))
        };
        got == want
            || self.golds.iter().any(|gold| gold.names.contains(&got) && gold.names.contains(&want))
            || (0..self.preds.len()).any(stands)
    }

    /// A name that need not be listed but may be.
    fn unasked(&self, span: Span) -> bool {
        self.longest.iter().any(|longer| span.inside(*longer))
            || self.neutral.iter().any(|place| place.overlap(span) > 0)
    }

    /// An entity without a match that is not counted as spurious.
    fn forgiven(&self, pred: &Pred<'_>) -> bool {
        let unasked = !pred.spans.is_empty() && pred.spans.iter().all(|span| self.unasked(*span));
        unasked || self.golds.iter().any(|gold| split(gold, pred))
    }

    /// A label without a match whose series or instance was found.
    fn merged(&self, gold: &Gold<'_>) -> bool {
        self.pairs.iter().any(|(other, pred)| {
            let other = &self.golds[*other];
            other.label != gold.label
                && kin(&gold.main, &other.names)
                && gold.main.is_disjoint(&other.main)
                && (kin(&self.preds[*pred].main, &gold.main)
                    || !self.preds[*pred].names.is_disjoint(&gold.names))
        })
    }
}

/// A second entity for an optional label or for an instance of a series.
fn split(gold: &Gold<'_>, pred: &Pred<'_>) -> bool {
    let kind = gold.label.optional || gold.label.kinds.iter().any(|kind| kind == pred.kind);
    let named = !pred.main.is_disjoint(&gold.names);
    kind && ((named && gold.label.optional) || (!named && kin(&pred.main, &gold.names)))
}

/// How sure it is that both are one; 0 if they are not.
fn likeness(gold: &Gold<'_>, pred: &Pred<'_>) -> u64 {
    if !gold.label.optional && gold.label.kinds.iter().all(|kind| kind != pred.kind) {
        return 0;
    }
    let shared = gold
        .label
        .mentions
        .iter()
        .filter(|mention| mention.spans.iter().any(|s| pred.spans.iter().any(|t| s.half_of_each(*t))))
        .count();
    let level = match (gold.label.iso.as_deref(), text(pred.record, "iso3166")) {
        (Some(ours), Some(theirs)) => 4 * u64::from(ours == theirs),
        _ if !gold.main.is_disjoint(&pred.main) => 3,
        _ if !pred.main.is_disjoint(&gold.names) || !gold.main.is_disjoint(&pred.names) => 2,
        _ => {
            let known = !gold.names.is_disjoint(&pred.names) && shared > 0;
            u64::from(known || kin(&pred.main, &gold.main))
        }
    };
    if level == 0 { 0 } else { 10_000 * level + u64::try_from(shared).unwrap_or(0) }
}

/// The nine fields of entities, and their mentions.
pub(crate) fn judge(score: &mut Score, labels: &Labels, matched: &Matched<'_>) {
    for (index, gold) in matched.golds.iter().enumerate().filter(|(_, gold)| !gold.label.optional) {
        let first = gold.label.mentions.first().and_then(|mention| mention.spans.first().copied());
        let mark =
            Mark::new(first, format!("{} ({})", gold.label.names[0], gold.label.kinds.join("|")), false);
        match matched.pred_of(index) {
            Some(pred) => {
                let pred = &matched.preds[pred];
                let mut members = texts(pred.record, "members");
                let mut due = gold.label.members.clone();
                members.sort_unstable();
                due.sort_unstable();
                let right = due.is_empty() || due == members;
                score.judge(gold.label.field, if right { WHOLE } else { 0 }, &mark, &shown(pred));
            }
            None if matched.merged(gold) => {}
            None => score.missed(gold.label.field, &mark),
        }
    }
    for (index, pred) in matched.preds.iter().enumerate() {
        let taken = matched.pairs.iter().any(|(_, pred)| *pred == index);
        if let Some(field) = crate::labels::field_of(pred.kind)
            && !taken
            && !matched.forgiven(pred)
        {
            score.spurious(field, &shown(pred));
        }
    }
    mentions(score, labels, matched);
}

fn shown(pred: &Pred<'_>) -> Mark {
    let name = text(pred.record, "name").unwrap_or("-");
    Mark::new(pred.spans.first().copied(), format!("{name} ({})", pred.kind), false)
}

fn mentions(score: &mut Score, labels: &Labels, matched: &Matched<'_>) {
    let mut golds = Vec::new();
    let mut owners = Vec::new();
    for (owner, gold) in matched.golds.iter().enumerate() {
        for mention in &gold.label.mentions {
            let span = mention.spans.first().copied();
            let words = span.map(|span| labels.text.folded(span)).unwrap_or_default();
            let words = format!("{words} → {}", gold.label.names[0]);
            golds.push(Mark::new(span, words, mention.optional || gold.label.optional));
            owners.push((owner, mention));
        }
    }
    let mut preds = Vec::new();
    let mut holders = Vec::new();
    for (holder, pred) in matched.preds.iter().enumerate() {
        for mention in list(pred.record, "mentions") {
            let span = place(mention);
            let near =
                |gold: &Mark| gold.neutral && gold.span.zip(span).is_some_and(|(g, s)| g.half_of_each(s));
            let neutral = text(mention, "by") == Some("anaphor")
                || span.is_some_and(|span| matched.unasked(span))
                || golds.iter().any(near);
            let name = text(pred.record, "name").unwrap_or("-");
            let words = format!("{} → {name}", text(mention, "text").unwrap_or("-"));
            preds.push(Mark::new(span, words, neutral));
            holders.push(holder);
        }
    }
    let weight = |g: usize, p: usize| {
        let (owner, mention) = owners[g];
        let label = matched.golds[owner].label;
        let kind = label.optional || label.kinds.iter().any(|kind| kind == matched.preds[holders[p]].kind);
        let fit = |spot: &Span| {
            let span = preds[p].span?;
            let union = spot.end.max(span.end) - spot.start.min(span.start);
            let shared = WHOLE * u64::try_from(spot.overlap(span)).ok()?;
            spot.half_of_each(span).then_some(shared / u64::try_from(union).ok()?)
        };
        if kind { mention.spans.iter().filter_map(fit).max().unwrap_or(0) } else { 0 }
    };
    let found = compare(score, "mentions", (&golds, &preds), weight, |_, _| WHOLE);
    for (g, p) in found {
        let right = matched.gold_of(holders[p]) == Some(owners[g].0);
        score.judge("coref", if right { WHOLE } else { 0 }, &golds[g], &preds[p]);
    }
    score.none_matched("coref", &golds);
}
