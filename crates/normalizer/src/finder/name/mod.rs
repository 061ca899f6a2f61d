//! Names: `the ASEAN Secretariat in Jakarta` gives an organization and a place.
//!
//! Proposers read the whole document and propose [`Candidate`]s, each on its own and freely; [`overlap`] keeps the
//! longest of those that share text; [`resolve`] makes one entity a thing, with its mentions in reading order.
//! A new kind of name is a file here and a line in [`PROPOSERS`].
//!
//! Invariant: the mentions of a document never overlap, and no two entities share an id.
//!
//! Not here: persons (`finder::person`), and pronouns, which the quotation finder resolves where it needs them.

use std::collections::{BTreeMap, BTreeSet};

use rapporteur_model::{Acronym, Document, EntityId, EntityKind, Location, MentionBy, PassageId, Role};

use crate::{Context, Lexicon, lexicon::vocabulary::Marks};

mod again;
mod company;
mod defined;
mod foreign;
mod form;
mod government;
mod heading;
mod known;
mod lower;
mod numbered;
mod overlap;
mod owner;
mod paper;
mod place;
mod reading;
mod resolve;
mod shorten;
#[cfg(test)]
mod tests;
mod token;

use reading::Reading;

pub use place::settlement as is_settlement;

/// How sure a proposer is; decides between candidates of the same length.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Strength {
    /// A guess by form that any other reading beats.
    Weak,
    /// Read by form: a head with what belongs to it.
    Form,
    /// A row of the lexicon.
    Known,
    /// Defined by the document itself, or named with a title.
    Defined,
}

/// A stretch of text that may be a name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Candidate {
    /// The name alone: no article, possessive or title.
    pub at: Location,
    /// What it names.
    pub kind: EntityKind,
    /// The key of the entity where it is known (`country:ca`, `person:john-baird`); else [`resolve`] makes it of
    /// the name. Candidates of one key are one entity.
    pub key: Option<EntityId>,
    /// The entity's name: the fullest form that the proposer knows. The longest of an entity's candidates wins,
    /// unless one is `canonical`.
    pub name: String,
    /// Is `name` the form to show, whatever the text has?
    pub canonical: bool,
    /// The entity's acronym.
    pub acronym: Option<String>,
    /// ISO 3166-1 alpha-2 code, of a country.
    pub iso3166: Option<String>,
    /// ISO 3166-1 alpha-2 codes of the members, of a group.
    pub members: Vec<String>,
    /// How this stretch names the entity.
    pub by: MentionBy,
    /// How sure the proposer is.
    pub strength: Strength,
    /// Roles that are said beside it, of a person.
    pub roles: Vec<Role>,
}

impl Candidate {
    /// A candidate by form, of the name as it stands.
    pub fn new(at: Location, kind: EntityKind, name: impl Into<String>) -> Self {
        Self {
            at,
            kind,
            key: None,
            name: name.into(),
            canonical: false,
            acronym: None,
            iso3166: None,
            members: Vec::new(),
            by: MentionBy::Name,
            strength: Strength::Form,
            roles: Vec::new(),
        }
    }
}

/// Bytes of a name at most: a longer run of words in capitals is a heading or a list.
const LONGEST: usize = 600;

