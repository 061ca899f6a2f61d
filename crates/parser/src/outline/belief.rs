//! Which numbers are believed at the head of a line, and what they are called.
//!
//! ```text
//! 1.1 Open …      believed: it follows, or is a path
//! (g) report …    believed in the middle of the letters only where (h) is to be seen
//! 1954 was dry    a large figure only where it is the next
//! C. 3. 1.        the third framework, its third theme, that one's first action: C.3.1
//! ```

use super::{
    Outline,
    kinds::is_figures,
    numbering::{Place, Step},
};
use crate::grammar::marker::{self, Dress, Number};

/// Can the number at the head of a line or cell be believed?
pub fn believable(number: &Number, place: &Place, in_row: bool) -> bool {
    let dotted = number.path().len() > 1;
    let letter = number.path().is_empty();
    if number.needs_run() {
        return place.step == Step::Next;
    }
    match (number.dress, place.step) {
        // "1 Enhanced dialogue ⇥ 1.1 …": a bare figure needs the row and the run.
        (Dress::Bare, step) => in_row && matches!(step, Step::First | Step::Next | Step::Restart) && !letter,
        (_, Step::First | Step::Next | Step::Duplicate) => true,
        (_, Step::Gap(missing)) => dotted || missing <= 5,
        (_, Step::Restart) => dotted && !marker::is_lettered(&number.path()) || number.path().len() == 1,
    }
}

/// Does a letter in the middle of its run begin one here, because the next line has the letter behind it: "(g)", "(h)"
/// at the head of a page? Two capitals with stops are rather the initials of people.
pub fn begins_run(number: &Number, place: &Place, next: Option<&Number>) -> bool {
    let follows = |next: &Number| {
        let after = next.readings();
        next.dress == number.dress
            && number.readings().iter().any(|(signs, value)| after.contains(&(*signs, value + 1)))
    };
    place.step == Step::Restart
        && number.path().is_empty()
        && !number.is_capital()
        && next.is_some_and(follows)
}

/// The path of numbers, with the letters in front of them.
pub fn reference(
    outline: &Outline<'_>,
    number: &Number,
    place: &Place,
    article: Option<&str>,
    part: Option<&str>,
) -> String {
    let items = outline.items();
    let mut front = place.parent;
    if marker::is_lettered(&number.path()) {
        return number.label.clone();
    }
    if number.path().len() > 1 {
        // The path holds the numbers above already; only a letter in front of them is added.
        let arabic = |item: usize| items[item].number.as_deref().is_some_and(is_figures);
        while let Some(item) = front.filter(|item| arabic(*item)) {
            front = items[item].parent;
        }
    }
    match front {
        Some(item) => format!("{}.{}", items[item].reference, number.label),
        None => match (article, part) {
            (Some(front), _) => format!("{front}.{}", number.label),
            (None, Some(front)) if outline.has_reference(&number.label) => {
                format!("{front}.{}", number.label)
            }
            _ => number.label.clone(),
        },
    }
}
