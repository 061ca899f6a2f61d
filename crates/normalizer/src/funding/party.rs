//! Who gives and who receives.
//!
//! The giver is named right behind "from" or "by" ("a grant of $5 million from Fiji", "was provided by Japan"), else it is
//! the body, country or group in front that a verb of giving follows ("Canada, through its embassy, is providing"), else
//! the first one in the sum's own clause, else in its sentence. What a preposition leads in ("In Angola, the bank gave", "to
//! support Chad") is no subject. The receiver stands behind "to", "with", "through" or "for", is
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
    let from = after.iter().find(|(mention, entity)| {
        led(*mention, &[" from", " by"])
            && GIVERS.contains(&entity.kind)
            && is_origin(&text[at.range.end..mention.start])
    });
    // The clause of the sum begins behind the last comma with "and", or semicolon.
    let words = &text[front.start..front.end];
    let clause =
        [", and ", "; ", ", while "].iter().filter_map(|joint| words.rfind(joint)).max().unwrap_or(0);
    let subjects: Vec<(TextRange, &Entity)> = before
        .iter()
        .copied()
        .filter(|(_, entity)| GIVERS.contains(&entity.kind))
        .filter(|(mention, _)| !is_led_in(&text[front.start..mention.start]))
        .collect();
    // Of several that a verb of giving follows, the one next to the sum: "Chad said that the bank will provide".
    let active = subjects.iter().rev().find(|(mention, _)| gives(&text[mention.end..at.range.start]));
    let giver = |from: usize| subjects.iter().find(|(mention, _)| mention.start >= from);
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
    let subject =
        between.or(active).or_else(|| giver(front.start + clause)).or_else(|| giver(front.start)).copied();
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

/// Do the words between a sum and "from" or "by" say that the sum comes from there? Not "for people who fled from".
fn is_origin(between: &str) -> bool {
    const GIVEN: &[&str] = &[
        "provided",
        "given",
        "donated",
        "contributed",
        "pledged",
        "committed",
        "paid",
        "funded",
        "financed",
        "granted",
        "announced",
        "made",
        "approved",
        "awarded",
        "allocated",
        "disbursed",
        "offered",
        "lent",
        "loaned",
        "invested",
        "promised",
        "earmarked",
        "mobilized",
        "mobilised",
        "covered",
        "borne",
        "met",
        "raised",
        "sponsored",
        "spent",
        "co-financed",
        "guaranteed",
        "backed",
        "supported",
        "released",
        "set",
        "signed",
    ];
    let words: Vec<&str> = between.split_whitespace().filter(|word| *word != "the").collect();
    match words.split_last() {
        Some((&"by", front)) => {
            front.iter().rev().take(9).any(|word| GIVEN.contains(&word.trim_matches(','))) || front.is_empty()
        }
        Some((_, front)) => {
            front.len() <= 12
                && !front.iter().any(|word| {
                    matches!(
                        *word,
                        "who" | "which" | "that" | "forced" | "fled" | "flee" | "protect" | "suffering"
                    )
                })
        }
        None => false,
    }
}

/// Does a preposition lead a name in, so that it is no subject: "In Angola,", "to support Chad,"?
fn is_led_in(lead: &str) -> bool {
    const LEADS: &[&str] = &[
        "in",
        "for",
        "with",
        "to",
        "across",
        "at",
        "near",
        "through",
        "via",
        "on",
        "under",
        "against",
        "between",
        "within",
        "throughout",
        "alongside",
        "after",
        "during",
        "into",
        "toward",
        "towards",
        "among",
        "around",
        "outside",
        "inside",
        "support",
        "supporting",
        "help",
        "helping",
        "assist",
        "assisting",
        "strengthen",
        "protect",
        "promote",
    ];
    let lead = lead.trim_end_matches(is_space);
    let lead = ["the", "its", "their", "our"]
        .iter()
        .find_map(|word| lead.strip_suffix(word).filter(|rest| rest.is_empty() || rest.ends_with(is_space)))
        .unwrap_or(lead)
        .trim_end_matches(is_space);
    let last = lead.rsplit(is_space).next().unwrap_or_default().to_lowercase();
    // "Working with Kenya", "In partnership with the bank"; "of" alone may be of a government.
    LEADS.contains(&last.as_str())
}

/// Do the words behind a name begin with a verb of giving, perhaps behind an aside: ", through its fund, will provide"?
fn gives(rest: &str) -> bool {
    const VERBS: &[&str] = &[
        "provid",
        "contribut",
        "giv",
        "gave",
        "pledg",
        "commit",
        "announc",
        "disburs",
        "donat",
        "allocat",
        "approv",
        "award",
        "grant",
        "lend",
        "lent",
        "fund",
        "financ",
        "invest",
        "offer",
        "pay",
        "paid",
        "channel",
        "earmark",
        "dedicat",
        "spen",
        "make",
        "made",
        "making",
        "set",
        "sign",
        "launch",
        "releas",
        "deliver",
        "mobiliz",
        "mobilis",
        "extend",
        "transfer",
        "work",
        "unveil",
        "agree",
        "promis",
        "support",
        "increas",
        "reach",
        "back",
        "put",
        "add",
    ];
    const PASSED: &[&str] = &[
        "has",
        "have",
        "had",
        "will",
        "would",
        "shall",
        "is",
        "are",
        "was",
        "were",
        "also",
        "now",
        "today",
        "be",
        "been",
        "to",
        "intends",
        "plans",
        "already",
        "recently",
        "alone",
        "further",
        "then",
        "can",
        "may",
        "and",
        "continue",
        "continues",
        "continued",
        "jointly",
        "itself",
        "each",
        "both",
        "going",
    ];
    let rest = rest.trim_start_matches(is_space);
    // An aside of a few words between commas.
    let rest = rest.strip_prefix(", ").map_or(rest, |aside| {
        let end = aside.find(", ").filter(|end| *end < 80 && !aside.starts_with(char::is_uppercase));
        end.map_or("", |end| &aside[end + 2..])
    });
    let rest = rest.strip_prefix('(').and_then(|aside| aside.split_once(')')).map_or(rest, |(_, rest)| rest);
    rest.split_whitespace()
        .take(6)
        .find(|word| !PASSED.contains(word))
        .is_some_and(|word| VERBS.iter().any(|stem| word.starts_with(stem)))
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
