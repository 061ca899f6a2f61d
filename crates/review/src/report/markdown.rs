//! For a pull request: the outcome, a table of gains and losses by kind, and the changes of each document.
//!
//! ```text
//! | | before | after | gained | lost | changed |
//! |---|--:|--:|--:|--:|--:|
//! | amount | 12 | 12 | | | 1 |
//! ```
//!
//! What a paper says cannot become markup: the signs of Markdown and HTML in it are escaped.

use super::{Report, plain};
use crate::change::{Change, What};
use crate::fact::short;
use crate::words::{Run, Wordings};
use std::fmt::Write as _;

/// Changes of a document that are told one by one: a comment of a pull request has a length.
const MOST: usize = 200;
/// Code points of a text that is told whole.
const LONG: usize = 400;

/// The report.
pub(super) fn write(report: &Report<'_>) -> String {
    let mut text = format!("### rapporteur check: {}\n", escaped(&report.outcome()));
    if !report.failures.is_empty() {
        text.push_str("\nAssertions that do not hold:\n\n");
        for failure in report.failures {
            _ = writeln!(text, "- {}", escaped(&failure.sentence()));
        }
    }
    if !report.refused.is_empty() {
        text.push_str("\nInputs that could not be read:\n\n");
        for (label, reason) in report.refused {
            _ = writeln!(text, "- {}: {}", code(label), escaped(reason));
        }
    }
    if report.comparison.is_empty() {
        return text;
    }
    table(&mut text, report);
    let mut document = None;
    let mut told = 0;
    for change in &report.comparison.changes {
        if document != Some(&change.document) {
            _ = write!(text, "\n#### {}\n\n", code(&change.document));
            (document, told) = (Some(&change.document), 0);
        }
        told += 1;
        if told <= MOST {
            one(&mut text, change);
        } else if told == MOST + 1 {
            text.push_str("- … and more, which `rapporteur check` tells\n");
        }
    }
    text
}

fn table(text: &mut String, report: &Report<'_>) {
    text.push_str("\n| | before | after | gained | lost | changed |\n|---|--:|--:|--:|--:|--:|\n");
    let cell = |count: usize| if count == 0 { String::new() } else { count.to_string() };
    for (kind, count) in &report.comparison.counts {
        if count.added + count.removed + count.changed == 0 {
            continue;
        }
        let (added, removed, changed) = (cell(count.added), cell(count.removed), cell(count.changed));
        _ = writeln!(text, "| {kind} | {} | {} | {added} | {removed} | {changed} |", count.old, count.new);
    }
}

fn one(text: &mut String, change: &Change) {
    let bare = Change { fields: Vec::new(), ..change.clone() };
    let line = match &change.place {
        Some(place) if change.what != What::Removed => format!(" (line {})", place.line),
        _ => String::new(),
    };
    _ = write!(text, "- {}{line}", escaped(&bare.sentence()));
    match change.what {
        What::Reworded | What::Weakened | What::Strengthened => {
            _ = write!(text, "\n  > {}", diff(&change.old, &change.new));
        }
        What::Removed if !change.old.is_empty() => {
            _ = write!(text, "\n  > <del>{}</del>", escaped(&short(&change.old, LONG)));
        }
        What::Added if !change.new.is_empty() => {
            _ = write!(text, "\n  > <ins>{}</ins>", escaped(&short(&change.new, LONG)));
        }
        _ => {}
    }
    for field in &change.fields {
        let shown = |value: &str| if value.is_empty() { "none".to_owned() } else { code(value) };
        _ = write!(text, "\n  - {} {} → {}", escaped(&field.name), shown(&field.old), shown(&field.new));
    }
    text.push('\n');
}

fn diff(old: &str, new: &str) -> String {
    let wordings = Wordings::new(old, new);
    let mut parts = Vec::new();
    for run in wordings.runs() {
        match run {
            Run::Same(words) if words.len() > 20 => {
                let ends =
                    (words.get(..8).unwrap_or_default(), words.get(words.len() - 8..).unwrap_or_default());
                parts.push(format!("{} … {}", escaped(&ends.0.join(" ")), escaped(&ends.1.join(" "))));
            }
            Run::Same(words) => parts.push(escaped(&words.join(" "))),
            Run::Other(old, new) => {
                for (tag, words) in [("del", old), ("ins", new)] {
                    if !words.is_empty() {
                        parts.push(format!("<{tag}>{}</{tag}>", escaped(&words.join(" "))));
                    }
                }
            }
        }
    }
    parts.join(" ")
}

/// Words that are shown as they are.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for sign in plain(text).chars() {
        match sign {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            // A mention of a person would send a message.
            '@' => safe.push_str("&#64;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '!' => {
                safe.push('\\');
                safe.push(sign);
            }
            sign => safe.push(sign),
        }
    }
    safe
}

/// A value as code, with a fence that is longer than any in it.
fn code(text: &str) -> String {
    let text = plain(text);
    let mut longest = 0;
    let mut run = 0;
    for sign in text.chars() {
        run = if sign == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let fence = "`".repeat(longest + 1);
    let gap = if longest > 0 { " " } else { "" };
    format!("{fence}{gap}{text}{gap}{fence}")
}
