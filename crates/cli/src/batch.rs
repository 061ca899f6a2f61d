//! Many documents in parallel, handed over one by one in the order of the inputs.
//!
//! Inputs are taken in bounded windows; a window is read in parallel and handed over in order before the next is
//! begun, so memory is bounded by the documents in flight and the number of jobs never shows in the output.

use std::collections::{BTreeMap, btree_map::Entry};

use rapporteur_exporter::Export;
use rapporteur_model::{Document, Source};
use rapporteur_normalizer::{Context, Lexicon};
use rayon::{
    ThreadPool, ThreadPoolBuilder,
    iter::{IntoParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _},
};

use crate::{
    arguments::Bounds,
    input::Input,
    intake::{self, Refusal},
    pipeline,
};

/// Documents of a window, for each job.
const DOCUMENTS: usize = 16;
/// Bytes of a window's inputs; one larger document is a window of its own.
const BYTES: u64 = 64 << 20;
/// Stack of a worker. Deeply nested text must not end the program.
const STACK: usize = 32 << 20;

/// What became of an input.
pub enum Outcome<'a> {
    /// It was read.
    Read(&'a Export<'a>),
    /// Its bytes are those of an earlier input, by label; it was not read again.
    Repeats(&'a str),
    /// It gives no document, and why.
    Refused(String),
}

/// Why an input of a window is not read on.
enum Skipped<'a> {
    Repeats(&'a str),
    Refused(Refusal),
}

/// All that is the same for every document.
pub struct Batch {
    /// The threads.
    pub pool: ThreadPool,
    /// Number of threads.
    pub jobs: usize,
    /// The limit of a document's size, in bytes.
    pub limit: u64,
    /// The lexicon.
    pub lexicon: Lexicon,
    /// What is known from outside.
    pub context: Context,
}

impl Batch {
    /// Threads and lexicon, made ready.
    ///
    /// # Errors
    /// Where the system gives no threads.
    pub fn new(bounds: &Bounds, context: Context) -> anyhow::Result<Self> {
        let processors = || std::thread::available_parallelism().map_or(1, usize::from);
        let jobs = bounds.jobs.map_or_else(processors, usize::from);
        let pool = ThreadPoolBuilder::new().num_threads(jobs).stack_size(STACK).build()?;
        Ok(Self { pool, jobs, limit: bounds.max_bytes, lexicon: Lexicon::embedded(), context })
    }

    /// Reads all inputs and hands each over, in order.
    ///
    /// # Errors
    /// The first error of `each`; nothing more is read then.
    pub fn run<F>(&self, inputs: &[Input], mut each: F) -> anyhow::Result<()>
    where
        F: FnMut(&Input, Outcome<'_>) -> anyhow::Result<()>,
    {
        let mut first: BTreeMap<String, &str> = BTreeMap::new();
        let mut rest = inputs;
        while !rest.is_empty() {
            let (window, after) = rest.split_at(window(rest, self.jobs * DOCUMENTS));
            rest = after;
            let sources: Vec<_> =
                self.pool.install(|| window.par_iter().map(|input| self.open(input)).collect());
            let sources = without_repeats(window, sources, &mut first);
            let documents: Vec<Result<Document, Skipped<'_>>> = self.pool.install(|| {
                sources.into_par_iter().map(|source| source.and_then(|source| self.read(source))).collect()
            });
            let exports: Vec<Result<Export<'_>, String>> = self.pool.install(|| {
                let export = |document| pipeline::contained(|| Export::new(document));
                documents.par_iter().flatten().map(export).collect()
            });
            let mut exports = exports.into_iter();
            for (input, document) in window.iter().zip(&documents) {
                let export = if document.is_ok() { exports.next() } else { None };
                let outcome = match (document, &export) {
                    (Err(Skipped::Repeats(label)), _) => Outcome::Repeats(label),
                    (Err(Skipped::Refused(refusal)), _) => Outcome::Refused(refusal.to_string()),
                    (Ok(_), Some(Ok(export))) => Outcome::Read(export),
                    (Ok(_), Some(Err(message))) => {
                        Outcome::Refused(Refusal::Internal(message.clone()).to_string())
                    }
                    (Ok(_), None) => continue,
                };
                each(input, outcome)?;
            }
        }
        Ok(())
    }

    fn open(&self, input: &Input) -> Result<Source, Skipped<'static>> {
        let bytes = intake::bytes(input, self.limit).map_err(Skipped::Refused)?;
        let source = pipeline::contained(|| intake::source(&input.label, &bytes));
        source.unwrap_or_else(|message| Err(Refusal::Internal(message))).map_err(Skipped::Refused)
    }

    fn read<'a>(&self, source: Source) -> Result<Document, Skipped<'a>> {
        pipeline::contained(|| pipeline::document(source, &self.lexicon, &self.context))
            .map_err(|message| Skipped::Refused(Refusal::Internal(message)))
    }
}

/// How many inputs the next window takes: at least one, and no more than its bounds.
fn window(inputs: &[Input], documents: usize) -> usize {
    let mut bytes = 0_u64;
    let within = |input: &&Input| {
        bytes = bytes.saturating_add(input.bytes);
        bytes <= BYTES
    };
    inputs.iter().take(documents).take_while(within).count().max(1).min(inputs.len())
}

/// The sources, those left out whose bytes came before.
fn without_repeats<'a>(
    window: &'a [Input],
    sources: Vec<Result<Source, Skipped<'a>>>,
    first: &mut BTreeMap<String, &'a str>,
) -> Vec<Result<Source, Skipped<'a>>> {
    let tell = |(input, source): (&'a Input, Result<Source, Skipped<'a>>)| {
        let source = source?;
        match first.entry(source.sha256.clone()) {
            Entry::Occupied(entry) => Err(Skipped::Repeats(entry.get())),
            Entry::Vacant(entry) => {
                entry.insert(&input.label);
                Ok(source)
            }
        }
    };
    window.iter().zip(sources).map(tell).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::Origin;

    #[test]
    fn windows_are_bounded_and_never_empty() {
        let input = |bytes| Input { label: String::new(), origin: Origin::Stdin, bytes };
        let of = |sizes: &[u64], documents| {
            window(&sizes.iter().map(|&n| input(n)).collect::<Vec<_>>(), documents)
        };
        assert_eq!(of(&[1, 1, 1], 2), 2);
        assert_eq!(of(&[1, 1, 1], 9), 3);
        assert_eq!(of(&[BYTES * 2, 1], 9), 1);
        assert_eq!(of(&[1, BYTES, 1], 9), 1);
        assert_eq!(of(&[BYTES, 1], 9), 1);
    }
}
