//! Entities, acronyms, quotations, contacts and references of the record.

use rapporteur_model::{AliasReason, Entity, EntityKind, MentionBy, QuoteKind, RecordKey};
use schemars::JsonSchema;
use serde::Serialize;

use super::correction::MarkRecord;
use super::span::Places;
use super::{Named, SpanRecord, Text};

/// A person, body, country, place, paper or meeting.
#[derive(Serialize, JsonSchema, Clone, Debug)]
#[schemars(rename = "Entity")]
pub struct EntityRecord<'a> {
    /// A stable key, the same in every document: `country:ca`.
    pub id: Text<'a>,
    /// What it is.
    pub kind: Named<EntityKind>,
    /// The fullest form in the text, or the gazetteer's.
    pub name: Text<'a>,
    /// Other forms.
    pub aliases: Vec<Text<'a>>,
    /// Why each of the other forms is taken for this entity, in the same order.
    pub alias_reasons: Vec<Named<AliasReason>>,
    /// Its acronym.
    pub acronym: Option<Text<'a>>,
    /// ISO 3166-1 alpha-2 code, of a country.
    #[schemars(regex(pattern = "^[A-Z]{2}$"))]
    pub iso3166: Option<Text<'a>>,
    /// ISO 3166-1 alpha-2 codes of the members, of a group.
    pub members: Vec<Text<'a>>,
    /// Wikidata item.
    pub wikidata: Option<Text<'a>>,
    /// Roles, of a person.
    pub roles: Vec<RoleRecord<'a>>,
    /// Where the text names it, in reading order.
    pub mentions: Vec<MentionRecord<'a>>,
    /// The latest correction of it, where a person's overrides changed it.
    pub r#override: Option<MarkRecord<'a>>,
}

/// A role of a person.
#[derive(Serialize, JsonSchema, Clone, Debug)]
#[schemars(rename = "Role")]
pub struct RoleRecord<'a> {
    /// The title, as printed.
    pub title: Text<'a>,
    /// Name of the body or country.
    pub of: Option<Text<'a>>,
    /// Where the title stands.
    pub span: SpanRecord,
}

/// The name alone, without article, possessive or title.
#[derive(Serialize, JsonSchema, Clone, Debug)]
#[schemars(rename = "Mention")]
pub struct MentionRecord<'a> {
    /// The words.
    pub text: Text<'a>,
    /// Where they stand.
    pub span: SpanRecord,
    /// How they name the entity.
    pub by: Named<MentionBy>,
}

/// An acronym that the text itself defines.
#[derive(Serialize, JsonSchema, Clone, Debug)]
#[schemars(rename = "Acronym")]
pub struct AcronymRecord<'a> {
    /// The short form.
    pub short: Text<'a>,
    /// The words that its letters stand for.
    pub long: Text<'a>,
    /// The definition: `Long Form (LF)`.
    pub span: SpanRecord,
    /// Entity id of what it names.
    pub entity: Option<Text<'a>>,
    /// The latest correction of it, where a person's overrides changed it.
    pub r#override: Option<MarkRecord<'a>>,
}

/// A quotation.
#[derive(Serialize, JsonSchema, Clone, Debug)]
#[schemars(rename = "Quote")]
pub struct QuoteRecord<'a> {
    /// Unique in the document: `q1`.
    pub id: Text<'a>,
    /// The words, without the quotation marks.
    pub text: Text<'a>,
    /// Where they stand, quotation marks included.
    pub spans: Vec<SpanRecord>,
    /// What the quotation marks are for.
    pub kind: Named<QuoteKind>,
    /// Entity id of who said it.
    pub speaker: Option<Text<'a>>,
    /// The words that name the speaker.
    pub speaker_text: Option<Text<'a>>,
    /// Where those words stand.
    pub speaker_span: Option<SpanRecord>,
    /// The verb or phrase of saying, as printed.
    pub cue: Option<Text<'a>>,
    /// The latest correction of it, where a person's overrides changed it.
    pub r#override: Option<MarkRecord<'a>>,
}

/// Whom to ask.
#[derive(Serialize, JsonSchema, Clone, Debug)]
#[schemars(rename = "Contact")]
pub struct ContactRecord<'a> {
    /// A person or an office.
    pub name: Option<Text<'a>>,
    /// The body.
    pub organization: Option<Text<'a>>,
    /// An e-mail address.
    pub email: Option<Text<'a>>,
    /// A telephone number, as printed.
    pub phone: Option<Text<'a>>,
    /// Handles of social media.
    pub handles: Vec<Text<'a>>,
    /// A web address.
    pub url: Option<Text<'a>>,
    /// Where it stands.
    pub span: SpanRecord,
    /// The latest correction of it, where a person's overrides changed it.
    pub r#override: Option<MarkRecord<'a>>,
}

