//! Where a name by form ends: right of its head, over a complement.
//!
//! `Convention on the Elimination of all forms of X against Y`, `Ministry of Trade and Industry`,
//! `Protocol to Prevent, Suppress and Punish X`. A connector counts only where a capitalised word follows it.

use rapporteur_model::EntityKind;

use super::{HeadAt, LONGEST};
use crate::{
    finder::name::{
        reading::Page,
        token::{Shape, Token},
    },
    lexicon::{names::Names, vocabulary::Marks},
};

/// The last token of the name of a head, the head's own where nothing belongs to it; none where it would be too long for
/// a name.
pub fn end(page: &Page<'_>, names: &Names, at: HeadAt<'_>) -> Option<usize> {
    let complement = Complement { page, names, kind: at.head.kind };
    let mut end = complement.paired(at).unwrap_or(at.last);
    if let Some(last) = complement.numbered(end).or_else(|| complement.parties(end)) {
        return Some(last);
    }
    let Some(connector) = page.tokens.get(end + 1) else { return Some(end) };
    let word = connector.text.to_lowercase();
    let direct = at.head.after.contains(&word.as_str()) && connector.spaced;
    let between = word == "between" && at.head.kind == EntityKind::Instrument;
    let Some(first) = (direct || between).then(|| complement.opens(end + 1)).flatten() else {
        return Some(end);
    };
    let known = complement.known_kind(first);
    let geographic = matches!(known, Some(EntityKind::Country | EntityKind::Place));
    let papers = word == "in" && geographic && complement.paper();
    // A body is sent to a known one: `Delegation to the Nordic Council`, not `Delegation to Meet`.
    let order = word == "to" && !complement.paper() && known.is_none();
    if papers || order {
        return Some(end);
    }
    end = complement.run(first);
    let mut parties = 1;
    while let Some(next) = complement.further(end, between) {
        parties += usize::from(page.tokens[end + 1].text.eq_ignore_ascii_case("and"));
        end = complement.run(next);
        if end - at.last > LONGEST {
            return None;
        }
    }
    // One party alone is cut off; the paper is then named by its head.
    if between && parties < 2 {
        return Some(at.last);
    }
    // `Survey of the Skarn channel`: the word belongs to a longer name of a place.
    let land =
        ["channel", "river", "valley", "delta", "coast", "basin", "region", "island", "islands", "canal"];
    if end > at.last && page.tokens.get(end + 1).is_some_and(|next| land.contains(&next.text)) {
        return Some(at.last);
    }
    // `Forces in the Norwegian …`: an adjective ends no name.
    let adjective = |token: usize| page.tokens[token].people();
    let cut = adjective(end) && page.tokens[end - 1].shape == Shape::Lower;
    let end = if cut { at.last } else { end };
    (end - at.last <= LONGEST).then_some(end)
}

/// What may follow a head of a kind in a page.
struct Complement<'a, 'p> {
    page: &'a Page<'p>,
    names: &'a Names,
    kind: EntityKind,
}

impl Complement<'_, '_> {
    fn text(&self, token: usize) -> &str {
        self.page.tokens.get(token).map_or("", |token| token.text)
    }

    fn capital(&self, token: usize) -> bool {
        self.page.tokens.get(token).is_some_and(|token| token.capital() && token.spaced)
    }

    /// Can the token begin no name?
    fn opens_none(&self, token: usize) -> bool {
        self.page.tokens.get(token).is_some_and(Token::opens)
    }

    fn paper(&self) -> bool {
        matches!(self.kind, EntityKind::Instrument | EntityKind::Programme)
    }

    fn known_kind(&self, token: usize) -> Option<EntityKind> {
        self.page.known(self.names, token).map(|(_, entry)| entry.kind)
    }

