//! Money: `$14 million`, `CAD$3 million`, `20 euros`, `US$5–7 billion`, `50 cents`.
//!
//! ```abnf
//! money  = form [space] figures [space code] / figures [space] form [["and"] minor]
//! form   = ISO 4217 code / sign / name                 ; data/currencies.csv
//! minor  = figure [space] ("cents" / "pence" / …)
//! ```
//!
//! An automaton finds the forms; the figures stand right behind (signs, codes) or in front (names, codes).
//! Values are exact decimals in major units. A form that means several currencies (`$`, `rupees`) is settled by
//! `currency` once the issuer is known. Not here: what the money is for (stage `funding`).

mod currency;
#[cfg(test)]
mod tests;

use nom::Parser;
use rapporteur_model::{
    Amount, AmountId, AmountKind, CurrencyBasis, Document, Location, PassageId, Qualifier, TextRange,
};
use rust_decimal::Decimal;

pub use self::currency::resolve_currency;
use super::quantity::{
    amount::{Figures, figures},
    numeral::{self, is_space},
    qualifier,
};
use crate::{
    Context, Lexicon,
    lexicon::values::{CurrencyForm, FormKind, Values},
};

/// Finds the money of a document. A currency that hangs on the country is left open for [`resolve_currency`].
pub fn find(document: &mut Document, lexicon: &Lexicon, _context: &Context) {
    let mut found = Vec::new();
    for (index, passage) in document.passages.iter().enumerate() {
        for money in scan(passage.text(), &lexicon.values) {
            found.push(Amount {
                id: AmountId(found.len() + 1),
                at: Location { passage: PassageId(index), range: money.range },
                kind: AmountKind::Money,
                value: money.value,
                value_max: money.max,
                currency_basis: money.currency.as_ref().map(|(_, basis)| *basis),
                currency: money.currency.map(|(code, _)| code),
                qualifier: money.qualifier,
                unit: None,
                role: None,
            });
        }
    }
    document.amounts = found;
}

/// Money as it was found.
pub(super) struct Money {
    pub range: TextRange,
    pub value: Decimal,
    pub max: Option<Decimal>,
    /// Code and basis, where the form means one currency.
    pub currency: Option<(String, CurrencyBasis)>,
    pub qualifier: Option<Qualifier>,
}

/// Codes that are also words in capitals, or known from other things ("COP 27", "TOP 10").
const WORDLIKE: &[&str] = &[
    "ALL", "ANG", "BAM", "BOB", "COP", "CUP", "GEL", "HKD", "KIP", "LAK", "MAD", "MOP", "PEN", "RON", "SAR",
    "SOS", "STD", "TOP", "TRY", "WON", "CAD", "MUR", "NAD", "PAB", "SLL", "SVC", "AMD", "GIP", "LSL", "XAU",
    "XAG",
];

/// Names that are other things too: weights, verbs, totals.
const DOUBTFUL: &[&str] = &[
    "pounds", "pound", "sums", "sum", "som", "crowns", "real", "reals", "won", "rand", "lei", "soles",
    "sterling", "p", "kina", "kip", "lira", "tala",
];

/// The money of a text, in order.
pub(super) fn scan(text: &str, values: &Values) -> Vec<Money> {
    let mut found: Vec<Money> = Vec::new();
    let mut reach = 0;
    for (range, form) in values.currency_hits(text) {
        if range.start < reach {
            continue;
        }
        let printed = &text[range.clone()];
        if !fits_case(printed, form) || !stands_free(text, &range, form) {
            continue;
        }
        // "17 USD 25 …": a code between two figures belongs to the first.
        let before = &text[..range.start];
        let figure_before = before.ends_with(' ')
            && before.trim_end().ends_with(|c: char| c.is_ascii_digit())
            && matches!(form.kind, FormKind::Code | FormKind::Name)
            && text[range.end..].starts_with(is_space);
        let money = if figure_before {
            in_front(text, &range, form, values, reach).or_else(|| behind(text, &range, form, values))
        } else {
            behind(text, &range, form, values).or_else(|| in_front(text, &range, form, values, reach))
        };
        if let Some(money) = money {
            reach = money.range.end;
            match found.last_mut().filter(|last| is_one_range(text, last, &money)) {
                Some(last) => {
                    last.max = Some(money.value);
                    last.range.end = money.range.end;
                }
                None => found.push(money),
            }
        }
    }
    found
}

