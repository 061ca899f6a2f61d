//! Runs that are cut short: killed, interrupted, stopped by a failure, out of space. Whole documents stay, and the
//! same command completes the rest.

use std::{
    collections::BTreeSet,
    path::Path,
    process::{Child, Command},
};

use rusqlite::Connection;

use crate::desk::{Desk, PLAN, RELEASE};

const PAPERS: usize = 60;

/// A folder of papers, each with a number of its own, long enough to be caught on the way.
fn papers(desk: &Desk) {
    for n in 0..PAPERS {
        desk.lay(&format!("in/{n:03}.txt"), format!("Number {n}\n\n{}", RELEASE.repeat(5)));
    }
}

fn open(desk: &Desk, name: &str) -> Connection {
    Connection::open(desk.path(name)).unwrap()
}

fn number(connection: &Connection, query: &str) -> usize {
    connection.query_row(query, [], |row| row.get::<_, isize>(0).map(isize::unsigned_abs)).unwrap()
}

/// Waits until so many documents are in the database, or the program has ended.
fn wait_for(child: &mut Child, path: &Path, documents: usize) {
    loop {
        if child.try_wait().unwrap().is_some() {
            return;
        }
        let count =
            Connection::open_with_flags(path, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY).and_then(|base| {
                base.query_row("SELECT count(*) FROM documents", [], |row| {
                    row.get::<_, isize>(0).map(isize::unsigned_abs)
                })
            });
        if count.is_ok_and(|count| count >= documents) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
}

/// Rows of every table by document.
fn rows(connection: &Connection) -> BTreeSet<String> {
    let mut rows = BTreeSet::new();
    for table in rapporteur_exporter::TABLES {
        let query = format!("SELECT document_id, count(*) FROM \"{}\" GROUP BY 1", table.name);
        let mut statement = connection.prepare(&query).unwrap();
        let counts =
            statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?))).unwrap();
        rows.extend(counts.map(Result::unwrap).map(|(id, count)| format!("{} {id} {count}", table.name)));
    }
    rows
}

/// Number of JSON lines.
fn lines(desk: &Desk, folder: &str) -> usize {
    String::from_utf8(desk.files(folder)["rapporteur.jsonl"].clone()).unwrap().lines().count()
}

fn is_sound(connection: &Connection) {
    let sound: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(sound, "ok");
    assert!(!connection.prepare("PRAGMA foreign_key_check").unwrap().exists([]).unwrap());
    connection.execute_batch("INSERT INTO search(search) VALUES('integrity-check')").unwrap();
}

#[test]
fn a_killed_run_leaves_whole_documents_and_the_next_completes_them() {
    let desk = Desk::new();
    papers(&desk);
    assert_eq!(desk.run(&["convert", "in", "--out", "whole", "--to", "sqlite"]).code, 0);
    let whole = rows(&open(&desk, "whole/rapporteur.sqlite"));
    let arguments = ["convert", "in", "--out", "out", "--to", "sqlite,json"];
    // Killed three times, at another place each time.
    for documents in [1, 10, 25] {
        let mut child = desk.program(&arguments).spawn().unwrap();
        wait_for(&mut child, &desk.path("out/rapporteur.sqlite"), documents);
        child.kill().unwrap();
        child.wait().unwrap();
        let connection = open(&desk, "out/rapporteur.sqlite");
        is_sound(&connection);
        let there = rows(&connection);
        assert!(there.is_subset(&whole), "a document is there in part: {:?}", there.difference(&whole));
    }
    // What a run that is killed at the worst moment leaves behind; the next one clears it away.
    for name in ["out/.rapporteur-new-x", "out/json/.rapporteur-new-y"] {
        std::fs::write(desk.path(name), "").unwrap();
    }
    let before = number(&open(&desk, "out/rapporteur.sqlite"), "SELECT count(*) FROM documents");
    assert!((1..PAPERS).contains(&before), "the kill came too late to show anything: {before}");
    let run = desk.run(&arguments);
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(rows(&open(&desk, "out/rapporteur.sqlite")), whole);
    assert_eq!(desk.documents("out").len(), PAPERS);
    assert!(!desk.files("out").keys().any(|name| name.contains(".rapporteur-new-")));
    let again = desk.run(&arguments);
    assert!(again.out.starts_with(&format!("0 documents\n{PAPERS} unchanged\n")), "{}", again.out);
}

