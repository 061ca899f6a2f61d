//! Acronyms that the text itself defines: `World Trade Organization (WTO)`, `CLMV (Cambodia, Laos, …)`.
//!
//! ```abnf
//! definition = long " (" short ")" / short " (" long ")"
//!            / long " " short ")"                            ; a lost bracket
//!            / long ", or " short ("," / ".")
//! short      = 2*12(letter / digit / "&" / "-" / "/" / ".") ["s"]               ; two capitals at least
//! ```
//!
//! The long form is the shortest run of words that explains every letter of the short one in order: by the
//! initial of a word, or by a later letter of a word whose initial is explained too; small words may be passed
//! over, a few others at a price ([`letters`]). Where the letters are another language's or leave a part out, a name
//! that the lexicon knows by the short form counts, or one that has most of its letters, or a body's name behind its article
//! that shares one (`the Togo Ports and Ferries company (CPR)`). A list of as many names as
//! letters may miss one of them, since names of countries change. [`audit`] tells what is used and never defined,
//! defined twice or late. Time is linear in the text, however brackets nest. Not here: which entity is meant.

mod audit;
mod blend;
mod letters;

use std::collections::BTreeMap;

use rapporteur_model::{Acronym, Document, EntityId, Location, PassageId, TextRange};

pub use self::audit::audit;
use crate::{Context, Lexicon, finder::quantity::numeral::is_space, lexicon::names::Names};

