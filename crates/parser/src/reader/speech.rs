//! Speeches and remarks.

use rapporteur_model::Genre;

use super::{Features, Policy, Reader, clues};

/// The reader.
pub const READER: Reader = Reader {
    genre: Genre::Speech,
    about: "salutation, paragraphs, notes of applause",
    policy: Policy { turns: true, ..Policy::PROSE },
    judge,
};

fn judge(features: &Features) -> Vec<(u32, &'static str)> {
    let voice = features.voice;
    let speaks = voice.words >= 250 && features.attributed <= 1;
    clues(&[
        (speaks && voice.is_common(voice.first_person, 6), 6, "a speaker in the first person"),
        (
            speaks && voice.is_common(voice.first_person, 2) && voice.is_common(voice.we, 12),
            5,
            "a speaker with an audience",
        ),
        (
            features.any_head(|line| {
                ["remarks ", "speech ", "address by", "address to", "address at", "toast", "opening address"]
                    .iter()
                    .any(|name| line.starts_with(name))
            }),
            12,
            "the title names it",
        ),
    ])
}
