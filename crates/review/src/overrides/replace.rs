//! Gives a field of a record another value, checked as the contract has it.

use std::str::FromStr as _;

use rapporteur_model::{
    AmountKind, Basis, CurrencyBasis, DateKind, DateMod, DateRole, Document, EntityId, EntityKind,
    FundingStatus, Genre, Issued, ItemKind, Location, PassageId, Qualifier, QuoteKind, RecordKey,
    SectionKind, TextRange,
};
use rust_decimal::Decimal;
use serde_json::Value;

use super::Override;
use super::apply::{Applied, Found};

/// Replaces a field.
pub(super) fn field(document: &mut Document, found: Found, one: &Override) -> Result<Applied, String> {
    let name = one.field.as_deref().unwrap_or_default();
    let value = text(&one.value)?;
    let new = value.as_deref();
    let before = match found {
        Found::Document => whole(document, name, new)?,
        Found::Section(index) => {
            let section = document.sections.get_mut(index).ok_or_else(gone)?;
            if name == "/kind" {
                swap(&mut section.kind, named(new, SectionKind::from_name, "section kind")?, |kind| {
                    kind.as_str()
                })
            } else {
                let level = wanted(new)?.parse().map_err(|_| "a level is a whole number".to_owned())?;
                Some(std::mem::replace(&mut section.level, level).to_string())
            }
        }
        Found::Item(index) => item(document, index, name, new)?,
        Found::Date(index) => date(document, index, name, new)?,
        Found::Amount(index) => amount(document, index, name, new)?,
        Found::Funding(index) => funding(document, index, name, new)?,
        Found::Entity(index) | Found::Mention(index, _) => entity(document, index, name, new)?,
        Found::Role(index, role) => {
            let role =
                document.entities.get_mut(index).and_then(|one| one.roles.get_mut(role)).ok_or_else(gone)?;
            if name == "/of" {
                option(&mut role.of, new)
            } else {
                Some(std::mem::replace(&mut role.title, wanted(new)?.to_owned()))
            }
        }
        Found::Quotation(index) => quotation(document, index, name, new)?,
        Found::Acronym(index) => {
            let key = document.entities.iter().any(|entity| Some(entity.id.0.as_str()) == new);
            let acronym = document.acronyms.get_mut(index).ok_or_else(gone)?;
            match name {
                "/short" => Some(std::mem::replace(&mut acronym.short, wanted(new)?.to_owned())),
                "/long" => Some(std::mem::replace(&mut acronym.long, wanted(new)?.to_owned())),
                _ if new.is_some() && !key => return Err(no_entity(new)),
                _ => reference(&mut acronym.entity, new),
            }
        }
        Found::Reference(index) => {
            let at = document.references.get(index).ok_or_else(gone)?.at;
            reword(document, at, new)?
        }
        Found::Contact(index) => {
            let contact = document.contacts.get_mut(index).ok_or_else(gone)?;
            let field = match name {
                "/name" => &mut contact.name,
                "/organization" => &mut contact.organization,
                "/email" => &mut contact.email,
                "/phone" => &mut contact.phone,
                _ => &mut contact.url,
            };
            option(field, new)
        }
        Found::Diagnostic(_) => return Err("a finding has no field to replace".to_owned()),
    };
    Ok(Applied { record: key(document, found), before, after: value })
}

/// How a record goes by after all changes.
pub(super) fn key(document: &Document, found: Found) -> RecordKey {
    let gone = || RecordKey::Gone(String::new());
    let key = match found {
        Found::Document => Some(RecordKey::Document),
        Found::Section(index) => Some(RecordKey::Section(index)),
        Found::Item(index) => document.items.get(index).map(|one| RecordKey::Item(one.reference.clone())),
        Found::Date(index) => document.dates.get(index).map(|one| RecordKey::Date(one.id)),
        Found::Amount(index) => document.amounts.get(index).map(|one| RecordKey::Amount(one.id)),
        Found::Funding(index) => document.funding.get(index).map(|one| RecordKey::Funding(one.id)),
        Found::Entity(index) | Found::Mention(index, _) | Found::Role(index, _) => {
            document.entities.get(index).map(|one| RecordKey::Entity(one.id.clone()))
        }
        Found::Quotation(index) => {
            document.quotes.get(index).and_then(|one| one.at.first()).map(|at| RecordKey::Place(*at))
        }
        Found::Acronym(index) => document.acronyms.get(index).map(|one| RecordKey::Place(one.at)),
        Found::Reference(index) => document.references.get(index).map(|one| RecordKey::Place(one.at)),
        Found::Contact(index) => document.contacts.get(index).map(|one| RecordKey::Contact(one.span)),
        Found::Diagnostic(_) => None,
    };
    key.unwrap_or_else(gone)
}

