//! `csv/TABLE.csv`: RFC 4180, UTF-8 without a byte-order mark, a header row, lines end with CR LF; and
//! `csv/datapackage.json`, which describes them.
//!
//! An unknown value is an empty cell. Text that a spreadsheet would take for a formula is made safe by an apostrophe:
//!
//! ```text
//! guarded   = "'" cell                    ; where the cell is dangerous
//! dangerous = *"'" ( "=" / "+" / "-" / "@" / TAB / CR ) *OCTET     ; and not a plain number
//! ```
//!
//! A plain number (`-5`, `+1.5`) stays. A cell that has apostrophes in front of such a character already is given
//! one more, so that taking away one apostrophe from every dangerous cell restores what was there.
//! A document that is given twice (the same bytes) has its rows once: its id is their key.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use ::csv::{Terminator, Writer, WriterBuilder};
use tempfile::NamedTempFile;

use super::{Sink, staged};
use crate::tables::{Cell, TABLES, Table};
use crate::{Export, ExportError, datapackage};

pub(super) fn open(out: &Path) -> Result<Box<dyn Sink>, ExportError> {
    let folder = out.join("csv");
    staged::folder(&folder)?;
    let mut files = Vec::with_capacity(TABLES.len());
    for table in TABLES {
        let path = folder.join(format!("{}.csv", table.name));
        let writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(staged::stage(&folder)?);
        let mut file = File { table, path, writer };
        file.record(table.columns.iter().map(|column| column.name.as_bytes()))?;
        files.push(file);
    }
    Ok(Box::new(Csv { folder, files, written: BTreeSet::new() }))
}

struct Csv {
    folder: PathBuf,
    /// In the order of [`TABLES`].
    files: Vec<File>,
    /// Ids of the documents so far.
    written: BTreeSet<String>,
}

struct File {
    table: &'static Table,
    path: PathBuf,
    writer: Writer<NamedTempFile>,
}

impl File {
    fn record<T: AsRef<[u8]>>(&mut self, cells: impl IntoIterator<Item = T>) -> Result<(), ExportError> {
        self.writer.write_record(cells).map_err(|source| ExportError::Csv {
            path: self.path.clone(),
            table: self.table.name,
            source,
        })
    }
}

impl Sink for Csv {
    fn write(&mut self, export: &Export<'_>) -> Result<(), ExportError> {
        if !self.written.insert(export.record.id.clone().into_owned()) {
            return Ok(());
        }
        export.tables.rows(|table, cells| match self.files.get_mut(table) {
            Some(file) => file.record(cells.iter().map(|cell| printed(*cell)).map(Bytes)),
            None => Ok(()),
        })
    }

    fn finish(self: Box<Self>) -> Result<Vec<PathBuf>, ExportError> {
        for file in self.files {
            let whole = file
                .writer
                .into_inner()
                .map_err(|failed| staged::write_error(&file.path, failed.into_error()))?;
            staged::publish(whole, &file.path)?;
        }
        let path = self.folder.join("datapackage.json");
        let mut writer = BufWriter::new(staged::stage(&self.folder)?);
        serde_json::to_writer_pretty(&mut writer, &datapackage())
            .map_err(|source| ExportError::Json { path: path.clone(), source })?;
        writer.write_all(b"\n").map_err(|source| staged::write_error(&path, source))?;
        let file = writer.into_inner().map_err(|failed| staged::write_error(&path, failed.into_error()))?;
        staged::publish(file, &path)?;
        Ok(vec![self.folder])
    }
}

/// A cell's text as bytes.
struct Bytes<'a>(Cow<'a, str>);

impl AsRef<[u8]> for Bytes<'_> {
    fn as_ref(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

fn printed(cell: Cell<'_>) -> Cow<'_, str> {
    match cell {
        Cell::Null => Cow::Borrowed(""),
        Cell::Text(text) if is_dangerous(text) => Cow::Owned(format!("'{text}")),
        Cell::Text(text) => Cow::Borrowed(text),
        Cell::Integer(number) => Cow::Owned(number.to_string()),
    }
}

fn is_dangerous(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number(text)
}

/// A sign, digits, and at most one point with digits behind it.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    all_digits(whole) && all_digits(part)
}

#[cfg(test)]
mod tests {
    use super::{Cell, printed};

    #[test]
    fn formulas_are_guarded_and_numbers_are_not() {
        let cases = [
            ("=1+1", "'=1+1"),
            ("+1 343 555 0142", "'+1 343 555 0142"),
            ("- first", "'- first"),
            ("@ministry", "'@ministry"),
            ("\tx", "'\tx"),
            ("\rx", "'\rx"),
            ("--5", "'--5"),
            ("-5.", "'-5."),
            ("-", "'-"),
            ("'=1", "''=1"),
            ("''@a", "'''@a"),
            ("-5", "-5"),
            ("+1.50", "+1.50"),
            ("'tis", "'tis"),
            ("a=b", "a=b"),
            ("", ""),
        ];
        for (cell, want) in cases {
            assert_eq!(printed(Cell::Text(cell)), want, "{cell:?}");
        }
    }
}
