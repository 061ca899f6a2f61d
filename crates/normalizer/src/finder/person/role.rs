//! Roles: the title of a person, before his name or after it, and the body or country that he has it of.
//!
//! `Canadian Fens Minister Jane Ode` and `Lars Lund, secretary of state at Norway’s Ministry of Fens` give the titles
//! `Fens Minister` (of Canada) and `secretary of state` (of the Ministry of Fens).
//!
//! ```text
//! before   = [owner] *modifier role [ "of" portfolio ] [ "and" role … ] [","] name
//! after    = name "," [article] [owner] *modifier role *( preposition object ) [ "and" role … ]
//! owner    = country / people / possessive
//! object   = portfolio (of a minister: part of the title) / body or country (`of` of the role)
//! ```
//! Ranks and forms of address (`Gen.`, `Dr`) are no roles. An office without a person's name is none either.

use rapporteur_model::TextRange;

use super::name::is_geographic;
use super::word::{Words, is_capitalized};
use crate::lexicon::people::People;

/// A role that was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Title {
    /// Where the title stands.
    pub range: TextRange,
    /// The body or country.
    pub of: Option<String>,
    /// Index of its first word.
    pub first: usize,
    /// Index one past the last word of all that belongs to it.
    pub end: usize,
    /// Does the name stand right behind the role, with no object in between?
    pub direct: bool,
}

/// Heads whose `of` names a portfolio, not a body.
const PORTFOLIO: &[&str] = &[
    "minister",
    "ministers",
    "secretary",
    "undersecretary",
    "under-secretary",
    "vice-minister",
    "commissioner",
    "chancellor",
];

/// Words that tell a body from a portfolio.
const BODIES: &[&str] = &[
    "ministry",
    "department",
    "council",
    "organization",
    "organisation",
    "association",
    "bank",
    "union",
    "committee",
    "commission",
    "institute",
    "university",
    "agency",
    "nations",
    "secretariat",
    "government",
    "republic",
    "kingdom",
    "foundation",
    "office",
    "assembly",
    "parliament",
    "fund",
    "group",
    "forum",
    "board",
    "court",
    "company",
    "corporation",
    "federation",
    "society",
    "party",
    "centre",
    "center",
    "authority",
    "command",
    "states",
];

/// Words that end the object of a role.
const ENDS: &[&str] = &[
    "who",
    "which",
    "that",
    "is",
    "was",
    "are",
    "were",
    "has",
    "have",
    "had",
    "will",
    "would",
    "may",
    "can",
    "could",
    "should",
    "today",
    "yesterday",
    "on",
    "during",
    "after",
    "before",
    "as",
    "when",
    "while",
    "met",
    "visited",
    "announced",
    "in",
    "where",
    "welcomed",
    "attended",
    "signed",
    "opened",
    "led",
    "chaired",
    "co-chaired",
    "held",
    "also",
    "by",
    "from",
    "about",
    "co-hosted",
    "hosted",
    "arrived",
    "discussed",
    "agreed",
    "over",
    "since",
    "until",
    "because",
    "said",
];

/// Sentence openers and small words that never modify a role.
const PLAIN: &[&str] = &[
    "the",
    "a",
    "an",
    "his",
    "her",
    "their",
    "our",
    "its",
    "my",
    "yesterday",
    "today",
    "as",
    "when",
    "while",
    "on",
    "in",
    "at",
    "by",
    "with",
    "and",
    "but",
    "for",
    "from",
    "of",
    "to",
    "then",
    "this",
    "that",
    "after",
    "before",
    "during",
    "between",
    "both",
    "like",
    "if",
    "is",
    "was",
    "also",
    "under",
    "since",
    "thank",
    "dear",
    "statement",
    "readout",
    "remarks",
    "address",
    "speech",
    "joint",
    "meeting",
    "meanwhile",
    "however",
    "earlier",
    "later",
    "former",
    "welcome",
    "including",
    "said",
    "says",
    "tell",
    "told",
    "added",
    "where",
    "who",
    "new",
    "op-ed",
    "letter",
    "call",
    "via",
    "per",
    "or",
    "not",
    "yet",
    "so",
    "over",
];

/// The role that stands right before a name whose first word is `name`, with what belongs to it on its left.
pub fn before(words: &Words<'_>, people: &People, name: usize) -> Vec<Title> {
    let mut titles = Vec::new();
    // The role nearest to the name, then those joined to it by `and`.
    let mut next = served(words, people, name)
        .or_else(|| ending_at(words, people, name))
        .or_else(|| portfolio_before(words, people, name));
    while let Some(title) = next {
        let first = title.first;
        titles.push(title);
        let joined = first >= 2 && words.joined(first) && matches!(words.list[first - 1].text, "and" | "&");
        next = (joined && words.joined(first - 1)).then(|| ending_at(words, people, first - 1)).flatten();
    }
    titles.reverse();
    titles
}

