//! What must hold of every document whatever its text, as a list of faults in words.
//!
//! [`Document::check`] looks from inside. The checks here look from outside, at the pieces and at the record as a
//! reader of the JSON sees it, and share no code with it: nothing is lost, nothing stands twice, spans slice the source,
//! references and ids are unique and name something, the outline is a tree in reading order.

use std::collections::BTreeSet;

use rapporteur_model::{Block, Document, PassageId, PieceKind, Span};
use serde_json::Value;

/// Codes of findings under which the reading text may differ from the source.
const REPAIRS: [&str; 7] = [
    "ocr-debris",
    "ocr-garbled-duplicate",
    "markup-removed",
    "ocr-repaired-word",
    "page-break-joined",
    "title-continued",
    "decoding-replaced",
];

/// Codes of findings that account for the characters under them.
const DEBRIS: [&str; 3] = ["ocr-debris", "ocr-garbled-duplicate", "markup-removed"];

/// Everything that does not hold.
pub fn faults(document: &Document) -> Vec<String> {
    let record = crate::texts::record(document);
    let text: Vec<char> = document.source.text.chars().collect();
    let mut faults = document.check();
    pieces(document, &mut faults);
    once(document, &mut faults);
    spans(&record, "", text.len(), &mut faults);
    covered(&record, &text, &mut faults);
    slices(&record, &text, &mut faults);
    outline(&record, &mut faults);
    ids(&record, &mut faults);
    faults
}

/// Verbatim pieces are the bytes of the source, folded ones its white space.
fn pieces(document: &Document, faults: &mut Vec<String>) {
    for (index, passage) in document.passages.iter().enumerate() {
        for piece in passage.pieces() {
            let (clean, source) = (passage.slice(piece.clean), document.source.slice(piece.source));
            match piece.kind {
                PieceKind::Verbatim if clean != source => {
                    faults.push(format!("passage {index}: verbatim {clean:?} stands for {source:?}"));
                }
                PieceKind::Folded if clean != " " || !source.trim().is_empty() => {
                    faults.push(format!("passage {index}: folded {clean:?} stands for {source:?}"));
                }
                _ => {}
            }
        }
        if passage.text().contains("  ") || passage.text().trim() != passage.text() {
            faults.push(format!("passage {index}: white space left in {:?}", passage.text()));
        }
    }
}

/// Every passage stands in the outline once, and no character of the source in two pieces or markers.
fn once(document: &Document, faults: &mut Vec<String>) {
    let mut used: Vec<PassageId> = Vec::new();
    let mut places: Vec<Span> = Vec::new();
    for section in &document.sections {
        if let Some(heading) = &section.heading {
            used.push(heading.passage);
            places.extend(heading.marker.as_ref().map(|marker| marker.span));
        }
        for block in &section.blocks {
            // A framework line is a heading and an item at once, and has one passage for both.
            used.extend(document.block_passages(block));
            match block {
                Block::List(entries) => entries.iter().for_each(|entry| markers(entry, &mut places)),
                Block::Item(index) => {
                    places.extend(document.items[*index].marker.as_ref().map(|one| one.span));
                }
                Block::Paragraph(_) | Block::Table(_) => {}
            }
        }
    }
    used.extend(document.items.iter().map(|item| item.passage));
    let distinct: BTreeSet<PassageId> = used.iter().copied().collect();
    for (index, passage) in document.passages.iter().enumerate() {
        if !distinct.contains(&PassageId(index)) && !passage.text().is_empty() {
            faults.push(format!("passage {index} stands nowhere in the outline: {:?}", passage.text()));
        }
        let printed = passage.pieces().iter().filter(|piece| piece.kind != PieceKind::Joined);
        places.extend(printed.map(|piece| piece.source));
    }
    places.retain(|place| !place.is_empty());
    places.sort_unstable();
    places.dedup_by(|later, first| later == first && document.source.slice(*later).trim().is_empty());
    for pair in places.windows(2) {
        if pair[0].overlaps(pair[1]) && pair[0] != pair[1] {
            let words = [pair[0], pair[1]].map(|place| document.source.slice(place));
            faults.push(format!("two pieces share a place: {words:?}"));
        }
    }
}

