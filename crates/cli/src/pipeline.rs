//! The walk of one document, from bytes to all that was read from it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use rapporteur_model::{Document, Source};
use rapporteur_normalizer::{Context, Lexicon, normalize};
use rapporteur_parser::{decode, parse};
use rapporteur_review::overrides::{self, Overrides};

/// A document read from bytes. Pure, and never fails: odd bytes and odd text are diagnostics of the document.
///
/// `name` is the label that the document carries as its `source.path`; its ending tells the media type.
pub fn read(name: &str, bytes: &[u8], lexicon: &Lexicon, context: &Context) -> Document {
    document(decode(name, bytes), lexicon, context)
}

/// A document read from its decoded source.
pub fn document(source: Source, lexicon: &Lexicon, context: &Context) -> Document {
    let mut document = parse(source);
    normalize(&mut document, lexicon, context);
    document
}

/// A document read from its decoded source, with corrections replayed on it.
pub fn corrected(source: Source, lexicon: &Lexicon, context: &Context, overrides: &Overrides) -> Document {
    let mut document = document(source, lexicon, context);
    overrides::apply(&mut document, overrides);
    document
}

/// The result of `work`, or what it panicked with.
///
/// Reading never fails by design. Should it ever, one document is reported by name and the batch goes on.
///
/// # Errors
/// The message of the panic.
pub fn contained<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| {
        let message = panic.downcast_ref::<String>().map(String::as_str);
        message.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no message").to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_its_message() {
        assert_eq!(contained(|| 7), Ok(7));
        assert_eq!(contained(|| -> u8 { panic!("row {}", 3) }), Err("row 3".to_owned()));
    }
}
