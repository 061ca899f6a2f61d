//! Numbers, letters and bullets in front of a provision: `2.4.5 Hold …`, `(a) the …`, `iv) …`, `• …`.
//!
//! ```abnf
//! marker   = number / bullet
//! number   = ( "§" / "para." ) 1*6DIGIT / "(" label ")" / label ")" / path [ "." ] / label "." / 1*6DIGIT "," / 1*6DIGIT
//! path     = ( 1*6DIGIT / front ) 1*7( "." 1*6DIGIT )
//! front    = UPALPHA / 1*6( "I" / "V" / "X" / "L" )      ; the framework's own letter: `A.2.10`, `IV.3`
//! label    = 1*6DIGIT / ALPHA / roman
//! bullet   = "•" / "-" / "–" / "*" / "o" / …
//! ```
//! A marker is followed by white space or the end of the text. One alone is ambiguous ("i" after "h", or the
//! first of the romans): [`Number::readings`] gives all that it may be, and the numbering decides in a run.

use nom::{
    IResult, Parser,
    branch::alt,
    bytes::complete::{tag, take_while_m_n, take_while1},
    character::complete::{char, one_of, space0},
    combinator::{opt, recognize, verify},
    multi::many_m_n,
    sequence::{delimited, preceded, terminated},
};

/// How a number is dressed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Dress {
    /// `1.`, `2.4.5`, `2.4.5.`
    Stop,
    /// `1)`
    Closed,
    /// `(1)`
    Bracketed,
    /// `§ 3`, `para. 7`
    Named,
    /// `4,`: a stop that scanning read as a comma; believed only in a run.
    Comma,
    /// `1`, told from a quantity only by its place.
    Bare,
}

/// The signs that a number is made of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Signs {
    /// 1, 2, 3; also of paths.
    Arabic,
    /// A, B, C
    UpperLetter,
    /// a, b, c
    LowerLetter,
    /// I, II, III
    UpperRoman,
    /// i, ii, iii
    LowerRoman,
}

/// Numbers from here on are years and quantities unless they go on a run.
pub const LARGE: u32 = 1000;

/// A number in front of a provision.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Number {
    /// Without stop and brackets: `2.4.5`, `a`.
    pub label: String,
    /// How it is dressed.
    pub dress: Dress,
    /// Length of the whole in bytes, white space behind it excluded.
    pub length: usize,
}

impl Number {
    /// The values of a path, the letter in front of it as [`front`] gives it; empty for a letter alone.
    pub fn path(&self) -> Vec<u32> {
        let value =
            |part: &str| part.parse().ok().or_else(|| self.label.contains('.').then(|| front(part))?);
        self.label.split('.').map_while(value).collect()
    }

    /// Is it a letter or roman numeral in capitals, by itself?
    pub fn is_capital(&self) -> bool {
        self.label.bytes().all(|byte| byte.is_ascii_uppercase())
    }

    /// Can only a run tell it from a year, a quantity or a misread sign?
    pub fn needs_run(&self) -> bool {
        // "0.25" is a part of one, for the most part.
        let large = |first: &u32| *first == 0 || (LARGE..FRONT).contains(first);
        self.dress == Dress::Comma || self.is_grouped() || self.path().first().is_some_and(large)
    }

    /// Is it the next after `last`: "1.100" behind "1.99", "1001" behind "1000.4"?
    pub fn goes_on(&self, last: &Number) -> bool {
        let (last, path) = (last.path(), self.path());
        let same = last.iter().zip(&path).take_while(|(last, next)| last == next).count();
        let sibling = last.len() == path.len() && same + 1 == path.len();
        (same == 0 || sibling) && last.get(same).is_some_and(|last| path.get(same) == Some(&(last + 1)))
    }

    /// "700.000", "1.250.000": thousands, or the hundredth row of a chapter.
    fn is_grouped(&self) -> bool {
        let mut groups = self.label.split('.').skip(1).peekable();
        groups.peek().is_some() && groups.all(|group| group.len() == 3)
    }

