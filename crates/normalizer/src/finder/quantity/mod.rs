//! Percentages, and counts that are figures: `12.5 per cent`, `500 million containers`, `12,000 people`.
//!
//! ```abnf
//! percent = figures [space] ("%" / "per cent" / "percent" / "percentage point" ["s"])
//! count   = figures noun                     ; with a scale word, or in digits with a separator of thousands
//! ```
//!
//! A bare small number is no figure ("10 member states"), nor are years, ordinals, numbers of provisions and
//! documents, times and telephone numbers. What other finders took is left to them. Not here: money.

pub(crate) mod amount;
pub(crate) mod numeral;
pub(crate) mod qualifier;

use std::collections::BTreeMap;

use rapporteur_model::{Amount, AmountId, AmountKind, Document, Location, PassageId, Qualifier, TextRange};
use rust_decimal::Decimal;

use self::{
    amount::{Figures, Joint, figures},
    numeral::is_space,
};
use crate::{
    Context, Lexicon,
    lexicon::values::{Sense, Values},
};

/// Finds percentages and counts, and numbers all amounts in reading order.
pub fn find(document: &mut Document, lexicon: &Lexicon, _context: &Context) {
    let mut taken: BTreeMap<PassageId, Vec<TextRange>> = BTreeMap::new();
    for at in document.amounts.iter().map(|amount| amount.at).chain(document.dates.iter().map(|date| date.at))
    {
        taken.entry(at.passage).or_default().push(at.range);
    }
    for ranges in taken.values_mut() {
        ranges.sort_unstable_by_key(|range| range.start);
    }
    for (index, passage) in document.passages.iter().enumerate() {
        let mut taken = taken.get(&PassageId(index)).map_or(&[][..], Vec::as_slice);
        for quantity in scan(passage.text(), &lexicon.values) {
            // Both run in order, so that what lies behind is never looked at again.
            let behind = taken.iter().take_while(|range| range.end <= quantity.range.start).count();
            taken = &taken[behind..];
            if taken.first().is_some_and(|range| range.overlaps(quantity.range)) {
                continue;
            }
            document.amounts.push(Amount {
                id: AmountId(0),
                at: Location { passage: PassageId(index), range: quantity.range },
                kind: quantity.kind,
                value: quantity.figures.value,
                value_max: quantity.figures.max,
                currency: None,
                currency_basis: None,
                currency_candidates: Vec::new(),
                qualifier: quantity.qualifier,
                unit: quantity.unit,
                per: None,
                period: None,
                role: None,
            });
        }
    }
    document.amounts.sort_by_key(|amount| (amount.at.passage, amount.at.range.start));
    for (index, amount) in document.amounts.iter_mut().enumerate() {
        amount.id = AmountId(index + 1);
    }
}

struct Quantity {
    range: TextRange,
    kind: AmountKind,
    figures: Figures,
    unit: Option<String>,
    qualifier: Option<Qualifier>,
}

fn scan(text: &str, values: &Values) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    let mut reach = 0;
    for start in starts(text, values) {
        if start < reach {
            continue;
        }
        // "rose from 5 to 7 per cent": both ends hang on one sign, so they stay together.
        let joint = match Joint::behind(&text[..start]) {
            Joint::Change => Joint::Plain,
            joint => joint,
        };
        let Ok((rest, figures)) = figures(values, &text[start..], joint, |input| input.strip_prefix('%'))
        else {
            continue;
        };
        let (rest, figures) = comma_percent(rest, figures);
        if let Some(quantity) =
            percent(text, start, rest, figures).or_else(|| count(text, start, rest, figures, values))
        {
            reach = quantity.range.end;
            found.push(quantity);
        }
    }
    found
}

