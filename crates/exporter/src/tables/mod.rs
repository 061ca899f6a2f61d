//! The tables: what CSV files and databases hold of a document.
//!
//! A row type is declared once, with [`table!`](declare): its name, key, foreign keys, indexes and columns. The
//! CSV header, the SQL and the data package are made from these declarations, which [`TABLES`] lists. A column's
//! type is the Rust type of its field, its description the field's doc comment.
//!
//! Every row has the `document_id` and its own key; every row that was read from a place has `start` and `end` of
//! its first span, and lists that a row would need (aliases, further spans) are tables of their own.
//!
//! ```sql
//! SELECT substr(d.text, a.start + 1, a."end" - a.start) FROM amounts a JOIN documents d ON d.id = a.document_id;
//! ```
//!
//! (SQL functions end a text at U+0000; what stands behind one in a broken source is cut in the program instead.)
//!
//! Invariant: a table refers only to itself and to tables of the same document, so that one document's rows may be
//! deleted or loaded at a time.

mod block;
mod book;
mod correction;
mod declare;
mod document;
mod entity;
mod outline;
mod value;

pub use block::{BlockKind, SectionBlockRow, SectionBlockSpanRow};
pub use book::{BOOKS, FailureRow, ReadingRow, RunRow, SchemaVersionRow};
pub use correction::OverrideRow;
pub use declare::{Cell, Column, ForeignKey, Kind, Row, Table, Value};
pub use document::{DiagnosticRow, DocumentRow};
pub use entity::{
    AcronymRow, ContactHandleRow, ContactRow, EntityAliasRow, EntityMemberRow, EntityRow, MentionRow,
    QuoteRow, QuoteSpanRow, ReferenceRow, RoleRow,
};
pub use outline::{ItemRow, ItemSpanRow, PartRow, SectionRow, SectionSpanRow};
pub use value::{AmountCurrencyRow, AmountRow, DateRow, FundingRow};

use std::collections::BTreeMap;

use crate::record::DocumentRecord;

/// Where a row's table stands in [`TABLES`].
trait Placed {
    const PLACE: usize;
}

macro_rules! registry {
    ($($name:ident: $row:ident,)+) => {
        /// All tables, in the order in which they are made and filled.
        pub static TABLES: &[Table] = &[ $( <$row<'static> as Row>::TABLE ),+ ];

        #[expect(non_camel_case_types, reason = "a table's name as a number")]
        enum Place { $( $name ),+ }

        $( impl Placed for $row<'_> {
            const PLACE: usize = Place::$name as usize;
        } )+
    };
}

registry! {
    documents: DocumentRow,
    sections: SectionRow,
    section_spans: SectionSpanRow,
    section_blocks: SectionBlockRow,
    section_block_spans: SectionBlockSpanRow,
    parts: PartRow,
    items: ItemRow,
    item_spans: ItemSpanRow,
    dates: DateRow,
    amounts: AmountRow,
    amount_currencies: AmountCurrencyRow,
    entities: EntityRow,
    entity_aliases: EntityAliasRow,
    entity_members: EntityMemberRow,
    mentions: MentionRow,
    roles: RoleRow,
    acronyms: AcronymRow,
    quotes: QuoteRow,
    quote_spans: QuoteSpanRow,
    funding: FundingRow,
    contacts: ContactRow,
    contact_handles: ContactHandleRow,
    document_references: ReferenceRow,
    diagnostics: DiagnosticRow,
    overrides: OverrideRow,
}

/// The rows of one document. They are made one by one as they are asked for, and never stand in memory together.
#[derive(Clone, Copy, Debug)]
pub struct Tables<'r, 'a> {
    record: &'r DocumentRecord<'a>,
    text: &'a str,
}

impl<'r, 'a> Tables<'r, 'a> {
    /// The rows of a record, and of the source text that it was read from.
    pub fn new(record: &'r DocumentRecord<'a>, text: &'a str) -> Self {
        Self { record, text }
    }

    /// Hands over every row, those of one table in reading order: the index of its table in [`TABLES`], and its cells
    /// in order of the columns. The number of rows by table.
    ///
    /// # Errors
    /// The first error of `each`; no row is handed over after it.
    pub fn rows<E>(
        self,
        mut each: impl FnMut(usize, &[Cell<'_>]) -> Result<(), E>,
    ) -> Result<BTreeMap<&'static str, usize>, E> {
        let mut failed = None;
        let mut each = |table: usize, cells: &[Cell<'_>]| {
            if failed.is_none() {
                failed = each(table, cells).err();
            }
        };
        let mut rows = Rows { each: &mut each, counts: vec![0; TABLES.len()] };
        document::fill(&mut rows, self.record, self.text);
        outline::fill(&mut rows, self.record);
        value::fill(&mut rows, self.record);
        entity::fill(&mut rows, self.record);
        correction::fill(&mut rows, self.record);
        let counts = TABLES.iter().map(|table| table.name).zip(rows.counts).collect();
        failed.map_or(Ok(counts), Err)
    }
}

/// Takes rows as they are made.
struct Rows<'f> {
    each: &'f mut dyn FnMut(usize, &[Cell<'_>]),
    counts: Vec<usize>,
}

impl Rows<'_> {
    fn push<R: Row + Placed>(&mut self, row: &R) {
        let mut cells = Vec::with_capacity(R::TABLE.columns.len());
        row.cells(&mut cells);
        if let Some(count) = self.counts.get_mut(R::PLACE) {
            *count += 1;
        }
        (self.each)(R::PLACE, &cells);
    }

    /// Rows of a table so far.
    fn count<R: Placed>(&self) -> usize {
        self.counts.get(R::PLACE).copied().unwrap_or(0)
    }
}

/// The place in a list, counted from 1, of the row at an index.
fn ordinal(index: usize) -> i64 {
    i64::try_from(index).map_or(i64::MAX, |index| index + 1)
}

/// A place in the source as a column.
fn offset(offset: usize) -> i64 {
    i64::try_from(offset).unwrap_or(i64::MAX)
}
