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
    debris::{is_debris, is_garbled},
    numbering::{Numbering, Place, Step},
    run::report,
};
use crate::{
    grammar::marker::{self, Dress, Number, Signs},
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
    header: String,
    /// The number of the article that is open; numbers begin anew below each.
    article: Option<String>,
    /// The number of the part that is open, for numbers that begin anew below it.
    part: Option<String>,
    /// Has no number stood below the part yet?
    fresh: bool,
    /// The column of a table in which the words of the last provision stand.
    column: Option<usize>,
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

    /// A table row.
    pub fn row(&mut self, outline: &mut Outline<'_>, unit: &Unit) {
        let Form::Row(cells) = &unit.form else { return };
        let text = outline.text();
        let mut filled: Vec<Span> = cells.iter().filter(|cell| !cell.is_empty()).copied().collect();
        let Some(&first) = filled.first() else { return };
        if filled.iter().all(|cell| is_debris(&text[cell.start..cell.end])) {
            let all = filled.iter().copied().reduce(Span::join).unwrap_or(first);
            return outline.debris(all, "letters that belong to no word stand alone in a row");
        }
        let mut letters = Vec::new();
        if filled.len() > 1
            && is_debris(&text[first.start..first.end])
            && starts_number(&text[filled[1].start..])
        {
            outline.debris(first, "stray letters in front of a row");
            letters = text[first.start..first.end].chars().filter(|c| c.is_alphabetic()).collect();
            filled.remove(0);
        }
        let numbered = filled.iter().enumerate().any(|(at, cell)| {
            let words = &text[cell.start..cell.end];
            self.begins(words) && !(at > 0 && at + 1 == filled.len() && is_figure(words))
        });
        if numbered {
            self.numbered_row(outline, cells, &filled, letters);
            self.column = self.column.or(Some(0));
        } else {
            let torn = text[unit.span.start..unit.span.end].contains('\t');
            self.plain_row(outline, cells, &filled, torn);
        }
    }

    /// Does a cell begin with a number that can be believed here?
    fn begins(&self, cell: &str) -> bool {
        marker::number(cell).is_some_and(|number| believable(&number, &self.numbering.place(&number), true))
    }

    fn numbered_row(
        &mut self,
        outline: &mut Outline<'_>,
        all: &[Span],
        cells: &[Span],
        mut letters: Vec<char>,
    ) {
        let text = outline.text();
        let first_column = all.first().is_some_and(|cell| !cell.is_empty());
        let mut at = 0;
        let mut begun = false;
        let mut beside: Vec<Span> = Vec::new();
        while at < cells.len() {
            let cell = cells[at];
            let words = &text[cell.start..cell.end];
            at += 1;
            let number = marker::number(words);
            let place = number.as_ref().map(|number| self.numbering.place(number));
            let (Some(number), Some(place)) = (number, place) else {
                self.unnumbered_cell(outline, cell, cells.get(at), begun, first_column, &mut beside);
                continue;
            };
            let datum = at > 1 && at == cells.len() && is_figure(words);
            if datum || !believable(&number, &place, true) {
                self.unnumbered_cell(outline, cell, cells.get(at), begun, first_column, &mut beside);
                continue;
            }
            flush(outline, &mut beside);
            begun = true;
            let printed = Span::new(cell.start, cell.start + number.length);
            let mut body = trimmed(text, Span::new(printed.end, cell.end));
            // The number may stand in a cell of its own.
            if body.is_empty()
                && let Some(next) = cells.get(at).filter(|next| !self.begins(&text[next.start..next.end]))
            {
                body = *next;
                at += 1;
            }
            if place.step == Step::Duplicate {
                let row = cells.iter().copied().reduce(Span::join).unwrap_or(cell);
                if self.garbles(outline, &place, &text[body.start..body.end], row) {
                    return;
                }
            }
            self.column = all.iter().position(|cell| (cell.start..=cell.end).contains(&body.start));
            let item = self.start(outline, &number, printed, &place);
            if !letters.is_empty() {
                outline.lost_letters(item, std::mem::take(&mut letters));
            }
            self.fill(outline, &[Fragment::line(body)]);
        }
        flush(outline, &mut beside);
    }

    /// A cell without a number in a row that has one elsewhere.
    fn unnumbered_cell(
        &mut self,
        outline: &mut Outline<'_>,
        cell: Span,
        next: Option<&Span>,
        begun: bool,
        first_column: bool,
        beside: &mut Vec<Span>,
    ) {
        let text = outline.text();
        let coming = next.and_then(|next| marker::number(&text[next.start..next.end]));
        let above = coming.and_then(|number| self.numbering.place(&number).parent);
        match above {
            // "linkages ⇥ 2.7.2 …": the title of 2.7 goes on.
            Some(area) if !begun && first_column && outline.items()[area].kind != ItemKind::Framework => {
                outline.extend(area, Fragment::cut(cell));
                let message =
                    format!("“{}” goes on the title of the row above", excerpt(&text[cell.start..cell.end]));
                let found = Diagnostic::new(Code::TitleContinued, Severity::Info, cell, message);
                outline.note_about(found.about(outline.items()[area].reference.clone()));
            }
            _ => beside.push(cell),
        }
    }

    /// A row without a number: a header, a clause that goes on, or data.
    fn plain_row(&mut self, outline: &mut Outline<'_>, all: &[Span], cells: &[Span], torn: bool) {
        let text = outline.text();
        // Only tabs tear rows: elsewhere a row whose first cell has words stands by itself.
        if !torn && cells.len() > 1 {
            let goes_on = all.first().is_some_and(|cell| cell.is_empty()) && self.is_open();
            if goes_on {
                self.go_on_cell(outline, cells[0]);
            }
            return outline.row(if goes_on { &cells[1..] } else { all });
        }
        let words: Vec<&str> = cells.iter().map(|cell| &text[cell.start..cell.end]).collect();
        let whole = words.join(" ");
        let shouted = !whole.chars().any(char::is_lowercase);
        match (self.numbering.innermost(), cells) {
            (Some(_), [cell]) => self.go_on_cell(outline, *cell),
            // Nothing stands in front of the column of the action: the action alone goes on, with cells of its own beside.
            (Some(_), [words, rest @ ..])
                if self.column.is_some_and(|column| column > 0 && all.get(column) == Some(words)) =>
            {
                self.go_on_cell(outline, *words);
                outline.row(rest);
            }
            (Some(item), [title, rest @ ..]) if !shouted && whole != self.header => {
                // Title and action both go on.
                let area = outline.items()[item].parent.unwrap_or(item);
                outline.extend(area, Fragment::cut(*title));
                let message = "a title goes on in the next row";
                let found = Diagnostic::new(Code::TitleContinued, Severity::Info, *title, message);
                outline.note_about(found.about(outline.items()[area].reference.clone()));
                for cell in rest {
                    self.go_on_cell(outline, *cell);
                }
            }
            _ => {
                self.header = whole;
                outline.row(all);
            }
        }
    }

    /// A cell that goes on the open provision.
    fn go_on_cell(&mut self, outline: &mut Outline<'_>, cell: Span) {
        if let Some(item) = self.numbering.innermost() {
            join_note(outline, item, cell);
        }
        self.fill(outline, &[Fragment::cut(cell)]);
    }

    /// Opens the provision of a number.
    fn start(&mut self, outline: &mut Outline<'_>, number: &Number, printed: Span, place: &Place) -> usize {
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
    fn fill(&mut self, outline: &mut Outline<'_>, fragments: &[Fragment]) {
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
    fn garbles(&self, outline: &mut Outline<'_>, place: &Place, words: &str, row: Span) -> bool {
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

/// The cells beside a provision, as one row of their own.
fn flush(outline: &mut Outline<'_>, beside: &mut Vec<Span>) {
    if !beside.is_empty() {
        outline.row(&std::mem::take(beside));
    }
}

/// Only a bare figure: the last cell of a row is then a sum or a year.
fn is_figure(cell: &str) -> bool {
    cell.bytes().all(|byte| byte.is_ascii_digit())
}

fn starts_number(cell: &str) -> bool {
    marker::number(cell).is_some()
}

fn join_note(outline: &mut Outline<'_>, item: usize, cell: Span) {
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
