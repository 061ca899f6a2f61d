//! Bytes to a document with its outline.
//!
//! [`decode`] makes text of bytes; [`parse`] makes lines of the text, units of the lines, finds the genre, and lets
//! its reader compose sections, blocks and provisions. Every non-blank character ends up in a heading, a block, a
//! number or under a finding of debris; nothing here knows money, countries, the calendar or any output.

mod columns;
mod compound;
mod contents;
pub mod decode;
mod facts;
mod findings;
mod footnote;
mod furniture;
mod grammar;
mod header;
mod join;
mod language;
mod layout;
mod lines;
mod outline;
mod parts;
pub mod reader;
mod repair;
mod running;
mod token;
mod unit;
mod words;

pub use decode::decode;
pub use reader::READERS;

use rapporteur_model::{Code, Diagnostic, Document, Genre, Severity, Source, Span};

/// The document with its outline. Never fails: odd text is a diagnostic.
pub fn parse(source: Source) -> Document {
    let text = source.text.as_str();
    let mut lines = lines::lines(text);
    let layout = layout::layout(text, &mut lines);
    let mut units = unit::units(text, &lines, layout);
    outline::heading::settle_run_in(text, &mut units);
    let (reader, genre) = reader::detect(text, &units, layout);
    let mut document = Document::new(Source::default());
    document.genre = genre;
    language::language(text).clone_into(&mut document.language);
    let title = reader::settle_title(text, &mut units, reader.policy);
    reader::compose(&source, &units, layout, reader.policy, title).finish(&mut document);
    if document.genre.genre == Genre::Other {
        let first = lines.first().map_or(Span::new(0, 0), |line| line.span);
        let message = "no genre could be told; the outline was read by form alone";
        let found = Diagnostic::new(Code::UnknownGenre, Severity::Info, first, message);
        document.diagnostics.push(Diagnostic { span: (!first.is_empty()).then_some(first), ..found });
    }
    for span in &source.replaced {
        let message = format!("bytes that are no {} text were replaced", source.encoding);
        document.diagnostics.push(Diagnostic::new(Code::DecodingReplaced, Severity::Warning, *span, message));
    }
    document.source = source;
    header::mark(&mut document);
    parts::find(&mut document);
    findings::find(&mut document);
    document
}
