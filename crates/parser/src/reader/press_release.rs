//! Press releases and readouts: dateline, quotations, end mark, contacts, often a backgrounder behind them.

use rapporteur_model::{Genre};

use super::{Features, Policy, Reader, clues};

/// The reader.
pub const READER: Reader = Reader {
    genre: Genre::PressRelease,
    about: "dateline, quotations, `– 30 –`, contacts, a backgrounder behind",
    policy: Policy::PROSE,
    judge,
};

fn judge(features: &Features) -> Vec<(u32, &'static str)> {
    clues(&[
        (features.end_mark, 6, "an end mark"),
        (features.contact && features.attributed > 0, 3, "quotations and a contact"),
        (features.dateline, 4, "a dateline"),
        (features.announces, 3, "an announcement"),
        (features.contact && features.titled, 2, "a contact"),
    ])
}
