//! What money is for, from the words in front of it: `a school worth $3 million`, `backed the mill with a loan of €4
//! million`, `The plan will cost $2 million`.
//!
//! ```abnf
//! worth   = thing ("worth" / "valued at" / ", at a cost of" / …) money
//! backed  = ("support" / "fund" / "back" / …) thing "with" [loan "of"] money
//! passive = thing ("was" / "is" / …) … ("with" / "by") loan "of" money      ; the subject of the sentence
//! copula  = thing ("amounts to" / "totals" / "will cost" / …) money
//! which   = thing ", for which" … money
//! into    = "into" thing ("a" / "an") … "of" money
//! ```
//!
//! A noun of money ("grant", "loan", "funding") is never the thing, and a scrap between verb and sum never a title.

use crate::finder::quantity::numeral::is_space;

/// The cost that a sentence begins with: `The running cost of $3 million is met by …`.
pub(super) fn cost(lead: &str) -> Option<String> {
    let lead = lead.trim_start_matches(|c: char| !c.is_alphabetic()).trim_end();
    let cost = lead.strip_suffix(" of").filter(|cost| cost.ends_with("cost") || cost.ends_with("costs"))?;
    let cost =
        ["The ", "Its ", "Their "].iter().find_map(|article| cost.strip_prefix(article)).unwrap_or(cost);
    let words = cost.split_whitespace().count();
    ((2..=8).contains(&words) && !cost.contains([',', ';'])).then(|| cost.to_owned())
}

/// What will be done with it: `The ports will build two piers that …, with $3 million from …`.
pub(super) fn deed(lead: &str) -> Option<String> {
    let (_, deed) = lead.rsplit_once(" will ")?;
    let end = [" that ", " which ", " who ", ","].iter().filter_map(|stop| deed.find(stop)).min()?;
    let with = deed[end..].contains(" with ");
    let deed = &deed[..end];
    let begins =
        deed.split(' ').next().is_some_and(|verb| verb.len() > 3 && !matches!(verb, "also" | "have"));
    (with && begins && (2..=8).contains(&deed.split_whitespace().count())).then(|| deed.to_owned())
}

/// Nouns of money itself.
const MONEY: &[&str] = &[
    "grant",
    "loan",
    "contribution",
    "gift",
    "package",
    "sum",
    "funding",
    "budget",
    "allocation",
    "donation",
    "pledge",
    "commitment",
    "total",
    "amount",
    "fund",
    "funds",
    "credit",
    "envelope",
    "investment",
    "financing",
    "subsidy",
    "payment",
    "support",
    "assistance",
    "aid",
    "award",
    "increase",
    "money",
    "share",
    "tranche",
    "credits",
    "grants",
    "loans",
    "investments",
    "contributions",
    "commitments",
    "pledges",
    "guarantee",
    "match",
    "value",
    "cost",
];

/// Words between a thing and its sum.
const QUALIFIERS: &[&str] = &[
    "up to",
    "more than",
    "no more than",
    "not more than",
    "less than",
    "at least",
    "about",
    "around",
    "nearly",
    "over",
    "some",
    "approximately",
    "almost",
    "just over",
    "an estimated",
    "between",
    "a total of",
    "under",
    "roughly",
    "around",
];

/// The thing that the words in front of a sum say it is for; `lead` is its sentence up to the sum.
pub(super) fn in_front(lead: &str) -> Option<String> {
    let mut lead = lead.trim_end_matches(|c: char| is_space(c) || matches!(c, '(' | ','));
    for _ in 0..2 {
        let shorter = QUALIFIERS.iter().filter_map(|word| cut(lead, word)).min_by_key(|rest| rest.len());
        lead = shorter.or_else(|| cut(lead, "a")).or_else(|| cut(lead, "an")).unwrap_or(lead);
    }
    copula(lead)
        .or_else(|| which(lead))
        .or_else(|| worth(lead))
        .or_else(|| into(lead))
        .or_else(|| with(lead))
        .filter(|title| !["to ", "for ", "of ", "in ", "from "].iter().any(|word| title.starts_with(word)))
        .filter(|title| {
            title.len() > 2 && !title.starts_with(|c: char| c.is_ascii_digit() && title.len() < 6)
        })
}

/// Nouns of what is paid for.
const PROJECTS: &[&str] = &[
    "project",
    "programme",
    "program",
    "initiative",
    "scheme",
    "campaign",
    "plan",
    "support",
    "package",
    "agreement",
    "partnership",
    "study",
    "survey",
    "facility",
    "works",
];

/// Does a line of what was done tell its cost: `bought nets for 40 crews at a cost of`?
pub(super) fn is_at_cost(lead: &str) -> bool {
    let lead = QUALIFIERS.iter().find_map(|word| cut(lead.trim_end(), word)).unwrap_or(lead.trim_end());
    ["at a cost of", "at a total cost of", "at an estimated cost of"]
        .iter()
        .any(|words| lead.ends_with(words))
}

