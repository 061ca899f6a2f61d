//! Names the program that is built: a hash of the sources that decide what is read, and one of the word lists.
//!
//! Outputs note both, so that the next run knows which documents it would read otherwise than the run before. A
//! version number alone would not tell two builds of one version apart.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use sha2::{Digest as _, Sha256};

fn main() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let sources =
        ["model", "parser", "normalizer", "exporter", "review"].map(|name| format!("crates/{name}/src"));
    let data = ["data".to_owned()];
    println!("cargo::rustc-env=RAPPORTEUR_SOURCES={}", hash(&root, &sources, &["css", "html", "js", "rs"])?);
    println!("cargo::rustc-env=RAPPORTEUR_LEXICON={}", hash(&root, &data, &["csv", "txt"])?);
    Ok(())
}

/// The hash of the files with these endings below some folders, names included.
#[expect(clippy::disallowed_methods, reason = "a build reads its sources")]
fn hash(root: &Path, folders: &[String], endings: &[&str]) -> io::Result<String> {
    let mut hash = Sha256::new();
    for folder in folders {
        let path = root.join(folder);
        println!("cargo::rerun-if-changed={}", path.display());
        let mut files = Vec::new();
        // A crate that was taken out of the workspace has its version alone.
        if path.is_dir() {
            collect(&path, endings, &mut files)?;
        }
        files.sort();
        for file in files {
            let name = file.strip_prefix(root).unwrap_or(&file).to_string_lossy().replace('\\', "/");
            hash.update(name.as_bytes());
            hash.update([0]);
            hash.update(Sha256::digest(fs::read(&file)?));
        }
    }
    Ok(hash
        .finalize()
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect())
}

fn collect(folder: &Path, endings: &[&str], files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            // Tests and what tables are made from decide nothing.
            if path.file_name().is_some_and(|name| name != "tests" && name != "build") {
                collect(&path, endings, files)?;
            }
        } else if path.extension().is_some_and(|ending| endings.iter().any(|known| ending == *known)) {
            files.push(path);
        }
    }
    Ok(())
}
