//! Which genre a text is of: the phrases that betray one (`data/genre_cues.csv`) and the features of its form.
//!
//! Each reader weighs the [`Features`]; phrases add their weight. The greatest sum wins; the runner-up and what
//! spoke for the winner are kept. Below [`ENOUGH`] the genre is `other`.

use std::{collections::BTreeMap, sync::LazyLock};

use memchr::memmem::Finder;
use rapporteur_model::{Genre, GenreReading};

use super::{
    READERS, Reader,
    clause::is_clause,
    cue::{fold, found_cues},
};
use crate::{
    furniture::Furniture,
    grammar::shape,
    layout::Layout,
    outline::heading::{is_heading, looks_like_title},
    token,
    unit::{Form, Unit},
};

/// The least sum that tells a genre.
const ENOUGH: u32 = 3;

/// Features of a text's form, counted once for all readers.
#[expect(clippy::struct_excessive_bools, reason = "each is a feature of its own that readers weigh")]
#[derive(Clone, Default, Debug)]
pub struct Features {
    /// First lines of words, furniture and dates left out, joined.
    pub head: String,
    /// Those of them that are no sentences, in lower case.
    pub lower_heads: Vec<String>,
    /// The first of them.
    pub first: String,
    /// Units of words.
    pub texts: usize,
    /// Units with a number of several figures (`1.2`, `2.4.5`), also in cells.
    pub dotted: usize,
    /// Units with a number of one figure, letter or roman.
    pub numbered: usize,
    /// Bulleted units.
    pub bullets: usize,
    /// Table rows.
    pub rows: usize,
    /// Headings.
    pub headings: usize,
    /// Headings right over a run of bullets, two at least.
    pub groups: usize,
    /// Lines of navigation.
    pub navigation: usize,
    /// "Date modified".
    pub modified: bool,
    /// An end mark of a release.
    pub end_mark: bool,
    /// A line that leads to whom to ask, or such an address.
    pub contact: bool,
    /// A dateline: a place or a date, and a dash, at the head of a paragraph.
    pub dateline: bool,
    /// Quotations followed or preceded by a verb of saying.
    pub attributed: usize,
    /// Paragraphs that open with a participle or verb in the manner of a resolution, ending with a comma or
    /// semicolon.
    pub clauses: usize,
    /// Lines that begin with a speaker and a colon.
    pub turns: usize,
    /// Lines of a few words in capitals that come again: speakers by themselves.
    pub speakers: usize,
    /// A paragraph that ends with a verb of saying and a colon, over words that have no quotation marks.
    pub hands_over: bool,
    /// A byline among the first lines.
    pub byline: bool,
    /// Lines that begin with "Article" and a number.
    pub articles: usize,
    /// Lines that tell whose picture stands there: "Image: Ana Silva."
    pub captions: usize,
    /// "today announced", "announced today".
    pub announces: bool,
    /// Is the first line of words a title?
    pub titled: bool,
    /// Does a line that is a date stand under the title?
    pub dated: bool,
    /// How the running text speaks.
    pub voice: Voice,
}

/// How the running text of a paper speaks: counts of telling words outside quotation marks.
#[derive(Clone, Copy, Default, Debug)]
pub struct Voice {
    /// All words.
    pub words: usize,
    /// I, my, me.
    pub first_person: usize,
    /// We, our, us.
    pub we: usize,
    /// Verbs of saying in the past: said, told, added.
    pub said: usize,
    /// Today, yesterday, and days of the week.
    pub days: usize,
    /// Offices: minister, president, ambassador, ministry, government.
    pub offices: usize,
    /// Years before 1990.
    pub past: usize,
}

impl Features {
    /// Does one of the first lines that are no sentences, in lower case, fulfil this?
    pub fn any_head(&self, test: impl Fn(&str) -> bool) -> bool {
        self.lower_heads.iter().any(|line| test(line))
    }
}

impl Voice {
    /// Is a word that was counted `count` times as common as `per_mille` in a thousand?
    pub fn is_common(&self, count: usize, per_mille: usize) -> bool {
        self.words > 0 && count * 1000 >= per_mille * self.words
    }

