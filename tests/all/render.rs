//! A document as lines that a reviewer compares at a glance: structure first, then values in their places.
//!
//! ```text
//! genre work_plan, else plan_overview
//! title Plan on Reefs
//!   12  ## [s2 plan] A. Safe Water
//!   14     A.1.1 area: Rural supply
//!   15       A.1.1.1 action: Repair pumps and tanks in Guyana and … ⟦May 2020 = 2020-05⟧
//! ```
//!
//! In front stands the line of the source. A passage is cut after some words; what was read from the rest of it stands
//! behind the cut. Deliberately not here: names inline, which would hide the structure; they are listed at the end.

use std::fmt::Write as _;

use rapporteur::lines::Lines;
use rapporteur_model::{
    Amount, AmountKind, Block, Date, Document, Entity, Entry, Location, PassageId, Quote, Span,
};

/// Words of a passage that are shown.
const WORDS: usize = 9;

/// The outline of a document, its values, names and findings.
pub fn outline(document: &Document) -> String {
    let mut shown = Outline { document, lines: Lines::new(&document.source.text), text: String::new() };
    shown.head();
    shown.sections();
    shown.names();
    shown.lists();
    shown.findings();
    shown.text
}

struct Outline<'a> {
    document: &'a Document,
    lines: Lines<'a>,
    text: String,
}

impl Outline<'_> {
    fn head(&mut self) {
        let document = self.document;
        let runner_up = document.genre.runner_up.map(|genre| format!(", else {genre}")).unwrap_or_default();
        self.row(&format!("genre {}{runner_up}; {}", document.genre.genre, document.language));
        let title = document.title.map_or("none", |title| document.passage(title).text());
        self.row(&format!("title {title}"));
        let issued = document.issued.as_ref();
        let issued = issued.map_or("none".to_owned(), |issued| format!("{} ({})", issued.edtf, issued.basis));
        self.row(&format!("issued {issued}"));
        if let Some(dateline) = &document.dateline {
            let place = dateline.place.as_deref().unwrap_or("no place");
            self.row(&format!("dateline {place}: {}", document.source.slice(dateline.span)));
        }
        if let Some(issuer) = &document.issuer {
            self.row(&format!("issuer {issuer}"));
        }
        self.row("");
    }

    fn sections(&mut self) {
        let document = self.document;
        for (index, section) in document.sections.iter().enumerate() {
            let sign = "#".repeat(usize::from(section.level));
            let parent = section.parent.map(|parent| format!(" in {}", Document::section_id(parent)));
            let about =
                format!("[{} {}{}]", Document::section_id(index), section.kind, parent.unwrap_or_default());
            match &section.heading {
                Some(heading) => {
                    let number = heading.marker.as_ref().map(|marker| format!("{} ", marker.text));
                    let words = self.words(heading.passage);
                    let words = format!("{sign} {about} {}{words}", number.unwrap_or_default());
                    self.line(document.heading_span(heading), &words);
                }
                None => self.row(&format!("      {sign} {about}")),
            }
            section.blocks.iter().for_each(|block| self.block(block));
        }
        self.row("");
    }

    fn block(&mut self, block: &Block) {
        let document = self.document;
        match block {
            Block::Paragraph(passage) => self.passage(*passage, "   paragraph: "),
            Block::List(entries) => entries.iter().for_each(|entry| self.entry(entry, 2)),
            Block::Table(rows) => {
                for cells in rows.iter().map(|row| &row.cells) {
                    let words: Vec<String> = cells.iter().map(|cell| self.words(*cell)).collect();
                    let place = cells.first().map(|cell| document.passage(*cell).whole_span());
                    let place = place.unwrap_or(Span::new(0, 0));
                    self.line(place, &format!("   row: {}", words.join(" | ")));
                }
            }
            Block::Item(index) => {
                let item = &document.items[*index];
                let place = document.block_spans(block).first().copied().unwrap_or(Span::new(0, 0));
                let indent = "  ".repeat(usize::from(item.level.unwrap_or(1)));
                let parent = item.parent.map(|parent| document.items[parent].reference.as_str());
                // A parent is told by the reference alone, unless it is not.
                let parent = parent.filter(|parent| item.reference.strip_prefix(parent).is_none());
                let parent = parent.map(|parent| format!(" under {parent}")).unwrap_or_default();
                let words = self.words(item.passage);
                self.line(place, &format!(" {indent}{} {}{parent}: {words}", item.reference, item.kind));
            }
        }
    }

    fn entry(&mut self, entry: &Entry, depth: usize) {
        let marker = entry.marker.as_ref().map_or("(no marker)", |marker| marker.text.as_str());
        self.passage(entry.passage, &format!("{}entry {marker} ", "  ".repeat(depth)));
        entry.entries.iter().for_each(|entry| self.entry(entry, depth + 1));
    }

    fn names(&mut self) {
        for entity in &self.document.entities {
            let (first, uses) = (entity.mentions.first(), entity.mentions.len());
            let place = first.map_or(Span::new(0, 0), |mention| self.document.span(mention.at));
            let words = format!("{} {}{} ×{uses}", entity.kind, entity.id, about(entity));
            self.line(place, &words);
        }
    }

    fn lists(&mut self) {
        let document = self.document;
        for acronym in &document.acronyms {
            self.at(acronym.at, &format!("acronym {} = {}", acronym.short, acronym.long));
        }
        for quote in &document.quotes {
            let place = quote.at.first().map_or(Span::new(0, 0), |at| document.span(*at));
            self.line(place, &format!("quote, {}", said(quote)));
        }
        for funding in &document.funding {
            let amount = document.amounts.iter().find(|amount| amount.id == funding.amount);
            let amount = amount.map(value).unwrap_or_default();
            let part = funding.part_of.map(|total| format!(", part of {total}")).unwrap_or_default();
            let title = funding.title.as_deref().unwrap_or("-");
            self.at(funding.at, &format!("funding {}: {title} = {amount}{part}", funding.id));
        }
        for contact in &document.contacts {
            let known = [&contact.name, &contact.organization, &contact.email, &contact.phone, &contact.url];
            let mut words: Vec<&str> = known.into_iter().flatten().map(String::as_str).collect();
            words.extend(contact.handles.iter().map(String::as_str));
            self.line(contact.span, &format!("contact {}", words.join(" | ")));
        }
        for reference in &document.references {
            let words = cut(document.text(reference.at));
            self.at(reference.at, &format!("reference {words}"));
        }
    }

    fn findings(&mut self) {
        for found in &self.document.diagnostics {
            let about = found.record.as_ref().map(|record| format!(" of {record}")).unwrap_or_default();
            let words = format!("{} {}{about}: {}", found.severity, found.code, found.message);
            match found.span {
                Some(span) => self.line(span, &words),
                None => self.row(&format!("      {words}")),
            }
        }
    }

    fn passage(&mut self, passage: PassageId, before: &str) {
        let words = self.words(passage);
        self.line(self.document.passage(passage).whole_span(), &format!("{before}{words}"));
    }

    /// The first words of a passage, then the values in it.
    fn words(&self, passage: PassageId) -> String {
        let document = self.document;
        let mut words = cut(document.passage(passage).text());
        let dates = document.dates.iter().filter(|date| date.at.passage == passage);
        let amounts = document.amounts.iter().filter(|amount| amount.at.passage == passage);
        let mut values: Vec<(Location, String)> = dates.map(|date| (date.at, dated(date))).collect();
        values.extend(amounts.map(|amount| (amount.at, value(amount))));
        values.sort();
        for (at, value) in values {
            let _ = write!(words, " ⟦{} = {value}⟧", document.text(at));
        }
        words
    }

    fn at(&mut self, at: Location, words: &str) {
        self.line(self.document.span(at), words);
    }

    fn line(&mut self, place: Span, words: &str) {
        let number = self.lines.number(place.start);
        self.row(&format!("{number:>4}  {words}"));
    }

    fn row(&mut self, words: &str) {
        // What a terminal or a diff would not show is written as its code.
        for sign in words.trim_end().chars() {
            match sign {
                '\u{a0}' | '\u{200b}'..='\u{200f}' | '\u{ad}' | '\u{feff}' => {
                    let _ = write!(self.text, "<U+{:04X}>", u32::from(sign));
                }
                _ if sign.is_control() => {
                    let _ = write!(self.text, "<U+{:04X}>", u32::from(sign));
                }
                _ => self.text.push(sign),
            }
        }
        self.text.push('\n');
    }
}

