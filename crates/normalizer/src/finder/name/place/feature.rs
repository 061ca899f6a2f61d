//! Places with a word for their kind: `Torne River`, `Mount Fjell`, `Port of Arnvik`, `the Skarn channel`.
//!
//! Not here: bodies that are named after a place (`Torne River Commission`), which have a head of their own.

use rapporteur_model::EntityKind;

use super::{place, words};
use crate::finder::name::{
    Candidate,
    reading::{Page, Reading},
    token::{Shape, Token},
};

/// Words in front of the names of places.
const BEFORE: [&str; 5] = ["Mount", "Lake", "Cape", "Camp", "County"];

/// Words in front of `of` and the name of a region.
const OF: [&str; 6] = ["Gulf", "Bay", "Strait", "Straits", "Sea", "Horn"];

/// These words, and those for ports.
#[rustfmt::skip]
pub const FRONT: &[&str] = &[
    "Mount", "Lake", "Cape", "Camp", "County", "Gulf", "Bay", "Strait", "Straits", "Sea", "Horn", "Port", "Fort",
];

/// The place whose word for its kind is the token `at`.
pub fn feature(reading: &Reading<'_>, page: &Page<'_>, at: usize) -> Option<Candidate> {
    let token = page.tokens.get(at)?;
    if !token.capital() {
        return water(reading, page, at).or_else(|| post(reading, page, at));
    }
    if BEFORE.contains(&token.text) {
        let known = page.known(reading.names, at + 1).filter(|(_, entry)| entry.kind == EntityKind::Place);
        let last = words(reading, page, at + 1).or(known.map(|(last, _)| last))?;
        return Some(place(page, page.range(at, last), EntityKind::Place));
    }
    let next = |ahead: usize| page.tokens.get(at + ahead);
    if token.text == "Port" && next(1).is_some_and(|token| token.text == "of") {
        let known = page.known(reading.names, at + 2).filter(|(_, entry)| entry.kind == EntityKind::Place);
        let last = known.map(|(last, _)| last).or_else(|| words(reading, page, at + 2))?;
        return Some(place(page, page.range(at, last), EntityKind::Place));
    }
    if matches!(token.text, "Port" | "Fort") {
        // Behind a preposition of place and with a single word: `to Port Security Officers` has more.
        let before = at.checked_sub(1).map(|before| &page.tokens[before])?;
        let located = matches!(before.text, "in" | "at" | "near" | "from" | "between" | "outside" | "and");
        let last = words(reading, page, at + 1).filter(|last| located && *last == at + 1)?;
        let ends = next(2).is_none_or(|next| !next.capital() && next.shape != Shape::Possessive);
        return ends.then(|| place(page, page.range(at, last), EntityKind::Place));
    }
    if OF.contains(&token.text) && next(1).is_some_and(|token| token.text == "of") {
        let capital = next(2).is_some_and(|token| token.capital() && token.shape == Shape::Capital);
        return capital.then(|| place(page, page.range(at, at + 2), EntityKind::Region));
    }
    if let Some(land) = named_land(reading, page, at) {
        return Some(land);
    }
    let kind = kind_of_feature(token.text)?;
    if next(1).is_some_and(|next| next.spaced && next.capital()) {
        return None;
    }
    let mut start = at;
    while start > 0 && at - start < 3 && page.tokens[start].spaced {
        let before = &page.tokens[start - 1];
        let fits = before.capital() && !before.opens() && !(before.first && before.orders());
        if !fits {
            break;
        }
        start -= 1;
    }
    // `Pacific Island leaders`: the words only describe.
    let known = start + 1 == at
        && page.hit_over(page.tokens[start].range).is_some_and(|hit| hit.range == page.tokens[start].range);
    let describes = token.text == "Island" && known;
    if !fits(page, start, at) {
        return None;
    }
    (start < at && !describes).then(|| place(page, page.range(start, at), kind))
}

