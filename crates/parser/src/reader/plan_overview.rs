//! Overviews of plans: titled groups of bullets, activities as dashes.

use rapporteur_model::{Genre, SectionKind};

use super::{Bullets, Features, Policy, Reader, clues, work_plan::is_plan};

/// The reader.
pub const READER: Reader = Reader {
    genre: Genre::PlanOverview,
    about: "titled groups of bullets, activities as dashes",
    policy: Policy { bullets: Bullets::Provisions, section: SectionKind::Plan, ..Policy::PROSE },
    judge,
};

fn judge(features: &Features) -> Vec<(u32, &'static str)> {
    clues(&[
        (
            is_plan(&features.first) && features.bullets >= 4 && features.dotted < 5,
            9,
            "the title names a plan; areas are bulleted",
        ),
        (
            features.bullets >= 6
                && features.headings >= 3
                && features.first.to_lowercase().contains("overview"),
            4,
            "an overview with titled groups of bullets",
        ),
    ])
}
