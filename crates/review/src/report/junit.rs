//! `JUnit` XML: a test case a document, which fails where something changed, and one an assertion.
//!
//! Written by quick-junit, the library of cargo-nextest, which leaves out what XML cannot hold.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use quick_junit::{NonSuccessKind, Report as Xml, TestCase, TestCaseStatus, TestSuite};

use super::{Report, plain};
use crate::change::{Change, What};

/// The report.
pub(super) fn write(report: &Report<'_>) -> String {
    let mut by_document: BTreeMap<&str, Vec<&Change>> = BTreeMap::new();
    for document in &report.comparison.documents {
        by_document.entry(document).or_default();
    }
    for change in &report.comparison.changes {
        by_document.entry(&change.document).or_default().push(change);
    }
    let mut documents = TestSuite::new("documents");
    for (document, changes) in by_document {
        let status = if changes.is_empty() { TestCaseStatus::success() } else { failed(&changes) };
        documents.add_test_case(case(document, "rapporteur.documents", status));
    }
    for (label, reason) in report.refused {
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
        status.set_type("unreadable").set_message(plain(reason));
        documents.add_test_case(case(label, "rapporteur.documents", status));
    }
    let mut assertions = TestSuite::new("assertions");
    for failure in report.failures {
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
        status.set_type("assertion").set_message(plain(&failure.sentence()));
        assertions.add_test_case(case(&failure.assertion, "rapporteur.assertions", status));
    }
    let mut xml = Xml::new("rapporteur");
    xml.add_test_suite(documents);
    if !report.failures.is_empty() {
        xml.add_test_suite(assertions);
    }
    // Into a text, nothing can fail but the making of the text itself.
    xml.to_string().unwrap_or_default()
}

fn case(name: &str, class: &str, status: TestCaseStatus) -> TestCase {
    let mut case = TestCase::new(plain(name), status);
    case.set_classname(class);
    case
}

fn failed(changes: &[&Change]) -> TestCaseStatus {
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
    let first = changes.first().map(|change| change.sentence()).unwrap_or_default();
    let more = if changes.len() > 1 { format!(" and {} more", changes.len() - 1) } else { String::new() };
    let lines: Vec<String> = changes.iter().map(|change| line(change)).collect();
    status
        .set_type("changed")
        .set_message(plain(&format!("{first}{more}")))
        .set_description(lines.join("\n"));
    status
}

fn line(change: &Change) -> String {
    let place = change.place.as_ref().map(|place| format!("line {}: ", place.line)).unwrap_or_default();
    let mut line = format!("{place}{}", change.sentence());
    match change.what {
        What::Reworded | What::Weakened | What::Strengthened => {
            let diff = super::text::diff(&change.old, &change.new, super::text::Paint(false));
            _ = write!(line, ": {diff}");
        }
        What::Added => _ = write!(line, ": {}", change.new),
        What::Removed => _ = write!(line, ": {}", change.old),
        _ => {}
    }
    plain(&line)
}
