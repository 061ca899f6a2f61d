//! Which lines belong together: hard-wrapped lines of a paragraph, and sentences that a page cut.
//!
//! ```text
//! The crews mended the quay in the spring        a full line: the next goes on
//! and the lights in the summer.                  ended, and the next is set in: a new paragraph
//! ```
//! Not here: what a line is by its form.

use crate::{
    grammar::shape,
    layout::Layout,
    lines::Line,
    outline::heading::is_contact_line,
    unit::{Form, Unit},
};

/// Does a line go on the paragraph that the line before it belongs to?
pub fn continues(text: &str, unit: &Unit, previous: &Line, line: &Line, layout: Layout) -> bool {
    if !matches!(unit.form, Form::Text | Form::Bullet(_) | Form::Numbered(..)) || unit.fragments.is_empty() {
        return false;
    }
    let before = &text[previous.span.start..previous.span.end];
    let after = &text[line.span.start..line.span.end];
    let open = !before.ends_with(['.', ':', ';', '!', '?', '”', '"']);
    let lower = after.starts_with(|c: char| c.is_lowercase());
    let Some(width) = layout.width else { return open && lower && before.len() >= 30 };
    // A paragraph begins where its first line is set in, in a paper that sets them so.
    if layout.indented && unit.is_text() && line.indent >= previous.indent + 2 && !open {
        return false;
    }
    // A line wholly in square brackets is a note of its own, a label on the line below a short one a fact.
    let bracketed = after.starts_with('[') && after.ends_with(']');
    if unit.is_text() && unit.fragments.len() == 1 && (bracketed || before.len() < 70 && is_fact(after)) {
        return false;
    }
    // Who speaks and when, in capitals below a title in capitals, is a line of its own.
    if unit.is_text()
        && (is_dated_shout(before, after) || unit.fragments.len() == 1 && is_under(before, after))
    {
        return false;
    }
    // A line far beyond the width was never broken: a title above wrapped text.
    let first = unit.is_text() && unit.fragments.len() == 1;
    if first && 10 * before.len() > 13 * width && !(open && lower) {
        return false;
    }
    // Ragged lines of a scan: a long one without a stop goes on, whatever comes.
    let begun = !matches!(unit.form, Form::Text) || unit.fragments.len() > 1;
    let marked = !matches!(unit.form, Form::Text);
    if shape::hangs(before) || open && begun && 10 * before.len() >= if marked { 6 } else { 7 } * width {
        return true;
    }
    // The line was broken because the next word did not fit.
    let first = after.split_whitespace().next().map_or(0, str::len);
    let full = previous.indent + previous.span.len() + 1 + first;
    (open && lower) || 10 * full >= 9 * width
}

/// Does a line begin with a label of up to three words and a colon ("Budget: 40 boats"), as lists of facts do?
fn is_fact(words: &str) -> bool {
    // Lines of an address stay together.
    !is_contact_line(words)
        && words.split_once(": ").is_some_and(|(label, _)| {
            label.starts_with(char::is_uppercase)
                && label.split_whitespace().count() <= 3
                && label.chars().all(|c| c.is_alphabetic() || c == ' ')
        })
}

/// Is it a short line in capitals that ends with a whole date ("PRIME MINISTER 2 MARCH 1990"), below one in capitals
/// that does not lead on to it?
fn is_dated_shout(before: &str, after: &str) -> bool {
    let shouted = |words: &str| !words.bytes().any(|byte| byte.is_ascii_lowercase());
    after.len() <= 60
        && shouted(after)
        && shouted(before)
        && after.split_whitespace().count() <= 6
        && shape::ends_with_date(after)
        && !shape::hangs(&before.to_lowercase())
        && !before.ends_with(['-', '–', '—', ',', '&'])
}

/// Is it a line in small letters below a title in capitals that does not lead on to it?
fn is_under(before: &str, after: &str) -> bool {
    let small = |words: &str| words.bytes().any(|byte| byte.is_ascii_lowercase());
    before.split_whitespace().count() >= 5
        && !small(before)
        && small(after)
        && after.starts_with(char::is_uppercase)
        && !shape::hangs(&before.to_lowercase())
}

