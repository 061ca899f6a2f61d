//! Speakers: the entity behind the words that name a speaker.
//!
//! `Minister Ode`, `she` and `the minister` are a person; `a Council press release`, `the release` and `it` are the body
//! whose release it is. What a phrase names itself wins; else the text before it tells: a pronoun takes the first person
//! of the nearest sentence that has one, a paper the body that it was said to be from.
//!
//! Invariant: only entities of the document are handed out, and only such as are mentioned before or in the phrase.

use std::collections::BTreeMap;

use rapporteur_model::{Document, EntityId, EntityKind, Location, PassageId};

use super::names::{Named, Names};
use super::paper::{self, PAPERS, Paper};
use crate::finder::person::word::Words;

/// Bodies that are named again by their last word alone.
#[rustfmt::skip]
const BODIES: &[&str] = &[
    "ministry", "department", "agency", "secretariat", "council", "commission", "committee", "government",
    "company", "bank", "office", "embassy", "mission", "association", "union", "organization",
    "organisation", "group", "fund", "institute", "institution", "authority", "court", "parliament",
    "party", "foundation", "bureau", "university", "centre", "center", "board", "assembly", "army", "navy",
    "police", "bloc", "network", "society", "alliance",
];

/// Nouns by which a person who was named is called again.
#[rustfmt::skip]
const NOUNS: &[&str] = &[
    "man", "woman", "farmer", "fisherman", "villager", "nurse", "teacher", "engineer", "driver", "trader", "shopkeeper",
    "widow", "student", "trainee", "activist", "researcher", "scientist", "diplomat", "politician", "lawmaker", "veteran",
    "entrepreneur", "businessman", "businesswoman", "lawyer", "grandmother", "grandfather", "mother-of-two",
];

/// Bytes of a sentence at most, where the person that a pronoun means is looked for.
const SENTENCE: usize = 2000;

/// Finds the entities behind speakers. Phrases must be asked in reading order.
pub struct Speakers<'a> {
    document: &'a Document,
    names: Names<'a>,
    /// Papers by the word for them, each list in reading order.
    papers: BTreeMap<&'static str, Vec<Paper>>,
    /// What each phrase was found to mean, as quotations may share one.
    known: BTreeMap<Location, Option<EntityId>>,
    last: Option<EntityId>,
}

impl<'a> Speakers<'a> {
    /// The speakers of a document whose names have been found.
    pub fn new(document: &'a Document) -> Self {
        let names = Names::new(document);
        let papers = paper::find(document, &names);
        Self { document, names, papers, known: BTreeMap::new(), last: None }
    }

    /// The entity behind a speaker's phrase.
    pub fn resolve(&mut self, phrase: Location) -> Option<EntityId> {
        if let Some(found) = self.known.get(&phrase) {
            return found.clone();
        }
        let found = self.named(phrase).or_else(|| self.meant(phrase));
        if found.is_some() {
            self.last.clone_from(&found);
        }
        self.known.insert(phrase, found.clone());
        found
    }

