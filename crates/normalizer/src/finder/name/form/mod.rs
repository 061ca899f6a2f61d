//! Names by form: a head word with the capitalised words around it.
//!
//! ```text
//! name       = [ ordinal ] *modifier head [ complement ]     ; at least one modifier or a complement
//! modifier   = capitalised word / known name / modifier "and" modifier / plural possessive
//! complement = connector [ "the" ] capitalised words *( connector … )
//! ```
//! `20th Nordic Fisheries Summit`, `Ministry of Trade and Industry`, `Convention on the Safety of Ships`.
//!
//! Invariant: a name never crosses `;` or `:`, nor a bracket but that of a short form inside it, and begins and ends with a capitalised word or an ordinal.
//! Not here: names that only the lexicon can tell (`Health Canada`), and short forms (`the Convention`).

mod left;
mod right;

pub use left::ordinal as is_ordinal;

use std::borrow::Cow;

use rapporteur_model::EntityKind;

use super::{
    Candidate, Strength,
    reading::{Page, Reading},
    token::Shape,
};
use crate::lexicon::{
    names::{Entry, Head, Names},
    vocabulary::Marks,
};

/// A head word in a passage.
#[derive(Clone, Copy, Debug)]
pub struct HeadAt<'n> {
    /// Its first token.
    pub first: usize,
    /// Its last token.
    pub last: usize,
    /// How it builds names.
    pub head: &'n Head,
    /// Is the head only the last part of a compound (`Canadian-Council`)?
    pub compound: bool,
}

/// Tokens of a name at most, on either side of its head: a longer run of capitals is a heading or a list, no name.
const LONGEST: usize = 40;

/// Names that a head word makes of the capitalised words around it.
pub fn propose(reading: &Reading<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for page in &reading.pages {
        for head in &page.heads {
            found.extend(name(page, reading, *head));
        }
    }
    found
}

/// The head words that begin between two tokens of a page, the second not included, in order; of two that begin
/// together the longer.
pub fn heads_among<'n>(page: &Page<'_>, names: &'n Names, from: usize, to: usize) -> Vec<HeadAt<'n>> {
    let mut found = Vec::new();
    let mut token = from;
    while token < to.min(page.tokens.len()) {
        let here = page.tokens[token].capital().then(|| head_at(page, names, token)).flatten();
        token = here.map_or(token, |head| head.last) + 1;
        found.extend(here);
    }
    found
}

fn head_at<'n>(page: &Page<'_>, names: &'n Names, first: usize) -> Option<HeadAt<'n>> {
    let token = &page.tokens[first];
    let begins = token.marks.has(Marks::HEAD) || page.shouted;
    if begins && let Some(head) = whole_head(page, names, first) {
        return Some(head);
    }
    // `Norwegian-Council` has a head, `Whole-of-Council` has none.
    let (_, last) = token.text.rsplit_once('-').filter(|(left, _)| !left.contains('-'))?;
    let head = names.heads.get(last).filter(|head| head.last)?;
    Some(HeadAt { first, last: first, head, compound: true })
}

/// The longest head that begins with a token and ends with one.
fn whole_head<'n>(page: &Page<'_>, names: &'n Names, first: usize) -> Option<HeadAt<'n>> {
    let spaced = page.tokens[first + 1..].iter().take_while(|token| token.spaced).count();
    let word = |token: usize| unshouted(page, page.tokens[token].text);
    let most = names.heads.longest(&word(first)).min(1 + spaced);
    (1..=most).rev().find_map(|count| {
        let last = first + count - 1;
        let head = if count == 1 {
            names.heads.get(&word(first))
        } else {
            names.heads.get(&(first..=last).map(word).collect::<Vec<_>>().join(" "))
        }?;
        Some(HeadAt { first, last, head, compound: false })
    })
}

/// A word of a text in capitals as it would be written elsewhere: `PLAN` as `Plan`, `OF` as `of`.
fn unshouted<'w>(page: &Page<'_>, word: &'w str) -> Cow<'w, str> {
    if !page.shouted || word.chars().any(char::is_lowercase) {
        return Cow::Borrowed(word);
    }
    let lower = word.to_lowercase();
    if matches!(lower.as_str(), "of" | "for" | "on" | "and" | "the" | "to" | "in") {
        return Cow::Owned(lower);
    }
    let mut letters = lower.chars();
    letters.next().map_or_else(Cow::default, |first| first.to_uppercase().chain(letters).collect())
}

