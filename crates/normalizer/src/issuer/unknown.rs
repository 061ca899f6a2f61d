//! An issuer that no finder knew: the body of a release's contact, `Jane Ode / Skarn Waterways North / 555-0100`.
//!
//! Invariant: at most one entity is added, with one mention that shares text with no other.
//!
//! Not here: contacts of bodies that the document's entities hold.

use rapporteur_model::{
    Document, Entity, EntityId, EntityKind, Genre, Location, Mention, MentionBy, PassageId, TextRange,
};

/// The body that the contact section of a release names and no finder knew: it is added to the entities.
pub fn contact(document: &mut Document) -> Option<EntityId> {
    let release = matches!(
        document.genre.genre,
        Genre::PressRelease | Genre::Statement | Genre::MediaAdvisory | Genre::Backgrounder
    );
    if !release || document.contacts.len() > 3 {
        return None;
    }
    let contact = document.contacts.iter().find(|contact| contact.organization.is_some())?;
    let (name, span) = (contact.organization.clone()?, contact.span);
    // Two words at least, each with a capital: a line of a block may be anything.
    let words = name.split_whitespace().filter(|word| word.len() > 3);
    let capitals = words.clone().all(|word| word.starts_with(char::is_uppercase));
    if !capitals || words.count() < 2 || name.contains(|c: char| c.is_ascii_digit() || c == '@') {
        return None;
    }
    let at = document.passages.iter().enumerate().find_map(|(index, passage)| {
        let inside = passage.whole_span().overlaps(span);
        let start = inside.then(|| passage.text().find(name.as_str())).flatten()?;
        let range = TextRange::new(start, start + name.len());
        Some(Location { passage: PassageId(index), range })
    })?;
    let taken = document
        .entities
        .iter()
        .flat_map(|entity| &entity.mentions)
        .any(|mention| mention.at.passage == at.passage && mention.at.range.overlaps(at.range));
    let id = EntityId::of_name(EntityKind::Organization, &name);
    if document.entity(&id).is_some() {
        return Some(id);
    }
    if taken {
        return None;
    }
    document.entities.push(Entity::new(
        id.clone(),
        EntityKind::Organization,
        name,
        vec![Mention { at, by: MentionBy::Name }],
    ));
    Some(id)
}
