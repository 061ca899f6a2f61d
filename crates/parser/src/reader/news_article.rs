//! News articles: attribution in every form, dates without a year, often no title.

use rapporteur_model::Genre;

use super::{Features, Policy, Reader, clues};

/// The reader.
pub const READER: Reader = Reader {
    genre: Genre::NewsArticle,
    about: "attribution in every form, dates without a year",
    policy: Policy::PROSE,
    judge,
};

fn judge(features: &Features) -> Vec<(u32, &'static str)> {
    let voice = features.voice;
    let reports =
        voice.said >= 3 && voice.is_common(voice.said, 5) && !voice.is_common(voice.first_person, 8);
    let unmarked = !features.end_mark && !features.contact && !features.dateline;
    let short = voice.said >= 1 && voice.words <= 400 && voice.is_common(voice.said, 6);
    clues(&[
        (features.byline && !features.end_mark, 9, "a byline"),
        (short && unmarked && !reports && voice.first_person == 0, 4, "a short report of what was said"),
        (features.dated && features.titled && unmarked && voice.said >= 1, 3, "a date under the title"),
        (
            features.dated
                && features.titled
                && unmarked
                && voice.days >= 2
                && voice.first_person == 0
                && !voice.is_common(voice.offices, 8),
            4,
            "a date under the title, days of the week",
        ),
        (features.captions >= 2 && features.titled && unmarked, 3, "captions of pictures"),
        (reports && unmarked && features.numbered + features.dotted <= 2, 6, "reported speech"),
        (reports && voice.days > 0 && unmarked, 2, "days of the week"),
        (
            features.attributed >= 2 && !features.end_mark && !features.contact,
            6,
            "quotations with verbs of saying",
        ),
        (features.attributed >= 1 && !features.titled, 3, "attributed words and no title"),
        (
            features.headings <= 2 && features.bullets == 0 && features.attributed >= 1,
            2,
            "running text with quotations",
        ),
    ])
}
