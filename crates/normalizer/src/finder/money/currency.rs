//! Which currency a form of several means: a bare `$` is the issuer's, or the document's, or the US dollar.
//!
//! In order: the country of the issuing body, the country given from outside, that of the addresses of the page
//! (`info@ports.example.mx`), that of the dateline, for a name ("rupees") the country of its sentence, the one currency
//! of that form that the document names elsewhere (`CAD$3 million`), the country of which the document speaks by far
//! the most among those that use the form (but for the news, which speaks of others); else the currency that the form
//! means most. The basis is `inferred` in each case, and all that the form can mean stay as candidates. A single letter
//! (`K5.2 million`) is money only in a document that speaks of its country.

use std::collections::{BTreeMap, BTreeSet};

use rapporteur_model::{
    Amount, AmountId, AmountKind, CurrencyBasis, Document, Entity, EntityKind, Genre, Location,
};

use super::{
    doubt::{fits_case, stands_free},
    rate,
};
use crate::{
    Context, Lexicon,
    finder::quantity::numeral::is_space,
    lexicon::values::{CurrencyForm, FormKind, Values},
};

/// Settles the currencies that hang on a country, and reads the times that sums are spread over.
pub fn resolve_currency(document: &mut Document, lexicon: &Lexicon, context: &Context) {
    rate::periods(document);
    let open: Vec<usize> = document
        .amounts
        .iter()
        .enumerate()
        .filter(|(_, amount)| amount.kind == AmountKind::Money && amount.currency.is_none())
        .map(|(index, _)| index)
        .collect();
    if open.is_empty() {
        return;
    }
    let issuer = issuer_country(document, lexicon);
    let addresses =
        if issuer.is_none() && context.country.is_none() { address_country(document) } else { None };
    let dateline = dateline_country(document, lexicon);
    let spoken = spoken_of(document, lexicon);
    let news = document.genre.genre == Genre::NewsArticle;
    let named = named(document);
    let bearers = bearers(document);
    let mut no_money: BTreeSet<usize> = BTreeSet::new();
    for index in open {
        // A bare figure of a column has its "$" in the head.
        let form = form_of(document.text(document.amounts[index].at), &lexicon.values);
        let Some(form) = form.or_else(|| lexicon.values.currency("$")) else {
            continue;
        };
        let country = issuer
            .as_deref()
            .into_iter()
            .chain(context.country.as_deref())
            .chain(addresses.as_deref())
            .chain(dateline.as_deref())
            .find_map(|iso| form.by_country.get(iso));
        let told =
            if country.is_none() { sentence_country(document, &bearers, index, form, lexicon) } else { None };
        let country = country.or_else(|| form.by_country.get(told.as_deref()?));
        let letter = form.form.len() == 1 && form.form.starts_with(char::is_alphabetic);
        if letter && country.is_none() && !form.by_country.keys().any(|iso| spoken.contains_key(iso)) {
            no_money.insert(index);
            continue;
        }
        let code = country
            .cloned()
            .or_else(|| named_elsewhere(&named, form))
            .or_else(|| if news && form.code.is_some() { None } else { most_spoken(&spoken, form) })
            .or_else(|| form.code.clone())
            .or_else(|| only(form));
        let mut candidates: Vec<String> = form.by_country.values().chain(&form.code).cloned().collect();
        candidates.sort();
        candidates.dedup();
        if candidates.len() > 1 {
            document.amounts[index].currency_candidates = candidates;
        }
        if let Some(code) = code {
            document.amounts[index].currency = Some(code);
            document.amounts[index].currency_basis = Some(CurrencyBasis::Inferred);
        }
    }
    if !no_money.is_empty() {
        let mut index = 0;
        document.amounts.retain(|_| {
            index += 1;
            !no_money.contains(&(index - 1))
        });
        for (index, amount) in document.amounts.iter_mut().enumerate() {
            amount.id = AmountId(index + 1);
        }
    }
}

/// The country of a place that the lexicon knows in one country only.
fn place_country(name: &str, lexicon: &Lexicon) -> Option<String> {
    let gazetteer = &lexicon.names.gazetteer;
    let mut isos: Vec<&str> =
        gazetteer.lookup(name)?.entries.iter().filter_map(|(entry, _)| gazetteer.entry(*entry).iso).collect();
    isos.dedup();
    if isos.len() == 1 { isos.first().map(|iso| (*iso).to_owned()) } else { None }
}