    fn listen(&mut self, words: &str) {
        let mut quoted = false;
        for token in token::words(words) {
            quoted |= token.starts_with(['“', '"']);
            let word = token.trim_matches(|c: char| !c.is_alphanumeric());
            if !quoted {
                self.words += 1;
                match word {
                    _ if !may_tell(word) => {}
                    "I" | "my" | "me" | "My" => self.first_person += 1,
                    "we" | "We" | "our" | "Our" | "us" => self.we += 1,
                    "said" | "told" | "added" | "stated" | "noted" | "stressed" | "reported"
                    | "reportedly" | "according" | "According" | "saying" | "says" => self.said += 1,
                    "today" | "Today" | "yesterday" | "Monday" | "Tuesday" | "Wednesday" | "Thursday"
                    | "Friday" | "Saturday" | "Sunday" => self.days += 1,
                    "Minister" | "President" | "Ambassador" | "Ministry" | "Government" | "Secretary"
                    | "Commissioner" | "Department" | "Minister's" | "Ministers" | "government"
                    | "Embassy" => self.offices += 1,
                    _ => self.past += usize::from(is_past_year(word)),
                }
            }
            quoted &= !token.trim_end_matches(['.', ',']).ends_with(['”', '"']);
        }
    }
}

/// Could a word be one that tells, by its length and first letter?
fn may_tell(word: &str) -> bool {
    match word.as_bytes() {
        [b'I'] | [b'1', ..] => true,
        bytes @ [first, _, ..] if bytes.len() <= 12 => {
            matches!(
                first,
                b'm' | b'M' | b'w' | b'W' | b'o' | b'O' | b'u' | b's' | b'S' | b't' | b'T' | b'a' | b'A'
            ) || matches!(first, b'n' | b'r' | b'y' | b'F' | b'P' | b'G' | b'C' | b'D' | b'g' | b'E')
        }
        _ => false,
    }
}

/// Is it a year between 1000 and 1989, alone or at the head of a span ("1787–1789")?
fn is_past_year(word: &str) -> bool {
    let figures = word.bytes().take_while(u8::is_ascii_digit).count();
    figures == 4 && word.starts_with('1') && word.get(..4).is_some_and(|year| year < "1990")
}

/// The features of units.
pub fn features(text: &str, units: &[Unit], layout: Layout) -> Features {
    let mut features = Features { rows: 0, ..Features::default() };
    let mut heads: Vec<&str> = Vec::new();
    for (at, unit) in units.iter().enumerate() {
        let words = &text[unit.span.start..unit.span.end];
        let mut headed = false;
        match &unit.form {
            Form::Bullet(_) => features.bullets += 1,
            Form::Numbered(_, number) => {
                count_number(&mut features, number.path().len());
                headed = unit.apart && bulleted(units, at) && unit.is_titled(text);
            }
            Form::Row(cells) => {
                features.rows += 1;
                for cell in cells {
                    if let Some(number) = crate::grammar::marker::number(&text[cell.start..cell.end]) {
                        count_number(&mut features, number.path().len());
                    }
                }
            }
            Form::Text => {
                features.texts += 1;
                headed = is_heading(text, units, at);
                features.headings += usize::from(headed);
            }
            Form::Rule | Form::Page | Form::Note(_) | Form::Contents => {}
        }
        features.groups += usize::from(headed && bulleted(units, at));
        features.hands_over |= unit.is_text() && hands_over(text, words, units.get(at + 1));
        line(&mut features, text, unit);
        if matches!(unit.form, Form::Text | Form::Numbered(..)) && words.len() > 60 {
            features.voice.listen(words);
        }
        if heads.len() < 4 && unit.is_text() && unit.furniture(text).is_none() && !shape::is_date_line(words)
        {
            heads.push(words);
        }
    }
    features.dated =
        units.iter().skip(1).take(3).any(|unit| shape::is_date_line(&text[unit.span.start..unit.span.end]));
    features.speakers = repeated_shouts(text, units);
    let byline = |line: &&str| {
        line.strip_prefix("By ").is_some_and(|name| name.starts_with(char::is_uppercase)) && line.len() < 100
    };
    features.byline = heads.iter().any(byline);
    features.first = heads.first().map_or(String::new(), |line| fold(line).into_owned());
    features.titled = heads.first().is_some_and(|line| looks_like_title(line));
    features.head = heads.iter().map(|line| fold(line)).collect::<Vec<_>>().join("\n");
    let bare = |line: &&str| line.len() < 250 && !line.ends_with(['.', ',', ';']);
    features.lower_heads = features.head.lines().filter(bare).map(str::to_lowercase).collect();
    features.announces = announces(text);
    features.rows = if layout.tables { features.rows } else { 0 };
    features
}

