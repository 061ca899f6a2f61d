//! What is said of a document from outside: its date of issue (`2021-05-30`) and its country (`CA`), checked.
//!
//! ```abnf
//! date      = year [ "-" month [ "-" day ] ] [ qualifier ]   ; EDTF level 1, one date
//! year      = 4DIGIT
//! month     = 2DIGIT                                          ; 01-12, or a season 21-24 without a day
//! day       = 2DIGIT
//! qualifier = "?" / "~" / "%"
//! ```
//!
//! Deliberately not here: intervals, unspecified digits and years beyond four digits. A paper is issued on one day.

/// A date of issue as given, or why it is none.
///
/// # Errors
/// A message for a person where `text` is no date of the grammar above, or no day of the calendar.
pub fn issued(text: &str) -> Result<String, String> {
    let wrong = || {
        format!(
            "'{text}' is no date of the form YYYY, YYYY-MM or YYYY-MM-DD (EDTF, as in 2021, 2021-05, 2021-05-30)"
        )
    };
    let bare = text.strip_suffix(['?', '~', '%']).unwrap_or(text);
    let mut parts = bare.split('-');
    let mut part = |width: usize| match parts.next() {
        None => Ok(None),
        Some(digits) if digits.len() == width && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            digits.parse::<u32>().map(Some).map_err(|_| wrong())
        }
        Some(_) => Err(wrong()),
    };
    let (year, month, day) = (part(4)?.ok_or_else(wrong)?, part(2)?, part(2)?);
    if parts.next().is_some() {
        return Err(wrong());
    }
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        None => return Ok(text.to_owned()),
        Some(21..=24) if day.is_none() => return Ok(text.to_owned()),
        Some(2) if leap => 29,
        Some(2) => 28,
        Some(4 | 6 | 9 | 11) => 30,
        Some(1..=12) => 31,
        Some(month) => return Err(format!("'{text}' is no date: there is no month {month:02}")),
    };
    match day {
        Some(day) if !(1..=days).contains(&day) => {
            Err(format!("'{text}' is no date: that month has no day {day:02}"))
        }
        _ => Ok(text.to_owned()),
    }
}

/// The upper-case alpha-2 code of a country as given, or why it is none.
///
/// # Errors
/// A message for a person where `text` is no assigned ISO 3166-1 alpha-2 code.
pub fn country(text: &str) -> Result<String, String> {
    let code = text.to_ascii_uppercase();
    match rust_iso3166::from_alpha2(&code) {
        Some(_) => Ok(code),
        None => {
            Err(format!("'{text}' is no ISO 3166-1 alpha-2 country code (two letters, as in CA, FR, SG)"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_the_calendar_pass() {
        for good in
            ["1999", "2021-05", "2021-05-30", "2020-02-29", "2000-02-29", "2021-05-30?", "2007-23", "1987~"]
        {
            assert_eq!(issued(good), Ok(good.to_owned()));
        }
    }

    #[test]
    fn near_misses_are_told_apart() {
        for (bad, why) in [
            ("", "no date of the form"),
            ("May 2021", "no date of the form"),
            ("2021/05/30", "no date of the form"),
            ("21-05-30", "no date of the form"),
            ("2021-5-30", "no date of the form"),
            ("2021-05-30T10", "no date of the form"),
            ("2021-05-30-01", "no date of the form"),
            ("+021", "no date of the form"),
            ("2021-13", "no month 13"),
            ("2021-23-01", "no month 23"),
            ("2021-02-29", "no day 29"),
            ("1900-02-29", "no day 29"),
            ("2021-04-31", "no day 31"),
            ("2021-04-00", "no day 00"),
        ] {
            let message = issued(bad).unwrap_err();
            assert!(message.contains(why), "{bad}: {message}");
        }
    }

    #[test]
    fn countries_are_iso_3166() {
        assert_eq!(country("ca"), Ok("CA".to_owned()));
        for bad in ["", "C", "CAN", "XX", "ZZ", "Canada", "ÉÉ"] {
            assert!(country(bad).is_err(), "{bad}");
        }
    }
}
