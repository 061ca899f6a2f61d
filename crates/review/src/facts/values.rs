//! Facts of dates, amounts and funding lines.

use super::contract::Amount;
use super::{Maker, by_id};
use crate::fact::{Fact, Kind};

impl Maker<'_> {
    pub(super) fn dates(&mut self) {
        let document = self.document;
        for date in &document.dates {
            let mut fact = self.at(Kind::Date, &date.text, date.span);
            let anchor = date.anchor.as_ref().and_then(|id| by_id(&document.dates, id, |one| &one.id));
            fact.with("edtf", date.edtf.as_deref());
            fact.with("type", Some(&date.kind).filter(|kind| *kind != "date").map(String::as_str));
            fact.with("mod", date.modifier.as_deref());
            fact.with("role", Some(&date.role));
            fact.with("basis", Some(&date.basis));
            fact.with("anchor", anchor.and_then(|date| date.edtf.as_deref()));
            self.facts.push(fact);
        }
    }

    pub(super) fn amounts(&mut self) {
        for amount in &self.document.amounts {
            let mut fact = self.at(Kind::Amount, &amount.text, amount.span);
            fact.with("type", Some(&amount.kind));
            fact.with("value", Some(&amount.value));
            fact.with("value_max", amount.value_max.as_deref());
            fact.with("currency", amount.currency.as_deref());
            fact.with("currency_basis", amount.currency_basis.as_deref());
            fact.with("qualifier", amount.qualifier.as_deref());
            fact.with("unit", amount.unit.as_deref());
            fact.with("per", amount.per.as_deref());
            fact.with("period", amount.period.as_deref());
            fact.with("role", amount.role.as_deref());
            self.facts.push(fact);
        }
    }

    pub(super) fn funding(&mut self) {
        let document = self.document;
        let title =
            |id: &String| by_id(&document.funding, id, |one| &one.id).and_then(|one| one.title.as_deref());
        for funding in &document.funding {
            let amount = by_id(&document.amounts, &funding.amount, |one| &one.id);
            let mut fact = Fact::new(Kind::Funding, funding.title.as_deref().unwrap_or_default());
            // The figure itself is the place: a line of funding has many words.
            fact.at =
                self.passages.holding(funding.span).map(|passage| passage.at.clone()).unwrap_or_default();
            fact.place = self.place(amount.map_or(funding.span, |amount| amount.span));
            fact.with("amount", amount.map(money).as_deref());
            fact.with("donor", funding.donor.as_deref());
            fact.with("recipient", funding.recipient.as_deref());
            fact.with("status", funding.status.as_deref());
            fact.with("part_of", funding.part_of.as_ref().and_then(title));
            self.facts.push(fact);
        }
    }
}

/// `2600000 CAD`, `1000 to 2000 EUR`.
fn money(amount: &Amount) -> String {
    let mut text = amount.value.clone();
    for (before, part) in [(" to ", &amount.value_max), (" ", &amount.currency)] {
        if let Some(part) = part {
            text.push_str(before);
            text.push_str(part);
        }
    }
    text
}
