//! The names of a document as they are looked for from a speaker's phrase: the last person before it, the last body
//! that is called a ministry, the person with the title of foreign minister.
//!
//! Invariant: every look-up takes a time that does not grow with the number of names, but for its logarithm.
//!
//! Not here: which look-up a phrase asks for (`super::speaker`).

use std::cell::RefCell;
use std::collections::BTreeMap;

use rapporteur_model::{Document, Entity, EntityId, EntityKind, Location, PassageId};

/// Roles of a person that are looked at; nobody has more.
const ROLES: usize = 24;

/// Bytes of a title at most.
const TITLE: usize = 120;

/// A name in the text.
#[derive(Clone, Copy)]
pub struct Named<'a> {
    /// Where.
    pub at: Location,
    /// What it names.
    pub entity: &'a Entity,
}

/// All names of a document, in reading order.
pub struct Names<'a> {
    document: &'a Document,
    list: Vec<Named<'a>>,
    kinds: BTreeMap<&'a EntityId, EntityKind>,
    persons: Vec<usize>,
    bodies: Vec<usize>,
    /// Names of those who have a title of several words, by the title in lower case.
    titles: BTreeMap<String, Vec<usize>>,
    /// Names of persons by each word of their titles in lower case.
    offices: BTreeMap<String, Vec<usize>>,
    /// Names of bodies by a word in them, found when it is first asked for.
    called: RefCell<BTreeMap<String, Vec<usize>>>,
}

impl<'a> Names<'a> {
    /// The names of a document.
    pub fn new(document: &'a Document) -> Self {
        let mut list: Vec<Named<'a>> = Vec::new();
        for entity in &document.entities {
            list.extend(entity.mentions.iter().map(|mention| Named { at: mention.at, entity }));
        }
        list.sort_by_key(|named| named.at);
        let indices = |kind| (0..list.len()).filter(|&index| list[index].entity.kind == kind).collect();
        let persons: Vec<usize> = indices(EntityKind::Person);
        let bodies: Vec<usize> = indices(EntityKind::Organization);
        let mut of_entity: BTreeMap<&EntityId, Vec<usize>> = BTreeMap::new();
        for &index in &persons {
            of_entity.entry(&list[index].entity.id).or_default().push(index);
        }
        let mut titles: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut offices: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for entity in &document.entities {
            let Some(places) = of_entity.get(&entity.id) else { continue };
            let mut words: Vec<String> = Vec::new();
            let mut whole: Vec<String> = Vec::new();
            for role in entity.roles.iter().take(ROLES).filter(|role| role.title.len() <= TITLE) {
                let title = role.title.to_lowercase();
                words.extend(title.split(' ').map(str::to_owned));
                whole.extend(title.contains(' ').then_some(title));
            }
            for (forms, map) in [(&mut whole, &mut titles), (&mut words, &mut offices)] {
                forms.sort_unstable();
                forms.dedup();
                for form in forms.drain(..) {
                    map.entry(form).or_default().extend(places);
                }
            }
        }
        titles.values_mut().chain(offices.values_mut()).for_each(|places| places.sort_unstable());
        let kinds = document.entities.iter().map(|entity| (&entity.id, entity.kind)).collect();
        let called = RefCell::new(BTreeMap::new());
        Self { document, list, kinds, persons, bodies, titles, offices, called }
    }

    /// The kind of an entity of the document.
    pub fn kind(&self, id: &EntityId) -> Option<EntityKind> {
        self.kinds.get(id).copied()
    }

    /// The names of a passage.
    pub fn of(&self, passage: PassageId) -> &[Named<'a>] {
        let from = self.list.partition_point(|named| named.at.passage < passage);
        let to = self.list.partition_point(|named| named.at.passage <= passage);
        &self.list[from..to]
    }

    /// The names that share text with a stretch.
    pub fn over(&self, stretch: Location) -> &[Named<'a>] {
        let (passage, range) = (stretch.passage, stretch.range);
        let from = self
            .list
            .partition_point(|named| (named.at.passage, named.at.range.end) <= (passage, range.start));
        let to = self
            .list
            .partition_point(|named| (named.at.passage, named.at.range.start) < (passage, range.end));
        self.list.get(from..to).unwrap_or_default()
    }

    /// The name that begins at a byte of a passage.
    pub fn starting(&self, passage: PassageId, start: usize) -> Option<&Named<'a>> {
        let index =
            self.list.partition_point(|named| (named.at.passage, named.at.range.start) < (passage, start));
        self.list.get(index).filter(|named| named.at.passage == passage && named.at.range.start == start)
    }

    /// The last name of a person or a body before a place.
    pub fn last_of(&self, kind: EntityKind, before: Location) -> Option<&Named<'a>> {
        let list = if kind == EntityKind::Person { &self.persons } else { &self.bodies };
        self.last(list, before).map(|index| &self.list[index])
    }

    /// The first person whose name begins at a byte of a passage or behind it.
    pub fn first_person(&self, passage: PassageId, from: usize) -> Option<&Named<'a>> {
        let before = |index: &usize| {
            let at = self.list[*index].at;
            (at.passage, at.range.start) < (passage, from)
        };
        let index = *self.persons.get(self.persons.partition_point(before))?;
        self.list.get(index).filter(|named| named.at.passage == passage)
    }

    /// The last person before a place with a title of several words in which a text in lower case ends.
    pub fn titled(&self, text: &str, before: Location) -> Option<EntityId> {
        let from = text.ceil_char_boundary(text.len().saturating_sub(TITLE));
        let ends = text[from..].char_indices().filter_map(|(at, _)| self.titles.get(&text[from + at..]));
        let last = ends.filter_map(|places| self.last(places, before)).max();
        last.map(|index| self.list[index].entity.id.clone())
    }

    /// The last person before a place who has a title with a word, in lower case.
    pub fn officer(&self, word: &str, before: Location) -> Option<EntityId> {
        let index = self.last(self.offices.get(word)?, before)?;
        Some(self.list[index].entity.id.clone())
    }

    /// The last body before a place whose name holds a word, in lower case.
    pub fn called(&self, word: &str, before: Location) -> Option<EntityId> {
        let mut known = self.called.borrow_mut();
        if !known.contains_key(word) {
            let holds = |index: &usize| {
                let named = &self.list[*index];
                named.entity.name.to_lowercase().contains(word)
                    || self.document.text(named.at).to_lowercase().contains(word)
            };
            known.insert(word.to_owned(), self.bodies.iter().copied().filter(holds).collect());
        }
        let index = self.last(known.get(word)?, before)?;
        Some(self.list[index].entity.id.clone())
    }

    /// The last of some names, in reading order, that begins before a place.
    fn last(&self, list: &[usize], before: Location) -> Option<usize> {
        let next = list.partition_point(|index| self.list[*index].at < before);
        next.checked_sub(1).map(|last| list[last])
    }
}
