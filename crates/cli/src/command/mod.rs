//! The commands, one file each.

pub mod check;
pub mod convert;
pub mod diff;
pub mod explain;
pub mod generate;
pub mod inspect;
pub mod list;
pub mod schema;
pub mod stream;

use std::process::ExitCode;

use crate::arguments::Command;

/// Runs a command.
///
/// # Errors
/// Where it could not run, or its output could not be written.
pub fn run(command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Convert(arguments) => convert::run(&arguments),
        Command::Stream(arguments) => stream::run(&arguments),
        Command::Check(arguments) => check::run(&arguments),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Inspect(arguments) => inspect::run(arguments),
        Command::Explain(arguments) => explain::run(&arguments),
        Command::List(arguments) => list::run(&arguments),
        Command::Schema(arguments) => schema::run(&arguments),
        Command::Generate(arguments) => generate::run(arguments),
    }
}
