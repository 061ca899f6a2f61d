//! The types of rapporteur: what one document is, from its bytes' text to the facts read from it.
//!
//! A [`Document`] is a stack of layers over immutable text (stand-off annotation):
//! source → passages → sections and items → values, entities, quotations → diagnostics. Each stage of the
//! pipeline appends its layer and edits none below. Clean text lives in a [`Passage`]; its pieces map every
//! byte of it back to the source, so that a clause which a page break cut in two is one passage with two
//! pieces, and every value can quote the characters that it came from.
//!
//! Deliberately not here: files, clocks, grammars, SQL and the JSON layout. This crate has no opinion on how
//! a document is read or written.

mod names;

pub mod block;
pub mod check;
pub mod correction;
pub mod diagnostic;
pub mod document;
pub mod entity;
pub mod passage;
pub mod source;
pub mod span;
pub mod value;

pub use block::{Block, Entry, Heading, Item, ItemKind, Marker, Row, Section, SectionKind};
pub use correction::{Correction, CorrectionAction, RecordKey};
pub use diagnostic::{Code, Diagnostic, MOST_OF_A_CODE, Severity, fold_many};
pub use document::{Document, Genre, GenreReading, Part};
pub use entity::{
    Acronym, AliasReason, Contact, Cue, Entity, EntityId, EntityKind, Mention, MentionBy, Quote, QuoteKind,
    Reference, Role, Speaker, slug,
};
pub use passage::{Location, Passage, PassageBuilder, PassageId, PassageRole, Piece, PieceKind};
pub use source::{CodePoints, Source};
pub use span::{Span, TextRange};
pub use value::{
    Amount, AmountId, AmountKind, Basis, CurrencyBasis, Date, DateId, DateKind, DateMod, DateRole, Dateline,
    Funding, FundingId, FundingPlace, FundingStatus, Issued, Qualifier,
};