/// Proposes names of some kinds in the whole document.
type Proposer = fn(&Reading<'_>) -> Vec<Candidate>;

/// All proposers that read names by form or by the lexicon.
static PROPOSERS: &[Proposer] = &[
    known::propose,
    form::propose,
    foreign::propose,
    lower::propose,
    government::propose,
    numbered::propose,
    paper::propose,
    place::propose,
    company::propose,
    defined::propose,
];

/// Words that rules of names ask for.
pub(crate) static MARKED: &[(Marks, &[&str])] = &[
    (Marks::FOREIGN_HEAD, foreign::HEADS),
    (Marks::NUMBERED, numbered::PAPERS),
    (Marks::NUMBERED, numbered::OTHERS_FOLDED),
    (Marks::COMPANY_CUE, company::BEFORE),
    (Marks::SETTLEMENT, place::SETTLEMENTS),
    (Marks::PLACE_CUE, place::IN),
    (Marks::PLACE_CUE, place::around::REACHED),
    (Marks::PLACE_CUE, place::around::LEADING),
    (Marks::PLACE_CUE, place::feature::FRONT),
    (Marks::PLACE_CUE, place::feature::PLACES),
    (Marks::PLACE_CUE, place::feature::REGIONS),
    (Marks::PLACE_CUE, place::feature::LANDS),
    (Marks::PLACE_CUE, place::feature::WATERS),
    (Marks::PLACE_CUE, place::feature::POST_CUES),
];

/// Appends the entities of a document, with their mentions and roles, and links acronyms to them.
pub fn find(document: &mut Document, lexicon: &Lexicon, _context: &Context) {
    let reading = Reading::new(document, lexicon);
    let mut proposed: Vec<Candidate> = PROPOSERS.iter().flat_map(|propose| propose(&reading)).collect();
    let persons = crate::finder::person::propose(document, lexicon);
    // `U.S. Trade Representative Jane Ode`: a title with its holder behind it is no body.
    let titles: BTreeSet<(PassageId, usize)> = persons
        .iter()
        .flat_map(|person| &person.roles)
        .map(|role| (role.at.passage, role.at.range.end))
        .collect();
    proposed.retain(|body| {
        let title = titles.contains(&(body.at.passage, body.at.range.end));
        body.kind != EntityKind::Organization || !title || body.strength < Strength::Known
    });
    proposed.extend(persons);
    proposed.retain(|candidate| candidate.at.range.len() <= LONGEST);
    // A name inside a longer one is no mention, but its acronym may be defined there.
    let mut kept = overlap::longest(proposed.clone());
    let taken = again::taken(document, &proposed);
    kept.retain(|candidate| {
        candidate.by != MentionBy::Acronym || !taken.contains(document.text(candidate.at))
    });
    let mut all = again::acronyms(&reading, &kept, &proposed);
    all.extend(again::initials(&reading, &kept));
    all.extend(again::lone_heads(&reading));
    all.extend(heading::repeated(&reading, &kept));
    all.append(&mut kept);
    let mut kept = overlap::longest(all);
    again::translated(document, &mut kept);
    document.entities = resolve::entities(document, &lexicon.names, kept);
    owner::complete(document);
    link_acronyms(document);
}

/// Names the entity behind each acronym definition: the one that has the short form, or whose mention stands in it.
fn link_acronyms(document: &mut Document) {
    let mut mentions: Vec<(Location, usize)> = Vec::new();
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, entity) in document.entities.iter().enumerate() {
        mentions.extend(entity.mentions.iter().map(|mention| (mention.at, index)));
        for name in entity.aliases.iter().chain([&entity.name]) {
            names.entry(name).or_insert(index);
        }
    }
    mentions.sort_unstable();
    let link = |acronym: &Acronym| {
        let (passage, range) = (acronym.at.passage, acronym.at.range);
        let from = mentions.partition_point(|(at, _)| (at.passage, at.range.end) <= (passage, range.start));
        let inside =
            mentions[from..].iter().take_while(|(at, _)| (at.passage, at.range.start) < (passage, range.end));
        let short = inside
            .map(|(_, index)| *index)
            .filter(|index| document.entities[*index].acronym.as_deref() == Some(acronym.short.as_str()));
        let index = short.min().or_else(|| names.get(acronym.long.as_str()).copied())?;
        Some(document.entities[index].id.clone())
    };
    let links: Vec<Option<EntityId>> = document.acronyms.iter().map(link).collect();
    for (acronym, link) in document.acronyms.iter_mut().zip(links) {
        acronym.entity = link;
    }
}
