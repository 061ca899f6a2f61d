//! Which number belongs where: markers are decided together, by sequence and depth.
//!
//! `A.`, `1.`, `1.1`, `1.1.1`, `1.1.2`, `1.2`, `a.`, `b.`, `2.`, `B.`, `1.` is a tree; "i" after "h" is a letter,
//! "i" after "3." the first of the romans. The open numbers stand on a stack; a new one follows one of them
//! (which closes all below it), or is the first of its kind below the innermost.

use crate::grammar::marker::{Dress, Number, Signs, front, is_lettered};

/// A number that is open: those that follow may stand below it.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Frame {
    signs: Signs,
    dress: Dress,
    /// The Arabic path; for letters and romans one element, the place in their order.
    path: Vec<u32>,
    /// What paths that begin with its letters have in front; 0 for figures.
    front: u32,
    /// Columns that its line is set in; `None` in a table.
    indent: Option<usize>,
    item: usize,
}

impl Frame {
    /// Does a path stand below it: `2.4` and `2.4.1`, `A` and `A.1`?
    fn is_above(&self, path: &[u32]) -> bool {
        let arabic = self.signs == Signs::Arabic && path.starts_with(&self.path);
        arabic && self.path.len() < path.len() || self.front > 0 && path.len() > 1 && path[0] == self.front
    }
}

/// How a number follows what stands before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// The first of its kind below the one above.
    First,
    /// Follows its elder sibling.
    Next,
    /// Leaves out that many numbers after its elder sibling.
    Gap(u32),
    /// The same number again.
    Duplicate,
    /// Begins in the middle, or again below an earlier number.
    Restart,
}

/// Where a number belongs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// How it follows.
    pub step: Step,
    /// The item above.
    pub parent: Option<usize>,
    /// The signs that it was read as.
    pub signs: Signs,
    /// The elder sibling behind which the run begins again or runs backwards, though nothing parts it.
    pub again: Option<u32>,
    path: Vec<u32>,
    front: u32,
    dress: Dress,
    /// How many open numbers stay open above it.
    keep: usize,
}

impl Place {
    /// Is it sure by its sequence alone?
    pub fn follows(&self) -> bool {
        matches!(self.step, Step::First | Step::Next)
    }

    /// The Arabic path, or the place of the letter in its order.
    pub fn path(&self) -> &[u32] {
        &self.path
    }
}

/// The open numbers.
#[derive(Clone, Default, Debug)]
pub struct Numbering {
    frames: Vec<Frame>,
    /// What was open before the last number.
    before: Vec<Frame>,
    /// Did a heading without a number stand since the last number?
    barred: bool,
    /// Did words without a number stand since?
    parted: bool,
    /// Columns that the line of the next number is set in; `None` in a table.
    indent: Option<usize>,
}