    /// The last token of the capitalised words that begin at `first`.
    fn run(&self, first: usize) -> usize {
        let mut last = self.page.known(self.names, first).map_or(first, |(last, _)| last);
        // One more than a name may have tells that it is none.
        while last - first <= LONGEST {
            let next = last + 1;
            // An acronym before a bracket that closes has lost the one that opened it.
            let bracketed = self.text(next + 1) == ")" && self.page.tokens[next].acronym();
            // A person follows: `Ministry of Ports Anna Berg`, `Ministry of Ports K.M. Berg`.
            let given = self.page.given(next);
            let person = given && self.capital(next + 1) && !self.page.proper(self.names, next)
                || self.text(next).contains('.') && self.known_kind(next).is_none();
            let bracketed = bracketed || person;
            if self.capital(next) && !bracketed && !self.opens_none(next) {
                last = self.page.known(self.names, next).map_or(next, |(last, _)| last);
            } else if self.page.tokens.get(next).is_some_and(|t| t.shape == Shape::Possessive)
                && self.capital(next + 1)
            {
                last = next + 1;
            } else {
                break;
            }
        }
        last
    }

    /// The capitalised word that a connector leads to, over an article, a verb or `all forms of`.
    fn opens(&self, connector: usize) -> Option<usize> {
        let mut next = connector + 1;
        if self.text(connector).eq_ignore_ascii_case("to") && self.paper() {
            let named = self.capital(next) && self.text(next + 1) == "the" && self.capital(next + 2);
            next += if named { 2 } else { 0 };
        }
        if self.text(connector) == "to" && self.paper() && PURPOSES.contains(&self.text(next)) {
            next += 1;
        }
        let mut gap = 0;
        while gap < 5 && GAPS.contains(&self.text(next)) {
            (next, gap) = (next + 1, gap + 1);
        }
        (self.capital(next) && !self.opens_none(next)).then_some(next)
    }

    /// The capitalised word with which the complement goes on after `end`.
    fn further(&self, end: usize, between: bool) -> Option<usize> {
        let connector = end + 1;
        let token = self.page.tokens.get(connector)?;
        if token.text == "," {
            return self.list(connector);
        }
        if !token.spaced || token.shape == Shape::Sign {
            return None;
        }
        let word = token.text.to_lowercase();
        let next = self.opens(connector)?;
        let known = self.known_kind(next);
        let geographic = matches!(known, Some(EntityKind::Country | EntityKind::Place));
        let fits = match word.as_str() {
            "and" if between => true,
            // `the` begins a new name, and so does a known one or one with a head of its own in front.
            "and" if self.page.tokens[next].acronym() && !self.page.tokens[end].acronym() => false,
            "and" => {
                (next == connector + 1 || self.listing(end)) && known.is_none() && !self.begins_name(next)
            }
            // `Guidelines for X of the Y`: the body that made the paper.
            "of" if self.paper() && self.text(connector + 1) == "the" => {
                !matches!(known, Some(EntityKind::Organization | EntityKind::Country))
                    || FOUNDING.contains(&self.text(end))
            }
            "of" => true,
            // `Ministry of Ports of Norway on Harbour Fees`: the country ends the body's name.
            "on" | "for" if !self.paper() && self.ends_in_country(end) => false,
            "on" => self.paper() || known.is_none(),
            "for" | "against" => self.paper() || token.text == "for",
            "to" | "by" | "from" => self.paper(),
            "in" => self.paper() && !geographic,
            _ => false,
        };
        fits.then_some(next)
    }

    /// Is `end` the last word of a country's name?
    fn ends_in_country(&self, end: usize) -> bool {
        let hit = self.page.hit_ending(self.page.tokens[end].range.end);
        let form = hit.and_then(|hit| self.names.gazetteer.form(hit.form).entries.first());
        form.is_some_and(|(entry, _)| self.names.gazetteer.entry(*entry).kind == EntityKind::Country)
    }

    /// Is `end` the last word of an entry behind a comma (`Ports, Roads and the Sea`)?
    fn listing(&self, end: usize) -> bool {
        (1..3).any(|back| end.checked_sub(back).is_some_and(|token| self.text(token) == ","))
    }

    /// Does a name with a head of its own begin here (`… and Ministry of Health`)?
    fn begins_name(&self, token: usize) -> bool {
        let last = self.run(token);
        let leads = matches!(self.text(last + 1), "of" | "on" | "for");
        (token..=last).any(|word| {
            let marked = self.page.tokens.get(word).is_some_and(|token| token.marks.has(Marks::HEAD));
            let head = marked.then(|| self.names.heads.get(self.text(word))).flatten();
            head.is_some_and(|head| {
                head.kind == EntityKind::Organization && (leads || word == last && word > token)
            })
        })
    }

