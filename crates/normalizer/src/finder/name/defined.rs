//! Names that the text itself explains: the long form of an acronym (`Forum for Clean Quays (FCQ)`), a group of
//! countries (`Fiji, Samoa and Tonga (FST)`), and capitals before a plain noun (`Rural Schools Online programme`).

use std::collections::BTreeMap;

use rapporteur_model::{Acronym, EntityId, EntityKind, TextRange};

use super::{
    Candidate, Strength, form, known,
    reading::{Page, Reading},
    token::{Shape, Token},
};

use crate::lexicon::{
    names::{FormBy, Hit},
    vocabulary::Marks,
};

/// Names that the text explains.
pub fn propose(reading: &Reading<'_>) -> Vec<Candidate> {
    let mut found: Vec<Candidate> =
        reading.document.acronyms.iter().filter_map(|acronym| long_form(reading, acronym)).collect();
    found.extend(groups(reading));
    for page in &reading.pages {
        found.extend(described(reading, page));
        found.extend(called(page));
        found.extend(page.hits.iter().filter_map(|hit| national(reading, page, *hit)));
    }
    found
}

/// The long form, where a head in it or the word behind the bracket tells what it is.
fn long_form(reading: &Reading<'_>, acronym: &Acronym) -> Option<Candidate> {
    let page = reading.pages.get(acronym.at.passage.0)?;
    let start = page.slice(acronym.at.range).find(acronym.long.as_str())?;
    let start = acronym.at.range.start + start;
    // `the Harbour Board’s (HB) rules`: the possessive is none of the name.
    let long = acronym.long.trim_end_matches("'s").trim_end_matches("’s");
    let range = TextRange::new(start, start + long.len());
    let first = page.tokens.binary_search_by_key(&start, |token| token.range.start).ok()?;
    let last = page.tokens.binary_search_by_key(&range.end, |token| token.range.end).ok()?;
    let words = page.tokens.get(first..=last)?;
    let capitals = words.iter().filter(|token| token.capital()).count();
    let plain = words.iter().filter(|token| token.shape == Shape::Lower && token.text.len() > 3).count();
    if !words[0].capital() || capitals < 2 || plain > 0 {
        return None;
    }
    let kind = kind_by_head(page, reading, first, last)
        .or_else(|| kind_by_next(page, acronym))
        .or_else(|| body(page, reading, first, last))
        .or_else(|| proper_body(page, first, last))?;
    let mut candidate = Candidate::new(page.at(range), kind, long);
    candidate.strength = Strength::Form;
    Some(candidate)
}

/// By the head that begins it before a complement, else by the one that ends it.
fn kind_by_head(page: &Page<'_>, reading: &Reading<'_>, first: usize, last: usize) -> Option<EntityKind> {
    let heads: Vec<_> = form::heads_among(page, reading.names, first, last + 1)
        .into_iter()
        .filter(|head| first <= head.first && head.last <= last)
        .collect();
    let leads = |head: &&form::HeadAt<'_>| {
        let after = page.tokens.get(head.last + 1).map_or("", |token| token.text);
        head.last < last && head.head.after.contains(&after)
    };
    // A head alone is no name: `a Memorandum of Understanding (MOU)`.
    if heads.iter().any(|head| head.first == first && head.last == last) {
        return None;
    }
    let leading = heads.iter().find(leads);
    // `Rural Health Networks (RHNs)`: several of a kind have one name too where the text defines it.
    let several = page.tokens[last].text.strip_suffix('s').and_then(|one| reading.names.heads.get(one));
    if let Some(head) = several.filter(|head| head.last && heads.is_empty() && first < last) {
        return Some(head.kind);
    }
    let ending = heads.iter().find(|head| head.last == last && head.head.last);
    let head = leading.or(ending)?;
    let forum = page.tokens[head.last].text == "Forum";
    Some(if forum { EntityKind::Organization } else { head.head.kind })
}

/// By the noun behind the bracket: `Safer Ports (SP) project`.
fn kind_by_next(page: &Page<'_>, acronym: &Acronym) -> Option<EntityKind> {
    let next = page.tokens.partition_point(|token| token.range.start < acronym.at.range.end);
    let after = page.tokens.get(next)?;
    noun(&after.text.to_lowercase())
}

