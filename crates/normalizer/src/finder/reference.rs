//! References: clauses that point to another document, `please consult The State of the Fens`.
//!
//! ```text
//! reference = polite / see / imperative / where
//! polite    = "please" verb document                      ; behind `For more information on …,`, from `please` on
//! see       = ( "See" / "See also" / "see also" ) document
//! imperative= ( "Consult" / "Read" / "View" / "Download" / "Visit" / "Refer to" / "Go to" … ) document
//! where     = document ( "is" / "are" / "can be" ) ( "available" / "found" / "accessed" … ) ( "at" / "on" / "here" … ) place
//! aside     = ( "," / ";" / ":" / dash ) "see" ( "our" / "the" … paper / symbol )     ; `…; see A/CONF.9/7, annex II`
//! symbol    = letters or figures parted by "/"                                   ; `A/RES/61/9`, `minute 41/17`
//! document  = a run with a capital, a symbol, an address or a word for a paper in it
//! ```
//! The record reaches from the cue to the stop, the stop left out; of `where` it is the whole clause. Stops inside
//! addresses and abbreviations end nothing.
//!
//! Not here: navigation (`Learn more about …`, teaser lines and boilerplate), contacts (`contact us at …`), and pointers
//! inside the same document (`see Annex 2`, `see below`).

use std::borrow::Cow;

use rapporteur_model::{Document, Location, PassageId, Reference, SectionKind, TextRange};

use crate::finder::person::word::{Words, is_capitalized};
use crate::{Context, Lexicon, lexicon::vocabulary::Marks};

/// Verbs that send a reader somewhere.
pub const VERBS: &[&str] =
    &["visit", "consult", "see", "read", "view", "download", "check", "access", "browse", "follow", "review"];

/// Verbs of two words that do.
pub const VERBS_TO: &[&str] = &["refer", "go", "turn", "head", "return"];

/// Other words without one of which, or of [`VERBS`] and the like, a sentence points to nothing.
pub const POINTERS: &[&str] = &["please"];

/// How papers can be had.
#[rustfmt::skip]
pub const HOW: &[&str] = &[
    "available", "found", "accessed", "viewed", "downloaded", "read", "consulted", "posted", "obtained",
];

/// What a sentence that starts with such a verb must speak of, if it holds no address and no capital further on.
#[rustfmt::skip]
const PAPERS: &[&str] = &[
    "itinerary", "agenda", "schedule", "programme", "online", "response", "toolkit", "brochure", "version", "text", "report", "statement", "document", "release", "transcript", "summary", "strategy",
    "plan", "agreement", "page", "website", "site", "web", "list", "backgrounder", "factsheet", "fact",
    "sheet", "speech", "remarks", "paper", "study", "declaration", "letter", "order", "memorandum",
    "proclamation", "communiqué", "here", "details", "resolution", "guidelines", "annex", "framework",
    "roadmap", "publication", "article", "treaty", "convention",
];

/// Words behind which a pointer stays inside the document.
#[rustfmt::skip]
const INSIDE: &[&str] = &[
    "annex", "annexes", "table", "tables", "figure", "figures", "section", "sections", "box", "chapter",
    "paragraph", "paragraphs", "para", "above", "below", "appendix", "footnote", "note", "article", "page",
    "pages", "part", "fig", "map", "photo", "graph", "attached",
];

/// How a pointer to a whole paper begins.
const WHOLE: &[&str] = &["See the full ", "See the complete ", "Consult the full ", "Consult the complete "];

/// Bytes in which a bracket closes that stands around a pointer.
const BRACKET: usize = 600;

/// Appends the references of a document.
pub fn find(document: &mut Document, _lexicon: &Lexicon, _context: &Context) {
    let mut found = Vec::new();
    let mut quoted: Vec<Location> =
        document.quotes.iter().flat_map(|quote| quote.at.iter().copied()).collect();
    quoted.sort_unstable();
    for (index, passage) in document.passages.iter().enumerate() {
        let kind = document.sections.get(passage.section).map(|section| section.kind);
        // Among the lines that lead through a site only one that names a whole paper points to it.
        let furniture = kind == Some(SectionKind::Boilerplate);
        if furniture && !WHOLE.iter().any(|lead| passage.text().starts_with(lead)) {
            continue;
        }
        let words = Words::of(passage.text());
        for range in sentences(&words).into_iter().filter_map(|sentence| clause(&words, sentence)) {
            let at = Location { passage: PassageId(index), range };
            // Quotations share nothing, so only the last that begins before the clause can hold it.
            let last = quoted
                .partition_point(|quote| (quote.passage, quote.range.start) <= (at.passage, range.start));
            let quote = last.checked_sub(1).map(|last| quoted[last]);
            if !quote.is_some_and(|quote| quote.passage == at.passage && quote.range.covers(range)) {
                found.push(Reference { at });
            }
        }
    }
    document.references = found;
}

