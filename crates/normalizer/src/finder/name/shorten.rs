//! Short forms: which fuller name of the document a name shortens (`Work Plan`, `Jasper Award`, `the Convention`).
//!
//! A short form has the kind of the full one and keeps its head. It is its end (`Work Plan` of `Nordic Ports Work
//! Plan`), its start before a complement (`Convention` of `Convention on …`), or its words in order with some left
//! out, where none of those is a country or body. The full form in the title comes first, then the longest before.

use std::collections::{BTreeMap, HashMap};

use foldhash::fast::FixedState;
use rapporteur_model::{Document, EntityId, EntityKind};

use super::{Candidate, Strength, form};

/// A name that other names may shorten, or that may shorten others.
struct Name {
    key: EntityId,
    kind: EntityKind,
    words: Vec<String>,
    /// Index of its first candidate.
    first: usize,
    /// Was it read by form, so that it may be a short form?
    loose: bool,
    titled: bool,
}

/// How many fuller names with the rarest word of a short form are looked at, the first of the document.
const FULLER: usize = 500;

/// For each key that shortens another: the key of the full form.
pub fn full_forms(document: &Document, keyed: &[(EntityId, Candidate)]) -> BTreeMap<EntityId, EntityId> {
    let names = names(document, keyed);
    let mut full: BTreeMap<EntityId, EntityId> = BTreeMap::new();
    // A full form has all words of its short form, so the rarest of them finds it.
    let mut having: BTreeMap<&str, Vec<&Name>> = BTreeMap::new();
    for name in &names {
        let mut words: Vec<&str> = name.words.iter().map(String::as_str).collect();
        words.sort_unstable();
        words.dedup();
        for word in words {
            having.entry(word).or_default().push(name);
        }
    }
    for short in names.iter().filter(|name| name.loose) {
        let known =
            short.words.iter().filter_map(|word| having.get(word.as_str())).min_by_key(|known| known.len());
        let known = known.into_iter().flatten().copied().take(FULLER);
        let longer: Vec<&Name> = known.filter(|long| shortens(short, long)).collect();
        if let Some(best) = choose(short, &longer) {
            full.insert(short.key.clone(), best.key.clone());
        }
    }
    // Follow chains to the fullest form; each step has more words, so there is no cycle.
    let chained = |key: &EntityId| {
        let mut end = key;
        while let Some(next) = full.get(end) {
            end = next;
        }
        end.clone()
    };
    full.keys().map(|key| (key.clone(), chained(key))).collect()
}

fn names(document: &Document, keyed: &[(EntityId, Candidate)]) -> Vec<Name> {
    let mut seen: BTreeMap<(EntityId, Vec<String>), usize> = BTreeMap::new();
    // Most names stand more than once, and are parted into words once.
    let mut spelled: HashMap<(&EntityId, &str), usize, FixedState> = HashMap::default();
    let mut names: Vec<Name> = Vec::new();
    for (index, (key, candidate)) in keyed.iter().enumerate() {
        if matches!(
            candidate.kind,
            EntityKind::Person | EntityKind::Country | EntityKind::Place | EntityKind::Region
        ) {
            continue;
        }
        let titled = document.title == Some(candidate.at.passage);
        let loose = candidate.strength <= Strength::Form && candidate.key.is_none();
        let again = spelled.get(&(key, candidate.name.as_str())).copied();
        let words = if again.is_none() { words(&candidate.name) } else { Vec::new() };
        if let Some(known) = again.or_else(|| seen.get(&(key.clone(), words.clone())).copied()) {
            names[known].titled |= titled;
            names[known].loose &= loose;
            spelled.insert((key, &candidate.name), known);
            continue;
        }
        seen.insert((key.clone(), words.clone()), names.len());
        spelled.insert((key, &candidate.name), names.len());
        names.push(Name { key: key.clone(), kind: candidate.kind, words, first: index, loose, titled });
    }
    names
}

