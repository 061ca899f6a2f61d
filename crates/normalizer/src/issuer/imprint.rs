//! The imprint: a line at the head or foot of a paper that names who put it out, `Publisher: Ministry of Fens`.
//!
//! ```text
//! imprint = label [":"] [ year ] [ "the" ] body          ; on a line of its own
//!         / label line-break [ "the" ] body
//! label   = "Issued by" / "Released by" / "Publisher" / "©" / "Copyright" / "Source:" …
//! path    = *( step ( ">" / "»" / "/" ) ) body *( ( ">" / "»" / "/" ) step )   ; the way to a page through its site
//! by-line = *( part "|" ) body *( "|" part )
//! ```
//! Near misses: `Source: …` under a table, which stands in the middle; a body inside a sentence.
//!
//! Not here: letterheads, and bodies named in running text.

use rapporteur_model::{Document, EntityId, Location, PassageId, SectionKind};

use super::bodies;
use crate::finder::contact::line::behind_imprint;
use crate::finder::contact::lines;

/// Passages at the head and at the foot that may hold an imprint.
const HEAD: usize = 6;
const FOOT: usize = 10;

/// The body that an imprint names.
pub fn find(document: &Document) -> Option<EntityId> {
    let mut labelled = false;
    for id in ends(document) {
        if document.passage(id).text().len() > 600 {
            labelled = false;
            continue;
        }
        for at in lines(document, id) {
            let text = document.text(at);
            let behind = behind_imprint(text);
            let rest = behind.unwrap_or(text);
            if (behind.is_some() || labelled)
                && !rest.is_empty()
                && let Some(body) = leading(document, at, text.len() - rest.len())
            {
                return Some(body);
            }
            labelled = behind.is_some_and(str::is_empty);
        }
    }
    None
}

/// The passages at the head and the foot, in order.
fn ends(document: &Document) -> impl Iterator<Item = PassageId> {
    let count = document.passages.len();
    (0..count.min(HEAD)).chain(count.saturating_sub(FOOT).max(HEAD)..count).map(PassageId)
}

/// The body with which a line goes on behind its label, but for a word or two.
fn leading(document: &Document, line: Location, label: usize) -> Option<EntityId> {
    let start = line.range.start + label;
    let (range, entity) = bodies(document, line.passage).into_iter().find(|(range, _)| range.end > start)?;
    if range.end > line.range.end {
        return None;
    }
    let between = document.passage(line.passage).text().get(start..range.start.max(start))?;
    (between.split_whitespace().count() <= 2).then(|| entity.id.clone())
}

/// The body in the path to a page, or in the by-line under its title.
pub fn site(document: &Document) -> Option<EntityId> {
    for id in (0..document.passages.len().min(HEAD + 4)).map(PassageId) {
        let passage = document.passage(id);
        let furniture = document
            .sections
            .get(passage.section)
            .is_some_and(|section| section.kind == SectionKind::Boilerplate);
        if passage.text().len() > 300 {
            continue;
        }
        for at in lines(document, id) {
            let text = document.text(at);
            let path = [" > ", " » ", " › "].iter().any(|sign| text.contains(sign))
                || furniture && text.contains(" / ");
            if !path && !text.contains(" | ") {
                continue;
            }
            let found = bodies(document, id).into_iter().find(|(range, _)| {
                let inside = at.range.start <= range.start && range.end <= at.range.end;
                let part = |text: &str| {
                    text.trim_end().ends_with(['>', '»', '›', '/', '|']) || text.trim().is_empty()
                };
                let before = passage.text().get(at.range.start..range.start).is_some_and(part);
                let after = passage.text().get(range.end..at.range.end).map_or("", str::trim_start);
                inside && before && (after.is_empty() || after.starts_with(['>', '»', '›', '/', '|', '(']))
            });
            if let Some((_, entity)) = found {
                return Some(entity.id.clone());
            }
        }
    }
    None
}
