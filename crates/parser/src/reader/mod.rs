//! The readers: one file a genre, one line an entry.
//!
//! A reader tells how much a text looks like its genre, and by what policy the text is then composed.

mod clause;
mod compose;
mod cue;
mod detect;
mod head;
mod letterhead;
mod list;
mod page;
mod part;
mod rank;
mod title;

mod backgrounder;
mod interview;
mod joint_statement;
mod media_advisory;
mod news_article;
mod other;
mod plan_overview;
mod press_release;
mod resolution;
mod speech;
mod statement;
mod treaty;
mod web_page;
mod work_plan;

pub use clause::opens as opens_clause;
pub use compose::compose;
pub use detect::{Features, detect};
pub use title::settle_title;

use rapporteur_model::{Genre, SectionKind};

/// What numbered lines are in a genre.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Numbers {
    /// Provisions of a plan: frameworks, themes, areas, actions.
    Plan,
    /// Numbered paragraphs.
    Paragraphs,
    /// Entries of lists.
    Lists,
}

/// What bullets are in a genre.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bullets {
    /// Provisions: objectives, priorities, topics, activities.
    Provisions,
    /// Entries of lists.
    Lists,
}

/// How the text of a genre is composed.
#[expect(clippy::struct_excessive_bools, reason = "each is a habit of its own that genres have or not")]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Policy {
    /// What numbered lines are.
    pub numbers: Numbers,
    /// What bullets are.
    pub bullets: Bullets,
    /// Is it a page, with navigation whose headings come again?
    pub page: bool,
    /// Are unnumbered preambular and operative clauses provisions?
    pub clauses: bool,
    /// Is it a dialogue, in which lines by themselves are speakers and short turns, not headings?
    pub dialogue: bool,
    /// Are lines such as "MS. OKORO:" turns of speakers?
    pub turns: bool,
    /// Kind of the sections whose heading names none.
    pub section: SectionKind,
}

impl Policy {
    /// Running text with lists: releases, articles, speeches.
    pub const PROSE: Self = Self {
        numbers: Numbers::Lists,
        bullets: Bullets::Lists,
        page: false,
        clauses: false,
        turns: false,
        dialogue: false,
        section: SectionKind::Body,
    };
    /// Numbered paragraphs: statements, resolutions, treaties.
    pub const PARAGRAPHS: Self = Self { numbers: Numbers::Paragraphs, ..Self::PROSE };
    /// Numbered paragraphs among unnumbered clauses: resolutions, joint statements, treaties.
    pub const CLAUSES: Self = Self { clauses: true, ..Self::PARAGRAPHS };
}

/// A reader.
pub struct Reader {
    /// The genre.
    pub genre: Genre,
    /// What such papers look like.
    pub about: &'static str,
    /// How the text is composed.
    pub policy: Policy,
    /// What speaks for the genre in a text's form, with weights.
    pub judge: fn(&Features) -> Vec<(u32, &'static str)>,
}

/// All readers; the last one takes what no other does.
pub static READERS: &[Reader] = &[
    press_release::READER,
    backgrounder::READER,
    media_advisory::READER,
    statement::READER,
    joint_statement::READER,
    speech::READER,
    interview::READER,
    news_article::READER,
    resolution::READER,
    treaty::READER,
    work_plan::READER,
    plan_overview::READER,
    web_page::READER,
    other::READER,
];

/// The pairs of a judge whose condition holds.
fn clues(all: &[(bool, u32, &'static str)]) -> Vec<(u32, &'static str)> {
    all.iter().filter(|(holds, ..)| *holds).map(|(_, weight, reason)| (*weight, *reason)).collect()
}
