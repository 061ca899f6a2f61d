//! Whom a name means that several persons may bear: `Ode` is the Ode who was mentioned last.
//!
//! Invariant: a look-up takes a time that does not grow with the number of persons or mentions, but for its logarithm.
//!
//! Not here: which part of a name its bearer is called by.

use std::collections::BTreeMap;

use rapporteur_model::Location;

/// Those who bear one name.
#[derive(Default)]
pub struct Bearers {
    /// Who they are, in the order in which they became known.
    pub persons: Vec<usize>,
    /// Where each of them is mentioned.
    places: BTreeMap<Location, usize>,
}

impl Bearers {
    /// The one who was mentioned last before a place.
    pub fn last_before(&self, place: Location) -> Option<usize> {
        self.places.range(..place).next_back().map(|(_, &person)| person)
    }
}

/// Persons by a name that they bear.
#[derive(Default)]
pub struct Called(BTreeMap<String, Bearers>);

impl Called {
    /// Those who bear a name.
    pub fn bearers(&self, name: &str) -> Option<&Bearers> {
        self.0.get(name)
    }

    /// Adds a person who bears a name, with the mentions that are known of him.
    pub fn add(&mut self, name: &str, person: usize, mentions: impl Iterator<Item = Location>) {
        let bearers = self.0.entry(name.to_owned()).or_default();
        if bearers.persons.last() != Some(&person) {
            bearers.persons.push(person);
        }
        bearers.places.extend(mentions.map(|at| (at, person)));
    }

    /// Adds a mention of a person who bears a name; nothing where nobody is known by it.
    pub fn mention(&mut self, name: &str, person: usize, at: Location) {
        if let Some(bearers) = self.0.get_mut(name) {
            bearers.places.insert(at, person);
        }
    }
}
