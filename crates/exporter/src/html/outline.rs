//! The outline at the side of the text: headings, and below them the items that have a title.
//!
//! ```html
//! <ul><li><a href="#L3" data-i=s0>Reef Plan</a><ul><li><a href="#L4" data-i=i1><b>1.</b> Coral</a></li></ul></li></ul>
//! ```

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::DocumentRecord;
use crate::record::NamedEnum as _;

use super::{escape, human, source};

/// Steps of indentation at most.
const DEEPEST: usize = 7;

struct Entry<'a> {
    point: usize,
    depth: usize,
    key: String,
    number: &'a str,
    words: &'a str,
    /// What it is where it has no words of its own.
    kind: &'static str,
}

/// Appends the list; nothing where the paper has no parts.
pub(super) fn write(out: &mut String, record: &DocumentRecord<'_>, text: &str) {
    let entries = entries(record);
    let points: Vec<usize> = entries.iter().map(|entry| entry.point).collect();
    let lines = source::line_numbers(text, &points);
    let mut depth = 0;
    for (entry, line) in entries.iter().zip(lines) {
        let wanted = entry.depth.min(depth + 1).min(DEEPEST);
        if wanted > depth {
            out.push_str("<ul>");
        } else {
            out.push_str("</li>");
            out.push_str(&"</ul></li>".repeat(depth - wanted));
        }
        depth = wanted;
        let _ = write!(out, "\n<li><a href=\"#L{line}\" data-i={}>", entry.key);
        if !entry.number.is_empty() {
            out.push_str("<b>");
            escape::words(out, entry.number);
            out.push_str("</b> ");
        }
        if entry.words.is_empty() {
            out.push_str("<em>");
            out.push_str(&human(entry.kind));
            out.push_str("</em>");
        } else {
            out.push_str("<bdi>");
            escape::words(out, entry.words);
            out.push_str("</bdi>");
        }
        out.push_str("</a>");
    }
    out.push_str(&"</li></ul>".repeat(depth));
}

fn entries<'a>(record: &'a DocumentRecord<'_>) -> Vec<Entry<'a>> {
    let mut entries = Vec::new();
    let mut depths: BTreeMap<&str, usize> = BTreeMap::new();
    let mut headings = BTreeMap::new();
    for (at, section) in record.sections.iter().enumerate() {
        let above = section.parent.as_deref().and_then(|parent| depths.get(parent)).copied().unwrap_or(0);
        depths.insert(&section.id, above + 1);
        let Some(span) = section.heading.as_ref().map(|one| one.span).or(section.spans.first().copied())
        else {
            continue;
        };
        if section.heading.is_some() {
            headings.insert(span.end, above + 1);
        }
        entries.push(Entry {
            point: span.start,
            depth: above + 1,
            key: format!("s{at}"),
            number: "",
            words: section.heading.as_ref().map_or("", |heading| &heading.text),
            kind: section.kind.0.name(),
        });
    }
    let mut below: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, item) in record.items.iter().enumerate() {
        let Some(span) = item.spans.first() else { continue };
        let Some(title) = &item.title else { continue };
        let ends = item.spans.last().map_or(0, |span| span.end);
        // A framework is a heading and an item at once.
        if let Some(depth) = headings.get(&ends) {
            below.insert(&item.r#ref, *depth);
            continue;
        }
        let section = item.section.as_deref().and_then(|id| depths.get(id)).copied().unwrap_or(0);
        let parent = item.parent.as_deref().and_then(|parent| below.get(parent)).copied();
        let depth = parent.unwrap_or(section) + 1;
        below.insert(&item.r#ref, depth);
        entries.push(Entry {
            point: item.number_span.map_or(span.start, |number| number.start.min(span.start)),
            depth,
            key: format!("i{at}"),
            number: item.number.as_deref().unwrap_or_default(),
            words: title,
            kind: item.kind.0.name(),
        });
    }
    // Headings before the items that begin with them.
    entries.sort_by_key(|entry| (entry.point, entry.depth));
    entries
}
