//! Speakers: the entity behind the words that name a speaker.
//!
//! `Minister Ode`, `she` and `the minister` are a person; `a Council press release`, `the release` and `it` are the body
//! whose release it is. What a phrase names itself wins; else the text before it tells: a pronoun takes the first person
//! of the nearest sentence that has one, a paper the body that it was said to be from.
//!
//! Invariant: only entities of the document are handed out, and only such as are mentioned before or in the phrase.

use rapporteur_model::{Document, Entity, EntityId, EntityKind, Location, PassageId, TextRange};

use crate::finder::person::word::Words;

/// Papers that can be said to say something.
#[rustfmt::skip]
const PAPERS: &[&str] = &[
    "release", "statement", "communiqué", "communique", "declaration", "report", "post", "letter", "notice",
    "readout", "bulletin", "announcement", "document", "note", "study", "survey", "review", "tweet",
    "message", "memo", "paper", "advisory", "article", "dispatch", "text", "summary", "backgrounder",
    "bulletin",
];

/// Bodies that are named again by their last word alone.
#[rustfmt::skip]
const BODIES: &[&str] = &[
    "ministry", "department", "agency", "secretariat", "council", "commission", "committee", "government",
    "company", "bank", "office", "embassy", "mission", "association", "union", "organization",
    "organisation", "group", "fund", "institute", "institution", "authority", "court", "parliament",
    "party", "foundation", "bureau", "university", "centre", "center", "board", "assembly", "army", "navy",
    "police", "bloc", "network", "society", "alliance",
];

/// A name in the text.
struct Named<'a> {
    at: Location,
    entity: &'a Entity,
}

/// A paper that the text introduced: `an Ode Council press release`.
struct Paper {
    at: Location,
    head: String,
    body: EntityId,
}

/// Finds the entities behind speakers. Phrases must be asked in reading order.
pub struct Speakers<'a> {
    document: &'a Document,
    names: Vec<Named<'a>>,
    papers: Vec<Paper>,
    last: Option<EntityId>,
}

impl<'a> Speakers<'a> {
    /// The speakers of a document whose names have been found.
    pub fn new(document: &'a Document) -> Self {
        let mut names: Vec<Named<'a>> = Vec::new();
        for entity in &document.entities {
            names.extend(entity.mentions.iter().map(|mention| Named { at: mention.at, entity }));
        }
        names.sort_by_key(|named| named.at);
        let papers = papers(document, &names);
        Self { document, names, papers, last: None }
    }

    /// The entity behind a speaker's phrase.
    pub fn resolve(&mut self, phrase: Location) -> Option<EntityId> {
        let found = self.named(phrase).or_else(|| self.meant(phrase));
        if found.is_some() {
            self.last.clone_from(&found);
        }
        found
    }

    /// The entity that the phrase names itself: a person first, then a body, then a country.
    fn named(&self, phrase: Location) -> Option<EntityId> {
        let passage = self.document.passage(phrase.passage);
        let inside: Vec<&Named<'_>> = self
            .names
            .iter()
            .filter(|named| named.at.passage == phrase.passage && named.at.range.overlaps(phrase.range))
            .collect();
        let owner = |named: &&&Named<'_>| {
            let rest = passage.text().get(named.at.range.end..).unwrap_or_default();
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
            .or_else(|| self.in_apposition(phrase, passage.text()))
            .or_else(|| self.minister_of(phrase, &inside))
            .or_else(|| of(&[EntityKind::Organization]))
            .or_else(|| of(&[EntityKind::Country, EntityKind::Group, EntityKind::Region]))
    }

