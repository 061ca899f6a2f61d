//! `rapporteur list`: the registries, as the program itself uses them.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use clap::ValueEnum as _;
use rapporteur_exporter::FORMATS;
use rapporteur_model::Genre;
use rapporteur_normalizer::FINDERS;
use rapporteur_parser::READERS;
use rapporteur_review::{Kind, report::REPORTS};

use crate::arguments::{List, Topic};

/// Runs the command.
///
/// # Errors
/// Where standard output cannot be written.
pub fn run(arguments: &List) -> anyhow::Result<ExitCode> {
    let mut out = io::stdout().lock();
    let topics = arguments.topic.as_ref().map_or(Topic::value_variants(), std::slice::from_ref);
    for (place, topic) in topics.iter().enumerate() {
        if topics.len() > 1 {
            let name = topic.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default();
            writeln!(out, "{}{name}", if place == 0 { "" } else { "\n" })?;
        }
        let rows = rows(*topic);
        let width = rows.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
        for (name, about) in rows {
            writeln!(out, "  {name:width$}  {about}")?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// The entries of a registry: name, and what it is.
fn rows(topic: Topic) -> Vec<(String, String)> {
    let row = |name: &str, about: &str| (name.to_owned(), about.to_owned());
    match topic {
        Topic::Genres => Genre::ALL
            .iter()
            .map(|genre| row(genre.as_str(), genre.meaning().lines().next().unwrap_or_default().trim()))
            .collect(),
        Topic::Finders => FINDERS.iter().map(|finder| row(finder.name, finder.about)).collect(),
        Topic::Outputs => FORMATS
            .iter()
            .map(|format| {
                let default = if format.default { " (default)" } else { "" };
                row(format.name, &format!("{}{default}", format.about))
            })
            .collect(),
        Topic::Reports => REPORTS.iter().map(|report| row(report.name, report.about)).collect(),
        Topic::Facts => Kind::ALL
            .iter()
            .map(|kind| {
                let about = kind.meaning().lines().next().unwrap_or_default().trim();
                row(kind.as_str(), &format!("{about} Fields: {}.", kind.fields().join(", ")))
            })
            .collect(),
        Topic::Readers => READERS.iter().map(|reader| row(reader.genre.as_str(), reader.about)).collect(),
    }
}
