//! Footnotes: lines at the foot of a page or paper that begin with a mark which stands behind a word above.
//!
//! ```text
//! … opens the weirs,1 and each town pays into a Fund*        the marks, behind words
//! __________
//! 1 Adopted at Riga.                                         the notes that they lead to
//! *  Kept by the town.
//! ```
//! ```abnf
//! foot   = [ rule ] 1*note
//! note   = sign *WSP words *( newline words )
//! sign   = 1*3DIGIT / raised / "[" 1*3DIGIT "]" / 1*3"*" / 1*3"†" / 1*3"‡"
//! rule   = 3*( "_" / "-" / "–" / "—" / "─" )
//! ```
//! A sign leads to a note only where it stands behind a word of the text before. Without a rule above, a raised sign
//! says enough; a plain number must begin or go on the notes of the paper behind a blank line. `1.` and `(1)` are
//! numbers of provisions, a star without its mark is a bullet. Not here: what a note is for; where it is kept.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    grammar::{marker, shape},
    lines::Line,
};

/// Most lines of a note.
const LINES: usize = 8;

/// What a line is at the foot of a page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Foot {
    /// The rule over the notes.
    Rule,
    /// The first line of a note; bytes of its sign.
    Note(usize),
    /// A further line of a note.
    More,
}

/// A sign that leads from the text to a note.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Sign {
    Number(u32),
    Stars(usize),
    Daggers(usize),
    Doubles(usize),
}

/// The lines of footnotes, by index; `heads` are the running heads and feet of pages.
pub fn footnotes(text: &str, lines: &[Line], heads: &BTreeSet<usize>) -> BTreeMap<usize, Foot> {
    let words = |at: usize| lines.get(at).map_or("", |line| &text[line.span.start..line.span.end]);
    let mut found = BTreeMap::new();
    let mut marks: Option<BTreeMap<Sign, usize>> = None;
    let (mut last, mut at) = (0, 0);
    while at < lines.len() {
        let ruled = is_foot_rule(words(at));
        let first = at + usize::from(ruled);
        at = first.max(at + 1);
        let Some((sign, _, raised)) = sign(words(first)) else { continue };
        let begins = matches!(sign, Sign::Number(number) if number == last + 1);
        let apart = lines[first].blank_before > 0 || lines[first].new_page;
        if !(ruled || raised || begins && apart) {
            continue;
        }
        let marks = marks.get_or_insert_with(|| marks_of(text));
        let held =
            |sign: Sign, line: usize| marks.get(&sign).is_some_and(|mark| *mark < lines[line].span.start);
        if !held(sign, first) {
            continue;
        }
        if ruled {
            found.insert(first - 1, Foot::Rule);
        }
        let (mut line, mut more) = (first, 0);
        while line < lines.len() && (line == first || !ends_foot(words(line), &lines[line], line, heads)) {
            match self::sign(words(line)).filter(|(sign, ..)| held(*sign, line)) {
                Some((sign, length, _)) => {
                    if let Sign::Number(number) = sign {
                        last = number;
                    }
                    found.insert(line, Foot::Note(length));
                    more = 0;
                }
                None if lines[line].blank_before == 0
                    && more < LINES
                    && marker::number(words(line))
                        .is_none_or(|number| number.dress == marker::Dress::Bare) =>
                {
                    found.insert(line, Foot::More);
                    more += 1;
                }
                None => break,
            }
            line += 1;
        }
        at = line;
    }
    found
}

/// Does a line end the foot of a page: the page's number or running foot, or the first line of the next page?
fn ends_foot(words: &str, line: &Line, at: usize, heads: &BTreeSet<usize>) -> bool {
    line.new_page || heads.contains(&at) || shape::is_page_number(words) || line.is_row()
}

fn is_foot_rule(words: &str) -> bool {
    matches!(words.as_bytes().first(), Some(b'_' | b'-' | 0xE2))
        && words.chars().all(|c| matches!(c, '_' | '-' | '–' | '—' | '─'))
        && words.chars().count() >= 3
}

/// The sign that a line begins with, its bytes, and whether it is raised.
fn sign(words: &str) -> Option<(Sign, usize, bool)> {
    let first = words.bytes().next()?;
    if !(first.is_ascii_digit() || matches!(first, b'*' | b'[' | 0xC2 | 0xE2)) {
        return None;
    }
    let (sign, length, raised) = any_sign(words)?;
    let rest = &words[length..];
    let note = rest.trim_start();
    let spaced = note.len() < rest.len();
    let opens = note.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"' | '‘' | '\''))
        || ["see ", "ibid", "cf.", "op. cit", "http"].iter().any(|lead| note.starts_with(lead));
    let fits = match sign {
        Sign::Number(_) if raised || words.starts_with('[') => note.starts_with(char::is_alphabetic) || opens,
        Sign::Number(_) => spaced && opens,
        _ => note.starts_with(|c: char| c.is_alphabetic() || matches!(c, '“' | '"')),
    };
    fits.then_some((sign, length, raised))
}