/// Do the words in front of a sum tell what a project is worth: `The support amounts to`, `This project is worth`?
pub(super) fn is_project_worth(lead: &str) -> bool {
    in_front(lead).is_some_and(|thing| {
        // "a study of the field": the noun stands in front of its preposition.
        let end = [" of ", " for ", " in ", " on ", " to "].iter().filter_map(|word| thing.find(word)).min();
        let head = &thing[..end.unwrap_or(thing.len())];
        let last = head.rsplit(is_space).next().unwrap_or_default();
        PROJECTS.contains(&last.to_lowercase().as_str())
    }) && ["mounts to", "worth", "totals", "comes to", "valued at"].iter().any(|verb| lead.contains(verb))
}

/// The project that begins a sentence: `The project, which received`.
pub(super) fn project(lead: &str) -> Option<String> {
    let end = [",", " was", " is ", " has ", " received", " will "]
        .iter()
        .filter_map(|stop| lead.find(stop))
        .min()?;
    let thing = &lead[..end];
    let last = thing.rsplit(is_space).next().unwrap_or_default();
    (PROJECTS.contains(&last) && thing.split(' ').count() < 7).then(|| thing.to_owned())
}

/// The text without a phrase at its end.
fn cut<'a>(text: &'a str, phrase: &str) -> Option<&'a str> {
    let rest = text.strip_suffix(phrase)?;
    (rest.is_empty() || rest.ends_with(is_space)).then(|| rest.trim_end_matches(is_space))
}

/// `The support amounts to`, `The plan will cost`
fn copula(lead: &str) -> Option<String> {
    const VERBS: &[&str] = &[
        "amounts to",
        "amounting to",
        "comes to",
        "totals",
        "is worth",
        "will cost",
        "is valued at",
        "will amount to",
        "would cost",
        "is estimated at",
        "is expected to cost",
        "costs",
    ];
    let rest = VERBS.iter().find_map(|verb| cut(lead, verb))?;
    let thing = rest.rsplit([',', ';', ':']).next().unwrap_or(rest).trim();
    let words = thing.split_whitespace().count();
    (1..=14).contains(&words).then(|| thing.to_owned()).filter(|thing| !thing.contains(" that "))
}

/// `its Clean Gutters Campaign, for which Spain has given`
fn which(lead: &str) -> Option<String> {
    let at = [", for which", ", to which", ", towards which", ", toward which"]
        .iter()
        .filter_map(|which| lead.rfind(which))
        .max()?;
    Some(noun_phrase(&lead[..at]).to_owned()).filter(|title| !title.is_empty())
}

/// `their scheme for small boats, worth`, `a joint store in Osorno, at a cost of`
fn worth(lead: &str) -> Option<String> {
    if let Some(rest) = ["at a cost of", "at an estimated cost of", "at a total cost of"]
        .iter()
        .find_map(|words| cut(lead, words))
    {
        let rest = rest.trim_end_matches([',', ' ']);
        // What is done at the cost: behind the modal verb, or the whole order of a plan.
        let at = [" shall ", " will ", " have ", " has ", " to ", " bought ", " built ", " purchased ", ": "]
            .iter()
            .filter_map(|modal| rest.find(modal).map(|at| at + modal.len()))
            .min()
            .unwrap_or(0);
        return Some(rest[at..].trim().to_owned()).filter(|title| title.split(' ').count() < 16);
    }
    let rest = ["worth", "totalling", "totaling", "valued at"].iter().find_map(|word| cut(lead, word))?;
    Some(noun_phrase(rest.trim_end_matches(',')).to_owned()).filter(|title| !is_money(title))
}

/// `pay into the Fund a yearly sum of`
fn into(lead: &str) -> Option<String> {
    let of = cut(lead, "of");
    let rest = of.unwrap_or(lead);
    let at = rest.rfind(" into ")?;
    let thing = &rest[at + " into ".len()..];
    let (articles, ends): (&[&str], bool) = if of.is_some() {
        (&[" a ", " an "], false)
    } else {
        (&[" the remaining", " a further", " another"], true)
    };
    let end = articles
        .iter()
        .filter_map(|article| thing.find(article).filter(|at| !ends || at + article.len() == thing.len()))
        .min()?;
    Some(thing[..end].to_owned())
}

