//! Units to an outline, by a genre's policy: one walk over the text that every reader shares.
//!
//! The walk keeps a [`Zone`]: before the title, in the body, in navigation, after the end mark of a release, in a
//! backgrounder. A unit's form and the zone decide what it becomes; every unit becomes something, so that nothing
//! is lost.

use std::{collections::BTreeSet, ops::Range};

use rapporteur_model::{Code, ItemKind, Marker, SectionKind, Severity, Source, Span};

use super::{Bullets, Numbers, Policy, clause::is_clause, list, rank::Ranks};
use crate::{
    facts::Facts,
    grammar::{
        marker::{Number, number},
        shape,
    },
    layout::Layout,
    outline::heading::markdown,
    outline::{Outline, kinds, numbering::Numbering, provision::Provisions},
    repair::Fragment,
    unit::{Form, Unit},
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
    pub(super) provisions: Provisions,
    pub(super) numbering: Numbering,
    pub(super) title: Option<usize>,
    pub(super) title_words: String,
    /// Folded words of the headings that a page's navigation lists.
    pub(super) menu: BTreeSet<String>,
    /// Index of the first unit of the navigation.
    pub(super) menu_start: usize,
    /// Index of the first unit behind the navigation.
    pub(super) menu_end: Option<usize>,
    /// Level of the heading that the unit before was; 0 where it was none.
    pub(super) after_heading: u8,
    /// The line that was taken as the title of the part above it.
    taken: Option<usize>,
    /// Was the unit before a clause without a number?
    after_clause: bool,
    /// Did that heading's name say that it is a part of its own?
    pub(super) over_named: bool,
    /// Are some headings set in capitals and others not?
    pub(super) two_cases: bool,
    pub(super) ranks: Ranks,
    /// The footnotes, which are kept for the end.
    notes: Vec<usize>,
    /// Numbers of headings.
    pub(super) heads: Numbering,
    /// The lines that a heading with a colon lists.
    pub(super) listed: Range<usize>,
}

/// The outline of units, of which one may be the title.
pub fn compose<'a>(
    source: &'a Source,
    units: &[Unit],
    layout: Layout,
    policy: Policy,
    title: Option<usize>,
) -> Outline<'a> {
    let text = source.text.as_str();
    let kind = if policy.numbers == Numbers::Plan { ItemKind::Action } else { ItemKind::Paragraph };
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
        taken: None,
        after_clause: false,
        over_named: false,
        two_cases: false,
        ranks: Ranks::default(),
        notes: Vec::new(),
        heads: Numbering::default(),
        listed: 0..0,
    };
    composer.survey();
    let mut at = 0;
    while at < units.len() {
        at += composer.unit(at);
    }
    composer.notes();
    if policy.numbers == Numbers::Plan {
        kinds::settle(&mut composer.outline);
    }
    composer.outline
}

