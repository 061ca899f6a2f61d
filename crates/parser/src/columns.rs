//! Tables without tabs: pipes, runs of spaces that line up, and cells that stand one under the other.
//!
//! ```text
//! | Town | Grant |        Valley         Rain (mm)        1
//! |------|-------|        Upper Lenne          412        Open two gauges
//! | Vell | $300  |        Marsh                388        Norvia
//! ```
//! One line alone is no table: "Home | News | Contact" is a menu, a wide gap in a sentence is a gap. Cells one
//! A row of pipes that a page cuts (`| Vell | Opens the quay and`) has no closing pipe and fewer cells. Cells one
//! under the other are known by a number in front of each row and the same count of short lines behind it.

use rapporteur_model::Span;

use crate::{
    grammar::{marker, shape},
    lines::{Line, trimmed},
};

/// Fewest spaces that part two columns in one line.
const GAP: &str = "   ";
/// Longest cell of a table whose cells stand one under the other, in bytes.
const CELL: usize = 200;
/// Rows that such a table has at least.
const ROWS: usize = 3;

/// Gives the lines that are rows of tables their cells.
pub fn columns(text: &str, lines: &mut [Line]) {
    let mut at = 0;
    while at < lines.len() {
        let end = at + 1 + lines[at + 1..].iter().take_while(|line| line.blank_before == 0).count();
        let block = &mut lines[at..end];
        if block.len() > 1 && !piped(text, block) {
            spaced(text, block);
        }
        at = end;
    }
}

/// Rows of pipes: two lines or more in a run, with the same number of cells.
fn piped(text: &str, block: &mut [Line]) -> bool {
    let pipes = |line: &Line| text[line.span.start..line.span.end].contains('|');
    let (mut at, mut any) = (0, false);
    while at < block.len() {
        let run = block[at..].iter().take_while(|line| pipes(line)).count();
        let mut rows: Vec<(usize, Vec<Span>)> = (at..at + run)
            .filter(|row| !shape::is_rule(&text[block[*row].span.start..block[*row].span.end]))
            .map(|row| (row, parted(text, block[row].span)))
            .collect();
        let count = rows.first().map_or(0, |(_, cells)| cells.len());
        // The last row may break off in the middle of a cell.
        if let [first, .., (row, cells)] = rows.as_mut_slice()
            && cells.len() < count
            && closed(text, &block[first.0])
            && !closed(text, &block[*row])
        {
            cells.resize(count, Span::new(block[*row].span.end, block[*row].span.end));
        }
        if rows.len() > 1 && count > 1 && rows.iter().all(|(_, cells)| cells.len() == count) {
            any = true;
            for (row, cells) in rows {
                block[row].cells = cells;
                block[row].columns = true;
            }
        }
        at += run.max(1);
    }
    any
}

/// Does a line stand between pipes?
fn closed(text: &str, line: &Line) -> bool {
    let words = &text[line.span.start..line.span.end];
    words.len() > 1 && words.starts_with('|') && words.ends_with('|')
}

fn parted(text: &str, line: Span) -> Vec<Span> {
    let words = &text[line.start..line.end];
    let inner = words.strip_prefix('|').map_or(line.start, |_| line.start + 1);
    let end = if words.ends_with('|') && words.len() > 1 { line.end - 1 } else { line.end };
    let mut start = inner;
    text[inner..end]
        .split('|')
        .map(|cell| {
            let span = Span::new(start, start + cell.len());
            start = span.end + 1;
            trimmed(text, span)
        })
        .collect()
}

