//! Work plans: numbered actions, often in tables that page breaks and scanning tore.

use rapporteur_model::{Genre, SectionKind};

use super::{Bullets, Features, Numbers, Policy, Reader, clues};

/// The reader.
pub const READER: Reader = Reader {
    genre: Genre::WorkPlan,
    about: "numbered actions under areas and frameworks, often in torn tables",
    policy: Policy {
        numbers: Numbers::Plan,
        bullets: Bullets::Provisions,
        section: SectionKind::Plan,
        ..Policy::PROSE
    },
    judge,
};

fn judge(features: &Features) -> Vec<(u32, &'static str)> {
    clues(&[
        (features.dotted >= 5, 6, "numbers of several figures"),
        (features.rows >= 5 && features.dotted >= 3, 5, "numbered table rows"),
        (is_plan(&features.first), 4, "the title names a plan"),
        (
            is_plan(&features.first) && features.dotted + features.numbered >= 4,
            3,
            "a plan with numbered provisions",
        ),
    ])
}

/// What plans are called.
const NAMES: [&str; 9] = [
    "plan of action",
    "action plan",
    "work plan",
    "workplan",
    "work programme",
    "work program",
    "roadmap",
    "programme of action",
    "strategic plan",
];

/// Do words name a plan?
pub(super) fn is_plan(words: &str) -> bool {
    let lower = words.to_lowercase();
    NAMES.iter().any(|name| lower.contains(name))
}
