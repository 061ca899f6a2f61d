//! Headings without markup: told from short sentences by form, position, case and what follows.
//!
//! ```text
//! Our work in the valley                   a heading: alone, short, no stop, words follow
//! However, key challenges remain:          a lead-in: a clause with a colon
//! Objectives:                              a heading: a section's usual name with a colon
//! Press Office / River Authority           an address: several short lines together
//! ```

use super::{aside::is_by_the_way, named::names_section};
use crate::{
    grammar::shape,
    token,
    unit::{Form, Unit},
};

/// Most bytes that a heading has.
const LONGEST: usize = 160;

/// Commas from here on count things or people up: a deck line or a list, no heading.
const MOST_COMMAS: usize = 5;

/// Is the unit at `index` a heading by its form and place?
pub fn is_heading(text: &str, units: &[Unit], index: usize) -> bool {
    let unit = &units[index];
    if !unit.is_text() || unit.fragments.len() > 2 || !unit.is_titled(text) {
        return false;
    }
    let Some(next) = units.get(index + 1) else { return false };
    // A line in the middle of a block of lines is part of an address or a poem.
    let alone = unit.apart && (next.apart || !next.is_text());
    let over_text = unit.apart && !unit.run_in && stands_over(text, next) && !fills_line(text, unit, next);
    let loose = unit.loose && next.is_text() && next.words(text).len() > 100 && unit.words(text).len() < 80;
    let words = unit.words(text).trim_end_matches(['*', ' ']);
    // A colon over a quotation leads in, whatever it names.
    let says = words.ends_with(':') && next.is_text() && next.words(text).starts_with(['“', '"']);
    (alone || over_text || loose)
        && !says
        && (!words.ends_with(':')
            || names_section(words)
            || words.split_whitespace().count() <= 3 && !leads(words)
            || is_name(words)
            || matches!(next.form, Form::Bullet(_)) && names_work(words))
}

fn stands_over(text: &str, next: &Unit) -> bool {
    next.is_text() && !next.apart && next.words(text).len() > LONGEST
}

/// Is the line nearly as long as the first of the wrapped text below it, so that it may be the first of the paragraph?
fn fills_line(text: &str, unit: &Unit, next: &Unit) -> bool {
    next.fragments.len() > 2 && 10 * unit.words(text).len() >= 8 * next.first_line(text).len()
}

/// Marks the lines right over running text, without a blank line between, that open a paragraph and head nothing:
/// those of a paper whose headings otherwise stand by themselves.
pub fn settle_run_in(text: &str, units: &mut [Unit]) {
    let (mut over, mut alone) = (Vec::new(), 0);
    for at in 1..units.len().saturating_sub(1) {
        if !is_heading(text, units, at) {
            continue;
        }
        match &units[at + 1] {
            next if stands_over(text, next) => over.push(at),
            next => alone += usize::from(next.apart),
        }
    }
    if alone > 0 {
        for at in over {
            units[at].run_in = true;
        }
    }
}

/// Is a line with a colon a name, in capitals or in title case ("Climate and Critical Infrastructure:")?
fn is_name(words: &str) -> bool {
    let long = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 3;
    let count = words.split_whitespace().count();
    let said = words.contains([',', '“', '"']) && !words.contains(", and ") && !words.contains(" and ");
    let names =
        words.split_whitespace().filter(long).all(|word| !word.starts_with(|c: char| c.is_lowercase()));
    names && count <= 12 && !said && !leads(words) && words.split_whitespace().any(|word| long(&word))
}

/// Does a line with a colon over bullets name work that they tell ("Building local boats and crews:")?
fn names_work(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or_default();
    first.len() > 5
        && first.ends_with("ing")
        && !is_preposition(&first.to_lowercase())
        && !leads(words)
        && !words.contains(',')
}

/// Does the last word lead on to what follows ("as follows:", "will include:")?
fn leads(words: &str) -> bool {
    const LEADING: [&str; 22] = [
        "include",
        "includes",
        "including",
        "following",
        "follows",
        "by",
        "are",
        "to",
        "for",
        "will",
        "that",
        "of",
        "is",
        "said",
        "says",
        "agreed",
        "with",
        "through",
        "be",
        "on",
        "in",
        "declare",
    ];
    let last = words.trim_end_matches(':').rsplit(char::is_whitespace).next().unwrap_or_default();
    LEADING.contains(&last.to_lowercase().as_str())
}

/// A participle that has become a preposition: "regarding", "following".
pub fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "during"
            | "according"
            | "including"
            | "regarding"
            | "concerning"
            | "following"
            | "pending"
            | "starting"
            | "beginning"
    )
}

