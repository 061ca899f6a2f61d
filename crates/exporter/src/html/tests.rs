//! Pages of made-up documents: what stands in them shows as text, and the same document gives the same bytes.

use std::collections::BTreeSet;

use crate::{Export, sample};

use super::{Card, SCRIPT, STYLE, index, page, policy};
use rapporteur_model::Document;

fn made(document: &Document) -> String {
    page(&Export::new(document)).unwrap()
}

/// What stands between two marks.
fn between<'a>(page: &'a str, open: &str, close: &str) -> &'a str {
    let rest = page.split_once(open).unwrap_or_else(|| panic!("no {open}")).1;
    rest.split_once(close).unwrap_or_else(|| panic!("no {close}")).0
}

/// The source of a page: the text of its lines, elements taken out.
fn source_of(page: &str) -> String {
    let mut text = String::new();
    for line in
        between(page, "<div id=source", "</section>").lines().filter(|line| line.starts_with("<div id=L"))
    {
        let (tag, words) = line.strip_suffix("</div>").unwrap().split_once('>').unwrap();
        let mut rest = words;
        while let Some((before, tag)) = rest.split_once('<') {
            text.push_str(before);
            let (inside, after) = tag.split_once('>').unwrap();
            if let Some((_, number)) = inside.split_once("data-c=") {
                text.push(char::from_u32(u32::from_str_radix(number, 16).unwrap()).unwrap());
            }
            rest = after;
        }
        text.push_str(rest);
        text.push_str(match tag.split_once("data-e=").map_or("n", |(_, ending)| ending) {
            "rn" => "\r\n",
            "r" => "\r",
            "0" => "",
            _ => "\n",
        });
    }
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    signs.iter().fold(text, |text, (escaped, sign)| text.replace(escaped, sign))
}

const HOSTILE: &str = "</script><script>alert(1)</script> \u{202E}gnp.exe\u{2069}\r\n\
    \" onclick='alert(2)' <!-- <img src=x onerror=alert(3)> \u{2028}\r&amp; ]]>\n\n</div></pre><style>*{}</style>\0";

/// The release with hostile words for a source, a path, a title, a name and a message.
fn hostile() -> Document {
    let mut document = sample::at_path(sample::plan(), "x/<b>\"'\u{202E}.txt");
    document.source.text = HOSTILE.to_owned();
    document.passages.clear();
    document.sections.clear();
    document.items.clear();
    document.title = None;
    document.genre.evidence.push("<script>alert(4)</script>".to_owned());
    document.diagnostics.push(rapporteur_model::Diagnostic::new(
        rapporteur_model::Code::MarkupRemoved,
        rapporteur_model::Severity::Info,
        rapporteur_model::Span::new(0, HOSTILE.find("alert(2)").unwrap()),
        "\"</script><script>alert(5)</script>\u{2028}\"",
    ));
    document
}

#[test]
fn the_text_is_the_source_character_by_character() {
    for document in [sample::release(), sample::plan(), hostile()] {
        let text = document.source.text.clone();
        assert_eq!(source_of(&made(&document)), text);
    }
}

#[test]
fn the_policy_lets_nothing_but_the_own_style_and_script() {
    for page in [made(&sample::release()), made(&hostile()), index(&[])] {
        let policy = between(&page, "Content-Security-Policy content=\"", "\">");
        assert!(policy.starts_with("default-src 'none'; "), "{policy}");
        let style = between(&page, "<style>", "</style>");
        let script = page.rsplit_once("<script>").unwrap().1.split_once("</script>").unwrap().0;
        assert!(policy.contains(&format!("style-src '{}'", policy::hash(style))));
        let early = between(&page, "<script>", "</script>");
        assert!(policy.contains(&format!(
            "script-src '{}' '{}';",
            policy::hash(early),
            policy::hash(script)
        )));
        assert!(!policy.contains("unsafe"));
    }
    for own in [STYLE, SCRIPT, super::index::SCRIPT] {
        let lower = own.to_ascii_lowercase();
        assert!(!lower.contains("</s") && !lower.contains("<!--"), "would end its own element");
        // What a page could load or send by.
        for way in [
            "http:",
            "https:",
            " url(",
            "@import",
            "fetch(",
            "xmlhttprequest",
            "innerhtml",
            "eval(",
            "import(",
        ] {
            assert!(!lower.contains(way), "{way}");
        }
    }
}

