//! Half-open ranges: of the source ([`Span`]) and of a passage's clean text ([`TextRange`]).
//!
//! Two types, so that a range of repaired text can never be taken for a place in the source.

/// A half-open range of byte offsets in [`Source::text`](crate::Source), on character boundaries.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// A half-open range of byte offsets in the clean text of one [`Passage`](crate::Passage).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct TextRange {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

macro_rules! range_methods {
    ($name:ident) => {
        impl $name {
            /// The range `start..end`; an `end` before `start` gives an empty range at `start`.
            pub const fn new(start: usize, end: usize) -> Self {
                Self { start, end: if end < start { start } else { end } }
            }

            /// Length in bytes.
            pub const fn len(self) -> usize {
                self.end - self.start
            }

            /// Has it no bytes?
            pub const fn is_empty(self) -> bool {
                self.start == self.end
            }

            /// Does `offset` lie in it?
            pub const fn contains(self, offset: usize) -> bool {
                self.start <= offset && offset < self.end
            }

            /// Does `other` lie wholly in it?
            pub const fn covers(self, other: Self) -> bool {
                self.start <= other.start && other.end <= self.end
            }

            /// Do the two share a byte?
            pub const fn overlaps(self, other: Self) -> bool {
                self.start < other.end && other.start < self.end
            }

            /// The shortest range that holds both.
            #[must_use]
            pub fn join(self, other: Self) -> Self {
                Self { start: self.start.min(other.start), end: self.end.max(other.end) }
            }
        }

        impl From<std::ops::Range<usize>> for $name {
            fn from(range: std::ops::Range<usize>) -> Self {
                Self::new(range.start, range.end)
            }
        }

        impl From<$name> for std::ops::Range<usize> {
            fn from(range: $name) -> Self {
                range.start..range.end
            }
        }
    };
}

range_methods!(Span);
range_methods!(TextRange);
