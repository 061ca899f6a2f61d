//! Attributions: the words beside a quotation that tell who said it, and how.
//!
//! `“…,” said Baird` and `“…,” it noted` stand after it, `Ode told reporters that “…”`, `Ode: “…”` and `According to
//! the report, “…”` before it.
//!
//! ```text
//! after   = [","] [adverb] cue speaker / [","] speaker [adverb] cue / [","] "according to" speaker / dash speaker
//! before  = speaker [adverb] cue [object] [("," / ":" / "that" / "as")] / "according to" speaker ","
//!         / speaker ":"
//! speaker = the noun phrase as printed, article and date included: `a May 30 Council press release`
//! ```
//! A verb of saying counts only where it is written small; the list is in the lexicon.
//!
//! Not here: who the speaker is (`super::speaker`), and reported speech without quotation marks, which is no quotation.

use rapporteur_model::TextRange;

use crate::finder::person::word::{Words, is_capitalized, is_capitals};
use crate::lexicon::people::People;

/// Who said it, and how.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attribution {
    /// The noun phrase of the speaker; none where only the verb stands there.
    pub speaker: Option<TextRange>,
    /// The verb of saying as printed; none after a dash or before a colon.
    pub cue: Option<TextRange>,
    /// Where the whole attribution ends.
    pub end: usize,
}

/// Words that may stand between a speaker and the verb.
#[rustfmt::skip]
const BETWEEN: &[&str] = &[
    "also", "has", "have", "had", "then", "later", "further", "further", "again", "recently", "earlier",
    "yesterday", "today", "once", "repeatedly", "subsequently", "publicly", "reportedly", "is", "was",
    "were", "been", "would", "did", "previously", "rightly", "often", "famously", "separately", "meanwhile",
    "simply", "all", "both",
];

/// Words that end a speaker's noun phrase when they follow the verb: `said Ode during …`.
#[rustfmt::skip]
const PHRASE_END: &[&str] = &[
    "in", "at", "on", "during", "after", "before", "when", "while", "as", "who", "which", "that", "to",
    "adding", "speaking", "following", "about", "with", "from", "yesterday", "today", "tonight", "ahead",
    "upon", "over", "by", "where", "through", "via", "because", "if", "but", "last", "earlier", "later",
    "this", "then", "noting", "calling", "referring", "commenting", "announcing", "welcoming", "citing",
    "is", "was", "has", "had", "are", "were", "until",
];

/// Words that begin a chunk of a sentence that is not its subject: `Speaking in Oslo, Ode said`.
#[rustfmt::skip]
const LEADS: &[&str] = &[
    "in", "on", "at", "during", "after", "before", "when", "while", "as", "since", "with", "for", "by",
    "from", "to", "following", "although", "though", "despite", "if", "earlier", "later", "today",
    "yesterday", "however", "moreover", "meanwhile", "also", "then", "asked", "under", "among", "through",
    "upon", "amid", "because", "once", "finally", "furthermore", "additionally", "separately", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "whereas", "of", "nevertheless",
    "and", "but", "so", "responding", "referring",
];

/// Words at which a new clause begins, whose subject is another.
const CLAUSES: &[&str] = &["that", "but", "because", "although", "whereas", "while"];

/// How many words before a quotation are read for who said it; no sentence is read further back.
const REACH: usize = 200;

/// How many words a dateline may have.
const DATELINE: usize = 16;

/// How many words a speaker's noun phrase may have.
const LONGEST: usize = 60;

