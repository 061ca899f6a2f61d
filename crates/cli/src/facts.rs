//! Documents to facts: what `check` and `diff` compare, read from papers, or from the output of an earlier run.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, anyhow, bail};
use rapporteur_review::{Facts, baseline, facts, rules::Reading};
use serde_json::Value;

use crate::{
    batch::{Batch, Next, Nothing, Outcome},
    input::{Inputs, Sources, inputs},
};

/// What a batch was read to say.
#[derive(Default)]
pub struct Readings {
    /// The facts of each document, sorted by path.
    pub facts: Vec<Facts>,
    /// What assertions ask of each document, by path; nothing is known of those of an earlier run.
    pub readings: BTreeMap<String, Reading>,
    /// Inputs that gave no document, and why.
    pub refused: Vec<(String, String)>,
}

/// Reads the documents that sources name.
///
/// # Errors
/// Where nothing can be read at all.
pub fn read(batch: &Batch, sources: &Sources) -> anyhow::Result<(Readings, Inputs)> {
    let found = inputs(sources)?;
    let mut readings = Readings::default();
    for failure in &found.failures {
        readings.refused.push((failure.label.clone(), failure.reason.to_string()));
    }
    // The same bytes under another name are another document to a baseline.
    let mut copies: Vec<(String, String)> = Vec::new();
    batch.run(&found.documents, &Nothing, |input, outcome| {
        match outcome {
            Outcome::Read(export) => {
                let record = serde_json::to_value(&export.record)?;
                let text = &export.document.source.text;
                readings
                    .facts
                    .push(facts(&record, Some(text)).map_err(|error| anyhow!("{}: {error}", input.label))?);
                readings.readings.insert(input.label.clone(), Reading::of(export.document));
            }
            Outcome::Repeats(first) => copies.push((input.label.clone(), first.to_owned())),
            Outcome::Refused(reason) => readings.refused.push((input.label.clone(), reason)),
            Outcome::Held => {}
        }
        Ok(Next::Go)
    })?;
    for (label, first) in copies {
        let Some(of) = readings.facts.iter().find(|facts| facts.document == first).cloned() else { continue };
        if let Some(reading) = readings.readings.get(&first).cloned() {
            readings.readings.insert(label.clone(), reading);
        }
        readings.facts.push(Facts { document: label, ..of });
    }
    readings.facts.sort_by(|a, b| a.document.cmp(&b.document));
    Ok((readings, found))
}

/// What a side of `diff` names: a baseline, the JSON of an earlier run, or papers, whose paths are told from the
/// folder on.
///
/// # Errors
/// Where it cannot be read.
pub fn side(batch: &Batch, path: &Path, gitignore: bool) -> anyhow::Result<Readings> {
    if let Some(earlier) = earlier(path)? {
        return Ok(earlier);
    }
    let roots = vec![path.to_owned()];
    let sources = Sources { gitignore, document: batch.limit, ..Sources::of(&roots) };
    let (mut readings, _) = read(batch, &sources)?;
    if let Some((label, reason)) = readings.refused.first().filter(|_| readings.facts.is_empty()) {
        bail!("{label}: {reason}");
    }
    let folder = crate::input::label(path);
    for facts in &mut readings.facts {
        if let Some(rest) = facts.document.strip_prefix(folder.trim_end_matches('/')) {
            let rest = rest.trim_start_matches(['/', '#']);
            if !rest.is_empty() {
                facts.document = rest.to_owned();
            }
        }
    }
    Ok(readings)
}

/// The facts in the output of an earlier run, or in a baseline; none where the path is neither.
fn earlier(path: &Path) -> anyhow::Result<Option<Readings>> {
    let mut files = Vec::new();
    if path.is_dir() {
        let lines = path.join("rapporteur.jsonl");
        if lines.is_file() {
            files.push(lines);
        } else {
            let folder = if path.join("json").is_dir() { path.join("json") } else { path.to_owned() };
            for entry in fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
                files.push(entry?.path());
            }
            files.retain(|file| has_ending(file, "json"));
            files.sort();
        }
    } else if has_ending(path, "json") || has_ending(path, "jsonl") {
        files.push(path.to_owned());
    }
    if files.is_empty() {
        return Ok(None);
    }
    let mut readings = Readings::default();
    for file in files {
        let text = text(&file)?;
        let told = if has_ending(&file, "jsonl") { lines(&text) } else { object(&text) };
        readings.facts.extend(told.map_err(|error| anyhow!("{}: {error}", file.display()))?);
    }
    readings.facts.sort_by(|a, b| a.document.cmp(&b.document));
    Ok(Some(readings))
}

fn object(text: &str) -> Result<Vec<Facts>, String> {
    let record: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    Ok(vec![facts(&record, None)?])
}

/// A baseline, or a record a line.
fn lines(text: &str) -> Result<Vec<Facts>, String> {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    if !first.contains("\"schema_version\"") {
        return baseline::read(text).map_err(|error| error.to_string());
    }
    let records = text.lines().filter(|line| !line.trim().is_empty());
    records.map(|line| object(line).map(|mut facts| facts.remove(0))).collect()
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending))
}

/// The text of a file.
///
/// # Errors
/// Where it cannot be read, with its name.
pub fn text(path: &Path) -> anyhow::Result<String> {
    fs::File::open(path).and_then(io::read_to_string).with_context(|| path.display().to_string())
}

/// A path of a file of rules, which counts from the folder of that file.
pub fn beside(file: &Path, path: &str) -> PathBuf {
    file.parent().unwrap_or(Path::new("")).join(path)
}
