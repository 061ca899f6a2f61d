//! A document read for names: the tokens of each passage, and the known names that stand in it.

use std::collections::BTreeSet;

use rapporteur_model::{Document, Location, Passage, PassageId, PassageRole, TextRange};

use super::{
    form::{self, HeadAt},
    overlap::Taken,
    token::{Token, tokens},
};
use crate::{
    Lexicon,
    lexicon::names::{Entry, Hit, Names},
    lexicon::vocabulary::{Marks, marks},
};

/// A passage with its tokens and hits.
pub struct Page<'a> {
    /// Which passage.
    pub id: PassageId,
    /// The passage.
    pub passage: &'a Passage,
    /// Its tokens.
    pub tokens: Vec<Token<'a>>,
    /// Head words in it, in order; of two that begin together the longer.
    pub heads: Vec<HeadAt<'a>>,
    /// Known names in it, the longest of those that overlap, in reading order.
    pub hits: Vec<Hit>,
    /// Are most of its letters capitals?
    pub shouted: bool,
    /// Is it a heading or title in title case, where capitals say nothing?
    pub titled: bool,
    /// Does it name a sum?
    pub funded: bool,
}

/// A document with its pages.
pub struct Reading<'a> {
    /// The document.
    pub document: &'a Document,
    /// The names that the program knows.
    pub names: &'a Names,
    /// One page a passage.
    pub pages: Vec<Page<'a>>,
}

impl<'a> Reading<'a> {
    /// Reads all passages of a document.
    pub fn new(document: &'a Document, lexicon: &'a Lexicon) -> Self {
        let names = &lexicon.names;
        let funded: BTreeSet<PassageId> = document.amounts.iter().map(|amount| amount.at.passage).collect();
        let pages = document.passages.iter().enumerate().map(|(index, passage)| {
            let mut tokens = tokens(passage.text());
            let shouted = shouted(passage.text());
            if shouted {
                tokens.iter_mut().for_each(quieten);
            }
            let sentence =
                passage.role == PassageRole::Paragraph && passage.text().ends_with(['.', '”', '"']);
            let titled = !sentence && title_case(&tokens);
            let mut page = Page {
                id: PassageId(index),
                passage,
                heads: Vec::new(),
                shouted,
                titled,
                funded: funded.contains(&PassageId(index)),
                hits: longest(names.gazetteer.hits(passage.text())),
                tokens,
            };
            page.heads = form::heads_among(&page, names, 0, page.tokens.len());
            page
        });
        Self { document, names, pages: pages.collect() }
    }

    /// Is the token alone a head word?
    pub fn is_head(&self, token: &Token<'_>) -> bool {
        token.marks.has(Marks::HEAD) && self.names.heads.get(token.text).is_some()
    }

    /// The document's date, as exactly as it is known.
    pub fn date(&self) -> Option<&str> {
        date(self.document)
    }
}

/// The date of a document, as exactly as it is known: `2004-05-01`, `2004-05` or `2004`.
pub fn date(document: &Document) -> Option<&str> {
    let edtf = document.issued.as_ref()?.edtf.as_str();
    let end = edtf.find(|c: char| !(c.is_ascii_digit() || c == '-')).unwrap_or(edtf.len());
    edtf.get(..end.min(10)).filter(|date| date.len() >= 4)
}

