//! Numerals: digits with separators, and numbers in words: `1,234.5`, `two and a half`, `nineteen ninety-six`.
//!
//! ```abnf
//! figure   = digits *("," 3DIGIT) ["." 1*DIGIT] / 1*3DIGIT 1*((space / "’") 3DIGIT) [("." / ",") 1*2DIGIT]
//!          / 1*3DIGIT 2*("." 3DIGIT) ["," 1*2DIGIT] / 1*2DIGIT 1*("," 2DIGIT) "," 3DIGIT   ; 1.200.000, 1,23,45,000
//! spelled  = word *((space / "-" / " and ") word)      ; three hundred and five, twenty-two
//! year     = pair pair / 4DIGIT                        ; nineteen ninety-six, two thousand and fifteen
//! ```
//!
//! Values are exact decimals, never floats, and below [`MOST`]: a longer run of digits or words is no number that
//! anybody means, and reading it to its end at each of its places would cost the square of its length.
//! Not here: units, currencies, dates.

use nom::{
    IResult, Parser,
    branch::alt,
    bytes::complete::{tag, take_while, take_while_m_n, take_while1},
    combinator::{opt, recognize, verify},
    multi::fold_many_m_n,
    sequence::preceded,
};
use rust_decimal::Decimal;

use crate::lexicon::values::{Sense, Values};

/// Numbers are smaller than this: a million million millions.
pub const MOST: u64 = 1_000_000_000_000_000_000;

/// Most groups of thousands in a figure, and a bound on the words of a numeral.
const GROUPS: usize = 6;
const WORDS: usize = 24;

/// The result of a grammar function of this crate; errors carry nothing, since prose is full of near misses.
pub type Read<'a, T> = IResult<&'a str, T, ()>;

/// Space, tab, newline, and the spaces that typesetting leaves: U+00A0, U+2009, U+202F.
pub fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' | '\u{3000}')
}

/// The first bytes of a text, so many at most.
pub fn head(text: &str, most: usize) -> &str {
    (0..=most.min(text.len())).rev().find_map(|at| text.get(..at)).unwrap_or_default()
}

/// The last bytes of a text, so many at most.
pub fn tail(text: &str, most: usize) -> &str {
    (text.len().saturating_sub(most)..=text.len()).find_map(|at| text.get(at..)).unwrap_or_default()
}

/// Any white space.
pub fn ws0(input: &str) -> Read<'_, &str> {
    take_while(is_space).parse(input)
}

/// Some white space.
pub fn ws1(input: &str) -> Read<'_, &str> {
    take_while1(is_space).parse(input)
}

/// A run of ASCII letters, whole: neither a letter of another script nor a digit follows.
pub fn word(input: &str) -> Read<'_, &str> {
    let (rest, found) = take_while1(|c: char| c.is_ascii_alphabetic()).parse(input)?;
    if rest.chars().next().is_some_and(|c| c.is_alphabetic() || c == '_') {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, found))
}

/// `min` to `max` digits, no digit after them.
pub fn digits(min: usize, max: usize) -> impl Fn(&str) -> Read<'_, &str> {
    move |input| {
        verify(take_while1(|c: char| c.is_ascii_digit()), |run: &str| (min..=max).contains(&run.len()))
            .parse(input)
    }
}

/// A figure in digits: `1,234.5`, `10000`, `2.6`.
pub fn figure(input: &str) -> Read<'_, Decimal> {
    let three = |c: char| c.is_ascii_digit();
    let grouped = |separator: fn(char) -> bool| {
        recognize((
            take_while_m_n(1, 3, three),
            some_groups((verify(nom::character::complete::anychar, move |c| separator(*c)), group_of_three)),
        ))
    };
    if let Ok((rest, text)) =
        recognize((digits(1, 2), some_groups((tag(","), digits(2, 2))), tag(","), group_of_three))
            .parse(input)
    {
        return decimal(text, ',').map(|value| (rest, value));
    }
    let dotted = (digits(1, 3), tag("."), group_of_three, some_groups((tag("."), group_of_three)));
    if let Ok((rest, text)) = recognize((dotted, opt(comma_cents))).parse(input) {
        return decimal(text, '.').map(|value| (rest, value));
    }
    // What parts thousands by blanks or apostrophes may part the cents by a comma.
    let spaced = grouped(|c| is_thin(c) || c == ' ' || matches!(c, '’' | '\''));
    if let Ok((rest, text)) = recognize((spaced, comma_cents)).parse(input) {
        let plain: String = text.chars().filter(|c| c.is_ascii_digit() || *c == ',').collect();
        return bounded(&plain.replace(',', ".")).map(|value| (rest, value));
    }
    let whole = alt((
        grouped(|c| c == ','),
        grouped(|c| is_thin(c) || c == ' ' || matches!(c, '’' | '\'')),
        take_while1(three),
    ));
    let (rest, text) = recognize((whole, opt(preceded(tag("."), take_while1(three))))).parse(input)?;
    let plain: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    bounded(&plain).map(|value| (rest, value))
}

