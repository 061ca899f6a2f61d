//! One sum of money at a form: the figure behind it or in front, with the cents, codes and countries around.
//!
//! ```abnf
//! behind  = [scale-letter] form [space] figures [space mark]      ; $14 million, MUSD 20, $5 million (US)
//! front   = figures [space] [scale-letter] form [cents]           ; 20 euros, 30 MUSD, 20 dollars and 43 cents
//! mark    = code / "(" code ")" / "(" country ")" / country      ; the last before a stop or a small word
//! ```

use nom::Parser;
use rapporteur_model::{CurrencyBasis, Qualifier, TextRange};
use rust_decimal::Decimal;

use super::{
    Figures, Joint, Money, doubt, figures, is_space,
    numeral::{self, Read},
    qualifier, rate,
};
use crate::lexicon::values::{CurrencyForm, FormKind, Values};

/// Adjectives and abbreviations of nations that stand behind a dollar figure.
const NATIONS: &[(&str, &str)] = &[
    ("US", "USD"),
    ("U.S.", "USD"),
    ("USA", "USD"),
    ("American", "USD"),
    ("Canadian", "CAD"),
    ("Cdn", "CAD"),
    ("CDN", "CAD"),
    ("Can", "CAD"),
    ("CAN", "CAD"),
    ("Australian", "AUD"),
    ("AU", "AUD"),
    ("Aust", "AUD"),
    ("NZ", "NZD"),
    ("New Zealand", "NZD"),
    ("Singapore", "SGD"),
    ("Singaporean", "SGD"),
    ("Hong Kong", "HKD"),
    ("HK", "HKD"),
    ("Taiwan", "TWD"),
    ("NT", "TWD"),
    ("Fijian", "FJD"),
    ("Fiji", "FJD"),
    ("Jamaican", "JMD"),
    ("Barbadian", "BBD"),
    ("Bahamian", "BSD"),
    ("TT", "TTD"),
    ("EC", "XCD"),
    ("Namibian", "NAD"),
    ("Liberian", "LRD"),
    ("Mexican", "MXN"),
];

/// `$14 million`, `USD 200`, `CAD$3 million`; a code behind a bare sign counts (`$5 million USD`).
pub(super) fn behind(
    text: &str,
    range: &std::ops::Range<usize>,
    form: &CurrencyForm,
    values: &Values,
) -> Option<Money> {
    if form.kind == FormKind::Minor {
        return None;
    }
    let (scale, start) = doubt::scale_in_front(text, range, form);
    let rest = &text[range.end..];
    let trimmed = rest.trim_start_matches(is_space);
    if rest.len() - trimmed.len() > 3 || !trimmed.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let joint = Joint::behind(&text[..start]);
    let sign = |input| sign_again(input, form);
    let (left, found) = decimal_comma(trimmed).or_else(|| figures(values, trimmed, joint, sign).ok())?;
    let (left, found) = thousands_dot(left, found, trimmed, form);
    let (left, letter) = if found.scaled { (left, Decimal::ONE) } else { scale_behind(left) };
    let found = found.times(scale)?.times(letter)?;
    if doubt::numbered_after(left) || !doubt::is_sure(form, &found, trimmed) {
        return None;
    }
    let mut end = text.len() - left.len();
    let mut currency = doubt::certain(form);
    if let Some((code, length)) = code_behind(left, values).or_else(|| nation_behind(left, form)) {
        end += length;
        currency = Some((code, CurrencyBasis::Explicit));
    }
    let (value, end) = with_cents(text, end, found, form, values);
    Some(money(text, start, end, value, found, currency))
}

/// `£5.5 m`: behind a sign or code a letter is a scale even with a blank in front, where it ends the sum.
fn scale_behind(left: &str) -> (&str, Decimal) {
    let none = (left, Decimal::ONE);
    let trimmed = left.trim_start_matches(is_space);
    let mut chars = trimmed.chars();
    let scale = match chars.next() {
        Some('m') => 1_000_000_u32,
        Some('b') => 1_000_000_000,
        Some('k') => 1_000,
        _ => return none,
    };
    let rest = chars.as_str();
    let ends = rest.is_empty()
        || rest.starts_with(is_space)
        || (rest.starts_with([',', '.', ';', ':', ')', '–'])
            && !rest[1..].starts_with(char::is_alphanumeric));
    // "$5 b) the second": a letter of a list.
    let listed = rest.starts_with(')') && !rest[1..].starts_with([',', '.', ';']) && rest.len() > 1;
    let one_blank = left.len() - trimmed.len() == left.chars().next().map_or(0, char::len_utf8);
    if ends && !listed && one_blank && trimmed.len() < left.len() {
        (rest, Decimal::from(scale))
    } else {
        none
    }
}

