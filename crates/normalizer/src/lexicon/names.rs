//! Names, roles and cues.

/// Names, roles and cues.
pub struct Names {}

impl Names {
    /// The rows that are built into the program.
    pub fn embedded() -> Self {
        Self {}
    }
}
