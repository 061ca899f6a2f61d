//! Contacts: whom to ask, and how, as blocks of lines at the foot of a release or inside a sentence.
//!
//! ```text
//! block   = *lead 1*( [person / office] [role] [body] *detail )
//! lead    = ( "Contacts" / "For more information, contact" / "Media inquiries" … ) [":"]
//! inline  = lead [person / office ["," body]] 1*detail        ; within one sentence
//! ```
//! One record a contact: a new one begins where a person or an office follows what completes the one before. Its span
//! reaches from its first line to its last, labels and social media included.
//!
//! Not here: where the contact section begins and ends, which the outline tells.

use rapporteur_model::{
    Contact, Document, Entity, EntityKind, Location, Passage, PassageId, PieceKind, SectionKind, TextRange,
};

use crate::{Context, Lexicon, lexicon::people::People};

mod detail;
mod lead;
pub(crate) mod line;
#[cfg(test)]
mod tests;

use crate::finder::person::word::Words;
use detail::{Detail, Kind, details, may_reach};
use lead::{is_heading, is_lead, lead_end, split_lead};
use line::Part;

/// A contact in the making.
#[derive(Default)]
struct Draft {
    contact: Option<Contact>,
    role: bool,
}

/// Appends the contacts of a document.
pub fn find(document: &mut Document, lexicon: &Lexicon, _context: &Context) {
    let people = &lexicon.people;
    let mut contacts = Vec::new();
    let mut in_block = vec![false; document.passages.len()];
    for section in document.sections.iter().filter(|section| section.kind == SectionKind::Contact) {
        let heading = section.heading.as_ref().map(|heading| heading.passage);
        let named = heading.filter(|id| {
            let text = document.passage(*id).text();
            !is_heading(text) && matches!(line::part(text, people), Part::Person | Part::Office)
        });
        let blocks: Vec<PassageId> =
            section.blocks.iter().flat_map(|block| document.block_passages(block)).collect();
        let ids: Vec<PassageId> = named.into_iter().chain(blocks).collect();
        for id in &ids {
            in_block[id.0] = true;
        }
        contacts.extend(block(document, people, &ids));
    }
    let mut index = 0;
    while index < document.passages.len() {
        if in_block[index] {
            index += 1;
            continue;
        }
        let run = announced(document, index, &in_block);
        if run.is_empty() {
            contacts.extend(inline(document, people, PassageId(index)));
            index += 1;
        } else {
            contacts.extend(block(document, people, &run));
            index = run.last().map_or(index, |id| id.0) + 1;
        }
    }
    contacts.sort_by_key(|contact| contact.span);
    for contact in contacts.iter_mut().filter(|contact| contact.organization.is_none()) {
        contact.organization = contact.name.as_deref().and_then(|name| by_acronym(document, name));
    }
    document.contacts = contacts;
}

/// The body whose acronym an office's name begins with: `FPBC Media Liaison`.
fn by_acronym(document: &Document, name: &str) -> Option<String> {
    let (first, _) = name.split_once(' ')?;
    let acronym = first.len() > 1 && first.chars().all(|c| c.is_uppercase() || c == '&');
    let body = |entity: &&Entity| {
        entity.kind == EntityKind::Organization
            && (entity.acronym.as_deref() == Some(first) || entity.aliases.iter().any(|alias| alias == first))
    };
    let entity = document.entities.iter().filter(|_| acronym).find(body)?;
    Some(entity.name.clone())
}

