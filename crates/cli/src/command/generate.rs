//! `rapporteur generate`: the man page and the completions, made from the command line's own table.

use std::{
    io::{self, Write as _},
    process::ExitCode,
};

use anyhow::bail;
use clap::CommandFactory as _;

use crate::arguments::{Cli, Generate, Generated};

/// Runs the command.
///
/// # Errors
/// Where the command is unknown, or standard output cannot be written.
pub fn run(arguments: Generate) -> anyhow::Result<ExitCode> {
    let mut command = Cli::command();
    // Made in memory first: the generators treat a closed pipe as a fault of the program.
    let mut page = Vec::new();
    match arguments.what {
        Generated::Man { command: None } => clap_mangen::Man::new(command).render(&mut page)?,
        Generated::Man { command: Some(name) } => {
            command.build();
            let Some(below) = command.find_subcommand(&name) else {
                bail!("there is no command '{name}'");
            };
            clap_mangen::Man::new(below.clone()).render(&mut page)?;
        }
        Generated::Completions { shell } => {
            clap_complete::generate(shell, &mut command, "rapporteur", &mut page);
        }
    }
    io::stdout().write_all(&page)?;
    Ok(ExitCode::SUCCESS)
}
