//! Two small documents for the tests, built without parser and normalizer.

use rapporteur_model::{
    Acronym, AliasReason, Amount, AmountId, AmountKind, Basis, Block, Code, Contact, Cue, CurrencyBasis,
    Date, DateId, DateKind, DateRole, Dateline, Diagnostic, Document, Entity, EntityId, EntityKind, Entry,
    Funding, FundingId, FundingPlace, FundingStatus, Genre, Heading, Issued, Item, ItemKind, Location,
    Marker, Mention, MentionBy, PassageBuilder, PassageId, PassageRole, Quote, QuoteKind, Reference, Role,
    Row, Section, SectionKind, Severity, Source, Span, Speaker, TextRange,
};

const RELEASE: &str = "Pêche durable: new money for the Sør lagoon\n\
\n\
TROMSØ, 4 May 2021 – The Lagoon Office (LO) gives \u{201C}all that it can\u{201D}, said Director Åsa Lind.\n\
\n\
- Reef  school: $2.5 million\n\
- Boats: $750,000\n\
\u{2003}– oars\n\
\n\
Year\tBoats\n\
2020\t=SUM(4)\n\
\n\
The office will go on\n\
- 2 -\n\
until the reef is whole; see also the Reef Plan.\n\
\n\
Press desk, +47 555 01 23, @lagoon, @reef\n";

const PLAN: &str = "Reef Plan\n\
A.\tWater\n\
1.\tCoral\n\
1.1\tPlant coral.\n\
1.2\tCount fish.\n\
2.\tTides\n\
2.1\tMeasure tides.\n";

/// A release with a value of every kind.
pub fn release() -> Document {
    let mut draft = Draft::new("papers/release.txt", RELEASE, 'a');
    let document = &mut draft.document;
    document.genre.genre = Genre::PressRelease;
    document.genre.runner_up = Some(Genre::Statement);
    document.genre.evidence.push("a dateline".to_owned());
    let title = draft.passage(PassageRole::Heading, &["Pêche durable: new money for the Sør lagoon"]);
    draft.document.title = Some(title);
    let lead = draft.passage(
        PassageRole::Paragraph,
        &["TROMSØ, 4 May 2021 – The Lagoon Office (LO) gives “all that it can”, said Director Åsa Lind."],
    );
    let school = draft.entry("- ", "Reef  school: $2.5 million");
    let mut boats = draft.entry("- ", "Boats: $750,000");
    let oars = draft.entry("– ", "oars");
    boats.entries.push(oars);
    let header = draft.row(&["Year", "Boats"]);
    let figures = draft.row(&["2020", "=SUM(4)"]);
    let last = draft.passage(
        PassageRole::Paragraph,
        &["The office will go on", "until the reef is whole; see also the Reef Plan."],
    );
    let desk = draft.passage(PassageRole::Paragraph, &["Press desk, +47 555 01 23, @lagoon, @reef"]);
    draft.document.sections.push(Section {
        kind: SectionKind::Body,
        level: 1,
        heading: Some(Heading { passage: title, marker: None }),
        parent: None,
        blocks: vec![
            Block::Paragraph(lead),
            Block::List(vec![school, boats]),
            Block::Table(vec![header, figures]),
            Block::Paragraph(last),
            Block::Paragraph(desk),
        ],
    });
    values(&mut draft);
    names(&mut draft);
    draft.document
}

