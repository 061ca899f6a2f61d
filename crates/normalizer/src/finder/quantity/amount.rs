//! A figure with its scale, alone or as a range: `14 million`, `$1.5bn`'s `1.5bn`, `half a million`, `5 to 7 million`.
//!
//! ```abnf
//! scaled = (figure / spelled / "half a" / "a quarter") [half] [space] [scale] [" and a half"]
//! half   = "½" / "¼" / "¾" / " and a half" / " 1/2"
//! scale  = "thousand" / "million" / "billion" / "lakh" / "crore" / "bn" / "m" / "k" / …
//! range  = scaled (dash / "to" / "and", behind "between") [sign] scaled
//! ```
//!
//! A comma parts decimals where one or two digits and a scale follow it: `1,5 million`.
//!
//! A first figure without scale takes the second's where it is the smaller number: `$2 to $3 million`.

use nom::{
    Parser,
    branch::alt,
    bytes::complete::{tag, tag_no_case},
    combinator::opt,
    sequence::{delimited, preceded},
};
use rust_decimal::Decimal;

use super::numeral::{self, Read, word, ws0, ws1};
use crate::lexicon::values::Values;

const MISS: nom::Err<()> = nom::Err::Error(());

/// A figure or a range of figures.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Figures {
    /// The figure, or the lower end.
    pub value: Decimal,
    /// The upper end.
    pub max: Option<Decimal>,
    /// Was there a scale word or letter?
    pub scaled: bool,
    /// Was the figure in digits?
    pub digits: bool,
}

impl Figures {
    /// The same figures so many times over; `None` where that is too large.
    pub fn times(self, scale: Decimal) -> Option<Self> {
        if scale == Decimal::ONE {
            return Some(self);
        }
        let value = self.value.checked_mul(scale)?.normalize();
        let max = match self.max {
            Some(max) => Some(max.checked_mul(scale)?.normalize()),
            None => None,
        };
        Some(Self { value, max, scaled: true, ..self })
    }
}

#[derive(Clone, Copy)]
struct Scaled {
    plain: Decimal,
    scale: Option<Decimal>,
    digits: bool,
}

impl Scaled {
    fn value(self) -> Option<Decimal> {
        match self.scale {
            Some(scale) => self.plain.checked_mul(scale).map(|value| value.normalize()),
            None => Some(self.plain.normalize()),
        }
    }
}

/// A scale: words, or letters right behind the figure. Two words may make one: "5 hundred million", "2 lakh crore".
fn scale(input: &str) -> Read<'_, Decimal> {
    let (rest, (base, power)) = scale_word(input)?;
    match scale_word(rest) {
        Ok((rest, (more, _))) if power < 9 => Ok((rest, base * more)),
        _ => Ok((rest, base)),
    }
}

/// One word of scale, and its power of ten.
fn scale_word(input: &str) -> Read<'_, (Decimal, u32)> {
    let mut spaced = preceded(alt((tag("-"), ws0)), word);
    let (rest, name) = spaced.parse(input)?;
    let glued = !input.starts_with(numeral::is_space) && !input.starts_with('-');
    let lower = name.to_ascii_lowercase();
    let power = match lower.as_str() {
        "hundred" => 2,
        "thousand" | "thousands" => 3,
        "lakh" | "lakhs" => 5,
        "million" | "millions" | "mn" | "mln" | "mio" => 6,
        "crore" | "crores" => 7,
        "billion" | "billions" | "bn" | "bln" | "milliard" | "milliards" | "mrd" | "mia" => 9,
        "trillion" | "trillions" | "tn" | "trn" => 12,
        "k" if glued => 3,
        "m" if glued => 6,
        "b" if glued && name == "B" => 9,
        "m" if name == "M" => 6,
        "b" if name == "B" => 9,
        _ => return Err(MISS),
    };
    // The stop of an abbreviation is its own where the sentence goes on.
    let stop = matches!(lower.as_str(), "bn" | "mn" | "mln" | "bln" | "mrd" | "mio" | "tn")
        && rest.starts_with('.')
        && rest[1..]
            .trim_start_matches(numeral::is_space)
            .starts_with(|c: char| c.is_lowercase() || c == '€');
    let rest = if stop { &rest[1..] } else { rest };
    Ok((rest, (Decimal::from(10_u64.pow(power)), power)))
}

/// What stands between the ends of a range.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Joint {
    /// A dash or "to".
    Plain,
    /// "and" too, since "between" stands in front.
    Between,
    /// "rose from 5 to 7 million" tells two figures, of which the first may take its scale from the second.
    Change,
}

impl Joint {
    /// The joint that the words in front of a figure ask for.
    pub fn behind(before: &str) -> Self {
        let before = before.trim_end_matches(numeral::is_space);
        if before.ends_with("between") || before.ends_with("Between") {
            return Self::Between;
        }
        if !before.ends_with("from") {
            return Self::Plain;
        }
        let changes = numeral::tail(before, 90).split_whitespace().rev().skip(1).take(6).any(|word| {
            let word = word.to_ascii_lowercase();
            let rest = CHANGES.iter().find_map(|stem| word.strip_prefix(stem));
            rest.is_some_and(|rest| matches!(rest, "" | "s" | "d" | "ed" | "es" | "n" | "ing" | "ped" | "e"))
        });
        if changes { Self::Change } else { Self::Plain }
    }
}

