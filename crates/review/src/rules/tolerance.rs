//! How far two values may lie apart: `0.5 %`, `1000`, `2 days`.

use std::str::FromStr as _;

use rust_decimal::Decimal;

/// A bound on the difference of two values.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Tolerance {
    /// So much, of numbers.
    Absolute(Decimal),
    /// So many hundredths of the old value.
    Percent(Decimal),
    /// So many days, of days of the calendar.
    Days(i64),
}

impl Tolerance {
    /// The tolerance of these words; none where they are none.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(number) = text.strip_suffix('%') {
            return Decimal::from_str(number.trim()).ok().map(Self::Percent);
        }
        if let Some(number) = text.strip_suffix("days").or_else(|| text.strip_suffix("day")) {
            return number.trim().parse().ok().map(Self::Days);
        }
        Decimal::from_str(text).ok().map(Self::Absolute)
    }

    /// Are two values within the bound?
    pub fn holds(&self, old: &str, new: &str) -> bool {
        match self {
            Self::Days(most) => match (day(old), day(new)) {
                (Some(old), Some(new)) => (old - new).abs() <= *most,
                _ => false,
            },
            Self::Absolute(most) => apart(old, new).is_some_and(|(apart, _)| apart <= *most),
            Self::Percent(most) => apart(old, new).is_some_and(|(apart, old)| {
                let bound = old.abs().checked_mul(*most);
                let apart = apart.checked_mul(Decimal::ONE_HUNDRED);
                matches!((apart, bound), (Some(apart), Some(bound)) if apart <= bound)
            }),
        }
    }
}

/// How far two numbers are apart, and the first.
fn apart(old: &str, new: &str) -> Option<(Decimal, Decimal)> {
    let (old, new) = (Decimal::from_str(old).ok()?, Decimal::from_str(new).ok()?);
    Some((old.checked_sub(new)?.abs(), old))
}

/// The number of a day of the calendar, `2021-05-30`.
fn day(text: &str) -> Option<i64> {
    let mut parts = text.trim_end_matches(['?', '~', '%']).splitn(3, '-');
    let mut next = || parts.next()?.parse::<i64>().ok();
    let (year, month, day) = (next()?, next()?, next()?);
    // Days from a civil date: March is the first month, so that the leap day is the last of a year.
    let year = if month <= 2 { year - 1 } else { year };
    let (era, month) = (year.div_euclid(400), (month + 9) % 12);
    let of_era = year - era * 400;
    Some(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + (153 * month + 2) / 5 + day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_hold_and_do_not() {
        for (bound, old, new, holds) in [
            ("0.5 %", "2000", "2010", true),
            ("0.5 %", "2000", "2011", false),
            ("10", "2000", "1990", true),
            ("10", "2000", "1989.9", false),
            ("10", "2000", "two", false),
            ("2 days", "2024-02-28", "2024-03-01", true),
            ("2 days", "2023-02-28", "2023-03-03", false),
            ("1 day", "2023-12-31", "2024-01-01?", true),
            ("1 day", "2023-12", "2023-12", false),
        ] {
            assert_eq!(Tolerance::parse(bound).unwrap().holds(old, new), holds, "{bound}: {old} {new}");
        }
        assert_eq!(Tolerance::parse("some"), None);
    }
}
