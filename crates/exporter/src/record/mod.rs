//! The record: what one document is in the output, the object of a JSON file or of a line of JSONL.
//!
//! The types here are the contract. Their field order is the order in the file, their doc comments are the
//! descriptions of the JSON Schema, and [`json_schema`] is made from them alone. A field is never left out: an
//! unknown value is `null`, an empty list `[]`. Offsets are counted in Unicode code points of the source text.
//!
//! Deliberately not here: any finding or computing. Every value stands in the [`Document`] already; here it is
//! named, and its byte offsets become code points.

mod correction;
mod entity;
mod finding;
mod named;
mod outline;
mod schema;
mod span;
mod value;

pub use correction::{CorrectionRecord, MarkRecord};
pub use entity::{
    AcronymRecord, ContactRecord, EntityRecord, MentionRecord, QuoteRecord, ReferenceRecord, RoleRecord,
};
pub use finding::DiagnosticRecord;
pub use named::{Named, NamedEnum};
pub use outline::{BlockRecord, EntryRecord, ItemRecord, PartRecord, RowRecord, SectionRecord};
pub use schema::json_schema;
pub use span::{SpanRecord, WordsRecord};
pub use value::{AmountRecord, DateRecord, FundingRecord};

use std::borrow::Cow;

use rapporteur_model::{Basis, Document, Genre};
use schemars::JsonSchema;
use serde::Serialize;

use span::Places;

/// Text of a record: borrowed from the document wherever it stands there.
pub type Text<'a> = Cow<'a, str>;

/// Version of the record and of the tables. A field that is added, renamed or retyped changes it.
pub const SCHEMA_VERSION: &str = "1";

/// One source document as structured data. All offsets count Unicode code points of the decoded source text, a
/// byte-order mark left out: `text[start:end]` in Python gives exactly what stood there.
#[derive(Serialize, JsonSchema, Clone, Debug)]
#[schemars(rename = "Document")]
pub struct DocumentRecord<'a> {
    /// Version of this layout.
    #[schemars(extend("const" = SCHEMA_VERSION))]
    pub schema_version: Text<'a>,
    /// Stable id, derived from the source bytes alone.
    pub id: Text<'a>,
    /// What was read.
    pub source: SourceRecord<'a>,
    /// What kind of paper it is.
    pub genre: Named<Genre>,
    /// The next best genre, where anything spoke for one.
    pub genre_runner_up: Option<Named<Genre>>,
    /// What spoke for the genre, strongest first, in words for a person.
    pub genre_evidence: Vec<Text<'a>>,
    /// Language of the main text, BCP 47.
    pub language: Text<'a>,
    /// The document's own title.
    pub title: Option<WordsRecord<'a>>,
    /// When it was issued; null where nothing in the text says it.
    pub issued: Option<IssuedRecord<'a>>,
    /// The dateline.
    pub dateline: Option<DatelineRecord<'a>>,
    /// Entity id of the body that issued it, if the text names one as its speaker or contact.
    pub issuer: Option<Text<'a>>,
    /// The outline, in reading order.
    pub sections: Vec<SectionRecord<'a>>,
    /// The papers that the file holds, where they are several (a release and its backgrounder), the first included.
    pub parts: Vec<PartRecord<'a>>,
    /// Numbered, lettered and bulleted provisions, flat, in reading order.
    pub items: Vec<ItemRecord<'a>>,
    /// Date expressions, in reading order.
    pub dates: Vec<DateRecord<'a>>,
    /// Money, percentages and counts, in reading order.
    pub amounts: Vec<AmountRecord<'a>>,
    /// Persons, bodies, countries, places, papers and meetings, in order of their first mention.
    pub entities: Vec<EntityRecord<'a>>,
    /// Acronyms that the text itself defines, in reading order.
    pub acronyms: Vec<AcronymRecord<'a>>,
    /// Quotations, in reading order.
    pub quotes: Vec<QuoteRecord<'a>>,
    /// Funding lines, in reading order.
    pub funding: Vec<FundingRecord<'a>>,
    /// Whom to ask, in reading order.
    pub contacts: Vec<ContactRecord<'a>>,
    /// Clauses that point to other documents, in reading order.
    pub references: Vec<ReferenceRecord<'a>>,
    /// All that was repaired or could not be explained, in order of place.
    pub diagnostics: Vec<DiagnosticRecord<'a>>,
    /// Corrections by people that were applied, in the order of their file.
    pub overrides: Vec<CorrectionRecord<'a>>,
}

