//! Parts of a year: quarters, halves and seasons: `third quarter of 2016`, `H1 2019`, `winter 2018/19`.
//!
//! ```abnf
//! quarter = ("Q" digit / digit "Q" / ordinal ("quarter" / "half")) [["of"] ["fiscal"] ["year"] year]
//! parts   = ordinal ("and" / "to") ordinal "quarters of" year
//! season  = season-name [["of"] year ["/" (2DIGIT / 4DIGIT)]]
//! ```
//!
//! Not here: parts counted from the day of writing (`relative`).

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, tag_no_case},
    combinator::opt,
    sequence::preceded,
};

use super::{
    calendar::{Part, Point},
    point::{Form, Grammar, Spot, goes_on, spot},
    range::{End, Reading},
};
use crate::{
    finder::quantity::numeral::{self, Read, digits, word, ws0, ws1},
    lexicon::values::Sense,
};

const MISS: nom::Err<()> = nom::Err::Error(());

impl Grammar<'_> {
    /// A quarter or half without its year.
    pub(super) fn part_of_year<'a>(&self, input: &'a str) -> Read<'a, Part> {
        let lettered = |i: &'a str| -> Read<'a, Part> {
            let (i, letter) = alt((tag_no_case("Q"), tag_no_case("H"))).parse(i)?;
            let (i, run) = digits(1, 1)(i)?;
            part_number(letter, run).filter(|_| !goes_on(i)).map(|part| (i, part)).ok_or(MISS)
        };
        let numbered = |i: &'a str| -> Read<'a, Part> {
            let (i, run) = digits(1, 1)(i)?;
            let (i, letter) = alt((tag("Q"), tag("H"))).parse(i)?;
            part_number(letter, run).filter(|_| !goes_on(i)).map(|part| (i, part)).ok_or(MISS)
        };
        let spelled = |i: &'a str| -> Read<'a, Part> {
            let in_digits = |i| Self::day_digits(i).map(|(i, n)| (i, u64::from(n)));
            let last = alt((tag_no_case("last"), tag_no_case("final"), tag_no_case("latter")));
            let (i, number) =
                alt((|i| numeral::ordinal(self.values, i), in_digits, last.map(|_| 0))).parse(i)?;
            let (i, _) = alt((tag("-"), ws1)).parse(i)?;
            let (i, name) = word(i)?;
            let name = name.to_ascii_lowercase();
            let part = match (if name == "qtr" { "quarter" } else { name.as_str() }, number) {
                ("quarter", 1..=4) => Part::Quarter(number as u8),
                ("quarter", 0) => Part::Quarter(4),
                ("half" | "semester", 1 | 2) => Part::Half(number as u8),
                ("half", 0) => Part::Half(2),
                _ => return Err(MISS),
            };
            Ok((i, part))
        };
        alt((lettered, numbered, spelled)).parse(input)
    }

    pub(super) fn quarter<'a>(&self, input: &'a str) -> Read<'a, Spot> {
        let (i, part) = self.part_of_year(input)?;
        let link = |i: &'a str| -> Read<'a, ()> {
            let (i, _) = ws0(i)?;
            let (i, _) = opt(alt((tag(","), tag("-"), tag("/")))).parse(i)?;
            let (i, _) = ws0(i)?;
            let (i, _) = opt((tag_no_case("of"), ws1)).parse(i)?;
            let (i, _) = opt((tag_no_case("the"), ws1)).parse(i)?;
            let fiscal =
                alt(((alt((tag_no_case("fiscal"), tag_no_case("financial"))), ws1), (tag("FY"), ws0)));
            let (i, _) = opt(fiscal).parse(i)?;
            let (i, _) = opt((tag_no_case("year"), ws1)).parse(i)?;
            Ok((i, ()))
        };
        let (rest, year) = opt(preceded(link, Self::year)).parse(i)?;
        let form = if year.is_some() { Form::Full } else { Form::PartOfYear };
        Ok((rest, spot(year, part, form)))
    }

    /// A part of a year or century with its own year, where its first word could also count from today: `the last
    /// quarter of 2016`.
    pub(super) fn dated_part<'a>(&self, input: &'a str) -> Read<'a, (Reading, Form)> {
        let (rest, spot) = alt((|i| self.quarter(i), |i| self.decade_of_century(i))).parse(input)?;
        if spot.point.year.is_none() {
            return Err(MISS);
        }
        Ok((rest, (Reading::Point(spot.point), spot.form)))
    }

    /// Quarters in a row: `first and second quarters of 2016`, `first two quarters of 2016`.
    pub(super) fn parts_of_year<'a>(&self, input: &'a str) -> Read<'a, (Reading, Form)> {
        let (i, first) = numeral::ordinal(self.values, input)?;
        let joint = alt((tag("and"), tag("to"), tag("through")));
        let (i, (_, joint, _)) = (ws1, joint, ws1).parse(i)?;
        let (i, last) = numeral::ordinal(self.values, i)?;
        let (i, _) = (ws1, tag_no_case("quarters"), ws1, alt((tag("of"), tag("in"))), ws1).parse(i)?;
        let (rest, year) = Self::year(i)?;
        let number = |ordinal: u64| u8::try_from(ordinal).ok().filter(|n| (1..=4).contains(n)).ok_or(MISS);
        let (first, last) = (number(first)?, number(last)?);
        if last <= first || (joint == "and" && last != first + 1) {
            return Err(MISS);
        }
        let at = |quarter| End::Point(Point::new(Some(year), Part::Quarter(quarter)));
        Ok((rest, (Reading::Interval(at(first), at(last)), Form::Full)))
    }

    pub(super) fn season<'a>(&self, input: &'a str) -> Read<'a, Spot> {
        let (i, season) = self.sense(input, |sense| match sense {
            Sense::Season(season) => Some(*season),
            _ => None,
        })?;
        let (rest, year) = opt(|i| self.year_behind(i, false)).parse(i)?;
        // "winter 2018/19" begins in the first of the two years.
        let rest = match (year, rest.strip_prefix(['/', '-', '–'])) {
            (Some(year), Some(tail)) => match digits(2, 4)(tail) {
                Ok((after, run)) if run.parse() == Ok(year + 1) || run.parse() == Ok((year + 1) % 100) => {
                    after
                }
                _ => rest,
            },
            _ => rest,
        };
        let form = if year.is_some() { Form::Full } else { Form::PartOfYear };
        Ok((rest, spot(year, Part::Season(season), form)))
    }
}

fn part_number(letter: &str, run: &str) -> Option<Part> {
    let number: u8 = run.parse().ok()?;
    match (letter, number) {
        ("Q" | "q", 1..=4) => Some(Part::Quarter(number)),
        ("H" | "h", 1 | 2) => Some(Part::Half(number)),
        _ => None,
    }
}
