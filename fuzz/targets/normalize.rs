//! Every stage of the normalizer keeps the document sound, whatever is known from outside.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rapporteur_normalizer::{Context, Lexicon, STAGES};
use rapporteur_parser::{decode, parse};

/// What may be known from outside; the first byte of the input chooses.
const ISSUED: [Option<&str>; 4] = [None, Some("2019-05-03"), Some("2024-02~"), Some("1900")];
const COUNTRIES: [Option<&str>; 4] = [None, Some("CA"), Some("TO"), Some("CH")];

fuzz_target!(|input: (u8, &str)| {
    let (choice, text) = input;
    let pick = |from: [Option<&str>; 4], at: u8| from[usize::from(at % 4)].map(str::to_owned);
    let context = Context { issued: pick(ISSUED, choice), country: pick(COUNTRIES, choice / 4) };
    let mut document = parse(decode("fuzz.txt", text.as_bytes()));
    for stage in STAGES {
        (stage.run)(&mut document, Lexicon::embedded(), &context);
        let faults = document.check();
        assert!(faults.is_empty(), "{}: {}", stage.name, faults.join("\n"));
    }
});
