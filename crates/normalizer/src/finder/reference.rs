//! References: clauses that point to another document, `please consult The State of the Fens`.
//!
//! ```text
//! reference = polite / see / imperative / where
//! polite    = "please" verb document                      ; behind `For more information on …,`, from `please` on
//! see       = ( "See" / "See also" / "see also" ) document
//! imperative= ( "Consult" / "Read" / "View" / "Download" / "Visit" / "Refer to" / "Go to" … ) document
//! where     = document ( "is" / "are" / "can be" ) ( "available" / "found" / "accessed" … ) ( "at" / "on" / "here" … ) place
//! document  = a run with a capital, a figure, an address or a word for a paper in it
//! ```
//! The record reaches from the cue to the stop, the stop left out; of `where` it is the whole clause. Stops inside
//! addresses and abbreviations end nothing.
//!
//! Not here: navigation (`Learn more about …`, teaser lines and boilerplate), contacts (`contact us at …`), and pointers
//! inside the same document (`see Annex 2`, `see below`).

use rapporteur_model::{Document, Location, PassageId, Reference, SectionKind, TextRange};

use crate::finder::person::word::{Words, is_capitalized};
use crate::{Context, Lexicon};

/// Verbs that send a reader somewhere.
const VERBS: &[&str] =
    &["visit", "consult", "see", "read", "view", "download", "check", "access", "browse", "follow", "review"];

/// Verbs of two words that do.
const VERBS_TO: &[&str] = &["refer", "go", "turn", "head", "return"];

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

/// Appends the references of a document.
pub fn find(document: &mut Document, _lexicon: &Lexicon, _context: &Context) {
    let mut found = Vec::new();
    for (index, passage) in document.passages.iter().enumerate() {
        let kind = document.sections.get(passage.section).map(|section| section.kind);
        if kind == Some(SectionKind::Boilerplate) {
            continue;
        }
        let words = Words::of(passage.text());
        let quoted: Vec<TextRange> = document
            .quotes
            .iter()
            .flat_map(|quote| &quote.at)
            .filter(|at| at.passage == PassageId(index))
            .map(|at| at.range)
            .collect();
        for range in sentences(&words).into_iter().filter_map(|sentence| clause(&words, sentence)) {
            if !quoted.iter().any(|quote| quote.covers(range)) {
                found.push(Reference { at: Location { passage: PassageId(index), range } });
            }
        }
    }
    document.references = found;
}

