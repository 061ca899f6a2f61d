//! How fast papers are read, from bytes in memory to JSON in memory, and where the time goes.
//!
//! ```text
//! cargo bench -p rapporteur-benches                              all of it, some minutes
//! cargo bench -p rapporteur-benches -- whole stages --mb 4       some of it
//! cargo bench -p rapporteur-benches -- whole --texts FOLDER      on the texts of a folder
//! ```
//!
//! `whole` and `stages` are of ordinary documents on one thread; `floor` is the least that any such program must do; `cores`
//! compares two threads with one, `large` one document of 10 MB with one of 1 MB, `plan` a work plan of 100,000 actions
//! with one of 10,000, `start` a small file with nothing. Ratios hold on any machine; rates are those of this one.
//!
//! A harness of our own: what is asked for is shares of stages over the same documents in the same run, and ratios between
//! sizes, which harnesses that time one closure at a time do not give. `cargo test` builds none of it.

#![allow(clippy::print_stdout, reason = "a benchmark speaks to the person who runs it")]
#![allow(clippy::disallowed_methods, reason = "a benchmark reads files and clocks")]
#![allow(clippy::expect_used, reason = "a benchmark that cannot go on has failed")]
#![allow(clippy::cast_precision_loss, reason = "rates are printed with three digits")]
#![allow(missing_docs, reason = "nobody calls a benchmark")]

mod floor;
mod measure;

use std::{fs, hint::black_box, path::PathBuf, process::Command, time::Duration};

use anyhow::Context as _;
use clap::{Parser, ValueEnum};
use measure::{Shares, least, least_shares, rate, ratio};
use rapporteur_benches::{Fixtures, SEED};
use rapporteur_exporter::record;
use rapporteur_normalizer::{Context, Lexicon, STAGES};
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use walkdir::WalkDir;

#[derive(Parser)]
struct Arguments {
    /// What to measure; all where none is named.
    what: Vec<What>,
    /// Millions of bytes of ordinary documents.
    #[arg(long, default_value_t = 8)]
    mb: usize,
    /// Another seed gives other papers.
    #[arg(long, default_value_t = SEED)]
    seed: u64,
    /// The texts (.txt) of a folder instead of made ones, for `whole`, `stages`, `floor` and `cores`.
    #[arg(long)]
    texts: Option<PathBuf>,
    /// The built command, for `start`; that beside this benchmark where none is named.
    #[arg(long)]
    program: Option<PathBuf>,
    /// Given by cargo.
    #[arg(long, hide = true)]
    bench: bool,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq)]
enum What {
    Whole,
    Stages,
    Floor,
    Cores,
    Large,
    Plan,
    Start,
}

/// A text and the label that it is read under.
type Text = (String, Vec<u8>);

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let fixtures = Fixtures::of_the_checkout()?;
    let wanted = |what| arguments.what.is_empty() || arguments.what.contains(&what);
    let texts = texts(&arguments, &fixtures)?;
    let bytes: usize = texts.iter().map(|(_, text)| text.len()).sum();
    let average = bytes / texts.len().max(1);
    println!("{} documents, {:.1} MB, on average {average} bytes", texts.len(), bytes as f64 / 1e6);
    // Not a part of any document.
    let lexicon = Lexicon::embedded();
    if wanted(What::Whole) {
        let took = whole(&texts, lexicon);
        println!("\nwhole: {:.2} MB/s on one thread ({took:.2?})", rate(bytes, took));
    }
    if wanted(What::Stages) {
        stages(&texts, bytes, lexicon);
    }
    if wanted(What::Floor) {
        least_work(&texts, bytes, lexicon)?;
    }
    if wanted(What::Cores) {
        cores(&texts, lexicon)?;
    }
    if wanted(What::Large) {
        let text = |mb: usize| fixtures.long(arguments.seed, mb * 1_000_000).into_bytes();
        sizes("large: one document of 1 MB and of 10 MB", ("long.txt", &text(1), &text(10)), lexicon);
    }
    if wanted(What::Plan) {
        let text = |actions: usize| fixtures.plan(arguments.seed, actions).into_bytes();
        sizes("plan: 10,000 and 100,000 actions", ("plan.txt", &text(10_000), &text(100_000)), lexicon);
    }
    if wanted(What::Start) {
        start(&arguments, &fixtures)?;
    }
    Ok(())
}

fn texts(arguments: &Arguments, fixtures: &Fixtures) -> anyhow::Result<Vec<Text>> {
    let Some(folder) = &arguments.texts else {
        let made = fixtures.documents(arguments.seed, arguments.mb * 1_000_000);
        return Ok(made.map(|made| (made.name, made.text.into_bytes())).collect());
    };
    let mut texts = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let path = entry?.into_path();
        if path.extension().is_some_and(|ending| ending == "txt") {
            texts.push((path.display().to_string(), fs::read(&path)?));
        }
    }
    Ok(texts)
}

/// All documents, one after the other.
fn whole(texts: &[Text], lexicon: &Lexicon) -> Duration {
    let mut json = Vec::new();
    least(|| texts.iter().for_each(|text| read(text, lexicon, &mut json)))
}

fn read((name, bytes): &Text, lexicon: &Lexicon, json: &mut Vec<u8>) {
    json.clear();
    let document = rapporteur::read(name, bytes, lexicon, &Context::default());
    serde_json::to_writer(&mut *json, &record(&document)).expect("memory can be written");
    black_box(json);
}