/// What is known of a name beyond its key: `(WTO; Minister of Trade of country:ke)`.
fn about(entity: &Entity) -> String {
    let mut about: Vec<String> = vec![entity.name.clone()];
    about.extend(entity.acronym.clone().filter(|acronym| *acronym != entity.name));
    about.extend(entity.aliases.iter().filter(|alias| **alias != entity.name).cloned());
    about.dedup();
    about.extend(entity.roles.iter().map(|role| {
        let of = role.of.as_ref().map(|of| format!(" of {of}")).unwrap_or_default();
        format!("{}{of}", role.title)
    }));
    format!(" ({})", about.join("; "))
}

/// `2020-05 (by) deadline`.
fn dated(date: &Date) -> String {
    let modifier = date.modifier.map(|modifier| format!(" ({modifier})")).unwrap_or_default();
    format!("{}{modifier} {}", date.edtf.as_deref().unwrap_or("none"), date.role)
}

/// `over 14000000 CAD`, `3.5 %`, `12..15 boats`.
fn value(amount: &Amount) -> String {
    let qualifier = amount.qualifier.map(|qualifier| format!("{qualifier} ")).unwrap_or_default();
    let most = amount.value_max.map(|most| format!("..{most}")).unwrap_or_default();
    let unit = match amount.kind {
        AmountKind::Money => amount.currency.as_deref().unwrap_or("of no currency"),
        AmountKind::Percent => "%",
        AmountKind::Count => amount.unit.as_deref().unwrap_or("of no unit"),
    };
    format!("{qualifier}{}{most} {unit}", amount.value)
}

/// `direct, person:ann-li said: “We …”`.
fn said(quote: &Quote) -> String {
    let speaker = quote.speaker.as_ref().map(|speaker| match &speaker.entity {
        Some(id) => id.to_string(),
        None => "someone".to_owned(),
    });
    let cue = quote.cue.as_ref().map(|cue| format!(" {}", cue.text)).unwrap_or_default();
    format!("{}, {}{cue}: {}", quote.kind, speaker.as_deref().unwrap_or("no speaker"), cut(&quote.text))
}

/// The first words of a text.
fn cut(text: &str) -> String {
    let mut words = text.split(' ');
    let first: Vec<&str> = words.by_ref().take(WORDS).collect();
    match words.next() {
        Some(_) => format!("{} …", first.join(" ")),
        None => text.to_owned(),
    }
}
