//! Acronyms that the text itself defines: `World Trade Organization (WTO)`, `CLMV (Cambodia, Laos, …)`.
//!
//! ```abnf
//! definition = long " (" short ")" / short " (" long ")" / long " " short ")"   ; the last: a lost bracket
//! short      = 2*12(letter / digit / "&" / "-" / "/" / ".") ["s"]               ; two capitals at least
//! ```
//!
//! The long form is the shortest run of words that explains every letter of the short one in order: by the
//! initial of a word, or by a later letter of a word whose initial is explained too; small words may be passed
//! over, a few others at a price ([`letters`]). A list of as many names as letters may miss one of them, since
//! names of countries change. Not here: short forms that the text never explains, and which entity is meant.

mod letters;

use rapporteur_model::{Acronym, Document, Location, PassageId, TextRange};

use crate::{Context, Lexicon, finder::quantity::numeral::is_space};

/// Finds the definitions of a document, in reading order.
pub fn find(document: &mut Document, _lexicon: &Lexicon, _context: &Context) {
    let mut found = Vec::new();
    for (index, passage) in document.passages.iter().enumerate() {
        for definition in definitions(passage.text()) {
            found.push(Acronym {
                short: definition.short,
                long: definition.long,
                at: Location { passage: PassageId(index), range: definition.range },
                entity: None,
            });
        }
    }
    document.acronyms = found;
}

/// Links each definition to the entity that it names, once the entities are known.
pub fn link(document: &mut Document) {
    let same = |a: &str, b: &str| a.eq_ignore_ascii_case(b);
    let links: Vec<_> = document
        .acronyms
        .iter()
        .map(|acronym| {
            let by_name = document.entities.iter().find(|entity| {
                same(&entity.name, &acronym.long)
                    || entity.aliases.iter().any(|alias| same(alias, &acronym.long))
            });
            let by_short = || {
                document
                    .entities
                    .iter()
                    .find(|entity| entity.acronym.as_deref() == Some(acronym.short.as_str()))
            };
            by_name.or_else(by_short).map(|entity| entity.id.clone())
        })
        .collect();
    for (acronym, link) in document.acronyms.iter_mut().zip(links) {
        acronym.entity = acronym.entity.take().or(link);
    }
}

/// A definition in a text.
struct Definition {
    short: String,
    long: String,
    range: TextRange,
}

fn definitions(text: &str) -> Vec<Definition> {
    let mut found = Vec::new();
    for (close, _) in text.match_indices(')') {
        let open = text[..close].rfind(['(', ')']).filter(|at| text[*at..].starts_with('('));
        let definition = match open {
            Some(open) => short_inside(text, open, close).or_else(|| long_inside(text, open, close)),
            None => bracket_lost(text, close),
        };
        found.extend(definition);
    }
    found
}

/// `Long Form (LF)`
fn short_inside(text: &str, open: usize, close: usize) -> Option<Definition> {
    let inner = &text[open + 1..close];
    let short = named(inner)?;
    let start = letters::long_before(&text[..open], short)?;
    let long = trimmed(&text[start..open]);
    let start = start + text[start..open].find(long)?;
    let long = long.strip_suffix("’s").or_else(|| long.strip_suffix("'s")).unwrap_or(long);
    Some(Definition {
        short: short.to_owned(),
        long: long.to_owned(),
        range: TextRange::new(start, close + 1),
    })
}

/// `LF (Long Form)`, `CLMV (Cambodia, Laos, Myanmar and Vietnam)`
fn long_inside(text: &str, open: usize, close: usize) -> Option<Definition> {
    let before = text[..open].trim_end_matches(is_space);
    let start = before
        .rfind(|c: char| is_space(c) || matches!(c, '(' | '“' | '"' | '‘' | '’'))
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let short = before.get(start..).filter(|word| is_short(word))?;
    let inner = &text[open + 1..close];
    let whole = trimmed(inner);
    let part = trimmed(inner.split([';', ':']).next().unwrap_or(inner));
    let long = [whole, part]
        .into_iter()
        .find(|long| letters::explains(long, short) || letters::lists(long, short))?;
    Some(Definition {
        short: short.to_owned(),
        long: long.to_owned(),
        range: TextRange::new(start, close + 1),
    })
}

