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

use super::{
    clause::{clause, is_time},
    phrase::{gives, is_body, is_doing, is_generic, is_people, is_projects, is_thing},
};
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
    let origin = words.amount.end;
    let tail = words.text.get(origin..words.end)?;
    let tail =
        tail.trim_end_matches(|c: char| is_space(c) || matches!(c, '.' | ';' | '!' | ':' | '”' | '"' | ')'));
    let spent = {
        let before = &words.text[..words.amount.start];
        let near = before.char_indices().rev().take(60).last().map_or(0, |(at, _)| at);
        before[near..].contains("spen")
    };
    let with = words.text[..words.amount.start].trim_end().ends_with("With");
    let mut people = None;
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
        let offset = origin + (bare.as_ptr() as usize - tail.as_ptr() as usize);
        let party = words.parties.iter().find(|range| range.start <= offset && offset < range.end);
        let first = rest.split(is_space).next().unwrap_or_default();
        let small = first.starts_with(char::is_lowercase);
        // "$5 million, of which $2 million": what follows is the parts'.
        if word == "which" && tail[..at].trim_end().ends_with(" of")
            || word.starts_with("includ")
            || word.starts_with("compris")
        {
            break;
        }
        let found = match word {
            _ if count == 0 && is_doing(word) => Some(&tail[at..]),
            "for" if is_body(rest) => Some(&rest[rest.find(" to ").map_or(0, |to| to + 4)..]),
            "across" if count < 3 && is_projects(rest) => Some(rest),
            "to" | "with" | "via" if party.is_some() => {
                skip = party.map_or(0, |range| range.end - origin);
                None
            }
            "to" if rest.starts_with(|c: char| c.is_ascii_digit() || c == '$') => None,
            "to" if rest.starts_with("be ") => passive(rest),
            "to" if small && is_people(first) => {
                people = people.or(Some(rest));
                None
            }
            "to" if small && bare.len() == rest.len() => Some(rest),
            "to" if count < 4 && bare.len() < rest.len() && is_people(bare) => {
                people = people.or(Some(rest));
                None
            }
            "to" if count < 4 && bare.len() < rest.len() => Some(rest),
            // "Community Markets for Conservation Limited": inside a name.
            "for"
                if count > 0
                    && !small
                    && tail[..at]
                        .trim_end()
                        .rsplit(is_space)
                        .next()
                        .is_some_and(|word| word.starts_with(char::is_uppercase)) =>
            {
                None
            }
            "for" if party.is_some_and(|range| acts(&words.text[range.end..words.end])) => {
                skip = party.map_or(0, |range| range.end - origin);
                None
            }
            "for" | "towards" | "toward" | "into" | "supporting" | "helping" | "benefiting"
                if !is_time(rest) =>
            {
                Some(rest)
            }
            "bought" | "built" | "purchased" | "buys" | "builds" if count < 3 => Some(rest),
            "on" if spent => Some(rest),
            "in" if rest.starts_with("support of ") => rest.get("support of ".len()..),
            "in" | "of"
                if count < 2 && small && (gives(rest) || (word == "in" && count == 0 && is_thing(first))) =>
            {
                let found = clause(rest);
                if !is_generic(&found) && !is_time(rest) {
                    return Some(found);
                }
                None
            }
            // Only of the sum itself: "…, and talks will close" has another subject.
            // "With $5 million from Malta, the island will …" is one.
            "will" | "would" | "can" if count < 14 && (with || !tail[..at].contains(',')) => used(rest),
            "finances" | "funds" | "supports" | "helps" | "backs" if count < 5 => Some(rest),
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
    people.map(clause)
}

/// The words of money itself behind a sum that has no other purpose: `in new funding`.
pub(super) fn of_money(words: &Words<'_>) -> Option<String> {
    let tail = words.text.get(words.amount.end..words.end)?.trim_start_matches(is_space);
    let rest = tail.strip_prefix("in ").or_else(|| tail.strip_prefix("of "))?;
    let title = clause(rest.trim_end_matches('.'));
    (gives(rest) && is_generic(&title)).then_some(title)
}

/// `be invested toward schools`: what is behind the verb.
fn passive(rest: &str) -> Option<&str> {
    let verb = ["used", "invested", "spent", "directed", "put", "allocated"]
        .iter()
        .find_map(|verb| rest.strip_prefix("be ")?.strip_prefix(*verb))?;
    [" toward ", " towards ", " to ", " for ", " in ", " on ", " into "]
        .iter()
        .find_map(|lead| verb.strip_prefix(*lead))
}

/// The words of use behind "will": `support the fleet`, `be used to dredge`; not what the money does itself.
fn used(rest: &str) -> Option<&str> {
    const ITSELF: &[&str] = &[
        "be", "have", "come", "go", "cost", "not", "also", "expire", "run", "remain", "begin", "start",
        "end", "last", "only", "now",
    ];
    for lead in [
        "be used to ",
        "be used for ",
        "go to ",
        "go toward ",
        "go towards ",
        "go into ",
        "be spent on ",
        "also ",
    ] {
        if let Some(rest) = rest.strip_prefix(lead) {
            return Some(rest);
        }
    }
    let mut words = rest.split(is_space);
    let first = words.next().unwrap_or_default();
    // "will end violence" has an object, "will end in May" none.
    let object = matches!(first, "end" | "start" | "begin" | "run")
        && words.next().is_some_and(|word| {
            !matches!(
                word,
                "in" | "on"
                    | "at"
                    | "by"
                    | "from"
                    | "with"
                    | "until"
                    | "this"
                    | "next"
                    | "for"
                    | "to"
                    | "over"
                    | ""
            )
        });
    (first.starts_with(char::is_lowercase) && (object || !ITSELF.contains(&first))).then_some(rest)
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
        "includes",
        "included",
        "including",
        "comprises",
        "comprising",
        "consists",
    ];
    let noun = first.starts_with(char::is_alphabetic) && !joins.contains(&first.trim_end_matches([',', '.']));
    // "$5 million contribution to the fund will …": the sentence's verb ends the phrase.
    let verb = [" will ", " has ", " is ", " was "].iter().filter_map(|verb| tail.find(verb)).min();
    let verb = verb.filter(|at| !["that", "which", "who"].iter().any(|word| tail[..*at].ends_with(word)));
    let tail = &tail[..verb.unwrap_or(tail.len())];
    let words = clause(tail.trim_end_matches(|c: char| is_space(c) || matches!(c, '.' | ';' | ':')));
    // "a €5 million grant from Malta": who gives, not what for.
    let given = words.split(' ').nth(1).is_some_and(|word| matches!(word, "from" | "by"));
    (noun && !given && words.contains(' ') && !first.ends_with(',')).then_some(words)
}

fn without_article(text: &str) -> &str {
    ["the ", "a ", "an ", "its ", "their ", "this ", "these ", "his ", "her ", "our "]
        .iter()
        .find_map(|article| text.strip_prefix(article))
        .unwrap_or(text)
}

fn tokens(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(is_space)
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}