fn name(page: &Page<'_>, reading: &Reading<'_>, at: HeadAt<'_>) -> Option<Candidate> {
    let names = reading.names;
    let start = left::start(page, names, at)?;
    let end = right::end(page, names, at)?;
    let modified = start < at.first || at.compound;
    // `Northern Division` is a part of a country.
    let part = page.tokens[at.last].text == "Division"
        && start + 1 == at.first
        && matches!(page.tokens[start].text, "Northern" | "Southern" | "Eastern" | "Western" | "Central");
    if part && end == at.last {
        return None;
    }
    // `Head of Government of Norway` is an office.
    let office = start >= 2
        && matches!(page.tokens[at.first].text, "Government" | "Delegation" | "Mission")
        && page.tokens[start - 1].text == "of"
        && matches!(page.tokens[start - 2].text, "Head" | "Heads" | "head" | "heads");
    if office && start == at.first {
        return None;
    }
    let joint = joint(page, start, at);
    if end == at.last && !(modified && at.head.last || joint) {
        return None;
    }
    if page.tokens[at.last].text == "Law" && is_field(page, at.last) {
        return None;
    }
    // `Richard Court` is a person.
    let surname =
        matches!(page.tokens[at.last].text, "Court" | "House" | "Church" | "Bank" | "Law" | "Bill" | "Price");
    if surname && start + 1 == at.first && end == at.last && page.given(start) {
        return None;
    }
    // `Union of South Africa` is a country.
    let union = matches!(page.tokens[at.last].text, "Union" | "Commonwealth" | "Federation") && end > at.last;
    if union
        && !modified
        && page.known(names, at.last + 2).is_some_and(|(_, entry)| entry.kind == EntityKind::Country)
    {
        return None;
    }
    if end == at.last && goes_on(page, at.last) {
        return None;
    }
    let yearly = end == at.last && at.head.kind == EntityKind::Instrument && year(page, end + 1);
    let mut range = page.range(start, if yearly { end + 1 } else { end });
    if let Some((_, short)) = page.tokens[end].text.rsplit_once('-')
        && end > at.first
        && short.len() > 1
        && short.bytes().all(|byte| byte.is_ascii_uppercase())
        && page.hit_ending(range.end).is_none()
        && !page.shouted
    {
        // `Ministry of Ports-MOP`: the acronym is no part of the name.
        range.end -= short.len() + 1;
    }
    let proper =
        (start..=end).any(|token| !(at.first..=at.last).contains(&token) && page.proper(names, token));
    let ordinal = page.tokens[start].shape == Shape::Number || left::ordinal(page.tokens[start].text);
    // A heading that names a sum names a project: `Ports Initiative – $2 million`.
    if page.titled && !proper && !ordinal && end == at.last && !page.funded {
        return None;
    }
    if !proper && !ordinal && end == at.last && !joint && !yearly && generic(page, start, at.first) {
        return None;
    }
    // A lone word before the head at the start of a sentence is capitalised for that reason.
    if page.tokens[start].first
        && start + 1 == at.first
        && !proper
        && end == at.last
        && at.head.kind == EntityKind::Event
    {
        return None;
    }
    // `Forum on X` and `Forum for Y` are standing bodies, `3rd X Forum` and `X Forum` are meetings.
    let forum = page.tokens[at.first].text.eq_ignore_ascii_case("forum");
    let letterhead = page.shouted && start == 0 && end + 1 == page.tokens.len();
    let standing = forum && !ordinal && (end > at.last || letterhead);
    let kind = if standing { EntityKind::Organization } else { at.head.kind };
    let mut candidate = Candidate::new(page.at(range), kind, page.slice(range));
    candidate.strength = Strength::Form;
    // In capitals a name is sure only where it stands elsewhere, holds a known one, or is the paper's own.
    let own = reading.document.title == Some(page.id) && is_plan(page, at);
    if page.shouted && !page.proper(names, start) && !ordinal && !own {
        candidate.strength = Strength::Weak;
    }
    if at.head.kind == EntityKind::Organization {
        candidate.key = owner(page, names, start)
            .and_then(|nation| names.gazetteer.owned(nation, &candidate.name))
            .or_else(|| with_country(names, &candidate.name))
            .map(|entry| entry.key.clone());
    }
    Some(candidate)
}

/// Is it no law but a field of law: `Law of the Sea`, `Law of Armed Conflict`?
fn is_field(page: &Page<'_>, law: usize) -> bool {
    let of = page.tokens.get(law + 1).is_some_and(|next| next.text == "of");
    of && page.tokens.get(law + 2).is_some_and(|next| {
        matches!(
            next.text,
            "the" | "Armed" | "War" | "Nations" | "Treaties" | "Contract" | "Torts" | "Peoples"
        )
    })
}

/// Is it a paper that lays down work: a plan, programme or strategy, no statement of a meeting?
pub fn is_plan(page: &Page<'_>, at: HeadAt<'_>) -> bool {
    const PLANS: [&str; 8] =
        ["Plan", "Programme", "Program", "Workplan", "Roadmap", "Strategy", "Framework", "Agenda"];
    let plan = |word: &str| PLANS.iter().any(|plan| plan.eq_ignore_ascii_case(word));
    at.head.kind == EntityKind::Instrument
        && page.tokens[at.first..=at.last].iter().any(|token| plan(token.text))
}