/// The passages of a block outside a contact section: they follow a line that announces contacts, are short, and the
/// first of them that is not short or has nothing to do with a contact ends it.
fn announced(document: &Document, index: usize, in_block: &[bool]) -> Vec<PassageId> {
    let text = document.passages[index].text();
    let asks = text.trim_end_matches(['*', '_', ' ']).ends_with([':', '?']);
    if !((asks || text.split_whitespace().take(4).count() <= 3) && is_lead(text)) {
        return Vec::new();
    }
    let mut run = vec![PassageId(index)];
    let mut reached = 1;
    for (ahead, passage) in document.passages.iter().enumerate().skip(index + 1).take(12) {
        let section = passage.section == document.passages[index].section;
        if in_block[ahead] || !section || passage.text().len() > 220 {
            break;
        }
        run.push(PassageId(ahead));
        if !details(passage.text(), true).is_empty() {
            reached = run.len();
        }
    }
    run.truncate(reached);
    if run.len() < 2 { Vec::new() } else { run }
}

/// The contacts of a block of passages.
fn block(document: &Document, people: &People, ids: &[PassageId]) -> Vec<Contact> {
    let mut contacts = Vec::new();
    let mut draft = Draft::default();
    for &id in ids {
        for at in lines(document, id) {
            let text = document.text(at);
            let (lead, rest) = split_lead(text);
            if lead {
                contacts.extend(finish(&mut draft));
            }
            if rest.trim().is_empty() {
                continue;
            }
            let start = at.range.end - rest.len();
            let at = Location { range: TextRange::new(start, at.range.end), ..at };
            read_line(document, people, at, &mut draft, &mut contacts);
        }
    }
    contacts.extend(finish(&mut draft));
    contacts
}

/// Takes a finished contact out of the draft; one that names nobody and nothing to reach is none.
fn finish(draft: &mut Draft) -> Option<Contact> {
    let contact = std::mem::take(draft).contact?;
    let reached = contact.email.is_some() || contact.phone.is_some() || !contact.handles.is_empty();
    let named = contact.name.is_some() || contact.organization.is_some();
    let page = contact.url.is_some() && named;
    let both = contact.name.is_some() && contact.organization.is_some();
    (reached || page || both).then_some(contact)
}

/// Reads a line of a block into the draft; what begins a new contact first finishes the old one.
fn read_line(document: &Document, people: &People, at: Location, draft: &mut Draft, done: &mut Vec<Contact>) {
    let text = document.text(at);
    let found = details(text, true);
    let mut person = false;
    for part in parts(text, &found, people) {
        let kind = line::part(part, people);
        // `Jane Ode, Communications Division`: the office is where she works.
        if kind == Part::Office && person {
            continue;
        }
        person |= kind == Part::Person;
        let names = matches!(kind, Part::Person | Part::Office);
        let begun = draft.contact.as_ref().is_some_and(|contact| {
            let reached = contact.email.is_some() || contact.phone.is_some();
            let known = contact.name.is_some() && (names || contact.organization.is_some() && reached);
            names && (known || reached || contact.organization.is_some())
                || kind == Part::Body && reached && contact.organization.is_some() && draft.role
        });
        if begun {
            done.extend(finish(draft));
        }
        let contact = begin(document, at, draft);
        match kind {
            Part::Person | Part::Office if contact.name.is_none() => contact.name = Some(part.to_owned()),
            Part::Body if contact.organization.is_none() => {
                contact.organization =
                    Some(without_address(line::behind_imprint(part).unwrap_or(part), people));
            }
            Part::Role => draft.role = true,
            _ => {}
        }
    }
    if !found.is_empty() || draft.contact.is_some() {
        let contact = begin(document, at, draft);
        contact.span = contact.span.join(document.span(at));
        fill(contact, text, &found);
    }
}

fn begin<'a>(document: &Document, at: Location, draft: &'a mut Draft) -> &'a mut Contact {
    draft.contact.get_or_insert_with(|| Contact {
        name: None,
        organization: None,
        email: None,
        phone: None,
        handles: Vec::new(),
        url: None,
        span: document.span(at),
    })
}

fn fill(contact: &mut Contact, text: &str, found: &[Detail]) {
    for detail in found {
        let value = text[detail.range.start..detail.range.end].to_owned();
        match detail.kind {
            Kind::Email => _ = contact.email.get_or_insert(value),
            Kind::Url => _ = contact.url.get_or_insert(value),
            Kind::Phone => _ = contact.phone.get_or_insert(value),
            Kind::Handle if !contact.handles.contains(&value) => contact.handles.push(value),
            Kind::Handle | Kind::Fax => {}
        }
    }
}