/// First and last word of each sentence, the last one excluded; none where nothing can point anywhere.
fn sentences(words: &Words<'_>) -> Vec<(usize, usize)> {
    if !words.list.iter().any(|word| word.marks.has(Marks::POINTING)) {
        return Vec::new();
    }
    let mut starts: Vec<usize> = (0..words.list.len()).filter(|&i| words.starts_sentence(i)).collect();
    starts.push(words.list.len());
    starts.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

/// A sentence with what a pointer in it must speak of.
struct Sentence<'w, 'a> {
    words: &'w Words<'a>,
    /// Its first word.
    first: usize,
    /// One past its last word.
    last: usize,
    /// Its words in lower case.
    lower: Vec<Cow<'a, str>>,
    /// The first word for a paper in it, or for what papers hold.
    paper: Option<usize>,
    /// The last word for a paper.
    last_paper: Option<usize>,
    /// The last word with a capital.
    last_capital: Option<usize>,
    /// The last word that belongs to a web address.
    last_address: Option<usize>,
    /// The last word for a place on the web.
    last_online: Option<usize>,
}

impl<'w, 'a> Sentence<'w, 'a> {
    fn new(words: &'w Words<'a>, first: usize, last: usize, lower: Vec<Cow<'a, str>>) -> Self {
        let paper = |word: &Cow<'_, str>| PAPERS.contains(&word.as_ref());
        let online = |word: &Cow<'_, str>| {
            matches!(word.as_ref(), "here" | "online" | "website" | "site" | "page" | "web" | "webpage")
        };
        let place = |found: Option<usize>| found.map(|at| first + at);
        let told = |word: &Cow<'_, str>| paper(word) || matches!(word.as_ref(), "information" | "copies");
        Self {
            paper: place(lower.iter().position(told)),
            last_paper: place(lower.iter().rposition(paper)),
            last_capital: (first..last).rev().find(|&i| is_capitalized(words.list[i].text)),
            last_address: (first..last).rev().find(|&i| is_address(words, i, last)),
            last_online: place(lower.iter().rposition(online)),
            words,
            first,
            last,
            lower,
        }
    }

    /// Does what follows a cue name another document: a capital, an address, a word for a paper; and no part of this
    /// one?
    fn points(&self, from: usize) -> bool {
        let behind = &self.words.list[from.min(self.last)..self.last];
        let lead = behind
            .iter()
            .take(3)
            .find(|word| !matches!(word.text, "the" | "our" | "also" | "at" | "a" | "this" | "in"));
        let inside = lead.is_some_and(|word| INSIDE.contains(&word.text.to_lowercase().as_str()));
        let numbered = (from..self.last.min(from + 3)).any(|at| symbol(self.words, at, self.last));
        // `None` is before all words.
        !inside && (numbered || self.last_capital.max(self.last_paper).max(self.last_address) >= Some(from))
    }

    /// Does a pointer stand behind a comma or dash: a symbol of a document right behind `see`, or a paper of ours near it?
    fn aside(&self, see: usize) -> bool {
        let gap = self.words.gap(see).trim();
        let parted = matches!(gap, "," | ";" | ":" | "–" | "—" | "-");
        let strong = matches!(gap, ";" | ":" | "–" | "—");
        let next = self.words.list.get(see + 1).filter(|_| see + 1 < self.last).map_or("", |word| word.text);
        let ours = next == "our" || strong && matches!(next, "the" | "also" | "this");
        let near = self.lower[see + 1 - self.first..].iter().take(5);
        parted
            && (symbol(self.words, see + 1, self.last)
                || ours && near.clone().any(|word| PAPERS.contains(&word.as_ref())) && self.points(see + 1))
    }

    /// Does a sentence that begins with a verb speak of a paper or an address: `Read the full report`, but not `Review
    /// Officers met`?
    fn has_target(&self, from: usize) -> bool {
        let near = self.last.min(from + 3);
        let first = self.words.list[from.min(self.last)..self.last].first().is_some_and(|word| {
            matches!(
                word.text,
                "the" | "our" | "a" | "an" | "this" | "these" | "its" | "more" | "here" | "all" | "full"
            ) || (from..near).any(|i| is_address(self.words, i, near))
        });
        first && self.last_paper.max(self.last_address) >= Some(from)
    }

    /// `… is available at www…`, `… can be found on …`.
    fn available(&self) -> bool {
        (2..self.lower.len()).any(|at| {
            let behind = self.first + at + 1;
            let next = self.lower.get(at + 1).map_or("", Cow::as_ref);
            HOW.contains(&self.lower[at].as_ref())
                && matches!(next, "at" | "on" | "here" | "online" | "in" | "from" | "via" | "through")
                && self.lower[at.saturating_sub(3)..at]
                    .iter()
                    .any(|word| matches!(word.as_ref(), "is" | "are" | "be"))
                && (self.paper.is_some_and(|paper| paper < self.first + at)
                    || self.last_address >= Some(behind))
                && self.last_address.max(self.last_online) >= Some(behind)
        })
    }
}

