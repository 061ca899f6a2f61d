//! Lines by themselves that head nothing, though they are short and have no stop.
//!
//! ```text
//! By Ama Owusu                               a byline
//! Venue: Harbour Hall                        a labelled fact
//! Lima, 9 de mayo de 2017                    a place and a day
//! Signed in Lima on 4 May 2019               how the paper came about
//! Ladies and gentlemen                       a greeting
//! ```

use crate::grammar::shape;

/// Lines by themselves that head nothing: a byline, a place and date, a labelled fact, a signature, a note of the
/// audience, a clause that breaks off.
pub fn is_by_the_way(words: &str) -> bool {
    const LABELS: [&str; 24] = [
        "date",
        "dates",
        "time",
        "location",
        "place",
        "venue",
        "event",
        "who",
        "what",
        "when",
        "where",
        "why",
        "subject",
        "subjects",
        "contact",
        "contacts",
        "ref",
        "reference",
        "source",
        "issued",
        "embargo",
        "published",
        "author",
        "topic",
    ];
    let count = words.split_whitespace().count();
    let label = words.split_once(": ").map(|(label, _)| label.to_lowercase());
    let labelled = label.as_deref().is_some_and(|label| LABELS.contains(&label));
    let signed = words.starts_with("For ") && label.is_some();
    let by =
        words.strip_prefix("By ").is_some_and(|name| name.starts_with(char::is_uppercase)) && count <= 10;
    // "(Source: Press Office)"; "Sums by year: 2009: 4.0 / 2010: 3.5".
    let noted = words.ends_with(']')
        || words.ends_with(".)")
        || words.starts_with('(') && words.find(')') == Some(words.len() - 1)
        || words.matches(": ").count() > 1;
    labelled
        || signed
        || by
        || noted
        || leads_in(words)
        || greets(words)
        || words.matches(" | ").count() > 1
        || shape::hangs(words)
        || count <= 10 && shape::ends_with_date(words)
        || count <= 10 && ends_with_foreign_date(words)
        || tells_of_making(words)
        || is_address(words)
}

/// "Signed by the two ministers in Lima on 4 May 2019": how the paper came about.
fn tells_of_making(words: &str) -> bool {
    const MADE: [&str; 9] =
        ["Adopted", "Signed", "Done", "Agreed", "Issued", "Approved", "Endorsed", "Concluded", "Ratified"];
    let first = words.split_whitespace().next().unwrap_or_default();
    MADE.contains(&first) && shape::ends_with_date(words)
}

/// Does a line end with a date in another language, or in figures: "Lima, 9 de mayo de 2017", "Pretoria (12/7)"?
fn ends_with_foreign_date(words: &str) -> bool {
    let last = words.rsplit(char::is_whitespace).next().unwrap_or_default();
    let bare = last.trim_matches(['(', ')', ',']);
    let figures =
        |part: &str| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts = bare.split(['/', '.']).count();
    if (last.starts_with('(') && parts == 2 || parts == 3) && bare.split(['/', '.']).all(figures) {
        return true;
    }
    let Some((before, _)) =
        words.rsplit_once(char::is_whitespace).filter(|_| bare.len() == 4 && figures(bare))
    else {
        return false;
    };
    let mut tokens =
        before.rsplit(char::is_whitespace).filter(|token| !matches!(*token, "de" | "del" | "of"));
    let (month, day) = (tokens.next().unwrap_or_default(), tokens.next().unwrap_or_default());
    let place = tokens.next();
    let named = month.chars().count() >= 3 && month.chars().all(char::is_alphabetic);
    let day = day.trim_end_matches("er").trim_end_matches(['.', 'º', '°']);
    let day = (1..=2).contains(&day.len()) && figures(day);
    named
        && day
        && place.is_none_or(|place| place.ends_with(',') || matches!(place, "le" | "den" | "el" | "am"))
}

/// Is it a line of a street address: a house number, a box or a suite, and commas?
fn is_address(words: &str) -> bool {
    const STREETS: [&str; 10] =
        ["Street", "Road", "Avenue", "Suite", "Boulevard", "P.O. Box", "PO Box", "Lane", "Floor", "Square"];
    words.contains(',')
        && words.bytes().any(|byte| byte.is_ascii_digit())
        && STREETS.iter().any(|street| {
            words
                .find(street)
                .is_some_and(|at| !words[at + street.len()..].starts_with(char::is_alphanumeric))
        })
}

/// Does a line greet those who listen, as at the head of a speech?
fn greets(words: &str) -> bool {
    const GREETINGS: [&str; 9] = [
        "Ladies and ",
        "Excellenc",
        "Your Excellenc",
        "Distinguished ",
        "Dear ",
        "Mr. ",
        "Mr ",
        "Madam ",
        "Honourable ",
    ];
    words.split_whitespace().count() <= 8
        && GREETINGS.iter().any(|greeting| words.starts_with(greeting))
        && !words.contains([':', '–'])
}

/// Does a line begin with a bold lead-in, behind which its words go on ("**Ports:** Two are open")?
fn leads_in(words: &str) -> bool {
    let inner = words.trim_end_matches(['*', ' ']);
    inner.strip_prefix("**").and_then(|rest| rest.find("**")).is_some()
}
