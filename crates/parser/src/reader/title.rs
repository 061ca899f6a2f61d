//! The document's own title: the first line that looks like one, before any running text, with the lines of a cover
//! that are one title with it.
//!
//! ```text
//! Ministers > Harbours > Releases            the trail of a page: passed over
//! LAKE FORUM - NORWAY                        set in capitals on two lines: one title
//! WORK PLAN ON SAFE BOATS
//! Samoa's / National Reef Strategy           a mere name, and the paper below it: one title
//! ```

use super::{
    Numbers, Policy,
    letterhead::{is_label, is_letterhead, is_place_and_date, is_sitting, is_state, is_symbol, names_body},
};
use crate::{
    facts::Facts,
    furniture::{furniture, is_trail},
    grammar::shape,
    outline::heading::{looks_like_title, markdown},
    outline::named::kind_of,
    unit::{Form, Unit},
};

/// Most lines that go on a title.
const LINES: usize = 4;
/// Most bytes of such a line.
const LONGEST: usize = 100;

/// Finds the title, and makes the lines of a cover that are one title one unit.
pub fn settle_title(text: &str, units: &mut Vec<Unit>, policy: Policy) -> Option<usize> {
    let at = find_title(text, units)?;
    let end = title_end(text, units, at, policy);
    let lines: Vec<Unit> = units.drain(at + 1..end).collect();
    let title = &mut units[at];
    for line in lines {
        title.span = title.span.join(line.span);
        title.fragments.extend(line.fragments);
        title.facts = Facts::default();
    }
    Some(at)
}

/// The index behind the last line of the title that begins at `at`.
fn title_end(text: &str, units: &[Unit], at: usize, policy: Policy) -> usize {
    let plan = policy.numbers == Numbers::Plan;
    let title = &units[at];
    let words = title.words(text);
    if markdown(title.first_line(text)).is_some() || title.fragments.len() > 2 || words.len() > LONGEST {
        return at + 1;
    }
    // Behind a genitive no word is furniture, not "Updated" either.
    let open = opens_title(words);
    let below = |end: usize| units.get(end).filter(|unit| goes_on_title(text, unit, open));
    // A mere name, of a country for the most part, over the line that names the paper.
    let count = words.split_whitespace().count();
    if plan && count <= 6 && all_capital(words) && !names_paper(words) {
        let named = (at + 1..=at + LINES).take_while(|end| below(*end).is_some());
        let paper = named.clone().find(|end| names_paper(units[*end].words(text)));
        if let Some(paper) = paper.filter(|paper| names_paper_alone(text, units, at, *paper)) {
            return paper + 1;
        }
    }
    let mut end = at + 1;
    // In a text with a blank line between all lines nothing says where the title ends.
    let next = |line: &Unit, end: usize| {
        text[units[end - 1].span.end..line.span.start].matches('\n').count() == 1 && !line.apart
    };
    while let Some(line) = below(end).filter(|line| next(line, end) && end <= at + LINES) {
        let (before, after) = (units[end - 1].words(text), line.words(text));
        let shouted = is_shouted(before) && is_shouted(after) && after.contains(' ');
        if !(shouted && kind_of(after).is_none() && !names_body(after) || opens_title(before)) {
            break;
        }
        end += 1;
    }
    // Over running text a line in capitals is that text's heading.
    let over =
        units.get(end).is_some_and(|next| next.is_text() && !next.apart && next.words(text).len() > 160);
    if over { at + 1 } else { end }
}

/// Is the line that names the paper the first of its kind, with nothing but short lines between it and the name?
fn names_paper_alone(text: &str, units: &[Unit], at: usize, paper: usize) -> bool {
    units[at + 1..=paper].iter().all(|unit| {
        let words = unit.words(text);
        words.len() <= LONGEST && kind_of(words).is_none()
    })
}

/// Could a line be part of a title above it: in capitals or title case, or a year?
fn goes_on_title(text: &str, unit: &Unit, open: bool) -> bool {
    let words = unit.words(text);
    let year = words.len() == 4 && words.bytes().all(|byte| byte.is_ascii_digit());
    unit.is_text()
        && unit.fragments.len() <= 2
        && words.len() <= LONGEST
        && !words.ends_with(':')
        && (year || looks_like_title(words) && all_capital(words))
        && !shape::ends_with_date(words)
        && !is_letterhead(words)
        && (open || furniture(words).is_none())
}

/// Does a title break off here: in a genitive, a dash, a word that leads on?
fn opens_title(words: &str) -> bool {
    ["’s", "'s", "’S", "'S", "s’", " -", " –", " —", ":", ",", "&"].iter().any(|end| words.ends_with(end))
        || words.rsplit(char::is_whitespace).next().is_some_and(|last| {
            shape::hangs(&format!("a b c {}", last.to_lowercase())) && words.contains(' ')
        })
}

fn is_shouted(words: &str) -> bool {
    words.chars().any(char::is_uppercase) && !words.chars().any(char::is_lowercase)
}