/// `Secretary to the President Jane Ode`: a role that another one serves, whose holder is the one named.
fn served(words: &Words<'_>, people: &People, name: usize) -> Option<Title> {
    let master = ending_at(words, people, name)?;
    let linked = master.first >= 3
        && words.list[master.first - 1].text == "the"
        && matches!(words.list[master.first - 2].text, "to" | "for")
        && words.joined(master.first - 1)
        && words.joined(master.first);
    let servant = linked.then(|| ending_at(words, people, master.first - 2)).flatten()?;
    let range = TextRange::new(servant.range.start, master.range.end);
    Some(Title { range, end: master.end, direct: false, ..servant })
}

/// The role whose last word is right before the word `end`.
fn ending_at(words: &Words<'_>, people: &People, end: usize) -> Option<Title> {
    if end == 0 || end < words.list.len() && !words.joined(end) {
        return None;
    }
    let first = (end.saturating_sub(9)..end).find(|&i| {
        let run = words.run(i, end - i);
        run.len() == end - i && is_roles(people, &run)
    })?;
    let last = words.list[end - 1].text;
    if is_plural(last) {
        return None;
    }
    let bare = end - first == 1;
    let (start, owner) = owner_before(words, people, first, bare);
    Some(Title {
        range: TextRange::new(words.list[start].start, words.list[end - 1].end),
        of: owner,
        first: start,
        end,
        direct: true,
    })
}

/// Are the words one role after another: `Acting General` `Director`?
fn is_roles(people: &People, run: &[&str]) -> bool {
    let mut at = 0;
    while at < run.len() {
        match people.role(&run[at..]) {
            0 => return false,
            count => at += count,
        }
    }
    at > 0
}

/// Number of words of the roles that follow one another from a word on.
fn roles_at(words: &Words<'_>, people: &People, role: usize) -> usize {
    let run = words.run(role, 9);
    let mut count = people.role(&run);
    while count > 0 && count < run.len() {
        match people.role(&run[count..]) {
            0 => break,
            more => count += more,
        }
    }
    count
}

/// Words in front of a role that belong to it.
const GRADES: &[&str] = &[
    "Acting",
    "Interim",
    "Senior",
    "Special",
    "Principal",
    "Chief",
    "Deputy",
    "Assistant",
    "Associate",
    "Vice",
    "Lead",
    "Incoming",
    "Outgoing",
    "Former",
    "Executive",
    "National",
    "Regional",
    "Permanent",
    "Honorary",
    "Federal",
    "State",
    "First",
    "Second",
];

/// `Ministers`, `Presidents`: several persons, or none.
fn is_plural(word: &str) -> bool {
    let word = word.to_lowercase();
    word.ends_with("ers")
        || word.ends_with("ors")
        || word.ends_with("aries")
        || word.ends_with("nts")
        || word.ends_with("chairs")
}

/// Where a title begins that has its role at `first`: portfolio words in front of a bare `Minister` belong to it. With the
/// country or body in front of that.
fn owner_before(words: &Words<'_>, people: &People, first: usize, bare: bool) -> (usize, Option<String>) {
    let mut start = first;
    let mut at = first;
    let head = words.list[first].text.to_lowercase();
    let portfolio = bare && PORTFOLIO.contains(&head.as_str()) && is_capitalized(words.list[first].text);
    let mut body_end = None;
    while at > 0 && words.joined(at) && first - at < 6 {
        let word = words.list[at - 1].text;
        let linking = matches!(word, "and" | "&" | "for")
            && portfolio
            && at < first
            && at > 1
            && is_capitalized(words.list[at - 2].text);
        let plain = PLAIN.contains(&word.to_lowercase().as_str()) && !linking;
        if plain
            || is_geographic(people, word)
            || !linking && !is_capitalized(word)
            || words.possessive(at - 1)
        {
            break;
        }
        if body_end.is_none()
            && start == at
            && (portfolio && (linking || people.is_ordinary(word)) || GRADES.contains(&word))
        {
            start = at - 1;
        } else {
            body_end.get_or_insert(at);
        }
        at -= 1;
    }
    while start < first && matches!(words.list[start].text, "and" | "&" | "for") {
        start += 1;
    }
    // Words in front that belong to no portfolio are the body: `White House Press Secretary`.
    let body = body_end.filter(|&end| end > at).and_then(|end| {
        let text = words.text.get(words.list[at].start..words.list[end - 1].end)?;
        let title =
            people.role(&words.run(at, end - at)) == 0 && people.honorific(&words.run(at, end - at)) == 0;
        (title && !(words.starts_sentence(at) && end - at == 1 && people.is_ordinary(text)))
            .then(|| text.to_owned())
    });
    let adjective = matches!(
        words.list.get(at.wrapping_sub(1)).map(|w| w.text),
        Some("former" | "Former" | "new" | "acting")
    );
    let place = if adjective { at - 1 } else { at };
    let owner = country_before(words, people, place).or(body).or_else(|| counterpart(words, people, place));
    (start, owner)
}