/// Reads the attribution that follows a quotation. `end` is where the closing mark ends, `limit` where the next
/// quotation or the paragraph does, `inner` what was quoted.
pub fn after(
    words: &Words<'_>,
    people: &People,
    inner: &str,
    end: usize,
    limit: usize,
) -> Option<Attribution> {
    let first = words.at(end);
    let last = words.at(limit.saturating_sub(1)).min(words.list.len());
    let word = words.list.get(first).filter(|word| word.start < limit)?;
    let lead = words.text.get(end..word.start)?;
    if lead.contains(['(', '[']) {
        return None;
    }
    if lead.contains(['–', '—', '―']) || lead.trim() == "-" || lead.trim() == "--" {
        return signature(words, first, limit)
            .filter(|_| inner.ends_with(['.', '!', '?', ',']) || lead.len() > 4);
    }
    let stopped = lead.contains(['.', '!', '?']) || inner.ends_with(['.', '!', '?', '…']);
    let index = first + usize::from(is_between(word.text));
    let cue = words.cue(people, index, 4);
    let punctuated = lead.contains(',') || inner.ends_with([',', '.', '!', '?', '…', '—']);
    if cue > 0 && !is_capitalized(words.list[index].text) && (punctuated || is_finite(words.list[index].text))
    {
        let cue_range = verb(words, index, cue);
        let speaker = phrase(words, index + cue, limit);
        let end = speaker.map_or(cue_range.end, |range: TextRange| range.end);
        return Some(Attribution { speaker, cue: Some(cue_range), end });
    }
    let new_sentence = stopped && is_capitalized(word.text) && !inner.ends_with(['!', '?']);
    if new_sentence || lead.contains(['.', ';', ':']) {
        return None;
    }
    let comma = inner.ends_with([',', '!', '?', '.', '…', '—']) || lead.contains(',');
    let clause = |index: usize| matches!(words.list[index].text, "and" | "but" | "while" | "whereas");
    if comma {
        // `called it “a gift”, and Ode said`: the second clause has a speaker of its own.
        return (!clause(first)).then(|| subject_first(words, people, first, limit)).flatten();
    }
    // A few quoted words inside a sentence, whose speaker comes at its end: `is “a milestone” for us, Ode said.`
    let stop =
        (first + 1..=last).find(|&i| words.gap(i).contains(['.', ';', '!', '?']) && words.starts_sentence(i));
    let stop = stop.unwrap_or(last + 1).min(words.list.len());
    let comma = (first..stop).rev().find(|&i| words.gap(i).contains(','))?;
    if clause(comma) {
        return None;
    }
    let found = subject_first(words, people, comma, limit)?;
    words
        .list
        .get(words.at(found.end))
        .is_none_or(|next| next.start >= words.list.get(stop).map_or(limit, |w| w.start))
        .then_some(found)
}

/// `speaker [adverb] cue`, from a word on.
fn subject_first(words: &Words<'_>, people: &People, first: usize, limit: usize) -> Option<Attribution> {
    let start = words.list.get(first)?.start;
    for index in first + 1..words.list.len().min(first + 26) {
        if words.list[index].start >= limit
            || words.starts_sentence(index)
            || words.gap(index).contains([';', ':'])
        {
            return None;
        }
        let count = words.cue(people, index, 4);
        if count == 0 || is_capitalized(words.list[index].text) {
            continue;
        }
        let last = (first..index).rev().find(|&i| !is_between(words.list[i].text))?;
        let cue = verb(words, index, count);
        let comma = (first + 1..=last).find(|&i| words.gap(i).contains(','));
        let end = comma.map_or(words.list[last].end, |i| words.list[i - 1].end);
        let speaker = Some(TextRange::new(start, end));
        return Some(Attribution { speaker, cue: Some(cue), end: cue.end });
    }
    None
}

/// The noun phrase that follows a verb of saying.
fn phrase(words: &Words<'_>, first: usize, limit: usize) -> Option<TextRange> {
    let start = words.list.get(first).filter(|word| word.start < limit && words.joined(first))?;
    if PHRASE_END.contains(&start.text) || start.text == "and" {
        return None;
    }
    let mut end = start.end;
    for index in first + 1..words.list.len().min(first + LONGEST) {
        let word = words.list[index];
        let gap = words.gap(index);
        let possessive = gap.starts_with(['’', '\'']) && !gap.contains([',', '.']);
        let breaks = !words.joined(index) && !possessive;
        // `a statement issued by the Council`: the source belongs to the paper.
        let before = words.list[index - 1].text;
        let paper = matches!(before, "statement" | "letter" | "report" | "release" | "post" | "tweet");
        let source = matches!(word.text, "by" | "from") && (paper || before.ends_with("ed"));
        let joint =
            word.text == "and" && !words.list.get(index + 1).is_some_and(|next| is_capitalized(next.text));
        if word.start >= limit || breaks || joint || PHRASE_END.contains(&word.text) && !source {
            break;
        }
        end = word.end;
    }
    Some(TextRange::new(start.start, end))
}

