//! Findings about brackets, and the links that need all layers.
//!
//! A bracket is unbalanced when its partner stands neither in its passage nor, for what spans several passages, in
//! one of those that follow. Letters of a list (`a)`) and emoticons are no brackets.
//! Not here: findings of the parser (numbering, lists, repairs), and of quotation marks (the quotation finder's).

use std::collections::{BTreeMap, VecDeque};

use rapporteur_model::{Code, Diagnostic, Document, PassageId, Severity, Span, TextRange};

use crate::{Context, Lexicon, finder::acronym};

/// How far, in passages, the partner of a bracket may stand.
const REACH: usize = 4;

/// Adds the findings, and links acronyms to their entities.
pub fn find(document: &mut Document, lexicon: &Lexicon, _context: &Context) {
    acronym::link(document);
    let found: Vec<Diagnostic> =
        brackets(document).into_iter().chain(acronym::audit(document, lexicon)).collect();
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
    // A bracket around several paragraphs closes in a later one of the same section. The open ones wait in order, by
    // sign, so that each is looked at once.
    let mut paired = vec![false; lone.len()];
    let mut waiting: BTreeMap<char, VecDeque<usize>> = BTreeMap::new();
    for (index, bracket) in lone.iter().enumerate() {
        if bracket.opens {
            waiting.entry(partner_of(bracket.mark)).or_default().push_back(index);
            continue;
        }
        let Some(opened) = waiting.get_mut(&bracket.mark) else { continue };
        let section = |passage: usize| document.passages[passage].section;
        while let Some(first) = opened.front().copied() {
            let open = lone[first];
            if bracket.passage - open.passage <= REACH && section(open.passage) == section(bracket.passage) {
                if open.passage < bracket.passage {
                    paired[first] = true;
                    paired[index] = true;
                    opened.pop_front();
                }
                break;
            }
            opened.pop_front();
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
    let mut lone = Vec::new();
    let mut counts: BTreeMap<char, usize> = BTreeMap::new();
    for (at, mark) in text.match_indices(['(', ')', '[', ']', '{', '}']) {
        let mark = mark.chars().next().unwrap_or('(');
        if is_emoticon(text, at) {
            continue;
        }
        if matches!(mark, '(' | '[' | '{') {
            *counts.entry(partner_of(mark)).or_default() += 1;
            open.push((at, mark));
        } else if let Some(depth) = innermost(&open, mark, &counts) {
            for (_, mark) in &open[depth..] {
                *counts.entry(partner_of(*mark)).or_default() -= 1;
            }
            lone.extend(open.split_off(depth).into_iter().skip(1).map(|(at, mark)| (at, mark, true)));
        } else if !is_list_letter(text, at) {
            lone.push((at, mark, false));
        }
    }
    lone.extend(open.into_iter().map(|(at, mark)| (at, mark, true)));
    lone.sort_unstable_by_key(|(at, ..)| *at);
    lone
}

/// The innermost open bracket that a sign closes; the count tells at once where there is none.
fn innermost(open: &[(usize, char)], mark: char, counts: &BTreeMap<char, usize>) -> Option<usize> {
    if counts.get(&mark).is_none_or(|count| *count == 0) {
        return None;
    }
    open.iter().rposition(|(_, opened)| partner_of(*opened) == mark)
}

/// `a)`, `iv)`, `12)` in front of an entry.
fn is_list_letter(text: &str, close: usize) -> bool {
    // Eight bytes hold any of them; looking further back would cost the square of a run of brackets.
    let from = (close.saturating_sub(8)..=close).find(|at| text.is_char_boundary(*at)).unwrap_or(close);
    let word = text[from..close]
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '/'))
        .next()
        .unwrap_or_default();
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

    #[test]
    fn deep_brackets_take_linear_time() {
        let text = "([".repeat(40_000) + &")".repeat(60_000) + "\n\n" + &"]}".repeat(20_000);
        assert!(read(&text).len() > 40_000);
    }
}