/// The sign at the start of words, its bytes, and whether it is raised.
fn any_sign(words: &str) -> Option<(Sign, usize, bool)> {
    let run = |sign: char| words.chars().take_while(|c| *c == sign).count();
    let signs = |count: usize, width: usize, make: fn(usize) -> Sign, raised: bool| {
        (1..=3).contains(&count).then(|| (make(count), count * width, raised))
    };
    let figure = |words: &str| -> Option<(u32, usize)> {
        let length = words.bytes().take_while(u8::is_ascii_digit).count();
        (1..=3).contains(&length).then(|| words[..length].parse().ok().map(|value| (value, length))).flatten()
    };
    match words.chars().next()? {
        '*' => signs(run('*'), 1, Sign::Stars, false),
        '†' => signs(run('†'), '†'.len_utf8(), Sign::Daggers, true),
        '‡' => signs(run('‡'), '‡'.len_utf8(), Sign::Doubles, true),
        '[' => {
            let (value, length) = figure(&words[1..])?;
            words[1 + length..].starts_with(']').then_some((Sign::Number(value), length + 2, false))
        }
        '0'..='9' => figure(words).map(|(value, length)| (Sign::Number(value), length, false)),
        _ => {
            let (mut value, mut length) = (0, 0);
            for c in words.chars().take(3) {
                let Some(digit) = raised_digit(c) else { break };
                value = value * 10 + digit;
                length += c.len_utf8();
            }
            (length > 0).then_some((Sign::Number(value), length, true))
        }
    }
}

fn raised_digit(c: char) -> Option<u32> {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    DIGITS.iter().position(|digit| *digit == c).and_then(|at| u32::try_from(at).ok())
}

/// The signs that stand behind words, each with its first place: `weirs1`, `Fund*`, `Poland,²`, `share.[3]`.
fn marks_of(text: &str) -> BTreeMap<Sign, usize> {
    let bytes = text.as_bytes();
    let mut marks = BTreeMap::new();
    let mut at = 1;
    while at < bytes.len() {
        let starts = bytes[at].is_ascii_digit() || matches!(bytes[at], b'*' | b'[' | 0xC2 | 0xE2);
        if !starts || !text.is_char_boundary(at) || !is_behind_word(&text[..at]) {
            at += 1;
            continue;
        }
        match any_sign(&text[at..]) {
            Some((sign, length, _)) => {
                let after = text[at + length..].chars().next();
                if after.is_none_or(|c| !c.is_alphanumeric() && c != '*') {
                    marks.entry(sign).or_insert(at);
                }
                at += length;
            }
            None => at += 1,
        }
    }
    marks
}

/// Does the text end in a word of three letters or more that is no acronym, or in the stop behind one?
fn is_behind_word(before: &str) -> bool {
    let bare = before.trim_end_matches(['.', ',', ';', ':', ')', '”', '"', '’', '*']);
    let mut letters = bare.chars().rev();
    let word = (0..3).all(|_| letters.next().is_some_and(char::is_alphabetic));
    word && bare.ends_with(char::is_lowercase) && before.len() - bare.len() <= 6
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notes(text: &str) -> Vec<(Foot, String)> {
        let lines = crate::lines::lines(text);
        let found = footnotes(text, &lines, &BTreeSet::new());
        found
            .into_iter()
            .map(|(at, foot)| (foot, text[lines[at].span.start..lines[at].span.end].to_owned()))
            .collect()
    }

    #[test]
    fn a_note_has_its_mark_in_the_text_above() {
        for (text, count) in [
            ("The weirs1 were open.\n____\n1 See the map.\n", 1),
            ("The weirs, were open.¹\n\n¹ See the map.\n", 1),
            ("A Fund* was set up,\n---\n* Kept by the town.\n", 1),
            ("The weirs† were open.\n\n† Until May.\n", 1),
            ("The weirs,1 and locks.2\n\n1 Open in May.\n2 Shut\nin June.\n\n- 3 -\n", 2),
            ("The weirs.[1]\n___\n[1] Open in May.\n", 1),
            // No mark, no note: bullets, rows of figures, numbered lines.
            ("The weirs were open.\n\n* Locks\n* Boats\n", 0),
            ("The weirs1 were open.\n\n1. Locks\n2. Boats\n", 0),
            ("The CO2 and the G7.\n\n2 Locks\n7 Boats\n", 0),
            ("The weirs1 were open.\n\n2020 was dry.\n30 boats came.\n", 0),
            ("The weirs were open on\n1 May and on\n2 June.\n", 0),
        ] {
            let firsts = notes(text).iter().filter(|(foot, _)| matches!(foot, Foot::Note(_))).count();
            assert_eq!(firsts, count, "{text} {:?}", notes(text));
        }
    }
}
