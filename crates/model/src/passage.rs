//! A passage: one run of clean text with the pieces that map it back to the source.
//!
//! A heading, a paragraph, a list entry, a table cell and the words of a provision are passages. Their clean
//! text has white space folded, page-break debris removed and damage repaired; [`Piece`]s record, for every
//! byte of it, where it came from.
//!
//! Invariant: the pieces of a passage are in order, their clean ranges follow one another without a gap and
//! cover the text, and their source spans do not overlap.

use crate::{Span, TextRange, names::named_enum};

/// Index of a passage in [`Document::passages`](crate::Document).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PassageId(pub usize);

named_enum! {
    /// What a passage is in the outline.
    pub enum PassageRole {
        /// The words of a heading, without its number.
        Heading = "heading",
        /// A paragraph.
        Paragraph = "paragraph",
        /// The words of a list entry, without its marker.
        Entry = "entry",
        /// A table cell.
        Cell = "cell",
        /// The words of a provision (an item), without its number or marker.
        Provision = "provision",
    }
}

named_enum! {
    /// How a piece of clean text came from the source.
    pub enum PieceKind {
        /// The same bytes.
        Verbatim = "verbatim",
        /// White space folded into one space.
        Folded = "folded",
        /// Other bytes: a repaired word, a removed mark (then the clean range is empty).
        Repaired = "repaired",
        /// A cut that was mended: a page break, the border of a table row or cell.
        Joined = "joined",
    }
}

/// A run of clean text and the source bytes that it stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Piece {
    /// Where it stands in the passage's text.
    pub clean: TextRange,
    /// Where it came from.
    pub source: Span,
    /// How.
    pub kind: PieceKind,
}

/// Clean text with its pieces, and its place in the outline.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Passage {
    /// What it is in the outline.
    pub role: PassageRole,
    /// Index of its section in [`Document::sections`](crate::Document).
    pub section: usize,
    /// Index of its item in [`Document::items`](crate::Document), where it is the words of one.
    pub item: Option<usize>,
    text: String,
    pieces: Vec<Piece>,
}

/// A range of clean text in one passage: where a value, a name or a quotation was read.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Location {
    /// The passage.
    pub passage: PassageId,
    /// Bytes of its clean text.
    pub range: TextRange,
}

impl Passage {
    /// The clean text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The pieces, in order.
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The clean text of a range; empty where it is out of range or not on character boundaries.
    pub fn slice(&self, range: TextRange) -> &str {
        self.text.get(range.start..range.end).unwrap_or_default()
    }

    /// The whole of the clean text.
    pub fn range(&self) -> TextRange {
        TextRange::new(0, self.text.len())
    }

    /// The one enclosing span of the source that a range of clean text was read from.
    ///
    /// A range that begins or ends inside a repaired word takes the whole of what stood there.
    pub fn span(&self, range: TextRange) -> Span {
        let pieces = self.pieces_of(range);
        match (pieces.first(), pieces.last()) {
            (Some(first), Some(last)) => Span::new(first.source.start, last.source.end),
            _ => Span::new(0, 0),
        }
    }

