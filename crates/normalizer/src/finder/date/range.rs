//! Whole expressions: a point, or two ends of one stretch: `May 29-30`, `from 2014 to 2018`, `2007-10`.
//!
//! ```abnf
//! expression = years / days / end sep end / end
//! years      = year sep (year / 2DIGIT)                 ; 2007-10 = 2007 to 2010, 2007/08
//! days       = day sep day month [year]                 ; 10 – 22 August 2012
//! end        = [part-word] (point / relative)
//! sep        = dash / "to" / "until" / "till" / "through" / "thru" / ("and", behind "between")
//! ```
//!
//! What one end lacks it takes from the other: the month, and the year (the one before where the first end
//! would else be the later). `2016-11` is a month, since no later year of its century ends in 11.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, tag_no_case},
    combinator::opt,
    sequence::{delimited, preceded},
};

use super::{
    calendar::{Part, Point},
    point::{Form, Grammar, Spot, goes_on},
    relative::Relative,
};
use crate::finder::quantity::numeral::{Read, digits, ws0, ws1};

const MISS: nom::Err<()> = nom::Err::Error(());

/// One end of a stretch.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum End {
    /// On the calendar.
    Point(Point),
    /// Counted from the day of writing.
    Relative(Relative),
}

/// What an expression says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reading {
    /// A point.
    Point(Point),
    /// From one end to another.
    Interval(End, End),
    /// Counted from the day of writing.
    Relative(Relative),
    /// A length, ISO 8601.
    Length(String),
    /// A recurrence.
    Set(Option<String>),
    /// From a point on, without an end yet.
    Open(Point),
}

/// What stands between the two ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Separator {
    /// A dash.
    Dash,
    /// A word: to, until.
    Word,
    /// "and".
    And,
}

