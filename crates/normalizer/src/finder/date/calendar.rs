//! Calendar values: points in time with their EDTF form and their first and last day.
//!
//! A point is a year with a part of it: `{2014, day 8-9}` is `2014-08-09`. A point whose year is not given has
//! none, and its form says so: `XXXX-08-09`. Forms are EDTF level 1 (ISO 8601-2:2019), so that a quarter or a
//! half is written as the interval of its months. Not here: words.

use jiff::civil::Date as Day;

/// A part of a year, or a run of years.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// A day: month and day.
    Day(u8, u8),
    /// A month.
    Month(u8),
    /// A season, 21 (spring) to 24 (winter).
    Season(u8),
    /// A quarter, 1 to 4.
    Quarter(u8),
    /// A half, 1 or 2.
    Half(u8),
    /// The whole year.
    Year,
    /// Ten years, from the given year.
    Decade,
    /// A hundred years, from the given year; an interval before the year 0, where EDTF has no shorter form.
    Century,
}

/// A point in time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Point {
    /// The year as astronomers count (0 is 1 BC, -574 is 575 BC); `None` where it is not given.
    pub year: Option<i32>,
    /// The part of it.
    pub part: Part,
    /// Is it an estimate (`~`)?
    pub approximate: bool,
    /// Was its year reasoned out (`?`)?
    pub uncertain: bool,
}

impl Point {
    /// A certain point.
    pub const fn new(year: Option<i32>, part: Part) -> Self {
        Self { year, part, approximate: false, uncertain: false }
    }

    /// The point of a day.
    pub fn of_day(day: Day) -> Self {
        Self::new(
            Some(i32::from(day.year())),
            Part::Day(day.month().unsigned_abs(), day.day().unsigned_abs()),
        )
    }

    /// Is it a day that the calendar has (29 February where the year is not known)?
    pub fn exists(&self) -> bool {
        let year = self.year.unwrap_or(2000);
        match self.part {
            Part::Day(month, day) => civil(year, month, day).is_some(),
            Part::Month(month) => (1..=12).contains(&month),
            _ => true,
        }
    }

    /// Month and day, or month and zero, for the order of points within a year.
    pub fn month_day(&self) -> (u8, u8) {
        match self.part {
            Part::Day(month, day) => (month, day),
            Part::Month(month) => (month, 0),
            Part::Season(season) => (3 * (season - 20) - 1, 0),
            Part::Quarter(quarter) => (3 * quarter - 2, 0),
            Part::Half(half) => (6 * half - 5, 0),
            Part::Year | Part::Decade | Part::Century => (0, 0),
        }
    }

    /// The EDTF form; quarters and halves are intervals.
    pub fn edtf(&self) -> String {
        match self.part {
            Part::Quarter(_) | Part::Half(_) => {
                let (first, last) = self.months();
                format!("{}/{}", self.with(Part::Month(first)).edtf(), self.with(Part::Month(last)).edtf())
            }
            Part::Century if self.is_stretch() => format!("{}/{}", self.end_form(false), self.end_form(true)),
            _ => self.body() + self.marks(),
        }
    }

    /// Is its EDTF form an interval?
    pub const fn is_stretch(&self) -> bool {
        match (self.part, self.year) {
            (Part::Quarter(_) | Part::Half(_), _) => true,
            (Part::Century, Some(year)) => year < 0,
            _ => false,
        }
    }

    /// The form as the first (or last) end of an interval.
    pub fn end_form(&self, last: bool) -> String {
        match self.part {
            Part::Quarter(_) | Part::Half(_) => {
                let (from, to) = self.months();
                self.with(Part::Month(if last { to } else { from })).edtf()
            }
            Part::Century if self.is_stretch() => {
                let year = self.year.map(|year| if last { year + 99 } else { year });
                Self { year, ..self.with(Part::Year) }.edtf()
            }
            _ => self.edtf(),
        }
    }

    /// First day that it can mean; `None` where the year is not known.
    pub fn first(&self) -> Option<Day> {
        let year = self.year?;
        match self.part {
            Part::Day(month, day) => civil(year, month, day),
            Part::Month(month) => civil(year, month, 1),
            Part::Season(season) => civil(year, season_months(season).0, 1),
            Part::Quarter(_) | Part::Half(_) => civil(year, self.months().0, 1),
            Part::Year | Part::Decade | Part::Century => civil(year, 1, 1),
        }
    }

