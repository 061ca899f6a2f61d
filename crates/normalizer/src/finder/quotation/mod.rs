//! Quotations: `“We will go on,” said Ode.` gives the words, the speaker and the verb.
//!
//! Marks are paired ([`mark`], [`stretch`]), the words beside each stretch are read for an attribution
//! ([`attribution`]), and the speaker's phrase is resolved to an entity ([`speaker`]).
//!
//! Kinds: somebody's words are direct; a quoted title follows or precedes a word for papers, or is written in capitals
//! like one; a few words that nobody is said to have spoken are a term at arm's length.
//!
//! Two stretches around one attribution share its speaker. A paragraph that is all quotation takes the speaker from the
//! line that introduces or signs it, else from the paragraph before.
//!
//! Not here: reported speech without marks; quotations inside quotations, which stay in the outer one's words.

use std::collections::BTreeSet;
use std::rc::Rc;

use rapporteur_model::{
    Code, Cue, Diagnostic, Document, EntityKind, Location, PassageId, PassageRole, Quote, QuoteKind,
    Severity, Speaker, TextRange,
};

use crate::finder::person::word::Words;
use crate::lexicon::people::People;
use crate::{Context, Lexicon};

mod attribution;
mod kind;
mod mark;
mod names;
mod page;
mod paper;
mod speaker;
mod stretch;
#[cfg(test)]
mod tests;

pub use paper::PAPERS;

use attribution::Attribution;
use page::Pages;
use speaker::Speakers;
use stretch::Stretch;

/// A quotation before its speaker is resolved.
struct Reading {
    stretch: Stretch,
    text: String,
    said: Option<Said>,
}

/// An attribution and the passage that it stands in.
#[derive(Clone)]
struct Said {
    passage: PassageId,
    words: Attribution,
    /// Was it taken over from the quotation before?
    shared: bool,
}

/// A document read for quotations.
struct Reader<'a> {
    document: &'a Document,
    people: &'a People,
    pages: Pages<'a>,
    /// Passages that name a person near their start.
    named: BTreeSet<PassageId>,
}

/// Appends the quotations of a document, with their speakers, and a finding for each mark that is never closed.
pub fn find(document: &mut Document, lexicon: &Lexicon, _context: &Context) {
    let (quotes, unclosed) = read(document, &lexicon.people);
    document.quotes = quotes;
    document.diagnostics.extend(unclosed);
}

fn read(document: &Document, people: &People) -> (Vec<Quote>, Vec<Diagnostic>) {
    let mut reader = Reader { document, people, pages: Pages::new(document), named: named(document) };
    let mut readings: Vec<Reading> = Vec::new();
    let mut unclosed = Vec::new();
    for mut stretch in stretch::stretches(document) {
        if !stretch.closed {
            unclosed.extend(stretch.at.first().map(|at| opening(document, *at)));
            if !reader.cut_unclosed(&mut stretch) {
                continue;
            }
        }
        let text = stretch.words.iter().map(|at| document.text(*at).trim()).collect::<Vec<_>>().join(" ");
        if text.chars().any(char::is_alphanumeric) {
            readings.push(Reading { stretch, text, said: None });
        }
    }
    for index in 0..readings.len() {
        let said = reader.said(&readings, index);
        readings[index].said = said;
    }
    if readings.is_empty() {
        return (Vec::new(), unclosed);
    }
    let mut speakers = Speakers::new(document);
    (readings.into_iter().map(|reading| quote(document, &mut speakers, reading)).collect(), unclosed)
}

/// The passages that name a person among their first letters.
fn named(document: &Document) -> BTreeSet<PassageId> {
    let persons = document.entities.iter().filter(|entity| entity.kind == EntityKind::Person);
    let mentions = persons.flat_map(|entity| entity.mentions.iter().map(|mention| mention.at));
    mentions.filter(|at| at.range.start <= 30).map(|at| at.passage).collect()
}

fn quote(document: &Document, speakers: &mut Speakers<'_>, reading: Reading) -> Quote {
    let first = reading.stretch.at.first().copied();
    let kind = first.map_or(QuoteKind::Direct, |at| {
        kind::of(document.passage(at.passage), at.range, &reading.text, reading.said.is_some())
    });
    let said = reading.said.filter(|_| kind == QuoteKind::Direct);
    let cue = said.as_ref().and_then(|said| {
        let range = said.words.cue?;
        Some(Cue { text: document.passage(said.passage).slice(range).to_owned() })
    });
    let speaker = said.and_then(|said| {
        let at = Location { passage: said.passage, range: said.words.speaker? };
        Some(Speaker { entity: speakers.resolve(at), at })
    });
    Quote { at: reading.stretch.at, text: reading.text, kind, speaker, cue }
}

fn opening(document: &Document, at: Location) -> Diagnostic {
    let length = document.text(at).chars().next().map_or(0, char::len_utf8);
    let mark = Location { range: TextRange::new(at.range.start, at.range.start + length), ..at };
    let message = format!("the quotation mark `{}` opens and is never closed", document.text(mark));
    Diagnostic::new(Code::UnclosedQuote, Severity::Warning, document.span(mark), message)
}

impl<'a> Reader<'a> {
    /// Ends a stretch whose closing mark was lost before its attribution, where it has one; else it stands to the end of the
    /// paragraph where it began one or followed a comma or colon. Tells whether it is a quotation at all.
    fn cut_unclosed(&mut self, stretch: &mut Stretch) -> bool {
        let (Some(at), Some(inner)) = (stretch.at.last_mut(), stretch.words.last_mut()) else { return false };
        let words = self.pages.words(at.passage);
        let from = words.at(inner.range.start);
        for index in from + 3..words.list.len() {
            if words.list[index].end > inner.range.end {
                break;
            }
            let stop = words.gap(index).starts_with([',', '.', '?', '!']);
            if stop
                && words.list[index].text.starts_with(char::is_lowercase)
                && words.cue(self.people, index, 4) > 0
            {
                let end = words.list[index - 1].end + 1;
                at.range.end = end;
                inner.range.end = end;
                return true;
            }
        }
        let lead = words.text[..at.range.start].trim_end();
        lead.is_empty() && inner.range.len() > 20 || lead.ends_with([',', ':'])
    }