/// Is it a body of two sides, named by that alone (`Joint Commission`, `Mixed Committee`)?
fn joint(page: &Page<'_>, start: usize, at: HeadAt<'_>) -> bool {
    let body = matches!(
        page.tokens[at.last].text,
        "Commission" | "Committee" | "Council" | "Secretariat" | "Group" | "Force" | "Subcommittee" | "Board"
    );
    let sides = matches!(page.tokens[start].text, "Joint" | "Mixed" | "Bilateral" | "Binational");
    let before = start.checked_sub(1).map_or("", |before| page.tokens[before].text);
    at.head.kind == EntityKind::Organization
        && body
        && sides
        && start <= at.first
        && (at.last - start == 1 || at.first == start + 1)
        && matches!(before, "the" | "The" | "a" | "A" | "an")
}

/// Is the token a year that belongs to the paper before it (`Annual Report 2012`, `2012/13`)?
fn year(page: &Page<'_>, token: usize) -> bool {
    page.tokens.get(token).is_some_and(|token| {
        let (year, rest) = token.text.split_at_checked(4).unwrap_or_default();
        let figures = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        token.spaced
            && year.starts_with(['1', '2'])
            && figures(year)
            && (rest.is_empty()
                || rest.starts_with(['-', '/', '–']) && rest.is_ascii() && figures(&rest[1..]))
    })
}

/// `Ministry of Ports of Norway`: the known body of that country.
fn with_country<'n>(names: &'n Names, name: &str) -> Option<&'n Entry> {
    let (body, country) = name.rsplit_once(" of ")?;
    let country = country.strip_prefix("the ").unwrap_or(country);
    let (entry, _) = names.gazetteer.lookup(country)?.entries.first()?;
    let iso = names.gazetteer.entry(*entry).iso?;
    names.gazetteer.owned(iso, body).or_else(|| {
        let entries = &names.gazetteer.lookup(body)?.entries;
        let mut known = entries.iter().map(|(entry, _)| names.gazetteer.entry(*entry));
        known.find(|entry| entry.iso == Some(iso) && entry.kind == EntityKind::Organization)
    })
}

/// The country whose possessive stands before a name (`Norway’s Ministry of …`), ISO 3166-1 alpha-2.
fn owner<'n>(page: &Page<'_>, names: &'n Names, start: usize) -> Option<&'n str> {
    let mark = start.checked_sub(1).filter(|&mark| page.tokens[mark].shape == Shape::Possessive)?;
    let end = page.tokens[mark].range.start;
    let hit = page.hit_ending(end)?;
    let (entry, _) = names.gazetteer.form(hit.form).entries.first()?;
    let entry = names.gazetteer.entry(*entry);
    entry.iso.filter(|_| entry.kind == EntityKind::Country)
}

/// Does the name go on after its head (`Dialogue Partner`), so that this is no head?
fn goes_on(page: &Page<'_>, last: usize) -> bool {
    let Some(next) = page.tokens.get(last + 1) else { return false };
    let cabinet = page.tokens[last].text == "Cabinet";
    let role = ROLES.contains(&next.text) && !cabinet;
    next.spaced && next.capital() && !page.shouted && !role && !next.opens()
        || !next.spaced && next.text == "-"
}

/// Titles of office that may follow the name of a body: `Nordic Council President`.
pub const ROLES: [&str; 28] = [
    "President",
    "Minister",
    "Ministers",
    "Director",
    "Chair",
    "Chairman",
    "Chairperson",
    "Chairwoman",
    "Secretary",
    "Spokesperson",
    "Spokesman",
    "Spokeswoman",
    "Ambassador",
    "Ambassadors",
    "Commissioner",
    "Governor",
    "Administrator",
    "Executive",
    "Chief",
    "CEO",
    "Leaders",
    "Representative",
    "Representatives",
    "Member",
    "Members",
    "Director-General",
    "Secretary-General",
    "Co-Chairs",
];

/// Are the modifiers only words that fit any paper, body or meeting (`Annual Report`)?
fn generic(page: &Page<'_>, start: usize, head: usize) -> bool {
    start < head
        && page.tokens[start..head]
            .iter()
            .all(|token| GENERIC.contains(&token.text) || token.shape == Shape::Lower)
}

const GENERIC: [&str; 37] = [
    "Non-Governmental",
    "Nongovernmental",
    "Civil",
    "Governmental",
    "Joint",
    "Annual",
    "Special",
    "Final",
    "Ministerial",
    "Regional",
    "National",
    "International",
    "Bilateral",
    "Official",
    "First",
    "Second",
    "Third",
    "Next",
    "New",
    "Interim",
    "Draft",
    "Technical",
    "Senior",
    "High-Level",
    "High-level",
    "Plenary",
    "Opening",
    "Closing",
    "General",
    "Main",
    "Local",
    "Federal",
    "Foreign",
    "Public",
    "Private",
    "Global",
    "Key",
];
