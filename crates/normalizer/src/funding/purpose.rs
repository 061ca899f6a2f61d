//! What money is for, from the words around it.

use rapporteur_model::TextRange;

use crate::finder::quantity::numeral::is_space;

/// The title of a line that ends in its money: `Fisheries patrols – $2.6 million`, `Birds ($2 million)`.
pub fn title_in_front(text: &str, amount: TextRange) -> Option<String> {
    let rest =
        text[amount.end..].trim_matches(|c: char| is_space(c) || matches!(c, ')' | '.' | ']' | ',' | ';'));
    let tail_ok =
        rest.is_empty() || matches!(rest.to_ascii_lowercase().as_str(), "cad" | "usd" | "over five years");
    let lead = text[..amount.start].trim_end_matches(is_space);
    let lead = ["up to", "over", "approximately", "about", "nearly"]
        .iter()
        .find_map(|word| lead.strip_suffix(word))
        .unwrap_or(lead)
        .trim_end_matches(is_space);
    let title =
        lead.strip_suffix(['–', '—', '-', ':', '('])?.trim_end_matches(|c: char| is_space(c) || c == ',');
    let words = title.split_whitespace().count();
    (tail_ok && (1..=25).contains(&words)).then(|| title.to_owned())
}

/// The purpose behind the money: `to help …`, `in food aid to …`, `for the railway`; a body between money and
/// purpose ("grant with X to train …") is passed over.
pub fn behind(text: &str, amount: TextRange, end: usize) -> Option<String> {
    let tail = text.get(amount.end..end)?;
    let tail = tail.trim_end_matches(|c: char| is_space(c) || matches!(c, '.' | ';' | '!' | ':' | '”' | '"'));
    let mut nouns = None;
    for (at, word) in words(tail) {
        let rest = tail[at + word.len()..].trim_start_matches(is_space);
        let first = rest.split(is_space).next().unwrap_or_default();
        let name =
            first.starts_with(char::is_uppercase) || matches!(first, "the" | "a" | "an" | "its" | "their");
        let found = match word {
            // "to VERB", not "to the body"
            "to" if !name
                && !first.is_empty()
                && !first.starts_with(|c: char| c.is_ascii_digit() || c == '$') =>
            {
                Some(rest)
            }
            "for" | "towards" | "toward" if !is_time(rest) => Some(rest),
            "in" if nouns.is_none() && !first.starts_with(|c: char| c.is_ascii_digit()) && gives(rest) => {
                return Some(clause(rest));
            }
            "supporting" => Some(rest),
            _ => None,
        };
        if let Some(found) = found.filter(|found| !found.is_empty()) {
            return Some(clause(found));
        }
        nouns = nouns.or(Some(at));
        if at > 160 {
            break;
        }
    }
    None
}

/// The words right behind the money that say what it is: `a $5 million loan to the port office`.
pub fn noun_behind(text: &str, amount: TextRange, end: usize) -> Option<String> {
    let tail = text.get(amount.end..end)?.trim_start_matches(is_space);
    let tail = tail.strip_prefix("of ").unwrap_or(tail);
    let first = tail.split(is_space).next()?;
    let joins = [
        "has", "have", "had", "is", "was", "were", "are", "will", "would", "that", "which", "for", "who",
        "was", "with", "in", "over", "on", "by", "through", "per", "across", "and", "or", "from", "to", "at",
        "each", "as", "a",
    ];
    let noun = first.starts_with(char::is_alphabetic) && !joins.contains(&first);
    let words = clause(tail.trim_end_matches(|c: char| is_space(c) || matches!(c, '.' | ';' | ':')));
    (noun && words.contains(' ')).then_some(words)
}

/// The purpose in front: `food aid worth $3 million`, `the Dyke Project ($10 million)`, `a grant of €40 million`.
pub fn in_front(text: &str, amount: TextRange, start: usize) -> Option<String> {
    let lead =
        text.get(start..amount.start)?.trim_end_matches(|c: char| is_space(c) || matches!(c, '(' | ','));
    let lead = ["worth", "totalling", "totaling", "of", "valued at", "at"].iter().find_map(|word| {
        lead.strip_suffix(word)
            .filter(|rest| rest.ends_with(is_space))
            .map(|rest| rest.trim_end_matches(is_space))
    })?;
    let from = lead.rfind([',', ';', ':']).map_or(0, |at| at + 1);
    let words: Vec<&str> = lead[from..].split_whitespace().collect();
    let kept = words.len().min(6);
    let phrase = words[words.len() - kept..].join(" ");
    (kept > 0).then_some(phrase)
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
    ]
    .iter()
    .any(|word| lead.contains(word))
}

fn is_time(rest: &str) -> bool {
    let lead: String = rest.split_whitespace().take(4).collect::<Vec<_>>().join(" ").to_lowercase();
    ["year", "month", "2"].iter().any(|word| lead.contains(word))
        && lead.split(' ').any(|word| word.starts_with("year") || word.starts_with("month"))
        || rest.starts_with("20")
}

/// A purpose up to where the next clause begins.
fn clause(text: &str) -> String {
    let end = [
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
    ]
    .iter()
    .filter_map(|stop| text.find(stop))
    .filter(|at| *at > 6)
    .min()
    .unwrap_or(text.len());
    text[..end].trim_end_matches(|c: char| is_space(c) || matches!(c, ',' | '.')).to_owned()
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(is_space)
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}
