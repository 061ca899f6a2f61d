//! Lines that are something as a whole: a date, an end mark, a rule, a page number.
//!
//! ```abnf
//! date-line = [ weekday "," ] ( month day [","] year / day month year / year "-" mm "-" dd )
//! end-mark  = dash "30" dash / 3*"#" / "ENDS" / "END" / "* * *"
//! rule      = 2*( "-" / "_" / "=" / "|" / ":" / "*" / "~" )
//! page      = [ "Page" ] number [ "of" number ] / dash number dash
//! ```
//! Deliberately not here: the values of dates. A line is only known to be a date so that it is not taken for a
//! title.

use crate::token::words;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH_NAMES: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Is the word a month, in full or short, with or without a stop?
pub fn is_month(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',']);
    let among = |names: &[&str]| names.iter().any(|name| word.eq_ignore_ascii_case(name));
    match word.len() {
        3 => among(&MONTHS),
        4..=9 => among(&MONTH_NAMES) || word.eq_ignore_ascii_case("sept"),
        _ => false,
    }
}

/// Is the whole line a date (with a weekday, a time or a "Posted on" at most)?
pub fn is_date_line(line: &str) -> bool {
    if line.len() > 60 || !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    if line.len() >= 10
        && line
            .bytes()
            .take(10)
            .enumerate()
            .all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() })
    {
        return line.len() == 10 || line[10..].starts_with([' ', 'T']);
    }
    let (mut months, mut days, mut years) = (0, 0, 0);
    for word in line.split([' ', ',', '\u{a0}', '\u{202f}']).filter(|word| !word.is_empty()) {
        let bare = word.trim_matches(['.', ',', ':', '(', ')', '-', '–']);
        let lower = bare.to_lowercase();
        let figure = bare.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']);
        if is_month(bare) {
            months += 1;
        } else if figure.len() == 4 && figure.bytes().all(|b| b.is_ascii_digit()) {
            years += 1;
        } else if (1..=2).contains(&figure.len()) && figure.bytes().all(|b| b.is_ascii_digit()) {
            days += 1;
        } else if !(bare.is_empty()
            || WEEKDAYS.iter().any(|day| *day == lower || (lower.len() == 3 && day.starts_with(&lower)))
            || matches!(
                lower.as_str(),
                "posted"
                    | "on"
                    | "published"
                    | "issued"
                    | "released"
                    | "date"
                    | "of"
                    | "th"
                    | "st"
                    | "nd"
                    | "rd"
            )
            || is_clock(&lower))
        {
            return false;
        }
    }
    months == 1 && years == 1 && days <= 1
}

fn is_clock(word: &str) -> bool {
    let time = word.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '.');
    matches!(word, "am" | "pm" | "a.m" | "p.m" | "est" | "edt" | "gmt" | "utc" | "at")
        || (time.contains(':') && time.bytes().all(|b| b.is_ascii_digit() || b == b':'))
}

/// Is the line the mark that ends a release?
pub fn is_end_mark(line: &str) -> bool {
    // What the marks begin with, in UTF-8: nearly no line does.
    let first = line.trim_start().as_bytes().first();
    if !matches!(first, Some(b'-' | b'#' | b'*' | b'E' | b'[' | b'(' | 0xE2)) {
        return false;
    }
    // Four letters and figures at most.
    if line.bytes().filter(u8::is_ascii_alphanumeric).nth(4).is_some() {
        return false;
    }
    let bare: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let dashes = ['-', '–', '—', '#', '*'];
    let inner = bare.trim_matches(dashes);
    let framed = bare.starts_with(dashes) && bare.ends_with(dashes) && bare.len() > inner.len() + 1;
    let ends = ["30", "end", "ends", "o0o", "ooo"].iter().any(|end| inner.eq_ignore_ascii_case(end));
    framed && ends
        || matches!(
            bare.as_str(),
            "###" | "####" | "#####" | "ENDS" | "END" | "[END]" | "(END)" | "-END-" | "***"
        )
}

/// Where the mark that ends a release begins behind a whole sentence: "The quay is open. ###".
pub fn trailing_end_mark(line: &str) -> Option<usize> {
    if !line.ends_with(['#', '-', '–', '—', '*', 'S', 'D', ']', ')']) {
        return None;
    }
    let mut at = line.len();
    // "– 30 –" are three words.
    for word in line.rsplit(' ').take(3) {
        at -= word.len();
        let before = line[..at].trim_end();
        if before.ends_with(['.', '!', '?', '”', '"']) && is_end_mark(&line[at..]) {
            return Some(at);
        }
        at = at.checked_sub(1)?;
    }
    None
}

/// Is the line (or every cell of the row) only rules of a table or a page?
pub fn is_rule(line: &str) -> bool {
    let mut signs = 0;
    for character in line.chars().filter(|c| !c.is_whitespace()) {
        if !matches!(character, '-' | '_' | '=' | '|' | ':' | '*' | '~' | '–' | '—' | '+' | '─' | '━' | '═')
        {
            return false;
        }
        signs += 1;
    }
    signs >= 2
}

/// "Q: …", "JOURNALIST: …", "MS. SMITH: …", "Prime Minister: …" in capitals.
pub fn is_turn(words: &str) -> bool {
    let Some(end) = words.bytes().take(41).position(|byte| byte == b':') else { return false };
    let speaker = &words[..end];
    let shouted = !speaker.chars().any(char::is_lowercase) && speaker.chars().any(char::is_alphabetic);
    let turn = matches!(
        speaker.trim(),
        "Q" | "A" | "Question" | "Answer" | "Journalist" | "Interviewer" | "Reporter"
    );
    speaker.len() <= 40 && (turn || shouted && speaker.split_whitespace().count() <= 4)
}

