//! Roles in front of a name: `Canadian Fens Minister Jane Ode`, `the President of Norway, Lars Lund`.

use rapporteur_model::TextRange;

use super::country::{country, country_at};
use super::object::{is_body, is_linking, read};
use super::{PLAIN, PORTFOLIO, Title, is_plural};
use crate::finder::person::word::{Words, is_capitalized, is_capitals};
use crate::lexicon::{people::People, vocabulary::Marks};

/// Words in front of a name that can belong to its role: those of the object, the role itself and a short form.
const REACH: usize = 16;

/// The role that stands right before a name whose first word is `name`, with what belongs to it on its left.
pub fn before(words: &Words<'_>, people: &People, name: usize) -> Vec<Title> {
    let mut titles = Vec::new();
    if !(name.saturating_sub(REACH)..name).any(|index| words.begins(index, Marks::ROLE)) {
        return titles;
    }
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
    // `Danish Prime Minister and Foreign Minister`: both are of the country.
    if let Some(owner) = titles.first().and_then(|title| title.of.clone()) {
        for title in titles.iter_mut().filter(|title| title.of.is_none()) {
            title.of = Some(owner.clone());
        }
    }
    // `the Chair of the Peat Council, Professor Ode`: a role with its body in front of another.
    if let Some(first) = titles.first().map(|title| title.first).filter(|&first| words.gap(first) == ", ") {
        let chair = portfolio_before(words, people, first);
        // `the Minister for Fens, Senator the Hon. Jane Ode`: a member of a house who holds an office.
        let seat = titles.len() == 1 && is_seat(words.list[titles[0].end - 1].text);
        let chair = chair.filter(|title| title.of.is_some() || seat);
        if seat && chair.is_some() {
            titles.clear();
        }
        titles.splice(0..0, chair);
    }
    titles
}

/// Titles of members of houses, which stand like forms of address behind an office.
fn is_seat(word: &str) -> bool {
    matches!(word, "Senator" | "Representative" | "Congressman" | "Congresswoman" | "Councillor" | "MP")
}

/// The country in `Sultan Ode of Norway`, behind the name.
pub fn country_behind(words: &Words<'_>, people: &People, end: usize) -> Option<String> {
    let of = words.list.get(end).is_some_and(|word| matches!(word.text, "of" | "OF")) && words.joined(end);
    of.then(|| country_at(words, people, end + 1)).flatten()
}

/// The body in `Chief Ode of the Fens Nation`, or the place in `Mayor Ode of Fensby`, behind the name.
pub fn body_behind(words: &Words<'_>, people: &People, end: usize) -> Option<String> {
    let of = words.list.get(end).is_some_and(|word| matches!(word.text, "of" | "from")) && words.joined(end);
    let article = usize::from(words.list.get(end + 1).is_some_and(|word| word.text == "the"));
    let first = end + 1 + article;
    let capital = |index: usize| {
        words.list.get(index).is_some_and(|word| is_capitalized(word.text)) && words.joined(index)
    };
    // `the Federation of Fens Traders`, `the Secretariat for Peat and Bogs`: small words inside its name.
    let inner = |index: usize| {
        let word = words.list.get(index).map_or("", |word| word.text);
        let next = capital(index + 1)
            || words.list.get(index + 1).is_some_and(|w| w.text == "the") && capital(index + 2);
        // `of the Peat Council and President Lund` has two holders, `of the Office for Peat and Bogs` a field of two.
        let field = || words.list[first..index].iter().any(|word| matches!(word.text, "of" | "for" | "on"));
        let person = || {
            let run = words.run(index + 1, 9);
            people.role(&run) > 0
                || people.honorific(&run) > 0
                || run
                    .first()
                    .is_some_and(|word| people.is_given_name(word) || people.country(word).is_some())
        };
        if word == "and" && (!field() || person()) {
            return false;
        }
        matches!(
            word,
            "of" | "for" | "on" | "and" | "the" | "de" | "du" | "des" | "del" | "da" | "do" | "et" | "y"
        ) && words.joined(index)
            && (next || word == "the" && capital(index + 1))
    };
    let run = |limit: usize, small: bool| {
        (first..first + limit)
            .take_while(|&index| capital(index) || small && index > first && inner(index))
            .last()
    };
    let short = run(7, false).filter(|_| of)?;
    let head = words.text.get(words.list[first].start..words.list[short].end)?;
    let last = if is_body(people, head) { run(14, true)? } else { short };
    let text = words.text.get(words.list[first].start..words.list[last].end)?;
    (is_body(people, text) || article == 0 && people.is_place(text)).then(|| text.to_owned())
}

