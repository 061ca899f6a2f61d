//! Units to an outline, by a genre's policy: one walk over the text that every reader shares.
//!
//! The walk keeps a [`Zone`]: before the title, in the body, in navigation, after the end mark of a release, in a
//! backgrounder. A unit's form and the zone decide what it becomes; every unit becomes something, so that nothing
//! is lost.

use std::collections::BTreeSet;

use rapporteur_model::{Code, ItemKind, Marker, SectionKind, Severity, Source};

use super::{
    Bullets, Numbers, Policy,
    clause::is_clause,
    list,
    rank::{self, Ranks},
    title::find_title,
};
use crate::{
    furniture::{Furniture, furniture},
    grammar::{marker::Number, shape},
    outline::heading::{article, is_heading, kind_of, looks_titled, markdown},
    outline::{Outline, kinds, numbering::Numbering, provision::Provisions},
    repair::{Fragment, excerpt},
    unit::{Form, Layout, Unit},
};

/// Where in the document the walk is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Zone {
    /// Before the title or the first paragraph.
    Front,
    /// Running text.
    Body,
    /// Navigation inside a saved page.
    Navigation,
    /// After the end mark of a release, or in its contact block.
    Tail,
    /// In a backgrounder behind a release.
    Backgrounder,
}

/// The walk.
pub struct Composer<'a, 'u> {
    pub(super) outline: Outline<'a>,
    pub(super) units: &'u [Unit],
    pub(super) policy: Policy,
    pub(super) zone: Zone,
    provisions: Provisions,
    pub(super) numbering: Numbering,
    pub(super) title: Option<usize>,
    title_words: String,
    /// Folded words of the headings that a page's navigation lists.
    pub(super) menu: BTreeSet<String>,
    /// Index of the first unit of the navigation.
    pub(super) menu_start: usize,
    /// Index of the first unit behind the navigation.
    pub(super) menu_end: Option<usize>,
    /// Level of the heading that the unit before was; 0 where it was none.
    after_heading: u8,
    /// Was the unit before a clause without a number?
    after_clause: bool,
    /// Did that heading's name say that it is a part of its own?
    over_named: bool,
    /// Are some headings set in capitals and others not?
    pub(super) two_cases: bool,
    ranks: Ranks,
    /// Numbers of headings.
    heads: Numbering,
}

/// The outline of units.
pub fn compose<'a>(source: &'a Source, units: &[Unit], layout: Layout, policy: Policy) -> Outline<'a> {
    let text = source.text.as_str();
    let kind = if policy.numbers == Numbers::Plan { ItemKind::Action } else { ItemKind::Paragraph };
    let title = find_title(text, units);
    let mut composer = Composer {
        outline: Outline::new(source, layout),
        units,
        policy,
        zone: Zone::Front,
        provisions: Provisions::new(kind),
        numbering: Numbering::default(),
        title,
        title_words: title.map(|at| fold(units[at].words(text))).unwrap_or_default(),
        menu: BTreeSet::new(),
        menu_start: usize::MAX,
        menu_end: None,
        after_heading: 0,
        after_clause: false,
        over_named: false,
        two_cases: false,
        ranks: Ranks::default(),
        heads: Numbering::default(),
    };
    composer.survey();
    let mut at = 0;
    while at < units.len() {
        at += composer.unit(at);
    }
    if policy.numbers == Numbers::Plan {
        kinds::settle(&mut composer.outline);
    }
    composer.outline
}

impl Composer<'_, '_> {
    pub(super) fn text(&self) -> &str {
        self.outline.text()
    }

    /// Takes the unit at `at` and tells how many it took.
    fn unit(&mut self, at: usize) -> usize {
        let unit = &self.units[at];
        let before = std::mem::take(&mut self.after_heading);
        match &unit.form {
            Form::Rule
                if shape::is_end_mark(
                    self.outline.text().get(unit.span.start..unit.span.end).unwrap_or(""),
                ) =>
            {
                self.line(at, before);
                1
            }
            Form::Rule => {
                self.outline.debris(unit.span, "a rule of a table or page");
                self.after_heading = before;
                1
            }
            Form::Page => {
                self.outline.debris(unit.span, "a page number");
                1
            }
            Form::Row(_) => self.rows(at),
            Form::Bullet(_) => self.bullets(at),
            Form::Numbered(marker, number) => self.numbered(at, marker, number),
            Form::Text => {
                self.line(at, before);
                1
            }
        }
    }

