//! The outline: sections, their blocks, and the numbered, lettered and bulleted provisions.

use crate::{PassageId, Span, names::named_enum};

named_enum! {
    /// What a section is for.
    pub enum SectionKind {
        /// Running text.
        Body = "body",
        /// Numbered provisions, or titled groups of areas and activities.
        Plan = "plan",
        /// The objectives of a plan.
        Objectives = "objectives",
        /// The priorities of a plan.
        Priorities = "priorities",
        /// What stands before the operative part of a statement, resolution or treaty.
        Preamble = "preamble",
        /// An annex or appendix.
        Annex = "annex",
        /// Notes, notes to editors, footnotes.
        Notes = "notes",
        /// A backgrounder that follows a release, and its parts.
        Backgrounder = "backgrounder",
        /// Who to ask, and how to reach them.
        Contact = "contact",
        /// "Quick facts" and the like.
        QuickFacts = "quick_facts",
        /// Navigation and page furniture, end marks, social-media lines.
        Boilerplate = "boilerplate",
        /// Anything else.
        Other = "other",
    }
}

named_enum! {
    /// What a provision does.
    pub enum ItemKind {
        /// A lettered framework of a plan (`A.`); titled.
        Framework = "framework",
        /// A theme of a plan (`2. Thematic issues`); titled.
        Theme = "theme",
        /// A titled row of a plan (`2.4`), over actions; titled.
        Area = "area",
        /// An action (`2.4.5`, or `1.1` under a titled row `1`).
        Action = "action",
        /// A lettered part of an action (`a.`).
        SubAction = "sub_action",
        /// A numbered paragraph of a statement, resolution or treaty.
        Paragraph = "paragraph",
        /// An unnumbered preambular or operative clause.
        Clause = "clause",
        /// A bulleted activity.
        Activity = "activity",
        /// A bulleted area of cooperation; titled.
        Topic = "topic",
        /// A bulleted priority.
        Priority = "priority",
        /// A bulleted objective.
        Objective = "objective",
    }
}

impl ItemKind {
    /// Is its passage a title (else a whole provision)?
    pub const fn is_titled(self) -> bool {
        matches!(self, Self::Framework | Self::Theme | Self::Area | Self::Topic)
    }
}

/// A number, letter or bullet as printed, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Marker {
    /// As printed: `2.4.5`, `(a)`, `•`.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// A heading. Its words are a passage; a number in front of them stands apart.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Heading {
    /// The words, without the number.
    pub passage: PassageId,
    /// The number in front (`A.`), as printed.
    pub marker: Option<Marker>,
}

/// A part of the document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Section {
    /// What it is for.
    pub kind: SectionKind,
    /// Depth; 1 is the level of the document's title.
    pub level: u8,
    /// Its heading; none for text before the first heading.
    pub heading: Option<Heading>,
    /// Index of the section that holds it.
    pub parent: Option<usize>,
    /// What stands in it, in reading order, without its sub-sections.
    pub blocks: Vec<Block>,
}

/// A block of a section.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Block {
    /// A paragraph.
    Paragraph(PassageId),
    /// A list that is no run of provisions.
    List(Vec<Entry>),
    /// A table, or a table's header row.
    Table(Vec<Row>),
    /// A provision: an index in [`Document::items`](crate::Document).
    Item(usize),
}

/// A list entry.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Its number, letter or bullet; none where only the layout shows it.
    pub marker: Option<Marker>,
    /// Its words.
    pub passage: PassageId,
    /// Entries below it.
    pub entries: Vec<Self>,
}

/// A table row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// The cells that are not empty.
    pub cells: Vec<PassageId>,
    /// Does it name the columns of the rows below it?
    pub header: bool,
}

/// A provision.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Item {
    /// Unique in the document: the path of numbers with its letter in front (`A.2.4.5`), or for a bullet the
    /// ordinal of its section and a running number (`s3.2`).
    pub reference: String,
    /// The number without closing stop or brackets; `None` for a bullet.
    pub number: Option<String>,
    /// The number or bullet as printed.
    pub marker: Option<Marker>,
    /// Depth of the number: 1 for `A`, 2 for `A.2`; `None` for a bullet.
    pub level: Option<u8>,
    /// What it does.
    pub kind: ItemKind,
    /// Its words (a title where [`ItemKind::is_titled`]), without number and sub-items.
    pub passage: PassageId,
    /// Index of the item above.
    pub parent: Option<usize>,
    /// Index of its section.
    pub section: usize,
}
