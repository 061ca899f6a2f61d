//! Times of work that is done again and again, and of its parts.
//!
//! The least time of some rounds is taken: other programs of the machine make a round slower and never faster. What is
//! printed is for a person; nothing here compares a time with a bar.

use std::time::{Duration, Instant};

/// Rounds at least, and how long to go on beyond them.
const ROUNDS: usize = 3;
const ENOUGH: Duration = Duration::from_secs(3);
/// A round that takes longer than this is the last.
const LONG: Duration = Duration::from_secs(20);

/// The least time of a few rounds of the same work.
pub fn least(mut work: impl FnMut()) -> Duration {
    let mut best = Duration::MAX;
    let begun = Instant::now();
    for round in 1.. {
        let start = Instant::now();
        work();
        best = best.min(start.elapsed());
        if best > LONG || (round >= ROUNDS && begun.elapsed() > ENOUGH) {
            break;
        }
    }
    best
}

/// Times by name, in the order in which the names came first.
#[derive(Default, Clone)]
pub struct Shares(Vec<(&'static str, Duration)>);

impl Shares {
    /// The result of a part of the work, whose time is noted.
    pub fn part<T>(&mut self, name: &'static str, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let result = work();
        let took = start.elapsed();
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            Some((_, sum)) => *sum += took,
            None => self.0.push((name, took)),
        }
        result
    }

    /// All parts together.
    pub fn sum(&self) -> Duration {
        self.0.iter().map(|(_, took)| *took).sum()
    }

    /// The parts.
    pub fn parts(&self) -> &[(&'static str, Duration)] {
        &self.0
    }
}

/// The parts of the quickest of a few rounds.
pub fn least_shares(mut work: impl FnMut(&mut Shares)) -> Shares {
    let mut best: Option<Shares> = None;
    least(|| {
        let mut shares = Shares::default();
        work(&mut shares);
        if best.as_ref().is_none_or(|best| shares.sum() < best.sum()) {
            best = Some(shares);
        }
    });
    best.unwrap_or_default()
}

/// Millions of bytes a second.
pub fn rate(bytes: usize, took: Duration) -> f64 {
    bytes as f64 / 1e6 / took.as_secs_f64().max(1e-9)
}

/// One time as a multiple of another.
pub fn ratio(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64().max(1e-9)
}
