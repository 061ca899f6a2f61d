//! The one summary of a batch: what was read, what was found, what failed, what was written.
//!
//! ```text
//! 3 documents: press_release 2, treaty 1
//! records: documents 3, sections 9, items 41
//! findings: year-inferred 4, numbering-gap 1
//! 40 unchanged
//! 1 repeated
//!   b/copy.txt: the same bytes as a/first.txt
//! 1 failed
//!   b/photo.txt: binary data (NUL byte at offset 0)
//! written
//!   out/json/
//!   out/rapporteur.sqlite
//! ```

use std::{
    collections::BTreeMap,
    fmt::{self, Display, Formatter},
};

use rapporteur_exporter::Export;
use rapporteur_model::{Code, Genre, Severity};

use crate::outline::shown;

/// Counts and lists of a batch.
#[derive(Default, Debug)]
pub struct Summary {
    documents: usize,
    genres: BTreeMap<Genre, usize>,
    records: BTreeMap<&'static str, usize>,
    findings: BTreeMap<Code, usize>,
    gravest: Option<Severity>,
    repeats: Vec<(String, String)>,
    failures: Vec<(String, String)>,
    unchanged: usize,
    pruned: usize,
    left: usize,
    written: Vec<String>,
}

impl Summary {
    /// Counts a document.
    pub fn add(&mut self, export: &Export<'_>) {
        self.documents += 1;
        *self.genres.entry(export.document.genre.genre).or_default() += 1;
        for (table, rows) in export.counts() {
            *self.records.entry(table).or_default() += rows;
        }
        for found in &export.document.diagnostics {
            *self.findings.entry(found.code).or_default() += 1;
            self.gravest = self.gravest.max(Some(found.severity));
        }
    }

    /// Notes an input whose bytes are those of an earlier one.
    pub fn repeats(&mut self, label: &str, first: &str) {
        self.repeats.push((label.to_owned(), first.to_owned()));
    }

    /// Notes an input that gives no document.
    pub fn failed(&mut self, label: &str, reason: &str) {
        self.failures.push((label.to_owned(), reason.to_owned()));
    }

    /// Counts a document that the outputs hold already.
    pub fn unchanged(&mut self) {
        self.unchanged += 1;
    }

    /// Notes how many documents were taken out of an output; of several outputs the most.
    pub fn pruned(&mut self, documents: usize) {
        self.pruned = self.pruned.max(documents);
    }

    /// Notes how many inputs were not come to.
    pub fn left(&mut self, inputs: usize) {
        self.left = inputs;
    }

    /// Notes where an output wrote: a file, the folder of many, or a server.
    pub fn wrote(&mut self, places: impl IntoIterator<Item = String>) {
        self.written.extend(places);
    }

    /// The inputs that give no document, and why.
    pub fn failures(&self) -> &[(String, String)] {
        &self.failures
    }

    /// Is there an input that gives no document?
    pub fn has_failures(&self) -> bool {
        !self.failures.is_empty()
    }

    /// Is there a finding at least as grave as `bar`?
    pub fn reaches(&self, bar: Severity) -> bool {
        self.gravest >= Some(bar)
    }
}

impl Display for Summary {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut failures = self.failures.clone();
        failures.sort();
        write!(f, "{}", counted(self.documents, "document"))?;
        let genres: Vec<_> = self.genres.iter().collect();
        writeln!(f, "{}{}", if genres.is_empty() { "" } else { ": " }, by_number(&genres))?;
        let records: Vec<_> = self.records.iter().filter(|(_, rows)| **rows > 0).collect();
        if !records.is_empty() {
            writeln!(f, "records: {}", in_order(&records))?;
        }
        if !self.findings.is_empty() {
            writeln!(f, "findings: {}", by_number(&self.findings.iter().collect::<Vec<_>>()))?;
        }
        for (number, what) in
            [(self.unchanged, "unchanged"), (self.pruned, "taken out"), (self.left, "not come to")]
        {
            if number > 0 {
                writeln!(f, "{number} {what}")?;
            }
        }
        if !self.repeats.is_empty() {
            writeln!(f, "{} repeated", self.repeats.len())?;
        }
        for (label, first) in &self.repeats {
            writeln!(f, "  {}: the same bytes as {}", shown(label), shown(first))?;
        }
        if !failures.is_empty() {
            writeln!(f, "{} failed", failures.len())?;
        }
        for (label, reason) in &failures {
            writeln!(f, "  {}: {}", shown(label), shown(reason))?;
        }
        if !self.written.is_empty() {
            writeln!(f, "written")?;
        }
        for place in &self.written {
            writeln!(f, "  {place}")?;
        }
        Ok(())
    }
}

fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// `name count` pairs, the most first; equal ones in the order of their kind.
fn by_number<T: Display>(counts: &[(&T, &usize)]) -> String {
    let mut counts = counts.to_vec();
    counts.sort_by(|a, b| b.1.cmp(a.1));
    in_order(&counts)
}

fn in_order<T: Display>(counts: &[(&T, &usize)]) -> String {
    counts.iter().map(|(name, count)| format!("{name} {count}")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_names_what_went_wrong() {
        let mut summary = Summary::default();
        summary.failed("z.txt", "empty (0 bytes)");
        summary.failed("a.txt", "blank (white space alone)");
        summary.repeats("c.txt", "b.txt");
        insta::assert_snapshot!(summary.to_string(), @r"
        0 documents
        1 repeated
          c.txt: the same bytes as b.txt
        2 failed
          a.txt: blank (white space alone)
          z.txt: empty (0 bytes)
        ");
        assert!(summary.has_failures() && !summary.reaches(Severity::Info));
    }
}
