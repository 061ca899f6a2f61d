//! The sentence around an amount, and whether it speaks of giving or of trade.

use rapporteur_model::TextRange;

use crate::finder::quantity::numeral::is_space;

/// Stems of giving.
const CUES: &[&str] = &[
    "announc",
    "provid",
    "contribut",
    "commit",
    "pledg",
    "allocat",
    "invest",
    "donat",
    "grant",
    "fund",
    "award",
    "disburs",
    "financ",
    "earmark",
    "assistance",
    "aid ",
    "aid.",
    "aid,",
    "dedicat",
    "mobiliz",
    "mobilis",
    "approv",
    "loan",
    "package",
    "give",
    "gave",
    "giving",
    "receiv",
    "channel",
    "make available",
    "made available",
    "subsid",
    "endow",
    "replenish",
    "propos",
    "appropriat",
    "apportion",
    "set aside",
    "sets aside",
    "put aside",
    "matching",
    "gift of",
    "offer of",
    "budget of",
    "budget is",
    "secure ",
    "secured ",
];

/// Stems that speak of giving only where a body, country or programme does it.
const WEAK: &[&str] = &[
    "paid",
    "pay ",
    "pays",
    "add ",
    "adds",
    "added",
    "join",
    "lend",
    "lent",
    "put up",
    "support",
    "spent",
    "spend",
    "offer",
    "bear",
    "borne",
    "voted",
    "signed",
    "launch",
    "will cost",
    "at a cost of",
    "to be shared",
    "scheme",
    "renew",
];

/// Stems of trade, prices and losses.
const TRADE: &[&str] = &[
    "trade between",
    "two-way trade",
    "bilateral trade",
    "trade in",
    "exports",
    "exported",
    "imports",
    "imported",
    "gdp",
    "gross domestic",
    "revenue",
    "sales",
    "price",
    "priced",
    "cost of",
    "costing",
    "profit",
    "losses",
    "lose ",
    "lost ",
    "damage of",
    "damage to",
    "damages",
    "in damage",
    "salary",
    "salaries",
    "wage",
    "fined",
    "fines of",
    "market value",
    "market capitali",
    "worth of goods",
    "turnover",
    "deficit",
    "surplus",
    "inflation",
    "per barrel",
    "per tonne",
    "merchandise",
    "traded",
    "tax",
    "debt of",
    "ransom",
    "stolen",
    "laundered",
    "seized",
    "net worth",
    "earn",
    "income",
    "brings back",
    "brought back",
    "return of",
    "fell ",
    "rose ",
    "dropped",
    "declin",
    "shrank",
    "grew ",
    "threshold",
    "in assets",
    "assets of",
    "cheque",
    "foreign direct investment",
    "tariff",
    "premium",
    "remittance",
    "contracts",
    "savings",
    "saved",
    "fare",
    "overspen",
    "market size",
    "valuation",
    "duties of",
    "equity market",
    "equities",
];

/// How far, in bytes, a sentence reaches either way of its sum, or is cut.
const REACH: usize = 1000;

/// The sentence that holds a sum, without blanks at its ends; a stop inside the sum ("Ksh. 5 million") ends none.
pub fn around(text: &str, sum: TextRange) -> TextRange {
    let mut start = floor(text, sum.start.saturating_sub(REACH));
    let mut end = floor(text, sum.end + REACH);
    let window = start;
    for stop in stops(&text[start..end]) {
        if window + stop <= sum.start {
            start = window + stop;
        } else if window + stop >= sum.end {
            end = window + stop;
            break;
        }
    }
    let words = &text[start..end];
    let lead = words.len() - words.trim_start_matches(is_space).len();
    TextRange::new(start + lead, start + words.trim_end_matches(is_space).len())
}

/// Where sentences end: behind a stop that white space and a capital follow, but for initials and abbreviations.
fn stops(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    for (at, mark) in text.match_indices(['.', '!', '?', '\n']) {
        let behind = &text[at + mark.len()..];
        let closed = behind.trim_start_matches(['”', '"', '’', ')']);
        let rest = closed.trim_start_matches(is_space);
        let word = text[..at].rsplit(|c: char| is_space(c) || c == '(').next().unwrap_or_default();
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let short = letters <= 1
            || matches!(
                word,
                "Mr" | "Mrs" | "Ms" | "Dr" | "St" | "No" | "approx" | "Rs" | "vs" | "Gen" | "Hon"
            )
            || word.contains('.');
        let begins = rest.starts_with(|c: char| {
            c.is_uppercase() || c.is_ascii_digit() || matches!(c, '“' | '"' | '$' | '(')
        });
        let digits = word.ends_with(|c: char| c.is_ascii_digit()) || word.ends_with('%');
        if rest.len() < closed.len() && begins && (!short || digits) {
            found.push(text.len() - rest.len());
        }
    }
    found
}

/// Does a text end like a sentence?
pub fn is_sentence(text: &str) -> bool {
    text.trim_end().ends_with(['.', '!', '?', ';', ':'])
}