/// A value as text: numbers count as their digits, `null` as none.
pub(super) fn text(value: &Value) -> Result<Option<String>, String> {
    match value {
        Value::Null => Ok(None),
        Value::String(text) => Ok(Some(text.clone())),
        Value::Number(number) => Ok(Some(number.to_string())),
        _ => Err("a value is a text, a number or null".to_owned()),
    }
}

fn gone() -> String {
    "the record is gone".to_owned()
}

fn no_entity(key: Option<&str>) -> String {
    format!("there is no entity \"{}\"", key.unwrap_or_default())
}

fn wanted(new: Option<&str>) -> Result<&str, String> {
    new.filter(|new| !new.is_empty()).ok_or_else(|| "this field cannot be empty".to_owned())
}

fn named<T>(new: Option<&str>, of: impl Fn(&str) -> Option<T>, what: &str) -> Result<T, String> {
    let name = wanted(new)?;
    of(name).ok_or_else(|| format!("\"{name}\" is no {what}"))
}

fn named_or_none<T>(
    new: Option<&str>,
    of: impl Fn(&str) -> Option<T>,
    what: &str,
) -> Result<Option<T>, String> {
    new.map(|_| named(new, of, what)).transpose()
}

fn swap<T>(field: &mut T, new: T, name: impl Fn(&T) -> &'static str) -> Option<String> {
    Some(name(&std::mem::replace(field, new)).to_owned())
}

fn option(field: &mut Option<String>, new: Option<&str>) -> Option<String> {
    std::mem::replace(field, new.map(str::to_owned))
}

fn reference(field: &mut Option<EntityId>, new: Option<&str>) -> Option<String> {
    std::mem::replace(field, new.map(|key| EntityId(key.to_owned()))).map(|id| id.0)
}

/// Gives words another reading; only what differs is rewritten, so that what stands before and behind keeps its place.
fn reword(document: &mut Document, at: Location, new: Option<&str>) -> Result<Option<String>, String> {
    let new = wanted(new)?;
    let old = document.text(at).to_owned();
    let same = |(a, b): &(char, char)| a == b;
    let front: usize = old.chars().zip(new.chars()).take_while(same).map(|(sign, _)| sign.len_utf8()).sum();
    let (old_rest, new_rest) = (old.get(front..).unwrap_or_default(), new.get(front..).unwrap_or_default());
    let back: usize = old_rest
        .chars()
        .rev()
        .zip(new_rest.chars().rev())
        .take_while(same)
        .map(|(sign, _)| sign.len_utf8())
        .sum();
    let mut start = at.range.start + front;
    let mut end = at.range.end - back;
    let mut words = new.get(front..new.len() - back).unwrap_or_default().to_owned();
    if start == end {
        // Something was put in: it stands for the sign beside it.
        if let Some(sign) = old.get(..front).and_then(|text| text.chars().next_back()) {
            start -= sign.len_utf8();
            words.insert(0, sign);
        } else if let Some(sign) = old.chars().next() {
            end += sign.len_utf8();
            words.push(sign);
        }
    }
    if start < end {
        document.rewrite(Location { passage: at.passage, range: TextRange::new(start, end) }, &words);
    }
    Ok(Some(old))
}

fn passage(document: &Document, id: PassageId) -> Location {
    Location { passage: id, range: document.passage(id).range() }
}

fn whole(document: &mut Document, name: &str, new: Option<&str>) -> Result<Option<String>, String> {
    Ok(match name {
        "/genre" => {
            swap(&mut document.genre.genre, named(new, Genre::from_name, "genre")?, |genre| genre.as_str())
        }
        "/language" => Some(std::mem::replace(&mut document.language, wanted(new)?.to_owned())),
        "/title/text" => {
            let title = document.title.ok_or_else(|| "there is no title to replace".to_owned())?;
            let at = passage(document, title);
            reword(document, at, new)?
        }
        "/issuer" => {
            if new.is_some() && !document.entities.iter().any(|entity| Some(entity.id.0.as_str()) == new) {
                return Err(no_entity(new));
            }
            reference(&mut document.issuer, new)
        }
        _ => {
            let issued = new.map(|edtf| Issued { edtf: edtf.to_owned(), basis: Basis::Explicit, date: None });
            std::mem::replace(&mut document.issued, issued).map(|issued| issued.edtf)
        }
    })
}

