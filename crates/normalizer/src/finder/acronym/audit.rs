//! What is wrong with a document's short forms: used and never defined, defined twice with other words, defined after
//! their first use.
//!
//! Names that the lexicon knows by their letters, words of the language in capitals, roman numbers and lines in capitals
//! are not told. All findings are `info`. Not here: the definitions themselves.

use std::collections::BTreeMap;

use rapporteur_model::{Code, Diagnostic, Document, PassageRole, Severity, Span, TextRange};

use crate::Lexicon;

/// A use of a short form outside its definitions.
struct Use {
    span: Span,
    /// Is it in a heading?
    heading: bool,
}

/// The findings about the short forms of a document, by form.
pub fn audit(document: &Document, lexicon: &Lexicon) -> Vec<Diagnostic> {
    let uses = uses(document);
    let mut found = Vec::new();
    let mut first: BTreeMap<&str, &rapporteur_model::Acronym> = BTreeMap::new();
    for acronym in &document.acronyms {
        let span = document.span(acronym.at);
        let Some(earlier) = first.get(acronym.short.as_str()) else {
            first.insert(&acronym.short, acronym);
            let late = uses
                .get(acronym.short.as_str())
                .and_then(|uses| uses.iter().find(|place| !place.heading && place.span.start < span.start));
            if let Some(place) = late {
                let message = format!("“{}” is used here and defined only later", acronym.short);
                found.push(Diagnostic::new(Code::AcronymLate, Severity::Info, place.span, message));
            }
            continue;
        };
        let (one, other) = (folded(&earlier.long), folded(&acronym.long));
        if !one.ends_with(&other) && !other.ends_with(&one) {
            let message = format!(
                "“{}” stands for “{}” here and for “{}” before",
                acronym.short, acronym.long, earlier.long
            );
            found.push(Diagnostic::new(Code::AcronymRedefined, Severity::Info, span, message));
        }
    }
    for (short, places) in &uses {
        let plural = short.strip_suffix('s').unwrap_or(short);
        let defined = first.contains_key(short.as_str())
            || first.contains_key(plural)
            || first.contains_key(format!("{short}s").as_str());
        let known = lexicon.names.gazetteer.lookup(plural).is_some()
            || lexicon.people.is_ordinary(&short.to_lowercase())
            || lexicon.values.currency(short).is_some()
            || short.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M'));
        if let ([place, _, ..], false, false) = (places.as_slice(), defined, known) {
            let message = format!("“{short}” is used {} times and never defined", places.len());
            found.push(Diagnostic::new(Code::AcronymUndefined, Severity::Info, place.span, message));
        }
    }
    found
}

/// The short forms in capitals of a document, with the places outside definitions at which they stand.
fn uses(document: &Document) -> BTreeMap<String, Vec<Use>> {
    let mut found: BTreeMap<String, Vec<Use>> = BTreeMap::new();
    let mut definitions = document.acronyms.iter().peekable();
    for (index, passage) in document.passages.iter().enumerate() {
        let text = passage.text();
        let mut taken: Vec<TextRange> = Vec::new();
        while let Some(acronym) = definitions.next_if(|acronym| acronym.at.passage.0 <= index) {
            if acronym.at.passage.0 == index {
                taken.push(acronym.at.range);
            }
        }
        let capitals = text.chars().filter(|c| c.is_uppercase()).count();
        let small = text.chars().filter(|c| c.is_lowercase()).count();
        if capitals > small {
            continue;
        }
        taken.sort_unstable_by_key(|range| range.start);
        let mut taken = taken.as_slice();
        let mut at = 0;
        for word in text.split(|c: char| !c.is_alphanumeric()) {
            let range = TextRange::new(at, at + word.len());
            at = range.end + text[range.end..].chars().next().map_or(0, char::len_utf8);
            let bare = word.strip_suffix('s').unwrap_or(word);
            let letters = bare.chars().all(char::is_uppercase) && (3..=8).contains(&bare.len());
            let joined = text[range.end..].starts_with(['-', '/', '.', '@'])
                || text[..range.start].ends_with(['-', '/', '.', '@', '#']);
            let behind = taken.iter().take_while(|definition| definition.end <= range.start).count();
            taken = &taken[behind..];
            // A definition may stand in another's long form, so that the next few are looked at.
            let defines = || taken.iter().take(4).any(|definition| definition.covers(range));
            if letters && !joined && !defines() {
                let heading = passage.role == PassageRole::Heading;
                found.entry(word.to_owned()).or_default().push(Use { span: passage.span(range), heading });
            }
        }
    }
    found
}

/// A long form for comparison: lower case, words parted by one blank, no plural, British or American.
fn folded(long: &str) -> String {
    let words: Vec<String> = long
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.to_lowercase().replace("isation", "ization"))
        .map(|word| word.strip_suffix('s').map_or(word.clone(), str::to_owned))
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Context, finder::acronym, sample};

    fn read(text: &str) -> Vec<String> {
        let mut document = sample::document(text);
        let lexicon = Lexicon::embedded();
        acronym::find(&mut document, lexicon, &Context::default());
        audit(&document, lexicon).iter().map(|found| format!("{}: {}", found.code, found.message)).collect()
    }

    #[test]
    fn short_forms_without_a_fitting_definition_are_told() {
        for (text, told) in [
            (
                "The QZRX met. Then the QZRX left.",
                "acronym-undefined: “QZRX” is used 2 times and never defined",
            ),
            (
                "The QLB met.\n\nThe Quiet Lakes Board (QLB) is old.",
                "acronym-late: “QLB” is used here and defined only later",
            ),
            (
                "The Quiet Lakes Board (QLB) met.\n\nA Quality Label Bureau (QLB) opened.",
                "acronym-redefined: “QLB” stands for “Quality Label Bureau” here and for “Quiet Lakes Board” before",
            ),
        ] {
            assert_eq!(read(text), [told], "{text}");
        }
    }

    #[test]
    fn defined_known_and_single_short_forms_are_not_told() {
        for text in [
            "The Quiet Lakes Board (QLB) met. The QLB left.",
            "The UN and ASEAN met; the UN and ASEAN left.",
            "ONLY CAPITALS HERE\n\nThey ONLY came, and ONLY once.",
            "One QZRX alone.",
            "The Quiet Lakes Board (QLB) met.\n\nThe Western Quiet Lakes Board (QLB) left.",
        ] {
            assert_eq!(read(text), [""; 0], "{text}");
        }
    }
}