/// Words behind the names of places.
#[rustfmt::skip]
pub const PLACES: &[&str] = &[
    "River", "Lake", "Island", "Islands", "Province", "Governorate", "County", "Oblast", "Prefecture",
    "Airport", "Harbour", "Harbor", "Canal", "Delta", "Creek", "Falls", "Park", "Square", "Street", "Avenue",
    "Bridge", "Gate", "Highlands", "Lowlands", "Glacier", "Bay", "Valley", "Hills", "Archipelago", "Atoll",
    "Reef", "Channel", "Lagoon", "Dam", "Fjord", "Wharf", "Quay", "Division", "District", "Base", "Volcano",
    "Plains", "Inlet", "Sound", "Canton", "Emirate", "Parish", "Borough", "Regency", "Township",
    "Municipality", "Voivodeship", "Territory", "Pass", "Gorge", "Rapids", "Wetlands", "Marsh", "Swamp",
    "Forest", "Oasis", "Crossing", "Checkpoint", "Airfield", "Oilfield", "Palace", "Stadium", "Mosque",
    "Cathedral",
];

/// Words behind the names of regions.
#[rustfmt::skip]
pub const REGIONS: &[&str] = &[
    "Sea", "Ocean", "Gulf", "Peninsula", "Basin", "Strait", "Straits", "Desert", "Mountains", "Plateau",
];

fn kind_of_feature(word: &str) -> Option<EntityKind> {
    if PLACES.contains(&word) {
        return Some(EntityKind::Place);
    }
    REGIONS.contains(&word).then_some(EntityKind::Region)
}

/// May the words before an ambiguous word make a place: `Fjell Base` and `Northern Division`, not `Data Base`?
fn fits(page: &Page<'_>, start: usize, at: usize) -> bool {
    match page.tokens[at].text {
        "Division" => {
            let direction = matches!(
                page.tokens[start].text,
                "Northern" | "Southern" | "Eastern" | "Western" | "Central"
            );
            start + 1 == at && direction
        }
        "Base" | "Sound" | "Channel" | "Plains" | "Quay" | "District" | "Parish" | "Borough"
        | "Municipality" | "Territory" | "Pass" | "Marsh" | "Swamp" | "Forest" | "Crossing"
        | "Checkpoint" | "Palace" | "Stadium" => {
            let names = &page.tokens[start..at];
            let given = (start..at).any(|token| page.given(token));
            let known = page.hit_over(page.range(start, at)).is_some();
            given || known || names.iter().any(|token| !token.common())
        }
        _ => true,
    }
}

/// Words of other languages for a kind of place, which stand first.
#[rustfmt::skip]
pub const LANDS: &[&str] = &[
    // Spanish and Portuguese.
    "Bahía", "Baía", "Cabo", "Cerro", "Ciudad", "Costa", "Golfo", "Ilha", "Isla", "Islas", "Islote", "Lago", "Laguna",
    "Monte", "Paso", "Playa", "Porto", "Praia", "Puente", "Puerto", "Punta", "Rio", "Río", "Serra", "Sierra", "Valle",
    "Villa", "Volcán",
    // French.
    "Baie", "Cap", "Fleuve", "Golfe", "Ile", "Iles", "Lac", "Mont", "Pont", "Île", "Îles",
    // Malay and Indonesian.
    "Bukit", "Danau", "Desa", "Gunung", "Kampung", "Kampong", "Kota", "Kuala", "Muara", "Pantai", "Pulau", "Selat",
    "Sungai", "Tanjung", "Teluk",
    // Vietnamese.
    "Cù", "Hồ", "Núi", "Sông", "Vịnh", "Đảo",
    // Arabic and Persian.
    "Ain", "Bab", "Bandar", "Bir", "Djebel", "Jabal", "Jebel", "Khor", "Oued", "Ras", "Tell", "Wadi",
];

