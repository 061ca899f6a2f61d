//! How far a batch is, on standard error: a bar on a terminal, a plain line now and then elsewhere.
//!
//! ```text
//! 1200/5400 documents, 310/s, 14s left
//! ```
//!
//! A batch that is over soon says nothing on its way, and a quiet one never does.

use std::{
    io::{self, IsTerminal as _, Write as _},
    time::{Duration, Instant},
};

use indicatif::{HumanDuration, ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Between two plain lines.
const PAUSE: Duration = Duration::from_secs(10);

/// How far a batch is.
pub struct Progress {
    bar: Option<ProgressBar>,
    lines: Option<Lines>,
}

struct Lines {
    begun: Instant,
    told: Instant,
    done: usize,
    all: usize,
}

impl Progress {
    /// A batch of so many inputs.
    pub fn new(all: usize, quiet: bool) -> Self {
        let wanted = all > 1 && !quiet;
        let terminal = io::stderr().is_terminal();
        Self {
            bar: (wanted && terminal).then(|| bar(all)),
            lines: (wanted && !terminal).then(|| Lines::new(all)),
        }
    }

    /// One more is done.
    pub fn step(&mut self, _bytes: u64) {
        if let Some(bar) = &self.bar {
            bar.inc(1);
        }
        if let Some(lines) = &mut self.lines {
            lines.step();
        }
    }

    /// Lets other words be said without the bar in between.
    pub fn suspend(&self, say: impl FnOnce()) {
        match &self.bar {
            Some(bar) => bar.suspend(say),
            None => say(),
        }
    }

    /// Takes the bar away.
    pub fn end(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}

fn bar(all: usize) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(all as u64), ProgressDrawTarget::stderr());
    let style = ProgressStyle::with_template("{bar:30} {pos}/{len} documents, {per_sec}, {eta} left");
    if let Ok(style) = style {
        bar.set_style(style);
    }
    bar
}

impl Lines {
    #[expect(clippy::disallowed_methods, reason = "what is told on the way may depend on the clock")]
    fn now() -> Instant {
        Instant::now()
    }

    fn new(all: usize) -> Self {
        let now = Self::now();
        Self { begun: now, told: now, done: 0, all }
    }

    fn step(&mut self) {
        self.done += 1;
        let now = Self::now();
        if now.duration_since(self.told) < PAUSE || self.done == self.all {
            return;
        }
        self.told = now;
        let _ = writeln!(io::stderr(), "{}", told(self.done, self.all, now.duration_since(self.begun)));
    }
}

/// The line after so much time.
fn told(done: usize, all: usize, time: Duration) -> String {
    #[expect(clippy::cast_precision_loss, reason = "a rate for a person")]
    let rate = done as f64 / time.as_secs_f64().max(0.001);
    #[expect(clippy::cast_precision_loss, reason = "a time for a person")]
    let left =
        Duration::try_from_secs_f64(all.saturating_sub(done) as f64 / rate.max(0.001)).unwrap_or_default();
    format!("{done}/{all} documents, {rate:.1}/s, {} left", HumanDuration(left))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_line_has_rate_and_time_left() {
        assert_eq!(told(100, 400, Duration::from_secs(10)), "100/400 documents, 10.0/s, 30 seconds left");
        assert_eq!(told(0, 0, Duration::ZERO), "0/0 documents, 0.0/s, 0 seconds left");
    }
}
