//! Any bytes convert to a sound record, and the same bytes to the same JSON.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rapporteur_exporter::record;
use rapporteur_fuzz::assert_sound;
use rapporteur_normalizer::{Context, Lexicon};

fuzz_target!(|bytes: &[u8]| {
    let read = || rapporteur::read("fuzz.txt", bytes, Lexicon::embedded(), &Context::default());
    let document = read();
    assert_sound(&document);
    let json = |document| serde_json::to_vec(&record(document)).expect("a record is JSON");
    assert_eq!(json(&document), json(&read()), "the same bytes gave another record");
});
