//! Papers that go by their kind alone: `the Letter of Intent signed in May`, `Norway and Kenya: Plan of Action`.
//!
//! ```text
//! dated = head ( "adopted" / "signed" / "between" / "on" / … ) …       ; a head of several words, in running text
//! own   = head                                                         ; of a plan, of several words, in the title
//! ```
//! `a Memorandum of Understanding` that nothing tells apart is no name.
//!
//! Not here: papers with words of their own around the head (`super::form`), and short forms of those (`super::again`).

use rapporteur_model::EntityKind;

use super::{
    Candidate, Strength,
    form::{self, HeadAt},
    reading::{Page, Reading},
    token::{Shape, Token},
};
use crate::lexicon::vocabulary::Marks;

/// Papers without words of their own.
pub fn propose(reading: &Reading<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for page in &reading.pages {
        let title = reading.document.title == Some(page.id);
        if (page.titled || page.shouted) && !title {
            continue;
        }
        for head in &page.heads {
            let several = head.last > head.first && head.head.kind == EntityKind::Instrument;
            let named = if title { form::is_plan(page, *head) } else { dated(page, head) };
            if several && alone(page, head) && named {
                let range = page.range(head.first, head.last);
                found.push(Candidate {
                    strength: Strength::Form,
                    ..Candidate::new(page.at(range), EntityKind::Instrument, page.slice(range))
                });
            }
        }
    }
    found
}

/// Do no words of its own stand around the head?
fn alone(page: &Page<'_>, head: &HeadAt<'_>) -> bool {
    let before = head.first.checked_sub(1).map(|before| &page.tokens[before]);
    let free = before.is_none_or(|before| {
        !before.capital() && before.shape != Shape::Possessive || !page.tokens[head.first].spaced
    });
    let next = page.tokens.get(head.last + 1);
    free && next.is_none_or(|next| !(next.spaced && next.capital()))
}

/// Do a date, the parties or what was done with it tell which paper is meant?
fn dated(page: &Page<'_>, head: &HeadAt<'_>) -> bool {
    /// Tokens that are looked at.
    const REACH: usize = 10;
    let word = |token: usize| page.tokens.get(token).map_or("", |token| token.text);
    let next = head.last + 1;
    let definite = head.first.checked_sub(1).is_some_and(|before| {
        matches!(page.tokens[before].text, "the" | "The" | "this" | "This" | "their" | "its")
    });
    let clause = page.tokens[next.min(page.tokens.len())..]
        .iter()
        .take(REACH)
        .take_while(|token| !matches!(token.text, "." | ";" | ":"));
    let date = clause.clone().any(|token| token.marks.has(Marks::CALENDAR));
    match word(next) {
        "between" => clause.skip(1).take(2).any(Token::capital),
        "that" | "which" => definite,
        "adopted" | "signed" | "concluded" | "issued" | "agreed" | "reached" | "dated" | "approved"
        | "endorsed" => definite || date,
        "of" | "on" | "in" | "from" => {
            let day = page.tokens[next..].iter().skip(1).take(2);
            date && day.clone().any(|day| day.shape == Shape::Number)
        }
        _ => false,
    }
}