/// A body by its officers (`Nordic Heads of Fisheries`), or by a coined word in it (`NorSea Energy`).
fn body(page: &Page<'_>, reading: &Reading<'_>, first: usize, last: usize) -> Option<EntityKind> {
    const OFFICERS: [&str; 7] =
        ["Heads", "Chiefs", "Ministers", "Officials", "Directors", "Governors", "Leaders"];
    let words = page.tokens.get(first..=last)?;
    let officers =
        words.iter().any(|token| OFFICERS.contains(&token.text)) && page.proper(reading.names, first);
    let coined = words.iter().any(|token| {
        let mut rest = token.text.chars().skip(1);
        let inner = rest.clone().any(char::is_uppercase) && rest.any(char::is_lowercase);
        inner && token.text.chars().all(char::is_alphabetic)
    });
    (officers || coined).then_some(EntityKind::Organization)
}

/// A body because one of its words is none of the language and no known name: `Norsk Vannkraft`.
fn proper_body(page: &Page<'_>, first: usize, last: usize) -> Option<EntityKind> {
    let strange = |token: &Token<'_>| {
        let letters = token.text.chars().all(char::is_alphabetic) && token.text.len() > 3;
        token.capital()
            && letters
            && page.hit_over(token.range).is_none()
            && !token.people()
            && !token.common()
    };
    let person = page.given(first);
    (!person && page.tokens[first..=last].iter().any(strange)).then_some(EntityKind::Organization)
}

/// What a plain noun makes of the capitals before it.
fn noun(word: &str) -> Option<EntityKind> {
    match word {
        "project" | "projects" | "programme" | "program" | "programmes" | "programs" | "initiative"
        | "fund" | "scheme" | "campaign" => Some(EntityKind::Programme),
        "agreement" | "treaty" | "convention" | "strategy" => Some(EntityKind::Instrument),
        "agency" | "network" | "secretariat" => Some(EntityKind::Organization),
        "summit" | "meeting" | "meetings" | "conference" | "dialogue" => Some(EntityKind::Event),
        _ => None,
    }
}

/// `Rural Schools Online programme`: capitals that no lexicon knows before a noun of programmes.
fn described(reading: &Reading<'_>, page: &Page<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    if page.titled || page.shouted {
        return found;
    }
    for (last, token) in page.tokens.iter().enumerate().skip(1) {
        if token.shape != Shape::Lower
            || noun(token.text) != Some(EntityKind::Programme)
            || token.text.ends_with('s')
        {
            continue;
        }
        let fits = |index: usize| {
            let word = &page.tokens[index];
            let opening = word.first && (word.orders() || word.opens());
            word.capital() && page.tokens[index + 1].spaced && !opening && !word.opens()
        };
        let mut first = last;
        while first > 0 && fits(first - 1) {
            first -= 1;
        }
        let words = &page.tokens[first..last];
        let own =
            words.iter().enumerate().filter(|(index, _)| !page.proper(reading.names, first + index)).count();
        let coined = words.len() == 1
            && words[0].acronym()
            && words[0].text.contains('-')
            && page.hit_over(words[0].range).is_none();
        let article =
            first.checked_sub(1).is_some_and(|before| matches!(page.tokens[before].text, "a" | "an"));
        // `its Skarnreg programme`: one word that is none of the language, behind an owner or article.
        let lone = words.len() == 1
            && own == 1
            && words[0].text.len() > 4
            && words[0].text.chars().all(char::is_alphabetic)
            && !page.given(first)
            && !words[0].common()
            && first.checked_sub(1).is_some_and(|before| {
                matches!(page.tokens[before].text, "its" | "their" | "the" | "our" | "’s" | "'s")
            });
        if (own >= 2 || coined || lone) && !article && !words[0].first {
            let range = page.range(first, last);
            let mut candidate = Candidate::new(page.at(range), EntityKind::Programme, page.slice(range));
            candidate.strength = Strength::Form;
            found.push(candidate);
        }
    }
    found
}