    /// The spans of the source of a range, in order, parted where a page break or a cell border cut it.
    pub fn spans(&self, range: TextRange) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        let mut open = false;
        for piece in self.pieces_of(range) {
            match (piece.kind, spans.last_mut()) {
                (PieceKind::Joined, _) => open = false,
                (_, Some(last)) if open => last.end = piece.source.end,
                _ => {
                    spans.push(piece.source);
                    open = true;
                }
            }
        }
        spans
    }

    /// The spans of the whole passage.
    pub fn all_spans(&self) -> Vec<Span> {
        // Marks that were removed at the very ends have empty clean ranges and still belong to it.
        if self.text.is_empty() {
            return self.pieces.iter().map(|piece| piece.source).reduce(Span::join).into_iter().collect();
        }
        let mut spans = self.spans(self.range());
        let removed = |piece: &&Piece| piece.kind != PieceKind::Joined;
        if let (Some(first), Some(edge)) = (spans.first_mut(), self.pieces.iter().find(removed)) {
            first.start = first.start.min(edge.source.start);
        }
        if let (Some(last), Some(edge)) = (spans.last_mut(), self.pieces.iter().rev().find(removed)) {
            last.end = last.end.max(edge.source.end);
        }
        spans
    }

    /// The one span that encloses the whole passage.
    pub fn whole_span(&self) -> Span {
        let spans = self.all_spans();
        match (spans.first(), spans.last()) {
            (Some(first), Some(last)) => Span::new(first.start, last.end),
            _ => Span::new(0, 0),
        }
    }

    /// The passage with other words for a range, and how long they are; the range, which is as wide as the pieces that
    /// cannot be parted.
    pub(crate) fn rewritten(&self, range: TextRange, text: &str) -> ((Self, usize), TextRange) {
        let whole = |piece: &&Piece| piece.kind != PieceKind::Verbatim && piece.clean.overlaps(range);
        let wide = self.pieces.iter().filter(whole).fold(range, |wide, piece| wide.join(piece.clean));
        let before = self.slice(TextRange::new(wide.start, range.start));
        let after = self.slice(TextRange::new(range.end, wide.end));
        let words = format!("{before}{text}{after}");
        let mut pieces = Vec::new();
        let mut rest = Vec::new();
        for piece in &self.pieces {
            if piece.clean.end <= wide.start {
                pieces.push(*piece);
            } else if piece.clean.start >= wide.end {
                rest.push(*piece);
            } else if piece.kind == PieceKind::Verbatim {
                let head = wide.start.saturating_sub(piece.clean.start);
                if head > 0 {
                    let clean = TextRange::new(piece.clean.start, piece.clean.start + head);
                    let source = Span::new(piece.source.start, piece.source.start + head);
                    pieces.push(Piece { clean, source, kind: piece.kind });
                }
                let tail = piece.clean.end.saturating_sub(wide.end);
                if tail > 0 {
                    let clean = TextRange::new(piece.clean.end - tail, piece.clean.end);
                    rest.push(Piece {
                        clean,
                        source: Span::new(piece.source.end - tail, piece.source.end),
                        kind: piece.kind,
                    });
                }
            }
        }
        let clean = TextRange::new(wide.start, wide.start + words.len());
        pieces.push(Piece { clean, source: self.span(wide), kind: PieceKind::Repaired });
        for piece in rest {
            let moved = |offset: usize| offset - wide.end + clean.end;
            let clean = TextRange::new(moved(piece.clean.start), moved(piece.clean.end));
            pieces.push(Piece { clean, ..piece });
        }
        let (head, tail) = (TextRange::new(0, wide.start), TextRange::new(wide.end, self.text.len()));
        let text = format!("{}{words}{}", self.slice(head), self.slice(tail));
        ((Self { text, pieces, ..self.clone() }, words.len()), wide)
    }

    /// The pieces that a range touches, the first and last cut to it where they are verbatim.
    fn pieces_of(&self, range: TextRange) -> Vec<Piece> {
        let first = self.pieces.partition_point(|piece| piece.clean.end <= range.start);
        let mut found: Vec<Piece> = self.pieces[first..]
            .iter()
            .take_while(|piece| piece.clean.start < range.end)
            .filter(|piece| !piece.clean.is_empty() || piece.clean.start > range.start)
            .copied()
            .collect();
        for piece in &mut found {
            if piece.kind == PieceKind::Verbatim {
                let before = range.start.saturating_sub(piece.clean.start);
                let after = piece.clean.end.saturating_sub(range.end);
                piece.source = Span::new(piece.source.start + before, piece.source.end - after);
                piece.clean = TextRange::new(piece.clean.start + before, piece.clean.end - after);
            }
        }
        found
    }
}

/// Builds a passage piece by piece, in source order.
#[derive(Clone, Default, Debug)]
pub struct PassageBuilder {
    text: String,
    pieces: Vec<Piece>,
}

impl PassageBuilder {
    /// An empty passage.
    pub fn new() -> Self {
        Self::default()
    }

