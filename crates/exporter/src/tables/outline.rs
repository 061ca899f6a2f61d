//! The rows of the outline: sections and items.

use rapporteur_model::{Basis, ItemKind, SectionKind};

use super::declare::table;
use super::{Rows, block, offset, ordinal};
use crate::record::{DocumentRecord, Named, SpanRecord, Text};

table! {
    /// A section of the outline.
    sections: SectionRow<'a>;
    key [document_id, id];
    refers [document_id] to documents [id];
    refers [document_id, parent] to sections [document_id, id];
    index [kind];
    {
        /// The document.
        document_id: Text<'a>,
        /// Unique in the document: `s1`.
        id: Text<'a>,
        /// Its place in reading order, from 1.
        ordinal: i64,
        /// What it is for.
        kind: Named<SectionKind>,
        /// Depth; 1 is the level of the document's title.
        level: i64,
        /// Its heading, number included.
        heading: Option<Text<'a>>,
        /// First code point of the heading.
        heading_start: Option<i64>,
        /// One past its last code point.
        heading_end: Option<i64>,
        /// The section that holds it.
        parent: Option<Text<'a>>,
        /// What stands in it, a paragraph, list entry or table row a line; without its items and sub-sections, which
        /// are rows of their own.
        text: Option<Text<'a>>,
        /// First code point of its first span.
        start: Option<i64>,
        /// One past the last code point of its first span.
        end: Option<i64>,
    }
}

table! {
    /// A paper of its own in a file that holds several: a release, its backgrounder, its annexes.
    parts: PartRow<'a>;
    key [document_id, ordinal];
    refers [document_id, section] to sections [document_id, id];
    refers [document_id, issued_date] to dates [document_id, id];
    {
        /// The document.
        document_id: Text<'a>,
        /// Its place in the file, from 1.
        ordinal: i64,
        /// The section that it begins with.
        section: Text<'a>,
        /// What it is: the kind of that section.
        kind: Named<SectionKind>,
        /// Its own title.
        title: Option<Text<'a>>,
        /// When it was issued, EDTF level 1, where it says so itself.
        issued: Option<Text<'a>>,
        /// How that date was found.
        issued_basis: Option<Named<Basis>>,
        /// The date that says it.
        issued_date: Option<Text<'a>>,
        /// First code point of the title.
        start: Option<i64>,
        /// One past its last code point.
        end: Option<i64>,
    }
}

table! {
    /// An uninterrupted stretch of a section.
    section_spans: SectionSpanRow<'a>;
    key [document_id, section, ordinal];
    refers [document_id, section] to sections [document_id, id];
    {
        /// The document.
        document_id: Text<'a>,
        /// The section.
        section: Text<'a>,
        /// Its place in the section, from 1.
        ordinal: i64,
        /// First code point.
        start: i64,
        /// One past the last code point.
        end: i64,
    }
}