/// The blanks that part thousands in good print.
const fn is_thin(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}')
}

/// `,50`: one or two digits behind a comma that end the figure.
fn comma_cents(input: &str) -> Read<'_, &str> {
    let (rest, found) = recognize((tag(","), digits(1, 2))).parse(input)?;
    if rest.starts_with([',', '.']) && rest[1..].starts_with(|c: char| c.is_ascii_digit()) {
        return Err(nom::Err::Error(()));
    }
    Ok((rest, found))
}

/// One group of digits or more, up to [`GROUPS`].
fn some_groups<'a, O>(
    group: impl Parser<&'a str, Output = O, Error = ()>,
) -> impl Parser<&'a str, Output = (), Error = ()> {
    fold_many_m_n(1, GROUPS, group, || (), |(), _| ())
}

/// The decimal, where it is a number that anybody means.
fn bounded(plain: &str) -> Result<Decimal, nom::Err<()>> {
    let value: Result<Decimal, _> = if plain.len() > 40 { Err(()) } else { plain.parse().map_err(|_| ()) };
    value.ok().filter(|value| *value < Decimal::from(MOST)).ok_or(nom::Err::Error(()))
}

/// The figure in digits whose thousands this sign parts.
fn decimal(text: &str, thousands: char) -> Result<Decimal, nom::Err<()>> {
    let plain: String =
        text.chars().filter(|c| *c != thousands).map(|c| if c == ',' { '.' } else { c }).collect();
    bounded(&plain)
}

fn group_of_three(input: &str) -> Read<'_, &str> {
    digits(3, 3)(input)
}

/// A number in words below [`MOST`]; `a` and `one` before a scale word count as one.
pub fn spelled<'a>(values: &Values, input: &'a str) -> Read<'a, u64> {
    let (mut total, mut part, mut last) = (0_u64, 0_u64, 0_u64);
    let (mut rest, mut seen) = (input, false);
    let mut at = input;
    for _ in 0..WORDS {
        let joined = if seen { joint(at) } else { Ok((at, "")) };
        let Ok((next, _)) = joined else { break };
        let Ok((after, found)) = word(next) else { break };
        let lower = found.to_ascii_lowercase();
        if !seen && matches!(lower.as_str(), "a" | "an") {
            // Only before hundred, thousand, dozen…: a unit is no numeral here.
            let (scale, _) = ws1(after)?;
            let (_, name) = word(scale)?;
            if cardinal(values, name).is_none_or(|value| value < 12) {
                return Err(nom::Err::Error(()));
            }
            (at, part, last, seen) = (after, 1, 1, true);
            continue;
        }
        let Some(value) = cardinal(values, found) else { break };
        // "several billion", "the Million Girls": a scale alone is no number.
        if !seen && value >= 100 {
            break;
        }
        match value {
            12 if last == 1 && lower == "dozen" => part = 12,
            _ if seen && value < 100 && !fits(last, value) => break,
            // "one hundred one hundred" counts, and names no number.
            100 if part >= 100 => break,
            100 => part = part.max(1) * 100,
            1000.. => {
                let more = part.max(1).checked_mul(value).and_then(|more| total.checked_add(more));
                let Some(sum) = more.filter(|sum| *sum < MOST) else { break };
                total = sum;
                part = 0;
            }
            _ => part += value,
        }
        (last, seen, rest, at) = (value, true, after, after);
    }
    if seen && rest.len() < input.len() { Ok((rest, total + part)) } else { Err(nom::Err::Error(())) }
}

/// May a number below a hundred follow in the same numeral? "twenty two" yes, "two two" no.
fn fits(last: u64, value: u64) -> bool {
    last >= 100 || (last >= 20 && last.is_multiple_of(10) && value < 10)
}

fn joint(input: &str) -> Read<'_, &str> {
    recognize(alt((recognize((ws1, tag("and"), ws1)), tag("-"), ws1))).parse(input)
}

