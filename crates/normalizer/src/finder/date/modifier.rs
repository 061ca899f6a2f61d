//! Words beside a date that change what it bounds: `since 2000`, `by the end of 2025`, `2018 or later`.
//!
//! The inner word counts ("by the end of 2025" is the end of 2025); an estimate inside a bound marks the
//! value itself (`before about 1928` is before `1928~`). "the launch in November 2021" after "since" is no
//! bound of the date: only words right beside it count.

use rapporteur_model::DateMod;

use super::context::{Around, head, strip_phrase};

/// What stands beside an expression.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Beside {
    /// What the words make of it.
    pub modifier: Option<DateMod>,
    /// Is the value itself an estimate, inside a bound?
    pub approximate: bool,
    /// Is it something to be done by then?
    pub due: bool,
    /// Does something last until then: "until the end of 2011"?
    pub lasting: bool,
}

/// Words in front of the date, by what they make of it; longer ones first where one ends in another.
const IN_FRONT: &[(&str, DateMod)] = &[
    ("end of", DateMod::End),
    ("close of", DateMod::End),
    ("end-", DateMod::End),
    ("year-end", DateMod::End),
    ("year’s end", DateMod::End),
    ("year's end", DateMod::End),
    ("latter part of", DateMod::End),
    ("late in", DateMod::End),
    ("late-", DateMod::End),
    ("late", DateMod::End),
    ("later part of", DateMod::End),
    ("last part of", DateMod::End),
    ("second half of", DateMod::End),
    ("latter half of", DateMod::End),
    ("first half of", DateMod::Start),
    ("turn of", DateMod::Start),
    ("first part of", DateMod::Start),
    ("opening of", DateMod::Start),
    ("beginning of", DateMod::Start),
    ("start of", DateMod::Start),
    ("early part of", DateMod::Start),
    ("early in", DateMod::Start),
    ("early-", DateMod::Start),
    ("early", DateMod::Start),
    ("middle of", DateMod::Mid),
    ("mid-year", DateMod::Mid),
    ("mid-", DateMod::Mid),
    ("mid", DateMod::Mid),
    ("circa", DateMod::Approx),
    ("approximately", DateMod::Approx),
    ("approx.", DateMod::Approx),
    ("approx", DateMod::Approx),
    ("roughly", DateMod::Approx),
    ("about", DateMod::Approx),
    ("around", DateMod::Approx),
    ("ca.", DateMod::Approx),
    ("ca", DateMod::Approx),
    ("c.", DateMod::Approx),
    ("c", DateMod::Approx),
    ("~", DateMod::Approx),
    ("by no later than", DateMod::By),
    ("at the latest by", DateMod::By),
    ("no later than", DateMod::By),
    ("not later than", DateMod::By),
    ("on or before", DateMod::By),
    ("by", DateMod::By),
    ("ever since", DateMod::Since),
    ("since", DateMod::Since),
    ("starting from", DateMod::Since),
    ("starting in", DateMod::Since),
    ("starting on", DateMod::Since),
    ("starting", DateMod::Since),
    ("beginning in", DateMod::Since),
    ("beginning on", DateMod::Since),
    ("beginning", DateMod::Since),
    ("with effect from", DateMod::Since),
    ("effective from", DateMod::Since),
    ("as from", DateMod::Since),
    ("starting as of", DateMod::Since),
    ("effective as of", DateMod::Since),
    ("effective", DateMod::Since),
    ("years to", DateMod::Until),
    ("period to", DateMod::Until),
    ("up until", DateMod::Until),
    ("until", DateMod::Until),
    ("till", DateMod::Until),
    ("up to", DateMod::Until),
    ("through", DateMod::Until),
    ("thru", DateMod::Until),
    ("prior to", DateMod::Before),
    ("earlier than", DateMod::Before),
    ("ahead of", DateMod::Before),
    ("before", DateMod::Before),
    ("pre-", DateMod::Before),
    ("later than", DateMod::After),
    ("greater than", DateMod::After),
    ("after", DateMod::After),
    ("post-", DateMod::After),
];

/// Words behind the date.
const BEHIND: &[(&str, DateMod)] = &[
    ("onward", DateMod::Since),
    ("forward", DateMod::Since),
    ("or later", DateMod::Since),
    ("or after", DateMod::Since),
    ("and later", DateMod::Since),
    ("and after", DateMod::Since),
    ("and beyond", DateMod::Since),
    ("or earlier", DateMod::Before),
    ("or before", DateMod::Before),
    ("and earlier", DateMod::Before),
    ("and before", DateMod::Before),
    ("at latest", DateMod::By),
    ("at the latest", DateMod::By),
    ("approx", DateMod::Approx),
];

/// What the words right beside an expression make of it.
pub fn beside(around: &Around<'_>) -> Beside {
    let mut found = Beside::default();
    let mut before = around.before;
    // At most two words count: an inner one, and a bound around it.
    for _ in 0..2 {
        let bare = without_articles(before);
        let hit = IN_FRONT.iter().find_map(|(phrase, modifier)| {
            if phrase.ends_with('-') && !before.ends_with(phrase) {
                return None;
            }
            let rest = strip_phrase(bare, phrase).or_else(|| strip_phrase(before, phrase))?;
            // "U.S.C. 2010" is no estimate.
            (phrase.len() > 2 || !rest.ends_with('.')).then_some((rest, *modifier))
        });
        let Some((rest, modifier)) = hit else { break };
        let glued_letter = bare.ends_with(['c', 'C']) && rest.len() + 1 == bare.len();
        if glued_letter && !around.words.starts_with(|c: char| c.is_ascii_digit()) {
            break;
        }
        match (found.modifier, modifier) {
            (None, _) => found.modifier = Some(modifier),
            (
                Some(DateMod::Approx),
                DateMod::Before | DateMod::After | DateMod::Since | DateMod::Until | DateMod::By,
            ) => {
                found = Beside { modifier: Some(modifier), approximate: true, ..found };
            }
            (Some(_), DateMod::By) => found.due = true,
            (Some(_), DateMod::Until) => found.lasting = true,
            _ => break,
        }
        if found.modifier == Some(DateMod::By) {
            found.due = true;
        }
        before = rest;
    }
    if found.modifier.is_none() {
        let behind = head(around.after).trim_start_matches([' ', ',', '\u{a0}']).to_ascii_lowercase();
        found.modifier =
            BEHIND.iter().find(|(phrase, _)| behind.starts_with(phrase)).map(|(_, modifier)| *modifier);
    }
    found
}

/// The text without the words that may stand between a modifier and its date: `the`, `the year`.
fn without_articles(before: &str) -> &str {
    ["the year", "the month of", "the fiscal year", "the", "this", "year", "of the", "fiscal year"]
        .iter()
        .find_map(|phrase| strip_phrase(before, phrase))
        .unwrap_or(before)
}
