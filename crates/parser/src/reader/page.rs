//! Navigation, furniture and the tail of a release: the parts of a paper that are not its text.
//!
//! A saved page lists its own headings in its navigation, each over a teaser; a heading that comes again later is
//! that of the body. After the end mark of a release stands whom to ask.

use rapporteur_model::SectionKind;

use super::compose::{Composer, Zone, fold, is_shouted};
use crate::{
    furniture::{Furniture, furniture},
    outline::heading::{is_contact_line, is_heading, looks_titled},
    outline::named::kind_of,
};

/// Units at the head of a paper among which nobody is named to be asked before running text has come.
const HEAD: usize = 12;
/// Fewest bytes of running text.
const PROSE: usize = 160;

impl Composer<'_, '_> {
    /// Looks ahead: which headings a page's navigation lists, and whether capitals part two ranks of headings.
    pub(super) fn survey(&mut self) {
        let text = self.outline.text();
        let headings: Vec<usize> =
            (0..self.units.len()).filter(|at| is_heading(text, self.units, *at)).collect();
        let shouted = headings.iter().filter(|at| is_shouted(self.units[**at].words(text))).count();
        self.two_cases = shouted > 1 && shouted < headings.len();
        if !self.policy.page {
            return;
        }
        for (rank, &at) in headings.iter().enumerate() {
            let words = fold(self.units[at].words(text));
            let repeats =
                headings[rank + 1..].iter().any(|later| fold(self.units[*later].words(text)) == words);
            let end = headings.get(rank + 1).copied().unwrap_or(self.units.len());
            let below: usize = self.units[at + 1..end].iter().map(|unit| unit.span.len()).sum();
            // A teaser is a line; the last one of a menu may have another line behind it.
            let teaser = (1..=260).contains(&below);
            if Some(at) == self.title || furniture(&words).is_some() {
                continue;
            }
            // The first heading over running text, or the first that the menu listed, begins the body.
            if !teaser || self.menu.contains(&words) {
                break;
            }
            if repeats {
                self.menu.insert(words);
                self.menu_start = self.menu_start.min(at);
                self.menu_end = Some(end);
            }
        }
    }

    pub(super) fn furniture(&mut self, at: usize, kind: Furniture, words: &str) {
        let unit = &self.units[at];
        let bare = !words.trim_end_matches(':').contains(':') && words.split_whitespace().count() <= 6;
        match kind {
            // Further lines of a contact block, social ones too, stay with it.
            Furniture::ContactLead | Furniture::Social if self.in_kind(SectionKind::Contact) => {
                self.outline.paragraph(unit);
            }
            Furniture::ContactLead => {
                if looks_titled(words) && words.split_whitespace().count() <= 4 {
                    self.heading(SectionKind::Contact, 1, unit, None, 0);
                } else {
                    self.outline.open(SectionKind::Contact, 1, None);
                    self.outline.paragraph(unit);
                }
                self.zone = Zone::Tail;
            }
            Furniture::Stamp if matches!(self.zone, Zone::Body | Zone::Backgrounder) => {
                self.outline.paragraph(unit);
            }
            Furniture::Stamp => {
                if !self.in_kind(SectionKind::Boilerplate) {
                    self.outline.open(SectionKind::Boilerplate, 1, None);
                }
                self.outline.paragraph(unit);
            }
            Furniture::DateModified if !bare || words.len() > 30 => {
                self.outline.open(SectionKind::Boilerplate, 1, None);
                self.outline.paragraph(unit);
            }
            Furniture::Navigation | Furniture::Social | Furniture::DateModified => {
                let follows = self.in_kind(SectionKind::Boilerplate) && at > 0 && self.follows_furniture(at);
                if follows || !bare {
                    if !self.in_kind(SectionKind::Boilerplate) {
                        self.outline.open(SectionKind::Boilerplate, 1, None);
                    }
                    self.outline.paragraph(unit);
                } else {
                    let level =
                        if self.zone == Zone::Front || kind == Furniture::DateModified { 1 } else { 2 };
                    self.heading(SectionKind::Boilerplate, level, unit, None, 0);
                    if self.zone != Zone::Front {
                        self.zone = Zone::Navigation;
                    }
                }
            }
        }
    }

    /// Was the unit before furniture too, of the same kind of line?
    pub(super) fn follows_furniture(&self, at: usize) -> bool {
        let unit = &self.units[at - 1];
        unit.furniture(self.text()).is_some_and(|kind| kind != Furniture::DateModified)
            && furniture(self.units[at].words(self.text())) != Some(Furniture::DateModified)
    }

    /// Running text ends navigation: opens a section for it where a boilerplate section is open.
    pub(super) fn leave_furniture(&mut self, words: &str) {
        let prose = words.len() > 200 || self.zone == Zone::Front || self.zone == Zone::Body;
        if prose
            && self.in_kind(SectionKind::Boilerplate)
            && self.zone != Zone::Tail
            && self.menu_end.is_none_or(|_| self.zone != Zone::Navigation)
        {
            let level = if self.title_passed() { 2 } else { 1 };
            self.outline.open(SectionKind::Body, level, None);
            self.zone = Zone::Body;
        }
        if self.zone == Zone::Front {
            self.zone = Zone::Body;
        }
    }

    /// Does the line at `at`, which could be furniture, stand where furniture does? Whom to ask stands behind the text.
    pub(super) fn is_furniture(&self, at: usize, kind: Furniture, words: &str) -> bool {
        let text = self.outline.text();
        let told = || self.units[..at].iter().any(|unit| unit.is_text() && unit.words(text).len() > PROSE);
        self.units[at].fragments.len() == 1
            && !self.names_part(words)
            && (kind != Furniture::ContactLead || self.policy.page || at >= HEAD || told())
    }

    pub(super) fn in_kind(&self, kind: SectionKind) -> bool {
        self.outline.sections().last().is_some_and(|section| section.kind == kind)
    }

    /// What follows the end mark of a release: whom to ask, notes, or furniture.
    pub(super) fn tail(&mut self, at: usize) {
        let text = self.outline.text();
        let Some(next) = self.units.get(at + 1) else { return };
        let words = next.words(text);
        let heading = is_heading(text, self.units, at + 1) && kind_of(words).is_some();
        if heading || furniture(words).is_some() {
            return;
        }
        let lines = self.units[at + 1..].iter().take(8).take_while(|unit| unit.span.len() < 200);
        if lines.clone().any(|unit| is_contact_line(unit.words(text))) {
            self.outline.open(SectionKind::Contact, 1, None);
        } else if words.len() > 200 {
            self.outline.open(SectionKind::Notes, 1, None);
        }
    }

    /// Has the title's section been opened?
    fn title_passed(&self) -> bool {
        self.title.is_some() && self.zone != Zone::Front
    }
}
