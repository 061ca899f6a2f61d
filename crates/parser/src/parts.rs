//! The papers of a file that holds several: a release with its backgrounder and annexes.
//!
//! ```text
//! Minister opens the north quay         the first part, with the document's title
//! FACT SHEET                            a part of its own,
//! The North Quay in Figures             whose title stands below its kind
//! Annex B – Berths                      another one
//! ```
//! Invariant: parts begin with a section and are in reading order; a file of one paper has none. When each was issued
//! is for the normaliser to say.

use rapporteur_model::{Document, Heading, Part, SectionKind};

use crate::outline::named::{is_bare_name, part};

/// Finds the parts of a document.
pub fn find(document: &mut Document) {
    let mut parts: Vec<Part> = (0..document.sections.len())
        .filter(|at| *at > 0 && begins(document, *at))
        .map(|at| Part { section: at, title: title(document, at), issued: None })
        .collect();
    if !parts.is_empty() {
        parts.insert(0, Part { section: 0, title: document.title, issued: None });
    }
    document.parts = parts;
}

/// Does a section begin a paper of its own: a backgrounder or an annex, on the level of the document's title?
fn begins(document: &Document, at: usize) -> bool {
    let section = &document.sections[at];
    let own = matches!(section.kind, SectionKind::Backgrounder | SectionKind::Annex);
    let heading = section.heading.as_ref().filter(|heading| document.title != Some(heading.passage));
    own && section.level == 1 && heading.is_some()
}

/// The title of the part that begins with a section: what its heading says beside its kind, or the heading right below.
fn title(document: &Document, at: usize) -> Option<rapporteur_model::PassageId> {
    let section = &document.sections[at];
    let heading = section.heading.as_ref()?;
    if !is_label(document, heading) {
        return Some(heading.passage);
    }
    let below = document.sections.get(at + 1).filter(|below| below.level > section.level);
    let near = section.blocks.len() <= 1;
    below.filter(|_| near).and_then(|below| below.heading.as_ref()).map(|heading| heading.passage)
}

/// Does a heading name nothing but the kind and number of a part ("FACT SHEET", "Annex B")?
fn is_label(document: &Document, heading: &Heading) -> bool {
    let words = document.passage(heading.passage).text();
    let numbered = part(words).is_some() && words.split_whitespace().count() <= 2;
    heading.marker.is_none() && (numbered || is_bare_name(words))
}

#[cfg(test)]
mod tests {
    /// The parts of a text: the kind and title of each.
    fn parts(text: &str) -> Vec<String> {
        let document = crate::parse(crate::decode("text", text.as_bytes()));
        let shown = |part: &rapporteur_model::Part| {
            let title = part.title.map_or("-", |id| document.passage(id).text());
            format!("{}: {title}", document.sections[part.section].kind)
        };
        document.parts.iter().map(shown).collect()
    }

    #[test]
    fn backgrounders_and_annexes_are_papers_of_their_own() {
        let head = "Minister opens the north quay\n\nOSLO, May 3, 2019 – The Minister of Ports today announced that the \
                    north quay is open.\n\n";
        for (behind, found) in [
            (
                "FACT SHEET\n\nThe North Quay in Figures\n\n1 May 2019\n\nThe quay is 40 metres long.\n",
                vec!["body: Minister opens the north quay", "backgrounder: The North Quay in Figures"],
            ),
            (
                "Backgrounder – Berths\n\nThe quay has nine berths.\n\nAnnex B\n\nThe quay has two lamps.\n",
                vec![
                    "body: Minister opens the north quay",
                    "backgrounder: Backgrounder – Berths",
                    "annex: -",
                ],
            ),
            ("Quick facts\n\nThe quay has nine berths.\n", vec![]),
        ] {
            assert_eq!(parts(&format!("{head}{behind}")), found, "{behind}");
        }
    }
}
