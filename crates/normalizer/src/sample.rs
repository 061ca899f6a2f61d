//! Small documents for the tests of the finders, built without the parser.
//!
//! Paragraphs are parted by blank lines; a paragraph that begins with `# ` is a heading (of a new section),
//! one that begins with `- ` an entry of a list. White space inside a paragraph is folded.

use rapporteur_model::{
    Block, Document, Entry, Heading, Marker, PassageBuilder, PassageId, PassageRole, Section, SectionKind,
    Source, Span,
};

/// The document of such a text.
pub fn document(text: &str) -> Document {
    let mut document = Document::new(Source {
        path: "sample".to_owned(),
        text: text.to_owned(),
        sha256: "0".repeat(64),
        bytes: text.len(),
        encoding: "utf-8".to_owned(),
        media_type: "text/plain",
        replaced: Vec::new(),
    });
    document.sections.push(section(None));
    let mut start = 0;
    for paragraph in text.split("\n\n") {
        let at = start;
        start += paragraph.len() + 2;
        if paragraph.trim().is_empty() {
            continue;
        }
        let (prefix, role) = match paragraph {
            p if p.starts_with("# ") => (2, PassageRole::Heading),
            p if p.starts_with("- ") => (2, PassageRole::Entry),
            _ => (0, PassageRole::Paragraph),
        };
        let id = PassageId(document.passages.len());
        let marker = |text: &str| Marker { text: text.to_owned(), span: Span::new(at, at + 1) };
        match role {
            PassageRole::Heading => {
                document.sections.push(section(Some(Heading { passage: id, marker: Some(marker("#")) })));
            }
            PassageRole::Entry => {
                let entry = Entry { marker: Some(marker("-")), passage: id, entries: Vec::new() };
                let blocks = &mut last(&mut document).blocks;
                match blocks.last_mut() {
                    Some(Block::List(entries)) => entries.push(entry),
                    _ => blocks.push(Block::List(vec![entry])),
                }
            }
            _ => last(&mut document).blocks.push(Block::Paragraph(id)),
        }
        let passage = fold(&paragraph[prefix..], at + prefix).build(role, document.sections.len() - 1, None);
        document.passages.push(passage);
    }
    document
}

fn section(heading: Option<Heading>) -> Section {
    Section { kind: SectionKind::Body, level: 1, heading, parent: None, blocks: Vec::new() }
}

fn last(document: &mut Document) -> &mut Section {
    document.sections.last_mut().expect("a document has a section")
}

fn fold(text: &str, base: usize) -> PassageBuilder {
    let mut builder = PassageBuilder::new();
    let mut rest = text.trim_end();
    let mut at = base;
    while !rest.is_empty() {
        let white = rest.len() - rest.trim_start().len();
        if white > 0 {
            builder.folded(Span::new(at, at + white));
        }
        let word = rest[white..].find(char::is_whitespace).unwrap_or(rest.len() - white);
        builder.verbatim(&rest[white..white + word], Span::new(at + white, at + white + word));
        at += white + word;
        rest = &rest[white + word..];
    }
    builder
}

/// A marked sentence without its marks: `on ⟦May 30 = XXXX-05-30⟧ in` is `on May 30 in`.
pub fn unmarked(row: &str) -> String {
    let plain = |(at, part): (usize, &str)| match part.split_once('⟧') {
        Some((mark, rest)) if at > 0 => {
            mark.rsplit_once(" = ").map_or(mark, |(words, _)| words).to_owned() + rest
        }
        _ => part.to_owned(),
    };
    row.split('⟦').enumerate().map(plain).collect()
}