fn item(
    document: &mut Document,
    index: usize,
    name: &str,
    new: Option<&str>,
) -> Result<Option<String>, String> {
    let parent = document.items.iter().position(|item| Some(item.reference.as_str()) == new);
    let above = document.items.get(index).and_then(|item| item.parent);
    let above = above.and_then(|above| document.items.get(above)).map(|item| item.reference.clone());
    let own = document.items.get(index).ok_or_else(gone)?.passage;
    let Some(item) = document.items.get_mut(index) else { return Err(gone()) };
    Ok(match name {
        "/kind" => swap(&mut item.kind, named(new, ItemKind::from_name, "item kind")?, |kind| kind.as_str()),
        "/number" => option(&mut item.number, new),
        "/parent" => {
            // What stands below itself would have no top.
            if new.is_some() && parent.is_none_or(|parent| parent >= index) {
                return Err(format!("\"{}\" is no item above", new.unwrap_or_default()));
            }
            item.parent = parent;
            above
        }
        _ => {
            let at = passage(document, own);
            reword(document, at, new)?
        }
    })
}

fn date(
    document: &mut Document,
    index: usize,
    name: &str,
    new: Option<&str>,
) -> Result<Option<String>, String> {
    let date = document.dates.get_mut(index).ok_or_else(gone)?;
    let id = date.id;
    Ok(match name {
        "/edtf" => {
            date.bounds = bounds(new);
            let before = option(&mut date.edtf, new);
            if let (Some(issued), Some(new)) =
                (document.issued.as_mut().filter(|one| one.date == Some(id)), new)
            {
                new.clone_into(&mut issued.edtf);
            }
            before
        }
        "/kind" => swap(&mut date.kind, named(new, DateKind::from_name, "date kind")?, |kind| kind.as_str()),
        "/role" => swap(&mut date.role, named(new, DateRole::from_name, "date role")?, |role| role.as_str()),
        "/basis" => swap(&mut date.basis, named(new, Basis::from_name, "basis")?, |basis| basis.as_str()),
        "/mod" => {
            let new = named_or_none(new, DateMod::from_name, "mod")?;
            std::mem::replace(&mut date.modifier, new).map(|old| old.as_str().to_owned())
        }
        _ => {
            let at = date.at;
            reword(document, at, new)?
        }
    })
}

/// First and last day of an EDTF value, where it is a day, month, year or two of them.
pub(super) fn bounds(edtf: Option<&str>) -> (Option<String>, Option<String>) {
    let Some(edtf) = edtf else { return (None, None) };
    let (first, last) = edtf.split_once('/').unwrap_or((edtf, edtf));
    let part = |text: &str, end: bool| {
        let text = text.trim_end_matches(['?', '~', '%']);
        let mut parts = text.split('-').map(|part| part.parse::<u32>().ok().filter(|_| part.len() != 1));
        let (year, month, day) = (parts.next()??, parts.next(), parts.next());
        let month = month
            .map_or(Some(if end { 12 } else { 1 }), |month| month)
            .filter(|month| (1..=12).contains(month))?;
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        let day =
            day.map_or(Some(if end { days } else { 1 }), |day| day).filter(|day| (1..=days).contains(day))?;
        Some(format!("{year:04}-{month:02}-{day:02}"))
    };
    (part(first, false), part(last, true))
}

fn amount(
    document: &mut Document,
    index: usize,
    name: &str,
    new: Option<&str>,
) -> Result<Option<String>, String> {
    let amount = document.amounts.get_mut(index).ok_or_else(gone)?;
    let decimal = |new: &str| Decimal::from_str(new).map_err(|_| format!("\"{new}\" is no decimal number"));
    Ok(match name {
        "/value" => Some(std::mem::replace(&mut amount.value, decimal(wanted(new)?)?).to_string()),
        "/value_max" => {
            let new = new.map(decimal).transpose()?;
            std::mem::replace(&mut amount.value_max, new).map(|old| old.to_string())
        }
        "/currency" => {
            if let Some(code) =
                new.filter(|code| code.len() != 3 || !code.bytes().all(|b| b.is_ascii_uppercase()))
            {
                return Err(format!("\"{code}\" is no currency code of ISO 4217"));
            }
            amount.currency_candidates.clear();
            amount.currency_basis = new.map(|_| CurrencyBasis::Explicit);
            option(&mut amount.currency, new)
        }
        "/kind" => {
            swap(&mut amount.kind, named(new, AmountKind::from_name, "amount kind")?, |kind| kind.as_str())
        }
        "/qualifier" => {
            let new = named_or_none(new, Qualifier::from_name, "qualifier")?;
            std::mem::replace(&mut amount.qualifier, new).map(|old| old.as_str().to_owned())
        }
        "/unit" => option(&mut amount.unit, new),
        "/per" => option(&mut amount.per, new),
        "/period" => option(&mut amount.period, new),
        "/role" => option(&mut amount.role, new),
        _ => {
            let at = amount.at;
            reword(document, at, new)?
        }
    })
}