    /// Last day that it can mean; `None` where the year is not known.
    pub fn last(&self) -> Option<Day> {
        let year = self.year?;
        let month_end = |year: i32, month: u8| civil(year, month, 1).map(Day::last_of_month);
        match self.part {
            Part::Day(month, day) => civil(year, month, day),
            Part::Month(month) => month_end(year, month),
            // A winter ends in the next year.
            Part::Season(24) => month_end(year + 1, 2),
            Part::Season(season) => month_end(year, season_months(season).1),
            Part::Quarter(_) | Part::Half(_) => month_end(year, self.months().1),
            Part::Year => civil(year, 12, 31),
            Part::Decade => civil(year + 9, 12, 31),
            Part::Century => civil(year + 99, 12, 31),
        }
    }

    /// The same year with another part.
    #[must_use]
    pub const fn with(&self, part: Part) -> Self {
        Self { year: self.year, part, approximate: self.approximate, uncertain: self.uncertain }
    }

    fn months(&self) -> (u8, u8) {
        match self.part {
            Part::Quarter(quarter) => (3 * quarter - 2, 3 * quarter),
            Part::Half(half) => (6 * half - 5, 6 * half),
            Part::Month(month) => (month, month),
            _ => (1, 12),
        }
    }

    fn body(&self) -> String {
        let year = self.year.map_or_else(
            || "XXXX".to_owned(),
            |year| match year {
                // More than four digits need their sign (EDTF level 1).
                ..-9999 | 10000.. => format!("Y{year}"),
                ..0 => format!("-{:04}", -year),
                _ => format!("{year:04}"),
            },
        );
        match self.part {
            Part::Day(month, day) => format!("{year}-{month:02}-{day:02}"),
            Part::Month(month) => format!("{year}-{month:02}"),
            Part::Season(season) => format!("{year}-{season}"),
            Part::Decade => format!("{}X", &year[..year.len() - 1]),
            Part::Century => format!("{}XX", &year[..year.len() - 2]),
            Part::Year | Part::Quarter(_) | Part::Half(_) => year,
        }
    }

    fn marks(&self) -> &'static str {
        match (self.approximate, self.uncertain) {
            (true, true) => "%",
            (true, false) => "~",
            (false, true) => "?",
            (false, false) => "",
        }
    }
}

/// A day in ISO 8601, with four digits of the year on either side of the year 0.
fn iso(day: Day) -> String {
    let (year, month, date) = (day.year(), day.month(), day.day());
    if year < 0 { format!("-{:04}-{month:02}-{date:02}", -year) } else { day.to_string() }
}

/// The day of a date, where the calendar has it.
pub fn civil(year: i32, month: u8, day: u8) -> Option<Day> {
    Day::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The months of a season of the northern year.
const fn season_months(season: u8) -> (u8, u8) {
    match season {
        21 => (3, 5),
        22 => (6, 8),
        23 => (9, 11),
        _ => (12, 12),
    }
}

/// What an expression says, worked out as far as the text goes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    /// A point.
    Point(Point),
    /// From one point to another, both included.
    Interval(Point, Point),
    /// From a point on.
    Open(Point),
}

impl Value {
    /// The EDTF form.
    pub fn edtf(&self) -> String {
        match self {
            Self::Point(point) => point.edtf(),
            Self::Interval(first, last) => format!("{}/{}", first.end_form(false), last.end_form(true)),
            Self::Open(first) => format!("{}/..", first.end_form(false)),
        }
    }

    /// Earliest and latest day, ISO 8601.
    pub fn bounds(&self) -> (Option<String>, Option<String>) {
        let (first, last) = match self {
            Self::Point(point) => (point.first(), point.last()),
            Self::Interval(first, last) => (first.first(), last.last()),
            Self::Open(first) => (first.first(), None),
        };
        (first.map(iso), last.map(iso))
    }

