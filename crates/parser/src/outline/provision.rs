//! Numbered provisions out of lines and table rows.
//!
//! Tables copied out of PDFs are torn: the area stands in one cell and its action in the next, a title goes on a
//! row later, a row in the middle of a sentence after a page break, several actions run together in one cell.
//!
//! ```text
//! 2.7 People and institutional ⇥ 2.7.1 Explore …        area 2.7, action 2.7.1
//! linkages                     ⇥ 2.7.2 Explore …        the title of 2.7 goes on
//!                              ⇥ against crime.         the action goes on
//!                              ⇥ a. Air; b. Water       sub-actions
//! 2.8 Faith ⇥ 2.8.1 Talk. 2.8.2 Meet.                   two actions in one cell
//! ```
//! The number that a cell begins with is believed; one inside a cell only where it is exactly the next one.

use rapporteur_model::{Code, Diagnostic, ItemKind, Marker, Severity, Span};

use super::{
    NewItem, Numbered, Outline,
    belief::{begins_run, believable, reference},
    debris::is_garbled,
    numbering::{Numbering, Place, Step},
    run::report,
};
use crate::{
    grammar::marker::{Dress, Number, Signs},
    lines::trimmed,
    repair::{Fragment, excerpt},
    unit::{Form, Unit},
};

/// Reads numbered provisions into an outline.
pub struct Provisions {
    pub(super) numbering: Numbering,
    /// The kind that a provision has until the whole tree is known.
    kind: ItemKind,
    /// The words of the last header row.
    pub(super) header: String,
    /// The number of the article that is open; numbers begin anew below each.
    article: Option<String>,
    /// The number of the part that is open, for numbers that begin anew below it.
    part: Option<String>,
    /// Has no number stood below the part yet?
    fresh: bool,
    /// The column of a table in which the words of the last provision stand.
    pub(super) column: Option<usize>,
}

impl Provisions {
    /// Provisions that are of `kind` until more is known.
    pub fn new(kind: ItemKind) -> Self {
        Self {
            numbering: Numbering::default(),
            kind,
            header: String::new(),
            article: None,
            part: None,
            fresh: false,
            column: None,
        }
    }

    /// Is a provision open that words may go on?
    pub fn is_open(&self) -> bool {
        self.numbering.innermost().is_some()
    }

    /// A heading without a number stands here: the first letter of a run behind it belongs to nothing before it.
    pub fn bar(&mut self) {
        self.numbering.bar();
    }

    /// Words without a number stand here: a run may begin anew behind them.
    pub fn part_run(&mut self) {
        self.numbering.part();
    }

    /// An article begins (or, with `None`, none is open any more): its number stands in front of those below it.
    pub fn front(&mut self, article: Option<&str>) {
        self.numbering.close();
        self.article = article.map(str::to_owned);
    }

    /// A part begins (`Chapter 3`): a run that begins anew below it has its number in front where it needs one.
    pub fn part(&mut self, label: &str) {
        (self.part, self.fresh) = (Some(label.to_owned()), true);
    }

    /// A line that begins with a number, `next` the number of the line behind it. Tells whether it was one.
    pub fn line(&mut self, outline: &mut Outline<'_>, unit: &Unit, next: Option<&Number>) -> bool {
        let Form::Numbered(printed, number) = &unit.form else { return false };
        let mended = self.mended(outline, number, printed);
        let number = mended.as_ref().unwrap_or(number);
        if std::mem::take(&mut self.fresh) && number.readings().iter().any(|(_, value)| *value == 1) {
            self.numbering.close();
        }
        self.numbering.set_in(Some(unit.indent));
        self.column = None;
        let place = self.numbering.place(number);
        if !believable(number, &place, false) && !begins_run(number, &place, next) {
            return false;
        }
        let words = unit.words(outline.text());
        if place.step == Step::Duplicate && self.garbles(outline, &place, words, unit.span) {
            return true;
        }
        let item = self.start(outline, number, printed.span, &place);
        let reference = outline.items()[item].reference.clone();
        self.fill(outline, &unit.fragments);
        outline.note_joins(unit, Some(&reference));
        true
    }

    /// A letter that scanning misread as a figure, as the letter that the run needs.
    fn mended(&self, outline: &mut Outline<'_>, number: &Number, printed: &Marker) -> Option<Number> {
        let label = self.numbering.misread(number)?;
        let message = format!("“{}” among letters was read as “{label}”", printed.text);
        outline.note(Code::OcrRepairedWord, Severity::Info, printed.span, message);
        Some(Number { label, ..number.clone() })
    }

    /// A heading whose letter the numbers below it begin with (`CHAPTER A. PORTS` over `A.1`): heading of the open section
    /// and provision at once.
    pub fn chapter(&mut self, outline: &mut Outline<'_>, label: &str, printed: &Marker) {
        let number = Number { label: label.to_owned(), dress: Dress::Stop, length: printed.text.len() };
        self.fresh = false;
        self.framework(outline, &number, printed);
    }

    /// A numbered line among the objectives or priorities of a plan.
    pub fn aim(&mut self, outline: &mut Outline<'_>, unit: &Unit, kind: ItemKind) -> bool {
        let usual = std::mem::replace(&mut self.kind, kind);
        let taken = self.line(outline, unit, None);
        self.kind = usual;
        taken
    }

