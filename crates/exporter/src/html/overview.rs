//! What a reader sees first: title and facts above, buttons of the kinds, and the overview at the side.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::DocumentRecord;
use crate::record::NamedEnum as _;

use super::figure;
use super::mark::{LAYERS, counts};
use super::{escape, human};

/// Appends the head of the page.
pub(super) fn head(out: &mut String, record: &DocumentRecord<'_>, title: &str) {
    out.push_str(
        "<header class=top>\n<div class=name>\n<p class=path><a href=\"index.html\">All documents</a> <bdi>",
    );
    escape::words(out, &record.source.path);
    out.push_str("</bdi></p>\n<h1><bdi>");
    escape::words(out, title);
    out.push_str("</bdi></h1>\n<p class=facts>");
    let mut facts = vec![human(record.genre.0.name())];
    facts.extend(record.issued.as_ref().map(|issued| format!("issued {}", issued.edtf)));
    facts.extend(issuer(record).map(str::to_owned));
    for (at, fact) in facts.iter().enumerate() {
        out.push_str(if at == 0 { "<bdi>" } else { " · <bdi>" });
        escape::words(out, fact);
        out.push_str("</bdi>");
    }
    out.push_str("</p>\n</div>\n");
    out.push_str(include_str!("frame/tools.html"));
    out.push_str("</header>\n");
}

fn issuer<'a>(record: &'a DocumentRecord<'_>) -> Option<&'a str> {
    let id = record.issuer.as_deref()?;
    record.entities.iter().find(|entity| entity.id == id).map(|entity| entity.name.as_ref())
}

/// Appends the buttons of the kinds, with the number of records of each.
pub(super) fn layers(out: &mut String, record: &DocumentRecord<'_>) {
    out.push_str(include_str!("frame/search.html"));
    out.push_str("<div id=layers role=group aria-label=\"Kinds that are marked in the text\">\n");
    for (layer, count) in LAYERS.iter().zip(counts(record)) {
        if count > 0 {
            let _ = writeln!(
                out,
                "<button type=button class=\"layer {}\" data-layer={} aria-pressed=true title=\"{}\"><span class=sample>{}\
                 </span> <span class=count>{count}</span></button>",
                layer.class, layer.class, layer.about, layer.name
            );
        }
    }
    out.push_str("</div>\n");
}

/// Appends the tabs at the side; all but the overview are filled by the script.
pub(super) fn write(out: &mut String, record: &DocumentRecord<'_>) {
    out.push_str(include_str!("frame/side.html"));
    out.push_str(
        "<div role=tabpanel id=overview aria-labelledby=tab-overview tabindex=0>\n<dl class=about>\n",
    );
    let source = &record.source;
    let _ = write!(out, "<dt>Kind</dt><dd>{}", human(record.genre.0.name()));
    if !record.genre_evidence.is_empty() {
        out.push_str("<details><summary>told by</summary><bdi>");
        escape::words(out, &record.genre_evidence.join("; "));
        out.push_str("</bdi></details>");
    }
    out.push_str("</dd>\n");
    if let Some(issued) = &record.issued {
        fact(out, "Issued", &format!("{} ({})", issued.edtf, issued.basis.0.name()));
    }
    if let Some(issuer) = issuer(record) {
        fact(out, "Issuer", issuer);
    }
    if let Some(place) = record.dateline.as_ref().and_then(|line| line.place.as_deref()) {
        fact(out, "Dateline", place);
    }
    fact(out, "Language", &record.language);
    let [chars, bytes] = [source.chars, source.bytes].map(|number| figure::grouped(&number.to_string()));
    fact(out, "Size", &format!("{chars} characters, {bytes} bytes, {}", source.encoding));
    out.push_str("<dt>SHA-256</dt><dd class=hash>");
    escape::words(out, &source.sha256);
    out.push_str("</dd>\n");
    out.push_str("</dl>\n");
    out.push_str("<button type=button id=whole>Correct these facts</button>\n");
    totals(out, record);
    if let Some(drawing) = figure::timeline(record) {
        let _ = write!(out, "<figure>\n<h3>Dates by year</h3>\n{drawing}\n</figure>\n");
    }
    if let Some(drawing) = figure::funding(record) {
        let _ = write!(out, "<figure>\n<h3>Funding</h3>\n{drawing}</figure>\n");
    }
    out.push_str("</div>\n");
    out.push_str(include_str!("frame/panels.html"));
}

fn fact(out: &mut String, name: &str, value: &str) {
    let _ = write!(out, "<dt>{name}</dt><dd><bdi>");
    escape::words(out, value);
    out.push_str("</bdi></dd>\n");
}

/// Numbers of records, and of the kinds among them.
fn totals(out: &mut String, record: &DocumentRecord<'_>) {
    out.push_str("<h3>Totals</h3>\n<table class=totals>\n<tbody>\n");
    for (layer, count) in LAYERS.iter().zip(counts(record)) {
        if count == 0 {
            continue;
        }
        let _ =
            write!(out, "<tr><th scope=row>{}</th><td class=number>{count}</td><td class=kinds>", layer.name);
        for (at, (kind, count)) in kinds(record, layer.class).into_iter().enumerate() {
            out.push_str(if at == 0 { "" } else { ", " });
            escape::words(out, &human(&kind));
            let _ = write!(out, " {count}");
        }
        out.push_str("</td></tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
}

/// What kinds there are among the records of a layer, the most frequent first; none where there is only one.
fn kinds(record: &DocumentRecord<'_>, class: &str) -> Vec<(String, usize)> {
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    let mut add = |kind| *found.entry(kind).or_default() += 1;
    match class {
        "d" => record.dates.iter().for_each(|one| add(one.role.0.name())),
        "a" => {
            for one in &record.amounts {
                add(one.currency.as_deref().unwrap_or_else(|| one.kind.0.name()));
            }
        }
        "i" => record.items.iter().for_each(|one| add(one.kind.0.name())),
        "q" => record.quotes.iter().for_each(|one| add(one.kind.0.name())),
        "g" => record.diagnostics.iter().for_each(|one| add(one.severity.0.name())),
        "o" | "l" => {
            let own = record.entities.iter().filter(|one| super::mark::entity_class(one.kind.0) == class);
            own.for_each(|one| add(one.kind.0.name()));
        }
        _ => {}
    }
    let mut kinds: Vec<_> = found.into_iter().map(|(kind, count)| (kind.to_owned(), count)).collect();
    kinds.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    kinds
}
