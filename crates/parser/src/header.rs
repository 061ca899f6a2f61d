//! Header rows: the rows of tables that name the columns, of other rows or of the provisions below them.
//!
//! ```text
//! No.   Action              Lead         names of columns that plans use
//! Town  Pupils  Grant (€)                words over figures, in a column and in all rows
//! | Town | Grant |                       any words over a rule of dashes
//! |------|-------|
//! ```
//! A header that a new page prints again is one more of it. Invariant: nothing but [`Row::header`] changes. Deliberately
//! not here: header columns, and headers of two rows.

use std::collections::BTreeSet;

use rapporteur_model::{Block, Document, PassageId, Row, Span};

/// Longest cell of a header, in bytes.
const CELL: usize = 70;

/// What the columns of plans, programmes and budgets are called, in lower case and the singular.
const NAMES: [&str; 62] = [
    "no",
    "nr",
    "#",
    "number",
    "ref",
    "item",
    "action",
    "activity",
    "measure",
    "task",
    "step",
    "output",
    "outcome",
    "result",
    "objective",
    "goal",
    "target",
    "area",
    "theme",
    "sector",
    "topic",
    "subject",
    "project",
    "programme",
    "description",
    "detail",
    "indicator",
    "baseline",
    "milestone",
    "deliverable",
    "lead",
    "agency",
    "institution",
    "responsible",
    "responsibility",
    "partner",
    "actor",
    "country",
    "party",
    "town",
    "region",
    "place",
    "venue",
    "when",
    "date",
    "deadline",
    "time",
    "timeline",
    "timeframe",
    "year",
    "quarter",
    "duration",
    "status",
    "progress",
    "remark",
    "comment",
    "note",
    "cost",
    "budget",
    "amount",
    "source",
    "funding",
];

/// Marks the header rows of a document.
pub fn mark(document: &mut Document) {
    let mut marked: Vec<(usize, usize, usize)> = Vec::new();
    let mut known: BTreeSet<String> = BTreeSet::new();
    for (at, section) in document.sections.iter().enumerate() {
        for (place, block) in section.blocks.iter().enumerate() {
            let Block::Table(rows) = block else { continue };
            let before = place.checked_sub(1).map(|before| &section.blocks[before]);
            let beside = matches!(before, Some(Block::Item(_)));
            let over_item = matches!(section.blocks.get(place + 1), Some(Block::Item(_)));
            for (index, row) in rows.iter().enumerate() {
                let words = folded(document, row);
                let first = index == 0 && !beside && heads(document, rows, over_item);
                let named =
                    || (index == 0 || index + 1 == rows.len() && over_item) && is_named(document, row);
                if known.contains(&words) || could_head(document, row) && (first || named()) {
                    marked.push((at, place, index));
                    known.insert(words);
                }
            }
        }
    }
    for (at, place, index) in marked {
        if let Some(Block::Table(rows)) = document.sections[at].blocks.get_mut(place) {
            rows[index].header = true;
        }
    }
}

fn cell<'d>(document: &'d Document, id: &PassageId) -> &'d str {
    document.passage(*id).text()
}

fn folded(document: &Document, row: &Row) -> String {
    row.cells.iter().map(|id| cell(document, id).to_lowercase()).collect::<Vec<_>>().join("\t")
}

/// Could a row name columns: two short cells or more, none a sentence, none a figure but for years?
fn could_head(document: &Document, row: &Row) -> bool {
    let words = |id: &PassageId| {
        let text = cell(document, id);
        let year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        let sentence = text.ends_with(['.', ';', ':', ',']) && text.contains(' ');
        text.len() <= CELL && !sentence && (year || !starts_figure(text))
    };
    row.cells.len() > 1 && row.cells.iter().all(words)
}

/// Do most cells have names that columns usually have ("Lead agency", "Cost (€)")?
fn is_named(document: &Document, row: &Row) -> bool {
    let usual = |text: &str| {
        text.to_lowercase().split(|c: char| !c.is_alphanumeric() && c != '#').any(|word| {
            NAMES.contains(&word) || word.strip_suffix('s').is_some_and(|one| NAMES.contains(&one))
        })
    };
    let named = row.cells.iter().filter(|id| {
        let text = cell(document, id);
        text.split_whitespace().count() <= 4 && usual(text)
    });
    2 * named.count() > row.cells.len()
}