/// The country of the dateline's place.
fn dateline_country(document: &Document, lexicon: &Lexicon) -> Option<String> {
    let place = document.dateline.as_ref()?.place.as_deref()?;
    let known = |name: &str| {
        if let Some(iso) = lexicon.people.country(name) {
            return Some(iso.to_owned());
        }
        let form = lexicon.names.gazetteer.lookup(name)?;
        let (entry, _) = form.entries.first()?;
        lexicon.names.gazetteer.entry(*entry).iso.map(str::to_owned)
    };
    place.split([',', '/', '(']).rev().map(str::trim).filter(|name| !name.is_empty()).find_map(|name| {
        known(name).or_else(|| {
            // "OTTAWA" is written in capitals.
            let words: Vec<String> = name
                .split_whitespace()
                .map(|word| {
                    let mut chars = word.chars();
                    chars
                        .next()
                        .map_or_else(String::new, |first| first.to_string() + &chars.as_str().to_lowercase())
                })
                .collect();
            known(&words.join(" "))
        })
    })
}

/// The country whose domain all addresses of the page end in: `gob.mx`, `info@ports.example.mx`.
fn address_country(document: &Document) -> Option<String> {
    /// Domains of countries that anyone uses.
    const COMMON: &[&str] = &["ai", "cc", "co", "eu", "fm", "gg", "io", "is", "me", "so", "to", "tv", "ws"];
    /// Parts of hosts that only states have.
    const OF_STATE: &[&str] = &["gob.", "gov.", "go.", "gouv.", "govt."];
    let mut found: Option<String> = None;
    for passage in &document.passages {
        let text = passage.text();
        // Few passages hold an address; the others are not split.
        if !text.contains('@')
            && !text.contains("www.")
            && !text.contains("://")
            && !OF_STATE.iter().any(|word| text.contains(word))
        {
            continue;
        }
        for token in text.split(|c: char| is_space(c) || matches!(c, '(' | ')' | '<' | '>' | ',' | ';' | '|'))
        {
            let stated = OF_STATE.iter().any(|word| {
                token.match_indices(word).any(|(at, _)| at == 0 || token[..at].ends_with(['.', '/', '@']))
            });
            if !(stated || token.contains('@') || token.contains("www.") || token.contains("://")) {
                continue;
            }
            let host = token.rsplit_once("://").map_or(token, |(_, host)| host);
            let host = host.split(['/', '?', ':']).next().unwrap_or_default().trim_end_matches('.');
            let Some((_, domain)) = host.rsplit_once('.') else { continue };
            let domain = domain.to_ascii_lowercase();
            if domain.len() != 2 || COMMON.contains(&domain.as_str()) {
                continue;
            }
            let iso = if domain == "uk" { "GB".to_owned() } else { domain.to_ascii_uppercase() };
            if found.as_ref().is_some_and(|found| *found != iso) {
                return None;
            }
            found = Some(iso);
        }
    }
    found
}

/// The country that uses a name of money ("rupees") and is named in the sentence in front of the sum, the nearest.
fn sentence_country(
    document: &Document,
    bearers: &[(Location, usize)],
    amount: usize,
    form: &CurrencyForm,
    lexicon: &Lexicon,
) -> Option<String> {
    if form.kind != FormKind::Name || form.form.len() <= 2 {
        return None;
    }
    let at = document.amounts[amount].at;
    let text = document.passage(at.passage).text();
    let start = text[..at.range.start].rfind(". ").unwrap_or(0);
    // Names share no text: those that begin in the sentence and before the sum stand in one run.
    let from =
        bearers.partition_point(|(mention, _)| (mention.passage, mention.range.start) < (at.passage, start));
    let to = bearers
        .partition_point(|(mention, _)| (mention.passage, mention.range.end) <= (at.passage, at.range.start));
    bearers
        .get(from..to)?
        .iter()
        .rev()
        .filter_map(|(_, entity)| country_of(document.entities.get(*entity)?, lexicon))
        .find(|iso| form.by_country.contains_key(iso))
}

/// Where countries and bodies are named, in reading order, with the index of the entity.
fn bearers(document: &Document) -> Vec<(Location, usize)> {
    let mut mentions = Vec::new();
    for (index, entity) in document.entities.iter().enumerate() {
        if matches!(entity.kind, EntityKind::Country | EntityKind::Organization) {
            mentions.extend(entity.mentions.iter().map(|mention| (mention.at, index)));
        }
    }
    mentions.sort_unstable();
    mentions
}