/// Do two bullets or more follow a unit?
fn bulleted(units: &[Unit], at: usize) -> bool {
    let bullet = |unit: Option<&Unit>| unit.is_some_and(|unit| matches!(unit.form, Form::Bullet(_)));
    bullet(units.get(at + 1)) && bullet(units.get(at + 2))
}

/// Does a paragraph end with a verb of saying and a colon, and words without quotation marks follow? So a release
/// gives the whole words of its speaker.
fn hands_over(text: &str, words: &str, next: Option<&Unit>) -> bool {
    let Some(clause) = words.strip_suffix(':') else { return false };
    let last = clause.rsplit(char::is_whitespace).next().unwrap_or_default();
    let said = matches!(last, "said" | "says" | "stated" | "added" | "commented" | "statement");
    said && clause.split_whitespace().count() >= 4
        && next
            .is_some_and(|next| next.is_text() && !next.words(text).starts_with(['“', '"', '\'', '‘', '«']))
}

/// Short lines in capitals that stand more than once, over text each time: those of two speakers at least.
fn repeated_shouts(text: &str, units: &[Unit]) -> usize {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let spoken = |next: &Unit| next.is_text() && next.words(text).chars().any(char::is_lowercase);
    for pair in units.windows(2).filter(|pair| pair[0].is_text() && spoken(&pair[1])) {
        let unit = &pair[0];
        let words = text[unit.span.start..unit.span.end].trim_end_matches(':');
        let short = words.len() <= 30 && words.split_whitespace().count() <= 3;
        if short && words.chars().any(char::is_uppercase) && !words.chars().any(char::is_lowercase) {
            *seen.entry(words).or_default() += 1;
        }
    }
    let speakers = seen.values().filter(|count| **count > 1);
    if speakers.clone().count() > 1 { speakers.sum() } else { 0 }
}

fn count_number(features: &mut Features, figures: usize) {
    if figures > 1 {
        features.dotted += 1;
    } else {
        features.numbered += 1;
    }
}

/// What one line or paragraph tells.
fn line(features: &mut Features, text: &str, unit: &Unit) {
    let words = &text[unit.span.start..unit.span.end];
    match unit.furniture(text) {
        Some(Furniture::Navigation) => features.navigation += 1,
        Some(Furniture::DateModified) => features.modified = true,
        Some(Furniture::ContactLead) => features.contact = true,
        Some(Furniture::Social | Furniture::Stamp) | None => {}
    }
    features.captions += usize::from(is_caption(words));
    features.end_mark |= shape::is_end_mark(words);
    features.contact = features.contact || words.len() < 160 && unit.is_contact(text);
    if !features.dateline && words.len() > 100 {
        let end = words.char_indices().nth(90).map_or(words.len(), |(at, _)| at);
        let head = &words[..end];
        let before = head.split_once(['–', '—']).or_else(|| head.split_once(" - "));
        features.dateline = before.is_some_and(|(before, _)| is_dateline(before));
    }
    features.attributed += usize::from(is_quoted(words) && is_attributed(words));
    features.clauses += usize::from(words.len() > 40 && is_clause(words, false));
    features.turns += usize::from(shape::is_turn(words));
    features.articles += usize::from(words.len() < 120 && is_article(words));
}

/// Does a paragraph begin with a quotation mark, or close one before a space?
fn is_quoted(words: &str) -> bool {
    let closes = |at: usize| match words.as_bytes()[at..] {
        [b'"', b' ', ..] => true,
        [0x9D, b' ', ..] => words.as_bytes()[..at].ends_with(&[0xE2, 0x80]),
        _ => false,
    };
    words.starts_with(['“', '"']) || memchr::memchr2_iter(b'"', 0x9D, words.as_bytes()).any(closes)
}

/// Does a verb of saying stand in a paragraph?
fn is_attributed(words: &str) -> bool {
    const SAID: [&str; 9] =
        ["said", "added", "noted", "told", "stated", "says", "according to", "tweeted", "stressed"];
    let bytes = words.as_bytes();
    let verb_at = |at: usize, verb: &str| {
        bytes.get(at..at + verb.len()).is_some_and(|word| word.eq_ignore_ascii_case(verb.as_bytes()))
            && !words[..at].ends_with(char::is_alphanumeric)
            && !words[at + verb.len()..].starts_with(char::is_alphanumeric)
    };
    (0..bytes.len()).any(|at| {
        matches!(bytes[at] | 0x20, b's' | b'a' | b'n' | b't')
            && (at == 0 || !bytes[at - 1].is_ascii_alphanumeric())
            && SAID.iter().any(|verb| verb_at(at, verb))
    })
}