    /// A line or paragraph without a marker.
    fn line(&mut self, at: usize, before: u8) {
        let unit = &self.units[at];
        let text = self.outline.text();
        let words = &text[unit.span.start..unit.span.end];
        if self.zone == Zone::Navigation && self.menu_end == Some(at) {
            self.zone = Zone::Body;
        }
        if Some(at) == self.title {
            let level = markdown(unit.first_line(text)).map_or(0, |(_, marks)| marks);
            let index = self.heading(SectionKind::Body, 1, unit, None, level);
            self.outline.entitle(index);
            self.zone = Zone::Body;
        } else if self.zone == Zone::Front && self.front(unit, words) {
            // A stray date, a letterhead, furniture above the title.
        } else if shape::is_end_mark(words) {
            self.outline.open(SectionKind::Boilerplate, 1, None);
            self.outline.paragraph(unit);
            self.zone = Zone::Tail;
            self.tail(at);
        } else if let Some(kind) =
            furniture(words).filter(|_| unit.fragments.len() == 1 && !self.names_part(words))
        {
            self.furniture(at, kind, words);
        } else if self.policy.turns && shape::is_turn(unit.first_line(text)) {
            self.leave_furniture(words);
            self.outline.paragraph(unit);
        } else if self.policy.clauses && is_clause(words, self.after_clause) {
            self.leave_furniture(words);
            list::clause(self, unit);
            self.after_clause = true;
            return;
        } else if self.heads(at) {
            self.plain_heading(at, before);
        } else if self.outline_debris(unit, words) {
            self.outline.debris(unit.span, "letters that belong to no word stand alone in a line");
        } else if self.policy.numbers == Numbers::Plan && self.goes_on(unit, words) {
            self.provisions.goes_on(&mut self.outline, &unit.fragments);
        } else {
            self.leave_furniture(words);
            self.outline.paragraph(unit);
        }
        self.after_clause = false;
    }

    /// Is the line a heading: by its marks, as an article's, or by its form and place?
    fn heads(&self, at: usize) -> bool {
        let text = self.outline.text();
        let unit = &self.units[at];
        let first = unit.first_line(text);
        let numbered = self.policy.numbers == Numbers::Paragraphs
            && unit.fragments.len() == 1
            && article(first).is_some();
        let formed = is_heading(text, self.units, at) && (!self.policy.dialogue || kind_of(first).is_some());
        markdown(first).is_some() || numbered || formed
    }

    /// Does a line that could be furniture head a part of the paper ("Contacts" behind a release)? Outside saved pages
    /// navigation stands only above the title and behind the end.
    fn names_part(&self, words: &str) -> bool {
        let navigates = furniture(words) == Some(Furniture::Navigation);
        let outside = !matches!(self.zone, Zone::Front | Zone::Navigation);
        outside && (kind_of(words).is_some() || navigates && !self.policy.page && self.zone != Zone::Tail)
    }

    /// Lone letters in text that was copied out of a PDF.
    fn outline_debris(&self, unit: &Unit, words: &str) -> bool {
        self.outline.is_damaged()
            && unit.apart
            && words.split_whitespace().all(|word| word.chars().count() == 1)
            && words.chars().any(char::is_alphabetic)
            && words.chars().count() <= 6
    }

    /// Does a line go on the open provision?
    fn goes_on(&self, unit: &Unit, words: &str) -> bool {
        let Some(item) = self.outline.items().len().checked_sub(1) else { return false };
        let before = self.outline.item_words(item);
        let open = !before.ends_with(['.', ';', ':', '!', '?', ')', ']', '”', '"']);
        self.provisions.is_open()
            && open
            && words.starts_with(|c: char| c.is_lowercase())
            && !unit.fragments.is_empty()
    }

    /// What stands above the title: tells whether the unit was taken.
    fn front(&mut self, unit: &Unit, words: &str) -> bool {
        let stray = self.title.is_some()
            && (shape::is_date_line(words) || !words.ends_with('.') && words.len() < 120);
        if furniture(words).is_some() || !stray {
            self.zone = if furniture(words).is_some() { Zone::Front } else { Zone::Body };
            return false;
        }
        let open =
            self.outline.sections().last().is_some_and(|section| section.kind == SectionKind::Boilerplate);
        if !open {
            self.outline.open(SectionKind::Boilerplate, 1, None);
        }
        self.outline.paragraph(unit);
        true
    }

