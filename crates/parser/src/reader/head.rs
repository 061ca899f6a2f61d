//! Headings in the walk: which lines are headings, their kinds and levels, and the sections that they open.
//!
//! ```text
//! Minister opens the north quay              the title
//! Crews worked through two winters to …      a subtitle: long, right under the title, over running text
//! Backgrounder                               a part of its own, by its name
//! 2. What we have done                       numbered: as deep as its number
//! ```

use std::ops::Range;

use rapporteur_model::{Code, Marker, SectionKind, Severity};

use super::{
    Numbers,
    compose::{Composer, Zone, fold, is_shouted},
    rank,
};
use crate::{
    furniture::{Furniture, furniture},
    grammar::shape,
    outline::heading::{article, is_clock_line, is_heading, markdown},
    outline::named::{kind_of, part},
    repair::excerpt,
    unit::{Form, Unit},
};

/// Fewest bytes of a subtitle: shorter lines under a title head a part.
const SUBTITLE: usize = 60;
/// Most subtitles that a title has.
const SUBTITLES: usize = 3;

impl Composer<'_, '_> {
    /// Is the line a heading: by its marks, as an article's, or by its form and place?
    pub(super) fn heads(&self, at: usize) -> bool {
        let text = self.outline.text();
        let unit = &self.units[at];
        let first = unit.first_line(text);
        let numbered = self.policy.numbers == Numbers::Paragraphs
            && unit.fragments.len() == 1
            && article(first).is_some();
        let formed = is_heading(text, self.units, at)
            && !self.is_subtitle(at)
            && !self.tells_where(at)
            && !self.names_place(at)
            && (!self.policy.dialogue || kind_of(first).is_some());
        markdown(first).is_some() || numbered || formed || unit.apart && self.title_of_part(at)
    }

    /// Is it a subtitle: a long line right under the title or another one, over running text?
    fn is_subtitle(&self, at: usize) -> bool {
        let Some(title) = self.title.filter(|title| *title < at && at <= title + SUBTITLES) else {
            return false;
        };
        let text = self.outline.text();
        let long = |unit: &Unit| {
            let words = unit.words(text);
            unit.is_text() && words.len() >= SUBTITLE && kind_of(words).is_none()
        };
        let end = (title + 1..self.units.len()).find(|below| !is_heading(text, self.units, *below));
        let repeats = self.repeats_title(&fold(self.units[at].words(text)));
        !repeats
            && end.is_some_and(|end| {
                at < end && end <= title + SUBTITLES + 1 && self.units[title + 1..=end].iter().all(long)
            })
    }