/// `at Isla Fjella`: such a word behind a preposition of place, with one or two capitalised words.
fn named_land(reading: &Reading<'_>, page: &Page<'_>, at: usize) -> Option<Candidate> {
    let before = at.checked_sub(1).map(|before| &page.tokens[before])?;
    let located = matches!(
        before.text,
        "in" | "at" | "near" | "from" | "to" | "on" | "off" | "outside" | "around" | "between" | "and" | ","
    );
    if !LANDS.contains(&page.tokens[at].text) || !located {
        return None;
    }
    let capital = |token: usize| {
        page.tokens
            .get(token)
            .is_some_and(|token| token.capital() && token.spaced && !token.opens() && !token.acronym())
    };
    let small = usize::from(
        page.tokens
            .get(at + 1)
            .is_some_and(|token| matches!(token.text, "de" | "del" | "do" | "da" | "la" | "al")),
    );
    let last = (at + 1 + small..at + 4 + small).take_while(|&token| capital(token)).last()?;
    let hit = page.hit_starting(page.tokens[at].range.start).is_some();
    let head = reading.is_head(&page.tokens[last]);
    (!hit && !head && last < at + 3 + small).then(|| place(page, page.range(at, last), EntityKind::Place))
}

/// Nouns in lower case for a post or field, by their words.
const POSTS: &[&[&str]] = &[
    &["border", "gate"],
    &["border", "post"],
    &["border", "crossing"],
    &["border", "point"],
    &["border", "bridge"],
    &["checkpoint"],
    &["geothermal", "field"],
    &["gas", "field"],
    &["oil", "field"],
    &["coal", "field"],
    &["field"],
    &["oilfield"],
    &["gasfield"],
    &["archipelago"],
    &["atoll"],
    &["peninsula"],
    &["plateau"],
    &["wetlands"],
];

/// `the Skarn–Gribb border gate`: up to four capitalised words behind an article, one of them none of the language.
fn post(reading: &Reading<'_>, page: &Page<'_>, at: usize) -> Option<Candidate> {
    let word = |token: usize| page.tokens.get(token).map_or("", |token| token.text);
    let noun =
        POSTS.iter().find(|noun| noun.iter().enumerate().all(|(index, text)| word(at + index) == *text))?;
    let mut first = at;
    while first > 0 && at - first < 5 && page.tokens[first - 1].capital() && page.tokens[first].spaced {
        first -= 1;
    }
    let names = page.tokens.get(first..at).filter(|names| (1..5).contains(&names.len()))?;
    let article = first.checked_sub(1).is_some_and(|before| matches!(word(before), "the" | "The"));
    let strange = |token: &Token<'_>| token.text.len() > 3 && !token.common();
    let own = names.iter().any(|token| strange(token) && !token.acronym())
        && !names.iter().any(|token| token.people() || reading.is_head(token));
    // A noun of its own needs a border or a name that no lexicon has: `the Boeing field` is no place.
    let border = noun.first() == Some(&"border");
    let known = page.hit_over(page.range(first, at - 1)).is_some();
    (article && own && (border || !known))
        .then(|| place(page, page.range(first, at + noun.len() - 1), EntityKind::Place))
}

/// Small words for a water or a valley.
#[rustfmt::skip]
pub const WATERS: &[&str] = &[
    "basin", "reservoir", "bay", "gulf", "lake", "estuary", "river", "channel", "canal", "valley", "lagoon",
    "delta", "fjord", "glacier", "strait", "dam",
];

/// The first words of [`POSTS`].
#[rustfmt::skip]
pub const POST_CUES: &[&str] = &[
    "border", "checkpoint", "geothermal", "gas", "oil", "coal", "field", "oilfield", "gasfield", "archipelago", "atoll",
    "peninsula", "plateau", "wetlands",
];

/// `the Skarn channel`: a strange word before a small word for a water or a valley.
fn water(reading: &Reading<'_>, page: &Page<'_>, at: usize) -> Option<Candidate> {
    let kind = WATERS.contains(&page.tokens[at].text);
    let before = at.checked_sub(1).filter(|_| kind)?;
    let article = before.checked_sub(1).is_some_and(|token| page.tokens[token].text == "the");
    let last = words(reading, page, before).filter(|last| article && *last == before)?;
    let word = &page.tokens[before];
    let strange = !word.common() && word.text.len() > 3;
    strange.then(|| place(page, page.range(last, at), EntityKind::Place))
}
