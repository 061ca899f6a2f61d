//! Sections, blocks and items of the record.

use rapporteur_model::{Block, Document, Entry, Item, ItemKind, RecordKey, Row, SectionKind};
use schemars::JsonSchema;
use serde::Serialize;

use super::correction::MarkRecord;
use super::span::Places;
use super::{IssuedRecord, Named, SpanRecord, Text, WordsRecord};

/// A part of the document.
#[derive(Serialize, JsonSchema, Clone, Debug)]
#[schemars(rename = "Section")]
pub struct SectionRecord<'a> {
    /// Unique in the document: `s1`.
    pub id: Text<'a>,
    /// What it is for.
    pub kind: Named<SectionKind>,
    /// Depth; 1 is the level of the document's title.
    pub level: u8,
    /// Its heading, number included; null for text before the first heading.
    pub heading: Option<WordsRecord<'a>>,
    /// Id of the section that holds it.
    pub parent: Option<Text<'a>>,
    /// Where its heading and its blocks stand, without its sub-sections: a span an uninterrupted run.
    pub spans: Vec<SpanRecord>,
    /// What stands in it, in reading order.
    pub blocks: Vec<BlockRecord<'a>>,
    /// The latest correction of it, where a person's overrides changed it.
    pub r#override: Option<MarkRecord<'a>>,
}

/// A paper of its own in a file that holds several.
#[derive(Serialize, JsonSchema, Clone, Debug)]
#[schemars(rename = "Part")]
pub struct PartRecord<'a> {
    /// Id of the section that it begins with.
    pub section: Text<'a>,
    /// What it is: the kind of that section.
    pub kind: Named<SectionKind>,
    /// Its own title.
    pub title: Option<WordsRecord<'a>>,
    /// When it was issued; null where it does not say it itself.
    pub issued: Option<IssuedRecord<'a>>,
}

/// A block of a section.
#[derive(Serialize, JsonSchema, Clone, Debug)]
#[schemars(rename = "Block")]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum BlockRecord<'a> {
    /// A paragraph.
    Paragraph {
        /// Its words.
        text: Text<'a>,
        /// Where they stand, parted where a page break cut them.
        spans: Vec<SpanRecord>,
    },
    /// A list that is no run of provisions.
    List {
        /// The words of all entries, parted by spaces.
        text: Text<'a>,
        /// Where it stands, with its markers.
        spans: Vec<SpanRecord>,
        /// Its entries.
        entries: Vec<EntryRecord<'a>>,
    },
    /// A table, or a table's header row.
    Table {
        /// The words of all cells, parted by spaces.
        text: Text<'a>,
        /// Where it stands.
        spans: Vec<SpanRecord>,
        /// Its rows.
        rows: Vec<RowRecord<'a>>,
    },
    /// A provision.
    Item {
        /// The item's ref.
        r#ref: Text<'a>,
        /// Its words, without its number.
        text: Text<'a>,
        /// Where it stands, with its number.
        spans: Vec<SpanRecord>,
    },
}

/// A list entry.
#[derive(Serialize, JsonSchema, Clone, Debug)]
#[schemars(rename = "Entry")]
pub struct EntryRecord<'a> {
    /// Its number, letter or bullet as printed; null where only the layout shows it.
    pub marker: Option<Text<'a>>,
    /// Its words, without those of the entries below it.
    pub text: Text<'a>,
    /// Where they stand, with the marker.
    pub spans: Vec<SpanRecord>,
    /// Entries below it.
    pub entries: Vec<Self>,
}

/// A table row.
#[derive(Serialize, JsonSchema, Clone, Debug)]
#[schemars(rename = "Row")]
pub struct RowRecord<'a> {
    /// The cells that are not empty.
    pub cells: Vec<WordsRecord<'a>>,
    /// Does it name the columns of the rows below it, or of the provisions?
    pub header: bool,
}

/// A provision.
#[derive(Serialize, JsonSchema, Clone, Debug)]
#[schemars(rename = "Item")]
pub struct ItemRecord<'a> {
    /// Unique in the document: the path of numbers with its letter in front (`A.2.4.5`), or for a bullet the id of
    /// its section and a running number (`s3.2`).
    pub r#ref: Text<'a>,
    /// The number without closing stop or brackets; null for a bullet.
    pub number: Option<Text<'a>>,
    /// Where the number stands, as printed.
    pub number_span: Option<SpanRecord>,
    /// Depth of the number: 1 for `A`, 2 for `A.2`; null for a bullet.
    pub level: Option<u8>,
    /// What it does.
    pub kind: Named<ItemKind>,
    /// The title of a framework, theme, area or topic, without the number; else null.
    pub title: Option<Text<'a>>,
    /// The whole provision of any other kind, without number and sub-items; else null.
    pub text: Option<Text<'a>>,
    /// The ref of the item above.
    pub parent: Option<Text<'a>>,
    /// Where its words stand, number excluded, parted where a page break or a cell cut them.
    pub spans: Vec<SpanRecord>,
    /// Id of its section.
    pub section: Option<Text<'a>>,
    /// The latest correction of it, where a person's overrides changed it.
    pub r#override: Option<MarkRecord<'a>>,
}

