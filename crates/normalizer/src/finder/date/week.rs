//! Days and weeks that are counted: `first week of May 2015`, `last Friday of October`, `Tuesday of next week`.
//!
//! ```abnf
//! nth      = (ordinal / "last") ("week" / "day" / weekday) ("of" / "in") (month [year] / year / turn unit)
//! week     = "week" 1*2DIGIT ["of" year] / "week" ("of" / "commencing" / "beginning") day
//! in-week  = weekday ["of"] turn "week" / turn "week" weekday / weekday ["the"] day
//! shift    = count unit ("before" / "after" / "from") end
//! ```
//!
//! Weeks run from Monday; the first week of a year or month is the one that holds its first Thursday (ISO
//! 8601). All of these wait for the stage `anchor`, which knows the year where the words do not give it.

use jiff::civil::Date as Day;
use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, tag_no_case},
    combinator::opt,
};

use super::{
    calendar::{Part, Point, Value, civil},
    point::{Form, Grammar, goes_on},
    relative::Relative,
    resolve::{plus, unit_at},
};
use crate::{
    finder::quantity::numeral::{self, Read, digits, word, ws1},
    lexicon::values::{Offset, Unit},
};

const MISS: nom::Err<()> = nom::Err::Error(());

/// What is counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Item {
    /// Weeks.
    Week,
    /// Days.
    Day,
    /// One day of the week, 1 (Monday) to 7.
    Weekday(u8),
}

/// What it is counted in, or from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Base {
    /// A point on the calendar.
    Point(Point),
    /// A day, month or year counted from the day of writing.
    Offset(Offset),
    /// A day of the week.
    Weekday(u8, Option<i8>),
}

impl Base {
    /// The value from a day of reference; a year that is not given is the one of that day.
    fn value(self, today: Day) -> Option<Value> {
        match self {
            Self::Point(point) if point.year.is_some() => Some(Value::Point(point)),
            Self::Point(point) => Some(Value::Point(Point { year: Some(i32::from(today.year())), ..point })),
            Self::Offset(offset) => unit_at(today, offset),
            Self::Weekday(day, turn) => Relative::Weekday(day, turn).resolve(today),
        }
    }

    /// Its first day from a day of reference.
    pub fn day(self, today: Day) -> Option<Day> {
        self.value(today)?.first().first()
    }

    /// Can it be worked out without a day of reference?
    pub const fn is_known(self) -> bool {
        matches!(self, Self::Point(point) if point.year.is_some())
    }
}

/// The week that holds a day.
fn week_of(day: Day) -> Option<Value> {
    unit_at(day, Offset { count: 0, unit: Unit::Week(1) })
}

/// The nth (from the end where negative) of an item within a base.
pub fn nth(count: i8, item: Item, base: Base, today: Day) -> Option<Value> {
    let within = base.value(today)?;
    let (first, last) = (within.first().first()?, within.last().last()?);
    let step = |from: Day, weeks: i8| plus(from, i32::from(weeks) * 7, Unit::Day);
    let on = |day: Day, weekday: u8, back: bool| {
        let ahead = i32::from(weekday) - i32::from(day.weekday().to_monday_one_offset());
        plus(day, if back { -(-ahead).rem_euclid(7) } else { ahead.rem_euclid(7) }, Unit::Day)
    };
    let day = match (item, count > 0) {
        (Item::Day, true) => plus(first, i32::from(count) - 1, Unit::Day)?,
        (Item::Day, false) => plus(last, i32::from(count) + 1, Unit::Day)?,
        (Item::Weekday(weekday), true) => step(on(first, weekday, false)?, count - 1)?,
        (Item::Weekday(weekday), false) => step(on(last, weekday, true)?, count + 1)?,
        (Item::Week, true) => return week_of(step(on(first, 4, false)?, count - 1)?),
        (Item::Week, false) => return week_of(step(on(last, 4, true)?, count + 1)?),
    };
    (day >= first && day <= last).then(|| Value::Point(Point::of_day(day)))
}

