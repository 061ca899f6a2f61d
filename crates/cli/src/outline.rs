//! A document as a person reads it on the terminal: one line a block, its values inline.
//!
//! ```text
//!     1  # Ministers meet in Lima  [s1 body, level 1]
//!     3  The meeting took place on ⟦May 30 = 2023-05-30?⟧.
//!     5  2.4 area  Trade
//! ```
//!
//! In front stands the number of the line where the block begins. Deliberately not here: findings, which
//! [`crate::snippet`] shows at their places.

use std::io::{self, Write};

use rapporteur_model::{
    Amount, AmountKind, Block, Document, Entity, EntityId, Entry, Location, PassageId, Span, TextRange,
};

use crate::{lines::Lines, terminal::Paint};

/// A value read from a range of clean text.
struct Mark {
    range: TextRange,
    value: String,
}

struct Outline<'a, W> {
    out: &'a mut W,
    document: &'a Document,
    lines: &'a Lines<'a>,
    paint: Paint,
    /// The marks of each passage, by its index.
    marks: Vec<Vec<Mark>>,
}

/// Writes a document's outline and the lists of what was read.
///
/// # Errors
/// Where `out` cannot be written.
pub fn write(out: &mut impl Write, document: &Document, lines: &Lines<'_>, paint: Paint) -> io::Result<()> {
    let mut outline = Outline { out, document, lines, paint, marks: marks(document) };
    outline.head()?;
    outline.sections()?;
    outline.entities()?;
    outline.lists()
}

