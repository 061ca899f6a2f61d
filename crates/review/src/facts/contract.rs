//! The record of a document as a reader of its JSON sees it: of the contract's fields, those that facts are made of.
//!
//! A field that a record of an earlier version does not have counts as empty.

use serde::Deserialize;

/// A half-open range of code points.
#[derive(Deserialize, Clone, Copy, Default, Debug)]
pub(super) struct Span {
    pub start: usize,
    pub end: usize,
}

macro_rules! record {
    ($(#[$about:meta])* $name:ident { $($field:ident $(as $key:literal)?: $kind:ty),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Deserialize, Default, Debug)]
        #[serde(default)]
        pub(super) struct $name {
            $( $(#[serde(rename = $key)])? pub $field: $kind, )+
        }
    };
}

record! {
    /// The object of a JSON file.
    Document {
        source: Source, genre: String, language: String, title: Option<Words>, issued: Option<Issued>,
        dateline: Option<Dateline>, issuer: Option<String>, sections: Vec<Section>, items: Vec<Item>,
        dates: Vec<Date>, amounts: Vec<Amount>, entities: Vec<Entity>, acronyms: Vec<Acronym>, quotes: Vec<Quote>,
        funding: Vec<Funding>, contacts: Vec<Contact>, references: Vec<Words>, diagnostics: Vec<Diagnostic>,
    }
}
record! { Source { path: String, sha256: String } }
record! { Words { text: String, span: Span } }
record! { Issued { edtf: String, basis: String } }
record! { Dateline { place: Option<String>, date: Option<String>, span: Span } }
record! {
    Section {
        id: String, kind: String, level: u8, heading: Option<Words>, parent: Option<String>, blocks: Vec<Block>,
    }
}
record! { Block { kind: String, text: String, spans: Vec<Span>, entries: Vec<Entry>, rows: Vec<Row> } }
record! { Entry { text: String, spans: Vec<Span>, entries: Vec<Entry> } }
record! { Row { cells: Vec<Words> } }
record! {
    Item {
        reference as "ref": String, number: Option<String>, kind: String, title: Option<String>,
        text: Option<String>, spans: Vec<Span>, section: Option<String>,
    }
}
record! {
    Date {
        id: String, text: String, span: Span, edtf: Option<String>, kind: String, modifier as "mod": Option<String>,
        basis: String, anchor: Option<String>, role: String,
    }
}
record! {
    Amount {
        id: String, text: String, span: Span, kind: String, value: String, value_max: Option<String>,
        currency: Option<String>, currency_basis: Option<String>, qualifier: Option<String>, unit: Option<String>,
        per: Option<String>, period: Option<String>, role: Option<String>,
    }
}
record! {
    Entity {
        id: String, kind: String, name: String, aliases: Vec<String>, acronym: Option<String>,
        iso3166: Option<String>, members: Vec<String>, wikidata: Option<String>, roles: Vec<Role>,
        mentions: Vec<Words>,
    }
}
record! { Role { title: String, of: Option<String> } }
record! { Acronym { short: String, long: String, span: Span, entity: Option<String> } }
record! {
    Quote {
        text: String, spans: Vec<Span>, kind: String, speaker: Option<String>, speaker_text: Option<String>,
        cue: Option<String>,
    }
}
record! {
    Funding {
        id: String, title: Option<String>, amount: String, donor: Option<String>, recipient: Option<String>,
        status: Option<String>, span: Span, part_of: Option<String>,
    }
}
record! {
    Contact {
        name: Option<String>, organization: Option<String>, email: Option<String>, phone: Option<String>,
        handles: Vec<String>, url: Option<String>, span: Span,
    }
}
record! {
    Diagnostic { code: String, severity: String, message: String, span: Option<Span>, record: Option<String> }
}