/// Columns of spaces: a channel that no word of the run crosses, and a wide gap in it in two lines or more.
fn spaced(text: &str, block: &mut [Line]) {
    let wide = |line: &Line| {
        line.cells.len() == 1 && line.span.len() < 400 && text[line.span.start..line.span.end].contains(GAP)
    };
    let (Some(first), Some(last)) = (block.iter().position(wide), block.iter().rposition(wide)) else {
        return;
    };
    let gaps = block[first..=last].iter().filter(|line| wide(line)).count();
    if gaps < 2 || 2 * gaps < last - first + 1 || block[first..].iter().any(|line| line.cells.len() > 1) {
        return;
    }
    // The columns of signs that some line fills.
    let mut filled: Vec<bool> = Vec::new();
    for line in &block[first..=last] {
        let mut space = 0;
        for (column, sign) in text[line.span.start..line.span.end].chars().enumerate() {
            let column = line.indent + column;
            filled.resize(filled.len().max(column + 1), false);
            // One space inside a cell is filled; two and more part.
            space = if sign.is_whitespace() { space + 1 } else { 0 };
            filled[column] |= space == 0;
        }
    }
    let channels = channels(&filled);
    // Two lines with one gap each may line up by chance.
    if channels.is_empty() || channels.len() == 1 && gaps < 3 {
        return;
    }
    // A number or bullet before each line is no column: its words hang.
    let hangs = |line: &Line| {
        split(text, line, &channels).is_some_and(|cells| {
            let cell = &text[cells[0].start..cells[0].end];
            let label = cell.trim_end_matches(['.', ')']).trim_start_matches('(');
            let figures =
                label.split('.').all(|part| part.len() <= 3) && label.len() <= 8 && !label.contains(' ');
            cell.is_empty()
                || cell.chars().count() == 1
                || figures && label.contains('.')
                || marker::number(cell).is_some()
        })
    };
    if channels.len() == 1 && block[first..=last].iter().all(hangs) {
        return;
    }
    // Lines below that stay inside the columns go on the last row.
    let inside = |line: &Line| split(text, line, &channels).is_some();
    let tail =
        block[last + 1..].iter().take_while(|line| line.indent > block[first].indent && inside(line)).count();
    let rows: Vec<Option<Vec<Span>>> =
        block[first..=last + tail].iter().map(|line| split(text, line, &channels)).collect();
    let full = rows.iter().flatten().filter(|row| row.iter().filter(|cell| !cell.is_empty()).count() > 1);
    if full.count() < 2 {
        return;
    }
    for (line, cells) in block[first..=last + tail].iter_mut().zip(rows) {
        if let Some(cells) = cells {
            line.cells = cells;
            line.columns = true;
        }
    }
}

/// Runs of two empty columns or more between filled ones: where each ends.
fn channels(filled: &[bool]) -> Vec<usize> {
    let start = filled.iter().position(|full| *full).unwrap_or(0);
    let mut found = Vec::new();
    let mut empty = 0;
    for (column, full) in filled.iter().enumerate().skip(start) {
        if *full && empty >= 2 {
            found.push(column);
        }
        empty = if *full { 0 } else { empty + 1 };
    }
    found
}

/// The cells of a line that is cut before each of the columns; `None` where a word crosses one.
fn split(text: &str, line: &Line, channels: &[usize]) -> Option<Vec<Span>> {
    let words = &text[line.span.start..line.span.end];
    let mut cuts = vec![line.span.start];
    for &channel in channels {
        let at = match channel.checked_sub(line.indent) {
            None => line.span.start,
            Some(column) => {
                words.char_indices().nth(column).map_or(line.span.end, |(at, _)| line.span.start + at)
            }
        };
        let crossed = text[line.span.start..at].ends_with(|c: char| !c.is_whitespace()) && at < line.span.end;
        if crossed {
            return None;
        }
        cuts.push(at);
    }
    cuts.push(line.span.end);
    Some(cuts.windows(2).map(|pair| trimmed(text, Span::new(pair[0], pair[1]))).collect())
}

