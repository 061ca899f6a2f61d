//! For a person: a line a change with its place, then the words that differ and the line of the source.
//!
//! ```text
//! papers/reef.txt
//!   12:14  amount changed: “$2.6 million” in A.2.4
//!          text $2.6 million → $2.5 million
//!          value 2600000 → 2500000
//!        | The city will receive $2.5 million over five years.
//!   14:1   item weakened: A.2.5
//!          The parties [-shall-] {+may+} report.
//! ```

use super::{Report, plain};
use crate::change::{Change, What};
use crate::words::{Run, Wordings};
use std::fmt::Write as _;

/// Words that are shown on each side of a change.
const AROUND: usize = 8;

/// The report.
pub(super) fn write(report: &Report<'_>) -> String {
    let paint = Paint(report.color);
    let mut text = String::new();
    for (old, new) in &report.comparison.renamed {
        _ = writeln!(text, "{} is {} now, byte for byte", plain(old), plain(new));
    }
    let mut document = None;
    for change in &report.comparison.changes {
        if document != Some(&change.document) {
            _ = writeln!(text, "{}", paint.strong(&plain(&change.document)));
            document = Some(&change.document);
        }
        one(&mut text, change, paint);
    }
    for failure in report.failures {
        _ = writeln!(text, "{} {}", paint.gone_bare("assertion failed:"), plain(&failure.sentence()));
    }
    for (label, reason) in report.refused {
        _ = writeln!(text, "{} {}: {}", paint.gone_bare("could not be read:"), plain(label), plain(reason));
    }
    _ = writeln!(text, "{}", report.outcome());
    text
}

fn one(text: &mut String, change: &Change, paint: Paint) {
    let place = match &change.place {
        Some(place) if change.what != What::Removed => format!("{}:{}", place.line, place.column),
        Some(place) => format!("~{}", place.line),
        None => "-".to_owned(),
    };
    let bare = Change { fields: Vec::new(), ..change.clone() };
    let sentence = plain(&bare.sentence());
    _ = writeln!(text, "  {place:<6} {}", paint.kind(change.what, &sentence));
    let indent = " ".repeat(9);
    match change.what {
        What::Added if !change.new.is_empty() => {
            _ = writeln!(text, "{indent}{}", paint.come(&plain(&change.new)));
        }
        What::Removed if !change.old.is_empty() => {
            _ = writeln!(text, "{indent}{}", paint.gone(&plain(&change.old)));
        }
        What::Reworded | What::Weakened | What::Strengthened => {
            _ = writeln!(text, "{indent}{}", diff(&plain(&change.old), &plain(&change.new), paint));
        }
        _ => {}
    }
    for field in &change.fields {
        let shown = |value: &str| if value.is_empty() { "none".to_owned() } else { plain(value) };
        let (old, new) = (paint.gone_bare(&shown(&field.old)), paint.come_bare(&shown(&field.new)));
        _ = writeln!(text, "{indent}{} {old} → {new}", field.name);
    }
    if change.what == What::Changed
        && let Some(place) = change.place.as_ref().filter(|place| !place.source.trim().is_empty())
    {
        _ = writeln!(text, "       | {}", paint.faint(plain(&place.source).trim()));
    }
}

/// Both wordings in one, what is the same cut short.
pub(super) fn diff(old: &str, new: &str, paint: Paint) -> String {
    let wordings = Wordings::new(old, new);
    let runs = wordings.runs();
    let last = runs.len().saturating_sub(1);
    let mut parts: Vec<String> = Vec::new();
    for (place, run) in runs.iter().enumerate() {
        match run {
            Run::Same(words) => {
                let (before, after) =
                    (if place == 0 { 0 } else { AROUND }, if place == last { 0 } else { AROUND });
                if words.len() > before + after + 2 {
                    parts.extend(
                        words.get(..before).filter(|words| !words.is_empty()).map(|words| words.join(" ")),
                    );
                    parts.push("…".to_owned());
                    let rest = words.get(words.len() - after..).filter(|words| !words.is_empty());
                    parts.extend(rest.map(|words| words.join(" ")));
                } else {
                    parts.push(words.join(" "));
                }
            }
            Run::Other(old, new) => {
                if !old.is_empty() {
                    parts.push(paint.gone(&old.join(" ")));
                }
                if !new.is_empty() {
                    parts.push(paint.come(&new.join(" ")));
                }
            }
        }
    }
    parts.join(" ")
}

/// Colours, or marks in their place (those of wdiff).
#[derive(Clone, Copy, Debug)]
pub(super) struct Paint(pub bool);

impl Paint {
    fn with(self, parameter: &str, words: &str) -> String {
        if self.0 { format!("\u{1b}[{parameter}m{words}\u{1b}[0m") } else { words.to_owned() }
    }

    fn strong(self, words: &str) -> String {
        self.with("1", words)
    }

    fn faint(self, words: &str) -> String {
        self.with("2", words)
    }

    fn kind(self, what: What, words: &str) -> String {
        match what {
            What::Removed | What::Weakened => self.with("31", words),
            What::Added => self.with("32", words),
            _ => self.with("33", words),
        }
    }

    pub(super) fn gone(self, words: &str) -> String {
        if self.0 { self.with("31;9", words) } else { format!("[-{words}-]") }
    }

    pub(super) fn come(self, words: &str) -> String {
        if self.0 { self.with("32", words) } else { format!("{{+{words}+}}") }
    }

    fn gone_bare(self, words: &str) -> String {
        self.with("31", words)
    }

    fn come_bare(self, words: &str) -> String {
        self.with("32", words)
    }
}
