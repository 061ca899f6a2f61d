//! The document: all layers together, and the look-ups that cross them.

use crate::{
    Acronym, Amount, Block, Contact, Correction, Date, Dateline, Diagnostic, Entity, EntityId, Entry,
    Funding, Heading, Issued, Item, Location, Passage, PassageId, Quote, Reference, Section, Source, Span,
    names::named_enum,
};

named_enum! {
    /// What kind of paper a document is.
    pub enum Genre {
        /// A news release of a government or body; also a readout.
        PressRelease = "press_release",
        /// A backgrounder or fact sheet on its own.
        Backgrounder = "backgrounder",
        /// An invitation to the media: who, what, when, where.
        MediaAdvisory = "media_advisory",
        /// A statement of one government, body or person.
        Statement = "statement",
        /// A statement of several parties; also a communiqué.
        JointStatement = "joint_statement",
        /// A speech or remarks.
        Speech = "speech",
        /// An interview or press briefing: questions and answers.
        Interview = "interview",
        /// An article by a news organization.
        NewsArticle = "news_article",
        /// A resolution or decision of a body.
        Resolution = "resolution",
        /// A treaty, convention, agreement.
        Treaty = "treaty",
        /// A plan of numbered actions.
        WorkPlan = "work_plan",
        /// An overview of a plan: areas and activities.
        PlanOverview = "plan_overview",
        /// A saved page of a web site.
        WebPage = "web_page",
        /// None of these.
        Other = "other",
    }
}

/// The genre with what spoke for it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GenreReading {
    /// The genre.
    pub genre: Genre,
    /// The next best, where anything spoke for it.
    pub runner_up: Option<Genre>,
    /// What spoke for the genre, strongest first, in words for a person.
    pub evidence: Vec<String>,
}

/// A paper of its own in a file that holds several: a release, and the backgrounder and annexes behind it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// Index of the section that it begins with; that section's kind is its kind.
    pub section: usize,
    /// The passage of its own title.
    pub title: Option<PassageId>,
    /// When it was issued, where it says so itself.
    pub issued: Option<Issued>,
}

/// One document with all that was read from it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Document {
    /// The text and its origin.
    pub source: Source,
    /// What kind of paper it is.
    pub genre: GenreReading,
    /// BCP 47 tag of the main text.
    pub language: String,
    /// All passages, in reading order.
    pub passages: Vec<Passage>,
    /// The passage of the document's own title.
    pub title: Option<PassageId>,
    /// The outline, in reading order.
    pub sections: Vec<Section>,
    /// The papers that the file holds, where they are several, the first one included; else empty.
    pub parts: Vec<Part>,
    /// The provisions, in reading order.
    pub items: Vec<Item>,
    /// When it was issued, where the text says so.
    pub issued: Option<Issued>,
    /// The dateline.
    pub dateline: Option<Dateline>,
    /// The body that issued it.
    pub issuer: Option<EntityId>,
    /// Dates, in reading order.
    pub dates: Vec<Date>,
    /// Amounts, in reading order.
    pub amounts: Vec<Amount>,
    /// Entities, in order of their first mention.
    pub entities: Vec<Entity>,
    /// Acronym definitions, in reading order.
    pub acronyms: Vec<Acronym>,
    /// Quotations, in reading order.
    pub quotes: Vec<Quote>,
    /// Funding lines, in reading order.
    pub funding: Vec<Funding>,
    /// Contacts, in reading order.
    pub contacts: Vec<Contact>,
    /// References to other documents, in reading order.
    pub references: Vec<Reference>,
    /// All that was repaired or could not be explained, in order of place.
    pub diagnostics: Vec<Diagnostic>,
    /// Corrections that were applied, in the order of their file.
    pub corrections: Vec<Correction>,
}