/// The form that a found amount is printed with: the longest at its head or tail.
fn form_of<'v>(text: &str, values: &'v Values) -> Option<&'v CurrencyForm> {
    values
        .currency_hits(text)
        .filter(|(range, form)| fits_case(&text[range.clone()], form) && stands_free(text, range, form))
        .filter(|(_, form)| form.by_country.len() + usize::from(form.code.is_some()) > 0)
        .max_by_key(|(range, form)| (range.start == 0, range.end == text.len(), form.form.len()))
        .map(|(_, form)| form)
}

/// The one currency of a form that has no other in any country.
fn only(form: &CurrencyForm) -> Option<String> {
    let first = form.by_country.values().next()?;
    form.by_country.values().all(|code| code == first).then(|| first.clone())
}

/// The country of the issuing body: its own, or one that its name holds.
fn issuer_country(document: &Document, lexicon: &Lexicon) -> Option<String> {
    let issuer = document.entity(document.issuer.as_ref()?)?;
    country_of(issuer, lexicon)
}

fn country_of(entity: &Entity, lexicon: &Lexicon) -> Option<String> {
    let own = entity.iso3166.clone();
    own.or_else(|| {
        std::iter::once(&entity.name).chain(&entity.aliases).find_map(|name| {
            let words: Vec<&str> =
                name.split([' ', ',', '-', '’', '\'']).filter(|word| !word.is_empty()).collect();
            let runs = (1..=3).rev().flat_map(|length| words.windows(length));
            runs.map(|run| run.join(" ")).find_map(|run| nation(&run, lexicon).map(str::to_owned))
        })
    })
}

/// The country of a name or demonym.
fn nation<'l>(word: &str, lexicon: &'l Lexicon) -> Option<&'l str> {
    lexicon.people.country(word).or_else(|| lexicon.people.people(word))
}

/// How often the document names each country, by name or by demonym.
fn spoken_of(document: &Document, lexicon: &Lexicon) -> BTreeMap<String, usize> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for entity in document.entities.iter().filter(|entity| entity.kind == EntityKind::Country) {
        if let Some(iso) = &entity.iso3166 {
            // One in the title speaks for the whole: "Interview with the minister of Samoa".
            let titles =
                entity.mentions.iter().filter(|mention| document.title == Some(mention.at.passage)).count();
            *counts.entry(iso.clone()).or_default() += entity.mentions.len() + 2 * titles;
        }
    }
    // A city speaks for its country: "in Hokitika".
    for entity in document.entities.iter().filter(|entity| entity.kind == EntityKind::Place) {
        if let Some(iso) = place_country(&entity.name, lexicon) {
            *counts.entry(iso).or_default() += entity.mentions.len();
        }
    }
    for passage in &document.passages {
        let words = passage.text().split(|c: char| !c.is_alphabetic());
        for iso in words
            .filter(|word| word.starts_with(char::is_uppercase))
            .filter_map(|word| lexicon.people.people(word))
        {
            *counts.entry(iso.to_owned()).or_default() += 1;
        }
    }
    counts
}

/// The currencies that the document names with their nation.
fn named(document: &Document) -> BTreeSet<String> {
    let explicit = |amount: &&Amount| amount.currency_basis == Some(CurrencyBasis::Explicit);
    document.amounts.iter().filter(explicit).filter_map(|amount| amount.currency.clone()).collect()
}

/// The one currency of this form that the document names with its nation.
fn named_elsewhere(named: &BTreeSet<String>, form: &CurrencyForm) -> Option<String> {
    let mut fitting = named.iter().filter(|code| {
        form.code.as_ref() == Some(code) || form.by_country.values().any(|other| other == *code)
    });
    let one = fitting.next()?;
    fitting.next().is_none().then(|| one.clone())
}

/// The currency of the country of which the document speaks by far the most among those that use the form.
fn most_spoken(spoken: &BTreeMap<String, usize>, form: &CurrencyForm) -> Option<String> {
    let mut users: Vec<(usize, &String)> = spoken
        .iter()
        .filter_map(|(iso, count)| form.by_country.get(iso).map(|code| (*count, code)))
        .collect();
    users.sort_by(|a, b| b.cmp(a));
    let (first, code) = users.first()?;
    let second = users.get(1).map_or(0, |(count, _)| *count);
    // Where a form has no usual meaning ("shillings"), one word of a country is enough.
    let enough = if form.code.is_some() { 2 } else { 1 };
    (*first >= enough && *first >= 2 * second).then(|| (*code).clone())
}
