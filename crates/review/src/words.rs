//! Two wordings of one passage, word by word: what stayed, what is gone, what is new.
//!
//! ```text
//! The parties [-shall-]{+may+} report.
//! ```

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// More words than this are not compared one by one; only what both wordings begin and end with is told apart.
const MOST: usize = 4000;

/// A run of words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Run<'a> {
    /// In both wordings.
    Same(&'a [&'a str]),
    /// In the old one, and in its place in the new one; either may be empty, not both.
    Other(&'a [&'a str], &'a [&'a str]),
}

/// Both wordings as words.
pub struct Wordings<'a> {
    old: Vec<&'a str>,
    new: Vec<&'a str>,
}

impl<'a> Wordings<'a> {
    /// Two wordings.
    pub fn new(old: &'a str, new: &'a str) -> Self {
        Self { old: old.split_whitespace().collect(), new: new.split_whitespace().collect() }
    }

    /// The runs, in order; changes of which only single words part one from the next are still told one by one.
    pub fn runs(&self) -> Vec<Run<'_>> {
        let ops = if self.old.len() + self.new.len() > MOST {
            self.ends()
        } else {
            capture_diff_slices(Algorithm::Myers, &self.old, &self.new)
        };
        let part = |words: &'_ [&'a str], start: usize, len: usize| -> (usize, usize) {
            let end = (start + len).min(words.len());
            (start.min(end), end)
        };
        let mut runs: Vec<Run<'_>> = Vec::new();
        for op in ops {
            let (from, to) = (op.old_range(), op.new_range());
            let (old_start, old_end) = part(&self.old, from.start, from.len());
            let (new_start, new_end) = part(&self.new, to.start, to.len());
            let (old, new) = (&self.old[old_start..old_end], &self.new[new_start..new_end]);
            if matches!(op, DiffOp::Equal { .. }) {
                runs.push(Run::Same(old));
            } else {
                runs.push(Run::Other(old, new));
            }
        }
        runs
    }

    /// What both begin with, what lies between, what both end with.
    fn ends(&self) -> Vec<DiffOp> {
        let (old, new) = (&self.old, &self.new);
        let front = old.iter().zip(new).take_while(|(a, b)| a == b).count();
        let rest = old.len().min(new.len()) - front;
        let back = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
        let mut ops = Vec::new();
        if front > 0 {
            ops.push(DiffOp::Equal { old_index: 0, new_index: 0, len: front });
        }
        let (old_len, new_len) = (old.len() - front - back, new.len() - front - back);
        if old_len + new_len > 0 {
            ops.push(DiffOp::Replace { old_index: front, old_len, new_index: front, new_len });
        }
        if back > 0 {
            ops.push(DiffOp::Equal { old_index: front + old_len, new_index: front + new_len, len: back });
        }
        ops
    }
}

/// How far two texts share their words, from 0 to 1.
pub(crate) fn likeness(old: &[u64], new: &[u64]) -> f64 {
    let (mut a, mut b, mut shared) = (0, 0, 0_u32);
    while let (Some(left), Some(right)) = (old.get(a), new.get(b)) {
        match left.cmp(right) {
            std::cmp::Ordering::Less => a += 1,
            std::cmp::Ordering::Greater => b += 1,
            std::cmp::Ordering::Equal => {
                (a, b) = (a + 1, b + 1);
                shared += 1;
            }
        }
    }
    let all = u32::try_from(old.len() + new.len()).unwrap_or(u32::MAX);
    if all == 0 { 1.0 } else { 2.0 * f64::from(shared) / f64::from(all) }
}

/// The words of a text as sorted numbers, for [`likeness`].
pub(crate) fn bag(text: &str) -> Vec<u64> {
    // FNV-1a: the same on every machine.
    let hash = |word: &str| {
        word.bytes().fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
        })
    };
    let mut bag: Vec<u64> = text
        .split_whitespace()
        .map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .map(|word| hash(&word.to_lowercase()))
        .collect();
    bag.sort_unstable();
    bag
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(old: &str, new: &str) -> String {
        let wordings = Wordings::new(old, new);
        let mut told = Vec::new();
        for run in wordings.runs() {
            match run {
                Run::Same(words) => told.push(words.join(" ")),
                Run::Other(old, new) => told.push(format!("[{}|{}]", old.join(" "), new.join(" "))),
            }
        }
        told.join(" ")
    }

    #[test]
    fn wordings_are_told_apart_by_words() {
        assert_eq!(told("they shall report soon", "they may report"), "they [shall|may] report [soon|]");
        assert_eq!(told("a b", "a b"), "a b");
        assert_eq!(told("", "a"), "[|a]");
        let long = "w ".repeat(MOST);
        let told = told(&format!("{long}shall {long}"), &format!("{long}may {long}"));
        assert!(told.contains("w [shall|may] w"));
    }

    #[test]
    fn likeness_goes_by_shared_words() {
        let like = |a, b| likeness(&bag(a), &bag(b));
        assert!((like("The new bridge", "the bridge, new") - 1.0).abs() < 1e-9);
        assert!(like("one two three", "four five six") < 1e-9);
    }
}
