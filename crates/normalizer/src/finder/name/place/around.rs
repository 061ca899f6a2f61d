//! Places that the words around them tell: `a visit to Fjellby`, `between Bergen and Fjellby`.
//!
//! Only words that are none of the language count ([`strange`]); each is a guess that any surer reading beats.
//!
//! Not here: `in Fjellby`, and places with a word for their kind.

use std::collections::BTreeSet;

use rapporteur_model::{EntityKind, PassageRole};

use super::{place, strange, words};
use crate::finder::name::{
    Candidate,
    reading::{Page, Reading},
};

/// Words that lead to a place: `visited`, or the noun or verb before `to`, `of` or `through`.
#[rustfmt::skip]
const TO: &[&str] = &[
    "visit", "visits", "trip", "trips", "journey", "flew", "fly", "flies", "flight", "flights", "travelled",
    "traveled", "travel", "travels", "drove", "sailed", "sail", "road", "railway", "moved", "returned", "return",
    "came", "went", "ferry", "pipeline", "march", "mission",
];

#[rustfmt::skip]
const OF: &[&str] = &[
    "people", "peoples", "residents", "inhabitants", "farmers", "fishers", "villagers", "mayor", "bishop",
    "archbishop", "outskirts", "suburbs", "coast", "shores", "streets", "port", "north", "south", "east", "west",
    "northeast", "northwest", "southeast", "southwest", "outside", "centre", "native", "natives", "cantons", "canton",
];

/// Who or what comes from a place.
#[rustfmt::skip]
const FROM: &[&str] = &[
    "man", "woman", "boy", "girl", "men", "women", "farmer", "farmers", "fisher", "fishers", "trainee", "trainees",
    "student", "students", "teacher", "teachers", "driver", "drivers", "nurse", "nurses", "trader", "traders", "villagers",
    "comes", "came", "come", "hails", "flew", "sailed", "arrived", "returned", "travelled", "traveled", "drove", "walked",
    "km", "kilometres", "kilometers", "miles", "metres", "away", "fled", "evacuated",
];

/// Words that a place follows right behind.
pub const REACHED: &[&str] = &["visited", "reached", "visiting", "reaching", "toured", "off"];

/// Words that may lead to a place, with others beside them.
pub const LEADING: &[&str] = &["to", "of", "from", "through", "including", "namely", "like", "such", "among"];

/// `visited Fjellby`, `the mayor of Fjellby`.
pub fn reached(reading: &Reading<'_>, page: &Page<'_>, at: usize) -> Option<Candidate> {
    let led = |list: &[&str]| {
        let before = at.checked_sub(1).map(|before| page.tokens[before].text);
        before.is_some_and(|before| list.iter().any(|word| word.eq_ignore_ascii_case(before)))
    };
    let fits = match page.tokens[at].text {
        word if REACHED.contains(&word) => true,
        "to" => led(TO),
        "of" => led(OF),
        "from" => {
            led(FROM) || at.checked_sub(1).is_some_and(|before| page.tokens[before].text.ends_with("-old"))
        }
        "through" => led(&["detour", "passes", "passing", "runs", "ran", "route", "routed", "road"]),
        _ => false,
    };
    let last = fits.then(|| words(reading, page, at + 1)).flatten()?;
    strange(page, at + 1, last)
}

/// Places that stand at both ends of a way (`from Skarnvik to Bryne`) and behind a noun of several (`towns such as …`).
pub fn listed(reading: &Reading<'_>, page: &Page<'_>, at: usize) -> Vec<Candidate> {
    let word = |token: usize| page.tokens.get(token).map_or("", |token| token.text);
    let known = |token: usize| {
        let (last, entry) = page.known(reading.names, token)?;
        matches!(entry.kind, EntityKind::Place | EntityKind::Country | EntityKind::Region).then_some(last)
    };
    if word(at) == "from" {
        let from =
            known(at + 1).or_else(|| words(reading, page, at + 1)).filter(|last| word(last + 1) == "to");
        let Some(from) = from else { return Vec::new() };
        let to = known(from + 2).or_else(|| words(reading, page, from + 2));
        let Some(to) = to else { return Vec::new() };
        let ends = [strange(page, at + 1, from), strange(page, from + 2, to)];
        let both = ends[0].is_some() || known(at + 1).is_some();
        let both = both && (ends[1].is_some() || known(from + 2).is_some());
        return ends.into_iter().flatten().filter(|_| both).collect();
    }
    let among = match word(at) {
        "including" | "namely" | "like" => at + 1,
        "such" if word(at + 1) == "as" => at + 2,
        "among" if word(at + 1) == "them" => at + 2,
        _ => return Vec::new(),
    };
    let from = at.saturating_sub(4);
    let several = page.tokens[from..at].iter().any(|token| SEVERAL.contains(&token.text));
    let mut found = Vec::new();
    let mut next = among;
    if !several {
        return found;
    }
    while let Some(last) = known(next).or_else(|| words(reading, page, next)) {
        found.extend(strange(page, next, last));
        next = last + 1;
        next += usize::from(word(next) == ",");
        next += usize::from(matches!(word(next), "and" | "or"));
        if next == last + 1 {
            break;
        }
    }
    found
}

/// Nouns for several places.
#[rustfmt::skip]
const SEVERAL: &[&str] = &[
    "airports", "areas", "ports", "harbours", "harbors", "posts", "towns", "cities", "villages", "places", "districts",
    "provinces", "regions", "islands", "municipalities", "counties", "cantons", "sites", "communities", "settlements",
    "suburbs", "camps", "crossings", "checkpoints", "rivers", "lakes", "valleys", "governorates", "states", "communes",
];