/// `– Jane Ode, Minister of Fisheries` after a quotation, or on a line of its own: the name up to the first comma.
pub fn signature(words: &Words<'_>, first: usize, limit: usize) -> Option<Attribution> {
    let start = words.list.get(first).filter(|word| word.start < limit && is_capitalized(word.text))?;
    let mut end = start.end;
    for index in first + 1..words.list.len().min(first + LONGEST) {
        if words.list[index].start >= limit || words.gap(index).contains([',', ';', ':', '(', '–', '—', '\n'])
        {
            break;
        }
        if words.starts_sentence(index) {
            return None;
        }
        end = words.list[index].end;
    }
    let range = TextRange::new(start.start, end);
    (range.len() <= 90).then_some(Attribution { speaker: Some(range), cue: None, end })
}

/// Reads the attribution that leads to a quotation whose opening mark stands at `quote`; `from` is where the quotation
/// before it or the paragraph begins. `short` tells that only a few words are quoted.
pub fn before(
    words: &Words<'_>,
    people: &People,
    from: usize,
    quote: usize,
    short: bool,
) -> Option<Attribution> {
    let stop = words.at(quote);
    let begin = words.at(from).max(stop.saturating_sub(REACH));
    let first = (begin..stop).rev().find(|&i| i == begin || words.starts_sentence(i))?;
    let first = behind_dateline(words, first, stop);
    let lead = words.text.get(words.list[stop.checked_sub(1)?].end..quote)?;
    if lead.contains(['.', '!', '?', '(', '[', ';']) && !lead.contains(':') {
        return None;
    }
    let full = lead.contains([',', ':']);
    for index in (first..stop).rev() {
        let run = words.run(index, 4);
        let count = people.cue(&run).max(usize::from(is_saying(run.first().copied().unwrap_or_default())));
        let capital = is_capitalized(words.list[index].text);
        if count == 0 || index + count > stop || capital && index != first {
            continue;
        }
        let cue = verb(words, index, count);
        let between = stop - index - count;
        if run.first().is_some_and(|word| word.eq_ignore_ascii_case("according")) || capital {
            let speaker = phrase(words, index + count, quote);
            return speaker.map(|range| Attribution { speaker: Some(range), cue: Some(cue), end: quote });
        }
        let near = between == 0 || matches!(words.list[stop - 1].text, "that" | "as" | "how");
        let judged = is_judging(words.list[index].text) && between <= 8;
        let fits = full
            || judged
            || if short {
                between == 1 && near
            } else {
                near || between <= if is_reporting(words.list[index].text) { 25 } else { 8 }
            };
        let finite = full || is_finite(words.list[index].text);
        if !fits || !finite || is_noun(words, index) || is_naming(words, index, between) {
            continue;
        }
        let speaker =
            inserted(words, people, first, index, count).or_else(|| subject(words, people, first, index));
        return speaker.map(|range| Attribution { speaker: Some(range), cue: Some(cue), end: quote });
    }
    let label = lead.contains(':') && stop - first <= 12 && is_capitalized(words.list[first].text);
    let end = words.list[stop - 1].end;
    label.then(|| Attribution {
        speaker: Some(TextRange::new(words.list[first].start, end)),
        cue: None,
        end: quote,
    })
}

