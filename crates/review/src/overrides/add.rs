//! Adds a record at a place where none was read.
//!
//! The words at the target are the record's; `value` has its fields, by their names in the output:
//! `{"edtf": "2031-05-04", "role": "event"}`. What is not given is what the finders would take for granted.

use std::str::FromStr as _;

use rapporteur_model::{
    Acronym, Amount, AmountId, AmountKind, Basis, Contact, CurrencyBasis, Date, DateId, DateKind, DateMod,
    DateRole, Document, EntityId, EntityKind, Funding, FundingId, FundingPlace, FundingStatus, Location,
    Mention, MentionBy, Qualifier, Quote, QuoteKind, RecordKey, Reference, Span, Speaker,
};
use rust_decimal::Decimal;
use serde_json::Value;

use super::Override;
use super::apply::Applied;
use super::entities::fresh;
use super::replace::{bounds, text};

/// Adds a record.
pub(super) fn record(document: &mut Document, one: &Override, span: Span) -> Result<Applied, String> {
    let at = document.locate(span).ok_or_else(|| "no passage holds all of these words".to_owned())?;
    let words = document.text(at).to_owned();
    let given = Given { value: &one.value };
    let record = match one.kind.as_str() {
        "date" => date(document, at, &given)?,
        "amount" => amount(document, at, &given)?,
        "funding" => funding(document, at, span, &given)?,
        "entity" => {
            let kind = given.named("kind", EntityKind::from_name)?.unwrap_or(EntityKind::Organization);
            let name = given.text("name")?.unwrap_or_else(|| words.clone());
            let entity = fresh(document, kind, &name, Mention { at, by: MentionBy::Name });
            let id = entity.id.clone();
            document.entities.push(entity);
            RecordKey::Entity(id)
        }
        "quotation" => {
            let speaker =
                given.entity(document, "speaker")?.map(|entity| Speaker { entity: Some(entity), at });
            let kind = given.named("kind", QuoteKind::from_name)?.unwrap_or(QuoteKind::Direct);
            let marks = |sign: char| matches!(sign, '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | ' ');
            let text = given.text("text")?.unwrap_or_else(|| words.trim_matches(marks).to_owned());
            let quote = Quote { at: vec![at], text, kind, speaker, cue: None };
            insert(&mut document.quotes, quote, |quote| quote.at.first().copied());
            RecordKey::Place(at)
        }
        "acronym" => {
            let (Some(short), Some(long)) = (given.text("short")?, given.text("long")?) else {
                return Err("an acronym has \"short\" and \"long\"".to_owned());
            };
            let entity = given.entity(document, "entity")?;
            insert(&mut document.acronyms, Acronym { short, long, at, entity }, |one| Some(one.at));
            RecordKey::Place(at)
        }
        "reference" => {
            insert(&mut document.references, Reference { at }, |one| Some(one.at));
            RecordKey::Place(at)
        }
        _ => {
            let of = |name: &str| given.text(name);
            let (name, organization, email) = (of("name")?, of("organization")?, of("email")?);
            let (phone, url) = (of("phone")?, of("url")?);
            document.contacts.push(Contact {
                name,
                organization,
                email,
                phone,
                handles: Vec::new(),
                url,
                span,
            });
            document.contacts.sort_by_key(|contact| contact.span.start);
            RecordKey::Contact(span)
        }
    };
    Ok(Applied { record, before: None, after: Some(words) })
}

fn date(document: &mut Document, at: Location, given: &Given<'_>) -> Result<RecordKey, String> {
    let id = DateId(document.dates.iter().map(|date| date.id.0).max().unwrap_or(0) + 1);
    let edtf = given.text("edtf")?;
    let date = Date {
        id,
        at,
        bounds: bounds(edtf.as_deref()),
        edtf,
        kind: given.named("kind", DateKind::from_name)?.unwrap_or(DateKind::Date),
        modifier: given.named("mod", DateMod::from_name)?,
        basis: given.named("basis", Basis::from_name)?.unwrap_or(Basis::Explicit),
        anchor: None,
        role: given.named("role", DateRole::from_name)?.unwrap_or(DateRole::Other),
    };
    insert(&mut document.dates, date, |date| Some(date.at));
    Ok(RecordKey::Date(id))
}

fn amount(document: &mut Document, at: Location, given: &Given<'_>) -> Result<RecordKey, String> {
    let id = AmountId(document.amounts.iter().map(|amount| amount.id.0).max().unwrap_or(0) + 1);
    let decimal = |name: &str| -> Result<Option<Decimal>, String> {
        let text = given.text(name)?;
        text.map(|text| Decimal::from_str(&text).map_err(|_| format!("\"{text}\" is no decimal number")))
            .transpose()
    };
    let currency = given.text("currency")?;
    let amount = Amount {
        id,
        at,
        kind: given.named("kind", AmountKind::from_name)?.unwrap_or(AmountKind::Money),
        value: decimal("value")?.ok_or_else(|| "an amount has a \"value\"".to_owned())?,
        value_max: decimal("value_max")?,
        currency_basis: currency.as_ref().map(|_| CurrencyBasis::Explicit),
        currency,
        currency_candidates: Vec::new(),
        qualifier: given.named("qualifier", Qualifier::from_name)?,
        unit: given.text("unit")?,
        per: given.text("per")?,
        period: given.text("period")?,
        role: given.text("role")?,
    };
    insert(&mut document.amounts, amount, |amount| Some(amount.at));
    Ok(RecordKey::Amount(id))
}

fn funding(
    document: &mut Document,
    at: Location,
    span: Span,
    given: &Given<'_>,
) -> Result<RecordKey, String> {
    let id = FundingId(document.funding.iter().map(|line| line.id.0).max().unwrap_or(0) + 1);
    let inside = |amount: &&Amount| document.span(amount.at).overlaps(span);
    let amount = match given.text("amount")? {
        Some(key) => document.amounts.iter().find(|amount| amount.id.to_string() == key),
        None => document.amounts.iter().find(inside),
    };
    let amount = amount.map(|amount| amount.id).ok_or_else(|| "no amount is read there".to_owned())?;
    let passage = document.passage(at.passage);
    let line = Funding {
        id,
        title: given.text("title")?,
        amount,
        donor: given.entity(document, "donor")?,
        recipient: given.entity(document, "recipient")?,
        status: given.named("status", FundingStatus::from_name)?,
        place: passage.item.map_or(FundingPlace::Section(passage.section), FundingPlace::Item),
        at,
        part_of: None,
    };
    insert(&mut document.funding, line, |line| Some(line.at));
    Ok(RecordKey::Funding(id))
}

/// Puts a record in its place in reading order.
fn insert<T>(list: &mut Vec<T>, record: T, at: impl Fn(&T) -> Option<Location>) {
    let own = at(&record);
    let place = list.iter().position(|other| at(other) > own).unwrap_or(list.len());
    list.insert(place, record);
}

/// The fields of a record as they are given.
struct Given<'a> {
    value: &'a Value,
}

impl Given<'_> {
    fn text(&self, name: &str) -> Result<Option<String>, String> {
        self.value.get(name).map_or(Ok(None), text)
    }

    fn named<T>(&self, name: &str, of: impl Fn(&str) -> Option<T>) -> Result<Option<T>, String> {
        let Some(text) = self.text(name)? else { return Ok(None) };
        of(&text).map(Some).ok_or_else(|| format!("\"{text}\" is no {name} of the contract"))
    }

    fn entity(&self, document: &Document, name: &str) -> Result<Option<EntityId>, String> {
        let Some(key) = self.text(name)? else { return Ok(None) };
        let found = document.entities.iter().find(|entity| entity.id.0 == key);
        found.map(|entity| Some(entity.id.clone())).ok_or_else(|| format!("there is no entity \"{key}\""))
    }
}
