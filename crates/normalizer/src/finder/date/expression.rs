//! Which form an expression has: each is tried in turn, the longest first, where the first word leaves it possible.
//!
//! ```abnf
//! expression = years / days / … / stretch / relative / length / point      ; see `range`, `relative`, `point`
//! ```
//!
//! Not here: what the forms are, which their own files tell; what a first word rules out (`lead`).

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, tag_no_case},
    combinator::opt,
};

use super::{
    calendar::{Part, Point},
    context::{strip_phrase, tail},
    length::Counted,
    point::{Form, Grammar, goes_on},
    range::Reading,
    relative::Relative,
};
use crate::{
    finder::quantity::numeral::{Read, digits, ws1},
    lexicon::values::Sense,
};

const MISS: nom::Err<()> = nom::Err::Error(());

impl Grammar<'_> {
    /// The longest expression that begins here; `before` is the text in front of it.
    pub fn expression<'a>(&self, input: &'a str, before: &str) -> Read<'a, (Reading, Form)> {
        self.memo.forget();
        let lead = self.lead(input);
        if lead.bare {
            let run = input.bytes().take_while(u8::is_ascii_digit).count();
            let single = self.single(input);
            if single.as_ref().map_or(run, |(rest, _)| input.len() - rest.len()) == run {
                return Self::era_in_front(input, before).or(single);
            }
        }
        let between = ends_in_between(before);
        let (quarterly, fiscal) = (matches!(lead.letter, b'q' | b'h'), lead.letter == b'f');
        let last = matches!(lead.letter, b'f' | b'l');
        let when = |may: bool, i: &'a str| if may { Ok((i, ())) } else { Err(MISS) };
        alt((
            |i| when(lead.figure || fiscal, i).and_then(|_| self.years(i, between)),
            |i| when(lead.ranks(), i).and_then(|_| self.days(i, between)),
            |i| when(last, i).and_then(|_| self.part_of_base(i)),
            |i| when(lead.ranks(), i).and_then(|_| self.parts_of_year(i)),
            |i| when(lead.turn, i).and_then(|_| self.turned_date(i)),
            |i| when(lead.figure, i).and_then(|_| self.numeric_days(i)),
            |i| when(lead.figure, i).and_then(|_| Self::numeric_ends(i)),
            |i| self.stretch(i, between),
            |i| self.open_end(i),
            |i| when(lead.ranks() || quarterly || last, i).and_then(|_| self.dated_part(i)),
            |i| {
                when(!lead.glued && (lead.counts() || lead.named || matches!(lead.letter, b'a' | b'c')), i)?;
                self.counting(i, before).map(|(i, found)| (i, (Reading::Relative(found), Form::Relative)))
            },
            |i| {
                when(!lead.glued, i)
                    .and_then(|_| self.set(i))
                    .map(|(i, set)| (i, (counted(set), Form::Length)))
            },
            |i| {
                let (i, relative) = self.relative(i)?;
                let relative = match relative {
                    // "the next Tuesday" is the one that comes next, "next Tuesday" the one of the next week.
                    Relative::Weekday(day, Some(1)) if tail(before).ends_with("the ") => {
                        Relative::Coming(day, true)
                    }
                    other => other,
                };
                Ok((i, (Reading::Relative(relative), form_of(relative))))
            },
            |i| {
                when(lead.named || lead.letter == b'w', i)
                    .and_then(|_| self.at_hand(i, before))
                    .map(|(i, unit)| (i, (Reading::Relative(unit), Form::Relative)))
            },
            |i| self.named_day(i),
            |i| {
                when(!lead.glued && (lead.ranks() || matches!(lead.letter, b'a' | b'c')), i)?;
                self.length(i, before).map(|(i, length)| (i, (counted(length), Form::Length)))
            },
            |i| Self::era_in_front(i, before),
            |i| self.single(i),
        ))
        .parse(input)
    }

    /// `2015 to the present`, `1990–present`: a stretch that has no end yet.
    fn open_end<'a>(&self, input: &'a str) -> Read<'a, (Reading, Form)> {
        let (i, spot) = self.point(input)?;
        let (i, _) = Self::separator(i, false)?;
        let (i, _) = opt((tag("the"), ws1)).parse(i)?;
        let (rest, name) = alt((
            tag_no_case("present day"),
            tag_no_case("present"),
            tag_no_case("date"),
            tag_no_case("today"),
        ))
        .parse(i)?;
        let dash = !input[..input.len() - i.len()].contains(" to");
        // "2015 – today the …" is a pause.
        if goes_on(rest) || spot.point.year.is_none() || (dash && matches!(name, "date" | "today" | "Today"))
        {
            return Err(MISS);
        }
        Ok((rest, (Reading::Open(spot.point), Form::Full)))
    }

    /// The year behind `AD`.
    fn era_in_front<'a>(input: &'a str, before: &str) -> Read<'a, (Reading, Form)> {
        let lead = tail(before).trim_end();
        let (rest, run) = digits(1, 4)(input)?;
        let year: i32 = run.parse().map_err(|_| MISS)?;
        if !["AD", "A.D."].iter().any(|form| strip_phrase(lead, form).is_some() && lead.ends_with(form))
            || goes_on(rest)
            || rest.starts_with(['%', '/'])
        {
            return Err(MISS);
        }
        Ok((rest, (Reading::Point(Point::new(Some(year), Part::Year)), Form::Full)))
    }

    /// A day that the words name (`9/11`).
    fn named_day<'a>(&self, input: &'a str) -> Read<'a, (Reading, Form)> {
        let end = input.find(|c: char| !(c.is_alphanumeric() || c == '/')).unwrap_or(input.len());
        let (name, rest) = input.split_at(end);
        let point = self.values.senses(name).iter().find_map(|sense| match sense {
            Sense::Named(day) => day.parse().ok().map(Point::of_day),
            _ => None,
        });
        point.map(|point| (rest, (Reading::Point(point), Form::Full))).ok_or(MISS)
    }

    fn single<'a>(&self, input: &'a str) -> Read<'a, (Reading, Form)> {
        let (rest, spot) = self.point(input)?;
        Ok((rest, (Reading::Point(spot.point), spot.form)))
    }
}

/// Does the text in front end in "between"?
fn ends_in_between(before: &str) -> bool {
    let lead = tail(before).trim_end().as_bytes();
    lead.len().checked_sub("between".len()).is_some_and(|at| lead[at..].eq_ignore_ascii_case(b"between"))
}

fn counted(counted: Counted) -> Reading {
    match counted {
        Counted::Relative(relative) => Reading::Relative(relative),
        Counted::Length(length) => Reading::Length(length),
        Counted::Set(set) => Reading::Set(set),
    }
}

fn form_of(relative: Relative) -> Form {
    match relative {
        Relative::Weekday(_, None) => Form::Weekday,
        _ => Form::Relative,
    }
}
