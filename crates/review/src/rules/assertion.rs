//! What must hold of a batch: `dated = 0.95`, of all documents or of those of a genre.

use std::collections::BTreeMap;

use rapporteur_model::{Code, Document, Genre, Severity};

/// What assertions ask of a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reading {
    /// What kind of paper it is.
    pub genre: Genre,
    /// Does it have a date of issue?
    pub dated: bool,
    /// How often each finding was made, by code and severity.
    pub findings: BTreeMap<(Code, Severity), usize>,
    /// Bytes that are no white space.
    pub bytes: usize,
    /// Of these, in no heading, block, item or finding.
    pub lost: usize,
}

impl Reading {
    /// What assertions ask of a document.
    pub fn of(document: &Document) -> Self {
        let solid = |text: &str| text.split_whitespace().map(str::len).sum::<usize>();
        let mut findings = BTreeMap::new();
        for found in &document.diagnostics {
            *findings.entry((found.code, found.severity)).or_default() += 1;
        }
        Self {
            genre: document.genre.genre,
            dated: document.issued.is_some(),
            findings,
            bytes: solid(&document.source.text),
            lost: document.lost().into_iter().map(|span| solid(document.source.slice(span))).sum(),
        }
    }
}

/// What must hold.
#[derive(Clone, PartialEq, Debug)]
pub enum Claim {
    /// So many documents at least, and at most.
    Documents(Option<usize>, Option<usize>),
    /// So large a share of documents, at least, has a date of issue.
    Dated(f64),
    /// No finding is as grave.
    NoSeverity(Severity),
    /// There is no such finding.
    NoFinding(Code),
    /// The genre of so many documents, at most, could not be told.
    Unknown(usize),
    /// So large a share of each document's text, at least, is accounted for.
    Coverage(f64),
}

/// Something that must hold of the documents of a genre, or of all.
#[derive(Clone, PartialEq, Debug)]
pub struct Assertion {
    /// The genre; all documents where none is named.
    pub genre: Option<Genre>,
    /// What must hold.
    pub claim: Claim,
    /// What to tell a person where it does not.
    pub message: Option<String>,
}

/// An assertion that does not hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Failure {
    /// What was to hold: `documents = 3, of genre treaty`.
    pub assertion: String,
    /// What is: `2`.
    pub found: String,
    /// The user's own words.
    pub message: Option<String>,
}

impl Failure {
    /// All in a sentence.
    pub fn sentence(&self) -> String {
        let message = self.message.as_ref().map(|message| format!(" ({message})")).unwrap_or_default();
        format!("{}: found {}{message}", self.assertion, self.found)
    }
}

/// Those of the assertions that do not hold of the documents, given by path.
pub fn failures(assertions: &[Assertion], readings: &BTreeMap<String, Reading>) -> Vec<Failure> {
    let mut failures = Vec::new();
    for assertion in assertions {
        let of = |reading: &&Reading| assertion.genre.is_none_or(|genre| genre == reading.genre);
        let these: Vec<&Reading> = readings.values().filter(of).collect();
        let Some(found) = assertion.claim.fault(&these) else { continue };
        let genre = assertion.genre.map(|genre| format!(", of genre {genre}")).unwrap_or_default();
        failures.push(Failure {
            assertion: format!("{}{genre}", assertion.claim.shown()),
            found,
            message: assertion.message.clone(),
        });
    }
    failures
}

impl Claim {
    /// As the file has it.
    fn shown(&self) -> String {
        match self {
            Self::Documents(Some(least), Some(most)) if least == most => format!("documents = {least}"),
            Self::Documents(least, most) => {
                let part = |name: &str, bound: &Option<usize>| bound.map(|bound| format!("{name} = {bound}"));
                let parts: Vec<String> = part("min", least).into_iter().chain(part("max", most)).collect();
                format!("documents = {{ {} }}", parts.join(", "))
            }
            Self::Dated(share) => format!("dated = {share}"),
            Self::NoSeverity(severity) => format!("no_finding = \"{severity}\""),
            Self::NoFinding(code) => format!("no_finding = \"{code}\""),
            Self::Unknown(most) => format!("unknown = {most}"),
            Self::Coverage(share) => format!("coverage = {share}"),
        }
    }

    /// What is found instead; none where it holds. A share of nothing holds.
    fn fault(&self, readings: &[&Reading]) -> Option<String> {
        let count = |wanted: &dyn Fn(Code, Severity) -> bool| -> usize {
            let of = |reading: &&Reading| -> usize {
                reading
                    .findings
                    .iter()
                    .filter(|((code, severity), _)| wanted(*code, *severity))
                    .map(|(_, n)| n)
                    .sum()
            };
            readings.iter().map(of).sum()
        };
        match self {
            Self::Documents(least, most) => {
                let found = readings.len();
                let holds = least.is_none_or(|least| found >= least) && most.is_none_or(|most| found <= most);
                (!holds).then(|| found.to_string())
            }
            Self::Dated(share) => {
                let dated = readings.iter().filter(|reading| reading.dated).count();
                let holds = share_of(dated, readings.len()) >= *share - 1e-9;
                (!holds).then(|| format!("{dated} of {}", readings.len()))
            }
            Self::NoSeverity(bar) => {
                let found = count(&|_, severity| severity >= *bar);
                (found > 0).then(|| found.to_string())
            }
            Self::NoFinding(code) => {
                let found = count(&|own, _| own == *code);
                (found > 0).then(|| found.to_string())
            }
            Self::Unknown(most) => {
                let unknown = |reading: &&&Reading| {
                    reading.findings.keys().any(|(code, _)| *code == Code::UnknownGenre)
                };
                let found = readings.iter().filter(unknown).count();
                (found > *most).then(|| found.to_string())
            }
            Self::Coverage(share) => {
                let kept = |reading: &&Reading| {
                    share_of(reading.bytes - reading.lost.min(reading.bytes), reading.bytes)
                };
                let least = readings.iter().map(kept).fold(1.0, f64::min);
                (least < *share - 1e-12).then(|| format!("{least:.4}"))
            }
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of documents and bytes are far below 2^52")]
fn share_of(part: usize, all: usize) -> f64 {
    if all == 0 { 1.0 } else { part as f64 / all as f64 }
}
