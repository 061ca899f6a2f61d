//! The source text, whole, a line of the source a `<div>`, with an element around the characters of each mark.
//!
//! ```html
//! <div class=k>
//! <div id=L3 data-n=3 data-s=44><span class="h d" data-i=d0>4 May 2021</span> – …</div>
//! ```
//!
//! `data-s` is the offset of the line's first code point; `data-e` says how it ends where not by a line feed. Marks nest:
//! one that begins in another and ends behind it is parted there, and every line opens anew what goes on in it.
//!
//! Invariant: the text of the elements, with the signs of `data-c`, is the source, character by character.

use std::fmt::Write as _;

use super::escape;
use super::mark::Mark;

/// Marks one in another at most. What is deeper has no element; it stands in the tables all the same.
const DEPTH: usize = 24;
/// Lines and bytes after which a new stretch begins. The browser lays out the stretches that are in sight.
const LINES: usize = 40;
const BYTES: usize = 6_000;

/// Appends the text with its marks, which are in order.
pub(super) fn write(out: &mut String, text: &str, marks: &[Mark]) {
    let spans = bytes_of(text, marks);
    let mut writer = Writer { out, text, marks, spans, next: 0, open: Vec::new() };
    let (mut lines, mut begun, mut points) = (0, 0, 0);
    for (at, (start, end, ending)) in lines_of(text).into_iter().enumerate() {
        if at == 0 || lines == LINES || start - begun > BYTES {
            writer.out.push_str(if at == 0 { "<div class=k>\n" } else { "</div>\n<div class=k>\n" });
            (lines, begun) = (0, start);
        }
        lines += 1;
        let mark = match ending {
            "\r\n" => " data-e=rn",
            "\r" => " data-e=r",
            "" => " data-e=0",
            _ => "",
        };
        let number = at + 1;
        let _ = write!(writer.out, "<div id=L{number} data-n={number} data-s={points}{mark}>");
        if start < end {
            writer.line(start, end);
        }
        writer.out.push_str("</div>\n");
        let bytes = text.get(start..end + ending.len()).unwrap_or_default();
        points += bytes.chars().count();
    }
    writer.out.push_str("</div>\n");
}

/// Byte offsets of the marks.
fn bytes_of(text: &str, marks: &[Mark]) -> Vec<(usize, usize)> {
    if text.is_ascii() {
        return marks.iter().map(|mark| (mark.start, mark.end)).collect();
    }
    let mut ends: Vec<usize> = marks.iter().flat_map(|mark| [mark.start, mark.end]).collect();
    ends.sort_unstable();
    ends.dedup();
    let mut bytes = Vec::with_capacity(ends.len());
    let mut points = text.char_indices().map(|(byte, _)| byte).enumerate();
    for end in &ends {
        let found = points.by_ref().find(|(point, _)| point == end);
        bytes.push(found.map_or(text.len(), |(_, byte)| byte));
    }
    let byte = |point: usize| {
        ends.binary_search(&point).ok().and_then(|at| bytes.get(at).copied()).unwrap_or(text.len())
    };
    marks.iter().map(|mark| (byte(mark.start), byte(mark.end))).collect()
}

/// Start, end and line end of each line.
fn lines_of(text: &str) -> Vec<(usize, usize, &str)> {
    let bytes = text.as_bytes();
    let (mut lines, mut start, mut at) = (Vec::new(), 0, 0);
    while at < bytes.len() {
        let length = match (bytes.get(at), bytes.get(at + 1)) {
            (Some(b'\r'), Some(b'\n')) => 2,
            (Some(b'\r' | b'\n'), _) => 1,
            _ => 0,
        };
        if length > 0 {
            lines.push((start, at, text.get(at..at + length).unwrap_or_default()));
            start = at + length;
        }
        at += length.max(1);
    }
    if start < bytes.len() {
        lines.push((start, bytes.len(), ""));
    }
    lines
}

/// Line number of each of some code points, which are in order.
pub(super) fn line_numbers(text: &str, points: &[usize]) -> Vec<usize> {
    let mut numbers = Vec::with_capacity(points.len());
    let (mut end, mut number) = (0, 0);
    let lines = lines_of(text);
    for point in points {
        while end <= *point {
            let Some((start, stop, ending)) = lines.get(number) else { break };
            end += text.get(*start..stop + ending.len()).unwrap_or_default().chars().count();
            number += 1;
        }
        numbers.push(number.max(1));
    }
    numbers
}

struct Writer<'a> {
    out: &'a mut String,
    text: &'a str,
    marks: &'a [Mark],
    /// Byte offsets of the marks.
    spans: Vec<(usize, usize)>,
    /// The first mark that did not begin yet.
    next: usize,
    /// Marks that are open, the outermost first.
    open: Vec<usize>,
}

