//! The arguments of `rapporteur check` and `rapporteur diff`.

use std::path::PathBuf;

use clap::{
    Args,
    builder::{PossibleValue, PossibleValuesParser},
};

use super::{Bounds, Correcting, Known, MAX_UNPACKED};
use crate::{input::Sources, terminal::ColorWhen};

/// Where a report goes, and how it looks.
#[derive(Args, Debug)]
pub struct Reporting {
    /// Rules: what does not count, tolerances, assertions; `rapporteur.toml` where that file is there
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// How to report
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = reports())]
    pub format: String,
    /// File to write the report into, instead of standard output
    #[arg(long, short, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// When to use colour, in a report for a person
    #[arg(long, value_enum, default_value_t = ColorWhen::Auto, value_name = "WHEN")]
    pub color: ColorWhen,
}

/// `rapporteur check`.
#[derive(Args, Debug)]
pub struct Check {
    /// Files, folders, patterns, archives or `-`, as for `convert`
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    /// The accepted facts, a line each; `baseline` of the rules where it is not given
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Accept what is read now: write it into the baseline, and make the baseline where it is missing
    #[arg(long)]
    pub update: bool,
    /// Leave out what `.gitignore` files leave out
    #[arg(long)]
    pub gitignore: bool,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub reporting: Reporting,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub correcting: Correcting,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub known: Known,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub bounds: Bounds,
}

impl Check {
    /// What is named, and how it is looked through.
    pub fn sources(&self) -> Sources {
        Sources {
            roots: self.inputs.clone(),
            list: None,
            gitignore: self.gitignore,
            unpacked: MAX_UNPACKED,
            document: self.bounds.max_bytes,
        }
    }
}

/// `rapporteur diff`.
#[derive(Args, Debug)]
pub struct Diff {
    /// A document, a folder or an archive of them, a baseline, or the JSON of an earlier run
    #[arg(value_name = "OLD")]
    pub old: PathBuf,
    /// The same, later
    #[arg(value_name = "NEW")]
    pub new: PathBuf,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub reporting: Reporting,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub correcting: Correcting,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub known: Known,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub bounds: Bounds,
}

fn reports() -> PossibleValuesParser {
    rapporteur_review::report::REPORTS
        .iter()
        .map(|report| PossibleValue::new(report.name).help(report.about))
        .collect::<Vec<_>>()
        .into()
}
