//! Files of overrides that are none.

use super::parse;

#[test]
fn what_is_not_known_is_told_with_the_nearest() {
    let file = |rest: &str| {
        format!(
            r#"{{"overrides": [{{"document": "a", "who": "w", "why": "y", "when": "2031-01-01", {rest}}}]}}"#
        )
    };
    for (rest, want) in [
        (
            r#""kind": "ammount", "action": "strike""#,
            "override 1: unknown kind \"ammount\"; did you mean \"amount\"?",
        ),
        (
            r#""kind": "date", "action": "strick""#,
            "override 1: unknown action \"strick\"; did you mean \"strike\"?",
        ),
        (
            r#""kind": "date", "action": "replace", "field": "/edft", "value": "2031""#,
            "override 1: unknown field of date \"/edft\"; did you mean \"/edtf\"?",
        ),
        (r#""kind": "section", "action": "strike""#, "override 1: a section cannot be struck"),
        (r#""kind": "item", "action": "add", "value": {}"#, "override 1: a item cannot be added"),
        (r#""kind": "entity", "action": "merge""#, "override 1: \"with\" is missing, the other entity"),
        (r#""kind": "date", "action": "merge""#, "override 1: only entities are merged and split, no date"),
    ] {
        assert_eq!(parse(&file(rest)).unwrap_err().to_string(), want);
    }
    for text in ["", "[]", r#"{"override": []}"#, &file(r#""kind": "date", "action": "strike", "colour": 1"#)]
    {
        assert!(parse(text).is_err(), "{text}");
    }
    assert!(parse(r#"{"overrides": []}"#).is_ok());
}