/// `a programme called Boats for All`: what a noun for programmes, papers or meetings is said to be called.
fn called(page: &Page<'_>) -> Vec<Candidate> {
    /// Tokens of a name at most.
    const LONGEST: usize = 8;
    let mut found = Vec::new();
    for at in 1..page.tokens.len() {
        let verb = page.tokens[at].text;
        let known = verb == "known" && page.tokens.get(at + 1).is_some_and(|token| token.text == "as");
        if !(matches!(verb, "called" | "named" | "titled" | "entitled" | "dubbed") || known) {
            continue;
        }
        let noun = page.tokens[..at].iter().rev().take(2).find_map(|token| noun(&token.text.to_lowercase()));
        let Some(kind) = noun.filter(|_| !page.titled) else { continue };
        let first = at + 1 + usize::from(known);
        let capital =
            |token: usize| page.tokens.get(token).is_some_and(|token| token.capital() && token.spaced);
        let mut last = first;
        while capital(first) && last - first < LONGEST {
            let links = page.tokens[last + 1..]
                .iter()
                .take(2)
                .take_while(|token| matches!(token.text, "of" | "for" | "in" | "the" | "on" | "to" | "a"))
                .count();
            if !capital(last + 1 + links) {
                break;
            }
            last += 1 + links;
        }
        if capital(first) && last > first && !page.given(first) {
            let range = page.range(first, last);
            found.push(Candidate::new(page.at(range), kind, page.slice(range)));
        }
    }
    found
}

/// `Innovation Norway`: plain nouns before a country, in running text.
fn national(reading: &Reading<'_>, page: &Page<'_>, hit: Hit) -> Option<Candidate> {
    const DESCRIBING: [&str; 22] = [
        "North",
        "South",
        "East",
        "West",
        "Northern",
        "Southern",
        "Eastern",
        "Western",
        "Central",
        "Greater",
        "Mainland",
        "Imperial",
        "Occupied",
        "Modern",
        "Ancient",
        "Global",
        "New",
        "Old",
        "Democratic",
        "United",
        "Federal",
        "Rural",
    ];
    let (entry, by) = reading.names.gazetteer.form(hit.form).entries.first()?;
    let named = *by == FormBy::Name && !hit.capitals;
    let country = named && reading.names.gazetteer.entry(*entry).kind == EntityKind::Country;
    let last = page.tokens.binary_search_by_key(&hit.range.start, |token| token.range.start).ok()?;
    if !country || page.titled || page.shouted || page.tokens[last].range.end > hit.range.end {
        return None;
    }
    let noun = |token: &Token<'_>| {
        token.capital()
            && !token.first
            && !token.text.contains('-')
            && !DESCRIBING.contains(&token.text)
            && !["al", "ous", "ern", "ic", "ish", "an", "ive"].iter().any(|end| token.text.ends_with(end))
            && !form::ROLES.contains(&token.text)
            && !token.marks.has(Marks::OPENER.and(Marks::ORDER).and(Marks::CALENDAR))
            && token.common()
    };
    let mut first = last;
    while first > 0 && page.tokens[first].spaced && noun(&page.tokens[first - 1]) {
        first -= 1;
    }
    let before = first.checked_sub(1).map(|before| &page.tokens[before])?;
    let clean = before.shape == Shape::Lower || before.text == ",";
    let range = TextRange::new(page.tokens[first].range.start, hit.range.end);
    (first < last && last - first < 3 && clean && page.hit_over(page.range(first, last - 1)).is_none())
        .then(|| Candidate::new(page.at(range), EntityKind::Organization, page.slice(range)))
}

/// Short forms whose countries stand beside them in brackets, and which the lexicon does not know: the first list counts.
fn groups(reading: &Reading<'_>) -> Vec<Candidate> {
    let mut members: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for page in &reading.pages {
        for token in page.tokens.iter().filter(|token| token.acronym()) {
            if !members.contains_key(token.text)
                && page.hit_over(token.range).is_none()
                && let Some(list) = known::listed(reading, page, token.range)
            {
                members.insert(token.text, list);
            }
        }
    }
    let mut found = Vec::new();
    for page in reading.pages.iter().filter(|_| !members.is_empty()) {
        for token in &page.tokens {
            let Some(members) = members.get(token.text) else { continue };
            let mut candidate = Candidate::new(page.at(token.range), EntityKind::Group, token.text);
            candidate.key = Some(EntityId::of_name(EntityKind::Group, token.text));
            candidate.acronym = Some(token.text.to_owned());
            candidate.members.clone_from(members);
            candidate.by = rapporteur_model::MentionBy::Acronym;
            candidate.strength = Strength::Defined;
            found.push(candidate);
        }
    }
    found
}
