//! Any text has an outline in which nothing is lost and nothing stands twice.

#![no_main]

use libfuzzer_sys::fuzz_target;
use rapporteur_fuzz::assert_sound;
use rapporteur_parser::{decode, parse};

fuzz_target!(|text: &str| assert_sound(&parse(decode("fuzz.txt", text.as_bytes()))));
