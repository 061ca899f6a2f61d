//! The phrases that betray a genre: `Joint Communiqué` in a first line, `The Security Council,` at a line's start.
//!
//! They stand in `data/genre_cues.csv`; one automaton finds all of them in one pass over each line. Only the lines at
//! either end of the text are searched. Not here: what form alone tells, which `detect` counts.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use rapporteur_model::Genre;

use super::detect::Features;
use crate::{grammar::shape, unit::Unit};

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

/// All phrases, with the automaton that finds them in one pass over a line.
struct Cues {
    list: Vec<Cue>,
    finder: Option<AhoCorasick>,
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
    let finder = AhoCorasick::new(list.iter().map(|cue| &cue.form)).ok();
    Cues { list, finder }
});

impl Cues {
    /// Marks the phrases that stand in a line as words of their own and fulfil a test, which is told whether the phrase
    /// begins the line and whether nothing but colons follows it.
    fn mark(&self, line: &str, hit: &mut [bool], test: impl Fn(&Cue, bool, bool) -> bool) {
        let Some(finder) = &self.finder else { return };
        for found in finder.find_overlapping_iter(line) {
            let index = found.pattern().as_usize();
            let cue = &self.list[index];
            let (before, after) = (&line[..found.start()], &line[found.end()..]);
            let cut = cue.form.starts_with(char::is_alphanumeric) && before.ends_with(char::is_alphanumeric)
                || cue.form.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric);
            hit[index] |= !cut && test(cue, before.is_empty(), after.bytes().all(|byte| byte == b':'));
        }
    }
}

/// The cues that occur, each once; a longer one takes in the shorter ones of its genre and place.
pub fn found_cues(text: &str, units: &[Unit], features: &Features) -> Vec<&'static Cue> {
    let ends = units.iter().take(ENDS).chain(units.iter().skip(ENDS.max(units.len().saturating_sub(ENDS))));
    let lines: Vec<String> = ends
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
pub fn fold(words: &str) -> String {
    let mut folded = String::with_capacity(words.len());
    for word in words.split_whitespace() {
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
    folded
}
