//! Bodies that a role names by a noun: `the company’s director, Jane Ode` has her of the company that was named last.
//!
//! ```text
//! owner = "its" / "the" ( "company" / "agency" / "group" / … ) "’s"          ; right before the title
//! ```
//! A company is no ministry, court or council. Not here: `the country’s`, which the issuer stage completes.

use rapporteur_model::{Document, EntityKind, Location};

/// Nouns for a body that was named.
const BODIES: &[&str] = &[
    "company",
    "agency",
    "group",
    "firm",
    "organisation",
    "organization",
    "body",
    "charity",
    "fund",
    "bank",
    "institute",
    "council",
    "commission",
    "ministry",
    "union",
    "association",
    "airline",
    "operator",
    "network",
    "foundation",
    "university",
];

/// Words in the names of bodies that are no companies.
const PUBLIC: &[&str] = &[
    "team ",
    "ministry",
    "government",
    "commission",
    "council",
    "parliament",
    "exchange",
    "court",
    "nations",
    "organization",
    "organisation",
    "department",
    "senate",
    "congress",
    "assembly",
    "treasury",
    "union",
];

/// Completes the roles whose owner is such a noun.
pub fn complete(document: &mut Document) {
    let mut bodies: Vec<(Location, usize)> = Vec::new();
    for (index, entity) in document.entities.iter().enumerate() {
        if entity.kind == EntityKind::Organization {
            bodies.extend(entity.mentions.iter().map(|mention| (mention.at, index)));
        }
    }
    bodies.sort_unstable();
    let mut completed: Vec<(usize, usize, String)> = Vec::new();
    let persons =
        document.entities.iter().enumerate().filter(|(_, entity)| entity.kind == EntityKind::Person);
    for (index, entity) in persons {
        for (number, role) in entity.roles.iter().enumerate().filter(|(_, role)| role.of.is_none()) {
            if let Some(noun) = noun(document, role.at)
                && let Some(name) = meant(document, &bodies, role.at, noun)
            {
                completed.push((index, number, name));
            }
        }
    }
    for (index, number, name) in completed {
        let entity = document.entities.get_mut(index);
        if let Some(role) = entity.and_then(|entity| entity.roles.get_mut(number)) {
            role.of = Some(name);
        }
    }
}

/// The noun of the owner before a title; empty for `its`.
fn noun(document: &Document, title: Location) -> Option<&'static str> {
    let before = document.passage(title.passage).text().get(..title.range.start)?.trim_end();
    if before.ends_with(" its") || before == "Its" {
        return Some("");
    }
    let owner = before.strip_suffix("’s").or_else(|| before.strip_suffix("'s"))?;
    let noun = BODIES.iter().copied().find(|noun| owner.ends_with(noun))?;
    let article = owner[..owner.len() - noun.len()].trim_end();
    (article.ends_with("the") || article.ends_with("The")).then_some(noun)
}

/// The body that was named last before a place and fits a noun.
fn meant(document: &Document, bodies: &[(Location, usize)], at: Location, noun: &str) -> Option<String> {
    /// Mentions that are looked at.
    const REACH: usize = 12;
    let before = bodies.partition_point(|(place, _)| *place < at);
    let company = matches!(noun, "" | "company" | "group" | "firm" | "airline" | "operator");
    let fits = |name: &str| {
        let lower = name.to_lowercase();
        if company {
            return !PUBLIC.iter().any(|word| lower.contains(word));
        }
        matches!(noun, "agency" | "organisation" | "organization" | "body" | "charity")
            || lower.contains(noun)
    };
    let near = bodies[before.saturating_sub(REACH)..before].iter().rev();
    near.map(|(_, index)| &document.entities[*index].name).find(|name| fits(name)).cloned()
}
