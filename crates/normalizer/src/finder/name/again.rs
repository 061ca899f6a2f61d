//! Names that the document has made known: acronyms that it defines, and short forms of full names.
//!
//! `… Pacific Ports Forum (PPF) … the PPF … the Forum`: the acronym is a mention wherever it stands; a short form is
//! one where a fuller name of the same kind, with the same head, stands in the document.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use foldhash::fast::FixedState;

use rapporteur_model::{Acronym, Document, EntityId, EntityKind, MentionBy, PassageId, TextRange};

use super::{
    Candidate, LONGEST, Strength, foreign, form,
    reading::{Page, Reading},
    shorten,
    token::Token,
};

/// What acronyms stand for.
type Bases<'b> = HashMap<&'b str, &'b Candidate, FixedState>;

/// Candidates in the order of their starts, each with its place among them all.
struct Placed<'c> {
    by_start: Vec<(PassageId, usize, usize)>,
    candidates: &'c [Candidate],
}

impl<'c> Placed<'c> {
    fn new(candidates: &'c [Candidate]) -> Self {
        let start =
            |(index, candidate): (usize, &Candidate)| (candidate.at.passage, candidate.at.range.start, index);
        let mut by_start: Vec<_> = candidates.iter().enumerate().map(start).collect();
        by_start.sort_unstable();
        Self { by_start, candidates }
    }

    /// Those that share text with a definition, in the order in which they were given.
    fn beside(&self, acronym: &Acronym) -> impl Iterator<Item = &'c Candidate> {
        let (passage, range) = (acronym.at.passage, acronym.at.range);
        let place = |start: usize| {
            self.by_start.partition_point(|(other, from, _)| (*other, *from) < (passage, start))
        };
        // None is longer, so none that starts further left can reach the definition.
        let near = place(range.start.saturating_sub(LONGEST))..place(range.end);
        let mut indices: Vec<usize> = self.by_start[near].iter().map(|(.., index)| *index).collect();
        indices.sort_unstable();
        let candidates = self.candidates;
        indices.into_iter().map(|index| &candidates[index]).filter(move |one| one.at.range.overlaps(range))
    }

    /// The one that a definition is of.
    fn named(&self, document: &Document, acronym: &Acronym) -> Option<&'c Candidate> {
        self.beside(acronym).find(|candidate| named_in(document, candidate, acronym))
    }
}

/// Mentions by the acronyms that the document defines, given the names that stand so far and all that were proposed.
pub fn acronyms(reading: &Reading<'_>, kept: &[Candidate], proposed: &[Candidate]) -> Vec<Candidate> {
    let (kept, proposed) = (Placed::new(kept), Placed::new(proposed));
    let document = reading.document;
    let mut bases: Bases<'_> = HashMap::default();
    let mut found = Vec::new();
    for acronym in &document.acronyms {
        let Some(base) = kept.named(document, acronym).or_else(|| proposed.named(document, acronym)) else {
            continue;
        };
        bases.entry(&acronym.short).or_insert(base);
        let mut full = base.clone();
        full.acronym = Some(acronym.short.clone());
        full.strength = Strength::Defined;
        found.push(full);
    }
    for page in &reading.pages {
        found.extend(mentions(page, &bases));
    }
    found
}

/// The acronyms that the document defines for what is no name (`small arms (SA)`): no lexicon may know better.
pub fn taken(document: &Document, proposed: &[Candidate]) -> BTreeSet<String> {
    let placed = Placed::new(proposed);
    let known = |acronym: &Acronym| placed.named(document, acronym).is_some();
    // A list of countries is what a group's acronym stands for.
    let group = |acronym: &Acronym| {
        placed.beside(acronym).any(|candidate| match candidate.kind {
            EntityKind::Group => document.text(candidate.at) == acronym.short,
            EntityKind::Country => acronym.long.contains(','),
            _ => false,
        })
    };
    let common = document.acronyms.iter().filter(|acronym| !known(acronym) && !group(acronym));
    common.map(|acronym| acronym.short.clone()).collect()
}

/// Does the candidate name what the acronym stands for: does it end where the long form ends?
fn named_in(document: &Document, candidate: &Candidate, acronym: &Acronym) -> bool {
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
    let small = ["of", "on", "for", "to", "in"];
    let connector =
        |words: &str| words.split(' ').any(|word| small.iter().any(|other| other.eq_ignore_ascii_case(word)));
    words.strip_suffix(acronym.long.as_str()).is_some_and(|before| !connector(before))
        || acronym.long.strip_suffix(words).is_some_and(|before| words.contains(' ') && !connector(before))
}

/// Modifiers of a meeting's acronym at most.
const MODIFIERS: usize = 6;

