//! The commands for a person: inspect, explain, list, schema, generate.

use std::process::Stdio;

use crate::desk::{Desk, PLAN, RELEASE};

fn out(arguments: &[&str]) -> String {
    let run = Desk::new().run(arguments);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{arguments:?}");
    run.out
}

#[test]
fn inspect_shows_the_outline_with_lines_and_values() {
    let desk = Desk::new();
    desk.lay("a.txt", RELEASE);
    let run = desk.run(&["inspect", "a.txt"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(run.out.starts_with("a.txt\ngenre "), "{}", run.out);
    let shown = |start: &str, words: &str| run.out.lines().any(|l| l.starts_with(start) && l.contains(words));
    assert!(shown("    1  ", "Harbour ministers agree on tides"), "{}", run.out);
    assert!(shown("    3  ", "⟦4 March 2031 = 2031-03-04⟧"), "{}", run.out);
    assert!(shown("    7  ", "= 3000000 "), "{}", run.out);
    assert!(!run.out.contains('\x1b'), "no colour where there is no terminal");
    assert_eq!(
        desk.feed(&["inspect", "-"], RELEASE).out.lines().skip(1).collect::<String>(),
        run.out.lines().skip(1).collect::<String>()
    );
}

#[test]
fn inspect_shows_findings_at_their_places() {
    let desk = Desk::new();
    desk.lay("plan.txt", PLAN);
    let run = desk.run(&["inspect", "plan.txt"]);
    assert_eq!(run.code, 0);
    assert!(run.out.contains("[numbering-gap]: ") && run.out.contains("--> plan.txt:5:"), "{}", run.out);
}

#[test]
fn colour_is_a_matter_of_choice() {
    let desk = Desk::new();
    desk.lay("a.txt", PLAN);
    let colored = |when: &str| desk.run(&["inspect", "a.txt", "--color", when]).out.contains("\x1b[");
    assert!(colored("always") && !colored("never") && !colored("auto"));
    assert_eq!(desk.run(&["inspect", "a.txt", "--color", "blue"]).code, 2);
}

#[test]
fn every_code_is_explained() {
    let all = out(&["explain"]);
    assert!(all.lines().count() > 10);
    for row in all.lines() {
        let (code, about) = row.split_once("  ").unwrap();
        assert!(!about.trim().is_empty(), "{row}");
        let page = out(&["explain", code]);
        assert!(page.starts_with(&format!("{code}\n\n")) && page.contains(about.trim()), "{page}");
    }
}

#[test]
fn the_nearest_code_is_suggested() {
    let run = Desk::new().run(&["explain", "numbering-gaps"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("a similar value exists: 'numbering-gap'"), "{}", run.err);
}

#[test]
fn the_registries_are_listed() {
    let all = out(&["list"]);
    for (topic, entry) in [
        ("genres", "press_release"),
        ("finders", "money"),
        ("outputs", "sqlite"),
        ("readers", "press_release"),
    ] {
        let rows = out(&["list", topic]);
        assert!(rows.contains(entry), "{topic}: {rows}");
        assert!(all.contains(&format!("{topic}\n{rows}")), "{topic}");
    }
    assert!(out(&["list", "outputs"]).contains("(default)"));
    assert_eq!(Desk::new().run(&["list", "planets"]).code, 2);
}

#[test]
fn the_schemas_are_printed() {
    let json: serde_json::Value = serde_json::from_str(&out(&["schema"])).unwrap();
    assert!(json["$schema"].is_string());
    let package: serde_json::Value =
        serde_json::from_str(&out(&["schema", "--format", "datapackage"])).unwrap();
    assert!(package["resources"].is_array());
    let sql = out(&["schema", "--format", "sql"]);
    let base = rusqlite::Connection::open_in_memory().unwrap();
    base.execute_batch(&sql).unwrap();
}

#[test]
fn man_page_and_completions_are_made() {
    let page = out(&["generate", "man"]);
    assert!(page.contains(".TH rapporteur") && page.contains("convert"));
    assert!(out(&["generate", "man", "convert"]).contains("fail\\-on"));
    assert_eq!(Desk::new().run(&["generate", "man", "dance"]).code, 2);
    for shell in ["bash", "zsh", "fish"] {
        assert!(out(&["generate", "completions", shell]).contains("rapporteur"));
    }
    assert!(!out(&["--help"]).contains("generate"), "a tool of the packagers, not of the readers");
}

#[test]
fn a_closed_pipe_is_no_error() {
    for arguments in
        [&["explain"][..], &["schema"], &["list"], &["--help"], &["generate", "completions", "zsh"]]
    {
        let desk = Desk::new();
        let mut child = desk.program(arguments).stdin(Stdio::null()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]), "{arguments:?}");
    }
}
