//! `parquet/TABLE.parquet`: the same tables for columnar readers, with typed columns: strings, INT64, DATE, DECIMAL.
//!
//! Parquet files cannot be added to, so what documents gave stands in a spool of parts beside them
//! (`.rapporteur/TABLE.rows`), from which the files are written anew when anything changed:
//!
//! ```text
//! row  = *cell                                       ; as many as the table has columns
//! cell = %x00 / %x01 length *OCTET / %x02 integer    ; length: 4 octets, integer: 8 octets, least first
//! ```
//!
//! A decimal is DECIMAL(38, 10). A figure with more digits behind the point, or more than 28 before it, does not fit
//! exactly and is null there; its words are in `text`, and the other outputs have it whole. Descriptions of the columns
//! stand in the metadata of each file under `rapporteur.columns`.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ::parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use ::parquet::data_type::{
    ByteArray, ByteArrayType, FixedLenByteArray, FixedLenByteArrayType, Int32Type, Int64Type,
};
use ::parquet::errors::ParquetError;
use ::parquet::file::metadata::KeyValue;
use ::parquet::file::properties::{WriterProperties, WriterPropertiesPtr};
use ::parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use ::parquet::schema::types::{Type, TypePtr};
use tempfile::NamedTempFile;

use super::parts::Parts;
use super::{Sink, Target, staged};
use crate::tables::{Cell, Column, Kind, TABLES, Table};
use crate::{Export, ExportError, Held, Ledger};

/// Digits of a decimal in all, and behind the point.
const PRECISION: i32 = 38;
const SCALE: i32 = 10;
/// Bytes of the spool that make a row group.
const GROUP: usize = 16 << 20;

pub(super) fn open(target: &Target<'_>) -> Result<Box<dyn Sink>, ExportError> {
    let folder = target.out.join("parquet");
    staged::folder(&folder)?;
    let spool = target.out.join(".rapporteur");
    let files = TABLES.iter().map(|table| (spool.join(format!("{}.rows", table.name)), Vec::new())).collect();
    let mut parts = Parts::open(target.out, &spool, "parquet", target.maker, files)?;
    if TABLES.iter().any(|table| !path(&folder, table).is_file()) {
        parts.touch();
    }
    Ok(Box::new(Parquet { folder, parts }))
}

fn path(folder: &Path, table: &Table) -> PathBuf {
    folder.join(format!("{}.parquet", table.name))
}

struct Parquet {
    folder: PathBuf,
    /// In the order of [`TABLES`].
    parts: Parts,
}

impl Sink for Parquet {
    fn ledger(&self) -> &Ledger {
        &self.parts.manifest.ledger
    }

    fn expire(&mut self) {
        self.parts.manifest.ledger.expire();
    }

    fn write(&mut self, export: &Export<'_>) -> Result<(), ExportError> {
        self.parts.add(Held::new(&export.record), |parts| {
            export.rows(|table, cells| {
                if let Some(part) = parts.get_mut(table) {
                    for cell in cells {
                        spool(*cell, part);
                    }
                }
                Ok(())
            })
        })
    }

    fn prune(&mut self, gone: &dyn Fn(&str) -> bool) -> Result<usize, ExportError> {
        Ok(self.parts.prune(gone))
    }

    fn finish(self: Box<Self>) -> Result<Vec<String>, ExportError> {
        let Self { folder, parts } = *self;
        parts.finish_with(|spools| {
            for (table, spool) in TABLES.iter().zip(spools) {
                let path = path(&folder, table);
                let file = staged::stage(&folder)?;
                let whole = columnar(table, spool, file)
                    .map_err(|source| staged::write_error(&path, io::Error::other(source)))?;
                staged::publish(whole, &path)?;
            }
            Ok(())
        })?;
        Ok(vec![format!("{}/", folder.display())])
    }
}

fn spool(cell: Cell<'_>, part: &mut Vec<u8>) {
    match cell {
        Cell::Null => part.push(0),
        Cell::Text(text) => {
            part.push(1);
            part.extend(u32::try_from(text.len()).unwrap_or(u32::MAX).to_le_bytes());
            part.extend(text.as_bytes());
        }
        Cell::Integer(number) => {
            part.push(2);
            part.extend(number.to_le_bytes());
        }
    }
}

/// A cell out of the spool.
enum Value {
    Null,
    Text(Vec<u8>),
    Integer(i64),
}