#[test]
fn hostile_words_make_no_element_and_no_attribute() {
    let page = made(&hostile());
    // Two scripts that act, and the records; no element of the document's.
    assert_eq!(page.matches("<script").count(), 3);
    assert_eq!(page.matches("</script").count(), 3);
    assert_eq!(page.matches("<style").count(), 1);
    for element in ["<img", "<b>\"", "<pre"] {
        assert!(!page.contains(element), "{element}");
    }
    let body = page.split_once("<body>").unwrap().1;
    let body = body.rsplit_once("<script>").unwrap().0;
    for sign in ['\u{202E}', '\u{2069}', '\u{2028}', '\0', '\r'] {
        let outside = body.split_once("<script type").unwrap().0;
        assert!(!outside.contains(sign), "{sign:?}");
    }
    // Every tag has only attributes that we write.
    for tag in body.split_once("<script type").unwrap().0.split('<').skip(1) {
        let tag = tag.split_once('>').unwrap().0;
        assert!(!tag.contains("onclick") && !tag.contains("onerror") && !tag.contains("style="), "{tag}");
    }
    let data = between(&page, "id=data>", "</script>");
    let data: serde_json::Value = serde_json::from_str(data).unwrap();
    assert_eq!(data["source"]["path"], "x/<b>\"'\u{202E}.txt");
    let rows = [(
        "<i>",
        "a&b",
        Card { title: "</table>\"".to_owned(), genre: "\"><x".to_owned(), ..Card::default() },
    )];
    let index = index(&rows);
    for element in ["<i>", "</table>\"", "<x"] {
        assert!(!index.contains(element), "{element}");
    }
    assert!(index.contains("href=\"a%26b.html\""));
}

#[test]
fn every_record_with_a_place_has_its_marks() {
    for document in [sample::release(), sample::plan()] {
        let export = Export::new(&document);
        let page = page(&export).unwrap();
        let text = between(&page, "<div id=source", "</section>");
        let keys: BTreeSet<&str> =
            text.split("data-i=").skip(1).map(|rest| rest.split_once('>').unwrap().0).collect();
        let record = &export.record;
        let lists = [
            ('d', record.dates.len()),
            ('a', record.amounts.len()),
            ('f', record.funding.len()),
            ('q', record.quotes.len()),
            ('x', record.references.len()),
            ('c', record.contacts.len()),
            ('y', record.acronyms.len()),
            ('i', record.items.len()),
        ];
        for (letter, count) in lists {
            for at in 0..count {
                assert!(keys.contains(format!("{letter}{at}").as_str()), "{letter}{at} in {keys:?}");
            }
        }
        for at in 0..record.entities.len() {
            assert!(keys.contains(format!("e{at}.0").as_str()), "e{at}");
        }
    }
}

#[test]
fn amounts_stand_exactly_and_currencies_apart() {
    let mut document = sample::release();
    document.amounts[1].currency = Some("NOK".to_owned());
    let page = made(&document);
    let drawing = between(&page, "<h3>Funding</h3>", "</figure>");
    for words in ["<h4>CAD</h4>", "<h4>NOK</h4>", ">2,500,000<", ">750,000<", "Reef school: 2,500,000"] {
        assert!(drawing.contains(words), "{words} in {drawing}");
    }
    assert!(!drawing.contains("3,250,000"));
}

#[test]
fn the_same_document_gives_the_same_page() {
    assert_eq!(made(&sample::release()), made(&sample::release()));
}

#[test]
fn every_id_stands_once_and_every_label_has_its_own() {
    let page = made(&sample::release());
    let page = page.split_once("<body>").unwrap().1.rsplit_once("<script>").unwrap().0;
    let mut ids = BTreeSet::new();
    for rest in page.split(" id=").skip(1) {
        let id = rest.split([' ', '>']).next().unwrap();
        assert!(ids.insert(id), "{id} twice");
    }
    for name in ["aria-controls=", "aria-labelledby=", " for="] {
        for rest in page.split(name).skip(1) {
            let id = rest.split([' ', '>']).next().unwrap();
            assert!(ids.contains(id), "{name}{id}");
        }
    }
}
