//! `rapporteur convert INPUT… --out DIR`: documents to files and databases, with one summary.
//!
//! What the outputs hold already is not read again; what fails is named, noted and no hindrance to the rest. An
//! interrupt ends the batch between two documents, with everything written that was in flight.

use std::{
    fs,
    io::{self, Write as _},
    path::Path,
    process::ExitCode,
};

use anyhow::{Context as _, bail};
use rapporteur_exporter::{ExportError, FORMATS, Format, Maker, Sink, Target};
use rapporteur_model::Severity;

use crate::{
    arguments::Convert,
    batch::{Batch, Next, Outcome},
    corrections::Corrections,
    failures,
    holding::Holding,
    input::{Input, Inputs, inputs},
    interrupt, lock,
    maker::maker,
    outline::shown,
    progress::Progress,
    summary::Summary,
};

/// Exit code of a run that was interrupted: 128 and the number of SIGINT, as shells have it.
const INTERRUPTED: u8 = 130;

/// Runs the command.
///
/// # Errors
/// Where the folder or an output cannot be written. An input that cannot be read is no error: it is named in the
/// summary, and the exit code is 1.
pub fn run(arguments: &Convert) -> anyhow::Result<ExitCode> {
    let formats = formats(&arguments.to);
    let out = folder(arguments, &formats)?;
    let lock = out.map(lock::lock).transpose()?.flatten();
    if let Some(out) = out.filter(|_| lock.is_some()) {
        rapporteur_exporter::sweep(out)?;
    }
    let context = arguments.known.clone().into();
    let corrections = Corrections::read(arguments.correcting.overrides.as_deref())?;
    let mut sinks = open(&formats, out.unwrap_or(Path::new(".")), arguments, &maker(&context, &corrections))?;
    if arguments.force {
        for sink in &mut sinks {
            sink.expire();
        }
    }
    let found = inputs(&arguments.sources())?;
    let mut report = Report {
        summary: Summary::default(),
        progress: Progress::new(found.documents.len(), arguments.quiet),
        fail_fast: arguments.fail_fast,
    };
    for failure in &found.failures {
        report.failed(&failure.label, &failure.reason.to_string(), &mut sinks)?;
    }
    let holding = Holding::of(&sinks);
    let interrupt = interrupt::listen();
    let done = if report.ends_early() {
        0
    } else {
        let batch = Batch::new(&arguments.bounds, context)?.with(corrections.overrides);
        batch.run(&found.documents, &holding, |input, outcome| {
            report.handle(input, &outcome, &mut sinks)?;
            let stop = interrupt.came() || report.ends_early();
            Ok(if stop { Next::Stop } else { Next::Go })
        })?
    };
    report.progress.end();
    let left = found.documents.len() - done;
    let interrupted = interrupt.came() && left > 0;
    if arguments.prune && !interrupted && !report.ends_early() {
        prune(&found, &mut sinks, &mut report.summary)?;
    }
    let mut summary = report.summary;
    for sink in sinks {
        summary.wrote(sink.finish()?);
    }
    if let Some(out) = out {
        summary.wrote(failures::write(out, summary.failures())?);
    }
    summary.left(left);
    write!(io::stdout(), "{summary}").context("standard output")?;
    if interrupted {
        say(&format!("interrupted: {left} inputs are left; the same command again goes on with them"));
        return Ok(ExitCode::from(INTERRUPTED));
    }
    let bar = arguments.fail_on.as_deref().and_then(Severity::from_name);
    let found = bar.is_some_and(|bar| summary.reaches(bar));
    Ok(ExitCode::from(u8::from(found || summary.has_failures())))
}

/// What a run tells a person on its way and at its end.
struct Report {
    summary: Summary,
    progress: Progress,
    fail_fast: bool,
}