/// Do the words look like those of a heading?
pub fn looks_titled(words: &str) -> bool {
    words.len() <= LONGEST
        && token::words(words).nth(24).is_none()
        && looks_like_title(words)
        && !is_by_the_way(words)
        && words.matches(", ").count() < MOST_COMMAS
}

/// Do the words look like those of a document's title? It may be longer than other headings.
pub fn looks_like_title(words: &str) -> bool {
    let words = words.trim_end_matches(['*', '_', ' ']);
    let last = words.chars().next_back().unwrap_or(' ');
    let first = words.chars().find(|c| !matches!(c, '“' | '"' | '‘' | '\'' | '[' | '(' | '*' | '#' | ' '));
    let starts =
        first.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '#' | '$' | '€' | '£'));
    let sentence = matches!(last, '.' | ';' | ',' | '!' | '–' | '—') && !ends_in_abbreviation(words);
    words.len() <= 5 * LONGEST / 2
        && starts
        && !sentence
        && !is_spoken(words)
        && (!words.starts_with(['“', '"']) || matches!(last, '”' | '"'))
        && !shape::is_date_line(words)
        && !shape::is_end_mark(words)
        && !is_clock_line(words)
        && !is_contact_line(words)
        && words.chars().filter(|c| c.is_alphabetic()).count() >= 3
}

/// “We paid,” she said: a stop or comma inside the marks is that of speech.
fn is_spoken(words: &str) -> bool {
    let marks = words.char_indices().filter(|(_, sign)| matches!(sign, '”' | '"'));
    marks.into_iter().any(|(at, _)| words[..at].ends_with([',', '.', '!', '?']))
}

fn ends_in_abbreviation(words: &str) -> bool {
    let last = words.rsplit(char::is_whitespace).next().unwrap_or_default();
    matches!(last, "Inc." | "Ltd." | "Jr." | "Sr." | "Co." | "etc.")
        || last.trim_end_matches('.').contains('.')
            && last.split('.').all(|part| part.len() <= 2 && part.chars().all(char::is_alphabetic))
}

/// "11:26 A.M. EDT", with a place before it at most.
pub fn is_clock_line(words: &str) -> bool {
    let tail: Vec<&str> = words.split_whitespace().rev().take(3).collect();
    let clock = |word: &str| {
        let Some((hour, minute)) = word.split_once(':') else { return false };
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        (1..=2).contains(&hour.len()) && digits(hour) && minute.get(..2).is_some_and(digits)
    };
    words.len() < 40 && tail.into_iter().any(clock)
}

/// Is it a line of an address: e-mail, telephone, handle, web address?
pub fn is_contact_line(words: &str) -> bool {
    const LEADS: [&str; 11] =
        ["tel", "phone", "fax", "e-mail", "email", "mobile", "cell", "www.", "http", "twitter", "facebook"];
    let bytes = words.as_bytes();
    let begins = |at: usize, form: &str| {
        bytes.get(at..at + form.len()).is_some_and(|found| found.eq_ignore_ascii_case(form.as_bytes()))
    };
    let mut digits = 0;
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'@' => return true,
            b'h' | b'H' if begins(at, "http") => return true,
            b'w' | b'W' if begins(at, "www.") => return true,
            b'0'..=b'9' => digits += 1,
            _ => {}
        }
    }
    LEADS.iter().any(|lead| begins(0, lead) && matches!(bytes.get(lead.len()), Some(b':' | b'.' | b' ')))
        || digits >= 7 && words.len() <= 60 && has_telephone(words)
}

/// Does a run of digits, spaces and dashes hold a telephone number: seven digits or more, at most ten to a group?
fn has_telephone(words: &str) -> bool {
    let dialled =
        |c: char| c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '-' | '.' | '(' | ')' | '+' | '–' | '/');
    words.split(|c: char| !dialled(c)).any(|run| {
        let digits = run.bytes().filter(u8::is_ascii_digit).count();
        let groups = run.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty());
        // Two years make eight digits and no telephone number.
        let years = groups
            .clone()
            .filter(|group| group.len() == 4 && (group.starts_with('1') || group.starts_with("20")))
            .count();
        (7..=16).contains(&digits)
            && years == 0
            && (groups.count() > 1 || run.trim_start().starts_with(['+', '(']))
    })
}

