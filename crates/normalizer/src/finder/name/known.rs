//! Known names where they stand: `at Oslo-based offices of the WTO in Laos`.
//!
//! A country, region, group or body is taken wherever its form stands. A place is taken unless it may be part of a
//! longer unknown name (`Jakarta Post`); one whose name is also a common word, a surname or another place's needs a
//! preposition before it, a country behind it, or another sure mention in the document. An acronym that belongs to
//! one country's bodies needs that country in the document.

use std::collections::{BTreeSet, HashSet};

use foldhash::fast::FixedState;
use rapporteur_model::{EntityId, EntityKind, MentionBy, TextRange};

use super::{
    Candidate, Strength,
    reading::{Page, Reading},
    token::{Shape, Token},
};
use crate::lexicon::names::{Entry, FormBy, Hit};

/// Names of the lexicon.
pub fn propose(reading: &Reading<'_>) -> Vec<Candidate> {
    let nations = nations(reading);
    let sure = sure_places(reading);
    let mut found = Vec::new();
    for page in &reading.pages {
        for hit in &page.hits {
            found.extend(candidate(reading, page, *hit, &nations, &sure));
        }
    }
    found
}

/// ISO 3166-1 alpha-2 codes of countries.
type Nations = HashSet<&'static str, FixedState>;

/// ISO codes of the countries that the document names, or whose adjective, places or bodies it names. Another name of a
/// body (`National Defence`) says nothing of its country: it may be another's.
fn nations(reading: &Reading<'_>) -> Nations {
    let gazetteer = &reading.names.gazetteer;
    let mut nations = Nations::default();
    for page in &reading.pages {
        for hit in &page.hits {
            let first = gazetteer.form(hit.form).entries.first();
            let known = first.map(|(entry, by)| (gazetteer.entry(*entry), *by));
            let telling =
                known.filter(|(entry, by)| entry.kind == EntityKind::Country || *by != FormBy::Alias);
            nations.extend(telling.and_then(|(entry, _)| entry.iso));
        }
        let telling = |token: &&Token<'_>| token.people() || token.text.contains('-');
        let people = page.tokens.iter().filter(telling).flat_map(|token| token.text.split('-'));
        nations.extend(people.filter_map(|word| gazetteer.demonym(word)));
    }
    nations
}

/// Places that are named at least once beyond doubt, whatever the form: `Washington, D.C.` vouches for `Washington`.
fn sure_places<'r>(reading: &'r Reading<'_>) -> BTreeSet<&'r EntityId> {
    let gazetteer = &reading.names.gazetteer;
    let beyond_doubt = |page: &Page<'_>, hit: &Hit| !hit.capitals && located(page, reading, hit.range, true);
    let hits =
        reading.pages.iter().flat_map(|page| page.hits.iter().filter(move |hit| beyond_doubt(page, hit)));
    let entries = hits.flat_map(|hit| &gazetteer.form(hit.form).entries);
    let places = entries.map(|(entry, _)| gazetteer.entry(*entry));
    places.filter(|entry| entry.kind == EntityKind::Place).map(|entry| &entry.key).collect()
}

