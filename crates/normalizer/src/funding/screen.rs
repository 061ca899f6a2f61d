//! Sums that are no funding line of their own: the same in another currency, what was given before, a threshold in a
//! rule, a sum inside another one's purpose, one that is told again.

use std::collections::{BTreeMap, BTreeSet};

use rapporteur_model::{Amount, AmountKind, Document, Location, PassageRole, TextRange};
use rust_decimal::Decimal;

use super::{Form, Line};

/// Is it the sum in front in another currency: `DKK 30 million (about $5 million)`?
pub(super) fn is_conversion(document: &Document, index: usize) -> bool {
    let amount = &document.amounts[index];
    let Some(last) = index.checked_sub(1).map(|last| &document.amounts[last]) else { return false };
    if last.at.passage != amount.at.passage
        || last.kind != AmountKind::Money
        || last.currency == amount.currency
    {
        return false;
    }
    let text = document.passage(amount.at.passage).text();
    let between = text.get(last.at.range.end..amount.at.range.start).unwrap_or_default().trim_start();
    let open = between.strip_prefix(['(', '[']).or_else(|| between.strip_prefix(", or "));
    open.is_some_and(|words| words.len() < 24 && !words.contains([')', ',', ';']))
}

/// Does it stand in a run of sums without words between them? Nothing tells there what any of them is for.
pub(super) fn is_listed(document: &Document, index: usize) -> bool {
    const RUN: usize = 32;
    const WORDS: usize = 400;
    let Some(first) = index.checked_sub(RUN).map(|first| &document.amounts[first]) else { return false };
    let at = document.amounts[index].at;
    first.at.passage == at.passage && at.range.start - first.at.range.start < WORDS
}

/// Is it what was given before: the first of "raised its share from $2 million to $3 million"?
pub(super) fn is_former(document: &Document, index: usize) -> bool {
    let (amount, Some(next)) = (&document.amounts[index], document.amounts.get(index + 1)) else {
        return false;
    };
    let text = document.passage(amount.at.passage).text();
    let joint = text.get(amount.at.range.end..next.at.range.start).unwrap_or_default().trim();
    next.at.passage == amount.at.passage
        && joint == "to"
        && text[..amount.at.range.start].trim_end().ends_with(" from")
}

/// "A gift of over $5,000 shall be made known": a threshold in a rule, for no one's money.
pub(super) fn is_rule(document: &Document, index: usize, sentence: &str) -> bool {
    let bound = document.amounts[index].qualifier.is_some();
    let any = ["A ", "An ", "Any ", "Every ", "Each ", "No "]
        .iter()
        .any(|word| sentence.trim_start_matches(|c: char| !c.is_alphabetic()).starts_with(word));
    let rule = [" shall ", " must ", " may "].iter().any(|verb| sentence.contains(verb));
    bound && any && rule
}

/// Does a sum only describe the one in front: `$5 million for the first close of a $20 million fund`?
pub(super) fn is_nested(document: &Document, last: &Line, at: Location, sentence: TextRange) -> bool {
    let before = document.amounts[last.amount].at;
    let own =
        before.passage == at.passage && sentence.covers(before.range) && before.range.end <= at.range.start;
    if !own || last.form == Form::Heading {
        return false;
    }
    let text = document.passage(at.passage).text();
    let between = text[before.range.end..at.range.start].to_lowercase();
    // A verb, a conjunction, a new clause: a sum of its own.
    let apart =
        [" and ", ",", ";", "—", "–", "(", " plus ", "includ", "of which", " with ", ":", " as well", " to "]
            .iter()
            .any(|joint| between.contains(joint));
    !apart || between.contains(" as part of the ")
}

/// Most lines of one sum that are looked back at.
const LOOK_BACK: usize = 64;

/// The sums that have been told, so that each new one is only compared with its like.
pub(super) struct Told {
    /// Indexes of the lines of each sum.
    lines: BTreeMap<Sum, Vec<usize>>,
    /// Sums in headings: the document's main ones.
    headlines: BTreeSet<(Decimal, Option<String>)>,
}

/// A sum: its figures and currency.
type Sum = (Decimal, Option<Decimal>, Option<String>);

impl Told {
    /// Nothing told yet, of a document.
    pub(super) fn new(document: &Document) -> Self {
        let heading = |amount: &&Amount| document.passage(amount.at.passage).role == PassageRole::Heading;
        let headlines =
            document.amounts.iter().filter(heading).map(|main| (main.value, main.currency.clone())).collect();
        Self { lines: BTreeMap::new(), headlines }
    }

    /// Notes a line as told.
    pub(super) fn tell(&mut self, document: &Document, index: usize, line: &Line) {
        self.lines.entry(sum(&document.amounts[line.amount])).or_default().push(index);
    }
}

fn sum(amount: &Amount) -> Sum {
    (amount.value, amount.value_max, amount.currency.clone())
}

/// Was the same sum told before? A lead and its paragraph, "the $14 million", a sum twice in one sentence.
pub(super) fn is_told_again(document: &Document, told: &Told, lines: &[Line], line: &Line) -> bool {
    let amount = &document.amounts[line.amount];
    let text = document.passage(amount.at.passage).text();
    let before = text[..amount.at.range.start].trim_end();
    let pointed = ["the", "this", "these", "that", "said", "same", "The", "This"].iter().any(|word| {
        before.ends_with(word) && !before[..before.len() - word.len()].ends_with(char::is_alphanumeric)
    });
    // "Chad's $5 million will be spent as follows": the giver's own sum, known by now.
    let owned = before.ends_with("’s") || before.ends_with("'s");
    let spent = [
        "will be spent",
        "is made up",
        "are made up",
        "will be used",
        "is spent",
        "comprises",
        "consists of",
        "is divided",
    ]
    .iter()
    .any(|verb| text[amount.at.range.end..].trim_start().starts_with(verb));
    let pointed = pointed || (owned && spent);
    // The sum of a headline is the document's main one: the text tells it once or more.
    let headline = told.headlines.contains(&(amount.value, amount.currency.clone()));
    let earlier = told.lines.get(&sum(amount)).map_or(&[][..], Vec::as_slice);
    earlier.iter().rev().take(LOOK_BACK).map(|index| &lines[*index]).any(|old| {
        if old.form != Form::Sentence || line.form != Form::Sentence {
            return false;
        }
        let title = |line: &Line| line.title.as_deref().unwrap_or_default().to_lowercase();
        let (one, two) = (title(old), title(line));
        let alike = !one.is_empty() && (one.starts_with(&two) || two.starts_with(&one));
        let other = &document.amounts[old.amount];
        pointed || alike || headline || other.at.passage == amount.at.passage && old.at == line.at
    })
}
