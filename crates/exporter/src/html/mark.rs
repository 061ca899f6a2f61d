//! Marks: which characters of the source belong to which record, and of what kind it is to the eye.
//!
//! ```text
//! [298, 339) c0    the first contact             [12, 18) e3.1    the second mention of the fourth entity
//! ```
//!
//! The key of a mark is the letter of its list and the index in it, as the script of the page knows them.

use rapporteur_model::{EntityKind, Severity};

use crate::{DocumentRecord, record::SpanRecord};

/// A mark. Its span counts code points.
pub(super) struct Mark {
    pub start: usize,
    pub end: usize,
    /// Classes of the element.
    pub class: &'static str,
    pub key: String,
}

/// A kind of records that can be shown or not: the class of its marks, its name, and a word for a person.
pub(super) struct Layer {
    pub class: &'static str,
    pub name: &'static str,
    pub about: &'static str,
}

/// All layers, in the order of their buttons.
pub(super) const LAYERS: &[Layer] = &[
    layer("d", "Dates", "dates, intervals and durations"),
    layer("a", "Amounts", "money, percentages and counts"),
    layer("f", "Funding", "lines that give money for a purpose"),
    layer("p", "Persons", "persons and their roles"),
    layer("o", "Bodies", "organizations and groups of countries"),
    layer("l", "Places", "countries, places and regions"),
    layer("t", "Papers", "treaties, plans, resolutions and other papers"),
    layer("m", "Programmes", "programmes, projects and funds"),
    layer("v", "Events", "meetings, summits and conferences"),
    layer("q", "Quotations", "quotations, terms and titles in quotation marks"),
    layer("y", "Acronyms", "acronyms where they are defined"),
    layer("x", "References", "clauses that point to other documents"),
    layer("c", "Contacts", "whom to ask"),
    layer("i", "Items", "numbered, lettered and bulleted provisions"),
    layer("g", "Findings", "what was repaired or could not be explained"),
];

const fn layer(class: &'static str, name: &'static str, about: &'static str) -> Layer {
    Layer { class, name, about }
}

/// A finding about more characters than this is about a part of the paper; it is not underlined.
const LONG: usize = 400;

/// The class of an entity's mentions.
pub(super) fn entity_class(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "p",
        EntityKind::Organization | EntityKind::Group => "o",
        EntityKind::Country | EntityKind::Place | EntityKind::Region => "l",
        EntityKind::Instrument => "t",
        EntityKind::Programme => "m",
        EntityKind::Event => "v",
    }
}

/// All marks: outer ones before those inside them.
pub(super) fn marks(record: &DocumentRecord<'_>) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut add = |span: &SpanRecord, class, key: String| {
        if span.start < span.end {
            found.push(Mark { start: span.start, end: span.end, class, key });
        }
    };
    for (at, section) in record.sections.iter().enumerate() {
        if let Some(heading) = &section.heading {
            add(&heading.span, "s", format!("s{at}"));
        }
    }
    for (at, item) in record.items.iter().enumerate() {
        if let Some(number) = &item.number_span {
            add(number, "i n", format!("i{at}"));
        }
        item.spans.iter().for_each(|span| add(span, "i", format!("i{at}")));
    }
    for (at, funding) in record.funding.iter().enumerate() {
        add(&funding.span, "f", format!("f{at}"));
    }
    for (at, quote) in record.quotes.iter().enumerate() {
        quote.spans.iter().for_each(|span| add(span, "q", format!("q{at}")));
    }
    for (at, reference) in record.references.iter().enumerate() {
        add(&reference.span, "x", format!("x{at}"));
    }
    for (at, contact) in record.contacts.iter().enumerate() {
        add(&contact.span, "c", format!("c{at}"));
    }
    for (at, acronym) in record.acronyms.iter().enumerate() {
        add(&acronym.span, "y", format!("y{at}"));
    }
    for (at, entity) in record.entities.iter().enumerate() {
        let class = entity_class(entity.kind.0);
        for (ordinal, mention) in entity.mentions.iter().enumerate() {
            add(&mention.span, class, format!("e{at}.{ordinal}"));
        }
        for (ordinal, role) in entity.roles.iter().enumerate() {
            add(&role.span, "p r", format!("e{at}.r{ordinal}"));
        }
    }
    for (at, date) in record.dates.iter().enumerate() {
        add(&date.span, "d", format!("d{at}"));
    }
    for (at, amount) in record.amounts.iter().enumerate() {
        add(&amount.span, "a", format!("a{at}"));
    }
    for (at, finding) in record.diagnostics.iter().enumerate() {
        if let Some(span) = &finding.span {
            let class = match finding.severity.0 {
                _ if span.end - span.start > LONG => "g g0",
                Severity::Info => "g g1",
                Severity::Warning => "g g2",
                Severity::Error => "g g3",
            };
            add(span, class, format!("g{at}"));
        }
    }
    // The sort is stable: of marks on the same characters the kinds that hold others stay outside.
    found.sort_by(|a, b| (a.start, b.end).cmp(&(b.start, a.end)));
    found
}

/// Number of records of each layer, in their order.
pub(super) fn counts(record: &DocumentRecord<'_>) -> Vec<usize> {
    let entities = |class| record.entities.iter().filter(|one| entity_class(one.kind.0) == class).count();
    let count = |layer: &Layer| match layer.class {
        "d" => record.dates.len(),
        "a" => record.amounts.len(),
        "f" => record.funding.len(),
        "q" => record.quotes.len(),
        "y" => record.acronyms.len(),
        "x" => record.references.len(),
        "c" => record.contacts.len(),
        "i" => record.items.len(),
        "g" => record.diagnostics.len(),
        class => entities(class),
    };
    LAYERS.iter().map(count).collect()
}
