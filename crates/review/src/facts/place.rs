//! Where a span stands: line and column in the source, and the passage that holds it with the words around.
//!
//! ```text
//! "The city will receive $2.6 million over five years."   near $2.6 million: "the city will receive | over five years"
//! ```
//!
//! Words with a digit in them are written `#`: a figure that changes beside another must not hide it.

use super::contract::{Document, Entry, Item, Section, Span};
use crate::fact::{Place, short};

/// Words that are taken from each side.
const WORDS: usize = 4;
/// Code points of a heading that names a place.
const HEADING: usize = 60;
/// Code points of a source line that are shown.
const SHOWN: usize = 160;

/// A passage of the document: words in one place.
pub(super) struct Passage {
    /// Where it begins and ends, for each of its spans.
    pub spans: Vec<Span>,
    /// The words.
    pub text: String,
    /// Reference of its provision, or heading of its section.
    pub at: String,
    /// Of a cell: the words that head its row and its column.
    pub head: String,
    /// Is it no provision, but running text, an entry or a cell?
    pub running: bool,
}

/// All passages, by the places of their spans.
pub(super) struct Passages {
    pub all: Vec<Passage>,
    /// Spans with the number of their passage, sorted by start.
    spans: Vec<(usize, usize, usize)>,
}

impl Passages {
    /// The passages of a document.
    pub fn of(document: &Document) -> Self {
        let mut all = Vec::new();
        for section in &document.sections {
            let at = heading(section);
            if let Some(words) = &section.heading {
                let of = parent(document, section);
                all.push(Passage { at: of, ..passage(&[words.span], &words.text, "") });
            }
            for block in &section.blocks {
                match block.kind.as_str() {
                    "list" => block.entries.iter().for_each(|entry| entries(entry, &at, &mut all)),
                    "table" => table(block, &at, &mut all),
                    "item" => {}
                    _ => all.push(Passage { running: true, ..passage(&block.spans, &block.text, &at) }),
                }
            }
        }
        for item in &document.items {
            let text = item.title.as_ref().or(item.text.as_ref()).map_or("", String::as_str);
            all.push(passage(&item.spans, text, &reference(document, item)));
        }
        let mut spans: Vec<(usize, usize, usize)> = all
            .iter()
            .enumerate()
            .flat_map(|(index, one)| one.spans.iter().map(move |span| (span.start, span.end, index)))
            .collect();
        spans.sort_unstable();
        Self { all, spans }
    }

    /// The passage in which a span begins.
    pub fn holding(&self, span: Span) -> Option<&Passage> {
        let after = self.spans.partition_point(|(start, ..)| *start <= span.start);
        // A heading that is a provision too stands there twice; the last one is the provision.
        let mut before = self.spans[..after].iter().rev().take(4);
        before.find(|(_, end, _)| span.start < *end).and_then(|(.., index)| self.all.get(*index))
    }

    /// Where a span of these words stands, and what stands around it.
    pub fn around(&self, span: Span, words: &str) -> (String, String) {
        let Some(passage) = self.holding(span) else { return (String::new(), String::new()) };
        let start = passage.spans.first().map_or(0, |first| first.start);
        let place = occurrence(&passage.text, words, span.start.saturating_sub(start));
        let mut near = place.map(|at| near(&passage.text, at, at + words.len())).unwrap_or_default();
        if !passage.head.is_empty() {
            near = if near.is_empty() { passage.head.clone() } else { format!("{} / {near}", passage.head) };
        }
        (passage.at.clone(), near)
    }
}

fn passage(spans: &[Span], text: &str, at: &str) -> Passage {
    let (text, at) = (text.to_owned(), at.to_owned());
    Passage { spans: spans.to_vec(), text, at, head: String::new(), running: false }
}

/// What a section goes by: its heading, cut.
fn heading(section: &Section) -> String {
    section.heading.as_ref().map(|words| short(&words.text, HEADING)).unwrap_or_default()
}

/// The heading of the section above.
pub(super) fn parent(document: &Document, section: &Section) -> String {
    let above = section.parent.as_ref().and_then(|id| super::section(document, id));
    above.map(heading).unwrap_or_default()
}

/// What a provision goes by: its reference, or for a bullet, whose number tells its place only, its section.
pub(super) fn reference(document: &Document, item: &Item) -> String {
    let counted =
        item.reference.strip_prefix('s').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if item.number.is_some() && !counted {
        return item.reference.clone();
    }
    let section = item.section.as_ref().and_then(|id| super::section(document, id));
    section.map(heading).unwrap_or_default()
}

fn entries(entry: &Entry, at: &str, all: &mut Vec<Passage>) {
    all.push(Passage { running: true, ..passage(&entry.spans, &entry.text, at) });
    entry.entries.iter().for_each(|below| entries(below, at, all));
}

