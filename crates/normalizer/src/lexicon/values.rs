//! Words of dates and money.

/// Words of dates and money.
pub struct Values {}

impl Values {
    /// The rows that are built into the program.
    pub fn embedded() -> Self {
        Self {}
    }
}
