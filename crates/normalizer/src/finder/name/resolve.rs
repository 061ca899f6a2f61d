//! One entity a thing: candidates of one key are joined, `WTO` and `World Trade Organization` are one body, and a
//! short form (`Plan of Action`) belongs to the fuller name of the document that it shortens.
//!
//! Invariant: entities stand in the order of their first mention, mentions in reading order; ids are unique.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use foldhash::fast::FixedState;
use rapporteur_model::{AliasReason, Document, Entity, EntityId, EntityKind, Mention, MentionBy};

use super::{Candidate, Strength, reading::date, shorten};
use crate::lexicon::names::{Gazetteer, Names};

/// The entities of candidates that are in reading order and share no text.
pub fn entities(document: &Document, names: &Names, candidates: Vec<Candidate>) -> Vec<Entity> {
    let keyed = keyed(names, candidates);
    let full = shorten::full_forms(document, &keyed);
    let mut order: Vec<EntityId> = Vec::new();
    let mut groups: BTreeMap<EntityId, Vec<Candidate>> = BTreeMap::new();
    let sure: BTreeSet<EntityId> = keyed
        .iter()
        .filter(|(_, candidate)| candidate.strength > Strength::Weak)
        .map(|(key, _)| key.clone())
        .collect();
    for (key, mut candidate) in keyed {
        let target = full.get(&key).filter(|target| sure.contains(target));
        let guessed = target.is_none() && !sure.contains(&key) && candidate.strength == Strength::Weak;
        if guessed && candidate.kind != EntityKind::Place {
            continue;
        }
        if target.is_some() && candidate.by == MentionBy::Name {
            candidate.by = MentionBy::Alias;
        }
        let key = target.cloned().unwrap_or(key);
        let group = groups.entry(key.clone()).or_default();
        if group.is_empty() {
            order.push(key);
        }
        group.push(candidate);
    }
    order
        .into_iter()
        .filter_map(|key| groups.remove(&key).map(|group| entity(document, &names.gazetteer, key, &group)))
        .collect()
}

/// The candidates with their keys.
fn keyed(names: &Names, candidates: Vec<Candidate>) -> Vec<(EntityId, Candidate)> {
    // Most names stand more than once.
    let mut made: HashMap<(EntityKind, String), EntityId, FixedState> = HashMap::default();
    let mut key = |candidate: &Candidate| {
        if let Some(key) = &candidate.key {
            return key.clone();
        }
        let new = || {
            government(names, candidate).unwrap_or_else(|| {
                EntityId::of_name(candidate.kind, &shorten::words(&candidate.name).join(" "))
            })
        };
        made.entry((candidate.kind, candidate.name.clone())).or_insert_with(new).clone()
    };
    candidates.into_iter().map(|candidate| (key(&candidate), candidate)).collect()
}

/// `Government of Norway` and `Norwegian Government` are one body.
fn government(names: &Names, candidate: &Candidate) -> Option<EntityId> {
    if candidate.kind != EntityKind::Organization {
        return None;
    }
    let name = candidate.name.as_str();
    let country = name.strip_prefix("Government of the ").or_else(|| name.strip_prefix("Government of "));
    let iso = match country {
        Some(country) => {
            let form = names.gazetteer.lookup(country)?;
            let (entry, _) = form.entries.first()?;
            names.gazetteer.entry(*entry).iso?
        }
        None => names.gazetteer.demonym(name.strip_suffix(" Government")?)?,
    };
    Some(EntityId::of_name(candidate.kind, &format!("{iso} government")))
}

fn entity(document: &Document, gazetteer: &Gazetteer, id: EntityId, group: &[Candidate]) -> Entity {
    let fullest = group.iter().rev().max_by_key(|candidate| {
        let named = candidate.by == MentionBy::Name || candidate.canonical;
        (candidate.canonical, named, candidate.name.chars().count())
    });
    let region = group.first().is_some_and(|first| first.kind == EntityKind::Region);
    let fullest = if region { plainest(group) } else { fullest };
    let name = fullest.map(|candidate| candidate.name.clone()).unwrap_or_default();
    let surest = group.iter().rev().max_by_key(|candidate| candidate.strength);
    let kind = surest.map_or(EntityKind::Organization, |first| first.kind);
    let mut forms: BTreeMap<&str, AliasReason> = BTreeMap::new();
    for candidate in group.iter().filter(|candidate| candidate.by != MentionBy::Anaphor) {
        let reason = reason(candidate);
        for form in [document.text(candidate.at), candidate.name.as_str()] {
            if form != name {
                // The surest reason: what the text defines, then what a table says.
                let known = forms.entry(form).or_insert(reason);
                *known = (*known).min(reason);
            }
        }
    }
    let mut members: Vec<String> = Vec::new();
    for code in group.iter().flat_map(|candidate| &candidate.members) {
        if !members.contains(code) {
            members.push(code.clone());
        }
    }
    if kind == EntityKind::Organization {
        members = gazetteer.members.of(&id, date(document));
    }
    let wikidata = gazetteer.item(&id).map(str::to_owned);
    let defined =
        group.iter().find(|candidate| candidate.strength == Strength::Defined && candidate.acronym.is_some());
    Entity {
        id,
        kind,
        name,
        alias_reasons: forms.values().copied().collect(),
        aliases: forms.into_keys().map(str::to_owned).collect(),
        acronym: defined.into_iter().chain(group).find_map(|candidate| candidate.acronym.clone()),
        iso3166: group.iter().find_map(|candidate| candidate.iso3166.clone()),
        members,
        wikidata,
        roles: group.iter().flat_map(|candidate| candidate.roles.iter().cloned()).collect(),
        mentions: group.iter().map(|candidate| Mention { at: candidate.at, by: candidate.by }).collect(),
    }
}

/// Why a candidate's form is one of its entity's.
fn reason(candidate: &Candidate) -> AliasReason {
    match (candidate.strength, candidate.by) {
        (_, MentionBy::Surname) => AliasReason::Surname,
        (Strength::Defined, _) if candidate.kind != EntityKind::Person => AliasReason::Definition,
        (Strength::Known, _) => AliasReason::Lexicon,
        (_, MentionBy::Acronym) => AliasReason::Initials,
        (_, MentionBy::Alias) => AliasReason::Shortened,
        _ => AliasReason::Variant,
    }
}

/// The form that the text uses most, by which a region is named: `Africa`, not `African continent`.
fn plainest(group: &[Candidate]) -> Option<&Candidate> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for candidate in group {
        *counts.entry(&candidate.name).or_default() += 1;
    }
    let times = |candidate: &Candidate| counts.get(candidate.name.as_str()).copied();
    group
        .iter()
        .rev()
        .max_by_key(|candidate| (times(candidate), std::cmp::Reverse(candidate.name.chars().count())))
}
