//! The papers of a file that holds several, with the kind, title and date of each.

use crate::texts::{bytes, read, record, root};

/// The parts of a fixture.
fn parts(name: &str) -> Vec<String> {
    let record = record(&read("case.txt", &bytes(&root().join(format!("fixtures/{name}.txt")))));
    let words = |value: &serde_json::Value| value.as_str().unwrap_or("-").to_owned();
    let parts = record["parts"].as_array().cloned().unwrap_or_default();
    let shown = |part: &serde_json::Value| {
        let [kind, title, day] = [&part["kind"], &part["title"]["text"], &part["issued"]["edtf"]].map(words);
        format!("{kind}: {title} ({day})")
    };
    parts.iter().map(shown).collect()
}

#[test]
fn each_paper_of_a_file_has_its_own_kind_title_and_date() {
    assert_eq!(
        parts("press_release/fiji-oceans-readout"),
        [
            "body: READOUT: MINISTER FOR OCEANS MEETS EUROPEAN COMMISSIONER FOR FISHERIES (2019-08-14)",
            "backgrounder: Clean Decks in Figures (2019-08-01)",
            "annex: Form of the Landing Note (-)",
        ]
    );
    assert_eq!(
        parts("press_release/ghana-cocoa-release"),
        [
            "body: GHANA AND THE NETHERLANDS TO TRACE EVERY BAG OF COCOA FROM FARM TO PORT (2022-03-04)",
            "backgrounder: How the Cocoa Trail Works (2022-03)",
            "annex: Calendar of the Cocoa Trail Project (2022-02-15)",
        ]
    );
    assert!(parts("speech/norway-harbours").is_empty());
}
