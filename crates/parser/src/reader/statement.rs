//! Statements of one government, body or person.

use rapporteur_model::Genre;

use super::{Features, Policy, Reader, clues};

/// The reader.
pub const READER: Reader = Reader {
    genre: Genre::Statement,
    about: "one speaker, paragraphs, at times numbered",
    policy: Policy::PARAGRAPHS,
    judge,
};

fn judge(features: &Features) -> Vec<(u32, &'static str)> {
    let voice = features.voice;
    let bare = features.headings + features.bullets + features.numbered + features.dotted == 0;
    let speaks = bare
        && !features.titled
        && features.attributed == 0
        && !voice.is_common(voice.first_person, 4)
        && (80..800).contains(&voice.words)
        && voice.is_common(voice.we, 4)
        && !voice.is_common(voice.said, 6);
    clues(&[
        (
            features.any_head(|line| {
                line.starts_with("statement ")
                    || line.contains("ministerial statement")
                    || line.starts_with("press statement")
            }),
            14,
            "the title names it",
        ),
        (speaks, 4, "a body that speaks for itself, without a title"),
    ])
}