/// `supported the school from 2019 with`, `The plant was built with a grant of`
fn with(lead: &str) -> Option<String> {
    const STEMS: &[&str] = &[
        "supported ",
        "supports ",
        "support ",
        "funded ",
        "funds ",
        "financed ",
        "finances ",
        "backed ",
        "backs ",
        "sponsored ",
    ];
    let of = cut(lead, "of").map(|rest| {
        let at = rest.rfind(" a ").or_else(|| rest.rfind(" an "));
        let noun = at.map(|at| &rest[at + 3..]);
        (at.map(|at| &rest[..at]), noun)
    });
    let front = match of {
        Some((Some(front), Some(noun))) if is_money(noun) => front,
        _ => lead,
    };
    let rest = ["with", "through", "by"].iter().find_map(|word| cut(front, word))?;
    // "The yard, financed by a €5 million grant"
    if let Some(thing) = [", financed", ", funded", ", supported", ", backed", ", paid for"]
        .iter()
        .find_map(|verb| rest.strip_suffix(verb))
    {
        let clause = thing.rsplit([',', ';']).next().unwrap_or(thing).trim();
        // "The club will run a school, paid for with": what is run, not who runs it.
        let runs =
            [" will ", " shall ", " would ", " is to ", " are to "].iter().any(|verb| clause.contains(verb));
        let thing = if runs { noun_phrase(clause) } else { clause };
        return Some(thing.to_owned()).filter(|thing| !thing.is_empty());
    }
    let active = STEMS.iter().filter_map(|stem| rest.rfind(stem).map(|at| (at, stem))).max();
    // "The dam is funded by Fiji with": the subject is what the money is for.
    let active = active.filter(|(at, stem)| !rest[at + stem.len()..].starts_with("by "));
    if let Some((at, stem)) = active {
        let thing = &rest[at + stem.len()..];
        let end =
            [", ", " from ", " since ", " in 19", " in 20"].iter().filter_map(|stop| thing.find(stop)).min();
        return Some(thing[..end.unwrap_or(thing.len())].trim().to_owned()).filter(|thing| !thing.is_empty());
    }
    let passive = [" was ", " were ", " is being ", " has been ", " have been ", " is ", " are "]
        .iter()
        .filter_map(|verb| rest.find(verb))
        .min()?;
    let thing = rest[..passive].trim();
    let plain = !thing.contains([',', ';', '“', '"']) && thing.split_whitespace().count() <= 10;
    plain
        .then(|| thing.to_owned())
        .filter(|thing| !matches!(thing.as_str(), "It" | "This" | "That" | "There"))
}

/// The noun phrase at the end of a text, from its last determiner that stands alone.
fn noun_phrase(text: &str) -> &str {
    let text = text.trim_end_matches(|c: char| is_space(c) || c == ',');
    let starts =
        [" a ", " an ", " the ", " its ", " their ", " our ", " his ", " her ", " this ", " two ", " three "];
    let from = text.char_indices().rev().take(110).last().map_or(0, |(at, _)| at);
    let window = &text[from..];
    let mut best = starts.iter().filter_map(|word| window.rfind(word).map(|at| at + 1)).max();
    // "the school of the island": the determiner behind "of" and "in" is not the phrase's own.
    while let Some(at) = best {
        let before = window[..at].trim_end();
        let inner = [" of", " in", " for", " at", " on", " and", " between", " by", " near", " from"]
            .iter()
            .any(|word| before.ends_with(word));
        if !inner {
            break;
        }
        best = starts.iter().filter_map(|word| window[..at].rfind(word).map(|at| at + 1)).max();
    }
    if let Some(at) = best {
        return &window[at..];
    }
    if text.split_whitespace().count() <= 8 { text } else { "" }
}

fn is_money(noun: &str) -> bool {
    let last = noun.rsplit(is_space).next().unwrap_or_default();
    MONEY.contains(&last.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_thing_in_front_of_the_sum() {
        for (lead, thing) in [
            ("The council will renew their scheme for old mills, worth", Some("their scheme for old mills")),
            (
                "The Parties shall build a lock at Visby, at a cost of no more than",
                Some("build a lock at Visby"),
            ),
            ("Dig 20 wells in the dry north at a cost of", Some("Dig 20 wells in the dry north")),
            ("The office opened its Reef Watch, for which Palau has given", Some("its Reef Watch")),
            ("Iceland backed the Glacier School from 2011 to 2014 with", Some("the Glacier School")),
            ("The mill was rebuilt by local masons with a grant of", Some("The mill")),
            ("The help amounts to", Some("The help")),
            ("The road will cost about", Some("The road")),
            ("The members shall pay into the Reserve a yearly sum of", Some("the Reserve")),
            ("Urges them to pay into the island trust the remaining", Some("the island trust")),
            ("The yard, financed by a", Some("The yard")),
            (
                "The club will keep a reading room by the quay, paid for with",
                Some("a reading room by the quay"),
            ),
            (
                "The office, which sits in Lomé, bought nets for 40 crews at a cost of",
                Some("nets for 40 crews"),
            ),
            ("in May with a loan of", None),
            ("The minister announced a grant of", None),
        ] {
            assert_eq!(in_front(lead).as_deref(), thing, "{lead}");
        }
    }
}