/// The number that a word means.
pub fn cardinal(values: &Values, name: &str) -> Option<u64> {
    let plural = name.ends_with('s') && !name.eq_ignore_ascii_case("hundreds");
    values.senses(name).iter().find_map(|sense| match sense {
        Sense::Cardinal(value) if !(plural && *value > 99 && *value != 100_000 && *value != 10_000_000) => {
            Some(*value)
        }
        _ => None,
    })
}

/// A number in a row, in words, up to 99: `second`, `twenty-fourth`, `thirty first`.
pub fn ordinal<'a>(values: &Values, input: &'a str) -> Read<'a, u64> {
    let single = |name: &str| {
        values.senses(name).iter().find_map(|sense| match sense {
            Sense::Ordinal(value) => Some(*value),
            _ => None,
        })
    };
    let (rest, first) = word(input)?;
    if let Some(value) = single(first) {
        return Ok((rest, value));
    }
    let tens = cardinal(values, first).filter(|tens| (20..100).contains(tens) && tens % 10 == 0);
    let (rest, _) = alt((tag("-"), ws1)).parse(rest)?;
    let (rest, second) = word(rest)?;
    match (tens, single(second).filter(|value| *value < 10)) {
        (Some(tens), Some(value)) => Ok((rest, tens + value)),
        _ => Err(nom::Err::Error(())),
    }
}

/// A year in words: `nineteen ninety-six`, `two thousand and fifteen`, `seventeen hundred thirty three`.
pub fn spelled_year<'a>(values: &Values, input: &'a str) -> Read<'a, i32> {
    let (rest, first) = spelled(values, input)?;
    if (1000..=2999).contains(&first) {
        return i32::try_from(first).map(|year| (rest, year)).map_err(|_| nom::Err::Error(()));
    }
    let (rest, _) = alt((tag("-"), ws1)).parse(rest)?;
    let (rest, second) = spelled(values, rest)?;
    if (11..=20).contains(&first) && (10..100).contains(&second) {
        return i32::try_from(first * 100 + second).map(|year| (rest, year)).map_err(|_| nom::Err::Error(()));
    }
    Err(nom::Err::Error(()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_exact_decimals() {
        for (text, value, rest) in [
            ("1,234.5 m", "1234.5", " m"),
            ("10000", "10000", ""),
            ("2.6 million", "2.6", " million"),
            ("2,5", "2", ",5"),
            ("40 000 km", "40000", " km"),
            ("4.", "4", "."),
            ("1.200.000,50", "1200000.50", ""),
            ("1,23,45,678", "12345678", ""),
            ("2.100", "2.100", ""),
            ("1 250 000,50 €", "1250000.50", " €"),
            ("1\u{202f}250\u{202f}000 €", "1250000", " €"),
            ("1'250'000.50", "1250000.50", ""),
            ("1 250 of 300", "1250", " of 300"),
            ("12 500, 30 of", "12500", ", 30 of"),
            ("12 500,30,40", "12500", ",30,40"),
        ] {
            let (left, found) = figure(text).unwrap();
            assert_eq!((found.to_string().as_str(), left), (value, rest), "{text}");
        }
    }

    #[test]
    fn absurd_numbers_are_refused_or_cut() {
        assert!(figure(&"9".repeat(50)).is_err());
        assert!(figure("1000000000000000000").is_err());
        assert_eq!(figure("999,999,999,999").unwrap().1.to_string(), "999999999999");
        assert!(figure(&format!("1{}", ",000".repeat(40))).is_err());
        let values = Values::embedded();
        for text in ["one hundred ".repeat(40), "one million ".repeat(40), "nine trillion ".repeat(40)] {
            let found = spelled(&values, &text);
            assert!(found.is_err() || found.is_ok_and(|(_, value)| value < MOST), "{text}");
        }
    }

    #[test]
    fn numbers_in_words() {
        let values = &crate::Lexicon::embedded().values;
        for (text, value) in [
            ("twenty-two", 22),
            ("three hundred and five ships", 305),
            ("two thousand and fifteen", 2015),
            ("a dozen", 12),
            ("five two", 5),
            ("one million two hundred thousand", 1_200_000),
        ] {
            assert_eq!(spelled(values, text).unwrap().1, value, "{text}");
        }
        assert!(spelled(values, "a year").is_err());
        assert_eq!(spelled_year(values, "nineteen ninety six").unwrap().1, 1996);
        assert_eq!(spelled_year(values, "seventeen hundred thirty three").unwrap().1, 1733);
        assert_eq!(ordinal(values, "thirty-first of").unwrap(), (" of", 31));
    }
}
