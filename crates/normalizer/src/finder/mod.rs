//! The finders: what can be read from a document, one line an entry.

pub mod acronym;
pub mod contact;
pub mod date;
pub mod money;
pub mod name;
pub mod person;
pub mod quantity;
pub mod quotation;
pub mod reference;

/// A finder as `rapporteur list` shows it.
pub struct Finder {
    /// Its name.
    pub name: &'static str,
    /// What it finds, with an example.
    pub about: &'static str,
}

/// All finders.
pub static FINDERS: &[Finder] = &[
    Finder {
        name: "date",
        about: "days, months, years, ranges, durations and recurrences as EDTF: `May 29-30`",
    },
    Finder { name: "money", about: "money as exact decimals with ISO 4217: `CAD$3 million`" },
    Finder { name: "quantity", about: "percentages and counted figures: `500 million containers`" },
    Finder { name: "acronym", about: "definitions in both orders: `World Trade Organization (WTO)`" },
    Finder {
        name: "name",
        about: "persons with roles, bodies, countries, places, papers, programmes, meetings",
    },
    Finder { name: "quotation", about: "quoted words with speaker and verb: `“…,” said Baird`" },
    Finder { name: "contact", about: "whom to ask: name, office, e-mail, telephone, handles" },
    Finder { name: "reference", about: "clauses that point to other documents: `please consult …`" },
];
