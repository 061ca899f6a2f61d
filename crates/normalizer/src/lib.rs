//! A document's outline to its values, names and findings.
//!
//! [`normalize`] runs the [`STAGES`] in order; each appends its layer to the document and edits none below.
//! Everything here reads passages (clean text) and records locations in them; nothing here knows bytes,
//! lines or outputs.

pub mod finder;
pub mod lexicon;

mod anchor;
mod check;
mod funding;
mod issued;
mod issuer;

#[cfg(test)]
mod sample;

pub use finder::FINDERS;
pub use lexicon::Lexicon;

use rapporteur_model::{Diagnostic, Document, fold_many};

/// What is known of a document from outside its text.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Context {
    /// Its date of issue, EDTF; the reference for "today" and for missing years where the text has no own.
    pub issued: Option<String>,
    /// Country of the issuer, ISO 3166-1 alpha-2; decides a bare "$" where the text does not.
    pub country: Option<String>,
}

/// One step of the normalizer.
pub struct Stage {
    /// Its name.
    pub name: &'static str,
    /// What it appends to the document.
    pub run: fn(&mut Document, &Lexicon, &Context),
}

/// All steps, in order: values, then names, then what needs both.
pub static STAGES: &[Stage] = &[
    Stage { name: "date", run: finder::date::find },
    Stage { name: "money", run: finder::money::find },
    Stage { name: "quantity", run: finder::quantity::find },
    Stage { name: "acronym", run: finder::acronym::find },
    Stage { name: "issued", run: issued::find },
    Stage { name: "anchor", run: anchor::resolve },
    Stage { name: "name", run: finder::name::find },
    Stage { name: "quotation", run: finder::quotation::find },
    Stage { name: "contact", run: finder::contact::find },
    Stage { name: "reference", run: finder::reference::find },
    Stage { name: "issuer", run: issuer::find },
    Stage { name: "currency", run: finder::money::resolve_currency },
    Stage { name: "funding", run: funding::find },
    Stage { name: "check", run: check::find },
];

/// Reads values, names and findings out of a document that the parser built. Never fails.
pub fn normalize(document: &mut Document, lexicon: &Lexicon, context: &Context) {
    for stage in STAGES {
        (stage.run)(document, lexicon, context);
    }
    let order = |found: &Diagnostic| (found.span.map(|span| span.start), found.code);
    document.diagnostics.sort_by_key(order);
    fold_many(&mut document.diagnostics);
    document.diagnostics.sort_by_key(order);
}
