//! Totals and their parts, and whether they add up.
//!
//! Parts are the titled lines that follow an announced total in its backgrounder, the entries of the list that
//! a total's paragraph introduces, and the amounts behind "including" in its own sentence. A part is smaller
//! than its total and of its currency.

use std::collections::BTreeMap;

use rapporteur_model::{AmountKind, Code, Diagnostic, Document, Severity};
use rust_decimal::Decimal;

use super::{Form, Line};

/// Most lines that are looked back at for a total.
const LOOK_BACK: usize = 256;

/// Longest paragraph, in bytes, that is read as a whole for what it says of a total.
const WORDS: usize = 4000;

/// For each line the index of the total that it is a part of.
pub fn parents(document: &Document, lines: &[Line]) -> Vec<Option<usize>> {
    let mut parents: Vec<Option<usize>> = vec![None; lines.len()];
    let mut total: Option<usize> = None;
    for (index, line) in lines.iter().enumerate() {
        let parent = match line.form {
            Form::Heading | Form::Entry => total.filter(|total| fits(document, &lines[*total], line)),
            Form::Sentence => {
                included_in(document, lines, index).filter(|total| fits(document, &lines[*total], line))
            }
        };
        parents[index] = parent;
        if line.form == Form::Sentence && parent.is_none() && is_announced(document, line) {
            total = if total.is_none_or(|old| introduces(document, line) || !is_main(document, &lines[old])) {
                Some(index)
            } else {
                total
            };
        }
    }
    // A sentence whose sum the listed parts make up exactly is their total, whatever else was announced between.
    for parts in runs(document, lines) {
        let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| {
            sum.checked_add(document.amounts[lines[*part].amount].value)
        });
        let first = parts.first().copied().unwrap_or_default();
        let exact = (first.saturating_sub(LOOK_BACK)..first).rev().find(|index| {
            let amount = &document.amounts[lines[*index].amount];
            lines[*index].form == Form::Sentence
                && Some(amount.value) == sum
                && amount.currency == document.amounts[lines[first].amount].currency
        });
        if let (Some(total), true) = (exact, parts.len() > 1) {
            for part in &parts {
                parents[*part] = Some(total);
            }
        }
    }
    // One entry alone between sentences, in another section than the total, is a line of its own.
    for parts in runs(document, lines) {
        if let [part] = parts.as_slice()
            && lines[*part].form == Form::Entry
            && parents[*part]
                .is_some_and(|total| section(document, &lines[total]) != section(document, &lines[*part]))
        {
            parents[*part] = None;
        }
    }
    // One titled line alone makes no list of parts, unless it stands right behind its total.
    for parts in parts_of(&parents).into_values() {
        if let [part] = parts.as_slice()
            && lines[*part].form != Form::Sentence
        {
            parents[*part] = None;
        }
    }
    parents
}

/// The runs of titled lines and entries that follow one another.
fn runs(document: &Document, lines: &[Line]) -> Vec<Vec<usize>> {
    let mut runs: Vec<Vec<usize>> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        if line.form == Form::Sentence {
            continue;
        }
        let currency = |index: usize| &document.amounts[lines[index].amount].currency;
        match runs.last_mut().and_then(|run| run.last().copied().map(|last| (run, last))) {
            Some((run, last)) if lines[last].form == line.form && currency(last) == currency(index) => {
                run.push(index);
            }
            _ => runs.push(vec![index]),
        }
    }
    runs
}

fn section(document: &Document, line: &Line) -> usize {
    document.passage(line.at.passage).section
}

/// The parts of each total.
fn parts_of(parents: &[Option<usize>]) -> BTreeMap<usize, Vec<usize>> {
    let mut parts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (part, total) in parents.iter().enumerate().filter_map(|(part, total)| Some((part, (*total)?))) {
        parts.entry(total).or_default().push(part);
    }
    parts
}

/// Does the line lead in a list: "The package includes:"?
fn introduces(document: &Document, line: &Line) -> bool {
    let words = document.text(line.at);
    document.passage(line.at.passage).text().trim_end().ends_with(':')
        || ["following", "made up of", "consists of", "comprises"].iter().any(|cue| words.contains(cue))
}

/// Is it the document's main sum, which its headline names or its first words of money tell?
fn is_main(document: &Document, line: &Line) -> bool {
    let amount = &document.amounts[line.amount];
    let first = document.amounts.iter().find(|amount| amount.kind == AmountKind::Money);
    first.is_some_and(|first| first.value == amount.value && first.currency == amount.currency)
}

/// Is it the sort of sum that is then listed in parts: announced, or a total?
fn is_announced(document: &Document, line: &Line) -> bool {
    let words = document.text(line.at).to_lowercase();
    [
        "announc",
        "total",
        "package",
        "in the amount of",
        "following",
        "contribut",
        "commit",
        "includ",
        "pledg",
        "provid",
        "amount",
        "worth",
        "give",
        "set aside",
        "allocat",
        "invest",
        "fund",
        "met by",
        "borne by",
        "shared by",
    ]
    .iter()
    .any(|word| words.contains(word))
}

fn fits(document: &Document, total: &Line, part: &Line) -> bool {
    let (total, part) = (&document.amounts[total.amount], &document.amounts[part.amount]);
    part.value < total.value && part.currency == total.currency
}

/// The total in whose sentence an amount stands behind "including" or "of which".
pub(super) fn included_in(document: &Document, lines: &[Line], index: usize) -> Option<usize> {
    let at = document.amounts[lines[index].amount].at;
    let text = document.passage(at.passage).text();
    // Only the lines of the same sentence, which stand right in front.
    let sentence =
        lines[..index].iter().enumerate().rev().take(8).take_while(|(_, line)| line.at == lines[index].at);
    sentence.into_iter().find_map(|(total, line)| {
        let before = document.amounts[line.amount].at;
        let between = text.get(before.range.end..at.range.start)?.to_lowercase();
        let cue = ["includ", "of which", "comprising", "made up of", "such as"]
            .iter()
            .any(|cue| between.contains(cue));
        // "$9 million, including $2 million for X, of which I spoke, and $5 million": none of the smaller sum.
        (cue && fits(document, line, &lines[index])).then_some(total)
    })
}

/// Raises `parts-do-not-sum` for each total whose listed parts come to another sum.
pub fn check_sums(document: &mut Document, lines: &[Line], parents: &[Option<usize>]) {
    for (total, parts) in parts_of(parents) {
        let line = &lines[total];
        let parts: Vec<Decimal> =
            parts.into_iter().map(|part| document.amounts[lines[part].amount].value).collect();
        let amount = &document.amounts[line.amount];
        let Some(sum) = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(*part)) else {
            continue;
        };
        if parts.len() < 2 || sum == amount.value {
            continue;
        }
        let passage = document.passage(line.at.passage).text();
        let words = if passage.len() < WORDS { passage } else { document.text(line.at) }.to_lowercase();
        let partial = ["some of", "includ", "among", "such as"].iter().any(|word| words.contains(word));
        let severity = if partial { Severity::Info } else { Severity::Warning };
        let message = format!(
            "the listed parts come to {}, the total is {}",
            sum.normalize(),
            amount.value.normalize()
        );
        let (span, id) = (document.span(amount.at), format!("f{}", total + 1));
        document.diagnostics.push(Diagnostic::new(Code::PartsDoNotSum, severity, span, message).about(id));
    }
}