fn funding(
    document: &mut Document,
    index: usize,
    name: &str,
    new: Option<&str>,
) -> Result<Option<String>, String> {
    let entity = document.entities.iter().any(|entity| Some(entity.id.0.as_str()) == new);
    let amount =
        document.amounts.iter().find(|amount| Some(amount.id.to_string().as_str()) == new).map(|one| one.id);
    let total =
        document.funding.iter().find(|line| Some(line.id.to_string().as_str()) == new).map(|one| one.id);
    let line = document.funding.get_mut(index).ok_or_else(gone)?;
    Ok(match name {
        "/title" => option(&mut line.title, new),
        "/donor" | "/recipient" => {
            if new.is_some() && !entity {
                return Err(no_entity(new));
            }
            reference(if name == "/donor" { &mut line.donor } else { &mut line.recipient }, new)
        }
        "/status" => {
            let new = named_or_none(new, FundingStatus::from_name, "status")?;
            std::mem::replace(&mut line.status, new).map(|old| old.as_str().to_owned())
        }
        "/amount" => {
            let amount =
                amount.ok_or_else(|| format!("there is no amount \"{}\"", new.unwrap_or_default()))?;
            Some(std::mem::replace(&mut line.amount, amount).to_string())
        }
        _ => {
            if new.is_some() && total.is_none_or(|total| total == line.id) {
                return Err(format!("there is no other funding line \"{}\"", new.unwrap_or_default()));
            }
            std::mem::replace(&mut line.part_of, total).map(|old| old.to_string())
        }
    })
}

fn entity(
    document: &mut Document,
    index: usize,
    name: &str,
    new: Option<&str>,
) -> Result<Option<String>, String> {
    let entity = document.entities.get_mut(index).ok_or_else(gone)?;
    Ok(match name {
        "/name" => Some(std::mem::replace(&mut entity.name, wanted(new)?.to_owned())),
        "/kind" => {
            swap(&mut entity.kind, named(new, EntityKind::from_name, "entity kind")?, |kind| kind.as_str())
        }
        "/acronym" => option(&mut entity.acronym, new),
        "/wikidata" => option(&mut entity.wikidata, new),
        _ => {
            if let Some(code) =
                new.filter(|code| code.len() != 2 || !code.bytes().all(|b| b.is_ascii_uppercase()))
            {
                return Err(format!("\"{code}\" is no code of ISO 3166-1 alpha-2"));
            }
            option(&mut entity.iso3166, new)
        }
    })
}

fn quotation(
    document: &mut Document,
    index: usize,
    name: &str,
    new: Option<&str>,
) -> Result<Option<String>, String> {
    let known = document.entities.iter().any(|entity| Some(entity.id.0.as_str()) == new);
    let quote = document.quotes.get_mut(index).ok_or_else(gone)?;
    Ok(match name {
        "/kind" => {
            swap(&mut quote.kind, named(new, QuoteKind::from_name, "quotation kind")?, |kind| kind.as_str())
        }
        "/text" => Some(std::mem::replace(&mut quote.text, wanted(new)?.to_owned())),
        "/cue" => {
            let new = new.map(|text| rapporteur_model::Cue { text: text.to_owned() });
            std::mem::replace(&mut quote.cue, new).map(|old| old.text)
        }
        _ => {
            if new.is_some() && !known {
                return Err(no_entity(new));
            }
            let Some(speaker) = &mut quote.speaker else {
                // Who speaks is told by words; without them the quotation itself has to do.
                let at = *quote.at.first().ok_or_else(gone)?;
                let entity = new.map(|key| EntityId(key.to_owned()));
                quote.speaker = entity.map(|key| rapporteur_model::Speaker { entity: Some(key), at });
                return Ok(None);
            };
            reference(&mut speaker.entity, new)
        }
    })
}