impl<W: Write> Outline<'_, W> {
    fn head(&mut self) -> io::Result<()> {
        let document = self.document;
        let source = &document.source;
        writeln!(self.out, "{}", self.paint.strong(&shown(&source.path)))?;
        let reading = &document.genre;
        let runner_up = reading.runner_up.map(|genre| format!(", else {genre}")).unwrap_or_default();
        let evidence = match reading.evidence.as_slice() {
            [] => String::new(),
            all => format!(": {}", shown(&all.join("; "))),
        };
        self.field("genre", &format!("{}{runner_up}{evidence}", reading.genre))?;
        let size = format!("{} bytes, {}, {}", source.bytes, source.encoding, document.language);
        self.field("source", &size)?;
        if let Some(title) = document.title {
            self.field("title", &shown(document.passage(title).text()))?;
        }
        if let Some(issued) = &document.issued {
            self.field("issued", &format!("{} ({})", issued.edtf, issued.basis))?;
        }
        if let Some(dateline) = &document.dateline {
            self.field("dateline", &shown(source.slice(dateline.span)))?;
        }
        if let Some(issuer) = &document.issuer {
            self.field("issuer", &self.named(issuer))?;
        }
        Ok(())
    }

    fn sections(&mut self) -> io::Result<()> {
        let document = self.document;
        for (index, section) in document.sections.iter().enumerate() {
            let about =
                format!("[{} {}, level {}]", Document::section_id(index), section.kind, section.level);
            let about = self.paint.faint(&about);
            writeln!(self.out)?;
            match &section.heading {
                Some(heading) => {
                    let number = heading.marker.as_ref().map(|marker| format!("{} ", shown(&marker.text)));
                    let sign = "#".repeat(usize::from(section.level.clamp(1, 6)));
                    let words = self.marked(heading.passage);
                    let words = format!("{sign} {}{words}", number.unwrap_or_default());
                    let words = self.paint.strong(&words);
                    self.line(document.heading_span(heading), &format!("{words}  {about}"))?;
                }
                None => writeln!(self.out, "       {about}")?,
            }
            for block in &section.blocks {
                self.block(block)?;
            }
        }
        Ok(())
    }

    fn block(&mut self, block: &Block) -> io::Result<()> {
        let document = self.document;
        match block {
            Block::Paragraph(passage) => {
                let words = self.marked(*passage);
                self.line(document.passage(*passage).whole_span(), &words)
            }
            Block::List(entries) => entries.iter().try_for_each(|entry| self.entry(entry, 1)),
            Block::Table(rows) => rows.iter().try_for_each(|row| {
                let cells: Vec<String> = row.cells.iter().map(|cell| self.marked(*cell)).collect();
                let place =
                    row.cells.first().map_or(Span::new(0, 0), |cell| document.passage(*cell).whole_span());
                let header = if row.header { "  (header)" } else { "" };
                self.line(place, &format!("| {} |{header}", cells.join(" | ")))
            }),
            Block::Item(index) => {
                let item = &document.items[*index];
                let place = document.block_spans(block).first().copied().unwrap_or(Span::new(0, 0));
                let words = self.marked(item.passage);
                let depth = "  ".repeat(usize::from(item.level.unwrap_or(1).saturating_sub(1)));
                let name = self.paint.strong(&shown(&item.reference));
                let kind = self.paint.faint(item.kind.as_str());
                self.line(place, &format!("{depth}{name} {kind}  {words}"))
            }
        }
    }

    fn entry(&mut self, entry: &Entry, depth: usize) -> io::Result<()> {
        let marker = entry.marker.as_ref().map_or("-", |marker| marker.text.as_str());
        let place = self.document.passage(entry.passage).whole_span();
        let words = self.marked(entry.passage);
        self.line(place, &format!("{}{} {words}", "  ".repeat(depth), shown(marker)))?;
        entry.entries.iter().try_for_each(|entry| self.entry(entry, depth + 1))
    }

    fn entities(&mut self) -> io::Result<()> {
        let document = self.document;
        let rows = document.entities.iter().map(|entity| {
            let roles = entity.roles.iter().map(|role| {
                let of = role.of.as_ref().map(|of| format!(" of {of}")).unwrap_or_default();
                format!("; {}{of}", role.title)
            });
            let count = entity.mentions.len();
            let mentions = format!("{count} mention{}", if count == 1 { "" } else { "s" });
            format!("{}: {} ({mentions}{})", entity.id, all_names(entity), roles.collect::<String>())
        });
        let rows: Vec<String> = rows.collect();
        self.list("entities", &rows)
    }

    fn lists(&mut self) -> io::Result<()> {
        let document = self.document;
        let by = |id: &Option<EntityId>| id.as_ref().map(|id| format!(" = {id}")).unwrap_or_default();
        let acronyms = document.acronyms.iter().map(|acronym| {
            self.at(acronym.at, &format!("{}: {}{}", acronym.short, acronym.long, by(&acronym.entity)))
        });
        let acronyms: Vec<String> = acronyms.collect();
        let quotes = document.quotes.iter().filter_map(|quote| {
            let speaker = quote
                .speaker
                .as_ref()
                .map(|speaker| format!(" — {}{}", document.text(speaker.at), by(&speaker.entity)));
            let words = format!("{}: “{}”{}", quote.kind, quote.text, speaker.unwrap_or_default());
            quote.at.first().map(|at| self.at(*at, &words))
        });
        let quotes: Vec<String> = quotes.collect();
        let funding = document.funding.iter().map(|line| {
            let amount = document.amounts.iter().find(|amount| amount.id == line.amount).map(value);
            let part = line.part_of.map(|total| format!(" (part of {total})")).unwrap_or_default();
            let title = line.title.as_deref().unwrap_or("-");
            self.at(line.at, &format!("{}: {title} = {}{part}", line.id, amount.unwrap_or_default()))
        });
        let funding: Vec<String> = funding.collect();
        let contacts = document.contacts.iter().map(|contact| {
            let fields = [&contact.name, &contact.organization, &contact.email, &contact.phone, &contact.url];
            let mut words: Vec<&str> = fields.into_iter().flatten().map(String::as_str).collect();
            words.extend(contact.handles.iter().map(String::as_str));
            format!("{:>5}  {}", self.lines.number(contact.span.start), words.join(", "))
        });
        let contacts: Vec<String> = contacts.collect();
        let references =
            document.references.iter().map(|reference| self.at(reference.at, document.text(reference.at)));
        let references: Vec<String> = references.collect();
        self.list("acronyms", &acronyms)?;
        self.list("quotations", &quotes)?;
        self.list("funding", &funding)?;
        self.list("contacts", &contacts)?;
        self.list("references", &references)
    }

    fn field(&mut self, name: &str, value: &str) -> io::Result<()> {
        writeln!(self.out, "{} {value}", self.paint.faint(&format!("{name:8}")))
    }

    fn line(&mut self, place: Span, words: &str) -> io::Result<()> {
        let number = format!("{:>5}", self.lines.number(place.start));
        writeln!(self.out, "{}  {words}", self.paint.faint(&number))
    }

    fn list(&mut self, name: &str, rows: &[String]) -> io::Result<()> {
        if rows.is_empty() {
            return Ok(());
        }
        writeln!(self.out, "\n{}", self.paint.strong(name))?;
        rows.iter().try_for_each(|row| writeln!(self.out, "{}", shown(row)))
    }

    /// A row of a list with the line in which it stands.
    fn at(&self, at: Location, words: &str) -> String {
        format!("{:>5}  {words}", self.lines.number(self.document.span(at).start))
    }

    fn named(&self, id: &EntityId) -> String {
        self.document
            .entity(id)
            .map_or_else(|| id.to_string(), |entity| format!("{} = {id}", shown(&entity.name)))
    }

    /// The words of a passage with its values inline.
    fn marked(&self, passage: PassageId) -> String {
        let text = self.document.passage(passage).text();
        let Some(marks) = self.marks.get(passage.0) else { return shown(text) };
        let (mut out, mut reached) = (String::new(), 0);
        let mut open: Vec<&Mark> = Vec::new();
        let close = |out: &mut String, reached: &mut usize, mark: &Mark| {
            out.push_str(&shown(text.get(*reached..mark.range.end).unwrap_or_default()));
            out.push_str(&self.paint.value(&format!(" = {}⟧", shown(&mark.value))));
            *reached = mark.range.end;
        };
        for mark in marks {
            while let Some(done) = open.pop_if(|outer| outer.range.end <= mark.range.start) {
                close(&mut out, &mut reached, done);
            }
            // Of two that cross, the first is shown.
            if open.last().is_some_and(|outer| outer.range.end < mark.range.end) {
                continue;
            }
            out.push_str(&shown(text.get(reached..mark.range.start).unwrap_or_default()));
            out.push_str(&self.paint.value("⟦"));
            reached = mark.range.start;
            open.push(mark);
        }
        while let Some(done) = open.pop() {
            close(&mut out, &mut reached, done);
        }
        out.push_str(&shown(text.get(reached..).unwrap_or_default()));
        out
    }
}

