//! Dates in digits alone: `2014-08-09`, `03/04/2015`, `20140809`, `04/2016`, `4/22`.
//!
//! ```abnf
//! numeric = 4DIGIT sep 1*2DIGIT sep 1*2DIGIT / 1*2DIGIT sep 1*2DIGIT sep (4DIGIT / 2DIGIT) / 8DIGIT
//! sep     = "/" / "-" / "."                  ; the same twice; "." with two digits of a year needs a word of time
//! month   = 1*2DIGIT ("/" / "-") 4DIGIT / 4DIGIT ("/" / "-") 2DIGIT
//! ends    = iso-day "/" iso-day / month dash month
//! ```
//!
//! The order is the document's, or the other where only that is a date. `1.2.10` numbers a provision but where `on`
//! or `dated` stands in front.

use nom::{Parser, branch::alt, bytes::complete::tag, combinator::recognize};

use super::{
    calendar::{Part, Point},
    context::{Around, capital, last_word},
    point::{Form, Grammar, Order, Spot, goes_on, spot},
    range::{End, Reading},
};
use crate::{
    finder::quantity::numeral::{Read, digits, is_space, ws0},
    lexicon::values::{Sense, Values},
};

const MISS: nom::Err<()> = nom::Err::Error(());

impl Grammar<'_> {
    /// Dates in digits alone.
    pub(super) fn numeric<'a>(&self, input: &'a str) -> Read<'a, Spot> {
        if let Ok((rest, run)) = digits(8, 8)(input) {
            let year: i32 = run[..4].parse().map_err(|_| MISS)?;
            let (month, day) = (run[4..6].parse().map_err(|_| MISS)?, run[6..].parse().map_err(|_| MISS)?);
            let stands = (1900..2100).contains(&year) && !goes_on(rest);
            return if stands {
                Ok((rest, spot(Some(year), Part::Day(month, day), Form::Full)))
            } else {
                Err(MISS)
            };
        }
        let (i, first) = digits(1, 4)(input)?;
        let separator = i.chars().next().filter(|c| matches!(c, '/' | '-' | '.' | '‑')).ok_or(MISS)?;
        let after = &i[separator.len_utf8()..];
        let (i, second) = digits(1, 2)(after)?;
        let i = i.strip_prefix(separator).ok_or(MISS)?;
        let (rest, third) = digits(1, 4)(i)?;
        let time = rest.strip_prefix('T').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        if (goes_on(rest) && !time) || (rest.starts_with(separator) && first.len() != 4 && third.len() != 4) {
            return Err(MISS);
        }
        let number = |run: &str| run.parse::<u8>().map_err(|_| MISS);
        let (year, month, day) = match (first.len(), third.len()) {
            (4, 1 | 2) => (first.parse().map_err(|_| MISS)?, number(second)?, number(third)?),
            (1 | 2, 4) => self.ordered(number(first)?, number(second)?, third.parse().map_err(|_| MISS)?),
            (1 | 2, 2) => {
                let year = self.century_of(third.parse().map_err(|_| MISS)?);
                self.ordered(number(first)?, number(second)?, year)
            }
            _ => return Err(MISS),
        };
        if !(1000..3000).contains(&year) {
            return Err(MISS);
        }
        // "1.2.10" is the number of a provision as often as a day.
        let form = if separator == '.' && third.len() == 2 && first.len() < 4 {
            Form::NumericPart
        } else {
            Form::Full
        };
        Ok((rest, spot(Some(year), Part::Day(month, day), form)))
    }

    /// `2020-01-05/2020-02-07` (ISO 8601), `01/2020-03/2021`: two ends in digits, joined without blanks.
    pub(super) fn numeric_ends(input: &str) -> Read<'_, (Reading, Form)> {
        fn day(i: &str) -> Read<'_, Point> {
            let (i, run) =
                recognize((digits(4, 4), tag("-"), digits(2, 2), tag("-"), digits(2, 2))).parse(i)?;
            run.parse().map(|day| (i, Point::of_day(day))).map_err(|_| MISS)
        }
        fn month(i: &str) -> Read<'_, Point> {
            let (i, (run, _)) = (digits(1, 2), tag("/")).parse(i)?;
            let (i, year) = digits(4, 4)(i)?;
            let month = run.parse().ok().filter(|month| (1..=12).contains(month)).ok_or(MISS)?;
            let year = year.parse().ok().filter(|year| (1900..2100).contains(year)).ok_or(MISS)?;
            Ok((i, Point::new(Some(year), Part::Month(month))))
        }
        let days = (day, tag("/"), day);
        let months = (month, alt((tag("-"), tag("–"))), month);
        let (rest, (from, _, to)) = alt((days, months)).parse(input)?;
        let ordered = from.first().zip(to.first()).is_some_and(|(from, to)| from < to);
        if !ordered || goes_on(rest) || rest.starts_with(['/', '-']) {
            return Err(MISS);
        }
        Ok((rest, (Reading::Interval(End::Point(from), End::Point(to)), Form::Full)))
    }

    /// `5/1-5/7/2020`, `5/1–5/7, 2020`: two days in digits with one year.
    pub(super) fn numeric_days<'a>(&self, input: &'a str) -> Read<'a, (Reading, Form)> {
        let day = |i: &'a str| -> Read<'a, (u8, u8)> {
            let (i, (first, _, second)) = (digits(1, 2), tag("/"), digits(1, 2)).parse(i)?;
            let number = |run: &str| run.parse::<u8>().map_err(|_| MISS);
            Ok((i, (number(first)?, number(second)?)))
        };
        let (i, from) = day(input)?;
        let (i, _) = (ws0, alt((tag("-"), tag("–"))), ws0).parse(i)?;
        let (i, to) = day(i)?;
        let (i, _) = alt((tag("/"), tag(", "))).parse(i)?;
        let (rest, year) = Self::year(i)?;
        let at = |(first, second)| {
            let (year, month, day) = self.ordered(first, second, year);
            Point::new(Some(year), Part::Day(month, day))
        };
        let (from, to) = (at(from), at(to));
        let ordered = from.first().zip(to.first()).is_some_and(|(from, to)| from < to);
        if !ordered || goes_on(rest) {
            return Err(MISS);
        }
        Ok((rest, (Reading::Interval(End::Point(from), End::Point(to)), Form::Full)))
    }

    /// Month and day in the document's order, or the other where only that is a date.
    fn ordered(&self, first: u8, second: u8, year: i32) -> (i32, u8, u8) {
        let (month, day) = match self.order {
            Order::DayFirst => (second, first),
            Order::MonthFirst => (first, second),
        };
        if month > 12 { (year, day, month) } else { (year, month, day) }
    }

    /// `04/2016`, `11-2016`, `2016-11` (not `2007-10`, which runs from one year to another: see `range`).
    pub(super) fn month_number_year<'a>(input: &'a str) -> Read<'a, Spot> {
        let dash = |i: &'a str| -> Read<'a, ()> {
            let (i, _) = ws0(i)?;
            let (i, _) = alt((tag("/"), tag("-"))).parse(i)?;
            let (i, _) = ws0(i)?;
            Ok((i, ()))
        };
        let month = |i: &'a str| -> Read<'a, u8> {
            let (i, run) = digits(1, 2)(i)?;
            run.parse().ok().filter(|m| (1..=12).contains(m)).map(|m| (i, m)).ok_or(MISS)
        };
        let month_first = |i: &'a str| -> Read<'a, (i32, u8)> {
            let (i, (month, (), year)) = (month, dash, Self::year).parse(i)?;
            if (1900..2100).contains(&year) { Ok((i, (year, month))) } else { Err(MISS) }
        };
        let year_first = |i: &'a str| -> Read<'a, (i32, u8)> {
            let (i, (year, ())) = (Self::year, dash).parse(i)?;
            let (rest, run) = digits(2, 2)(i)?;
            let (_, month) = month(i)?;
            // The last two digits of a later year make a run of years.
            let run_of_years = i32::from(month) > year % 100 && run.len() == 2;
            if (1900..2100).contains(&year) && !run_of_years { Ok((rest, (year, month))) } else { Err(MISS) }
        };
        let (rest, (year, month)) = alt((month_first, year_first)).parse(input)?;
        if goes_on(rest) || rest.starts_with(['/', '-', '–']) {
            return Err(MISS);
        }
        Ok((rest, spot(Some(year), Part::Month(month), Form::Full)))
    }

    /// `4/22`, `4-22`, `4.22`: a date only where the words around it say so.
    pub(super) fn numeric_part<'a>(&self, input: &'a str) -> Read<'a, Spot> {
        let (i, first) = digits(1, 2)(input)?;
        let (i, _) = alt((tag("/"), tag("-"), tag("."))).parse(i)?;
        let (rest, second) = digits(1, 2)(i)?;
        let dotted = rest.starts_with(['/', '-', '.', ',', ':', '%'])
            && rest[1..].starts_with(|c: char| c.is_ascii_digit());
        if goes_on(rest) || dotted || rest.starts_with('%') {
            return Err(MISS);
        }
        let number = |run: &str| run.parse::<u8>().map_err(|_| MISS);
        let (_, month, day) = self.ordered(number(first)?, number(second)?, 2000);
        if day == 0 || month == 0 {
            return Err(MISS);
        }
        Ok((rest, spot(None, Part::Day(month, day), Form::NumericPart)))
    }
}