/// The next cell; none at the end.
fn next(reader: &mut impl Read) -> io::Result<Option<Value>> {
    let mut tag = [0; 1];
    if reader.read(&mut tag)? == 0 {
        return Ok(None);
    }
    Ok(Some(match tag {
        [1] => {
            let mut length = [0; 4];
            reader.read_exact(&mut length)?;
            let mut text = Vec::new();
            let length = u64::from(u32::from_le_bytes(length));
            if reader.take(length).read_to_end(&mut text)? as u64 != length {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            Value::Text(text)
        }
        [2] => {
            let mut number = [0; 8];
            reader.read_exact(&mut number)?;
            Value::Integer(i64::from_le_bytes(number))
        }
        _ => Value::Null,
    }))
}

type Writer = SerializedFileWriter<NamedTempFile>;

/// Writes a table out of its spool.
fn columnar(table: &Table, spool: &Path, file: NamedTempFile) -> Result<NamedTempFile, ParquetError> {
    let mut reader = BufReader::new(File::open(spool)?);
    let mut writer: Writer = SerializedFileWriter::new(file, schema(table)?, properties(table))?;
    let mut columns: Vec<Filling> = table.columns.iter().map(Filling::new).collect();
    let mut bytes = 0;
    let (mut at, width) = (0, columns.len());
    while let Some(value) = next(&mut reader)? {
        if let Some(column) = columns.get_mut(at) {
            bytes += column.push(value);
        }
        at = (at + 1) % width;
        if at == 0 && bytes >= GROUP {
            group(&mut writer, &mut columns)?;
            bytes = 0;
        }
    }
    if bytes > 0 {
        group(&mut writer, &mut columns)?;
    }
    writer.into_inner()
}

fn group(writer: &mut Writer, columns: &mut [Filling]) -> Result<(), ParquetError> {
    let mut group = writer.next_row_group()?;
    for column in columns {
        column.write(&mut group)?;
    }
    group.close().map(|_| ())
}

fn schema(table: &Table) -> Result<TypePtr, ParquetError> {
    let columns: Result<Vec<TypePtr>, ParquetError> =
        table.columns.iter().map(|column| field(column).map(Arc::new)).collect();
    Ok(Arc::new(Type::group_type_builder(table.name).with_fields(columns?).build()?))
}

fn field(column: &Column) -> Result<Type, ParquetError> {
    let (physical, logical) = match column.kind {
        Kind::Text | Kind::Moment => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Kind::Integer => (Physical::INT64, None),
        Kind::Day => (Physical::INT32, Some(LogicalType::Date)),
        Kind::Decimal => (Physical::FIXED_LEN_BYTE_ARRAY, Some(LogicalType::decimal(SCALE, PRECISION))),
    };
    let repetition = if is_optional(column) { Repetition::OPTIONAL } else { Repetition::REQUIRED };
    let builder = Type::primitive_type_builder(column.name, physical).with_repetition(repetition);
    let builder = if column.kind == Kind::Decimal {
        builder.with_length(16).with_precision(PRECISION).with_scale(SCALE)
    } else {
        builder
    };
    builder.with_logical_type(logical).build()
}

/// May a cell be null? A decimal may, where it does not fit.
fn is_optional(column: &Column) -> bool {
    column.nullable || column.kind == Kind::Decimal
}

fn properties(table: &Table) -> WriterPropertiesPtr {
    let words = |about: &str| about.lines().map(str::trim).collect::<Vec<_>>().join(" ");
    let columns: serde_json::Map<String, serde_json::Value> =
        table.columns.iter().map(|column| (column.name.to_owned(), words(column.about).into())).collect();
    let notes = vec![
        KeyValue::new("rapporteur.table".to_owned(), words(table.about)),
        KeyValue::new("rapporteur.columns".to_owned(), serde_json::Value::Object(columns).to_string()),
        KeyValue::new("rapporteur.schema_version".to_owned(), crate::SCHEMA_VERSION.to_owned()),
    ];
    let builder = WriterProperties::builder().set_compression(Compression::SNAPPY);
    Arc::new(builder.set_created_by("rapporteur".to_owned()).set_key_value_metadata(Some(notes)).build())
}

/// The values of a column for the next row group.
struct Filling {
    values: Values,
    /// 1 for a value, 0 for null; of a column that may be null alone.
    known: Option<Vec<i16>>,
}

enum Values {
    Text(Vec<ByteArray>),
    Integer(Vec<i64>),
    Day(Vec<i32>),
    Decimal(Vec<FixedLenByteArray>),
}

impl Filling {
    fn new(column: &Column) -> Self {
        let values = match column.kind {
            Kind::Text | Kind::Moment => Values::Text(Vec::new()),
            Kind::Integer => Values::Integer(Vec::new()),
            Kind::Day => Values::Day(Vec::new()),
            Kind::Decimal => Values::Decimal(Vec::new()),
        };
        Self { values, known: is_optional(column).then(Vec::new) }
    }

    /// Adds a value; about how many bytes it takes.
    fn push(&mut self, value: Value) -> usize {
        let (known, bytes) = match (&mut self.values, value) {
            (Values::Text(values), Value::Text(text)) => {
                let bytes = text.len() + 32;
                values.push(ByteArray::from(text));
                (true, bytes)
            }
            (Values::Integer(values), Value::Integer(number)) => {
                values.push(number);
                (true, 8)
            }
            (Values::Day(values), Value::Text(text)) => match day(&text) {
                Some(day) => {
                    values.push(day);
                    (true, 4)
                }
                None => (false, 2),
            },
            (Values::Decimal(values), Value::Text(text)) => match decimal(&text) {
                Some(number) => {
                    values.push(ByteArray::from(number.to_be_bytes().to_vec()).into());
                    (true, 48)
                }
                None => (false, 2),
            },
            _ => (false, 2),
        };
        if let Some(levels) = &mut self.known {
            levels.push(i16::from(known));
        }
        bytes
    }

    fn write(&mut self, group: &mut SerializedRowGroupWriter<'_, NamedTempFile>) -> Result<(), ParquetError> {
        let Some(mut column) = group.next_column()? else { return Ok(()) };
        let known = self.known.as_deref();
        match &mut self.values {
            Values::Text(values) => column.typed::<ByteArrayType>().write_batch(values, known, None)?,
            Values::Integer(values) => column.typed::<Int64Type>().write_batch(values, known, None)?,
            Values::Day(values) => column.typed::<Int32Type>().write_batch(values, known, None)?,
            Values::Decimal(values) => {
                column.typed::<FixedLenByteArrayType>().write_batch(values, known, None)?
            }
        };
        match &mut self.values {
            Values::Text(values) => values.clear(),
            Values::Integer(values) => values.clear(),
            Values::Day(values) => values.clear(),
            Values::Decimal(values) => values.clear(),
        }
        if let Some(levels) = &mut self.known {
            levels.clear();
        }
        column.close()
    }
}

/// Days since 1970-01-01 of an ISO 8601 day between the years 1 and 9999.
fn day(text: &[u8]) -> Option<i32> {
    let text = std::str::from_utf8(text).ok()?;
    let mut parts = text.splitn(3, '-').map(|part| part.parse::<i32>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    // Years begin in March here, so that the day that a leap year has more is the last one of its year.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = 365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    Some(days + (153 * month + 2) / 5 + day - 1 - 719_468)
}

/// A decimal in units of the last digit; none where it does not fit exactly.
fn decimal(text: &[u8]) -> Option<i128> {
    let text = std::str::from_utf8(text).ok()?;
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let part = part.trim_end_matches('0');
    let missing = u32::try_from(SCALE).ok()?.checked_sub(u32::try_from(part.len()).ok()?)?;
    let all: i128 = format!("{whole}{part}").parse().ok()?;
    let number = all.checked_mul(10_i128.checked_pow(missing)?)?;
    let most = 10_i128.checked_pow(u32::try_from(PRECISION).ok()?)?;
    (number < most).then_some(sign * number)
}

#[cfg(test)]
mod tests {
    use super::{day, decimal};

    #[test]
    fn days_count_from_1970() {
        for (text, days) in [
            ("1970-01-01", Some(0)),
            ("1969-12-31", Some(-1)),
            ("2000-02-29", Some(11_016)),
            ("2000-03-01", Some(11_017)),
            ("2031-03-04", Some(22_342)),
            ("0001-01-01", Some(-719_162)),
            ("9999-12-31", Some(2_932_896)),
            ("soon", None),
        ] {
            assert_eq!(day(text.as_bytes()), days, "{text}");
        }
    }

    #[test]
    fn decimals_are_exact_or_null() {
        for (text, units) in [
            ("2500000.00", Some(25_000_000_000_000_000)),
            ("-0.5", Some(-5_000_000_000)),
            ("0.0000000001", Some(1)),
            ("0.00000000001", None),
            ("9999999999999999999999999999", Some(9_999_999_999_999_999_999_999_999_999 * 10_000_000_000)),
            ("10000000000000000000000000000", None),
            ("", None),
            ("1e5", None),
        ] {
            assert_eq!(decimal(text.as_bytes()), units, "{text}");
        }
    }
}