fn markers(entry: &rapporteur_model::Entry, places: &mut Vec<Span>) {
    places.extend(entry.marker.as_ref().map(|marker| marker.span));
    entry.entries.iter().for_each(|entry| markers(entry, places));
}

/// Every span of the record lies in the text and is not empty.
fn spans(value: &Value, path: &str, chars: usize, faults: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            let span = fields.len() == 2 && fields.contains_key("start");
            if span && place(value).is_none_or(|(start, end)| start >= end || end > chars) {
                faults.push(format!("{path}: {value} is no place in {chars} characters"));
            }
            fields.iter().for_each(|(name, field)| spans(field, &format!("{path}.{name}"), chars, faults));
        }
        Value::Array(all) => {
            all.iter().enumerate().for_each(|(index, one)| {
                spans(one, &format!("{path}[{index}]"), chars, faults);
            });
        }
        _ => {}
    }
}

/// Every character that is no white space lies in a heading, a block, a number or under debris.
fn covered(record: &Value, text: &[char], faults: &mut Vec<String>) {
    let mut seen = vec![false; text.len()];
    let mut mark = |span: &Value| {
        if let Some((start, end)) = place(span) {
            seen.iter_mut().take(end).skip(start).for_each(|one| *one = true);
        }
    };
    for section in list(record, "sections") {
        mark(&section["heading"]["span"]);
        list(section, "blocks").iter().flat_map(|block| list(block, "spans")).for_each(&mut mark);
    }
    for item in list(record, "items") {
        mark(&item["number_span"]);
        list(item, "spans").iter().for_each(&mut mark);
    }
    for found in list(record, "diagnostics") {
        if DEBRIS.iter().any(|code| found["code"] == *code) {
            mark(&found["span"]);
        }
    }
    let lost = text.iter().zip(seen).filter(|(sign, seen)| !seen && !sign.is_whitespace());
    let lost: String = lost.map(|(sign, _)| *sign).collect();
    if !lost.is_empty() {
        faults.push(format!("not in the record: {lost:?}"));
    }
}

/// The words of dates, amounts and mentions are those of the source, unless a repair is noted there.
fn slices(record: &Value, text: &[char], faults: &mut Vec<String>) {
    let repaired: Vec<(usize, usize)> = list(record, "diagnostics")
        .iter()
        .filter(|found| REPAIRS.iter().any(|code| found["code"] == *code))
        .filter_map(|found| place(&found["span"]))
        .collect();
    let mut judge = |what: &str, one: &Value| {
        let Some((start, end)) = place(&one["span"]) else { return };
        let printed: String = text.get(start..end).unwrap_or_default().iter().collect();
        let folded = printed.split_whitespace().collect::<Vec<_>>().join(" ");
        let mended = repaired.iter().any(|repair| repair.0 < end && start < repair.1);
        if one["text"] != folded && !mended {
            faults.push(format!("{what}: {} is printed {folded:?}", one["text"]));
        }
    };
    for what in ["dates", "amounts"] {
        for one in list(record, what) {
            judge(what, one);
        }
    }
    for entity in list(record, "entities") {
        for one in list(entity, "mentions") {
            judge("mentions", one);
        }
    }
}