impl Grammar<'_> {
    /// `2007-10`, `2007/08`, `2014 to 2018`, `FY 2012-13`.
    pub(super) fn years<'a>(&self, input: &'a str, between: bool) -> Read<'a, (Reading, Form)> {
        let (i, _) = opt(fiscal).parse(input)?;
        let fiscal_year = i.len() < input.len();
        let (i, first) = match Self::year(i) {
            Ok(found) => found,
            // "FY13"
            Err(_) if fiscal_year => {
                let (i, run) = digits(2, 2)(i)?;
                (i, self.century_of(run.parse().map_err(|_| MISS)?))
            }
            Err(missed) => return Err(missed),
        };
        let short = |i: &'a str| -> Read<'a, i32> {
            let (i, dash) = alt((
                delimited(ws0, alt((tag("–"), tag("—"))), ws0).map(|_| true),
                alt((tag("-"), tag("‑"), tag("/"))).map(|_| false),
            ))
            .parse(i)?;
            let (rest, run) = digits(2, 2)(i)?;
            let number: i32 = run.parse().map_err(|_| MISS)?;
            let last = first - first.rem_euclid(100) + number;
            let later = last > first || (dash && number < 20);
            let tail = rest.strip_prefix(['-', '–', '/', ':', '.', ',']);
            let more = tail.is_some_and(|tail| tail.starts_with(|c: char| c.is_ascii_digit()));
            if !later || goes_on(rest) || more || rest.starts_with('%') {
                return Err(MISS);
            }
            Ok((rest, if last > first { last } else { last + 100 }))
        };
        let full = |i: &'a str| -> Read<'a, i32> {
            let (i, separator) = Self::separator(i, between)?;
            let (i, ()) = part_words(i)?;
            let (rest, last) = Self::year(i)?;
            let more = rest
                .strip_prefix(['-', '/'])
                .is_some_and(|tail| tail.starts_with(|c: char| c.is_ascii_digit()));
            if last <= first || more || (separator == Separator::Dash && last - first > 900) {
                return Err(MISS);
            }
            Ok((rest, last))
        };
        let slash = |i| {
            let (rest, last) = preceded(tag("/"), Self::year).parse(i)?;
            if last > first { Ok((rest, last)) } else { Err(MISS) }
        };
        let of = |year| Point::new(Some(year), Part::Year);
        match alt((full, slash, short)).parse(i) {
            Ok((rest, last)) => {
                let form = if first >= 1500 || fiscal_year { Form::Full } else { Form::Year };
                Ok((rest, (Reading::Interval(End::Point(of(first)), End::Point(of(last))), form)))
            }
            Err(_) if fiscal_year => Ok((i, (Reading::Point(of(first)), Form::Full))),
            Err(missed) => Err(missed),
        }
    }

    /// `10 – 22 August 2012`, `4 and 5 November`, `3 until 12 of Sept`.
    pub(super) fn days<'a>(&self, input: &'a str, between: bool) -> Read<'a, (Reading, Form)> {
        let (i, first) = self.day(input)?;
        let comma = |i: &'a str| -> Read<'a, ()> {
            let (i, _) = (ws0, tag(","), ws0).parse(i)?;
            let (i, _) = self.day(i)?;
            Ok((i, ()))
        };
        let (mut i, mut listed) = (i, false);
        // A month has no more days than this; a longer run of numbers is a table.
        for _ in 0..31 {
            let Ok((rest, ())) = comma(i) else { break };
            (i, listed) = (rest, true);
        }
        let (i, separator) = match i.strip_prefix('/') {
            // "the night of 3/4 May": two days in a row.
            Some(rest) if self.day_month(rest).is_ok() => (rest, Separator::And),
            _ => Self::separator(i, true)?,
        };
        let (i, _) = opt((tag_no_case("the"), ws1)).parse(i)?;
        // "5-7/6/2020": days run in front of their month, whatever the order of other dates.
        let (rest, spot) = self.day_first().point(i)?;
        let Part::Day(month, last) = spot.point.part else { return Err(MISS) };
        if !matches!(spot.form, Form::Full | Form::DayMonth)
            || i.starts_with(|c: char| c.is_ascii_alphabetic()) && self.month(i).is_ok()
        {
            return Err(MISS);
        }
        // "4 and 5 November" are one stretch; "4 and 11 November" are two days.
        if separator == Separator::And && !between && (last != first + 1 && !listed) {
            return Err(MISS);
        }
        let from = if first < last { month } else { (month + 10) % 12 + 1 };
        let year = spot.point.year.map(|year| if first >= last && month == 1 { year - 1 } else { year });
        let first = Point::new(year, Part::Day(from, first));
        if !first.exists() {
            return Err(MISS);
        }
        Ok((rest, (Reading::Interval(End::Point(first), End::Point(spot.point)), spot.form)))
    }

    /// Two ends with a dash or word between them.
    pub(super) fn stretch<'a>(&self, input: &'a str, between: bool) -> Read<'a, (Reading, Form)> {
        let (i, (first, form)) = self.end(input)?;
        if let (End::Point(point), Form::DayMonth) = (first, form)
            && let Ok(found) = self.same_month(i, point, between)
        {
            return Ok(found);
        }
        if let (End::Point(point), Form::Month { .. }) = (first, form)
            && let Ok(found) = self.days_of(i, point)
        {
            return Ok(found);
        }
        // "July/August 2015"
        let months =
            matches!(form, Form::Month { .. }) && i.strip_prefix('/').is_some_and(|i| self.month(i).is_ok());
        let (i, separator) = match i.strip_prefix('/') {
            Some(i) if months => (i, Separator::Word),
            _ => Self::separator(i, between || bare_century(first, &input[..input.len() - i.len()]))?,
        };
        let (i, ()) = part_words(i)?;
        let (rest, (last, last_form)) = self.end(i)?;
        let sure =
            |form| !matches!(form, Form::NumericPart | Form::Year | Form::Month { .. } | Form::PartOfYear);
        let form = if sure(form) || sure(last_form) { Form::Full } else { form };
        let (first, last) = match (first, last) {
            (End::Point(first), End::Point(last)) => {
                let (first, last) = united(first, last).ok_or(MISS)?;
                (End::Point(first), End::Point(last))
            }
            // A dash between a date and a relative word is more often a pause.
            (End::Point(_), End::Relative(_)) if separator == Separator::Dash => return Err(MISS),
            ends => ends,
        };
        Ok((rest, (Reading::Interval(first, last), form)))
    }

    /// The second day of a stretch within a month: `-30`, ` to the 15th, 2023`.
    fn same_month<'a>(&self, input: &'a str, first: Point, between: bool) -> Read<'a, (Reading, Form)> {
        let Part::Day(month, from) = first.part else { return Err(MISS) };
        // "May 3, 4 and 5, 2018"
        let (mut i, mut last, mut listed) = (input, from, false);
        for _ in 0..31 {
            let Ok((rest, (_, _, day))) = (tag(","), ws1, |i| self.day(i)).parse(i) else { break };
            if day != last + 1 {
                break;
            }
            (i, last, listed) = (rest, day, true);
        }
        let (i, separator) = Self::separator(i, true)?;
        let (i, _) = opt((tag_no_case("the"), ws1)).parse(i)?;
        let (rest, to) = self.day(i)?;
        let month_follows =
            preceded(ws0, preceded(opt((tag("of"), ws1)), |i| self.month(i))).parse(rest).is_ok();
        let next = rest.chars().next();
        if to <= from || goes_on(rest) || matches!(next, Some('%' | ':' | '/')) || month_follows {
            return Err(MISS);
        }
        if separator == Separator::And && !between && to != last + 1 {
            return Err(MISS);
        }
        let (rest, year) = opt(|i| self.year_behind(i, false)).parse(rest)?;
        if listed && year.is_none() && !(rest.is_empty() || rest.starts_with(['.', ';', ')'])) {
            return Err(MISS);
        }
        // "May 29 and 30 countries": only a stop, a comma or a word of another kind may follow a bare "and".
        let form = if year.is_some() { Form::Full } else { Form::DayMonth };
        let at = |day| End::Point(Point::new(year, Part::Day(month, day)));
        Ok((rest, (Reading::Interval(at(from), at(to)), form)))
    }

    /// Days behind their month: `November between 19 and 20`, `Feb between 2-7`.
    fn days_of<'a>(&self, input: &'a str, month: Point) -> Read<'a, (Reading, Form)> {
        let Part::Month(number) = month.part else { return Err(MISS) };
        let (i, _) = (ws1, alt((tag("between"), tag("from"))), ws1).parse(input)?;
        let (i, first) = self.day(i)?;
        let (i, _) = Self::separator(i, true)?;
        let (rest, last) = self.day(i)?;
        let (rest, year) = opt(|i| self.year_behind(i, false)).parse(rest)?;
        let at = |day| End::Point(Point::new(year, Part::Day(number, day)));
        if first < last {
            Ok((rest, (Reading::Interval(at(first), at(last)), Form::DayMonth)))
        } else {
            Err(MISS)
        }
    }

    fn end<'a>(&self, input: &'a str) -> Read<'a, (End, Form)> {
        let point = |i| self.point(i).map(|(i, Spot { point, form })| (i, (End::Point(point), form)));
        let relative =
            |i| self.relative(i).map(|(i, relative)| (i, (End::Relative(relative), Form::Relative)));
        let bare_century = |i: &'a str| -> Read<'a, (End, Form)> {
            let (rest, number) = self.century_number(i)?;
            let (after, joint) = Self::separator(rest, true)?;
            let (after, ()) = part_words(after)?;
            let (end, other) = self.century(after)?;
            // "the 18th and 19th centuries" are one stretch where they follow each other.
            let next = other.point.year == Some(number * 100);
            if joint == Separator::And && !(next && after[..after.len() - end.len()].ends_with("ies")) {
                return Err(MISS);
            }
            Ok((rest, (End::Point(Point::new(Some((number - 1) * 100), Part::Century)), Form::Era)))
        };
        alt((bare_century, relative, point)).parse(input)
    }

    /// What stands between the two days of one month.
    pub(super) fn days_joint(input: &str) -> Read<'_, ()> {
        Self::separator(input, true).map(|(rest, _)| (rest, ()))
    }

    pub(super) fn separator(input: &str, between: bool) -> Read<'_, Separator> {
        let dash = alt((tag("–"), tag("-"), tag("—"), tag("‑"), tag("−"), tag("~")));
        let dash = delimited(ws0, dash, ws0).map(|_| Separator::Dash);
        let words = alt((
            tag_no_case("to"),
            tag_no_case("until"),
            tag_no_case("till"),
            tag_no_case("through"),
            tag_no_case("thru"),
            tag("up to"),
        ));
        let words = delimited(ws1, words, ws1).map(|_| Separator::Word);
        let and = delimited(ws1, alt((tag_no_case("and"), tag("&"))), ws1).map(|_| Separator::And);
        if between { alt((dash, words, and)).parse(input) } else { alt((dash, words)).parse(input) }
    }
}

