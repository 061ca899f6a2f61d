//! Counts from the day of writing, or from another: `two years and three months ago`, `the first six months of 2019`.
//!
//! ```abnf
//! mixed    = count unit 1*2([","] ["and"] count unit) ("ago" / "later" / …)
//! weekdays = count weekday "s" ("from now" / "ago" / …)
//! within   = "in" / "within" (in front), count unit / ("a" / "an") unit
//! lasting  = count unit [","] ("starting" / "beginning" / "from" / …) ["on" / "from"] base
//! neighbour = unit ("before" / "after")                     ; behind "the", at the end of a clause
//! rest     = ("rest" / "remainder") "of" ("the" / "this") unit
//! part     = ("first" / "last" / "final") count unit ("of" / "in") (month year / year)
//! days     = day sep day ["of" / "in"] turn "month"
//! next     = (unit / weekday / month) "after next"
//! dated    = turn weekday ["," / "-" / "("] date
//! ```
//!
//! Not here: single units with a turn (`relative`), counted weekdays of a month (`week`).

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, tag_no_case},
    combinator::opt,
};

use super::{
    calendar::{Part, Point, civil},
    context::{last_word, tail},
    length::adjective,
    point::{Form, Grammar, goes_on},
    range::{End, Reading},
    relative::Relative,
    resolve::plus,
};
use crate::{
    finder::quantity::numeral::{Read, ws0, ws1},
    lexicon::values::{Offset, Unit},
};

const MISS: nom::Err<()> = nom::Err::Error(());

