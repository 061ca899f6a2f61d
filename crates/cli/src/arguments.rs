//! The command line: one table from which the help, the man page and the completions are made.
//!
//! Exit codes: 0 done; 1 done, with findings at `--fail-on` or an unreadable input; 2 could not run; 130 interrupted.
//! A broken pipe is 0: the reader has seen enough.

mod review;

pub use review::{Check, Diff, Reporting};

use std::{ffi::OsString, io::Write as _, path::PathBuf, process::ExitCode};

use clap::{
    Args, Parser, Subcommand, ValueEnum,
    builder::{PossibleValue, PossibleValuesParser},
};
use rapporteur_model::{Code, Severity};
use rapporteur_normalizer::Context;

use crate::{command, context, input::Sources, terminal::ColorWhen};

/// Turns the papers that governments and international bodies publish into structured data with exact provenance.
///
/// No model, no network: the same bytes in give the same bytes out.
#[derive(Parser, Debug)]
#[command(name = "rapporteur", version, max_term_width = 100)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const EXIT_CODES: &str = "Exit code: 0 done; 1 done, with findings at --fail-on or an input that cannot be read; \
2 could not run; 130 interrupted, what was read is written.";

const CHECK_CODES: &str = "Exit code: 0 nothing changed; 1 something changed, or an assertion does not hold; 2 could \
not run, or an input could not be read.";

/// The commands.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Read documents and write files and databases
    #[command(after_help = EXIT_CODES)]
    Convert(Convert),
    /// Read documents from JSON lines on standard input, write one JSON line for each
    ///
    /// A line in: {"path": LABEL, "text": TEXT, "issued": DATE or null, "country": CODE or null}. A line out: the
    /// document's object, in the same order; for a line that cannot be read, {"path": LABEL, "error": MESSAGE}.
    Stream(Stream),
    /// Compare what documents say now with what was accepted
    #[command(after_help = CHECK_CODES)]
    Check(Check),
    /// Compare what two versions of a paper say, or of a batch
    #[command(after_help = CHECK_CODES)]
    Diff(Diff),
    /// Show one document's outline, values and findings
    Inspect(Inspect),
    /// Say what a finding means
    Explain(Explain),
    /// List what the program knows: genres, finders, outputs, readers, reports, facts
    List(List),
    /// Print the schema of the output
    Schema(Schema),
    /// Make the man page or shell completions
    #[command(hide = true)]
    Generate(Generate),
}

/// What is known of the documents from outside their text.
#[derive(Args, Clone, Debug)]
pub struct Known {
    /// Date of issue of the documents, for those that do not say it: `2021`, `2021-05` or `2021-05-30`
    #[arg(long, value_name = "DATE", value_parser = context::issued)]
    pub issued: Option<String>,
    /// Country of the issuer, ISO 3166-1 alpha-2; decides what a bare "$" is
    #[arg(long, value_name = "CC", value_parser = context::country)]
    pub country: Option<String>,
}

impl From<Known> for Context {
    fn from(known: Known) -> Self {
        Self { issued: known.issued, country: known.country }
    }
}

/// What people corrected.
#[derive(Args, Clone, Debug)]
pub struct Correcting {
    /// Corrections to replay: a file of overrides, as the page of a document (`--to html`) gives it
    #[arg(long, value_name = "FILE")]
    pub overrides: Option<PathBuf>,
}

/// A document of more bytes is refused unless asked for: 256 MiB.
///
/// A text in `SQLite` has at most 10^9 bytes, and decoding can treble what was read.
const MAX_BYTES: u64 = 256 << 20;

/// How many at once, and how large.
#[derive(Args, Debug)]
pub struct Bounds {
    /// Documents read at the same time; as many as the machine has processors by default
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub jobs: Option<u16>,
    /// Refuse a document of more bytes
    #[arg(long, value_name = "N", default_value_t = MAX_BYTES)]
    pub max_bytes: u64,
}

/// An archive that gives more bytes is refused unless asked for: 1 GiB.
const MAX_UNPACKED: u64 = 1 << 30;