impl Document {
    /// A document of which only the source is known.
    pub fn new(source: Source) -> Self {
        Self {
            source,
            genre: GenreReading { genre: Genre::Other, runner_up: None, evidence: Vec::new() },
            language: "en".to_owned(),
            passages: Vec::new(),
            title: None,
            sections: Vec::new(),
            parts: Vec::new(),
            items: Vec::new(),
            issued: None,
            dateline: None,
            issuer: None,
            dates: Vec::new(),
            amounts: Vec::new(),
            entities: Vec::new(),
            acronyms: Vec::new(),
            quotes: Vec::new(),
            funding: Vec::new(),
            contacts: Vec::new(),
            references: Vec::new(),
            diagnostics: Vec::new(),
            corrections: Vec::new(),
        }
    }

    /// The passage of an id.
    ///
    /// # Panics
    /// Where the id is of another document.
    pub fn passage(&self, id: PassageId) -> &Passage {
        &self.passages[id.0]
    }

    /// The clean text at a location.
    pub fn text(&self, at: Location) -> &str {
        self.passage(at.passage).slice(at.range)
    }

    /// The one enclosing span of the source of a location.
    pub fn span(&self, at: Location) -> Span {
        self.passage(at.passage).span(at.range)
    }

    /// The spans of the source of a location, parted where page breaks or cell borders cut it.
    pub fn spans(&self, at: Location) -> Vec<Span> {
        self.passage(at.passage).spans(at.range)
    }

    /// The entity of an id.
    pub fn entity(&self, id: &EntityId) -> Option<&Entity> {
        self.entities.iter().find(|entity| entity.id == *id)
    }

    /// The id of a section in the output: `s` and its ordinal, from 1.
    pub fn section_id(section: usize) -> String {
        format!("s{}", section + 1)
    }

    /// A heading's text, number in front.
    pub fn heading_text(&self, heading: &Heading) -> String {
        let words = self.passage(heading.passage).text();
        match &heading.marker {
            Some(marker) => format!("{} {words}", marker.text),
            None => words.to_owned(),
        }
    }

    /// A heading's enclosing span, number included.
    pub fn heading_span(&self, heading: &Heading) -> Span {
        let words = self.passage(heading.passage).whole_span();
        heading.marker.as_ref().map_or(words, |marker| marker.span.join(words))
    }

    /// The spans of a block, in order, with its numbers and bullets.
    pub fn block_spans(&self, block: &Block) -> Vec<Span> {
        let mut spans = Vec::new();
        match block {
            Block::Paragraph(id) => spans.extend(self.passage(*id).all_spans()),
            Block::List(entries) => entries.iter().for_each(|entry| self.entry_spans(entry, &mut spans)),
            Block::Table(rows) => {
                for cell in rows.iter().flat_map(|row| &row.cells) {
                    spans.extend(self.passage(*cell).all_spans());
                }
            }
            Block::Item(index) => {
                let item = &self.items[*index];
                spans.extend(item.marker.as_ref().map(|marker| marker.span));
                spans.extend(self.passage(item.passage).all_spans());
            }
        }
        spans
    }

    /// The clean text of a block; entries and cells are parted by spaces.
    pub fn block_text(&self, block: &Block) -> String {
        let words: Vec<&str> = self.block_passages(block).iter().map(|id| self.passage(*id).text()).collect();
        words.join(" ")
    }

    /// The passages of a block, in reading order.
    pub fn block_passages(&self, block: &Block) -> Vec<PassageId> {
        fn below(entry: &Entry, found: &mut Vec<PassageId>) {
            found.push(entry.passage);
            entry.entries.iter().for_each(|entry| below(entry, found));
        }
        let mut found = Vec::new();
        match block {
            Block::Paragraph(id) => found.push(*id),
            Block::List(entries) => entries.iter().for_each(|entry| below(entry, &mut found)),
            Block::Table(rows) => found.extend(rows.iter().flat_map(|row| row.cells.iter().copied())),
            Block::Item(index) => found.push(self.items[*index].passage),
        }
        found
    }

    /// The spans of a list entry and all below it.
    pub fn entry_spans(&self, entry: &Entry, spans: &mut Vec<Span>) {
        spans.extend(entry.marker.as_ref().map(|marker| marker.span));
        spans.extend(self.passage(entry.passage).all_spans());
        entry.entries.iter().for_each(|entry| self.entry_spans(entry, spans));
    }
}
