//! `stream`: every line is answered, in order, whatever stands in it.

use std::io::{BufRead as _, BufReader, Write as _};

use serde_json::{Value, json};

use crate::desk::{Desk, PLAN, RELEASE};

fn answers(input: impl AsRef<[u8]>) -> Vec<Value> {
    let run = Desk::new().feed(&["stream"], input);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(run.out.is_empty() || run.out.ends_with('\n'));
    run.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn line(path: &str, text: &str) -> String {
    format!("{}\n", json!({"path": path, "text": text, "issued": null, "country": null}))
}

#[test]
fn documents_come_out_in_the_order_they_went_in() {
    let input: String =
        (0..200).map(|n| line(&format!("case {n}"), &format!("Row {n}.\n\n{PLAN}"))).collect();
    let answers = answers(input);
    assert_eq!(answers.len(), 200);
    for (n, answer) in answers.iter().enumerate() {
        assert_eq!(answer["source"]["path"], format!("case {n}"));
        assert_eq!(answer["schema_version"], "1");
    }
}

#[test]
fn a_stream_and_a_file_give_the_same_document() {
    let desk = Desk::new();
    desk.lay("a.txt", RELEASE);
    assert_eq!(desk.run(&["convert", "a.txt", "--out", "out", "--to", "json"]).code, 0);
    assert_eq!(answers(line("a.txt", RELEASE)), [desk.documents("out")["a.txt"].clone()]);
}

#[test]
fn a_line_that_cannot_be_read_is_answered_and_the_rest_goes_on() {
    let bad: &[&[u8]] = &[
        b"no JSON at all",
        br#"{"path": "number", "text": 7}"#,
        br#"{"path": "missing"}"#,
        br#"{"text": "no label"}"#,
        br#"{"path": "surrogate", "text": "a \ud800 b"}"#,
        b"{\"path\": \"bytes\", \"text\": \"caf\xE9\"}",
        br#"{"path": "cut", "text": "a"#,
        br#"{"path": "blank", "text": " \n"}"#,
        br#"{"path": "nul", "text": "a\u0000"}"#,
        br#"{"path": "issued", "text": "a", "issued": "yesterday"}"#,
        br#"{"path": "country", "text": "a", "country": "UK"}"#,
        br#"["path", "text"]"#,
        br#"{"path": "two", "text": "a", "text": "b"}"#,
        b"null",
    ];
    let good = line("good", PLAN).into_bytes();
    let input: Vec<u8> = bad.iter().flat_map(|line| [line, &b"\n"[..], &good].concat()).collect();
    let answers = answers(input);
    assert_eq!(answers.len(), bad.len() * 2);
    assert!(answers.iter().skip(1).step_by(2).all(|answer| answer["source"]["path"] == "good"));
    let told: Vec<String> = answers
        .iter()
        .step_by(2)
        .map(|answer| {
            assert_eq!(answer.as_object().unwrap().len(), 2, "{answer}");
            format!("{}: {}", answer["path"].as_str().unwrap(), answer["error"].as_str().unwrap())
        })
        .collect();
    insta::assert_snapshot!(told.join("\n"), @r"
    line 1: not a JSON object
    number: invalid type: integer `7`, expected a string at byte 28
    missing: missing field `text` at byte 19
    line 7: missing field `path` at byte 20
    surrogate: unexpected end of hex escape at byte 40
    bytes: not UTF-8: a wrong byte at offset 30
    line 13: EOF while parsing a string at byte 26
    blank: text: blank (white space alone)
    nul: text: binary data (NUL byte at offset 1)
    issued: issued: 'yesterday' is no date of the form YYYY, YYYY-MM or YYYY-MM-DD (EDTF, as in 2021, 2021-05, 2021-05-30)
    country: country: 'UK' is no ISO 3166-1 alpha-2 country code (two letters, as in CA, FR, SG)
    line 23: not a JSON object
    two: duplicate field `text` at byte 35
    line 27: not a JSON object
    ");
}

#[test]
fn blank_lines_a_byte_order_mark_and_a_missing_last_end_are_no_matter() {
    let input = format!("\u{feff}{}\n\r\n  \n{}", line("a", PLAN).trim_end(), line("b", PLAN).trim_end());
    let paths: Vec<_> = answers(input).iter().map(|answer| answer["source"]["path"].clone()).collect();
    assert_eq!(paths, ["a", "b"]);
    assert!(answers("").is_empty());
    let with_more = br#"{"path": "x", "text": "One line.", "id": 5, "more": {"deep": [1]}}"#;
    assert_eq!(answers(with_more)[0]["source"]["path"], "x");
}

#[test]
fn each_answer_comes_without_waiting_for_the_next_line() {
    let desk = Desk::new();
    let mut child = desk.program(&["stream"]).spawn().unwrap();
    let (mut stdin, stdout) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    let mut answers = BufReader::new(stdout).lines();
    for label in ["first", "second"] {
        stdin.write_all(line(label, PLAN).as_bytes()).unwrap();
        let answer: Value = serde_json::from_str(&answers.next().unwrap().unwrap()).unwrap();
        assert_eq!(answer["source"]["path"], label);
    }
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_reader_who_has_seen_enough_is_no_error() {
    let desk = Desk::new();
    let mut child = desk.program(&["stream"]).spawn().unwrap();
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    let case = line("a", PLAN);
    while stdin.write_all(case.as_bytes()).is_ok() {}
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn lines_over_the_limit_are_answered_too() {
    let input = format!("{}{}", line("long", &"word ".repeat(100)), line("short", "Word."));
    let run = Desk::new().feed(&["stream", "--max-bytes", "200"], input);
    assert_eq!(run.code, 0);
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(lines[0], r#"{"path":"line 1","error":"too large (more than the limit of 200 bytes)"}"#);
    assert!(lines.len() == 2 && lines[1].contains(r#""path":"short""#));
}
