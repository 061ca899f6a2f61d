//! The rows of names: entities, mentions, roles, acronyms, quotations, contacts, references.

use rapporteur_model::{AliasReason, EntityKind, MentionBy, QuoteKind};

use super::declare::table;
use super::outline::first;
use super::{Rows, offset, ordinal};
use crate::record::{DocumentRecord, EntityRecord, Named, Text};

table! {
    /// A person, body, country, place, paper or meeting, as one document speaks of it. The id is the same in every
    /// document, so rows of several documents can be joined.
    entities: EntityRow<'a>;
    key [document_id, id];
    refers [document_id] to documents [id];
    index [id];
    index [kind, name];
    {
        /// The document.
        document_id: Text<'a>,
        /// A stable key: `country:ca`.
        id: Text<'a>,
        /// What it is.
        kind: Named<EntityKind>,
        /// The fullest form in the text, or the gazetteer's.
        name: Text<'a>,
        /// Its acronym.
        acronym: Option<Text<'a>>,
        /// ISO 3166-1 alpha-2 code, of a country.
        iso3166: Option<Text<'a>>,
        /// Wikidata item.
        wikidata: Option<Text<'a>>,
        /// First code point of its first mention.
        start: Option<i64>,
        /// One past the last code point of its first mention.
        end: Option<i64>,
    }
}

table! {
    /// Another form of an entity's name.
    entity_aliases: EntityAliasRow<'a>;
    key [document_id, entity, ordinal];
    refers [document_id, entity] to entities [document_id, id];
    index [alias];
    {
        /// The document.
        document_id: Text<'a>,
        /// The entity.
        entity: Text<'a>,
        /// Its place in the list, from 1.
        ordinal: i64,
        /// The other form.
        alias: Text<'a>,
        /// Why it is taken for this entity.
        reason: Option<Named<AliasReason>>,
    }
}

table! {
    /// A member of a group of countries.
    entity_members: EntityMemberRow<'a>;
    key [document_id, entity, ordinal];
    refers [document_id, entity] to entities [document_id, id];
    index [iso3166];
    {
        /// The document.
        document_id: Text<'a>,
        /// The group.
        entity: Text<'a>,
        /// Its place in the list, from 1.
        ordinal: i64,
        /// ISO 3166-1 alpha-2 code of the member.
        iso3166: Text<'a>,
    }
}

table! {
    /// A place where the text names an entity.
    mentions: MentionRow<'a>;
    key [document_id, entity, ordinal];
    refers [document_id, entity] to entities [document_id, id];
    index [entity];
    {
        /// The document.
        document_id: Text<'a>,
        /// The entity.
        entity: Text<'a>,
        /// Its place among the entity's mentions, from 1.
        ordinal: i64,
        /// The name alone, without article, possessive or title.
        text: Text<'a>,
        /// How it names the entity.
        by: Named<MentionBy>,
        /// First code point.
        start: i64,
        /// One past the last code point.
        end: i64,
    }
}

table! {
    /// A role of a person.
    roles: RoleRow<'a>;
    key [document_id, entity, ordinal];
    refers [document_id, entity] to entities [document_id, id];
    index [title];
    {
        /// The document.
        document_id: Text<'a>,
        /// The person.
        entity: Text<'a>,
        /// Its place among the person's roles, from 1.
        ordinal: i64,
        /// The title, as printed.
        title: Text<'a>,
        /// Name of the body or country.
        of: Option<Text<'a>>,
        /// First code point of the title.
        start: i64,
        /// One past its last code point.
        end: i64,
    }
}

table! {
    /// An acronym that the text itself defines.
    acronyms: AcronymRow<'a>;
    key [document_id, ordinal];
    refers [document_id] to documents [id];
    refers [document_id, entity] to entities [document_id, id];
    index [short];
    {
        /// The document.
        document_id: Text<'a>,
        /// Its place in reading order, from 1.
        ordinal: i64,
        /// The short form.
        short: Text<'a>,
        /// The words that its letters stand for.
        long: Text<'a>,
        /// The entity that it names.
        entity: Option<Text<'a>>,
        /// First code point of the definition.
        start: i64,
        /// One past its last code point.
        end: i64,
    }
}