/// First and last word of each sentence, the last one excluded.
fn sentences(words: &Words<'_>) -> Vec<(usize, usize)> {
    let mut starts: Vec<usize> = (0..words.list.len()).filter(|&i| words.starts_sentence(i)).collect();
    starts.push(words.list.len());
    starts.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

/// The reference in a sentence.
fn clause(words: &Words<'_>, (first, last): (usize, usize)) -> Option<TextRange> {
    let lower: Vec<String> = words.list[first..last].iter().map(|word| word.text.to_lowercase()).collect();
    let end = end_of(words, last);
    let whole = |from: usize| Some(TextRange::new(words.list[first + from].start, end));
    if is_navigation(&lower) || lower.iter().any(|word| word == "contact") {
        return None;
    }
    for (at, word) in lower.iter().enumerate() {
        let next = lower.get(at + 1).map_or("", String::as_str);
        let sends =
            |word: &str, after: &str| VERBS.contains(&word) || VERBS_TO.contains(&word) && after == "to";
        let after = lower.get(at + 2).map_or("", String::as_str);
        let skip = if VERBS_TO.contains(&word.as_str()) { 2 } else { 1 };
        if word == "please" && sends(next, after) && points(words, first + at + 2, last) {
            return whole(at);
        }
        if word == "see" && next == "also" && points(words, first + at + 2, last) {
            return bracketed(words, first + at, last).or_else(|| whole(at));
        }
        let led = at == 0 || is_lead(&lower[..at]) && words.gap(first + at).contains(',');
        let opens = led || words.gap(first + at).contains('(');
        if opens && word == "see" && points(words, first + at + 1, last) {
            return bracketed(words, first + at, last).or_else(|| whole(at));
        }
        if led
            && word != "see"
            && word != "follow"
            && sends(word, next)
            && points(words, first + at + skip, last)
        {
            let strict = at > 0 || has_target(words, first + at + skip, last);
            return strict.then(|| whole(at)).flatten();
        }
    }
    available(words, &lower, first, last).then(|| whole(0)).flatten()
}

/// `To learn more,`, `For more information on …,`: what may stand before a verb that sends the reader on.
fn is_lead(lower: &[String]) -> bool {
    let text = lower.join(" ");
    let starts = [
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
    starts.iter().any(|start| text.starts_with(start))
}

/// Navigation: lines that lead through a site.
fn is_navigation(lower: &[String]) -> bool {
    #[rustfmt::skip]
    const LINES: &[&str] = &[
        "learn more", "find out more", "read more", "details on", "click here", "back to", "follow us",
        "see more", "see all", "view all", "view more", "explore", "discover", "skip to", "go to top",
        "share this", "sign up", "subscribe", "visit us", "return to", "read this", "follow @",
    ];
    let text = lower.iter().take(4).map(String::as_str).collect::<Vec<_>>().join(" ");
    LINES.iter().any(|line| text.starts_with(line))
}

/// Does what follows a cue name another document: a capital, an address, a figure, a word for a paper; and no part of
/// this one?
fn points(words: &Words<'_>, from: usize, last: usize) -> bool {
    let behind = &words.list[from.min(last)..last];
    let lead = behind
        .iter()
        .take(3)
        .find(|word| !matches!(word.text, "the" | "our" | "also" | "at" | "a" | "this" | "in"));
    let inside = lead.is_some_and(|word| INSIDE.contains(&word.text.to_lowercase().as_str()));
    let outside = behind
        .iter()
        .any(|word| is_capitalized(word.text) || PAPERS.contains(&word.text.to_lowercase().as_str()));
    let outside = outside || has_address(words, from, last);
    outside && !inside
}

/// Does a sentence that begins with a verb speak of a paper or an address: `Read the full report`, but not `Review
/// Officers met`?
fn has_target(words: &Words<'_>, from: usize, last: usize) -> bool {
    let behind = &words.list[from.min(last)..last];
    let first = behind.first().is_some_and(|word| {
        matches!(
            word.text,
            "the" | "our" | "a" | "an" | "this" | "these" | "its" | "more" | "here" | "all" | "full"
        ) || has_address(words, from, from + 3)
    });
    let spoken = behind.iter().any(|word| PAPERS.contains(&word.text.to_lowercase().as_str()))
        || has_address(words, from, last);
    first && spoken
}

/// Is there a web address among the words?
fn has_address(words: &Words<'_>, from: usize, last: usize) -> bool {
    let last = last.min(words.list.len());
    (from..last).any(|i| {
        let word = words.list[i].text;
        let dotted = i + 1 < last && words.gap(i + 1) == "." && !is_capitalized(words.list[i + 1].text);
        dotted || matches!(word, "http" | "https" | "www")
    })
}

/// `… is available at www…`, `… can be found on …`.
fn available(words: &Words<'_>, lower: &[String], first: usize, last: usize) -> bool {
    #[rustfmt::skip]
    const HOW: &[&str] = &[
        "available", "found", "accessed", "viewed", "downloaded", "read", "consulted", "posted", "obtained",
    ];
    for (at, word) in lower.iter().enumerate().skip(2) {
        if !HOW.contains(&word.as_str()) {
            continue;
        }
        let before = &lower[at.saturating_sub(3)..at];
        let is = before.iter().any(|word| matches!(word.as_str(), "is" | "are" | "be"));
        let next = lower.get(at + 1).map_or("", String::as_str);
        let place = lower.iter().skip(at + 1);
        let address = has_address(words, first + at + 1, last);
        let online = address
            || has_address(words, first + at + 1, last)
            || place.clone().any(|word| {
                matches!(word.as_str(), "here" | "online" | "website" | "site" | "page" | "web" | "webpage")
            });
        let paper = lower[..at]
            .iter()
            .any(|word| PAPERS.contains(&word.as_str()) || word == "information" || word == "copies");
        if is
            && (paper || address)
            && online
            && matches!(next, "at" | "on" | "here" | "online" | "in" | "from" | "via" | "through")
        {
            return true;
        }
    }
    false
}

/// A pointer that stands in brackets ends with them.
fn bracketed(words: &Words<'_>, from: usize, last: usize) -> Option<TextRange> {
    let start = words.list[from].start;
    words.gap(from).contains('(').then_some(())?;
    let close = words.text[start..words.list[last - 1].end.max(start)].find(')').map(|at| start + at);
    let end = close.or_else(|| words.text[start..].find(')').map(|at| start + at))?;
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

    static LEXICON: std::sync::LazyLock<Lexicon> = std::sync::LazyLock::new(Lexicon::embedded);

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
        ] {
            assert_eq!(marked(text), text);
        }
    }
}