/// `20 euros`, `10 to 20 dollars`, `500 million Canadian dollars`, `50 cents`.
pub(super) fn in_front(
    text: &str,
    range: &std::ops::Range<usize>,
    form: &CurrencyForm,
    values: &Values,
    reach: usize,
) -> Option<Money> {
    let (scale, form_start) = doubt::scale_in_front(text, range, form);
    let lead = text.get(reach..form_start)?.trim_end_matches(|c: char| is_space(c) || c == '-');
    let blanks = form_start - reach - lead.len();
    if blanks > 3 || lead.is_empty() {
        return None;
    }
    // "2,5 Mrd. Euro": the stop of an abbreviated scale.
    let abbreviated = ["bn.", "mn.", "mln.", "bln.", "tn.", "Mrd.", "Mio.", "Mia."];
    let lead =
        if abbreviated.iter().any(|word| lead.ends_with(word)) { &lead[..lead.len() - 1] } else { lead };
    let lead_end = reach + lead.len();
    let window = lead.char_indices().rev().take(70).last().map_or(0, |(at, _)| at) + reach;
    let begins = |at: usize| {
        !text[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | '$' | '/'))
    };
    let begin_of = |at: usize| text[at..].starts_with(char::is_alphanumeric) && begins(at);
    let (start, found) =
        (window..lead_end).filter(|at| text.is_char_boundary(*at) && begin_of(*at)).find_map(|start| {
            let input = &text[start..lead_end];
            let joint = Joint::behind(&text[..start]);
            let sign = |input| sign_again(input, form);
            let article = |input: &str| input.eq_ignore_ascii_case("a") || input.eq_ignore_ascii_case("one");
            if article(input)
                && matches!(form.kind, FormKind::Name | FormKind::Minor)
                && !text[range.clone()].ends_with('s')
            {
                let one = Figures { value: Decimal::ONE, max: None, scaled: false, digits: false };
                return Some((start, one));
            }
            let (left, found) = decimal_comma(input)
                .filter(|(left, _)| left.is_empty())
                .or_else(|| figures(values, input, joint, sign).ok())?;
            let (left, found) = thousands_dot(left, found, input, form);
            left.trim_start_matches(is_space).is_empty().then_some((start, found))
        })?;
    let found = found.times(scale)?;
    if !doubt::is_sure_name(text, start, range, form, &found) {
        return None;
    }
    let (value, end) = match form.kind {
        FormKind::Minor => (found.value.checked_div(Decimal::ONE_HUNDRED)?.normalize(), range.end),
        _ => with_cents(text, range.end, found, form, values),
    };
    let mut found = found;
    if form.kind == FormKind::Minor {
        found.max =
            found.max.and_then(|max| max.checked_div(Decimal::ONE_HUNDRED)).map(|max| max.normalize());
    }
    let nation = nation_behind(&text[end..], form).map(|(code, length)| (code, end + length));
    let (currency, end) = match nation {
        Some((code, end)) => (Some((code, CurrencyBasis::Explicit)), end),
        None => (doubt::certain(form), end),
    };
    Some(money(text, start, end, value, found, currency))
}

fn money(
    text: &str,
    start: usize,
    end: usize,
    value: Decimal,
    found: Figures,
    currency: Option<(String, CurrencyBasis)>,
) -> Money {
    Money {
        range: TextRange::new(start, end),
        value,
        max: found.max,
        currency,
        qualifier: qualifier::beside(&text[..start], &text[end..])
            .or_else(|| text[start..end].contains('+').then_some(Qualifier::AtLeast)),
        per: rate::per(&text[end..]).or_else(|| rate::yearly(&text[..start], &text[end..])),
    }
}

/// The sign again in front of the upper end of a range.
fn sign_again<'a>(input: &'a str, form: &CurrencyForm) -> Option<&'a str> {
    let bare = form.form.trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == '.');
    let rest = input
        .strip_prefix(form.form.as_str())
        .or_else(|| if bare.is_empty() { None } else { input.strip_prefix(bare) })?;
    Some(rest.trim_start_matches(is_space))
}

/// `€ 2,50`: a comma before two digits that end the figure parts the cents.
fn decimal_comma(input: &str) -> Option<(&str, Figures)> {
    let read = |input| -> Read<'_, (&str, &str)> {
        let (rest, whole) = numeral::digits(1, 3)(input)?;
        let (rest, _) = nom::bytes::complete::tag(",").parse(rest)?;
        let (rest, cents) = numeral::digits(2, 2)(rest)?;
        Ok((rest, (whole, cents)))
    };
    let (rest, (whole, cents)) = read(input).ok()?;
    let goes_on = rest.starts_with(',')
        || rest.trim_start_matches(is_space).starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-');
    let value = format!("{whole}.{cents}").parse().ok()?;
    (!goes_on).then_some((rest, Figures { value, max: None, scaled: false, digits: true }))
}

