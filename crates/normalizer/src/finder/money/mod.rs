//! Money: `$14 million`, `CAD$3 million`, `20 euros`, `US$5–7 billion`, `50 cents`.
//!
//! ```abnf
//! money  = form [space] figures [space mark] / figures [space] form [["and"] minor]
//! form   = ISO 4217 code / sign / name                 ; data/currencies.csv
//! minor  = figure [space] ("cents" / "pence" / …)
//! ```
//!
//! An automaton finds the forms; the figures stand right behind (signs, codes) or in front (names, codes): the
//! grammar is in `reading`, what is no money in `doubt`. Values are exact decimals in major units. A form that means
//! several currencies (`$`, `rupees`) is settled by `currency` once the issuer is known; `rate` reads `a year` and
//! `over five years`, `column` bare figures under a head that names a currency. Not here: what the money is for (stage `funding`).

mod column;
mod currency;
mod doubt;
mod rate;
mod reading;
#[cfg(test)]
mod tests;

use rapporteur_model::{
    Amount, AmountId, AmountKind, CurrencyBasis, Document, Location, PassageId, PassageRole, Qualifier,
    TextRange,
};
use rust_decimal::Decimal;

pub use self::currency::resolve_currency;
use self::{
    doubt::{fits_case, stands_free},
    reading::{behind, in_front},
};
use super::quantity::{
    amount::{Figures, Joint, figures},
    numeral::{self, is_space},
    qualifier,
};
use crate::{
    Context, Lexicon,
    lexicon::values::{FormKind, Values},
};

/// Finds the money of a document. A currency that hangs on the country is left open for [`resolve_currency`].
pub fn find(document: &mut Document, lexicon: &Lexicon, _context: &Context) {
    let mut found = Vec::new();
    let mut column = column::Column::default();
    for (index, passage) in document.passages.iter().enumerate() {
        let cell = if passage.role == PassageRole::Cell {
            column.read(passage.text(), &lexicon.values)
        } else {
            None
        };
        for money in cell.into_iter().chain(scan(passage.text(), &lexicon.values)) {
            found.push(Amount {
                id: AmountId(found.len() + 1),
                at: Location { passage: PassageId(index), range: money.range },
                kind: AmountKind::Money,
                value: money.value,
                value_max: money.max,
                currency_basis: money.currency.as_ref().map(|(_, basis)| *basis),
                currency: money.currency.map(|(code, _)| code),
                currency_candidates: Vec::new(),
                qualifier: money.qualifier,
                unit: None,
                per: money.per,
                period: None,
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
    /// What it is paid for each of.
    pub per: Option<String>,
}

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
        let back = behind(text, &range, form, values);
        let money = if matches!(form.kind, FormKind::Code | FormKind::Name) {
            // "17 USD 25 …": a name or code between two figures belongs to the first, but for a year
            // or where it is glued to the second.
            let glued = text[range.end..].starts_with(|c: char| c.is_ascii_digit());
            match (in_front(text, &range, form, values, reach), back) {
                (Some(front), Some(back)) if glued || is_year(&text[front.range.start..range.start]) => {
                    Some(back)
                }
                (front, back) => front.or(back),
            }
        } else {
            back.or_else(|| in_front(text, &range, form, values, reach))
        };
        if let Some(money) = money {
            reach = money.range.end;
            match found.last_mut().filter(|last| is_one_range(text, last, &money)) {
                Some(last) => {
                    last.max = Some(money.value);
                    last.range.end = money.range.end;
                    last.per = money.per;
                }
                None => found.push(money),
            }
        }
    }
    found
}

/// A bare figure that reads as a year: `in 2019 USD 5 million`.
fn is_year(printed: &str) -> bool {
    let printed = printed.trim();
    printed.len() == 4 && printed.parse().is_ok_and(|year: u16| (1900..2100).contains(&year))
}

/// Are two sums the ends of one range: `10 dollars to 20 dollars`?
fn is_one_range(text: &str, low: &Money, high: &Money) -> bool {
    let joint = text.get(low.range.end..high.range.start).unwrap_or_default();
    let before = &text[..low.range.start];
    let joined = match Joint::behind(before) {
        Joint::Between => joint == " and ",
        Joint::Plain => joint == " to " && before.trim_end().ends_with("from"),
        Joint::Change => false,
    };
    joined
        && low.max.is_none()
        && high.max.is_none()
        && low.value < high.value
        && low.currency == high.currency
}
