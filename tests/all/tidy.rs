//! The rules of the house that a machine can read: lengths, headers, data, fixtures, and what the documents promise.

use std::{collections::BTreeSet, path::PathBuf};

use rapporteur_exporter::FORMATS;
use rapporteur_model::Genre;
use rapporteur_normalizer::FINDERS;

use crate::texts::{bytes, label, root, text};

/// Lines of a source file at most.
const LINES: usize = 450;

/// Every file of the checkout that is source: no build output, no output of a run, nothing hidden but `.ci` and `.cargo`.
fn tracked() -> Vec<PathBuf> {
    let visible = |entry: &walkdir::DirEntry| {
        let name = entry.file_name().to_string_lossy();
        let hidden = name.starts_with('.') && entry.depth() == 1 && name != ".ci" && name != ".cargo";
        !hidden
            && !(entry.depth() == 1 && (name == "target" || name == "out"))
            && !(entry.depth() == 2 && ["artifacts", "corpus", "coverage", "target"].contains(&&*name))
            && !name.ends_with(".snap.new")
    };
    let entries = walkdir::WalkDir::new(root()).sort_by_file_name().into_iter();
    let entries = entries.filter_entry(visible).map(Result::unwrap);
    entries.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path).collect()
}

fn with_ending(ending: &str) -> Vec<PathBuf> {
    let fits = |path: &PathBuf| path.extension().is_some_and(|found| found == ending);
    tracked().into_iter().filter(fits).collect()
}

/// A path below the root, for messages.
fn below(path: &std::path::Path) -> String {
    label(path.strip_prefix(root()).unwrap())
}

#[track_caller]
fn none(what: &str, found: &[String]) {
    assert!(found.is_empty(), "{what}:\n{}", found.join("\n"));
}

#[test]
fn source_files_are_short_and_say_their_job() {
    let mut faults = Vec::new();
    for path in with_ending("rs") {
        let source = text(&path);
        let lines = source.lines().count();
        if lines > LINES {
            faults.push(format!("{}: {lines} lines, {LINES} at most", below(&path)));
        }
        if !source.starts_with("//! ") {
            faults.push(format!("{}: no `//!` header", below(&path)));
        }
    }
    none("source files", &faults);
}

#[test]
fn no_file_names_a_place_of_one_machine() {
    // Put together here, so that this file names none.
    let folders = ["home", "root", "Users", "tmp/bash", "work", "farm"];
    let places = folders.map(|folder| format!("/{folder}/"));
    let mut faults = Vec::new();
    for path in tracked().into_iter().filter(|path| !path.ends_with("Cargo.lock")) {
        let source = String::from_utf8_lossy(&bytes(&path)).into_owned();
        for place in &places {
            // A part of a web address or of a longer path is no such place.
            let alone = |at: usize| {
                !source[..at].ends_with(|sign: char| sign.is_alphanumeric() || "./-_~}".contains(sign))
            };
            for (at, _) in source.match_indices(place.as_str()).filter(|(at, _)| alone(*at)) {
                faults.push(format!("{}:{}: {place}", below(&path), source[..at].lines().count().max(1)));
            }
        }
    }
    none("places of a machine", &faults);
}

#[test]
fn data_has_sources_and_no_row_twice() {
    let mut faults = Vec::new();
    for path in with_ending("csv").into_iter().filter(|path| path.starts_with(root().join("data"))) {
        let name = below(&path);
        let mut reader = csv::Reader::from_path(&path).unwrap();
        let header = reader.headers().unwrap().clone();
        if header.iter().next_back() != Some("source") {
            faults.push(format!("{name}: the last column is not source: {header:?}"));
        }
        let (mut facts, mut places) = (BTreeSet::new(), BTreeSet::new());
        for (index, row) in reader.records().enumerate() {
            let line = index + 2;
            let row = match row {
                Ok(row) => row,
                Err(error) => {
                    faults.push(format!("{name}:{line}: {error}"));
                    continue;
                }
            };
            if row.iter().next_back().is_none_or(str::is_empty) {
                faults.push(format!("{name}:{line}: no source"));
            }
            if row.iter().any(|cell| cell.trim() != cell) {
                faults.push(format!("{name}:{line}: white space at an end of a cell"));
            }
            // The same fact from two sources is a fact twice.
            let fact: Vec<String> = row.iter().take(row.len() - 1).map(str::to_owned).collect();
            if !facts.insert(fact.clone()) {
                faults.push(format!("{name}:{line}: stands twice: {}", fact.join(",")));
            }
            places.insert(line);
        }
        if places.is_empty() {
            faults.push(format!("{name}: no rows"));
        }
    }
    none("data", &faults);
}

#[test]
fn every_fixture_has_labels_and_a_genre() {
    let root = root().join("fixtures");
    let mut faults = Vec::new();
    for path in tracked().into_iter().filter(|path| path.starts_with(&root)) {
        let name = below(&path);
        let ending = path.extension().unwrap_or_default().to_string_lossy().into_owned();
        let partner = match ending.as_str() {
            "txt" => "gold",
            "gold" => "txt",
            _ => {
                faults.push(format!("{name}: neither text nor labels"));
                continue;
            }
        };
        if !path.with_extension(partner).is_file() {
            faults.push(format!("{name}: no .{partner} beside it"));
        }
        let folder = path.parent().unwrap().file_name().unwrap_or_default().to_string_lossy().into_owned();
        if Genre::from_name(&folder).is_none() {
            faults.push(format!("{name}: {folder} is no genre"));
        }
    }
    none("fixtures", &faults);
}

#[test]
fn the_fixtures_readme_lists_every_text() {
    let readme = text(&root().join("tests/LABELS.md"));
    let missing: Vec<String> = with_ending("gold")
        .iter()
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .filter(|slug| !readme.contains(slug.as_str()))
        .collect();
    none("not in tests/LABELS.md", &missing);
}

#[test]
fn the_documents_name_every_crate_genre_finder_and_output() {
    let genres = Genre::ALL.iter().map(|genre| genre.as_str());
    let finders = FINDERS.iter().map(|finder| finder.name);
    let formats = FORMATS.iter().map(|format| format.name);
    let registries: Vec<&str> = genres.chain(finders).chain(formats).collect();
    promised("README.md", &registries);
    promised(
        "ARCHITECTURE.md",
        &[
            "crates/model",
            "crates/parser",
            "crates/normalizer",
            "crates/exporter",
            "crates/review",
            "crates/cli",
            "tests",
            "fixtures",
            "data",
        ],
    );
}

fn promised(file: &str, names: &[&str]) {
    let path = root().join(file);
    if !path.is_file() {
        println!("skipped: {file} is not there yet");
        return;
    }
    let words = text(&path);
    let missing: Vec<String> =
        names.iter().filter(|name| !words.contains(**name)).map(|name| (*name).to_owned()).collect();
    none(&format!("not in {file}"), &missing);
}