#[test]
fn an_interrupt_writes_what_is_in_flight_and_says_how_to_go_on() {
    let desk = Desk::new();
    papers(&desk);
    let arguments = ["convert", "in", "--out", "out", "--to", "sqlite,jsonl,csv"];
    let mut child = desk.program(&arguments).spawn().unwrap();
    wait_for(&mut child, &desk.path("out/rapporteur.sqlite"), 3);
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    let output = child.wait_with_output().unwrap();
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert_eq!(output.status.code(), Some(130), "{out}{err}");
    let done = number(&open(&desk, "out/rapporteur.sqlite"), "SELECT count(*) FROM documents");
    assert!((3..PAPERS).contains(&done), "{done}");
    let left = PAPERS - done;
    assert!(out.contains(&format!("\n{left} not come to\n")), "{out}");
    assert_eq!(
        err,
        format!("interrupted: {left} inputs are left; the same command again goes on with them\n")
    );
    let lines = lines(&desk, "out");
    assert_eq!(lines, done, "every output has what was read");
    is_sound(&open(&desk, "out/rapporteur.sqlite"));
    let rest = desk.run(&arguments);
    assert_eq!(rest.code, 0);
    assert!(rest.out.contains(&format!("\n{done} unchanged\n")), "{}", rest.out);
    assert_eq!(desk.run(&["convert", "in", "--out", "whole", "--to", "jsonl"]).code, 0);
    assert!(desk.files("out")["rapporteur.jsonl"] == desk.files("whole")["rapporteur.jsonl"]);
}

#[test]
fn a_failure_is_noted_and_mended() {
    let desk = Desk::new();
    desk.lay("in/a.txt", RELEASE).lay("in/b.txt", "").lay("in/c.txt", PLAN);
    let run = desk.run(&["convert", "in", "--out", "out"]);
    assert_eq!(run.code, 1);
    let noted = || String::from_utf8(desk.files("out")["failures.jsonl"].clone()).unwrap();
    assert_eq!(noted(), "{\"path\":\"in/b.txt\",\"reason\":\"empty (0 bytes)\"}\n");
    let connection = open(&desk, "out/rapporteur.sqlite");
    assert_eq!(number(&connection, "SELECT count(*) FROM failures WHERE path = 'in/b.txt'"), 1);
    assert_eq!(desk.run(&["convert", "in", "--out", "out"]).code, 1, "it fails still");
    desk.lay("in/b.txt", format!("{PLAN}\nMended.\n"));
    assert_eq!(desk.run(&["convert", "in", "--out", "out"]).code, 0);
    assert!(!desk.files("out").contains_key("failures.jsonl"));
    assert_eq!(number(&connection, "SELECT count(*) FROM failures"), 0);
}

#[test]
fn the_first_failure_is_the_end_where_that_is_asked_for() {
    let desk = Desk::new();
    papers(&desk);
    desk.lay("in/000.txt", "");
    let run = desk.run(&["convert", "in", "--out", "out", "--to", "jsonl", "--fail-fast", "--jobs", "1"]);
    assert_eq!(run.code, 1);
    let left: usize =
        run.out.lines().find_map(|line| line.strip_suffix(" not come to")?.parse().ok()).unwrap();
    assert!(left > PAPERS / 2, "{}", run.out);
    // What was in flight is written.
    let lines = lines(&desk, "out");
    assert_eq!(lines + left + 1, PAPERS);
    let early = desk.run(&["convert", "nowhere.txt", "in", "--out", "new", "--to", "jsonl", "--fail-fast"]);
    assert_eq!(early.code, 1);
    assert!(early.out.starts_with("0 documents\n"), "{}", early.out);
}

#[test]
fn a_full_disk_leaves_the_document_before() {
    let desk = Desk::new();
    papers(&desk);
    desk.lay("in/000.txt", RELEASE);
    assert_eq!(desk.run(&["convert", "in/000.txt", "--out", "out", "--to", "sqlite"]).code, 0);
    // No file may grow over 1 MB: what the system says then is what it says of a full disk, a write that fails.
    let script = "trap '' XFSZ; ulimit -f 1024; exec \"$0\" convert in --out out --to sqlite --jobs 1";
    let output = Command::new("bash")
        .args(["-c", script, env!("CARGO_BIN_EXE_rapporteur")])
        .current_dir(desk.path(""))
        .output()
        .unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{err}");
    assert!(err.contains("rapporteur.sqlite"), "{err}");
    let connection = open(&desk, "out/rapporteur.sqlite");
    is_sound(&connection);
    assert!((1..PAPERS).contains(&number(&connection, "SELECT count(*) FROM documents")));
    drop(connection);
    assert_eq!(desk.run(&["convert", "in", "--out", "out", "--to", "sqlite"]).code, 0);
    assert_eq!(number(&open(&desk, "out/rapporteur.sqlite"), "SELECT count(*) FROM documents"), PAPERS);
}
