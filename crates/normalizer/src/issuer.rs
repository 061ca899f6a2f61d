//! The issuing body: `For more information: Media Relations, Fens Canada` names it.
//!
//! Evidence, strongest first; the first that gives an organization of the document wins:
//!
//! ```text
//! imprint    = ( "Issued by" / "Publisher" / "©" … ) body ; see `issuer::imprint`, with the path and by-line of a page
//! contact    = the body of a contact, one that is no minister's own office before others
//! letterhead = a line of its own, before the title or among the last ones, that is a body's name
//! dateline   = a body in brackets behind the dateline: `OSLO, May 3 (Fens Agency) –`
//! title      = ( "Statement" / "Press release" / "Communiqué" … ) ( "by" / "from" / "of" ) [ "the" ] body
//! enacting   = the body that a resolution begins with: `The General Assembly,`
//! lead       = the body that is the subject of the first sentence of a release: `The Government of Norway today …`
//! page       = the government that a web page names in its furniture or most often
//! ```
//! A news article has none: its paper is not named. Plans, treaties and joint statements of several parties have none but
//! by an imprint or a contact.
//!
//! Ministers and heads of government without a named country get the issuer's, which is what such a paper means.
//!
//! Not here: the country of the money, which the currency stage reads from the issuer.

use std::collections::{BTreeMap, BTreeSet};

use rapporteur_model::{
    Document, Entity, EntityId, EntityKind, Genre, Location, PassageId, PassageRole, SectionKind, Span,
    TextRange,
};

use crate::{Context, Lexicon, lexicon::people::People};

mod imprint;
mod unknown;

/// Finds the issuer, and the country of persons who speak for it.
pub fn find(document: &mut Document, lexicon: &Lexicon, context: &Context) {
    document.issuer = issuer(document);
    if document.issuer.is_none() {
        document.issuer = unknown::contact(document);
    }
    let country = country(document, &lexicon.people, context);
    if let Some(country) = country {
        complete_roles(document, &country);
    }
}

fn issuer(document: &Document) -> Option<EntityId> {
    let genre = document.genre.genre;
    if genre == Genre::NewsArticle {
        return None;
    }
    let certain = imprint::find(document).or_else(|| contact(document));
    let own = || letterhead(document).or_else(|| dateline(document)).or_else(|| title(document));
    certain.or_else(|| match genre {
        Genre::Resolution => own().or_else(|| enacting(document)),
        Genre::PressRelease | Genre::Statement | Genre::MediaAdvisory | Genre::Backgrounder => {
            own().or_else(|| lead(document))
        }
        Genre::WebPage => own().or_else(|| imprint::site(document)).or_else(|| page(document)),
        Genre::Other => own(),
        _ => None,
    })
}

/// The bodies named in a passage, in order, with their places.
fn bodies(document: &Document, passage: PassageId) -> Vec<(TextRange, &Entity)> {
    let mut found: Vec<(TextRange, &Entity)> = document
        .entities
        .iter()
        .filter(|entity| entity.kind == EntityKind::Organization)
        .flat_map(|entity| entity.mentions.iter().map(move |mention| (mention.at, entity)))
        .filter(|(at, _)| at.passage == passage)
        .map(|(at, entity)| (at.range, entity))
        .collect();
    found.sort_by_key(|(range, _)| *range);
    found
}

/// The body of a contact.
fn contact(document: &Document) -> Option<EntityId> {
    let office =
        |organization: &str| organization.starts_with("Office of") || organization.starts_with("Cabinet of");
    let mut contacts: Vec<_> = document
        .contacts
        .iter()
        .filter_map(|contact| Some((contact.organization.as_deref()?, contact.span)))
        .collect();
    contacts.sort_by_key(|(organization, _)| office(organization));
    // Inline contacts of others, of which a sheet may name many, say nothing about its issuer.
    let mut blocks: Vec<Span> = document
        .sections
        .iter()
        .filter(|section| section.kind == SectionKind::Contact)
        .flat_map(|section| section.blocks.iter().flat_map(|block| document.block_spans(block)))
        .collect();
    blocks.sort_unstable();
    let section = |span: Span| {
        let next = blocks.partition_point(|block| block.start < span.end);
        next.checked_sub(1).is_some_and(|last| blocks[last].overlaps(span))
    };
    let release = matches!(
        document.genre.genre,
        Genre::PressRelease | Genre::Statement | Genre::MediaAdvisory | Genre::Backgrounder
    );
    let few = release && document.contacts.len() <= 3;
    let bodies = Bodies::new(document);
    contacts
        .into_iter()
        .filter(|(_, span)| few || section(*span))
        .find_map(|(name, span)| bodies.named(name, span))
}

