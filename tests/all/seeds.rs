//! The seeds beside the checkout keep the contract: whole coverage, unique references. Nothing of their text is kept.

use crate::{
    invariants::all_faults,
    texts::{bytes, read, record, shared},
};

#[test]
fn seeds_are_sound() {
    let found = all_faults(&shared("seeds"));
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

#[test]
fn the_name_of_a_file_changes_nothing_but_the_path() {
    for path in shared("seeds") {
        let bytes = bytes(&path);
        let [mut one, mut other] = ["a.txt", "b/c d.txt"].map(|name| record(&read(name, &bytes)));
        one["source"]["path"].take();
        other["source"]["path"].take();
        assert_eq!(one, other);
    }
}

#[test]
fn a_byte_order_mark_and_line_ends_change_no_words() {
    for path in shared("seeds") {
        let text = crate::texts::text(&path);
        let plain = words(&text);
        assert!(plain == words(&format!("\u{feff}{text}")), "{}: a byte-order mark", path.display());
        assert!(plain == words(&text.replace('\n', "\r\n")), "{}: CR LF", path.display());
    }
}

/// The words of the outline and the values of the dates, without any place.
fn words(text: &str) -> Vec<String> {
    let document = read("a.txt", text.as_bytes());
    let passages = document.passages.iter().map(|passage| passage.text().to_owned());
    let dates = document.dates.iter().map(|date| format!("{:?}", date.edtf));
    let items = document.items.iter().map(|item| item.reference.clone());
    passages.chain(items).chain(dates).collect()
}
