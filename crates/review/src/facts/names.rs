//! Facts of entities, acronyms, quotations, contacts and references.

use super::contract::Span;
use super::{Maker, first};
use crate::fact::{Fact, Kind};

impl Maker<'_> {
    pub(super) fn entities(&mut self) {
        let document = self.document;
        for entity in &document.entities {
            let mut fact = Fact::new(Kind::Entity, &entity.id);
            fact.place = entity.mentions.first().and_then(|mention| self.place(mention.span));
            fact.with("type", Some(&entity.kind));
            fact.with("name", Some(&entity.name));
            fact.with("acronym", entity.acronym.as_deref());
            fact.with("iso3166", entity.iso3166.as_deref());
            fact.with("wikidata", entity.wikidata.as_deref());
            fact.with_all("members", entity.members.clone());
            let roles = entity.roles.iter().map(|role| match &role.of {
                Some(of) => format!("{}, {of}", role.title),
                None => role.title.clone(),
            });
            fact.with_all("roles", roles.collect());
            // All words by which the text names it: how a merger is known, and a parting.
            let own = [&entity.name].into_iter().chain(&entity.aliases).chain(&entity.acronym);
            fact.with_all("names", own.chain(entity.mentions.iter().map(|one| &one.text)).cloned().collect());
            self.facts.push(fact);
        }
        for acronym in &document.acronyms {
            let mut fact = Fact::new(Kind::Acronym, &acronym.short);
            fact.place = self.place(acronym.span);
            fact.with("long", Some(&acronym.long));
            fact.with("entity", acronym.entity.as_deref());
            self.facts.push(fact);
        }
    }

    pub(super) fn speech(&mut self) {
        let document = self.document;
        for quote in &document.quotes {
            let mut fact = Fact::new(Kind::Quotation, &quote.text);
            let span = first(&quote.spans);
            fact.at = self.heading(span);
            fact.place = self.place(span);
            fact.with("type", Some(&quote.kind));
            fact.with("speaker", quote.speaker.as_deref());
            fact.with("speaker_text", quote.speaker_text.as_deref());
            fact.with("cue", quote.cue.as_deref());
            self.facts.push(fact);
        }
        for contact in &document.contacts {
            let words = [&contact.name, &contact.organization, &contact.email, &contact.phone, &contact.url];
            let words = words.into_iter().flatten().next().map_or("", String::as_str);
            let mut fact = Fact::new(Kind::Contact, words);
            fact.place = self.place(contact.span);
            fact.with("name", contact.name.as_deref());
            fact.with("organization", contact.organization.as_deref());
            fact.with("email", contact.email.as_deref());
            fact.with("phone", contact.phone.as_deref());
            fact.with_all("handles", contact.handles.clone());
            fact.with("url", contact.url.as_deref());
            self.facts.push(fact);
        }
        for reference in &document.references {
            let mut fact = Fact::new(Kind::Reference, &reference.text);
            fact.at = self.heading(reference.span);
            fact.place = self.place(reference.span);
            self.facts.push(fact);
        }
    }

    fn heading(&self, span: Span) -> String {
        self.passages.holding(span).map(|passage| passage.at.clone()).unwrap_or_default()
    }
}