/// The day so long before or after a base.
pub fn shifted(count: i32, unit: Unit, base: Base, today: Day) -> Option<Value> {
    Some(Value::Point(Point::of_day(plus(base.value(today)?.first().first()?, count, unit)?)))
}

/// The week of a year by its number, or the week that holds a base.
pub fn week(number: Option<u8>, base: Base, today: Day) -> Option<Value> {
    let within = base.value(today)?;
    match number {
        Some(number) => {
            let fourth = civil(within.first().year?, 1, 4)?;
            week_of(plus(fourth, 7 * (i32::from(number) - 1), Unit::Day)?)
        }
        None => week_of(within.first().first()?),
    }
}

/// The nearest date that is such a weekday and such a day of the month, within a year either way.
pub fn weekday_and_day(weekday: u8, day: u8, today: Day) -> Option<Value> {
    let months = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7];
    months.iter().find_map(|count| {
        let month = unit_at(today, Offset { count: *count, unit: Unit::Month(1) })?.first();
        let date = civil(month.year?, month.month_day().0, day)?;
        let fits = date.weekday().to_monday_one_offset() == i8::try_from(weekday).unwrap_or(0);
        fits.then(|| Value::Point(Point::of_day(date)))
    })
}

/// The week that holds a day of the month at hand.
pub fn week_of_day(day: u8, today: Day) -> Option<Value> {
    week_of(civil(i32::from(today.year()), today.month().unsigned_abs(), day)?)
}