/// `rapporteur convert`.
#[derive(Args, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub struct Convert {
    /// Files, folders (all `.txt` and `.md` files below), patterns (`'2031-*/**/*.txt'`), `.zip`, `.tar` and `.tar.gz`
    /// archives, or `-` for standard input
    #[arg(required_unless_present = "list", value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    /// Folder to write into; made where it is missing
    #[arg(long, short, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Outputs, parted by commas; `rapporteur list outputs` tells the default ones
    #[arg(long, value_name = "OUTPUT", value_delimiter = ',', value_parser = outputs())]
    pub to: Vec<String>,
    /// Address of the database server, for `--to postgres`: `postgres://user@host/database`; with `?sslmode=require`
    /// behind it the connection is encrypted and the server's certificate checked
    #[arg(long, value_name = "URL", env = "DATABASE_URL", hide_env_values = true)]
    pub url: Option<String>,
    /// Certificates (PEM) of the authorities that sign for the database server, instead of the machine's own
    #[arg(long, value_name = "FILE", env = "PGSSLROOTCERT")]
    pub authorities: Option<PathBuf>,
    /// Also read the inputs that a file names, a line each; `-` for standard input
    #[arg(long, value_name = "FILE")]
    pub list: Option<PathBuf>,
    /// Leave out what `.gitignore` files leave out
    #[arg(long)]
    pub gitignore: bool,
    /// Read again what the outputs hold already
    #[arg(long)]
    pub force: bool,
    /// Take out of the outputs what is no longer in the folders and archives that are given
    #[arg(long)]
    pub prune: bool,
    /// End with the first input that gives no document
    #[arg(long)]
    pub fail_fast: bool,
    /// Exit with 1 where a finding of what this run reads is as grave as this
    #[arg(long, value_name = "SEVERITY", value_parser = severities())]
    pub fail_on: Option<String>,
    /// Say nothing on the way but errors and warnings
    #[arg(long, short)]
    pub quiet: bool,
    /// Note in the table `runs` when the run began and ended; the database then depends on the clock
    #[arg(long)]
    pub stamp: bool,
    /// Refuse an archive that gives more bytes
    #[arg(long, value_name = "N", default_value_t = MAX_UNPACKED)]
    pub max_unpacked: u64,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub known: Known,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub bounds: Bounds,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub correcting: Correcting,
}

impl Convert {
    /// What is named, and how it is looked through.
    pub fn sources(&self) -> Sources {
        Sources {
            roots: self.inputs.clone(),
            list: self.list.clone(),
            gitignore: self.gitignore,
            unpacked: self.max_unpacked,
            document: self.bounds.max_bytes,
        }
    }
}

/// `rapporteur stream`.
#[derive(Args, Debug)]
pub struct Stream {
    #[command(flatten)]
    #[allow(missing_docs)]
    pub bounds: Bounds,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub correcting: Correcting,
}

/// `rapporteur inspect`.
#[derive(Args, Debug)]
pub struct Inspect {
    /// The document, or `-` for standard input
    pub file: PathBuf,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub known: Known,
    /// Refuse a document of more bytes
    #[arg(long, value_name = "N", default_value_t = MAX_BYTES)]
    pub max_bytes: u64,
    /// When to use colour
    #[arg(long, value_enum, default_value_t = ColorWhen::Auto, value_name = "WHEN")]
    pub color: ColorWhen,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub correcting: Correcting,
}

/// `rapporteur explain`.
#[derive(Args, Debug)]
pub struct Explain {
    /// The finding's code; all of them where none is given
    #[arg(value_name = "CODE", value_parser = codes(), hide_possible_values = true)]
    pub code: Option<String>,
}

/// `rapporteur list`.
#[derive(Args, Debug)]
pub struct List {
    /// What to list; everything where nothing is given
    #[arg(value_enum)]
    pub topic: Option<Topic>,
}

/// What `rapporteur list` can list.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum Topic {
    /// Kinds of paper
    Genres,
    /// What is read out of a document
    Finders,
    /// What `convert --to` writes
    Outputs,
    /// How each genre's outline is read
    Readers,
    /// How `check` and `diff` report
    Reports,
    /// What `check` and `diff` compare, with the fields that a rule can name
    Facts,
}

/// `rapporteur schema`.
#[derive(Args, Debug)]
pub struct Schema {
    /// Of the JSON objects, of the database, or of the CSV tables
    #[arg(long, value_enum, default_value_t = SchemaFormat::JsonSchema, value_name = "FORMAT")]
    pub format: SchemaFormat,
}

/// The schemas that the program publishes.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum SchemaFormat {
    /// JSON Schema of a document's object
    JsonSchema,
    /// The tables as SQL of `SQLite`
    Sql,
    /// The tables as SQL of `PostgreSQL`
    Postgres,
    /// Frictionless data package of the tables
    Datapackage,
}

/// `rapporteur generate`.
#[derive(Args, Debug)]
pub struct Generate {
    /// What to make.
    #[command(subcommand)]
    pub what: Generated,
}

/// What can be made from the command line's own table.
#[derive(Subcommand, Debug)]
pub enum Generated {
    /// The man page of the program, or of one command
    Man {
        /// The command
        command: Option<String>,
    },
    /// Completions for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}

fn outputs() -> PossibleValuesParser {
    rapporteur_exporter::FORMATS
        .iter()
        .map(|format| PossibleValue::new(format.name).help(format.about))
        .collect::<Vec<_>>()
        .into()
}

fn severities() -> PossibleValuesParser {
    Severity::ALL.iter().map(|severity| severity.as_str()).collect::<Vec<_>>().into()
}

fn codes() -> PossibleValuesParser {
    Code::ALL.iter().map(|code| code.as_str()).collect::<Vec<_>>().into()
}

/// Runs the program with its arguments, the first being its own name.
pub fn run(arguments: impl IntoIterator<Item = impl Into<OsString> + Clone>) -> ExitCode {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are data, and a reader may close the pipe on them too.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    match command::run(cli.command) {
        Ok(code) => code,
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "rapporteur: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// Did the reader of our output go away?
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        let io = cause.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
        let json = cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
        io.or(json) == Some(std::io::ErrorKind::BrokenPipe)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }
}
