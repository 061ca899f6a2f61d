//! What money is for, from the words behind it: `$5 million to restore wetlands`, `€2 million toward a laboratory`.
//!
//! ```abnf
//! purpose = ("for" / "toward" / "into" / "supporting" / …) words   ; not a time ("for three years")
//!         / "to" verb words                                        ; to train pilots
//!         / "to" article words                                     ; to the work; not to a body, who receives
//!         / ("in" / "of") words                                    ; in food aid to the delta states
//!         / ("will" / "that will") verb words                      ; will help repair the dykes
//! ```
//!
//! A purpose ends where the next clause or the next sum begins, and a time at its end is left out. Not here: what stands
//! in front of the money (`subject`).

use rapporteur_model::TextRange;

use crate::finder::quantity::numeral::is_space;

/// The words around a sum that its purpose is read from.
pub(super) struct Words<'a> {
    /// The passage.
    pub text: &'a str,
    /// The sum.
    pub amount: TextRange,
    /// The end of its sentence.
    pub end: usize,
    /// The bodies, countries and persons behind it: who receives is no purpose.
    pub parties: Vec<TextRange>,
}

/// The title of a line that ends in its money: `Fisheries patrols – $2.6 million`, `Birds ($2 million)`.
pub fn title_in_front(text: &str, amount: TextRange) -> Option<String> {
    let rest =
        text[amount.end..].trim_matches(|c: char| is_space(c) || matches!(c, ')' | '.' | ']' | ',' | ';'));
    let tail_ok = rest.is_empty()
        || matches!(rest.to_ascii_lowercase().as_str(), "cad" | "usd")
        || (is_time(rest.trim_start_matches("over ")) && rest.starts_with("over ") && rest.len() < 40);
    let lead = text[..amount.start].trim_end_matches(is_space);
    let lead = ["up to", "over", "approximately", "about", "nearly", "more than"]
        .iter()
        .find_map(|word| lead.strip_suffix(word))
        .unwrap_or(lead)
        .trim_end_matches(is_space);
    let title =
        lead.strip_suffix(['–', '—', '-', ':', '('])?.trim_end_matches(|c: char| is_space(c) || c == ',');
    let words = title.split_whitespace().count();
    (tail_ok && (1..=25).contains(&words)).then(|| title.to_owned())
}

/// The purpose behind the money.
pub(super) fn behind(words: &Words<'_>) -> Option<String> {
    let base = words.amount.end;
    let tail = words.text.get(base..words.end)?;
    let tail =
        tail.trim_end_matches(|c: char| is_space(c) || matches!(c, '.' | ';' | '!' | ':' | '”' | '"' | ')'));
    let spent = {
        let before = &words.text[..words.amount.start];
        let near = before.char_indices().rev().take(60).last().map_or(0, |(at, _)| at);
        before[near..].contains("spen")
    };
    let mut generic = None;
    let mut skip = 0;
    for (count, (at, word)) in tokens(tail).enumerate() {
        if at < skip {
            continue;
        }
        if at > 200 {
            break;
        }
        let rest = tail[at + word.len()..].trim_start_matches(is_space);
        let bare = without_article(rest);
        let offset = base + (bare.as_ptr() as usize - tail.as_ptr() as usize);
        let party = words.parties.iter().find(|range| range.start <= offset && offset < range.end);
        let first = rest.split(is_space).next().unwrap_or_default();
        let small = first.starts_with(char::is_lowercase);
        let found = match word {
            "to" | "with" | "via" if party.is_some() => {
                skip = party.map_or(0, |range| range.end - base);
                None
            }
            "to" if rest.starts_with(|c: char| c.is_ascii_digit() || c == '$') => None,
            "to" if small && bare.len() == rest.len() => Some(rest),
            "to" if count < 4 && bare.len() < rest.len() => Some(rest),
            "for" if party.is_some_and(|range| acts(&words.text[range.end..words.end])) => {
                skip = party.map_or(0, |range| range.end - base);
                None
            }
            "for" | "towards" | "toward" | "into" | "supporting" | "helping" | "benefiting"
                if !is_time(rest) =>
            {
                Some(rest)
            }
            "on" if spent => Some(rest),
            "in" if rest.starts_with("support of ") => rest.get("support of ".len()..),
            "in" | "of" if count < 2 && small && gives(rest) => {
                if is_generic(rest) {
                    generic = generic.or(Some(rest));
                    None
                } else {
                    return Some(clause(rest));
                }
            }
            "will" | "would" | "can" if count < 4 => used(rest),
            "goes" | "go" | "went" | "going" => {
                ["to ", "toward ", "towards ", "into "].iter().find_map(|to| rest.strip_prefix(to))
            }
            _ => None,
        };
        if let Some(found) = found.filter(|found| !found.is_empty()) {
            return Some(clause(found)).filter(|title| title.len() > 2);
        }
        if word.ends_with([';', ':']) {
            break;
        }
    }
    generic.map(clause)
}