/// The bytes and the text that a document was read from.
#[derive(Serialize, JsonSchema, Clone, Debug)]
#[schemars(rename = "Source")]
pub struct SourceRecord<'a> {
    /// The path or label under which it was given.
    pub path: Text<'a>,
    /// SHA-256 of the bytes as read, in lower-case hexadecimal digits.
    #[schemars(regex(pattern = "^[0-9a-f]{64}$"))]
    pub sha256: Text<'a>,
    /// Number of bytes as read.
    pub bytes: usize,
    /// Number of Unicode code points of the decoded text.
    pub chars: usize,
    /// Name of the encoding in the WHATWG Encoding Standard, lower case.
    pub encoding: Text<'a>,
    /// Media type (RFC 6838).
    pub media_type: Text<'a>,
}

/// The date of issue.
#[derive(Serialize, JsonSchema, Clone, Debug)]
#[schemars(rename = "Issued")]
pub struct IssuedRecord<'a> {
    /// EDTF level 1 (ISO 8601-2:2019).
    pub edtf: Text<'a>,
    /// How it was found.
    pub basis: Named<Basis>,
    /// Id of the date that says it; null where it was given from outside.
    pub date: Option<Text<'a>>,
}

/// The dateline: `GENEVA, 4 May 2021 –`.
#[derive(Serialize, JsonSchema, Clone, Debug)]
#[schemars(rename = "Dateline")]
pub struct DatelineRecord<'a> {
    /// The place, as printed.
    pub place: Option<Text<'a>>,
    /// Id of its date.
    pub date: Option<Text<'a>>,
    /// From the place or date to the dash.
    pub span: SpanRecord,
}

/// A date of issue.
fn issued<'a>(places: &Places<'a>, issued: Option<&'a rapporteur_model::Issued>) -> Option<IssuedRecord<'a>> {
    issued.map(|issued| IssuedRecord {
        edtf: issued.edtf.as_str().into(),
        basis: Named(issued.basis),
        date: places.date(issued.date),
    })
}

/// The record of a document. Pure: the same document gives the same record.
pub fn record(document: &Document) -> DocumentRecord<'_> {
    let places = Places::new(document);
    let source = &document.source;
    DocumentRecord {
        schema_version: SCHEMA_VERSION.into(),
        id: source.id().into(),
        source: SourceRecord {
            path: source.path.as_str().into(),
            sha256: source.sha256.as_str().into(),
            bytes: source.bytes,
            chars: places.chars(),
            encoding: source.encoding.as_str().into(),
            media_type: source.media_type.into(),
        },
        genre: Named(document.genre.genre),
        genre_runner_up: document.genre.runner_up.map(Named),
        genre_evidence: document.genre.evidence.iter().map(|line| line.as_str().into()).collect(),
        language: document.language.as_str().into(),
        title: document.title.map(|id| {
            let passage = document.passage(id);
            WordsRecord { text: passage.text().into(), span: places.one(passage.whole_span()) }
        }),
        issued: issued(&places, document.issued.as_ref()),
        dateline: document.dateline.as_ref().map(|line| DatelineRecord {
            place: line.place.as_deref().map(Text::from),
            date: places.date(line.date),
            span: places.one(line.span),
        }),
        issuer: places.entity(document.issuer.as_ref()),
        sections: outline::sections(&places),
        parts: outline::parts(&places),
        items: outline::items(&places),
        dates: value::dates(&places),
        amounts: value::amounts(&places),
        entities: entity::entities(&places),
        acronyms: entity::acronyms(&places),
        quotes: entity::quotes(&places),
        funding: value::funding(&places),
        contacts: entity::contacts(&places),
        references: entity::references(&places),
        diagnostics: finding::diagnostics(&places),
        overrides: correction::corrections(&places),
    }
}
