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
    let lower = features.first.to_lowercase();
    let sums_up = ["overview", "summary", "at a glance", "in brief", "highlights"]
        .iter()
        .any(|word| lower.contains(word));
    let grouped = features.groups >= 2 && features.bullets >= 6 && features.dotted < 5;
    clues(&[
        (grouped && (sums_up || is_plan(&features.first)), 8, "titled groups of bullets under a plan's name"),
        (grouped, 4, "titled groups of bullets"),
        (
            is_plan(&features.first) && features.bullets >= 4 && features.dotted < 5,
            9,
            "the title names a plan; areas are bulleted",
        ),
    ])
}
