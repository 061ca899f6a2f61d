//! Findings about a run of numbers: gaps, duplicates, and runs that begin again.

use rapporteur_model::{Code, Diagnostic, Severity};

use super::{
    Outline,
    numbering::{Place, Step},
};
use crate::grammar::marker::Signs;

/// The numbers left out before a place: "2.3 is" or "2.3 to 2.6 are".
fn missing_numbers(place: &Place, label: &str, missing: u32) -> String {
    let last = place.path().last().copied().unwrap_or_default();
    match missing {
        1 => format!("{} is", label_of(place, label, last.saturating_sub(1))),
        _ => format!(
            "{} to {} are",
            label_of(place, label, last.saturating_sub(missing)),
            label_of(place, label, last.saturating_sub(1))
        ),
    }
}

/// The number of a sibling, in the signs of the place and below what stands in front of `label`.
fn label_of(place: &Place, label: &str, value: u32) -> String {
    let above = label.rsplit_once('.').map_or("", |(above, _)| above);
    let sign = match place.signs {
        Signs::LowerLetter => char::from_u32(value + 96).map(String::from),
        Signs::UpperLetter => char::from_u32(value + 64).map(String::from),
        _ => None,
    };
    let sign = sign.unwrap_or_else(|| value.to_string());
    if above.is_empty() { sign } else { format!("{above}.{sign}") }
}

/// Notes a gap, a duplicate or a restart in the run of numbers. A run begins anew below a heading, another number or
/// letter and behind words without a number; where nothing parts it, that is a slip of the author or of the copy.
pub fn report(outline: &mut Outline<'_>, place: &Place, item: usize) {
    let this = &outline.items()[item];
    let (Some(number), Some(marker)) = (this.number.clone(), this.marker.clone()) else { return };
    let found = match place.step {
        Step::Gap(missing) => {
            let message = format!("{} missing before {number}", missing_numbers(place, &number, missing));
            Diagnostic::new(Code::NumberingGap, Severity::Warning, marker.span, message)
        }
        Step::Duplicate => {
            let message = format!("{number} stands twice under the same parent");
            Diagnostic::new(Code::NumberingDuplicate, Severity::Warning, marker.span, message)
        }
        _ => {
            let Some(before) = place.again else { return };
            let before = label_of(place, &number, before);
            let again = place.path().last() == Some(&1);
            let how = if again { "begins the run again" } else { "runs backwards" };
            let message = format!("{number} {how} behind {before}");
            Diagnostic::new(Code::NumberingRestart, Severity::Warning, marker.span, message)
        }
    };
    let reference = this.reference.clone();
    outline.note_about(found.about(reference));
}