impl Grammar<'_> {
    /// A counted day or week.
    pub fn counted_day<'a>(&self, input: &'a str) -> Read<'a, Relative> {
        let lead = self.lead(input);
        let when = |may: bool| if may { Ok(()) } else { Err(MISS) };
        alt((
            |i| when(lead.ranks() || matches!(lead.letter, b'f' | b'l')).and_then(|()| self.nth(i)),
            |i| when(lead.letter == b'w').and_then(|()| self.numbered_week(i)),
            |i| when(!lead.figure).and_then(|()| self.day_in_week(i)),
            |i| when(lead.counts() || lead.letter == b'a').and_then(|()| self.shift(i)),
        ))
        .parse(input)
    }

    fn nth<'a>(&self, input: &'a str) -> Read<'a, Relative> {
        let last = |i: &'a str| -> Read<'a, i8> {
            let (i, before) = opt((|i| numeral::ordinal(self.values, i), ws1)).parse(i)?;
            let (i, _) = alt((tag_no_case("last"), tag_no_case("final"))).parse(i)?;
            let count = before.map_or(1, |(count, _)| count);
            i8::try_from(count).map(|count| (i, -count)).map_err(|_| MISS)
        };
        let digits_last = |i: &'a str| -> Read<'a, i8> {
            let (i, (count, _, _)) = (Self::day_digits, ws1, tag_no_case("last")).parse(i)?;
            Ok((i, -i8::try_from(count).unwrap_or(1)))
        };
        let nth = |i: &'a str| -> Read<'a, i8> {
            let (i, count) = alt((Self::day_digits, |i| {
                let (i, count) = numeral::ordinal(self.values, i)?;
                u8::try_from(count).map(|count| (i, count)).map_err(|_| MISS)
            }))
            .parse(i)?;
            if count > 53 { Err(MISS) } else { Ok((i, i8::try_from(count).unwrap_or(1))) }
        };
        let (i, count) = alt((last, digits_last, nth)).parse(input)?;
        let (i, _) = ws1(i)?;
        let (i, item) = self.item(i)?;
        let (i, _) = ws1(i)?;
        let (i, of) = opt((alt((tag("of"), tag("in"))), ws1, opt((tag("the"), ws1)))).parse(i)?;
        let (rest, base) = self.base(i)?;
        // "the third week next year": only a turn needs no "of".
        if of.is_none() && !matches!(base, Base::Offset(_)) {
            return Err(MISS);
        }
        let long = match base {
            Base::Point(point) => matches!(point.part, Part::Month(_) | Part::Year),
            Base::Offset(offset) => matches!(offset.unit, Unit::Month(_) | Unit::Year(_)),
            Base::Weekday(..) => false,
        };
        // "twelfth day of April" is a day in words (see `point`).
        let plain_day = item == Item::Day && count > 0 && matches!(base, Base::Point(_));
        if !long || plain_day || goes_on(rest) {
            return Err(MISS);
        }
        Ok((rest, Relative::Nth(count, item, base)))
    }

    fn item<'a>(&self, input: &'a str) -> Read<'a, Item> {
        let (rest, name) = word(input)?;
        match name.to_ascii_lowercase().as_str() {
            "week" => Ok((rest, Item::Week)),
            "day" => Ok((rest, Item::Day)),
            _ => self.weekday(input).map(|(rest, day)| (rest, Item::Weekday(day))),
        }
    }

    /// A month, a year, a day, or a unit counted from the day of writing.
    pub(super) fn base<'a>(&self, input: &'a str) -> Read<'a, Base> {
        let relative = |i| match self.relative_plain(i)? {
            (i, Relative::Offset(offset)) => Ok((i, Base::Offset(offset))),
            (i, Relative::Weekday(day, turn)) => Ok((i, Base::Weekday(day, turn))),
            _ => Err(MISS),
        };
        let point = |i| {
            let (i, spot) = self.point(i)?;
            let sure = matches!(spot.form, Form::Full | Form::DayMonth | Form::Month { .. } | Form::Year);
            if sure { Ok((i, Base::Point(spot.point))) } else { Err(MISS) }
        };
        let whole = |i| {
            let (i, unit) =
                alt((tag("month").map(|_| Unit::Month(1)), tag("year").map(|_| Unit::Year(1)))).parse(i)?;
            if goes_on(i) { Err(MISS) } else { Ok((i, Base::Offset(Offset { count: 0, unit }))) }
        };
        alt((relative, point, whole)).parse(input)
    }

    fn numbered_week<'a>(&self, input: &'a str) -> Read<'a, Relative> {
        let (i, _) = alt((tag_no_case("week"), tag("w/c"))).parse(input)?;
        let coming = input.starts_with("w/c");
        let (i, _) = ws1(i)?;
        let this_year = Base::Offset(Offset { count: 0, unit: Unit::Year(1) });
        if !coming && let Ok((rest, run)) = digits(1, 2)(i) {
            let number: u8 = run.parse().ok().filter(|n| (1..=53).contains(n)).ok_or(MISS)?;
            let year = |i| {
                let (i, _) = (ws1, tag("of"), ws1).parse(i)?;
                Self::year(i)
            };
            if goes_on(rest) || rest.starts_with(['.', ':', '/']) && rest.len() > 1 {
                return Err(MISS);
            }
            return Ok(match year(rest) {
                Ok((rest, year)) => {
                    (rest, Relative::Week(Some(number), Base::Point(Point::new(Some(year), Part::Year))))
                }
                Err(_) => (rest, Relative::Week(Some(number), this_year)),
            });
        }
        let link = (alt((tag("of"), tag("commencing"), tag("beginning"), tag("starting"))), ws1).map(|_| ());
        let (i, link) = opt(link).parse(i)?;
        if !coming && link.is_none() {
            return Err(MISS);
        }
        let (i, _) = opt((tag("the"), ws1)).parse(i)?;
        let Ok((rest, base)) = self.base(i) else {
            // "the week of the 18th": of the month at hand.
            let (rest, day) = Self::day_digits(i)?;
            let suffixed = rest.len() + 2 < i.len();
            return if suffixed { Ok((rest, Relative::WeekOfDay(day))) } else { Err(MISS) };
        };
        let day = matches!(base, Base::Point(point) if matches!(point.part, Part::Day(..)))
            || matches!(base, Base::Weekday(..));
        if day { Ok((rest, Relative::Week(None, base))) } else { Err(MISS) }
    }

    fn day_in_week<'a>(&self, input: &'a str) -> Read<'a, Relative> {
        let week = |i| match self.relative_plain(i)? {
            (i, Relative::Offset(Offset { count, unit: Unit::Week(1) })) => Ok((i, count)),
            _ => Err(MISS),
        };
        let behind = |i: &'a str| -> Read<'a, Relative> {
            let (i, day) = self.weekday(i)?;
            let (i, _) = ws1(i)?;
            let (i, _) = opt((alt((tag("of"), tag("from"), tag("in"))), ws1)).parse(i)?;
            let (i, count) = week(i)?;
            Ok((i, Relative::WeekdayIn(day, count)))
        };
        let in_front = |i: &'a str| -> Read<'a, Relative> {
            let (i, count) = week(i)?;
            let (i, _) = opt(alt((tag("'s"), tag("’s")))).parse(i)?;
            let (i, _) = ws1(i)?;
            let (i, day) = self.weekday(i)?;
            Ok((i, Relative::WeekdayIn(day, count)))
        };
        let numbered = |i: &'a str| -> Read<'a, Relative> {
            let (i, weekday) = self.weekday(i)?;
            let (i, _) = ws1(i)?;
            let (i, article) = opt((tag("the"), ws1)).parse(i)?;
            let (rest, day) = self.day(i)?;
            let suffixed = !i[..i.len() - rest.len()].ends_with(|c: char| c.is_ascii_digit());
            let month =
                numeral::ws0(rest).and_then(|(i, _)| self.month(i)).is_ok() || rest.starts_with(" of ");
            if goes_on(rest) || !(suffixed || article.is_some()) || month {
                return Err(MISS);
            }
            Ok((rest, Relative::WeekdayDay(weekday, day)))
        };
        alt((behind, in_front, numbered)).parse(input)
    }

    fn shift<'a>(&self, input: &'a str) -> Read<'a, Relative> {
        let one = alt((tag_no_case("an "), tag_no_case("a "))).map(|_| 1);
        let counted = |i| {
            let (i, count) = self.count(i)?;
            let (i, _) = alt((tag("-"), ws1)).parse(i)?;
            Ok((i, count))
        };
        let (i, count) = alt((one, counted)).parse(input)?;
        let (i, unit) = self.unit(i)?;
        let (i, _) = ws1(i)?;
        let (i, sign) = alt((
            alt((tag("before"), tag("prior to"))).map(|_| -1),
            alt((tag("after"), tag("from"), tag("following"))).map(|_| 1),
        ))
        .parse(i)?;
        let (i, _) = ws1(i)?;
        let (i, _) = opt((tag("the"), ws1)).parse(i)?;
        let (rest, base) = self.base(i)?;
        let day = match base {
            Base::Point(point) => matches!(point.part, Part::Day(..)),
            Base::Offset(offset) => offset.unit == Unit::Day,
            Base::Weekday(..) => true,
        };
        let count = i32::try_from(count).map_err(|_| MISS)?;
        if !day || unit == Unit::Hour || goes_on(rest) {
            return Err(MISS);
        }
        Ok((rest, Relative::Shift(sign * count, unit, base)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counted_days_and_weeks() {
        let today = civil(2013, 2, 12).unwrap();
        let may = Base::Point(Point::new(Some(2015), Part::Month(5)));
        let form = |value: Option<Value>| value.map_or("-".to_owned(), |value| value.edtf());
        assert_eq!(form(nth(1, Item::Week, may, today)), "2015-05-04/2015-05-10");
        assert_eq!(form(nth(-1, Item::Weekday(5), may, today)), "2015-05-29");
        assert_eq!(form(nth(2, Item::Weekday(1), may, today)), "2015-05-11");
        assert_eq!(form(nth(5, Item::Weekday(1), may, today)), "-");
        assert_eq!(form(nth(-1, Item::Day, may, today)), "2015-05-31");
        let day = Base::Point(Point::new(Some(2015), Part::Day(5, 6)));
        assert_eq!(form(week(None, day, today)), "2015-05-04/2015-05-10");
        assert_eq!(form(shifted(-2, Unit::Week(1), day, today)), "2015-04-22");
        assert_eq!(form(weekday_and_day(2, 19, today)), "2013-02-19");
    }
}
