//! How the lines of a document are set: the width at which paragraphs are broken, tables, blank lines that part
//! nothing.

use crate::{columns::columns, grammar::marker, lines::Line};

/// How the lines of a document are set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Layout {
    /// Width at which paragraphs are broken into lines, in bytes; `None` where a paragraph is one line.
    pub width: Option<usize>,
    /// Are there tables set with tabs?
    pub tables: bool,
    /// Are blank lines rare, so that they part hardly anything?
    pub dense: bool,
    /// Are the first lines of paragraphs set in?
    pub indented: bool,
}

/// The layout of lines.
///
/// Some texts were copied with a blank line between all lines; those blank lines are taken away here, so that they
/// part nothing.
pub fn layout(text: &str, lines: &mut [Line]) -> Layout {
    let tables = lines.iter().filter(|line| !line.columns && is_table_row(text, line)).count() >= 2;
    if is_double_spaced(text, lines) {
        for line in lines.iter_mut() {
            line.blank_before = line.blank_before.saturating_sub(1);
        }
    }
    columns(text, lines);
    let length = |line: &Line| line.indent + line.span.len();
    let followed = lines
        .windows(2)
        .filter(|pair| pair[1].blank_before == 0 && !pair[0].columns)
        .map(|pair| length(&pair[0]));
    let mut lengths: Vec<usize> = followed.collect();
    lengths.sort_unstable();
    let wide = lengths.get(lengths.len() * 17 / 20).copied().unwrap_or(0);
    let full = lengths.iter().filter(|length| 10 * **length >= 7 * wide).count();
    let wrapped = (40..=130).contains(&wide) && full >= 3 && 4 * full >= lines.len() / 2;
    let blank = lines.iter().filter(|line| line.blank_before > 0).count();
    let dense = wrapped && 12 * blank < lines.len();
    let indented = wrapped && sets_in(text, lines);
    Layout { width: wrapped.then_some(wide), tables, dense, indented }
}

/// Are first lines of paragraphs set in, without a blank line above? Three lines or more stand further in than the one
/// above, which ends a sentence, and than the one below; nearly all lines that stand further in do.
fn sets_in(text: &str, lines: &[Line]) -> bool {
    let (mut first, mut all) = (0, 0);
    for three in lines.windows(3) {
        let [above, line, below] = three else { continue };
        if line.blank_before > 0 || line.indent < above.indent + 2 || line.columns || line.is_row() {
            continue;
        }
        all += 1;
        let ended = text[above.span.start..above.span.end].ends_with(['.', ':', '!', '?', '”', '"']);
        first += usize::from(ended && below.indent + 2 <= line.indent);
    }
    first >= 3 && 10 * first >= 8 * all
}

/// Does a blank line stand between nearly all lines, though sentences run over them?
fn is_double_spaced(text: &str, lines: &[Line]) -> bool {
    let single = lines.iter().skip(1).filter(|line| line.blank_before == 1).count();
    if lines.len() < 12 || 10 * single < 8 * lines.len() {
        return false;
    }
    let runs_on = |pair: &&[Line]| {
        let before = &text[pair[0].span.start..pair[0].span.end];
        let after = &text[pair[1].span.start..pair[1].span.end];
        !before.ends_with(['.', ':', ';', '!', '?', '”', '"'])
            && after.starts_with(|c: char| c.is_lowercase())
    };
    let long = lines.iter().filter(|line| line.span.len() > 130).count();
    3 * lines.windows(2).filter(runs_on).count() >= lines.len() && 10 * long < lines.len()
}

/// Two cells with words of which the first is more than a marker, or three.
pub fn is_table_row(text: &str, line: &Line) -> bool {
    if line.cells.len() < 2 {
        return false;
    }
    let filled: Vec<&str> =
        line.cells.iter().filter(|cell| !cell.is_empty()).map(|cell| &text[cell.start..cell.end]).collect();
    match filled.as_slice() {
        [first, second, more @ ..] => {
            let marker = marker::bullet(&format!("{first} x")).is_some()
                || marker::number(first).is_some_and(|number| number.length == first.len());
            !marker || !more.is_empty() || marker::number(second).is_some()
        }
        _ => false,
    }
}
