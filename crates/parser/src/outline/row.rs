//! Rows of tables as provisions: a number in the first cell or its own column, titles that go on in the next row,
//! cells beside the action.
//!
//! ```text
//! 2.7 People and institutional ⇥ 2.7.1 Explore …        area 2.7, action 2.7.1
//! linkages                     ⇥ 2.7.2 Explore …        the title of 2.7 goes on
//! ```
//! The number that a cell begins with is believed; one inside a cell only where it is exactly the next one.

use rapporteur_model::{Code, Diagnostic, ItemKind, Severity, Span};

use super::{
    Outline,
    belief::believable,
    debris::is_debris,
    numbering::Step,
    provision::{Provisions, join_note},
};
use crate::{
    grammar::marker,
    lines::trimmed,
    repair::{Fragment, excerpt},
    unit::{Form, Unit},
};

impl Provisions {
    /// A table row.
    pub fn row(&mut self, outline: &mut Outline<'_>, unit: &Unit) {
        let Form::Row(cells) = &unit.form else { return };
        self.numbering.set_in(None);
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
            flush(outline, all, &mut beside);
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
        flush(outline, all, &mut beside);
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
        if !torn && all.len() > 1 {
            let goes_on = all.first().is_some_and(|cell| cell.is_empty()) && self.is_open();
            let known = |column: usize| self.column == Some(column) || outline.has_cell_above(column);
            let filled = || all.iter().copied().enumerate().filter(|(_, cell)| !cell.is_empty());
            if goes_on && self.column.is_some() && filled().all(|(column, _)| known(column)) {
                // Each cell goes on the one above it.
                for (column, cell) in filled() {
                    if self.column == Some(column) {
                        self.go_on_cell(outline, cell);
                    } else {
                        outline.extend_cell(column, cell);
                    }
                }
                return;
            }
            if self.column.is_none() || !goes_on {
                self.numbering.part();
                return outline.row(all);
            }
            self.go_on_cell(outline, cells[0]);
            if cells.len() > 1 {
                outline.row(&cells[1..]);
            }
            return;
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
                self.numbering.part();
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
}

/// The cells beside a provision, as one row of their own, each in its column.
fn flush(outline: &mut Outline<'_>, all: &[Span], beside: &mut Vec<Span>) {
    let cells = std::mem::take(beside);
    if !cells.is_empty() {
        let own = |cell: &Span| if cells.contains(cell) { *cell } else { Span::new(cell.end, cell.end) };
        outline.row(&all.iter().map(own).collect::<Vec<Span>>());
    }
}

/// Only a bare figure: the last cell of a row is then a sum or a year.
fn is_figure(cell: &str) -> bool {
    cell.bytes().all(|byte| byte.is_ascii_digit())
}

fn starts_number(cell: &str) -> bool {
    marker::number(cell).is_some()
}
