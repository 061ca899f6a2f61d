//! Findings about brackets and quotation marks, and the links that need all layers.
//!
//! A bracket or quotation mark is unbalanced when its partner stands neither in its passage nor, for what spans
//! several passages, in one of those that follow. Letters of a list (`a)`), emoticons and inch marks are no
//! brackets or quotation marks; a quotation over several paragraphs opens each of them anew and closes once.
//! Not here: findings of the parser (numbering, lists, repairs).

use std::collections::{BTreeMap, VecDeque};

use rapporteur_model::{Code, Diagnostic, Document, PassageId, Severity, Span, TextRange};

use crate::{Context, Lexicon, finder::acronym};

/// How far, in passages, the partner of a bracket may stand.
const REACH: usize = 4;

/// Adds the findings, and links acronyms to their entities.
pub fn find(document: &mut Document, lexicon: &Lexicon, _context: &Context) {
    acronym::link(document);
    let mut found = brackets(document);
    found.extend(quotation_marks(document));
    found.extend(acronym::audit(document, lexicon));
    let told = |new: &Diagnostic| {
        document.diagnostics.iter().any(|old| old.code == new.code && old.span == new.span)
    };
    found.retain(|new| !told(new));
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

/// Quotation marks that open and are never closed.
fn quotation_marks(document: &Document) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (open, close) in [('“', '”'), ('«', '»')] {
        found.extend(unclosed(document, open, close));
    }
    found.extend(straight(document));
    found
}

fn report(document: &Document, passage: usize, at: usize, mark: char) -> Diagnostic {
    let span = char_span(document, passage, at, mark);
    Diagnostic::new(
        Code::UnclosedQuote,
        Severity::Warning,
        span,
        "the quotation mark opens and is never closed",
    )
}

/// Paired marks: an open quotation goes on into the next passage only where that opens anew.
fn unclosed(document: &Document, open: char, close: char) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut pending: Option<(usize, usize)> = None;
    for (passage, text) in document.passages.iter().map(rapporteur_model::Passage::text).enumerate() {
        // „German“ and ”Swedish” marks close with other signs.
        if text.contains('„') {
            pending = None;
            continue;
        }
        let goes_on = text.trim_start().starts_with(open);
        if let Some((from, at)) = pending
            && !goes_on
        {
            // The closing mark may still stand in this passage: one quotation that a layout cut in two.
            let closes_first =
                text.find(close).is_some_and(|end| text.find(open).is_none_or(|start| end < start));
            if !closes_first || from + 1 != passage {
                found.push(report(document, from, at, open));
                pending = None;
            }
        }
        for (at, mark) in text.char_indices().filter(|(_, c)| *c == open || *c == close) {
            match (mark == open, pending) {
                (true, Some((from, before))) if from == passage => {
                    found.push(report(document, from, before, open));
                    pending = Some((passage, at));
                }
                (true, _) => pending = Some((passage, at)),
                (false, _) => pending = None,
            }
        }
    }
    found.extend(pending.map(|(passage, at)| report(document, passage, at, open)));
    found
}

/// Straight marks: an odd number in a passage whose neighbour does not open anew.
fn straight(document: &Document) -> Vec<Diagnostic> {
    let texts: Vec<&str> = document.passages.iter().map(rapporteur_model::Passage::text).collect();
    let marks = |text: &str| -> Vec<usize> {
        // `12"` is inches.
        let inches = |at: usize| text[..at].ends_with(|c: char| c.is_ascii_digit());
        let opens = |at: usize| text[at + 1..].starts_with(char::is_alphanumeric);
        text.match_indices('"').map(|(at, _)| at).filter(|at| !inches(*at) || opens(*at)).collect()
    };
    let odd = |passage: usize| {
        texts
            .get(passage)
            .is_some_and(|text| marks(text).len() % 2 == 1 && !text.matches('"').count().is_multiple_of(2))
    };
    let mut found = Vec::new();
    let mut carried = false;
    for (passage, text) in texts.iter().enumerate() {
        if !odd(passage) {
            carried = carried && text.trim_start().starts_with('"');
            continue;
        }
        let next = texts
            .get(passage + 1)
            .is_some_and(|next| next.trim_start().starts_with('"') || (odd(passage + 1) && !carried));
        if carried && !next {
            carried = false;
            continue;
        }
        if next {
            carried = true;
            continue;
        }
        found.extend(marks(text).last().map(|at| report(document, passage, *at, '"')));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn read(text: &str) -> Vec<String> {
        let document = sample::document(text);
        let mut found = brackets(&document);
        found.extend(quotation_marks(&document));
        found
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

    #[test]
    fn a_quotation_mark_without_partner_is_found() {
        assert_eq!(read("He said “we go. Then he left."), ["unclosed-quote “we go. Then he left."]);
        assert_eq!(read("He said \"we go. Then he left."), ["unclosed-quote \"we go. Then he left."]);
        for text in [
            "He said “we go,” and left.",
            "“First we eat.\n\n“Then we go,” he said.",
            "It’s the ministers’ view.",
            "a 12\" pipe and a \"good\" one",
        ] {
            assert!(read(text).is_empty(), "{text}");
        }
    }
}