impl<'u> Composer<'_, 'u> {
    pub(super) fn text(&self) -> &str {
        self.outline.text()
    }

    /// Takes the unit at `at` and tells how many it took.
    fn unit(&mut self, at: usize) -> usize {
        let unit = &self.units[at];
        if self.taken.take() == Some(at) {
            return 1;
        }
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
                let words = &self.outline.text()[unit.span.start..unit.span.end];
                let what = match () {
                    () if shape::is_page_number(words) => "a page number",
                    () if shape::is_rule(words) => "the rule over the notes of a page",
                    () => "the head or foot of a page",
                };
                self.outline.debris(unit.span, what);
                self.after_heading = before;
                1
            }
            // A note belongs to no section that it stands in.
            Form::Note(_) => {
                self.notes.push(at);
                self.after_heading = before;
                1
            }
            Form::Contents => {
                if !self.in_kind(SectionKind::Boilerplate) {
                    self.outline.open(SectionKind::Boilerplate, 2, None);
                }
                self.outline.paragraph(unit);
                self.zone = Zone::Navigation;
                1
            }
            Form::Row(_) => self.rows(at),
            Form::Bullet(_) => self.bullets(at),
            Form::Numbered(marker, number) if self.heads_paragraph(at, number) => {
                self.paragraph_heading(at, marker, number, before);
                1
            }
            Form::Numbered(marker, number) => self.numbered(at, marker, number),
            Form::Text => {
                self.line(at, before);
                1
            }
        }
    }

    /// The footnotes, in a section of their own behind the text.
    fn notes(&mut self) {
        let notes = std::mem::take(&mut self.notes);
        if !notes.is_empty() && !self.in_kind(SectionKind::Notes) {
            self.outline.open(SectionKind::Notes, if self.title.is_some() { 2 } else { 1 }, None);
        }
        for (rank, at) in notes.into_iter().enumerate() {
            if let Form::Note(marker) = &self.units[at].form {
                self.outline.entry(Some(marker.clone()), &self.units[at], 0, rank == 0);
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
        } else if let Some(kind) = unit.furniture(text).filter(|kind| self.is_furniture(at, *kind, words)) {
            self.furniture(at, kind, words);
        } else if self.policy.turns && shape::is_turn(unit.first_line(text)) {
            self.leave_furniture(words);
            self.outline.paragraph(unit);
        } else if self.policy.clauses && is_clause(words, self.after_clause) {
            self.leave_furniture(words);
            list::clause(self, unit);
            self.after_clause = true;
            return;
        } else if self.listed.contains(&at) {
            self.outline.paragraph(unit);
        } else if self.heads(at) {
            self.listed = self.listed_below(at);
            self.plain_heading(at, before);
            self.chapter(at);
            if self.title_of_part(at) {
                self.outline.title_heading(&self.units[at + 1].fragments);
                self.taken = Some(at + 1);
            }
        } else if self.outline_debris(unit, words) {
            self.outline.debris(unit.span, "letters that belong to no word stand alone in a line");
        } else if self.policy.numbers == Numbers::Plan && self.goes_on(unit, words) {
            self.provisions.goes_on(&mut self.outline, &unit.fragments);
        } else {
            self.leave_furniture(words);
            self.provisions.part_run();
            self.outline.paragraph(unit);
        }
        self.after_clause = false;
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
        let furniture = unit.furniture(self.outline.text());
        if furniture.is_some() || !stray {
            self.zone = if furniture.is_some() { Zone::Front } else { Zone::Body };
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

    /// A line with a number: a framework, a provision, a numbered heading, or an entry of a list.
    fn numbered(&mut self, at: usize, marker: &Marker, number: &Number) -> usize {
        let unit = &self.units[at];
        self.leave_furniture("");
        if self.aim(at, number) {
            return 1;
        }
        self.leave_bullets();
        let next = self.number_behind(at);
        let capital = number.is_capital();
        let headed = self.is_numbered_heading(at);
        match self.policy.numbers {
            Numbers::Plan if capital && headed => {
                let section = self.heading(SectionKind::Plan, 2, unit, Some(marker.clone()), 0);
                debug_assert!(section < self.outline.sections().len());
                self.provisions.framework(&mut self.outline, number, marker);
            }
            Numbers::Plan | Numbers::Paragraphs if !(capital && headed) => {
                if !self.provisions.line(&mut self.outline, unit, next) {
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

    /// The number of the next numbered line.
    pub(super) fn number_behind(&self, at: usize) -> Option<&'u Number> {
        let units: &'u [Unit] = self.units;
        units.get(at + 1..)?.iter().take(4).find_map(|unit| match &unit.form {
            Form::Numbered(_, number) => Some(number),
            _ => None,
        })
    }

    /// A numbered line right under the heading of a plan's objectives or priorities, where no bullets stand.
    fn aim(&mut self, at: usize, number: &Number) -> bool {
        let kind = match self.outline.sections().last().map(|section| section.kind) {
            Some(SectionKind::Objectives) => ItemKind::Objective,
            Some(SectionKind::Priorities) => ItemKind::Priority,
            _ => return false,
        };
        let single = number.path().len() == 1 && !self.is_numbered_heading(at);
        self.policy.numbers == Numbers::Plan
            && single
            && self.outline.unnumbered() == 0
            && self.provisions.aim(&mut self.outline, &self.units[at], kind)
    }

    /// A unit whose number is no number: a paragraph, all of it.
    pub(super) fn as_text(&mut self, unit: &Unit) {
        let mut plain = Unit { facts: Facts::default(), ..unit.clone() };
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
        let Form::Row(cells) = &unit.form else { return 1 };
        let pipes =
            |span: &Span| self.text()[span.start..span.end].bytes().filter(|byte| *byte == b'|').count();
        if pipes(&unit.span) > cells.iter().map(pipes).sum() {
            let message = "the pipes between the cells of a row were taken out";
            self.outline.note(Code::MarkupRemoved, Severity::Info, unit.span, message.to_owned());
        }
        let mut filled = cells.iter().filter(|cell| !cell.is_empty());
        let words = filled.next().map_or("", |cell| &self.text()[cell.start..cell.end]);
        let numbered = number(words).is_some() || filled.next().is_none();
        // A table of facts among numbered paragraphs is no part of them.
        match self.policy.numbers {
            Numbers::Plan => self.provisions.row(&mut self.outline, unit),
            Numbers::Paragraphs if numbered => self.provisions.row(&mut self.outline, unit),
            Numbers::Paragraphs | Numbers::Lists => self.outline.row(cells),
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
