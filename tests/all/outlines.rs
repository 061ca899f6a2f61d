//! The outline of every fixture as a person reads it: `snapshots/outline@GENRE__SLUG.snap`.

use crate::{render::outline, texts::fixtures};

#[test]
fn every_fixture_has_its_outline() {
    for fixture in fixtures() {
        let document = fixture.read();
        insta::with_settings!({
            prepend_module_to_snapshot => false,
            omit_expression => true,
            snapshot_suffix => fixture.name.replace('/', "__"),
        }, {
            insta::assert_snapshot!("outline", outline(&document));
        });
    }
}

#[test]
#[ignore = "prints; asserts nothing"]
fn show_outlines() {
    for fixture in fixtures() {
        println!("==== {}\n{}", fixture.name, outline(&fixture.read()));
    }
}
