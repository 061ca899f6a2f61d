//! `corpus documents FOLDER --mb 1024`: writes a made corpus, or one long paper, for programs that read files.

#![allow(clippy::print_stdout, reason = "a command speaks to the person who runs it")]

use std::{fs, io::Write as _, path::PathBuf};

use anyhow::Context as _;
use clap::{Parser, Subcommand};
use rapporteur_benches::{Fixtures, SEED};

/// Made papers, the same for the same seed.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    what: What,
    /// Another seed gives other papers.
    #[arg(long, global = true, default_value_t = SEED)]
    seed: u64,
}

#[derive(Subcommand)]
enum What {
    /// Ordinary documents, into a folder.
    Documents {
        /// Where to.
        folder: PathBuf,
        /// How many millions of bytes.
        #[arg(long, default_value_t = 10)]
        mb: usize,
    },
    /// One long document, to standard output.
    Long {
        /// How many millions of bytes.
        #[arg(long, default_value_t = 10)]
        mb: usize,
    },
    /// A work plan, to standard output.
    Plan {
        /// How many actions.
        #[arg(long, default_value_t = 100_000)]
        items: usize,
    },
}

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let fixtures = Fixtures::of_the_checkout().context("the fixtures")?;
    match arguments.what {
        What::Documents { folder, mb } => {
            let (mut count, mut bytes) = (0_usize, 0);
            for made in fixtures.documents(arguments.seed, mb * 1_000_000) {
                let path = folder.join(&made.name);
                if count.is_multiple_of(1000) {
                    fs::create_dir_all(path.parent().unwrap_or(&folder))?;
                }
                fs::write(&path, &made.text).with_context(|| path.display().to_string())?;
                (count, bytes) = (count + 1, bytes + made.text.len());
            }
            println!("{count} documents, {bytes} bytes");
        }
        What::Long { mb } => say(&fixtures.long(arguments.seed, mb * 1_000_000))?,
        What::Plan { items } => say(&fixtures.plan(arguments.seed, items))?,
    }
    Ok(())
}

fn say(text: &str) -> anyhow::Result<()> {
    std::io::stdout().lock().write_all(text.as_bytes()).context("standard output")
}
