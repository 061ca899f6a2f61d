//! By what this program reads: its version, its word lists, and the options that decide what is read.

use rapporteur_exporter::Maker;
use rapporteur_normalizer::Context;
use serde_json::json;

use crate::corrections::Corrections;

/// How many digits of the hash of the sources stand behind the version.
const DIGITS: usize = 12;

/// This program with these options, as outputs note it.
pub fn maker(context: &Context, corrections: &Corrections) -> Maker {
    let sources = env!("RAPPORTEUR_SOURCES");
    let mut options = json!({ "country": context.country, "issued": context.issued });
    if let (Some(sha256), Some(options)) = (&corrections.sha256, options.as_object_mut()) {
        options.insert("overrides".to_owned(), json!(sha256));
    }
    Maker {
        tool_version: format!("{}+{}", env!("CARGO_PKG_VERSION"), sources.get(..DIGITS).unwrap_or(sources)),
        lexicon: env!("RAPPORTEUR_LEXICON").to_owned(),
        options: options.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_decides_the_reading_is_named() {
        let context = Context { issued: Some("2021-05".to_owned()), country: None };
        let maker = maker(&context, &Corrections::default());
        assert_eq!(maker.options, r#"{"country":null,"issued":"2021-05"}"#);
        assert!(maker.tool_version.starts_with("0.1.0+") && maker.lexicon.len() == 64, "{maker:?}");
    }
}
