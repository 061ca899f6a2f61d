//! Which of several overlapping candidates stands: `ASEAN Regional Forum` beats `ASEAN`.
//!
//! The longest wins; of the same stretch the surest; then the kind by [`rank`]. A loser is dropped whole, it is
//! never cut down.

use std::collections::BTreeMap;

use rapporteur_model::{EntityKind, PassageId, TextRange};

use super::Candidate;

/// The candidates that share no text with a better one, in reading order.
pub fn longest(proposed: Vec<Candidate>) -> Vec<Candidate> {
    // Candidates are large: their places are sorted.
    let mut order: Vec<usize> = (0..proposed.len()).collect();
    order.sort_by(|a, b| {
        let (a, b) = (&proposed[*a], &proposed[*b]);
        let length = b.at.range.len().cmp(&a.at.range.len());
        length
            .then(b.strength.cmp(&a.strength))
            .then(rank(a.kind).cmp(&rank(b.kind)))
            .then(a.at.cmp(&b.at))
            .then(a.key.cmp(&b.key))
    });
    let mut taken: BTreeMap<PassageId, Taken> = BTreeMap::new();
    order.retain(|index| {
        let at = proposed[*index].at;
        taken.entry(at.passage).or_default().take(at.range)
    });
    // No two of them begin at one place.
    let mut kept = vec![false; proposed.len()];
    for index in order {
        kept[index] = true;
    }
    let mut kept = kept.into_iter();
    let mut proposed = proposed;
    proposed.retain(|_| kept.next().unwrap_or_default());
    proposed.sort_by_key(|candidate| candidate.at);
    proposed
}

/// Ranges of one text that share nothing.
#[derive(Default)]
pub struct Taken {
    /// End by start.
    ends: BTreeMap<usize, usize>,
}

impl Taken {
    /// Takes a range where it is not empty and shares no text with one that was taken before; tells whether.
    pub fn take(&mut self, range: TextRange) -> bool {
        // Of ranges that share nothing only the last that starts before the end can reach into this one.
        let before = self.ends.range(..range.end).next_back();
        let free = !range.is_empty() && before.is_none_or(|(_, &end)| end <= range.start);
        if free {
            self.ends.insert(range.start, range.end);
        }
        free
    }
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
    use rapporteur_model::Location;

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
