//! What a word that counts from the day of writing comes to on a given day: `last November` on 2020-03-01 is
//! `2019-11`.
//!
//! Weeks run from Monday to Sunday. Days, weeks and quarters are counted whole (`the last two weeks` are the two
//! before this one); months and years up to the day of writing. Not here: words (`relative`, `week`).

use jiff::{Span, civil::Date as Day};

use super::{
    calendar::{Part, Point, Value},
    length::iso,
    relative::Relative,
    week,
};
use crate::lexicon::values::{Offset, Unit};

impl Relative {
    /// The value from a day of reference.
    pub fn resolve(&self, today: Day) -> Option<Value> {
        match *self {
            Self::Offset(offset) => unit_at(today, offset),
            Self::Weekday(day, turn) => {
                let ahead = i32::from(day) - i32::from(today.weekday().to_monday_one_offset());
                let days = match turn {
                    None => {
                        if ahead > 0 {
                            ahead - 7
                        } else {
                            ahead
                        }
                    }
                    // "this Monday" said on a Tuesday is the coming one.
                    Some(0) => ahead.rem_euclid(7),
                    Some(turn) => ahead + 7 * i32::from(turn),
                };
                Some(Value::Point(Point::of_day(plus(today, days, Unit::Day)?)))
            }
            Self::Weekend(turn) => weekend(today, turn),
            Self::Part(part, turn) => {
                let this = Value::Point(Point::new(Some(i32::from(today.year())), part));
                let (first, last) = (this.first().first()?, this.last().last()?);
                let years = match turn {
                    -1 if last >= today => -1,
                    1 if first <= today => 1,
                    2 if first <= today => 2,
                    2 => 1,
                    _ => 0,
                };
                Some(Value::Point(Point::new(Some(i32::from(today.year()) + years), part)))
            }
            Self::PartOf(part, offset) => {
                let year = unit_at(today, offset)?.first().year?;
                let point = Point::new(Some(year), part);
                point.exists().then_some(Value::Point(point))
            }
            Self::DayOf(day, offset) => {
                let within = unit_at(today, offset)?.first();
                let point = Point::new(within.year, Part::Day(within.month_day().0, day));
                point.exists().then_some(Value::Point(point))
            }
            Self::Away(count, unit) | Self::Ahead(count, unit) | Self::Neighbour(count, unit) => {
                let day = Point::of_day(plus(today, count, unit)?);
                Some(Value::Point(match unit {
                    Unit::Year(_) => day.with(Part::Year),
                    Unit::Month(_) => day.with(Part::Month(day.month_day().0)),
                    _ => day,
                }))
            }
            Self::Nth(count, item, base) => week::nth(count, item, base, today),
            Self::Week(number, base) => week::week(number, base, today),
            Self::WeekOfDay(day) => week::week_of_day(day, today),
            Self::WeekdayIn(day, count) => {
                let monday = unit_at(today, Offset { count, unit: Unit::Week(1) })?.first().first()?;
                Some(Value::Point(Point::of_day(plus(monday, i32::from(day) - 1, Unit::Day)?)))
            }
            Self::WeekdayDay(weekday, day) => week::weekday_and_day(weekday, day, today),
            Self::Shift(count, unit, base) => week::shifted(count, unit, base, today),
            Self::Stretch(count, unit) => stretch(today, count, unit),
            Self::Coming(day, strict) => {
                let ahead = i32::from(day) - i32::from(today.weekday().to_monday_one_offset());
                let days = ahead.rem_euclid(7) + if strict && ahead % 7 == 0 { 7 } else { 0 };
                Some(Value::Point(Point::of_day(plus(today, days, Unit::Day)?)))
            }
            Self::PastWeekend => {
                let day = i32::from(today.weekday().to_monday_one_offset());
                let saturday = plus(today, -(day - 6).rem_euclid(7), Unit::Day)?;
                Some(Value::Interval(Point::of_day(saturday), Point::of_day(saturday.tomorrow().ok()?)))
            }
            Self::Weekdays(count, day) => weekdays(today, count, day),
            Self::Mixed(months, days) => {
                let day = plus(plus(today, months, Unit::Month(1))?, days, Unit::Day)?;
                Some(Value::Point(Point::of_day(day)))
            }
            Self::Within(count, unit) => {
                let last = plus(today, i32::try_from(count).ok()?, unit)?;
                Some(Value::Interval(Point::of_day(today), Point::of_day(last)))
            }
            Self::Lasting(count, unit, base) => {
                let first = base.day(today)?;
                let last = plus(first, count, unit)?.yesterday().ok()?;
                Some(Value::Interval(Point::of_day(first), Point::of_day(last)))
            }
            Self::Rest(unit) => {
                let last = unit_at(today, Offset { count: 0, unit })?.last().last()?;
                Some(Value::Interval(Point::of_day(today), Point::of_day(last)))
            }
            Self::DaysOf(from, to, offset) => {
                let within = unit_at(today, offset)?.first();
                let at = |day| Point::new(within.year, Part::Day(within.month_day().0, day));
                (at(from).exists() && at(to).exists()).then(|| Value::Interval(at(from), at(to)))
            }
            Self::WorkingDays(count) => working_days(today, count),
        }
    }