    /// Is it the place of a meeting, right under the title of a paper that two sides or many gave: "Bergen, Norway"?
    fn names_place(&self, at: usize) -> bool {
        let text = self.outline.text();
        let unit = &self.units[at];
        let words = unit.words(text);
        let parts: Vec<&str> = words.split(", ").collect();
        let named = |part: &&str| {
            (1..=3).contains(&part.split_whitespace().count())
                && part.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
                && part.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '.' | '’' | '\''))
        };
        let prose = self.units.get(at + 1).is_some_and(|next| next.is_text() && next.words(text).len() > 160);
        self.title.is_some_and(|title| at == title + 1)
            && (2..=3).contains(&parts.len())
            && parts.iter().all(named)
            && !words.contains(" and ")
            && (prose || self.policy.numbers == Numbers::Paragraphs)
    }

    /// Does the line tell where a speech was held: between the title and the hour or day?
    fn tells_where(&self, at: usize) -> bool {
        let text = self.outline.text();
        let dated = |unit: &Unit| is_clock_line(unit.words(text)) || shape::is_date_line(unit.words(text));
        let below = self.title.is_some_and(|title| title < at && at <= title + 4);
        self.policy.turns && below && self.units[at + 1..].iter().take(3).any(dated)
    }

    /// Does a line that could be furniture head a part of the paper ("Contacts" behind a release)? Outside saved pages
    /// navigation stands only above the title and behind the end.
    pub(super) fn names_part(&self, words: &str) -> bool {
        let navigates = furniture(words) == Some(Furniture::Navigation);
        let outside = !matches!(self.zone, Zone::Front | Zone::Navigation);
        outside && (kind_of(words).is_some() || navigates && !self.policy.page && self.zone != Zone::Tail)
    }

    /// The lines that a heading with a colon lists, each by itself: "Key documents:", over the names of papers and no
    /// running text. A line over text of its own is a heading, not one of them.
    pub(super) fn listed_below(&self, at: usize) -> Range<usize> {
        let text = self.outline.text();
        if !self.units[at].words(text).ends_with(':') || self.policy.page || self.policy.dialogue {
            return 0..0;
        }
        let short = |unit: &Unit| {
            let words = unit.words(text);
            unit.is_text() && unit.fragments.len() == 1 && words.len() <= 120 && !words.ends_with(['.', ';'])
        };
        let entry = |at: &usize| {
            let (unit, next) = (&self.units[*at], self.units.get(at + 1));
            let words = unit.words(text);
            let bare = next.is_none_or(|next| short(next) || matches!(next.form, Form::Rule | Form::Page));
            short(unit)
                && bare
                && unit.is_titled(text)
                && !words.ends_with(':')
                && kind_of(words).is_none()
                && furniture(words).is_none()
        };
        let end = (at + 1..self.units.len()).find(|at| !entry(at)).unwrap_or(self.units.len());
        at + 1..end
    }

    /// A heading without a number.
    pub(super) fn plain_heading(&mut self, at: usize, before: u8) {
        let unit = &self.units[at];
        let words = unit.words(self.outline.text());
        let (hashes, marks) = markdown(unit.first_line(self.outline.text())).unwrap_or((0, 0));
        let named = kind_of(&words[marks..]);
        let folded = fold(words);
        if at >= self.menu_start && self.menu_end.is_some_and(|end| at < end) {
            self.zone = Zone::Navigation;
            self.after_heading = 3;
            self.heading(SectionKind::Boilerplate, 3, unit, None, marks);
            return;
        }
        if self.zone == Zone::Navigation && self.menu_end.is_none_or(|end| at >= end) {
            self.zone = Zone::Body;
        }
        let (kind, level) = match (named, self.zone) {
            (Some(SectionKind::Backgrounder), _) => {
                self.zone = Zone::Backgrounder;
                (SectionKind::Backgrounder, 1)
            }
            (Some(SectionKind::Contact), _) => {
                let level = if self.zone == Zone::Tail { 1 } else { 2 };
                self.zone = Zone::Tail;
                (SectionKind::Contact, level)
            }
            (Some(SectionKind::Annex), Zone::Backgrounder) => {
                self.zone = Zone::Body;
                (SectionKind::Annex, 1)
            }
            (None, Zone::Backgrounder) => (SectionKind::Backgrounder, 2),
            (Some(kind), _) => (kind, if kind == SectionKind::Annex { 1 } else { 2 }),
            // The title again, in capitals or with its years in full.
            (None, _) if self.repeats_title(&folded) => (self.policy.section, 1),
            (None, _) => (self.policy.section, 2),
        };
        let level = match () {
            () if hashes > 0 => hashes,
            () if self.policy.page && !self.menu.is_empty() => {
                if self.menu.contains(&folded) {
                    2
                } else {
                    3
                }
            }
            // Below a numbered heading, unless it is a part of its own.
            () if level == 2 && named.is_none() && self.heads.depth() > 0 => self.numbered_depth() + 2,
            () => self.ranks.level(rank::Form {
                base: level,
                shouted: self.two_cases.then(|| is_shouted(words)),
                over: if self.over_named { 0 } else { before },
                holds: part(words).is_some()
                    || at + 1 < self.units.len() && is_heading(self.outline.text(), self.units, at + 1),
                named: named.is_some(),
            }),
        };
        self.over_named = named.is_some();
        match part(words) {
            Some((_, label)) if named == Some(SectionKind::Annex) => {
                self.provisions.front(Some(label.unwrap_or("Annex")));
            }
            Some((_, Some(label))) => self.provisions.part(label),
            _ if named == Some(SectionKind::Annex) => self.provisions.front(Some("Annex")),
            _ => {}
        }
        if let Some(number) = article(words) {
            self.provisions.front(Some(number));
        }
        self.provisions.bar();
        self.after_heading = level;
        self.heading(kind, level, unit, None, marks);
    }

    /// Do a heading's words repeat the title, but for case, dashes and the figures of its years?
    pub(super) fn repeats_title(&self, folded: &str) -> bool {
        let bare = |text: &str| -> String { text.chars().filter(|c| c.is_alphabetic()).collect() };
        let (title, heading) = (bare(&self.title_words), bare(folded));
        !heading.is_empty() && title == heading
    }

    /// Opens a section with a heading; `marks` bytes of Markdown are taken out in front.
    pub(super) fn heading(
        &mut self,
        kind: SectionKind,
        level: u8,
        unit: &Unit,
        marker: Option<Marker>,
        marks: usize,
    ) -> usize {
        let mut fragments = unit.fragments.clone();
        if let Some(first) = fragments.first_mut()
            && marks > 0
        {
            let span = rapporteur_model::Span::new(first.span.start, first.span.start + marks - 1);
            first.span.start += marks;
            let message = format!(
                "the signs of a heading before “{}” were taken out",
                excerpt(unit.words(self.outline.text()))
            );
            self.outline.note(Code::MarkupRemoved, Severity::Info, span, message);
        }
        self.outline.open(kind, level, Some((fragments, marker)))
    }

    /// Could the words behind a number be a heading's?
    pub(super) fn is_numbered_heading(&self, at: usize) -> bool {
        let unit = &self.units[at];
        unit.fragments.len() == 1
            && unit.apart
            && unit.is_titled(self.text())
            && self.units.get(at + 1).is_some_and(|next| !counts_on(unit, next))
    }

    /// Does running text or a list of bullets, not the next number, follow?
    pub(super) fn heads_prose(&self, at: usize) -> bool {
        self.units
            .get(at + 1)
            .is_some_and(|next| next.apart && matches!(next.form, Form::Text | Form::Bullet(_)))
    }

    /// How deep the open numbers of headings are nested.
    pub(super) fn numbered_depth(&self) -> u8 {
        u8::try_from(self.heads.depth()).unwrap_or(4).min(4)
    }
}

/// Does the next number stand in the next line: a list, no heading?
fn counts_on(unit: &Unit, next: &Unit) -> bool {
    let (Form::Numbered(_, one), Form::Numbered(_, two)) = (&unit.form, &next.form) else { return false };
    let behind = two.readings();
    !next.apart
        && one.dress == two.dress
        && one.readings().iter().any(|(signs, value)| behind.contains(&(*signs, value + 1)))
}