    /// The attribution of a quotation: behind it, before it, shared with the one before, on the next or previous line.
    fn said(&mut self, readings: &[Reading], index: usize) -> Option<Said> {
        let (document, people) = (self.document, self.people);
        let reading = &readings[index];
        let (first, last) = (*reading.stretch.at.first()?, *reading.stretch.at.last()?);
        let before = index.checked_sub(1).map(|i| &readings[i]);
        let ended = before.and_then(|b| b.stretch.at.last()).filter(|at| at.passage == first.passage);
        let from = ended.map_or(0, |at| at.range.end);
        let next = readings.get(index + 1).and_then(|next| next.stretch.at.first());
        let limit = next
            .filter(|at| at.passage == last.passage)
            .map_or(document.passage(last.passage).text().len(), |at| at.range.start);
        let own = |passage, words| Some(Said { passage, words, shared: false });

        let tail = self.pages.words(last.passage);
        let inner = document.text(*reading.stretch.words.last()?).trim_end();
        let length = reading.text.split_whitespace().count();
        if !(length < 4 && kind::is_term_inside(tail.text, last.range))
            && let Some(words) = attribution::after(&tail, people, inner, last.range.end, limit)
        {
            return own(last.passage, words);
        }
        let head = self.pages.words(first.passage);
        // Behind the attribution of the quotation before, in the same breath: `“…,” said Ode. “…”`.
        if let Some(said) = before.and_then(|b| b.said.as_ref()).filter(|_| ended.is_some()) {
            let rest = (said.passage == first.passage && said.words.end >= from || said.shared)
                .then(|| head.text.get(said.words.end.max(from)..first.range.start))
                .flatten();
            // `“…,” said Ode at the gate. “…”`: a sentence of its own behind the end of that one.
            let ended = |rest: &str| {
                rest.trim_end().ends_with('.')
                    && rest.split_whitespace().take(10).count() < 9
                    && !rest.trim_end().trim_end_matches('.').contains(['.', '!', '?', ':', ';'])
                    && inner.starts_with(char::is_uppercase)
                    && said.words.cue.is_some()
                    && !said.shared
            };
            if rest.is_some_and(|rest| !rest.contains(char::is_alphanumeric) || ended(rest)) {
                return Some(Said { shared: true, ..said.clone() });
            }
        }
        if let Some(words) = attribution::before(&head, people, from, first.range.start, length < 4) {
            return own(first.passage, words);
        }
        let whole = head.text[..first.range.start].trim().is_empty()
            && !tail.text[last.range.end..].contains(char::is_alphanumeric);
        if length <= 4 {
            return None;
        }
        if whole {
            return self.neighbour(reading, before);
        }
        // A sentence of its own in a paragraph whose earlier sentences tell who speaks.
        let opens = head.text[..first.range.start].trim_end().ends_with(['.', '!', '?', '”', '"', '»']);
        let earlier = || before.filter(|_| ended.is_some()).and_then(|b| b.said.clone());
        opens.then(|| {
            let shared = earlier().map(|said| Said { shared: true, ..said });
            shared.or_else(|| own(first.passage, attribution::reported(&head, people, first.range.start)?))
        })?
    }

    /// The speaker of a paragraph that is all quotation.
    fn neighbour(&mut self, reading: &Reading, before: Option<&Reading>) -> Option<Said> {
        let (first, last) = (reading.stretch.at.first()?.passage, reading.stretch.at.last()?.passage);
        if let Some((id, line)) = self.paragraph(last.0 + 1) {
            let dash = line.text.starts_with(['–', '—', '-', '―', '~']);
            if (dash || self.is_signature(id))
                && line.list.len() <= 30
                && let Some(words) = attribution::signature(&line, 0, line.text.len())
            {
                return Some(Said { passage: id, words, shared: false });
            }
        }
        let (id, line) = self.paragraph(first.0.checked_sub(1)?)?;
        if line.text.trim_end().ends_with(':') {
            let end = line.text.len();
            return attribution::before(&line, self.people, 0, end, false).map(|words| Said {
                passage: id,
                words,
                shared: false,
            });
        }
        let end = line.text.len();
        match before.filter(|b| b.stretch.at.last().is_some_and(|at| at.passage == id)) {
            Some(before) => before.said.as_ref().map(|said| Said { shared: true, ..said.clone() }),
            None => attribution::reported(&line, self.people, end).map(|words| Said {
                passage: id,
                words,
                shared: true,
            }),
        }
    }

    /// The words of a passage that is no heading.
    fn paragraph(&mut self, id: usize) -> Option<(PassageId, Rc<Words<'a>>)> {
        let passage = self.document.passages.get(id)?;
        let id = PassageId(id);
        (passage.role != PassageRole::Heading).then(|| (id, self.pages.words(id)))
    }

    /// Is the passage a short line that names a person and is no sentence: `President Jane Ode`?
    fn is_signature(&self, id: PassageId) -> bool {
        let text = self.document.passage(id).text();
        let short = text.split_whitespace().take(33).count() <= 32 && !text.ends_with([':', '?', '!']);
        let stopped = text.ends_with('.') && !text.ends_with("Jr.") && !text.ends_with("Sr.");
        short && !stopped && self.named.contains(&id)
    }
}
