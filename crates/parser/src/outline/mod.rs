//! The outline under construction: sections, blocks and provisions over passage drafts.
//!
//! Readers add to it in the order of the text. Words are kept as fragments of the source until [`Outline::finish`],
//! so that a title or a clause can still grow when a later row goes on with it; then every passage is cleaned,
//! and passages are put in reading order.

mod aside;
pub mod belief;
mod debris;
pub mod heading;
mod inside;
pub mod kinds;
pub mod named;
pub mod numbering;
pub mod provision;
mod row;
pub mod run;
mod table;

use std::collections::BTreeMap;

use rapporteur_model::{
    Block, Code, Diagnostic, Document, Entry, Heading, Item, ItemKind, Marker, PassageId, PassageRole,
    Section, SectionKind, Severity, Source, Span,
};

use crate::{
    compound::compounds,
    layout::Layout,
    repair::{Damage, Fragment, Glue, clean, excerpt},
    unit::Unit,
};

/// A passage whose words are not yet cleaned.
#[derive(Clone, Debug)]
struct Draft {
    role: PassageRole,
    section: usize,
    item: Option<usize>,
    fragments: Vec<Fragment>,
    lost_letters: Vec<char>,
}

/// The outline under construction.
pub struct Outline<'a> {
    source: &'a Source,
    split_words: bool,
    drafts: Vec<Draft>,
    sections: Vec<Section>,
    items: Vec<Item>,
    /// How often each reference was given out.
    references: BTreeMap<String, usize>,
    /// Number of provisions without a number in each section.
    unnumbered: Vec<usize>,
    /// The last section of each level.
    last_of_level: Vec<Option<usize>>,
    title: Option<PassageId>,
    /// The cells of the last table row by column.
    last_row: Vec<Option<PassageId>>,
    diagnostics: Vec<Diagnostic>,
}

impl<'a> Outline<'a> {
    /// An empty outline. Words are looked at for damage where the layout shows that the text was copied out of
    /// a PDF: tables set with tabs, or hard-wrapped lines.
    pub fn new(source: &'a Source, layout: Layout) -> Self {
        Self {
            source,
            split_words: layout.tables || layout.width.is_some(),
            drafts: Vec::new(),
            sections: Vec::new(),
            items: Vec::new(),
            references: BTreeMap::new(),
            unnumbered: Vec::new(),
            last_of_level: vec![None; usize::from(u8::MAX) + 1],
            title: None,
            last_row: Vec::new(),
            diagnostics: Vec::new(),
        }
    }

