//! What counts as a change, and what must hold of a batch: `rapporteur.toml`.
//!
//! ```toml
//! baseline = "facts.jsonl"
//! overrides = "overrides.json"
//!
//! [ignore]
//! kinds = ["passage"]
//! fields = ["date.basis"]
//! findings = ["acronym-late"]
//!
//! [tolerance]
//! "amount.value" = "0.5 %"
//! "date.edtf" = "2 days"
//!
//! [[assert]]
//! genre = "press_release"
//! dated = 0.95
//! message = "nearly every release says its day"
//! ```
//!
//! Invariant: whatever stands in the file has an effect. A key, kind, field or finding that is not known is an error
//! with its line and the nearest that is.

mod assertion;
mod file;
mod tolerance;

pub use assertion::{Assertion, Failure, Reading, failures};
pub use file::{RulesError, parse};
pub use tolerance::Tolerance;

use std::collections::{BTreeMap, BTreeSet};

use crate::fact::{Fact, Kind};
use crate::facts::Facts;

/// What counts as a change, and what must hold of a batch.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Rules {
    /// Path of the baseline, relative to the file.
    pub baseline: Option<String>,
    /// Path of the overrides, relative to the file.
    pub overrides: Option<String>,
    /// What must hold.
    pub assertions: Vec<Assertion>,
    kinds: BTreeSet<Kind>,
    fields: BTreeSet<(Kind, String)>,
    findings: BTreeSet<String>,
    tolerances: BTreeMap<(Kind, String), Tolerance>,
}

impl Rules {
    /// Does a fact not count at all?
    pub fn ignores(&self, fact: &Fact) -> bool {
        self.kinds.contains(&fact.kind)
            || fact.kind == Kind::Diagnostic
                && fact.one("code").is_some_and(|code| self.findings.contains(code))
    }

    /// The facts that count, for a baseline: what is ignored would only make its reviews longer.
    pub fn kept(&self, documents: &[Facts]) -> Vec<Facts> {
        let kept = |facts: &Facts| Facts {
            document: facts.document.clone(),
            facts: facts.facts.iter().filter(|fact| !self.ignores(fact)).cloned().collect(),
        };
        documents.iter().map(kept).collect()
    }

    /// Does a field not count?
    pub fn ignores_field(&self, kind: Kind, name: &str) -> bool {
        !self.fields.is_empty() && self.fields.contains(&(kind, name.to_owned()))
    }

    /// Are two values near enough to count as the same?
    pub fn tolerates(&self, kind: Kind, name: &str, old: &str, new: &str) -> bool {
        let tolerance = || self.tolerances.get(&(kind, name.to_owned()));
        old == new
            || !self.tolerances.is_empty() && tolerance().is_some_and(|tolerance| tolerance.holds(old, new))
    }
}