/// Where a figure may begin: at a run of digits that stands free, or at a number word.
fn starts(text: &str, values: &Values) -> Vec<usize> {
    let bytes = text.as_bytes();
    let mut starts = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        if byte.is_ascii_digit() {
            let free = text[..at].chars().next_back().is_none_or(|c| {
                !c.is_alphanumeric()
                    && !matches!(c, '.' | ',' | '/' | '-' | '$' | '£' | '€' | '#' | '_' | ':')
            });
            if free {
                starts.push(at);
            }
            at += bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        } else if byte.is_ascii_alphabetic() {
            let end = at + bytes[at..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
            let word = &text[at..end];
            let number =
                word.len() > 2 && values.senses(word).iter().any(|sense| matches!(sense, Sense::Cardinal(_)));
            if number || matches!(word, "half" | "a" | "quarter") {
                starts.push(at);
            }
            at = end;
        } else {
            at += 1;
        }
    }
    starts
}

fn percent(text: &str, start: usize, rest: &str, figures: Figures) -> Option<Quantity> {
    const FORMS: &[(&str, Option<&str>)] = &[
        ("percentage points", Some("percentage points")),
        ("percentage point", Some("percentage points")),
        ("percentage-point", Some("percentage points")),
        ("ppts", Some("percentage points")),
        ("per cent", None),
        ("per-cent", None),
        ("percent", None),
        ("pct", None),
        ("%", None),
    ];
    let trimmed = rest.trim_start_matches(|c: char| is_space(c) || c == '-');
    let (form, unit) = FORMS.iter().find(|(form, _)| trimmed.starts_with(form))?;
    let mut end = text.len() - trimmed.len() + form.len();
    let mut figures = figures;
    if text[end..].starts_with(char::is_alphanumeric) {
        return None;
    }
    // "5% to 10%": the sign stands behind both ends.
    if figures.max.is_none()
        && let Some((max, length)) = upper_percent(&text[end..], figures.value, &text[..start])
    {
        figures.max = Some(max);
        end += length;
    }
    Some(Quantity {
        range: TextRange::new(start, end),
        kind: AmountKind::Percent,
        figures,
        unit: unit.map(str::to_owned),
        qualifier: qualifier::beside(&text[..start], &text[end..]),
    })
}

/// `12,5 %`: digits behind a comma are decimals where the sign of a percentage follows.
fn comma_percent(rest: &str, figures: Figures) -> (&str, Figures) {
    let read = || {
        let (left, part) = numeral::digits(1, 2)(rest.strip_prefix(',')?).ok()?;
        let whole = figures.digits && !figures.scaled && figures.max.is_none();
        let trimmed = left.trim_start_matches(is_space);
        let percent = ["%", "per cent", "percent"].iter().any(|form| trimmed.starts_with(form));
        let value = format!("{}.{part}", figures.value).parse().ok()?;
        (whole && percent && figures.value.fract().is_zero()).then_some((left, Figures { value, ..figures }))
    };
    read().unwrap_or((rest, figures))
}

/// The upper end of a range of percentages whose lower end has its own sign.
fn upper_percent(rest: &str, low: Decimal, before: &str) -> Option<(Decimal, usize)> {
    let between = before.trim_end_matches(is_space).ends_with("between");
    let joint = [" to ", " – ", "–", "-", " - "].into_iter().chain(between.then_some(" and "));
    joint.into_iter().find_map(|joint| {
        let tail = rest.strip_prefix(joint)?;
        let (left, high) = numeral::figure(tail).ok()?;
        let trimmed = left.trim_start_matches(is_space);
        let form = ["%", "per cent", "percent"].into_iter().find(|form| trimmed.starts_with(form))?;
        (low < high).then_some((high, rest.len() - trimmed.len() + form.len()))
    })
}