fn candidate(
    reading: &Reading<'_>,
    page: &Page<'_>,
    hit: Hit,
    nations: &Nations,
    sure: &BTreeSet<&EntityId>,
) -> Option<Candidate> {
    let gazetteer = &reading.names.gazetteer;
    let form = gazetteer.form(hit.form);
    let fits = |entry: &Entry, by: FormBy| match entry.kind {
        EntityKind::Place => {
            let near = entry.major || entry.iso.is_some_and(|iso| nations.contains(iso));
            placed(reading, page, hit, entry, sure, near)
        }
        EntityKind::Country | EntityKind::Region | EntityKind::Group => {
            !hit.capitals || shouts(page, hit.range)
        }
        _ if by == FormBy::Acronym => {
            let home = entry.iso.is_none_or(|iso| nations.contains(iso));
            home && !hit.capitals && !dotted(page, hit.range)
        }
        _ => {
            let foreign = by == FormBy::Alias && entry.iso.is_some_and(|iso| !nations.contains(iso));
            !foreign && !common(page, hit.range) && (!hit.capitals || shouts(page, hit.range))
        }
    };
    let mut entries = form.entries.iter().map(|(entry, by)| (gazetteer.entry(*entry), *by));
    let here = |iso: Option<&str>| iso.is_some_and(|iso| nations.contains(iso));
    // `Atlanta, Georgia`: of a country and a state of one name the one in which the place before it lies.
    if let Some(state) = state_behind(reading, page, hit) {
        let (entry, by) = entries.find(|(entry, _)| entry.key == state.key)?;
        let mut candidate = Candidate::new(page.at(hit.range), entry.kind, shown(page, hit, entry, by));
        candidate.key = Some(entry.key.clone());
        candidate.strength = Strength::Known;
        return Some(candidate);
    }
    let local = entries.clone().find(|(entry, by)| here(entry.iso) && fits(entry, *by));
    let (entry, by) = local.or_else(|| entries.find(|(entry, by)| fits(entry, *by)))?;
    // `US $5 million`: the code of a currency.
    let text = page.passage.text();
    let behind = text[hit.range.end..].trim_start();
    let coins = ["dollar", "pound", "cents", "peso", "franc", "shilling", "rupee"];
    let money = behind.starts_with(['$', '€', '£'])
        || entry.kind == EntityKind::Country && coins.iter().any(|coin| behind.starts_with(coin));
    // `WHO: The Minister`: a question word of an advisory.
    let label = by == FormBy::Acronym
        && hit.range.start == 0
        && behind.starts_with(':')
        && matches!(page.slice(hit.range), "WHO" | "WHAT" | "WHEN" | "WHERE" | "WHY" | "HOW");
    // `500 Pula`: a currency, not the port.
    let coined = entry.kind == EntityKind::Place && page.funded && counted(reading, page, hit.range)
        || entry.kind == EntityKind::Place && numbered(page, hit.range);
    if label || money || coined || !word_alone(page, hit.range) {
        return None;
    }
    let mut candidate = Candidate::new(page.at(hit.range), kind(reading, entry), shown(page, hit, entry, by));
    candidate.key = Some(entry.key.clone());
    candidate.canonical = entry.kind == EntityKind::Country;
    candidate.acronym = entry.acronym.map(str::to_owned);
    candidate.strength = Strength::Known;
    candidate.by = match by {
        FormBy::Name => MentionBy::Name,
        FormBy::Alias => MentionBy::Alias,
        FormBy::Acronym => MentionBy::Acronym,
    };
    match entry.kind {
        EntityKind::Country => candidate.iso3166 = entry.iso.map(str::to_owned),
        EntityKind::Group => {
            candidate.members = listed(reading, page, hit.range)
                .unwrap_or_else(|| gazetteer.members.of(&entry.key, reading.date()));
        }
        _ => {}
    }
    candidate.key = candidate.key.map(|key| rekeyed(&key, candidate.kind));
    Some(candidate)
}

/// The state or province that a form names behind a comma and a place in it, where the form is a country's too.
fn state_behind<'r>(reading: &'r Reading<'_>, page: &Page<'_>, hit: Hit) -> Option<&'r Entry> {
    let gazetteer = &reading.names.gazetteer;
    let entries =
        |hit: &Hit| gazetteer.form(hit.form).entries.iter().map(|(entry, _)| gazetteer.entry(*entry));
    let country = entries(&hit).next().filter(|entry| entry.kind == EntityKind::Country)?;
    let state = entries(&hit).find(|entry| entry.kind == EntityKind::Place && entry.major)?;
    let before = page.hits.partition_point(|other| other.range.end <= hit.range.start).checked_sub(1)?;
    let town = page
        .hits
        .get(before)
        .filter(|town| page.slice(TextRange::new(town.range.end, hit.range.start)) == ", ")?;
    let lies = |iso: Option<&str>| {
        entries(town).any(|entry| entry.kind == EntityKind::Place && entry.iso.is_some() && entry.iso == iso)
    };
    (lies(state.iso) && !lies(country.iso)).then_some(state)
}

/// Is the word part of an amount?
fn counted(reading: &Reading<'_>, page: &Page<'_>, range: TextRange) -> bool {
    let amounts = &reading.document.amounts;
    let from =
        amounts.partition_point(|amount| (amount.at.passage, amount.at.range.end) <= (page.id, range.start));
    amounts.get(from).is_some_and(|amount| amount.at.passage == page.id && amount.at.range.overlaps(range))
}

/// Does a figure that is no year stand right before the name?
fn numbered(page: &Page<'_>, range: TextRange) -> bool {
    token_before(page, range).is_some_and(|token| {
        let digits = token.text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'));
        token.shape == Shape::Number && digits && token.text.len() != 4 && joined(page, token.range, range)
    })
}