/// The words of a line without its details and labels, parted at bars, dashes and, behind a name, at commas.
fn parts<'a>(text: &'a str, found: &[Detail], people: &People) -> Vec<&'a str> {
    let mut stretches = Vec::new();
    let mut from = 0;
    for detail in found {
        stretches.push(without_label(&text[from..detail.range.start]));
        from = detail.range.end;
    }
    stretches.push(&text[from..]);
    let mut parts = Vec::new();
    let trim = |part: &'a str| {
        let part = part.trim_matches(|c: char| c.is_whitespace() || ",;:[]|–—-•.*".contains(c));
        // Brackets around the whole go, those of a short form or a field stay.
        let paired = part.matches('(').count() == part.matches(')').count() && !part.starts_with('(');
        if paired { part } else { part.trim_matches(['(', ')', ' ']) }
    };
    for stretch in stretches {
        // `Label: words` says no name before the colon; a label's words after it may.
        let stretch = match stretch.split_once(':') {
            Some((label, rest)) if line::part(trim(label), people) == Part::Label => {
                if is_social(label) {
                    ""
                } else {
                    rest
                }
            }
            _ => stretch,
        };
        for part in stretch
            .split(['|', ';', '•', '\t'])
            .flat_map(|part| part.split(" – "))
            .flat_map(|p| p.split(" - "))
        {
            match part.split_once(", ") {
                Some((first, rest)) if is_name(trim(first), people) => {
                    parts.push(trim(first));
                    let (role, body) = rest.split_once(", ").unwrap_or((rest, ""));
                    if line::part(trim(role), people) == Part::Role && !body.is_empty() {
                        parts.extend([trim(role), trim(body)]);
                    } else {
                        parts.push(trim(rest));
                    }
                }
                _ => parts.push(trim(part)),
            }
        }
    }
    parts.retain(|part| part.chars().any(char::is_alphabetic) && line::part(part, people) != Part::Label);
    parts
}

/// A body without the building and town behind it: `Peat Centre of Norway, Fens House, Oslo`.
fn without_address(body: &str, people: &People) -> String {
    let mut kept = body;
    // `Fens, Peat and Bogs Canada (FPBC)`: the short form is no part of the name.
    if let Some((before, short)) = body.rsplit_once(" (")
        && short.strip_suffix(')').is_some_and(|short| !short.contains(char::is_lowercase))
    {
        kept = before;
    }
    while let Some((before, last)) = kept.rsplit_once(", ") {
        let house = last.split(' ').count() <= 3 && last.ends_with(" House");
        if !(house || people.is_place(last) || people.country(last).is_some() || line::is_address(last)) {
            break;
        }
        kept = before;
    }
    kept.to_owned()
}

fn is_name(part: &str, people: &People) -> bool {
    matches!(line::part(part, people), Part::Person | Part::Office)
}

/// The words before a detail without the label of the detail at their end: `…, tel.`.
fn without_label(words: &str) -> &str {
    #[rustfmt::skip]
    const LABELS: &[&str] = &[
        "tel", "telephone", "phone", "fax", "email", "e-mail", "mail", "mobile", "cell", "twitter", "web",
        "website", "t", "e", "m", "f", "p", "at", "on", "or", "by", "via", "and", "ph", "call", "no",
        "number",
    ];
    let mut words = words;
    loop {
        let trimmed = words.trim_end_matches(|c: char| !c.is_alphanumeric());
        let last = trimmed.rsplit(|c: char| c.is_whitespace() || c == ',').next().unwrap_or_default();
        if !LABELS.contains(&last.to_lowercase().as_str()) {
            return words;
        }
        words = &trimmed[..trimmed.len() - last.len()];
    }
}

