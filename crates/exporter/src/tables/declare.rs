//! How a table is declared: `table!`, and the types that a declaration becomes.

use std::borrow::Cow;

use crate::record::{Named, NamedEnum};

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// An exact decimal, written in digits: `1250000.50`. Never a float.
    Decimal,
    /// A day, ISO 8601: `2021-05-04`.
    Day,
    /// A moment in UTC, ISO 8601: `2021-05-04T06:30:00Z`.
    Moment,
}

/// A column.
#[derive(Debug)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it holds, in words.
    pub about: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// May it be unknown?
    pub nullable: bool,
    /// The only values that it may have; empty where it may have any.
    pub allowed: fn() -> Vec<&'static str>,
}

/// Columns that hold the key of a row elsewhere; null columns refer to nothing.
#[derive(Debug)]
pub struct ForeignKey {
    /// The columns.
    pub columns: &'static [&'static str],
    /// The table that they refer to.
    pub table: &'static str,
    /// Its key.
    pub key: &'static [&'static str],
}

/// A table.
#[derive(Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// What a row of it is, in words.
    pub about: &'static str,
    /// The columns that make its primary key.
    pub key: &'static [&'static str],
    /// Its foreign keys.
    pub references: &'static [ForeignKey],
    /// Columns that a database looks rows up by, beside the keys.
    pub indexes: &'static [&'static [&'static str]],
    /// Columns whose words a database finds by full text; empty where a table has none.
    pub search: &'static [&'static str],
    /// Its columns, in order.
    pub columns: &'static [Column],
}

/// A value in a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cell<'a> {
    /// Unknown.
    Null,
    /// Text, a decimal or a day.
    Text(&'a str),
    /// A whole number.
    Integer(i64),
}

/// A type that a column may have.
pub trait Value {
    /// What the column holds.
    const KIND: Kind;
    /// May it be unknown?
    const NULLABLE: bool = false;

    /// The only values that it may have; empty where it may have any.
    fn allowed() -> Vec<&'static str> {
        Vec::new()
    }

    /// The value.
    fn cell(&self) -> Cell<'_>;
}

impl Value for Cow<'_, str> {
    const KIND: Kind = Kind::Text;

    fn cell(&self) -> Cell<'_> {
        Cell::Text(self)
    }
}

impl Value for i64 {
    const KIND: Kind = Kind::Integer;

    fn cell(&self) -> Cell<'_> {
        Cell::Integer(*self)
    }
}

/// An exact decimal in digits.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decimal<'a>(pub Cow<'a, str>);

impl Value for Decimal<'_> {
    const KIND: Kind = Kind::Decimal;

    fn cell(&self) -> Cell<'_> {
        Cell::Text(&self.0)
    }
}

/// A day, ISO 8601.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Day<'a>(pub Cow<'a, str>);

impl Value for Day<'_> {
    const KIND: Kind = Kind::Day;

    fn cell(&self) -> Cell<'_> {
        Cell::Text(&self.0)
    }
}

/// A moment in UTC, ISO 8601.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Moment<'a>(pub Cow<'a, str>);

impl Value for Moment<'_> {
    const KIND: Kind = Kind::Moment;

    fn cell(&self) -> Cell<'_> {
        Cell::Text(&self.0)
    }
}

impl<T: NamedEnum> Value for Named<T> {
    const KIND: Kind = Kind::Text;

    fn allowed() -> Vec<&'static str> {
        T::VARIANTS.iter().map(|variant| variant.name()).collect()
    }

    fn cell(&self) -> Cell<'_> {
        Cell::Text(self.0.name())
    }
}

impl<T: Value> Value for Option<T> {
    const KIND: Kind = T::KIND;
    const NULLABLE: bool = true;

    fn allowed() -> Vec<&'static str> {
        T::allowed()
    }

    fn cell(&self) -> Cell<'_> {
        self.as_ref().map_or(Cell::Null, Value::cell)
    }
}

/// A row type, with its table.
pub trait Row {
    /// The table that it is a row of.
    const TABLE: Table;

    /// Adds its cells, in order of the columns.
    fn cells<'s>(&'s self, cells: &mut Vec<Cell<'s>>);
}

/// The name of a column: the field's, without the mark of a raw identifier.
pub(super) const fn column_name(field: &'static str) -> &'static str {
    match field.as_bytes() {
        [b'r', b'#', ..] => field.split_at(2).1,
        _ => field,
    }
}

/// Declares a row type and its table.
///
/// ```text
/// table! {
///     /// What a row is.
///     NAME: ROW<'a>;
///     key [COLUMN, ..];
///     refers [COLUMN, ..] to TABLE [COLUMN, ..];      any number of lines
///     index [COLUMN, ..];                             any number of lines
///     search [COLUMN, ..];                            at most one line
///     {
///         /// What the column holds.
///         COLUMN: TYPE,
///     }
/// }
/// ```
macro_rules! table {
    (
        $(#[doc = $about:literal])+
        $name:ident: $row:ident<'a>;
        key [ $($key:ident),+ ];
        $( refers [ $($from:ident),+ ] to $to:ident [ $($target:ident),+ ]; )*
        $( index [ $($indexed:ident),+ ]; )*
        $( search [ $($searched:ident),+ ]; )?
        {
            $( $(#[doc = $meaning:literal])+ $field:ident: $type:ty, )+
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Clone, Debug)]
        pub struct $row<'a> {
            $( $(#[doc = $meaning])+ pub $field: $type, )+
        }

        impl<'a> $crate::tables::Row for $row<'a> {
            const TABLE: $crate::tables::Table = $crate::tables::Table {
                name: stringify!($name),
                about: concat!($($about),+),
                key: &[ $( $crate::tables::declare::column_name(stringify!($key)) ),+ ],
                references: &[ $( $crate::tables::ForeignKey {
                    columns: &[ $( $crate::tables::declare::column_name(stringify!($from)) ),+ ],
                    table: stringify!($to),
                    key: &[ $( $crate::tables::declare::column_name(stringify!($target)) ),+ ],
                } ),* ],
                indexes: &[ $( &[ $( $crate::tables::declare::column_name(stringify!($indexed)) ),+ ] ),* ],
                search: &[ $( $( $crate::tables::declare::column_name(stringify!($searched)) ),+ )? ],
                columns: &[ $( $crate::tables::Column {
                    name: $crate::tables::declare::column_name(stringify!($field)),
                    about: concat!($($meaning),+),
                    kind: <$type as $crate::tables::Value>::KIND,
                    nullable: <$type as $crate::tables::Value>::NULLABLE,
                    allowed: <$type as $crate::tables::Value>::allowed,
                } ),+ ],
            };

            fn cells<'s>(&'s self, cells: &mut Vec<$crate::tables::Cell<'s>>) {
                $( cells.push($crate::tables::Value::cell(&self.$field)); )+
            }
        }
    };
}

pub(super) use table;
