//! The phrases that betray a genre: `Joint Communiqué` in a first line, `The Security Council,` at a line's start.
//!
//! They stand in `data/genre_cues.csv`; one pass over each line finds all of them. Only the lines at either end of the text are searched. Not here: what form alone tells, which `detect` counts.

use std::{borrow::Cow, collections::HashMap, sync::LazyLock};

use foldhash::fast::FixedState;
use rapporteur_model::Genre;

use super::detect::Features;
use crate::{grammar::shape, token, unit::Unit};

/// Lines at either end of the text that are searched for phrases: what betrays a genre stands there.
const ENDS: usize = 60;

/// A phrase that betrays a genre.
pub struct Cue {
    /// What it speaks for.
    pub genre: Genre,
    /// The phrase, with straight apostrophes.
    pub form: String,
    /// The form in lower case.
    lower: String,
    place: CuePlace,
    /// How much it says.
    pub weight: u32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum CuePlace {
    FirstLine,
    LineStart,
    AnyLine,
    Heading,
}

/// All phrases, found in one pass over a line by what they begin with.
struct Cues {
    list: Vec<Cue>,
    /// Phrases by their first three bytes; the third is zero for those of two.
    heads: HashMap<[u8; 3], Vec<usize>, FixedState>,
    /// The first two bytes of phrases: by the first, a bit for the second.
    openings: Box<[u32; 256]>,
}

static CUES: LazyLock<Cues> = LazyLock::new(|| {
    let mut reader = csv::Reader::from_reader(include_str!("../../../../data/genre_cues.csv").as_bytes());
    let cue = |row: csv::StringRecord| {
        let place = match row.get(2)? {
            "first_line" => CuePlace::FirstLine,
            "line_start" => CuePlace::LineStart,
            "heading" => CuePlace::Heading,
            _ => CuePlace::AnyLine,
        };
        let form = row.get(1)?.replace('’', "'");
        let lower = form.to_lowercase();
        let weight = row.get(3)?.parse().ok()?;
        Some(Cue { genre: Genre::from_name(row.get(0)?)?, form, lower, place, weight })
    };
    // End marks are known by their shape.
    let list: Vec<Cue> = reader
        .records()
        .flatten()
        .filter_map(cue)
        .filter(|cue| !cue.form.is_empty() && !shape::is_end_mark(&cue.form))
        .collect();
    let (mut heads, mut openings) = (HashMap::<_, Vec<usize>, _>::default(), Box::new([0; 256]));
    for (index, cue) in list.iter().enumerate() {
        let head = match *cue.form.as_bytes() {
            [first, second] => [first, second, 0],
            [first, second, third, ..] => [first, second, third],
            _ => continue,
        };
        openings[usize::from(head[0])] |= 1 << (head[1] & 31);
        heads.entry(head).or_default().push(index);
    }
    Cues { list, heads, openings }
});

impl Cues {
    /// Marks the phrases that stand in a line as words of their own and fulfil a test, which is told whether the phrase
    /// begins the line and whether nothing but colons follows it.
    fn mark(&self, line: &str, hit: &mut [bool], test: impl Fn(&Cue, bool, bool) -> bool) {
        let bytes = line.as_bytes();
        for (at, pair) in bytes.windows(2).enumerate() {
            if self.openings[usize::from(pair[0])] & (1 << (pair[1] & 31)) == 0
                || at > 0 && pair[0].is_ascii_alphanumeric() && bytes[at - 1].is_ascii_alphanumeric()
            {
                continue;
            }
            let head = [pair[0], pair[1], bytes.get(at + 2).copied().unwrap_or(0)];
            let short = self.heads.get(&[pair[0], pair[1], 0]);
            let heads = self.heads.get(&head).filter(|_| head[2] != 0);
            for &index in short.into_iter().chain(heads).flatten() {
                let cue = &self.list[index];
                let Some(after) = bytes[at..].strip_prefix(cue.form.as_bytes()) else { continue };
                let (before, after) = (&line[..at], &line[line.len() - after.len()..]);
                let cut = cue.form.starts_with(char::is_alphanumeric)
                    && before.ends_with(char::is_alphanumeric)
                    || cue.form.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric);
                hit[index] |= !cut && test(cue, before.is_empty(), after.bytes().all(|byte| byte == b':'));
            }
        }
    }
}

/// The cues that occur, each once; a longer one takes in the shorter ones of its genre and place.
pub fn found_cues(text: &str, units: &[Unit], features: &Features) -> Vec<&'static Cue> {
    let ends = units.iter().take(ENDS).chain(units.iter().skip(ENDS.max(units.len().saturating_sub(ENDS))));
    let lines: Vec<Cow<'_, str>> = ends
        .map(|unit| {
            let words = &text[unit.span.start..unit.span.end];
            let cut = words.char_indices().nth(400).map_or(words.len(), |(at, _)| at);
            fold(&words[..cut])
        })
        .collect();
    let mut hit = vec![false; CUES.list.len()];
    for line in features.head.lines().filter(|line| line.len() < 250) {
        CUES.mark(line, &mut hit, |cue, starts, _| {
            cue.place == CuePlace::FirstLine && (starts || cue.form.contains(' '))
        });
    }
    for line in &lines {
        CUES.mark(line, &mut hit, |cue, starts, ends| match cue.place {
            CuePlace::FirstLine => false,
            CuePlace::LineStart => starts,
            CuePlace::AnyLine => true,
            CuePlace::Heading => starts && ends,
        });
    }
    let found: Vec<&'static Cue> =
        CUES.list.iter().zip(hit).filter(|(_, hit)| *hit).map(|(cue, _)| cue).collect();
    let kept = |cue: &&Cue| {
        !found.iter().any(|other| {
            other.genre == cue.genre && other.form.len() > cue.form.len() && other.lower.contains(&cue.lower)
        })
    };
    found.iter().copied().filter(|cue| kept(cue)).collect()
}

/// The words parted by single spaces, apostrophes made straight.
pub fn fold(words: &str) -> Cow<'_, str> {
    if is_folded(words.as_bytes()) {
        return Cow::Borrowed(words);
    }
    let mut folded = String::with_capacity(words.len());
    for word in token::words(words) {
        if !folded.is_empty() {
            folded.push(' ');
        }
        for (at, part) in word.split('’').enumerate() {
            if at > 0 {
                folded.push('\'');
            }
            folded.push_str(part);
        }
    }
    Cow::Owned(folded)
}

/// Are there only single spaces, and no sign that could be a bent apostrophe or white space of another kind?
fn is_folded(words: &[u8]) -> bool {
    let mut before = b' ';
    for &byte in words {
        if byte < b' ' || matches!(byte, 0xC2 | 0xE1..=0xE3) || byte == b' ' && before == b' ' {
            return false;
        }
        before = byte;
    }
    words.is_empty() || before != b' '
}