fn values(draft: &mut Draft) {
    let issued = draft.at("4 May 2021");
    let (all, part) = (draft.at("$2.5 million"), draft.at("$750,000"));
    let (school, boats) = (draft.at("Reef school: $2.5 million"), draft.at("Boats: $750,000"));
    let dateline = draft.document.span(draft.at("TROMSØ, 4 May 2021"));
    let debris = draft.source_span("- 2 -");
    let document = &mut draft.document;
    document.dates.push(Date {
        id: DateId(1),
        at: issued,
        edtf: Some("2021-05-04".to_owned()),
        bounds: (Some("2021-05-04".to_owned()), Some("2021-05-04".to_owned())),
        kind: DateKind::Date,
        modifier: None,
        basis: Basis::Explicit,
        anchor: None,
        role: DateRole::Issued,
    });
    document.issued =
        Some(Issued { edtf: "2021-05-04".to_owned(), basis: Basis::Explicit, date: Some(DateId(1)) });
    document.dateline =
        Some(Dateline { place: Some("TROMSØ".to_owned()), date: Some(DateId(1)), span: dateline });
    for (id, at, value, place, line) in
        [(1, all, "2500000.00", "Reef school", school), (2, part, "750000", "Boats", boats)]
    {
        document.amounts.push(Amount {
            id: AmountId(id),
            at,
            kind: AmountKind::Money,
            value: value.parse().unwrap(),
            value_max: None,
            currency: Some("CAD".to_owned()),
            currency_basis: Some(CurrencyBasis::Inferred),
            currency_candidates: vec!["CAD".to_owned(), "USD".to_owned()],
            qualifier: None,
            unit: None,
            per: None,
            period: Some("P2Y".to_owned()),
            role: None,
        });
        document.funding.push(Funding {
            id: FundingId(id),
            title: Some(place.to_owned()),
            amount: AmountId(id),
            donor: Some(EntityId("org:lagoon-office".to_owned())),
            recipient: None,
            status: Some(FundingStatus::Pledge),
            place: FundingPlace::Section(0),
            at: line,
            part_of: (id == 2).then_some(FundingId(1)),
        });
    }
    document.diagnostics.push(Diagnostic::new(
        Code::OcrDebris,
        Severity::Info,
        debris,
        "a page number was taken out: \"- 2 -\"",
    ));
}

fn names(draft: &mut Draft) {
    let office = draft.entity("org:lagoon-office", EntityKind::Organization, "Lagoon Office");
    draft.document.entities[office].acronym = Some("LO".to_owned());
    draft.document.entities[office].aliases.push("The Lagoon Office".to_owned());
    draft.document.entities[office].alias_reasons.push(AliasReason::Variant);
    let person = draft.entity("person:asa-lind", EntityKind::Person, "Åsa Lind");
    let at = draft.at("Director");
    draft.document.entities[person].roles.push(Role {
        title: "Director".to_owned(),
        of: Some("Lagoon Office".to_owned()),
        at,
    });
    let group = draft.entity("group:fjord-two", EntityKind::Group, "Sør");
    draft.document.entities[group].members = vec!["NO".to_owned(), "SE".to_owned()];

    let (acronym, quote) = (draft.at("Lagoon Office (LO)"), draft.at("“all that it can”"));
    let (speaker, reference) = (draft.at("Director Åsa Lind"), draft.at("see also the Reef Plan"));
    let span = draft.source_span("Press desk, +47 555 01 23, @lagoon, @reef");
    let document = &mut draft.document;
    document.issuer = Some(EntityId("org:lagoon-office".to_owned()));
    document.acronyms.push(Acronym {
        short: "LO".to_owned(),
        long: "Lagoon Office".to_owned(),
        at: acronym,
        entity: Some(EntityId("org:nobody".to_owned())),
    });
    document.quotes.push(Quote {
        at: vec![quote],
        text: "all that it can".to_owned(),
        kind: QuoteKind::Direct,
        speaker: Some(Speaker { entity: Some(EntityId("person:asa-lind".to_owned())), at: speaker }),
        cue: Some(Cue { text: "said".to_owned() }),
    });
    document.contacts.push(Contact {
        name: Some("Press desk".to_owned()),
        organization: None,
        email: None,
        phone: Some("+47 555 01 23".to_owned()),
        handles: vec!["@lagoon".to_owned(), "@reef".to_owned()],
        url: None,
        span,
    });
    document.references.push(Reference { at: reference });
}

/// A plan: one framework over two areas with three actions.
pub fn plan() -> Document {
    let mut draft = Draft::new("papers/plan.txt", PLAN, 'b');
    draft.document.genre.genre = Genre::WorkPlan;
    let title = draft.passage(PassageRole::Heading, &["Reef Plan"]);
    draft.document.title = Some(title);
    draft.document.sections.push(Section {
        kind: SectionKind::Body,
        level: 1,
        heading: Some(Heading { passage: title, marker: None }),
        parent: None,
        blocks: Vec::new(),
    });
    let framework = draft.item("A.", "Water", "A", ItemKind::Framework, None);
    let heading = Heading {
        passage: draft.document.items[framework].passage,
        marker: draft.document.items[framework].marker.clone(),
    };
    draft.document.sections.push(Section {
        kind: SectionKind::Plan,
        level: 2,
        heading: Some(heading),
        parent: Some(0),
        blocks: Vec::new(),
    });
    let coral = draft.item("1.", "Coral", "A.1", ItemKind::Area, Some(framework));
    draft.item("1.1", "Plant coral.", "A.1.1", ItemKind::Action, Some(coral));
    draft.item("1.2", "Count fish.", "A.1.2", ItemKind::Action, Some(coral));
    let tides = draft.item("2.", "Tides", "A.2", ItemKind::Area, Some(framework));
    draft.item("2.1", "Measure tides.", "A.2.1", ItemKind::Action, Some(tides));
    draft.document.sections[1].blocks = (1..draft.document.items.len()).map(Block::Item).collect();
    draft.document
}