table! {
    /// A numbered, lettered or bulleted provision.
    items: ItemRow<'a>;
    key [document_id, r#ref];
    refers [document_id] to documents [id];
    refers [document_id, parent] to items [document_id, r#ref];
    refers [document_id, section] to sections [document_id, id];
    index [kind];
    search [title, text];
    {
        /// The document.
        document_id: Text<'a>,
        /// Unique in the document: the path of numbers, `A.2.4.5`, or of a bullet the section and a running number.
        r#ref: Text<'a>,
        /// Its place in reading order, from 1.
        ordinal: i64,
        /// The number without closing stop or brackets.
        number: Option<Text<'a>>,
        /// First code point of the number.
        number_start: Option<i64>,
        /// One past its last code point.
        number_end: Option<i64>,
        /// Depth of the number; unknown for a bullet.
        level: Option<i64>,
        /// What it does.
        kind: Named<ItemKind>,
        /// The title of a framework, theme, area or topic.
        title: Option<Text<'a>>,
        /// The whole provision of any other kind, sub-items excluded.
        text: Option<Text<'a>>,
        /// The item above.
        parent: Option<Text<'a>>,
        /// The section that it stands in.
        section: Option<Text<'a>>,
        /// First code point of its first span, number excluded.
        start: Option<i64>,
        /// One past the last code point of its first span.
        end: Option<i64>,
    }
}

table! {
    /// A span of an item.
    item_spans: ItemSpanRow<'a>;
    key [document_id, item, ordinal];
    refers [document_id, item] to items [document_id, r#ref];
    {
        /// The document.
        document_id: Text<'a>,
        /// The item.
        item: Text<'a>,
        /// Its place in the item, from 1.
        ordinal: i64,
        /// First code point.
        start: i64,
        /// One past the last code point.
        end: i64,
    }
}

/// Start and end of the first span.
pub(super) fn first(spans: &[SpanRecord]) -> (Option<i64>, Option<i64>) {
    (spans.first().map(|span| offset(span.start)), spans.first().map(|span| offset(span.end)))
}

pub(super) fn fill(tables: &mut Rows<'_>, record: &DocumentRecord<'_>) {
    for (index, section) in record.sections.iter().enumerate() {
        let lines: Vec<String> = section.blocks.iter().flat_map(block::lines).collect();
        let (start, end) = first(&section.spans);
        tables.push(&SectionRow {
            document_id: record.id.clone(),
            id: section.id.clone(),
            ordinal: ordinal(index),
            kind: section.kind,
            level: i64::from(section.level),
            heading: section.heading.as_ref().map(|heading| heading.text.clone()),
            heading_start: section.heading.as_ref().map(|heading| offset(heading.span.start)),
            heading_end: section.heading.as_ref().map(|heading| offset(heading.span.end)),
            parent: section.parent.clone(),
            text: (!lines.is_empty()).then(|| lines.join("\n").into()),
            start,
            end,
        });
        for (index, span) in section.spans.iter().enumerate() {
            tables.push(&SectionSpanRow {
                document_id: record.id.clone(),
                section: section.id.clone(),
                ordinal: ordinal(index),
                start: offset(span.start),
                end: offset(span.end),
            });
        }
        block::fill(tables, &record.id, section);
    }
    parts(tables, record);
    items(tables, record);
}

fn parts(tables: &mut Rows<'_>, record: &DocumentRecord<'_>) {
    for (index, part) in record.parts.iter().enumerate() {
        let (title, issued) = (part.title.as_ref(), part.issued.as_ref());
        tables.push(&PartRow {
            document_id: record.id.clone(),
            ordinal: ordinal(index),
            section: part.section.clone(),
            kind: part.kind,
            title: title.map(|title| title.text.clone()),
            issued: issued.map(|issued| issued.edtf.clone()),
            issued_basis: issued.map(|issued| issued.basis),
            issued_date: issued.and_then(|issued| issued.date.clone()),
            start: title.map(|title| offset(title.span.start)),
            end: title.map(|title| offset(title.span.end)),
        });
    }
}

fn items(tables: &mut Rows<'_>, record: &DocumentRecord<'_>) {
    for (index, item) in record.items.iter().enumerate() {
        let (start, end) = first(&item.spans);
        tables.push(&ItemRow {
            document_id: record.id.clone(),
            r#ref: item.r#ref.clone(),
            ordinal: ordinal(index),
            number: item.number.clone(),
            number_start: item.number_span.map(|span| offset(span.start)),
            number_end: item.number_span.map(|span| offset(span.end)),
            level: item.level.map(i64::from),
            kind: item.kind,
            title: item.title.clone(),
            text: item.text.clone(),
            parent: item.parent.clone(),
            section: item.section.clone(),
            start,
            end,
        });
        for (index, span) in item.spans.iter().enumerate() {
            tables.push(&ItemSpanRow {
                document_id: record.id.clone(),
                item: item.r#ref.clone(),
                ordinal: ordinal(index),
                start: offset(span.start),
                end: offset(span.end),
            });
        }
    }
}
