//! Source fragments to clean text: white space folded, marks of markup taken out, damage mended.
//!
//! `"Disaster prepared ness and senior- official talks on the 3 rd"` reads
//! `"Disaster preparedness and senior-official talks on the 3rd"`, with a finding for each mended word.
//!
//! Only what extraction broke is mended: a space inside a word, a hyphen at a line's end, a space before an
//! ordinal's ending, a stray sign, a letter that stands as debris beside the row. A word is only joined where the
//! word list knows the whole and does not know a part. Authors' own errors stay as printed.

use std::collections::BTreeSet;

use rapporteur_model::{Code, Diagnostic, PassageBuilder, Severity, Source, Span};

use crate::{
    compound::is_compound,
    grammar::shape::{INVISIBLE, is_month},
    token,
    words::{is_whole, is_word},
};

/// How a fragment joins the one before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Glue {
    /// The next line of the same paragraph.
    Wrap,
    /// A page break, or the border of a row or cell, cut the text here.
    Cut,
}

/// A stretch of source that is part of a passage.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fragment {
    /// Where; no white space at either end.
    pub span: Span,
    /// How it joins the fragment before it.
    pub glue: Glue,
}

impl Fragment {
    /// A fragment that goes on, or begins, on a line of its own.
    pub const fn line(span: Span) -> Self {
        Self { span, glue: Glue::Wrap }
    }

    /// A fragment after a cut.
    pub const fn cut(span: Span) -> Self {
        Self { span, glue: Glue::Cut }
    }
}

/// What is known of the damage around a passage.
#[derive(Clone, Copy, Default, Debug)]
pub struct Damage<'a> {
    /// Was the text copied out of a PDF or scan, so that words may be cut in two?
    pub split_words: bool,
    /// Letters that stand as debris beside the passage and may be missing in one of its words.
    pub lost_letters: &'a [char],
    /// Compounds that the text prints whole elsewhere: `counter-terrorism`.
    pub compounds: Option<&'a BTreeSet<String>>,
}

/// The clean text of fragments, in order. Findings go to `found`.
pub fn clean(
    source: &Source,
    fragments: &[Fragment],
    damage: Damage<'_>,
    found: &mut Vec<Diagnostic>,
) -> PassageBuilder {
    let mut cleaner = Cleaner {
        source,
        damage,
        found,
        builder: PassageBuilder::new(),
        marks: None,
        pending: damage.lost_letters.to_vec(),
    };
    let words = words(&source.text, fragments);
    let mut at = 0;
    while at < words.len() {
        // Without damage to look for, most words stand as they are: a run of them is one piece.
        if !damage.split_words && cleaner.pending.is_empty() {
            let run = plain_run(&source.text, &words[at..]);
            if run > 0 {
                cleaner.gap(words[at]);
                let span = words[at].span.join(words[at + run - 1].span);
                cleaner.builder.verbatim(source.slice(span), span);
                at += run;
                continue;
            }
        }
        let spaced = if words[at].span.len() == 1 { letter_spaced(&source.text, &words[at..]) } else { 0 };
        if spaced > 0 {
            cleaner.spaced(&words[at..at + spaced]);
            at += spaced;
            continue;
        }
        let next = words.get(at + 1).copied();
        at += cleaner.word(words[at], next);
    }
    if let Some(span) = cleaner.marks {
        let message = format!("signs of markup were taken out of “{}”", excerpt(source.slice(span)));
        cleaner.found.push(Diagnostic::new(Code::MarkupRemoved, Severity::Info, span, message));
    }
    cleaner.builder.trim_end();
    cleaner.builder
}

/// A word of the source with the gap before it.
#[derive(Clone, Copy)]
struct Word {
    span: Span,
    /// The white space (or the cut) before it; empty for the first.
    gap: Span,
    /// What the gap is; `None` for white space inside a line.
    glue: Option<Glue>,
}

/// How many words from the first stand as they are whatever follows them, parted by single spaces.
fn plain_run(text: &str, words: &[Word]) -> usize {
    let plain = |word: &Word| {
        let word = &text.as_bytes()[word.span.start..word.span.end];
        let marked = word.iter().any(|byte| matches!(byte, b'*' | b'_' | b')' | 0xC2 | 0xEF));
        let end = word.last().copied().unwrap_or_default();
        let hidden = |three: &[u8]| matches!(three, [0xE2, 0x80, 0x8B..=0x8D] | [0xE2, 0x81, 0xA0]);
        let bare = word.is_ascii() || !word.windows(3).any(hidden);
        word.len() > 1 && !marked && !end.is_ascii_digit() && end != b'-' && bare
    };
    let spaced =
        |word: &Word| word.glue.is_none() && word.gap.len() == 1 && text.as_bytes()[word.gap.start] == b' ';
    words.iter().enumerate().take_while(|(rank, word)| (*rank == 0 || spaced(word)) && plain(word)).count()
}