/// Stems of verbs and nouns of change.
const CHANGES: &[&str] = &[
    "increas", "ris", "rise", "rose", "grow", "grew", "climb", "jump", "expand", "doubl", "double", "rais",
    "raise", "up", "fall", "fell", "drop", "declin", "decreas", "reduc", "cut", "down", "shrank", "went",
    "mov", "lift",
];

/// A half or quarter behind a figure: `3½`, `two and a half`, `1 1/2`.
fn fraction(input: &str) -> Read<'_, Decimal> {
    let sign = alt((
        preceded(ws0, tag("½")).map(|_| Decimal::new(5, 1)),
        preceded(ws0, tag("¼")).map(|_| Decimal::new(25, 2)),
        preceded(ws0, tag("¾")).map(|_| Decimal::new(75, 2)),
        preceded(ws1, tag("1/2")).map(|_| Decimal::new(5, 1)),
    ));
    alt((sign, half_more)).parse(input)
}

/// `and a half`
fn half_more(input: &str) -> Read<'_, Decimal> {
    let (rest, _) = (ws1, tag("and"), ws1, alt((tag("a "), tag("one "))), tag("half")).parse(input)?;
    if rest.starts_with(|c: char| c.is_alphanumeric() || c == '-') {
        return Err(MISS);
    }
    Ok((rest, Decimal::new(5, 1)))
}

/// Decimals behind a comma: `1,5 million`; only before a scale, since a comma also parts the entries of a list.
fn comma_decimal(input: &str) -> Read<'_, Scaled> {
    let (rest, whole) = numeral::digits(1, 3)(input)?;
    let (rest, _) = tag(",").parse(rest)?;
    let (rest, part) = numeral::digits(1, 2)(rest)?;
    let (rest, scale) = scale(rest)?;
    let plain = format!("{whole}.{part}").parse().map_err(|_| MISS)?;
    Ok((rest, Scaled { plain, scale: Some(scale), digits: true }))
}

/// `one point three`, as a decimal: what stands behind the point.
fn spelled_decimals<'a>(values: &Values, input: &'a str) -> Read<'a, Decimal> {
    let (mut rest, _) = (ws1, tag_no_case("point")).parse(input)?;
    let (mut found, mut places) = (0_i64, 0_u32);
    loop {
        let next = (ws1, alt((word, numeral::digits(1, 4)))).parse(rest);
        let Ok((after, (_, name))) = next else { break };
        let digits: Option<i64> = name.parse().ok();
        let digit =
            digits.or_else(|| numeral::cardinal(values, name).and_then(|value| i64::try_from(value).ok()));
        let Some(digit) = digit.filter(|digit| places < 6 && (*digit < 10 || digits.is_some())) else {
            break;
        };
        let width = if digits.is_some() { name.len() as u32 } else { 1 };
        found = found * 10_i64.pow(width) + digit;
        places += width;
        rest = after;
    }
    if places == 0 { Err(MISS) } else { Ok((rest, Decimal::new(found, places))) }
}

fn scaled<'a>(values: &Values, input: &'a str) -> Read<'a, Scaled> {
    let digits = |i: &'a str| -> Read<'a, Scaled> {
        let (i, plain) = numeral::figure(i)?;
        let (i, more) = opt(fraction).parse(i)?;
        let (i, point) =
            if plain.fract().is_zero() { opt(|i| spelled_decimals(values, i)).parse(i)? } else { (i, None) };
        // "5+ million"
        let (i, scale) = opt(preceded(opt(tag("+")), scale)).parse(i)?;
        // "10 and a half" alone is no figure in digits' company, but "10 and a half million" is.
        let plain = plain + more.unwrap_or_default() + point.unwrap_or_default();
        Ok((i, Scaled { plain, scale, digits: true }))
    };
    let part = |i: &'a str| -> Read<'a, Scaled> {
        let half = (
            opt(tag_no_case("one ")),
            tag_no_case("half"),
            alt((tag("-"), ws1)),
            opt((tag("of"), ws1)),
            opt(alt((tag("a "), tag("an ")))),
        )
            .map(|_| Decimal::new(5, 1));
        let quarter = (
            opt(tag_no_case("a ")),
            tag_no_case("quarter"),
            alt((tag("-"), ws1)),
            opt((tag("of"), ws1)),
            opt(tag("a ")),
        )
            .map(|_| Decimal::new(25, 2));
        let three = (
            tag_no_case("three"),
            alt((tag("-"), ws1)),
            tag("quarters"),
            ws1,
            tag("of"),
            ws1,
            opt(tag("a ")),
        )
            .map(|_| Decimal::new(75, 2));
        let (i, plain) = alt((half, quarter, three)).parse(i)?;
        // "half a per cent"
        let percent = i.starts_with("per cent") || i.starts_with("percent");
        let (i, scale) = if percent { (i, None) } else { scale(i).map(|(i, scale)| (i, Some(scale)))? };
        Ok((i, Scaled { plain, scale, digits: false }))
    };
    let words = |i: &'a str| -> Read<'a, Scaled> {
        let (rest, value) = numeral::spelled(values, i)?;
        let plain = Decimal::from(value);
        if let Ok((rest, more)) = spelled_decimals(values, rest) {
            let (rest, scale) = opt(scale).parse(rest)?;
            return Ok((rest, Scaled { plain: plain + more, scale, digits: false }));
        }
        // "two and a half billion", and "a billion and a half"
        if value < 1000
            && let Ok((rest, more)) = half_more(rest)
            && let Ok((rest, scale)) = scale(rest)
        {
            return Ok((rest, Scaled { plain: plain + more, scale: Some(scale), digits: false }));
        }
        let large = value >= 1000;
        let (rest, more) = opt(scale).parse(rest)?;
        let step =
            [1_000_000_000_000, 1_000_000_000, 1_000_000, 1000].into_iter().find(|step| value >= *step);
        if let (Some(step), Ok((rest, half))) = (step, half_more(rest)) {
            let plain = plain + half * Decimal::from(step);
            return Ok((rest, Scaled { plain, scale: Some(Decimal::ONE), digits: false }));
        }
        let scale = more.or(if large { Some(Decimal::ONE) } else { None });
        Ok((rest, Scaled { plain, scale, digits: false }))
    };
    alt((comma_decimal, digits, part, words)).parse(input)
}

