//! Words that count from the last date of the story, not from the day of writing: `On 3 May … two days later`.
//!
//! "Later", "earlier" and "the following day" look back to the last day that the same paragraph, or the one before, names, which gives
//! them their value (`anchored`, with that date as anchor). Where it names none they count from the day of writing
//! like any other such word.

use jiff::civil::Date as Day;
use rapporteur_model::{Basis, Date, DateId, DateKind, Document};

use super::{apply_value, day};
use crate::finder::date::{Reading, Relative, Value};

/// Dates back that are looked at.
const NEAR: usize = 4;

/// Gives the story's counts their values, in order, so that one can build on another.
pub fn tell(document: &mut Document, readings: &[Option<Reading>]) {
    for (index, reading) in readings.iter().enumerate() {
        let Some(Reading::Relative(relative)) = reading else { continue };
        if !is_told(document, index, *relative) {
            continue;
        }
        let Some((base, uncertain, id)) = base(document, index) else { continue };
        let Some(value) = relative.resolve(base) else { continue };
        let value = match value {
            Value::Point(mut point) => {
                point.uncertain = uncertain;
                Value::Point(point)
            }
            other => other,
        };
        let date = &mut document.dates[index];
        apply_value(date, &value);
        date.basis = if uncertain { Basis::Inferred } else { Basis::Anchored };
        date.anchor = Some(id);
    }
}

/// Do the words count from the story?
fn is_told(document: &Document, index: usize, relative: Relative) -> bool {
    let words = document.text(document.dates[index].at).to_lowercase();
    match relative {
        Relative::Away(..) | Relative::Mixed(..) => words.ends_with(" later") || words.ends_with(" earlier"),
        Relative::Offset(_) => {
            let words = words.strip_prefix("the ").unwrap_or(&words);
            words.starts_with("following ") || words.starts_with("preceding ") || words == "next day"
        }
        _ => false,
    }
}

/// The last day that the paragraph or the one before names in front of a date, whether its year was reasoned out, and its id.
fn base(document: &Document, index: usize) -> Option<(Day, bool, DateId)> {
    let passage = document.dates[index].at.passage;
    let near = |other: &&Date| other.at.passage.0 + 1 >= passage.0;
    document.dates[..index].iter().rev().take(NEAR).take_while(near).find_map(|other| {
        let edtf = other.edtf.as_deref().filter(|_| other.kind == DateKind::Date)?;
        let bare = edtf.trim_end_matches(['?', '~', '%']);
        let whole = bare.len() == 10 && !bare.contains('X');
        whole.then(|| day(bare)).flatten().map(|day| (day, edtf.ends_with('?'), other.id))
    })
}