fn table(block: &super::contract::Block, at: &str, all: &mut Vec<Passage>) {
    let header = block.rows.first();
    for (number, row) in block.rows.iter().enumerate() {
        for (column, cell) in row.cells.iter().enumerate() {
            let side = if column == 0 { None } else { row.cells.first().map(|first| folded(&first.text)) };
            let top = header
                .filter(|header| number > 0 && header.cells.len() == row.cells.len())
                .and_then(|header| header.cells.get(column))
                .map(|above| folded(&above.text));
            let heads: Vec<String> = side.into_iter().chain(top).map(|head| short(&head, HEADING)).collect();
            let one = passage(&[cell.span], &cell.text, at);
            all.push(Passage { running: true, head: heads.join(" / "), ..one });
        }
    }
}

/// Where `words` stand in `text`: of several places, the nearest to so many code points from the start.
fn occurrence(text: &str, words: &str, distance: usize) -> Option<usize> {
    if words.is_empty() {
        return None;
    }
    let mut best: Option<(usize, usize)> = None;
    let (mut counted, mut reached) = (0, 0);
    for (at, _) in text.match_indices(words) {
        counted += text.get(reached..at).unwrap_or_default().chars().count();
        reached = at;
        let off = counted.abs_diff(distance);
        if best.is_some_and(|(least, _)| least <= off) {
            break;
        }
        best = Some((off, at));
    }
    best.map(|(_, at)| at)
}

fn near(text: &str, start: usize, end: usize) -> String {
    let words = |word| Some(folded_word(word)).filter(|word| !word.is_empty());
    let before = text.get(..start).unwrap_or_default().split_whitespace().rev().filter_map(words).take(WORDS);
    let mut before: Vec<String> = before.collect();
    before.reverse();
    let after = text.get(end..).unwrap_or_default().split_whitespace().filter_map(words).take(WORDS);
    let after: Vec<String> = after.collect();
    if before.is_empty() && after.is_empty() {
        return String::new();
    }
    format!("{} | {}", before.join(" "), after.join(" ")).trim().to_owned()
}

fn folded_word(word: &str) -> String {
    if word.contains(|sign: char| sign.is_ascii_digit()) {
        return "#".to_owned();
    }
    word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_lowercase()
}

/// Words without case, marks and figures.
fn folded(text: &str) -> String {
    let words: Vec<String> =
        text.split_whitespace().map(folded_word).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// Lines and columns of a text by code points.
pub(super) struct Lines<'a> {
    text: &'a str,
    /// Of each line: its first byte and its first code point.
    starts: Vec<(usize, usize)>,
    /// Of the text: byte offset at every so many code points.
    strides: Vec<usize>,
}

const STRIDE: usize = 256;

impl<'a> Lines<'a> {
    /// The lines of a text; they end with LF, CR LF or a lone CR.
    pub fn new(text: &'a str) -> Self {
        let (mut starts, mut strides) = (vec![(0, 0)], Vec::new());
        let bytes = text.as_bytes();
        for (count, (at, sign)) in text.char_indices().enumerate() {
            if count % STRIDE == 0 {
                strides.push(at);
            }
            if sign == '\n' || sign == '\r' && bytes.get(at + 1) != Some(&b'\n') {
                starts.push((at + 1, count + 1));
            }
        }
        Self { text, starts, strides }
    }

    /// Where a span stands.
    pub fn place(&self, span: Span) -> Place {
        let (line, column) = self.at(span.start);
        let (end_line, end_column) = self.at(span.end.max(span.start));
        let source = self.source(line, column);
        Place { line, column, end_line, end_column, source }
    }

    fn at(&self, point: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|(_, start)| *start <= point).max(1);
        let start = self.starts.get(line - 1).map_or(0, |(_, start)| *start);
        (line, point.saturating_sub(start) + 1)
    }

    /// The line, or of a long one what stands around the column.
    fn source(&self, line: usize, column: usize) -> String {
        let (first, points) = self.starts.get(line - 1).copied().unwrap_or_default();
        let skipped = (column - 1).saturating_sub(SHOWN / 2);
        let from = if skipped == 0 { first } else { self.byte(points + skipped) };
        let rest = self.text.get(from..).unwrap_or_default();
        let rest = rest.split(['\n', '\r']).next().unwrap_or_default();
        let cut = short(rest, SHOWN);
        if skipped == 0 { cut } else { format!("…{cut}") }
    }

    /// The byte of a code point.
    fn byte(&self, point: usize) -> usize {
        let base = self.strides.get(point / STRIDE).copied().unwrap_or(self.text.len());
        let rest = self.text.get(base..).unwrap_or_default();
        rest.char_indices().nth(point % STRIDE).map_or(self.text.len(), |(at, _)| base + at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_place_counts_and_figures_are_masked() {
        let text = "In 2020 it had $5; in 2021, “it” had $5 more.";
        let second = occurrence(text, "$5", 37).unwrap();
        assert_eq!(near(text, second, second + 2), "in # it had | more");
        assert_eq!(occurrence(text, "$6", 0), None);
    }

    #[test]
    fn lines_count_code_points() {
        let lines = Lines::new("né\r\nzwölf Boote\nx");
        let place = lines.place(Span { start: 10, end: 15 });
        assert_eq!((place.line, place.column, place.end_column), (2, 7, 12));
        assert_eq!(place.source, "zwölf Boote");
        assert_eq!(lines.place(Span { start: 16, end: 17 }).line, 3);
    }
}
