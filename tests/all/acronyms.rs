//! Definitions of short forms in real documents, against labels: precision 0.90 and recall 0.85 at least.
//!
//! `labels/acronyms.csv` (without long forms of a dozen words and more) holds where a definition stands (code points) and what it defines, not the documents' text; the
//! documents are those of the shared folder, and without it nothing is tested.

use std::collections::BTreeMap;

use crate::texts::{bytes, read, shared};

/// A definition: start, end, short form, long form.
type Definition = (usize, usize, String, String);

fn labels() -> BTreeMap<String, Vec<Definition>> {
    let mut labels: BTreeMap<String, Vec<Definition>> = BTreeMap::new();
    for line in include_str!("../labels/acronyms.csv").lines().skip(1) {
        let mut rest = line.splitn(5, ',');
        let mut next = || rest.next().unwrap().to_owned();
        let (document, start, end, short) = (next(), next(), next(), next());
        let long = next().trim_matches('"').replace("\"\"", "\"");
        let row = (start.parse().unwrap(), end.parse().unwrap(), short, long);
        labels.entry(document).or_default().push(row);
    }
    labels
}

/// A long form for comparison: lower case, without article and hyphens.
fn folded(long: &str) -> String {
    let lower = long.to_lowercase().replace(['-', '’', '\''], " ");
    let words: Vec<&str> = lower.split_whitespace().collect();
    words.join(" ").trim_start_matches("the ").to_owned()
}

#[test]
fn definitions_in_real_documents_are_found() {
    let labels = labels();
    let (mut right, mut labelled, mut found) = (0_u32, 0_u32, 0_u32);
    for path in shared("corpora/documents") {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let document = read(&name, &bytes(&path));
        let chars = |byte: usize| document.source.text[..byte].chars().count();
        let expected = labels.get(&name).map_or(&[][..], Vec::as_slice);
        labelled += u32::try_from(expected.len()).unwrap();
        for acronym in &document.acronyms {
            found += 1;
            let span = document.span(acronym.at);
            let (start, end) = (chars(span.start), chars(span.end));
            let hit = expected.iter().any(|(from, to, short, long)| {
                start < *to && *from < end && *short == acronym.short && folded(long) == folded(&acronym.long)
            });
            if hit {
                right += 1;
            } else {
                println!("{name} {start}: {} = {}", acronym.short, acronym.long);
            }
        }
    }
    if found == 0 {
        return;
    }
    let (precision, recall) = (f64::from(right) / f64::from(found), f64::from(right) / f64::from(labelled));
    println!("precision {precision:.3} recall {recall:.3} of {labelled}");
    assert!(precision >= 0.90 && recall >= 0.85, "precision {precision:.3}, recall {recall:.3}");
}