impl Numbering {
    /// Where a number would belong. Among several readings of it the one that follows best is taken.
    pub fn place(&self, number: &Number) -> Place {
        let path = number.path();
        let letters = if path.is_empty() { front(&number.label).unwrap_or_default() } else { 0 };
        let mut best: Option<(u32, Place)> = None;
        for (signs, value) in number.readings() {
            let place = if path.len() > 1 {
                self.place_path(&path, number.dress)
            } else {
                self.place_single(signs, value, number.dress)
            };
            let cost = cost(&place, self.frames.len());
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, place));
            }
        }
        best.map_or_else(
            || Place {
                step: Step::Restart,
                parent: None,
                signs: Signs::Arabic,
                again: None,
                path,
                front: letters,
                dress: number.dress,
                keep: 0,
            },
            |(_, place)| Place { front: letters, ..place },
        )
    }

    /// Opens a number at its place, for an item.
    pub fn open(&mut self, place: &Place, item: usize) {
        self.before.clone_from(&self.frames);
        (self.barred, self.parted) = (false, false);
        self.frames.truncate(place.keep);
        self.frames.push(Frame {
            signs: place.signs,
            dress: place.dress,
            path: place.path.clone(),
            front: place.front,
            indent: self.indent,
            item,
        });
    }

    /// The next number stands at the head of a line that is set in so far, or (`None`) in a table.
    pub fn set_in(&mut self, indent: Option<usize>) {
        self.indent = indent;
    }

    /// Words without a number stand here: a run that begins anew behind them may be one of its own.
    pub fn part(&mut self) {
        self.parted = true;
    }

    /// Closes everything.
    pub fn close(&mut self) {
        self.frames.clear();
    }

    /// A heading without a number: runs may go on behind it, but none begins below what stands before it.
    pub fn bar(&mut self) {
        self.barred = true;
    }

    /// Takes the last number back: what was open before it is open again.
    pub fn back(&mut self) {
        self.frames = std::mem::take(&mut self.before);
    }

    /// The letter that a bracketed figure stands for where scanning misread it: "(2)" behind "(a)", "(b)" and "(c)",
    /// with no "(1)" before it.
    pub fn misread(&self, number: &Number) -> Option<String> {
        let value = *number.path().first()?;
        let alike = |frame: &&Frame| frame.dress == number.dress;
        let letters = self.frames.iter().rev().find(alike)?;
        let known =
            self.frames.iter().any(|frame| frame.signs == Signs::Arabic && frame.dress == number.dress);
        let lettered = letters.signs == Signs::LowerLetter && letters.path[0] >= 2;
        let next = char::from_u32(letters.path[0] + u32::from(b'a'))?;
        (dressed(number.dress) == 1
            && number.path().len() == 1
            && value > 1
            && !known
            && lettered
            && next <= 'z')
            .then(|| next.to_string())
    }

    /// How many numbers are open.
    pub fn depth(&self) -> usize {
        self.frames.len()
    }

    /// The innermost open item.
    pub fn innermost(&self) -> Option<usize> {
        self.frames.last().map(|frame| frame.item)
    }

    /// Is the innermost open number a letter or roman in lower case?
    pub fn in_letters(&self) -> bool {
        self.frames.last().is_some_and(|frame| matches!(frame.signs, Signs::LowerLetter | Signs::LowerRoman))
    }

    /// The open item whose Arabic path is the longest proper prefix of `path`.
    fn above(&self, path: &[u32]) -> Option<usize> {
        self.frames.iter().rposition(|frame| frame.is_above(path))
    }

    fn place_path(&self, path: &[u32], dress: Dress) -> Place {
        let found = |step, keep: usize| Place {
            step,
            parent: keep.checked_sub(1).map(|above| self.frames[above].item),
            signs: Signs::Arabic,
            again: None,
            path: path.to_vec(),
            front: 0,
            dress,
            keep,
        };
        let (above, tail) = path.split_at(path.len() - 1);
        let value = tail.first().copied().unwrap_or_default();
        let sibling = self.frames.iter().rposition(|frame| {
            frame.signs == Signs::Arabic && frame.path.len() == path.len() && frame.path.starts_with(above)
        });
        if let Some(at) = sibling {
            let before = self.frames[at].path[path.len() - 1];
            let step = match value.checked_sub(before) {
                Some(0) => Step::Duplicate,
                Some(1) => Step::Next,
                Some(more) => Step::Gap(more - 1),
                None => Step::Restart,
            };
            let again = (step == Step::Restart && !self.barred).then_some(before);
            return Place { again, ..found(step, at) };
        }
        match self.above(path) {
            Some(above) if self.frames[above].path.len() + 1 == path.len() => {
                let step = if value == 1 { Step::First } else { Step::Gap(value.saturating_sub(1)) };
                found(step, above + 1)
            }
            Some(above) => found(Step::Restart, above + 1),
            // A letter of its own in front: below nothing that is open.
            None if is_lettered(path) => found(if value == 1 { Step::First } else { Step::Restart }, 0),
            // Below the letters that are no path themselves: "A." over "2.1".
            None => {
                let outer = self.frames.iter().take_while(|frame| frame.signs != Signs::Arabic).count();
                found(if value == 1 { Step::First } else { Step::Restart }, outer.min(self.upper()))
            }
        }
    }

    /// Number of outer frames in capitals: frameworks, parts.
    fn upper(&self) -> usize {
        let capital = |frame: &&Frame| matches!(frame.signs, Signs::UpperLetter | Signs::UpperRoman);
        self.frames.iter().take_while(capital).count()
    }

    /// Is the next number set in further than its like at `at`, which is the innermost: the first of a run below it?
    fn is_set_in_below(&self, at: usize) -> bool {
        let both = self.frames[at].indent.zip(self.indent);
        at + 1 == self.frames.len() && both.is_some_and(|(above, this)| this >= above + 2)
    }

    fn place_single(&self, signs: Signs, value: u32, dress: Dress) -> Place {
        let found = |step, keep: usize| Place {
            step,
            parent: keep.checked_sub(1).map(|above| self.frames[above].item),
            signs,
            again: None,
            path: vec![value],
            front: 0,
            dress,
            keep,
        };
        // Dotted tables print "1" and "1." alike; letters and brackets must agree in dress.
        let alike = |frame: &Frame| {
            frame.signs == signs
                && frame.path.len() == 1
                && (frame.dress == dress || signs == Signs::Arabic && dressed(frame.dress) == dressed(dress))
        };
        // Of runs that are set in to different depths, the one of this depth goes on.
        let level = |frame: &Frame| {
            let both = frame.indent.zip(self.indent);
            alike(frame) && both.is_some_and(|(above, this)| above.abs_diff(this) <= 1)
        };
        let sibling = self.frames.iter().rposition(level).or_else(|| self.frames.iter().rposition(alike));
        let again = sibling.filter(|_| !self.barred && !self.parted).map(|at| self.frames[at].path[0]);
        if let Some(at) = sibling {
            let before = self.frames[at].path[0];
            if value == 1 && self.is_set_in_below(at) {
                return found(Step::First, self.frames.len());
            }
            match value.checked_sub(before) {
                Some(0) => return found(Step::Duplicate, at),
                Some(1) => return found(Step::Next, at),
                Some(more) if value > 1 => return found(Step::Gap(more - 1), at),
                _ => {}
            }
            if value == 1 && at + 1 == self.frames.len() {
                return Place { again, ..found(Step::Restart, at) };
            }
        }
        if value == 1 {
            let keep = match sibling {
                Some(at) => at,
                None if self.barred || matches!(signs, Signs::UpperLetter | Signs::UpperRoman) => {
                    self.upper()
                }
                None => self.frames.len(),
            };
            return Place { again, ..found(Step::First, keep) };
        }
        found(Step::Restart, sibling.unwrap_or_else(|| self.upper()))
    }
}

