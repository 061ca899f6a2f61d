//! Dates, amounts and funding lines of the record.

use rapporteur_model::{
    AmountKind, Basis, CurrencyBasis, DateKind, DateMod, DateRole, FundingPlace, FundingStatus, Qualifier,
    RecordKey,
};
use schemars::JsonSchema;
use serde::Serialize;

use super::correction::MarkRecord;
use super::span::Places;
use super::{Named, SpanRecord, Text};

/// A date expression.
#[derive(Serialize, JsonSchema, Clone, Debug)]
#[schemars(rename = "Date")]
pub struct DateRecord<'a> {
    /// Unique in the document: `d1`.
    pub id: Text<'a>,
    /// The bare expression, without the words that `mod` stands for.
    pub text: Text<'a>,
    /// Where it stands.
    pub span: SpanRecord,
    /// EDTF level 1 (ISO 8601-2:2019); ISO 8601 for a duration (`P37Y`) or a set (`P1Y`). An inferred value ends in
    /// `?`. Null for a set without such a form.
    pub edtf: Option<Text<'a>>,
    /// Earliest day that it can mean, ISO 8601; null where that end is open or not known.
    pub earliest: Option<Text<'a>>,
    /// Latest day that it can mean, ISO 8601; null where that end is open or not known.
    pub latest: Option<Text<'a>>,
    /// What the expression names.
    pub kind: Named<DateKind>,
    /// What a word beside it makes of it.
    pub r#mod: Option<Named<DateMod>>,
    /// How its value was found.
    pub basis: Named<Basis>,
    /// Id of the date that it was computed from.
    pub anchor: Option<Text<'a>>,
    /// What it is to the document.
    pub role: Named<DateRole>,
    /// The latest correction of it, where a person's overrides changed it.
    pub r#override: Option<MarkRecord<'a>>,
}

/// An amount of money, a percentage or a count.
#[derive(Serialize, JsonSchema, Clone, Debug)]
#[schemars(rename = "Amount")]
pub struct AmountRecord<'a> {
    /// Unique in the document: `a1`.
    pub id: Text<'a>,
    /// Number and unit, without the qualifier.
    pub text: Text<'a>,
    /// Where it stands.
    pub span: SpanRecord,
    /// What it counts.
    pub kind: Named<AmountKind>,
    /// The figure, an exact decimal in major units; the lower end of a range.
    #[schemars(regex(pattern = r"^-?\d+(\.\d+)?$"))]
    pub value: Text<'a>,
    /// The upper end of a range.
    #[schemars(regex(pattern = r"^-?\d+(\.\d+)?$"))]
    pub value_max: Option<Text<'a>>,
    /// ISO 4217 code, of money.
    pub currency: Option<Text<'a>>,
    /// How the currency was found.
    pub currency_basis: Option<Named<CurrencyBasis>>,
    /// All currencies that the form can mean where it means several (a bare `$`), ISO 4217.
    pub currency_candidates: Vec<Text<'a>>,
    /// What a word beside it makes of it.
    pub qualifier: Option<Named<Qualifier>>,
    /// What is counted, of a count.
    pub unit: Option<Text<'a>>,
    /// What it is paid or counted for each of: `year`, `child`, `tonne`.
    pub per: Option<Text<'a>>,
    /// The time that it is spread over: ISO 8601 (`P5Y`) or an EDTF interval (`2019/2022`).
    pub period: Option<Text<'a>>,
    /// What it is for, in a word.
    pub role: Option<Text<'a>>,
    /// The latest correction of it, where a person's overrides changed it.
    pub r#override: Option<MarkRecord<'a>>,
}

/// Money for a project or purpose.
#[derive(Serialize, JsonSchema, Clone, Debug)]
#[schemars(rename = "Funding")]
pub struct FundingRecord<'a> {
    /// Unique in the document: `f1`.
    pub id: Text<'a>,
    /// The project or purpose.
    pub title: Option<Text<'a>>,
    /// Id of the amount.
    pub amount: Text<'a>,
    /// Entity id of who gives.
    pub donor: Option<Text<'a>>,
    /// Entity id of who receives.
    pub recipient: Option<Text<'a>>,
    /// How far the giving has come, where the words say it.
    pub status: Option<Named<FundingStatus>>,
    /// Id of the section that it stands in; null where it stands in an item.
    pub section: Option<Text<'a>>,
    /// Ref of the item that it stands in; null where it stands in a section's other text.
    pub item: Option<Text<'a>>,
    /// The sentence, entry or heading that says it.
    pub span: SpanRecord,
    /// Id of the total that it is a part of.
    pub part_of: Option<Text<'a>>,
    /// The latest correction of it, where a person's overrides changed it.
    pub r#override: Option<MarkRecord<'a>>,
}

pub(super) fn dates<'a>(places: &Places<'a>) -> Vec<DateRecord<'a>> {
    let mut records = Vec::with_capacity(places.document.dates.len());
    for date in &places.document.dates {
        let (text, span) = places.at(date.at);
        records.push(DateRecord {
            id: date.id.to_string().into(),
            text,
            span,
            edtf: date.edtf.as_deref().map(Text::from),
            earliest: date.bounds.0.as_deref().map(Text::from),
            latest: date.bounds.1.as_deref().map(Text::from),
            kind: Named(date.kind),
            r#mod: date.modifier.map(Named),
            basis: Named(date.basis),
            anchor: places.date(date.anchor),
            role: Named(date.role),
            r#override: places.mark(|| RecordKey::Date(date.id)),
        });
    }
    records
}

pub(super) fn amounts<'a>(places: &Places<'a>) -> Vec<AmountRecord<'a>> {
    let mut records = Vec::with_capacity(places.document.amounts.len());
    for amount in &places.document.amounts {
        let (text, span) = places.at(amount.at);
        records.push(AmountRecord {
            id: amount.id.to_string().into(),
            text,
            span,
            kind: Named(amount.kind),
            value: amount.value.to_string().into(),
            value_max: amount.value_max.map(|value| value.to_string().into()),
            currency: amount.currency.as_deref().map(Text::from),
            currency_basis: amount.currency_basis.map(Named),
            currency_candidates: amount
                .currency_candidates
                .iter()
                .map(|code| Text::from(code.as_str()))
                .collect(),
            qualifier: amount.qualifier.map(Named),
            unit: amount.unit.as_deref().map(Text::from),
            per: amount.per.as_deref().map(Text::from),
            period: amount.period.as_deref().map(Text::from),
            role: amount.role.as_deref().map(Text::from),
            r#override: places.mark(|| RecordKey::Amount(amount.id)),
        });
    }
    records
}

pub(super) fn funding<'a>(places: &Places<'a>) -> Vec<FundingRecord<'a>> {
    let document = places.document;
    let mut records = Vec::with_capacity(document.funding.len());
    for funding in &document.funding {
        let Some(amount) = places.amount(funding.amount) else { continue };
        let (section, item) = match funding.place {
            FundingPlace::Section(index) => (places.section(index), None),
            FundingPlace::Item(index) => (None, places.item(index)),
        };
        records.push(FundingRecord {
            id: funding.id.to_string().into(),
            title: funding.title.as_deref().map(Text::from),
            amount,
            donor: places.entity(funding.donor.as_ref()),
            recipient: places.entity(funding.recipient.as_ref()),
            status: funding.status.map(Named),
            section,
            item,
            span: places.one(document.span(funding.at)),
            part_of: places.funding(funding.part_of),
            r#override: places.mark(|| RecordKey::Funding(funding.id)),
        });
    }
    records
}
