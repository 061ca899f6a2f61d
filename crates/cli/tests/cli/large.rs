//! Large and deep input. The full sizes take minutes in a debug build: `cargo test --release -- --ignored`.

use serde_json::{Value, json};

use crate::desk::{Desk, RELEASE};

/// Converts one text; its record.
fn converted(text: &str) -> Value {
    let desk = Desk::new();
    desk.lay("a.txt", text);
    let run = desk.run(&["convert", "a.txt", "--out", "out", "--to", "json"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    desk.documents("out").remove("a.txt").unwrap()
}

/// A plan of so many chapters, each with so many rows.
fn numbered(chapters: usize, rows: usize) -> String {
    let chapter = |n: usize| {
        let rows =
            (1..=rows).map(move |m| format!("{n}.{m} Paint buoy {m} in the colours of harbour {n}.\n"));
        format!("{n}. Harbour {n}\n{}", rows.collect::<String>())
    };
    format!("Work plan of many rows\n\n{}", (1..=chapters).map(chapter).collect::<String>())
}

fn nested(depth: usize) -> String {
    format!(
        "Deep text\n\nThe {}core{} holds.\n\nHe said {}so{}.\n",
        "(".repeat(depth),
        ")".repeat(depth),
        "“".repeat(depth),
        "”".repeat(depth)
    )
}

fn streamed(text: &str) -> Value {
    let line = json!({"path": "long", "text": text}).to_string();
    let run = Desk::new().feed(&["stream"], format!("{line}\n"));
    assert_eq!(run.code, 0, "{}", run.err);
    serde_json::from_str(&run.out).unwrap()
}

#[test]
fn a_long_line_and_deep_brackets_in_small() {
    let line = "The ministers met and spoke of tides. ".repeat(2_000);
    assert_eq!(streamed(&line)["source"]["chars"], line.len());
    assert_eq!(converted(&nested(300))["source"]["chars"], nested(300).chars().count());
    // The hundredth row of a chapter looks like thousands: "1.100".
    assert_eq!(converted(&numbered(4, 120))["items"].as_array().map(Vec::len), Some(484));
}

#[test]
#[ignore = "minutes in a debug build"]
fn a_line_of_10_mb() {
    let line = "The ministers met on 4 March 2031 and spoke of tides. ".repeat(200_000);
    assert_eq!(streamed(&line)["source"]["chars"], line.len());
}

#[test]
#[ignore = "minutes in a debug build"]
fn a_file_of_50_mb() {
    let text = RELEASE.repeat(50 * 1024 * 1024 / RELEASE.len());
    assert_eq!(converted(&text)["source"]["bytes"], text.len());
}

#[test]
#[ignore = "minutes in a debug build"]
fn a_hundred_thousand_items() {
    assert_eq!(converted(&numbered(400, 250))["items"].as_array().map(Vec::len), Some(100_400));
}

#[test]
#[ignore = "minutes in a debug build"]
fn ten_thousand_brackets_and_quotes_in_one_another() {
    let text = nested(10_000);
    assert_eq!(converted(&text)["source"]["chars"], text.chars().count());
}