pub(super) fn sections<'a>(places: &Places<'a>) -> Vec<SectionRecord<'a>> {
    let document = places.document;
    let mut records = Vec::with_capacity(document.sections.len());
    for (index, section) in document.sections.iter().enumerate() {
        let mut spans: Vec<_> = section.blocks.iter().flat_map(|part| document.block_spans(part)).collect();
        spans.extend(section.heading.as_ref().map(|heading| document.heading_span(heading)));
        records.push(SectionRecord {
            id: Document::section_id(index).into(),
            kind: Named(section.kind),
            level: section.level,
            heading: section.heading.as_ref().map(|heading| WordsRecord {
                text: match &heading.marker {
                    Some(_) => document.heading_text(heading).into(),
                    None => document.passage(heading.passage).text().into(),
                },
                span: places.one(document.heading_span(heading)),
            }),
            parent: section.parent.and_then(|index| places.section(index)),
            spans: places.runs(spans),
            blocks: section.blocks.iter().map(|part| block(places, part)).collect(),
            r#override: places.mark(|| RecordKey::Section(index)),
        });
    }
    records
}

pub(super) fn parts<'a>(places: &Places<'a>) -> Vec<PartRecord<'a>> {
    let document = places.document;
    let part = |part: &'a rapporteur_model::Part| PartRecord {
        section: Document::section_id(part.section).into(),
        kind: Named(document.sections.get(part.section).map_or(SectionKind::Body, |section| section.kind)),
        title: part.title.map(|id| {
            let passage = document.passage(id);
            WordsRecord { text: passage.text().into(), span: places.one(passage.whole_span()) }
        }),
        issued: super::issued(places, part.issued.as_ref()),
    };
    document.parts.iter().map(part).collect()
}

fn block<'a>(places: &Places<'a>, block: &'a Block) -> BlockRecord<'a> {
    let document = places.document;
    let spans = document.block_spans(block);
    match block {
        Block::Paragraph(id) => {
            BlockRecord::Paragraph { text: document.passage(*id).text().into(), spans: places.all(&spans) }
        }
        Block::List(entries) => BlockRecord::List {
            text: document.block_text(block).into(),
            spans: places.runs(spans),
            entries: entries.iter().map(|below| entry(places, below)).collect(),
        },
        Block::Table(rows) => BlockRecord::Table {
            text: document.block_text(block).into(),
            spans: places.runs(spans),
            rows: rows.iter().map(|line| row(places, line)).collect(),
        },
        Block::Item(index) => {
            let item = &document.items[*index];
            BlockRecord::Item {
                r#ref: item.reference.as_str().into(),
                text: document.passage(item.passage).text().into(),
                spans: places.runs(spans),
            }
        }
    }
}

fn entry<'a>(places: &Places<'a>, entry: &'a Entry) -> EntryRecord<'a> {
    let passage = places.document.passage(entry.passage);
    let mut spans = passage.all_spans();
    spans.extend(entry.marker.as_ref().map(|marker| marker.span));
    EntryRecord {
        marker: entry.marker.as_ref().map(|marker| marker.text.as_str().into()),
        text: passage.text().into(),
        spans: places.runs(spans),
        entries: entry.entries.iter().map(|below| self::entry(places, below)).collect(),
    }
}

fn row<'a>(places: &Places<'a>, row: &'a Row) -> RowRecord<'a> {
    let words = |id| {
        let passage = places.document.passage(id);
        WordsRecord { text: passage.text().into(), span: places.one(passage.whole_span()) }
    };
    RowRecord { cells: row.cells.iter().copied().map(words).collect(), header: row.header }
}

pub(super) fn items<'a>(places: &Places<'a>) -> Vec<ItemRecord<'a>> {
    places.document.items.iter().map(|found| item(places, found)).collect()
}

fn item<'a>(places: &Places<'a>, item: &'a Item) -> ItemRecord<'a> {
    let document = places.document;
    let passage = document.passage(item.passage);
    let words = || Some(Text::from(passage.text()));
    let titled = item.kind.is_titled();
    ItemRecord {
        r#ref: item.reference.as_str().into(),
        number: item.number.as_deref().map(Text::from),
        // A bullet is no number; its place is in the block's spans.
        number_span: match (&item.number, &item.marker) {
            (Some(_), Some(marker)) => Some(places.one(marker.span)),
            _ => None,
        },
        level: item.level,
        kind: Named(item.kind),
        title: if titled { words() } else { None },
        text: if titled { None } else { words() },
        parent: item.parent.and_then(|index| places.item(index)),
        spans: places.all(&passage.all_spans()),
        section: places.section(item.section),
        r#override: places.mark(|| RecordKey::Item(item.reference.clone())),
    }
}