/// The organizations of a document, by name and by place.
struct Bodies<'a> {
    document: &'a Document,
    /// The first that has a name or alias, as an index in the document's entities.
    names: BTreeMap<&'a str, usize>,
    /// Where they are mentioned, in order.
    mentions: Vec<(Span, Location, usize)>,
}

impl<'a> Bodies<'a> {
    fn new(document: &'a Document) -> Self {
        let mut names = BTreeMap::new();
        let mut mentions = Vec::new();
        let organization = |(_, entity): &(usize, &Entity)| entity.kind == EntityKind::Organization;
        for (index, entity) in document.entities.iter().enumerate().filter(organization) {
            for name in entity.aliases.iter().chain([&entity.name]) {
                names.entry(name.as_str()).or_insert(index);
            }
            mentions.extend(entity.mentions.iter().map(|one| (document.span(one.at), one.at, index)));
        }
        mentions.sort_unstable();
        Self { document, names, mentions }
    }

    /// The body that a contact names: one of that name, or one that is mentioned in it by a part of it.
    fn named(&self, name: &str, span: Span) -> Option<EntityId> {
        let from = self.mentions.partition_point(|(at, ..)| at.start < span.start);
        let inside = || {
            self.mentions[from..]
                .iter()
                .take_while(|(at, ..)| at.start < span.end)
                .filter(|(at, ..)| span.covers(*at))
                .map(|(_, at, index)| (self.document.text(*at), *index))
        };
        let longer = inside().filter(|(text, _)| text.contains(name)).map(|(_, index)| index);
        let named = self.names.get(name).copied().into_iter().chain(longer).min();
        let part = || inside().filter(|(text, _)| name.contains(text)).map(|(_, index)| index).min();
        let index = named.or_else(part)?;
        self.document.entities.get(index).map(|entity| entity.id.clone())
    }
}

/// A line that is a body's name and nothing more, before the title or among the last lines.
fn letterhead(document: &Document) -> Option<EntityId> {
    let count = document.passages.len();
    let title = document.title.map_or(0, |id| id.0);
    let places = (0..title.min(4)).chain(count.saturating_sub(4).max(title + 1)..count);
    places.map(PassageId).find_map(|id| {
        let text = document.passage(id).text();
        let (range, entity) = bodies(document, id).into_iter().next()?;
        let rest = text.len() - range.len();
        (rest <= 6 && document.title != Some(id)).then(|| entity.id.clone())
    })
}

/// A body in brackets behind the dateline.
fn dateline(document: &Document) -> Option<EntityId> {
    let line = document.dateline.as_ref()?;
    let index = document.passages.iter().position(|passage| passage.whole_span().covers(line.span))?;
    let text = document.passages[index].text();
    bodies(document, PassageId(index)).into_iter().find_map(|(range, entity)| {
        let bracket =
            text[..range.start].trim_end_matches("the ").ends_with('(') && text[range.end..].starts_with(')');
        (bracket && range.start < 90).then(|| entity.id.clone())
    })
}

/// `Statement by the Peat Council on …`: the body that a title says the paper is from.
fn title(document: &Document) -> Option<EntityId> {
    #[rustfmt::skip]
    const PAPERS: &[&str] = &[
        "statement", "press release", "news release", "communiqué", "communique", "press statement",
        "message", "declaration", "media release", "notice", "announcement", "readout", "report",
        "resolution",
    ];
    let id = document.title?;
    let text = document.passage(id).text();
    let lower = text.to_lowercase();
    let paper = PAPERS.iter().any(|paper| lower.starts_with(paper));
    bodies(document, id).into_iter().find_map(|(range, entity)| {
        let before = lower.get(..range.start)?.trim_end().trim_end_matches(" the");
        let from = [" by", " from", " of"].iter().any(|word| before.ends_with(word));
        (paper && from && before.split_whitespace().take(6).count() <= 5).then(|| entity.id.clone())
    })
}

/// Words by which a body speaks for itself, near the subject of the first sentence.
#[rustfmt::skip]
const ISSUING: &[&str] = &[
    "today", "announced", "announces", "announce", "announcing", "pleased", "welcomes", "welcome",
    "condemns", "condemn", "expresses", "express", "regrets", "congratulates", "issued", "issues", "calls",
    "notes", "strongly", "deeply", "joins", "launched", "launches", "released", "releases", "published",
    "publishes", "invites", "informs", "wishes", "confirms", "reiterates", "urges", "rejects", "mourns",
    "extends", "advises", "unveiled", "unveils", "proud", "honoured", "honored",
];