/// The same document under another path.
pub fn at_path(mut document: Document, path: &str) -> Document {
    path.clone_into(&mut document.source.path);
    document
}

/// A document in the making; passages are looked for in the source from left to right.
struct Draft {
    document: Document,
    reached: usize,
}

impl Draft {
    fn new(path: &str, text: &str, digit: char) -> Self {
        let document = Document::new(Source {
            path: path.to_owned(),
            text: text.to_owned(),
            sha256: digit.to_string().repeat(64),
            bytes: text.len(),
            encoding: "utf-8".to_owned(),
            media_type: "text/plain",
            replaced: Vec::new(),
        });
        Self { document, reached: 0 }
    }

    /// The next place in the source where `words` stand.
    fn next(&mut self, words: &str) -> Span {
        let start = self.reached + self.document.source.text[self.reached..].find(words).unwrap();
        self.reached = start + words.len();
        Span::new(start, self.reached)
    }

    /// A passage of parts between which a page break stands.
    fn passage(&mut self, role: PassageRole, parts: &[&str]) -> PassageId {
        let mut builder = PassageBuilder::new();
        for part in parts {
            let before = self.reached;
            let span = self.next(part);
            if !builder.is_empty() {
                builder.joined(" ", Span::new(before, span.start));
            }
            // Two spaces fold into one.
            match part.split_once("  ") {
                None => builder.verbatim(part, span),
                Some((left, right)) => {
                    let cut = span.start + left.len();
                    builder
                        .verbatim(left, Span::new(span.start, cut))
                        .folded(Span::new(cut, cut + 2))
                        .verbatim(right, Span::new(cut + 2, span.end))
                }
            };
        }
        self.document.passages.push(builder.build(role, 0, None));
        PassageId(self.document.passages.len() - 1)
    }

    fn marker(&mut self, text: &str) -> Marker {
        let span = self.next(text);
        Marker { text: text.to_owned(), span }
    }

    fn entry(&mut self, marker: &str, words: &str) -> Entry {
        let marker = self.marker(marker.trim());
        let passage = self.passage(PassageRole::Entry, &[words]);
        Entry { marker: Some(marker), passage, entries: Vec::new() }
    }

    fn row(&mut self, cells: &[&str]) -> Row {
        let header = cells.iter().all(|cell| cell.chars().all(char::is_alphabetic));
        Row { cells: cells.iter().map(|cell| self.passage(PassageRole::Cell, &[cell])).collect(), header }
    }

    fn item(
        &mut self,
        marker: &str,
        words: &str,
        reference: &str,
        kind: ItemKind,
        parent: Option<usize>,
    ) -> usize {
        let marker = self.marker(marker);
        let passage = self.passage(PassageRole::Provision, &[words]);
        self.document.items.push(Item {
            reference: reference.to_owned(),
            number: Some(marker.text.trim_end_matches('.').to_owned()),
            marker: Some(marker),
            level: Some(1 + reference.matches('.').count() as u8),
            kind,
            passage,
            parent,
            section: 1,
        });
        self.document.items.len() - 1
    }

    /// Where words stand in the clean text, for the first time.
    fn at(&self, words: &str) -> Location {
        let found = self.document.passages.iter().enumerate().find_map(|(index, passage)| {
            let start = passage.text().find(words)?;
            let range = TextRange::new(start, start + words.len());
            Some(Location { passage: PassageId(index), range })
        });
        found.unwrap()
    }

    fn source_span(&self, words: &str) -> Span {
        let start = self.document.source.text.find(words).unwrap();
        Span::new(start, start + words.len())
    }

    /// An entity that is mentioned by its name, once.
    fn entity(&mut self, id: &str, kind: EntityKind, name: &str) -> usize {
        let at = self.at(name);
        self.document.entities.push(Entity::new(
            EntityId(id.to_owned()),
            kind,
            name.to_owned(),
            vec![Mention { at, by: MentionBy::Name }],
        ));
        self.document.entities.len() - 1
    }
}
