//! Centuries, decades and eras: `19th century`, `1990s`, `’90s`, `nineties`, `2nd century BC`.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, tag_no_case},
    combinator::opt,
};

use super::{
    calendar::Part,
    point::{Form, Grammar, Spot, goes_on, spot},
};
use crate::{
    finder::quantity::numeral::{self, Read, digits, word, ws0, ws1},
    lexicon::values::{Sense, Unit},
};

const MISS: nom::Err<()> = nom::Err::Error(());

impl Grammar<'_> {
    /// The number of a century: `19th`, `nineteenth`.
    pub fn century_number<'a>(&self, input: &'a str) -> Read<'a, i32> {
        let spelled = |i| numeral::ordinal(self.values, i);
        let in_digits = |i: &'a str| -> Read<'a, u64> {
            let (rest, day) = Self::day_digits(i)?;
            if rest.len() + 2 < i.len() || i.len() - rest.len() > 2 {
                Ok((rest, u64::from(day)))
            } else {
                Err(MISS)
            }
        };
        let (rest, number) = alt((in_digits, spelled)).parse(input)?;
        i32::try_from(number).ok().filter(|n| (1..=30).contains(n)).map(|n| (rest, n)).ok_or(MISS)
    }

    /// `19th century`, `nineteenth-century`, `2nd century BC`, `19c`.
    pub fn century<'a>(&self, input: &'a str) -> Read<'a, Spot> {
        let named = |i: &'a str| -> Read<'a, i32> {
            let (i, number) = self.century_number(i)?;
            let (i, _) = alt((ws1, tag("-"))).parse(i)?;
            let (i, unit) = word(i)?;
            let century = self.values.senses(unit).contains(&Sense::Unit(Unit::Year(100)));
            if century { Ok((i, number)) } else { Err(MISS) }
        };
        let lettered = |i: &'a str| -> Read<'a, i32> {
            let (i, run) = digits(1, 2)(i)?;
            let (i, _) = tag("c").parse(i)?;
            let number = run.parse().ok().filter(|n| (1..=21).contains(n)).ok_or(MISS)?;
            if goes_on(i) { Err(MISS) } else { Ok((i.strip_prefix('.').unwrap_or(i), number)) }
        };
        if let Ok(found) = self.decade_of_century(input) {
            return Ok(found);
        }
        let (rest, number) = alt((named, lettered)).parse(input)?;
        let (rest, before) = era(rest).unwrap_or((rest, false));
        // The second century BC runs from 200 BC (-199) to 101 BC (-100).
        let year = if before { 1 - number * 100 } else { (number - 1) * 100 };
        Ok((rest, spot(Some(year), Part::Century, Form::Era)))
    }

    /// `second decade of the 21st century`: the 2010s.
    pub(super) fn decade_of_century<'a>(&self, input: &'a str) -> Read<'a, Spot> {
        let last = alt((tag_no_case("last"), tag_no_case("final"))).map(|_| 10);
        let ordinal = |i| numeral::ordinal(self.values, i);
        let in_digits = |i| Self::day_digits(i).map(|(i, n)| (i, u64::from(n)));
        let (i, count) = alt((last, ordinal, in_digits)).parse(input)?;
        let (i, _) = (ws1, tag_no_case("decade"), ws1, tag("of"), ws1, opt((tag("the"), ws1))).parse(i)?;
        let (i, number) = self.century_number(i)?;
        let (rest, _) = (ws1, tag_no_case("century")).parse(i)?;
        let tens = i32::try_from(count).ok().filter(|count| (1..=10).contains(count)).ok_or(MISS)?;
        if goes_on(rest) {
            return Err(MISS);
        }
        Ok((rest, spot(Some((number - 1) * 100 + (tens - 1) * 10), Part::Decade, Form::Era)))
    }

    /// `1990s`, `1990’s`, `’90s`, `nineties`, `two thousand and tens`.
    pub(super) fn decade<'a>(&self, input: &'a str) -> Read<'a, Spot> {
        let plural = |i: &'a str| -> Read<'a, ()> {
            let (i, _) = opt(alt((tag("'"), tag("’"), tag(" ")))).parse(i)?;
            let (i, _) = tag("s").parse(i)?;
            if goes_on(i) || i.starts_with(['\'', '’']) { Err(MISS) } else { Ok((i, ())) }
        };
        let four = |i: &'a str| -> Read<'a, Spot> {
            let (i, run) = digits(4, 4)(i)?;
            let year: i32 =
                run.parse().ok().filter(|y| (1000..2100).contains(y) && y % 10 == 0).ok_or(MISS)?;
            let (i, ()) = plural(i)?;
            // "the 1800s" are the century, "the 2000s" the ten years.
            let part = if year % 100 == 0 && year < 2000 { Part::Century } else { Part::Decade };
            Ok((i, spot(Some(year), part, Form::Era)))
        };
        let two = |i: &'a str| -> Read<'a, Spot> {
            let (i, run) = digits(2, 2)(i)?;
            let tens: i32 = run.parse().ok().filter(|y: &i32| y % 10 == 0).ok_or(MISS)?;
            let (i, ()) = plural(i)?;
            Ok((i, spot(Some(self.century_of(tens)), Part::Decade, Form::ShortDecade)))
        };
        let named = |i: &'a str| -> Read<'a, Spot> {
            let (i, tens) = self.sense(i, |sense| match sense {
                Sense::Decade(tens) => Some(*tens),
                _ => None,
            })?;
            Ok((i, spot(Some(self.century_of(tens)), Part::Decade, Form::ShortDecade)))
        };
        let thousand = |i: &'a str| -> Read<'a, Spot> {
            let (i, _) = tag_no_case("two thousand and tens").parse(i)?;
            Ok((i, spot(Some(2010), Part::Decade, Form::Era)))
        };
        alt((four, two, named, thousand)).parse(input)
    }
}

/// The astronomical number of a year: there is no year 0 on the calendar, so 575 BC is -574.
pub(super) const fn astronomical(year: i32, before: bool) -> i32 {
    if before { 1 - year } else { year }
}

/// `AD`, `CE`, `BC`, `BCE`: is it before the common era?
pub(super) fn era(input: &str) -> Option<(&str, bool)> {
    let (rest, _) = ws0(input).ok()?;
    let forms = [
        ("BCE", true),
        ("bce", true),
        ("B.C.E.", true),
        ("B.C.", true),
        ("BC", true),
        ("bc", true),
        ("CE", false),
        ("ce", false),
        ("C.E.", false),
        ("A.D.", false),
        ("AD", false),
        ("ad", false),
    ];
    forms.iter().find_map(|(form, before)| {
        rest.strip_prefix(form).filter(|rest| !goes_on(rest)).map(|rest| (rest, *before))
    })
}
