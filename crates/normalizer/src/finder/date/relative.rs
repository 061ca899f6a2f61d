//! Words that count from the day of writing, and lengths of time: `last November`, `two years ago`, `37 years`.
//!
//! ```abnf
//! relative = phrase / turn [count] unit / turn (weekday / month / season) / weekday
//!          / count unit ("ago" / "earlier" / "later" / "from now") / part-of-year " of " turn unit
//! turn     = "last" / "past" / "previous" / "this" / "current" / "next" / "coming" / …
//! length   = count ["consecutive" / …] unit / ordinal "anniversary"
//! set      = "annual" / … / ("every" / "each") [count] unit / count "times a" unit
//! ```
//!
//! What a reading comes to on a day of reference is worked out in `resolve`; without one nothing is said. A span
//! counted from now (`the next three years`) is a length.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, tag_no_case},
    combinator::opt,
    sequence::preceded,
};

use super::{
    calendar::Part,
    counting::direction,
    lead::is_glued,
    length::adjective,
    point::{Form, Grammar, goes_on, verb_like},
    week::{Base, Item},
};
use crate::{
    finder::quantity::numeral::{self, Read, digits, word, ws1},
    lexicon::values::{Offset, Sense, Unit},
};

const MISS: nom::Err<()> = nom::Err::Error(());

/// An expression that counts from the day of writing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Relative {
    /// A day, week, month or year so many from the present one: today, last month.
    Offset(Offset),
    /// A day of the week: of the last seven days, or of a turn.
    Weekday(u8, Option<i8>),
    /// The weekend of a turn.
    Weekend(i8),
    /// A part of a year, of a turn: last November, this fall.
    Part(Part, i8),
    /// A part of the year that an offset gives: November last year, the first quarter of next year.
    PartOf(Part, Offset),
    /// A day of the month that an offset gives: the 15th of next month.
    DayOf(u8, Offset),
    /// So long before or after the day of writing: two years ago.
    Away(i32, Unit),
    /// The unit before or after the one that the story speaks of: the year before.
    Neighbour(i32, Unit),
    /// So long from now on, or up to now: the next three years. A length unless a day of reference is given.
    Stretch(i32, Unit),
    /// So long from now, or so long at all: in two years.
    Ahead(i32, Unit),
    /// The nth week, day or weekday within something: the last Friday of October.
    Nth(i8, Item, Base),
    /// A week by its number in a year, or the week that holds a day.
    Week(Option<u8>, Base),
    /// The week that holds a day of the month at hand: the week of the 18th.
    WeekOfDay(u8),
    /// A day of the week, in the week so many from this one.
    WeekdayIn(u8, i32),
    /// A day of the week that is such a day of the month: Tuesday the 19th.
    WeekdayDay(u8, u8),
    /// So long before or after something: two weeks before May 13, 1999.
    Shift(i32, Unit, Base),
    /// The next such day of the week; the day of writing itself only where it is not strict.
    Coming(u8, bool),
    /// The weekend that is over, or under way.
    PastWeekend,
    /// So many such days of the week from now: two Sundays ago.
    Weekdays(i32, u8),
    /// Months and days from now: two years and three months ago.
    Mixed(i32, i32),
    /// From now to the end of so long: within two months.
    Within(u32, Unit),
    /// So long from a day on: three days starting May 4.
    Lasting(i32, Unit, Base),
    /// What is left of the unit at hand: the rest of the year.
    Rest(Unit),
    /// From one day to another of the month that an offset gives: from 4 to 23 next month.
    DaysOf(u8, u8, Offset),
    /// So many working days from now: the next four business days.
    WorkingDays(i32),
}

