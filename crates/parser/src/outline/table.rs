//! Rows of tables that hold no provisions: which of them make one table, and cells that go on in the row below.
//!
//! ```text
//! Lohusalu   40   Lohusalu Yacht        a row,
//!                 Club                  whose last cell goes on
//! ```

use rapporteur_model::{Block, PassageId, PassageRole, Row, Span};

use super::Outline;
use crate::repair::Fragment;

impl Outline<'_> {
    /// Is the last block of the open section a table?
    pub(super) fn table_is_open(&self) -> bool {
        self.sections.last().is_some_and(|section| matches!(section.blocks.last(), Some(Block::Table(_))))
    }

    /// Did the last row have a cell in a column?
    pub(super) fn has_cell_above(&self, column: usize) -> bool {
        self.table_is_open() && self.last_row.get(column).copied().flatten().is_some()
    }

    /// Adds words to the cell of the last row in a column.
    pub(super) fn extend_cell(&mut self, column: usize, cell: Span) {
        if let Some(above) = self.last_row.get(column).copied().flatten() {
            self.drafts[above.0].fragments.push(Fragment::cut(cell));
        }
    }

    /// Adds a table row; rows that follow one another are one table. A row whose first cell is empty and whose words
    /// go on those above them belongs to the row before.
    pub fn row(&mut self, cells: &[Span]) {
        let section = self.section();
        if self.table_is_open() && self.goes_on_row(cells) {
            for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                self.extend_cell(column, *cell);
            }
            return;
        }
        let drafts: Vec<Option<PassageId>> = cells
            .iter()
            .map(|cell| {
                (!cell.is_empty()).then(|| self.draft(PassageRole::Cell, vec![Fragment::line(*cell)]))
            })
            .collect();
        let row = Row { cells: drafts.iter().flatten().copied().collect(), header: false };
        self.last_row = drafts;
        match self.sections[section].blocks.last_mut() {
            Some(Block::Table(rows)) => rows.push(row),
            _ => self.sections[section].blocks.push(Block::Table(vec![row])),
        }
    }

    /// Do the cells of a row without its first go on those above, in the middle of a sentence? A row that leaves out
    /// other columns too begins nothing of its own.
    fn goes_on_row(&self, cells: &[Span]) -> bool {
        let text = self.text();
        let short =
            cells.iter().enumerate().skip(1).any(|(column, cell)| {
                cell.is_empty() && self.last_row.get(column).copied().flatten().is_some()
            });
        let filled = cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
        let goes_on = |(column, cell): (usize, &Span)| {
            let above = self.last_row.get(column).copied().flatten();
            above.is_some_and(|above| {
                let before =
                    self.drafts[above.0].fragments.last().map_or("", |last| self.source.slice(last.span));
                (short || text[cell.start..cell.end].starts_with(char::is_lowercase))
                    && !before.ends_with(['.', ';'])
            })
        };
        cells.first().is_some_and(|cell| cell.is_empty())
            && filled.clone().next().is_some()
            && filled.clone().all(goes_on)
    }
}
