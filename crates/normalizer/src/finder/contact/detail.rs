//! Details by which somebody is reached: `Tel.: +47 22 00 00 00, jane.ode@fens.example, @fens`.
//!
//! ```text
//! email  = 1*( alnum / "." / "_" / "%" / "+" / "-" ) "@" label 1*( "." label )
//! handle = "@" 2*30( alnum / "_" )                ; not inside an address
//! url    = ( "http://" / "https://" / "www." ) *( any but white space, brackets and quotation marks )
//! phone  = [ "+" / "00" / "(" ] digit *( digit / separator ) digit [ ("ext" / "x") digits ]
//!                                                 ; 7 to 15 digits, separators " " "-" "." "/" "(" ")"
//! ```
//! Invariant: details are in order and never overlap; stops and commas behind them stay outside.
//!
//! Not here: who is reached by them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rapporteur_model::TextRange;
use regex::Regex;

/// What a detail is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// An e-mail address.
    Email,
    /// A web address.
    Url,
    /// A handle of a social medium.
    Handle,
    /// A telephone number.
    Phone,
    /// A fax number, which no field holds.
    Fax,
}

/// A detail in a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Detail {
    /// What it is.
    pub kind: Kind,
    /// Where it stands.
    pub range: TextRange,
}

type Pattern = LazyLock<Option<Regex>>;

