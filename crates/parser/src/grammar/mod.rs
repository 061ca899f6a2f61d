//! The grammars of the parser: small nom parsers, anchored at the place where a trigger was seen.
//!
//! No nom type leaves these files.

pub mod marker;
pub mod shape;
