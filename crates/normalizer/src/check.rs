//! Findings about brackets, and the links that need all layers: `Council of Islands CI)` has one bracket too many.
//!
//! A bracket is unbalanced when its partner stands neither in its passage nor, for what spans several passages, in one
//! of those that follow. Letters of a list (`a)`) and emoticons are no brackets.
//!
//! Not here: quotation marks that are never closed, which the quotation finder tells, and findings of the parser
//! (numbering, lists, repairs).

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use rapporteur_model::{Code, Diagnostic, Document, PassageId, Severity, Span, TextRange};

use crate::{Context, Lexicon, finder::acronym};

/// How far, in passages, the partner of a bracket may stand.
const REACH: usize = 4;

/// Adds the findings, and links acronyms to their entities.
pub fn find(document: &mut Document, _lexicon: &Lexicon, _context: &Context) {
    acronym::link(document);
    let told: BTreeSet<(Code, Option<Span>)> =
        document.diagnostics.iter().map(|found| (found.code, found.span)).collect();
    let mut found = brackets(document);
    found.retain(|new| !told.contains(&(new.code, new.span)));
    document.diagnostics.extend(found);
}

/// A bracket without partner.
#[derive(Clone, Copy)]
struct Lone {
    passage: usize,
    at: usize,
    mark: char,
    opens: bool,
}

fn brackets(document: &Document) -> Vec<Diagnostic> {
    let mut lone: Vec<Lone> = Vec::new();
    for (passage, text) in document.passages.iter().map(rapporteur_model::Passage::text).enumerate() {
        lone.extend(lone_in(text).into_iter().map(|(at, mark, opens)| Lone { passage, at, mark, opens }));
    }
    // A bracket around several paragraphs closes in a later one of the same section.
    let section = |passage: usize| document.passages[passage].section;
    let mut paired = vec![false; lone.len()];
    let mut closing: BTreeMap<(char, usize), VecDeque<usize>> = BTreeMap::new();
    for (index, close) in lone.iter().enumerate().filter(|(_, lone)| !lone.opens) {
        closing.entry((close.mark, section(close.passage))).or_default().push_back(index);
    }
    for index in 0..lone.len() {
        let open = lone[index];
        let Some(closing) = closing.get_mut(&(partner_of(open.mark), section(open.passage))) else {
            continue;
        };
        if !open.opens {
            continue;
        }
        // What closes in this passage or before it closes nothing that opens from here on.
        while closing.front().is_some_and(|close| lone[*close].passage <= open.passage) {
            closing.pop_front();
        }
        if let Some(partner) = closing.pop_front_if(|close| lone[*close].passage - open.passage <= REACH) {
            paired[index] = true;
            paired[partner] = true;
        }
    }
    let report = |lone: &Lone| {
        let how = if lone.opens { "opens and is never closed" } else { "closes and was never opened" };
        let span = char_span(document, lone.passage, lone.at, lone.mark);
        let found = Diagnostic::new(
            Code::UnbalancedBracket,
            Severity::Warning,
            span,
            format!("the bracket “{}” {how}", lone.mark),
        );
        match document.passages[lone.passage].item {
            Some(item) => found.about(document.items[item].reference.clone()),
            None => found,
        }
    };
    lone.iter().zip(&paired).filter(|(_, paired)| !**paired).map(|(lone, _)| report(lone)).collect()
}

const fn partner_of(open: char) -> char {
    match open {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}

fn char_span(document: &Document, passage: usize, at: usize, mark: char) -> Span {
    let range = TextRange::new(at, at + mark.len_utf8());
    document.passage(PassageId(passage)).span(range)
}

/// The brackets of a text without a partner in it: where, which, and whether it opens.
fn lone_in(text: &str) -> Vec<(usize, char, bool)> {
    let mut open: Vec<(usize, char)> = Vec::new();
    // How many of each kind are open, so that a closing one without partner looks through none of them.
    let mut waiting: BTreeMap<char, usize> = BTreeMap::new();
    let mut lone = Vec::new();
    for (at, mark) in text.match_indices(['(', ')', '[', ']', '{', '}']) {
        let mark = mark.chars().next().unwrap_or('(');
        if is_emoticon(text, at) {
            continue;
        }
        if matches!(mark, '(' | '[' | '{') {
            open.push((at, mark));
            *waiting.entry(partner_of(mark)).or_default() += 1;
        } else if waiting.get(&mark).is_some_and(|count| *count > 0) {
            while let Some((at, opened)) = open.pop() {
                waiting.entry(partner_of(opened)).and_modify(|count| *count -= 1);
                if partner_of(opened) == mark {
                    break;
                }
                lone.push((at, opened, true));
            }
        } else if !is_list_letter(text, at) {
            lone.push((at, mark, false));
        }
    }
    lone.extend(open.into_iter().map(|(at, mark)| (at, mark, true)));
    lone.sort_unstable_by_key(|(at, ..)| *at);
    lone
}

/// `a)`, `iv)`, `12)` in front of an entry.
fn is_list_letter(text: &str, close: usize) -> bool {
    // One character more than the longest of them tells a longer word apart.
    let parts = |c: &char| c.is_whitespace() || matches!(c, '(' | '/');
    let length =
        text[..close].chars().rev().take_while(|c| !parts(c)).take(6).map(char::len_utf8).sum::<usize>();
    let word = &text[close - length..close];
    let number = word.len() <= 2 && word.chars().all(|c| c.is_ascii_digit());
    let letter = word.len() == 1 && word.chars().all(|c| c.is_ascii_alphabetic());
    let both = word.len() <= 3
        && word.starts_with(|c: char| c.is_ascii_digit())
        && word.ends_with(|c: char| c.is_ascii_lowercase());
    let roman = word.len() <= 5 && word.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    !word.is_empty()
        && (number || letter || both || roman)
        && (text.len() == close + 1 || text[close + 1..].starts_with(|c: char| c.is_whitespace() || c == ','))
}

fn is_emoticon(text: &str, at: usize) -> bool {
    let before = &text[..at];
    let eyes = before.ends_with([':', ';']) || before.ends_with(":-") || before.ends_with(";-");
    let behind = text[at + 1..].starts_with([':', ';']) && before.ends_with(char::is_whitespace);
    (eyes && text[at..].starts_with(')')) || (behind && text[at..].starts_with('('))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn read(text: &str) -> Vec<String> {
        let document = sample::document(text);
        brackets(&document)
            .iter()
            .map(|found| {
                let span = found.span.unwrap();
                format!("{} {}", found.code, &document.source.text[span.start..])
            })
            .collect()
    }

    #[test]
    fn a_bracket_without_partner_is_found() {
        assert_eq!(
            read("[Improve the ports of the region."),
            ["unbalanced-bracket [Improve the ports of the region."]
        );
        assert_eq!(read("Council of Islands CI)"), ["unbalanced-bracket )"]);
        for text in [
            "(e.g. talks in Oslo and elsewhere.)",
            "a) first, b) second; iv) fourth",
            "A view (of two\n\nparagraphs) here.",
            "fine :) and ;-) too",
            "[For example, they meet (once) a year.]",
        ] {
            assert!(read(text).is_empty(), "{text}");
        }
    }
}
