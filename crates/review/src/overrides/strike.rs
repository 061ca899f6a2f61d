//! Takes a record out; the words that it was read from stay, and are accounted for as before.

use rapporteur_model::{Block, Document, Entry, FundingPlace, RecordKey};

use super::apply::{Applied, Found};
use super::replace::key;

/// Takes a record out.
pub(super) fn record(document: &mut Document, found: Found) -> Result<Applied, String> {
    let name = match key(document, found) {
        RecordKey::Item(reference) => reference,
        RecordKey::Date(id) => id.to_string(),
        RecordKey::Amount(id) => id.to_string(),
        RecordKey::Funding(id) => id.to_string(),
        RecordKey::Entity(id) => id.0,
        _ => String::new(),
    };
    let before = told(document, found);
    let mut record = RecordKey::Gone(name);
    match found {
        Found::Item(index) => item(document, index),
        Found::Date(index) => {
            let id = document.dates.remove(index).id;
            document.issued.take_if(|issued| issued.date == Some(id));
            document.dateline.iter_mut().for_each(|line| _ = line.date.take_if(|date| *date == id));
        }
        Found::Amount(index) => {
            // Money without its amount is no funding.
            let id = document.amounts.remove(index).id;
            document.funding.retain(|line| line.amount != id);
        }
        Found::Funding(index) => _ = document.funding.remove(index),
        Found::Entity(index) => _ = document.entities.remove(index),
        Found::Mention(index, mention) => {
            if let Some(entity) = document.entities.get_mut(index) {
                entity.mentions.remove(mention);
                if entity.mentions.is_empty() {
                    document.entities.remove(index);
                } else {
                    record = key(document, Found::Entity(index));
                }
            }
        }
        Found::Role(index, role) => {
            document.entities.iter_mut().skip(index).take(1).for_each(|entity| _ = entity.roles.remove(role));
            record = key(document, Found::Entity(index));
        }
        Found::Quotation(index) => _ = document.quotes.remove(index),
        Found::Acronym(index) => _ = document.acronyms.remove(index),
        Found::Reference(index) => _ = document.references.remove(index),
        Found::Contact(index) => _ = document.contacts.remove(index),
        Found::Diagnostic(index) => {
            if document.diagnostics.get(index).is_some_and(|found| found.code.is_repair()) {
                return Err("a finding that tells a repair cannot be struck".to_owned());
            }
            document.diagnostics.remove(index);
        }
        Found::Document | Found::Section(_) => return Err("it cannot be struck".to_owned()),
    }
    Ok(Applied { record, before, after: None })
}

/// What is taken out, in its own words.
fn told(document: &Document, found: Found) -> Option<String> {
    let at = |at| document.text(at).to_owned();
    match found {
        Found::Item(index) => {
            document.items.get(index).map(|one| document.passage(one.passage).text().to_owned())
        }
        Found::Date(index) => document.dates.get(index).map(|one| at(one.at)),
        Found::Amount(index) => document.amounts.get(index).map(|one| at(one.at)),
        Found::Funding(index) => document.funding.get(index).and_then(|one| one.title.clone()),
        Found::Entity(index) => document.entities.get(index).map(|one| one.name.clone()),
        Found::Mention(index, i) => {
            document.entities.get(index).and_then(|one| one.mentions.get(i)).map(|one| at(one.at))
        }
        Found::Role(index, i) => {
            document.entities.get(index).and_then(|one| one.roles.get(i)).map(|one| one.title.clone())
        }
        Found::Quotation(index) => document.quotes.get(index).map(|one| one.text.clone()),
        Found::Acronym(index) => document.acronyms.get(index).map(|one| one.short.clone()),
        Found::Reference(index) => document.references.get(index).map(|one| at(one.at)),
        Found::Contact(index) => document.contacts.get(index).and_then(|one| one.name.clone()),
        Found::Diagnostic(index) => document.diagnostics.get(index).map(|one| one.message.clone()),
        Found::Document | Found::Section(_) => None,
    }
}

/// A provision becomes an entry of a list, with its number; what stands below it goes to the one above.
fn item(document: &mut Document, index: usize) {
    let item = document.items.remove(index);
    let moved = |old: usize| if old > index { old - 1 } else { old };
    for other in &mut document.items {
        other.parent = if other.parent == Some(index) { item.parent } else { other.parent }.map(moved);
    }
    for section in &mut document.sections {
        for block in &mut section.blocks {
            match block {
                Block::Item(own) if *own == index => {
                    let (marker, passage) = (item.marker.clone(), item.passage);
                    *block = Block::List(vec![Entry { marker, passage, entries: Vec::new() }]);
                }
                Block::Item(own) => *own = moved(*own),
                _ => {}
            }
        }
    }
    for passage in &mut document.passages {
        passage.item = passage.item.filter(|own| *own != index).map(moved);
    }
    for line in &mut document.funding {
        line.place = match line.place {
            FundingPlace::Item(own) if own == index => FundingPlace::Section(item.section),
            FundingPlace::Item(own) => FundingPlace::Item(moved(own)),
            place @ FundingPlace::Section(_) => place,
        };
    }
}
