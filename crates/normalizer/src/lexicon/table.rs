//! Rows of an embedded CSV table, as slices of the table.
//!
//! A quoted field must hold no doubled quotation mark and no line break: the lexicon's names have none, which a test
//! holds.

/// The first fields of each row, the header left out; a field that is missing reads as "".
pub fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table.lines().skip(1).map(|line| {
        let mut rest = Some(line);
        std::array::from_fn(|_| {
            let (first, after) = rest.map_or(("", None), field);
            rest = after;
            first
        })
    })
}

/// A column of a table by its place, one of the first two.
pub fn column(table: &'static str, index: usize) -> impl Iterator<Item = &'static str> {
    rows::<2>(table).map(move |row| row.get(index).copied().unwrap_or_default())
}

/// The first field of what is left of a line, and what is left behind it.
fn field(line: &'static str) -> (&'static str, Option<&'static str>) {
    if let Some((field, after)) = line.strip_prefix('"').and_then(|quoted| quoted.split_once('"')) {
        return (field, after.strip_prefix(','));
    }
    match memchr::memchr(b',', line.as_bytes()) {
        Some(comma) => (&line[..comma], Some(&line[comma + 1..])),
        None => (line, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_and_missing_fields_are_read() {
        assert_eq!(rows("head\na,\"b, c\",d").next(), Some(["a", "b, c", "d", ""]));
        assert_eq!(column("x,y\n1,2\n3", 1).collect::<Vec<_>>(), ["2", ""]);
    }

    #[test]
    fn no_field_of_the_tables_holds_a_doubled_mark() {
        let tables = [
            include_str!("../../../../data/countries.csv"),
            include_str!("../../../../data/organizations.csv"),
            include_str!("../../../../data/instruments.csv"),
            include_str!("../../../../data/groups.csv"),
            include_str!("../../../../data/group_members.csv"),
            include_str!("../../../../data/regions.csv"),
            include_str!("../../../../data/places.csv"),
            include_str!("../../../../data/demonyms.csv"),
            include_str!("../../../../data/given_names.csv"),
            include_str!("../../../../data/honorifics.csv"),
            include_str!("../../../../data/roles.csv"),
            include_str!("../../../../data/quote_cues.csv"),
            include_str!("../../../../data/name_words.csv"),
        ];
        assert!(tables.iter().all(|table| !table.contains("\"\"")));
    }
}
