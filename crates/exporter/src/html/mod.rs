//! A page to review a document: its text with all that was read in it, and an index of the pages of a batch.
//!
//! ```text
//! head (policy, style) ─ title, facts ─ outline │ text with marks │ overview, records, findings, review ─ records as JSON ─ script
//! ```
//!
//! A page is one file that loads nothing and sends nothing. Text, outline, facts and drawings are there without any
//! script; the script (`script/*.js`, one behind the other) adds tables, search, steps and the review, whose
//! corrections it offers as a file.
//!
//! Invariant: the same document gives the same bytes, and what stands in a document shows as text (`escape`), with a
//! policy (`policy`) behind it should an escape ever fail.

mod data;
mod escape;
mod figure;
mod index;
mod mark;
mod outline;
mod overview;
mod policy;
mod source;

#[cfg(test)]
mod tests;

pub(crate) use index::{Card, index};

use crate::Export;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = concat!(
    "\"use strict\";\n",
    include_str!("script/colours.js"),
    include_str!("script/data.js"),
    include_str!("script/text.js"),
    include_str!("script/search.js"),
    include_str!("script/tables.js"),
    include_str!("script/review.js"),
    include_str!("script/page.js"),
);

/// The page of a document.
///
/// # Errors
/// Where its records are no JSON.
pub(crate) fn page(export: &Export<'_>) -> serde_json::Result<String> {
    let (record, text) = (&export.record, export.document.source.text.as_str());
    let title = title(record);
    let mut out = policy::head(title, STYLE, SCRIPT);
    out.reserve(text.len() * 4);
    out.push_str("<body>\n<a class=skip href=\"#text\">Skip to the text</a>\n");
    overview::head(&mut out, record, title);
    out.push_str(
        "<main class=panes>\n<nav id=outline class=pane aria-label=Outline tabindex=-1>\n<h2>Outline</h2>\n",
    );
    outline::write(&mut out, record, text);
    out.push_str("\n</nav>\n<section id=text class=pane aria-label=\"Source text\" tabindex=-1>\n");
    overview::layers(&mut out, record);
    out.push_str("<div id=source lang=\"");
    escape::words(&mut out, &record.language);
    out.push_str("\">\n");
    source::write(&mut out, text, &mark::marks(record));
    out.push_str("</div>\n</section>\n<aside id=side class=pane aria-label=Records tabindex=-1>\n");
    overview::write(&mut out, record);
    out.push_str("</aside>\n</main>\n");
    out.push_str(include_str!("frame/foot.html"));
    data::write(&mut out, record)?;
    out.push_str("<script>");
    out.push_str(SCRIPT);
    out.push_str("</script>\n</body>\n</html>\n");
    Ok(out)
}

/// The title of a document, or the path under which it was given.
fn title<'a>(record: &'a crate::DocumentRecord<'_>) -> &'a str {
    let own = record.title.as_ref().map(|title| title.text.trim()).filter(|title| !title.is_empty());
    own.unwrap_or(&record.source.path)
}

/// A name of a fixed list for a person: `press_release`, `press release`.
fn human(name: &str) -> String {
    name.replace('_', " ")
}

/// A count with its word: `1 date`, `2 dates`.
fn plural(count: usize, word: &str) -> String {
    if count == 1 { format!("1 {word}") } else { format!("{count} {word}s") }
}
