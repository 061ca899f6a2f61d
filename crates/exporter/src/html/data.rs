//! The records of a page as JSON in an element that is no script: those of the JSON output, field by field, without the
//! words of blocks, which stand in the text already.

use std::collections::BTreeMap;

use rapporteur_model::{
    AmountKind, Basis, DateKind, DateMod, DateRole, EntityKind, FundingStatus, Genre, ItemKind, Qualifier,
    QuoteKind, SectionKind,
};
use serde::Serialize;

use crate::DocumentRecord;
use crate::record::{
    AcronymRecord, AmountRecord, ContactRecord, CorrectionRecord, DateRecord, DiagnosticRecord, EntityRecord,
    FundingRecord, IssuedRecord, ItemRecord, Named, NamedEnum, QuoteRecord, ReferenceRecord, SectionRecord,
    SourceRecord, SpanRecord, Text, WordsRecord,
};

use super::escape;

#[derive(Serialize)]
struct Data<'a> {
    source: &'a SourceRecord<'a>,
    /// The record of the whole, in a list as all the others.
    document: [Whole<'a>; 1],
    sections: Vec<Section<'a>>,
    items: &'a [ItemRecord<'a>],
    dates: &'a [DateRecord<'a>],
    amounts: &'a [AmountRecord<'a>],
    entities: &'a [EntityRecord<'a>],
    acronyms: &'a [AcronymRecord<'a>],
    quotes: &'a [QuoteRecord<'a>],
    funding: &'a [FundingRecord<'a>],
    contacts: &'a [ContactRecord<'a>],
    references: &'a [ReferenceRecord<'a>],
    diagnostics: &'a [DiagnosticRecord<'a>],
    /// The corrections that were applied.
    overrides: &'a [CorrectionRecord<'a>],
    /// What a field may say, for fields of a fixed list: `date/role`.
    names: BTreeMap<&'static str, Vec<&'static str>>,
}

#[derive(Serialize)]
struct Whole<'a> {
    id: &'a str,
    genre: Named<Genre>,
    language: &'a str,
    title: Option<&'a WordsRecord<'a>>,
    issued: Option<&'a IssuedRecord<'a>>,
    issuer: Option<&'a Text<'a>>,
}

#[derive(Serialize)]
struct Section<'a> {
    id: &'a str,
    kind: Named<SectionKind>,
    level: u8,
    heading: Option<&'a WordsRecord<'a>>,
    parent: Option<&'a Text<'a>>,
    spans: &'a [SpanRecord],
}

fn section<'a>(section: &'a SectionRecord<'a>) -> Section<'a> {
    Section {
        id: &section.id,
        kind: section.kind,
        level: section.level,
        heading: section.heading.as_ref(),
        parent: section.parent.as_ref(),
        spans: &section.spans,
    }
}

/// The names of one list.
fn of<T: NamedEnum>() -> Vec<&'static str> {
    T::VARIANTS.iter().map(|variant| variant.name()).collect()
}

fn names() -> BTreeMap<&'static str, Vec<&'static str>> {
    BTreeMap::from([
        ("document/genre", of::<Genre>()),
        ("section/kind", of::<SectionKind>()),
        ("item/kind", of::<ItemKind>()),
        ("date/kind", of::<DateKind>()),
        ("date/role", of::<DateRole>()),
        ("date/mod", of::<DateMod>()),
        ("date/basis", of::<Basis>()),
        ("amount/kind", of::<AmountKind>()),
        ("amount/qualifier", of::<Qualifier>()),
        ("funding/status", of::<FundingStatus>()),
        ("entity/kind", of::<EntityKind>()),
        ("quotation/kind", of::<QuoteKind>()),
    ])
}

/// Appends the element.
///
/// # Errors
/// Where a record is no JSON, which no record of this crate is.
pub(super) fn write(out: &mut String, record: &DocumentRecord<'_>) -> serde_json::Result<()> {
    let data = Data {
        source: &record.source,
        document: [Whole {
            id: &record.id,
            genre: record.genre,
            language: &record.language,
            title: record.title.as_ref(),
            issued: record.issued.as_ref(),
            issuer: record.issuer.as_ref(),
        }],
        sections: record.sections.iter().map(section).collect(),
        items: &record.items,
        dates: &record.dates,
        amounts: &record.amounts,
        entities: &record.entities,
        acronyms: &record.acronyms,
        quotes: &record.quotes,
        funding: &record.funding,
        contacts: &record.contacts,
        references: &record.references,
        diagnostics: &record.diagnostics,
        overrides: &record.overrides,
        names: names(),
    };
    out.push_str("<script type=\"application/json\" id=data>");
    out.push_str(&escape::json(&serde_json::to_string(&data)?));
    out.push_str("</script>\n");
    Ok(())
}