/// The values of each passage, the outer ones first.
fn marks(document: &Document) -> Vec<Vec<Mark>> {
    let mut marks: Vec<Vec<Mark>> = document.passages.iter().map(|_| Vec::new()).collect();
    let mut add = |at: Location, value: String| {
        if let Some(found) = marks.get_mut(at.passage.0) {
            found.push(Mark { range: at.range, value });
        }
    };
    for date in &document.dates {
        let modifier = date.modifier.map(|modifier| format!(" ({modifier})")).unwrap_or_default();
        add(date.at, format!("{}{modifier}", date.edtf.as_deref().unwrap_or("-")));
    }
    for amount in &document.amounts {
        add(amount.at, value(amount));
    }
    for entity in &document.entities {
        for mention in &entity.mentions {
            add(mention.at, entity.id.to_string());
        }
    }
    for found in &mut marks {
        found.sort_by_key(|mark| (mark.range.start, std::cmp::Reverse(mark.range.end)));
    }
    marks
}

/// An amount's value: `approx 14000000 CAD`, `3.5 %`, `12-15 containers`.
fn value(amount: &Amount) -> String {
    let qualifier = amount.qualifier.map(|qualifier| format!("{qualifier} ")).unwrap_or_default();
    let most = amount.value_max.map(|most| format!("-{most}")).unwrap_or_default();
    let unit = match amount.kind {
        AmountKind::Money => amount.currency.as_deref().unwrap_or("?"),
        AmountKind::Percent => "%",
        AmountKind::Count => amount.unit.as_deref().unwrap_or_default(),
    };
    format!("{qualifier}{}{most} {unit}", amount.value).trim_end().to_owned()
}

