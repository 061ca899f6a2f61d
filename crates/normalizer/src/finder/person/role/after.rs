//! Roles behind a name: `Lars Lund, secretary of state at Norway’s Ministry of Fens`, `appointed Jane Ode as chair of …`.

use super::before::owner_before;
use super::country::country;
use super::object::{ENDS, is_body, read};
use super::{PLAIN, Title, is_plural, roles_at};
use crate::finder::person::word::{Words, is_abbreviation, is_capitalized};
use crate::lexicon::people::People;

/// The roles behind a name that ends before the word `end`: `Lars Lund, secretary of state at …`.
pub fn after(words: &Words<'_>, people: &People, end: usize) -> Vec<Title> {
    let mut titles = Vec::new();
    let stopped = || end > 0 && is_abbreviation(words.list[end - 1].text);
    let gap = words.gap(end);
    // `Jane Ode Jr., chair of …`: the stop is the suffix’s own.
    let gap = gap.strip_prefix('.').filter(|_| stopped()).unwrap_or(gap);
    let bracket = gap == " (";
    if gap == " "
        && let Some(title) = being(words, people, end)
    {
        return vec![title];
    }
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
    // `Jane Ode, Director, Peat Council`: a body behind a title that has none.
    if let Some(title) = titles.last_mut().filter(|title| title.of.is_none() && words.gap(title.end) == ", ")
    {
        let capital = |index: &usize| {
            words.list.get(*index).is_some_and(|word| is_capitalized(word.text))
                && (*index == title.end || words.joined(*index))
        };
        let last = (title.end..title.end + 7).take_while(capital).last();
        let text = last.and_then(|last| words.text.get(words.list[title.end].start..words.list[last].end));
        let ends = last.is_some_and(|last| !words.joined(last + 1) || last + 1 == words.list.len());
        let several = last.is_some_and(|last| last > title.end);
        if ends && several && text.is_some_and(|text| is_body(people, text)) {
            title.of = text.map(str::to_owned);
        }
    }
    titles
}

/// `Jane Ode is the chair of …`, `Lars Lund of Norway was its first president`: a role that a sentence gives.
fn being(words: &Words<'_>, people: &People, end: usize) -> Option<Title> {
    let mut at = end;
    // A country or body of the bearer's own may stand in between.
    if words.list.get(at).is_some_and(|word| matches!(word.text, "of" | "from")) {
        let article = usize::from(words.list.get(at + 1).is_some_and(|word| word.text == "the"));
        let capital = |index: &usize| {
            words.list.get(*index).is_some_and(|word| is_capitalized(word.text)) && words.joined(*index)
        };
        at = (at + 1 + article..at + 7).take_while(capital).last()? + 1;
    }
    let word = |at: usize| words.list.get(at).filter(|_| words.joined(at)).map_or("", |word| word.text);
    if !matches!(word(at), "is" | "was") {
        return None;
    }
    let ours = matches!(word(at + 1), "its" | "their");
    if !ours && word(at + 1) != "the" {
        return None;
    }
    let mut first = at + 2;
    while matches!(
        word(first),
        "first" | "second" | "third" | "current" | "new" | "present" | "sole" | "founding"
    ) {
        first += 1;
    }
    if words.role(people, first, 9) == 0 {
        return None;
    }
    let mut title = described(words, people, first)?;
    // `The Peat Council has ten members. Jane Ode is its chair.`: what the sentence before speaks of.
    if ours && title.of.is_none() {
        title.of = subject_before(words, people, end);
    }
    Some(title)
}

/// The body that is the subject of the sentence before the one that a word stands in.
fn subject_before(words: &Words<'_>, people: &People, at: usize) -> Option<String> {
    let start = (1..at).rev().take(40).find(|&index| words.starts_sentence(index))?;
    let mut first = (0..start).rev().take(60).find(|&index| words.starts_sentence(index))?;
    first += usize::from(words.list[first].text == "The");
    let inner = |index: usize| {
        let word = words.list[index].text;
        is_capitalized(word) || matches!(word, "of" | "on" | "for" | "and" | "the")
    };
    let last = (first..start).take_while(|&i| inner(i) && (i == first || words.joined(i))).last()?;
    let last = (first..=last).rev().find(|&index| is_capitalized(words.list[index].text))?;
    let text = words.text.get(words.list[first].start..words.list[last].end)?;
    is_body(people, text).then(|| text.to_owned())
}

/// `appointed Jane Ode as the chair of …`, `named Jane Ode chair`: the role to which somebody is called.
pub fn appointed(words: &Words<'_>, people: &People, first: usize, end: usize) -> Option<Title> {
    let word = words.list.get(end).filter(|_| words.joined(end))?;
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
    if !called {
        return None;
    }
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
        if last == at && joined && words.role(people, last, 9) == 0 {
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
            // `the Union’s envoy in Oslo`: the owner, not the post.
            let posted = owner.is_some()
                && words.list.get(words.at(title.range.end)).is_some_and(|word| word.text == "in");
            title.of = title.of.filter(|_| !posted).or(named).or(owner);
            // A title that stands right before another name is that one's.
            let next = words.list.get(title.end).filter(|_| words.joined(title.end));
            let address = next.is_some() && words.honorific(people, title.end, 5) > 0;
            return (!address && !next.is_some_and(|word| is_capitalized(word.text))).then_some(title);
        }
        let word = words.list[role].text;
        let small = !is_capitalized(word);
        let verb = small && words.cue(people, role, 3) > 0;
        let participle =
            small && word.ends_with("ing") && !matches!(word, "managing" | "acting" | "presiding");
        if ENDS.contains(&word) || PLAIN.contains(&word) || verb || participle {
            return None;
        }
    }
    None
}

fn country_starts(words: &Words<'_>, people: &People, first: usize, last: usize) -> bool {
    let text = words.text.get(words.list[first].start..words.list[last].end).unwrap_or_default();
    people.country(text).is_some() || people.people(text).is_some()
}