/// Lines of a list or column that hold a strange word each, where the line before or behind holds a known place.
pub fn column(reading: &Reading<'_>) -> Vec<Candidate> {
    // The place that is all of a line, but for the stop and the word that leads to the last line.
    let whole = |page: &Page<'_>, last: usize| {
        page.tokens[last + 1..].iter().all(|token| matches!(token.text, ";" | "," | "." | "and" | "or"))
    };
    let line = |page: &Page<'_>| {
        !page.tokens.is_empty() && page.tokens.len() < 6 && page.passage.role != PassageRole::Heading
    };
    let known = |page: &Page<'_>| {
        page.known(reading.names, 0)
            .is_some_and(|(last, entry)| entry.kind == EntityKind::Place && whole(page, last))
    };
    let pages = &reading.pages;
    let mut found = Vec::new();
    for (index, page) in pages.iter().enumerate().filter(|(_, page)| line(page)) {
        let beside =
            [index.checked_sub(1), Some(index + 1)].into_iter().flatten().filter_map(|at| pages.get(at));
        let named = beside.filter(|other| line(other) && known(other)).count() > 0;
        let last = if named { words(reading, page, 0) } else { None };
        found.extend(last.filter(|&last| whole(page, last)).and_then(|last| strange(page, 0, last)));
    }
    found
}

/// What is done or stands on an island, as `work on …` does not.
#[rustfmt::skip]
const ON: &[&str] = &[
    "anchored", "arrived", "born", "built", "camp", "camps", "clinic", "farm", "farmers", "farms", "grown", "held", "landed",
    "live", "lived", "lives", "living", "opened", "out", "people", "planted", "port", "school", "schools", "sown",
    "stationed", "stopped", "village", "villages", "villagers", "wharf",
];

/// `on Skarnø`: in a document that speaks of islands.
pub fn landed(reading: &Reading<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for page in reading.pages.iter().filter(|page| !page.titled && !page.shouted) {
        for at in (1..page.tokens.len()).filter(|&at| page.tokens[at].text == "on") {
            if !ON.contains(&page.tokens[at - 1].text) {
                continue;
            }
            let last = words(reading, page, at + 1).filter(|&last| last == at + 1);
            found.extend(last.and_then(|last| strange(page, at + 1, last)));
        }
    }
    found
}

/// `SKARN VIK (NTB) —`: capitals that no lexicon has before an agency and a dash.
pub fn shouted(page: &Page<'_>) -> Option<Candidate> {
    let text = |token: usize| page.tokens.get(token).map_or("", |token| token.text);
    let count = page.tokens.iter().take(4).take_while(|token| token.acronym()).count();
    let agency = text(count) == "(" && text(count + 2) == ")" && matches!(text(count + 3), "—" | "–" | "-");
    let own = page.tokens[..count].iter().any(|token| !token.common());
    let fits = (1..4).contains(&count) && agency && own && page.hit_over(page.range(0, count - 1)).is_none();
    fits.then(|| place(page, page.range(0, count - 1), EntityKind::Place))
}

/// Strange words beside a place of the lexicon or one that the document tells.
pub fn paired(reading: &Reading<'_>, told: &BTreeSet<String>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for page in reading.pages.iter().filter(|page| !page.titled && !page.shouted) {
        // Where the last place ends: a list goes on from one to the next.
        let mut ends = BTreeSet::new();
        for at in 1..page.tokens.len() {
            let link = page.tokens[at].text;
            if !matches!(link, "and" | "or" | ",") {
                continue;
            }
            let next = at
                + 1
                + usize::from(
                    link == "," && page.tokens.get(at + 1).is_some_and(|t| matches!(t.text, "and" | "or")),
                );
            let Some(last) = words(reading, page, next) else {
                continue;
            };
            let left = ends.contains(&(at - 1)) || is_place(reading, page, told, at - 1);
            // `in Arnvik, Bryne and Fjellby`: a comma counts only in a list that goes on.
            let listed = link != ","
                || next > at + 1
                || page.tokens.get(last + 1).is_some_and(|token| matches!(token.text, "," | "and" | "or"));
            if left
                && listed
                && let Some(place) = strange(page, next, last)
            {
                ends.insert(last);
                found.push(place);
            }
        }
        for at in (0..page.tokens.len()).filter(|&at| page.tokens[at].text == "between") {
            let Some(last) = words(reading, page, at + 1) else { continue };
            let and = page.tokens.get(last + 1).is_some_and(|token| token.text == "and");
            let known = page.known(reading.names, last + 2);
            if and && known.is_some_and(|(_, entry)| entry.kind == EntityKind::Place) {
                found.extend(strange(page, at + 1, last));
            }
        }
    }
    found
}

/// Does a place end with the token `last`: a known one behind a preposition or of some size, or one that is told?
fn is_place(reading: &Reading<'_>, page: &Page<'_>, told: &BTreeSet<String>, last: usize) -> bool {
    let range = page.tokens[last].range;
    if (last.saturating_sub(3)..=last).any(|first| told.contains(page.slice(page.range(first, last)))) {
        return true;
    }
    let Some(hit) = page.hit_ending(range.end) else { return false };
    let Some((entry, _)) = reading.names.gazetteer.form(hit.form).entries.first() else { return false };
    let entry = reading.names.gazetteer.entry(*entry);
    let start = page.tokens.partition_point(|token| token.range.end <= hit.range.start);
    let before = start.checked_sub(1).map_or("", |before| page.tokens[before].text);
    let located =
        matches!(before, "in" | "at" | "near" | "to" | "from" | "between" | "of" | "through" | "and" | ",");
    entry.kind == EntityKind::Place && (located || !entry.ambiguous)
}
