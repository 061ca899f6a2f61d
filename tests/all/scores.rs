//! How well the program does on the labelled fixtures: `snapshots/scores.snap`, a line a field and a line a document.
//!
//! A rule's gain and loss show there in review. Where the table changes, every miss is printed with the words around
//! it; `show_misses` prints them at any time.

use rapporteur_tests::{
    labels::Labels,
    report,
    score::{Score, score},
};

use crate::texts::{fixtures, record};

struct Judged {
    name: String,
    labels: Labels,
    score: Score,
}

fn judged() -> Vec<Judged> {
    let judge = |fixture: crate::texts::Fixture| {
        let labels = fixture.labels();
        let score = score(&labels, &record(&fixture.read()));
        Judged { name: fixture.name, labels, score }
    };
    fixtures().into_iter().map(judge).collect()
}

fn misses(all: &[Judged]) -> String {
    all.iter().map(|one| report::misses(&one.name, &one.labels, &one.score)).collect()
}

#[test]
fn precision_and_recall_on_the_fixtures() {
    let all = judged();
    let scores: Vec<(&str, &Score)> = all.iter().map(|one| (one.name.as_str(), &one.score)).collect();
    // The harness shows what a test prints only where it fails.
    println!("{}", misses(&all));
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("scores", report::table(&scores));
    });
}

#[test]
#[ignore = "prints; asserts nothing"]
fn show_misses() {
    println!("{}", misses(&judged()));
}
