//! Findings about a run of numbers: gaps and duplicates.

use rapporteur_model::{Code, Diagnostic, Severity};

use super::{
    Outline,
    numbering::{Place, Step},
};
use crate::grammar::marker::Signs;

/// The numbers left out before a place: "2.3 is" or "2.3 to 2.6 are".
fn missing_numbers(place: &Place, label: &str, missing: u32) -> String {
    let last = place.path().last().copied().unwrap_or_default();
    let above = label.rsplit_once('.').map_or("", |(above, _)| above);
    let number = |value: u32| {
        let sign = match place.signs {
            Signs::LowerLetter => char::from_u32(value + 96).map(String::from),
            Signs::UpperLetter => char::from_u32(value + 64).map(String::from),
            _ => None,
        };
        let sign = sign.unwrap_or_else(|| value.to_string());
        if above.is_empty() { sign } else { format!("{above}.{sign}") }
    };
    match missing {
        1 => format!("{} is", number(last.saturating_sub(1))),
        _ => format!("{} to {} are", number(last.saturating_sub(missing)), number(last.saturating_sub(1))),
    }
}

/// Notes a gap or a duplicate in the run of numbers.
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
        _ => return,
    };
    let reference = this.reference.clone();
    outline.note_about(found.about(reference));
}