/// `Long Form LF)`: the opening bracket is lost. Only where every letter is the initial of a word.
fn bracket_lost(text: &str, close: usize) -> Option<Definition> {
    let before = &text[..close];
    let start = before.rfind(is_space)? + 1;
    let short = before.get(start..).filter(|word| is_short(word) && word.len() > 2)?;
    let from = letters::long_before(before[..start].trim_end_matches(is_space), short)?;
    let long = trimmed(&text[from..start]);
    letters::is_exact(long, short).then(|| Definition {
        short: short.to_owned(),
        long: long.to_owned(),
        range: TextRange::new(from, close + 1),
    })
}

/// The short form that brackets hold: alone, quoted, behind "hereinafter", or before a comma.
fn named(inner: &str) -> Option<&str> {
    const LEADS: &[&str] = &[
        "hereinafter referred to as ",
        "hereafter referred to as ",
        "hereinafter ",
        "hereafter ",
        "henceforth ",
        "referred to as ",
        "also known as ",
        "known as ",
        "abbreviated as ",
        "or ",
        "the ",
        "“",
        "\"",
        "‘",
        "'",
    ];
    let mut rest = inner.trim_matches(is_space);
    while let Some(shorter) = LEADS.iter().find_map(|lead| rest.strip_prefix(lead)) {
        rest = shorter;
    }
    let word = rest.split([',', ';', '”', '"', '’', '\'']).next()?.trim_matches(is_space);
    let word = word.split(" or ").next()?;
    is_short(word).then_some(word)
}

/// Can a word be a short form? Two capitals (or a capital and a digit or `&`), twelve characters at most.
fn is_short(word: &str) -> bool {
    let count = |test: fn(&char) -> bool| word.chars().filter(test).count();
    let capitals = count(|c| c.is_uppercase());
    let signs = count(|c| c.is_ascii_digit() || *c == '&');
    let known = word.chars().all(|c| c.is_alphanumeric() || matches!(c, '&' | '-' | '/' | '.' | '+'));
    let starts = word.chars().next().is_some_and(char::is_alphanumeric);
    known && starts && word.len() <= 14 && (capitals >= 2 || (capitals == 1 && signs == 1 && word.len() < 5))
}

fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| is_space(c) || matches!(c, '“' | '”' | '"' | '‘' | ','))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(text: &str) -> String {
        let found: Vec<String> =
            definitions(text).iter().map(|found| format!("{} = {}", found.short, found.long)).collect();
        found.join("; ")
    }

    #[test]
    fn both_orders_and_the_shortest_long_form() {
        for (text, found) in [
            ("the East Coast Fisheries Board (ECFB) said", "ECFB = East Coast Fisheries Board"),
            (
                "the Nordic-Baltic Regional Forum on Water (NBRFW)",
                "NBRFW = Nordic-Baltic Regional Forum on Water",
            ),
            ("under the Norway-Chad Tariff Reform Agreement (TRA)", "TRA = Tariff Reform Agreement"),
            ("small and medium enterprises (SMEs) in", "SMEs = small and medium enterprises"),
            ("research and development (R&D) money", "R&D = research and development"),
            (
                "Pact on the End of all kinds of Fraud against Buyers (PEFAB)",
                "PEFAB = Pact on the End of all kinds of Fraud against Buyers",
            ),
            ("Northeast Africa Grain Centre (NEAGC)", "NEAGC = Northeast Africa Grain Centre"),
            ("the BLT (Bhutan, Laos and Timor-Leste) states", "BLT = Bhutan, Laos and Timor-Leste"),
            ("BMLT (Bhutan, Burma, Laos and Togo)", "BMLT = Bhutan, Burma, Laos and Togo"),
            (
                "UNIDO (United Nations Industrial Development Organization)",
                "UNIDO = United Nations Industrial Development Organization",
            ),
            ("Agency for Rural Credit (hereinafter “ARC”)", "ARC = Agency for Rural Credit"),
            ("2.9 Council of Island States CIS)", "CIS = Council of Island States"),
            ("greenhouse gas (GHG) emissions", "GHG = greenhouse gas"),
        ] {
            assert_eq!(mark(text), found, "{text}");
        }
    }

    #[test]
    fn brackets_of_other_kinds_define_nothing() {
        for text in [
            "the plan (2007-10)",
            "in Ontario (ON) and",
            "emerging diseases (EBOLA)",
            "a loan (USD 5 million)",
            "the senator (D-NY) said",
            "(e.g. briefing Ottawa-based officials)",
            "the treaty (see Annex II)",
        ] {
            assert_eq!(mark(text), "", "{text}");
        }
    }
}