/// Does a text have a word of giving?
pub fn has_cue(text: &str) -> bool {
    has_stem(text, CUES)
}

/// Does a text speak of trade, prices or losses?
pub fn is_trade(text: &str) -> bool {
    has_stem(text, TRADE)
}

/// The stretch of the sentence that speaks of the amount: its clause, up to 160 bytes on either side.
fn near(text: &str, sentence: TextRange, amount: TextRange) -> &str {
    let from = floor(text, sentence.start.max(amount.start.saturating_sub(160)));
    let to = floor(text, sentence.end.min(amount.end + 110));
    let from = text[from..amount.start].rfind(';').map_or(from, |at| from + at);
    let to = text[amount.end..to.max(amount.end)].find(';').map_or(to.max(amount.end), |at| amount.end + at);
    &text[from..to]
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().take(4).find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Is there a word of giving in the amount's clause?
pub fn has_cue_near(text: &str, sentence: TextRange, amount: TextRange) -> bool {
    has_cue(near(text, sentence, amount))
}

/// Is there a word in the amount's clause that speaks of giving where a giver stands in front?
pub fn has_weak_cue_near(text: &str, sentence: TextRange, amount: TextRange) -> bool {
    has_stem(near(text, sentence, amount), WEAK)
}

/// Does the sum go somewhere in the words behind it: `will go toward training`?
pub fn goes(after: &str) -> bool {
    let after = after.trim_start_matches(is_space);
    [
        "will go to",
        "will go into",
        "goes to",
        "went to",
        "went into",
        "go to",
        "is going to",
        "is for ",
        "will be for ",
    ]
    .iter()
    .any(|words| after.starts_with(words))
}

/// `With $5 million from Malta, the island will …`
pub fn is_with_from(before: &str, after: &str) -> bool {
    let lead = before.trim_start_matches(|c: char| !c.is_alphabetic());
    let with = lead.starts_with("With ") && lead.len() < 40 && !lead.contains(',');
    with && [" from ", " provided by ", " given by "].iter().any(|words| after.starts_with(words))
}

/// Is the sum a gift by the word in front of it, or by who gives it right behind: `a grant of $3 million`, `with
/// $2 million from the state`? Then it is one whatever else the sentence speaks of.
pub fn is_gift(before: &str, after: &str) -> bool {
    const GIFTS: [&str; 8] =
        ["grant", "loan", "gift", "donation", "contribution", "credit line", "subsidy", "endowment"];
    let lead = before.trim_end_matches(is_space);
    let lead = ["up to", "about", "some", "nearly", "over", "more than", "around", "at least"]
        .iter()
        .find_map(|words| lead.strip_suffix(words))
        .unwrap_or(lead)
        .trim_end_matches(is_space);
    let gift = lead.strip_suffix(" of").or_else(|| lead.strip_suffix(" worth"));
    let gift = gift.map(|lead| lead.strip_suffix('s').unwrap_or(lead));
    gift.is_some_and(|lead| GIFTS.iter().any(|word| lead.ends_with(word)))
        || lead.ends_with(" with")
            && [" from the ", " from its "].iter().any(|words| after.starts_with(words))
}

/// Does the sentence tell what something costs and who bears it?
pub fn is_shared_cost(text: &str, sentence: TextRange, amount: TextRange) -> bool {
    // Who bears it may stand in the next sentence.
    let words = &text[sentence.start..floor(text, sentence.end + 160).max(sentence.end)];
    let before = &text[sentence.start..amount.start];
    let behind = &text[amount.end..sentence.end.max(amount.end)];
    // "The cost of $3 million is met by …"
    let met = ["cost of ", "costs of ", "bill of ", "budget of "].iter().any(|words| before.ends_with(words))
        && has_stem(
            behind,
            &["met by", "borne by", "covered by", "shared ", "financed by", "funded by", "paid by"],
        );
    met || has_stem(
        before,
        &["will cost", "would cost", "at a cost of", "at an estimated cost", "at a total cost"],
    ) && has_stem(
        words,
        &["bear", "borne", "to be shared", "shared ", "financed", "funded", "paid by", "met by", "jointly"],
    )
}

/// Does the amount's clause speak of trade, prices or losses?
pub fn is_trade_near(text: &str, sentence: TextRange, amount: TextRange) -> bool {
    let from = floor(text, sentence.start.max(amount.start.saturating_sub(90)));
    let to = floor(text, sentence.end.min(amount.end + 30)).max(amount.end);
    is_trade(&text[from..to])
}

fn has_stem(text: &str, stems: &[&str]) -> bool {
    let lower = text.to_lowercase();
    // Most texts have few of them, and to tell that is quicker than to tell where.
    stems.iter().filter(|stem| lower.contains(**stem)).any(|stem| {
        lower
            .match_indices(stem)
            .any(|(at, _)| !lower[..at].chars().next_back().is_some_and(char::is_alphanumeric))
    })
}
