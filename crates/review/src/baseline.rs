//! A baseline: the facts that were accepted, a line each, in a file of the user's own repository.
//!
//! ```text
//! {"document":"papers/reef.txt","kind":"document","genre":"press_release","title":"New money for the reef", …}
//! {"document":"papers/reef.txt","kind":"amount","text":"$2.6 million","value":"2600000", …}
//! ```
//!
//! Invariant: lines are sorted by document, kind and place, so that a change of one fact is a change of one line; no
//! line holds a number that another fact's coming or going would change.

use std::collections::BTreeMap;

use crate::fact::Fact;
use crate::facts::Facts;

/// Why a file is no baseline.
#[derive(thiserror::Error, PartialEq, Eq, Debug)]
#[error("line {line}: {reason}")]
pub struct BaselineError {
    /// The line, from 1.
    pub line: usize,
    /// Why, in words.
    pub reason: String,
}

/// The facts of a baseline, by document.
///
/// # Errors
/// Where a line is no fact.
pub fn read(text: &str) -> Result<Vec<Facts>, BaselineError> {
    let mut documents: BTreeMap<String, Vec<Fact>> = BTreeMap::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let (document, fact) =
            Fact::read(line).map_err(|reason| BaselineError { line: number + 1, reason })?;
        documents.entry(document).or_default().push(fact);
    }
    let facts = documents.into_iter().map(|(document, mut facts)| {
        facts.sort_by(Fact::order);
        Facts { document, facts }
    });
    Ok(facts.collect())
}

/// The text of a baseline.
pub fn write<'a>(documents: impl IntoIterator<Item = &'a Facts>) -> String {
    let mut sorted: Vec<&Facts> = documents.into_iter().collect();
    sorted.sort_by(|a, b| a.document.cmp(&b.document));
    let mut text = String::new();
    for facts in sorted {
        for fact in &facts.facts {
            text.push_str(&fact.line(&facts.document));
            text.push('\n');
        }
    }
    text
}
