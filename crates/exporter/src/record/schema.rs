//! The JSON Schema of the record, made from its types.

use schemars::generate::SchemaSettings;

use super::DocumentRecord;

/// The JSON Schema (draft 2020-12) of a JSON file or a line of JSONL.
pub fn json_schema() -> serde_json::Value {
    // As written: every field is there, so every field is required.
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<DocumentRecord<'_>>().to_value()
}