/// Are two sums the ends of one range: `10 dollars to 20 dollars`?
fn is_one_range(text: &str, low: &Money, high: &Money) -> bool {
    let joint = text.get(low.range.end..high.range.start).unwrap_or_default();
    let between = text[..low.range.start].trim_end().ends_with("between") && joint == " and ";
    (between || joint == " to ")
        && text[..low.range.start].trim_end().ends_with(if between { "between" } else { "from" })
        && low.max.is_none()
        && high.max.is_none()
        && low.value < high.value
        && low.currency == high.currency
}

/// Codes and letters count only in their own case; names in any.
pub(super) fn fits_case(printed: &str, form: &CurrencyForm) -> bool {
    let lettered = printed.chars().all(|c| c.is_alphabetic() || c == '.');
    match form.kind {
        FormKind::Code => printed == form.form,
        FormKind::Symbol if lettered && printed.len() <= 3 => printed == form.form,
        _ => true,
    }
}

pub(super) fn stands_free(text: &str, range: &std::ops::Range<usize>, form: &CurrencyForm) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    let starts_lettered = form.form.starts_with(char::is_alphabetic);
    let ends_lettered = form.form.ends_with(char::is_alphabetic);
    !(starts_lettered && (letter(before) || matches!(before, Some('_' | '@' | '/' | '-'))))
        && !(ends_lettered && (letter(after) || matches!(after, Some('_' | '@'))))
}

/// `$14 million`, `USD 200`, `CAD$3 million`; a code behind a bare sign counts (`$5 million USD`).
fn behind(text: &str, range: &std::ops::Range<usize>, form: &CurrencyForm, values: &Values) -> Option<Money> {
    if form.kind == FormKind::Minor {
        return None;
    }
    let rest = &text[range.end..];
    let trimmed = rest.trim_start_matches(is_space);
    if rest.len() - trimmed.len() > 3 || !trimmed.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let between = text[..range.start].trim_end_matches(is_space).ends_with("between");
    let sign = |input| sign_again(input, form);
    let (left, found) = figures(values, trimmed, between, sign).ok()?;
    if numbered_after(left) || !is_sure(form, &found, trimmed) {
        return None;
    }
    let mut end = text.len() - left.len();
    let mut currency = certain(form);
    if let Some((code, length)) = code_behind(left, values) {
        end += length;
        currency = Some((code, CurrencyBasis::Explicit));
    }
    let (value, end) = with_cents(text, end, found, values);
    Some(Money {
        range: TextRange::new(range.start, end),
        value,
        max: found.max,
        currency,
        qualifier: qualifier::beside(&text[..range.start], &text[end..]),
    })
}

