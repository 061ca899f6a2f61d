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
//! Rows stand in the order of the documents' paths. A document that is given twice (the same bytes) has its rows
//! once: its id is their key.

use std::borrow::Cow;
use std::io::Write as _;
use std::path::PathBuf;

use ::csv::{Terminator, Writer, WriterBuilder};

use super::parts::Parts;
use super::{Sink, Target, staged};
use crate::tables::{Cell, TABLES};
use crate::{Export, ExportError, Held, Ledger, datapackage};

pub(super) fn open(target: &Target<'_>) -> Result<Box<dyn Sink>, ExportError> {
    let folder = target.out.join("csv");
    let mut files = Vec::with_capacity(TABLES.len());
    for (at, table) in TABLES.iter().enumerate() {
        let path = folder.join(format!("{}.csv", table.name));
        let mut header = Vec::new();
        let names = table.columns.iter().map(|column| column.name);
        record(&mut writer(&mut header), names).map_err(|source| error(at, &path, source))?;
        files.push((path, header));
    }
    let parts = Parts::open(target.out, &folder, "csv", target.maker, files)?;
    Ok(Box::new(Csv { folder, parts }))
}

struct Csv {
    folder: PathBuf,
    /// In the order of [`TABLES`].
    parts: Parts,
}

fn writer<W: std::io::Write>(to: W) -> Writer<W> {
    WriterBuilder::new().terminator(Terminator::CRLF).from_writer(to)
}

fn record<W, T>(writer: &mut Writer<W>, cells: impl IntoIterator<Item = T>) -> Result<(), ::csv::Error>
where
    W: std::io::Write,
    T: AsRef<[u8]>,
{
    writer.write_record(cells)?;
    Ok(writer.flush()?)
}

fn error(table: usize, path: &std::path::Path, source: ::csv::Error) -> ExportError {
    let table = TABLES.get(table).map_or("", |table| table.name);
    ExportError::Csv { path: path.to_owned(), table, source }
}

impl Sink for Csv {
    fn ledger(&self) -> &Ledger {
        &self.parts.manifest.ledger
    }

    fn expire(&mut self) {
        self.parts.manifest.ledger.expire();
    }

    fn write(&mut self, export: &Export<'_>) -> Result<(), ExportError> {
        let folder = &self.folder;
        self.parts.add(Held::new(&export.record), |parts| {
            let mut writers: Vec<_> = parts.iter_mut().map(writer).collect();
            export.rows(|table, cells| match writers.get_mut(table) {
                Some(writer) => writer
                    .write_record(cells.iter().map(|cell| printed(*cell)).map(Bytes))
                    .map_err(|source| error(table, folder, source)),
                None => Ok(()),
            })?;
            for (table, writer) in writers.iter_mut().enumerate() {
                writer.flush().map_err(|source| error(table, folder, source.into()))?;
            }
            Ok(())
        })
    }

    fn prune(&mut self, gone: &dyn Fn(&str) -> bool) -> Result<usize, ExportError> {
        Ok(self.parts.prune(gone))
    }

    fn finish(self: Box<Self>) -> Result<Vec<String>, ExportError> {
        let path = self.folder.join("datapackage.json");
        if self.parts.finish()? || !path.exists() {
            let mut text = serde_json::to_vec_pretty(&datapackage())
                .map_err(|source| ExportError::Json { path: path.clone(), source })?;
            text.push(b'\n');
            let mut file = staged::stage(&self.folder)?;
            file.write_all(&text).map_err(|source| staged::write_error(&path, source))?;
            staged::publish(file, &path)?;
        }
        Ok(vec![format!("{}/", self.folder.display())])
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
