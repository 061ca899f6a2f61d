//! Every line that is not blank is answered by one line of JSON, which is a record or an error.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rapporteur::command::stream::answers;
use rapporteur_normalizer::Lexicon;
use serde_json::Value;

/// A line may be so long.
const LIMIT: u64 = 4096;

fuzz_target!(|bytes: &[u8]| {
    let answers = answers(&mut &bytes[..], LIMIT, Lexicon::embedded()).expect("bytes can be read");
    let mut told = 0;
    for line in answers.split_inclusive(|byte| *byte == b'\n') {
        assert_eq!(line.last(), Some(&b'\n'));
        let answer: Value = serde_json::from_slice(line).expect("an answer is JSON");
        let error = answer["error"].as_str();
        assert!(error.is_some() != answer["id"].is_string(), "{answer}");
        assert!(error.is_none_or(|error| !error.starts_with("internal error")), "{answer}");
        told += 1;
    }
    let asked = bytes.split(|byte| *byte == b'\n').enumerate().filter(|(number, line)| {
        let bare = if *number == 0 { line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line) } else { line };
        line.len() as u64 > LIMIT || !bare.iter().all(u8::is_ascii_whitespace)
    });
    assert_eq!(told, asked.count());
});