/// A clause that points to another document.
#[derive(Serialize, JsonSchema, Clone, Debug)]
#[schemars(rename = "Reference")]
pub struct ReferenceRecord<'a> {
    /// The words, from the cue to the stop.
    pub text: Text<'a>,
    /// Where they stand.
    pub span: SpanRecord,
    /// The latest correction of it, where a person's overrides changed it.
    pub r#override: Option<MarkRecord<'a>>,
}

fn texts(list: &[String]) -> Vec<Text<'_>> {
    list.iter().map(|text| text.as_str().into()).collect()
}

pub(super) fn entities<'a>(places: &Places<'a>) -> Vec<EntityRecord<'a>> {
    places.document.entities.iter().map(|found| entity(places, found)).collect()
}

fn entity<'a>(places: &Places<'a>, entity: &'a Entity) -> EntityRecord<'a> {
    let roles = entity.roles.iter().map(|role| RoleRecord {
        title: role.title.as_str().into(),
        of: role.of.as_deref().map(Text::from),
        span: places.one(places.document.span(role.at)),
    });
    let mentions = entity.mentions.iter().map(|mention| {
        let (text, span) = places.at(mention.at);
        MentionRecord { text, span, by: Named(mention.by) }
    });
    EntityRecord {
        id: entity.id.0.as_str().into(),
        kind: Named(entity.kind),
        name: entity.name.as_str().into(),
        aliases: texts(&entity.aliases),
        alias_reasons: entity.alias_reasons.iter().copied().map(Named).collect(),
        acronym: entity.acronym.as_deref().map(Text::from),
        iso3166: entity.iso3166.as_deref().map(Text::from),
        members: texts(&entity.members),
        wikidata: entity.wikidata.as_deref().map(Text::from),
        roles: roles.collect(),
        mentions: mentions.collect(),
        r#override: places.mark(|| RecordKey::Entity(entity.id.clone())),
    }
}

pub(super) fn acronyms<'a>(places: &Places<'a>) -> Vec<AcronymRecord<'a>> {
    let one = |acronym: &'a rapporteur_model::Acronym| AcronymRecord {
        short: acronym.short.as_str().into(),
        long: acronym.long.as_str().into(),
        span: places.one(places.document.span(acronym.at)),
        entity: places.entity(acronym.entity.as_ref()),
        r#override: places.mark(|| RecordKey::Place(acronym.at)),
    };
    places.document.acronyms.iter().map(one).collect()
}

pub(super) fn quotes<'a>(places: &Places<'a>) -> Vec<QuoteRecord<'a>> {
    let document = places.document;
    let mut records = Vec::with_capacity(document.quotes.len());
    for (index, quote) in document.quotes.iter().enumerate() {
        let spans: Vec<_> = quote.at.iter().flat_map(|at| document.spans(*at)).collect();
        let speaker = quote.speaker.as_ref();
        let words = speaker.map(|speaker| places.at(speaker.at));
        records.push(QuoteRecord {
            id: format!("q{}", index + 1).into(),
            text: quote.text.as_str().into(),
            spans: places.all(&spans),
            kind: Named(quote.kind),
            speaker: places.entity(speaker.and_then(|speaker| speaker.entity.as_ref())),
            speaker_span: words.as_ref().map(|(_, span)| *span),
            speaker_text: words.map(|(text, _)| text),
            cue: quote.cue.as_ref().map(|cue| cue.text.as_str().into()),
            r#override: quote.at.first().and_then(|at| places.mark(|| RecordKey::Place(*at))),
        });
    }
    records
}

pub(super) fn contacts<'a>(places: &Places<'a>) -> Vec<ContactRecord<'a>> {
    let one = |contact: &'a rapporteur_model::Contact| ContactRecord {
        name: contact.name.as_deref().map(Text::from),
        organization: contact.organization.as_deref().map(Text::from),
        email: contact.email.as_deref().map(Text::from),
        phone: contact.phone.as_deref().map(Text::from),
        handles: texts(&contact.handles),
        url: contact.url.as_deref().map(Text::from),
        span: places.one(contact.span),
        r#override: places.mark(|| RecordKey::Contact(contact.span)),
    };
    places.document.contacts.iter().map(one).collect()
}

pub(super) fn references<'a>(places: &Places<'a>) -> Vec<ReferenceRecord<'a>> {
    let one = |reference: &rapporteur_model::Reference| {
        let (text, span) = places.at(reference.at);
        ReferenceRecord { text, span, r#override: places.mark(|| RecordKey::Place(reference.at)) }
    };
    places.document.references.iter().map(one).collect()
}
