//! Numbers that look drawn by lot and are the same for the same seed: `Seeded::new(7).below(10)`.
//!
//! `SplitMix64` (Steele, Lea and Flood, 2014): ten lines, the same on every machine and in every version, which no crate of
//! random numbers promises.

/// A stream of numbers.
pub struct Seeded(u64);

impl Seeded {
    /// The stream of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The stream of the thing of some number among those of a seed, whatever was drawn for the others.
    pub fn of(seed: u64, number: u64) -> Self {
        let mut mixed = Self(seed ^ number.wrapping_mul(0xD134_2543_DE82_EF95));
        Self(mixed.next())
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`; 0 where that is 0.
    pub fn below(&mut self, bound: usize) -> usize {
        let drawn = self.next();
        let bound = bound as u64;
        drawn.checked_rem(bound).unwrap_or_default() as usize
    }

    /// One of several; none of none.
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(self.below(of.len()))
    }
}