/// Where acronyms stand as words, with their modifiers (`3rd Nordic-Baltic PPF`) where they name meetings.
fn mentions(page: &Page<'_>, bases: &Bases<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    if bases.is_empty() {
        return found;
    }
    for (index, token) in page.tokens.iter().enumerate().filter(|(_, token)| token.capital()) {
        let singular = || bases.get_key_value(token.text.strip_suffix('s')?);
        let whole = bases.get_key_value(token.text).or_else(singular);
        let Some((short, base, range)) =
            whole.map(|(short, base)| (*short, *base, token.range)).or_else(|| part(token, bases))
        else {
            continue;
        };
        let mut candidate = base.clone();
        candidate.at = page.at(range);
        candidate.by = MentionBy::Acronym;
        candidate.strength = Strength::Defined;
        candidate.acronym = Some(short.to_owned());
        candidate.roles = Vec::new();
        if whole.is_some() && base.kind == EntityKind::Event {
            let mut first = index;
            while let Some(before) = first.checked_sub(1).map(|before| &page.tokens[before])
                && index - first < MODIFIERS
            {
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

/// The acronym that is a part of a compound (`PPF-led`), and where.
fn part<'b>(token: &Token<'_>, bases: &Bases<'b>) -> Option<(&'b str, &'b Candidate, TextRange)> {
    if !token.text.contains(['-', '/']) {
        return None;
    }
    let mut at = token.range.start;
    for part in token.text.split(['-', '/']) {
        if let Some((short, base)) = bases.get_key_value(part)
            && part.len() < token.text.len()
        {
            return Some((*short, *base, TextRange::new(at, at + part.len())));
        }
        at += part.len() + 1;
    }
    None
}

/// Acronyms that the text never defines but that are the initials of a name in it (`Nordic Ports Agency … the NPA`).
pub fn initials(reading: &Reading<'_>, kept: &[Candidate]) -> Vec<Candidate> {
    let mut bases: HashMap<String, &Candidate, FixedState> = HashMap::default();
    for candidate in kept {
        let named = candidate.by == MentionBy::Name && candidate.acronym.is_none();
        let kinds =
            [EntityKind::Organization, EntityKind::Programme, EntityKind::Instrument, EntityKind::Event];
        let words = || candidate.name.split([' ', '-']);
        if !named || !kinds.contains(&candidate.kind) || words().count() < 3 {
            continue;
        }
        let letters = words().filter_map(|word| word.chars().next());
        let initials: String = letters.filter(|letter| letter.is_uppercase()).collect();
        if initials.len() > 2 {
            bases.entry(initials).or_insert(candidate);
        }
    }
    let defined: BTreeSet<&str> =
        reading.document.acronyms.iter().map(|acronym| acronym.short.as_str()).collect();
    let mut found = Vec::new();
    for page in reading.pages.iter().filter(|page| !bases.is_empty() && !page.shouted) {
        for token in page.tokens.iter().filter(|token| token.acronym()) {
            let known = page.hit_over(token.range).is_some() || defined.contains(token.text);
            if let Some(base) = bases.get(token.text).filter(|_| !known) {
                let mut candidate = (*base).clone();
                candidate.at = page.at(token.range);
                candidate.by = MentionBy::Acronym;
                candidate.acronym = Some(token.text.to_owned());
                candidate.strength = Strength::Form;
                found.push(candidate);
            }
        }
    }
    found
}

/// Makes the name of a body in another language, in brackets behind its name, one of its names:
/// `Skarn Fisheries Institute (Instituto Skarnio de Pesca, ISP)`.
pub fn translated(document: &Document, kept: &mut [Candidate]) {
    let mut keys: BTreeMap<String, EntityId> = BTreeMap::new();
    for index in 1..kept.len() {
        let (before, rest) = kept.split_at_mut(index);
        let (Some(body), Some(name)) = (before.last(), rest.first_mut()) else { continue };
        let bodies = body.kind == EntityKind::Organization && name.kind == EntityKind::Organization;
        if !bodies || body.at.passage != name.at.passage || name.key.is_some() {
            continue;
        }
        let text = document.passage(body.at.passage).text();
        let between = text.get(body.at.range.end..name.at.range.start);
        let after =
            text[name.at.range.end..].trim_start_matches(|c: char| c == ',' || c == ' ' || c.is_uppercase());
        if between != Some(" (") || !after.starts_with(')') {
            continue;
        }
        let [first, second] = [body, &*name].map(|body| foreign::is_head(document.text(body.at)));
        if first != second {
            let key = body
                .key
                .clone()
                .unwrap_or_else(|| EntityId::of_name(body.kind, &shorten::words(&body.name).join(" ")));
            keys.insert(name.name.clone(), key);
        }
    }
    for name in kept.iter_mut().filter(|name| name.key.is_none()) {
        let Some(key) = keys.get(&name.name) else { continue };
        name.key = Some(key.clone());
        if name.by == MentionBy::Name {
            name.by = MentionBy::Alias;
        }
    }
}

/// Heads that stand alone with a capital (`the Convention`): they count where a fuller name has the same head.
pub fn lone_heads(reading: &Reading<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for page in reading.pages.iter().filter(|page| !page.titled && !page.shouted) {
        for head in &page.heads {
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
            // A senate needs no more to be named.
            if page.slice(range) == "Senate" {
                candidate.strength = Strength::Form;
                found.push(candidate);
                continue;
            }
            candidate.strength = Strength::Weak;
            candidate.by = if several { MentionBy::Alias } else { MentionBy::Anaphor };
            found.push(candidate);
        }
    }
    found
}
