//! Running heads and feet: lines that come again page by page, by themselves or with the page's number.
//!
//! ```text
//! Joint report of the Lenne Commission 3        the same words, numbers that rise
//! Commission of the Lenne | Page 4 of 12        a page word
//! Commission of the Lenne ⇥ Page 4 of 12        the number at the other end of the line, even once
//! Water law                                     the same words beside a page number or a form feed, again and again
//! 7
//! ```
//! A line that comes again elsewhere ("Next steps" under two chapters) is none, nor are `Chapter 1`, `Chapter 2`.

use std::collections::{BTreeMap, BTreeSet};

use crate::{grammar::shape, lines::Line};

/// Longest line of a page's head or foot, in bytes.
const LONGEST: usize = 100;
/// How often a line without a page word must come again.
const OFTEN: usize = 3;

/// Indices of the lines that are heads or feet of pages.
pub fn running(text: &str, lines: &[Line]) -> BTreeSet<usize> {
    let words = |line: &Line| &text[line.span.start..line.span.end];
    let mut numbered: BTreeMap<&str, Vec<(usize, u32, bool)>> = BTreeMap::new();
    let (mut borders, mut alone) = (Vec::new(), Vec::new());
    for (at, line) in lines.iter().enumerate() {
        let this = words(line);
        let fits = this.len() <= LONGEST && !line.is_row();
        if line.is_row() && line.cells.iter().any(|cell| shape::is_page_label(&text[cell.start..cell.end])) {
            alone.push(at);
        }
        if line.new_page || fits && this.len() <= 20 && shape::is_page_number(this) {
            borders.push(at);
        }
        let ends = this.as_bytes();
        let figure = [ends.first(), ends.last()].into_iter().flatten().any(u8::is_ascii_digit);
        if fits
            && figure
            && let Some((head, page, named)) = with_page(this)
        {
            numbered.entry(head).or_default().push((at, page, named));
        }
    }
    let mut found = BTreeSet::new();
    for (head, places) in &numbered {
        let rises = places.windows(2).all(|pair| pair[0].1 < pair[1].1);
        let named = places.iter().all(|place| place.2);
        let long = head.split_whitespace().count() >= 3;
        if rises && (named && places.len() > 1 || long && places.len() >= OFTEN) {
            found.extend(places.iter().map(|place| place.0));
        }
    }
    found.extend(alone);
    borders.extend(found.iter().copied());
    let mut beside: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for border in borders {
        let around = [border.checked_sub(1), Some(border), Some(border + 1)];
        for at in around.into_iter().flatten().filter(|at| *at < lines.len()) {
            let this = words(&lines[at]);
            let lettered = this.chars().filter(|c| c.is_alphabetic()).count() >= 3;
            if this.len() <= LONGEST && lettered && !lines[at].is_row() && !this.ends_with(['.', ';', ',']) {
                beside.entry(this).or_default().insert(at);
            }
        }
    }
    found.extend(beside.into_values().filter(|places| places.len() >= OFTEN).flatten());
    found
}

/// The words of a line without the page number at its end or start, the number, and whether a word says that it is
/// one.
fn with_page(line: &str) -> Option<(&str, u32, bool)> {
    let (mut rest, mut page, mut named) = (line, None, false);
    let is_sign = |token: &str| matches!(token, "|" | "-" | "–" | "—" | "/" | "of" | "de" | "von" | "sur");
    // "… Page 3 of 12", "… 3/12", "… | 3"
    while let Some((before, token)) = rest.rsplit_once(char::is_whitespace) {
        let first = token.split('/').next().unwrap_or_default();
        match figure(first) {
            Some(value) => page = Some(value),
            None if is_page_word(token) => named = true,
            None if is_sign(token) && page.is_some() => {}
            None => break,
        }
        rest = before.trim_end();
        if named {
            break;
        }
    }
    if page.is_none() {
        // "3 | Commission of the Lenne"
        let (token, after) = line.split_once(char::is_whitespace)?;
        page = figure(token);
        rest = after.trim_start().trim_start_matches(['|', '-', '–', '—', ' ']);
    }
    let rest = rest.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '|' | '-' | '–' | '—'));
    (rest.len() < line.len() && !rest.is_empty()).then_some((rest, page?, named))
}

fn figure(token: &str) -> Option<u32> {
    ((1..=3).contains(&token.len()) && token.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| token.parse().ok())
        .flatten()
}

fn is_page_word(token: &str) -> bool {
    let lower = token.to_lowercase();
    matches!(
        lower.trim_end_matches(['.', ':']),
        "page" | "p" | "pg" | "pág" | "pag" | "página" | "seite" | "pagina" | "side" | "sida"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let lines = crate::lines::lines(text);
        let heads = running(text, &lines);
        heads.iter().map(|at| text[lines[*at].span.start..lines[*at].span.end].to_owned()).collect()
    }

    #[test]
    fn heads_that_come_again_with_the_pages_are_found() {
        for (text, count) in [
            ("Report of the board 3\n\na\n\nReport of the board 4\n\nb\n\nReport of the board 6\n", 3),
            ("Board Pág. 1 de 3\n\na\n\nBoard Pág. 2 de 3\n", 2),
            ("3 | Board of the Lenne\n\na\n\n4 | Board of the Lenne\n\n5 | Board of the Lenne\n", 3),
            ("Water law\n1\na\n\nWater law\n2\nb\n\nWater law\n3\nc\n", 3),
            ("a\u{c}Water law\nb\u{c}Water law\nc\u{c}Water law\nd\n", 3),
        ] {
            assert_eq!(found(text).len(), count, "{text} {:?}", found(text));
        }
        for text in [
            "Chapter 1\n\na\n\nChapter 2\n\nb\n\nChapter 3\n\nc\n",
            "Next steps\n\na\n\nNext steps\n\nb\n\nNext steps\n\nc\n",
            "Report of the board 3\n\nReport of the board 3\n\nReport of the board 3\n",
            "Plan of the board 2021\n\nPlan of the board 2022\n\nPlan of the board 2023\n",
            "Boats and quays 3\n\nLights on the pier 7\n\nCrews at sea 9\n",
        ] {
            assert!(found(text).is_empty(), "{text} {:?}", found(text));
        }
    }
}
