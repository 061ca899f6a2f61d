//! What sort of thing a phrase beside a sum names: people, who receive; money itself; a label; something that is done.
//!
//! Lists of common words, each with a reason beyond one paper. Not here: where a phrase begins and ends (`purpose`,
//! `clause`).

/// Does the sum itself do something: `$5 million connecting villages`? Not `including`, `bringing the total to`.
pub(super) fn is_doing(word: &str) -> bool {
    const OTHER: &[&str] = &[
        "including",
        "totalling",
        "totaling",
        "bringing",
        "according",
        "during",
        "regarding",
        "starting",
        "beginning",
        "spanning",
        "covering",
        "remaining",
        "funding",
        "financing",
        "amounting",
        "coming",
        "exceeding",
        "making",
        "representing",
        "reflecting",
        "following",
        "pending",
        "owing",
        "building",
        "lending",
        "spending",
        "being",
        "running",
        "accounting",
        "raising",
        "depending",
        "morning",
        "spring",
        "standing",
        "outstanding",
        "matching",
        "programming",
        "training",
        "ranging",
        "counting",
        "increasing",
        "pledging",
        "averaging",
    ];
    word.len() > 5 && word.ends_with("ing") && word.starts_with(char::is_lowercase) && !OTHER.contains(&word)
}

/// Is the sum for a firm that is to do something: `for the water company Aqua to dig wells`?
pub(super) fn is_body(rest: &str) -> bool {
    let body = rest.split_whitespace().take(6).any(|word| {
        matches!(
            word,
            "company" | "firm" | "organization" | "organisation" | "cooperative" | "enterprise" | "start-up"
        )
    });
    let verb = rest.find(" to ").and_then(|to| rest[to + 4..].chars().next());
    body && verb.is_some_and(char::is_lowercase)
}

/// Does a phrase name projects: `three farm projects`?
pub(super) fn is_projects(rest: &str) -> bool {
    rest.split_whitespace().take(5).any(|word| {
        matches!(word.trim_end_matches([',', '.']), "projects" | "programmes" | "programs" | "initiatives")
    })
}

/// May a word begin the thing that money is put in: "in forestry", not "in total"?
pub(super) fn is_thing(first: &str) -> bool {
    const OTHER: &[&str] = &[
        "total", "cash", "kind", "part", "all", "each", "return", "response", "addition", "order", "fiscal",
        "real", "nominal", "today", "the", "a", "an", "this", "that", "its", "their", "our", "early", "late",
        "mid", "more", "which", "two", "three", "four", "five", "one", "over", "year", "value", "size",
        "damages", "losses", "some",
    ];
    first.len() > 3 && first.starts_with(char::is_lowercase) && !OTHER.contains(&first)
}

/// Does a phrase name people or firms, who receive?
pub(super) fn is_people(phrase: &str) -> bool {
    const PEOPLE: &[&str] = &[
        "owners",
        "farmers",
        "families",
        "people",
        "victims",
        "women",
        "students",
        "firms",
        "companies",
        "producers",
        "vendors",
        "suppliers",
        "governments",
        "refugees",
        "households",
        "businesses",
        "states",
        "countries",
        "communities",
    ];
    phrase.split_whitespace().take(3).any(|word| PEOPLE.contains(&word.trim_end_matches([',', '.'])))
}

/// Is the word in front of a sum only a label of money: `Funding: $4 million`?
pub(super) fn is_label(title: &str) -> bool {
    const LABELS: &[&str] = &[
        "funding",
        "amount",
        "budget",
        "value",
        "cost",
        "total",
        "contribution",
        "investment",
        "project value",
        "total funding",
        "total budget",
        "total cost",
        "project budget",
        "project cost",
        "est. investment",
        "grant",
        "loan",
        "commitment",
        "maximum contribution",
        "funding amount",
        "disbursement",
        "price",
    ];
    LABELS.contains(&title.to_lowercase().as_str())
}

/// A title's length at which it is a name: a capital in it besides the first letter.
pub(super) fn is_named(title: &str) -> bool {
    title.split_whitespace().take(4).filter(|word| word.starts_with(char::is_uppercase)).count() > 1
}

/// Is it an "in" of giving: "in development assistance", not "in the first year"?
pub(super) fn gives(rest: &str) -> bool {
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
pub(super) fn is_generic(rest: &str) -> bool {
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

/// Does a title only point at what was named before?
pub(super) fn is_pronoun(title: &str) -> bool {
    matches!(
        title,
        "this" | "that" | "it" | "them" | "these" | "those" | "which" | "this amount" | "this sum" | "it all"
    )
}