fn count(text: &str, start: usize, rest: &str, figures: Figures, values: &Values) -> Option<Quantity> {
    let end = text.len() - rest.len();
    let digits: String = text[start..end].chars().filter(|c| c.is_ascii_digit() || *c == ',').collect();
    let grouped = figures.digits && digits.contains(',') && figures.value >= Decimal::ONE_THOUSAND;
    let (unit, behind) = noun(rest, values);
    let counted = unit.as_deref().is_some_and(|unit| {
        unit.rsplit(' ').next().is_some_and(|noun| values.senses(noun).contains(&Sense::Counted))
    });
    let large = figures.digits && figures.value >= Decimal::ONE_THOUSAND && counted;
    let is_figure = figures.scaled || large || (grouped && unit.is_some());
    // "During 1976 applications were …": a bare year behind its preposition.
    let year = !grouped
        && !figures.scaled
        && (Decimal::from(1900)..Decimal::from(2100)).contains(&figures.value)
        && ["in", "during", "since", "by", "until", "from", "of"]
            .iter()
            .any(|word| last_word(&text[..start]).eq_ignore_ascii_case(word));
    if !is_figure || year || rest.starts_with(['%', '-', '/', ':']) {
        return None;
    }
    // A scale word alone ("millions of"), or a scale that is a letter behind the digits ("5m"), is no count.
    let word = text[start..end].trim_end().rsplit(is_space).next().unwrap_or_default();
    let bare = if figures.digits {
        word.len() < 4 || word.starts_with(|c: char| c.is_ascii_digit())
    } else {
        unit.is_none()
    };
    if figures.scaled && bare {
        return None;
    }
    let end = end + if unit.is_some() { behind } else { 0 };
    Some(Quantity {
        range: TextRange::new(start, end),
        kind: AmountKind::Count,
        figures,
        unit,
        qualifier: qualifier::beside(&text[..start], &text[end..]),
    })
}

/// The word at the end of a text.
fn last_word(text: &str) -> &str {
    let text = text.trim_end_matches(is_space);
    let length = text.bytes().rev().take(12).take_while(u8::is_ascii_alphabetic).count();
    &text[text.len() - length..]
}

/// The counted noun behind a figure, with up to two words in front of it, and its length with the blank.
fn noun(rest: &str, values: &Values) -> (Option<String>, usize) {
    let trimmed = rest.trim_start_matches(is_space);
    if trimmed.len() == rest.len() {
        return (None, 0);
    }
    let mut end = 0;
    for _ in 0..3 {
        let tail = trimmed[end..].trim_start_matches(is_space);
        let from = trimmed.len() - tail.len();
        let length = tail.find(|c: char| !(c.is_alphabetic() || c == '-')).unwrap_or(tail.len());
        let word = &tail[..length];
        if word.len() < 2 || FUNCTION.contains(&word.to_lowercase().as_str()) {
            break;
        }
        end = from + length;
        // "square" is the beginning of its measure.
        let measure = matches!(word, "square" | "cubic" | "metric" | "nautical")
            && tail[length..].starts_with(is_space);
        let counted = !measure && values.senses(word).contains(&Sense::Counted);
        if counted {
            // "km2", "km²"
            let power = tail[length..].chars().next().filter(|c| matches!(c, '2' | '3' | '²' | '³'));
            end += power.map_or(0, char::len_utf8);
        }
        if counted
            || (word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("ous"))
        {
            return (Some(trimmed[..end].to_owned()), rest.len() - trimmed.len() + end);
        }
        if !tail[length..].starts_with(is_space) {
            break;
        }
    }
    (None, 0)
}

