//! Line numbers of a source, by a look-up: `text.line(offset)` of many offsets in a long text.

use rapporteur_model::Span;

/// The starts of the lines of a text. A line ends with LF, CR LF or a lone CR.
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// The lines of a text.
    pub fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let ends =
            |&(i, &byte): &(usize, &u8)| byte == b'\n' || byte == b'\r' && bytes.get(i + 1) != Some(&b'\n');
        let starts =
            std::iter::once(0).chain(bytes.iter().enumerate().filter(ends).map(|(i, _)| i + 1)).collect();
        Self { text, starts }
    }

    /// 1-based number of the line in which a byte stands.
    pub fn number(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset)
    }

    /// The bytes of the line in which a byte stands, without its end.
    pub fn span(&self, offset: usize) -> Span {
        let number = self.number(offset);
        let start = self.starts.get(number.saturating_sub(1)).copied().unwrap_or(0);
        let end = self.starts.get(number).copied().unwrap_or(self.text.len());
        let line = self.text.get(start..end).unwrap_or_default();
        Span::new(start, start + line.trim_end_matches(['\n', '\r']).len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_three_line_ends_count() {
        let text = "a\nbb\r\nc\rdd";
        let lines = Lines::new(text);
        let told: Vec<_> = text.char_indices().map(|(at, _)| lines.number(at)).collect();
        assert_eq!(told, [1, 1, 2, 2, 2, 2, 3, 3, 4, 4]);
        let words: Vec<_> = [0, 2, 6, 8].map(|at| &text[std::ops::Range::from(lines.span(at))]).into();
        assert_eq!(words, ["a", "bb", "c", "dd"]);
        assert_eq!(Lines::new("").number(0), 1);
    }
}
