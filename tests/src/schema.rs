//! Does a JSON value fit a JSON Schema? `{"type": "string"}` takes `"a"` and not `1`.
//!
//! The check knows the few keywords that the output's schema uses. A keyword that it does not know is a fault, so that
//! nothing passes unseen; patterns and formats are left to whole validators, which would take longer to build than
//! all of this workspace's tests. A property that the schema does not name is a fault too.

use serde_json::{Map, Value};

/// Everything in which `value` breaks `schema`, each with the path to it; empty where it fits.
#[must_use]
pub fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let mut check = Check { root: schema, faults: Vec::new() };
    check.value(schema, value, "$");
    check.faults
}

struct Check<'a> {
    root: &'a Value,
    faults: Vec<String>,
}

impl Check<'_> {
    fn value(&mut self, schema: &Value, value: &Value, path: &str) {
        let Some(keywords) = schema.as_object() else {
            self.fault(path, &format!("{schema} is no schema"));
            return;
        };
        for (keyword, rule) in keywords {
            self.keyword(keyword, rule, value, path);
        }
    }

    fn keyword(&mut self, keyword: &str, rule: &Value, value: &Value, path: &str) {
        match keyword {
            "$schema" | "$defs" | "title" | "description" | "format" | "pattern" => {}
            "$ref" => {
                let pointer = rule.as_str().unwrap_or_default().trim_start_matches('#');
                match self.root.pointer(pointer) {
                    Some(schema) => self.value(schema, value, path),
                    None => self.fault(path, &format!("{rule} is not there")),
                }
            }
            "type" => {
                let name = type_name(value);
                if rule != name && !rule.as_array().is_some_and(|any| any.iter().any(|one| one == name)) {
                    self.fault(path, &format!("{name} is not {rule}"));
                }
            }
            "const" => {
                if rule != value {
                    self.fault(path, &format!("{value} is not {rule}"));
                }
            }
            "minimum" | "maximum" => {
                let (limit, number) = (rule.as_i64(), value.as_i64());
                let outside = if keyword == "minimum" { number < limit } else { number > limit };
                if number.is_some() && outside {
                    self.fault(path, &format!("{value} breaks {keyword} {rule}"));
                }
            }
            "anyOf" | "oneOf" => {
                let schemas = rule.as_array().map_or(&[][..], Vec::as_slice);
                let fitting = schemas.iter().filter(|schema| self.fits(schema, value)).count();
                if fitting == 0 || keyword == "oneOf" && fitting > 1 {
                    self.fault(path, &format!("{fitting} of {keyword} fit {value}"));
                }
            }
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    self.value(rule, item, &format!("{path}[{index}]"));
                }
            }
            "properties" => self.properties(rule, value, path),
            "required" => {
                let names = rule.as_array().into_iter().flatten().filter_map(Value::as_str);
                for name in names.filter(|name| value.get(name).is_none()) {
                    self.fault(path, &format!("{name} is missing"));
                }
            }
            _ => self.fault(path, &format!("the check does not know the keyword {keyword}")),
        }
    }

    fn properties(&mut self, rule: &Value, value: &Value, path: &str) {
        let none = Map::new();
        for (name, property) in value.as_object().unwrap_or(&none) {
            let path = format!("{path}.{name}");
            match rule.get(name) {
                Some(schema) => self.value(schema, property, &path),
                None => self.fault(&path, "not in the schema"),
            }
        }
    }

    fn fits(&self, schema: &Value, value: &Value) -> bool {
        let mut check = Check { root: self.root, faults: Vec::new() };
        check.value(schema, value, "");
        check.faults.is_empty()
    }

    fn fault(&mut self, path: &str, words: &str) {
        self.faults.push(format!("{path}: {words}"));
    }
}

fn type_name(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn each_keyword_has_its_fault() {
        let schema = json!({
            "$defs": {"Kind": {"oneOf": [{"const": "reef"}, {"const": "river"}]}},
            "type": "object",
            "properties": {
                "kind": {"$ref": "#/$defs/Kind"},
                "depth": {"type": ["integer", "null"], "minimum": 0},
                "names": {"type": "array", "items": {"type": "string"}},
            },
            "required": ["kind", "depth"],
        });
        let told = |value: Value| faults(&schema, &value).join("; ");
        assert_eq!(told(json!({"kind": "reef", "depth": null, "names": ["a"]})), "");
        assert_eq!(told(json!({"kind": "lake", "depth": 1})), "$.kind: 0 of oneOf fit \"lake\"");
        assert_eq!(told(json!({"kind": "reef", "depth": -1})), "$.depth: -1 breaks minimum 0");
        assert_eq!(
            told(json!({"kind": "reef", "depth": 0.5})),
            "$.depth: number is not [\"integer\",\"null\"]"
        );
        assert_eq!(
            told(json!({"depth": 1, "names": [2]})),
            "$.names[0]: integer is not \"string\"; $: kind is missing"
        );
        assert_eq!(told(json!({"kind": "reef", "depth": 1, "age": 3})), "$.age: not in the schema");
        assert_eq!(faults(&json!({"not": {}}), &json!(1)), ["$: the check does not know the keyword not"]);
        assert_eq!(faults(&json!({"$ref": "#/$defs/X"}), &json!(1)), ["$: \"#/$defs/X\" is not there"]);
    }
}