    /// Does an end lack its year?
    pub const fn lacks_year(&self) -> bool {
        match self {
            Self::Point(point) | Self::Open(point) => point.year.is_none(),
            Self::Interval(first, last) => first.year.is_none() || last.year.is_none(),
        }
    }

    /// The first end.
    pub const fn first(&self) -> Point {
        match self {
            Self::Point(point) | Self::Interval(point, _) | Self::Open(point) => *point,
        }
    }

    /// The last end.
    pub const fn last(&self) -> Point {
        match self {
            Self::Point(point) | Self::Interval(_, point) | Self::Open(point) => *point,
        }
    }

    /// Is it one span between two ends?
    pub const fn is_interval(&self) -> bool {
        match self {
            Self::Point(point) => point.is_stretch(),
            Self::Interval(..) | Self::Open(_) => true,
        }
    }

    /// The value as one that was reasoned out.
    #[must_use]
    pub const fn uncertain(self) -> Self {
        const fn mark(point: Point) -> Point {
            Point { uncertain: true, ..point }
        }
        match self {
            Self::Point(point) => Self::Point(mark(point)),
            Self::Open(point) => Self::Open(mark(point)),
            Self::Interval(first, last) => Self::Interval(mark(first), mark(last)),
        }
    }

    /// The value with a year put in where none was given; the last end of an interval that runs over the turn
    /// of the year gets the next one.
    #[must_use]
    pub fn in_year(&self, year: i32, uncertain: bool) -> Self {
        let set = |point: Point, year: i32| match point.year {
            None => Point { year: Some(year), uncertain, ..point },
            Some(_) => point,
        };
        match *self {
            Self::Point(point) => Self::Point(set(point, year)),
            Self::Open(point) => Self::Open(set(point, year)),
            Self::Interval(first, last) => {
                let over = i32::from(last.month_day() < first.month_day() && last.month_day().0 > 0);
                Self::Interval(set(first, year), set(last, year + over))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_edtf_level_1() {
        let at = |year, part| Point::new(year, part);
        let forms = [
            (at(Some(2014), Part::Day(8, 9)), "2014-08-09"),
            (at(None, Part::Day(5, 30)), "XXXX-05-30"),
            (at(None, Part::Month(5)), "XXXX-05"),
            (at(Some(2007), Part::Season(23)), "2007-23"),
            (at(Some(1990), Part::Decade), "199X"),
            (at(Some(1800), Part::Century), "18XX"),
            (at(Some(2016), Part::Quarter(3)), "2016-07/2016-09"),
            (at(Some(2016), Part::Half(1)), "2016-01/2016-06"),
            (at(Some(-574), Part::Year), "-0574"),
            (at(Some(-9999), Part::Year), "-9999"),
            (at(Some(-11999), Part::Year), "Y-11999"),
            (at(Some(-199), Part::Century), "-0199/-0100"),
            (at(Some(-99), Part::Century), "-0099/0000"),
        ];
        for (point, form) in forms {
            assert_eq!(point.edtf(), form);
            assert!(edtf_core::is_valid(form), "{form}");
        }
        let point = Point { uncertain: true, ..at(Some(2023), Part::Day(5, 29)) };
        assert_eq!(Value::Interval(point, point).edtf(), "2023-05-29?/2023-05-29?");
    }

    #[test]
    fn bounds_have_four_digits_of_the_year_or_none() {
        let bounds = |year, part| {
            let (first, last) = Value::Point(Point::new(Some(year), part)).bounds();
            format!("{} {}", first.unwrap_or_default(), last.unwrap_or_default())
        };
        assert_eq!(bounds(-574, Part::Year), "-0574-01-01 -0574-12-31");
        assert_eq!(bounds(-199, Part::Century), "-0199-01-01 -0100-12-31");
        assert_eq!(bounds(1990, Part::Decade), "1990-01-01 1999-12-31");
        assert_eq!(bounds(-11999, Part::Year), " ");
    }

    #[test]
    fn an_interval_over_the_turn_of_the_year_ends_in_the_next() {
        let value = Value::Interval(Point::new(None, Part::Day(12, 20)), Point::new(None, Part::Day(1, 5)));
        assert_eq!(value.in_year(2019, false).edtf(), "2019-12-20/2020-01-05");
    }
}
