//! The index of the pages of a batch: a row a document, in the order of the paths, and their totals.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use rapporteur_model::Severity;
use serde::{Deserialize, Serialize};

use crate::DocumentRecord;
use crate::record::NamedEnum as _;

use super::{escape, human, policy};

pub(super) const SCRIPT: &str = concat!("\"use strict\";\n", include_str!("script/index.js"));

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
    let total = |count: fn(&Card) -> usize| rows.iter().map(|(_, _, card)| count(card)).sum::<usize>();
    let _ = write!(
        out,
        "<body class=batch>\n<a class=skip href=\"#documents\">Skip to the documents</a>\n<header class=top>\n\
         <div class=name>\n<h1>Documents</h1>\n<p class=facts>{} documents · {} items · {} dates · {} amounts · {} funding \
         lines · {} names · {} findings, of them {} warnings and {} errors</p>\n</div>\n{}</header>\n\
         <main id=documents tabindex=-1>\n<div class=finding>\n<label>Find <input type=search id=find \
         placeholder=\"title or path\"></label>\n<label>Kind <select id=genre>\n<option value=\"\">all {}</option>\n",
        rows.len(),
        total(|card| card.items),
        total(|card| card.dates),
        total(|card| card.amounts),
        total(|card| card.funding),
        total(|card| card.entities),
        total(|card| card.infos + card.warnings + card.errors),
        total(|card| card.warnings),
        total(|card| card.errors),
        include_str!("frame/theme.html"),
        rows.len(),
    );
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
        row(&mut out, path, stem, card);
    }
    out.push_str("</tbody>\n</table>\n</main>\n<script>");
    out.push_str(SCRIPT);
    out.push_str("</script>\n</body>\n</html>\n");
    out
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
    ("Findings", true),
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
    let numbers = [card.items, card.dates, card.amounts, card.funding, card.entities, card.quotes];
    for ((name, _), number) in COLUMNS.iter().skip(3).zip(numbers) {
        let _ = write!(out, "<td class=number data-name={name}>{number}</td>");
    }
    let findings = card.infos + card.warnings + card.errors;
    let _ = write!(out, "<td class=number data-name=Findings data-sort={findings}>");
    for (count, class, word) in [(card.errors, "g3", "error"), (card.warnings, "g2", "warning")] {
        if count > 0 {
            let many = if count == 1 { "" } else { "s" };
            let _ = write!(out, "<span class=\"grave {class}\">{count} {word}{many}</span> ");
        }
    }
    let _ = writeln!(out, "{findings}</td></tr>");
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
