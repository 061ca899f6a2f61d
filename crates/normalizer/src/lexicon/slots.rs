//! Where words stand in a list: a table of open addressing that is quick to fill and that mostly tells at once that a
//! word is not in the list.
//!
//! A slot holds the place of a word and some bits of its hash, so that other words are seldom compared. What the places
//! mean is for its owner, who keeps the list and compares.

/// Bits of a slot that hold a place, counted from 1; the others hold bits of the hash.
const PLACE_BITS: u32 = 20;
const PLACE: u32 = (1 << PLACE_BITS) - 1;

/// A table that grows not.
pub struct Slots(Vec<u32>);

impl Slots {
    /// A table for so many words at most.
    pub fn for_words(count: usize) -> Self {
        Self(vec![0; (2 * count).next_power_of_two().max(2)])
    }

    /// The place of a word, of which `is` tells whether it is the word's.
    pub fn find(&self, word: &[u8], mut is: impl FnMut(usize) -> bool) -> Option<usize> {
        let (mut at, tag) = self.start(word);
        loop {
            let slot = *self.0.get(at)?;
            if slot == 0 {
                return None;
            }
            let place = (slot & PLACE) as usize - 1;
            if slot & !PLACE == tag && is(place) {
                return Some(place);
            }
            at = (at + 1) & (self.0.len() - 1);
        }
    }

    /// Notes the place of a word that the table has not, below a million.
    pub fn insert(&mut self, word: &[u8], place: usize) {
        debug_assert!(place < PLACE as usize);
        let (mut at, tag) = self.start(word);
        while self.0[at] != 0 {
            at = (at + 1) & (self.0.len() - 1);
        }
        self.0[at] = tag | (place as u32 + 1);
    }

    /// The first slot of a word, and its bits.
    fn start(&self, word: &[u8]) -> (usize, u32) {
        let hash = hash(word);
        (hash as usize & (self.0.len() - 1), (hash >> 32) as u32 & !PLACE)
    }
}

/// The hash of a word: its first and last bytes, and its length.
fn hash(word: &[u8]) -> u64 {
    const ODD: [u64; 2] = [0x9E37_79B9_7F4A_7C15, 0xD1B5_4A32_D192_ED03];
    let length = word.len();
    let (front, back) = if let (Some(front), Some(back)) = (word.first_chunk::<8>(), word.last_chunk::<8>()) {
        (u64::from_le_bytes(*front), u64::from_le_bytes(*back))
    } else if let (Some(front), Some(back)) = (word.first_chunk::<4>(), word.last_chunk::<4>()) {
        (u64::from(u32::from_le_bytes(*front)), u64::from(u32::from_le_bytes(*back)))
    } else {
        let byte = |at: usize| word.get(at).map_or(0, |byte| u64::from(*byte));
        (byte(0) | byte(length / 2) << 8, byte(length.saturating_sub(1)))
    };
    let mixed = u128::from(front ^ ODD[0]) * u128::from(back.rotate_left(24) ^ ODD[1] ^ length as u64);
    (mixed as u64) ^ (mixed >> 64) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_and_others_are_not() {
        let words = ["", "a", "an", "peat", "peats", "minister", "ministers", "Skarnvik-on-the-Long-Water"];
        let mut slots = Slots::for_words(words.len());
        for (place, word) in words.iter().enumerate() {
            assert_eq!(slots.find(word.as_bytes(), |place| words[place] == *word), None);
            slots.insert(word.as_bytes(), place);
        }
        for (place, word) in words.iter().enumerate() {
            assert_eq!(slots.find(word.as_bytes(), |place| words[place] == *word), Some(place));
        }
        assert_eq!(slots.find(b"bog", |place| words[place] == "bog"), None);
    }
}
