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
mod declare;
mod document;
mod entity;
mod outline;
mod value;

pub use block::{BlockKind, SectionBlockRow, SectionBlockSpanRow};
pub use book::{BOOKS, FailureRow, ReadingRow, RunRow, SchemaVersionRow};
pub use declare::{Cell, Column, ForeignKey, Kind, Row, Table, Value};
pub use document::{DiagnosticRow, DocumentRow};
pub use entity::{
    AcronymRow, ContactHandleRow, ContactRow, EntityAliasRow, EntityMemberRow, EntityRow, MentionRow,
    QuoteRow, QuoteSpanRow, ReferenceRow, RoleRow,
};
pub use outline::{ItemRow, ItemSpanRow, SectionRow, SectionSpanRow};
pub use value::{AmountCurrencyRow, AmountRow, DateRow, FundingRow};

use std::collections::BTreeMap;

use crate::record::DocumentRecord;

macro_rules! registry {
    ($($name:ident: $row:ident,)+) => {
        /// The rows of one document, by table, in reading order.
        #[derive(Clone, Default, Debug)]
        pub struct Tables<'a> {
            /// Number of rows by table.
            pub counts: BTreeMap<&'static str, usize>,
            $( #[doc = concat!("Rows of `", stringify!($name), "`.")] pub $name: Vec<$row<'a>>, )+
        }

        /// All tables, in the order in which they are made and filled.
        pub static TABLES: &[Table] = &[ $( <$row<'static> as Row>::TABLE ),+ ];

        impl Tables<'_> {
            /// Hands over every row: the index of its table in [`TABLES`], and its cells in order of the columns.
            ///
            /// # Errors
            /// The first error of `each`.
            pub fn rows<E>(&self, mut each: impl FnMut(usize, &[Cell<'_>]) -> Result<(), E>) -> Result<(), E> {
                let mut cells = Vec::new();
                let mut table = 0;
                $(
                    for row in &self.$name {
                        cells.clear();
                        row.cells(&mut cells);
                        each(table, &cells)?;
                    }
                    table += 1;
                )+
                debug_assert_eq!(table, TABLES.len());
                Ok(())
            }

            fn count(&mut self) {
                $( self.counts.insert(<$row<'static> as Row>::TABLE.name, self.$name.len()); )+
            }
        }
    };
}

registry! {
    documents: DocumentRow,
    sections: SectionRow,
    section_spans: SectionSpanRow,
    section_blocks: SectionBlockRow,
    section_block_spans: SectionBlockSpanRow,
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
}

impl<'a> Tables<'a> {
    /// The rows of a record, and of the source text that it was read from.
    pub fn new(record: &DocumentRecord<'a>, text: &'a str) -> Self {
        let mut tables = Self::default();
        document::fill(&mut tables, record, text);
        outline::fill(&mut tables, record);
        value::fill(&mut tables, record);
        entity::fill(&mut tables, record);
        tables.count();
        tables
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
