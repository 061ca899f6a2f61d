//! `failures.jsonl`: the inputs of a run that gave no document, a line each, in the order of their labels.
//!
//! ```json
//! {"path":"in/photo.txt","reason":"binary data (NUL byte at offset 0)"}
//! ```
//!
//! The file is of the last run alone, and is not there where nothing failed. Databases keep a table of that name.

use std::{fs, io::ErrorKind, path::Path};

use anyhow::Context as _;
use serde_json::json;

/// Writes the failures into the folder of the outputs; the file, where there is one.
///
/// # Errors
/// Where the file cannot be written.
pub fn write(out: &Path, failures: &[(String, String)]) -> anyhow::Result<Option<String>> {
    let path = out.join("failures.jsonl");
    let told = || path.display().to_string();
    if failures.is_empty() {
        return match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error).with_context(told),
            _ => Ok(None),
        };
    }
    let mut failures: Vec<_> = failures.iter().collect();
    failures.sort();
    let lines: Vec<String> = failures
        .iter()
        .map(|(path, reason)| json!({ "path": path, "reason": reason }).to_string() + "\n")
        .collect();
    let staged = out.join(".rapporteur-failures");
    fs::write(&staged, lines.concat()).and_then(|()| fs::rename(&staged, &path)).with_context(told)?;
    Ok(Some(told()))
}