/// The words of use behind "will": `support the fleet`, `be used to dredge`.
fn used(rest: &str) -> Option<&str> {
    const VERBS: &[&str] = &[
        "support ", "help ", "fund ", "finance ", "build ", "pay for ", "allow ", "enable ", "improve ",
        "expand ",
    ];
    for lead in
        ["be used to ", "be used for ", "go to ", "go toward ", "go towards ", "go into ", "be spent on "]
    {
        if let Some(rest) = rest.strip_prefix(lead) {
            return Some(rest);
        }
    }
    VERBS.iter().any(|verb| rest.starts_with(verb)).then_some(rest)
}

/// Does what follows a body say what it is to do: `the port office to train …`?
fn acts(rest: &str) -> bool {
    rest.strip_prefix(" to ").is_some_and(|verb| {
        verb.starts_with(char::is_lowercase)
            && !["the ", "a ", "an ", "its "].iter().any(|word| verb.starts_with(word))
    })
}

/// The words right behind the money that say what it is: `a $5 million loan to the port office`.
pub(super) fn noun_behind(text: &str, amount: TextRange, end: usize) -> Option<String> {
    let tail = text.get(amount.end..end)?.trim_start_matches(is_space);
    let tail = tail.strip_prefix("of ").unwrap_or(tail);
    let first = tail.split(is_space).next()?;
    let joins = [
        "has",
        "have",
        "had",
        "is",
        "was",
        "were",
        "are",
        "will",
        "would",
        "that",
        "which",
        "for",
        "who",
        "with",
        "in",
        "over",
        "on",
        "by",
        "through",
        "per",
        "across",
        "and",
        "or",
        "from",
        "to",
        "at",
        "each",
        "as",
        "a",
        "more",
        "less",
        "committed",
        "announced",
        "annually",
        "under",
        "this",
        "last",
        "next",
        "between",
        "an",
        "the",
        "but",
        "during",
        "until",
        "so",
        "I",
        "we",
        "it",
        "pa",
        "year",
        "into",
        "while",
        "if",
        "when",
    ];
    let noun = first.starts_with(char::is_alphabetic) && !joins.contains(&first.trim_end_matches([',', '.']));
    let words = clause(tail.trim_end_matches(|c: char| is_space(c) || matches!(c, '.' | ';' | ':')));
    (noun && words.contains(' ') && !first.ends_with(',')).then_some(words)
}

/// A title's length at which it is a name: a capital in it besides the first letter.
pub(super) fn is_named(title: &str) -> bool {
    title.split_whitespace().take(4).filter(|word| word.starts_with(char::is_uppercase)).count() > 1
}

fn without_article(text: &str) -> &str {
    ["the ", "a ", "an ", "its ", "their ", "this ", "these ", "his ", "her ", "our "]
        .iter()
        .find_map(|article| text.strip_prefix(article))
        .unwrap_or(text)
}

/// Is it an "in" of giving: "in development assistance", not "in the first year"?
fn gives(rest: &str) -> bool {
    let lead: String = rest.split_whitespace().take(6).collect::<Vec<_>>().join(" ").to_lowercase();
    [
        "assistance",
        "aid",
        "funding",
        "support",
        "grants",
        "loans",
        "relief",
        "financing",
        "investment",
        "contributions",
        "help",
        "insurance",
        "capital",
        "commitments",
        "equipment",
        "programming",
    ]
    .iter()
    .any(|word| lead.contains(word))
}

