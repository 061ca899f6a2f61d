//! Points in time as they are printed: `9 August 2014`, `Aug. 9, 2014`, `2014-08-09`, `fall 2007`, `Q3 2016`.
//!
//! ```abnf
//! point    = numeric / ymd / dmy / mdy / quarter / month-year / season / century / decade / year / month
//! numeric  = 4DIGIT sep 1*2DIGIT sep 1*2DIGIT / 1*2DIGIT sep 1*2DIGIT sep (4DIGIT / 2DIGIT) / 8DIGIT
//! dmy      = [weekday] day [" day"] ["of"] month [year]   ; 9 August 2014, twelfth day of May
//! mdy      = [weekday] month ["the"] day [year]           ; August 9th, 2014
//! month-year = month ["of"] year / year month / 1*2DIGIT "/" 4DIGIT / 4DIGIT "-" 2DIGIT
//! quarter  = ("Q" digit / ordinal "quarter" / ordinal "half") ["of"] year
//! ```
//!
//! The order of a numeric date is the document's ([`Order`]). Not here: whether a bare year or month is meant
//! as a date at all (see `admit`), ranges (`range`), words that count from today (`relative`).

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, tag_no_case, take_while1},
    combinator::{opt, recognize},
    sequence::{preceded, terminated},
};

use super::{
    calendar::{Part, Point},
    era::{astronomical, era},
    memo::Memo,
    relative::Relative,
    tongue,
};
use crate::{
    finder::quantity::numeral::{self, Read, digits, word, ws0, ws1},
    lexicon::values::{Sense, Values},
};

/// Which comes first in `03/04/2015`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Order {
    /// The day.
    DayFirst,
    /// The month.
    MonthFirst,
}

/// How much a printed form says by itself that it is a date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// A day or month with its year, or digits that can be nothing else.
    Full,
    /// A day and month without year.
    DayMonth,
    /// A month by itself; an abbreviation says less.
    Month {
        /// Is it an abbreviation?
        short: bool,
    },
    /// A bare year.
    Year,
    /// A day and month in digits: `4/22`.
    NumericPart,
    /// A season, quarter or half without year.
    PartOfYear,
    /// A decade without its century: `'90s`, `nineties`.
    ShortDecade,
    /// A decade or century.
    Era,
    /// Words that count from the day of writing.
    Relative,
    /// A day of the week by itself.
    Weekday,
    /// A length of time or a recurrence.
    Length,
}

/// A printed point.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Spot {
    /// What it says.
    pub point: Point,
    /// How sure its form is.
    pub form: Form,
}

/// The grammar with what it knows beforehand.
#[derive(Clone)]
pub struct Grammar<'l> {
    /// The words.
    pub values: &'l Values,
    /// The order of numeric dates.
    pub order: Order,
    /// The year around which two-digit years lie.
    pub pivot: i32,
    /// What was read of the expression that is being read.
    pub memo: Memos,
}

/// What was read last, by kind.
#[derive(Clone, Default)]
pub struct Memos {
    points: Memo<Spot>,
    /// Words that count from the day of writing, and those with days and weeks that are counted.
    pub(super) plain: Memo<Relative>,
    pub(super) relatives: Memo<Relative>,
}

impl Memos {
    /// Forgets all.
    pub fn forget(&self) {
        self.points.forget();
        self.plain.forget();
        self.relatives.forget();
    }
}

const MISS: nom::Err<()> = nom::Err::Error(());

/// A point with its form.
pub(super) fn spot(year: Option<i32>, part: Part, form: Form) -> Spot {
    Spot { point: Point::new(year, part), form }
}

/// Does a word or number go on here?
pub fn goes_on(rest: &str) -> bool {
    rest.chars().next().is_some_and(|c| c.is_alphanumeric() || c == '_')
}

