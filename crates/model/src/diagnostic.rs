//! Findings: all that was repaired, or could not be explained.

use crate::{Span, names::named_enum};

named_enum! {
    /// How grave a finding is.
    pub enum Severity {
        /// Worth knowing.
        Info = "info",
        /// A value may be wrong or missing.
        Warning = "warning",
        /// Something could not be read.
        Error = "error",
    }
}

named_enum! {
    /// What was found. Each variant's comment is the page that `rapporteur explain CODE` prints.
    pub enum Code {
        /// Characters that belong to no word: letters or signs that scanning or copying left behind.
        ///
        /// They stand in no heading, block or item; the span of this finding accounts for them.
        OcrDebris = "ocr-debris",
        /// A line that repeats, garbled and cut short, the number and words of the row that follows it.
        ///
        /// The good reading is kept as the item; the garbled one is set aside here. Replaces
        /// `numbering-duplicate` where it applies.
        OcrGarbledDuplicate = "ocr-garbled-duplicate",
        /// A word that scanning or copying damaged was mended: "prepared ness", "senior- official", "3 rd".
        ///
        /// The message tells what stood there. Only spaces, hyphens at a line's end, stray signs and a lost letter
        /// are mended; authors' own errors stay as printed.
        OcrRepairedWord = "ocr-repaired-word",
        /// Signs of a markup language (`**`, `---`, `|`) were taken out of the reading text.
        MarkupRemoved = "markup-removed",
        /// A clause that a page break cut in two was joined.
        PageBreakJoined = "page-break-joined",
        /// A title went on in a later row or line and was joined.
        TitleContinued = "title-continued",
        /// A number is missing between two neighbours: 2.3 follows 2.1.
        NumberingGap = "numbering-gap",
        /// A number stands twice under the same parent.
        ///
        /// The second gets a reference with a suffix so that references stay unique.
        NumberingDuplicate = "numbering-duplicate",
        /// A paragraph announces a list with a colon, and none follows.
        ///
        /// Typical of saved pages, whose lists are lost when the text is copied.
        ListMissing = "list-missing",
        /// A heading has nothing under it.
        SectionEmpty = "section-empty",
        /// A year that the text does not give was reasoned out; the message says from what.
        YearInferred = "year-inferred",
        /// A line of the document contradicts its date of issue; the message names both dates.
        ///
        /// A dateline and a line of issue that differ, or a page that was modified or copied before it was issued.
        DateConflict = "date-conflict",
        /// A total and its listed parts do not add up; the message gives both sums.
        PartsDoNotSum = "parts-do-not-sum",
        /// A quotation mark opens and is never closed.
        UnclosedQuote = "unclosed-quote",
        /// A bracket opens and is never closed, or closes and was never opened.
        UnbalancedBracket = "unbalanced-bracket",
        /// A short form in capitals is used several times and never defined in the document.
        ///
        /// Names that everyone knows by their letters are not told.
        AcronymUndefined = "acronym-undefined",
        /// A short form is defined twice with different words.
        AcronymRedefined = "acronym-redefined",
        /// A short form is used before the place that defines it.
        AcronymLate = "acronym-late",
        /// A passage of some length stands twice, word for word.
        RepeatedPassage = "repeated-passage",
        /// No genre could be told; the outline was read by form alone.
        UnknownGenre = "unknown-genre",
        /// Bytes that are no text in the document's encoding were replaced by U+FFFD.
        DecodingReplaced = "decoding-replaced",
    }
}

/// A finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// What was found.
    pub code: Code,
    /// How grave it is.
    pub severity: Severity,
    /// A sentence for a person, with what stood there.
    pub message: String,
    /// Where.
    pub span: Option<Span>,
    /// The reference or id of the record that it speaks of.
    pub record: Option<String>,
}

impl Diagnostic {
    /// A finding at a place, about no record.
    pub fn new(code: Code, severity: Severity, span: Span, message: impl Into<String>) -> Self {
        Self { code, severity, message: message.into(), span: Some(span), record: None }
    }

    /// The same finding, about a record.
    #[must_use]
    pub fn about(mut self, record: impl Into<String>) -> Self {
        self.record = Some(record.into());
        self
    }
}

impl Code {
    /// Do the characters under such a finding stand in no block, so that the finding accounts for them?
    pub const fn is_debris(self) -> bool {
        matches!(self, Self::OcrDebris | Self::OcrGarbledDuplicate | Self::MarkupRemoved)
    }
}