/// "Article 12", "ARTICLE IV:".
fn is_article(words: &str) -> bool {
    let rest = words.get(..8).filter(|word| word.eq_ignore_ascii_case("article ")).map(|_| &words[8..]);
    rest.and_then(|rest| token::words(rest).next()).is_some_and(|number| {
        let number = number.trim_end_matches(['.', ':']);
        number.bytes().all(|byte| byte.is_ascii_digit() || b"ivxl".contains(&byte.to_ascii_lowercase()))
    })
}

/// Does a text announce something, in small letters or capitals?
fn announces(text: &str) -> bool {
    static STEMS: LazyLock<[Finder<'_>; 4]> =
        LazyLock::new(|| ["nnounce", "NNOUNCE", "o-chaired", "O-CHAIRED"].map(Finder::new));
    const PHRASES: [&str; 5] =
        ["today announced", "announced today", "is pleased to announce", "announced the", "today co-chaired"];
    const LONGEST: usize = 22;
    STEMS.iter().any(|stem| {
        stem.find_iter(text.as_bytes()).any(|at| {
            let start = text.floor_char_boundary(at.saturating_sub(LONGEST));
            let end = text.ceil_char_boundary((at + LONGEST).min(text.len()));
            let around = text[start..end].to_lowercase();
            PHRASES.iter().any(|phrase| around.contains(phrase))
        })
    })
}

/// "OTTAWA, May 3, 2019", "August 9, 2014", "GENEVA (WHO)".
fn is_dateline(before: &str) -> bool {
    let before = before.trim();
    let place = before.split([',', '(']).next().unwrap_or_default().trim();
    let shouted =
        place.len() >= 3 && !place.chars().any(char::is_lowercase) && place.chars().any(char::is_alphabetic);
    let dated = before.split([' ', ',', '.']).any(shape::is_month)
        && before.bytes().any(|byte| byte.is_ascii_digit());
    before.len() < 80 && (shouted && place.len() < 40 || dated && before.split_whitespace().count() <= 7)
}

/// Does a short line end with whose picture it stands under: "The quay at noon. Image: Ana Silva."?
fn is_caption(words: &str) -> bool {
    words.len() <= 240
        && ["Image: ", "Photo: ", "Picture: ", "Photograph: ", "Photo by ", "Photo credit: "]
            .iter()
            .filter_map(|label| words.find(label).map(|at| &words[at + label.len()..]))
            .any(|name| name.len() <= 50 && name.starts_with(char::is_uppercase))
}

/// The reader for a text, with what spoke for its genre.
pub fn detect(text: &str, units: &[Unit], layout: Layout) -> (&'static Reader, GenreReading) {
    let features = features(text, units, layout);
    let mut sums: BTreeMap<Genre, Vec<(u32, String)>> = BTreeMap::new();
    for reader in READERS {
        for (weight, reason) in (reader.judge)(&features) {
            sums.entry(reader.genre).or_default().push((weight, reason.to_owned()));
        }
    }
    for cue in found_cues(text, units, &features) {
        let reason = format!("“{}”", cue.form);
        sums.entry(cue.genre).or_default().push((cue.weight, reason));
    }
    let sum = |genre: Genre| {
        sums.get(&genre).map_or(0, |reasons| reasons.iter().map(|(weight, _)| weight).sum::<u32>())
    };
    let mut ranked: Vec<Genre> = sums.keys().copied().collect();
    ranked.sort_by_key(|genre| (std::cmp::Reverse(sum(*genre)), *genre));
    let winner = ranked.first().copied().filter(|genre| sum(*genre) >= ENOUGH);
    let genre = winner.unwrap_or(Genre::Other);
    let runner_up = ranked.iter().copied().find(|other| *other != genre);
    let mut reasons = winner.and_then(|genre| sums.remove(&genre)).unwrap_or_default();
    reasons.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let reader = READERS.iter().find(|reader| reader.genre == genre).unwrap_or(&READERS[READERS.len() - 1]);
    let evidence = reasons.into_iter().map(|(weight, reason)| format!("{reason} ({weight})")).collect();
    (reader, GenreReading { genre, runner_up, evidence })
}
