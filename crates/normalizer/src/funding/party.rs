//! Who gives and who receives.
//!
//! The giver is named right behind "from" or "by" ("a grant of $5 million from Fiji"), else it is the first body, country
//! or group in the sum's own clause, else in its sentence. The receiver stands behind "to", "with", "through" or "for", is
//! the subject of "receive", or is named in a line under the title (`Recipient: Mekong Institute`). Not here: the issuer,
//! who gives what is announced without a giver.

use rapporteur_model::{AmountKind, Document, Entity, EntityId, EntityKind, Location, PassageId, TextRange};

use crate::finder::quantity::numeral::is_space;

/// Giver and receiver of a sum.
#[derive(Default)]
pub(super) struct Parties {
    pub donor: Option<EntityId>,
    pub recipient: Option<EntityId>,
}

const GIVERS: &[EntityKind] = &[EntityKind::Country, EntityKind::Organization, EntityKind::Group];
const RECEIVERS: &[EntityKind] =
    &[EntityKind::Country, EntityKind::Organization, EntityKind::Region, EntityKind::Group];

/// All mentions of a document in order of place, so that those of a sentence are found without a look at the others.
pub(super) struct Mentions<'d>(Vec<(Location, &'d Entity)>);

impl<'d> Mentions<'d> {
    /// The mentions of a document.
    pub fn new(document: &'d Document) -> Self {
        let entities = document.entities.iter();
        let mut all: Vec<_> = entities
            .flat_map(|entity| entity.mentions.iter().map(move |mention| (mention.at, entity)))
            .collect();
        all.sort_by_key(|(at, _)| (at.passage, at.range.start));
        Self(all)
    }

    /// The entities that stand in a range of a passage, in order, with where.
    pub fn within(&self, passage: PassageId, range: TextRange) -> Vec<(TextRange, &'d Entity)> {
        let from = self.0.partition_point(|(at, _)| (at.passage, at.range.start) < (passage, range.start));
        self.0[from..]
            .iter()
            .take_while(|(at, _)| at.passage == passage && at.range.start < range.end)
            .filter(|(at, _)| range.covers(at.range))
            .map(|(at, entity)| (at.range, *entity))
            .collect()
    }
}

/// Who gives and receives the sum at `at`, in its sentence.
pub(super) fn of(document: &Document, mentions: &Mentions<'_>, at: Location, sentence: TextRange) -> Parties {
    let text = document.passage(at.passage).text();
    let front = TextRange::new(sentence.start, at.range.start);
    let behind = TextRange::new(at.range.end, sentence.end);
    let before = mentions.within(at.passage, front);
    let after = mentions.within(at.passage, behind);
    let led = |mention: TextRange, words: &[&str]| {
        let lead = text[at.range.end..mention.start].trim_end_matches(is_space);
        let lead = lead.strip_suffix("the").map_or(lead, |rest| rest.trim_end_matches(is_space));
        words.iter().any(|word| lead.ends_with(word)) && lead.len() < 120
    };
    let from = after
        .iter()
        .find(|(mention, entity)| led(*mention, &[" from", " by"]) && GIVERS.contains(&entity.kind));
    // The clause of the sum begins behind the last comma with "and", or semicolon.
    let words = &text[front.start..front.end];
    let clause =
        [", and ", "; ", ", while "].iter().filter_map(|joint| words.rfind(joint)).max().unwrap_or(0);
    let giver = |from: usize| {
        before
            .iter()
            .filter(|(mention, _)| mention.start >= from)
            .find(|(_, entity)| GIVERS.contains(&entity.kind))
    };
    // "Togo gave $2 million and Benin $1 million": who stands between the sums gives the second.
    let behind_it = document
        .amounts
        .partition_point(|amount| (amount.at.passage, amount.at.range.start) < (at.passage, at.range.start));
    let last = document.amounts[..behind_it]
        .iter()
        .rev()
        .take_while(|amount| amount.at.passage == at.passage && amount.at.range.end > front.start)
        .find(|amount| amount.kind == AmountKind::Money)
        .map(|amount| amount.at.range.end);
    let between = last.and_then(giver).filter(|(mention, _)| {
        let words = text[..mention.start].trim_end_matches("the ").trim_end();
        words.ends_with(" and") || words.ends_with([',', ';'])
    });
    let subject = between.or_else(|| giver(front.start + clause)).or_else(|| giver(front.start)).copied();
    let receives = subject.is_some_and(|(mention, _)| {
        let verb = text[mention.end..at.range.start].to_lowercase();
        [" receiv", " is eligible", " was awarded", " was granted", " got "]
            .iter()
            .any(|stem| verb.contains(stem))
    });
    let recipient = after
        .iter()
        .find(|(mention, entity)| {
            led(*mention, &[" to", " with", " through", " for"]) && RECEIVERS.contains(&entity.kind)
        })
        .map(|(_, entity)| entity.id.clone());
    let id = |found: (TextRange, &Entity)| found.1.id.clone();
    Parties {
        donor: from.copied().or(if receives { None } else { subject }).map(id),
        recipient: if receives { subject.map(id) } else { recipient },
    }
}

/// Does a body, country or group, or a noun of one, stand in front of the sum as its giver?
pub(super) fn has_subject(
    document: &Document,
    mentions: &Mentions<'_>,
    at: Location,
    sentence: TextRange,
) -> bool {
    const NOUNS: &[&str] = &[
        "we",
        "government",
        "ministry",
        "department",
        "agency",
        "parties",
        "commission",
        "council",
        "parliament",
        "members",
        "states",
        "side",
        "sides",
        "bank",
        "fund",
        "foundation",
        "board",
        "cabinet",
        "treasury",
    ];
    let front = TextRange::new(sentence.start, at.range.start);
    let text = &document.passage(at.passage).text()[front.start..front.end];
    let noun =
        || text.split(|c: char| !c.is_alphabetic()).any(|word| NOUNS.contains(&word.to_lowercase().as_str()));
    mentions.within(at.passage, front).iter().any(|(_, entity)| {
        GIVERS.contains(&entity.kind) || matches!(entity.kind, EntityKind::Programme | EntityKind::Person)
    }) || noun()
}

/// The receiver that a line under a titled sum names: `Recipient: Mekong Institute`.
pub(super) fn labelled(document: &Document, mentions: &Mentions<'_>, heading: Location) -> Option<EntityId> {
    const LABELS: &[&str] = &[
        "Recipient",
        "Recipients",
        "Implementing partner",
        "Implementing organization",
        "Partner",
        "Beneficiary",
        "Executing agency",
        "Implemented by",
    ];
    let next = heading.passage.0 + 1;
    let last = document.passages.len().min(next + 3);
    (next..last)
        .map(PassageId)
        .take_while(|id| {
            let first = document.amounts.partition_point(|amount| amount.at.passage < *id);
            let mut own = document.amounts[first..].iter().take_while(|amount| amount.at.passage == *id);
            !own.any(|amount| amount.kind == AmountKind::Money)
        })
        .find_map(|id| {
            let passage = document.passage(id);
            let text = passage.text();
            let label = LABELS
                .iter()
                .find(|label| text.strip_prefix(**label).is_some_and(|rest| rest.starts_with([':', ' '])))?;
            let range = TextRange::new(label.len(), text.len().min(label.len() + 160));
            let range = if text.is_char_boundary(range.end) { range } else { passage.range() };
            let at = Location { passage: id, range };
            let found = mentions.within(at.passage, range);
            found
                .iter()
                .find(|(_, entity)| RECEIVERS.contains(&entity.kind))
                .map(|(_, entity)| entity.id.clone())
        })
}
