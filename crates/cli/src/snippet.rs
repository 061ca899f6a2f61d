//! A finding at its place in the source, as a compiler shows it.
//!
//! ```text
//! warning[numbering-gap]: 2.3 follows 2.1
//!  --> plan.txt:41:1
//!    |
//! 41 | 2.3 Trade facilitation
//!    | ^^^
//! ```
//!
//! Only the words around the place are shown of a long line, so that a finding costs the same in any text.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use rapporteur_model::{CodePoints, Diagnostic, Document, Severity, Span};

use crate::lines::Lines;

/// Columns of a rendered line.
const WIDTH: usize = 110;
/// Characters handed to the renderer in front of the place; it shows those that fit the width of a terminal.
const BEFORE: usize = 2000;
/// Characters of the place and after it.
const AFTER: usize = 100;

/// Shows the findings of one document.
pub struct Snippets<'a> {
    document: &'a Document,
    lines: &'a Lines<'a>,
    points: CodePoints<'a>,
    renderer: Renderer,
}

/// The part of a line that is shown.
#[derive(PartialEq, Eq, Debug)]
struct Window {
    text: String,
    /// The place, in bytes of `text`.
    place: Span,
    /// Does it begin where the line begins?
    is_whole_before: bool,
}

impl<'a> Snippets<'a> {
    /// For a document; `lines` are those of its source.
    pub fn new(document: &'a Document, lines: &'a Lines<'a>, color: bool) -> Self {
        let renderer = if color { Renderer::styled() } else { Renderer::plain() }.term_width(WIDTH);
        Self { document, lines, points: document.source.code_points(), renderer }
    }

    /// A finding, shown at its place.
    pub fn show(&self, found: &Diagnostic) -> String {
        let level = match found.severity {
            Severity::Info => Level::INFO,
            Severity::Warning => Level::WARNING,
            Severity::Error => Level::ERROR,
        };
        let about = found.record.as_ref().map(|record| format!("{record}: ")).unwrap_or_default();
        let title = level.primary_title(format!("{about}{}", found.message)).id(found.code.as_str());
        let path = self.document.source.path.as_str();
        let Some(span) = found.span else {
            return self.renderer.render(&[Group::with_title(title).element(Origin::path(path))]);
        };
        // A span may begin with the end of the line before.
        let words = self.document.source.slice(span);
        let start = span.start + (words.len() - words.trim_start().len());
        let span = if start < span.end { Span::new(start, span.end) } else { span };
        let line = self.lines.span(span.start);
        let number = self.lines.number(span.start);
        let window = window(self.document.source.slice(line), line.start, span);
        let snippet = Snippet::source(window.text.as_str())
            .line_start(number)
            .annotation(AnnotationKind::Primary.span(window.place.into()));
        if window.is_whole_before {
            return self.renderer.render(&[title.element(snippet.path(path))]);
        }
        // The renderer counts columns from where the text begins that it was given.
        let column = 1 + self.points.at(span.start).saturating_sub(self.points.at(line.start));
        let origin = Origin::path(path).line(number).char_column(column);
        self.renderer.render(&[title.element(origin).element(snippet)])
    }
}

/// The words of a line around a place; what of the place stands in later lines is left out.
fn window(line: &str, line_start: usize, span: Span) -> Window {
    let start = span.start.saturating_sub(line_start).min(line.len());
    let end = span.end.saturating_sub(line_start).min(line.len()).max(start);
    let (before, after) = line.split_at_checked(start).unwrap_or((line, ""));
    let from = before.char_indices().rev().nth(BEFORE - 1).map_or(0, |(at, _)| at);
    let to = after.char_indices().nth(AFTER).map_or(line.len(), |(at, _)| start + at);
    let lead = if from > 0 { "…" } else { "" };
    let tail = if to < line.len() { "…" } else { "" };
    let text = format!("{lead}{}{tail}", line.get(from..to).unwrap_or_default());
    let shift = |offset: usize| offset.min(to) - from + lead.len();
    Window { place: Span::new(shift(start), shift(end)), is_whole_before: from == 0, text }
}

#[cfg(test)]
mod tests {
    use rapporteur_model::Code;

    use super::*;

    fn show(text: &str, words: &str) -> String {
        let document = Document::new(rapporteur_parser::decode("x.txt", text.as_bytes()));
        let start = text.find(words).unwrap();
        let found = Diagnostic::new(
            Code::UnclosedQuote,
            Severity::Warning,
            Span::new(start, start + words.len()),
            "opens and is never closed",
        );
        let lines = Lines::new(&document.source.text);
        let shown = Snippets::new(&document, &lines, false).show(&found);
        shown.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_finding_is_shown_at_its_place() {
        insta::assert_snapshot!(show("One line.\nShe said “é yes and left.\n", "“é"), @r"
        warning[unclosed-quote]: opens and is never closed
         --> x.txt:2:10
          |
        2 | She said “é yes and left.
          |          ^^
        ");
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let line = format!("{}“here{}", "a b ".repeat(100), " c d".repeat(100_000));
        insta::assert_snapshot!(show(&line, "“here"), @r"
        warning[unclosed-quote]: opens and is never closed
         --> x.txt:1:401
          |
        1 | ... b a b a b a b a b a b a b a b a b a b a b a b “here c d c d c d c d c d c d c d c d c d c d c d c d...
          |                                                   ^^^^^
        ");
        let line = format!("{}“here", "a b ".repeat(100_000));
        insta::assert_snapshot!(show(&line, "“here"), @r"
        warning[unclosed-quote]: opens and is never closed
         --> x.txt:1:400001
          |
         :::
        1 | ... b a b a b a b a b a b a b a b a b a b a b a b “here
          |                                                   ^^^^^
        ");
    }

    #[test]
    fn a_place_over_several_lines_is_shown_where_it_begins() {
        insta::assert_snapshot!(show("first\nsecond line\nthird", "\nsecond line\nth"), @r"
        warning[unclosed-quote]: opens and is never closed
         --> x.txt:2:1
          |
        2 | second line
          | ^^^^^^^^^^^
        ");
    }

    #[test]
    fn windows_keep_character_boundaries() {
        let line = "é".repeat(BEFORE * 2);
        let Window { text, place, is_whole_before } = window(&line, 1000, Span::new(6000, 6004));
        assert!(!is_whole_before);
        assert_eq!(&text[place.start..place.end], "éé");
        assert_eq!(text.chars().count(), BEFORE + AFTER + 2);
    }
}
