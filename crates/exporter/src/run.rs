//! A run: by what its documents are read, and where they go.

use std::path::Path;

/// What, beside a document's bytes, decides what is read from it. Two readings by equal makers are equal.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Default, Debug)]
pub struct Maker {
    /// Version of the program, with a hash of its sources behind a plus sign.
    pub tool_version: String,
    /// SHA-256 of the word lists, in hexadecimal digits.
    pub lexicon: String,
    /// The options that decide what is read, as a JSON object with its keys in order.
    pub options: String,
}

/// Where an output goes, and on whose account.
#[derive(Clone, Copy, Debug)]
pub struct Target<'a> {
    /// The folder of the outputs, which is made if it is not there.
    pub out: &'a Path,
    /// The address of the database server, for an output that needs one.
    pub url: Option<&'a str>,
    /// A file of the authorities (PEM) whose certificates an encrypted connection believes, instead of the machine's.
    pub authorities: Option<&'a Path>,
    /// By what the documents are read.
    pub maker: &'a Maker,
    /// The time to note as the run's, UTC in ISO 8601; none where no output may depend on the clock.
    pub time: Option<&'a str>,
}
