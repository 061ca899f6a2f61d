//! What was read last, by where it was looked for.
//!
//! Most forms of an expression begin with a point or a count from the day of writing, and each is tried in turn at the
//! same place: without this, `May 3 for` would be read a dozen times to no avail. Forgotten at the start of each
//! expression, so that a place is a place in one text only.

use std::cell::Cell;

/// Places that are remembered: the two ends of a stretch, and what stands around them.
const PLACES: usize = 4;

/// What was found at a place: how much text is left behind it, and the value; `None` for nothing.
type Found<T> = Option<(usize, T)>;

/// A place, by how much text is left, and what was found there.
type Place<T> = Cell<Option<(usize, Found<T>)>>;

/// The last values of one kind that were read.
#[derive(Clone, Debug)]
pub struct Memo<T: Copy> {
    places: [Place<T>; PLACES],
    next: Cell<usize>,
}

impl<T: Copy> Default for Memo<T> {
    fn default() -> Self {
        Self { places: Default::default(), next: Cell::default() }
    }
}

impl<T: Copy> Memo<T> {
    /// Forgets all.
    pub fn forget(&self) {
        for place in &self.places {
            place.set(None);
        }
    }

    /// What stands where so much text is left; `read` tells where it was not looked at before.
    pub fn of(&self, left: usize, read: impl FnOnce() -> Found<T>) -> Found<T> {
        let known = self.places.iter().filter_map(Cell::get).find(|(place, _)| *place == left);
        if let Some((_, found)) = known {
            return found;
        }
        let found = read();
        let next = self.next.get();
        self.places[next].set(Some((left, found)));
        self.next.set((next + 1) % PLACES);
        found
    }
}
