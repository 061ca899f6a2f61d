//! The last points that were read, by where they were looked for.
//!
//! Most forms of an expression begin with a point, and each is tried in turn at the same place: without this, `May 3 for`
//! would be read a dozen times to no avail. Forgotten at the start of each expression, so that a place is a place in one
//! text only.

use std::cell::Cell;

use super::point::Spot;

/// Places that are remembered: the two ends of a stretch, and what stands around them.
const PLACES: usize = 4;

/// What was found at a place: how much text is left behind it, and the point; `None` for no point.
type Found = Option<(usize, Spot)>;

/// The last points that were read.
#[derive(Clone, Default, Debug)]
pub struct Memo {
    places: [Cell<Option<(usize, Found)>>; PLACES],
    next: Cell<usize>,
}

impl Memo {
    /// Forgets all.
    pub fn forget(&self) {
        for place in &self.places {
            place.set(None);
        }
    }

    /// What was found where so much text is left.
    pub fn at(&self, left: usize) -> Option<Found> {
        self.places.iter().filter_map(Cell::get).find(|(place, _)| *place == left).map(|(_, found)| found)
    }

    /// Remembers what was found where so much text is left.
    pub fn keep(&self, left: usize, found: Found) {
        let next = self.next.get();
        self.places[next].set(Some((left, found)));
        self.next.set((next + 1) % PLACES);
    }
}