impl Grammar<'_> {
    /// The same grammar where days stand before months.
    pub fn day_first(&self) -> Self {
        Self { order: Order::DayFirst, memo: Memos::default(), ..self.clone() }
    }

    /// A point, longest reading first.
    pub fn point<'a>(&self, input: &'a str) -> Read<'a, Spot> {
        let read = || self.fresh_point(input).ok().map(|(rest, spot)| (rest.len(), spot));
        let found = self.memo.points.of(input.len(), read);
        found.map(|(left, spot)| (&input[input.len() - left..], spot)).ok_or(MISS)
    }

    fn fresh_point<'a>(&self, input: &'a str) -> Read<'a, Spot> {
        let found = if input.as_bytes().first().is_some_and(u8::is_ascii_digit) {
            alt((
                |i| self.numeric(i),
                |i| self.year_first(i),
                |i| self.day_month(i),
                tongue::day_month_year,
                |i| self.quarter(i),
                |i| self.century(i),
                |i| self.decade(i),
                Self::month_number_year,
                |i| self.bare_year(i),
                |i| self.numeric_part(i),
            ))
            .parse(input)
        } else {
            alt((
                |i| self.day_month(i),
                |i| self.month_day(i),
                |i| self.month_year(i),
                |i| self.quarter(i),
                |i| self.season(i),
                |i| self.century(i),
                |i| self.decade(i),
                |i| self.bare_month(i),
                |i| self.bare_year(i),
            ))
            .parse(input)
        }?;
        if found.1.point.exists() { Ok(found) } else { Err(MISS) }
    }

    pub(super) fn sense<'a, T>(&self, input: &'a str, pick: impl Fn(&Sense) -> Option<T>) -> Read<'a, T> {
        let (rest, found) = word(input)?;
        self.values.senses(found).iter().find_map(pick).map(|value| (rest, value)).ok_or(MISS)
    }

    /// A month: number, and whether it is abbreviated.
    pub fn month<'a>(&self, input: &'a str) -> Read<'a, (u8, bool)> {
        // A word may be stuck to its number: "Dec31", "15SEP".
        let (after, letters) = take_while1(|c: char| c.is_ascii_alphabetic()).parse(input)?;
        if after.chars().next().is_some_and(char::is_alphabetic) {
            return Err(MISS);
        }
        let (number, short) = self
            .values
            .senses(letters)
            .iter()
            .find_map(|sense| match sense {
                Sense::Month { number, short } => Some((*number, *short)),
                _ => None,
            })
            .ok_or(MISS)?;
        let rest = if short { after.strip_prefix('.').unwrap_or(after) } else { after };
        Ok((rest, (number, short)))
    }

    /// A day of the week with a comma or stop after it.
    pub fn weekday<'a>(&self, input: &'a str) -> Read<'a, u8> {
        self.sense(input, |sense| match sense {
            Sense::Weekday(number) => Some(*number),
            _ => None,
        })
    }

    fn weekday_lead<'a>(&self, input: &'a str) -> Read<'a, u8> {
        let comma = |i: &'a str| -> Read<'a, &'a str> {
            let (i, _) = opt(tag(".")).parse(i)?;
            let (i, _) = opt(tag(",")).parse(i)?;
            let (i, _) = ws0(i)?;
            let (i, _) = opt(alt((tag("the "), tag("- "), tag("– ")))).parse(i)?;
            Ok((i, ""))
        };
        terminated(|i| self.weekday(i), comma).parse(input)
    }

    /// A day of the month in digits, with or without `st`, `nd`, `rd`, `th`.
    pub fn day_digits(input: &str) -> Read<'_, u8> {
        let (rest, run) = digits(1, 2)(input)?;
        let day = run.parse().ok().filter(|day| (1..=31).contains(day)).ok_or(MISS)?;
        let suffix = |i| {
            let (i, _) = opt(tag(" ")).parse(i)?;
            let (i, _) =
                alt((tag_no_case("st"), tag_no_case("nd"), tag_no_case("rd"), tag_no_case("th"))).parse(i)?;
            if goes_on(i) { Err(MISS) } else { Ok((i, ())) }
        };
        let (rest, _) = opt(suffix).parse(rest)?;
        Ok((rest, day))
    }

    /// A day of the month in digits or words.
    pub fn day<'a>(&self, input: &'a str) -> Read<'a, u8> {
        let spelled = |i: &'a str| -> Read<'a, u8> {
            let (rest, number) =
                alt((|i| numeral::ordinal(self.values, i), |i| numeral::spelled(self.values, i))).parse(i)?;
            u8::try_from(number).ok().filter(|day| (1..=31).contains(day)).map(|day| (rest, day)).ok_or(MISS)
        };
        alt((Self::day_digits, spelled)).parse(input)
    }

    /// Four digits that can be a year, with the era after them.
    pub fn year(input: &str) -> Read<'_, i32> {
        let (rest, run) = digits(4, 4)(input)?;
        let year: i32 = run.parse().map_err(|_| MISS)?;
        let mut after = rest.chars();
        let (next, then) = (after.next(), after.next());
        let figure = matches!(next, Some('.' | ',')) && then.is_some_and(|c| c.is_ascii_digit());
        if !(1000..=2999).contains(&year) || next.is_some_and(|c| c.is_alphanumeric() || c == '%') || figure {
            return Err(MISS);
        }
        Ok(era(rest).map_or((rest, year), |(rest, before)| (rest, astronomical(year, before))))
    }

    /// A year behind a day or month: `, 2014`, ` of 2014`, ` ’14`, `-2014`, ` two thousand and ten`.
    pub fn year_behind<'a>(&self, input: &'a str, short: bool) -> Read<'a, i32> {
        let link = |i: &'a str| -> Read<'a, bool> {
            // A hyphen, slash or stop joins only without blanks: "May 29 - 2016 …" are two things.
            if let Some(after) = i.strip_prefix(['-', '/', '.']).filter(|i| i.starts_with(is_digit)) {
                return Ok((after, true));
            }
            let (i, _) = ws0(i)?;
            let (i, mark) = opt(tag(",")).parse(i)?;
            let (i, _) = ws0(i)?;
            let of = (alt((tag_no_case("of"), tag_no_case("in"))), ws1, opt((tag_no_case("the year "), ws0)));
            let (i, of) = opt(of).parse(i)?;
            let blank = input.starts_with(numeral::is_space);
            if mark.is_some() || of.is_some() || blank { Ok((i, false)) } else { Err(MISS) }
        };
        let full = preceded(link, Self::year);
        let words = preceded(link, |i| numeral::spelled_year(self.values, i));
        let tail = |i: &'a str| -> Read<'a, i32> {
            let (i, joined) = link(i)?;
            let (i, quote) = opt(alt((tag("’"), tag("'"), tag("‘")))).parse(i)?;
            let (rest, run) = digits(2, 2)(i)?;
            let number: i32 = run.parse().map_err(|_| MISS)?;
            let stands = !goes_on(rest) && !rest.starts_with(['-', '–', '%', ':', '.', '/']);
            let told = quote.is_some() || (!joined && !input.starts_with(',') && (short || number > 31));
            if stands && told { Ok((rest, self.century_of(number))) } else { Err(MISS) }
        };
        alt((full, tail, words)).parse(input)
    }

    /// The full year of a two-digit one, within 80 years before and 20 after the pivot.
    pub fn century_of(&self, number: i32) -> i32 {
        let latest = self.pivot + 20;
        latest - (latest - number).rem_euclid(100)
    }

    /// `9 August 2014`, `the twelfth day of May`, `15Sep`.
    pub(super) fn day_month<'a>(&self, input: &'a str) -> Read<'a, Spot> {
        let (i, _) = opt(|i| self.weekday_lead(i)).parse(input)?;
        let i_day = i;
        let (i, day) = self.day(i)?;
        let link = |i: &'a str| -> Read<'a, ()> {
            let (i, _) = ws0(i)?;
            let (i, _) = opt((tag_no_case("day"), ws1)).parse(i)?;
            let (i, _) = opt((tag_no_case("of"), ws1, opt((tag_no_case("the"), ws1)))).parse(i)?;
            let (i, _) = opt(alt((tag("-"), tag("/"), tag(".")))).parse(i)?;
            let (i, _) = ws0(i)?;
            Ok((i, ()))
        };
        let spelled = input[..input.len() - i.len()].ends_with(|c: char| c.is_ascii_alphabetic())
            && Self::day_digits(i_day).is_err();
        let day_end = i;
        let (i, ()) = link(i)?;
        let linked = day_end.len() - i.len() > 1;
        let (after, (month, _)) = self.month(i)?;
        // A lower-case "may" or "march" behind a number is a verb as often as a month.
        if goes_on(after) || (verb_like(&i[..i.len() - after.len()]) && after.starts_with(" be")) {
            return Err(MISS);
        }
        let (mut rest, mut year) = opt(|i| self.year_behind(i, true)).parse(after)?;
        // "05-Aug-16": the same mark before and after the month.
        let mark =
            input[..input.len() - i.len()].chars().next_back().filter(|mark| matches!(mark, '-' | '/' | '.'));
        if let (None, Some(mark)) = (year, mark)
            && let Some(tail) = after.strip_prefix(mark)
            && let Ok((tail, run)) = digits(2, 2)(tail)
            && !goes_on(tail)
        {
            (rest, year) = (tail, run.parse().ok().map(|number| self.century_of(number)));
        }
        // "the second May Day": a number in words needs a link or a year.
        if spelled && !linked && year.is_none() {
            return Err(MISS);
        }
        let form = if year.is_some() { Form::Full } else { Form::DayMonth };
        Ok((rest, spot(year, Part::Day(month, day), form)))
    }

    /// `August 9, 2014`, `Aug. 9`, `june the 28th 2020`.
    fn month_day<'a>(&self, input: &'a str) -> Read<'a, Spot> {
        let (i, _) = opt(|i| self.weekday_lead(i)).parse(input)?;
        let (i, (month, _)) = self.month(i)?;
        let (i, _) = opt(tag(",")).parse(i)?;
        let (i, _) = alt((recognized_ws, tag("-"), tag("/"), tag(""))).parse(i)?;
        let (i, _) = opt((tag_no_case("the"), ws1)).parse(i)?;
        let (rest, day) = self.day(i)?;
        // "in May one of the …": a small number in words is no day.
        let small =
            day < 10 && i.starts_with(char::is_alphabetic) && numeral::ordinal(self.values, i).is_err();
        if small || goes_on(rest) || rest.starts_with('%') || clock(rest) {
            return Err(MISS);
        }
        let (rest, year) = opt(|i| self.year_behind(i, true)).parse(rest)?;
        let form = if year.is_some() { Form::Full } else { Form::DayMonth };
        Ok((rest, spot(year, Part::Day(month, day), form)))
    }

    /// `August 2014`, `May, 2011`, `Aug 96`.
    fn month_year<'a>(&self, input: &'a str) -> Read<'a, Spot> {
        let (i, (month, _)) = self.month(input)?;
        let (rest, year) = self.year_behind(i, false)?;
        // "September-2020-23": the day behind the year.
        let day = preceded(tag("-"), Self::day_digits).parse(rest);
        if let Ok((rest, day)) = day {
            return Ok((rest, spot(Some(year), Part::Day(month, day), Form::Full)));
        }
        Ok((rest, spot(Some(year), Part::Month(month), Form::Full)))
    }

    /// `2014 August 9`, `2019-sep-1`, `2016 Q3`, `2016 the third quarter`, `2018-03`.
    fn year_first<'a>(&self, input: &'a str) -> Read<'a, Spot> {
        let (i, year) = Self::year(input)?;
        let (i, _) = alt((tag("-"), tag("/"), recognized_ws)).parse(i)?;
        let (i, _) = opt((tag_no_case("the"), ws1)).parse(i)?;
        if let Ok((rest, part)) = self.part_of_year(i) {
            return Ok((rest, spot(Some(year), part, Form::Full)));
        }
        let (rest, (month, short)) = self.month(i)?;
        let day = |i| {
            let (i, _) = alt((tag("-"), tag("/"), recognized_ws)).parse(i)?;
            let (i, day) = Self::day_digits(i)?;
            let year = self.year_behind(i, false).is_ok();
            if goes_on(i) || year { Err(MISS) } else { Ok((i, day)) }
        };
        if let Ok((rest, day)) = day(rest) {
            return Ok((rest, spot(Some(year), Part::Day(month, day), Form::Full)));
        }
        let lower = i.starts_with(|c: char| c.is_ascii_lowercase());
        if goes_on(rest) || (lower && (short || verb_like(&i[..i.len() - rest.len()]))) {
            return Err(MISS);
        }
        Ok((rest, spot(Some(year), Part::Month(month), Form::Full)))
    }

    fn bare_month<'a>(&self, input: &'a str) -> Read<'a, Spot> {
        let (rest, (month, short)) = self.month(input)?;
        // The stop of an abbreviation at the end of a sentence is the sentence's.
        if goes_on(rest) {
            return Err(MISS);
        }
        Ok((rest, spot(None, Part::Month(month), Form::Month { short })))
    }

    fn bare_year<'a>(&self, input: &'a str) -> Read<'a, Spot> {
        let small = |i: &'a str| -> Read<'a, Spot> {
            let grouped = recognize((digits(1, 3), tag(","), digits(3, 3)));
            let (i, run) = alt((grouped, digits(1, 6))).parse(i)?;
            let number: i32 = run.replace(',', "").parse().map_err(|_| MISS)?;
            let (i, before) = era(i).ok_or(MISS)?;
            Ok((i, spot(Some(astronomical(number, before)), Part::Year, Form::Full)))
        };
        let four = Self::year.map(|year| spot(Some(year), Part::Year, Form::Year));
        let words = |i| {
            let (i, year) = numeral::spelled_year(self.values, i)?;
            let stands = (1500..2100).contains(&year) && !goes_on(i) && year % 1000 != 0;
            if stands { Ok((i, spot(Some(year), Part::Year, Form::Year))) } else { Err(MISS) }
        };
        alt((small, four, words)).parse(input)
    }
}

/// A month's name that is also a verb in lower case.
pub fn verb_like(name: &str) -> bool {
    matches!(name, "may" | "march" | "mar" | "sep" | "dec" | "jun")
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

fn clock(rest: &str) -> bool {
    rest.strip_prefix(':').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

fn recognized_ws(input: &str) -> Read<'_, &str> {
    ws1(input)
}
