//! Bare figures of a table whose head names the currency: `Budget (DKK)` over `350,000`.
//!
//! ```abnf
//! head = [noun] ["("] currency [scale] [")"]      ; Cost (US$ million), Total EUR, Budget in thousands of euros
//! cell = figure                                   ; nothing else in the cell; thousands parted, or a head with scale
//! ```
//!
//! Cells stand in reading order without their columns, so that a head holds for the figures that follow it until another
//! head or [`REACH`] cells without one. A figure without separators may be a year or a number, and is none.

use rapporteur_model::{CurrencyBasis, TextRange};
use rust_decimal::Decimal;

use super::{
    Money,
    doubt::{certain, fits_case, stands_free},
    is_space, numeral,
};
use crate::lexicon::values::{CurrencyForm, FormKind, Values};

/// Cells without money behind which a head is forgotten.
const REACH: usize = 60;

/// Nouns of a head over money.
const NOUNS: &[&str] = &[
    "budget",
    "cost",
    "costs",
    "amount",
    "amounts",
    "total",
    "value",
    "funding",
    "contribution",
    "contributions",
    "expenditure",
    "allocation",
    "price",
    "estimate",
    "estimated",
    "grant",
    "sum",
    "financing",
    "commitment",
    "commitments",
    "disbursement",
    "disbursements",
    "pledge",
    "pledges",
    "investment",
    "in",
];

/// The head that holds for the cells to come.
#[derive(Default)]
pub(super) struct Column {
    head: Option<Head>,
    idle: usize,
}

struct Head {
    currency: Option<(String, CurrencyBasis)>,
    scale: Decimal,
    /// May a stop part thousands?
    dotted: bool,
}

impl Column {
    /// Reads a cell: a head is kept, a bare figure under one is money.
    pub(super) fn read(&mut self, text: &str, values: &Values) -> Option<Money> {
        if text.len() > 48 {
            return None;
        }
        if let Some(head) = head(text, values) {
            (self.head, self.idle) = (Some(head), 0);
            return None;
        }
        let head = self.head.as_ref()?;
        self.idle += 1;
        let found = figure(text, head);
        if found.is_some() {
            self.idle = 0;
        } else if self.idle > REACH {
            self.head = None;
        }
        found
    }
}

/// The head that a cell is, where it names a currency, money and nothing else.
fn head(text: &str, values: &Values) -> Option<Head> {
    if !text.contains(char::is_alphabetic) && !text.contains(['$', '€', '£', '¥', '₹']) {
        return None;
    }
    let (range, form): (_, &CurrencyForm) = values
        .currency_hits(text)
        .find(|(range, form)| fits_case(&text[range.clone()], form) && stands_free(text, range, form))?;
    let around = [&text[..range.start], &text[range.end..]];
    let mut scale = Decimal::ONE;
    let mut bracketed = text[..range.start].ends_with('(');
    for word in
        around.iter().flat_map(|part| part.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’'))))
    {
        match word.to_lowercase().as_str() {
            "" | "of" | "the" => {}
            "million" | "millions" | "mn" | "m" => scale = Decimal::from(1_000_000),
            "thousand" | "thousands" | "000" | "'000" | "’000" | "000s" | "'000s" | "’000s" => {
                scale = Decimal::from(1000);
            }
            noun if NOUNS.contains(&noun) => bracketed = true,
            _ if bracketed => {}
            _ => return None,
        }
    }
    let code = form.kind == FormKind::Code || form.kind == FormKind::Symbol || form.kind == FormKind::Name;
    let digits = text.chars().any(|c| c.is_ascii_digit() && c != '0');
    let english = form.form.contains(['$', '£']);
    // What another sign means in the document is not known here; a bare "$" is settled like any other.
    let settled = certain(form).is_some() || form.form == "$";
    (code && !digits && settled).then(|| Head { currency: certain(form), scale, dotted: !english })
}

/// The money that a cell of a bare figure is.
fn figure(text: &str, head: &Head) -> Option<Money> {
    let trimmed = text.trim_matches(is_space);
    let start = text.len() - text.trim_start_matches(is_space).len();
    let (rest, value) = numeral::figure(trimmed).ok()?;
    let parted = trimmed.contains([',', '.', ' ', '’', '\'', '\u{a0}', '\u{202f}', '\u{2009}']);
    let whole = rest.is_empty() && (parted || head.scale > Decimal::ONE);
    // "700.000": no money has three decimals.
    let thousand = head.dotted
        && head.scale == Decimal::ONE
        && trimmed
            .split_once('.')
            .is_some_and(|(front, part)| part.len() == 3 && front.len() <= 3 && !front.starts_with('0'));
    let value = if thousand { value * Decimal::ONE_THOUSAND } else { value };
    let value = value.checked_mul(head.scale)?.normalize();
    let large = value >= Decimal::ONE_THOUSAND;
    (whole && large).then(|| Money {
        range: TextRange::new(start, start + trimmed.len()),
        value,
        max: None,
        currency: head.currency.clone(),
        qualifier: None,
        per: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cells: &[&str]) -> Vec<String> {
        let (values, mut column) = (Values::embedded(), Column::default());
        let read = |cell: &&str| {
            let money = column.read(cell, &values)?;
            let code = money.currency.map_or("?".to_owned(), |(code, _)| code);
            Some(format!("{} {code}", money.value))
        };
        cells.iter().filter_map(read).collect()
    }

    #[test]
    fn figures_under_a_head_of_money_are_money() {
        for (cells, found) in [
            (
                &["Activity", "Budget (DKK)", "Dig wells", "350,000", "1 150 000"][..],
                "350000 DKK/1150000 DKK",
            ),
            (&["Line", "Total EUR", "Water", "700.000", "3.000.000"][..], "700000 EUR/3000000 EUR"),
            (&["Cost (US$ million)", "2.5"][..], "2500000 USD"),
            (&["Amount in thousands of euros", "450"][..], "450000 EUR"),
            (&["Budget ($)", "12,500"][..], "12500 ?"),
            // Years, numbers, ranges, figures under no head of money.
            (&["Budget (DKK)", "2015", "1.2", "2015-16", "Q3 2015", "12,000 people"][..], ""),
            (&["People", "12,000"][..], ""),
            (&["Report of the EUR group", "12,000"][..], ""),
        ] {
            assert_eq!(read(cells).join("/"), found, "{cells:?}");
        }
    }
}