    /// All that the label may be, with its place in the order of those signs (from 1).
    pub fn readings(&self) -> Vec<(Signs, u32)> {
        let mut readings = Vec::new();
        if let Some(&last) = self.path().last() {
            readings.push((Signs::Arabic, last));
            return readings;
        }
        let upper = self.label.starts_with(|c: char| c.is_ascii_uppercase());
        let (letters, romans) = if upper {
            (Signs::UpperLetter, Signs::UpperRoman)
        } else {
            (Signs::LowerLetter, Signs::LowerRoman)
        };
        if let [letter] = self.label.as_bytes() {
            readings.push((letters, u32::from(letter.to_ascii_lowercase() - b'a') + 1));
        }
        readings.extend(roman(&self.label).map(|value| (romans, value)));
        readings
    }
}

/// Values from here on stand for letters in front of a path.
const FRONT: u32 = 1 << 20;

/// Does a letter stand in front of the figures of a path: `A.2.10`?
pub fn is_lettered(path: &[u32]) -> bool {
    path.first().is_some_and(|first| *first >= FRONT)
}

/// The letters in front of a path (`A`, `IV`) as a value that no figure has.
pub fn front(letters: &str) -> Option<u32> {
    let digit = |byte: u8| byte.is_ascii_uppercase().then(|| u32::from(byte - b'@'));
    let value = |sum: u32, byte: u8| digit(byte).map(|digit| 27 * sum + digit);
    ((1..=5).contains(&letters.len())).then(|| letters.bytes().try_fold(0, value))?.map(|value| FRONT + value)
}

/// The number at the start of `text`, if one is there.
pub fn number(text: &str) -> Option<Number> {
    if !may_be_number(text.as_bytes()) {
        return None;
    }
    let (rest, (label, dress)) = any_number(text).ok()?;
    let ends = rest.chars().next().is_none_or(char::is_whitespace)
        && (dress != Dress::Named || !rest.trim_start().starts_with(char::is_lowercase));
    (ends && !is_quantity(dress, label, rest)).then(|| Number {
        label: label.to_owned(),
        dress,
        length: text.len() - rest.len(),
    })
}

/// Could a number begin here, by its first bytes? Most lines begin with a word.
fn may_be_number(bytes: &[u8]) -> bool {
    let roman = |byte: &u8| b"ivxlIVXL".contains(byte);
    match bytes {
        [b'0'..=b'9' | b'(', ..] | [0xC2, 0xA7, ..] | [b'p' | b'P', b'a', b'r', b'a', b'.', ..] => true,
        [first, second, ..] if first.is_ascii_alphabetic() => {
            matches!(second, b'.' | b')') || roman(first) && roman(second)
        }
        _ => false,
    }
}

/// The bullet at the start of `text`: its length in bytes.
pub fn bullet(text: &str) -> Option<usize> {
    if !matches!(text.as_bytes().first(), Some(b'-' | b'*' | b'o' | 0x80..)) {
        return None;
    }
    let (rest, _) = any_bullet(text).ok()?;
    let mut after = rest.chars();
    let spaced =
        after.next().is_some_and(char::is_whitespace) || rest.starts_with("**") && !text.starts_with('*');
    // "– 30 –" and "-30-" are end marks, "- 4 -" is a page number.
    let framed = text.len() < 14 && super::shape::is_end_mark(text)
        || rest.trim().ends_with(['-', '–', '—']) && rest.trim().len() < 12;
    (spaced && !framed && !rest.trim().is_empty()).then(|| text.len() - rest.len())
}

/// Words that make the figure before them a quantity.
const UNITS: [&str; 14] = [
    "million",
    "billion",
    "trillion",
    "thousand",
    "percent",
    "per",
    "percentage",
    "times",
    "kilometres",
    "km",
    "hectares",
    "tonnes",
    "metres",
    "degrees",
];

