//! Lengths of time and recurrences: `37 years`, `a four-year plan`, `30th anniversary`, `three times a year`.
//!
//! ```abnf
//! length  = count [space / "-"] ["consecutive" / …] unit / ordinal "anniversary"
//! set     = "annual" / … / ("every" / "each") [count] unit / count "times a" unit
//! at-hand = ("end of" / "later in" / …) ["the"] unit             ; the year, month, week or quarter at hand
//! ```
//!
//! Ages ("12-year-old", "65 years and older") and parts ("one-quarter") are no lengths.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, tag_no_case},
    combinator::{opt, recognize},
};

use super::{
    context::tail,
    point::{Grammar, goes_on},
    relative::Relative,
};
use crate::{
    finder::quantity::numeral::{self, Read, digits, word, ws1},
    lexicon::values::{Offset, Sense, Unit},
};

const MISS: nom::Err<()> = nom::Err::Error(());

/// A length in ISO 8601: three decades are `P30Y`.
pub fn iso(count: u64, unit: Unit) -> String {
    match unit {
        Unit::Hour => format!("PT{count}H"),
        Unit::Day => format!("P{count}D"),
        Unit::Week(n) => format!("P{}W", count * u64::from(n)),
        Unit::Month(n) => format!("P{}M", count * u64::from(n)),
        Unit::Year(n) => format!("P{}Y", count * u64::from(n)),
    }
}

/// What the grammar of this file reads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Counted {
    /// Counted from the day of writing.
    Relative(Relative),
    /// A length.
    Length(String),
    /// A recurrence, with its ISO 8601 form where it has one.
    Set(Option<String>),
}

