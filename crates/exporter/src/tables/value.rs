//! The rows of values: dates, amounts, funding.

use rapporteur_model::{
    AmountKind, Basis, CurrencyBasis, DateKind, DateMod, DateRole, FundingStatus, Qualifier,
};

use super::declare::{Day, Decimal, table};
use super::{Rows, offset, ordinal};
use crate::record::{DocumentRecord, Named, Text};

table! {
    /// A date expression.
    dates: DateRow<'a>;
    key [document_id, id];
    refers [document_id] to documents [id];
    refers [document_id, anchor] to dates [document_id, id];
    index [earliest, latest];
    index [role];
    {
        /// The document.
        document_id: Text<'a>,
        /// Unique in the document: `d1`.
        id: Text<'a>,
        /// The bare expression.
        text: Text<'a>,
        /// EDTF level 1; ISO 8601 for a duration or a set.
        edtf: Option<Text<'a>>,
        /// Earliest day that it can mean; unknown where that end is open, or outside the years 1 to 9999.
        earliest: Option<Day<'a>>,
        /// Latest day that it can mean; unknown where that end is open, or outside the years 1 to 9999.
        latest: Option<Day<'a>>,
        /// What the expression names.
        kind: Named<DateKind>,
        /// What a word beside it makes of it.
        r#mod: Option<Named<DateMod>>,
        /// How its value was found.
        basis: Named<Basis>,
        /// The date that it was computed from.
        anchor: Option<Text<'a>>,
        /// What it is to the document.
        role: Named<DateRole>,
        /// First code point.
        start: i64,
        /// One past the last code point.
        end: i64,
    }
}

table! {
    /// An amount of money, a percentage or a count.
    amounts: AmountRow<'a>;
    key [document_id, id];
    refers [document_id] to documents [id];
    index [kind, currency, value];
    index [value];
    {
        /// The document.
        document_id: Text<'a>,
        /// Unique in the document: `a1`.
        id: Text<'a>,
        /// Number and unit, without the qualifier.
        text: Text<'a>,
        /// What it counts.
        kind: Named<AmountKind>,
        /// The figure, exact, in major units; the lower end of a range.
        value: Decimal<'a>,
        /// The upper end of a range.
        value_max: Option<Decimal<'a>>,
        /// ISO 4217 code, of money.
        currency: Option<Text<'a>>,
        /// How the currency was found.
        currency_basis: Option<Named<CurrencyBasis>>,
        /// What a word beside it makes of it.
        qualifier: Option<Named<Qualifier>>,
        /// What is counted, of a count.
        unit: Option<Text<'a>>,
        /// What it is paid or counted for each of: `year`, `child`, `tonne`.
        per: Option<Text<'a>>,
        /// The time that it is spread over: ISO 8601 (`P5Y`) or an EDTF interval (`2019/2022`).
        period: Option<Text<'a>>,
        /// What it is for, in a word.
        role: Option<Text<'a>>,
        /// First code point.
        start: i64,
        /// One past the last code point.
        end: i64,
    }
}

table! {
    /// A currency that an amount's form can mean, where it can mean several.
    amount_currencies: AmountCurrencyRow<'a>;
    key [document_id, amount, ordinal];
    refers [document_id, amount] to amounts [document_id, id];
    {
        /// The document.
        document_id: Text<'a>,
        /// The amount.
        amount: Text<'a>,
        /// Its place in the list, from 1.
        ordinal: i64,
        /// ISO 4217 code.
        currency: Text<'a>,
    }
}

table! {
    /// Money for a project or purpose.
    funding: FundingRow<'a>;
    key [document_id, id];
    refers [document_id] to documents [id];
    refers [document_id, amount] to amounts [document_id, id];
    refers [document_id, donor] to entities [document_id, id];
    refers [document_id, recipient] to entities [document_id, id];
    refers [document_id, section] to sections [document_id, id];
    refers [document_id, item] to items [document_id, r#ref];
    refers [document_id, part_of] to funding [document_id, id];
    {
        /// The document.
        document_id: Text<'a>,
        /// Unique in the document: `f1`.
        id: Text<'a>,
        /// The project or purpose.
        title: Option<Text<'a>>,
        /// The amount.
        amount: Text<'a>,
        /// Who gives.
        donor: Option<Text<'a>>,
        /// Who receives.
        recipient: Option<Text<'a>>,
        /// How far the giving has come, where the words say it.
        status: Option<Named<FundingStatus>>,
        /// The section that it stands in.
        section: Option<Text<'a>>,
        /// The item that it stands in.
        item: Option<Text<'a>>,
        /// The total that it is a part of.
        part_of: Option<Text<'a>>,
        /// First code point of the sentence, entry or heading that says it.
        start: i64,
        /// One past its last code point.
        end: i64,
    }
}

pub(super) fn fill(tables: &mut Rows<'_>, record: &DocumentRecord<'_>) {
    for date in &record.dates {
        tables.push(&DateRow {
            document_id: record.id.clone(),
            id: date.id.clone(),
            text: date.text.clone(),
            edtf: date.edtf.clone(),
            earliest: date.earliest.clone().and_then(day),
            latest: date.latest.clone().and_then(day),
            kind: date.kind,
            r#mod: date.r#mod,
            basis: date.basis,
            anchor: date.anchor.clone(),
            role: date.role,
            start: offset(date.span.start),
            end: offset(date.span.end),
        });
    }
    for amount in &record.amounts {
        tables.push(&AmountRow {
            document_id: record.id.clone(),
            id: amount.id.clone(),
            text: amount.text.clone(),
            kind: amount.kind,
            value: Decimal(amount.value.clone()),
            value_max: amount.value_max.clone().map(Decimal),
            currency: amount.currency.clone(),
            currency_basis: amount.currency_basis,
            qualifier: amount.qualifier,
            unit: amount.unit.clone(),
            per: amount.per.clone(),
            period: amount.period.clone(),
            role: amount.role.clone(),
            start: offset(amount.span.start),
            end: offset(amount.span.end),
        });
        for (place, currency) in amount.currency_candidates.iter().enumerate() {
            tables.push(&AmountCurrencyRow {
                document_id: record.id.clone(),
                amount: amount.id.clone(),
                ordinal: ordinal(place),
                currency: currency.clone(),
            });
        }
    }
    for funding in &record.funding {
        tables.push(&FundingRow {
            document_id: record.id.clone(),
            id: funding.id.clone(),
            title: funding.title.clone(),
            amount: funding.amount.clone(),
            donor: funding.donor.clone(),
            recipient: funding.recipient.clone(),
            status: funding.status,
            section: funding.section.clone(),
            item: funding.item.clone(),
            part_of: funding.part_of.clone(),
            start: offset(funding.span.start),
            end: offset(funding.span.end),
        });
    }
}

/// A day as a column. One outside the years 1 to 9999 is left out: as text it would stand in the wrong order, and few
/// databases have such a day; its `edtf` tells it still.
fn day(text: Text<'_>) -> Option<Day<'_>> {
    let is_plain = text.len() == 10 && text.starts_with(|first: char| first.is_ascii_digit());
    (is_plain && !text.starts_with("0000")).then_some(Day(text))
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_are_those_that_sort_as_text() {
        for (text, kept) in [
            ("2021-05-04", true),
            ("0622-07-16", true),
            ("0000-01-01", false),
            ("-0043-03-15", false),
            ("-000043-03-15", false),
            ("+012021-05-04", false),
        ] {
            assert_eq!(day(text.into()).is_some(), kept, "{text}");
        }
    }
}