fn words(text: &str, fragments: &[Fragment]) -> Vec<Word> {
    let bytes = fragments.iter().map(|fragment| fragment.span.len()).sum::<usize>();
    let mut words: Vec<Word> = Vec::with_capacity(bytes / 6 + 1);
    for fragment in fragments {
        let mut glue = Some(fragment.glue);
        let base = fragment.span.start;
        let mut tokens = token::words(&text[base..fragment.span.end]);
        while let Some(range) = tokens.next_range() {
            let span = Span::new(base + range.start, base + range.end);
            let before = words.last().map_or(span.start, |last| last.span.end);
            words.push(Word { span, gap: Span::new(before, span.start), glue });
            glue = None;
        }
    }
    words
}

/// How many words from the first are the letters of one word, each set apart by one space: `P L A N`; 0 where they are
/// none. Of letters in a row ("groups A B C D") only those count that make a word of the list.
fn letter_spaced(text: &str, words: &[Word]) -> usize {
    let letter = |word: &Word| word.span.len() == 1 && text.as_bytes()[word.span.start].is_ascii_alphabetic();
    let near = |word: &&Word| letter(word) && word.glue.is_none() && word.gap.len() == 1;
    let count = words.iter().take(1).filter(|first| letter(first)).count()
        + words.iter().skip(1).take_while(near).count();
    if !(4..=24).contains(&count) || !letter(&words[0]) {
        return 0;
    }
    let whole: String = words[..count].iter().map(|word| &text[word.span.start..word.span.end]).collect();
    let tail = whole.as_bytes().get(1..).unwrap_or_default();
    let case = whole.bytes().all(|byte| byte.is_ascii_uppercase()) || tail.iter().all(u8::is_ascii_lowercase);
    if case && (is_word(&whole) || is_month(&whole)) { count } else { 0 }
}

struct Cleaner<'a, 'f> {
    source: &'a Source,
    damage: Damage<'a>,
    found: &'f mut Vec<Diagnostic>,
    builder: PassageBuilder,
    /// From the first to the last mark of markup that was taken out.
    marks: Option<Span>,
    /// Lost letters that no word has claimed yet.
    pending: Vec<char>,
}

impl Cleaner<'_, '_> {
    /// Takes a word, with the next where the two belong together; tells how many it took.
    fn word(&mut self, word: Word, next: Option<Word>) -> usize {
        self.gap(word);
        let text = self.source.slice(word.span);
        if let Some(next) = next {
            if let Some((whole, span)) = self.joined(text, word, next) {
                self.plain(Span::new(word.span.start, span.start));
                self.mended(&whole, span);
                self.plain(Span::new(span.end, next.span.end));
                return 2;
            }
            if let Some(keep) = self.broken_hyphen(text, next) {
                // "senior- official": the gap goes, and at a line's end perhaps the hyphen.
                self.plain(Span::new(word.span.start, word.span.end - usize::from(!keep)));
                let gap = Span::new(word.span.end - usize::from(!keep), next.span.start);
                self.builder.repaired("", gap);
                let read = format!(
                    "{}{}",
                    text.get(..text.len() - usize::from(!keep)).unwrap_or(text),
                    self.source.slice(next.span)
                );
                self.note(Span::new(word.span.start, next.span.end), &read);
                self.plain(next.span);
                return 2;
            }
        }
        self.plain(word.span);
        1
    }

    /// The letters of one word, each set apart.
    fn spaced(&mut self, letters: &[Word]) {
        let (Some(first), Some(last)) = (letters.first(), letters.last()) else { return };
        self.gap(*first);
        let whole: String = letters.iter().map(|letter| self.source.slice(letter.span)).collect();
        self.mended(&whole, Span::new(first.span.start, last.span.end));
    }