/// Finds the definitions of a document, in reading order.
pub fn find(document: &mut Document, lexicon: &Lexicon, _context: &Context) {
    let mut found = Vec::new();
    for (index, passage) in document.passages.iter().enumerate() {
        for definition in definitions(passage.text(), lexicon) {
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
    let mut by_name: BTreeMap<String, &EntityId> = BTreeMap::new();
    let mut by_short: BTreeMap<&str, &EntityId> = BTreeMap::new();
    for entity in &document.entities {
        for name in std::iter::once(&entity.name).chain(&entity.aliases) {
            by_name.entry(name.to_ascii_lowercase()).or_insert(&entity.id);
        }
        if let Some(short) = &entity.acronym {
            by_short.entry(short).or_insert(&entity.id);
        }
    }
    let links: Vec<Option<EntityId>> = document
        .acronyms
        .iter()
        .map(|acronym| {
            let named = by_name.get(&acronym.long.to_ascii_lowercase());
            named.or_else(|| by_short.get(acronym.short.as_str())).map(|id| (*id).clone())
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

/// How far back, in bytes, a definition may begin.
const REACH: usize = 400;

/// The last stretch of a text in which a definition may begin, and its offset.
fn stretch(text: &str) -> (&str, usize) {
    let from = (text.len().saturating_sub(REACH)..=text.len()).find(|at| text.is_char_boundary(*at));
    let from = from.unwrap_or(text.len());
    (&text[from..], from)
}

fn definitions(text: &str, lexicon: &Lexicon) -> Vec<Definition> {
    let mut found: Vec<Definition> = Vec::new();
    let mut open = None;
    for (at, mark) in text.match_indices(['(', ')', '[', ']']) {
        if matches!(mark, "(" | "[") {
            open = Some(at);
            continue;
        }
        let definition = match open.take() {
            Some(open) => short_inside(text, open, at, lexicon).or_else(|| long_inside(text, open, at)),
            None => bracket_lost(text, at),
        };
        found.extend(definition);
    }
    found.extend(text.match_indices(", or ").filter_map(|(comma, _)| short_behind(text, comma)));
    found.sort_by_key(|definition| definition.range.start);
    found
}

/// `Long Form (LF)`
fn short_inside(text: &str, open: usize, close: usize, lexicon: &Lexicon) -> Option<Definition> {
    let inner = text.get(open + 1..close).filter(|inner| inner.len() < 120)?;
    let (before, from) = stretch(&text[..open]);
    let known = &lexicon.names;
    let (start, short) = if let Some(short) = named(inner) {
        let is_people = |word: &str| lexicon.people.people(word).is_some();
        let start = letters::long_before(before, short)
            .map(|start| blend::narrowed(before, start, short))
            .map(|start| blend::widened(before, start, short, is_people))
            .or_else(|| blend::humps_before(before, short))
            .or_else(|| known_before(before, short, known))
            .or_else(|| {
                let start = blend::narrowed(before, letters::name_before(before, short)?, short);
                Some(blend::widened(before, start, short, is_people))
            })
            .or_else(|| letters::body_before(before, short))?;
        (start, short)
    } else {
        let short = blend(inner, lexicon)?;
        (blend::blend_before(before, short)?, short)
    };
    let start = from + start;
    let long = trimmed(&text[start..open]);
    let start = start + text[start..open].find(long)?;
    let long = long.strip_suffix("’s").or_else(|| long.strip_suffix("'s")).unwrap_or(long);
    let long = mended(long);
    // "QLB estimates (QLB, 2015)" cites, and explains nothing.
    if long.split(|c: char| !c.is_alphanumeric()).any(|word| word == short) {
        return None;
    }
    Some(Definition { short: short.to_owned(), long, range: TextRange::new(start, close + 1) })
}

/// A long form without the hyphens that the end of a line left in its words: `Develop- ment`; "short- and long-term"
/// keeps its own.
fn mended(long: &str) -> String {
    let mut parts = long.split("- ");
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let word = part.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let broken = whole.ends_with(char::is_alphabetic)
            && word.starts_with(char::is_lowercase)
            && !matches!(word, "and" | "or" | "to" | "und" | "y" | "et");
        whole.push_str(if broken { "" } else { "- " });
        whole.push_str(part);
    }
    whole
}

/// A short form in small letters behind its first: `Norad`; not a place, a name or a word.
fn blend<'a>(inner: &'a str, lexicon: &Lexicon) -> Option<&'a str> {
    let word = inner.trim_matches(is_space);
    let mut chars = word.chars();
    let shaped = chars.next().is_some_and(char::is_uppercase) && chars.all(char::is_lowercase);
    let other = lexicon.people.is_place(word)
        || lexicon.people.is_ordinary(&word.to_lowercase())
        || lexicon.people.country(word).is_some()
        || lexicon.people.people(word).is_some()
        || lexicon.people.is_given_name(word);
    (shaped && (4..=9).contains(&word.len()) && !other).then_some(word)
}

/// Where the name begins in front of a bracket that the lexicon knows by the short form in it: `Export-Import Bank of
/// the United States (EXIM)`.
fn known_before(before: &str, short: &str, known: &Names) -> Option<usize> {
    let bearers: Vec<usize> =
        known.gazetteer.lookup(short)?.entries.iter().map(|(entry, _)| *entry).collect();
    let before = before.trim_end_matches(is_space);
    let starts = before.char_indices().rev().filter(|(at, c)| {
        c.is_uppercase() && !before[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '-')
    });
    let named = |at: usize| {
        let form = known.gazetteer.lookup(&before[at..]);
        form.is_some_and(|form| form.entries.iter().any(|(entry, _)| bearers.contains(entry)))
    };
    starts.map(|(at, _)| at).take(12).filter(|at| before[*at..].contains(' ')).find(|at| named(*at))
}

/// `Long Form, or LF,`: only where every letter is the initial of a word.
fn short_behind(text: &str, comma: usize) -> Option<Definition> {
    let rest = &text[comma + ", or ".len()..];
    let length = rest.find(|c: char| !(c.is_alphanumeric() || c == '&')).unwrap_or(rest.len());
    let short = rest.get(..length).filter(|word| is_short(word) && word.len() > 2)?;
    if !(rest.len() == length || rest[length..].starts_with([',', '.', ';', ')'])) {
        return None;
    }
    let (before, from) = stretch(&text[..comma]);
    let start = letters::long_before(before, short)?;
    let long = trimmed(&before[start..]);
    letters::is_exact(long, short).then(|| Definition {
        short: short.to_owned(),
        long: long.to_owned(),
        range: TextRange::new(from + start, comma + ", or ".len() + length),
    })
}

/// `LF (Long Form)`, `CLMV (Cambodia, Laos, Myanmar and Vietnam)`
fn long_inside(text: &str, open: usize, close: usize) -> Option<Definition> {
    let (before, from) = stretch(text[..open].trim_end_matches(is_space));
    let start = before
        .rfind(|c: char| is_space(c) || matches!(c, '(' | '“' | '"' | '‘' | '’'))
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let short = before.get(start..).filter(|word| is_short(word))?;
    let inner = text.get(open + 1..close).filter(|inner| inner.len() < 300)?;
    let whole = trimmed(inner);
    let part = trimmed(inner.split([';', ':']).next().unwrap_or(inner));
    let long = [whole, part].into_iter().find(|long| {
        letters::explains(long, short) || letters::lists(long, short) || letters::names(long, short)
    })?;
    Some(Definition {
        short: short.to_owned(),
        long: long.to_owned(),
        range: TextRange::new(from + start, close + 1),
    })
}

/// `Long Form LF)`: the opening bracket is lost. Only where every letter is the initial of a word.
fn bracket_lost(text: &str, close: usize) -> Option<Definition> {
    let (before, from) = stretch(&text[..close]);
    let start = before.rfind(is_space)? + 1;
    let short = before.get(start..).filter(|word| is_short(word) && word.len() > 2)?;
    let first = letters::long_before(before[..start].trim_end_matches(is_space), short)?;
    let long = trimmed(&before[first..start]);
    letters::is_exact(long, short).then(|| Definition {
        short: short.to_owned(),
        long: long.to_owned(),
        range: TextRange::new(from + first, close + 1),
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
    // "FEWS NET" is one short form of two words.
    let pair = word.split_once(' ').is_some_and(|(first, second)| {
        [first, second]
            .iter()
            .all(|part| part.len() > 2 && part.bytes().all(|byte| byte.is_ascii_uppercase()))
    });
    (is_short(word) || (pair && word.len() < 12)).then_some(word)
}

/// Can a word be a short form? Two capitals (or a capital and a digit or `&`), twelve characters at most.
fn is_short(word: &str) -> bool {
    let count = |test: fn(&char) -> bool| word.chars().filter(test).count();
    let capitals = count(|c| c.is_uppercase());
    let signs = count(|c| c.is_ascii_digit() || *c == '&');
    let known = word.chars().all(|c| c.is_alphanumeric() || matches!(c, '&' | '-' | '/' | '.' | '+'));
    let starts = word.chars().next().is_some_and(char::is_alphanumeric);
    // "The whole plan (PDF)" names a file.
    let file = matches!(
        word,
        "PDF" | "HTML" | "XLS" | "XLSX" | "DOCX" | "CSV" | "ZIP" | "PPT" | "PPTX" | "MP3" | "MP4"
    );
    known
        && !file
        && starts
        && word.len() <= 14
        && (capitals >= 2 || (capitals == 1 && signs == 1 && word.len() < 5))
}

fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| is_space(c) || matches!(c, '“' | '”' | '"' | '‘' | ','))
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;

    static LEXICON: LazyLock<&Lexicon> = LazyLock::new(Lexicon::embedded);

    fn mark(text: &str) -> String {
        let found: Vec<String> = definitions(text, &LEXICON)
            .iter()
            .map(|found| format!("{} = {}", found.short, found.long))
            .collect();
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
            ("the Forum for Clean Seas in Suva (FCSS)", "FCSS = Forum for Clean Seas in Suva"),
            ("the Danubian Community (DANCOM)", "DANCOM = Danubian Community"),
            ("the Alliance for Forests (A4F)", "A4F = Alliance for Forests"),
            ("the Chadian Rice Board Office (ChadRice)", "ChadRice = Chadian Rice Board Office"),
            ("RiverTradeNorway (RTN) builds", "RTN = RiverTradeNorway"),
            ("the Chadian Grain Storage Company (ChaGra)", "ChaGra = Chadian Grain Storage Company"),
            ("the Nordic Genetic Seed Office (NorGen)", "NorGen = Nordic Genetic Seed Office"),
            ("the Old Mill in Togo (ToMill)", ""),
            ("the General Board of the RTN (BGRTN)", "BGRTN = General Board of the RTN"),
            ("the Reef Desk of the National Fishery Office (CONFOPE)", "CONFOPE = National Fishery Office"),
            ("the Baltic Water Develop- ment Fund (BWDF)", "BWDF = Baltic Water Development Fund"),
            ("the National Water Institute (INA)", "INA = National Water Institute"),
            ("a Code of Practice in the North Sea (COP) was", "COP = Code of Practice in the North Sea"),
            (
                "the Code of Conduct in the North China Basin (COC)",
                "COC = Code of Conduct in the North China Basin",
            ),
            ("the Bureau of Fisheries Research (BFR, Lagos)", "BFR = Bureau of Fisheries Research"),
            ("the Island Trade Council, or ITC, met", "ITC = Island Trade Council"),
            ("the Coastal Storm Warning Network (COSWA NET)", "COSWA NET = Coastal Storm Warning Network"),
            ("IPAR (Institute for Agrarian Reform)", "IPAR = Institute for Agrarian Reform"),
            ("the Union’s Board of Port Pilots’ [BPP]", "BPP = Board of Port Pilots’"),
            ("((the Lake Chad Fund (LCF)))", "LCF = Lake Chad Fund"),
            // articles, ampersands, digits, hyphens, plurals
            ("the Bureau of the Census (BOC)", "BOC = Bureau of the Census"),
            ("Oil & Gas Authority (O&GA)", "O&GA = Oil & Gas Authority"),
            ("the Group of Seven Lakes (G7L)", "G7L = Group of Seven Lakes"),
            ("least-developed island countries (LDICs)", "LDICs = least-developed island countries"),
            ("a Trans-Lake Trade Pact (TLTP)", "TLTP = Trans-Lake Trade Pact"),
            ("public–private partnerships (PPPs)", "PPPs = public–private partnerships"),
            // letters from inside words, a line break, a comma in the brackets
            ("the Fisheries Secretariat (FISHSEC)", "FISHSEC = Fisheries Secretariat"),
            ("the Coastal\nPilots’ Guild (CPG) of", "CPG = Coastal\nPilots’ Guild"),
            ("the Salt Traders’ League (STL, Oslo)", "STL = Salt Traders’ League"),
            ("the Salt Traders’ League (“STL”)", "STL = Salt Traders’ League"),
            ("the Salt Traders’ League (the “STL”)", "STL = Salt Traders’ League"),
            // another language, either way
            ("the Instituto Nacional de Pesca (INP)", "INP = Instituto Nacional de Pesca"),
            ("the National Fishing Institute (INP)", "INP = National Fishing Institute"),
            ("INP (Instituto Nacional de Pesca)", "INP = Instituto Nacional de Pesca"),
            ("the Togo Ports and Ferries company (CPR)", "CPR = Togo Ports and Ferries company"),
            (
                "the Coordination Centre for Disaster Prevention in the Andes (CEPREDEA)",
                "CEPREDEA = Coordination Centre for Disaster Prevention in the Andes",
            ),
            (
                "by the Finnish Agency for Development Trade (Finad) in",
                "Finad = Finnish Agency for Development Trade",
            ),
            (
                "and the Chadian Agency for Aid Coordination (AACO) signed",
                "AACO = Chadian Agency for Aid Coordination",
            ),
        ] {
            assert_eq!(mark(text), found, "{text}");
        }
    }

    #[test]
    fn deep_brackets_take_linear_time() {
        let text = "A (".repeat(60_000) + &"B) ".repeat(60_000);
        assert!(definitions(&text, &LEXICON).is_empty());
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
            "Senator Ann Lee (NDP) and Mayor Jo Roe (CPC)",
            "the minister (Tallinn, Estonia)",
            "by bus, or TRAM, to",
            "the NQLB estimates of the year (NQLB, 2015)",
            "the Plan on Deep Fishing (PDF)",
            "from Port Louis (MRU) to Male (MLE)",
            "the mayor of the Old Town (Tartu) and",
            "Norwegian Agency for Danish Olives (Chad)",
            "the Lake Trade Bank (XQZ)",
            "Senator Ann Lee of the Bank (NDP)",
            "the Council (see UNGA)",
            "a Grand Hotel and Casino (USA)",
            "on Monday (CET)",
            "the vessel Aurora (IMO 9182)",
            "a speed of twenty (KPH)",
        ] {
            assert_eq!(mark(text), "", "{text}");
        }
    }
}
