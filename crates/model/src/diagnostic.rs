//! Findings: all that was repaired, or could not be explained.

use std::collections::BTreeMap;

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
        /// A run of numbers begins again, or runs backwards, where nothing parts it: 1 behind 3, 2.2 behind 2.5.
        ///
        /// Below a heading, another number or letter, or behind words without a number a run begins anew by right.
        /// References stay unique: a number that stood before gets a suffix.
        NumberingRestart = "numbering-restart",
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
        /// A correction of the overrides file was not applied; the message says why.
        ///
        /// Its words are no longer in the text, or no record of its kind is read there any more. The correction should be
        /// made anew, or taken out of the file.
        OverrideStale = "override-stale",
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

    /// Does the finding tell what was done to the text, so that the text cannot be accounted for without it? Such
    /// findings are never left out.
    pub const fn is_repair(self) -> bool {
        self.is_debris()
            || matches!(
                self,
                Self::OcrRepairedWord
                    | Self::PageBreakJoined
                    | Self::TitleContinued
                    | Self::DecodingReplaced
                    | Self::UnknownGenre
            )
    }
}

/// Most findings of one code that are told one by one.
pub const MOST_OF_A_CODE: usize = 1000;

/// Keeps the first [`MOST_OF_A_CODE`] findings of each code, and tells the rest of them as one that says how many there
/// are: ten megabytes of opening quotation marks are one fault, not three million. That one stands at the place of the
/// first that is left out and is as grave as the gravest. Findings that tell a repair all stay.
pub fn fold_many(findings: &mut Vec<Diagnostic>) {
    if findings.len() <= MOST_OF_A_CODE {
        return;
    }
    let mut seen: BTreeMap<Code, usize> = BTreeMap::new();
    let mut rest: BTreeMap<Code, (Diagnostic, usize)> = BTreeMap::new();
    findings.retain(|found| {
        let count = seen.entry(found.code).or_default();
        *count += 1;
        if found.code.is_repair() || *count <= MOST_OF_A_CODE {
            return true;
        }
        let (first, more) = rest.entry(found.code).or_insert_with(|| (found.clone(), 0));
        first.severity = first.severity.max(found.severity);
        *more += 1;
        false
    });
    for (first, more) in rest.into_values() {
        // One alone is told as it is.
        let one = more == 1;
        let message = format!("{more} more of “{}” from here on, not told one by one", first.code);
        findings.push(if one { first } else { Diagnostic { message, record: None, ..first } });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn many(code: Code, count: usize) -> Vec<Diagnostic> {
        (0..count).map(|at| Diagnostic::new(code, Severity::Info, Span::new(at, at + 1), "odd")).collect()
    }

    #[test]
    fn the_rest_of_a_code_is_one_finding_that_counts_it() {
        let mut findings = many(Code::UnclosedQuote, MOST_OF_A_CODE + 500);
        findings[MOST_OF_A_CODE + 7].severity = Severity::Warning;
        findings.extend(many(Code::SectionEmpty, 3));
        fold_many(&mut findings);
        assert_eq!(findings.len(), MOST_OF_A_CODE + 1 + 3);
        let last = findings.last().unwrap();
        assert_eq!(last.message, "500 more of “unclosed-quote” from here on, not told one by one");
        assert_eq!((last.severity, last.span.unwrap().start), (Severity::Warning, MOST_OF_A_CODE));
    }

    #[test]
    fn repairs_and_a_few_findings_stay() {
        for (code, count) in [
            (Code::OcrDebris, MOST_OF_A_CODE + 500),
            (Code::OcrRepairedWord, MOST_OF_A_CODE + 500),
            (Code::UnclosedQuote, MOST_OF_A_CODE),
            (Code::UnclosedQuote, MOST_OF_A_CODE + 1),
        ] {
            let mut findings = many(code, count);
            fold_many(&mut findings);
            assert_eq!(findings, many(code, count), "{code} {count}");
        }
    }
}
