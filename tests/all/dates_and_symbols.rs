//! No item number, time of day, telephone number, score, ratio or document symbol is read as a date or an amount, and no
//! percentage as a date, in any document of the shared folder.
//!
//! `A/RES/60/1`, `S/4300`, `No. 12/2014`, `14.30 hrs` and the markers of provisions and lists look like dates and
//! figures. Every one that a date or amount touches is listed with its place. Nothing of the texts is kept.

use rapporteur_model::{Block, Document, Entry, Span};

use crate::texts::{bytes, read, shared};

#[test]
fn numbers_of_items_times_and_symbols_are_neither_dates_nor_amounts() {
    let mut found = Vec::new();
    for path in ["corpora/documents", "seeds"].into_iter().flat_map(shared) {
        let document = read("a.txt", &bytes(&path));
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        found.extend(faults(&document).into_iter().map(|fault| format!("{file}: {fault}")));
    }
    assert!(found.is_empty(), "{} found:\n{}", found.len(), found.join("\n"));
}

#[test]
fn the_check_sees_what_it_looks_for() {
    let text = "See A/RES/60/1, S/4300 (1960), No. 12/2014, Nos. 3/2001 and FY2020/21 at 14.30 hrs on 5/2014. \
         They won 21-19 at 10:30 by 3:1 in May. Tel. 020 7946 2019 or +41 22 917, not 2014.";
    let seen: Vec<&str> = symbols(text).into_iter().map(|span| &text[span.start..span.end]).collect();
    assert_eq!(
        seen,
        [
            "A/RES/60/1",
            "S/4300",
            "12/2014",
            "3/2001",
            "14.30",
            "21-19",
            "10:30",
            "3:1",
            "020",
            "7946",
            "2019",
            "22",
            "917"
        ]
    );
}

/// Dates of digits and marks alone that no year makes one (`3-2`, `10/12`), dates that hold a share, and dates that an
/// amount touches.
fn bare(document: &Document) -> Vec<String> {
    let text = &document.source.text;
    let amounts: Vec<Span> = document.amounts.iter().map(|amount| document.span(amount.at)).collect();
    let mut faults = Vec::new();
    for span in document.dates.iter().map(|date| document.span(date.at)) {
        let words = &text[span.start..span.end];
        let behind = text[span.end..].trim_start();
        let yearless = !words.contains(char::is_alphabetic)
            && words.matches(['/', '-', '.', '–']).count() < 2
            && !words.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() == 4);
        let share = ["%", "per cent", "percent"].iter().any(|sign| behind.starts_with(sign));
        if yearless || share {
            faults.push(format!("date {words:?} is a bare figure"));
        }
        if let Some(amount) = amounts.iter().find(|amount| amount.start < span.end && span.start < amount.end)
        {
            faults.push(format!("date {words:?} touches amount {:?}", &text[amount.start..amount.end]));
        }
    }
    faults
}

fn faults(document: &Document) -> Vec<String> {
    let text = &document.source.text;
    let values = document.dates.iter().map(|date| ("date", document.span(date.at)));
    let values: Vec<(&str, Span)> =
        values.chain(document.amounts.iter().map(|amount| ("amount", document.span(amount.at)))).collect();
    let places = markers(document).into_iter().map(|span| ("marker", span));
    let places: Vec<(&str, Span)> =
        places.chain(symbols(text).into_iter().map(|span| ("symbol or time", span))).collect();
    let mut faults = bare(document);
    for (value, at) in &values {
        for (what, place) in places.iter().filter(|(_, place)| at.start < place.end && place.start < at.end) {
            let (at, place) = (&text[at.start..at.end], &text[place.start..place.end]);
            faults.push(format!("{value} {at:?} touches {what} {place:?}"));
        }
    }
    faults
}

