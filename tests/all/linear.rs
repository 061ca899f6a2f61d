//! No input makes the work grow faster than the text: hostile repeats of marks, names and signs at two sizes.
//!
//! What is compared is the ratio between the sizes, never a time: four times the text may take at most ten times as long,
//! where a quadratic walk takes sixteen. A stage that is quick at the larger size is not judged, and a ratio that is too
//! high is measured again, since other tests run beside this one.
//!
//! Not here: the parser and the exporter, whose own tests have their large inputs.

use std::time::{Duration, Instant};

use rapporteur_normalizer::{Context, Lexicon, STAGES};

/// Bytes of the smaller text; the larger one has [`TIMES`] as many.
const BYTES: usize = 6_000;
const TIMES: usize = 4;

/// How much longer the larger text may take.
const MOST: u32 = 10;

/// Shorter times than this say nothing.
const FLOOR: Duration = Duration::from_millis(15);

/// The stages that are judged.
const JUDGED: &[&str] = &[
    "date",
    "issued",
    "anchor",
    "money",
    "quantity",
    "acronym",
    "name",
    "quotation",
    "contact",
    "reference",
    "issuer",
    "currency",
    "funding",
    "check",
];

/// What is repeated.
#[rustfmt::skip]
const UNITS: &[&str] = &[
    "word ", "Aa ", "a", "A.", "A.A.-", "(ABC) ", "(", "([{", ")", "“", "“a ", "\"", "'a ", "as' ", "12\" ", "1 ",
    ", ", ". ", "\n\n", "the ", "and ", "tel ", "said ", "Canada ", "Canada,", "Canada-based ", "Africa ", "Council ",
    "Council of ", "Lake Aab ", "John Smith said ", "Minister Smith met ", "Jane Ode, chair, director, ",
    "“We dig on,” said Ode. ", "he said “we dig on and on”, ", "it said “we dig on and on”. ",
    "the Council said in a statement ", "Nordic Peat Agency (NPA) ", "QBX (Fiji, Samoa and Tonga) ",
    "a_", "1,", "1, ", "2019, ", "2019-", "May 3, 2019 ", "May 3 ", "may-", "3/4 May ", "Monday ", "“today ", "the year before, ",
    "LIMA, May 3 – ", "first and second quarters of ", "two years and ", "on 9.8.14 ", "Updated 2019\n\n", "May 3\n\n",
    "please visit ", "(see also Fens ", "a@b.example ", "Tel. 020 7946 0000 ", "resolution 1325 ",
    "$", "$1 ", "$1", "1,000,", "1 000 ", "one hundred ", "hundred ", "half a ", "5% to ", "USD ", "1950 people ",
    "USD 5 million (about €4 million) ", "gave $5 million, ", "- $5 million for wells\n\n", "ABC (Aa Bb Cc) ",
    "Fiji gave $5 million to Togo for wells, including $2 million for pumps; ", "(A) (A) ", "ABC (ABC) ", ", or ABC, ",
    "Fiji gave $5 million.\n\n# Wells – $5 million\n\n",
    "“We dig on and on.”\n\n", "John Smith met her.\n\n", "(\n\n", "Contact:\n\nJane Ode\n020 7946 0000\n\n",
];

/// How long each judged stage takes for a text.
#[allow(clippy::disallowed_methods, reason = "a ratio of times needs a clock")]
fn times(lexicon: &Lexicon, text: &str) -> Vec<(&'static str, Duration)> {
    let mut document = rapporteur_parser::parse(rapporteur_parser::decode("hostile.txt", text.as_bytes()));
    let mut times = Vec::new();
    for stage in STAGES {
        let start = Instant::now();
        (stage.run)(&mut document, lexicon, &Context::default());
        if JUDGED.contains(&stage.name) {
            times.push((stage.name, start.elapsed()));
        }
    }
    times
}

/// The stages for which the larger of two texts takes too long.
fn steep(lexicon: &Lexicon, small: &str, large: &str) -> Vec<String> {
    let (small, large) = (times(lexicon, small), times(lexicon, large));
    let pairs = small.into_iter().zip(large);
    pairs
        .filter(|((_, small), (_, large))| *large > (*small).max(FLOOR) * MOST)
        .map(|((stage, small), (_, large))| format!("{stage} {small:?} to {large:?}"))
        .collect()
}

#[test]
fn hostile_repeats_take_a_time_that_grows_with_their_length() {
    let lexicon = Lexicon::embedded();
    let mut faults = Vec::new();
    for unit in UNITS {
        let text = |bytes: usize| unit.repeat(bytes / unit.len());
        let (small, large) = (text(BYTES), text(BYTES * TIMES));
        let found = (0..3).map(|_| steep(lexicon, &small, &large)).find(Vec::is_empty);
        if found.is_none() {
            faults.push(format!("{unit:?}: {}", steep(lexicon, &small, &large).join(", ")));
        }
    }
    assert!(faults.is_empty(), "grows faster than its text:\n{}", faults.join("\n"));
}

#[test]
fn deep_nesting_is_read_to_its_end() {
    let lexicon = Lexicon::embedded();
    for (open, close) in [("(", ")"), ("[", "]"), ("“", "”"), ("«", "»"), ("‘", "’")] {
        let text = format!("{}fens{}", open.repeat(10_000), close.repeat(10_000));
        let mut document = rapporteur_parser::parse(rapporteur_parser::decode("deep.txt", text.as_bytes()));
        rapporteur_normalizer::normalize(&mut document, lexicon, &Context::default());
        assert!(document.quotes.len() <= 1, "{open}");
    }
}
