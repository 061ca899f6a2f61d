//! In which order a document writes numeric dates: by its own unmistakable ones (`25/12/2019`), then by how it
//! writes dates in words (`25 December 2019`), then by the country, then month first.

use std::sync::LazyLock;

use rapporteur_model::Document;
use regex::Regex;

use super::point::Order;
use crate::Context;

static NUMERIC: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)([0-9]{1,2})[/.-]([0-9]{1,2})[/.-](?:[0-9]{4}|[0-9]{2})(?-u:\b)|\(([0-9]{1,2})/([0-9]{1,2})\)").ok()
});
static DAY_FIRST: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)[0-9]{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)").ok()
});
static MONTH_FIRST: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? [0-9]{1,2}(?:,|st|nd|rd|th)")
        .ok()
});

/// Countries that write the month first in digits.
const MONTH_FIRST_COUNTRIES: &[&str] = &["US", "PH", "PR", "GU"];

/// Does a sign stand between two digits, as in every date in digits?
fn holds_figures(text: &str) -> bool {
    text.as_bytes().windows(3).any(|three| {
        matches!(three[1], b'/' | b'.' | b'-') && three[0].is_ascii_digit() && three[2].is_ascii_digit()
    })
}

/// The order of a document.
pub fn of(document: &Document, context: &Context) -> Order {
    let (Some(numeric), Some(day_first), Some(month_first)) = (&*NUMERIC, &*DAY_FIRST, &*MONTH_FIRST) else {
        return Order::MonthFirst;
    };
    let (mut days, mut months, mut seen, mut bracketed) = (0_usize, 0_usize, false, false);
    for passage in document.passages.iter().filter(|passage| holds_figures(passage.text())) {
        for found in numeric.captures_iter(passage.text()) {
            seen = true;
            bracketed |= found.get(3).is_some();
            // "(12/7)": a day of the year at hand, in brackets.
            let number = |group| {
                let run = found.get(group).or_else(|| found.get(group + 2));
                run.and_then(|run| run.as_str().parse::<u8>().ok()).unwrap_or(0)
            };
            days += usize::from(number(1) > 12);
            months += usize::from(number(2) > 12);
        }
    }
    if days != months {
        return if days > months { Order::DayFirst } else { Order::MonthFirst };
    }
    if !seen && context.country.is_none() {
        return Order::MonthFirst;
    }
    let count = |pattern: &Regex| -> usize {
        document.passages.iter().map(|passage| pattern.find_iter(passage.text()).count()).sum()
    };
    let (days, months) = (count(day_first), count(month_first));
    match (days.cmp(&months), context.country.as_deref()) {
        (std::cmp::Ordering::Greater, None) => Order::DayFirst,
        // Day and month in brackets are a custom of papers that put the day first.
        (std::cmp::Ordering::Equal, None) if bracketed => Order::DayFirst,
        (_, Some(country)) if !MONTH_FIRST_COUNTRIES.contains(&country) => Order::DayFirst,
        _ => Order::MonthFirst,
    }
}
