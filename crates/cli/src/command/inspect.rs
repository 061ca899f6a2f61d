//! `rapporteur inspect FILE`: one document for a person on a terminal.

use std::{
    io::{self, BufWriter, Write as _},
    path::PathBuf,
    process::ExitCode,
};

use crate::{
    arguments::{Bounds, Inspect},
    batch::Batch,
    corrections::Corrections,
    input::{Input, Origin},
    intake,
    lines::Lines,
    outline, pipeline,
    snippet::Snippets,
    terminal::Paint,
};
use anyhow::anyhow;
use rapporteur_normalizer::Lexicon;

/// Runs the command.
///
/// # Errors
/// Where the document cannot be read or standard output cannot be written.
pub fn run(arguments: Inspect) -> anyhow::Result<ExitCode> {
    let Inspect { file, known, color, max_bytes, correcting } = arguments;
    let overrides = Corrections::read(correcting.overrides.as_deref())?.overrides;
    let batch = Batch::new(&Bounds { jobs: Some(1), max_bytes }, known.into())?;
    let label = file.to_string_lossy().into_owned();
    let origin = if label == "-" { Origin::Stdin } else { Origin::File(PathBuf::from(&file)) };
    let input = Input { label, origin, bytes: 0 };
    let source = intake::bytes(&input, batch.limit).and_then(|bytes| intake::source(&input.label, &bytes));
    let source = source.map_err(|refusal| anyhow!("{}: {refusal}", input.label))?;
    // On a thread of the pool, whose stack is made for deep text.
    let document =
        batch.pool.install(|| pipeline::corrected(source, Lexicon::embedded(), &batch.context, &overrides));

    let lines = Lines::new(&document.source.text);
    let color = color.on_stdout();
    let mut out = BufWriter::new(io::stdout().lock());
    outline::write(&mut out, &document, &lines, Paint { on: color })?;
    let snippets = Snippets::new(&document, &lines, color);
    for found in &document.diagnostics {
        writeln!(out, "\n{}", snippets.show(found))?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