/// The reference in a sentence.
fn clause(words: &Words<'_>, (first, last): (usize, usize)) -> Option<TextRange> {
    if !words.list[first..last].iter().any(|word| word.marks.has(Marks::POINTING)) {
        return None;
    }
    let lower: Vec<Cow<'_, str>> = words.list[first..last].iter().map(|word| lower(word.text)).collect();
    let end = end_of(words, last);
    let whole = |from: usize| Some(TextRange::new(words.list[first + from].start, end));
    if is_navigation(&lower) || lower.iter().any(|word| word == "contact") {
        return None;
    }
    let sentence = Sentence::new(words, first, last, lower);
    let word_at = |at: usize| sentence.lower.get(at).map_or("", Cow::as_ref);
    let sends = |word: &str, after: &str| VERBS.contains(&word) || VERBS_TO.contains(&word) && after == "to";
    let opening = is_lead(&sentence.lower);
    for at in 0..sentence.lower.len() {
        let (word, next, after) = (word_at(at), word_at(at + 1), word_at(at + 2));
        let skip = if VERBS_TO.contains(&word) { 2 } else { 1 };
        if word == "please" && sends(next, after) && sentence.points(first + at + 2) {
            return whole(at);
        }
        if word == "see" && next == "also" && sentence.points(first + at + 2) {
            return bracketed(words, first + at, last).or_else(|| whole(at));
        }
        let introduced =
            at == 0 || opening.is_some_and(|words| words <= at) && words.gap(first + at).contains(',');
        // `For the opening words, see …`: any purpose in front, its comma right before the verb.
        let purpose = word == "see" && word_at(0) == "for" && words.gap(first + at).contains(',');
        let opens = introduced || purpose || words.gap(first + at).contains('(');
        if opens && word == "see" && sentence.points(first + at + 1) {
            return bracketed(words, first + at, last).or_else(|| whole(at));
        }
        if word == "see" && at > 0 && sentence.aside(first + at) {
            return whole(at);
        }
        let sent = introduced && word != "see" && word != "follow" && sends(word, next);
        if sent && sentence.points(first + at + skip) {
            let strict = at > 0 || sentence.has_target(first + at + skip);
            return strict.then(|| whole(at)).flatten();
        }
    }
    sentence.available().then(|| whole(0)).flatten()
}

/// A word in lower case.
fn lower(word: &str) -> Cow<'_, str> {
    let plain = word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if plain { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
}

