//! `rapporteur schema`: the output's own description, made from the types that write it.

use std::{
    io::{self, Write as _},
    process::ExitCode,
};

use crate::arguments::{Schema, SchemaFormat};

/// Runs the command.
///
/// # Errors
/// Where standard output cannot be written.
pub fn run(arguments: &Schema) -> anyhow::Result<ExitCode> {
    let text = match arguments.format {
        SchemaFormat::JsonSchema => serde_json::to_string_pretty(&rapporteur_exporter::json_schema())?,
        SchemaFormat::Sql => rapporteur_exporter::sql_schema(),
        SchemaFormat::Postgres => rapporteur_exporter::postgres_schema(),
        SchemaFormat::Datapackage => serde_json::to_string_pretty(&rapporteur_exporter::datapackage())?,
    };
    writeln!(io::stdout(), "{}", text.trim_end())?;
    Ok(ExitCode::SUCCESS)
}
