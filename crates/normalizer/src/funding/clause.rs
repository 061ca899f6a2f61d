//! Where a purpose ends: `restore wetlands, which …`, `a clinic, run by …`, `wells over five years`.
//!
//! It ends where the next clause, an apposition or a list of parts begins; a time at its end is left out. Not here: where
//! it begins (`purpose`).

use crate::finder::quantity::numeral::is_space;

/// Does a phrase begin with a time: `three years`, `2030`?
pub(super) fn is_time(rest: &str) -> bool {
    let lead: String = rest.split_whitespace().take(4).collect::<Vec<_>>().join(" ").to_lowercase();
    lead.split(' ').any(|word| {
        ["year", "month", "week", "decade", "bienni", "period", "quarter"]
            .iter()
            .any(|unit| word.starts_with(unit))
            && !word.contains('-')
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
        " and will ",
        " and has ",
        " and is ",
        " and recently ",
        " and create ",
        ", approximately",
        ", about ",
        ", nearly",
        ", more than",
        ", up from",
        " – ",
        "—",
        ", in partnership",
        ", beginning",
        ", anchored",
    ];
    let end =
        STOPS.iter().filter_map(|stop| text.find(stop)).filter(|at| *at > 3).min().unwrap_or(text.len());
    let end = apposition(&text[..end]).or_else(|| main_clause(&text[..end])).unwrap_or(end);
    let found = without_time(
        text[..end].trim_end_matches(|c: char| is_space(c) || matches!(c, ',' | '.' | '”' | '"' | ')')),
    );
    // A quotation that the cut left open.
    let open = found.contains('“') && !found.contains('”');
    if open { found.replace('“', "") } else { found.to_owned() }
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

/// Where the sentence goes on behind a purpose: `for studies, the bank is opening …`, `to dig wells, helping families`.
fn main_clause(text: &str) -> Option<usize> {
    text.match_indices(", ").map(|(at, _)| at).find(|at| {
        let rest = &text[at + 2..];
        let mut words = rest.split(' ');
        let first = words.next().unwrap_or_default();
        let second = words.next().unwrap_or_default();
        let verb = |word: &str| matches!(word, "is" | "are" | "has" | "have" | "will" | "was" | "were");
        let subject = first.starts_with(char::is_uppercase) || matches!(first, "the" | "we" | "it");
        let goes_on = subject && rest.split(' ').take(6).skip(1).any(verb);
        let object = matches!(
            second,
            "the" | "their" | "its" | "a" | "an" | "our" | "them" | "more" | "these" | "those"
        );
        let doing = first.ends_with("ing") && first.len() > 5 && object;
        *at > 3 && (goes_on || doing)
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