/// An entity's name, and in brackets the others that it goes by.
fn all_names(entity: &Entity) -> String {
    let mut others: Vec<&str> = Vec::new();
    for name in entity.acronym.iter().chain(&entity.aliases).map(String::as_str) {
        if name != entity.name && !others.contains(&name) {
            others.push(name);
        }
    }
    let others = if others.is_empty() { String::new() } else { format!(" [{}]", others.join(", ")) };
    format!("{}{others}", entity.name)
}

/// Words that are safe on a terminal: control characters, with which a document could steer it, become pictures, and
/// so do those that turn the direction of the words around them.
pub fn shown(words: &str) -> String {
    let picture = |sign: char| match u32::from(sign) {
        code @ 0..0x20 => char::from_u32(0x2400 + code).unwrap_or('\u{FFFD}'),
        0x7F..0xA0 | 0x202A..=0x202E | 0x2066..=0x2069 | 0x200E | 0x200F | 0x061C => '\u{FFFD}',
        _ => sign,
    };
    words.chars().map(picture).collect()
}

#[cfg(test)]
mod tests {
    use rapporteur_model::{
        Basis, Date, DateId, DateKind, DateRole, EntityKind, Mention, MentionBy, PassageBuilder, PassageRole,
        Section, SectionKind, Source,
    };

    use super::*;

    /// One paragraph after an empty line, the date and the name in it marked by their words.
    fn document(text: &str, date: &str, name: &str) -> Document {
        let source = Source {
            path: "x.txt".to_owned(),
            text: format!("\n{text}"),
            sha256: String::new(),
            bytes: text.len() + 1,
            encoding: "utf-8".to_owned(),
            media_type: "text/plain",
            replaced: Vec::new(),
        };
        let mut document = Document::new(source);
        let mut builder = PassageBuilder::new();
        builder.verbatim(text, Span::new(1, text.len() + 1));
        document.passages.push(builder.build(PassageRole::Paragraph, 0, None));
        let blocks = vec![Block::Paragraph(PassageId(0))];
        document.sections.push(Section {
            kind: SectionKind::Body,
            level: 1,
            heading: None,
            parent: None,
            blocks,
        });
        let at = |words: &str| {
            let start = text.find(words).unwrap();
            Location { passage: PassageId(0), range: TextRange::new(start, start + words.len()) }
        };
        document.dates.push(Date {
            id: DateId(1),
            at: at(date),
            edtf: Some("2031".to_owned()),
            bounds: (None, None),
            kind: DateKind::Date,
            modifier: None,
            basis: Basis::Explicit,
            anchor: None,
            role: DateRole::InName,
        });
        document.entities.push(Entity::new(
            EntityId("event:forum".to_owned()),
            EntityKind::Event,
            name.to_owned(),
            vec![Mention { at: at(name), by: MentionBy::Name }],
        ));
        document
    }

    fn paragraph(text: &str, date: &str, name: &str) -> String {
        let document = document(text, date, name);
        let mut out = Vec::new();
        write(&mut out, &document, &Lines::new(&document.source.text), Paint { on: false }).unwrap();
        let out = String::from_utf8(out).unwrap();
        out.lines().find(|line| line.starts_with("    2")).unwrap().to_owned()
    }

    #[test]
    fn values_nest_and_crossing_ones_give_way() {
        assert_eq!(
            paragraph("At the Reef Forum 2031 in Suva", "2031", "Reef Forum 2031"),
            "    2  At the ⟦Reef Forum ⟦2031 = 2031⟧ = event:forum⟧ in Suva"
        );
        assert_eq!(
            paragraph("In 2031 the Reef Forum met", "2031", "Reef Forum"),
            "    2  In ⟦2031 = 2031⟧ the ⟦Reef Forum = event:forum⟧ met"
        );
        assert_eq!(
            paragraph("The Reef Forum 2031 meets", "2031 meets", "Reef Forum 2031"),
            "    2  The ⟦Reef Forum 2031 = event:forum⟧ meets"
        );
    }

    #[test]
    fn a_document_cannot_steer_the_terminal() {
        assert_eq!(shown("a\x1b[31mb\x07\u{9b}2J\tc\u{a0}d"), "a␛[31mb␇\u{FFFD}2J␉c\u{a0}d");
    }
}