    /// `the foreign minister, Jane Ode, said`: a person whose name follows the phrase behind a comma.
    fn in_apposition(&self, phrase: Location, text: &str) -> Option<EntityId> {
        let behind = |named: &&Named<'_>| {
            let start = named.at.range.start;
            named.at.passage == phrase.passage
                && named.entity.kind == EntityKind::Person
                && start >= phrase.range.end
                && text.get(phrase.range.end..start) == Some(", ")
        };
        self.names.iter().find(behind).map(|named| named.entity.id.clone())
    }

    /// `Oslo’s foreign minister`, `the Danish president`: a person whose role has those words.
    fn minister_of(&self, phrase: Location, inside: &[&Named<'_>]) -> Option<EntityId> {
        if inside.iter().any(|named| named.entity.kind == EntityKind::Organization) {
            return None;
        }
        let text = self.document.text(phrase).to_lowercase();
        let fits = |named: &&Named<'_>| {
            named.at < phrase
                && named.entity.roles.iter().any(|role| {
                    let title = role.title.to_lowercase();
                    title.contains(' ') && text.ends_with(&title)
                })
        };
        self.names.iter().rev().find(fits).map(|named| named.entity.id.clone())
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
                _ => {}
            }
        }
        if let Some(head) = words.iter().rev().find(|word| PAPERS.contains(word)) {
            let earlier = || self.papers.iter().rev().filter(|paper| paper.at < phrase);
            let paper = earlier().find(|paper| paper.head == *head);
            return paper.map(|paper| paper.body.clone());
        }
        let head = words.last().copied().unwrap_or_default();
        if BODIES.contains(&head) {
            let fits = |named: &&Named<'_>| {
                named.at < phrase
                    && named.entity.kind == EntityKind::Organization
                    && (named.entity.name.to_lowercase().contains(head)
                        || self.document.text(named.at).to_lowercase().contains(head))
            };
            return self.names.iter().rev().find(fits).map(|named| named.entity.id.clone());
        }
        self.officer(phrase, &words)
    }

    /// `the minister`: the last person before the phrase whose role has the word.
    fn officer(&self, phrase: Location, words: &[&str]) -> Option<EntityId> {
        let definite = matches!(words.first(), Some(&"the" | &"mr" | &"madam" | &"a" | &"an"));
        let head = words.last().filter(|_| definite && words.len() <= 4)?;
        let fits = |named: &&Named<'_>| {
            let has = |title: &str| title.to_lowercase().split(' ').any(|word| word == *head);
            named.at < phrase
                && named.entity.kind == EntityKind::Person
                && named.entity.roles.iter().any(|role| has(&role.title))
        };
        self.names.iter().rev().find(fits).map(|named| named.entity.id.clone())
    }

    /// The first person of the nearest sentence before the phrase that has one; the last speaker where he is a person
    /// and nobody else was named since.
    fn person_before(&self, phrase: Location) -> Option<EntityId> {
        let person = |named: &&Named<'_>| named.entity.kind == EntityKind::Person && named.at < phrase;
        let nearest = self.names.iter().rev().find(person)?;
        let text = self.document.passage(nearest.at.passage).text();
        let sentence =
            text[..nearest.at.range.start].rfind([';', '!', '?']).max(stop_before(text, nearest.at.range));
        let from = sentence.unwrap_or(0);
        let first = self.names.iter().find(|named| {
            person(named) && named.at.passage == nearest.at.passage && named.at.range.start >= from
        });
        first.map(|named| named.entity.id.clone())
    }

    /// What `it` stands for: the last speaker that is a body, else the last body that was named.
    fn body_before(&self, phrase: Location) -> Option<EntityId> {
        let body = |id: &EntityId| self.document.entity(id).is_some_and(|e| e.kind != EntityKind::Person);
        self.last.clone().filter(body).or_else(|| {
            let fits =
                |named: &&Named<'_>| named.at < phrase && named.entity.kind == EntityKind::Organization;
            self.names.iter().rev().find(fits).map(|named| named.entity.id.clone())
        })
    }
}

/// The last end of a sentence before a range; stops of initials and titles do not count.
fn stop_before(text: &str, range: TextRange) -> Option<usize> {
    let words = Words::of(text);
    let at = words.at(range.start);
    (0..=at.min(words.list.len().saturating_sub(1)))
        .rev()
        .find(|&i| words.starts_sentence(i))
        .and_then(|i| words.list.get(i).map(|word| word.start))
}

/// The papers that the text introduces with a body: in front (`the Council’s statement`), or behind (`a letter from the
/// Council`).
fn papers(document: &Document, names: &[Named<'_>]) -> Vec<Paper> {
    let mut found = Vec::new();
    for (index, passage) in document.passages.iter().enumerate() {
        let id = PassageId(index);
        let here: Vec<&Named<'_>> = names
            .iter()
            .filter(|named| named.at.passage == id)
            .filter(|named| {
                matches!(
                    named.entity.kind,
                    EntityKind::Organization | EntityKind::Country | EntityKind::Person
                )
            })
            .collect();
        if here.is_empty() {
            continue;
        }
        let words = Words::of(passage.text());
        for (position, word) in words.list.iter().enumerate() {
            let head = word.text.to_lowercase();
            if !PAPERS.contains(&head.as_str()) {
                continue;
            }
            let said = |named: &&Named<'_>| {
                let gap = passage.text().get(named.at.range.end..word.start).unwrap_or("…");
                let near = gap.split_whitespace().count() <= 5;
                near && gap.contains(" in a ") && !gap.contains(['.', ';']) && named.at.range.end < word.start
            };
            let front = here.iter().find(|named| {
                let gap = passage.text().get(named.at.range.end..word.start).unwrap_or("…");
                let few = gap.split_whitespace().count() <= 3;
                let plain = |c: char| c.is_alphanumeric() || " ’'-".contains(c);
                !gap.is_empty()
                    && few
                    && gap.chars().all(plain)
                    && !gap.contains(" and ")
                    && !gap.contains(" a ")
            });
            let behind = || {
                let next = words.list.get(position + 1)?;
                let by = if next.text.ends_with("ed") { words.list.get(position + 2)? } else { next };
                matches!(by.text, "by" | "from" | "of").then_some(())?;
                here.iter().find(|named| {
                    let gap = passage.text().get(by.end..named.at.range.start);
                    gap.is_some_and(|gap| {
                        gap.split_whitespace().count() <= 2 && !gap.contains([',', '.', ';'])
                    })
                })
            };
            if let Some(named) = front.or_else(behind).or_else(|| here.iter().find(|named| said(&&***named)))
            {
                let at = Location { passage: id, range: TextRange::new(word.start, word.end) };
                found.push(Paper { at, head, body: named.entity.id.clone() });
            }
        }
    }
    found
}