/// The speaker of an attribution between two commas, inside the words that it reports: `The fens, he added, “are wet”`.
fn inserted(words: &Words<'_>, people: &People, first: usize, cue: usize, count: usize) -> Option<TextRange> {
    let comma = (first + 1..cue).rev().find(|&i| words.gap(i).contains(','))?;
    let closed = words.gap(cue + count).starts_with(',');
    let chunk = &words.list[comma..cue];
    let pronoun = chunk.len() == 1 && is_pronoun(chunk[0].text);
    // `The fens, Jane Ode said, “are wet”`, but not `Lund, Director, said`.
    let thing = matches!(
        words.list[first].text,
        "The" | "This" | "That" | "These" | "Those" | "It" | "Its" | "Such" | "A"
    );
    let named = thing
        && chunk.len() <= 4
        && chunk.iter().all(|word| is_capitalized(word.text))
        && words.role(people, comma, 4) == 0;
    (closed && (pronoun || named)).then(|| TextRange::new(chunk[0].start, chunk[chunk.len() - 1].end))
}

/// The speaker of the last sentence before `end`, where it reports speech: `Ode said that the fens are wet.`
pub fn reported(words: &Words<'_>, people: &People, end: usize) -> Option<Attribution> {
    let stop = words.at(end).min(words.list.len());
    let first = (stop.saturating_sub(REACH)..stop).rev().find(|&i| words.starts_sentence(i))?;
    let first = behind_dateline(words, first, stop);
    let index = (first + 1..stop).find(|&i| {
        let word = words.list[i].text;
        words.cue(people, i, 4) > 0 && !is_capitalized(word) && is_finite(word) && !is_noun(words, i)
    })?;
    let speaker = subject(words, people, first, index)?;
    let cue = verb(words, index, words.cue(people, index, 4));
    Some(Attribution { speaker: Some(speaker), cue: Some(cue), end })
}

/// The first word behind the dateline of a paragraph, `OSLO, May 3, 2019 – The …`; `first` where none leads.
fn behind_dateline(words: &Words<'_>, first: usize, stop: usize) -> usize {
    let place = words
        .list
        .first()
        .is_some_and(|word| is_capitals(word.text) || is_capitalized(word.text) && word.is_place());
    let dash =
        |i: &usize| matches!(words.gap(*i).trim_start_matches(')').trim(), "-" | "–" | "—" | "--" | "―");
    let line = |behind: &usize| {
        let before = &words.list[..*behind];
        let dated = before.iter().any(|word| word.text.starts_with(|c: char| c.is_ascii_digit()));
        dated || before.iter().all(|word| is_capitals(word.text))
    };
    let behind = (1..stop.min(DATELINE)).find(dash).filter(|_| place).filter(line);
    behind.map_or(first, |behind| first.max(behind))
}

fn next_word<'a>(words: &Words<'a>, index: usize) -> &'a str {
    words.list.get(index + 1).map_or("", |word| word.text)
}

/// Pronouns that stand for a speaker alone: `He left Norway saying “…”`.
fn is_pronoun(word: &str) -> bool {
    matches!(word, "he" | "she" | "it" | "they" | "we" | "i")
}

/// The subject of a sentence that begins at `first` and whose verb is at `verb`: its first chunk between commas that is
/// no adverbial, or the last clause's.
fn subject(words: &Words<'_>, people: &People, first: usize, verb: usize) -> Option<TextRange> {
    let clause = (first..verb).rev().find(|&i| {
        CLAUSES.contains(&words.list[i].text) && i + 1 < verb && words.list[i].text != "that"
            || i > first && words.gap(i).contains(';')
    });
    let mut start = clause.map_or(first, |i| if words.gap(i).contains(';') { i } else { i + 1 });
    loop {
        let lead = words.list.get(start)?.text.to_lowercase();
        if matches!(lead.as_str(), "as" | "which" | "who" | "that") && start + 1 == verb {
            return None;
        }
        let adverbial = LEADS.contains(&lead.as_str())
            || (lead.ends_with("ing") || lead.ends_with("ly")) && people.is_ordinary(&lead);
        let conjunction = matches!(
            lead.as_str(),
            "whereas" | "while" | "when" | "although" | "though" | "and" | "but" | "so" | "as"
        );
        let comma = (start + 1..verb).find(|&i| words.gap(i).contains([',', ':', '–', '—', '(']));
        match (adverbial, comma) {
            (true, Some(next)) => start = next,
            (true, None) if conjunction => start += 1,
            (true, None) => return None,
            // `It was Ode who said` has another speaker.
            (false, _) if is_pronoun(&lead) && !matches!(next_word(words, start), "and" | "is" | "was") => {
                let word = words.list[start];
                return Some(TextRange::new(word.start, word.end));
            }
            (false, comma) => {
                let stop = comma.unwrap_or(verb);
                let last = (start..stop).rev().find(|&i| !is_between(words.list[i].text))?;
                return Some(TextRange::new(words.list[start].start, words.list[last].end));
            }
        }
    }
}