/// `Secretary to the President Jane Ode`: a role that another one serves, whose holder is the one named.
fn served(words: &Words<'_>, people: &People, name: usize) -> Option<Title> {
    let master = ending_at(words, people, name)?;
    let servant = servant_of(words, people, master.first).filter(|_| words.joined(master.first))?;
    let range = TextRange::new(servant.range.start, master.range.end);
    Some(Title { range, end: master.end, direct: false, ..servant })
}

/// The role in front of `to the` or `for the` before a word: that of one who serves another.
fn servant_of(words: &Words<'_>, people: &People, master: usize) -> Option<Title> {
    let linked = master >= 3
        && words.list[master - 1].text == "the"
        && matches!(words.list[master - 2].text, "to" | "for")
        && words.joined(master - 1);
    linked.then(|| ending_at(words, people, master - 2)).flatten()
}

/// The role whose last word is right before the word `end`.
fn ending_at(words: &Words<'_>, people: &People, end: usize) -> Option<Title> {
    if end == 0 || end < words.list.len() && !words.joined(end) {
        return None;
    }
    let first = (end.saturating_sub(9)..end).find(|&i| {
        if !words.begins(i, Marks::ROLE) {
            return false;
        }
        let run = words.run(i, end - i);
        run.len() == end - i && is_roles(people, &run)
    })?;
    let last = words.list[end - 1].text;
    if matches!(last, "MP" | "MEP" | "QC") {
        return None;
    }
    if is_plural(last)
        || matches!(words.list[first].text, "Heads" | "Chiefs" | "heads" | "chiefs" | "Members" | "members")
    {
        return None;
    }
    let graded = end - first == 2 && GRADED.contains(&words.list[first].text);
    let bare = end - first == 1 || graded;
    let (mut start, owner) = owner_before(words, people, first, bare);
    start = served_by(words, people, start).unwrap_or(start);
    Some(Title {
        range: TextRange::new(words.list[start].start, words.list[end - 1].end),
        of: owner,
        first: start,
        end,
        direct: true,
    })
}

