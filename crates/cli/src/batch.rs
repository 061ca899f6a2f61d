//! Many documents in parallel, handed over one by one in the order of the inputs.
//!
//! Workers read; this thread writes. A document that is held already, to judge by a hash of its bytes, is not read
//! on. The number of jobs never shows in the output, and no more documents are in memory than [`Flow`] lets fly.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError, mpsc};

use rapporteur_exporter::Export;
use rapporteur_model::Document;
use rapporteur_normalizer::{Context, Lexicon};
use rapporteur_review::overrides::Overrides;
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::{
    arguments::Bounds,
    flow::Flow,
    input::Input,
    intake::{self, Refusal},
    pipeline,
};

/// Documents in flight, for each job.
const DOCUMENTS: usize = 4;
/// Stack of a worker. Deeply nested text must not end the program.
const STACK: usize = 32 << 20;

/// What became of an input.
pub enum Outcome<'a> {
    /// It was read.
    Read(&'a Export<'a>),
    /// Every output holds it as it is; it was not read.
    Held,
    /// Its bytes are those of an earlier input, by label; it was not read again.
    Repeats(&'a str),
    /// It gives no document, and why.
    Refused(String),
}

/// Shall the batch go on?
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Next {
    /// With the next document.
    Go,
    /// With those in flight alone.
    Stop,
}

/// What is held already, asked before a document is read.
pub trait Held: Sync {
    /// May a document of this label and size be held? Where not, its bytes are not hashed.
    fn may_hold(&self, label: &str, bytes: u64) -> bool;

    /// Is it held with these bytes?
    fn holds(&self, label: &str, sha256: &str) -> bool;
}

/// Nothing is held.
pub struct Nothing;

impl Held for Nothing {
    fn may_hold(&self, _label: &str, _bytes: u64) -> bool {
        false
    }

    fn holds(&self, _label: &str, _sha256: &str) -> bool {
        false
    }
}

/// What a worker made of an input.
enum Reading {
    /// A document.
    Document(Box<Document>),
    /// A document that is held, by its hash.
    Held(String),
    /// A document whose bytes, by their hash, are those of an earlier input.
    Repeats(String),
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
    /// What is known from outside.
    pub context: Context,
    /// What people corrected.
    pub overrides: Overrides,
}

impl Batch {
    /// A batch with its threads.
    ///
    /// # Errors
    /// Where the system gives no threads.
    pub fn new(bounds: &Bounds, context: Context) -> anyhow::Result<Self> {
        let processors = || std::thread::available_parallelism().map_or(1, usize::from);
        let jobs = bounds.jobs.map_or_else(processors, usize::from);
        let pool = ThreadPoolBuilder::new().num_threads(jobs).stack_size(STACK).build()?;
        Ok(Self { pool, jobs, limit: bounds.max_bytes, context, overrides: Overrides::default() })
    }

    /// The batch with corrections to replay.
    #[must_use]
    pub fn with(self, overrides: Overrides) -> Self {
        Self { overrides, ..self }
    }