/// Is the whole line one bullet sign?
pub fn is_lone_bullet(line: &str) -> bool {
    let mut signs = line.chars();
    matches!(
        (signs.next(), signs.next()),
        (Some('•' | '▪' | '●' | '○' | '◦' | '‣' | '➢' | '►' | '■' | '✓' | '\u{f0b7}' | '\u{f0a7}'), None)
    )
}

/// "2.6 million", "1.5 per cent", "9 August 2014" begin with a quantity or a date, not with a number.
fn is_quantity(dress: Dress, label: &str, rest: &str) -> bool {
    let next = rest.trim_start();
    let word = next.split_whitespace().next().unwrap_or_default();
    // "… December⏎10, 2019".
    if dress == Dress::Comma {
        let year = word.trim_end_matches(|c: char| !c.is_ascii_digit());
        return year.len() == 4 && year.starts_with(['1', '2']) && year.bytes().all(|b| b.is_ascii_digit());
    }
    if dress != Dress::Bare && !(dress == Dress::Stop && label.contains('.')) {
        return false;
    }
    dress == Dress::Bare && is_grouped(next)
        || UNITS.contains(&word)
        || next.starts_with('%')
        || (dress == Dress::Bare && super::shape::is_month(word))
}

/// "1 150 000": do groups of three figures follow to the end?
fn is_grouped(rest: &str) -> bool {
    let mut groups = rest.split_whitespace().peekable();
    groups.peek().is_some()
        && groups.all(|group| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit()))
}

fn any_number(text: &str) -> IResult<&str, (&str, Dress)> {
    alt((
        preceded((alt((tag("§"), tag("para."), tag("Para."))), space0), terminated(figure, opt(char('.'))))
            .map(|label| (label, Dress::Named)),
        delimited(char('('), label, char(')')).map(|label| (label, Dress::Bracketed)),
        terminated(label, char(')')).map(|label| (label, Dress::Closed)),
        terminated(path, char(')')).map(|label| (label, Dress::Closed)),
        terminated(path, opt(char('.'))).map(|label| (label, Dress::Stop)),
        terminated(label, char('.')).map(|label| (label, Dress::Stop)),
        terminated(figure, char(',')).map(|label| (label, Dress::Comma)),
        figure.map(|label| (label, Dress::Bare)),
    ))
    .parse(text)
}

fn figure(text: &str) -> IResult<&str, &str> {
    take_while_m_n(1, 6, |c: char| c.is_ascii_digit()).parse(text)
}

fn path(text: &str) -> IResult<&str, &str> {
    let path = recognize((alt((figure, letters_in_front)), many_m_n(1, 7, preceded(char('.'), figure))));
    verify(path, |path: &str| !is_day(path)).parse(text)
}

/// Is a path of three figures a day, which heads an entry of news: `17.09.2013`?
fn is_day(path: &str) -> bool {
    let mut parts = path.split('.');
    let mut number = |most: usize| {
        parts.next().filter(|part| part.len() <= most).and_then(|part| part.parse::<u32>().ok()).unwrap_or(0)
    };
    let (day, month, year) = (number(2), number(2), number(4));
    (1..=31).contains(&day)
        && (1..=12).contains(&month)
        && (1900..2100).contains(&year)
        && parts.next().is_none()
}

fn letters_in_front(text: &str) -> IResult<&str, &str> {
    let romans =
        verify(take_while_m_n(2, 5, |c: char| "IVXL".contains(c)), |label: &str| roman(label).is_some());
    alt((romans, take_while_m_n(1, 1, |c: char| c.is_ascii_uppercase()))).parse(text)
}

fn label(text: &str) -> IResult<&str, &str> {
    alt((figure, roman_label, take_while_m_n(1, 1, |c: char| c.is_ascii_alphabetic()))).parse(text)
}

fn roman_label(text: &str) -> IResult<&str, &str> {
    let letters = |c: char| "ivxlIVXL".contains(c);
    verify(take_while1(letters), |label: &str| roman(label).is_some()).parse(text)
}

fn any_bullet(text: &str) -> IResult<&str, char> {
    one_of("•-–—*·▪▫●○◦‣⁃➢➤►▶■□✓✔❖\u{f0b7}\u{f0a7}o→").parse(text)
}

