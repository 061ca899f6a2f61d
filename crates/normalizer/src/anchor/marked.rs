//! Marked sentences of a document that is dated Monday, 4 March 2019: `⟦words = value⟧`, `^` where the value is anchored
//! to the date of issue or another date, near misses left as they are.

use std::fmt::Write as _;

use rapporteur_model::{Basis, Genre};

use super::*;
use crate::{issued, sample};

/// The body of a document with its values marked.
fn mark(body: &str) -> String {
    let head = "LIMA, 4 March 2019 – The two sides met.\n\n";
    let mut document = sample::document(&format!("{head}{body}"));
    document.genre.genre = Genre::PressRelease;
    let (lexicon, context) = (Lexicon::embedded(), Context::default());
    date::find(&mut document, lexicon, &context);
    issued::find(&mut document, lexicon, &context);
    resolve(&mut document, lexicon, &context);
    let (mut out, mut at) = (String::new(), 0);
    for date in document.dates.iter().filter(|date| date.at.passage.0 == 1) {
        let form = date.edtf.as_deref().unwrap_or("-");
        let legal = form == "-" || form.starts_with('P') || edtf_core::is_valid(form);
        assert!(legal, "{form} in {body}");
        if let (Some(first), Some(last)) = &date.bounds {
            assert!(first <= last, "{first} to {last} in {body}");
        }
        out += &body[at..date.at.range.start];
        let sign = if date.basis == Basis::Anchored { "^" } else { "" };
        write!(out, "⟦{} = {form}{sign}⟧", document.text(date.at)).unwrap();
        at = date.at.range.end;
    }
    out + &body[at..]
}

fn read(rows: &[&str]) {
    for row in rows {
        let text = sample::unmarked(row);
        assert_eq!(mark(&text), *row);
    }
}

#[test]
fn days_of_the_week() {
    read(&[
        "They met on ⟦Tuesday = 2019-02-26^⟧.",
        "They will meet on ⟦Tuesday = 2019-03-05^⟧.",
        "I fly on ⟦Sunday = 2019-03-10^⟧ and we meet on ⟦Friday = 2019-03-08^⟧.",
        "The Council convenes on ⟦Friday = 2019-03-08^⟧.",
        "The vote is on ⟦Thursday = 2019-03-07^⟧.",
        "On ⟦Wednesday = 2019-03-06^⟧, the mayor and her staff are to travel north.",
        "On ⟦Wednesday = 2019-02-27^⟧, the mayor and her staff went north.",
        "The meets of last season ended on ⟦Friday = 2019-03-01^⟧.",
        "⟦Last Friday = 2019-03-01^⟧ it rained; ⟦next Friday = 2019-03-15^⟧ it will not.",
        "The Saturday market and the Sunday papers are quiet.",
    ]);
}

#[test]
fn days_weeks_months_and_years_around_the_day_of_writing() {
    read(&[
        "It opened ⟦today = 2019-03-04^⟧, closed ⟦yesterday = 2019-03-03^⟧ and opens ⟦tomorrow = 2019-03-05^⟧.",
        "⟦The day before yesterday = 2019-03-02^⟧ they left.",
        "It was ⟦last November = 2018-11^⟧ or in ⟦November last year = 2018-11^⟧.",
        "⟦This year = 2019^⟧ is better than ⟦last year = 2018^⟧.",
        "It ended on ⟦3 May last year = 2018-05-03^⟧ and lasts until ⟦3 May = 2019-05-03^⟧ ⟦this year = 2019^⟧.",
        "They met ⟦2 Sundays ago = 2019-02-24^⟧ and speak again ⟦3 Fridays from now = 2019-03-22^⟧; 2 moons ago is no day.",
        "They met ⟦ten years ago = 2009^⟧, and first ⟦half a century ago = 1969^⟧.",
        "It takes place ⟦this summer = 2019-22^⟧ or ⟦next week = 2019-03-11/2019-03-17^⟧.",
        "Today’s world is not the next quarter century.",
        "Years ago, in recent years and in the near future they met.",
    ]);
}

#[test]
fn words_that_count_from_the_story() {
    read(&[
        "In ⟦2008 = 2008⟧ it paid more than in the ⟦year before = 2007^⟧.",
        "In ⟦2008 = 2008⟧ it lost what it won ⟦the previous year = 2007^⟧.",
        "In ⟦May 2016 = 2016-05⟧ it began, and the ⟦following month = 2016-06^⟧ it ended.",
        "On ⟦3 May 2016 = 2016-05-03⟧ it began; ⟦two days later = 2016-05-05^⟧ it ended, and the ⟦day after = 2016-05-06^⟧, all left.",
        "It is less than the ⟦year before = 2018^⟧.",
        "Vision ⟦2030 = 2030⟧ is less than the ⟦year before = 2018^⟧.",
        "The year before he left was dry, and the day after the vote wet.",
    ]);
}

#[test]
fn a_dateline_without_year_takes_it_from_the_story() {
    let issued_of = |text: &str| {
        let mut document = sample::document(text);
        document.genre.genre = Genre::NewsArticle;
        let (lexicon, context) = (Lexicon::embedded(), Context::default());
        date::find(&mut document, lexicon, &context);
        issued::find(&mut document, lexicon, &context);
        resolve(&mut document, lexicon, &context);
        let inferred = document.diagnostics.iter().filter(|found| found.code == Code::YearInferred).count();
        (document.issued.map_or("-".to_owned(), |issued| issued.edtf), inferred > 0)
    };
    for (text, issued) in [
        ("LIMA, Oct 3 (AW) - They signed it. Talks began on 5 March 2018.", "2018-10-03?"),
        ("LIMA, Mar 3 (AW) - They signed it. Talks began on 5 March 2018.", "2019-03-03?"),
        ("LIMA, Monday, March 4 (AW) - They signed it. Talks began in June 2016.", "2019-03-04?"),
        // 3 October was a Tuesday in 2017 and in 2023.
        ("LIMA, Oct 3 (AW) - On Tuesday they opened it.\n\nThe loan was paid in 2021.", "2023-10-03?"),
        ("GENEVA, 12 June — It ended. The next session will be held in May 2021.", "2020-06-12?"),
        // A bare year says too little, and a text without dates nothing.
        ("LIMA, Oct 3 (AW) - They signed it. Talks began in 2017.", "-"),
        ("LIMA, Oct 3 (AW) - They signed it.", "-"),
    ] {
        assert_eq!(issued_of(text), (issued.to_owned(), issued != "-"), "{text}");
    }
}

#[test]
fn today_of_those_who_are_quoted_in_a_story_of_yesterday() {
    read(&[
        "⟦Yesterday = 2019-03-03^⟧ they won. “We learned a lot ⟦today = 2019-03-03^⟧,” said the coach.",
        "⟦Yesterday = 2019-03-03^⟧ they won. “We learned a lot ⟦today = 2019-03-04^⟧,” said the coach ⟦today = 2019-03-04^⟧.",
        "They won. “We learned a lot ⟦today = 2019-03-04^⟧,” said the coach.",
    ]);
}