impl Writer<'_> {
    fn line(&mut self, start: usize, end: usize) {
        let mut at = start;
        let ends: Vec<usize> = self.open.iter().map(|mark| self.end(*mark)).collect();
        let mut ends = ends.into_iter();
        self.open.retain(|_| ends.next().is_some_and(|end| end > start));
        for mark in self.open.clone() {
            self.begin(mark);
        }
        loop {
            let begins = self.spans.get(self.next).map_or(usize::MAX, |span| span.0);
            let closes = self.open.iter().map(|mark| self.end(*mark)).min().unwrap_or(usize::MAX);
            let stop = begins.min(closes);
            if stop >= end {
                break;
            }
            // A mark that began in a line end.
            let stop = stop.max(at);
            self.words(at, stop);
            at = stop;
            if closes <= at {
                self.close(at);
            } else {
                self.begin_next(at);
            }
        }
        self.words(at, end);
        self.out.push_str(&"</span>".repeat(self.open.len()));
    }

    fn end(&self, mark: usize) -> usize {
        self.spans.get(mark).map_or(0, |span| span.1)
    }

    fn words(&mut self, start: usize, end: usize) {
        escape::source(self.out, self.text.get(start..end).unwrap_or_default());
    }

    fn begin_next(&mut self, at: usize) {
        let mark = self.next;
        self.next += 1;
        if self.end(mark) > at && self.open.len() < DEPTH {
            self.begin(mark);
            self.open.push(mark);
        }
    }

    fn begin(&mut self, mark: usize) {
        if let Some(Mark { class, key, .. }) = self.marks.get(mark) {
            let _ = write!(self.out, "<span class=\"h {class}\" data-i={key}>");
        }
    }

    /// Closes the marks that end here, with those inside them; what goes on of these is opened again.
    fn close(&mut self, at: usize) {
        let Some(outer) = self.open.iter().position(|mark| self.end(*mark) <= at) else { return };
        let inner = self.open.split_off(outer);
        self.out.push_str(&"</span>".repeat(inner.len()));
        for mark in inner {
            if self.end(mark) > at {
                self.begin(mark);
                self.open.push(mark);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Spans<'a> = &'a [(usize, usize, &'a str)];

    fn marks(list: Spans<'_>) -> Vec<Mark> {
        let mark = |(start, end, key): &(usize, usize, &str)| Mark {
            start: *start,
            end: *end,
            class: "d",
            key: (*key).to_owned(),
        };
        list.iter().map(mark).collect()
    }

    /// The lines without what is the same in all of them: `⟨key` and `⟩` stand for elements.
    fn shown(text: &str, list: Spans<'_>) -> String {
        let mut out = String::new();
        write(&mut out, text, &marks(list));
        out = out.replace("<span class=\"h d\" data-i=", "⟨").replace("</span>", "⟩");
        let lines = out.lines().filter_map(|line| line.strip_prefix("<div id=")?.strip_suffix("</div>"));
        let words = lines.map(|line| line.split_once('>').map_or("", |(_, words)| words).replace('>', " "));
        words.collect::<Vec<_>>().join("|")
    }

    #[test]
    fn marks_nest_cross_and_go_over_lines() {
        let cases: &[(&str, Spans<'_>, &str)] = &[
            ("ab cd", &[(0, 2, "x")], "⟨x ab⟩ cd"),
            ("ab cd", &[(0, 5, "x"), (3, 5, "y")], "⟨x ab ⟨y cd⟩⟩"),
            ("abcdef", &[(0, 4, "x"), (2, 6, "y")], "⟨x ab⟨y cd⟩⟩⟨y ef⟩"),
            ("abcdef", &[(0, 2, "x"), (2, 6, "y")], "⟨x ab⟩⟨y cdef⟩"),
            ("ab\ncd\n\nef", &[(1, 9, "x"), (4, 5, "y")], "a⟨x b⟩|⟨x c⟨y d⟩⟩||⟨x ef⟩"),
            ("ab\r\ncd\ref", &[(1, 5, "x"), (3, 5, "y")], "a⟨x b⟩|⟨x ⟨y c⟩⟩d|ef"),
            ("éé<é", &[(1, 4, "x")], "é⟨x é&lt;é⟩"),
            ("ab", &[(0, 1, "x"), (0, 1, "y"), (1, 2, "z")], "⟨x ⟨y a⟩⟩⟨z b⟩"),
            ("", &[], ""),
        ];
        for (text, list, want) in cases {
            assert_eq!(shown(text, list), *want, "{text:?}");
        }
    }

    #[test]
    fn depth_is_bounded() {
        let text = "(".repeat(2_000);
        let keys: Vec<(usize, usize, &str)> = (0..2_000).map(|at| (at, 2_000, "x")).collect();
        assert_eq!(shown(&text, &keys).matches('⟨').count(), DEPTH);
    }

    #[test]
    fn lines_know_their_numbers_and_offsets() {
        let text = "é\r\nab\rc\n\nd";
        assert_eq!(line_numbers(text, &[0, 2, 3, 5, 6, 8, 9, 10]), [1, 1, 2, 2, 3, 4, 5, 5]);
        let mut out = String::new();
        write(&mut out, text, &[]);
        for want in [
            "id=L2 data-n=2 data-s=3 data-e=r",
            "id=L4 data-n=4 data-s=8>",
            "id=L5 data-n=5 data-s=9 data-e=0",
        ] {
            assert!(out.contains(want), "{out}");
        }
    }
}
