//! Any bytes are text in some encoding, and decoding that text again changes nothing.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rapporteur_parser::decode;

fuzz_target!(|bytes: &[u8]| {
    let source = decode("fuzz.txt", bytes);
    assert_eq!(source.bytes, bytes.len());
    for place in &source.replaced {
        assert!(
            source.text.get(place.start..place.end).is_some_and(|cut| cut.contains('\u{fffd}')),
            "{place:?}"
        );
    }
    // A byte-order mark in the text would be taken for one in front of it.
    if !source.text.starts_with('\u{feff}') {
        let again = decode("fuzz.txt", source.text.as_bytes());
        assert_eq!(again.text, source.text);
        assert!(again.replaced.is_empty());
    }
});