/// Words of money alone, that say nothing of its purpose: "new grant funding over five years".
fn is_generic(rest: &str) -> bool {
    const GENERIC: &[&str] = &[
        "new",
        "additional",
        "direct",
        "private",
        "public",
        "sector",
        "grant",
        "grants",
        "funding",
        "capital",
        "financing",
        "finance",
        "financial",
        "support",
        "commitments",
        "commitment",
        "investment",
        "investments",
        "loans",
        "policy",
        "assistance",
        "contributions",
        "further",
        "total",
        "and",
        "fresh",
        "federal",
        "aid",
    ];
    let mut words = rest.split_whitespace();
    let head = words
        .by_ref()
        .take_while(|word| {
            !matches!(*word, "for" | "to" | "over" | "from" | "that" | "by" | "through" | "which")
        })
        .collect::<Vec<_>>();
    head.iter().take(6).all(|word| GENERIC.contains(&word.to_lowercase().trim_end_matches([',', '.'])))
}

pub(super) fn is_time(rest: &str) -> bool {
    let lead: String = rest.split_whitespace().take(4).collect::<Vec<_>>().join(" ").to_lowercase();
    lead.split(' ').any(|word| {
        ["year", "month", "week", "decade"].iter().any(|unit| word.starts_with(unit)) && !word.contains('-')
    }) || rest.starts_with("20")
        || rest.starts_with("FY")
}

/// A purpose up to where the next clause begins, without a time at its end.
pub(super) fn clause(text: &str) -> String {
    const STOPS: &[&str] = &[
        ", which",
        ", and the ",
        ", and it ",
        ", and is ",
        ", and has ",
        ", and will ",
        ", while",
        ", including",
        ", bringing",
        ", and $",
        "; ",
        ", of which",
        " (",
        ", said",
        ", with",
        ", accounting",
        ", such as",
        ": ",
        ", where",
        ", who ",
        ", as part",
        ", as well as",
        ", applied",
        ", leveraging",
        ", among",
        ", in line",
        ", according",
        " – with",
        " — with",
        ", to be ",
        ", for which",
        ", over the",
        ", and talks",
        ", in addition",
        ", building on",
        ", in partnership",
        ", beginning",
        ", anchored",
    ];
    let end =
        STOPS.iter().filter_map(|stop| text.find(stop)).filter(|at| *at > 3).min().unwrap_or(text.len());
    let end = apposition(&text[..end]).unwrap_or(end);
    without_time(
        text[..end].trim_end_matches(|c: char| is_space(c) || matches!(c, ',' | '.' | '”' | '"' | ')')),
    )
    .to_owned()
}

/// Where a second name of the same thing begins: `a programme on wind, the North Sea Programme`, `…, run by the Office`.
fn apposition(text: &str) -> Option<usize> {
    text.match_indices(", ").map(|(at, _)| at).find(|at| {
        let rest = &text[at + 2..];
        let named =
            ["the ", "a ", "an "].iter().any(|article| rest.starts_with(article)) && !rest.contains(" and ");
        let mut words = rest.split(' ');
        let verb = words.next().unwrap_or_default();
        let by =
            words.next() == Some("by") && (verb.ends_with("ed") || matches!(verb, "run" | "led" | "built"));
        *at > 3 && (named || by)
    })
}

/// A purpose without the time at its end: `over five years`, `by 2030`, `in next year's budget`.
fn without_time(title: &str) -> &str {
    for lead in [" over ", " in ", " by ", " through ", " until ", " during ", " from ", " between "] {
        if let Some(at) = title.rfind(lead) {
            let rest = &title[at + lead.len()..];
            let rest = ["the next ", "next ", "the coming ", "the ", "this ", "a period of ", "FY "]
                .iter()
                .find_map(|word| rest.strip_prefix(word))
                .unwrap_or(rest);
            let count = rest.split_whitespace().count();
            let timed = (count <= 3 && is_time(rest) && !rest.contains(" to ") && lead != " from ")
                || rest == "year’s budget"
                || rest == "year's budget"
                || rest == "budget";
            if timed && at > 3 {
                return title[..at].trim_end_matches(|c: char| is_space(c) || c == ',');
            }
        }
    }
    title
}

fn tokens(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(is_space)
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}
