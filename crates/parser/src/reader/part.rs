//! Headings of parts that say more than their words: chapters whose letter the numbers below begin with, and parts
//! whose title stands in the next line.
//!
//! ```text
//! CHAPTER A. PORTS      the framework A, over A.1 and A.1.1
//! PART ONE              one heading,
//! The upper river       in two lines
//! § 2 Berths            heads paragraphs, as an article does
//! ```

use rapporteur_model::{Marker, Span};

use super::{Numbers, compose::Composer, rank};
use crate::{
    grammar::marker::{Dress, Number, front},
    outline::{
        heading::{article, looks_titled},
        named::{kind_of, part},
    },
    unit::{Form, Unit},
};

impl Composer<'_, '_> {
    /// Makes the heading at `at`, which was just opened, a framework where the numbers below begin with its letter.
    pub(super) fn chapter(&mut self, at: usize) {
        if self.policy.numbers != Numbers::Plan {
            return;
        }
        let unit = &self.units[at];
        let words = unit.words(self.outline.text());
        let Some((_, Some(label))) = part(words) else { return };
        let letters = front(label);
        let below = self.number_behind(at).map(Number::path);
        if letters.is_none() || !below.is_some_and(|path| path.len() > 1 && path.first().copied() == letters)
        {
            return;
        }
        let label = label.to_owned();
        // Behind the word: "CHAPTER" has an "A" too.
        let word = words.find(char::is_whitespace).unwrap_or(0);
        let behind = words[word..].find(&label).map_or(0, |at| word + at + label.len());
        let sign = words[behind..].starts_with(['.', ':']);
        let start = unit.words_start();
        let end = start + behind + usize::from(sign);
        if self.outline.text()[end..].starts_with(['\n', '\r']) || behind + 1 >= words.len() {
            return;
        }
        let marker = Marker { text: self.outline.text()[start..end].to_owned(), span: Span::new(start, end) };
        self.outline.number_heading(marker.clone());
        self.provisions.chapter(&mut self.outline, &label, &marker);
    }

    /// Does a sign with a number head the paragraphs below it, as an article does: `§ 2 Berths`?
    pub(super) fn heads_paragraph(&self, at: usize, number: &Number) -> bool {
        let over = |next: &Unit| match &next.form {
            Form::Numbered(_, below) => below.dress != Dress::Named,
            form => *form == Form::Text,
        };
        self.policy.numbers == Numbers::Paragraphs
            && number.dress == Dress::Named
            && self.is_numbered_heading(at)
            && self.units.get(at + 1).is_some_and(|next| next.apart && over(next))
    }

    /// Opens the section that such a sign heads; numbers begin anew below it.
    pub(super) fn paragraph_heading(&mut self, at: usize, marker: &Marker, number: &Number, before: u8) {
        self.leave_furniture("");
        let level = self.ranks.level(rank::Form {
            base: 2,
            shouted: self.two_cases.then_some(false),
            over: if self.over_named { 0 } else { before },
            holds: false,
            named: false,
        });
        self.provisions.front(Some(&number.label));
        self.after_heading = level;
        self.heading(self.policy.section, level, &self.units[at], Some(marker.clone()), 0);
    }

    /// Does the title of the part at `at` stand in the next line: `PART ONE` over a short line without a stop?
    pub(super) fn title_of_part(&self, at: usize) -> bool {
        let text = self.outline.text();
        let bare = |unit: &Unit| {
            let words = unit.words(text).trim_end_matches(['.', ':']);
            unit.fragments.len() == 1 && words.split_whitespace().count() == 2 && part(words).is_some()
        };
        let Some(next) = self.units.get(at + 1) else { return false };
        let title = next.words(text);
        bare(&self.units[at])
            // An annex has its title as a heading of its own, but for one right below.
            && (kind_of(self.units[at].words(text)).is_none() || !next.apart)
            && next.is_text()
            && next.fragments.len() == 1
            && looks_titled(title)
            && title.len() <= 100
            && part(title).is_none()
            && article(title).is_none()
            && self.units.get(at + 2).is_some_and(|below| below.apart)
    }
}
