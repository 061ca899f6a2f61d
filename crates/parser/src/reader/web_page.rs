//! Saved pages of government sites: navigation, furniture, headings that come twice, lists that were lost.

use rapporteur_model::Genre;

use super::{Features, Policy, Reader, clues};

/// The reader.
pub const READER: Reader = Reader {
    genre: Genre::WebPage,
    about: "navigation, furniture, headings that come twice",
    policy: Policy { page: true, ..Policy::PROSE },
    judge,
};

fn judge(features: &Features) -> Vec<(u32, &'static str)> {
    let voice = features.voice;
    let explains = voice.words >= 150
        && !voice.is_common(voice.days, 3)
        && !voice.is_common(voice.first_person, 1)
        && !voice.is_common(voice.said, 4)
        && !features.dateline
        && !features.dated;
    clues(&[
        (
            explains
                && features.titled
                && features.headings >= 3
                && features.bullets + features.numbered <= 4,
            5,
            "headed prose that explains",
        ),
        (
            explains
                && features.titled
                && features.bullets + features.numbered == 0
                && !features.contact
                && !voice.is_common(voice.offices, 15),
            4,
            "prose that explains",
        ),
        (
            explains
                && features.titled
                && features.bullets + features.numbered == 0
                && voice.is_common(voice.past, 6)
                && !features.contact
                && !features.end_mark,
            5,
            "prose that tells of years past",
        ),
        (features.navigation >= 1 && features.headings >= 3, 4, "navigation and headings"),
        (features.modified, 4, "a date of modification"),
        (features.navigation >= 3, 4, "navigation"),
    ])
}
