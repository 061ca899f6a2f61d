//! `rapporteur check INPUT… --baseline FILE`: has anything changed that somebody accepted?

use std::{
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Context as _, bail};
use rapporteur_review::{
    Comparison, Facts, Rules, baseline, compare,
    overrides::Overrides,
    report::{REPORTS, Report},
    rules::{self, Failure},
};
use tempfile::NamedTempFile;

use crate::{
    arguments::{Check, Correcting, Reporting},
    batch::Batch,
    corrections::Corrections,
    facts::{beside, read, text},
};

/// The file of rules that is read without being named.
const RULES: &str = "rapporteur.toml";

/// Runs the command.
///
/// # Errors
/// Where it could not run: an input, the baseline or the rules cannot be read, or the report cannot be written.
pub fn run(arguments: &Check) -> anyhow::Result<ExitCode> {
    let (rules, file) = rules_of(&arguments.reporting)?;
    let path = match (&arguments.baseline, &rules.baseline) {
        (Some(path), _) => path.clone(),
        (None, Some(path)) => beside(&file, path),
        (None, None) => bail!("--baseline FILE is missing, and no file of rules names a baseline"),
    };
    let accepted = accepted(&path, arguments.update)?;
    let overrides = overrides_of(&arguments.correcting, &rules, &file)?;
    let batch = Batch::new(&arguments.bounds, arguments.known.clone().into())?.with(overrides);
    let (readings, found) = read(&batch, &arguments.sources())?;
    let gone = |document: &str| found.is_gone(document);
    let comparison = compare(&accepted, &readings.facts, &gone, &rules);
    let failures = rules::failures(&rules.assertions, &readings.readings);
    tell(&arguments.reporting, &comparison, &failures, &readings.refused)?;
    if arguments.update {
        // What this run did not look for stays as it was.
        let kept = accepted.iter().filter(|facts| {
            let again = readings.facts.iter().any(|read| read.document == facts.document);
            !again && !gone(&facts.document)
        });
        let read = rules.kept(&readings.facts);
        write(&path, &baseline::write(kept.chain(&read)))?;
    }
    let changed = !comparison.is_empty() && !arguments.update;
    Ok(exit(&readings.refused, changed || !failures.is_empty()))
}

/// 0 nothing changed, 1 something did, 2 not everything could be read.
pub(super) fn exit(refused: &[(String, String)], changed: bool) -> ExitCode {
    ExitCode::from(if refused.is_empty() { u8::from(changed) } else { 2 })
}

/// The rules, and the file they stand in.
pub(super) fn rules_of(reporting: &Reporting) -> anyhow::Result<(Rules, PathBuf)> {
    let file = match &reporting.config {
        Some(file) => file.clone(),
        None if Path::new(RULES).is_file() => PathBuf::from(RULES),
        None => return Ok((Rules::default(), PathBuf::new())),
    };
    let rules = rules::parse(&text(&file)?).map_err(|error| anyhow::anyhow!("{}:{error}", file.display()))?;
    Ok((rules, file))
}

/// The corrections that are named, or those that the rules name.
pub(super) fn overrides_of(given: &Correcting, rules: &Rules, file: &Path) -> anyhow::Result<Overrides> {
    let named = rules.overrides.as_ref().map(|path| beside(file, path));
    Ok(Corrections::read(given.overrides.as_deref().or(named.as_deref()))?.overrides)
}

fn accepted(path: &Path, update: bool) -> anyhow::Result<Vec<Facts>> {
    if !path.exists() {
        if update {
            return Ok(Vec::new());
        }
        bail!("there is no baseline {}; the same command with --update makes it", path.display());
    }
    baseline::read(&text(path)?).map_err(|error| anyhow::anyhow!("{}: {error}", path.display()))
}

/// Writes the report to where it is wanted.
pub(super) fn tell(
    reporting: &Reporting,
    comparison: &Comparison,
    failures: &[Failure],
    refused: &[(String, String)],
) -> anyhow::Result<()> {
    let color = reporting.out.is_none() && reporting.color.on_stdout();
    let report = Report { comparison, failures, refused, version: env!("CARGO_PKG_VERSION"), color };
    // The names are those of the registry.
    let Some(format) = REPORTS.iter().find(|format| format.name == reporting.format) else {
        bail!("there is no format {}", reporting.format);
    };
    let told = (format.write)(&report);
    match &reporting.out {
        Some(path) => write(path, &told),
        None => io::stdout().write_all(told.as_bytes()).context("standard output"),
    }
}

/// Writes a file whole or not at all.
fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let named = || path.display().to_string();
    let mut file = NamedTempFile::new_in(folder).with_context(named)?;
    file.write_all(text.as_bytes()).with_context(named)?;
    open_to_all(&file).with_context(named)?;
    file.persist(path).with_context(named)?;
    Ok(())
}

/// A temporary file is for its owner alone; a report and a baseline are files like any other.
#[cfg(unix)]
fn open_to_all(file: &NamedTempFile) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.as_file().set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn open_to_all(_: &NamedTempFile) -> io::Result<()> {
    Ok(())
}