/// The country right in front of a word: `Canadian`, `Singapore`, `U.S.`, `Malaysia’s`, `New Zealand`.
fn country_before(words: &Words<'_>, people: &People, at: usize) -> Option<String> {
    let last = at.checked_sub(1)?;
    let possessive = words.possessive(last) && !words.gap(at).contains([',', '.']);
    if !(words.joined(at) || possessive) {
        return None;
    }
    country(words, people, last)
}

/// The country whose name or people's name ends with a word, of up to four words.
fn country(words: &Words<'_>, people: &People, last: usize) -> Option<String> {
    (last.saturating_sub(4)..=last).find_map(|first| {
        let joined = (first + 1..=last).all(|i| words.joined(i));
        let text = words.text.get(words.list[first].start..words.list[last].end).filter(|_| joined)?;
        let iso = people.country(text).or_else(|| people.people(text));
        iso.and_then(|iso| people.country_name(iso)).map(str::to_owned)
    })
}

/// `his Singapore counterpart, Foreign Minister …`: the country of a counterpart.
fn counterpart(words: &Words<'_>, people: &People, at: usize) -> Option<String> {
    let word = at.checked_sub(1)?;
    let near = matches!(words.gap(at), ", " | " " | " – " | " — ");
    (near && words.list[word].text.eq_ignore_ascii_case("counterpart"))
        .then(|| country(words, people, word.checked_sub(1)?))?
}

/// `Minister of Fens Jane Ode`, `the President of Norway, Lars Lund`: a role whose object stands between it and the name.
fn portfolio_before(words: &Words<'_>, people: &People, name: usize) -> Option<Title> {
    let comma = words.gap(name).trim_end() == "," || words.gap(name) == " – ";
    if !(comma || words.joined(name)) {
        return None;
    }
    let mut at = name;
    while at > 0 && name - at < 14 {
        at -= 1;
        if words.starts_sentence(at + 1) && at + 1 < name || words.gap(at + 1).contains([';', ':', '(']) {
            return None;
        }
        if comma && at + 1 < name && words.gap(at + 1).contains(',') && !people_lists(words, at + 1) {
            return None;
        }
        let run = words.run(at, 9);
        let count = people.role(&run);
        if count == 0 || at > 0 && people.role(&words.run(at - 1, 9)) > count {
            continue;
        }
        let mut title = read(words, people, at, Some(name))?;
        title.of = title.of.or_else(|| owner_before(words, people, at, false).1);
        let reaches = title.end == name && title.end > at;
        return (reaches && !is_plural(words.list[at + count - 1].text)).then_some(title);
    }
    None
}

/// Is the comma one of a portfolio's list: `Minister of Fens, Peat and Bogs, Jane Ode`?
fn people_lists(words: &Words<'_>, index: usize) -> bool {
    words.list[index..].iter().take(3).any(|word| word.text == "and")
}

/// The roles behind a name that ends before the word `end`: `Lars Lund, secretary of state at …`.
pub fn after(words: &Words<'_>, people: &People, end: usize) -> Vec<Title> {
    let mut titles = Vec::new();
    let gap = words.gap(end);
    let bracket = gap == " (";
    if !(gap.starts_with(", ") || gap == " – " || gap == " — " || bracket) || gap.contains(['.', ';', '“'])
    {
        return titles;
    }
    let mut at = end;
    while let Some(title) = described(words, people, at) {
        at = title.end;
        titles.push(title);
        let gap = words.gap(at);
        let and = words.list.get(at).is_some_and(|word| word.text == "and") && (gap == " " || gap == ", ");
        if and {
            at += 1;
        } else if gap != ", " {
            break;
        }
    }
    titles
}

/// `appointed Jane Ode as the chair of …`, `named Jane Ode chair`: the role to which somebody is called.
pub fn appointed(words: &Words<'_>, people: &People, first: usize, end: usize) -> Option<Title> {
    let called = (first.saturating_sub(6)..first).any(|i| {
        let word = words.list[i].text;
        matches!(
            word,
            "appointed"
                | "appoints"
                | "named"
                | "nominated"
                | "elected"
                | "designated"
                | "appointment"
                | "reappointed"
        )
    });
    let word = words.list.get(end).filter(|_| called && words.joined(end))?;
    described(words, people, end + usize::from(word.text == "as"))
}

