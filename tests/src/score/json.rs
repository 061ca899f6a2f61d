//! Reading a document without trusting its shape: what is absent is empty.

use crate::labels::Span;
use serde_json::Value;

/// The records of a list.
pub(crate) fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

/// A string; null and anything else is none.
pub(crate) fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value[key].as_str()
}

/// The strings of a list.
pub(crate) fn texts(value: &Value, key: &str) -> Vec<String> {
    list(value, key).iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// `{"start": 1, "end": 2}`.
pub(crate) fn span(value: &Value) -> Option<Span> {
    let number = |key: &str| value[key].as_u64().and_then(|n| usize::try_from(n).ok());
    Some(Span { start: number("start")?, end: number("end")? }).filter(|span| span.start < span.end)
}

/// The `span` of a record, or the envelope of its `spans`.
pub(crate) fn place(record: &Value) -> Option<Span> {
    span(&record["span"]).or_else(|| {
        let spans: Vec<Span> = list(record, "spans").iter().filter_map(span).collect();
        let start = spans.iter().map(|span| span.start).min()?;
        let end = spans.iter().map(|span| span.end).max()?;
        Some(Span { start, end })
    })
}