impl Page<'_> {
    /// Is the token a given name?
    pub fn given(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|token| token.capital() && token.marks.has(Marks::GIVEN))
    }

    /// A location in the passage.
    pub fn at(&self, range: TextRange) -> Location {
        Location { passage: self.id, range }
    }

    /// The words at a range.
    pub fn slice(&self, range: TextRange) -> &str {
        self.passage.slice(range)
    }

    /// The range from one token to another, both included.
    pub fn range(&self, first: usize, last: usize) -> TextRange {
        TextRange::new(self.tokens[first].range.start, self.tokens[last].range.end)
    }

    /// The first known name that shares text with a range.
    pub fn hit_over(&self, range: TextRange) -> Option<&Hit> {
        let hit = self.hits.get(self.hits.partition_point(|hit| hit.range.end <= range.start))?;
        hit.range.overlaps(range).then_some(hit)
    }

    /// The known name that begins at an offset.
    pub fn hit_starting(&self, start: usize) -> Option<&Hit> {
        let hit = self.hits.get(self.hits.partition_point(|hit| hit.range.start < start))?;
        (hit.range.start == start).then_some(hit)
    }

    /// The known name that ends at an offset.
    pub fn hit_ending(&self, end: usize) -> Option<&Hit> {
        let hit = self.hits.get(self.hits.partition_point(|hit| hit.range.end < end))?;
        (hit.range.end == end).then_some(hit)
    }

    /// The known name that begins and ends with whole tokens from `first` on, and its last token.
    pub fn known<'n>(&self, names: &'n Names, first: usize) -> Option<(usize, &'n Entry)> {
        let start = self.tokens.get(first)?.range.start;
        let hit = self.hit_starting(start)?;
        let last = self.tokens.binary_search_by_key(&hit.range.end, |token| token.range.end).ok()?;
        let (entry, _) = names.gazetteer.form(hit.form).entries.first()?;
        Some((last, names.gazetteer.entry(*entry)))
    }

    /// Is the token, or a part of a compound, a known name of a country, region, group or body, a people's
    /// adjective or an acronym: what makes a name of the words behind it?
    pub fn proper(&self, names: &Names, token: usize) -> bool {
        let Some(token) = self.tokens.get(token) else { return false };
        // In a title in title case a word that is none of the language makes a name too.
        let plain = || token.text.chars().all(char::is_alphabetic) && token.text.len() > 3;
        let strange = self.titled && token.capital() && plain() && !self.shouted && !token.common();
        let covered = strange || self.hit_over(token.range).is_some();
        covered
            || token.acronym() && !self.shouted
            || token.people()
            || token.parts().any(|part| names.gazetteer.demonym(part).is_some())
    }
}

/// The hits of which no other holds more text.
fn longest(hits: Vec<Hit>) -> Vec<Hit> {
    // Mostly nothing overlaps.
    if hits.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start) {
        return hits;
    }
    let mut order = hits;
    order.sort_by(|a, b| b.range.len().cmp(&a.range.len()).then(a.range.cmp(&b.range)));
    let mut taken = Taken::default();
    order.retain(|hit| taken.take(hit.range));
    order.sort_by_key(|hit| hit.range);
    order
}

/// In a text in capitals: a function word as it would be written elsewhere.
fn quieten(token: &mut Token<'_>) {
    const WORDS: [&str; 16] = [
        "of", "the", "for", "and", "on", "in", "to", "at", "by", "with", "a", "an", "from", "against",
        "between", "or",
    ];
    if let Some(word) = WORDS.iter().find(|word| word.eq_ignore_ascii_case(token.text)) {
        token.text = word;
        token.shape = super::token::Shape::Lower;
        token.marks = marks(word);
    }
}

fn shouted(text: &str) -> bool {
    let (upper, lower) = if text.is_ascii() {
        let upper = text.bytes().map(|byte| usize::from(byte.is_ascii_uppercase())).sum();
        let lower = text.bytes().map(|byte| usize::from(byte.is_ascii_lowercase())).sum();
        (upper, lower)
    } else {
        let count = |is: fn(&char) -> bool| text.chars().filter(is).count();
        (count(|c| c.is_uppercase()), count(|c| c.is_lowercase()))
    };
    upper > 3 && lower * 2 < upper
}

/// Do all words but the short ones begin with a capital, and are there at least two?
fn title_case(tokens: &[Token<'_>]) -> bool {
    let lower = tokens.iter().filter(|t| t.shape == super::token::Shape::Lower && t.text.len() > 3);
    let content = tokens.iter().filter(|t| t.capital() && !t.opens()).count();
    let opened = tokens.first().is_some_and(|token| token.shape != super::token::Shape::Lower);
    // `Adopted by the Mixed Commission in Lima`: a participle and a preposition tell what was done.
    let done = matches!(tokens, [first, next, ..]
        if first.text.ends_with("ed") && matches!(next.text, "by" | "in" | "at" | "on" | "for"));
    opened
        && !done
        && content >= 2
        && lower.filter(|t| !matches!(t.text, "with" | "from" | "into" | "under" | "against")).count() == 0
}
