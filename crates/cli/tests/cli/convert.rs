//! `convert`: what is written, counted and told, and that neither order nor jobs show in it.

use std::{fs, path::Path};

use crate::desk::{Desk, PLAN, RELEASE};

#[test]
fn the_default_outputs_are_written_and_summed_up_once() {
    let desk = Desk::new();
    desk.lay("in/release.txt", RELEASE).lay("in/deep/plan.md", PLAN).lay("in/picture.png", b"\x89PNG\0");
    let run = desk.run(&["convert", "in", "--out", "new/folder"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", run.out);
    assert!(run.out.starts_with("2 documents: "), "{}", run.out);
    assert_eq!(run.out.matches("documents").count(), 2, "the summary stands once: {}", run.out);
    let files = desk.files("new/folder");
    let starting = |start: &str| files.keys().filter(|name| name.starts_with(start)).count();
    assert_eq!(starting("json/"), 2);
    assert!(starting("csv/") > 10 && files.contains_key("rapporteur.sqlite"), "{:?}", files.keys());
    let paths: Vec<_> = desk.documents("new/folder").into_keys().collect();
    assert_eq!(paths, ["in/deep/plan.md", "in/release.txt"]);
    for line in run.below("written") {
        let name = line.split(" (").next().unwrap();
        assert!(desk.path(name).exists(), "{name}");
    }
}

#[test]
fn outputs_are_chosen_by_name() {
    let desk = Desk::new();
    desk.lay("a.txt", RELEASE);
    let run = desk.run(&["convert", "a.txt", "--out", "out", "--to", "jsonl,jsonl"]);
    assert_eq!(run.code, 0);
    assert_eq!(desk.files("out").keys().collect::<Vec<_>>(), [".rapporteur/jsonl.jsonl", "rapporteur.jsonl"]);
    let run = desk.run(&["convert", "a.txt", "--out", "out", "--to", "xlsx"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("invalid value 'xlsx'") && run.err.contains("sqlite"), "{}", run.err);
}

#[test]
fn jobs_and_the_order_of_inputs_never_show() {
    let desk = Desk::new();
    for n in 0..70 {
        desk.lay(&format!("in/{n:02}.txt"), format!("{RELEASE}\nAnnex {n}\n\n{PLAN}"));
    }
    let all = "json,jsonl,csv,sqlite";
    let one = desk.run(&["convert", "in", "--out", "one", "--to", all, "--jobs", "1"]);
    let two =
        desk.run(&["convert", "in/69.txt", "in", "./in/03.txt", "--out", "two", "--to", all, "--jobs", "2"]);
    assert_eq!((one.code, two.code), (0, 0));
    assert_eq!(one.out.replace("one/", "two/"), two.out);
    let (one, two) = (desk.files("one"), desk.files("two"));
    assert_eq!(one.keys().collect::<Vec<_>>(), two.keys().collect::<Vec<_>>());
    for (name, bytes) in &one {
        assert!(bytes == &two[name], "{name} differs");
    }
}

#[test]
fn a_file_given_twice_is_read_once() {
    let desk = Desk::new();
    desk.lay("in/a.txt", RELEASE);
    #[cfg(unix)]
    std::os::unix::fs::symlink(desk.path("in/a.txt"), desk.path("in/link.txt")).unwrap();
    let run = desk.run(&["convert", "in/a.txt", "in", "./in/../in/a.txt", "--out", "out", "--to", "json"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(run.out.starts_with("1 document: "), "{}", run.out);
}

#[test]
fn the_same_bytes_under_two_names_are_told_and_kept_once() {
    let desk = Desk::new();
    desk.lay("b.txt", RELEASE).lay("a.txt", RELEASE).lay("c.txt", PLAN);
    let run = desk.run(&["convert", "b.txt", "c.txt", "a.txt", "--out", "out"]);
    assert_eq!(run.code, 0);
    assert_eq!(run.err, "warning: b.txt repeats a.txt, byte for byte; the first is kept\n");
    assert_eq!(run.below("1 repeated"), ["b.txt: the same bytes as a.txt"]);
    assert_eq!(desk.documents("out").keys().collect::<Vec<_>>(), ["a.txt", "c.txt"]);
}

#[cfg(unix)]
#[test]
fn folders_that_hold_themselves_end() {
    let desk = Desk::new();
    desk.lay("in/deep/a.txt", RELEASE);
    std::os::unix::fs::symlink(desk.path("in"), desk.path("in/deep/up")).unwrap();
    let run = desk.run(&["convert", "in", "--out", "out", "--to", "json"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(run.out.starts_with("1 document: "), "{}", run.out);
}

#[test]
fn standard_input_is_a_document_among_others() {
    let desk = Desk::new();
    desk.lay("a.txt", PLAN);
    let run = desk.feed(&["convert", "a.txt", "-", "-", "--out", "out"], RELEASE);
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(desk.documents("out").keys().collect::<Vec<_>>(), ["-", "a.txt"]);
}

#[test]
fn findings_at_the_bar_are_exit_code_1() {
    let desk = Desk::new();
    // A byte that is no UTF-8 among much that is: always a finding.
    desk.lay("a.txt", [RELEASE.as_bytes(), "é – “naïve”\n".repeat(30).as_bytes(), b"\xFF\n"].concat());
    let quiet = desk.run(&["convert", "a.txt", "--out", "out"]);
    assert_eq!(quiet.code, 0, "{}", quiet.out);
    let barred = desk.run(&["convert", "a.txt", "--out", "out", "--force", "--fail-on", "info"]);
    assert_eq!((barred.code, barred.out), (1, quiet.out));
    assert_eq!(desk.run(&["convert", "a.txt", "--out", "out", "--fail-on", "grave"]).code, 2);
}

#[test]
fn the_same_batch_again_reads_and_changes_nothing() {
    let desk = Desk::new();
    desk.lay("a.txt", RELEASE).lay("b.txt", PLAN);
    let arguments = ["convert", "a.txt", "b.txt", "--out", "out", "--to", "json,jsonl,csv,sqlite"];
    assert_eq!(desk.run(&arguments).code, 0);
    let first = desk.files("out");
    let again = desk.run(&arguments);
    assert!(again.out.starts_with("0 documents\n2 unchanged\n"), "{}", again.out);
    assert!(first == desk.files("out"));
    let other = desk.run(&[&arguments[..], &["--country", "FJ"]].concat());
    assert!(other.out.starts_with("2 documents: "), "options decide what is read: {}", other.out);
    let forced = desk.run(&[&arguments[..], &["--force", "--country", "FJ"]].concat());
    assert!(forced.out.starts_with("2 documents: "), "{}", forced.out);
}

#[test]
fn a_folder_that_grew_and_changed_gives_what_one_run_would() {
    let desk = Desk::new();
    let all = "json,jsonl,csv";
    desk.lay("in/a.txt", RELEASE).lay("in/b.txt", PLAN).lay("in/c.txt", "Soon gone.\n");
    assert_eq!(desk.run(&["convert", "in", "--out", "grown", "--to", all]).code, 0);
    desk.lay("in/b.txt", RELEASE.replace("Suva", "Lami").replace("six", "nine")).lay("in/0.txt", PLAN);
    fs::remove_file(desk.path("in/c.txt")).unwrap();
    let second = desk.run(&["convert", "in", "--out", "grown", "--to", all]);
    assert!(
        second.out.starts_with("2 documents: ") && second.out.contains("\n1 unchanged\n"),
        "{}",
        second.out
    );
    assert!(desk.documents("grown").contains_key("in/c.txt"), "what is gone stays");
    let pruned = desk.run(&["convert", "in", "--out", "grown", "--to", all, "--prune"]);
    assert!(pruned.out.starts_with("0 documents\n3 unchanged\n1 taken out\n"), "{}", pruned.out);
    assert_eq!(desk.run(&["convert", "in", "--out", "fresh", "--to", all]).code, 0);
    assert!(desk.files("grown") == desk.files("fresh"));
}

#[test]
fn two_runs_at_once_on_one_folder_are_told() {
    let desk = Desk::new();
    desk.lay("a.txt", RELEASE);
    let mut first = desk.program(&["convert", "-", "--out", "out", "--to", "sqlite"]).spawn().unwrap();
    while !desk.path("out/rapporteur.sqlite").exists() && first.try_wait().unwrap().is_none() {
        std::thread::yield_now();
    }
    let second = desk.run(&["convert", "a.txt", "--out", "out", "--to", "sqlite"]);
    let message = "rapporteur: --out out: another run is writing there; wait until it has ended\n";
    assert_eq!((second.code, second.err.as_str()), (2, message));
    drop(first.stdin.take());
    first.wait().unwrap();
    assert_eq!(desk.run(&["convert", "a.txt", "--out", "out", "--to", "sqlite"]).code, 0);
}

#[test]
fn a_killed_batch_leaves_no_half_written_file() {
    let desk = Desk::new();
    for n in 0..300 {
        desk.lay(&format!("in/{n:03}.txt"), format!("Number {n}\n\n{}", RELEASE.repeat(20)));
    }
    let arguments = ["convert", "in", "--out", "out", "--to", "json,jsonl,csv,sqlite", "--jobs", "2"];
    let mut child = desk.program(&arguments).spawn().unwrap();
    while desk.files("out/json").is_empty() && child.try_wait().unwrap().is_none() {
        std::thread::yield_now();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let files = desk.files("out");
    let finished = files
        .iter()
        .filter(|(name, _)| !Path::new(name).file_name().unwrap().as_encoded_bytes().starts_with(b"."));
    for (name, bytes) in finished {
        match Path::new(name).extension().and_then(|ending| ending.to_str()) {
            Some("json") => drop(serde_json::from_slice::<serde_json::Value>(bytes).expect(name)),
            Some("jsonl") => {
                assert!(bytes.is_empty() || bytes.ends_with(b"\n"), "{name}");
                for line in bytes.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()) {
                    serde_json::from_slice::<serde_json::Value>(line).expect(name);
                }
            }
            Some("csv") => {
                assert!(bytes.ends_with(b"\n"), "{name}");
                csv::Reader::from_reader(bytes.as_slice()).records().for_each(|row| drop(row.expect(name)));
            }
            Some("sqlite") => {
                let base = rusqlite::Connection::open(desk.path("out").join(name)).unwrap();
                let sound: String = base.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
                assert_eq!(sound, "ok");
            }
            _ => {}
        }
    }
    // What was left behind is no hindrance to the next run.
    fs::remove_dir_all(desk.path("in")).unwrap();
    desk.lay("in/a.txt", RELEASE);
    let run = desk.run(&["convert", "in", "--out", "out"]);
    assert_eq!(run.code, 0, "{}", run.err);
}
