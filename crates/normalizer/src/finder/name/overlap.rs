//! Which of several overlapping candidates stands: `ASEAN Regional Forum` beats `ASEAN`.
//!
//! The longest wins; of the same stretch the surest; then the kind by [`rank`]. A loser is dropped whole, it is
//! never cut down.

use rapporteur_model::EntityKind;

use super::Candidate;

/// The candidates that share no text with a better one, in reading order.
pub fn longest(mut proposed: Vec<Candidate>) -> Vec<Candidate> {
    proposed.sort_by(|a, b| {
        let length = b.at.range.len().cmp(&a.at.range.len());
        length
            .then(b.strength.cmp(&a.strength))
            .then(rank(a.kind).cmp(&rank(b.kind)))
            .then(a.at.cmp(&b.at))
            .then(a.key.cmp(&b.key))
    });
    let mut kept: Vec<Candidate> = Vec::new();
    let mut taken: std::collections::BTreeMap<usize, Vec<rapporteur_model::TextRange>> =
        std::collections::BTreeMap::new();
    for candidate in proposed {
        let ranges = taken.entry(candidate.at.passage.0).or_default();
        if candidate.at.range.is_empty() || ranges.iter().any(|range| range.overlaps(candidate.at.range)) {
            continue;
        }
        ranges.push(candidate.at.range);
        kept.push(candidate);
    }
    kept.sort_by_key(|candidate| candidate.at);
    kept
}

/// Order of kinds for the same stretch: what is read by its last word comes before what is only a proper name.
fn rank(kind: EntityKind) -> u8 {
    match kind {
        EntityKind::Event => 0,
        EntityKind::Instrument => 1,
        EntityKind::Programme => 2,
        EntityKind::Organization => 3,
        EntityKind::Person => 4,
        EntityKind::Group => 5,
        EntityKind::Country => 6,
        EntityKind::Region => 7,
        EntityKind::Place => 8,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rapporteur_model::{Location, PassageId, TextRange};

    #[test]
    fn the_longest_wins_and_the_rest_stays_in_reading_order() {
        let candidate = |start, end, kind, name: &str| {
            let at = Location { passage: PassageId(0), range: TextRange::new(start, end) };
            Candidate::new(at, kind, name)
        };
        let kept = longest(vec![
            candidate(30, 36, EntityKind::Country, "Norway"),
            candidate(0, 14, EntityKind::Event, "Nordic Council"),
            candidate(0, 6, EntityKind::Region, "Nordic"),
            candidate(0, 14, EntityKind::Organization, "Nordic Council"),
        ]);
        let names: Vec<_> = kept.iter().map(|kept| (kept.name.as_str(), kept.kind)).collect();
        assert_eq!(names, [("Nordic Council", EntityKind::Event), ("Norway", EntityKind::Country)]);
    }
}