    /// The text so far.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Has nothing been added yet?
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Adds text whose bytes stand at `source` as they are; neighbouring runs grow into one piece.
    pub fn verbatim(&mut self, text: &str, source: Span) -> &mut Self {
        debug_assert_eq!(text.len(), source.len());
        if let Some(last) = self.pieces.last_mut()
            && last.kind == PieceKind::Verbatim
            && last.source.end == source.start
        {
            self.text.push_str(text);
            last.clean.end = self.text.len();
            last.source.end = source.end;
            return self;
        }
        self.push(text, source, PieceKind::Verbatim)
    }

    /// Adds one space for the white space at `source`.
    pub fn folded(&mut self, source: Span) -> &mut Self {
        self.push(" ", source, PieceKind::Folded)
    }

    /// Adds `text` for what stands at `source`, other bytes; an empty `text` removes a mark.
    pub fn repaired(&mut self, text: &str, source: Span) -> &mut Self {
        self.push(text, source, PieceKind::Repaired)
    }

    /// Adds a mended cut: `text` (a space, or nothing for a word that goes on) for the gap at `source`.
    pub fn joined(&mut self, text: &str, source: Span) -> &mut Self {
        self.push(text, source, PieceKind::Joined)
    }

    /// Takes white space off the end.
    pub fn trim_end(&mut self) -> &mut Self {
        let kept = self.text.trim_end().len();
        self.text.truncate(kept);
        // White space that nothing follows needs no piece.
        self.pieces.retain(|piece| piece.kind != PieceKind::Folded || piece.clean.start < kept);
        for piece in self.pieces.iter_mut().rev().take_while(|piece| piece.clean.end > kept) {
            if piece.kind == PieceKind::Verbatim {
                piece.source.end -= piece.clean.end - kept.max(piece.clean.start);
            }
            piece.clean = TextRange::new(piece.clean.start.min(kept), kept);
        }
        self
    }

    /// Adds all of another builder's pieces.
    pub fn append(&mut self, other: &Self) -> &mut Self {
        let base = self.text.len();
        self.text.push_str(&other.text);
        self.pieces.extend(other.pieces.iter().map(|piece| Piece {
            clean: TextRange::new(piece.clean.start + base, piece.clean.end + base),
            ..*piece
        }));
        self
    }

    /// The finished passage.
    pub fn build(self, role: PassageRole, section: usize, item: Option<usize>) -> Passage {
        Passage { role, section, item, text: self.text, pieces: self.pieces }
    }

    fn push(&mut self, text: &str, source: Span, kind: PieceKind) -> &mut Self {
        if text.is_empty() && source.is_empty() {
            return self;
        }
        let start = self.text.len();
        self.text.push_str(text);
        self.pieces.push(Piece { clean: TextRange::new(start, self.text.len()), source, kind });
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Passage {
        // source: "**Under the\n\n\tprepared ness** act"
        let mut builder = PassageBuilder::new();
        builder
            .repaired("", Span::new(0, 2))
            .verbatim("Under the", Span::new(2, 11))
            .joined(" ", Span::new(11, 14))
            .repaired("preparedness", Span::new(14, 27))
            .repaired("", Span::new(27, 29))
            .folded(Span::new(29, 30))
            .verbatim("act", Span::new(30, 33));
        builder.build(PassageRole::Paragraph, 0, None)
    }

    #[test]
    fn a_cut_clause_is_one_passage_with_two_spans() {
        let passage = sample();
        assert_eq!(passage.text(), "Under the preparedness act");
        assert_eq!(passage.all_spans(), [Span::new(0, 11), Span::new(14, 33)]);
        assert_eq!(passage.whole_span(), Span::new(0, 33));
    }

    #[test]
    fn ranges_map_to_the_source_and_repaired_words_are_taken_whole() {
        let passage = sample();
        let at = |word: &str| {
            let start = passage.text().find(word).unwrap();
            passage.span(TextRange::new(start, start + word.len()))
        };
        assert_eq!(at("the"), Span::new(8, 11));
        assert_eq!(at("ness"), Span::new(14, 27));
        assert_eq!(at("act"), Span::new(30, 33));
        assert_eq!(at("the preparedness"), Span::new(8, 27));
    }
}
