//! Facts out of a document's record: `facts(record, text)` gives what the paper was read to say, in a stable order.
//!
//! The record is JSON of the contract, of this run or an earlier one. Deliberately not here: how a paper was set. That
//! a page break was mended or a title went on in a second line is no fact, nor where on the page a thing stands.

mod contract;
mod names;
mod place;
mod values;

use rapporteur_model::Code;
use serde::Deserialize as _;
use serde_json::Value;

use crate::fact::{Fact, Kind, Place};
use contract::{Document, Section, Span};
use place::{Lines, Passages};

/// Ends of the messages about debris that belongs to a page, not to what is said.
const FURNITURE: [&str; 2] = [": a page number", ": a rule of a table or page"];

/// What one document was read to say.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Facts {
    /// The path or label of the document.
    pub document: String,
    /// The facts, in the order of a baseline.
    pub facts: Vec<Fact>,
}

impl Facts {
    /// The fact about the document as a whole.
    pub fn whole(&self) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.kind == Kind::Document)
    }

    /// The hash of its bytes.
    pub fn sha256(&self) -> Option<&str> {
        self.whole().and_then(|fact| fact.one("sha256"))
    }
}

/// The facts of a document's record; with its text, they know their lines.
///
/// # Errors
/// In words, where the value is no record of a document.
pub fn facts(record: &Value, text: Option<&str>) -> Result<Facts, String> {
    if record.get("schema_version").is_none() {
        return Err("no record of a document: it has no schema_version".to_owned());
    }
    let document = Document::deserialize(record).map_err(|error| error.to_string())?;
    let mut maker = Maker {
        passages: Passages::of(&document),
        lines: text.map(Lines::new),
        document: &document,
        facts: Vec::new(),
    };
    maker.whole();
    maker.outline();
    maker.dates();
    maker.amounts();
    maker.funding();
    maker.entities();
    maker.speech();
    maker.findings();
    let mut facts = maker.facts;
    facts.sort_by(Fact::order);
    Ok(Facts { document: document.source.path, facts })
}

/// The facts of a document as they are made.
struct Maker<'a> {
    document: &'a Document,
    passages: Passages,
    lines: Option<Lines<'a>>,
    facts: Vec<Fact>,
}

impl Maker<'_> {
    fn place(&self, span: Span) -> Option<Place> {
        self.lines.as_ref().map(|lines| lines.place(span))
    }

    /// A fact of words at a place.
    fn at(&self, kind: Kind, text: &str, span: Span) -> Fact {
        let (at, near) = self.passages.around(span, text);
        Fact { at, near, place: self.place(span), ..Fact::new(kind, text) }
    }

    fn whole(&mut self) {
        let document = self.document;
        let title = document.title.as_ref();
        let mut fact = Fact::new(Kind::Document, "");
        fact.place = self.place(title.map(|title| title.span).unwrap_or_default());
        fact.with("genre", Some(&document.genre));
        fact.with("language", Some(&document.language));
        fact.with("title", title.map(|title| title.text.as_str()));
        fact.with("issued", document.issued.as_ref().map(|issued| issued.edtf.as_str()));
        fact.with("issued_basis", document.issued.as_ref().map(|issued| issued.basis.as_str()));
        fact.with("issuer", document.issuer.as_deref());
        let line = document.dateline.as_ref();
        let day = line.and_then(|line| line.date.as_ref());
        let day = day.and_then(|id| by_id(&document.dates, id, |date| &date.id));
        fact.with("dateline_place", line.and_then(|line| line.place.as_deref()));
        fact.with("dateline_date", day.and_then(|date| date.edtf.as_deref()));
        fact.with("sha256", Some(document.source.sha256.as_str()).filter(|hash| !hash.is_empty()));
        self.facts.push(fact);
    }

    fn outline(&mut self) {
        let document = self.document;
        for section in &document.sections {
            let Some(words) = &section.heading else { continue };
            let mut fact = Fact::new(Kind::Heading, &words.text);
            fact.at = place::parent(document, section);
            fact.with("type", Some(&section.kind));
            fact.place = self.place(words.span);
            self.facts.push(fact);
        }
        for item in &document.items {
            let text = item.title.as_deref().or(item.text.as_deref()).unwrap_or_default();
            let mut fact = Fact::new(Kind::Item, text);
            fact.at = place::reference(document, item);
            fact.with("type", Some(&item.kind));
            fact.place = self.place(first(&item.spans));
            self.facts.push(fact);
        }
        let running = self.passages.all.iter().filter(|passage| passage.running).map(|passage| {
            let mut fact = Fact::new(Kind::Passage, &passage.text);
            passage.at.clone_into(&mut fact.at);
            passage.head.clone_into(&mut fact.near);
            fact.place = self.place(first(&passage.spans));
            fact
        });
        let running = running.collect::<Vec<_>>();
        self.facts.extend(running);
    }

    fn findings(&mut self) {
        for found in &self.document.diagnostics {
            // How lines were set is no fact: a page break may stand elsewhere in the next copy.
            let code = Code::from_name(&found.code);
            if matches!(code, Some(Code::PageBreakJoined | Code::TitleContinued | Code::MarkupRemoved))
                || code == Some(Code::OcrDebris) && FURNITURE.iter().any(|what| found.message.ends_with(what))
            {
                continue;
            }
            let mut fact = Fact::new(Kind::Diagnostic, &without_lines(&found.message));
            if let Some(span) = found.span {
                fact.at = self.passages.holding(span).map(|passage| passage.at.clone()).unwrap_or_default();
                fact.place = self.place(span);
            }
            fact.with("code", Some(&found.code));
            fact.with("severity", Some(&found.severity));
            self.facts.push(fact);
        }
    }
}

/// A message without the numbers of lines that it names.
fn without_lines(message: &str) -> String {
    let Some((before, rest)) = message.split_once("in line ") else { return message.to_owned() };
    let rest = rest.trim_start_matches(|sign: char| sign.is_ascii_digit());
    format!("{before}in another line{rest}")
}

fn first(spans: &[Span]) -> Span {
    match (spans.first(), spans.last()) {
        (Some(first), Some(last)) => Span { start: first.start, end: last.end },
        _ => Span::default(),
    }
}

/// The record of an id. Ids are numbered as they come (`d3` is the third), unless a correction took one out.
fn by_id<'a, T>(list: &'a [T], id: &str, own: impl Fn(&T) -> &str) -> Option<&'a T> {
    let number = id.trim_start_matches(|sign: char| !sign.is_ascii_digit()).parse::<usize>().ok();
    let there = number.and_then(|number| list.get(number.checked_sub(1)?)).filter(|one| own(one) == id);
    there.or_else(|| list.iter().find(|one| own(one) == id))
}

fn section<'a>(document: &'a Document, id: &str) -> Option<&'a Section> {
    by_id(&document.sections, id, |section| &section.id)
}
