//! Makes two entities one, or parts a mention from an entity.

use rapporteur_model::{AliasReason, Document, Entity, EntityId, EntityKind, Mention, MentionBy, Span};

use super::Override;
use super::apply::{Applied, Found, find};
use super::replace::{key, text};

/// Makes the entity at the target a part of the one at `with`.
pub(super) fn merge(document: &mut Document, one: &Override, span: Span) -> Result<Applied, String> {
    let from = entity_at(document, span).ok_or_else(|| none(one.target.words()))?;
    let into = other(document, one)?;
    if from == into {
        return Err("both are one entity already".to_owned());
    }
    let part = document.entities.remove(from);
    let into = if into > from { into - 1 } else { into };
    let (before, old) = (part.name.clone(), part.id.clone());
    let Some(whole) = document.entities.get_mut(into) else { return Err(none(one.target.words())) };
    let new = whole.id.clone();
    for name in [part.name].into_iter().chain(part.aliases) {
        alias(whole, name);
    }
    whole.acronym = whole.acronym.take().or(part.acronym);
    whole.roles.extend(part.roles.into_iter().filter(|_| whole.kind == EntityKind::Person));
    whole.mentions.extend(part.mentions);
    whole.mentions.sort_by_key(|mention| mention.at);
    rename(document, &old, &new);
    Ok(Applied { record: key(document, Found::Entity(into)), before: Some(before), after: Some(new.0) })
}

/// Parts the mention at the target from its entity.
pub(super) fn split(document: &mut Document, one: &Override, span: Span) -> Result<Applied, String> {
    let Some(Found::Mention(from, mention)) = find(document, "mention", span) else {
        return Err(none(one.target.words()));
    };
    let into = if one.with.is_some() { Some(other(document, one)?) } else { None };
    if into == Some(from) {
        return Err("the mention is of that entity already".to_owned());
    }
    let (at, kind, before) = {
        let Some(entity) = document.entities.get_mut(from) else { return Err(none(one.target.words())) };
        (entity.mentions.remove(mention).at, entity.kind, entity.id.0.clone())
    };
    let words = document.text(at).to_owned();
    let mention = Mention { at, by: MentionBy::Name };
    let id = if let Some(entity) = into.and_then(|into| document.entities.get_mut(into)) {
        alias(entity, words);
        entity.mentions.push(Mention { by: MentionBy::Alias, ..mention });
        entity.mentions.sort_by_key(|mention| mention.at);
        entity.id.clone()
    } else {
        let name = text(&one.value)?.unwrap_or(words);
        let entity = fresh(document, kind, &name, mention);
        let id = entity.id.clone();
        document.entities.push(entity);
        id
    };
    document.entities.retain(|entity| !entity.mentions.is_empty());
    let found =
        document.entities.iter().position(|entity| entity.id == id).map_or(Found::Document, Found::Entity);
    Ok(Applied { record: key(document, found), before: Some(before), after: Some(id.0) })
}

/// A new entity with one mention, under a key that no other has.
pub(super) fn fresh(document: &Document, kind: EntityKind, name: &str, mention: Mention) -> Entity {
    let stem = EntityId::of_name(kind, name).0;
    let taken = |key: &str| document.entities.iter().any(|entity| entity.id.0 == key);
    let mut key = stem.clone();
    let mut number = 2;
    while taken(&key) {
        key = format!("{stem}-{number}");
        number += 1;
    }
    Entity::new(EntityId(key), kind, name.to_owned(), vec![mention])
}

fn alias(entity: &mut Entity, name: String) {
    if entity.name != name && !entity.aliases.contains(&name) {
        entity.aliases.push(name);
        entity.alias_reasons.push(AliasReason::Variant);
    }
}

fn entity_at(document: &Document, span: Span) -> Option<usize> {
    match find(document, "entity", span) {
        Some(Found::Entity(index)) => Some(index),
        _ => None,
    }
}

fn other(document: &Document, one: &Override) -> Result<usize, String> {
    let Some(with) = &one.with else { return Err("the other entity is missing".to_owned()) };
    let span = with.find(&document.source);
    span.and_then(|span| entity_at(document, span)).ok_or_else(|| none(with.words()))
}

fn none(words: &str) -> String {
    format!("no entity is read any more at “{words}”")
}

/// Everything that names the old key names the new one.
fn rename(document: &mut Document, old: &EntityId, new: &EntityId) {
    let keys = document
        .issuer
        .iter_mut()
        .chain(document.acronyms.iter_mut().filter_map(|acronym| acronym.entity.as_mut()))
        .chain(document.funding.iter_mut().flat_map(|line| line.donor.iter_mut().chain(&mut line.recipient)))
        .chain(document.quotes.iter_mut().filter_map(|quote| quote.speaker.as_mut()?.entity.as_mut()));
    for key in keys.filter(|key| **key == *old) {
        key.clone_from(new);
    }
}