    /// The length of time, ISO 8601, of a span that is one by itself.
    pub fn length(&self) -> Option<String> {
        match *self {
            Self::Stretch(count, unit) | Self::Ahead(count, unit) | Self::Away(count, unit) => {
                Some(iso(count.unsigned_abs().into(), unit))
            }
            Self::Within(count, unit) => Some(iso(count.into(), unit)),
            Self::WorkingDays(count) => Some(iso(count.unsigned_abs().into(), Unit::Day)),
            Self::Offset(Offset { count, unit: unit @ Unit::Year(10 | 100) }) if count != 0 => {
                Some(iso(1, unit))
            }
            _ => None,
        }
    }

    /// Does it need no day of reference?
    pub const fn is_known(&self) -> bool {
        matches!(
            self,
            Self::Nth(_, _, base) | Self::Week(_, base) | Self::Shift(_, _, base) | Self::Lasting(_, _, base)
                if base.is_known()
        )
    }

    /// The reading where the words beside it speak of what is to come: "will meet on Thursday".
    #[must_use]
    pub const fn ahead(&self) -> Self {
        match *self {
            Self::Weekday(day, None) => Self::Coming(day, false),
            other => other,
        }
    }

    /// The reading where the words beside it speak of what is past: "met this weekend", "spoke this Monday".
    #[must_use]
    pub const fn past(&self) -> Self {
        match *self {
            Self::Weekday(day, Some(0)) => Self::Weekday(day, None),
            Self::Weekend(0) => Self::PastWeekend,
            other => other,
        }
    }

    /// Is it a length where the day of reference is only the document's own?
    pub const fn is_length(&self) -> bool {
        matches!(
            self,
            Self::Stretch(..)
                | Self::Ahead(..)
                | Self::Within(..)
                | Self::WorkingDays(..)
                | Self::Offset(Offset { unit: Unit::Year(10 | 100), .. })
        )
    }
}

pub(super) fn plus(day: Day, count: i32, unit: Unit) -> Option<Day> {
    let count = i64::from(count);
    // `90000 years` is more than a calendar holds.
    let span = match unit {
        Unit::Hour => Span::new().try_days(count / 24),
        Unit::Day => Span::new().try_days(count),
        Unit::Week(n) => Span::new().try_weeks(count * i64::from(n)),
        Unit::Month(n) => Span::new().try_months(count * i64::from(n)),
        Unit::Year(n) => Span::new().try_years(count * i64::from(n)),
    };
    day.checked_add(span.ok()?).ok()
}