impl Grammar<'_> {
    /// A unit behind its article that the words in front point to: `end of the year`, `later in the month`.
    pub fn at_hand<'a>(&self, input: &'a str, before: &str) -> Read<'a, Relative> {
        let lower = tail(before).to_ascii_lowercase();
        let lead = lower.trim_end();
        let bare = lead.strip_suffix(" the").or_else(|| lead.strip_suffix(" my")).unwrap_or(lead);
        let pointed = [
            "end of",
            "beginning of",
            "start of",
            "middle of",
            "rest of",
            "remainder of",
            "later in",
            "earlier in",
            "late in",
            "early in",
        ];
        let (rest, name) = word(input)?;
        let whole = matches!(name, "year" | "month" | "week" | "quarter");
        // "over the weekend", "throughout the weekend": the one at hand.
        let weekend = name.eq_ignore_ascii_case("weekend") && bare.len() < lead.len();
        if weekend && ["over", "throughout", "during", "at"].iter().any(|word| bare.ends_with(word)) {
            return Ok((rest, Relative::Weekend(0)));
        }
        let (_, unit) = self.unit(input)?;
        let past = rest.trim_start().starts_with(|c: char| c.is_ascii_digit()) || rest.starts_with(" of");
        if whole && !past && !goes_on(rest) && pointed.iter().any(|phrase| bare.ends_with(phrase)) {
            return Ok((rest, Relative::Offset(Offset { count: 0, unit })));
        }
        Err(MISS)
    }

    /// A length of time, or a span counted from now.
    pub fn length<'a>(&self, input: &'a str, before: &str) -> Read<'a, Counted> {
        let anniversary = |i: &'a str| -> Read<'a, Counted> {
            let number = alt((|i| numeral::ordinal(self.values, i), ordinal_digits));
            let (i, (count, _, _)) = (number, alt((tag("-"), ws1)), tag_no_case("anniversary")).parse(i)?;
            Ok((i, Counted::Length(iso(count, Unit::Year(1)))))
        };
        let plain = |i: &'a str| -> Read<'a, Counted> {
            let (i, count) = self.count(i)?;
            let half = (ws1, tag("and a half"));
            let (i, half) = opt(half).parse(i)?;
            let (i, hyphen) = alt((alt((tag("-"), tag("‑"))).map(|_| true), ws1.map(|_| false))).parse(i)?;
            let (i, _) = opt(adjective).parse(i)?;
            let (rest, unit) = self.unit(i)?;
            let age = ["-old", " old", " of age", "-olds", "‑old"].iter().any(|form| rest.starts_with(form));
            // "the 2022 Hour of Code": a year in front of a name.
            let single = !i[..i.len() - rest.len()].ends_with('s');
            let year = !hyphen && single && (1900..2100).contains(&count);
            let older = [" and older", " or older", " and over", " and above", " and up"];
            let age = age || older.iter().any(|form| rest.starts_with(form));
            // "one-quarter", "three quarters of": parts of a whole.
            let part = unit == Unit::Month(3) && count < 4;
            if goes_on(rest) || age || part || year || count == 0 || before.ends_with('.') {
                return Err(MISS);
            }
            let length = match (half, unit) {
                (None, unit) => iso(count, unit),
                (Some(_), Unit::Year(n)) => iso(count * 12 * u64::from(n) + 6 * u64::from(n), Unit::Month(1)),
                (Some(_), _) => return Err(MISS),
            };
            let lower = tail(before).to_ascii_lowercase();
            let in_front = lower.trim_end();
            let ahead =
                !hyphen && (in_front.ends_with(" in") || in_front == "in" || in_front.ends_with("within"));
            match i32::try_from(count) {
                Ok(count) if ahead && half.is_none() => {
                    Ok((rest, Counted::Relative(Relative::Ahead(count, unit))))
                }
                _ => Ok((rest, Counted::Length(length))),
            }
        };
        alt((anniversary, plain)).parse(input)
    }

    /// A recurrence.
    pub fn set<'a>(&self, input: &'a str) -> Read<'a, Counted> {
        let named = |i: &'a str| -> Read<'a, Counted> {
            let hyphened = recognize((word, tag("-"), word));
            let (rest, name) = alt((hyphened, word)).parse(i)?;
            let set = self.values.senses(name).iter().find_map(|sense| match sense {
                Sense::Set(set) => Some(set.clone()),
                _ => None,
            });
            set.filter(|_| !goes_on(rest)).map(|set| (rest, Counted::Set(Some(set)))).ok_or(MISS)
        };
        let every = |i: &'a str| -> Read<'a, Counted> {
            let (i, _) = (alt((tag_no_case("every"), tag_no_case("each"))), ws1).parse(i)?;
            let other = (tag("other"), ws1).map(|_| 2);
            let counted = (|i| self.count(i), ws1).map(|(count, _)| count);
            if let Ok((rest, set)) = self.set_of_names(i) {
                return Ok((rest, Counted::Set(Some(set.to_owned()))));
            }
            let (i, count) = opt(alt((other, counted))).parse(i)?;
            let (rest, unit) = self.unit(i)?;
            Ok((rest, Counted::Set(Some(iso(count.unwrap_or(1), unit)))))
        };
        let times = |i: &'a str| -> Read<'a, Counted> {
            let often = alt((tag_no_case("once"), tag_no_case("twice")));
            let counted = recognize((|i| self.count(i), ws1, tag_no_case("times")));
            let (i, _) = (alt((often, counted)), ws1).parse(i)?;
            let (i, _) = (alt((tag("a"), tag("per"), tag("each"), tag("every"))), ws1).parse(i)?;
            let (rest, _) = self.unit(i)?;
            Ok((rest, Counted::Set(None)))
        };
        alt((named, every, times)).parse(input)
    }
}

impl Grammar<'_> {
    /// What comes round with a named day, month or season: `Monday` every week, `May` every year.
    fn set_of_names<'a>(&self, input: &'a str) -> Read<'a, &'static str> {
        let (rest, name) = word(input)?;
        let found = self.values.senses(name).iter().find_map(|sense| match sense {
            Sense::Weekday(_) => Some("P1W"),
            Sense::Month { short: false, .. } | Sense::Season(_) => Some("P1Y"),
            _ => None,
        });
        // "each may choose" is a verb.
        let verb = matches!(name, "may" | "march");
        found.filter(|_| !verb && !goes_on(rest)).map(|set| (rest, set)).ok_or(MISS)
    }
}

/// An adjective between a count and its unit.
pub(super) fn adjective(input: &str) -> Read<'_, &str> {
    let (rest, name) = word(input)?;
    let (rest, _) = ws1(rest)?;
    let known =
        ["consecutive", "successive", "full", "fiscal", "calendar", "working", "business", "additional"];
    if known.contains(&name) { Ok((rest, name)) } else { Err(MISS) }
}

fn ordinal_digits(input: &str) -> Read<'_, u64> {
    let (i, run) = digits(1, 4)(input)?;
    let (i, _) = opt(tag(" ")).parse(i)?;
    let (i, _) = alt((tag("st"), tag("nd"), tag("rd"), tag("th"))).parse(i)?;
    run.parse().map(|count| (i, count)).map_err(|_| MISS)
}