    /// Reads all inputs that are not held, and hands each over, in order. `each` says before the next whether the
    /// batch goes on; after a stop the documents in flight are handed over still. How many inputs were handed over?
    ///
    /// # Errors
    /// The first error of `each`; nothing more is read then.
    pub fn run<F>(&self, inputs: &[Input], held: &dyn Held, mut each: F) -> anyhow::Result<usize>
    where
        F: FnMut(&Input, Outcome<'_>) -> anyhow::Result<Next>,
    {
        let flow = Flow::new(inputs, self.jobs * DOCUMENTS);
        let first = Mutex::new(BTreeMap::new());
        let (sender, receiver) = mpsc::channel();
        self.pool.in_place_scope(|scope| {
            for _ in 0..self.jobs {
                let (sender, flow, first) = (sender.clone(), &flow, &first);
                scope.spawn(move |_| {
                    while let Some((number, input)) = flow.take() {
                        let reading = pipeline::contained(|| self.read(number, input, held, first))
                            .unwrap_or_else(|message| Reading::Refused(Refusal::Internal(message)));
                        if sender.send((number, reading)).is_err() {
                            return;
                        }
                    }
                });
            }
            drop(sender);
            let mut order = Order { seen: BTreeMap::new(), early: BTreeMap::new(), next: 0 };
            let written = loop {
                let Ok((number, reading)) = receiver.recv() else { break Ok(order.next) };
                order.early.insert(number, reading);
                if let Err(error) = order.hand_over(inputs, &flow, &mut each) {
                    break Err(error);
                }
            };
            // After an error nobody reads on.
            flow.stop();
            drop(receiver);
            written
        })
    }

    fn read(
        &self,
        number: usize,
        input: &Input,
        held: &dyn Held,
        first: &Mutex<BTreeMap<String, usize>>,
    ) -> Reading {
        let bytes = match intake::bytes(input, self.limit) {
            Ok(bytes) => bytes,
            Err(refusal) => return Reading::Refused(refusal),
        };
        // Does an earlier input have the same bytes? Whoever is in doubt reads; the writer has the last word.
        let repeats = |sha256: &str| {
            let mut first = first.lock().unwrap_or_else(PoisonError::into_inner);
            let earliest = first.entry(sha256.to_owned()).or_insert(number);
            *earliest = number.min(*earliest);
            *earliest < number
        };
        if held.may_hold(&input.label, bytes.len() as u64) {
            let sha256 = intake::sha256(&bytes);
            if held.holds(&input.label, &sha256) {
                return if repeats(&sha256) { Reading::Repeats(sha256) } else { Reading::Held(sha256) };
            }
        }
        let source = match intake::source(&input.label, &bytes) {
            Ok(source) => source,
            Err(refusal) => return Reading::Refused(refusal),
        };
        drop(bytes);
        if repeats(&source.sha256) {
            return Reading::Repeats(source.sha256);
        }
        let lexicon = Lexicon::embedded();
        Reading::Document(Box::new(pipeline::corrected(source, lexicon, &self.context, &self.overrides)))
    }
}

/// Readings that came before their turn, and what was handed over.
struct Order {
    /// Number of the input by the hash of its bytes.
    seen: BTreeMap<String, usize>,
    early: BTreeMap<usize, Reading>,
    next: usize,
}

impl Order {
    /// Hands over whatever has its turn.
    fn hand_over<F>(&mut self, inputs: &[Input], flow: &Flow<'_>, each: &mut F) -> anyhow::Result<()>
    where
        F: FnMut(&Input, Outcome<'_>) -> anyhow::Result<Next>,
    {
        while let Some(reading) = self.early.remove(&self.next)
            && let Some(input) = inputs.get(self.next)
        {
            if self.one(inputs, input, reading, each)? == Next::Stop {
                flow.stop();
            }
            flow.done(input);
            self.next += 1;
        }
        Ok(())
    }

    fn one<F>(
        &mut self,
        inputs: &[Input],
        input: &Input,
        reading: Reading,
        each: &mut F,
    ) -> anyhow::Result<Next>
    where
        F: FnMut(&Input, Outcome<'_>) -> anyhow::Result<Next>,
    {
        let sha256 = match &reading {
            Reading::Document(document) => &document.source.sha256,
            Reading::Held(sha256) | Reading::Repeats(sha256) => sha256,
            Reading::Refused(refusal) => return each(input, Outcome::Refused(refusal.to_string())),
        };
        let earlier = *self.seen.entry(sha256.clone()).or_insert(self.next);
        if earlier < self.next {
            return each(input, Outcome::Repeats(inputs.get(earlier).map_or("", |input| &input.label)));
        }
        match reading {
            Reading::Document(document) => match pipeline::contained(|| Export::new(&document)) {
                Ok(export) => each(input, Outcome::Read(&export)),
                Err(message) => each(input, Outcome::Refused(Refusal::Internal(message).to_string())),
            },
            _ => each(input, Outcome::Held),
        }
    }
}