/// Does the first row stand over a rule, or over a column that has figures in all other rows and none in this one?
fn heads(document: &Document, rows: &[Row], over_item: bool) -> bool {
    let Some((first, rest)) = rows.split_first() else { return false };
    // A table of two columns may be one of facts: "Owner, Length, Depth" and what they are.
    let wide = first.cells.len() > 2 || rest.len() > 2;
    let figures = |column: usize| {
        rest.iter().all(|row| {
            row.cells.len() == first.cells.len()
                && row.cells.get(column).is_some_and(|id| starts_figure(cell(document, id)))
        })
    };
    over_rule(document, first, rest.first())
        || rest.is_empty() && over_item && is_named(document, first)
        || rest.len() > 1 && wide && (1..first.cells.len()).any(figures)
}

/// Does nothing but a rule of pipes and dashes stand between two rows?
fn over_rule(document: &Document, row: &Row, next: Option<&Row>) -> bool {
    let end = row.cells.iter().map(|id| document.passage(*id).whole_span().end).max();
    let start = next.and_then(|next| next.cells.first()).map(|id| document.passage(*id).whole_span().start);
    let between = end.zip(start).filter(|(end, start)| end < start);
    between.is_some_and(|(end, start)| {
        let rule = document.source.slice(Span::new(end, start));
        rule.contains("--")
            && rule.chars().all(|c| c.is_whitespace() || matches!(c, '|' | '-' | ':' | '+' | '='))
    })
}

/// Does a cell begin with a figure, with a sign or currency in front at most?
fn starts_figure(text: &str) -> bool {
    let bare = text.trim_start_matches(|c: char| {
        matches!(c, '€' | '$' | '£' | '¥' | '+' | '-' | '–' | '~' | '<' | '>' | ' ')
    });
    let code = bare.get(..4).is_some_and(|code| {
        code.ends_with(' ') && code.bytes().take(3).all(|byte| byte.is_ascii_uppercase())
    });
    let bare = if code { &bare[4..] } else { bare };
    bare.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use rapporteur_model::{Block, Source};

    /// The header rows of a text.
    fn headers(text: &str) -> Vec<String> {
        let source: Source = crate::decode("text", text.as_bytes());
        let document = crate::parse(source);
        let blocks = document.sections.iter().flat_map(|section| &section.blocks);
        let rows = blocks.filter_map(|block| match block {
            Block::Table(rows) => Some(rows),
            _ => None,
        });
        rows.flatten()
            .filter(|row| row.header)
            .map(|row| {
                let cells: Vec<&str> = row.cells.iter().map(|id| document.passage(*id).text()).collect();
                cells.join(" / ")
            })
            .collect()
    }

    #[test]
    fn rows_that_name_columns_are_headers() {
        for (text, found) in [
            ("| Vell | Grant |\n|---|---|\n| Sand | none |\n| Holm | some |\n", vec!["Vell / Grant"]),
            (
                "Valley         Rain (mm)   Grain\nUpper Lenne          412   1,200\nMarsh                 88     950\n",
                vec!["Valley / Rain (mm) / Grain"],
            ),
            (
                "Town | Lead agency | Cost\nVell | Harbour Board | $300\nSand | Pilots | none\n",
                vec!["Town / Lead agency / Cost"],
            ),
        ] {
            assert_eq!(headers(text), found, "{text}");
        }
    }

    #[test]
    fn rows_of_facts_are_none() {
        for text in [
            "Owner | Harbour Board\nLength | 40 metres\nDepth | 6 metres\n",
            "Vell | opens the quay\nSand | lends a boat\n",
            "12 May   Vell     Ferry\n13 May   Sand     Tug\n14 May   Holm     Tug\n",
        ] {
            assert!(headers(text).is_empty(), "{text} {:?}", headers(text));
        }
    }
}