/// Rows whose cells stand one under the other: index of the first line, and how many lines each row takes; the
/// header row, where there is one, included.
pub fn stacked(text: &str, lines: &[Line]) -> Vec<(usize, usize)> {
    let number = |line: &Line| -> Option<u32> {
        let words = text[line.span.start..line.span.end].trim_end_matches('.');
        ((1..=3).contains(&words.len()) && words.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| words.parse().ok())
            .flatten()
    };
    let numbers: Vec<(usize, u32)> =
        lines.iter().enumerate().filter_map(|(at, line)| number(line).map(|value| (at, value))).collect();
    let mut found = Vec::new();
    let mut from = 0;
    while from < numbers.len() {
        let mut to = from + 1;
        let step = numbers.get(to).map_or(0, |next| next.0 - numbers[from].0);
        while to < numbers.len()
            && numbers[to].1 == numbers[to - 1].1 + 1
            && numbers[to].0 - numbers[to - 1].0 == step
        {
            to += 1;
        }
        let (start, rows) = (numbers[from].0, to - from);
        let end = (start + rows * step).min(lines.len());
        let cell = |line: &Line| line.cells.len() == 1 && line.span.len() <= CELL;
        let whole = start + rows * step == end;
        if rows >= ROWS && step >= 3 && numbers[from].1 == 1 && whole && lines[start..end].iter().all(cell) {
            let header = start.checked_sub(step).filter(|top| {
                lines[*top..start].iter().all(|line| {
                    let words = &text[line.span.start..line.span.end];
                    words.len() <= 40 && !words.ends_with(['.', ';', ':']) || words == "No."
                }) && lines[top + 1..start].iter().all(|line| line.blank_before <= lines[start].blank_before)
            });
            found.extend(header.map(|top| (top, step)));
            found.extend((0..rows).map(|row| (start + row * step, step)));
        }
        from = to;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<String> {
        let mut lines = crate::lines::lines(text);
        columns(text, &mut lines);
        let shown = |line: &Line| {
            let cells: Vec<&str> = line.cells.iter().map(|cell| &text[cell.start..cell.end]).collect();
            cells.join(" / ")
        };
        lines.iter().filter(|line| line.columns).map(shown).collect()
    }

    #[test]
    fn pipes_that_agree_are_a_table_and_a_menu_is_none() {
        let table = "| Town | Grant |\n|---|---|\n| Vell | $300 |\n| Sand | |\n";
        assert_eq!(rows(table), ["Town / Grant", "Vell / $300", "Sand / "]);
        let cut = "| Town | Work | Grant |\n|---|---|---|\n| Vell | Opens the quay and\n";
        assert_eq!(rows(cut), ["Town / Work / Grant", "Vell / Opens the quay and / "]);
        assert_eq!(rows("Town | Pupils\nVell | 120\n"), ["Town / Pupils", "Vell / 120"]);
        for text in ["Home | News | Contact\nThe board met.\n", "a | b\nc | d | e\n", "x\n\na | b\n\nc | d\n"]
        {
            assert!(rows(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn spaces_that_line_up_are_a_table_and_wide_gaps_in_prose_are_none() {
        let table = "Valley         Rain (mm)   Grain\nUpper Lenne          412   1,200\nMarsh                 88     950\n";
        assert_eq!(
            rows(table),
            ["Valley / Rain (mm) / Grain", "Upper Lenne / 412 / 1,200", "Marsh / 88 / 950"]
        );
        let wrapped = "Norvia    Opens two gauges on        2021\n          the upper river\nSudland   Lends a boat               2022\n";
        assert_eq!(
            rows(wrapped),
            ["Norvia / Opens two gauges on / 2021", " / the upper river / ", "Sudland / Lends a boat / 2022"]
        );
        for text in [
            "The board met   in the town and asked for boats\nand for crews.   It then went home to the island\n",
            "A.1.1   Open the quay\n        for boats   at night\nA.1.2   Mend the light\nA.1.3   Train the crew\n",
            "Signed   by the mayor\n\nSeen     by the clerk\n",
        ] {
            assert!(rows(text).is_empty(), "{text} {:?}", rows(text));
        }
    }

    #[test]
    fn cells_one_under_the_other_are_rows() {
        let found = |text: &str| stacked(text, &crate::lines::lines(text));
        let table = "Plan\n\nNo.\nAction\nLead\n\n1\nOpen\nNorvia\n\n2\nLend\nSudland\n\n3\nTrain\nNorvia\n";
        assert_eq!(found(table), [(1, 3), (4, 3), (7, 3), (10, 3)]);
        for text in ["a\n1\nb\nc\nd\n2\ne\n3\nf\n", "1\na\nb\n2\nc\nd\n", "4\na\nb\n5\na\nb\n6\na\nb\n"] {
            assert!(found(text).is_empty(), "{text}");
        }
    }
}
