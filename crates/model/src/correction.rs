//! Corrections: what a person said a record should be, applied after reading and marked on what it changed.

use std::collections::BTreeMap;

use crate::{
    AmountId, DateId, Document, EntityId, FundingId, Location, Passage, PassageId, Span, TextRange,
    names::named_enum,
};

named_enum! {
    /// What a correction does.
    pub enum CorrectionAction {
        /// Gives a field another value.
        Replace = "replace",
        /// Adds a record that was not read.
        Add = "add",
        /// Takes a record out.
        Strike = "strike",
        /// Makes two entities one.
        Merge = "merge",
        /// Parts a mention from an entity.
        Split = "split",
    }
}

/// A record of a document, by what stays the same when others come and go.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum RecordKey {
    /// The document itself.
    Document,
    /// A section, by its index.
    Section(usize),
    /// A provision, by its reference.
    Item(String),
    /// A date.
    Date(DateId),
    /// An amount.
    Amount(AmountId),
    /// A funding line.
    Funding(FundingId),
    /// An entity.
    Entity(EntityId),
    /// A quotation, an acronym or a reference, by its place.
    Place(Location),
    /// A contact, by its place.
    Contact(Span),
    /// A record that is not there any more.
    Gone(String),
}

/// A correction that was applied.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Correction {
    /// What it changed.
    pub record: RecordKey,
    /// The kind of that record, as the file of overrides has it.
    pub kind: String,
    /// What was done.
    pub action: CorrectionAction,
    /// The field, by JSON pointer, where one was replaced.
    pub field: Option<String>,
    /// What was read.
    pub before: Option<String>,
    /// What it is now.
    pub after: Option<String>,
    /// Who said so.
    pub who: String,
    /// Why.
    pub why: String,
    /// When, an ISO 8601 date.
    pub when: String,
    /// Where.
    pub span: Option<Span>,
}

impl Document {
    /// Corrections by record; the latest where a record has several.
    pub fn corrected(&self) -> BTreeMap<&RecordKey, &Correction> {
        self.corrections.iter().map(|correction| (&correction.record, correction)).collect()
    }

    /// The location of the words that were read from a span of the source; none where no passage has them.
    pub fn locate(&self, span: Span) -> Option<Location> {
        let found = self.passages.iter().enumerate().find_map(|(index, passage)| {
            passage.range_of(span).map(|range| Location { passage: PassageId(index), range })
        });
        found.filter(|at| !at.range.is_empty())
    }

    /// Gives the words at a location another reading; everything else in the passage stays where it was.
    pub fn rewrite(&mut self, at: Location, text: &str) {
        let Some(passage) = self.passages.get_mut(at.passage.0) else { return };
        let (rewritten, range) = passage.rewritten(at.range, text);
        let grown = |offset: usize| offset - range.end + range.start + rewritten.1;
        let moved = |old: TextRange| {
            if old.end <= range.start {
                old
            } else if old.start >= range.end {
                TextRange::new(grown(old.start), grown(old.end))
            } else {
                let start = old.start.min(range.start);
                let end = if old.end >= range.end { grown(old.end) } else { range.start + rewritten.1 };
                TextRange::new(start, end)
            }
        };
        *passage = rewritten.0;
        self.each_location(|location| {
            if location.passage == at.passage {
                location.range = moved(location.range);
            }
        });
    }

    /// Hands over every location of the document.
    fn each_location(&mut self, mut each: impl FnMut(&mut Location)) {
        self.dates.iter_mut().for_each(|date| each(&mut date.at));
        self.amounts.iter_mut().for_each(|amount| each(&mut amount.at));
        self.acronyms.iter_mut().for_each(|acronym| each(&mut acronym.at));
        self.funding.iter_mut().for_each(|funding| each(&mut funding.at));
        self.references.iter_mut().for_each(|reference| each(&mut reference.at));
        for quote in &mut self.quotes {
            quote.at.iter_mut().for_each(&mut each);
            quote.speaker.iter_mut().for_each(|speaker| each(&mut speaker.at));
        }
        for entity in &mut self.entities {
            entity.mentions.iter_mut().for_each(|mention| each(&mut mention.at));
            entity.roles.iter_mut().for_each(|role| each(&mut role.at));
        }
        for correction in &mut self.corrections {
            if let RecordKey::Place(location) = &mut correction.record {
                each(location);
            }
        }
    }
}

impl Passage {
    /// The range of clean text that was read from a span of the source; none where the span leaves the passage.
    pub fn range_of(&self, span: Span) -> Option<TextRange> {
        let holding = |offset: usize| self.pieces().iter().find(|piece| piece.source.contains(offset));
        let (first, last) = (holding(span.start)?, holding(span.end.checked_sub(1)?)?);
        let verbatim = crate::PieceKind::Verbatim;
        let start = if first.kind == verbatim { span.start - first.source.start } else { 0 };
        let cut = if last.kind == verbatim { last.source.end - span.end } else { 0 };
        Some(TextRange::new(first.clean.start + start, last.clean.end.saturating_sub(cut)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PassageBuilder, PassageRole};

    fn passage() -> Passage {
        // source: "Pay  $2 to\n\n- 3 -\n\nthe port."
        let mut builder = PassageBuilder::new();
        builder
            .verbatim("Pay", Span::new(0, 3))
            .folded(Span::new(3, 5))
            .verbatim("$2 to", Span::new(5, 10))
            .joined(" ", Span::new(10, 19))
            .verbatim("the port.", Span::new(19, 28));
        builder.build(PassageRole::Paragraph, 0, None)
    }

    #[test]
    fn words_are_found_by_their_source() {
        let passage = passage();
        let of = |start, end| passage.range_of(Span::new(start, end)).map(|range| passage.slice(range));
        assert_eq!(of(5, 7), Some("$2"));
        assert_eq!(of(8, 22), Some("to the"));
        assert_eq!(of(27, 29), None);
    }

    #[test]
    fn another_reading_leaves_the_rest_in_place() {
        for (words, text, whole) in [
            ("$2", "$25", "Pay $25 to the port."),
            ("$2 to the", "it all in", "Pay it all in port."),
            ("Pay", "Give", "Give $2 to the port."),
            ("the port.", "them", "Pay $2 to them"),
        ] {
            let old = passage();
            let start = old.text().find(words).unwrap();
            let range = TextRange::new(start, start + words.len());
            let ((new, length), at) = old.rewritten(range, text);
            assert_eq!((new.text(), at, length), (whole, range, text.len()));
            let mut reached = 0;
            for piece in new.pieces() {
                assert_eq!(piece.clean.start, reached, "{words}");
                reached = piece.clean.end;
            }
            assert_eq!(reached, whole.len());
            assert_eq!(new.span(TextRange::new(start, start + text.len())), old.span(range));
            assert_eq!(new.whole_span(), old.whole_span());
        }
    }
}