/// `To learn more,`, `For more information on …,`: what may stand before a verb that sends the reader on. How many words
/// of the sentence make it one.
fn is_lead(lower: &[Cow<'_, str>]) -> Option<usize> {
    const STARTS: &[&str] = &[
        "for more",
        "for further",
        "for additional",
        "for details",
        "for the full",
        "for a full",
        "to learn",
        "to read",
        "to view",
        "to find out",
        "to see",
        "to download",
        "to access",
        "for a list",
        "for information",
        "for the complete",
        "more information",
        "to apply",
        "to register",
        "for a copy",
        "for background",
    ];
    (1..=lower.len().min(4)).find(|&count| {
        let text = lower[..count].join(" ");
        STARTS.iter().any(|start| text.starts_with(start))
    })
}

/// Navigation: lines that lead through a site.
fn is_navigation(lower: &[Cow<'_, str>]) -> bool {
    #[rustfmt::skip]
    const LINES: &[&str] = &[
        "learn more", "find out more", "read more", "details on", "click here", "back to", "follow us",
        "see more", "see all", "view all", "view more", "explore", "discover", "skip to", "go to top",
        "share this", "sign up", "subscribe", "visit us", "return to", "read this", "follow @",
    ];
    let text = lower.iter().take(4).map(Cow::as_ref).collect::<Vec<_>>().join(" ");
    LINES.iter().any(|line| text.starts_with(line))
}

/// Does a web address begin or go on with the word, before the word `last`?
fn is_address(words: &Words<'_>, word: usize, last: usize) -> bool {
    let dotted = word + 1 < last && words.gap(word + 1) == "." && !is_capitalized(words.list[word + 1].text);
    dotted || matches!(words.list[word].text, "http" | "https" | "www")
}

/// Does the symbol of a document begin with a word: `A/CONF.9/7`, `41/17`? A date (`5/6/2031`) is none.
fn symbol(words: &Words<'_>, word: usize, last: usize) -> bool {
    let mut parts = 0;
    let mut slashes = 0;
    while word + parts + 1 < last && matches!(words.gap(word + parts + 1), "/" | "." | "-") {
        parts += 1;
        slashes += usize::from(words.gap(word + parts) == "/");
    }
    let text = |at: usize| words.list.get(at).map_or("", |word| word.text);
    let figure = (word..=word + parts).any(|at| text(at).starts_with(|c: char| c.is_ascii_digit()));
    let letters = super::person::word::is_capitals(text(word)) || text(word).len() == 1;
    let plain = parts == 1 && text(word).bytes().all(|byte| byte.is_ascii_digit()) && text(word).len() < 4;
    let begins = words.gap(word) != "/" && slashes > 0;
    begins && word < last && figure && (letters && is_capitalized(text(word)) || plain)
}

/// A pointer that stands in brackets ends with them.
fn bracketed(words: &Words<'_>, from: usize, last: usize) -> Option<TextRange> {
    let start = words.list[from].start;
    words.gap(from).contains('(').then_some(())?;
    let inner = words.text[start..words.list[last - 1].end.max(start)].find(')');
    let window = words.text.ceil_char_boundary(words.text.len().min(start + BRACKET));
    let end = start + inner.or_else(|| words.text[start..window].find(')'))?;
    Some(TextRange::new(start, end))
}

/// Where a sentence ends, its stop left out; a closing bracket or mark that belongs to the last word stays.
fn end_of(words: &Words<'_>, last: usize) -> usize {
    let from = words.list[last - 1].end;
    let gap = words.gap(last);
    let kept = gap.find(['.', '!', '?', ';']).unwrap_or(gap.len());
    let tail = gap[..kept].trim_end();
    let tail = if tail.starts_with(['/', ')', '”', '’', '"', '»', '%']) { tail } else { "" };
    from + tail.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    static LEXICON: std::sync::LazyLock<&Lexicon> = std::sync::LazyLock::new(Lexicon::embedded);

    fn marked(text: &str) -> String {
        let mut document = sample::document(text);
        find(&mut document, &LEXICON, &Context::default());
        let mut shown = String::new();
        let mut from = 0;
        for reference in &document.references {
            let range = reference.at.range;
            shown.push_str(&text[from..range.start]);
            shown.push('⟦');
            shown.push_str(&text[range.start..range.end]);
            shown.push('⟧');
            from = range.end;
        }
        shown + &text[from..]
    }

    #[test]
    fn clauses_that_point_elsewhere_are_found() {
        for text in [
            "For more information on peat, ⟦please visit The Fens of Europe (FE)⟧.",
            "⟦See also Speech by Minister Ode in Oslo⟧. The end.",
            "⟦Consult the full text of the Fens Charter⟧.",
            "⟦Read the full strategy here⟧",
            "To learn more, ⟦visit https://fens.example/a.b?c=d⟧.",
            "For further details, ⟦go to www.fens.example⟧.",
            "⟦The report is available at www.fens.example/report⟧.",
            "⟦More information can be found on the website of the Council⟧.",
            "Digging stopped (⟦see also Fens Bulletin No. 7⟧) in May.",
            "⟦Please refer to the Fens Charter⟧.",
            "Peat is measured by depth; ⟦see A/CONF.9/7, annex II⟧.",
            "⟦See also minute 41/17⟧.",
            "On fees, ⟦see our separate fact sheet, Peat and You⟧.",
            "Fees rise – ⟦see the tariff list of the Fens Board⟧.",
            "For the opening words, ⟦see Speech at the Peat Gate⟧.",
        ] {
            let plain: String = text.chars().filter(|c| !matches!(c, '⟦' | '⟧')).collect();
            assert_eq!(marked(&plain), text);
        }
    }

    #[test]
    fn navigation_contacts_and_plain_verbs_are_none() {
        for text in [
            "Learn more about the fens of Canada.",
            "Details on the fens of Canada.",
            "For more information, please contact Jane Ode.",
            "Peat is dug in Norway (see Annex 2).",
            "Please see below.",
            "They will visit Oslo. Visit of the King to Denmark",
            "The ministers see Europe as a friend.",
            "Peat is available in Norway.",
            "Read the room, he said.",
            "They, see the Council as a friend.",
            "They meet on 5/6/2031, and see our friends in Norway.",
        ] {
            assert_eq!(marked(text), text);
        }
    }
}