/// Is it a century whose noun stands behind the other end: `18th` of "18th and 19th centuries"?
fn bare_century(end: End, words: &str) -> bool {
    matches!(end, End::Point(Point { part: Part::Century, .. }))
        && !words.contains("cent")
        && !words.ends_with('s')
}

fn fiscal(input: &str) -> Read<'_, ()> {
    let long = (
        alt((tag_no_case("fiscal"), tag_no_case("financial"))),
        ws1,
        opt((alt((tag_no_case("years"), tag_no_case("year"))), ws1)),
    );
    let short = (tag("FY"), ws0);
    alt((long.map(|_| ()), short.map(|_| ()))).parse(input)
}

/// Words that narrow the last end: `the end of`, `late`, `ca.`.
fn part_words(input: &str) -> Read<'_, ()> {
    let mut article = opt((tag("the"), ws1));
    let end =
        (alt((tag("end"), tag("middle"), tag("start"), tag("beginning"))), ws1, tag("of"), ws1).map(|_| ());
    let early = (
        alt((tag("early"), tag("mid"), tag("late"), tag("around"), tag("about"), tag("circa"))),
        alt((tag("-"), ws1)),
    )
        .map(|_| ());
    let circa = (alt((tag("ca."), tag("c."))), ws0).map(|_| ());
    let (i, _) = article.parse(input)?;
    let (i, _) = opt(alt((end, early, circa))).parse(i)?;
    Ok((i, ()))
}

/// Both ends with what one lacks taken from the other; `None` where they make no stretch.
fn united(first: Point, last: Point) -> Option<(Point, Point)> {
    let over = first.month_day() > last.month_day();
    let (first, last) = match (first.year, last.year) {
        (None, Some(year)) => (Point { year: Some(if over { year - 1 } else { year }), ..first }, last),
        (Some(year), None) => (first, Point { year: Some(if over { year + 1 } else { year }), ..last }),
        _ => (first, last),
    };
    let ordered = match (first.first(), last.last()) {
        (Some(first), Some(last)) => first < last,
        _ => true,
    };
    // A bare year is no partner of a day without year; the two would say different things.
    let odd = (first.part == Part::Year) != (last.part == Part::Year)
        && (first.year.is_none() || last.year.is_none());
    (ordered && !odd).then_some((first, last))
}