/// `Like us on Facebook: …`: what follows names a page, not a body to turn to.
fn is_social(label: &str) -> bool {
    let label = label.to_lowercase();
    ["twitter", "facebook", "instagram", "linkedin", "youtube", "follow", "flickr", "telegram"]
        .iter()
        .any(|word| label.contains(word))
}

/// A contact inside a sentence, which needs a lead and a detail.
fn inline(document: &Document, people: &People, id: PassageId) -> Vec<Contact> {
    let text = document.passage(id).text();
    let mut contacts = Vec::new();
    if !may_reach(text) {
        return contacts;
    }
    for sentence in sentences(text) {
        let words = &text[sentence.start..sentence.end];
        let Some(from) = lead_end(words) else { continue };
        let mut found: Vec<Detail> =
            details(words, false).into_iter().filter(|d| d.range.start >= from).collect();
        // Behind an e-mail address a number needs no label.
        let email = found.iter().find(|detail| detail.kind == Kind::Email).map(|detail| detail.range.end);
        if let Some(end) = email
            && !found.iter().any(|detail| detail.kind == Kind::Phone)
        {
            let bare = details(words, true).into_iter();
            let next = |detail: &Detail| {
                let gap = words.get(end..detail.range.start).unwrap_or("x");
                detail.kind == Kind::Phone
                    && !gap.is_empty()
                    && gap.chars().all(|c| matches!(c, ',' | ' ' | '/'))
            };
            found.extend(bare.filter(next).take(1));
        }
        let reached = found.iter().any(|detail| matches!(detail.kind, Kind::Email | Kind::Phone));
        let (Some(first), Some(last), true) = (found.first(), found.last(), reached) else { continue };
        let named = words[from..first.range.start].trim_matches(|c: char| !c.is_alphanumeric());
        let named = named.trim_end_matches(" at").trim_end_matches(" on").trim_end_matches([',', ' ', ':']);
        let start =
            if named.is_empty() { first.range.start } else { words.find(named).unwrap_or(first.range.start) };
        let range = TextRange::new(sentence.start + start, sentence.start + last.range.end);
        let mut draft = Draft::default();
        let contact = begin(document, Location { passage: id, range }, &mut draft);
        for part in parts(named, &[], people) {
            let slot = match line::part(part, people) {
                Part::Person | Part::Office => &mut contact.name,
                Part::Body => &mut contact.organization,
                _ => continue,
            };
            slot.get_or_insert_with(|| part.trim_start_matches("the ").to_owned());
        }
        fill(contact, words, &found);
        contacts.extend(draft.contact);
    }
    contacts
}

/// The lines of a passage as they were printed: its clean text parted where the source has line breaks.
pub(crate) fn lines(document: &Document, id: PassageId) -> Vec<Location> {
    let passage: &Passage = document.passage(id);
    let mut found = Vec::new();
    let mut from = 0;
    let mut add = |from: usize, to: usize| {
        let text = passage.text().get(from..to).unwrap_or_default();
        let start = from + (text.len() - text.trim_start().len());
        let range = TextRange::new(start, start + text.trim().len());
        if !range.is_empty() {
            found.push(Location { passage: id, range });
        }
    };
    for piece in passage.pieces() {
        let breaks = matches!(piece.kind, PieceKind::Folded | PieceKind::Joined)
            && document.source.slice(piece.source).contains(['\n', '\r', '\u{2028}']);
        if breaks {
            add(from, piece.clean.start);
            from = piece.clean.end;
        }
    }
    add(from, passage.text().len());
    found
}

/// The sentences of a text. Stops inside addresses end none.
fn sentences(text: &str) -> Vec<TextRange> {
    let words = Words::of(text);
    let mut starts: Vec<usize> =
        (0..words.list.len()).filter(|&i| words.starts_sentence(i)).map(|i| words.list[i].start).collect();
    starts.push(text.len());
    starts.windows(2).map(|pair| TextRange::new(pair[0], pair[1])).collect()
}