/// Do all long words begin with a capital?
fn all_capital(words: &str) -> bool {
    let long = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 3;
    words.split_whitespace().filter(long).all(|word| !word.starts_with(char::is_lowercase))
}

/// Does a line name a paper: a plan, a strategy, a national contribution?
fn names_paper(words: &str) -> bool {
    const PAPERS: [&str; 26] = [
        "plan",
        "plans",
        "programme",
        "program",
        "strategy",
        "strategies",
        "contribution",
        "contributions",
        "framework",
        "roadmap",
        "agenda",
        "policy",
        "report",
        "review",
        "communication",
        "agreement",
        "declaration",
        "pathway",
        "blueprint",
        "vision",
        "compact",
        "profile",
        "pledge",
        "commitments",
        "assessment",
        "scheme",
    ];
    words
        .split(|c: char| !c.is_alphabetic())
        .any(|word| word.starts_with(char::is_uppercase) && PAPERS.contains(&word.to_lowercase().as_str()))
}

/// The unit that is the title; letterheads, dates and furniture above it are passed over.
fn find_title(text: &str, units: &[Unit]) -> Option<usize> {
    for (at, unit) in units.iter().enumerate().take(16) {
        let words = &text[unit.span.start..unit.span.end];
        let body = unit.words(text);
        if let Some((1, _)) = markdown(unit.first_line(text)) {
            return Some(at);
        }
        match &unit.form {
            Form::Rule | Form::Page | Form::Contents => continue,
            Form::Text => {}
            _ if unit.furniture(text).is_some() => continue,
            _ => return None,
        }
        if unit.furniture(text).is_some()
            || shape::is_date_line(words)
            || is_letterhead(words)
            || is_trail(words)
            || is_place_and_date(words)
            || is_label(words)
            || unit.is_contact(text)
            || is_symbol(words)
            || is_state(words)
                && units.get(at + 1).is_some_and(|next| next.is_text() && names_body(next.words(text)))
            || is_sitting(words)
            || names_body(words) && units.get(at + 1).is_some_and(|next| is_title(text, next))
        {
            continue;
        }
        return (is_title(text, unit) && !body.ends_with(':') && at + 1 < units.len()).then_some(at);
    }
    None
}

fn is_title(text: &str, unit: &Unit) -> bool {
    let line = unit.is_text() && unit.fragments.len() <= 3;
    let words = unit.words(text);
    // A title in title case may end with a stop.
    let stopped = words.strip_suffix('.').filter(|bare| is_title_case(bare)).unwrap_or(words);
    line && looks_like_title(stopped) && !shape::is_date_line(words)
}

/// Do nearly all long words begin with a capital?
fn is_title_case(words: &str) -> bool {
    let long = words.split_whitespace().filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 3);
    let (mut capital, mut all) = (0, 0);
    for word in long {
        all += 1;
        capital += usize::from(word.starts_with(char::is_uppercase));
    }
    all >= 5 && 10 * capital >= 9 * all && !words.contains(". ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn title_case_has_a_capital_in_each_long_word() {
        assert!(is_title_case("Harbour Board Opens the North Quay"));
        assert!(!is_title_case("The board opens the North Quay."));
    }

    /// The title of a text, as it stands in the source.
    fn title(text: &str, policy: Policy) -> String {
        let mut lines = crate::lines::lines(text);
        let layout = crate::layout::layout(text, &mut lines);
        let mut units = crate::unit::units(text, &lines, layout);
        let at = settle_title(text, &mut units, policy);
        at.map(|at| units[at].words(text).split_whitespace().collect::<Vec<_>>().join(" "))
            .unwrap_or_default()
    }

    #[test]
    fn lines_of_a_cover_are_one_title() {
        let plan = Policy { numbers: Numbers::Plan, ..Policy::PROSE };
        for (text, found) in [
            (
                "SAMOA’S\nUPDATED\nNational Reef\nStrategy\n\nThe reef is old.\n",
                "SAMOA’S UPDATED National Reef Strategy",
            ),
            ("Lower Volta\n\nWater Plan 2019\n\nThe river is old.\n", "Lower Volta Water Plan 2019"),
            ("LAKE FORUM - NORWAY\nSAFE BOATS\n\nThe lake is old.\n", "LAKE FORUM - NORWAY SAFE BOATS"),
            ("SAFE BOATS\nOBJECTIVES\n\nThe lake is old.\n", "SAFE BOATS"),
            ("SAFE BOATS\nHARBOUR BOARD\n\nThe lake is old.\n", "SAFE BOATS"),
            ("Safe Boats\nBergen, 3 May 2019\n\nThe lake is old.\n", "Safe Boats"),
            ("Safe Boats\nThe quays are old\n\nThe lake is old.\n", "Safe Boats"),
            ("Home > Lakes > Plans\n\nSafe Boats\n\nThe lake is old.\n", "Safe Boats"),
        ] {
            assert_eq!(title(text, plan), found, "{text}");
        }
    }
}
