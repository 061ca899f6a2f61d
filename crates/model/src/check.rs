//! The invariants of a document, as a check that tests run on every fixture and on any bytes.

use crate::{Document, Location, Span};

impl Document {
    /// The non-blank stretches of the source that lie in no heading, block, item or debris: what was lost.
    ///
    /// Empty for every document that the parser built; a test holds it to that.
    pub fn lost(&self) -> Vec<Span> {
        let mut covered: Vec<Span> = Vec::new();
        for section in &self.sections {
            covered.extend(section.heading.as_ref().map(|heading| self.heading_span(heading)));
            covered.extend(section.blocks.iter().flat_map(|block| self.block_spans(block)));
        }
        for item in &self.items {
            covered.extend(item.marker.as_ref().map(|marker| marker.span));
            covered.extend(self.passage(item.passage).all_spans());
        }
        covered.extend(
            self.diagnostics.iter().filter(|found| found.code.is_debris()).filter_map(|found| found.span),
        );
        covered.sort_unstable();

        let mut lost = Vec::new();
        let mut reached = 0;
        for span in covered.into_iter().chain([Span::new(self.source.text.len(), self.source.text.len())]) {
            if span.start > reached {
                let gap = Span::new(reached, span.start);
                let words = self.source.slice(gap);
                let trimmed = words.trim();
                if !trimmed.is_empty() {
                    let start = gap.start + (words.len() - words.trim_start().len());
                    lost.push(Span::new(start, start + trimmed.len()));
                }
            }
            reached = reached.max(span.end);
        }
        lost
    }

    /// Everything in which the document breaks an invariant, in words; empty for a sound document.
    pub fn check(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for (index, passage) in self.passages.iter().enumerate() {
            let (mut clean, mut source) = (0, 0);
            for piece in passage.pieces() {
                if piece.clean.start != clean || piece.source.start < source {
                    faults.push(format!("passage {index}: pieces out of order at {:?}", piece.source));
                }
                if self.source.text.get(piece.source.start..piece.source.end).is_none() {
                    faults.push(format!("passage {index}: {:?} is off a character boundary", piece.source));
                }
                (clean, source) = (piece.clean.end, piece.source.end);
            }
            if clean != passage.text().len() {
                faults
                    .push(format!("passage {index}: pieces cover {clean} of {} bytes", passage.text().len()));
            }
        }
        faults.extend(self.lost().into_iter().map(|span| format!("lost: {:?}", self.source.slice(span))));
        let mut seen = std::collections::BTreeSet::new();
        for item in &self.items {
            if !seen.insert(&item.reference) {
                faults.push(format!("item {} stands twice", item.reference));
            }
        }
        for (what, at) in self.locations() {
            if self.text(at).is_empty() {
                faults.push(format!("{what}: {at:?} has no text"));
            }
        }
        faults
    }

    /// Every location that a record holds, with the name of the record's list.
    fn locations(&self) -> Vec<(&'static str, Location)> {
        let mut all: Vec<(&'static str, Location)> = Vec::new();
        all.extend(self.dates.iter().map(|date| ("dates", date.at)));
        all.extend(self.amounts.iter().map(|amount| ("amounts", amount.at)));
        all.extend(self.acronyms.iter().map(|acronym| ("acronyms", acronym.at)));
        all.extend(self.quotes.iter().flat_map(|quote| quote.at.iter().map(|at| ("quotes", *at))));
        all.extend(self.funding.iter().map(|funding| ("funding", funding.at)));
        all.extend(self.references.iter().map(|reference| ("references", reference.at)));
        for entity in &self.entities {
            all.extend(entity.mentions.iter().map(|mention| ("mentions", mention.at)));
            all.extend(entity.roles.iter().map(|role| ("roles", role.at)));
        }
        all
    }
}