/// The verb of a cue without the hearers that the lexicon has with it: `told` of `told reporters`.
fn verb(words: &Words<'_>, index: usize, count: usize) -> TextRange {
    let first = words.list[index];
    let alone = matches!(first.text, "told" | "tells" | "said" | "says" | "wrote" | "posted");
    let last = if alone { first } else { words.list[index + count - 1] };
    TextRange::new(first.start, last.end)
}

/// Verbs whose report may run on for long before the quoted words: `said the plan, which …, was “a gift”`.
fn is_reporting(word: &str) -> bool {
    matches!(
        word,
        "said" | "says" | "told" | "noted" | "added" | "stated" | "explained" | "argued" | "warned" | "wrote"
    )
}

/// Verbs that give the quoted words to something: `called the talks “frank”`.
fn is_judging(word: &str) -> bool {
    matches!(
        word,
        "called"
            | "described"
            | "termed"
            | "labelled"
            | "labeled"
            | "dubbed"
            | "hailed"
            | "branded"
            | "characterised"
            | "characterized"
            | "denounced"
            | "calling"
            | "describing"
    )
}

/// Can the word be nothing but a verb? `note`, `state`, `report`, `calls` are nouns as well.
fn is_finite(word: &str) -> bool {
    #[rustfmt::skip]
    const VERBS: &[&str] = &[
        "said", "says", "say", "told", "tells", "wrote", "writes", "explains", "argues", "adds", "warns",
        "insists", "began", "went", "was", "been", "were", "had", "is", "according", "According",
        "describes", "declares",
    ];
    word.ends_with("ed") || is_saying(word) || VERBS.contains(&word)
}

fn is_between(word: &str) -> bool {
    BETWEEN.contains(&word)
}

/// Present participles of saying, which lean on the sentence's own subject: `…, adding: “…”`.
fn is_saying(word: &str) -> bool {
    #[rustfmt::skip]
    const SAYING: &[&str] = &[
        "saying", "adding", "noting", "stating", "stressing", "calling", "describing", "telling", "writing",
        "declaring", "explaining", "emphasizing", "emphasising", "warning", "insisting", "pointing",
        "quoting",
    ];
    SAYING.contains(&word)
}

/// `the reports “…”`, `a shared “…”`: a determiner before the word makes it no verb.
fn is_noun(words: &Words<'_>, index: usize) -> bool {
    let before = index.checked_sub(1).map_or("", |i| words.list[i].text);
    matches!(
        before,
        "the" | "a" | "an" | "this" | "these" | "its" | "their" | "his" | "her" | "our" | "of" | "for"
    ) || index > 0 && words.possessive(index - 1)
}

/// `a project called “…”`, `named “…”`: a name is given, nothing is said.
fn is_naming(words: &Words<'_>, index: usize, between: usize) -> bool {
    between == 0
        && matches!(
            words.list[index].text,
            "called"
                | "calls"
                | "described"
                | "calling"
                | "announced"
                | "shared"
                | "proposed"
                | "welcomed"
                | "read"
                | "titled"
        )
}
