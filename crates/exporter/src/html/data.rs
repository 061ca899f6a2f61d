//! The records of a page as JSON in an element that is no script: those of the JSON output, field by field, without the
//! words of blocks, which stand in the text already.

use serde::Serialize;

use crate::DocumentRecord;
use crate::record::{
    AcronymRecord, AmountRecord, ContactRecord, DateRecord, DiagnosticRecord, EntityRecord, FundingRecord,
    IssuedRecord, ItemRecord, Named, QuoteRecord, ReferenceRecord, SectionRecord, SourceRecord, SpanRecord,
    Text, WordsRecord,
};

use super::escape;

#[derive(Serialize)]
struct Data<'a> {
    id: &'a str,
    source: &'a SourceRecord<'a>,
    title: Option<&'a WordsRecord<'a>>,
    issued: Option<&'a IssuedRecord<'a>>,
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
}

#[derive(Serialize)]
struct Section<'a> {
    id: &'a str,
    kind: Named<rapporteur_model::SectionKind>,
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

/// Appends the element.
///
/// # Errors
/// Where a record is no JSON, which no record of this crate is.
pub(super) fn write(out: &mut String, record: &DocumentRecord<'_>) -> serde_json::Result<()> {
    let data = Data {
        id: &record.id,
        source: &record.source,
        title: record.title.as_ref(),
        issued: record.issued.as_ref(),
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
    };
    out.push_str("<script type=\"application/json\" id=data>");
    out.push_str(&escape::json(&serde_json::to_string(&data)?));
    out.push_str("</script>\n");
    Ok(())
}