impl Report {
    fn handle(
        &mut self,
        input: &Input,
        outcome: &Outcome<'_>,
        sinks: &mut [Box<dyn Sink>],
    ) -> anyhow::Result<()> {
        self.progress.step(input.bytes);
        match outcome {
            Outcome::Read(export) => {
                let mut refused = None;
                for sink in &mut *sinks {
                    match sink.write(export) {
                        Ok(()) => {}
                        Err(error) if error.is_of_one_document() => refused = Some(told(&error)),
                        Err(error) => {
                            let what = format!("{}: its records could not be written", input.label);
                            return Err(error).context(what);
                        }
                    }
                }
                self.summary.add(export);
                if let Some(reason) = refused {
                    self.failed(&input.label, &reason, sinks)?;
                }
            }
            Outcome::Held => {
                for sink in sinks {
                    sink.keep(&input.label)?;
                }
                self.summary.unchanged();
            }
            Outcome::Repeats(first) => {
                let words =
                    format!("warning: {} repeats {first}, byte for byte; the first is kept", input.label);
                self.progress.suspend(|| say(&words));
                self.summary.repeats(&input.label, first);
            }
            Outcome::Refused(reason) => self.failed(&input.label, reason, sinks)?,
        }
        Ok(())
    }

    fn failed(&mut self, label: &str, reason: &str, sinks: &mut [Box<dyn Sink>]) -> anyhow::Result<()> {
        self.progress.suspend(|| say(&format!("error: {label}: {reason}")));
        for sink in sinks {
            sink.refuse(label, reason)?;
        }
        self.summary.failed(label, reason);
        Ok(())
    }

    /// Is the first failure the end?
    fn ends_early(&self) -> bool {
        self.fail_fast && self.summary.has_failures()
    }
}

/// An error with all its causes, in a line.
fn told(error: &ExportError) -> String {
    error.to_string().replace(['\n', '\r'], " ")
}

/// A line of talk. Where nobody can hear it there is nothing to be done.
fn say(line: &str) {
    let _ = writeln!(io::stderr(), "{}", shown(line));
}

/// Takes out what stands under the folders and archives that were given, and is no longer there.
fn prune(found: &Inputs, sinks: &mut [Box<dyn Sink>], summary: &mut Summary) -> anyhow::Result<()> {
    let gone = |path: &str| found.is_gone(path);
    for sink in sinks {
        summary.pruned(sink.prune(&gone)?);
    }
    Ok(())
}

/// The outputs of these names, the default ones where none is named, each once and in the registry's order.
fn formats(names: &[String]) -> Vec<&'static Format> {
    let wanted = |format: &&Format| {
        if names.is_empty() { format.default } else { names.iter().any(|name| name == format.name) }
    };
    FORMATS.iter().filter(wanted).collect()
}

/// The folder of the outputs, made where it is missing; none where every output goes to a server.
fn folder<'a>(arguments: &'a Convert, formats: &[&Format]) -> anyhow::Result<Option<&'a Path>> {
    let Some(out) = arguments.out.as_deref() else {
        if let Some(format) = formats.iter().find(|format| !format.server) {
            bail!("--out DIR is missing: the output {} is written into a folder", format.name);
        }
        return Ok(None);
    };
    if out.exists() && !out.is_dir() {
        bail!("--out {}: there is a file of that name, not a folder", out.display());
    }
    fs::create_dir_all(out).with_context(|| format!("--out {}: the folder cannot be made", out.display()))?;
    Ok(Some(out))
}

fn open(
    formats: &[&Format],
    out: &Path,
    arguments: &Convert,
    maker: &Maker,
) -> anyhow::Result<Vec<Box<dyn Sink>>> {
    let time = arguments.stamp.then(|| jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string());
    let target = Target {
        out,
        url: arguments.url.as_deref(),
        authorities: arguments.authorities.as_deref(),
        maker,
        time: time.as_deref(),
    };
    let open = |format: &&Format| {
        (format.open)(&target).with_context(|| {
            if format.server { format!("--to {}", format.name) } else { format!("--out {}", out.display()) }
        })
    };
    formats.iter().map(open).collect()
}