/// The whole unit so many from the one that holds the day.
pub(super) fn unit_at(today: Day, offset: Offset) -> Option<Value> {
    let day = plus(today, offset.count, offset.unit)?;
    let year = i32::from(day.year());
    let point = |year, part| Some(Value::Point(Point::new(Some(year), part)));
    match offset.unit {
        Unit::Hour | Unit::Day => Some(Value::Point(Point::of_day(day))),
        Unit::Week(_) => {
            let monday = plus(day, 1 - i32::from(day.weekday().to_monday_one_offset()), Unit::Day)?;
            Some(Value::Interval(Point::of_day(monday), Point::of_day(plus(monday, 6, Unit::Day)?)))
        }
        Unit::Month(3) => point(year, Part::Quarter((day.month().unsigned_abs() - 1) / 3 + 1)),
        Unit::Month(6) => point(year, Part::Half((day.month().unsigned_abs() - 1) / 6 + 1)),
        Unit::Month(_) => point(year, Part::Month(day.month().unsigned_abs())),
        Unit::Year(10) => point(year - year.rem_euclid(10), Part::Decade),
        Unit::Year(100) => point(year - year.rem_euclid(100), Part::Century),
        Unit::Year(_) => point(year, Part::Year),
    }
}

/// The units in a row before or after the present one, or the months and years up to the day of writing.
fn stretch(today: Day, count: i32, unit: Unit) -> Option<Value> {
    let (first, last) = match unit {
        Unit::Week(_) | Unit::Month(3) => {
            let (count, unit) = match unit {
                Unit::Week(n) => (count * i32::from(n), Unit::Week(1)),
                unit => (count, unit),
            };
            let at = |count| unit_at(today, Offset { count, unit });
            let near = at(count.signum())?;
            let far = at(count)?;
            let (first, last) = if count < 0 { (far, near) } else { (near, far) };
            (first.first().first()?, last.last().last()?)
        }
        // A decade is counted in years, from the nearest turn of one.
        Unit::Year(10 | 100) => {
            let near = i32::from(today.year()) + i32::from(today.month() > 6);
            let years = |from: i32, to: i32| {
                let at = |year| Point::new(Some(year), Part::Year);
                Some(Value::Interval(at(from), at(to - 1)))
            };
            let Unit::Year(length) = unit else { return None };
            let far = near + count * i32::from(length);
            return if count < 0 { years(far, near) } else { years(near, far) };
        }
        Unit::Month(_) | Unit::Year(_) if count < 0 => (plus(today, count, unit)?.tomorrow().ok()?, today),
        _ if count < 0 => (plus(today, count, unit)?, today.yesterday().ok()?),
        _ => (today.tomorrow().ok()?, plus(today, count, unit)?),
    };
    Some(Value::Interval(Point::of_day(first), Point::of_day(last)))
}

/// The weekend of a turn: the one at hand is the one that just ended as long as the week is young.
fn weekend(today: Day, turn: i8) -> Option<Value> {
    let day = i32::from(today.weekday().to_monday_one_offset());
    let near = if turn == 0 && day <= 2 { -7 } else { 7 * i32::from(turn) };
    let saturday = plus(today, 6 - day + near, Unit::Day)?;
    Some(Value::Interval(Point::of_day(saturday), Point::of_day(saturday.tomorrow().ok()?)))
}

/// The day of the week so many times from now.
fn weekdays(today: Day, count: i32, day: u8) -> Option<Value> {
    let ahead = i32::from(day) - i32::from(today.weekday().to_monday_one_offset());
    let nearest = if count > 0 { (ahead - 1).rem_euclid(7) + 1 } else { -((-ahead - 1).rem_euclid(7) + 1) };
    let days = nearest + 7 * (count - count.signum());
    Some(Value::Point(Point::of_day(plus(today, days, Unit::Day)?)))
}

/// From the nearest to the farthest of so many working days before or after a day.
fn working_days(today: Day, count: i32) -> Option<Value> {
    let mut days = Vec::new();
    let mut day = today;
    while days.len() < usize::try_from(count.unsigned_abs()).ok()?.min(400) {
        day = plus(day, count.signum(), Unit::Day)?;
        if day.weekday().to_monday_one_offset() < 6 {
            days.push(day);
        }
    }
    let (first, last) = (*days.iter().min()?, *days.iter().max()?);
    Some(Value::Interval(Point::of_day(first), Point::of_day(last)))
}