/// `Prime Minister’s Envoy`: the first word of a role in capitals whose possessive belongs to the title.
fn served_by(words: &Words<'_>, people: &People, start: usize) -> Option<usize> {
    let last = start.checked_sub(1).filter(|&last| words.possessive(last))?;
    let first = (last.saturating_sub(3)..=last).find(|&first| {
        let run = words.run(first, last + 1 - first);
        run.len() == last + 1 - first && people.role(&run) == run.len() && is_capitalized(run[0])
    })?;
    let envoy = is_capitalized(words.list[start].text)
        && (start..words.list.len().min(start + 4)).any(|at| {
            matches!(words.list[at].text, "Envoy" | "Representative" | "Adviser" | "Advisor" | "Secretary")
        });
    envoy.then_some(first)
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

/// Words in front of a role that belong to it.
#[rustfmt::skip]
const GRADES: &[&str] = &[
    "Acting", "Interim", "Senior", "Special", "Principal", "Chief", "Deputy", "Assistant", "Associate",
    "Vice", "Lead", "Incoming", "Outgoing", "Former", "Executive", "National", "Regional", "Permanent",
    "Honorary", "Federal", "State", "First", "Second",
];

/// Is it a word in front of a role that belongs to it: `Deputy`, `Acting`?
pub fn is_grade(word: &str) -> bool {
    GRADES.contains(&word)
}

/// First words of roles of two that a portfolio may stand before: `Fens Cabinet Secretary`.
const GRADED: &[&str] = &["Cabinet", "Principal", "Permanent", "Shadow", "Under", "Deputy"];

/// Parts of the world that a director may have: `Africa director`.
const PARTS: &[&str] = &[
    "Africa",
    "Asia",
    "Europe",
    "Americas",
    "America",
    "Pacific",
    "Caribbean",
    "East",
    "Oceania",
    "Arctic",
    "Asia-Pacific",
    "Eurasia",
    "Mediterranean",
];

/// Where a title begins that has its role at `first`: portfolio words in front of a bare `Minister` belong to it. With the
/// country or body in front of that.
pub(super) fn owner_before(
    words: &Words<'_>,
    people: &People,
    first: usize,
    bare: bool,
) -> (usize, Option<String>) {
    let mut start = first;
    let mut at = first;
    let graded = bare && GRADED.contains(&words.list[first].text);
    let head = words.list[first + usize::from(graded)].text.to_lowercase();
    let portfolio = bare && PORTFOLIO.contains(&head.as_str()) && is_capitalized(words.list[first].text);
    let mut body_end = None;
    // `Fens River Commission (FRC) hydrologist`: the short form in between.
    let acronym = at.checked_sub(1).is_some_and(|short| {
        short > 0 && words.gap(at) == ") " && words.gap(short) == " (" && is_capitals(words.list[short].text)
    });
    if acronym {
        at -= 1;
        body_end = Some(at);
    }
    while at > 0 && (words.joined(at) || acronym && at + 1 == first) && first - at < 8 {
        let word = words.list[at - 1].text;
        let linking = matches!(word, "and" | "&" | "for")
            && portfolio
            && at < first
            && at > 1
            && is_capitalized(words.list[at - 2].text);
        let plain = PLAIN.contains(&word.to_lowercase().as_str()) && !linking;
        if plain
            || country(words, people, at - 1).is_some()
            || !linking && !is_capitalized(word)
            || words.possessive(at - 1)
        {
            break;
        }
        if body_end.is_none()
            && start == at
            && (portfolio && (linking || words.list[at - 1].is_ordinary()) || GRADES.contains(&word))
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
    let officer =
        matches!(head.as_str(), "director" | "manager" | "coordinator" | "head" | "editor" | "analyst");
    if officer && at < first && PARTS.contains(&words.list[first - 1].text) && body_end == Some(first) {
        (start, body_end) = (at, None);
    }
    // Words in front that belong to no portfolio are the body: `White House Press Secretary`.
    let body = body_end.filter(|&end| end > at).and_then(|end| {
        let text = words.text.get(words.list[at].start..words.list[end - 1].end)?;
        let title = words.role(people, at, end - at) == 0 && words.honorific(people, at, end - at) == 0;
        // `Bavarian premier`: of Bavaria.
        let state = text.strip_suffix('n').filter(|state| people.is_place(state));
        (title && !(words.starts_sentence(at) && end - at == 1 && people.is_ordinary(text)))
            .then(|| state.unwrap_or(text).to_owned())
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
    country(words, people, last).or_else(|| if possessive { body_before(words, people, last) } else { None })
}

/// The capitals that end with a word: `Peat Council` of `the Peat Council’s chair`.
fn body_before(words: &Words<'_>, people: &People, last: usize) -> Option<String> {
    let small = |i: &usize| !is_capitalized(words.list[*i].text) || *i < last && !words.joined(*i + 1);
    let first = (last.saturating_sub(6)..=last).rev().take_while(|i| !small(i)).last()?;
    // `the Prime Minister’s chief of staff` has no body, `General Fens’ chief executive` has.
    let title = words.role(people, first, last + 1 - first) == last + 1 - first;
    let alone = first == last && words.starts_sentence(first);
    let text = words.text.get(words.list[first].start..words.list[last].end)?;
    (!title && !alone).then(|| text.strip_prefix("The ").unwrap_or(text).to_owned())
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
    // `the Secretary General of the Fens Community (FC), Jane Ode`: the short form belongs to the body.
    let acronym = name.checked_sub(1).filter(|&short| {
        matches!(words.gap(name), "), " | ") ")
            && words.gap(short) == " ("
            && is_capitalized(words.list[short].text)
    });
    let comma = matches!(words.gap(name).trim_start_matches(')').trim_end(), ",") || words.gap(name) == " – ";
    if !(comma || words.joined(name) || acronym.is_some()) {
        return None;
    }
    let name = acronym.unwrap_or(name);
    // `Front de Libération`: a name does not begin behind a small word that goes on with the body's.
    if name.checked_sub(1).is_some_and(|before| is_linking(words.list[before].text)) && words.joined(name) {
        return None;
    }
    let mut at = name;
    while at > 0 && name - at < 14 {
        at -= 1;
        let parted = words.starts_sentence(at + 1) || words.gap(at + 1).contains([';', ':', '(']);
        if at + 1 < name && parted {
            return None;
        }
        if comma && at + 1 < name && words.gap(at + 1).contains(',') && !people_lists(words, at + 1) {
            return None;
        }
        let count = if words.begins(at, Marks::ROLE) { words.role(people, at, 9) } else { 0 };
        if count == 0 || at > 0 && words.role(people, at - 1, 9) > count {
            continue;
        }
        let mut title = read(words, people, at, Some(name))?;
        let (start, owner) = owner_before(words, people, at, false);
        if start < at {
            (title.first, title.range.start) = (start, words.list[start].start);
        }
        title.of = title.of.or(owner);
        // `the Secretary to the President, Jane Ode`: she who serves, not whom she serves.
        if let Some(servant) = servant_of(words, people, at) {
            title.range.start = servant.range.start;
            (title.first, title.of) = (servant.first, servant.of);
        }
        let reaches = title.end == name && title.end > at;
        return (reaches && !is_plural(words.list[at + count - 1].text)).then_some(title);
    }
    None
}

/// Is the comma one of a portfolio's list: `Minister of Fens, Peat and Bogs, Jane Ode`?
fn people_lists(words: &Words<'_>, index: usize) -> bool {
    words.list[index..].iter().take(3).any(|word| word.text == "and")
}
