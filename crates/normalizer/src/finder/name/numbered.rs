//! Papers with a number or a quoted title: `Security Council resolution 1325 (2000)`, `Decision entitled “Safer Seas”`.
//!
//! ```text
//! numbered = [ body ] paper number *( ( "," / "and" ) number )   ; resolution, decision …; year in brackets outside
//! titled   = paper ( "on" / "entitled" / "titled" / "called" / "," ) quote title quote       ; the title is the name
//! ```

use rapporteur_model::{EntityId, EntityKind, MentionBy, TextRange};

use crate::lexicon::vocabulary::Marks;

use super::{
    Candidate, Strength,
    reading::{Page, Reading},
    token::Shape,
};

/// Numbered and quoted papers.
pub fn propose(reading: &Reading<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for page in &reading.pages {
        for token in 0..page.tokens.len() {
            if let Some((paper, last)) = numbered(page, token) {
                found.extend(listed(page, token, last));
                found.push(paper);
            }
            found.extend(titled(reading, page, token));
        }
    }
    found
}

/// Papers that have numbers, in any case.
pub const PAPERS: &[&str] = &["resolution", "resolutions", "decision", "directive", "regulation"];

/// Words that have other meanings: a capital and a word of the same name in front make them a paper.
const OTHERS: [&str; 6] = ["Order", "Law", "Convention", "Proclamation", "Circular", "Notification"];

/// The same in small letters.
pub const OTHERS_FOLDED: &[&str] =
    &["order", "law", "convention", "proclamation", "circular", "notification"];

/// A paper with its number, and the number's token.
fn numbered(page: &Page<'_>, word: usize) -> Option<(Candidate, usize)> {
    if !page.tokens[word].marks.has(Marks::NUMBERED) {
        return None;
    }
    let paper = page.tokens[word].text.to_lowercase();
    let plain = PAPERS.contains(&paper.as_str());
    if !plain && !OTHERS.contains(&page.tokens[word].text) {
        return None;
    }
    let mut last = word + 1;
    if page.tokens.get(last).is_some_and(|token| matches!(token.text, "No" | "no" | "No.")) {
        last += 1 + usize::from(page.tokens.get(last + 1).is_some_and(|token| token.text == "."));
    }
    let number = page.tokens.get(last)?;
    let digits = number.text.bytes().filter(u8::is_ascii_digit).count();
    let figure = number.text.chars().all(|c| c.is_alphanumeric() || matches!(c, '/' | '-'));
    if number.shape != Shape::Number || digits == 0 || !figure || !(number.spaced || last > word + 1) {
        return None;
    }
    let start = body(page, word);
    if start == word && (digits < 3 || !plain) {
        return None;
    }
    let range = page.range(start, last);
    let mut candidate = Candidate::new(page.at(range), EntityKind::Instrument, page.slice(range));
    candidate.key = Some(key(&paper, number.text));
    candidate.strength = Strength::Known;
    Some((candidate, last))
}

/// One key a paper, in the singular.
fn key(paper: &str, number: &str) -> EntityId {
    EntityId(format!(
        "instrument:{}-{}",
        paper.to_lowercase().trim_end_matches('s'),
        number.replace('/', "-")
    ))
}

/// The further numbers of `resolutions 1325 (2000), 1820 (2008) and 1889 (2009)`, each a paper of its own.
fn listed(page: &Page<'_>, word: usize, first: usize) -> Vec<Candidate> {
    let mut found = Vec::new();
    let text = |token: usize| page.tokens.get(token).map_or("", |token| token.text);
    if !text(word).ends_with('s') {
        return found;
    }
    let mut last = first;
    loop {
        let year = text(last + 1) == "(" && text(last + 3) == ")";
        let mut next = last + 1 + if year { 3 } else { 0 };
        let comma = text(next) == ",";
        next += usize::from(comma);
        let and = matches!(text(next), "and" | "or");
        next += usize::from(and);
        let number = text(next);
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        let figure = number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'/');
        if !(comma || and) || digits < 3 || !figure {
            return found;
        }
        let name = format!("{} {number}", text(word).trim_end_matches('s'));
        let mut candidate = Candidate::new(page.at(page.range(next, next)), EntityKind::Instrument, name);
        candidate.key = Some(key(text(word), number));
        candidate.by = MentionBy::Alias;
        candidate.strength = Strength::Known;
        found.push(candidate);
        last = next;
    }
}

/// The first token of the body in front of `resolution`: known names and capitalised words.
fn body(page: &Page<'_>, word: usize) -> usize {
    let mut start = word;
    while let Some(before) = start.checked_sub(1) {
        let token = &page.tokens[before];
        let begins = before.checked_sub(1).is_none_or(|left| !page.tokens[left].capital());
        let hit = page.hit_over(token.range).is_some_and(|hit| hit.range.covers(token.range));
        let order = token.first || begins && token.orders();
        if !(hit || token.capital() && !order) || !page.tokens[start].spaced {
            break;
        }
        start = before;
    }
    start
}

fn titled(reading: &Reading<'_>, page: &Page<'_>, open: usize) -> Option<Candidate> {
    let opening = page.tokens[open].text;
    let closing = match opening {
        "“" => "”",
        "\"" => "\"",
        _ => return None,
    };
    let close =
        (open + 1..page.tokens.len().min(open + 60)).find(|&token| page.tokens[token].text == closing)?;
    let before = open.checked_sub(1)?;
    let lead = usize::from(matches!(
        page.tokens[before].text,
        "on" | "entitled" | "titled" | "called" | "named" | ","
    ));
    let head = open.checked_sub(1 + lead)?;
    let paper = reading.names.heads.get(page.tokens[head].text).map(|head| head.kind);
    let mut last = close - 1;
    while last > open && matches!(page.tokens[last].text, "." | ",") {
        last -= 1;
    }
    let words = &page.tokens[open + 1..=last];
    let capitals = words.iter().filter(|token| token.capital()).count();
    let cased = words.iter().all(|token| token.shape != Shape::Lower || token.text.len() <= 7);
    let named = lead > 0 && !matches!(page.tokens[before].text, "on" | ",");
    let fits = matches!(paper, Some(EntityKind::Instrument))
        && words.len() >= if named { 2 } else { 4 }
        && capitals * 2 >= words.len()
        && cased;
    if !fits {
        return None;
    }
    let range = TextRange::new(words.first()?.range.start, words.last()?.range.end);
    let mut candidate = Candidate::new(page.at(range), EntityKind::Instrument, page.slice(range));
    candidate.strength = Strength::Known;
    Some(candidate)
}