/// Where the numbers and bullets of items, headings and lists stand.
fn markers(document: &Document) -> Vec<Span> {
    let mut spans: Vec<Span> =
        document.items.iter().filter_map(|item| item.marker.as_ref()).map(|marker| marker.span).collect();
    for section in &document.sections {
        spans.extend(section.heading.iter().filter_map(|heading| Some(heading.marker.as_ref()?.span)));
        for block in &section.blocks {
            if let Block::List(list) = block {
                for entry in list {
                    entries(entry, &mut spans);
                }
            }
        }
    }
    spans
}

fn entries(entry: &Entry, spans: &mut Vec<Span>) {
    spans.extend(entry.marker.as_ref().map(|marker| marker.span));
    for entry in &entry.entries {
        entries(entry, spans);
    }
}

/// Where document symbols, numbers of papers and times of day stand.
fn symbols(text: &str) -> Vec<Span> {
    let words = words(text);
    let word = |at: usize| words.get(at).map_or("", |span| &text[span.start..span.end]);
    let is_symbol = |at: &usize| {
        let (own, before, after) = (word(*at), word(at.wrapping_sub(1)), word(at + 1));
        let numbered = ["No", "Nos", "no", "nos", "Nº", "number"].contains(&before);
        let timed = ["hrs", "hours", "am", "pm", "a.m", "p.m"].contains(&after);
        let scored = ["won", "lost", "beat", "score", "drew"].contains(&before);
        lettered(own)
            || parted(own, ':')
            || (numbered && parted(own, '/'))
            || (timed && parted(own, '.'))
            || (scored && (parted(own, '-') || parted(own, '–')))
            || called(&words, *at, text)
    };
    (0..words.len()).filter(is_symbol).map(|at| words[at]).collect()
}

/// Is a word part of a telephone number: behind "Tel." or "+41", with nothing but figures between?
fn called(words: &[Span], at: usize, text: &str) -> bool {
    let word = |at: usize| &text[words[at].start..words[at].end];
    let figures = |word: &str| word.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '(' | ')' | '/'));
    let cue = |word: &str| {
        let dialled = word.strip_prefix('+').is_some_and(|rest| rest.len() < 4 && figures(rest));
        dialled
            || ["Tel", "TEL", "tel", "Telephone", "Phone", "phone", "Fax", "fax", "Mobile"].contains(&word)
    };
    // "TEL: 22. Apr. 92" is the empty field of a form: a number has several figures, or groups of them.
    let near = |other: usize| words.get(other).is_some_and(|_| figures(word(other)));
    let long = word(at).bytes().filter(u8::is_ascii_digit).count() > 5;
    figures(word(at))
        && (long || near(at + 1) || near(at.wrapping_sub(1)))
        && (at.saturating_sub(5)..at)
            .rev()
            .take_while(|before| figures(word(*before)) || cue(word(*before)))
            .any(|before| cue(word(before)))
}

/// Two runs of digits with a mark between them: `12/2014`, `14.30`.
fn parted(word: &str, mark: char) -> bool {
    let digits = |run: &str| !run.is_empty() && run.bytes().all(|byte| byte.is_ascii_digit());
    word.split_once(mark).is_some_and(|(first, second)| digits(first) && digits(second))
}

/// Capital letters, a slash, and a digit further on: `S/4300`.
fn lettered(word: &str) -> bool {
    word.split_once('/').is_some_and(|(series, rest)| {
        !series.is_empty()
            && series.len() < 8
            && series.chars().all(|c| c.is_ascii_uppercase() || c == '.')
            && rest.contains(|c: char| c.is_ascii_digit())
    })
}

/// The words between white space, without the marks around them.
fn words(text: &str) -> Vec<Span> {
    let marks =
        |c: char| matches!(c, ',' | '.' | ';' | ':' | '(' | ')' | '[' | ']' | '"' | '“' | '”' | '\'' | '’');
    let mut spans = Vec::new();
    for word in text.split(char::is_whitespace) {
        let bare = word.trim_matches(marks);
        // A slice of the text knows its place in it.
        let start = bare.as_ptr() as usize - text.as_ptr() as usize;
        if !bare.is_empty() {
            spans.push(Span::new(start, start + bare.len()));
        }
    }
    spans
}