/// `20 euros`, `10 to 20 dollars`, `500 million Canadian dollars`, `50 cents`.
fn in_front(
    text: &str,
    range: &std::ops::Range<usize>,
    form: &CurrencyForm,
    values: &Values,
    reach: usize,
) -> Option<Money> {
    let lead = text[reach..range.start].trim_end_matches(|c: char| is_space(c) || c == '-');
    let blanks = range.start - reach - lead.len();
    if blanks > 3 || lead.is_empty() {
        return None;
    }
    let lead_end = reach + lead.len();
    let window = lead.char_indices().rev().take(70).last().map_or(0, |(at, _)| at) + reach;
    let begins = |at: usize| {
        !text[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | '$' | '/'))
    };
    let begin_of = |at: usize| text[at..].starts_with(char::is_alphanumeric) && begins(at);
    let starts: Vec<usize> =
        (window..lead_end).filter(|at| text.is_char_boundary(*at) && begin_of(*at)).collect();
    let (start, found) = starts.into_iter().find_map(|start| {
        let input = &text[start..lead_end];
        let between = text[..start].trim_end_matches(is_space).ends_with("between");
        let sign = |input| sign_again(input, form);
        let article = |input: &str| input.eq_ignore_ascii_case("a") || input.eq_ignore_ascii_case("one");
        if article(input)
            && matches!(form.kind, FormKind::Name | FormKind::Minor)
            && is_single(&text[range.clone()])
        {
            let one = Figures { value: Decimal::ONE, max: None, scaled: false, digits: false };
            return Some((start, one));
        }
        let (left, found) = figures(values, input, between, sign).ok()?;
        left.trim_start_matches(is_space).is_empty().then_some((start, found))
    })?;
    if !is_sure_name(text, start, range, form, &found) {
        return None;
    }
    let (value, end) = match form.kind {
        FormKind::Minor => (found.value.checked_div(Decimal::ONE_HUNDRED)?.normalize(), range.end),
        _ => with_cents(text, range.end, found, values),
    };
    Some(Money {
        range: TextRange::new(start, end),
        value,
        max: found.max,
        currency: certain(form),
        qualifier: qualifier::beside(&text[..start], &text[end..]),
    })
}

/// Is the name in the singular ("a dollar")?
fn is_single(printed: &str) -> bool {
    !printed.ends_with('s')
}

/// The sign again in front of the upper end of a range.
fn sign_again<'a>(input: &'a str, form: &CurrencyForm) -> Option<&'a str> {
    let bare = form.form.trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == '.');
    let rest = input
        .strip_prefix(form.form.as_str())
        .or_else(|| if bare.is_empty() { None } else { input.strip_prefix(bare) })?;
    Some(rest.trim_start_matches(is_space))
}

/// Does the figure go on as something else: a time, a date, a percentage, part of a document's number?
fn numbered_after(rest: &str) -> bool {
    let mut chars = rest.chars();
    match chars.next() {
        Some('%' | '_') => true,
        Some(':' | '/') => chars.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => c.is_alphabetic(),
        None => false,
    }
}

