//! Entities of the labels and every place that names them.
//!
//! A label gives the names once (`organization "Pacific Islands Forum" acronym PIF`); each occurrence in the text that
//! does not lie in a longer labelled name is a mention. An acronym in brackets behind its long form may be left out,
//! and so may an entity that is only ever named inside longer names.

use super::line::Line;
use super::locate::{Quoted, Text};
use super::{Entity, Mention, Role, Span};

/// An entity with the words to look for, in the line that labels it.
pub(crate) struct Named {
    pub(crate) entity: Entity,
    pub(crate) line: usize,
    quotes: Vec<Quoted>,
}

const FIELDS: [(&str, &str); 9] = [
    ("person", "persons"),
    ("organization", "organizations"),
    ("country", "countries"),
    ("place", "places"),
    ("region", "regions"),
    ("group", "groups"),
    ("instrument", "instruments"),
    ("programme", "programmes"),
    ("event", "events"),
];

/// The field of the score that an entity of this kind counts in.
pub(crate) fn field_of(kind: &str) -> Option<&'static str> {
    FIELDS.iter().find(|(name, _)| *name == kind).map(|(_, field)| *field)
}

/// Reads the rest of a line whose keyword gave the kinds.
pub(crate) fn read(kinds: Vec<String>, number: usize, line: &mut Line<'_>) -> Result<Named, String> {
    let field = kinds
        .iter()
        .map(|kind| field_of(kind).ok_or_else(|| format!("`{kind}` is no kind of label")))
        .collect::<Result<Vec<_>, _>>()?[0];
    let iso = if field == "countries" { Some(line.word("ISO code")?) } else { None };
    let first = line.quoted("name")?;
    let mut entity = Entity {
        field,
        kinds,
        names: vec![first.reading.clone()],
        aliases: Vec::new(),
        iso,
        members: Vec::new(),
        roles: Vec::new(),
        mentions: Vec::new(),
        optional: false,
    };
    let mut quotes = vec![first];
    loop {
        if line.take("acronym") {
            let short = line.word("acronym")?;
            quotes.push(Quoted::parse(&short)?);
            entity.aliases.push(short);
        } else if line.take("also") {
            let alias = line.quoted("alias")?;
            entity.aliases.push(alias.reading.clone());
            quotes.push(alias);
        } else if line.take("or") {
            entity.names.push(line.quoted("other name")?.reading);
        } else if let Some(members) = line.value("members") {
            entity.members = members.split(',').map(str::to_owned).collect();
        } else if line.take("role") {
            let title = line.quoted("title")?.reading;
            let mut of = vec![None];
            if line.take("of") {
                of = vec![line.name_or_none("body or country")?];
                while line.take("or") {
                    of.push(line.name_or_none("body or country")?);
                }
            }
            entity.roles.push(Role { title, of });
        } else {
            entity.optional = line.optional()?;
            return Ok(Named { entity, line: number, quotes });
        }
    }
}

/// Fills in the mentions; `not_here` are places that no name may touch.
pub(crate) fn mentions(
    named: Vec<Named>,
    text: &Text,
    not_here: &[Span],
) -> Result<Vec<Entity>, (usize, String)> {
    let mut spots: Vec<(Span, usize)> = Vec::new();
    for (owner, named) in named.iter().enumerate() {
        let mut mine: Vec<Span> = named.quotes.iter().flat_map(|quote| quote.find(text)).collect();
        mine.retain(|span| not_here.iter().all(|place| span.overlap(*place) == 0));
        mine.sort_unstable();
        mine.dedup();
        if mine.is_empty() {
            return Err((named.line, format!("\"{}\" is not in the text", named.entity.names[0])));
        }
        spots.extend(mine.into_iter().map(|span| (span, owner)));
    }
    spots.sort_unstable();
    for pair in spots.windows(2) {
        if pair[0].0 == pair[1].0 {
            let words = text.folded(pair[0].0);
            return Err((named[pair[1].1].line, format!("\"{words}\" names two entities")));
        }
    }
    let mut entities: Vec<Entity> = named.into_iter().map(|named| named.entity).collect();
    for (span, owner) in &spots {
        if spots.iter().all(|(other, _)| !span.inside(*other)) {
            let before = span.start.checked_sub(1).and_then(|at| text.chars().get(at));
            let optional = before == Some(&'(') && text.chars().get(span.end) == Some(&')');
            let shorter = spots.iter().filter(|(s, o)| o == owner && s.inside(*span)).map(|(s, _)| *s);
            let spans = std::iter::once(*span).chain(shorter).collect();
            entities[*owner].mentions.push(Mention { spans, optional });
        }
    }
    for entity in &mut entities {
        entity.optional |= entity.mentions.is_empty();
    }
    Ok(entities)
}
