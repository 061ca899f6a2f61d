//! Rows of an embedded CSV table, by column name.

/// Calls `row` with the fields of each row, in the order of `columns`; a column that is missing reads as "".
///
/// Rows that are no CSV are left out: a test of the data files finds them, not the reader of a document.
pub fn rows<const N: usize>(table: &str, columns: [&str; N], mut row: impl FnMut([&str; N])) {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(table.as_bytes());
    let Ok(header) = reader.headers().cloned() else { return };
    let places = columns.map(|column| header.iter().position(|name| name == column));
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).unwrap_or(false) {
        row(places.map(|place| place.and_then(|place| record.get(place)).unwrap_or_default()));
    }
}
