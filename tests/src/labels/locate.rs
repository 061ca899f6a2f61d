//! Where quoted words stand in a source text: `"since ⟦2000⟧, Canada"` → the span of `2000`.
//!
//! ```abnf
//! quoted = *( char / edit / "⟦" / "⟧" )
//! edit   = "{" printed "|" repaired "}"    ; what the source has, what a reader should get
//! ```
//! Between `⟦` and `⟧` lies the part that is meant, the rest is context. White space matches any run of white space
//! (page breaks, tabs, no-break spaces). A quote that begins or ends in a letter or digit matches whole words only.

use super::Span;

/// A source text in code points, a byte-order mark removed: the unit of every offset here.
#[derive(Debug, Clone)]
pub struct Text {
    chars: Vec<char>,
}

impl Text {
    /// Reads a decoded source.
    #[must_use]
    pub fn new(source: &str) -> Self {
        Self { chars: source.strip_prefix('\u{feff}').unwrap_or(source).chars().collect() }
    }

    /// The code points.
    #[must_use]
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// The source between two offsets, white space folded; what lies outside the text is left out.
    #[must_use]
    pub fn folded(&self, span: Span) -> String {
        let end = span.end.min(self.chars.len());
        let slice = &self.chars[span.start.min(end)..end];
        fold(&slice.iter().collect::<String>())
    }
}

/// White space collapsed to single spaces, none at the ends.
#[must_use]
pub fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Quoted words: as printed (to find them), and as a reader should get them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Quoted {
    printed: Vec<char>,
    mark: Option<(usize, usize)>,
    /// The marked part (or all) after repairs, folded.
    pub(crate) reading: String,
    /// The marked part (or all) as printed, folded.
    pub(crate) source: String,
}

impl Quoted {
    /// Reads edits and marks.
    pub(crate) fn parse(raw: &str) -> Result<Self, String> {
        let mut printed: Vec<char> = Vec::new();
        let mut reading: Vec<char> = Vec::new();
        let (mut open, mut close, mut from) = (None, None, 0);
        let mut chars = raw.chars();
        while let Some(c) = chars.next() {
            match c {
                '{' => {
                    let inner: String = chars.by_ref().take_while(|&c| c != '}').collect();
                    let (old, new) = inner
                        .split_once('|')
                        .ok_or_else(|| format!("an edit is {{printed|repaired}}, not {{{inner}}}"))?;
                    old.chars().for_each(|c| push(&mut printed, c));
                    reading.extend(new.chars());
                }
                '⟦' if open.is_none() => {
                    (open, from) = (Some(printed.len()), reading.len());
                }
                '⟧' if open.is_some() && close.is_none() => {
                    close = Some((printed.len(), reading.len()));
                }
                '⟦' | '⟧' => return Err("one ⟦ and one ⟧ at most, in this order".to_owned()),
                _ => {
                    push(&mut printed, c);
                    reading.push(c);
                }
            }
        }
        let (mark, words) = match (open, close) {
            (None, None) => (None, &reading[..]),
            (Some(start), Some((end, to))) => (Some((start, end)), &reading[from..to]),
            _ => return Err("⟦ without ⟧".to_owned()),
        };
        let range = mark.map_or(0..printed.len(), |(start, end)| start..end);
        if printed[range.clone()].iter().all(|c| c.is_whitespace()) {
            return Err("an empty quote".to_owned());
        }
        let source = fold(&printed[range].iter().collect::<String>());
        let reading = fold(&words.iter().collect::<String>());
        Ok(Self { printed, mark, reading, source })
    }

    /// Every place where the words stand, in order.
    pub(crate) fn find(&self, text: &Text) -> Vec<Span> {
        (0..text.chars.len()).filter_map(|at| self.matches(&text.chars, at)).collect()
    }

    fn matches(&self, text: &[char], at: usize) -> Option<Span> {
        let first = *self.printed.first()?;
        if text[at] != first || (first.is_alphanumeric() && at > 0 && in_word(text[at - 1])) {
            return None;
        }
        let mut ends = Vec::with_capacity(self.printed.len() + 1);
        let mut next = at;
        for &wanted in &self.printed {
            ends.push(next);
            if wanted == ' ' {
                let run = text[next..].iter().take_while(|c| c.is_whitespace()).count();
                if run == 0 {
                    return None;
                }
                next += run;
            } else if text.get(next) == Some(&wanted) {
                next += 1;
            } else {
                return None;
            }
        }
        ends.push(next);
        let last = self.printed.last().is_some_and(|c| c.is_alphanumeric());
        if last && text.get(next).is_some_and(|c| in_word(*c)) {
            return None;
        }
        let (start, end) = self.mark.unwrap_or((0, self.printed.len()));
        Some(Span { start: ends[start], end: ends[end] })
    }
}

/// Letters, digits and what joins them in a handle (`@MPI_Harbours`).
fn in_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '@'
}

/// Adds a character, a run of white space as one space.
fn push(chars: &mut Vec<char>, c: char) {
    if !c.is_whitespace() {
        chars.push(c);
    } else if chars.last() != Some(&' ') {
        chars.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(text: &str, quote: &str) -> Vec<(usize, usize)> {
        let text = Text::new(text);
        let found = Quoted::parse(quote).map(|q| q.find(&text)).unwrap_or_default();
        found.into_iter().map(|s| (s.start, s.end)).collect()
    }

    #[test]
    fn white_space_matches_a_page_break_and_a_no_break_space() {
        assert_eq!(spans("a\n\n\tb", "a b"), [(0, 5)]);
        assert_eq!(spans("May\u{a0}30", "May 30"), [(0, 6)]);
    }

    #[test]
    fn whole_words_only() {
        assert_eq!(spans("Mali, Somalia, Mali", "Mali"), [(0, 4), (15, 19)]);
        assert_eq!(spans("in 20211", "2021"), []);
        assert_eq!(spans("@FJ_Water", "FJ"), []);
    }

    #[test]
    fn a_mark_selects_a_part() {
        assert_eq!(spans("in 2000; since 2000, x", "since ⟦2000⟧,"), [(15, 19)]);
    }

    #[test]
    fn an_edit_matches_the_print_and_reads_repaired() {
        let quote = Quoted::parse("the {3 rd|3rd} Report{**|}").map(|q| (q.reading, q.source));
        assert_eq!(quote, Ok(("the 3rd Report".to_owned(), "the 3 rd Report**".to_owned())));
    }

    #[test]
    fn a_byte_order_mark_does_not_count() {
        assert_eq!(spans("\u{feff}May 30", "May 30"), [(0, 6)]);
    }

    #[test]
    fn half_an_edit_or_mark_is_an_error() {
        assert!(Quoted::parse("{3 rd}").is_err());
        assert!(Quoted::parse("a ⟦b").is_err());
        assert!(Quoted::parse(" ").is_err());
    }
}