impl Grammar<'_> {
    /// A count from the day of writing.
    pub(super) fn counting<'a>(&self, input: &'a str, before: &str) -> Read<'a, Relative> {
        alt((
            |i| self.mixed(i),
            |i| self.weekdays(i),
            |i| self.lasting(i, before),
            |i| self.within(i, before),
            |i| self.after_next(i),
            |i| self.days_of_turn(i),
            |i| self.rest(i, before),
            |i| self.neighbour(i, before),
        ))
        .parse(input)
    }

    fn counted_unit<'a>(&self, input: &'a str) -> Read<'a, (i32, Unit)> {
        let (i, count) = self.count(input)?;
        let (i, _) = ws1(i)?;
        let (rest, unit) = self.unit(i)?;
        i32::try_from(count).map(|count| (rest, (count, unit))).map_err(|_| MISS)
    }

    fn mixed<'a>(&self, input: &'a str) -> Read<'a, Relative> {
        let (mut i, first) = self.counted_unit(input)?;
        let mut parts = vec![first];
        let joint = |i: &'a str| -> Read<'a, ()> {
            let (i, _) = opt(tag(",")).parse(i)?;
            let (i, _) = ws1(i)?;
            let (i, _) = opt((tag("and"), ws1)).parse(i)?;
            Ok((i, ()))
        };
        while parts.len() < 5
            && let Ok((next, ())) = joint(i)
            && let Ok((rest, part)) = self.counted_unit(next)
        {
            parts.push(part);
            i = rest;
        }
        let (rest, sign) = direction(i)?;
        let (mut months, mut days) = (0_i32, 0_i32);
        for (count, unit) in &parts {
            match unit {
                Unit::Year(n) => months = months.saturating_add(count.saturating_mul(12 * i32::from(*n))),
                Unit::Month(n) => months = months.saturating_add(count.saturating_mul(i32::from(*n))),
                Unit::Week(n) => days = days.saturating_add(count.saturating_mul(7 * i32::from(*n))),
                Unit::Day => days = days.saturating_add(*count),
                Unit::Hour => return Err(MISS),
            }
        }
        // One unit alone says no more than itself: "ten years ago" is a year (see `relative`).
        if parts.len() < 2 || parts.len() > 4 {
            Err(MISS)
        } else {
            Ok((rest, Relative::Mixed(sign * months, sign * days)))
        }
    }

    fn weekdays<'a>(&self, input: &'a str) -> Read<'a, Relative> {
        let (i, count) = self.count(input)?;
        let (i, _) = ws1(i)?;
        let end = i.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(i.len());
        let (name, rest) = i.split_at(end);
        let (left, day) = self.weekday(name.strip_suffix(['s', 'S']).unwrap_or(name)).map_err(|_| MISS)?;
        let (rest, sign) = direction(rest)?;
        let count = i32::try_from(count).ok().filter(|count| (1..1000).contains(count)).ok_or(MISS)?;
        if left.is_empty() { Ok((rest, Relative::Weekdays(sign * count, day))) } else { Err(MISS) }
    }

    /// `3 days starting next Monday`, `for 1 week, from 20 December`; "3 days from today" without "for" is a day.
    fn lasting<'a>(&self, input: &'a str, before: &str) -> Read<'a, Relative> {
        let (i, (count, unit)) = self.counted_unit(input)?;
        let (i, comma) = opt(tag(",")).parse(i)?;
        let (i, _) = ws1(i)?;
        let starting = alt((tag("starting"), tag("beginning"), tag("commencing"), tag("running")));
        let (i, starting) =
            opt((starting, ws1, opt((alt((tag("on"), tag("from"), tag("in"))), ws1)))).parse(i)?;
        let i = if starting.is_none() {
            let stretch = comma.is_some() || last_word(tail(before).trim_end()).eq_ignore_ascii_case("for");
            if !stretch {
                return Err(MISS);
            }
            (tag("from"), ws1).parse(i)?.0
        } else {
            i
        };
        let (i, _) = opt((tag("the"), ws1)).parse(i)?;
        let (rest, base) = self.base(i)?;
        if unit == Unit::Hour || count == 0 || goes_on(rest) {
            return Err(MISS);
        }
        Ok((rest, Relative::Lasting(count, unit, base)))
    }

    /// `within two months`, `in a week`: the article counts one only where nothing else follows the unit.
    fn within<'a>(&self, input: &'a str, before: &str) -> Read<'a, Relative> {
        let lead = tail(before).trim_end();
        let lead = lead.strip_suffix(" the").unwrap_or(lead);
        let lead = lead.strip_suffix(" next").unwrap_or(lead);
        let word = last_word(lead);
        let (inside, ahead) = (word.eq_ignore_ascii_case("within"), word.eq_ignore_ascii_case("in"));
        if !inside && !ahead {
            return Err(MISS);
        }
        let one = (alt((tag("an"), tag("a"))), ws1).map(|_| 1_u64);
        let counted = |i| {
            let (i, count) = self.count(i)?;
            let (i, _) = ws1(i)?;
            Ok((i, count))
        };
        let (i, article) = opt(one).parse(input)?;
        let (i, count) = if let Some(one) = article { (i, one) } else { counted(i)? };
        let (i, kind) = opt(adjective).parse(i)?;
        let (rest, unit) = self.unit(i)?;
        let closed = rest.is_empty() || rest.starts_with(['.', ',', ';', '?', '!', ')', '’', '\'', '\n']);
        let small = matches!(unit, Unit::Day | Unit::Week(_) | Unit::Month(1) | Unit::Year(1));
        if goes_on(rest) || unit == Unit::Hour || (article.is_some() && !(closed && small)) {
            return Err(MISS);
        }
        let count = i32::try_from(count).map_err(|_| MISS)?;
        let working = kind.is_some_and(|kind| matches!(kind, "working" | "business"));
        match (inside, article) {
            (true, _) if working => Ok((rest, Relative::WorkingDays(count))),
            (true, _) => Ok((rest, Relative::Within(count.unsigned_abs(), unit))),
            (false, Some(_)) => Ok((rest, Relative::Away(count, unit))),
            (false, None) => Err(MISS),
        }
    }

    /// `the week after next`, `Friday after next`, `March after next`.
    fn after_next<'a>(&self, input: &'a str) -> Read<'a, Relative> {
        let behind = |i: &'a str| -> Read<'a, ()> {
            let (rest, _) = (ws1, tag("after next")).parse(i)?;
            if goes_on(rest) { Err(MISS) } else { Ok((rest, ())) }
        };
        if let Ok((i, day)) = self.weekday(input) {
            return behind(i).map(|(rest, ())| (rest, Relative::WeekdayIn(day, 1)));
        }
        if let Ok((i, (month, _))) = self.month(input) {
            return behind(i).map(|(rest, ())| (rest, Relative::Part(Part::Month(month), 2)));
        }
        let (i, unit) = self.unit(input)?;
        if matches!(unit, Unit::Hour | Unit::Day) {
            return Err(MISS);
        }
        behind(i).map(|(rest, ())| (rest, Relative::Offset(Offset { count: 2, unit })))
    }

    /// `4 to 23 next month`, `between 4 and 22 this month`.
    fn days_of_turn<'a>(&self, input: &'a str) -> Read<'a, Relative> {
        let (i, from) = Self::day_digits(input)?;
        let (i, ()) = Self::days_joint(i)?;
        let (i, to) = Self::day_digits(i)?;
        let (rest, offset) = self.turned_unit(i)?;
        if from < to && offset.unit == Unit::Month(1) {
            Ok((rest, Relative::DaysOf(from, to, offset)))
        } else {
            Err(MISS)
        }
    }

    /// The unit at hand behind "rest of the".
    fn rest<'a>(&self, input: &'a str, before: &str) -> Read<'a, Relative> {
        let lead = tail(before).trim_end().to_ascii_lowercase();
        let bare = ["the", "this", "my", "our"].iter().find_map(|word| lead.strip_suffix(word));
        let bare = bare.unwrap_or_default().trim_end();
        let (rest, unit) = self.unit(input)?;
        let single = !input[..input.len() - rest.len()].ends_with(['s', 'S']);
        let units = matches!(unit, Unit::Week(1) | Unit::Month(1 | 3) | Unit::Year(1 | 10));
        let dated = rest.starts_with(" of") || rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
        if units
            && single
            && !dated
            && !goes_on(rest)
            && (bare.ends_with("rest of") || bare.ends_with("remainder of"))
        {
            return Ok((rest, Relative::Rest(unit)));
        }
        Err(MISS)
    }

    /// The unit before or after the one that the story speaks of: `than the year before`; not "the year before he left".
    fn neighbour<'a>(&self, input: &'a str, before: &str) -> Read<'a, Relative> {
        let (i, unit) = self.unit(input)?;
        let (rest, sign) = (ws1, alt((tag("before").map(|_| -1), tag("after").map(|_| 1))))
            .parse(i)
            .map(|(i, (_, sign))| (i, sign))?;
        let closed = rest.trim_start().is_empty() || rest.starts_with(['.', ',', ';', ')', '—', '–']);
        let single = matches!(unit, Unit::Day | Unit::Week(1) | Unit::Month(1) | Unit::Year(1));
        let named = !input[..input.len() - i.len()].ends_with('s');
        if closed && single && named && last_word(tail(before).trim_end()).eq_ignore_ascii_case("the") {
            Ok((rest, Relative::Neighbour(sign, unit)))
        } else {
            Err(MISS)
        }
    }

    /// `the first six months of 2019`, `the last ten days of May 2015`.
    pub(super) fn part_of_base<'a>(&self, input: &'a str) -> Read<'a, (Reading, Form)> {
        let first = tag_no_case("first").map(|_| true);
        let last = alt((tag_no_case("last"), tag_no_case("final"))).map(|_| false);
        let (i, (first, _)) = (alt((first, last)), ws1).parse(input)?;
        let (i, (count, unit)) = self.counted_unit(i)?;
        let (i, _) = (ws1, alt((tag("of"), tag("in"))), ws1, opt((alt((tag("the year"), tag("the"))), ws1)))
            .parse(i)?;
        let (rest, spot) = self.point(i)?;
        let base = spot.point;
        let year = base.year.ok_or(MISS)?;
        let ends = match (unit, base.part) {
            (Unit::Month(n), Part::Year) => {
                let months = u8::try_from(count).ok().and_then(|count| count.checked_mul(n)).ok_or(MISS)?;
                if !(1..=12).contains(&months) {
                    return Err(MISS);
                }
                let (from, to) = if first { (1, months) } else { (13 - months, 12) };
                Some((Point::new(Some(year), Part::Month(from)), Point::new(Some(year), Part::Month(to))))
            }
            (Unit::Year(1), Part::Decade | Part::Century) if !spot.point.approximate => {
                let length = if base.part == Part::Decade { 10 } else { 100 };
                let (from, to) =
                    if first { (year, year + count - 1) } else { (year + length - count, year + length - 1) };
                let at = |year| Point::new(Some(year), Part::Year);
                (count < length).then(|| (at(from), at(to)))
            }
            (Unit::Day | Unit::Week(_), Part::Month(_) | Part::Year) => {
                let (from, to) = (base.first().ok_or(MISS)?, base.last().ok_or(MISS)?);
                let end = if first { plus(from, count, unit) } else { plus(to, -count, unit) };
                let end = end
                    .and_then(|day| if first { day.yesterday() } else { day.tomorrow() }.ok())
                    .ok_or(MISS)?;
                let (from, to) = if first { (from, end) } else { (end, to) };
                (from <= to && civil(year, 1, 1).is_some()).then(|| (Point::of_day(from), Point::of_day(to)))
            }
            _ => None,
        };
        let (from, to) = ends.ok_or(MISS)?;
        Ok((rest, (Reading::Interval(End::Point(from), End::Point(to)), Form::Full)))
    }

    /// `this Friday, June 15`, `next Monday (3 May)`: the date says more than the day of the week.
    pub(super) fn turned_date<'a>(&self, input: &'a str) -> Read<'a, (Reading, Form)> {
        let (i, _) = (|i| self.turn(i), ws1).parse(input)?;
        let (i, _) = self.weekday(i)?;
        let (i, _) = alt(((tag(","), ws0), (tag("-"), ws0), (ws1, tag("(")), (ws1, tag("")))).parse(i)?;
        let (i, _) = opt((tag("the"), ws1)).parse(i)?;
        let (rest, spot) = self.point(i)?;
        let day = matches!(spot.point.part, Part::Day(..));
        if day && matches!(spot.form, Form::Full | Form::DayMonth | Form::NumericPart) {
            let form = if spot.form == Form::NumericPart { Form::DayMonth } else { spot.form };
            return Ok((rest, (Reading::Point(spot.point), form)));
        }
        Err(MISS)
    }
}

/// Which way a count goes: -1 or 1.
pub(super) fn direction(input: &str) -> Read<'_, i32> {
    let (i, _) = ws1(input)?;
    let (rest, sign) = alt((
        alt((tag("ago"), tag("earlier"), tag("back"))).map(|_| -1),
        alt((tag("from now"), tag("from today"), tag("later"), tag("hence"))).map(|_| 1),
    ))
    .parse(i)?;
    if goes_on(rest) { Err(MISS) } else { Ok((rest, sign)) }
}
