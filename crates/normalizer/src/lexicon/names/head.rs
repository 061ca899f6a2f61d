//! Head words: `Ministry of …`, `… Summit`, `Convention on …`.
//!
//! A head makes a name of the capitalised words around it and tells its kind.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use rapporteur_model::EntityKind;

/// How a head word builds names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Head {
    /// Kind of what it names.
    pub kind: EntityKind,
    /// May it end a name (`X Ministry`)?
    pub last: bool,
    /// Does it also make names in lower case, with a country or an acronym in front (`Malaysian foreign ministry`)?
    pub lower: bool,
    /// Words that may lead on to a complement (`Ministry of X`).
    pub after: Vec<&'static str>,
}

/// All heads.
pub struct Heads {
    /// By the words of the head, as they are written.
    by_words: HashMap<&'static str, Head, FixedState>,
    /// By their first words, how many words they have at most.
    longest: HashMap<&'static str, usize, FixedState>,
}

impl Heads {
    /// The rows of `data/name_heads.csv`.
    pub fn embedded() -> Self {
        let mut heads = Self { by_words: HashMap::default(), longest: HashMap::default() };
        heads.add(include_str!("../../../../../data/name_heads.csv"));
        heads
    }

    fn add(&mut self, table: &'static str) {
        // The fields of an embedded table without quotes are slices of it; the table owns them for good.
        for line in table.lines().skip(1) {
            let mut fields = line.split(',');
            let mut next = || fields.next().unwrap_or_default();
            let (words, kind, last, lower, after) = (next(), next(), next(), next(), next());
            let Some(kind) = EntityKind::from_name(kind) else { continue };
            let after = after.split('|').filter(|word| !word.is_empty()).collect();
            let head = Head { kind, last: last == "yes", lower: lower == "yes", after };
            let first = words.split(' ').next().unwrap_or_default();
            let longest = self.longest.entry(first).or_default();
            *longest = words.split(' ').count().max(*longest);
            self.by_words.insert(words, head);
        }
    }

    /// The head of exactly these words; their apostrophes may be typographic.
    pub fn get(&self, words: &str) -> Option<&Head> {
        self.by_words.get(words).or_else(|| self.by_words.get(straight(words)?.as_str()))
    }

    /// Most words that a head with this first word has; 0 where none has it.
    pub fn longest(&self, first: &str) -> usize {
        let longest = |word: &str| self.longest.get(word).copied();
        longest(first).max(straight(first).and_then(|first| longest(&first))).unwrap_or_default()
    }
}

/// A form whose typographic apostrophes are made straight, where it has any.
fn straight(words: &str) -> Option<String> {
    words.contains('’').then(|| words.replace('’', "'"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_tell_the_kind_and_what_may_follow() {
        let heads = Heads::embedded();
        assert!(heads.get("Ministry").is_some_and(|head| head.after.contains(&"of")));
        assert_eq!(heads.get("Plan of Action").map(|head| head.kind), Some(EntityKind::Instrument));
        assert_eq!(heads.get("Summit").map(|head| head.kind), Some(EntityKind::Event));
        assert_eq!(heads.get("summit room"), None);
        assert_eq!(heads.get("Leaders’ Statement"), heads.get("Leaders' Statement"));
        assert!(heads.get("Leaders' Statement").is_some());
        assert!(heads.longest("Plan") >= 3 && heads.longest("Fens") == 0);
    }
}