/// The body that opens a resolution, before a comma: `The Peat Council,`.
fn enacting(document: &Document) -> Option<EntityId> {
    document.passages.iter().take(8).find_map(|passage| {
        let line = passage.text().trim().strip_suffix(',')?;
        let name = line.strip_prefix("The ").or_else(|| line.strip_prefix("THE ")).unwrap_or(line);
        let called = |entity: &&Entity| {
            let printed = |at: Location| document.text(at).eq_ignore_ascii_case(name);
            entity.kind == EntityKind::Organization
                && (entity.name.eq_ignore_ascii_case(name)
                    || entity.mentions.iter().any(|mention| printed(mention.at)))
        };
        document.entities.iter().find(called).map(|entity| entity.id.clone())
    })
}

/// The body that is the subject of the first sentence.
fn lead(document: &Document) -> Option<EntityId> {
    let first = document.passages.iter().enumerate().find(|(_, passage)| {
        let words = passage.text().split_whitespace().count();
        let furniture =
            document.sections.get(passage.section).is_some_and(|s| s.kind == SectionKind::Boilerplate);
        passage.role != PassageRole::Heading && words > 8 && !furniture
    });
    let (index, passage) = first?;
    let text = passage.text();
    let start = document.dateline.as_ref().map_or(0, |line| {
        let inside = passage.whole_span().covers(line.span);
        let dash = text.find(['–', '—']).or_else(|| text.find(" - ")).filter(|at| inside && *at < 120);
        dash.map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8))
    });
    let (range, entity) =
        bodies(document, PassageId(index)).into_iter().find(|(range, _)| range.start >= start)?;
    let before = text.get(start..range.start)?.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let subject = matches!(before.as_str(), "" | "the" | "today" | "today the");
    let after = text.get(range.end..)?.trim_start_matches([')', '”']);
    let issues = after.split_whitespace().take(4).any(|word| ISSUING.contains(&word.trim_matches(',')));
    let alone = issues
        && !after.starts_with(" and ")
        && !after.starts_with(", ")
        && !after.starts_with('-')
        && !after.starts_with(['’', '\'']);
    (subject && alone).then(|| entity.id.clone())
}

/// The government that a web page speaks for.
fn page(document: &Document) -> Option<EntityId> {
    if document.genre.genre != Genre::WebPage {
        return None;
    }
    let furniture = |at: Location| {
        let section = document.passage(at.passage).section;
        document.sections.get(section).is_some_and(|section| section.kind == SectionKind::Boilerplate)
    };
    let in_furniture = |entity: &Entity| entity.mentions.iter().any(|mention| furniture(mention.at));
    let government = |entity: &&Entity| {
        let name = entity.name.to_lowercase();
        entity.kind == EntityKind::Organization
            && (name.starts_with("government of")
                || ["ministry of", "department of"].iter().any(|head| name.starts_with(head))
                    && in_furniture(entity))
    };
    let weight = |entity: &&Entity| {
        entity.mentions.iter().map(|mention| if furniture(mention.at) { 3 } else { 1 }).sum::<usize>()
    };
    let best = document.entities.iter().filter(government).rev().max_by_key(weight)?;
    (weight(&best) >= 2).then(|| best.id.clone())
}

/// The country of the issuer: given from outside, or named in its name.
fn country(document: &Document, people: &People, context: &Context) -> Option<String> {
    let given = context.country.as_deref().and_then(|iso| people.country_name(iso));
    let named = || {
        let entity = document.entity(document.issuer.as_ref()?)?;
        country_in(people, &entity.name)
            .or_else(|| entity.aliases.iter().find_map(|name| country_in(people, name)))
    };
    given.or_else(named).map(str::to_owned)
}

/// The last country named in a name: `Fens and Bogs Canada`, `Ministry of Fens of the United Kingdom`.
fn country_in<'a>(people: &'a People, name: &str) -> Option<&'a str> {
    let words: Vec<&str> = name.split([' ', '-', ',']).filter(|word| !word.is_empty()).collect();
    (1..=words.len().min(4)).rev().find_map(|length| {
        let found = words.windows(length).rev().find_map(|window| {
            let text = window.join(" ");
            people.country(&text).or_else(|| people.people(&text))
        });
        found.and_then(|iso| people.country_name(iso))
    })
}