impl Grammar<'_> {
    pub(super) fn unit<'a>(&self, input: &'a str) -> Read<'a, Unit> {
        let (rest, name) = word(input)?;
        self.values
            .senses(name)
            .iter()
            .find_map(|sense| match sense {
                Sense::Unit(unit) => Some((rest, *unit)),
                _ => None,
            })
            .ok_or(MISS)
    }

    pub(super) fn turn<'a>(&self, input: &'a str) -> Read<'a, i8> {
        let (rest, name) = word(input)?;
        self.values
            .senses(name)
            .iter()
            .find_map(|sense| match sense {
                Sense::Direction(turn) => Some((rest, *turn)),
                _ => None,
            })
            .ok_or(MISS)
    }

    pub(super) fn count<'a>(&self, input: &'a str) -> Read<'a, u64> {
        let in_digits = |i| {
            let (i, run) = digits(1, 4)(i)?;
            run.parse().map(|count| (i, count)).map_err(|_| MISS)
        };
        let couple = preceded(opt(tag_no_case("a ")), tag_no_case("couple of")).map(|_| 2);
        alt((in_digits, couple, |i| numeral::spelled(self.values, i))).parse(input)
    }

    /// `last week`, `next three years`, `this May`, `last Friday`, `current fiscal year`.
    fn turned<'a>(&self, input: &'a str) -> Read<'a, Relative> {
        let (i, turn) = self.turn(input)?;
        let (i, _) = ws1(i)?;
        // "this past week", "this coming Friday".
        let lean = alt((tag("past").map(|_| -1), alt((tag("coming"), tag("upcoming"))).map(|_| 1)));
        let (i, lean) = opt((lean, ws1)).parse(i)?;
        let lean = lean.map(|(lean, _)| lean).filter(|_| turn == 0);
        if let Ok((rest, day)) = self.weekday(i) {
            let found = match lean {
                Some(-1) => Relative::Weekday(day, None),
                Some(_) => Relative::Coming(day, true),
                None => Relative::Weekday(day, Some(turn)),
            };
            return Ok((rest, found));
        }
        let turn = lean.unwrap_or(turn);
        if let Ok((rest, spot)) = self.point(i) {
            let part = match (spot.form, spot.point.part) {
                (Form::Month { .. }, part @ Part::Month(_))
                | (Form::DayMonth, part @ Part::Day(..))
                | (Form::PartOfYear, part @ Part::Season(_)) => Some(part),
                _ => None,
            };
            // "this may be …" is a verb.
            let verb =
                verb_like(&i[..i.len() - rest.len()]) && rest.trim_start().starts_with(char::is_alphabetic);
            return part.filter(|_| !verb).map(|part| (rest, Relative::Part(part, turn))).ok_or(MISS);
        }
        if let Ok((rest, name)) = word(i)
            && name.eq_ignore_ascii_case("weekend")
        {
            return Ok((rest, Relative::Weekend(turn)));
        }
        let kind =
            (alt((tag("fiscal"), tag("financial"), tag("calendar"), tag("academic"), tag("budget"))), ws1);
        if let Ok((rest, (_, unit))) = (opt(kind), |i| self.unit(i)).parse(i) {
            // "past decades" is vague; "this years" lacks its apostrophe.
            let several = i[..i.len() - rest.len()].ends_with('s') && turn != 0;
            // "the next quarter century" is neither.
            let more =
                unit == Unit::Month(3) && word(rest.trim_start()).is_ok_and(|(_, name)| name == "century");
            if goes_on(rest) || several || unit == Unit::Hour || more {
                return Err(MISS);
            }
            if let Unit::Week(weeks @ 2..) = unit
                && turn != 0
            {
                let count = i32::from(turn) * i32::from(weeks);
                return Ok((rest, Relative::Stretch(count, Unit::Week(1))));
            }
            if unit == Unit::Year(10) && turn != 0 {
                return Ok((rest, Relative::Stretch(i32::from(turn), unit)));
            }
            return Ok((rest, Relative::Offset(Offset { count: turn.into(), unit })));
        }
        let (i, count) = self.count(i)?;
        let (i, _) = opt(alt((tag("-"), ws1))).parse(i)?;
        let (i, kind) = opt(adjective).parse(i)?;
        let (rest, unit) = self.unit(i)?;
        let count = i32::try_from(count).map_err(|_| MISS)?;
        if goes_on(rest) || turn == 0 || unit == Unit::Hour {
            return Err(MISS);
        }
        if unit == Unit::Day && kind.is_some_and(|kind| matches!(kind, "working" | "business")) {
            return Ok((rest, Relative::WorkingDays(count * i32::from(turn))));
        }
        Ok((rest, Relative::Stretch(count * i32::from(turn), unit)))
    }

    /// The unit that a turn gives, for the part of it in front: ` of next year`, ` last year`.
    pub(super) fn turned_unit<'a>(&self, input: &'a str) -> Read<'a, Offset> {
        let (i, _) = opt(tag(",")).parse(input)?;
        let (i, _) = ws1(i)?;
        let (i, _) = opt((alt((tag("of"), tag("in"))), ws1)).parse(i)?;
        let (i, _) = opt((tag("the"), ws1)).parse(i)?;
        let whole = |i| {
            let (i, _) = tag("year").parse(i)?;
            if goes_on(i) { Err(MISS) } else { Ok((i, Offset { count: 0, unit: Unit::Year(1) })) }
        };
        let turned = |i| match self.turned(i)? {
            (i, Relative::Offset(offset)) => Ok((i, offset)),
            _ => Err(MISS),
        };
        alt((turned, whole)).parse(i)
    }

    /// Words that count from the day of writing, and days and weeks that are counted.
    pub fn relative<'a>(&self, input: &'a str) -> Read<'a, Relative> {
        if is_glued(input) {
            return Err(MISS);
        }
        let read = || {
            let found = alt((|i| self.counted_day(i), |i| self.relative_plain(i))).parse(input);
            found.ok().map(|(rest, relative)| (rest.len(), relative))
        };
        let found = self.memo.relatives.of(input.len(), read);
        found.map(|(left, relative)| (&input[input.len() - left..], relative)).ok_or(MISS)
    }

    /// Words that count from the day of writing.
    pub(super) fn relative_plain<'a>(&self, input: &'a str) -> Read<'a, Relative> {
        let read = || self.fresh_plain(input).ok().map(|(rest, relative)| (rest.len(), relative));
        let found = self.memo.plain.of(input.len(), read);
        found.map(|(left, relative)| (&input[input.len() - left..], relative)).ok_or(MISS)
    }

    fn fresh_plain<'a>(&self, input: &'a str) -> Read<'a, Relative> {
        if let Some((rest, offset)) = self.fixed_phrase(input) {
            return Ok((rest, offset));
        }
        if let Ok(found) = self.turned(input) {
            return Ok(found);
        }
        if let Ok((rest, spot)) = self.point(input)
            && matches!(spot.form, Form::Month { .. } | Form::DayMonth | Form::PartOfYear)
            && let Ok((after, offset)) = self.turned_unit(rest)
            && matches!(offset.unit, Unit::Year(1))
            // "until 11 March this year": the year at hand is a date of its own.
            && !(spot.form == Form::DayMonth && offset.count == 0 && !rest.starts_with(" of "))
        {
            let rest = after;
            return Ok((rest, Relative::PartOf(spot.point.part, offset)));
        }
        let lead = self.lead(input);
        let when = |may: bool| if may { Ok(()) } else { Err(MISS) };
        let of_month = |i| {
            when(lead.ranks())?;
            let (i, day) = self.day(i)?;
            let (i, _) = opt((ws1, tag("day"))).parse(i)?;
            let (i, offset) = self.turned_unit(i)?;
            if offset.unit == Unit::Month(1) { Ok((i, Relative::DayOf(day, offset))) } else { Err(MISS) }
        };
        let half = |i: &'a str| -> Read<'a, Relative> {
            let (i, _) = (tag_no_case("half"), ws1, tag("a"), ws1).parse(i)?;
            let (i, unit) = self.unit(i)?;
            let (rest, sign) = direction(i)?;
            let (count, unit) = match unit {
                Unit::Year(1) => (6, Unit::Month(1)),
                Unit::Year(years) => (i32::from(years) / 2, Unit::Year(1)),
                _ => return Err(MISS),
            };
            Ok((rest, Relative::Away(sign * count, unit)))
        };
        let away = |i: &'a str| -> Read<'a, Relative> {
            when(lead.counts() || matches!(lead.letter, b'a' | b'c'))?;
            let one = alt((tag_no_case("an"), tag_no_case("a"))).map(|_| 1);
            let (i, count) = alt((|i| self.count(i), one)).parse(i)?;
            // "[Ten] years ago": an editor's bracket.
            let (i, _) = opt(tag("]")).parse(i)?;
            let (i, _) = alt((tag("-"), ws1)).parse(i)?;
            let (i, unit) = self.unit(i)?;
            let (rest, sign) = direction(i)?;
            if unit == Unit::Hour {
                return Err(MISS);
            }
            let count = i32::try_from(count).map_err(|_| MISS)?;
            Ok((rest, Relative::Away(sign * count, unit)))
        };
        // In front of a date the day of the week is part of it.
        let weekday = |i| match self.point(i) {
            Ok(_) => Err(MISS),
            Err(_) => self.weekday(i).map(|(i, day)| (i, Relative::Weekday(day, None))),
        };
        alt((of_month, half, away, weekday)).parse(input)
    }

    /// A phrase of the lexicon, of one to four words.
    fn fixed_phrase<'a>(&self, input: &'a str) -> Option<(&'a str, Relative)> {
        let first = word(input).ok().map(|(_, first)| first)?;
        if !self.values.begins_phrase(first) {
            return None;
        }
        let mut ends = Vec::new();
        let mut rest = input;
        for _ in 0..4 {
            let Ok((after, _)) = word(rest) else { break };
            ends.push(input.len() - after.len());
            let Ok((next, _)) = ws1(after) else { break };
            rest = next;
        }
        ends.iter().rev().find_map(|end| {
            let phrase: Vec<String> = input[..*end].split_whitespace().map(str::to_lowercase).collect();
            let phrase = phrase.join(" ");
            let offset = self.values.phrase(&phrase)?;
            let found = match offset {
                _ if phrase.ends_with("weekend") => Relative::Weekend(offset.count as i8),
                Offset { count: -10 | 10, unit: Unit::Year(1) } => {
                    Relative::Stretch(offset.count / 10, Unit::Year(10))
                }
                offset => Relative::Offset(offset),
            };
            Some((&input[*end..], found))
        })
    }
}