table! {
    /// A quotation.
    quotes: QuoteRow<'a>;
    key [document_id, id];
    refers [document_id] to documents [id];
    refers [document_id, speaker] to entities [document_id, id];
    {
        /// The document.
        document_id: Text<'a>,
        /// Unique in the document: `q1`.
        id: Text<'a>,
        /// The words, without the quotation marks.
        text: Text<'a>,
        /// What the quotation marks are for.
        kind: Named<QuoteKind>,
        /// Who said it.
        speaker: Option<Text<'a>>,
        /// The words that name the speaker.
        speaker_text: Option<Text<'a>>,
        /// First code point of those words.
        speaker_start: Option<i64>,
        /// One past their last code point.
        speaker_end: Option<i64>,
        /// The verb or phrase of saying, as printed.
        cue: Option<Text<'a>>,
        /// First code point of its first span, quotation mark included.
        start: Option<i64>,
        /// One past the last code point of its first span.
        end: Option<i64>,
    }
}

table! {
    /// A span of a quotation.
    quote_spans: QuoteSpanRow<'a>;
    key [document_id, quote, ordinal];
    refers [document_id, quote] to quotes [document_id, id];
    {
        /// The document.
        document_id: Text<'a>,
        /// The quotation.
        quote: Text<'a>,
        /// Its place in the quotation, from 1.
        ordinal: i64,
        /// First code point.
        start: i64,
        /// One past the last code point.
        end: i64,
    }
}

table! {
    /// Whom to ask.
    contacts: ContactRow<'a>;
    key [document_id, ordinal];
    refers [document_id] to documents [id];
    {
        /// The document.
        document_id: Text<'a>,
        /// Its place in reading order, from 1.
        ordinal: i64,
        /// A person or an office.
        name: Option<Text<'a>>,
        /// The body.
        organization: Option<Text<'a>>,
        /// An e-mail address.
        email: Option<Text<'a>>,
        /// A telephone number, as printed.
        phone: Option<Text<'a>>,
        /// A web address.
        url: Option<Text<'a>>,
        /// First code point.
        start: i64,
        /// One past the last code point.
        end: i64,
    }
}

table! {
    /// A contact's handle in social media.
    contact_handles: ContactHandleRow<'a>;
    key [document_id, contact, ordinal];
    refers [document_id, contact] to contacts [document_id, ordinal];
    {
        /// The document.
        document_id: Text<'a>,
        /// The contact.
        contact: i64,
        /// Its place in the list, from 1.
        ordinal: i64,
        /// The handle.
        handle: Text<'a>,
    }
}

table! {
    /// A clause that points to another document.
    document_references: ReferenceRow<'a>;
    key [document_id, ordinal];
    refers [document_id] to documents [id];
    {
        /// The document.
        document_id: Text<'a>,
        /// Its place in reading order, from 1.
        ordinal: i64,
        /// The words, from the cue to the stop.
        text: Text<'a>,
        /// First code point.
        start: i64,
        /// One past the last code point.
        end: i64,
    }
}

pub(super) fn fill(tables: &mut Rows<'_>, record: &DocumentRecord<'_>) {
    for entity in &record.entities {
        self::entity(tables, &record.id, entity);
    }
    for (index, acronym) in record.acronyms.iter().enumerate() {
        tables.push(&AcronymRow {
            document_id: record.id.clone(),
            ordinal: ordinal(index),
            short: acronym.short.clone(),
            long: acronym.long.clone(),
            entity: acronym.entity.clone(),
            start: offset(acronym.span.start),
            end: offset(acronym.span.end),
        });
    }
    quotes(tables, record);
    contacts(tables, record);
    for (index, reference) in record.references.iter().enumerate() {
        tables.push(&ReferenceRow {
            document_id: record.id.clone(),
            ordinal: ordinal(index),
            text: reference.text.clone(),
            start: offset(reference.span.start),
            end: offset(reference.span.end),
        });
    }
}