    /// After a comma: the next entry of a list that ends in `and` (`Science, Technology and Innovation`).
    fn list(&self, comma: usize) -> Option<usize> {
        let mut next = comma + 1;
        if self.paper() && matches!(self.text(next), "especially" | "including" | "particularly") {
            return self.capital(next + 1).then_some(next + 1);
        }
        for _ in 0..4 {
            if !self.capital(next) || self.known_kind(next).is_some() || self.begins_name(next) {
                return None;
            }
            let last = self.run(next);
            if last > next + 2 {
                return None;
            }
            match self.text(last + 1) {
                "and" if self.text(last + 2) == "the" => {
                    return (self.capital(last + 3) && self.known_kind(last + 3).is_none())
                        .then_some(comma + 1);
                }
                "and" => {
                    let plain = self.capital(last + 2) && self.known_kind(last + 2).is_none();
                    return (plain && !self.begins_name(last + 2)).then_some(comma + 1);
                }
                "," if self.text(last + 2) == "and" => {
                    let plain = self.capital(last + 3) && self.known_kind(last + 3).is_none();
                    return (plain && !self.begins_name(last + 3)).then_some(comma + 1);
                }
                "," => next = last + 2,
                _ => return None,
            }
        }
        None
    }

    /// `Declaration and Platform for Action`: a second paper of the same name.
    fn paired(&self, at: HeadAt<'_>) -> Option<usize> {
        if at.head.kind != EntityKind::Instrument
            || self.text(at.last + 1) != "and"
            || !self.capital(at.last + 2)
        {
            return None;
        }
        let second = super::head_at(self.page, self.names, at.last + 2)?;
        (second.head.kind == EntityKind::Instrument && second.last > second.first).then_some(second.last)
    }

    /// `Cooperation Plan Andean Community – Norway`: the parties right behind a paper, joined by a dash.
    fn parties(&self, head: usize) -> Option<usize> {
        let named = |token: usize| {
            let spaced = self.page.tokens.get(token).is_some_and(|token| token.spaced);
            let (last, entry) = self.page.known(self.names, token).filter(|_| spaced)?;
            let party =
                matches!(entry.kind, EntityKind::Country | EntityKind::Group | EntityKind::Organization);
            party.then_some(last)
        };
        let first = named(head + 1).filter(|_| self.kind == EntityKind::Instrument)?;
        matches!(self.text(first + 1), "–" | "-" | "—").then(|| named(first + 2)).flatten()
    }

    /// `Vision 2030`: a year that belongs to the head.
    fn numbered(&self, head: usize) -> Option<usize> {
        let year = |token: usize| {
            self.text(token).len() == 4 && self.text(token).bytes().all(|b| b.is_ascii_digit())
        };
        (matches!(self.text(head), "Vision" | "Agenda" | "Strategy") && year(head + 1)).then_some(head + 1)
    }
}

/// What a paper may be of that is said of a body or country: `Treaty for the Establishment of the African Union`.
const FOUNDING: [&str; 16] = [
    "Establishment",
    "Creation",
    "Foundation",
    "Functioning",
    "Constitution",
    "Accession",
    "Privileges",
    "Immunities",
    "Membership",
    "Independence",
    "Status",
    "Headquarters",
    "Seat",
    "Enlargement",
    "Withdrawal",
    "Reform",
];

/// What a plan may be made for, in lower case: `Work Plan to implement the …`.
const PURPOSES: [&str; 18] = [
    "implement",
    "combat",
    "prevent",
    "eliminate",
    "end",
    "counter",
    "promote",
    "strengthen",
    "address",
    "protect",
    "reduce",
    "support",
    "advance",
    "accelerate",
    "achieve",
    "improve",
    "enhance",
    "prohibit",
];

/// Words in lower case that may stand between a connector and the next capital.
const GAPS: [&str; 9] = ["the", "all", "forms", "of", "certain", "other", "its", "their", "an"];