/// Does a line end with a word that no sentence or heading ends with: "of", "the", "and"?
pub fn hangs(line: &str) -> bool {
    const HANGING: [&str; 22] = [
        "of", "the", "and", "in", "to", "at", "for", "with", "by", "a", "an", "from", "or", "its", "their",
        "as", "that", "which", "between", "into", "his", "our",
    ];
    line.rsplit(char::is_whitespace).next().is_some_and(|last| HANGING.contains(&last))
        && words(line).nth(3).is_some()
}

/// Does a line end with a whole date, day, month and year: "Bergen, 9 September 2019"?
pub fn ends_with_date(line: &str) -> bool {
    let figure = |word: &&str, digits: std::ops::RangeInclusive<usize>| {
        let bare = word.trim_matches(|c: char| !c.is_ascii_digit());
        digits.contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !line.trim_end().rsplit(char::is_whitespace).next().is_some_and(|last| figure(&last, 4..=4)) {
        return false;
    }
    let words: Vec<&str> = words(line).collect();
    let Some(month) = words.iter().rposition(|word| is_month(word)) else { return false };
    let after = &words[month + 1..];
    let year = after.last().is_some_and(|word| figure(word, 4..=4));
    let days = |word: &&str| word.split(['-', '–']).all(|day| figure(&day, 1..=2));
    let day = month > 0 && days(&words[month - 1]) || after.first().is_some_and(|word| figure(word, 1..=2));
    year && day && after.len() <= 3
}

/// Are there no signs but invisible ones and those of markup?
pub fn is_void(line: &str) -> bool {
    line.chars().all(|c| c.is_whitespace() || INVISIBLE.contains(&c) || matches!(c, '*' | '_' | '#'))
        && !line.contains("###")
        && !line.chars().all(|c| c.is_whitespace() || c == '*')
}

/// Signs that have no width: zero-width spaces and joiners, soft hyphens, byte-order marks.
pub const INVISIBLE: [char; 6] = ['\u{200B}', '\u{200C}', '\u{200D}', '\u{2060}', '\u{FEFF}', '\u{00AD}'];

/// Is it a line of a table of contents: words, a leader of dots, a page number?
pub fn is_contents_line(line: &str) -> bool {
    if !line.ends_with(|c: char| c.is_ascii_digit() || matches!(c, 'i' | 'v' | 'x')) {
        return false;
    }
    let bare = line.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, 'i' | 'v' | 'x'));
    let led = bare.trim_end_matches([' ', '\t']);
    let before = led.trim_end_matches(['.', '…', '·', ' ', '_']);
    let dots =
        led[before.len()..].chars().filter(|sign| *sign != ' ').map(|sign| if sign == '…' { 3 } else { 1 });
    bare.len() < line.len() && line.len() - bare.len() <= 4 && dots.sum::<usize>() >= 4 && !before.is_empty()
}

/// Is it the number of a page by its word or by the number of all ("Page 4", "4 of 12"), not a mere figure?
pub fn is_page_label(cell: &str) -> bool {
    let lower = cell.to_lowercase();
    is_page_number(cell) && (lower.contains("page") || lower.contains(" of ") || lower.contains("p."))
}

/// Is the line a page number?
pub fn is_page_number(line: &str) -> bool {
    let bare = line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '|' | '.'));
    if !bare.ends_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let lower = bare.to_lowercase();
    let inner = lower.strip_prefix("page").or_else(|| lower.strip_prefix("p.")).unwrap_or(&lower).trim();
    let (first, last) = inner.split_once(" of ").or_else(|| inner.split_once('/')).unwrap_or((inner, "1"));
    let digits = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    digits(first.trim()) && digits(last.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_lines() {
        for line in [
            "December 10, 2022",
            "3 May 2019",
            "Friday, 3 May 2019",
            "2019-05-03",
            "Posted on: May 3rd, 2019",
            "Sept. 4, 2020 10:30 a.m. EDT",
            "May 2019",
        ] {
            assert!(is_date_line(line), "{line}");
        }
        for line in
            ["May", "Canada in May 2019", "2019 plan", "OTTAWA, May 3, 2019", "March to the sea", "1 2 3"]
        {
            assert!(!is_date_line(line), "{line}");
        }
    }

    #[test]
    fn end_marks_rules_and_pages() {
        for line in ["– 30 –", "-30-", "###", "# # #", "ENDS", "--END--", "* * *"] {
            assert!(is_end_mark(line), "{line}");
        }
        for line in ["30", "-3-", "Ends here", "- 4 -", "end"] {
            assert!(!is_end_mark(line), "{line}");
        }
        for line in ["---\t---", "|---|:--|", "____", "====="] {
            assert!(is_rule(line), "{line}");
        }
        for line in ["-", "a--", "- x"] {
            assert!(!is_rule(line), "{line}");
        }
        for line in ["Q: Why now?", "MS. OKORO: We met.", "JOURNALIST:", "Question: When?"] {
            assert!(is_turn(line), "{line}");
        }
        for line in ["Objectives:", "The Minister said: no", "A note: read this"] {
            assert!(!is_turn(line), "{line}");
        }
        for line in ["1. Boats ........ 3", "Annex: Quays . . . . . 12", "Foreword ………… iv", "Boats ..... 3"]
        {
            assert!(is_contents_line(line), "{line}");
        }
        for line in ["They left ... 3", "1. Boats 3", "and so on....", "...... 3"] {
            assert!(!is_contents_line(line), "{line}");
        }
        for line in ["12", "- 4 -", "Page 3 of 10", "p. 7", "3/10"] {
            assert!(is_page_number(line), "{line}");
        }
        for line in ["2007", "1.2", "Page three", ""] {
            assert!(!is_page_number(line), "{line}");
        }
    }
}