/// `€15.000`: no money has three decimals, so the stop parts thousands; a dollar or pound figure never does so.
fn thousands_dot<'a>(
    left: &'a str,
    found: Figures,
    input: &'a str,
    form: &CurrencyForm,
) -> (&'a str, Figures) {
    let printed = &input[..input.len() - left.len()];
    let english = form.form.contains(['$', '£']) || form.form.to_ascii_lowercase().contains("dollar");
    let three = printed.trim_end().split_once('.').is_some_and(|(whole, part)| {
        whole.len() <= 3
            && !whole.starts_with('0')
            && part.len() == 3
            && part.bytes().all(|byte| byte.is_ascii_digit())
    });
    let rate = left.trim_start_matches(is_space).starts_with("per ");
    if three && !english && !found.scaled && found.max.is_none() && !rate {
        let value = (found.value * Decimal::ONE_THOUSAND).normalize();
        return (left, Figures { value, ..found });
    }
    (left, found)
}

/// A code behind the figures, and its length with the blank in front: ` USD`, ` (CAD)`.
fn code_behind(rest: &str, values: &Values) -> Option<(String, usize)> {
    let trimmed = rest.trim_start_matches(is_space);
    let bracket = trimmed.starts_with('(');
    let inner = trimmed.strip_prefix('(').unwrap_or(trimmed);
    let end = inner.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(inner.len());
    let code = inner.get(..end).filter(|code| code.len() == 3)?;
    let known = values.is_code(code);
    let closes = inner[end..].starts_with(')');
    let figure = inner[end..].trim_start().starts_with(|c: char| c.is_ascii_digit());
    if !known || bracket != closes || figure || rest.len() - trimmed.len() > 2 {
        return None;
    }
    Some((code.to_owned(), rest.len() - inner.len() + end + usize::from(bracket)))
}

/// A nation behind a dollar figure: ` (US)`, ` Canadian` where no noun follows that it belongs to.
fn nation_behind(rest: &str, form: &CurrencyForm) -> Option<(String, usize)> {
    if form.form != "$"
        && !form.form.eq_ignore_ascii_case("dollars")
        && !form.form.eq_ignore_ascii_case("dollar")
    {
        return None;
    }
    let trimmed = rest.trim_start_matches(is_space);
    let bracket = trimmed.starts_with('(');
    let inner = trimmed.strip_prefix('(').unwrap_or(trimmed);
    let (nation, code) =
        NATIONS.iter().filter(|(nation, _)| inner.starts_with(nation)).max_by_key(|row| row.0.len())?;
    let left = &inner[nation.len()..];
    let length = rest.len() - left.len();
    if trimmed.len() == rest.len() && !bracket {
        return None;
    }
    if bracket {
        let left = left.strip_prefix([' ']).unwrap_or(left);
        let left = left.strip_prefix("dollars").unwrap_or(left);
        return left.strip_prefix(')').map(|left| ((*code).to_owned(), rest.len() - left.len()));
    }
    let next =
        left.trim_start_matches(is_space).split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    if matches!(next, "dollars" | "Dollars") {
        let blanks = left.len() - left.trim_start_matches(is_space).len();
        return Some(((*code).to_owned(), length + blanks + next.len()));
    }
    let ends = left.is_empty() || left.starts_with([',', '.', ';', ')', ':']);
    let small = matches!(
        next,
        "to" | "for"
            | "in"
            | "over"
            | "from"
            | "and"
            | "per"
            | "a"
            | "was"
            | "is"
            | "by"
            | "at"
            | "on"
            | "each"
    );
    (ends || (left.starts_with(is_space) && small)).then(|| ((*code).to_owned(), length))
}

/// The value with the cents behind it: `20 dollars and 43 cents`; without the word only where the sentence ends.
fn with_cents(
    text: &str,
    end: usize,
    found: Figures,
    form: &CurrencyForm,
    values: &Values,
) -> (Decimal, usize) {
    let cents = |input| -> Read<'_, u64> {
        let (i, _) = numeral::ws1(input)?;
        let (i, _) = nom::combinator::opt((nom::bytes::complete::tag("and"), numeral::ws1)).parse(i)?;
        let digits = |i| {
            let (i, run) = numeral::digits(1, 2)(i)?;
            run.parse().map(|value| (i, value)).map_err(|_| nom::Err::Error(()))
        };
        let (rest, count) = nom::branch::alt((digits, |i| numeral::spelled(values, i))).parse(i)?;
        let named =
            (numeral::ws0, nom::branch::alt((numeral::word, nom::bytes::complete::tag("¢")))).parse(rest);
        let minor = named.ok().filter(|(_, (_, name))| {
            matches!(
                *name,
                "cents"
                    | "cent"
                    | "c"
                    | "¢"
                    | "pence"
                    | "p"
                    | "sen"
                    | "paise"
                    | "kopecks"
                    | "kopiykas"
                    | "sens"
            )
        });
        let closed = rest.is_empty()
            || rest.starts_with(['.', '!', '?', ';']) && !rest[1..].starts_with(|c: char| c.is_ascii_digit());
        let bare = closed && matches!(form.kind, FormKind::Name | FormKind::Code);
        match minor {
            Some((rest, _)) if count < 100 => Ok((rest, count)),
            None if bare && count < 100 => Ok((rest, count)),
            _ => Err(nom::Err::Error(())),
        }
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