/// Gives the country to members of government whose own is not said. Of several persons with one title only the first
/// can be the issuer's.
fn complete_roles(document: &mut Document, country: &str) {
    const GOVERNMENT: &[&str] =
        &["minister", "president", "premier", "chancellor", "secretary", "treasurer", "governor-general"];
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for entity in document.entities.iter_mut().filter(|entity| entity.kind == EntityKind::Person) {
        for role in &mut entity.roles {
            let title = role.title.to_lowercase();
            let head = |word: &&str| GOVERNMENT.contains(word);
            if !title.split_whitespace().any(|word| head(&word)) || seen.contains(&title) {
                continue;
            }
            if role.of.is_none() {
                role.of = Some(country.to_owned());
            }
            seen.insert(title);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use rapporteur_model::{Genre, SectionKind};

    use crate::{Context, Lexicon, normalize, sample};

    static LEXICON: LazyLock<&Lexicon> = LazyLock::new(Lexicon::embedded);

    fn issuer(text: &str, genre: Genre, last: SectionKind) -> Option<String> {
        let mut document = sample::document(text);
        document.genre.genre = genre;
        if let Some(section) = document.sections.last_mut() {
            section.kind = last;
        }
        normalize(&mut document, &LEXICON, &Context::default());
        let id = document.issuer.clone()?;
        document.entity(&id).map(|entity| entity.name.clone())
    }

    #[test]
    fn the_body_of_a_contact_is_the_issuer() {
        let text = "Bogs were drained again in the north today.\n\n# Contacts\n\nMedia Relations Office\nGlobal Affairs Canada\n343-555-0100";
        assert_eq!(
            issuer(text, Genre::PressRelease, SectionKind::Contact).as_deref(),
            Some("Global Affairs Canada")
        );
        assert_eq!(issuer(text, Genre::NewsArticle, SectionKind::Contact), None);
    }

    #[test]
    fn a_contact_names_a_body_that_nobody_knew() {
        let text = "Bogs were drained again in the north today.\n\n# Contacts\n\nJane Odegard\nSkarn Waterways North\n343-555-0100";
        let found = issuer(text, Genre::PressRelease, SectionKind::Contact);
        assert_eq!(found.as_deref(), Some("Skarn Waterways North"));
        let text = "Bogs were drained again.\n\n# Contacts\n\nJane Odegard\n12 Peat Road North\n343-555-0100";
        assert_eq!(issuer(text, Genre::PressRelease, SectionKind::Contact), None);
    }

    #[test]
    fn an_imprint_names_the_issuer() {
        let body = "Bogs were drained again in the north today by men with spades and boats.";
        for (text, genre) in [
            (format!("{body}\n\nPublisher\n\nMinistry of Fens\n\nTop of page"), Genre::PressRelease),
            (format!("{body}\n\nPublisher: Ministry of Fens"), Genre::PressRelease),
            (format!("Historical archive\nPublisher: Ministry of Fens\n\n{body}"), Genre::WebPage),
            (
                format!("{body}\n\nIssued by the Ministry of Fens\n\nPrivate Bag X99, Fensby"),
                Genre::PressRelease,
            ),
            (format!("{body}\n\n© 2031 Ministry of Fens"), Genre::WebPage),
            (format!("Copyright © Ministry of Fens, 2031\n\n{body}"), Genre::WebPage),
            (format!("fens.example > Ministry of Fens > Programmes\n\n{body}"), Genre::WebPage),
            (
                format!("# Bogs drained\n\nArticle | Last updated: 2031-05-03 | Ministry of Fens\n\n{body}"),
                Genre::WebPage,
            ),
        ] {
            let found = issuer(&text, genre, SectionKind::Body);
            assert_eq!(found.as_deref(), Some("Ministry of Fens"), "{text}");
        }
        for text in [
            format!("{body} The map was published by the Ministry of Fens.\n\n{body}"),
            format!("{body}\n\nPublishers met the Ministry of Fens."),
            format!("{body}\n\nPeat > 30 cm lies where the Ministry of Fens digs."),
        ] {
            assert_eq!(issuer(&text, Genre::WebPage, SectionKind::Body), None, "{text}");
        }
    }

    #[test]
    fn the_subject_of_the_first_sentence_is_the_issuer() {
        let text = "The Government of Norway today announced new help for those who live in the fens.";
        assert_eq!(
            issuer(text, Genre::PressRelease, SectionKind::Body).as_deref(),
            Some("Government of Norway")
        );
        assert_eq!(issuer(text, Genre::JointStatement, SectionKind::Body), None);
        let text = "The Security Council,\n\nRecalling what the Security Council has said of the fens,";
        assert!(issuer(text, Genre::Resolution, SectionKind::Body).is_some());
        let text = "The World Bank and the Government of Norway announced new help for the fens.";
        assert_eq!(issuer(text, Genre::PressRelease, SectionKind::Body), None);
    }

    #[test]
    fn a_minister_without_a_country_is_the_issuers() {
        let mut document = sample::document(
            "The Government of Norway today told of the plan of Foreign Minister Jane Odegard for all the fens.",
        );
        document.genre.genre = Genre::PressRelease;
        normalize(&mut document, &LEXICON, &Context::default());
        let person = document.entities.iter().find(|entity| entity.name == "Jane Odegard").unwrap();
        assert_eq!(person.roles[0].of.as_deref(), Some("Norway"));
    }
}
