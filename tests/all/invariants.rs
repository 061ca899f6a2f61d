//! What holds of every document holds of every fixture, and of the whole documents beside the checkout.

use std::path::Path;

use crate::{
    sound::faults,
    texts::{bytes, fixtures, read, record, shared},
};

#[test]
fn fixtures_are_sound() {
    let mut found = Vec::new();
    for fixture in fixtures() {
        found.extend(faults(&fixture.read()).into_iter().map(|fault| format!("{}: {fault}", fixture.name)));
    }
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

#[test]
fn the_same_bytes_give_the_same_record() {
    for fixture in fixtures() {
        assert_eq!(record(&fixture.read()), record(&fixture.read()), "{}", fixture.name);
    }
}

#[test]
fn whole_documents_are_sound() {
    let paths = shared("corpora/documents");
    let (first, second) = paths.split_at(paths.len() / 2);
    let found = std::thread::scope(|scope| {
        let halves = [first, second].map(|half| scope.spawn(move || all_faults(half)));
        halves.into_iter().flat_map(|half| half.join().unwrap()).collect::<Vec<_>>()
    });
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

/// The faults of the documents at some paths, with their names.
pub fn all_faults(paths: &[impl AsRef<Path>]) -> Vec<String> {
    let mut found = Vec::new();
    for path in paths.iter().map(AsRef::as_ref) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let document = read(&name, &bytes(path));
        found.extend(faults(&document).into_iter().map(|fault| format!("{name}: {fault}")));
    }
    found
}
