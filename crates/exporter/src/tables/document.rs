//! The rows of the document itself, and of what was found wrong in it.

use rapporteur_model::{Basis, Code, Genre, Severity};

use super::declare::table;
use super::{Rows, offset, ordinal};
use crate::record::{DocumentRecord, Named, SpanRecord, Text};

table! {
    /// A source document, with its text.
    documents: DocumentRow<'a>;
    key [id];
    refers [id, issued_date] to dates [document_id, id];
    refers [id, dateline_date] to dates [document_id, id];
    refers [id, issuer] to entities [document_id, id];
    index [path];
    index [genre];
    index [language];
    index [issued];
    {
        /// The same as `id`, so that every table can be joined by `USING (document_id)`.
        document_id: Text<'a>,
        /// Stable id, derived from the source bytes alone.
        id: Text<'a>,
        /// The path or label under which it was given.
        path: Text<'a>,
        /// SHA-256 of the bytes as read, in lower-case hexadecimal digits.
        sha256: Text<'a>,
        /// Number of bytes as read.
        bytes: i64,
        /// Number of Unicode code points of the text.
        chars: i64,
        /// Name of the encoding in the WHATWG Encoding Standard, lower case.
        encoding: Text<'a>,
        /// Media type.
        media_type: Text<'a>,
        /// What kind of paper it is.
        genre: Named<Genre>,
        /// The next best genre.
        genre_runner_up: Option<Named<Genre>>,
        /// Language of the main text, BCP 47.
        language: Text<'a>,
        /// The document's own title.
        title: Option<Text<'a>>,
        /// First code point of the title.
        title_start: Option<i64>,
        /// One past its last code point.
        title_end: Option<i64>,
        /// When it was issued, EDTF level 1.
        issued: Option<Text<'a>>,
        /// How the date of issue was found.
        issued_basis: Option<Named<Basis>>,
        /// The date that says when it was issued.
        issued_date: Option<Text<'a>>,
        /// The place of the dateline, as printed.
        dateline_place: Option<Text<'a>>,
        /// The date of the dateline.
        dateline_date: Option<Text<'a>>,
        /// First code point of the dateline.
        dateline_start: Option<i64>,
        /// One past its last code point.
        dateline_end: Option<i64>,
        /// The body that issued it.
        issuer: Option<Text<'a>>,
        /// The decoded source text. Every `start` and `end` counts its Unicode code points from 0.
        text: Text<'a>,
        /// 0.
        start: i64,
        /// Number of code points of the text.
        end: i64,
    }
}

table! {
    /// Something that was repaired or could not be explained.
    diagnostics: DiagnosticRow<'a>;
    key [document_id, ordinal];
    refers [document_id] to documents [id];
    index [code];
    {
        /// The document.
        document_id: Text<'a>,
        /// Its place in the list, from 1.
        ordinal: i64,
        /// What was found.
        code: Named<Code>,
        /// How grave it is.
        severity: Named<Severity>,
        /// A sentence for a person, with what stood there.
        message: Text<'a>,
        /// The ref or id of the record that it speaks of.
        record: Option<Text<'a>>,
        /// First code point.
        start: Option<i64>,
        /// One past the last code point.
        end: Option<i64>,
    }
}

pub(super) fn fill<'a>(tables: &mut Rows<'_>, record: &DocumentRecord<'a>, text: &'a str) {
    let (title, issued, line) = (&record.title, &record.issued, &record.dateline);
    let start = |span: SpanRecord| offset(span.start);
    let end = |span: SpanRecord| offset(span.end);
    tables.push(&DocumentRow {
        document_id: record.id.clone(),
        id: record.id.clone(),
        path: record.source.path.clone(),
        sha256: record.source.sha256.clone(),
        bytes: offset(record.source.bytes),
        chars: offset(record.source.chars),
        encoding: record.source.encoding.clone(),
        media_type: record.source.media_type.clone(),
        genre: record.genre,
        genre_runner_up: record.genre_runner_up,
        language: record.language.clone(),
        title: title.as_ref().map(|title| title.text.clone()),
        title_start: title.as_ref().map(|title| start(title.span)),
        title_end: title.as_ref().map(|title| end(title.span)),
        issued: issued.as_ref().map(|issued| issued.edtf.clone()),
        issued_basis: issued.as_ref().map(|issued| issued.basis),
        issued_date: issued.as_ref().and_then(|issued| issued.date.clone()),
        dateline_place: line.as_ref().and_then(|line| line.place.clone()),
        dateline_date: line.as_ref().and_then(|line| line.date.clone()),
        dateline_start: line.as_ref().map(|line| start(line.span)),
        dateline_end: line.as_ref().map(|line| end(line.span)),
        issuer: record.issuer.clone(),
        text: text.into(),
        start: 0,
        end: offset(record.source.chars),
    });
    for (index, found) in record.diagnostics.iter().enumerate() {
        tables.push(&DiagnosticRow {
            document_id: record.id.clone(),
            ordinal: ordinal(index),
            code: found.code,
            severity: found.severity,
            message: found.message.clone(),
            record: found.record.clone(),
            start: found.span.map(start),
            end: found.span.map(end),
        });
    }
}
