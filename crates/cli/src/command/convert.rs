//! `rapporteur convert INPUT… --out DIR`: documents to files and databases, with one summary.

use std::{
    fs,
    io::{self, IsTerminal as _, Write as _},
    path::Path,
    process::ExitCode,
};

use anyhow::{Context as _, bail};
use rapporteur_exporter::{FORMATS, Format, Sink};
use rapporteur_model::Severity;

use crate::{
    arguments::Convert,
    batch::{Batch, Outcome},
    input::{Input, Inputs, inputs},
    outline::shown,
    summary::Summary,
};

/// Runs the command.
///
/// # Errors
/// Where the folder or an output cannot be written. An input that cannot be read is no error: it is named in the
/// summary, and the exit code is 1.
pub fn run(arguments: Convert) -> anyhow::Result<ExitCode> {
    let Convert { inputs: roots, out, to, fail_on, known, bounds } = arguments;
    make_folder(&out)?;
    let mut sinks = open(&to, &out)?;
    let Inputs { documents, failures } = inputs(&roots);
    let mut summary = Summary::default();
    for failure in &failures {
        failed(&mut summary, &failure.label, &failure.reason.to_string());
    }
    let mut progress = Progress::new(documents.len());
    Batch::new(&bounds, known.into())?.run(&documents, |input, outcome| {
        progress.step();
        handle(input, &outcome, &mut sinks, &mut summary)
    })?;
    progress.end();
    for sink in sinks {
        summary.wrote(sink.finish()?);
    }
    write!(io::stdout(), "{summary}").context("standard output")?;
    let bar = fail_on.as_deref().and_then(Severity::from_name);
    let found = bar.is_some_and(|bar| summary.reaches(bar));
    Ok(ExitCode::from(u8::from(found || summary.has_failures())))
}

fn handle(
    input: &Input,
    outcome: &Outcome<'_>,
    sinks: &mut [Box<dyn Sink>],
    summary: &mut Summary,
) -> anyhow::Result<()> {
    match outcome {
        Outcome::Read(export) => {
            summary.add(export);
            for sink in sinks {
                sink.write(export)
                    .with_context(|| format!("{}: its records could not be written", input.label))?;
            }
        }
        Outcome::Repeats(first) => {
            say(&format!("warning: {} repeats {first}, byte for byte; the first is kept", input.label));
            summary.repeats(&input.label, first);
        }
        Outcome::Refused(reason) => failed(summary, &input.label, reason),
    }
    Ok(())
}

fn failed(summary: &mut Summary, label: &str, reason: &str) {
    say(&format!("error: {label}: {reason}"));
    summary.failed(label, reason);
}

/// A line of talk. Where nobody can hear it there is nothing to be done.
fn say(line: &str) {
    let _ = writeln!(io::stderr(), "{}", shown(line));
}

/// Makes the folder of the outputs, with all above it.
fn make_folder(out: &Path) -> anyhow::Result<()> {
    if out.exists() && !out.is_dir() {
        bail!("--out {}: there is a file of that name, not a folder", out.display());
    }
    fs::create_dir_all(out).with_context(|| format!("--out {}: the folder cannot be made", out.display()))
}

/// Opens the outputs of these names, the default ones where none is named, each once and in the registry's order.
fn open(names: &[String], out: &Path) -> anyhow::Result<Vec<Box<dyn Sink>>> {
    let wanted = |format: &&Format| {
        if names.is_empty() { format.default } else { names.iter().any(|name| name == format.name) }
    };
    let open = |format: &Format| (format.open)(out).with_context(|| format!("--out {}", out.display()));
    FORMATS.iter().filter(wanted).map(open).collect()
}

/// How far a batch is, on standard error where that is a terminal.
struct Progress {
    done: usize,
    all: usize,
    shown: bool,
}

impl Progress {
    fn new(all: usize) -> Self {
        Self { done: 0, all, shown: all > 1 && io::stderr().is_terminal() }
    }

    fn step(&mut self) {
        self.done += 1;
        if self.shown {
            let _ = write!(io::stderr(), "\r{}/{}\x1b[K\r", self.done, self.all);
        }
    }

    fn end(&self) {
        if self.shown {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
