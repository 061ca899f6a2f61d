//! The source as lines, with the facts of form that the readers look at: where the words are, how far they are
//! set in, how many blank lines stand before, which tab-separated cells they make.
//!
//! Lines end with LF, CR LF or a lone CR; a form feed ends a line too and counts as a blank line. The mark that ends a
//! release is a line by itself, also where it stands behind the last sentence (`The quay is open. ###`).

use rapporteur_model::Span;

use crate::grammar::shape;

/// A line that is not blank.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// The words, without white space at either end: a span of the source.
    pub span: Span,
    /// Columns of white space in front; a tab counts as four.
    pub indent: usize,
    /// Does the line begin with a tab?
    pub tabbed: bool,
    /// Does a form feed stand right before it?
    pub new_page: bool,
    /// Number of blank lines before it.
    pub blank_before: usize,
    /// Are the cells those of a table without tabs?
    pub columns: bool,
    /// Cells, where tabs part the line: the words of each, empty cells included (empty spans). One cell, the
    /// whole line, where there is no tab.
    pub cells: Vec<Span>,
}

impl Line {
    /// Is it a row of several cells, or one whose first cell is empty?
    pub fn is_row(&self) -> bool {
        self.cells.len() > 1
    }
}

/// The lines of a text that are not blank.
pub fn lines(text: &str) -> Vec<Line> {
    let mut found: Vec<Line> = Vec::new();
    let (mut start, mut blank, mut new_page) = (0, 0, false);
    while start < text.len() {
        let rest = &text.as_bytes()[start..];
        let length = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r' | 0x0C)).unwrap_or(rest.len());
        let end = start + length;
        match trimmed(text, Span::new(start, end)) {
            span if span.is_empty() => blank += 1,
            span => {
                let lead = &text[start..span.start];
                let indent = lead.chars().map(|character| if character == '\t' { 4 } else { 1 }).sum();
                found.push(Line {
                    span,
                    indent,
                    tabbed: lead.starts_with('\t') || lead.ends_with('\t'),
                    new_page,
                    blank_before: blank,
                    columns: false,
                    cells: cells(text, Span::new(start, end), span),
                });
                (blank, new_page) = (0, false);
                part_end_mark(text, &mut found);
            }
        }
        // CR LF is one end; a form feed leaves a blank line behind.
        let ending = &rest[length..];
        let feed = ending.first() == Some(&0x0C);
        blank += usize::from(feed);
        new_page |= feed;
        start = end + if ending.starts_with(b"\r\n") { 2 } else { 1 };
    }
    found
}

/// Makes the end mark behind a sentence a line of its own, a blank line apart.
fn part_end_mark(text: &str, lines: &mut Vec<Line>) {
    let Some(line) = lines.last_mut().filter(|line| !line.is_row()) else { return };
    let words = &text[line.span.start..line.span.end];
    let Some(at) = shape::trailing_end_mark(words) else { return };
    let mark = Span::new(line.span.start + at, line.span.end);
    line.span = trimmed(text, Span::new(line.span.start, mark.start));
    line.cells = vec![line.span];
    let mark = Line {
        span: mark,
        tabbed: false,
        new_page: false,
        blank_before: 1,
        cells: vec![mark],
        ..line.clone()
    };
    lines.push(mark);
}

/// The span without white space at its ends; empty (at its start) where there is nothing else.
pub fn trimmed(text: &str, span: Span) -> Span {
    let words = text.get(span.start..span.end).unwrap_or_default();
    let after = words.trim_start();
    let start = span.start + (words.len() - after.len());
    Span::new(start, start + after.trim_end().len())
}

/// Cells of a line: a leading tab makes an empty first cell.
fn cells(text: &str, line: Span, words: Span) -> Vec<Span> {
    let inner = &text[words.start..words.end];
    let lead = &text[line.start..words.start];
    if !inner.contains('\t') && !lead.contains('\t') {
        return vec![words];
    }
    let mut cells = Vec::new();
    if lead.contains('\t') {
        cells.push(Span::new(line.start, line.start));
    }
    let mut start = words.start;
    for cell in inner.split('\t') {
        let span = Span::new(start, start + cell.len());
        cells.push(trimmed(text, span));
        start = span.end + 1;
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_mark_behind_a_sentence_is_a_line() {
        for (text, count) in [
            ("The quay is open. ###", 2),
            ("“The quay is open.” -30-", 2),
            ("The quay is open. – 30 –", 2),
            ("The quay is open. ENDS", 2),
            ("Item ###", 1),
            ("We sold 30 - 30 boats.", 1),
            ("This is how it ENDS", 1),
            ("###", 1),
        ] {
            assert_eq!(lines(text).len(), count, "{text}");
        }
    }

    #[test]
    fn every_line_end_is_known_and_cells_are_parted() {
        let text = "one\r\ntwo\r\rthree\u{a0}\n\n\t2.1\tfour\u{c}five";
        let words: Vec<(&str, usize, usize)> = lines(text)
            .iter()
            .map(|line| (&text[line.span.start..line.span.end], line.blank_before, line.cells.len()))
            .collect();
        assert_eq!(
            words,
            [("one", 0, 1), ("two", 0, 1), ("three", 1, 1), ("2.1\tfour", 1, 3), ("five", 1, 1)]
        );
    }
}