/// Is it running text: mostly words in lower case?
fn is_running(words: &str) -> bool {
    let (mut lower, mut all) = (0, 0);
    for word in words.split_whitespace().filter(|word| word.starts_with(char::is_alphabetic)) {
        all += 1;
        lower += usize::from(word.starts_with(char::is_lowercase));
    }
    all >= 6 && 10 * lower >= 6 * all
}

/// Does a line after a blank one go on a sentence that a page break cut?
pub fn goes_on(text: &str, units: &[Unit], words: &str, layout: Layout) -> bool {
    let Some(last) = units.iter().rev().find(|unit| !unit.is_foot()) else { return false };
    if !matches!(last.form, Form::Text | Form::Bullet(_) | Form::Numbered(..)) || last.fragments.is_empty() {
        return false;
    }
    let before = last.words(text);
    let open = before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '-' | '–'));
    // The next clause of a preamble is no continuation of the last.
    if before.ends_with(',') && crate::reader::opens_clause(words) {
        return false;
    }
    // A numbered paragraph ends with a stop; its last line was full, so the column went on elsewhere.
    let full = |width: usize| last.fragments.last().is_some_and(|line| 10 * line.span.len() >= 7 * width);
    let cut = matches!(last.form, Form::Numbered(..)) && layout.width.is_some_and(full) && before.len() > 80;
    if open && cut && words.starts_with(char::is_alphabetic) && words.chars().any(char::is_lowercase) {
        return true;
    }
    // Running text whose last line was full went on too, unless a heading follows.
    let prose =
        last.is_text() && last.fragments.len() > 1 && layout.width.is_some_and(full) && is_running(before);
    let headed =
        words.len() < 60 && crate::outline::heading::looks_titled(words) && !words.ends_with(['.', ',', ';']);
    if open && prose && !headed && words.len() > 20 && words.starts_with(char::is_alphabetic) {
        return true;
    }
    if shape::hangs(before) && words.starts_with(char::is_alphabetic) {
        return true;
    }
    // Below the notes of a page the text goes on, however little of it is left.
    let noted = units.iter().rev().take_while(|unit| unit.is_foot()).any(|unit| unit.form != Form::Page);
    let long = before.len() > 60 && words.len() > 12;
    open && (noted || long) && words.starts_with(|c: char| c.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_in_capitals_stands_below_a_title() {
        assert!(is_dated_shout("SAFE BOATS FOR THE UPPER LAKE", "HARBOUR MASTER 4 MAY 2019"));
        for (before, after) in [
            ("REPORT ON BOATS LOST FROM THE FIRST TO THE", "4 MAY 2019"),
            ("Safe boats for the upper lake", "HARBOUR MASTER 4 MAY 2019"),
            ("SAFE BOATS FOR THE UPPER LAKE", "AND FOR THE LOWER LAKE FROM 4 MAY 2019"),
            ("SAFE BOATS FOR THE UPPER LAKE", "AND ITS HARBOURS"),
        ] {
            assert!(!is_dated_shout(before, after), "{before} / {after}");
        }
    }

    #[test]
    fn small_letters_do_not_go_on_a_title_in_capitals() {
        assert!(is_under("COMMUNIQUÉ OF THE LAKE TOWNS - BERGEN", "Boats are safe."));
        for (before, after) in [
            ("COMMUNIQUÉ OF THE COUNCIL OF THE LAKE TOWNS OF", "Norvia and Sudland"),
            ("COMMUNIQUÉ OF THE LAKE TOWNS - BERGEN", "AND OTHERS"),
            ("UNESCO and its friends in the two towns", "Boats are safe."),
        ] {
            assert!(!is_under(before, after), "{before} / {after}");
        }
    }

    #[test]
    fn a_fact_has_a_label_and_is_no_line_of_an_address() {
        for line in ["Length: 40 metres", "Sent by: Harbour Board", "Lead partner: Pilots of the lake"] {
            assert!(is_fact(line), "{line}");
        }
        for line in [
            "Twitter: @HarbourBoard",
            "Tel: 555 0177",
            "the length: 40 metres",
            "The crews of the two quays said: no",
            "Plan 2019: boats",
        ] {
            assert!(!is_fact(line), "{line}");
        }
    }
}