/// Is a name of one word that is also a word of the language capitalised only because it begins a sentence?
fn common(page: &Page<'_>, range: TextRange) -> bool {
    let at = page.tokens.binary_search_by_key(&range.start, |token| token.range.start);
    at.is_ok_and(|at| page.tokens[at].first && page.tokens[at].range == range && page.tokens[at].common())
}

/// The members that the text itself lists: `BALT (Estonia, Latvia and Lithuania)`, or the list with the short form
/// in brackets behind it.
pub fn listed(reading: &Reading<'_>, page: &Page<'_>, range: TextRange) -> Option<Vec<String>> {
    let text = page.passage.text();
    let country = |hit: &Hit| {
        let (entry, _) = reading.names.gazetteer.form(hit.form).entries.first()?;
        let entry = reading.names.gazetteer.entry(*entry);
        entry.iso.filter(|_| entry.kind == EntityKind::Country).map(str::to_owned)
    };
    let between =
        |left: usize, right: usize| matches!(text.get(left..right), Some(", " | " and " | ", and " | " & "));
    let mut members = Vec::new();
    if text[range.end..].starts_with(" (") {
        let mut end = range.end + 2;
        for hit in &page.hits[page.hits.partition_point(|hit| hit.range.start <= range.end)..] {
            if !(hit.range.start == end || between(end, hit.range.start)) {
                break;
            }
            members.push(country(hit)?);
            end = hit.range.end;
        }
        return (text[end..].starts_with(')') && members.len() > 1).then_some(members);
    }
    let before = text[..range.start].strip_suffix(" (")?.len();
    let mut start = before;
    for hit in page.hits[..page.hits.partition_point(|hit| hit.range.end <= before)].iter().rev() {
        if !(hit.range.end == start && members.is_empty() || between(hit.range.end, start)) {
            break;
        }
        members.push(country(hit)?);
        start = hit.range.start;
    }
    members.reverse();
    (members.len() > 1).then_some(members)
}

/// The key under the prefix of the kind that the name's last word tells.
fn rekeyed(key: &EntityId, kind: EntityKind) -> EntityId {
    let rest = key.0.split_once(':').map_or(key.0.as_str(), |(_, rest)| rest).to_owned();
    EntityId(format!("{}:{rest}", kind.prefix()))
}

/// Last words that make a meeting of what the lexicon holds as a body.
const MEETINGS: [&str; 4] = ["Summit", "Dialogue", "Meeting", "Conference"];

/// Last words that make a paper of it.
const PAPERS: [&str; 7] =
    ["Agreement", "Convention", "Treaty", "Protocol", "Charter", "Declaration", "Accord"];

/// A body whose name ends in a meeting word is an event, in a paper word an instrument.
fn kind(reading: &Reading<'_>, entry: &Entry) -> EntityKind {
    if entry.kind != EntityKind::Organization {
        return entry.kind;
    }
    // `Parties to the Ferry Agreement` is a body: its head comes first.
    if entry.name.split(' ').any(|word| matches!(word, "of" | "to" | "for" | "on")) {
        return EntityKind::Organization;
    }
    let last = entry.name.rsplit(' ').next().unwrap_or_default();
    match reading.names.heads.get(last) {
        Some(_) if MEETINGS.contains(&last) => EntityKind::Event,
        Some(_) if PAPERS.contains(&last) => EntityKind::Instrument,
        _ => EntityKind::Organization,
    }
}

/// The name to propose: the lexicon's for a country and for what stands there only as an acronym, else as printed.
fn shown(page: &Page<'_>, hit: Hit, entry: &Entry, by: FormBy) -> String {
    let printed = page.slice(hit.range);
    match entry.kind {
        EntityKind::Country => entry.name.to_owned(),
        EntityKind::Group => printed.to_owned(),
        _ if by == FormBy::Acronym => entry.name.to_owned(),
        _ if hit.capitals => entry.name.to_owned(),
        _ => printed.to_owned(),
    }
}

/// Does the hit stand in a text in capitals, or at the start of a dateline?
fn shouts(page: &Page<'_>, range: TextRange) -> bool {
    page.shouted || range.len() > 4 || dateline(page, range)
}

fn dateline(page: &Page<'_>, range: TextRange) -> bool {
    let next = token_after(page, range).map_or("", |token| token.text);
    range.start == 0 && matches!(next, "," | "(" | "–" | "—" | "-" | "/")
}

/// Is an acronym part of an address or a longer token (`who.int`, `@WTO`)?
fn dotted(page: &Page<'_>, range: TextRange) -> bool {
    let text = page.passage.text();
    let after = text.get(range.end..).unwrap_or_default();
    after.starts_with('.') && after[1..].starts_with(|c: char| c.is_alphanumeric())
}