fn entity<'a>(tables: &mut Rows<'_>, document: &Text<'a>, entity: &EntityRecord<'a>) {
    let mention = entity.mentions.first();
    tables.push(&EntityRow {
        document_id: document.clone(),
        id: entity.id.clone(),
        kind: entity.kind,
        name: entity.name.clone(),
        acronym: entity.acronym.clone(),
        iso3166: entity.iso3166.clone(),
        wikidata: entity.wikidata.clone(),
        start: mention.map(|mention| offset(mention.span.start)),
        end: mention.map(|mention| offset(mention.span.end)),
    });
    for (index, alias) in entity.aliases.iter().enumerate() {
        tables.push(&EntityAliasRow {
            document_id: document.clone(),
            entity: entity.id.clone(),
            ordinal: ordinal(index),
            alias: alias.clone(),
            reason: entity.alias_reasons.get(index).copied(),
        });
    }
    for (index, member) in entity.members.iter().enumerate() {
        tables.push(&EntityMemberRow {
            document_id: document.clone(),
            entity: entity.id.clone(),
            ordinal: ordinal(index),
            iso3166: member.clone(),
        });
    }
    for (index, mention) in entity.mentions.iter().enumerate() {
        tables.push(&MentionRow {
            document_id: document.clone(),
            entity: entity.id.clone(),
            ordinal: ordinal(index),
            text: mention.text.clone(),
            by: mention.by,
            start: offset(mention.span.start),
            end: offset(mention.span.end),
        });
    }
    for (index, role) in entity.roles.iter().enumerate() {
        tables.push(&RoleRow {
            document_id: document.clone(),
            entity: entity.id.clone(),
            ordinal: ordinal(index),
            title: role.title.clone(),
            of: role.of.clone(),
            start: offset(role.span.start),
            end: offset(role.span.end),
        });
    }
}

fn quotes(tables: &mut Rows<'_>, record: &DocumentRecord<'_>) {
    for quote in &record.quotes {
        let (start, end) = first(&quote.spans);
        tables.push(&QuoteRow {
            document_id: record.id.clone(),
            id: quote.id.clone(),
            text: quote.text.clone(),
            kind: quote.kind,
            speaker: quote.speaker.clone(),
            speaker_text: quote.speaker_text.clone(),
            speaker_start: quote.speaker_span.map(|span| offset(span.start)),
            speaker_end: quote.speaker_span.map(|span| offset(span.end)),
            cue: quote.cue.clone(),
            start,
            end,
        });
        for (index, span) in quote.spans.iter().enumerate() {
            tables.push(&QuoteSpanRow {
                document_id: record.id.clone(),
                quote: quote.id.clone(),
                ordinal: ordinal(index),
                start: offset(span.start),
                end: offset(span.end),
            });
        }
    }
}

fn contacts(tables: &mut Rows<'_>, record: &DocumentRecord<'_>) {
    for (index, contact) in record.contacts.iter().enumerate() {
        tables.push(&ContactRow {
            document_id: record.id.clone(),
            ordinal: ordinal(index),
            name: contact.name.clone(),
            organization: contact.organization.clone(),
            email: contact.email.clone(),
            phone: contact.phone.clone(),
            url: contact.url.clone(),
            start: offset(contact.span.start),
            end: offset(contact.span.end),
        });
        for (place, handle) in contact.handles.iter().enumerate() {
            tables.push(&ContactHandleRow {
                document_id: record.id.clone(),
                contact: ordinal(index),
                ordinal: ordinal(place),
                handle: handle.clone(),
            });
        }
    }
}