/// The number of an article that a heading begins with ("Article 12", "ARTICLE IV: Costs").
pub fn article(words: &str) -> Option<&str> {
    let rest = words
        .strip_prefix("Article ")
        .or_else(|| words.strip_prefix("ARTICLE "))
        .or_else(|| words.strip_prefix("Art. "))?;
    let number = &rest[..rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len())];
    let numeral = number.bytes().all(|byte| byte.is_ascii_digit())
        || number.bytes().all(|byte| b"IVXL".contains(&byte));
    let ended = rest[number.len()..].trim_start();
    let heads = ended.is_empty()
        || ended.starts_with([':', '.', '–', '—', '-', '('])
        || ended.starts_with(char::is_uppercase);
    (!number.is_empty() && numeral && heads && words.len() <= LONGEST).then_some(number)
}

/// Level of a Markdown heading and the length of its marks.
pub fn markdown(words: &str) -> Option<(u8, usize)> {
    let marks = words.bytes().take_while(|byte| *byte == b'#').count();
    ((1..=6).contains(&marks) && words[marks..].starts_with(' '))
        .then(|| (u8::try_from(marks).unwrap_or(6), marks + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_sentences() {
        for words in [
            "Our work in the valley",
            "Harbour Lights Scheme – $2 million",
            "WHAT WE FOUND",
            "Why now?",
            "Crews Go to Sea…",
            "Address the “hidden cost” of delay",
            "Talks in the U.S.",
            "$2 Million for the Harbour Lights",
            "**Crews and boats**",
            "2nd Joint Work Plan (2007-10)",
            "Plan 2007-2010 and 2011-2015",
            "Adopted Measures, 2019",
            "Signed in Lima: What Comes Next",
            "Crossing the Street Safely",
            "Article 9 Budget 2017",
            "(Draft) Plan for the Quays",
            "Fish, Salt, Nets, Ropes and Boats",
        ] {
            assert!(looks_titled(words), "{words}");
        }
        for words in [
            "We met again.",
            "and so on",
            "May 3, 2019",
            "press@example.org",
            "Tel: 555 010 0199",
            "“We will",
            "Dear colleagues,",
            "Ladies and gentlemen",
            "Mr. President",
            "For the past eight months —",
            "**Ports:** Two quays are open",
            "The harbour is the town's own.**",
            "More is to be found at harbours.example.",
            "(Source: Harbour Board)",
            "Lima, 9 de mayo de 2017",
            "Quito, le 9 mai 2017",
            "Harbour News | Pretoria (12/7)",
            "Signed by the two ministers and the mayors of the three ports in Lima on 4 May 2019",
            "Dues by year, in kroner: 2009: 4.0 / 2010: 3.5",
            "Mayor's office: Suite 7, 44 Harbour Street",
            "Mayors of Alta, Bodø, Drammen, Egersund, Florø, Hamar to Join the Minister on the Quay",
        ] {
            assert!(!looks_titled(words), "{words}");
        }
    }

    /// The headings among the paragraphs of a text.
    fn headings(text: &str) -> Vec<String> {
        let mut lines = crate::lines::lines(text);
        let layout = crate::layout::layout(text, &mut lines);
        let mut units = crate::unit::units(text, &lines, layout);
        settle_run_in(text, &mut units);
        let heads = (0..units.len()).filter(|at| is_heading(text, &units, *at));
        heads.map(|at| units[at].words(text).to_owned()).collect()
    }

    #[test]
    fn a_colon_ends_a_name_or_a_clause() {
        let over = |line: &str| headings(&format!("The town\n\n{line}\n\n- one quay\n\n- two boats\n"));
        for line in [
            "Boats, Quays and Lights:",
            "WHAT THE TOWN WILL MEND:",
            "Training crews and pilots for the ferry:",
        ] {
            assert!(over(line).iter().any(|found| found == line), "{line}");
        }
        for line in [
            "The town will mend the following:",
            "Speaking to the crews, the mayor said:",
            "Following the report of the pilots:",
            "Working with the crews to:",
        ] {
            assert!(over(line).iter().all(|found| found != line), "{line}");
        }
    }

    #[test]
    fn a_line_right_over_its_text_heads_it_where_no_heading_stands_alone() {
        let prose =
            "The crews mended the quay in the spring and the lights in the summer of the year. ".repeat(3);
        let over = format!("The town\n\nQuays\n{prose}\n\nLights\n{prose}\n");
        assert_eq!(headings(&over), ["The town", "Quays", "Lights"]);
        let mixed = format!("The town\n\nHarbour\n\n{prose}\n\nQuays\n{prose}\n");
        assert_eq!(headings(&mixed), ["The town", "Harbour"]);
    }
}