    /// The entity that the phrase names itself: a person first, then a body, then a country.
    fn named(&self, phrase: Location) -> Option<EntityId> {
        let text = self.document.passage(phrase.passage).text();
        let inside = self.names.over(phrase);
        let owner = |named: &&Named<'_>| {
            let rest = text.get(named.at.range.end..).unwrap_or_default();
            rest.starts_with("’s ") || rest.starts_with("'s ")
        };
        let of = |kinds: &[EntityKind]| {
            let mut fits = inside.iter().filter(|named| kinds.contains(&named.entity.kind));
            fits.clone()
                .find(|named| !owner(named))
                .or_else(|| fits.next())
                .map(|named| named.entity.id.clone())
        };
        of(&[EntityKind::Person])
            .or_else(|| self.in_apposition(phrase, text))
            .or_else(|| self.minister_of(phrase, inside))
            .or_else(|| of(&[EntityKind::Organization]))
            .or_else(|| of(&[EntityKind::Country, EntityKind::Group, EntityKind::Region]))
    }

    /// `the foreign minister, Jane Ode, said`: a person whose name follows the phrase behind a comma.
    fn in_apposition(&self, phrase: Location, text: &str) -> Option<EntityId> {
        let start = phrase.range.end + 2;
        let comma = text.get(phrase.range.end..start) == Some(", ");
        let named = comma.then(|| self.names.starting(phrase.passage, start)).flatten()?;
        (named.entity.kind == EntityKind::Person).then(|| named.entity.id.clone())
    }

    /// `Oslo’s foreign minister`, `the Danish president`: a person whose role has those words.
    fn minister_of(&self, phrase: Location, inside: &[Named<'a>]) -> Option<EntityId> {
        if inside.iter().any(|named| named.entity.kind == EntityKind::Organization) {
            return None;
        }
        let text = self.document.text(phrase).to_lowercase();
        self.names.titled(&text, phrase)
    }

    /// The entity that a pronoun or a common noun stands for.
    fn meant(&self, phrase: Location) -> Option<EntityId> {
        let text = self.document.text(phrase).to_lowercase();
        let mut words: Vec<&str> =
            text.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '’').collect();
        words.retain(|word| !word.is_empty());
        let first = words.first().copied().unwrap_or_default();
        if words.len() == 1 || matches!(first, "he" | "she") {
            match first {
                "he" | "she" => return self.person_before(phrase),
                "it" => return self.body_before(phrase),
                "i" | "we" => return self.turn(phrase),
                _ => {}
            }
        }
        // `the 34-year-old from Oslo`, `the old farmer`: whoever was named last.
        let aged = words.iter().any(|word| word.ends_with("-year-old") || word.ends_with("-years-old"));
        if first == "the"
            && (aged || words.len() <= 3 && words.last().is_some_and(|head| NOUNS.contains(head)))
        {
            return self.person_before(phrase);
        }
        if let Some(head) = words.iter().rev().find(|word| PAPERS.contains(word)) {
            let papers = self.papers.get(head)?;
            let before = papers.partition_point(|paper| paper.at < phrase).checked_sub(1)?;
            return papers.get(before).map(|paper| paper.body.clone());
        }
        let head = words.last().copied().unwrap_or_default();
        if BODIES.contains(&head) {
            // `the agency` may be one whose name has no such word.
            let loose = matches!(head, "agency" | "company" | "organization" | "organisation" | "group");
            return self
                .names
                .called(head, phrase)
                .or_else(|| loose.then(|| self.body_before(phrase)).flatten());
        }
        // `the minister`: the last person before the phrase whose role has the word.
        let definite = matches!(words.first(), Some(&"the" | &"mr" | &"madam" | &"a" | &"an"));
        (definite && words.len() <= 4).then(|| self.names.officer(head, phrase)).flatten()
    }

    /// The first person of the nearest sentence before the phrase that has one; the last speaker where he is a person
    /// and nobody else was named since.
    fn person_before(&self, phrase: Location) -> Option<EntityId> {
        let nearest = self.names.last_of(EntityKind::Person, phrase)?;
        let text = self.document.passage(nearest.at.passage).text();
        // No sentence is longer than the window; one that were would have its last part looked at.
        let end = nearest.at.range.start;
        let from = text.ceil_char_boundary(end.saturating_sub(SENTENCE));
        let window = text.get(from..nearest.at.range.end).unwrap_or_default();
        let sign = window.get(..end - from).and_then(|before| before.rfind([';', '!', '?']));
        let start = sign.max(stop_before(window, end - from)).unwrap_or(0) + from;
        let first = self.names.first_person(nearest.at.passage, start);
        first.map(|named| named.entity.id.clone())
    }

    /// The person whose turn in a transcript the phrase stands in: `ODE: As I told …`.
    fn turn(&self, phrase: Location) -> Option<EntityId> {
        /// Passages of a turn at most.
        const LONGEST: usize = 30;
        let from = phrase.passage.0.saturating_sub(LONGEST);
        (from..=phrase.passage.0).rev().find_map(|index| {
            let id = PassageId(index);
            let text = self.document.passage(id).text();
            let named = self.names.of(id).first().filter(|named| named.at.range.start <= 12)?;
            let behind = text.get(named.at.range.end..)?;
            let label = behind.starts_with(':') || behind.is_empty() && text == text.to_uppercase();
            (label && named.entity.kind == EntityKind::Person).then(|| named.entity.id.clone())
        })
    }

    /// What `it` stands for: the last speaker that is a body, else the last body that was named.
    fn body_before(&self, phrase: Location) -> Option<EntityId> {
        let body = |id: &EntityId| self.names.kind(id).is_some_and(|kind| kind != EntityKind::Person);
        self.last.clone().filter(body).or_else(|| {
            let named = self.names.last_of(EntityKind::Organization, phrase)?;
            Some(named.entity.id.clone())
        })
    }
}

/// The last start of a sentence before a byte; stops of initials and titles do not count.
fn stop_before(text: &str, byte: usize) -> Option<usize> {
    let words = Words::of(text);
    let at = words.at(byte);
    (0..=at.min(words.list.len().saturating_sub(1)))
        .rev()
        .find(|&i| words.starts_sentence(i))
        .and_then(|i| words.list.get(i).map(|word| word.start))
}
