//! Reports: a comparison for a person, a pull request, a test runner, a code scanner or a program.
//!
//! [`REPORTS`] has one line a format. Invariant: the same comparison gives the same text; no clock and no machine is
//! in it.

mod json;
mod junit;
mod markdown;
mod sarif;
mod text;

use crate::compare::Comparison;
use crate::rules::Failure;
use std::fmt::Write as _;

/// What a report tells.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// What changed.
    pub comparison: &'a Comparison,
    /// Which assertions do not hold.
    pub failures: &'a [Failure],
    /// Inputs that gave no document: label and reason.
    pub refused: &'a [(String, String)],
    /// Version of the program.
    pub version: &'a str,
    /// Is there colour, in a format that has it?
    pub color: bool,
}

/// A format.
#[derive(Clone, Copy, Debug)]
pub struct ReportFormat {
    /// Its name on the command line.
    pub name: &'static str,
    /// What it is for, in a line.
    pub about: &'static str,
    /// Writes it.
    pub write: fn(&Report<'_>) -> String,
}

/// All formats, the default first.
pub static REPORTS: &[ReportFormat] = &[
    ReportFormat { name: "text", about: "for a person, with a word diff", write: text::write },
    ReportFormat {
        name: "markdown",
        about: "for a pull request, with a table of gains and losses",
        write: markdown::write,
    },
    ReportFormat {
        name: "junit",
        about: "JUnit XML, a test case a document and an assertion",
        write: junit::write,
    },
    ReportFormat {
        name: "sarif",
        about: "SARIF 2.1.0, for code scanning, with lines and columns",
        write: sarif::write,
    },
    ReportFormat { name: "json", about: "for a program", write: json::write },
];

impl Report<'_> {
    /// Is there nothing to tell?
    pub fn is_clean(&self) -> bool {
        self.comparison.is_empty() && self.failures.is_empty() && self.refused.is_empty()
    }

    /// The outcome in a sentence.
    fn outcome(&self) -> String {
        let documents = self.comparison.documents.len();
        let changes = self.comparison.changes.len();
        let mut sentence = match changes {
            0 => format!("nothing changed in {}", counted(documents, "document")),
            _ => format!("{} in {}", counted(changes, "change"), counted(self.changed(), "document")),
        };
        if !self.failures.is_empty() {
            _ = write!(sentence, "; {} failed", counted(self.failures.len(), "assertion"));
        }
        if !self.refused.is_empty() {
            _ = write!(sentence, "; {} could not be read", counted(self.refused.len(), "input"));
        }
        sentence
    }

    /// Number of documents with a change.
    fn changed(&self) -> usize {
        let documents = self.comparison.changes.iter().map(|change| &change.document);
        documents.collect::<std::collections::BTreeSet<_>>().len()
    }
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

/// A text without control characters, in a line: what a paper says may not move the terminal's cursor.
fn plain(text: &str) -> String {
    text.chars()
        .map(|sign| match sign {
            '\t' | '\n' | '\r' => ' ',
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' => '\u{FFFD}',
            sign if sign.is_control() => '\u{FFFD}',
            sign => sign,
        })
        .collect()
}