    /// A heading without a number.
    fn plain_heading(&mut self, at: usize, before: u8) {
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
            (Some(kind), Zone::Backgrounder) if kind == SectionKind::Annex => (kind, 1),
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
                holds: at + 1 < self.units.len() && is_heading(self.outline.text(), self.units, at + 1),
                named: named.is_some(),
            }),
        };
        self.over_named = named.is_some();
        if named == Some(SectionKind::Annex) {
            self.provisions.close();
            self.provisions.front(None);
        }
        if let Some(number) = article(words) {
            self.provisions.front(Some(number));
        }
        self.provisions.bar();
        self.after_heading = level;
        self.heading(kind, level, unit, None, marks);
    }

    /// Do a heading's words repeat the title, but for case, dashes and the figures of its years?
    fn repeats_title(&self, folded: &str) -> bool {
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

    /// A line with a number: a framework, a provision, a numbered heading, or an entry of a list.
    fn numbered(&mut self, at: usize, marker: &Marker, number: &Number) -> usize {
        let unit = &self.units[at];
        self.leave_furniture("");
        self.leave_bullets();
        let capital = number.label.starts_with(|c: char| c.is_ascii_uppercase());
        let headed = self.is_numbered_heading(at);
        match self.policy.numbers {
            Numbers::Plan if capital && headed => {
                let section = self.heading(SectionKind::Plan, 2, unit, Some(marker.clone()), 0);
                debug_assert!(section < self.outline.sections().len());
                self.provisions.framework(&mut self.outline, number, marker);
            }
            Numbers::Plan | Numbers::Paragraphs if !(capital && headed) => {
                if !self.provisions.line(&mut self.outline, unit) {
                    self.as_text(unit);
                }
            }
            _ if headed && number.path().len() <= 1 && (capital || self.heads_prose(at)) => {
                let place = self.heads.place(number);
                self.heads.open(&place, at);
                let level = self.numbered_depth() + 1;
                self.after_heading = level;
                self.heading(self.policy.section, level, unit, Some(marker.clone()), 0);
            }
            _ => return list::numbered(self, at),
        }
        1
    }

    /// Could the words behind a number be a heading's?
    fn is_numbered_heading(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let words = unit.words(self.text());
        unit.fragments.len() == 1 && looks_titled(words) && unit.apart && self.units.get(at + 1).is_some()
    }

    /// Does running text or a list of bullets, not the next number, follow?
    fn heads_prose(&self, at: usize) -> bool {
        self.units
            .get(at + 1)
            .is_some_and(|next| next.apart && matches!(next.form, Form::Text | Form::Bullet(_)))
    }

    /// How deep the open numbers of headings are nested.
    fn numbered_depth(&self) -> u8 {
        u8::try_from(self.heads.depth()).unwrap_or(4).min(4)
    }

    /// A unit whose number is no number: a paragraph, all of it.
    pub(super) fn as_text(&mut self, unit: &Unit) {
        let mut plain = unit.clone();
        if let Some(first) = plain.fragments.first_mut() {
            first.span.start = unit.span.start;
        } else {
            plain.fragments.push(Fragment::line(unit.span));
        }
        self.outline.paragraph(&plain);
    }

    /// Table rows that follow one another.
    fn rows(&mut self, at: usize) -> usize {
        let unit = &self.units[at];
        self.leave_furniture("");
        self.leave_bullets();
        if self.policy.numbers == Numbers::Lists {
            if let Form::Row(cells) = &unit.form {
                self.outline.row(cells);
            }
        } else {
            self.provisions.row(&mut self.outline, unit);
        }
        1
    }

    /// The numbers of a plan end the objectives or priorities above them.
    fn leave_bullets(&mut self) {
        let listed = self.in_kind(SectionKind::Objectives) || self.in_kind(SectionKind::Priorities);
        if self.policy.numbers == Numbers::Plan && listed {
            self.outline.open(SectionKind::Plan, 2, None);
        }
    }

    /// Bullets that follow one another.
    fn bullets(&mut self, at: usize) -> usize {
        self.leave_furniture("");
        match self.policy.bullets {
            Bullets::Provisions => list::provisions(self, at),
            Bullets::Lists => list::bullets(self, at),
        }
    }
}

pub(super) fn is_shouted(words: &str) -> bool {
    words.chars().any(char::is_uppercase) && !words.chars().any(char::is_lowercase)
}

pub(super) fn fold(words: &str) -> String {
    let folded: Vec<&str> = words.split_whitespace().collect();
    folded.join(" ").to_lowercase()
}
