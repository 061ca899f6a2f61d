//! Applies the corrections of a document to what was read from it, one after the other.

use rapporteur_model::{
    Code, Correction, CorrectionAction, Diagnostic, Document, Location, RecordKey, Severity, Span,
};

use super::{Override, Overrides, add, entities, replace, strike};
use crate::fact::short;

/// What became of a correction.
pub(super) struct Applied {
    /// The record, as it goes by now.
    pub record: RecordKey,
    /// What was read.
    pub before: Option<String>,
    /// What it is now.
    pub after: Option<String>,
}

/// A record at a place, by its place in its list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Found {
    Document,
    Section(usize),
    Item(usize),
    Date(usize),
    Amount(usize),
    Funding(usize),
    Entity(usize),
    Mention(usize, usize),
    Role(usize, usize),
    Quotation(usize),
    Acronym(usize),
    Reference(usize),
    Contact(usize),
    Diagnostic(usize),
}

/// Applies all corrections of a document.
pub fn apply(document: &mut Document, overrides: &Overrides) {
    let (path, sha256) = (document.source.path.clone(), document.source.sha256.clone());
    let before = document.diagnostics.len();
    for one in overrides.of(&path, &sha256) {
        match correct(document, one) {
            Ok((applied, span)) => document.corrections.push(Correction {
                record: applied.record,
                kind: one.kind.clone(),
                action: one.does(),
                field: one.field.clone().filter(|_| one.does() == CorrectionAction::Replace),
                before: applied.before,
                after: applied.after,
                who: one.who.clone(),
                why: one.why.clone(),
                when: one.when.clone(),
                span,
            }),
            Err(reason) => stale(document, one, &reason),
        }
    }
    if document.diagnostics.len() != before {
        document.diagnostics.sort_by_key(|found| found.span.map_or(0, |span| span.start));
    }
}

fn correct(document: &mut Document, one: &Override) -> Result<(Applied, Option<Span>), String> {
    if one.kind == "document" && one.target.words().is_empty() {
        return Ok((replace::field(document, Found::Document, one)?, None));
    }
    let words = || short(one.target.words(), 60);
    let Some(span) = one.target.find(&document.source) else {
        return Err(format!("“{}” is not in the text any more, or not where it was", words()));
    };
    let applied = match one.does() {
        CorrectionAction::Add => add::record(document, one, span)?,
        CorrectionAction::Merge => entities::merge(document, one, span)?,
        CorrectionAction::Split => entities::split(document, one, span)?,
        action => {
            let found = find(document, &one.kind, span)
                .ok_or_else(|| format!("no {} is read any more at “{}”", one.kind, words()))?;
            match action {
                CorrectionAction::Strike => strike::record(document, found)?,
                _ => replace::field(document, found, one)?,
            }
        }
    };
    Ok((applied, Some(span)))
}

fn stale(document: &mut Document, one: &Override, reason: &str) {
    let message = format!("a correction by {} of {} was not applied: {reason}", one.who, one.when);
    document.diagnostics.push(Diagnostic {
        code: Code::OverrideStale,
        severity: Severity::Warning,
        message,
        span: one.target.find(&document.source),
        record: None,
    });
}

/// The record of a kind that was read from a span: the one whose place is the span, else the nearest to it in length
/// that overlaps it.
pub(super) fn find(document: &Document, kind: &str, span: Span) -> Option<Found> {
    let mut best: Option<(usize, Found)> = None;
    let mut weigh = |own: Span, found: Found| {
        if own.overlaps(span) {
            let off = own.start.abs_diff(span.start) + own.end.abs_diff(span.end);
            if best.is_none_or(|(least, _)| off < least) {
                best = Some((off, found));
            }
        }
    };
    let at = |location: Location| document.span(location);
    match kind {
        "document" => return Some(Found::Document),
        "section" => {
            for (index, section) in document.sections.iter().enumerate() {
                if let Some(heading) = &section.heading {
                    weigh(document.heading_span(heading), Found::Section(index));
                }
            }
        }
        "item" => {
            for (index, item) in document.items.iter().enumerate() {
                let spans = document.passage(item.passage).all_spans();
                spans.iter().take(1).for_each(|own| weigh(*own, Found::Item(index)));
            }
        }
        "date" => document.dates.iter().enumerate().for_each(|(i, one)| weigh(at(one.at), Found::Date(i))),
        "amount" => {
            document.amounts.iter().enumerate().for_each(|(i, one)| weigh(at(one.at), Found::Amount(i)));
        }
        "funding" => {
            document.funding.iter().enumerate().for_each(|(i, one)| weigh(at(one.at), Found::Funding(i)));
        }
        "acronym" => {
            document.acronyms.iter().enumerate().for_each(|(i, one)| weigh(at(one.at), Found::Acronym(i)));
        }
        "reference" => {
            document
                .references
                .iter()
                .enumerate()
                .for_each(|(i, one)| weigh(at(one.at), Found::Reference(i)));
        }
        "contact" => {
            document.contacts.iter().enumerate().for_each(|(i, one)| weigh(one.span, Found::Contact(i)));
        }
        "quotation" => {
            for (index, quote) in document.quotes.iter().enumerate() {
                quote.at.iter().take(1).for_each(|own| weigh(at(*own), Found::Quotation(index)));
            }
        }
        "diagnostic" => {
            for (index, found) in document.diagnostics.iter().enumerate() {
                found.span.iter().for_each(|own| weigh(*own, Found::Diagnostic(index)));
            }
        }
        "role" => {
            for (index, entity) in document.entities.iter().enumerate() {
                entity
                    .roles
                    .iter()
                    .enumerate()
                    .for_each(|(i, role)| weigh(at(role.at), Found::Role(index, i)));
            }
        }
        _ => {
            for (index, entity) in document.entities.iter().enumerate() {
                for (i, mention) in entity.mentions.iter().enumerate() {
                    let found =
                        if kind == "mention" { Found::Mention(index, i) } else { Found::Entity(index) };
                    weigh(at(mention.at), found);
                }
            }
        }
    }
    best.map(|(_, found)| found)
}