/// A figure or range; `sign` reads the currency sign that may stand before the upper end.
pub fn figures<'a>(
    values: &Values,
    input: &'a str,
    joint: Joint,
    sign: impl Fn(&'a str) -> Option<&'a str>,
) -> Read<'a, Figures> {
    let (rest, first) = scaled(values, input)?;
    let upper = |i: &'a str| -> Read<'a, Scaled> {
        let dash = delimited(ws0, alt((tag("–"), tag("-"), tag("—"))), ws0).map(|_| ());
        let to = delimited(ws1, tag("to"), ws1).map(|_| ());
        let and = delimited(ws1, tag("and"), ws1).map(|_| ());
        let (i, ()) = match joint {
            Joint::Between => alt((dash, to, and)).parse(i)?,
            Joint::Plain | Joint::Change => alt((dash, to)).parse(i)?,
        };
        let (i, from) = opt((alt((tag("about "), tag("around "))), ws0)).parse(i)?;
        let _ = from;
        let i = sign(i).unwrap_or(i);
        scaled(values, i)
    };
    let single = |scaled: Scaled| -> Option<Figures> {
        Some(Figures {
            value: scaled.value()?,
            max: None,
            scaled: scaled.scale.is_some(),
            digits: scaled.digits,
        })
    };
    if let Ok((after, last)) = upper(rest) {
        let same_scale = first.scale.is_none() && last.scale.is_some();
        let same_scale = same_scale
            && (first.plain < last.plain || (joint == Joint::Change && first.plain < Decimal::ONE_THOUSAND));
        let low = if same_scale { Scaled { scale: last.scale, ..first } } else { first };
        if joint == Joint::Change {
            return single(low).map(|found| (rest, found)).ok_or(MISS);
        }
        if let (Some(value), Some(max)) = (low.value(), last.value())
            && value < max
        {
            let scaled = first.scale.is_some() || last.scale.is_some();
            return Ok((after, Figures { value, max: Some(max), scaled, digits: first.digits }));
        }
    }
    single(first).map(|found| (rest, found)).ok_or(MISS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_and_ranges_are_exact() {
        let values = &crate::Lexicon::embedded().values;
        for (text, value, max, rest) in [
            ("14 million to", "14000000", None, " to"),
            ("1.5bn of", "1500000000", None, " of"),
            ("10K", "10000", None, ""),
            ("2 to 3 million", "2000000", Some("3000000"), ""),
            ("5-7%", "5", Some("7"), "%"),
            ("half a million people", "500000", None, " people"),
            ("a quarter million", "250000", None, ""),
            ("5 lakh", "500000", None, ""),
            ("twenty", "20", None, ""),
            ("5 metres", "5", None, " metres"),
            ("1,5 million", "1500000", None, ""),
            ("two and a half billion yen", "2500000000", None, " yen"),
            ("a million and a half", "1500000", None, ""),
            ("3½ million", "3500000", None, ""),
            ("one point four trillion", "1400000000000", None, ""),
            ("5 and a half-time", "5", None, " and a half-time"),
            ("three quarters of a billion", "750000000", None, ""),
            ("5+ million of", "5000000", None, " of"),
            ("2,5 Mrd. euro", "2500000000", None, " euro"),
            ("3 bn. The", "3000000000", None, ". The"),
            ("2 lakh crore rupees", "2000000000000", None, " rupees"),
        ] {
            let (left, found) = figures(values, text, Joint::Plain, |_| None).unwrap();
            assert_eq!(found.value.to_string(), value, "{text}");
            assert_eq!(found.max.map(|max| max.to_string()).as_deref(), max, "{text}");
            assert_eq!(left, rest, "{text}");
        }
    }
}