/// A role at a word, with article, owner and modifiers in front.
fn described(words: &Words<'_>, people: &People, from: usize) -> Option<Title> {
    let mut at = from;
    while matches!(
        words.list.get(at)?.text,
        "the" | "a" | "an" | "The" | "then" | "its" | "their" | "now" | "current" | "currently"
    ) {
        at += 1;
    }
    // An owner: `Canadian`, `Malaysia’s`, `the Council’s`.
    let mut owner = None;
    let mut first = at;
    for last in at..words.list.len().min(at + 6) {
        let prepositional =
            matches!(words.list[last].text, "of" | "for" | "at" | "to" | "in" | "and" | "with");
        let small = last > at && !is_capitalized(words.list[last - 1].text);
        if last > at && !words.joined(last) && !words.possessive(last - 1) || prepositional || small {
            break;
        }
        if words.possessive(last) && (last > at || is_capitalized(words.list[last].text)) {
            let text = words.text.get(words.list[at].start..words.list[last].end)?;
            owner = country(words, people, last).or_else(|| Some(text.to_owned()));
            first = last + 1;
            break;
        }
        let joined = last + 1 < words.list.len() && words.joined(last + 1);
        if last == at && joined && people.role(&words.run(last, 9)) == 0 {
            let longest = (last..words.list.len().min(last + 4))
                .rev()
                .find(|&end| country(words, people, end).is_some() && country_starts(words, people, at, end));
            if let Some(end) = longest {
                owner = country(words, people, end);
                first = end + 1;
                break;
            }
        }
    }
    // Modifiers up to the role: `chief fens negotiator`.
    for role in first..words.list.len().min(first + 5) {
        if role > first && !words.joined(role) {
            return None;
        }
        let count = roles_at(words, people, role);
        if count > 0 && !is_plural(words.list[role + count - 1].text) {
            let mut title = read(words, people, role, None)?;
            // Capitals in front of the role may be its body: `the State Department Spokesperson`.
            let (start, body) = owner_before(words, people, role, count == 1);
            let named = body.filter(|body| start > first && is_body(people, body));
            title.range.start = words.list[if named.is_some() { start } else { first }].start;
            title.of = title.of.or(named).or(owner);
            // A title that stands right before another name is that one's.
            let next = words.list.get(title.end).filter(|_| words.joined(title.end));
            return (!next.is_some_and(|word| is_capitalized(word.text))).then_some(title);
        }
        let word = words.list[role].text;
        if ENDS.contains(&word)
            || people.cue(&words.run(role, 3)) > 0
            || matches!(word, "and" | "of" | "for" | "to" | "with")
        {
            return None;
        }
    }
    None
}

fn country_starts(words: &Words<'_>, people: &People, first: usize, last: usize) -> bool {
    let text = words.text.get(words.list[first].start..words.list[last].end).unwrap_or_default();
    people.country(text).is_some() || people.people(text).is_some()
}

/// Reads a role at a word with its objects. `stop` is the word at which all of it must end.
fn read(words: &Words<'_>, people: &People, role: usize, stop: Option<usize>) -> Option<Title> {
    let count = roles_at(words, people, role);
    let head = words.list.get(role + count - 1)?.text.to_lowercase();
    let portfolio = PORTFOLIO.iter().any(|word| head == *word);
    let spokes = head.starts_with("spokes");
    let mut title = Title {
        range: TextRange::new(words.list[role].start, words.list[role + count - 1].end),
        of: None,
        first: role,
        end: role + count,
        direct: false,
    };
    let mut portfolios = 0;
    while title.end < words.list.len() && stop.is_none_or(|stop| title.end < stop) && words.joined(title.end)
    {
        let preposition = words.list[title.end].text;
        if !matches!(preposition, "of" | "for" | "to" | "at" | "in" | "with" | "on" | "from") {
            break;
        }
        let Some((from, end)) =
            object(words, people, title.end + 1, stop, matches!(preposition, "for" | "to" | "on"))
        else {
            break;
        };
        let text = words.text.get(words.list[from].start..words.list[end - 1].end)?;
        let body = is_body(people, text);
        let small = !text.chars().any(char::is_uppercase);
        let in_title = match preposition {
            "of" => {
                !body
                    && (portfolio && portfolios == 0 && !is_country(people, text)
                        || small && !portfolio && end - from <= 2)
            }
            "for" => !spokes,
            "to" | "on" => true,
            _ => small && end - from <= 2,
        };
        if in_title {
            portfolios += 1;
            title.range.end = words.list[end - 1].end;
        } else {
            title.of = Some(owner_name(people, text));
        }
        title.end = end;
        if title.of.is_some() {
            break;
        }
    }
    Some(title)
}

