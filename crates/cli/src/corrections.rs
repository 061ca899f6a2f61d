//! The file of overrides: read once a run, and part of by what documents are read.

use std::path::Path;

use anyhow::anyhow;
use rapporteur_review::overrides::{self, Overrides};

use crate::{facts::text, intake::sha256};

/// Corrections that are replayed on every document.
#[derive(Default, Debug)]
pub struct Corrections {
    /// The corrections.
    pub overrides: Overrides,
    /// SHA-256 of their file; none where there is no file.
    pub sha256: Option<String>,
}

impl Corrections {
    /// The corrections of a file, none where no file is named.
    ///
    /// # Errors
    /// Where the file cannot be read, or is no file of overrides.
    pub fn read(file: Option<&Path>) -> anyhow::Result<Self> {
        let Some(file) = file else { return Ok(Self::default()) };
        let text = text(file)?;
        let overrides = overrides::parse(&text).map_err(|error| anyhow!("{}: {error}", file.display()))?;
        Ok(Self { overrides, sha256: Some(sha256(text.as_bytes())) })
    }
}
