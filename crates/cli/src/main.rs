//! The `rapporteur` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    rapporteur::run(std::env::args_os())
}