/// Is a form in letters meant as a currency? A wordlike code or a single letter needs a figure such as money has.
fn is_sure(form: &CurrencyForm, found: &Figures, figure: &str) -> bool {
    let letters = form.form.chars().filter(|c| c.is_alphabetic()).count();
    let sign = form.form.chars().any(|c| !c.is_alphabetic() && c != '.');
    // The stop or comma behind "COP26," is the sentence's.
    let run =
        figure.split(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.'))).next().unwrap_or_default();
    let run = run.trim_end_matches(['.', ',']);
    let figure_of_money = found.scaled || run.len() > 4 || run.contains(['.', ',']);
    if form.form.starts_with("S/") {
        // "S/2010/123" is a document of a council.
        return found.scaled || run.contains([',', '.']);
    }
    if sign {
        return true;
    }
    match form.kind {
        FormKind::Code => {
            !WORDLIKE.contains(&form.form.as_str())
                || form.form == "CAD"
                || form.form == "HKD"
                || figure_of_money
        }
        FormKind::Symbol if letters <= 1 => figure_of_money,
        FormKind::Symbol => {
            !matches!(
                form.form.as_str(),
                "DA" | "MT" | "VT" | "Br" | "LE" | "SR" | "QR" | "JD" | "KD" | "Bs" | "Nu" | "Bt" | "DM"
            ) || figure_of_money
        }
        FormKind::Name => !DOUBTFUL.contains(&form.form.to_ascii_lowercase().as_str()),
        FormKind::Minor => false,
    }
}

/// Is a name behind a figure meant as money? "won", "pounds", "sums", "crowns" are other things too.
fn is_sure_name(
    text: &str,
    start: usize,
    range: &std::ops::Range<usize>,
    form: &CurrencyForm,
    found: &Figures,
) -> bool {
    let printed = &text[range.clone()];
    let rest = text[range.end..].trim_start_matches(is_space);
    let doubtful = DOUBTFUL.contains(&printed.to_ascii_lowercase().as_str());
    let weight =
        printed.to_ascii_lowercase().starts_with("pound") && rest.starts_with("of ") && !found.scaled;
    let glued_letter = form.form.chars().count() == 1 && form.form.chars().all(char::is_alphabetic);
    let digit_before = text[..start].chars().next_back().is_some_and(|c| matches!(c, '.' | '-' | '/'));
    let words_only = doubtful && !found.scaled && !found.digits;
    let adjacent = range.start == start + text[start..range.start].trim_end().len();
    let letter = glued_letter && !(adjacent && form.kind == FormKind::Minor);
    let code =
        form.kind == FormKind::Code && WORDLIKE.contains(&printed) && form.form != "CAD" && !found.scaled;
    !(weight || digit_before || words_only || letter || code)
}

/// The currency of a form that means one everywhere.
fn certain(form: &CurrencyForm) -> Option<(String, CurrencyBasis)> {
    let code = form.code.as_ref()?;
    if form.by_country.values().any(|other| other != code) {
        return None;
    }
    let national = form.form.chars().any(char::is_alphabetic);
    let basis = if form.kind == FormKind::Symbol && !national {
        CurrencyBasis::Symbol
    } else {
        CurrencyBasis::Explicit
    };
    Some((code.clone(), basis))
}

/// A code behind the figures, and its length with the blank in front: ` USD`, ` (CAD)`.
fn code_behind(rest: &str, values: &Values) -> Option<(String, usize)> {
    let trimmed = rest.trim_start_matches(is_space);
    let bracket = trimmed.starts_with('(');
    let inner = trimmed.strip_prefix('(').unwrap_or(trimmed);
    let end = inner.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(inner.len());
    let code = inner.get(..end).filter(|code| code.len() == 3)?;
    let known = values.currencies().iter().any(|form| form.kind == FormKind::Code && form.form == code);
    let closes = inner[end..].starts_with(')');
    let figure = inner[end..].trim_start().starts_with(|c: char| c.is_ascii_digit());
    if !known || bracket != closes || figure || rest.len() - trimmed.len() > 2 {
        return None;
    }
    Some((code.to_owned(), rest.len() - inner.len() + end + usize::from(bracket)))
}

/// The value with the cents behind it: `20 dollars and 43 cents`.
fn with_cents(text: &str, end: usize, found: Figures, values: &Values) -> (Decimal, usize) {
    let cents = |input| -> numeral::Read<'_, u64> {
        let (i, _) = numeral::ws1(input)?;
        let (i, _) = nom::combinator::opt((nom::bytes::complete::tag("and"), numeral::ws1)).parse(i)?;
        let digits = |i| {
            let (i, run) = numeral::digits(1, 2)(i)?;
            run.parse().map(|value| (i, value)).map_err(|_| nom::Err::Error(()))
        };
        let (i, count) = nom::branch::alt((digits, |i| numeral::spelled(values, i))).parse(i)?;
        let (i, _) = numeral::ws0(i)?;
        let (rest, name) = numeral::word(i)?;
        let minor = matches!(
            name,
            "cents" | "cent" | "c" | "pence" | "p" | "sen" | "paise" | "kopecks" | "kopiykas" | "sens"
        );
        if minor && count < 100 { Ok((rest, count)) } else { Err(nom::Err::Error(())) }
    };
    if found.max.is_some() || found.scaled || !found.value.fract().is_zero() {
        return (found.value, end);
    }
    match cents(&text[end..]) {
        Ok((rest, count)) => {
            (found.value + Decimal::new(i64::try_from(count).unwrap_or(0), 2), text.len() - rest.len())
        }
        Err(_) => (found.value, end),
    }
}