/// Do the words around a day and month in digits say that they are one: `on 4/22`, `Wednesday (4/22)`?
pub(super) fn is_day(around: &Around<'_>, before: &str, values: &Values) -> bool {
    let is_weekday = |word: &str| values.senses(word).iter().any(|sense| matches!(sense, Sense::Weekday(_)));
    if is_weekday(before) {
        return true;
    }
    // "on Wednesday (12/7)", and the head "Lima (12/7)" of a story: a day in brackets behind its weekday or place.
    if around.words.contains('/') && around.after.starts_with(')') {
        let Some(lead) = around.before.strip_suffix('(') else { return false };
        let word = last_word(lead.trim_end_matches(is_space));
        let closes = around.after[1..].trim_start_matches(is_space);
        let head = capital(word)
            && around.text.len() < 60
            && (closes.is_empty() || closes.starts_with(['-', '–', '—']));
        return is_weekday(word) || head && around.words.len() > 3;
    }
    // "1.1" alone in its line numbers a provision, "2.9" is a cell of a table, "1/2" a fraction.
    let slashed = around.words.contains('/');
    let fraction = around.words.len() == 3;
    if around.alone() {
        return slashed && !fraction;
    }
    let unit = around.after.trim_start_matches(is_space).starts_with("of ");
    let marks = around.words.matches('.').count();
    if marks == 2 {
        // "9.8.14" numbers a provision but where a word of time stands in front.
        return matches!(before, "on" | "dated" | "since" | "until");
    }
    slashed
        && !fraction
        && !unit
        && matches!(before, "on" | "by" | "until" | "since" | "dated" | "from" | "between")
}
