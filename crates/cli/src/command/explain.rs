//! `rapporteur explain CODE`: what a finding means.

use std::{
    io::{self, Write as _},
    process::ExitCode,
};

use rapporteur_model::Code;

use crate::arguments::Explain;

/// Runs the command. An unknown code is refused by the command line, which suggests the nearest.
///
/// # Errors
/// Where standard output cannot be written.
pub fn run(arguments: &Explain) -> anyhow::Result<ExitCode> {
    let mut out = io::stdout().lock();
    if let Some(code) = arguments.code.as_deref().and_then(Code::from_name) {
        writeln!(out, "{code}\n")?;
        for line in code.meaning().lines() {
            writeln!(out, "{}", line.trim())?;
        }
    } else {
        let width = Code::ALL.iter().map(|code| code.as_str().len()).max().unwrap_or(0);
        for code in Code::ALL {
            let first = code.meaning().lines().next().unwrap_or_default().trim();
            writeln!(out, "{code:width$}  {first}", code = code.as_str())?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
