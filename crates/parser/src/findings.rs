//! Findings about the finished outline: lists that were announced and lost, empty sections, passages that stand
//! twice.

use std::collections::BTreeMap;

use rapporteur_model::{Block, Code, Diagnostic, Document, PassageId, SectionKind, Severity, TextRange};

use crate::repair::excerpt;

/// Shortest passage, in bytes, whose repetition is worth a word.
const REPEATED: usize = 60;

/// Appends the findings.
pub fn find(document: &mut Document) {
    let mut found = Vec::new();
    lists_missing(document, &mut found);
    sections_empty(document, &mut found);
    repeated(document, &mut found);
    document.diagnostics.append(&mut found);
}

/// Paragraphs that announce a list with a colon where none follows.
fn lists_missing(document: &Document, found: &mut Vec<Diagnostic>) {
    for (index, section) in document.sections.iter().enumerate() {
        for (at, block) in section.blocks.iter().enumerate() {
            let Block::Paragraph(id) = block else { continue };
            if section.kind == SectionKind::Contact || !announces(document.passage(*id).text()) {
                continue;
            }
            let follows = match section.blocks.get(at + 1) {
                Some(Block::Paragraph(next)) => {
                    let next = document.passage(*next).text();
                    is_quotation(next) || is_listed(next)
                }
                Some(_) => true,
                None => {
                    opens_with_list(document, index + 1)
                        || tells_parts(document.passage(*id).text()) && is_parted(document, index)
                }
            };
            if !follows {
                found.push(missing(document, *id));
            }
        }
    }
}

/// Does the section begin with a list, or with sub-sections that do?
fn opens_with_list(document: &Document, section: usize) -> bool {
    document.sections.get(section).is_some_and(|section| {
        matches!(section.blocks.first(), Some(Block::List(_) | Block::Item(_) | Block::Table(_)))
    })
}

/// Does the last sentence announce parts of its own rather than a list: "as follows:", "has three parts, …:"?
fn tells_parts(text: &str) -> bool {
    const COUNTS: [&str; 9] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let sentence = text.rsplit(['.', '!', '?']).next().unwrap_or(text).to_lowercase();
    let mut words = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    sentence.trim_end_matches(':').trim_end().ends_with("as follows")
        || words.any(|word| COUNTS.contains(&word))
}

/// Do headed sections with words of their own, two or more on one level, follow a section?
fn is_parted(document: &Document, section: usize) -> bool {
    let Some(next) = document.sections.get(section + 1) else { return false };
    let usual = |kind: SectionKind| {
        matches!(
            kind,
            SectionKind::Boilerplate | SectionKind::Contact | SectionKind::Notes | SectionKind::QuickFacts
        )
    };
    document.sections[section + 1..]
        .iter()
        .take_while(|part| part.level >= next.level && part.heading.is_some() && !usual(part.kind))
        .filter(|part| part.level == next.level)
        .nth(1)
        .is_some()
}

/// Does a text end with a colon that announces a list?
fn announces(text: &str) -> bool {
    let Some(clause) = text.strip_suffix(':') else { return false };
    let sentence = clause.rsplit(['.', '!', '?']).next().unwrap_or(clause);
    let lower = sentence.to_lowercase();
    let last = lower.rsplit(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty()).unwrap_or_default();
    // A verb of saying announces words, not a list.
    let says = ["said", "says", "stated", "added", "wrote", "told", "declared", "contact", "statement"];
    sentence.split_whitespace().count() >= 3 && !says.contains(&last)
}

/// Is a paragraph an entry of a list by its form: a short line without a stop, or a clause in lower case?
fn is_listed(text: &str) -> bool {
    text.starts_with(char::is_lowercase) || text.len() <= 120 && !text.ends_with(['.', ':', '!', '?'])
}

fn is_quotation(text: &str) -> bool {
    text.starts_with(['“', '"', '«', '‘'])
}

/// The finding, on the last sentence of the passage.
fn missing(document: &Document, id: PassageId) -> Diagnostic {
    let passage = document.passage(id);
    let text = passage.text();
    let start = text.rmatch_indices(". ").map(|(at, _)| at + 2).next().unwrap_or(0);
    let span = passage.span(TextRange::new(start, text.len()));
    let message = format!("“{}” announces a list and none follows", excerpt(&text[start..]));
    Diagnostic::new(Code::ListMissing, Severity::Warning, span, message)
}

/// Headings with nothing under them.
fn sections_empty(document: &Document, found: &mut Vec<Diagnostic>) {
    for (index, section) in document.sections.iter().enumerate() {
        let Some(heading) = &section.heading else { continue };
        let has_parts = document.sections.get(index + 1).is_some_and(|next| next.level > section.level);
        // A framework is a provision itself; what stands below it are provisions too.
        if section.blocks.is_empty() && !has_parts && document.title != Some(heading.passage) {
            let message = format!("nothing stands under “{}”", excerpt(&document.heading_text(heading)));
            let span = document.heading_span(heading);
            let id = Document::section_id(index);
            found.push(Diagnostic::new(Code::SectionEmpty, Severity::Info, span, message).about(id));
        }
    }
}

/// Byte offsets at which the lines of a text begin; lines end with LF, CR LF or a lone CR.
fn line_starts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let ends = (0..bytes.len())
        .filter(|at| bytes[*at] == b'\n' || bytes[*at] == b'\r' && bytes.get(at + 1) != Some(&b'\n'));
    std::iter::once(0).chain(ends.map(|at| at + 1)).collect()
}

/// Passages that stand twice, word for word.
fn repeated(document: &Document, found: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    let starts = line_starts(&document.source.text);
    for (index, passage) in
        document.passages.iter().enumerate().filter(|(_, passage)| passage.text().len() >= REPEATED)
    {
        if let Some(before) = first.insert(passage.text(), index) {
            first.insert(passage.text(), before);
            let place = document.passages[before].whole_span().start;
            let line = starts.partition_point(|start| *start <= place);
            let message = format!("“{}” stands word for word in line {line} too", excerpt(passage.text()));
            found.push(Diagnostic::new(Code::RepeatedPassage, Severity::Info, passage.whole_span(), message));
        }
    }
}
