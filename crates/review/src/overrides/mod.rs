//! Corrections that are replayed at each run: `overrides.json`.
//!
//! ```json
//! {"overrides": [{
//!   "document": "papers/reef.txt", "sha256": null,
//!   "target": {"selectors": [
//!     {"type": "TextQuoteSelector", "exact": "$2.6 million", "prefix": "receive ", "suffix": " over"},
//!     {"type": "TextPositionSelector", "start": 812, "end": 824}]},
//!   "kind": "amount", "action": "replace", "field": "/currency", "value": "CAD",
//!   "who": "A. Reader", "why": "the city is in Canada", "when": "2026-11-24"}]}
//! ```
//!
//! Targets are those of the W3C Web Annotation Data Model; positions count code points, as spans of the output do.
//! `kind` is `document`, `section`, `item`, `date`, `amount`, `funding`, `entity`, `mention`, `role`, `quotation`, `acronym`, `reference`,
//! `contact` or `diagnostic`; `action` is `replace` (with `field`, a JSON pointer into the record, and `value`), `add`
//! (with a `value`), `strike`, `merge` (the entity at the target into the one at `with`) or `split` (the mention at the
//! target from its entity, to the one at `with` or to a new one of the name `value`).
//!
//! Invariant: a correction is applied to the words that it quotes, or not at all; then the document has the finding
//! `override-stale`.

mod add;
mod apply;
mod entities;
mod replace;
mod strike;
mod target;

use rapporteur_model::CorrectionAction;
use serde::Deserialize;
use serde_json::Value;

pub use apply::apply;
pub use target::{Selector, Target};

/// A correction as its file has it.
#[derive(Deserialize, Clone, PartialEq, Debug)]
#[serde(deny_unknown_fields)]
pub struct Override {
    /// `source.path` of the document.
    pub document: String,
    /// `source.sha256` of the document that the reader saw.
    #[serde(default)]
    pub sha256: Option<String>,
    /// Where; the whole document where nothing is given.
    #[serde(default)]
    pub target: Target,
    /// The kind of the record.
    pub kind: String,
    /// What is to be done.
    pub action: String,
    /// The field that is replaced, a JSON pointer into the record.
    #[serde(default)]
    pub field: Option<String>,
    /// What the field or the added record is to be.
    #[serde(default)]
    pub value: Value,
    /// The other entity.
    #[serde(default)]
    pub with: Option<Target>,
    /// Who says so.
    pub who: String,
    /// Why.
    pub why: String,
    /// When, an ISO 8601 date.
    pub when: String,
}

/// All corrections of a file, in its order.
#[derive(Deserialize, Clone, PartialEq, Debug, Default)]
#[serde(deny_unknown_fields)]
pub struct Overrides {
    /// The corrections.
    pub overrides: Vec<Override>,
}

/// Why a file of overrides cannot be used.
#[derive(thiserror::Error, PartialEq, Eq, Debug)]
#[error("{0}")]
pub struct OverridesError(String);

/// Kinds of records with the fields that can be replaced, and whether they can be added and struck.
const KINDS: &[(&str, &[&str], bool, bool)] = &[
    ("document", &["/genre", "/issued/edtf", "/issuer", "/language", "/title/text"], false, false),
    ("section", &["/kind", "/level"], false, false),
    ("item", &["/kind", "/number", "/parent", "/text", "/title"], false, true),
    ("date", &["/basis", "/edtf", "/kind", "/mod", "/role", "/text"], true, true),
    (
        "amount",
        &[
            "/currency",
            "/kind",
            "/per",
            "/period",
            "/qualifier",
            "/role",
            "/text",
            "/unit",
            "/value",
            "/value_max",
        ],
        true,
        true,
    ),
    ("funding", &["/amount", "/donor", "/part_of", "/recipient", "/status", "/title"], true, true),
    ("entity", &["/acronym", "/iso3166", "/kind", "/name", "/wikidata"], true, true),
    ("mention", &[], false, true),
    ("role", &["/of", "/title"], false, true),
    ("quotation", &["/cue", "/kind", "/speaker", "/text"], true, true),
    ("acronym", &["/entity", "/long", "/short"], true, true),
    ("reference", &["/text"], true, true),
    ("contact", &["/email", "/name", "/organization", "/phone", "/url"], true, true),
    ("diagnostic", &[], false, true),
];

/// The corrections of a file.
///
/// # Errors
/// Where it is no JSON of this form, or names a kind, action or field that there is not.
pub fn parse(text: &str) -> Result<Overrides, OverridesError> {
    let file: Overrides = serde_json::from_str(text).map_err(|error| OverridesError(error.to_string()))?;
    for (number, one) in file.overrides.iter().enumerate() {
        one.check().map_err(|reason| OverridesError(format!("override {}: {reason}", number + 1)))?;
    }
    Ok(file)
}

impl Overrides {
    /// Those of a document, in their order.
    pub fn of<'a>(&'a self, path: &str, sha256: &str) -> impl Iterator<Item = &'a Override> {
        self.overrides.iter().filter(move |one| one.document == path || one.sha256.as_deref() == Some(sha256))
    }
}

impl Override {
    fn check(&self) -> Result<(), String> {
        let names: Vec<&str> = KINDS.iter().map(|(name, ..)| *name).collect();
        let Some((_, fields, adds, strikes)) = KINDS.iter().find(|(name, ..)| *name == self.kind) else {
            return Err(unknown("kind", &self.kind, &names));
        };
        let actions: Vec<&str> = CorrectionAction::ALL.iter().map(|action| action.as_str()).collect();
        let Some(action) = CorrectionAction::from_name(&self.action) else {
            return Err(unknown("action", &self.action, &actions));
        };
        let entity = matches!(self.kind.as_str(), "entity" | "mention");
        match action {
            CorrectionAction::Replace => match self.field.as_deref() {
                Some(field) if fields.contains(&field) => Ok(()),
                Some(field) => Err(unknown(&format!("field of {}", self.kind), field, fields)),
                None => Err("a field is missing, of the record to be replaced".to_owned()),
            },
            CorrectionAction::Add if !adds => Err(format!("a {} cannot be added", self.kind)),
            CorrectionAction::Strike if !strikes => Err(format!("a {} cannot be struck", self.kind)),
            CorrectionAction::Merge | CorrectionAction::Split if !entity => {
                Err(format!("only entities are merged and split, no {}", self.kind))
            }
            CorrectionAction::Merge if self.with.is_none() => {
                Err("\"with\" is missing, the other entity".to_owned())
            }
            CorrectionAction::Split if self.with.is_none() && self.value.is_null() => {
                Err("\"with\" or \"value\" is missing, the entity or the name of a new one".to_owned())
            }
            _ => Ok(()),
        }
    }

    /// What is to be done; checked when the file is read.
    pub(crate) fn does(&self) -> CorrectionAction {
        CorrectionAction::from_name(&self.action).unwrap_or(CorrectionAction::Replace)
    }
}

fn unknown(what: &str, name: &str, known: &[&str]) -> String {
    let nearest = known.iter().min_by_key(|one| strsim::damerau_levenshtein(one, name));
    let hint = nearest.map(|one| format!("; did you mean \"{one}\"?")).unwrap_or_default();
    format!("unknown {what} \"{name}\"{hint}")
}

#[cfg(test)]
mod tests;
