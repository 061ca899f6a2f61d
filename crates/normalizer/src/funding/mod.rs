//! Funding lines: money that someone gives for a project or purpose.
//!
//! ```abnf
//! heading  = title (dash / ":" / "(") money [")"]              ; Fisheries patrols – $2.6 million
//! entry    = money ("for" / "to" / …) purpose                  ; $5 million to restore wetlands
//! sentence = … cue … money … [purpose] …                       ; announced $14 million to help …
//! ```
//!
//! A cue is a word of giving ("announced", "grant", "assistance", …); money of trade, prices and losses is no
//! funding. One record an amount. Parts of a total are linked to it, and a total whose parts do not add up
//! raises `parts-do-not-sum`. Not here: what the money is (`finder::money`).

mod purpose;
mod sentence;
mod total;

use std::collections::BTreeSet;

use rapporteur_model::{
    AmountKind, Document, EntityId, EntityKind, Funding, FundingId, FundingPlace, Location, PassageRole,
    TextRange,
};

use crate::{Context, Lexicon};

/// How a funding line is printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Form {
    /// A title with its money.
    Heading,
    /// A line that begins with the money.
    Entry,
    /// A sentence of giving.
    Sentence,
}

/// A funding line before it is linked.
struct Line {
    /// Index of the amount.
    amount: usize,
    form: Form,
    title: Option<String>,
    at: Location,
    donor: Option<EntityId>,
    recipient: Option<EntityId>,
}

/// Finds the funding lines of a document, links parts to totals and checks their sums.
pub fn find(document: &mut Document, _lexicon: &Lexicon, _context: &Context) {
    let mut lines: Vec<Line> = Vec::new();
    for index in 0..document.amounts.len() {
        if document.amounts[index].kind == AmountKind::Money {
            lines.extend(line(document, index));
        }
    }
    let parents = total::parents(document, &lines);
    let donors: Vec<Option<EntityId>> = lines
        .iter()
        .zip(&parents)
        .map(|(line, parent)| {
            line.donor.clone().or_else(|| parent.and_then(|parent| lines[parent].donor.clone()))
        })
        .collect();
    total::check_sums(document, &lines, &parents);
    let totals: BTreeSet<usize> = parents.iter().copied().flatten().collect();
    for (index, (line, donor)) in lines.into_iter().zip(donors).enumerate() {
        let is_total = totals.contains(&index);
        let role = match (is_total, parents[index]) {
            (true, _) => "total",
            (false, Some(_)) => "part",
            (false, None) => "funding",
        };
        document.amounts[line.amount].role = Some(role.to_owned());
        let passage = document.passage(line.at.passage);
        let place = passage.item.map_or(FundingPlace::Section(passage.section), FundingPlace::Item);
        document.funding.push(Funding {
            id: FundingId(index + 1),
            title: line.title,
            amount: document.amounts[line.amount].id,
            donor: donor.or_else(|| default_donor(document)),
            recipient: line.recipient,
            status: None,
            place,
            at: line.at,
            part_of: parents[index].map(|parent| FundingId(parent + 1)),
        });
    }
}

/// The funding line of an amount, where there is one.
fn line(document: &Document, index: usize) -> Option<Line> {
    let at = document.amounts[index].at;
    let passage = document.passage(at.passage);
    let text = passage.text();
    let whole = Location { passage: at.passage, range: passage.range() };
    let short = text.len() < 200 && passage.role != PassageRole::Cell;
    if short && let Some(title) = purpose::title_in_front(text, at.range) {
        let cued =
            passage.role == PassageRole::Heading || sentence::has_cue(text) || !sentence::is_sentence(text);
        if cued && !sentence::is_trade(text) {
            return Some(Line {
                amount: index,
                form: Form::Heading,
                title: Some(title),
                at: whole,
                donor: None,
                recipient: None,
            });
        }
    }
    let range = sentence::around(text, at.range.start);
    let words = &text[range.start..range.end];
    let begins =
        text[range.start..at.range.start].trim().chars().filter(|c| c.is_alphanumeric()).count() < 12;
    let entry = begins
        && matches!(passage.role, PassageRole::Entry | PassageRole::Provision)
        && purpose::behind(text, at.range, range.end).is_some();
    if !entry
        && (!sentence::has_cue_near(text, range, at.range) || sentence::is_trade_near(text, range, at.range))
    {
        return None;
    }
    let title = purpose::behind(text, at.range, range.end)
        .or_else(|| purpose::noun_behind(text, at.range, range.end))
        .or_else(|| purpose::in_front(text, at.range, range.start))
        .or_else(|| heading_of(document, passage.section));
    // A headline that names a sum is told again in the text.
    if !entry && passage.role == PassageRole::Heading {
        return None;
    }
    let form = if entry { Form::Entry } else { Form::Sentence };
    Some(Line {
        amount: index,
        form,
        title,
        at: Location { passage: at.passage, range },
        donor: donor(document, at, range, words),
        recipient: recipient(document, at, range),
    })
}