/// What `read` does, part by part; the sorting of findings at its end is left out.
fn parts(name: &str, bytes: &[u8], lexicon: &Lexicon, shares: &mut Shares, json: &mut Vec<u8>) {
    json.clear();
    let source = shares.part("decode", || rapporteur_parser::decode(name, bytes));
    let mut document = shares.part("parse", || rapporteur_parser::parse(source));
    for stage in STAGES {
        shares.part(stage.name, || (stage.run)(&mut document, lexicon, &Context::default()));
    }
    let record = shares.part("record", || record(&document));
    shares.part("json", || serde_json::to_writer(&mut *json, &record).expect("memory can be written"));
    drop(record);
    shares.part("drop", || drop(document));
}

fn stages(texts: &[Text], bytes: usize, lexicon: &Lexicon) {
    let mut json = Vec::new();
    let best = least_shares(|shares| {
        for (name, text) in texts {
            parts(name, text, lexicon, shares, &mut json);
        }
    });
    println!("\nstages: share of the time, and the rate of the stage alone");
    for (name, took) in best.parts() {
        println!("  {name:<10} {:>5.1} % {:>9.1} MB/s", 100.0 * ratio(*took, best.sum()), rate(bytes, *took));
    }
}

fn least_work(texts: &[Text], bytes: usize, lexicon: &Lexicon) -> anyhow::Result<()> {
    let automaton = floor::automaton()?;
    let mut json = Vec::new();
    let best = least_shares(|shares| {
        for (_, text) in texts {
            black_box(shares.part("UTF-8 check", || floor::utf8(text)));
            black_box(shares.part("hash", || floor::hash(text)));
            let hits = shares.part("names", || floor::names(&automaton, text));
            shares.part("json of hits", || floor::json(&hits, &mut json));
            black_box(&json);
        }
    });
    let times = ratio(whole(texts, lexicon), best.sum());
    println!("\nfloor: {:.1} MB/s; the whole takes {times:.1} times as long", rate(bytes, best.sum()));
    for (name, took) in best.parts() {
        println!("  {name:<12} {:>9.1} MB/s", rate(bytes, *took));
    }
    Ok(())
}

fn cores(texts: &[Text], lexicon: &Lexicon) -> anyhow::Result<()> {
    let mut took = Vec::new();
    for threads in [1, 2] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build()?;
        let all = || texts.par_iter().for_each_init(Vec::new, |json, text| read(text, lexicon, json));
        took.push(pool.install(|| least(all)));
    }
    println!("\ncores: two do {:.2} times the work of one", ratio(took[0], took[1]));
    Ok(())
}

/// One text at two sizes: the ratio of the times, and the parts that grow faster than the text.
fn sizes(what: &str, (name, small, large): (&str, &[u8], &[u8]), lexicon: &Lexicon) {
    let mut json = Vec::new();
    let [one, ten] =
        [small, large].map(|text| least_shares(|shares| parts(name, text, lexicon, shares, &mut json)));
    let length = large.len() as f64 / small.len() as f64;
    println!("\n{what}: {length:.1} times as long, {:.1} times the time", ratio(ten.sum(), one.sum()));
    println!("  {:.2} and {:.2} MB/s", rate(small.len(), one.sum()), rate(large.len(), ten.sum()));
    for ((name, small), (_, large)) in one.parts().iter().zip(ten.parts()) {
        let (grown, share) = (ratio(*large, *small), 100.0 * ratio(*large, ten.sum()));
        if share >= 1.0 {
            let steep = if grown > 1.2 * length { "  grows faster than the text" } else { "" };
            println!("  {name:<10} {share:>5.1} % {grown:>6.1} times{steep}");
        }
    }
}

/// From the start of the command to its end.
fn start(arguments: &Arguments, fixtures: &Fixtures) -> anyhow::Result<()> {
    let beside = || std::env::current_exe().ok()?.parent()?.parent().map(|folder| folder.join("rapporteur"));
    let Some(program) = arguments.program.clone().or_else(beside).filter(|path| path.is_file()) else {
        println!("\nstart: skipped, the command is not built (cargo build --release)");
        return Ok(());
    };
    let program = program.canonicalize()?;
    let desk = tempfile::tempdir()?;
    let made = fixtures.document(arguments.seed, 0).text;
    fs::write(desk.path().join("a.txt"), &made)?;
    let run = |arguments: &[&str]| -> anyhow::Result<()> {
        let mut command = Command::new(&program);
        let output = command.args(arguments).current_dir(desk.path()).output().context("the command")?;
        anyhow::ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        Ok(())
    };
    println!("\nstart: one file of {} bytes, from the start of the command to its end", made.len());
    for (what, line) in [
        ("nothing (--version)", &["--version"][..]),
        ("inspect", &["inspect", "a.txt"][..]),
        ("convert --to json", &["convert", "a.txt", "--out", "out", "--to", "json", "--force"][..]),
        ("convert --to sqlite", &["convert", "a.txt", "--out", "out", "--to", "sqlite", "--force"][..]),
    ] {
        run(line)?;
        let took = least(|| run(line).expect("what ran once runs again"));
        println!("  {what:<20} {:>7.1} ms", took.as_secs_f64() * 1e3);
    }
    Ok(())
}
