//! Who and what the text speaks of: entities with their mentions, acronyms, quotations, contacts, references.

use crate::{Location, Span, names::named_enum};

/// A stable key of an entity, the same in every document: `org:asean`, `person:john-baird`, `country:ca`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct EntityId(pub String);

impl EntityId {
    /// The key of a name that no lexicon knows: `org:asean-foundation`.
    pub fn of_name(kind: EntityKind, name: &str) -> Self {
        Self(format!("{}:{}", kind.prefix(), slug(name)))
    }
}

/// Letters and digits in lower case, all else as single hyphens; a leading article is left out.
pub fn slug(name: &str) -> String {
    let name = ["the ", "The "].iter().find_map(|article| name.strip_prefix(article)).unwrap_or(name);
    let mut slug = String::with_capacity(name.len());
    for character in name.chars().filter(|c| !matches!(c, '\'' | '’' | '.')) {
        if character.is_ascii_alphanumeric() {
            slug.push(character.to_ascii_lowercase());
        } else if character.is_alphanumeric() {
            slug.extend(character.to_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

impl std::fmt::Display for EntityId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

named_enum! {
    /// What an entity is.
    pub enum EntityKind {
        /// A human being.
        Person = "person",
        /// A body: ministry, agency, company, international organization.
        Organization = "organization",
        /// A state or territory with an ISO 3166-1 code.
        Country = "country",
        /// A city, capital or other place below a country.
        Place = "place",
        /// A part of the world.
        Region = "region",
        /// A group of countries.
        Group = "group",
        /// A treaty, declaration, plan, strategy, agreement, resolution, report, partnership.
        Instrument = "instrument",
        /// A programme, project, fund, award, initiative.
        Programme = "programme",
        /// A meeting, summit, dialogue, conference.
        Event = "event",
    }
}

impl EntityKind {
    /// The prefix of the keys of this kind: `org`, `person`.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Organization => "org",
            other => other.as_str(),
        }
    }
}

named_enum! {
    /// How a mention names its entity.
    pub enum MentionBy {
        /// By its full name.
        Name = "name",
        /// By another name.
        Alias = "alias",
        /// By its acronym.
        Acronym = "acronym",
        /// By surname, with or without a title.
        Surname = "surname",
        /// By a pronoun or a common noun ("the release").
        Anaphor = "anaphor",
    }
}

named_enum! {
    /// Why another form is taken for the same entity.
    pub enum AliasReason {
        /// The text defines it: `World Trade Organization (WTO)`.
        Definition = "definition",
        /// A table of names says so.
        Lexicon = "lexicon",
        /// The initials of the name, which the text does not define.
        Initials = "initials",
        /// A part of a person's name.
        Surname = "surname",
        /// Some of the words of a fuller name in the text: `Plan of Action`.
        Shortened = "shortened",
        /// The same words otherwise written or ordered: `Norwegian Government`, `Government of Norway`.
        Variant = "variant",
    }
}

/// A mention: the name alone, without article, possessive or title.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mention {
    /// Where it stands.
    pub at: Location,
    /// How it names the entity.
    pub by: MentionBy,
}

/// A role of a person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Role {
    /// The title, as printed.
    pub title: String,
    /// The body or country, by name.
    pub of: Option<String>,
    /// Where the title stands.
    pub at: Location,
}

/// A person, body, country, place, paper or meeting.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entity {
    /// Stable key.
    pub id: EntityId,
    /// What it is.
    pub kind: EntityKind,
    /// The fullest form in the text, or the lexicon's.
    pub name: String,
    /// Other forms.
    pub aliases: Vec<String>,
    /// Why each of the other forms is taken for this entity, in the same order.
    pub alias_reasons: Vec<AliasReason>,
    /// Its acronym.
    pub acronym: Option<String>,
    /// ISO 3166-1 alpha-2 code, of a country.
    pub iso3166: Option<String>,
    /// ISO 3166-1 alpha-2 codes of the members, of a group.
    pub members: Vec<String>,
    /// Wikidata item, where the lexicon knows it.
    pub wikidata: Option<String>,
    /// Roles, of a person.
    pub roles: Vec<Role>,
    /// Mentions, in reading order.
    pub mentions: Vec<Mention>,
}

impl Entity {
    /// An entity of which nothing is known but its name and where it is mentioned.
    pub const fn new(id: EntityId, kind: EntityKind, name: String, mentions: Vec<Mention>) -> Self {
        Self {
            id,
            kind,
            name,
            aliases: Vec::new(),
            alias_reasons: Vec::new(),
            acronym: None,
            iso3166: None,
            members: Vec::new(),
            wikidata: None,
            roles: Vec::new(),
            mentions,
        }
    }
}

/// An acronym that the text itself defines.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Acronym {
    /// The short form.
    pub short: String,
    /// The words that its letters stand for.
    pub long: String,
    /// The whole definition: `Long Form (LF)`.
    pub at: Location,
    /// The entity that it names.
    pub entity: Option<EntityId>,
}

named_enum! {
    /// What quotation marks are for.
    pub enum QuoteKind {
        /// Someone's words.
        Direct = "direct",
        /// A term held at arm's length.
        Scare = "scare",
        /// A quoted title.
        Title = "title",
    }
}

/// A verb or phrase of saying.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cue {
    /// As printed: "said", "according to".
    pub text: String,
}

/// Who said a quotation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Speaker {
    /// The entity behind it, where it could be resolved.
    pub entity: Option<EntityId>,
    /// Where the words that name the speaker stand.
    pub at: Location,
}

/// A quotation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Quote {
    /// Where it stands, marks included; several where paragraphs part it.
    pub at: Vec<Location>,
    /// The words without the marks.
    pub text: String,
    /// What the marks are for.
    pub kind: QuoteKind,
    /// Who said it.
    pub speaker: Option<Speaker>,
    /// The verb of saying.
    pub cue: Option<Cue>,
}

/// Whom to ask.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Contact {
    /// A person or an office.
    pub name: Option<String>,
    /// The body.
    pub organization: Option<String>,
    /// An e-mail address.
    pub email: Option<String>,
    /// A telephone number, as printed.
    pub phone: Option<String>,
    /// Handles of social media, with `@`.
    pub handles: Vec<String>,
    /// A web address.
    pub url: Option<String>,
    /// The enclosing span.
    pub span: Span,
}

/// A clause that points to another document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reference {
    /// From its cue to the stop.
    pub at: Location,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_made_of_the_letters_of_a_name() {
        for (kind, name, key) in [
            (EntityKind::Organization, "The St. John’s Harbour Board", "org:st-johns-harbour-board"),
            (EntityKind::Organization, "Theatre Board", "org:theatre-board"),
            (EntityKind::Person, "Åsa Lind-Nuñez", "person:åsa-lind-nuñez"),
            (EntityKind::Event, "4th Forum (Lima)", "event:4th-forum-lima"),
        ] {
            assert_eq!(EntityId::of_name(kind, name).0, key);
        }
    }
}
