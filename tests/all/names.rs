//! Persons, roles, organizations and quotations in real documents, against labels.
//!
//! `labels/names.csv` holds where a name stands (code points) and whom it names, not the documents' text; the documents
//! are those of the shared folder, and without it nothing is tested. A row `window` says up to where a document was read.
//! Of a value with `|` each reading counts; a kind with `?` may be found or not; `-` is no owner, `?` any speaker.
//!
//! A name is right where half of each span is shared and its kind is right; a role where its person, title and owner
//! are; a quotation where four fifths of the longer span are shared; its speaker where he is named or rightly not.

use std::{collections::BTreeMap, fmt};

use rapporteur_model::{Document, Entity, EntityKind, MentionBy};

use crate::texts::{bytes, read, shared};

/// A labelled stretch.
struct Label {
    kind: String,
    start: usize,
    end: usize,
    value: String,
    of: String,
}

impl Label {
    /// May it be found or not?
    fn optional(&self) -> bool {
        self.kind.ends_with('?')
    }

    fn is(&self, kind: &str) -> bool {
        self.kind.trim_end_matches('?') == kind
    }

    fn half(&self, (start, end): (usize, usize)) -> bool {
        let shared = self.end.min(end).saturating_sub(self.start.max(start));
        shared * 2 >= self.end - self.start && shared * 2 >= end - start && shared > 0
    }

    fn touches(&self, (start, end): (usize, usize)) -> bool {
        self.start < end && start < self.end
    }
}

/// Counts of one kind.
#[derive(Clone, Copy, Default)]
struct Tally {
    right: u32,
    found: u32,
    labelled: u32,
}

impl Tally {
    fn precision(self) -> f64 {
        f64::from(self.right) / f64::from(self.found.max(1))
    }

    fn recall(self) -> f64 {
        f64::from(self.right) / f64::from(self.labelled.max(1))
    }

    fn hit(&mut self) {
        self.right += 1;
        self.found += 1;
        self.labelled += 1;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "precision {:.3} recall {:.3} of {}", self.precision(), self.recall(), self.labelled)
    }
}

fn labels() -> BTreeMap<String, Vec<Label>> {
    let mut labels: BTreeMap<String, Vec<Label>> = BTreeMap::new();
    let mut reader = csv::Reader::from_reader(include_str!("../labels/names.csv").as_bytes());
    for row in reader.records() {
        let row = row.unwrap();
        let label = Label {
            kind: row[1].to_owned(),
            start: row[2].parse().unwrap(),
            end: row[3].parse().unwrap(),
            value: row[4].to_owned(),
            of: row[5].to_owned(),
        };
        labels.entry(row[0].to_owned()).or_default().push(label);
    }
    labels
}

/// A name for comparison: lower case, straight apostrophes, no stops, commas or article.
fn folded(name: &str) -> String {
    let lower = name.to_lowercase().replace('’', "'").replace(['.', ','], "");
    lower.trim_start_matches("the ").to_owned()
}

/// Is it one of the readings of a value?
fn reads(value: &str, name: &str) -> bool {
    value.split('|').any(|value| folded(value) == folded(name))
}

/// Is the entity known by one of the readings of a value?
fn named(value: &str, entity: &Entity) -> bool {
    let forms = entity.aliases.iter().chain(&entity.acronym).chain([&entity.name]);
    forms.into_iter().any(|form| reads(value, form))
}

/// The document beside its labels.
struct Sheet<'a> {
    document: &'a Document,
    labels: &'a [Label],
    window: usize,
}