/// Stops and bare figures are one dress, brackets of any kind another, signs and words a third.
fn dressed(dress: Dress) -> u8 {
    match dress {
        Dress::Bracketed | Dress::Closed => 1,
        Dress::Named => 2,
        Dress::Stop | Dress::Comma | Dress::Bare => 0,
    }
}

/// How unlikely a place is: by its step, then by how much it closes.
fn cost(place: &Place, open: usize) -> u32 {
    let step = match place.step {
        Step::Next => 0,
        Step::First => 100,
        Step::Gap(missing) => 200 + missing.min(50),
        Step::Duplicate => 300,
        Step::Restart => 400,
    };
    let closed = u32::try_from(open.saturating_sub(place.keep)).unwrap_or(u32::MAX).min(50);
    // The first letter of the alphabet is rather a letter than a roman hundred.
    let roman = matches!(place.signs, Signs::LowerRoman | Signs::UpperRoman) && place.step != Step::First;
    step + closed + u32::from(roman)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::marker::number;

    /// Each marker with its depth and, where it does not simply follow, how it steps.
    fn run(markers: &str) -> String {
        let mut numbering = Numbering::default();
        let mut shown = Vec::new();
        for (item, text) in markers.split_whitespace().enumerate() {
            let number = number(&format!("{text} X")).unwrap();
            let place = numbering.place(&number);
            numbering.open(&place, item);
            let step = if place.follows() { String::new() } else { format!("{:?}", place.step) };
            shown.push(format!("{}{text}{step}", ">".repeat(numbering.frames.len() - 1)));
        }
        shown.join(" ")
    }

    #[test]
    fn runs_are_read_by_sequence_and_depth() {
        let cases = [
            (
                "A. 1. 1.1 1.1.1 1.2 1.2.1 2. 2.1 B. 1. 1.1",
                "A. >1. >>1.1 >>>1.1.1 >>1.2 >>>1.2.1 >2. >>2.1 B. >1. >>1.1",
            ),
            ("g. h. i. j.", "g.Restart h. i. j."),
            ("a. b. i. ii. iii. c.", "a. b. >i. >ii. >iii. c."),
            ("1. (a) (b) (i) (ii) (c) 2. (a)", "1. >(a) >(b) >>(i) >>(ii) >(c) 2. >(a)"),
            ("I. II. III. IV.", "I. II. III. IV."),
            ("I. A. B. 1. 2. II. A.", "I. >A. >B. >>1. >>2. II. >A."),
            ("2.9 2.10 2.11", "2.9Restart 2.10 2.11"),
            ("1.1 1.3 1.3", "1.1 1.3Gap(1) 1.3Duplicate"),
            ("§1 (1) (2) §2 (1) §4", "§1 >(1) >(2) §2 >(1) §4Gap(1)"),
            ("1 1.1 2 2.1 2.2 3", "1 >1.1 2 >2.1 >2.2 3"),
            (
                "A. A.1 A.1.1 A.1.2 A.2 A.2.1 a) b) A.2.10 B. B.1",
                "A. >A.1 >>A.1.1 >>A.1.2 >A.2 >>A.2.1 >>>a) >>>b) >>A.2.10Gap(8) B. >B.1",
            ),
            ("A.1 A.1.1 A.2 B.1 B.1.1", "A.1 >A.1.1 A.2 B.1 >B.1.1"),
            ("I. I.1 I.2 II. II.1", "I. >I.1 >I.2 II. >II.1"),
        ];
        for (markers, expected) in cases {
            assert_eq!(run(markers), expected);
        }
    }

    /// Markers, set in as far as the spaces before them say; those that begin again or run backwards with what they
    /// stand behind. "/" is words without a number, "#" a heading.
    fn again(lines: &str) -> String {
        let mut numbering = Numbering::default();
        let mut shown = Vec::new();
        for (item, line) in lines.split('\n').enumerate() {
            let text = line.trim_start();
            match text {
                "/" => numbering.part(),
                "#" => numbering.bar(),
                _ => {
                    numbering.set_in(Some(line.len() - text.len()));
                    let place = numbering.place(&number(&format!("{text} X")).unwrap());
                    numbering.open(&place, item);
                    let behind = place.again.map_or(String::new(), |before| format!("<{before}"));
                    shown.push(format!("{}{text}{behind}", ">".repeat(numbering.frames.len() - 1)));
                }
            }
        }
        shown.join(" ")
    }

    #[test]
    fn runs_that_begin_again_without_a_reason_are_told() {
        for (lines, found) in [
            ("1.\n2.\n3.\n1.\n2.", "1. 2. 3. 1.<3 2."),
            ("1.\n2.\n(a)\n(b)\n1.", "1. 2. >(a) >(b) 1.<2"),
            ("1.1\n1.2\n1.1\n1.2", "1.1 1.2 1.1<2 1.2"),
            ("2.4\n2.5\n/\n2.2", "2.4 2.5 2.2<5"),
            // With a reason.
            ("1.\n2.\n/\n1.\n2.", "1. 2. 1. 2."),
            ("1.\n2.\n#\n1.\n2.", "1. 2. 1. 2."),
            ("1.1\n1.2\n#\n1.1", "1.1 1.2 1.1"),
            ("A.\n1.\n2.\nB.\n1.", "A. >1. >2. B. >1."),
            ("(a)\n(i)\n(ii)\n(b)\n(i)", "(a) >(i) >(ii) (b) >(i)"),
            ("1.\n(a)\n(b)\n2.\n(a)", "1. >(a) >(b) 2. >(a)"),
        ] {
            assert_eq!(again(lines), found, "{lines}");
        }
    }

    #[test]
    fn a_run_that_is_set_in_stands_below_the_one_above() {
        for (lines, found) in [
            ("1.\n2.\n  1.\n  2.\n3.", "1. 2. >1. >2. 3."),
            ("1.\n  1.\n  2.\n2.\n  1.", "1. >1. >2. 2. >1."),
            // A page may set lines in a sign further.
            (" 9.\n10.\n 1.", "9. 10. 1.<10"),
        ] {
            assert_eq!(again(lines).replace("9.<", "9."), found, "{lines}");
        }
    }

    #[test]
    fn a_figure_among_letters_is_the_letter_that_the_run_needs() {
        let misread = |before: &str, text: &str| {
            let mut numbering = Numbering::default();
            for (item, marker) in before.split_whitespace().enumerate() {
                let place = numbering.place(&number(&format!("{marker} x")).unwrap());
                numbering.open(&place, item);
            }
            numbering.misread(&number(&format!("{text} x")).unwrap())
        };
        assert_eq!(misread("5. (a) (b) (c)", "(2)").as_deref(), Some("d"));
        for (before, text) in
            [("5. (a) (b)", "(1)"), ("5. (a) (b) (1)", "(2)"), ("5. (a) (b)", "6."), ("5.", "(2)")]
        {
            assert_eq!(misread(before, text), None, "{before} {text}");
        }
    }
}