/// The words of an object of a role: from its first word to one past its last.
fn object(
    words: &Words<'_>,
    people: &People,
    from: usize,
    stop: Option<usize>,
    parted: bool,
) -> Option<(usize, usize)> {
    let mut from = from;
    if matches!(words.list.get(from)?.text, "the" | "its" | "their" | "our") {
        from += 1;
    }
    let limit = stop.unwrap_or(words.list.len()).min(words.list.len()).min(from + 14);
    let mut end = from;
    while end < limit {
        let word = words.list[end].text;
        let gap = words.gap(end);
        let list =
            gap == ", " && stop.is_none() && is_capitalized(word) && lists_on(words, people, end, limit);
        let possessive = end > from && words.possessive(end - 1) && !gap.contains([',', '.']);
        if end > from && !words.joined(end) && !possessive && !list && !(stop.is_some() && gap == ", ") {
            break;
        }
        let next = words.list.get(end + 1).map_or("", |word| word.text);
        let and = word == "and" && (!is_capitalized(next) || people.role(&words.run(end + 1, 9)) > 0);
        let named = end > from
            && people.is_given_name(word)
            && words.list.get(end + 1).is_some_and(|next| is_capitalized(next.text) && words.joined(end + 1));
        let leaves = named
            || ENDS.contains(&word) && !(word == "in" && is_capitalized(next) && !parted)
            || people.cue(&words.run(end, 3)) > 0 && !is_capitalized(word);
        let parts = (word == "of" && parted || word == "at") && end > from;
        let body = words
            .text
            .get(words.list[from].start..words.list[end.max(from + 1) - 1].end)
            .is_some_and(|text| is_body(people, text));
        let of_country = !body && word == "of" && end > from && country_at(words, people, end + 1).is_some();
        if and || leaves || parts || of_country || word == "to" {
            break;
        }
        end += 1;
    }
    while end > from && matches!(words.list[end - 1].text, "and" | "of" | "the" | "for") {
        end -= 1;
    }
    (end > from).then_some((from, end))
}

/// Does a comma inside an object only part a portfolio's list: `Fens, Peat and Bogs`?
fn lists_on(words: &Words<'_>, people: &People, index: usize, limit: usize) -> bool {
    for at in index..limit.min(index + 6) {
        if at > index && !words.joined(at) && words.gap(at) != ", " {
            return false;
        }
        if words.list[at].text == "and" {
            let next = words.list.get(at + 1).is_some_and(|word| is_capitalized(word.text));
            return next && people.role(&words.run(index, 9)) == 0 && people.role(&words.run(at + 1, 9)) == 0;
        }
        if !is_capitalized(words.list[at].text) || people.is_given_name(words.list[at].text) {
            return false;
        }
    }
    false
}

/// The country that begins at a word, an article left out.
fn country_at(words: &Words<'_>, people: &People, at: usize) -> Option<String> {
    let at = at + usize::from(words.list.get(at).is_some_and(|word| word.text == "the"));
    (at..words.list.len().min(at + 6)).rev().find_map(|last| {
        let joined = (at + 1..=last).all(|i| words.joined(i));
        let text = words.text.get(words.list[at].start..words.list[last].end).filter(|_| joined)?;
        people.country(text).and_then(|iso| people.country_name(iso)).map(str::to_owned)
    })
}

fn is_country(people: &People, text: &str) -> bool {
    people.country(text.trim_start_matches("the ")).is_some()
}

fn is_body(people: &People, text: &str) -> bool {
    let has = |word: &str| BODIES.contains(&word.to_lowercase().as_str());
    let acronym = text.split(' ').any(|word| super::word::is_capitals(word) && word.len() > 2);
    text.split([' ', '-']).any(has) || acronym || is_country(people, text)
}

/// The name of the owner of a role: a country by its usual name; a body without the possessive in front of its capital.
fn owner_name(people: &People, text: &str) -> String {
    let text = text.strip_prefix("the ").unwrap_or(text);
    if let Some(name) = people.country(text).and_then(|iso| people.country_name(iso)) {
        return name.to_owned();
    }
    match text.split_once("’s ").or_else(|| text.split_once("'s ")) {
        Some((_, body)) if is_capitalized(body) => body.to_owned(),
        _ => text.to_owned(),
    }
}
