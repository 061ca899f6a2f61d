//! Whether the words in front of a date say that something is to be done by then: `Tenders close at noon on 4 May`.
//!
//! ```abnf
//! due      = deadline-word *6word date / "clos" ("e" / "es" / "ing") ("on" / "at" / "date" / …) *4word date
//!          / ("open" / "accepted" / "received" / …) "until" date / request … ("before" / "until") date
//! request  = a clause that begins with a request ("Apply …", "Please …") or holds "must", "should", "to be"
//! ```
//!
//! Near misses: "due to rain on 4 May", "close to 2014", "closed on 4 May" tell what was.

use rapporteur_model::DateMod;

use super::{
    context::{Around, ends_with_any, tail_of},
    modifier::Beside,
};

/// Bytes in front of a date that are looked at.
const REACH: usize = 160;

/// Words that name a deadline a few words in front of it.
const NAMED: &[&str] = &["deadline", "deadlines", "due", "expires", "expire", "expiry", "closes"];

/// Phrases right in front of a date.
const RIGHT_BEFORE: &[&str] = &[
    "open until",
    "open till",
    "valid until",
    "accepted until",
    "accepted through",
    "received until",
    "submitted until",
    "considered until",
    "extended to",
    "extended until",
    "last day is",
    "final date is",
    "closing date",
    "closing date is",
    "closing date of",
    "closing on",
    "target date of",
    "target date is",
];

/// Words between "by" and the day that tell a time of day.
const CLOCK: &[&str] = &[
    "p.m",
    "a.m",
    "pm",
    "am",
    "noon",
    "midnight",
    "close",
    "of",
    "business",
    "local",
    "time",
    "on",
    "gmt",
    "utc",
    "eastern",
    "hours",
    "hrs",
    "o’clock",
    "o'clock",
    "the",
    "end",
    "day",
    "est",
    "edt",
    "cet",
    "et",
];

/// Verbs that begin a request.
const REQUESTS: &[&str] = &[
    "apply", "write", "submit", "send", "register", "return", "contact", "call", "complete", "file", "reply",
    "respond", "book", "enter", "pay", "nominate", "order", "request", "sign", "comply", "report", "notify",
    "please", "join", "enrol", "enroll", "reserve", "claim", "renew",
];

/// Verbs that begin an order of a plan: `Ratify the pact before 4 May 2010`.
const ORDERS: &[&str] = &[
    "adopt",
    "agree",
    "appoint",
    "assess",
    "bring",
    "build",
    "buy",
    "carry",
    "compile",
    "conclude",
    "convene",
    "create",
    "define",
    "deliver",
    "design",
    "develop",
    "draft",
    "draw",
    "elect",
    "ensure",
    "equip",
    "establish",
    "extend",
    "finalise",
    "finalize",
    "finish",
    "harmonise",
    "harmonize",
    "hold",
    "identify",
    "implement",
    "install",
    "introduce",
    "issue",
    "launch",
    "make",
    "map",
    "organise",
    "organize",
    "open",
    "prepare",
    "present",
    "print",
    "produce",
    "publish",
    "put",
    "ratify",
    "remove",
    "repair",
    "replace",
    "review",
    "revise",
    "set",
    "start",
    "test",
    "train",
    "transpose",
    "update",
];

/// Words that make a clause a demand.
const DEMANDS: &[&str] = &[
    " must ",
    " should ",
    " shall ",
    " to be ",
    " required ",
    " requested to ",
    " has to ",
    " have to ",
    " need to ",
    " needs to ",
    " invited to ",
    " asked to ",
];

/// Is something due on the date, by the words in front of it?
pub fn is_due(around: &Around<'_>, beside: Beside) -> bool {
    let near = tail_of(around.before, REACH);
    let stop = [". ", "; ", "? ", "! ", " ("].iter().filter_map(|stop| last_stop(near, stop)).max();
    let clause = stop.map_or(near, |at| &near[at + 1..]).to_ascii_lowercase();
    let words: Vec<&str> =
        clause.split_whitespace().map(|word| word.trim_matches([':', ',', '(', '.'])).collect();
    let last = |count: usize| &words[words.len().saturating_sub(count)..];
    let arrives = is_arrival(stop.map_or(near, |at| &near[at + 1..]));
    let named = last(6).iter().enumerate().any(|(at, word)| {
        let to = last(6).get(at + 1) == Some(&"to");
        NAMED.contains(word) && !(*word == "due" && (to || arrives))
    });
    let closing = last(7).windows(2).any(|pair| {
        matches!(pair[0], "close" | "closes" | "closing")
            && matches!(pair[1], "on" | "at" | "by" | "date" | "midnight" | "noon")
    });
    // "by 5:00 p.m. on June 20": a bound on the time of day bounds the day.
    let by = last(8).iter().rposition(|word| matches!(*word, "by" | "before"));
    let timed = by.is_some_and(|at| {
        let clock = &last(8)[at + 1..];
        clock.len() > 1
            && clock.iter().all(|word| CLOCK.contains(word) || word.starts_with(|c: char| c.is_ascii_digit()))
    });
    if named || closing || timed || ends_with_any(&clause, RIGHT_BEFORE) {
        return true;
    }
    if !matches!(beside.modifier, Some(DateMod::Before | DateMod::Until)) {
        return false;
    }
    // "How to join: Write to us before 6 April".
    let mut opening = clause.rsplit(": ").next().unwrap_or_default().split_whitespace();
    // "A.3.2 Ratify": behind its number.
    let first = opening.find(|word| !word.contains(|c: char| c.is_ascii_digit())).unwrap_or_default();
    let first = first.trim_start_matches(['(', '•', '-', '–']);
    let ordered = REQUESTS.contains(&first) || ORDERS.contains(&first);
    let begins_here = clause.contains(": ");
    let begins = stop.is_some() || near.len() == around.before.len();
    let demanded = format!(" {clause} ");
    beside.modifier == Some(DateMod::Before)
        && ((begins || begins_here) && ordered || DEMANDS.iter().any(|word| demanded.contains(word)))
}

/// Does the clause tell that someone is due in a place, and not that a paper or payment is: `is due in Lima on`?
fn is_arrival(clause: &str) -> bool {
    const THINGS: &[&str] = &[
        "application",
        "bid",
        "claim",
        "comment",
        "contribution",
        "draft",
        "fee",
        "form",
        "instalment",
        "paper",
        "payment",
        "proposal",
        "reply",
        "report",
        "response",
        "result",
        "return",
        "submission",
        "tender",
    ];
    let Some((lead, place)) = clause.rsplit_once(" due in ").or_else(|| clause.rsplit_once(" due at "))
    else {
        return false;
    };
    let lead = lead.to_lowercase();
    place.starts_with(char::is_uppercase) && !THINGS.iter().any(|thing| lead.contains(thing))
}

/// Where the last such stop stands that is no abbreviation's ("5:00 p.m. on", "No. 4").
fn last_stop(near: &str, stop: &str) -> Option<usize> {
    near.rmatch_indices(stop).map(|(at, _)| at).find(|at| {
        let word = near[..*at].rsplit(' ').next().unwrap_or_default();
        !stop.starts_with('.') || (word.len() > 2 && !word.contains('.'))
    })
}
