//! Interviews and press briefings: turns of question and answer.

use rapporteur_model::Genre;

use super::{Features, Policy, Reader, clues};

/// The reader.
pub const READER: Reader = Reader {
    genre: Genre::Interview,
    about: "turns of question and answer with speakers",
    policy: Policy { turns: true, dialogue: true, ..Policy::PROSE },
    judge,
};

fn judge(features: &Features) -> Vec<(u32, &'static str)> {
    clues(&[
        (
            features.speakers >= 4 && features.speakers * 6 >= features.texts,
            14,
            "speakers on lines of their own",
        ),
        (features.turns >= 6, 14, "turns of speakers"),
    ])
}