    fn gap(&mut self, word: Word) {
        // Where a mark was taken out between two spaces, one stands already.
        if self.builder.is_empty() || word.gap.is_empty() || self.builder.text().ends_with(' ') {
            return;
        }
        match word.glue {
            Some(Glue::Cut) => self.builder.joined(" ", word.gap),
            None if self.source.slice(word.gap) == " " => self.builder.verbatim(" ", word.gap),
            _ => self.builder.folded(word.gap),
        };
    }

    /// Two words that are one: "prepared ness", "3 rd". The whole, and what it stands for.
    fn joined(&self, text: &str, word: Word, next: Word) -> Option<(String, Span)> {
        let figures = text.ends_with(|c: char| c.is_ascii_digit());
        if !figures && !self.damage.split_words {
            return None;
        }
        let following = self.source.slice(next.span);
        let tail = &following[..following.find(|c: char| !c.is_alphabetic()).unwrap_or(following.len())];
        let digits = text.len() - text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        if figures {
            let figure = &text[text.len() - digits..];
            let before = text[..text.len() - digits].chars().next_back();
            let fits = digits <= 3
                && tail == ordinal_ending(figure)
                && before.is_none_or(|c| !c.is_alphanumeric() && c != '.');
            return fits.then(|| {
                (format!("{figure}{tail}"), Span::new(word.span.end - digits, next.span.start + tail.len()))
            });
        }
        let head_start = text
            .rfind(|c: char| !c.is_ascii_alphabetic())
            .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
        let head = &text[head_start..];
        let lower_tail = !tail.is_empty() && tail.bytes().all(|byte| byte.is_ascii_lowercase());
        let after = following[tail.len()..].chars().next();
        let whole_tail = after.is_none_or(|c| {
            matches!(c, ',' | '.' | ';' | ':' | ')' | ']' | '”' | '’' | '"' | '?' | '!' | '/')
        });
        let one_case = head.get(1..).is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_lowercase()));
        if !lower_tail || !whole_tail || !one_case || next.glue == Some(Glue::Cut) {
            return None;
        }
        if let Some(whole) = self.lost_between(head, tail) {
            return Some((whole, Span::new(word.span.start + head_start, next.span.start + tail.len())));
        }
        // Most neighbours make no word together: that is asked first.
        let dated = || head.len() + tail.len() <= 9 && is_month(&format!("{head}{tail}"));
        if head.len() + tail.len() < 5 || !is_whole(head, tail) && !dated() {
            return None;
        }
        let bound = || BOUND_PREFIXES.contains(&head.to_ascii_lowercase().as_str());
        let cut = !is_word(head) || !is_word(tail) || bound();
        let span = Span::new(word.span.start + head_start, next.span.start + tail.len());
        cut.then(|| (format!("{head}{tail}"), span))
    }

    /// A letter between two halves that stands as debris beside the row: "inf rmation".
    fn lost_between(&self, head: &str, tail: &str) -> Option<String> {
        if self.damage.lost_letters.is_empty() || head.is_empty() || is_word(head) && is_word(tail) {
            return None;
        }
        self.damage
            .lost_letters
            .iter()
            .map(|letter| format!("{head}{letter}{tail}"))
            .find(|whole| is_word(whole))
    }

    /// "counter- terrorism": does the hyphen stay (`Some(true)`), go (`Some(false)`), or is nothing broken?
    fn broken_hyphen(&self, text: &str, next: Word) -> Option<bool> {
        let head = text.strip_suffix('-')?;
        let following = self.source.slice(next.span);
        let starts_lower = following.starts_with(|c: char| c.is_lowercase());
        let letters = head.chars().next_back().is_some_and(char::is_alphabetic);
        let bare = following.trim_end_matches(|c: char| !c.is_alphanumeric());
        // "short- and long-term" hangs on purpose.
        if !starts_lower
            || !letters
            || matches!(bare, "and" | "or" | "to" | "nor" | "but" | "und" | "et")
            || next.glue == Some(Glue::Cut)
        {
            return None;
        }
        if next.glue.is_none() {
            return is_compound(head, following, self.damage.compounds).then_some(true);
        }
        let core = head.rsplit(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
        let tail =
            &following[..following.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(following.len())];
        Some(!is_word(&format!("{core}{tail}")))
    }

    /// Text of one word, its stray signs taken out.
    fn plain(&mut self, span: Span) {
        let text = self.source.slice(span);
        if self.pending.is_empty() && is_clean(text) {
            self.builder.verbatim(text, span);
            return;
        }
        let mut done = 0;
        while done < text.len() {
            let rest = &text[done..];
            let at = Span::new(span.start + done, span.end);
            if let Some(sign) = ["**", "__"].into_iter().find(|sign| rest.starts_with(sign)) {
                self.markup(Span::new(at.start, at.start + sign.len()));
                done += sign.len();
                continue;
            }
            if let Some(sign) = rest.chars().next().filter(|c| INVISIBLE.contains(c)) {
                self.markup(Span::new(at.start, at.start + sign.len_utf8()));
                done += sign.len_utf8();
                continue;
            }
            if let Some(stray) = stray(text, done) {
                self.builder.repaired("", Span::new(at.start, at.start + stray));
                let read = format!("{}{}", &text[..done], &rest[stray..]);
                self.note(span, &read);
                done += stray;
                continue;
            }
            if done == 0 && self.restored(span) {
                return;
            }
            let step = rest.char_indices().skip(1).find(|(i, c)| {
                INVISIBLE.contains(c)
                    || rest[*i..].starts_with("**")
                    || rest[*i..].starts_with("__")
                    || stray(text, done + i).is_some()
            });
            let length = step.map_or(rest.len(), |(at, _)| at);
            self.builder.verbatim(&rest[..length], Span::new(at.start, at.start + length));
            done += length;
        }
    }

    /// A word that lost its first letter, where that letter stands as debris beside the row.
    fn restored(&mut self, span: Span) -> bool {
        let text = self.source.slice(span);
        let core = text.trim_end_matches(|c: char| !c.is_alphabetic());
        if self.pending.is_empty()
            || core.len() < 4
            || !core.bytes().all(|b| b.is_ascii_lowercase())
            || is_word(core)
        {
            return false;
        }
        let Some(at) = self.pending.iter().position(|letter| is_word(&format!("{letter}{core}"))) else {
            return false;
        };
        let whole = format!("{}{core}", self.pending.remove(at));
        self.mended(&whole, Span::new(span.start, span.start + core.len()));
        let rest = Span::new(span.start + core.len(), span.end);
        self.builder.verbatim(self.source.slice(rest), rest);
        true
    }

    fn mended(&mut self, whole: &str, span: Span) {
        self.builder.repaired(whole, span);
        self.note(span, whole);
    }

    fn note(&mut self, span: Span, read: &str) {
        let message = format!("“{}” was read as “{read}”", excerpt(self.source.slice(span)));
        self.found.push(Diagnostic::new(Code::OcrRepairedWord, Severity::Info, span, message));
    }

    fn markup(&mut self, span: Span) {
        self.builder.repaired("", span);
        self.marks = Some(self.marks.map_or(span, |marks| marks.join(span)));
    }
}