    /// A framework line (`A. Under the framework of …`): heading of the open section and provision at once.
    pub fn framework(&mut self, outline: &mut Outline<'_>, number: &Number, printed: &Marker) {
        let place = self.numbering.place(number);
        // Only the outermost letters are frameworks; those below them part one.
        let kind = if place.parent.is_none() { ItemKind::Framework } else { ItemKind::Theme };
        let numbered = self.numbered(outline, number, printed.span, &place, kind);
        let item = outline.framework(NewItem { numbered, fragments: Vec::new() });
        report(outline, &place, item);
        self.numbering.open(&place, item);
    }

    /// Words that go on the open provision after a cut, in a line of their own.
    pub fn goes_on(&mut self, outline: &mut Outline<'_>, fragments: &[Fragment]) {
        let Some(item) = self.numbering.innermost() else { return };
        if let Some(first) = fragments.first() {
            join_note(outline, item, first.span);
        }
        for fragment in fragments {
            outline.extend(item, Fragment::cut(fragment.span));
        }
    }

    /// Opens the provision of a number.
    pub(super) fn start(
        &mut self,
        outline: &mut Outline<'_>,
        number: &Number,
        printed: Span,
        place: &Place,
    ) -> usize {
        let mut place = place.clone();
        if place.step == Step::Duplicate && self.set_aside_garbled(outline, printed) {
            place = self.numbering.place(number);
        }
        let letter = matches!(place.signs, Signs::LowerLetter | Signs::LowerRoman);
        let kind = if letter && self.kind == ItemKind::Action { ItemKind::SubAction } else { self.kind };
        let numbered = self.numbered(outline, number, printed, &place, kind);
        let item = outline.item(NewItem { numbered, fragments: Vec::new() });
        report(outline, &place, item);
        self.numbering.open(&place, item);
        item
    }

    fn numbered(
        &self,
        outline: &Outline<'_>,
        number: &Number,
        printed: Span,
        place: &Place,
        kind: ItemKind,
    ) -> Numbered {
        let reference = reference(outline, number, place, self.article.as_deref(), self.part.as_deref());
        let level = reference.split('.').count();
        Numbered {
            number: Some(number.label.clone()),
            marker: Some(Marker {
                text: outline.text()[printed.start..printed.end].to_owned(),
                span: printed,
            }),
            level: Some(u8::try_from(level).unwrap_or(u8::MAX)),
            kind,
            parent: place.parent,
            reference,
        }
    }

    /// Adds words to the innermost provision, opening those whose numbers stand inside.
    pub(super) fn fill(&mut self, outline: &mut Outline<'_>, fragments: &[Fragment]) {
        for fragment in fragments {
            let text = outline.text();
            let mut rest = fragment.span;
            let mut glue = fragment.glue;
            while let Some((at, number, place)) = self.inside(&text[rest.start..rest.end]) {
                let before = trimmed(text, Span::new(rest.start, rest.start + at));
                self.extend(outline, before, glue);
                let printed = Span::new(rest.start + at, rest.start + at + number.length);
                self.start(outline, &number, printed, &place);
                rest = trimmed(text, Span::new(printed.end, rest.end));
                glue = crate::repair::Glue::Wrap;
            }
            self.extend(outline, rest, glue);
        }
    }

    fn extend(&mut self, outline: &mut Outline<'_>, span: Span, glue: crate::repair::Glue) {
        if let Some(item) = self.numbering.innermost()
            && !span.is_empty()
        {
            outline.extend(item, Fragment { span, glue });
        }
    }

    /// Is a row whose number stands a second time a garbled copy of the open provision? Then it is set aside.
    pub(super) fn garbles(&self, outline: &mut Outline<'_>, place: &Place, words: &str, row: Span) -> bool {
        let open = self.numbering.innermost().filter(|item| {
            outline.items()[*item].parent == place.parent && is_garbled(words, outline.item_words(*item))
        });
        let Some(item) = open else { return false };
        let message =
            format!("“{}” is a garbled copy of the row before", excerpt(&outline.text()[row.start..row.end]));
        let found = Diagnostic::new(Code::OcrGarbledDuplicate, Severity::Warning, row, message);
        let reference = outline.items()[item].reference.clone();
        outline.note_about(found.about(reference));
        true
    }

    /// Sets the last provision aside if it is a garbled copy of the row that begins at `printed`.
    fn set_aside_garbled(&mut self, outline: &mut Outline<'_>, printed: Span) -> bool {
        let text = outline.text();
        let (Some(item), Some(last)) = (self.numbering.innermost(), outline.items().len().checked_sub(1))
        else {
            return false;
        };
        let line_end = text[printed.end..].find(['\n', '\r']).map_or(text.len(), |at| printed.end + at);
        let good = &text[printed.end..line_end];
        let bad = outline.item_words(item);
        if item != last || !is_garbled(bad, good) {
            return false;
        }
        let reference = outline.items()[item].reference.clone();
        let Some(span) = outline.take_back() else { return false };
        let message =
            format!("“{}” is a garbled copy of the row that follows", excerpt(&text[span.start..span.end]));
        let found = Diagnostic::new(Code::OcrGarbledDuplicate, Severity::Warning, span, message);
        outline.note_about(found.about(reference));
        self.numbering.back();
        true
    }
}

pub(super) fn join_note(outline: &mut Outline<'_>, item: usize, cell: Span) {
    let before = outline.item_words(item);
    if before.ends_with(['.', ';', ':', '!', '?']) || before.is_empty() {
        return;
    }
    let start =
        cell.start - (outline.text()[..cell.start].len() - outline.text()[..cell.start].trim_end().len());
    let reference = outline.items()[item].reference.clone();
    let message = "a clause that a page break cut was joined";
    let found = Diagnostic::new(Code::PageBreakJoined, Severity::Info, Span::new(start, cell.end), message);
    outline.note_about(found.about(reference));
}