fn shortens(short: &Name, long: &Name) -> bool {
    if short.key == long.key || !same_kind(short, long) || short.words.len() >= long.words.len() {
        return false;
    }
    let after = long.words.get(short.words.len()).map(String::as_str);
    let complement =
        matches!(after, Some("of" | "on" | "for" | "to" | "in" | "against" | "between" | "concerning"));
    let start = long.words.starts_with(&short.words) && complement;
    // The words in front only describe: `Work Plan to implement the Ports Agreement` is no `Ports Agreement`.
    let plain = |words: &[String]| {
        !words.iter().any(|word| matches!(word.as_str(), "of" | "on" | "for" | "to" | "in" | "against"))
    };
    let end =
        long.words.ends_with(&short.words) && plain(&long.words[..long.words.len() - short.words.len()]);
    // `Convention` of `Nordic Convention on the Safety of Ships`.
    let head = {
        let count = short.words.len();
        let at = long.words.windows(count).position(|words| *words == short.words);
        at.and_then(|at| long.words.get(at + count))
            .is_some_and(|next| matches!(next.as_str(), "of" | "on" | "for" | "to"))
            && (count == 1 || short.kind == EntityKind::Instrument)
    };
    let skipping = short.words.len() > 1
        && short.words.last() == long.words.last()
        && long.words.first() != short.words.first()
        && !short.words.iter().any(|word| COMPOUND.contains(&word.as_str()))
        && left_out(&short.words, &long.words).is_some_and(|words| plain(&words));
    start || end || head || skipping
}

/// Have they one kind? A forum is read as a meeting where it stands alone, and may be a body.
fn same_kind(short: &Name, long: &Name) -> bool {
    let body = matches!(long.kind, EntityKind::Organization | EntityKind::Event);
    short.kind == long.kind || body && short.words == ["forum"]
}

/// The words of `long` that `short` leaves out, where the rest stands in it in order.
fn left_out(short: &[String], long: &[String]) -> Option<Vec<String>> {
    let mut rest = short.iter().peekable();
    let out: Vec<String> =
        long.iter().filter(|word| rest.next_if(|next| next == word).is_none()).cloned().collect();
    rest.peek().is_none().then_some(out)
}

/// Words that tell two names apart although the rest is the same.
const COMPOUND: [&str; 4] = ["united", "european", "asean", "african"];

/// The full form that is meant, where one is.
fn choose<'n>(short: &Name, longer: &[&'n Name]) -> Option<&'n Name> {
    if let Some(titled) = longer.iter().find(|long| long.titled) {
        return Some(titled);
    }
    let numbers = |name: &Name| name.words.iter().any(|word| form::is_ordinal(word));
    let instances: Vec<&&Name> = longer.iter().filter(|long| numbers(long)).collect();
    let only_number = |long: &&&Name| long.words.len() == short.words.len() + 1;
    // A series with several numbered instances is a thing of its own.
    if instances.iter().filter(|long| only_number(long)).count() > 1 {
        return None;
    }
    let before = longer
        .iter()
        .filter(|long| long.first < short.first)
        .max_by_key(|long| (long.words.len(), long.first));
    before.or_else(|| longer.iter().max_by_key(|long| long.words.len())).copied()
}

/// The words of a name for comparing: lower case, parts of compounds apart, one spelling, no article.
pub fn words(name: &str) -> Vec<String> {
    // `Union of Ports (UP)-Norway Summit` is the `UP-Norway Summit`.
    let name = name.find(")-").and_then(|close| name[..close].rfind(" (")).map_or(name, |open| &name[open..]);
    // `Nordic Ports Council (NPC) Leaders’ Summit` has its acronym only beside it.
    let inner = name.find(" (").zip(name.find(") ")).filter(|(open, close)| open < close);
    let (left, right) = inner.map_or((name, ""), |(open, close)| (&name[..open], &name[close + 1..]));
    let mut words = Vec::new();
    for word in
        [left, " ", right].concat().split(|c: char| c.is_whitespace() || matches!(c, '-' | '‑' | '/' | ','))
    {
        let word = word
            .trim_matches(|c: char| matches!(c, '(' | ')' | '\'' | '’' | '“' | '”' | '"' | '.'))
            .to_lowercase();
        match word.as_str() {
            "" | "the" => {}
            "un" => words.extend(["united".to_owned(), "nations".to_owned()]),
            _ => words.push(spelled(&word)),
        }
    }
    words
}

fn spelled(word: &str) -> String {
    match word {
        "organisation" => "organization".to_owned(),
        "programme" => "program".to_owned(),
        "centre" => "center".to_owned(),
        "defence" => "defense".to_owned(),
        "labour" => "labor".to_owned(),
        "&" => "and".to_owned(),
        "meetings" | "dialogues" | "summits" | "conferences" => word.trim_end_matches('s').to_owned(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn spelling_and_compounds_do_not_tell_names_apart() {
        assert_eq!(words("the UN-Nordic Centre"), words("United Nations Nordic Center"));
        assert_ne!(words("Ports Agreement"), words("Ports Agreements"));
    }
}
