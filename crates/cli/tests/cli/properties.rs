//! Properties of batches of made files: jobs show nowhere, and the same batch again changes nothing.
//!
//! The seed is fixed, so that a run can be repeated.

use proptest::{
    collection::vec,
    prelude::*,
    sample::select,
    test_runner::{RngSeed, TestRunner},
};

use crate::desk::{Desk, PLAN, RELEASE};

/// Batches that are tried: each is three runs of the program.
const CASES: u32 = 6;

/// A file: text, text cut anywhere, or bytes, some of which are refused.
fn file() -> impl Strategy<Value = Vec<u8>> {
    let text =
        vec(select(&[RELEASE, PLAN, "See annex 3.\n", "(a) the tides;\n", "\t$3 million\n"][..]), 1..6);
    let text = text.prop_map(|parts| parts.concat().into_bytes());
    let cut = (text.clone(), any::<prop::sample::Index>()).prop_map(|(mut text, at)| {
        text.truncate(at.index(text.len()));
        text
    });
    prop_oneof![3 => text, 2 => cut, 1 => vec(any::<u8>(), 0..200)]
}

#[test]
fn jobs_show_nowhere_and_again_changes_nothing() {
    let config = ProptestConfig {
        cases: CASES,
        rng_seed: RngSeed::Fixed(1948),
        failure_persistence: None,
        max_shrink_iters: 40,
        ..Default::default()
    };
    let same = |files: Vec<Vec<u8>>| {
        let desk = Desk::new();
        for (number, bytes) in files.iter().enumerate() {
            desk.lay(&format!("in/{}/{number}.txt", number % 3), bytes);
        }
        let run = |out: &str, jobs: &str| {
            desk.run(&["convert", "in", "--out", out, "--to", "json,jsonl,csv,sqlite", "--jobs", jobs])
        };
        let (one, eight) = (run("one", "1"), run("eight", "8"));
        prop_assert_eq!(one.code, eight.code);
        let written = desk.files("one");
        prop_assert!(written == desk.files("eight"), "jobs show in {:?}", differing(&desk));
        let again = run("one", "8");
        prop_assert!(again.out.starts_with("0 documents"), "{}", again.out);
        prop_assert!(written == desk.files("one"), "the second run changed the first");
        Ok(())
    };
    TestRunner::new(config).run(&vec(file(), 1..20), same).unwrap_or_else(|error| panic!("{error}"));
}

/// The names of files that are not the same in both folders.
fn differing(desk: &Desk) -> Vec<String> {
    let (one, eight) = (desk.files("one"), desk.files("eight"));
    one.keys().chain(eight.keys()).filter(|name| one.get(*name) != eight.get(*name)).cloned().collect()
}