/// The value of a roman numeral below 90, of one case and well formed.
fn roman(label: &str) -> Option<u32> {
    let one_case =
        label.bytes().all(|b| b.is_ascii_lowercase()) || label.bytes().all(|b| b.is_ascii_uppercase());
    let lower = label.to_ascii_lowercase();
    let (tens, ones) = lower.split_at(lower.rfind(['x', 'l']).map_or(0, |last| {
        // "ix" is a one: its "x" belongs to the ones.
        if lower.as_bytes().get(last.wrapping_sub(1)) == Some(&b'i') { last - 1 } else { last + 1 }
    }));
    let tens =
        ["", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx"].iter().position(|form| *form == tens)?;
    let ones =
        ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"].iter().position(|form| *form == ones)?;
    let value = u32::try_from(tens * 10 + ones).ok()?;
    (one_case && value > 0).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_every_dress() {
        let cases = [
            ("2.4.5 Hold", "2.4.5", Dress::Stop),
            ("2.4.5. Hold", "2.4.5", Dress::Stop),
            ("2.10\tHold", "2.10", Dress::Stop),
            ("1. Hold", "1", Dress::Stop),
            ("1) Hold", "1", Dress::Closed),
            ("(1) Hold", "1", Dress::Bracketed),
            ("1 Hold", "1", Dress::Bare),
            ("A. Under", "A", Dress::Stop),
            ("(a) the", "a", Dress::Bracketed),
            ("iv) the", "iv", Dress::Closed),
            ("XII. The", "XII", Dress::Stop),
            ("§ 3 The", "3", Dress::Named),
            ("para. 7 The", "7", Dress::Named),
            ("2.1.1", "2.1.1", Dress::Stop),
            ("A.2.10  Draw", "A.2.10", Dress::Stop),
            ("IV.3. Draw", "IV.3", Dress::Stop),
        ];
        for (text, label, dress) in cases {
            let found = number(text).unwrap();
            assert_eq!((found.label.as_str(), found.dress), (label, dress), "{text}");
        }
    }

    #[test]
    fn near_misses_are_no_numbers() {
        for text in [
            "2.6 million",
            "17.09.2013 Togo hosts guests",
            "9 August 2014",
            "2007-10 plan",
            "a dog",
            "3.5% of",
            "1,200 people",
            "iiii) no",
            "Under",
            "U.S. officials",
            "1.5 per cent",
            "§ 3 of the law",
            "para. 7 above",
            "10, 2019). The",
            "1 150 000",
            "A.b Draw",
            "AB.1 Draw",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
    }

    #[test]
    fn thousands_and_years_need_a_run() {
        for text in
            ["700.000 nets", "1.250.000 euros", "1.100 Paint", "1954 was dry", "4, 5", "0.25 for boats"]
        {
            assert!(number(text).unwrap().needs_run(), "{text}");
        }
        for text in ["1.99 Paint", "1.100.2 Paint", "954. Paint"] {
            assert!(!number(text).unwrap().needs_run(), "{text}");
        }
    }

    #[test]
    fn bullets_and_end_marks() {
        for text in ["• One", "- one", "– one", "* one", "o one", "-\tone"] {
            assert!(bullet(text).is_some(), "{text}");
        }
        for text in ["– 30 –", "-30-", "- 4 -", "one", "-one", "of", "* * *"] {
            assert_eq!(bullet(text), None, "{text}");
        }
    }

    #[test]
    fn romans_are_read() {
        let values = [
            ("i", 1),
            ("iv", 4),
            ("ix", 9),
            ("x", 10),
            ("xiv", 14),
            ("xix", 19),
            ("XL", 40),
            ("lxxxviii", 88),
        ];
        for (label, value) in values {
            assert_eq!(roman(label), Some(value), "{label}");
        }
        for label in ["iiii", "vx", "iX", "", "ic", "xxxx"] {
            assert_eq!(roman(label), None, "{label}");
        }
    }
}