fn heading_of(document: &Document, section: usize) -> Option<String> {
    let heading = document.sections.get(section)?.heading.as_ref()?;
    // The document's own title says what it is about, not what this money is for.
    if document.title == Some(heading.passage) {
        return None;
    }
    Some(document.passage(heading.passage).text().to_owned())
}

/// The entities that stand in a range of a passage, in order, with where.
fn mentioned(
    document: &Document,
    at: Location,
    range: TextRange,
) -> Vec<(TextRange, &rapporteur_model::Entity)> {
    let mut found: Vec<_> = document
        .entities
        .iter()
        .flat_map(|entity| entity.mentions.iter().map(move |mention| (mention.at, entity)))
        .filter(|(mention, _)| mention.passage == at.passage && range.covers(mention.range))
        .map(|(mention, entity)| (mention.range, entity))
        .collect();
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// Who gives: the first country or body in front of the money that is its subject; a person speaks for the
/// issuer.
fn donor(document: &Document, at: Location, range: TextRange, _words: &str) -> Option<EntityId> {
    let front =
        TextRange::new(range.start, document.amounts.iter().find(|amount| amount.at == at)?.at.range.start);
    mentioned(document, at, front)
        .into_iter()
        .map(|(_, entity)| entity)
        .find(|entity| {
            matches!(entity.kind, EntityKind::Country | EntityKind::Organization | EntityKind::Group)
        })
        .map(|entity| entity.id.clone())
}

/// Who receives: a body, country or region right behind "to", "with" or "for".
fn recipient(document: &Document, at: Location, range: TextRange) -> Option<EntityId> {
    let text = document.passage(at.passage).text();
    let behind = TextRange::new(at.range.end, range.end);
    mentioned(document, at, behind)
        .into_iter()
        .find(|(mention, entity)| {
            let lead = text[at.range.end..mention.start].trim_end().trim_end_matches(" the");
            let to = [" to", " with", " through", " for"].iter().any(|word| lead.ends_with(word));
            let kinds =
                [EntityKind::Country, EntityKind::Organization, EntityKind::Region, EntityKind::Group];
            to && lead.len() < 120 && kinds.contains(&entity.kind)
        })
        .map(|(_, entity)| entity.id.clone())
}

/// The issuer, or the country of which there is most talk, gives what is announced without a giver.
fn default_donor(document: &Document) -> Option<EntityId> {
    document.issuer.clone()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        finder::{date, money, quantity},
        sample,
    };

    fn read(text: &str) -> (Vec<String>, Vec<String>) {
        let mut document = sample::document(text);
        let (lexicon, context) = (Lexicon::embedded(), Context::default());
        date::find(&mut document, &lexicon, &context);
        money::find(&mut document, &lexicon, &context);
        quantity::find(&mut document, &lexicon, &context);
        money::resolve_currency(&mut document, &lexicon, &context);
        find(&mut document, &lexicon, &context);
        let lines = document
            .funding
            .iter()
            .map(|line| {
                let amount = &document.amounts[line.amount.0 - 1];
                let part = line.part_of.map_or(String::new(), |id| format!(" of {id}"));
                format!("{} = {}{part}", line.title.as_deref().unwrap_or("-"), amount.value)
            })
            .collect();
        let findings = document
            .diagnostics
            .iter()
            .map(|found| format!("{}: {}", found.severity, found.message))
            .collect();
        (lines, findings)
    }

    #[test]
    fn sentences_of_giving() {
        for (text, line) in [
            (
                "The minister announced $14 million to help repair the dykes.",
                "help repair the dykes = 14000000",
            ),
            (
                "Since 2001, Norway has provided $3.1 billion in food aid to the delta states.",
                "food aid to the delta states = 3100000000",
            ),
            (
                "Chad set up a $2 million grant with the port office to train its pilots.",
                "train its pilots = 2000000",
            ),
            (
                "The bank approved a loan of €40 million for the northern railway.",
                "the northern railway = 40000000",
            ),
        ] {
            assert_eq!(read(text).0, [line], "{text}");
        }
    }

    #[test]
    fn money_of_trade_and_prices_is_no_funding() {
        for text in [
            "Trade between the two reached $14 billion in 2019.",
            "The storm caused losses of $3 million.",
            "A ticket costs $20.",
            "Exports worth $5 million were announced.",
        ] {
            assert!(read(text).0.is_empty(), "{text}");
        }
    }

    #[test]
    fn parts_under_headings_belong_to_the_announced_total() {
        let text = "# Backgrounder\n\nThe minister announced funding of $9 million to protect the coast.\n\n\
                    # Fisheries patrols – $2.5 million\n\nBoats.\n\n# Dykes: $4 million\n\nStone.\n\n# Birds ($2 million)\n\nNests.";
        let (lines, findings) = read(text);
        assert_eq!(
            lines,
            [
                "protect the coast = 9000000",
                "Fisheries patrols = 2500000 of f1",
                "Dykes = 4000000 of f1",
                "Birds = 2000000 of f1"
            ]
        );
        assert_eq!(findings, ["warning: the listed parts come to 8500000, the total is 9000000"]);
    }
}
