//! Names that the document has made known: acronyms that it defines, and short forms of full names.
//!
//! `… Pacific Ports Forum (PPF) … the PPF … the Forum`: the acronym is a mention wherever it stands; a short form is
//! one where a fuller name of the same kind, with the same head, stands in the document.

use std::collections::BTreeSet;

use rapporteur_model::{Document, EntityKind, Location, MentionBy, TextRange};

use super::{
    Candidate, Strength, form,
    reading::{Page, Reading},
};

/// Mentions by the acronyms that the document defines, given the names that stand so far.
pub fn acronyms(reading: &Reading<'_>, kept: &[Candidate], proposed: &[Candidate]) -> Vec<Candidate> {
    let mut found = Vec::new();
    for acronym in &reading.document.acronyms {
        let named = |candidate: &&Candidate| named_in(reading.document, candidate, acronym);
        let base = kept.iter().find(named).or_else(|| proposed.iter().find(named));
        let Some(base) = base.cloned() else { continue };
        for page in &reading.pages {
            found.extend(mentions(page, &acronym.short, &base));
        }
        let mut full = base;
        full.acronym = Some(acronym.short.clone());
        full.strength = Strength::Defined;
        found.push(full);
    }
    found
}

/// The acronyms that the document defines for what is no name (`small arms (SA)`): no lexicon may know better.
pub fn taken(document: &Document, kept: &[Candidate]) -> BTreeSet<String> {
    let known = |acronym: &&rapporteur_model::Acronym| {
        kept.iter().any(|candidate| named_in(document, candidate, acronym))
    };
    // A list of countries is what a group's acronym stands for.
    let group = |acronym: &&rapporteur_model::Acronym| {
        kept.iter().any(|candidate| {
            candidate.kind == EntityKind::Group && document.text(candidate.at) == acronym.short
                || candidate.kind == EntityKind::Country
                    && acronym.at.passage == candidate.at.passage
                    && candidate.at.range.overlaps(acronym.at.range)
                    && acronym.long.contains(',')
        })
    };
    document
        .acronyms
        .iter()
        .filter(|acronym| !known(acronym) && !group(acronym))
        .map(|acronym| acronym.short.clone())
        .collect()
}

/// Does the candidate name what the acronym stands for: does it end where the long form ends?
fn named_in(document: &Document, candidate: &Candidate, acronym: &rapporteur_model::Acronym) -> bool {
    if candidate.at.passage != acronym.at.passage || candidate.by == MentionBy::Acronym {
        return false;
    }
    let words = document.text(candidate.at);
    if !candidate.at.range.overlaps(acronym.at.range) || words == acronym.short {
        return false;
    }
    if candidate.acronym.as_deref() == Some(acronym.short.as_str()) {
        return true;
    }
    // `Partnership on Disaster Relief (DR)`: the acronym is of its subject, not of the partnership.
    let connector =
        |words: &str| words.split(' ').any(|word| matches!(word, "of" | "on" | "for" | "to" | "in"));
    words.strip_suffix(acronym.long.as_str()).is_some_and(|before| !connector(before))
        || acronym.long.strip_suffix(words).is_some_and(|before| words.contains(' ') && !connector(before))
}

/// Where an acronym stands as a word, with its modifiers (`3rd Nordic-Baltic PPF`) where it names a meeting.
fn mentions(page: &Page<'_>, short: &str, base: &Candidate) -> Vec<Candidate> {
    let mut found = Vec::new();
    for (index, token) in page.tokens.iter().enumerate() {
        let whole = token.text == short || token.text.strip_suffix('s') == Some(short);
        let range = if whole {
            token.range
        } else if let Some(at) = part(token.text, short) {
            TextRange::new(token.range.start + at, token.range.start + at + short.len())
        } else {
            continue;
        };
        let mut candidate = base.clone();
        candidate.at = Location { passage: page.id, range };
        candidate.by = MentionBy::Acronym;
        candidate.strength = Strength::Defined;
        candidate.acronym = Some(short.to_owned());
        candidate.roles = Vec::new();
        if whole && base.kind == EntityKind::Event {
            let mut first = index;
            while let Some(before) = first.checked_sub(1).map(|before| &page.tokens[before]) {
                let numbered = form::is_ordinal(before.text);
                if !page.tokens[first].spaced
                    || !numbered && (!before.capital() || !before.text.contains('-'))
                {
                    break;
                }
                first -= 1;
            }
            candidate.at.range = page.range(first, index);
        }
        found.push(candidate);
    }
    found
}

/// Where the acronym is a part of a compound (`PPF-led`).
fn part(word: &str, short: &str) -> Option<usize> {
    let mut at = 0;
    for part in word.split(['-', '/']) {
        if part == short {
            return Some(at);
        }
        at += part.len() + 1;
    }
    None
}

/// Heads that stand alone with a capital (`the Convention`): they count where a fuller name has the same head.
pub fn lone_heads(reading: &Reading<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for page in reading.pages.iter().filter(|page| !page.titled && !page.shouted) {
        for head in form::heads(page, reading.names) {
            let Some(before) = head.first.checked_sub(1).map(|before| &page.tokens[before]) else { continue };
            let article = matches!(before.text, "the" | "The" | "this" | "This");
            let next = page.tokens.get(head.last + 1);
            let goes_on =
                next.is_some_and(|next| next.spaced && next.capital() || next.text == "-" && !next.spaced);
            let several = head.last > head.first;
            if !(article || several) || goes_on || head.compound {
                continue;
            }
            let range = page.range(head.first, head.last);
            let mut candidate = Candidate::new(page.at(range), head.head.kind, page.slice(range));
            candidate.strength = Strength::Weak;
            candidate.by = if several { MentionBy::Alias } else { MentionBy::Anaphor };
            found.push(candidate);
        }
    }
    found
}