/// References are unique; items and sections stand below what stands before them; blocks name their items once.
fn outline(record: &Value, faults: &mut Vec<String>) {
    let items = list(record, "items");
    let mut known: BTreeSet<&str> = BTreeSet::new();
    for item in items {
        let reference = item["ref"].as_str().unwrap_or_default();
        if reference.is_empty() || !known.insert(reference) {
            faults.push(format!("item {reference:?} stands twice"));
        }
        if item["parent"].as_str().is_some_and(|parent| !known.contains(parent)) {
            faults.push(format!("item {reference} stands below {}, which is not before it", item["parent"]));
        }
    }
    let mut levels: Vec<(&str, u64)> = Vec::new();
    let mut named: Vec<&str> = Vec::new();
    for section in list(record, "sections") {
        let (id, level) =
            (section["id"].as_str().unwrap_or_default(), section["level"].as_u64().unwrap_or(0));
        if let Some(parent) = section["parent"].as_str() {
            let above = levels.iter().find(|(other, _)| *other == parent);
            if above.is_none_or(|(_, above)| *above >= level) {
                faults.push(format!("section {id} of level {level} stands below {parent}: {above:?}"));
            }
        }
        levels.push((id, level));
        named.extend(list(section, "blocks").iter().filter_map(|block| block["ref"].as_str()));
    }
    let distinct: BTreeSet<&str> = named.iter().copied().collect();
    if distinct.len() != named.len() {
        faults.push("an item is the block of two sections".to_owned());
    }
    let sections: BTreeSet<&str> = levels.iter().map(|(id, _)| *id).collect();
    for item in items {
        let reference = item["ref"].as_str().unwrap_or_default();
        // A framework line of a plan is a heading and an item at once.
        let heads = list(record, "sections").iter().any(|section| {
            section["id"] == item["section"] && within(&item["spans"][0], &section["heading"]["span"])
        });
        if !distinct.contains(reference) && !heads {
            faults.push(format!("item {reference} is no block and no heading of a section"));
        }
        if item["section"].as_str().is_none_or(|section| !sections.contains(section)) {
            faults.push(format!("item {reference} stands in no section: {}", item["section"]));
        }
    }
    if !distinct.is_subset(&known) {
        faults.push(format!("blocks of no item: {:?}", distinct.difference(&known).collect::<Vec<_>>()));
    }
}

/// Ids are unique, and every id that a record names belongs to a record.
fn ids(record: &Value, faults: &mut Vec<String>) {
    let mut known = |what: &str| -> BTreeSet<String> {
        let mut ids = BTreeSet::new();
        for one in list(record, what) {
            let id = one["id"].as_str().unwrap_or_default();
            if id.is_empty() || !ids.insert(id.to_owned()) {
                faults.push(format!("{what}: {id:?} stands twice"));
            }
        }
        ids
    };
    let (dates, amounts, funding) = (known("dates"), known("amounts"), known("funding"));
    let (entities, sections) = (known("entities"), known("sections"));
    known("quotes");
    let items = list(record, "items").iter().filter_map(|item| item["ref"].as_str().map(str::to_owned));
    let items: BTreeSet<String> = items.collect();
    let mut names = |what: &str, id: &Value, among: &BTreeSet<String>| {
        if id.as_str().is_some_and(|id| !among.contains(id)) {
            faults.push(format!("{what} {id} names nothing"));
        }
    };
    names("issued.date", &record["issued"]["date"], &dates);
    names("dateline.date", &record["dateline"]["date"], &dates);
    names("issuer", &record["issuer"], &entities);
    for (what, field, among) in [
        ("dates", "anchor", &dates),
        ("acronyms", "entity", &entities),
        ("quotes", "speaker", &entities),
        ("funding", "amount", &amounts),
        ("funding", "donor", &entities),
        ("funding", "recipient", &entities),
        ("funding", "part_of", &funding),
        ("funding", "section", &sections),
        ("funding", "item", &items),
    ] {
        for one in list(record, what) {
            names(&format!("{what}.{field}"), &one[field], among);
        }
    }
}

/// Does the first place lie in the second?
fn within(inner: &Value, outer: &Value) -> bool {
    let (inner, outer) = (place(inner), place(outer));
    inner.zip(outer).is_some_and(|(inner, outer)| outer.0 <= inner.0 && inner.1 <= outer.1)
}

/// `{"start": 1, "end": 2}`.
fn place(span: &Value) -> Option<(usize, usize)> {
    let number = |key: &str| span[key].as_u64().and_then(|number| usize::try_from(number).ok());
    Some((number("start")?, number("end")?))
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}