    /// The source text.
    pub fn text(&self) -> &'a str {
        &self.source.text
    }

    /// Was the text copied out of a PDF or scan?
    pub fn is_damaged(&self) -> bool {
        self.split_words
    }

    /// The sections so far.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// The provisions so far.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// How many provisions of the open section have no number.
    pub fn unnumbered(&mut self) -> usize {
        let section = self.section();
        self.unnumbered[section]
    }

    /// A provision, to be changed.
    pub fn item_mut(&mut self, item: usize) -> &mut Item {
        &mut self.items[item]
    }

    /// Opens a section; its parent is the last section of a lower level.
    pub fn open(
        &mut self,
        kind: SectionKind,
        level: u8,
        heading: Option<(Vec<Fragment>, Option<Marker>)>,
    ) -> usize {
        let index = self.sections.len();
        let parent = self.last_of_level[..usize::from(level)].iter().copied().max().flatten();
        self.last_of_level[usize::from(level)] = Some(index);
        self.unnumbered.push(0);
        self.sections.push(Section { kind, level, heading: None, parent, blocks: Vec::new() });
        if let Some((fragments, marker)) = heading {
            let passage = self.draft(PassageRole::Heading, fragments);
            self.sections[index].heading = Some(Heading { passage, marker });
        }
        index
    }

    /// The section that is open; opens one for running text where there is none.
    pub fn section(&mut self) -> usize {
        if self.sections.is_empty() {
            self.open(SectionKind::Body, 1, None);
        }
        self.sections.len() - 1
    }

    /// Makes what the open section's heading says so far its number, `PART ONE`, and `fragments` its words.
    pub fn title_heading(&mut self, fragments: &[Fragment]) {
        let heading = self.sections.last_mut().and_then(|section| section.heading.as_mut());
        let Some(heading) = heading else { return };
        let draft = &mut self.drafts[heading.passage.0];
        let so_far = draft.fragments.iter().map(|fragment| fragment.span).reduce(Span::join);
        if let Some(span) = so_far.filter(|_| heading.marker.is_none()) {
            heading.marker = Some(Marker { text: self.source.slice(span).to_owned(), span });
            draft.fragments.clear();
        }
        draft.fragments.extend_from_slice(fragments);
        if let Some(first) = draft.fragments.first_mut() {
            first.glue = Glue::Wrap;
        }
    }

    /// Takes the number out of the words of the open section's heading: `CHAPTER A.` of `CHAPTER A. PORTS`.
    pub fn number_heading(&mut self, marker: Marker) {
        let Some(heading) = self.sections.last_mut().and_then(|section| section.heading.as_mut()) else {
            return;
        };
        if let Some(first) = self.drafts[heading.passage.0].fragments.first_mut() {
            first.span.start = marker.span.end;
            first.span = crate::lines::trimmed(&self.source.text, first.span);
        }
        heading.marker = Some(marker);
    }

    /// Makes the heading of a section the document's title.
    pub fn entitle(&mut self, section: usize) {
        self.title =
            self.sections.get(section).and_then(|section| section.heading.as_ref()).map(|h| h.passage);
    }

    /// Adds a paragraph.
    pub fn paragraph(&mut self, unit: &Unit) {
        let passage = self.draft(PassageRole::Paragraph, unit.fragments.clone());
        self.push(Block::Paragraph(passage));
        self.note_joins(unit, None);
    }

    /// Adds a list entry, `depth` levels below the outermost of the open list.
    pub fn entry(&mut self, marker: Option<Marker>, unit: &Unit, depth: usize, new_list: bool) {
        let passage = self.draft(PassageRole::Entry, unit.fragments.clone());
        let entry = Entry { marker, passage, entries: Vec::new() };
        let section = self.section();
        let blocks = &mut self.sections[section].blocks;
        if new_list || !matches!(blocks.last(), Some(Block::List(_))) {
            blocks.push(Block::List(Vec::new()));
        }
        if let Some(Block::List(entries)) = blocks.last_mut() {
            let mut level = entries;
            for _ in 0..depth {
                if level.is_empty() {
                    break;
                }
                let last = level.len() - 1;
                level = &mut level[last].entries;
            }
            level.push(entry);
        }
        self.note_joins(unit, None);
    }

    /// Adds a provision to the open section and tells its index.
    pub fn item(&mut self, item: NewItem) -> usize {
        let passage = self.draft(PassageRole::Provision, item.fragments);
        let index = self.add(passage, item.numbered);
        self.push(Block::Item(index));
        index
    }

    /// A framework line: the heading of the open section, and a provision at once, over the same words.
    pub fn framework(&mut self, item: NewItem) -> usize {
        let section = self.section();
        match &self.sections[section].heading {
            Some(heading) => self.add(heading.passage, item.numbered),
            None => self.item(item),
        }
    }

    fn add(&mut self, passage: PassageId, new: Numbered) -> usize {
        let index = self.items.len();
        self.drafts[passage.0].item = Some(index);
        let section = self.section();
        let reference = self.unique(&new.reference);
        self.unnumbered[section] += usize::from(new.number.is_none());
        let Numbered { number, marker, level, kind, parent, .. } = new;
        self.items.push(Item { reference, number, marker, level, kind, passage, parent, section });
        index
    }

    /// Adds words to a provision.
    pub fn extend(&mut self, item: usize, fragment: Fragment) {
        let passage = self.items[item].passage;
        self.drafts[passage.0].fragments.push(fragment);
    }

    /// The words of a provision so far, as they stand in the source.
    pub fn item_words(&self, item: usize) -> &'a str {
        let fragments = &self.drafts[self.items[item].passage.0].fragments;
        let last = fragments.iter().rev().find(|fragment| !fragment.span.is_empty());
        last.map_or("", |fragment| self.source.slice(fragment.span))
    }

    /// Letters that stand as debris beside a provision and may be missing in one of its words.
    pub fn lost_letters(&mut self, item: usize, letters: Vec<char>) {
        self.drafts[self.items[item].passage.0].lost_letters = letters;
    }

    /// Takes the last provision back, where nothing has come behind it; its marker and words, which then lie nowhere.
    pub fn take_back(&mut self) -> Option<Span> {
        let last = Block::Item(self.items.len().checked_sub(1)?);
        self.sections.last_mut()?.blocks.pop_if(|block| *block == last)?;
        let item = self.items.pop()?;
        self.references.remove(&item.reference);
        if item.number.is_none() {
            self.unnumbered[item.section] -= 1;
        }
        let draft = &mut self.drafts[item.passage.0];
        let words = draft.fragments.iter().map(|fragment| fragment.span);
        let span = words.chain(item.marker.map(|marker| marker.span)).reduce(Span::join);
        draft.fragments.clear();
        span
    }

    /// Notes a finding.
    pub fn note(&mut self, code: Code, severity: Severity, span: Span, message: impl Into<String>) {
        self.diagnostics.push(Diagnostic::new(code, severity, span, message));
    }

    /// Notes a finding about a record.
    pub fn note_about(&mut self, found: Diagnostic) {
        self.diagnostics.push(found);
    }

    /// Sets characters aside that belong to nothing.
    pub fn debris(&mut self, span: Span, what: &str) {
        let message = format!("“{}”: {what}", excerpt(self.source.slice(span)));
        self.note(Code::OcrDebris, Severity::Info, span, message);
    }

    /// Notes where a page break inside a unit was joined.
    pub fn note_joins(&mut self, unit: &Unit, record: Option<&str>) {
        for gap in &unit.joined {
            let found = Diagnostic::new(
                Code::PageBreakJoined,
                Severity::Info,
                *gap,
                "a clause that a page break cut was joined",
            );
            self.diagnostics.push(match record {
                Some(record) => found.about(record),
                None => found,
            });
        }
    }

    /// The document: passages cleaned and in reading order.
    pub fn finish(self, document: &mut Document) {
        let Self { source, split_words, drafts, mut sections, mut items, title, mut diagnostics, .. } = self;
        // A number that no words follow stands for itself.
        let mut drafts = drafts;
        for item in &items {
            let draft = &mut drafts[item.passage.0];
            if draft.fragments.is_empty() {
                draft.fragments.extend(item.marker.as_ref().map(|marker| Fragment::line(marker.span)));
            }
        }
        let place = |draft: &Draft| draft.fragments.first().map(|fragment| fragment.span.start);
        let mut order: Vec<usize> =
            (0..drafts.len()).filter(|index| place(&drafts[*index]).is_some()).collect();
        order.sort_by_key(|index| place(&drafts[*index]));
        let mut moved = vec![PassageId(0); drafts.len()];
        for (new, old) in order.iter().enumerate() {
            moved[*old] = PassageId(new);
        }
        let compounds = compounds(&source.text);
        for index in order {
            let draft = &drafts[index];
            let damage =
                Damage { split_words, lost_letters: &draft.lost_letters, compounds: compounds.as_ref() };
            let words = clean(source, &draft.fragments, damage, &mut diagnostics);
            document.passages.push(words.build(draft.role, draft.section, draft.item));
        }
        for section in &mut sections {
            if let Some(heading) = &mut section.heading {
                heading.passage = moved[heading.passage.0];
            }
            for block in &mut section.blocks {
                renumber(block, &moved);
            }
        }
        for item in &mut items {
            item.passage = moved[item.passage.0];
        }
        document.title = title.map(|id| moved[id.0]);
        document.sections = sections;
        document.items = items;
        document.diagnostics.append(&mut diagnostics);
    }

    fn draft(&mut self, role: PassageRole, mut fragments: Vec<Fragment>) -> PassageId {
        let section = self.section();
        if let Some(first) = fragments.first_mut() {
            first.glue = Glue::Wrap;
        }
        self.drafts.push(Draft { role, section, item: None, fragments, lost_letters: Vec::new() });
        PassageId(self.drafts.len() - 1)
    }

    fn push(&mut self, block: Block) {
        let section = self.section();
        self.sections[section].blocks.push(block);
    }

    /// Was the reference given out before?
    pub fn has_reference(&self, reference: &str) -> bool {
        self.references.contains_key(reference)
    }

    /// A reference that no other provision has: a suffix tells a repeated number from the first.
    fn unique(&mut self, reference: &str) -> String {
        let copies = self.references.entry(reference.to_owned()).or_default();
        *copies += 1;
        if *copies == 1 { reference.to_owned() } else { format!("{reference}~{copies}") }
    }
}

/// A provision to be added.
pub struct NewItem {
    /// Its number and place.
    pub numbered: Numbered,
    /// Its words so far.
    pub fragments: Vec<Fragment>,
}

/// The number of a provision and its place among the others.
pub struct Numbered {
    /// The path of numbers.
    pub reference: String,
    /// The number without stop and brackets; `None` for a bullet.
    pub number: Option<String>,
    /// As printed; `None` for a clause that has none.
    pub marker: Option<Marker>,
    /// Depth of the number.
    pub level: Option<u8>,
    /// What it does, as far as can be told.
    pub kind: ItemKind,
    /// The provision above.
    pub parent: Option<usize>,
}

fn renumber(block: &mut Block, moved: &[PassageId]) {
    fn entries(list: &mut [Entry], moved: &[PassageId]) {
        for entry in list {
            entry.passage = moved[entry.passage.0];
            entries(&mut entry.entries, moved);
        }
    }
    match block {
        Block::Paragraph(id) => *id = moved[id.0],
        Block::List(list) => entries(list, moved),
        Block::Table(rows) => {
            for cell in rows.iter_mut().flat_map(|row| &mut row.cells) {
                *cell = moved[cell.0];
            }
        }
        Block::Item(_) => {}
    }
}