/// Words at which a counted noun can no longer follow.
const FUNCTION: &[&str] = &[
    "in", "of", "to", "and", "or", "for", "from", "by", "on", "at", "with", "was", "were", "is", "are",
    "has", "have", "had", "will", "would", "as", "that", "which", "who", "than", "over", "under", "per",
    "this", "the", "a", "an", "its", "his", "their", "into", "through", "since", "during", "after", "before",
    "until",
];

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;

    fn mark(text: &str) -> String {
        let values = &crate::Lexicon::embedded().values;
        let (mut out, mut at) = (String::new(), 0);
        for found in scan(text, values) {
            let range = found.range;
            out += &text[at..range.start];
            write!(out, "⟦{} = {}", &text[range.start..range.end], found.figures.value).unwrap();
            if let Some(max) = found.figures.max {
                write!(out, "..{max}").unwrap();
            }
            if let Some(qualifier) = found.qualifier {
                write!(out, ", {qualifier}").unwrap();
            }
            out += "⟧";
            at = range.end;
        }
        out + &text[at..]
    }

    #[test]
    fn percentages_and_counts() {
        for (text, marked) in [
            (
                "over 300 million parcels in transit",
                "over ⟦300 million parcels = 300000000, over⟧ in transit",
            ),
            ("nearly 12.5 per cent of", "nearly ⟦12.5 per cent = 12.5, nearly⟧ of"),
            ("from 5 to 10% and", "from ⟦5 to 10% = 5..10⟧ and"),
            ("5% to 10% and", "⟦5% to 10% = 5..10⟧ and"),
            ("between 5% and 10%", "between ⟦5% and 10% = 5..10⟧"),
            ("between 5 and 10 per cent", "between ⟦5 and 10 per cent = 5..10⟧"),
            ("5–10%", "⟦5–10% = 5..10⟧"),
            ("12,5 % of", "⟦12,5 % = 12.5⟧ of"),
            ("in 2019, 5% of", "in 2019, ⟦5% = 5⟧ of"),
            ("up to 40 per cent", "up to ⟦40 per cent = 40, at_most⟧"),
            ("a 3-percentage-point rise", "a ⟦3-percentage-point = 3⟧ rise"),
            ("half a percentage point", "⟦half a percentage point = 0.5⟧"),
            ("half a per cent", "⟦half a per cent = 0.5⟧"),
            ("twenty-five per cent", "⟦twenty-five per cent = 25⟧"),
            ("one point five per cent", "⟦one point five per cent = 1.5⟧"),
            ("a 10-per-cent cut", "a ⟦10-per-cent = 10⟧ cut"),
            ("0.7 % of", "⟦0.7 % = 0.7⟧ of"),
            ("about 1.5 to 2 million tonnes", "about ⟦1.5 to 2 million tonnes = 1500000..2000000, approx⟧"),
            ("250,000 doses", "⟦250,000 doses = 250000⟧"),
            ("two million children", "⟦two million children = 2000000⟧"),
            ("40 000 hectares", "⟦40 000 hectares = 40000⟧"),
            ("3.5 lakh farmers", "⟦3.5 lakh farmers = 350000⟧"),
            ("between 2 and 3 million people", "between ⟦2 and 3 million people = 2000000..3000000⟧"),
            ("more than one hundred thousand homes", "more than ⟦one hundred thousand homes = 100000, over⟧"),
            ("ten percent", "⟦ten percent = 10⟧"),
            ("some 1,950 square metres of", "some ⟦1,950 square metres = 1950, approx⟧ of"),
            ("18,000 square kilometers", "⟦18,000 square kilometers = 18000⟧"),
            ("by 2.5 percentage points", "by ⟦2.5 percentage points = 2.5⟧"),
            ("rose from 5 to 7 per cent", "rose from ⟦5 to 7 per cent = 5..7⟧"),
            ("1.2 million tonnes", "⟦1.2 million tonnes = 1200000⟧"),
            ("12,000 people fled", "⟦12,000 people = 12000⟧ fled"),
            ("half a million displaced persons", "⟦half a million displaced persons = 500000⟧"),
        ] {
            assert_eq!(mark(text), marked);
        }
    }

    #[test]
    fn small_numbers_and_other_numbers_stay_unmarked() {
        for text in [
            "all 10 member states",
            "the 20th meeting",
            "– 30 –",
            "at 10:30",
            "2.10 and 2.11",
            "millions of people",
            "in 2007 it",
            "during 1988 people came",
            "a few",
            "page 12 pp 30",
            "per cent",
            "a percentage point",
            "Room 1,200",
            "one hundred years of",
            "in 2024, 12 states",
            "hundreds of thousands of people",
        ] {
            assert_eq!(mark(text), text);
        }
    }
}
