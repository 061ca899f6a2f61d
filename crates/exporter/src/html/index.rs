//! The index of the pages of a batch: a row a document, in the order of the paths, and their totals.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use rapporteur_model::Severity;
use serde::{Deserialize, Serialize};

use crate::DocumentRecord;
use crate::record::NamedEnum as _;

use super::{escape, human, plural, policy};

pub(super) const SCRIPT: &str =
    concat!("\"use strict\";\n", include_str!("script/colours.js"), include_str!("script/index.js"));

/// What the index says of a document; the output keeps it, so that a page that is not made again still has its row.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Default, Debug)]
pub(crate) struct Card {
    pub title: String,
    pub genre: String,
    pub issued: Option<String>,
    pub items: usize,
    pub dates: usize,
    pub amounts: usize,
    pub funding: usize,
    pub entities: usize,
    pub quotes: usize,
    pub infos: usize,
    pub warnings: usize,
    pub errors: usize,
}

impl Card {
    /// What is said of a record.
    pub fn of(record: &DocumentRecord<'_>) -> Self {
        let grave = |bar| record.diagnostics.iter().filter(|found| found.severity.0 == bar).count();
        Self {
            title: super::title(record).to_owned(),
            genre: record.genre.0.name().to_owned(),
            issued: record.issued.as_ref().map(|issued| issued.edtf.clone().into_owned()),
            items: record.items.len(),
            dates: record.dates.len(),
            amounts: record.amounts.len(),
            funding: record.funding.len(),
            entities: record.entities.len(),
            quotes: record.quotes.len(),
            infos: grave(Severity::Info),
            warnings: grave(Severity::Warning),
            errors: grave(Severity::Error),
        }
    }
}

/// The page of some documents: path, stem of the page, and what is said of each.
pub(crate) fn index(rows: &[(&str, &str, Card)]) -> String {
    let mut out = policy::head("Documents", super::STYLE, SCRIPT);
    let mut genres: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, _, card) in rows {
        *genres.entry(&card.genre).or_default() += 1;
    }
    let folder = folder_of(rows);
    let total = |count: fn(&Card) -> usize| rows.iter().map(|(_, _, card)| count(card)).sum::<usize>();
    let facts = [
        (rows.len(), "document"),
        (total(|card| card.items), "item"),
        (total(|card| card.dates), "date"),
        (total(|card| card.amounts), "amount"),
        (total(|card| card.funding), "funding line"),
        (total(|card| card.entities), "name"),
        (total(|card| card.quotes), "quotation"),
        (total(|card| card.warnings), "warning"),
        (total(|card| card.errors), "error"),
    ];
    out.push_str("<body class=batch>\n<a class=skip href=\"#documents\">Skip to the documents</a>\n<header class=top>\n");
    out.push_str("<div class=name>\n<p class=path><bdi>");
    escape::words(&mut out, folder);
    out.push_str("</bdi></p>\n<h1>Documents</h1>\n<p class=facts>");
    out.push_str(&facts.map(|(count, word)| plural(count, word)).join(" · "));
    out.push_str("</p>\n</div>\n");
    out.push_str(include_str!("frame/theme.html"));
    out.push_str("</header>\n<main id=documents tabindex=-1>\n");
    out.push_str(include_str!("frame/find.html"));
    let _ = writeln!(out, "<option value=\"\">all {}</option>", rows.len());
    for (genre, count) in &genres {
        let genre = escape::escaped(genre);
        let _ = writeln!(out, "<option value=\"{genre}\">{} {count}</option>", human(&genre));
    }
    out.push_str("</select></label>\n<output id=shown aria-live=polite></output>\n</div>\n<table class=documents>\n<thead><tr>");
    for (name, number) in COLUMNS {
        let class = if *number { " class=number" } else { "" };
        let _ = write!(out, "<th scope=col{class}><button type=button>{name}</button></th>");
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for (path, stem, card) in rows {
        row(&mut out, path.get(folder.len()..).unwrap_or(path), stem, card);
    }
    out.push_str("</tbody>\n</table>\n</main>\n<script>");
    out.push_str(SCRIPT);
    out.push_str("</script>\n</body>\n</html>\n");
    out
}

/// The folder in which all documents lie, with its slash.
fn folder_of<'a>(rows: &[(&'a str, &str, Card)]) -> &'a str {
    let Some((first, ..)) = rows.first() else { return "" };
    let mut folder = first.rfind('/').map_or("", |end| &first[..=end]);
    while !rows.iter().all(|(path, ..)| path.starts_with(folder)) {
        let above = folder.strip_suffix('/').and_then(|inner| inner.rfind('/'));
        folder = above.map_or("", |end| &folder[..=end]);
    }
    folder
}

/// Names of the columns; is it a column of numbers?
const COLUMNS: &[(&str, bool)] = &[
    ("Document", false),
    ("Kind", false),
    ("Issued", false),
    ("Items", true),
    ("Dates", true),
    ("Amounts", true),
    ("Funding", true),
    ("Names", true),
    ("Quotations", true),
    ("Infos", true),
    ("Warnings", true),
    ("Errors", true),
];

fn row(out: &mut String, path: &str, stem: &str, card: &Card) {
    out.push_str("<tr data-genre=\"");
    escape::words(out, &card.genre);
    let _ = write!(out, "\"><th scope=row><a href=\"{}.html\"><bdi>", percent(stem));
    escape::words(out, &card.title);
    out.push_str("</bdi></a> <span class=path><bdi>");
    escape::words(out, path);
    out.push_str("</bdi></span></th><td>");
    escape::words(out, &human(&card.genre));
    out.push_str("</td><td>");
    escape::words(out, card.issued.as_deref().unwrap_or("–"));
    out.push_str("</td>");
    let numbers = [
        (card.items, ""),
        (card.dates, ""),
        (card.amounts, ""),
        (card.funding, ""),
        (card.entities, ""),
        (card.quotes, ""),
        (card.infos, ""),
        (card.warnings, " grave g2"),
        (card.errors, " grave g3"),
    ];
    for ((name, _), (number, class)) in COLUMNS.iter().skip(3).zip(numbers) {
        let class = if number == 0 { " zero" } else { class };
        let _ = write!(out, "<td class=\"number{class}\" data-name={name}>{number}</td>");
    }
    out.push_str("</tr>\n");
}

/// A file name as a part of an address.
fn percent(name: &str) -> String {
    let mut out = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
