//! The rows of a section's blocks: a paragraph, list, table or item is a row, and so are the entries of a list and the
//! rows and cells of a table, below it.

use super::declare::table;
use super::outline::first;
use super::{Rows, offset, ordinal};
use crate::record::{BlockRecord, EntryRecord, Named, NamedEnum, RowRecord, SectionRecord, SpanRecord, Text};

/// What a row of `section_blocks` is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BlockKind {
    /// A paragraph.
    Paragraph,
    /// A list; its entries are rows below it.
    List,
    /// A list entry.
    Entry,
    /// A table; its rows are rows below it.
    Table,
    /// A row of a table; its cells are rows below it.
    Row,
    /// A table's row that names the columns; its cells are rows below it.
    Header,
    /// A table cell.
    Cell,
    /// A provision; its words are in `items`.
    Item,
}

impl NamedEnum for BlockKind {
    const NAME: &'static str = "BlockKind";
    const VARIANTS: &'static [Self] = &[
        Self::Paragraph,
        Self::List,
        Self::Entry,
        Self::Table,
        Self::Row,
        Self::Header,
        Self::Cell,
        Self::Item,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Paragraph => "paragraph",
            Self::List => "list",
            Self::Entry => "entry",
            Self::Table => "table",
            Self::Row => "row",
            Self::Header => "header",
            Self::Cell => "cell",
            Self::Item => "item",
        }
    }

    fn meaning(self) -> &'static str {
        self.name()
    }
}

table! {
    /// A block of a section, or a part of one: paragraph, list, entry, table, row, header, cell, item.
    section_blocks: SectionBlockRow<'a>;
    key [document_id, id];
    refers [document_id, section] to sections [document_id, id];
    refers [document_id, parent] to section_blocks [document_id, id];
    refers [document_id, item] to items [document_id, r#ref];
    search [text];
    {
        /// The document.
        document_id: Text<'a>,
        /// Unique in the document, in reading order: `b1`.
        id: Text<'a>,
        /// Its place in reading order, from 1.
        ordinal: i64,
        /// The section.
        section: Text<'a>,
        /// What it is.
        kind: Named<BlockKind>,
        /// The list, entry, table or row that holds it.
        parent: Option<Text<'a>>,
        /// The marker of an entry, as printed.
        marker: Option<Text<'a>>,
        /// The words of a paragraph, entry or cell.
        text: Option<Text<'a>>,
        /// The item that it is.
        item: Option<Text<'a>>,
        /// First code point of its first span.
        start: Option<i64>,
        /// One past the last code point of its first span.
        end: Option<i64>,
    }
}

table! {
    /// A span of a block.
    section_block_spans: SectionBlockSpanRow<'a>;
    key [document_id, block, ordinal];
    refers [document_id, block] to section_blocks [document_id, id];
    {
        /// The document.
        document_id: Text<'a>,
        /// The block.
        block: Text<'a>,
        /// Its place in the block, from 1.
        ordinal: i64,
        /// First code point.
        start: i64,
        /// One past the last code point.
        end: i64,
    }
}

/// The words of a block, a paragraph, entry or row a line; none of an item.
pub(super) fn lines(block: &BlockRecord<'_>) -> Vec<String> {
    fn below(entry: &EntryRecord<'_>, found: &mut Vec<String>) {
        found.push(entry.text.clone().into_owned());
        entry.entries.iter().for_each(|entry| below(entry, found));
    }
    let mut found = Vec::new();
    match block {
        BlockRecord::Paragraph { text, .. } => found.push(text.clone().into_owned()),
        BlockRecord::List { entries, .. } => entries.iter().for_each(|entry| below(entry, &mut found)),
        BlockRecord::Table { rows, .. } => found.extend(rows.iter().map(|row| {
            let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.as_ref()).collect();
            cells.join("\t")
        })),
        BlockRecord::Item { .. } => {}
    }
    found
}

/// Adds the blocks of a section.
pub(super) fn fill<'a>(tables: &mut Rows<'_>, document: &Text<'a>, section: &SectionRecord<'a>) {
    let mut blocks = Blocks { tables, document, section: &section.id };
    for block in &section.blocks {
        blocks.block(block);
    }
}

struct Blocks<'t, 'f, 'a> {
    tables: &'t mut Rows<'f>,
    document: &'t Text<'a>,
    section: &'t Text<'a>,
}

/// What a block has beside its kind, place and parent.
#[derive(Default)]
struct Words<'a> {
    marker: Option<Text<'a>>,
    text: Option<Text<'a>>,
    item: Option<Text<'a>>,
}

impl<'a> Blocks<'_, '_, 'a> {
    fn block(&mut self, block: &BlockRecord<'a>) {
        match block {
            BlockRecord::Paragraph { text, spans } => {
                let words = Words { text: Some(text.clone()), ..Words::default() };
                self.push(BlockKind::Paragraph, None, words, spans);
            }
            BlockRecord::List { spans, entries, .. } => {
                let list = self.push(BlockKind::List, None, Words::default(), spans);
                for entry in entries {
                    self.entry(entry, &list);
                }
            }
            BlockRecord::Table { spans, rows, .. } => {
                let table = self.push(BlockKind::Table, None, Words::default(), spans);
                for row in rows {
                    self.row(row, &table);
                }
            }
            BlockRecord::Item { r#ref, spans, .. } => {
                let words = Words { item: Some(r#ref.clone()), ..Words::default() };
                self.push(BlockKind::Item, None, words, spans);
            }
        }
    }

    fn entry(&mut self, entry: &EntryRecord<'a>, parent: &Text<'a>) {
        let words = Words { marker: entry.marker.clone(), text: Some(entry.text.clone()), item: None };
        let id = self.push(BlockKind::Entry, Some(parent), words, &entry.spans);
        for below in &entry.entries {
            self.entry(below, &id);
        }
    }

    fn row(&mut self, row: &RowRecord<'a>, parent: &Text<'a>) {
        let spans: Vec<SpanRecord> = row.cells.iter().map(|cell| cell.span).collect();
        let kind = if row.header { BlockKind::Header } else { BlockKind::Row };
        let id = self.push(kind, Some(parent), Words::default(), &spans);
        for cell in &row.cells {
            let words = Words { text: Some(cell.text.clone()), ..Words::default() };
            self.push(BlockKind::Cell, Some(&id), words, &[cell.span]);
        }
    }

    /// Adds a row and gives its id.
    fn push(
        &mut self,
        kind: BlockKind,
        parent: Option<&Text<'a>>,
        words: Words<'a>,
        spans: &[SpanRecord],
    ) -> Text<'a> {
        let place = ordinal(self.tables.count::<SectionBlockRow<'_>>());
        let id: Text<'a> = format!("b{place}").into();
        let (start, end) = first(spans);
        self.tables.push(&SectionBlockRow {
            document_id: self.document.clone(),
            id: id.clone(),
            ordinal: place,
            section: self.section.clone(),
            kind: Named(kind),
            parent: parent.cloned(),
            marker: words.marker,
            text: words.text,
            item: words.item,
            start,
            end,
        });
        for (index, span) in spans.iter().enumerate() {
            self.tables.push(&SectionBlockSpanRow {
                document_id: self.document.clone(),
                block: id.clone(),
                ordinal: ordinal(index),
                start: offset(span.start),
                end: offset(span.end),
            });
        }
        id
    }
}