/// Has a word nothing that [`Cleaner::plain`] would look at: no mark of markup, no sign without width, no bracket?
fn is_clean(text: &str) -> bool {
    let bytes = text.as_bytes();
    if bytes.iter().any(|byte| matches!(byte, b'*' | b'_' | b')')) {
        return false;
    }
    text.is_ascii() || !text.contains(INVISIBLE)
}

/// Length of a stray sign at `at`: "_earth", the "s" of "(2006-2010)s".
fn stray(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let mut after = rest.chars().skip(1);
    if rest.starts_with('_') && text.find('_') == text.rfind('_') {
        let opens = text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        return (opens && after.next().is_some_and(char::is_alphabetic)).then_some(1);
    }
    let before = &text[..at];
    let closed =
        before.ends_with(')') && before.trim_end_matches(')').ends_with(|c: char| c.is_ascii_digit());
    (rest.starts_with('s') && closed && after.next().is_none_or(|c| c.is_ascii_punctuation())).then_some(1)
}

/// Prefixes that never stand alone in prose, so that a space after them is damage.
const BOUND_PREFIXES: [&str; 6] = ["inter", "intra", "socio", "trans", "multi", "infra"];

fn ordinal_ending(figure: &str) -> &'static str {
    let teen = figure.len() >= 2 && figure.as_bytes()[figure.len() - 2] == b'1';
    match figure.as_bytes().last() {
        Some(b'1') if !teen => "st",
        Some(b'2') if !teen => "nd",
        Some(b'3') if !teen => "rd",
        _ => "th",
    }
}

/// The first words of a text, for a message.
pub fn excerpt(text: &str) -> String {
    let folded: Vec<&str> = text.split_whitespace().collect();
    let folded = folded.join(" ");
    match folded.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &folded[..end]),
        None => folded,
    }
}

#[cfg(test)]
mod tests;