/// Is the name no part of an e-mail or web address? Only what stands within reach of it is looked at.
fn word_alone(page: &Page<'_>, range: TextRange) -> bool {
    const REACH: usize = 250;
    let text = page.passage.text();
    let from = text.ceil_char_boundary(range.start.saturating_sub(REACH));
    let to = text.floor_char_boundary(text.len().min(range.end + REACH));
    let start = text[from..range.start].rfind(char::is_whitespace).map_or(from, |space| from + space + 1);
    let end = text[range.end..to].find(char::is_whitespace).map_or(to, |space| range.end + space);
    let word = text.get(start..end).unwrap_or_default();
    !word.contains("://") && !word.starts_with("www.") && !word.contains('@')
}

fn placed(
    reading: &Reading<'_>,
    page: &Page<'_>,
    hit: Hit,
    place: &Entry,
    sure: &BTreeSet<&EntityId>,
    near: bool,
) -> bool {
    if hit.capitals {
        return dateline(page, hit.range) || page.shouted && !place.ambiguous;
    }
    if dateline(page, hit.range) && !place.ambiguous {
        return true;
    }
    if inside_name(page, hit.range) {
        return false;
    }
    !place.ambiguous && near || located(page, reading, hit.range, near) || sure.contains(&place.key)
}

/// Does a capitalised word that explains itself in no other way stand right beside it?
fn inside_name(page: &Page<'_>, range: TextRange) -> bool {
    let explained = |token: &Token<'_>| {
        let known = page.hit_over(token.range).is_some();
        known || token.opens() || token.people()
    };
    let before =
        token_before(page, range).filter(|token| token.capital() && joined(page, token.range, range));
    let after = token_after(page, range).filter(|token| token.capital() && joined(page, range, token.range));
    let before = before.is_some_and(|token| !(explained(token) || token.first && token.orders()));
    let after = after.is_some_and(|token| !explained(token));
    !page.titled && (before || after)
}

/// Do only spaces part the two?
fn joined(page: &Page<'_>, left: TextRange, right: TextRange) -> bool {
    page.slice(TextRange::new(left.end, right.start)) == " "
}

/// Does a preposition of place stand before, or `, Country` behind?
fn located(page: &Page<'_>, reading: &Reading<'_>, range: TextRange, loose: bool) -> bool {
    let before = token_before(page, range);
    let preposition = before.is_some_and(|token| {
        let place = matches!(token.text, "in" | "at" | "near" | "visited" | "outside");
        let link = matches!(token.text, "from" | "to" | "of" | "through" | "via" | "around" | "between");
        token.shape == Shape::Lower && (place || loose && link)
    });
    let gazetteer = &reading.names.gazetteer;
    let placed = |hit: &Hit| {
        let first = gazetteer.form(hit.form).entries.first();
        let kind = first.map(|(entry, _)| gazetteer.entry(*entry).kind);
        matches!(kind, Some(EntityKind::Country | EntityKind::Place))
    };
    let at = page.hits.partition_point(|hit| hit.range.end <= range.start);
    let next = page.hits.get(at + 1).filter(|hit| placed(hit));
    let last = at.checked_sub(1).and_then(|last| page.hits.get(last)).filter(|hit| placed(hit));
    let link = |left: TextRange, right: TextRange| page.slice(TextRange::new(left.end, right.start));
    let country = next.is_some_and(|hit| link(range, hit.range) == ", ");
    let listed = next.is_some_and(|hit| link(range, hit.range) == " and ")
        || last.is_some_and(|hit| link(hit.range, range) == " and ");
    let settled = {
        let words = &page.tokens[..page.tokens.partition_point(|token| token.range.end <= range.start)];
        let of = words.last().is_some_and(|token| token.text == "of");
        of && words.len() > 1 && super::place::settlement(words[words.len() - 2].text)
    };
    (preposition || settled || listed && loose) && !inside_name(page, range)
        || country
        || dateline(page, range)
}

fn token_before<'p>(page: &'p Page<'_>, range: TextRange) -> Option<&'p Token<'p>> {
    let next = page.tokens.partition_point(|token| token.range.end <= range.start);
    next.checked_sub(1).and_then(|before| page.tokens.get(before))
}

fn token_after<'p>(page: &'p Page<'_>, range: TextRange) -> Option<&'p Token<'p>> {
    page.tokens.get(page.tokens.partition_point(|token| token.range.start < range.end))
}
