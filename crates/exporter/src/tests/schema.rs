//! Records fit the JSON Schema.
//!
//! The check knows the few keywords that the schema uses, and fails on any other, so that it can pass nothing
//! unseen; a whole validator would take longer to build than this crate.

use serde_json::{Map, Value};

use crate::{Export, json_schema, sample};

/// Everything in which `value` breaks `schema`, with the path to it.
fn faults(root: &Value, schema: &Map<String, Value>, value: &Value, path: &str) -> Vec<String> {
    let mut found = Vec::new();
    let sub = |schema: &Value, value: &Value, path: &str| match schema {
        Value::Object(schema) => faults(root, schema, value, path),
        other => vec![format!("{path}: not a schema: {other}")],
    };
    for (keyword, rule) in schema {
        match keyword.as_str() {
            // Patterns of ids and numbers are left to whole validators.
            "$schema" | "$defs" | "title" | "description" | "format" | "pattern" => {}
            "$ref" => {
                let pointer = rule.as_str().unwrap().trim_start_matches('#');
                found.extend(sub(root.pointer(pointer).unwrap(), value, path));
            }
            "type" => {
                let named = match value {
                    Value::Null => "null",
                    Value::Bool(_) => "boolean",
                    Value::Number(_) => "integer",
                    Value::String(_) => "string",
                    Value::Array(_) => "array",
                    Value::Object(_) => "object",
                };
                let fits = match rule {
                    Value::Array(any) => any.iter().any(|one| one == named),
                    one => one == named,
                };
                if !fits {
                    found.push(format!("{path}: {named} is not {rule}"));
                }
            }
            "const" if rule == value => {}
            "const" => found.push(format!("{path}: {value} is not {rule}")),
            "anyOf" | "oneOf" => {
                let fitting = rule.as_array().unwrap().iter().filter(|one| sub(one, value, path).is_empty());
                let count = fitting.count();
                if count == 0 || (keyword == "oneOf" && count > 1) {
                    found.push(format!("{path}: {count} of {keyword} fit"));
                }
            }
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    found.extend(sub(rule, item, &format!("{path}[{index}]")));
                }
            }
            "properties" => {
                for (name, property) in value.as_object().into_iter().flatten() {
                    match rule.get(name) {
                        Some(schema) => found.extend(sub(schema, property, &format!("{path}.{name}"))),
                        None => found.push(format!("{path}.{name}: not in the schema")),
                    }
                }
            }
            "required" => {
                for name in rule.as_array().unwrap() {
                    if value.get(name.as_str().unwrap()).is_none() {
                        found.push(format!("{path}: {name} is missing"));
                    }
                }
            }
            "minimum" => {
                if value.as_i64().is_some_and(|number| number < rule.as_i64().unwrap()) {
                    found.push(format!("{path}: {value} is under {rule}"));
                }
            }
            "maximum" => {
                if value.as_i64().is_some_and(|number| number > rule.as_i64().unwrap()) {
                    found.push(format!("{path}: {value} is over {rule}"));
                }
            }
            other => found.push(format!("{path}: the check does not know {other}")),
        }
    }
    found
}

fn faults_of(record: &Value) -> Vec<String> {
    let schema = json_schema();
    faults(&schema, schema.as_object().unwrap(), record, "")
}

#[test]
fn records_fit_the_schema() {
    for document in [sample::release(), sample::plan()] {
        let record = serde_json::to_value(Export::new(&document).record).unwrap();
        assert_eq!(faults_of(&record), Vec::<String>::new());
    }
}

#[test]
fn the_schema_requires_every_field_and_knows_every_value() {
    let mut record = serde_json::to_value(Export::new(&sample::release()).record).unwrap();
    record.as_object_mut().unwrap().remove("issuer");
    record["genre"] = "poem".into();
    record["dates"][0]["span"]["start"] = (-1).into();
    record["quotes"][0]["extra"] = 1.into();
    let faults = faults_of(&record);
    assert_eq!(faults.len(), 4, "{faults:#?}");
}
