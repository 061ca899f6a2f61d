//! Press releases and readouts: dateline, quotations, end mark, contacts, often a backgrounder behind them.

use rapporteur_model::Genre;

use super::{Features, Policy, Reader, clues};

/// The reader.
pub const READER: Reader = Reader {
    genre: Genre::PressRelease,
    about: "dateline, quotations, `– 30 –`, contacts, a backgrounder behind",
    policy: Policy::PROSE,
    judge,
};

fn judge(features: &Features) -> Vec<(u32, &'static str)> {
    let voice = features.voice;
    let official = voice.is_common(voice.offices, 8) && !voice.is_common(voice.first_person, 15);
    let prose =
        features.titled && features.headings + features.bullets + features.numbered + features.dotted == 0;
    clues(&[
        (
            prose && voice.is_common(voice.offices, 8) && voice.said < 3 && (60..1500).contains(&voice.words),
            3,
            "running text on offices under a title",
        ),
        (
            features.titled && official && voice.days > 0 && features.bullets == 0,
            5,
            "offices and days under a title",
        ),
        (
            features.titled && voice.is_common(voice.offices, 15) && features.bullets == 0,
            3,
            "offices under a title",
        ),
        (official && voice.days > 0 && voice.said < 4, 3, "offices and days"),
        (official && features.attributed > 0 && voice.said < 4, 2, "offices and a quotation"),
        (features.hands_over && features.turns < 2, 6, "a speaker's words handed over"),
        (features.end_mark, 6, "an end mark"),
        (features.contact && features.attributed > 0, 3, "quotations and a contact"),
        (features.dateline, 4, "a dateline"),
        (features.announces, 3, "an announcement"),
        (features.contact && features.titled, 2, "a contact"),
    ])
}
