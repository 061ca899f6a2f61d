//! A figure with its scale, alone or as a range: `14 million`, `$1.5bn`'s `1.5bn`, `half a million`, `5 to 7 million`.
//!
//! ```abnf
//! scaled = (figure / spelled / "half a" / "a quarter") [space] [scale]
//! scale  = "thousand" / "million" / "billion" / "lakh" / "crore" / "bn" / "m" / "k" / …
//! range  = scaled (dash / "to" / "and", behind "between") [sign] scaled
//! ```
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

/// A scale: words, or letters right behind the figure.
fn scale(input: &str) -> Read<'_, Decimal> {
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
        "billion" | "billions" | "bn" | "bln" => 9,
        "trillion" | "trillions" | "tn" | "trn" => 12,
        "k" if glued => 3,
        "m" if glued => 6,
        "b" if glued && name == "B" => 9,
        "m" if name == "M" => 6,
        "b" if name == "B" => 9,
        _ => return Err(MISS),
    };
    // "million" may be followed by another: "5 hundred million", "2 lakh crore".
    let base = Decimal::from(10_u64.pow(power));
    match scale(rest) {
        Ok((rest, more)) if power < 9 => Ok((rest, base * more)),
        _ => Ok((rest.strip_prefix('.').filter(|_| lower == "bn" || lower == "mn").unwrap_or(rest), base)),
    }
}

fn scaled<'a>(values: &Values, input: &'a str) -> Read<'a, Scaled> {
    let digits = |i: &'a str| -> Read<'a, Scaled> {
        let (i, plain) = numeral::figure(i)?;
        let (i, scale) = opt(scale).parse(i)?;
        Ok((i, Scaled { plain, scale, digits: true }))
    };
    let part = |i: &'a str| -> Read<'a, Scaled> {
        let half = (
            opt(tag_no_case("one ")),
            tag_no_case("half"),
            ws1,
            opt((tag("of"), ws1)),
            alt((tag("a "), tag("an "))),
        )
            .map(|_| Decimal::new(5, 1));
        let quarter =
            (opt(tag_no_case("a ")), tag_no_case("quarter"), ws1, opt((tag("of"), ws1)), opt(tag("a ")))
                .map(|_| Decimal::new(25, 2));
        let (i, plain) = alt((half, quarter)).parse(i)?;
        let (i, scale) = scale(i)?;
        Ok((i, Scaled { plain, scale: Some(scale), digits: false }))
    };
    let words = |i: &'a str| -> Read<'a, Scaled> {
        let (rest, value) = numeral::spelled(values, i)?;
        let large = value >= 1000;
        let (rest, more) = opt(scale).parse(rest)?;
        let plain = Decimal::from(value);
        let scale = more.or(if large { Some(Decimal::ONE) } else { None });
        Ok((rest, Scaled { plain, scale, digits: false }))
    };
    alt((digits, part, words)).parse(input)
}

/// A figure or range; `sign` reads the currency sign that may stand before the upper end.
pub fn figures<'a>(
    values: &Values,
    input: &'a str,
    between: bool,
    sign: impl Fn(&'a str) -> Option<&'a str>,
) -> Read<'a, Figures> {
    let (rest, first) = scaled(values, input)?;
    let upper = |i: &'a str| -> Read<'a, Scaled> {
        let dash = delimited(ws0, alt((tag("–"), tag("-"), tag("—"))), ws0).map(|_| ());
        let to = delimited(ws1, tag("to"), ws1).map(|_| ());
        let and = delimited(ws1, tag("and"), ws1).map(|_| ());
        let (i, ()) = if between { alt((dash, to, and)).parse(i)? } else { alt((dash, to)).parse(i)? };
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
        let same_scale = first.scale.is_none() && last.scale.is_some() && first.plain < last.plain;
        let low = if same_scale { Scaled { scale: last.scale, ..first } } else { first };
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
        let values = Values::embedded();
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
        ] {
            let (left, found) = figures(&values, text, false, |_| None).unwrap();
            assert_eq!(found.value.to_string(), value, "{text}");
            assert_eq!(found.max.map(|max| max.to_string()).as_deref(), max, "{text}");
            assert_eq!(left, rest, "{text}");
        }
    }
}