static EMAIL: Pattern = LazyLock::new(|| {
    Regex::new(r"[A-Za-z0-9][A-Za-z0-9._%+'-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}").ok()
});
static URL: Pattern = LazyLock::new(|| Regex::new(r#"(?i)(?:https?://|www\.)[^\s<>()\[\]"“”«»]+"#).ok());
static HANDLE: Pattern = LazyLock::new(|| Regex::new(r"@[A-Za-z0-9_]{2,30}").ok());
static PHONE: Pattern = LazyLock::new(|| {
    Regex::new(r"(?:\+ ?|\()?\d[\d \u{a0}()./‑–-]{5,24}\d(?:,? ?(?:ext\.?|extension|x) ?\d{1,6})?").ok()
});

/// May an e-mail address or a telephone number stand in a text?
pub fn may_reach(text: &str) -> bool {
    text.contains('@') || may_have_number(text)
}

/// Has a text the digits of a telephone number?
fn may_have_number(text: &str) -> bool {
    text.bytes().filter(u8::is_ascii_digit).count() >= DIGITS
}

/// Has a text what begins a web address?
fn may_have_url(text: &str) -> bool {
    text.contains("//") || text.as_bytes().windows(4).any(|bytes| bytes.eq_ignore_ascii_case(b"www."))
}

/// Digits of a telephone number at least.
const DIGITS: usize = 7;

/// All details of a text. Numbers count as telephone numbers by their form alone; `loose` also takes such that only a
/// label or a contact block makes likely.
pub fn details(text: &str, loose: bool) -> Vec<Detail> {
    // By their starts; as they share nothing, only the last that starts before a range's end can reach into it.
    let mut found: BTreeMap<usize, Detail> = BTreeMap::new();
    let mut add = |kind, range: TextRange| {
        let before = found.range(..range.end).next_back();
        if !range.is_empty() && !before.is_some_and(|(_, detail)| detail.range.overlaps(range)) {
            found.insert(range.start, Detail { kind, range });
        }
    };
    // Patterns are costly to make and to run, and few texts can fit them.
    let signed = text.contains('@');
    for range in all(&EMAIL, text, signed) {
        add(Kind::Email, range);
    }
    for range in all(&URL, text, may_have_url(text)) {
        let kept = text[range.start..range.end].trim_end_matches(['.', ',', ';', ':', '!', '?', '’', '\'']);
        add(Kind::Url, TextRange::new(range.start, range.start + kept.len()));
    }
    for range in all(&HANDLE, text, signed) {
        if !text[..range.start].ends_with(|c: char| c.is_alphanumeric() || c == '.') {
            add(Kind::Handle, range);
        }
    }
    for range in all(&PHONE, text, may_have_number(text)) {
        if let Some(range) = phone(text, range, loose) {
            let fax = label_before(text, range.start);
            let fax = fax.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '+');
            let kind =
                if fax.ends_with("fax") || fax.ends_with("facsimile") { Kind::Fax } else { Kind::Phone };
            add(kind, range);
        }
    }
    found.into_values().collect()
}

/// The end of the text before a number, in lower case: long enough for a label and the signs behind it.
fn label_before(text: &str, end: usize) -> String {
    text[text.ceil_char_boundary(end.saturating_sub(40))..end].to_lowercase()
}

/// Where a pattern fits, if it may.
fn all(pattern: &Pattern, text: &str, may: bool) -> Vec<TextRange> {
    if !may {
        return Vec::new();
    }
    let ranges =
        pattern.as_ref().map(|regex| regex.find_iter(text).map(|found| found.range().into()).collect());
    ranges.unwrap_or_default()
}

/// A number that can be dialled: its digits, its grouping, and its neighbours fit. Years, dates, sums and document
/// numbers do not.
fn phone(text: &str, range: TextRange, loose: bool) -> Option<TextRange> {
    let mut number = text.get(range.start..range.end)?;
    // Brackets that open in the number close in it.
    if number.matches('(').count() < number.matches(')').count() {
        number = &number[..number.rfind(')')?];
    }
    let number = number.trim_end_matches(|c: char| !c.is_alphanumeric());
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let before = text[..range.start].chars().next_back();
    let after = text[range.start + number.len()..].chars().next();
    let sum = text[..range.start].trim_end().ends_with(['$', '€', '£', '¥']);
    let free = !sum
        && !before.is_some_and(|c| c.is_alphanumeric() || "#/".contains(c))
        && !after.is_some_and(|c| c.is_alphanumeric() || c == '%');
    let groups: Vec<&str> =
        number.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let years = groups.len() <= 2 && groups.iter().all(|group| group.len() == 4);
    let date = groups.len() == 3 && groups.iter().any(|group| group.len() == 4) && digits == 8;
    let grouped =
        groups.len() >= 3 && groups.len() <= 7 || number.starts_with('+') || number.starts_with('(');
    let fits = (DIGITS..=15).contains(&digits) && free && !years && !date && !number.contains("  ");
    let called = || {
        let label = label_before(text, range.start);
        let label = label.trim_end_matches(|c: char| !c.is_alphanumeric());
        ["tel", "telephone", "phone", "mobile", "cell", "call", "fax", "at", "hotline", "line", "on"]
            .iter()
            .any(|word| label.ends_with(word))
    };
    (fits && (grouped && (loose || called() || number.starts_with('+')) || loose || called()))
        .then(|| TextRange::new(range.start, range.start + number.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, loose: bool) -> Vec<String> {
        let show =
            |detail: Detail| format!("{:?} {}", detail.kind, &text[detail.range.start..detail.range.end]);
        details(text, loose).into_iter().map(show).collect()
    }

    #[test]
    fn addresses_handles_and_numbers_are_found() {
        assert_eq!(
            shown("Tel.: +47 22 00 00 00, jane.ode@fens.example. Follow @fens_no", false),
            ["Phone +47 22 00 00 00", "Email jane.ode@fens.example", "Handle @fens_no"]
        );
        assert_eq!(shown("(613) 555-0142 ext. 12", true), ["Phone (613) 555-0142 ext. 12"]);
        assert_eq!(
            shown("Fax: 020 7946 0000 or www.fens.example/press.", true),
            ["Fax 020 7946 0000", "Url www.fens.example/press"]
        );
    }

    #[test]
    fn years_dates_and_sums_are_no_numbers_to_dial() {
        for text in
            ["in 2007-2010", "on 12-05-2019", "$ 1 200 000 000", "A/RES/70/1", "some 1,200,000 people"]
        {
            assert_eq!(shown(text, true), Vec::<String>::new(), "{text}");
        }
        assert_eq!(shown("about 12 345 678 people", false), Vec::<String>::new());
    }
}
