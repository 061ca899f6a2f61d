//! `rapporteur diff OLD NEW`: what one paper or batch says that another does not.
//!
//! Rules say what counts; assertions are about a whole collection and are for `check`.

use std::process::ExitCode;

use rapporteur_review::{Facts, compare};

use crate::{
    arguments::Diff,
    batch::Batch,
    command::check::{exit, overrides_of, rules_of, tell},
    facts::side,
};

/// Runs the command.
///
/// # Errors
/// Where it could not run: a side or the rules cannot be read, or the report cannot be written.
pub fn run(arguments: &Diff) -> anyhow::Result<ExitCode> {
    let (rules, file) = rules_of(&arguments.reporting)?;
    let overrides = overrides_of(&arguments.correcting, &rules, &file)?;
    let batch = Batch::new(&arguments.bounds, arguments.known.clone().into())?.with(overrides);
    let mut old = side(&batch, &arguments.old, false)?;
    let new = side(&batch, &arguments.new, false)?;
    match (old.facts.as_mut_slice(), new.facts.as_slice()) {
        // Two versions of one paper, whatever they are called.
        ([old], [new]) => new.document.clone_into(&mut old.document),
        (old, new) => namesakes(old, new),
    }
    let comparison = compare(&old.facts, &new.facts, &|_| true, &rules);
    let refused: Vec<_> = old.refused.into_iter().chain(new.refused).collect();
    tell(&arguments.reporting, &comparison, &[], &refused)?;
    Ok(exit(&refused, !comparison.is_empty()))
}

/// Gives documents without a counterpart the path of the one that alone has the same file name.
fn namesakes(old: &mut [Facts], new: &[Facts]) {
    let name = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
    let alone: Vec<&Facts> =
        new.iter().filter(|facts| !old.iter().any(|other| other.document == facts.document)).collect();
    let taken: Vec<String> = old.iter().map(|facts| name(&facts.document)).collect();
    for facts in old.iter_mut().filter(|facts| !new.iter().any(|other| other.document == facts.document)) {
        let own = name(&facts.document);
        let same: Vec<&&Facts> = alone.iter().filter(|other| name(&other.document) == own).collect();
        if let [other] = same.as_slice()
            && taken.iter().filter(|taken| **taken == own).count() == 1
        {
            other.document.clone_into(&mut facts.document);
        }
    }
}