impl Sheet<'_> {
    fn span(&self, at: rapporteur_model::Location) -> (usize, usize) {
        let span = self.document.span(at);
        let chars = |byte: usize| self.document.source.text[..byte].chars().count();
        (chars(span.start), chars(span.end))
    }

    /// Mentions of the kinds within the window, with their entities; anaphors are left out.
    fn mentions(&self, kinds: &[EntityKind]) -> Vec<((usize, usize), &Entity)> {
        let entities = self.document.entities.iter().filter(|entity| kinds.contains(&entity.kind));
        let mentions = entities.flat_map(|entity| {
            let named = entity.mentions.iter().filter(|mention| mention.by != MentionBy::Anaphor);
            named.map(move |mention| (self.span(mention.at), entity))
        });
        mentions.filter(|((_, end), _)| *end <= self.window).collect()
    }

    fn names(&self, kind: &str, kinds: &[EntityKind], names: &mut Tally, values: &mut Tally) {
        let mentions = self.mentions(kinds);
        let mut free: Vec<bool> = mentions.iter().map(|(_, entity)| entity.kind == kinds[0]).collect();
        for label in self.labels.iter().filter(|label| label.is(kind)) {
            let mut hits = (0..mentions.len()).filter(|&index| label.half(mentions[index].0));
            let hit = hits.next();
            hit.into_iter().chain(hits).for_each(|index| free[index] = false);
            match hit {
                _ if label.optional() => {}
                None => names.labelled += 1,
                Some(index) => {
                    names.hit();
                    values.found += 1;
                    values.labelled += 1;
                    values.right += u32::from(named(&label.value, mentions[index].1));
                }
            }
        }
        for (index, (span, entity)) in mentions.iter().enumerate().filter(|(index, _)| free[*index]) {
            let inside = |label: &&Label| label.is(kind) && label.start <= span.0 && span.1 <= label.end;
            let neutral = |label: &&Label| label.optional() && label.touches(*span);
            if free[index] && !self.labels.iter().any(|label| inside(&label) || neutral(&label)) {
                names.found += 1;
                println!("{}: spurious {kind} {:?} at {}", self.document.source.path, entity.name, span.0);
            }
        }
    }

    fn roles(&self, tally: &mut Tally) {
        let persons = self.document.entities.iter().filter(|entity| entity.kind == EntityKind::Person);
        let mut roles: Vec<_> = persons
            .flat_map(|person| person.roles.iter().map(move |role| (person, role)))
            .filter(|(_, role)| self.span(role.at).0 < self.window)
            .collect();
        let beside = |label: &Label, person: &Entity| {
            person.mentions.iter().any(|mention| label.half(self.span(mention.at)))
        };
        for label in self.labels.iter().filter(|label| label.is("role")) {
            let hit = roles.iter().position(|(person, role)| {
                let owner = label.optional() || reads(&label.of, role.of.as_deref().unwrap_or("-"));
                reads(&label.value, &role.title) && owner && beside(label, person)
            });
            if let Some(hit) = hit {
                roles.remove(hit);
            }
            match hit {
                _ if label.optional() => {}
                Some(_) => tally.hit(),
                None => tally.labelled += 1,
            }
        }
        let doubtful = |person: &Entity| {
            self.labels.iter().any(|label| label.kind == "person?" && beside(label, person))
        };
        tally.found += u32::try_from(roles.iter().filter(|(person, _)| !doubtful(person)).count()).unwrap();
    }

    fn quotes(&self, quotes: &mut Tally, speakers: &mut Tally) {
        let span = |quote: &rapporteur_model::Quote| {
            (self.span(quote.at[0]).0, self.span(*quote.at.last().unwrap()).1)
        };
        let all = self.document.quotes.iter().map(|quote| (span(quote), quote));
        let mut found: Vec<_> = all.filter(|((start, _), _)| *start < self.window).collect();
        for label in self.labels.iter().filter(|label| label.is("quote")) {
            let hit = found.iter().position(|((start, end), _)| {
                let shared = label.end.min(*end).saturating_sub(label.start.max(*start));
                shared * 5 >= 4 * (label.end - label.start).max(end - start)
            });
            let Some(hit) = hit else {
                quotes.labelled += 1;
                continue;
            };
            quotes.hit();
            let (_, quote) = found.remove(hit);
            let speaker = quote.speaker.as_ref().and_then(|speaker| speaker.entity.as_ref());
            let speaker = speaker.and_then(|id| self.document.entity(id));
            if label.of == "?" || label.of.is_empty() && speaker.is_none() {
                continue;
            }
            speakers.found += 1;
            speakers.labelled += 1;
            speakers.right += u32::from(speaker.is_some_and(|speaker| named(&label.of, speaker)));
        }
        quotes.found += u32::try_from(found.len()).unwrap();
    }
}

#[test]
fn names_in_real_documents_are_found() {
    let labels = labels();
    let mut tallies = [Tally::default(); 7];
    for path in shared("corpora/documents") {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let Some(labels) = labels.get(&name) else { continue };
        let document = read(&name, &bytes(&path));
        let window = labels.iter().find(|label| label.is("window")).unwrap().end;
        let sheet = Sheet { document: &document, labels, window };
        let [persons, known, roles, bodies, bodies_known, quotes, speakers] = &mut tallies;
        sheet.names("person", &[EntityKind::Person], persons, known);
        sheet.names("organization", &[EntityKind::Organization, EntityKind::Group], bodies, bodies_known);
        sheet.roles(roles);
        sheet.quotes(quotes, speakers);
    }
    if tallies[0].labelled == 0 {
        return;
    }
    let kinds = ["persons", "their names", "roles", "organizations", "their names", "quotes", "speakers"];
    let floors = [0.95, 0.97, 0.88, 0.86, 0.97, 0.93, 0.90];
    for ((tally, kind), floor) in tallies.iter().zip(kinds).zip(floors) {
        println!("{kind}: {tally}");
        assert!(tally.precision() >= floor && tally.recall() >= floor, "{kind}: {tally}, floor {floor}");
    }
}
