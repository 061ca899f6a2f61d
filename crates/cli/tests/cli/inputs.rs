//! What `convert` takes: patterns, lists, archives, and what `.gitignore` leaves out.

use std::io::{Cursor, Write as _};

use flate2::{Compression, write::GzEncoder};
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::desk::{Desk, PLAN, RELEASE};

/// Labels of the documents that a run gives, and its failures.
fn taken(desk: &Desk, arguments: &[&str]) -> (Vec<String>, Vec<String>) {
    let run = desk.run(&[&["convert", "--out", "out", "--to", "json"], arguments].concat());
    assert!(run.code < 2, "{}", run.err);
    let failures =
        run.err.lines().filter_map(|line| line.strip_prefix("error: ")).map(str::to_owned).collect();
    (desk.documents("out").into_keys().collect(), failures)
}

fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A tar archive, written by hand, for its writers refuse the names that a reader must bear.
fn tarred(members: &[(&str, u8, &[u8])]) -> Vec<u8> {
    let mut archive = Vec::new();
    for (name, kind, bytes) in members {
        let mut header = [0_u8; 512];
        header[..name.len()].copy_from_slice(name.as_bytes());
        header[100..107].copy_from_slice(b"0000644");
        header[124..135].copy_from_slice(format!("{:011o}", bytes.len()).as_bytes());
        header[136..147].copy_from_slice(b"00000000000");
        header[148..156].fill(b' ');
        header[156] = *kind;
        if *kind != b'0' {
            header[157..167].copy_from_slice(b"target.txt");
        }
        header[257..263].copy_from_slice(b"ustar\0");
        let sum: u32 = header.iter().map(|&byte| u32::from(byte)).sum();
        header[148..155].copy_from_slice(format!("{sum:06o}\0").as_bytes());
        archive.extend(header);
        archive.extend(*bytes);
        archive.resize(archive.len().next_multiple_of(512), 0);
    }
    archive.resize(archive.len() + 1024, 0);
    archive
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::fast());
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap()
}

#[test]
fn patterns_are_looked_at_where_no_such_file_is() {
    let desk = Desk::new();
    desk.lay("in/2031-01/a.html", RELEASE)
        .lay("in/2031-02/deep/b.html", PLAN)
        .lay("in/2030/c.html", "Old.\n");
    desk.lay("in/[odd].txt", "A name with brackets.\n").lay("in/o.txt", "Another.\n");
    assert_eq!(taken(&desk, &["in/2031-*/**/*.html"]).0, ["in/2031-01/a.html", "in/2031-02/deep/b.html"]);
    assert_eq!(taken(&desk, &["./in/[odd].txt"]).0.len(), 3, "the file of that very name is meant");
    let desk = Desk::new();
    desk.lay("a.txt", RELEASE).lay("deep/b.txt", PLAN);
    let (documents, failures) = taken(&desk, &["*.txt", "none-*.txt", "[.txt"]);
    assert_eq!(documents, ["a.txt"], "a star does not go through folders");
    assert_eq!(failures.len(), 2, "{failures:?}");
    assert!(failures.contains(&"none-*.txt: no file fits this pattern".to_owned()), "{failures:?}");
}

#[test]
fn a_list_names_a_path_a_line() {
    let desk = Desk::new();
    desk.lay("a.txt", RELEASE).lay("b c.txt", PLAN).lay("in/d.txt", "Words.\n").lay("x.html", "Page.\n");
    desk.lay("list", "a.txt\r\n\nb c.txt\nin\ngone.txt\n");
    let (documents, failures) = taken(&desk, &["--list", "list", "x.html", "a.txt"]);
    assert_eq!(documents, ["a.txt", "b c.txt", "in/d.txt", "x.html"]);
    assert_eq!(failures, ["gone.txt: cannot be read: No such file or directory (os error 2)"]);
    let run = desk.feed(&["convert", "--list", "-", "--out", "new", "--to", "json"], "a.txt\0b c.txt\0");
    assert_eq!((run.code, desk.documents("new").len()), (0, 2), "{}", run.err);
    let run = desk.run(&["convert", "--list", "nowhere", "--out", "new"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("--list nowhere: No such file"), "{}", run.err);
}

#[test]
fn what_gitignore_leaves_out_is_left_out_on_request() {
    let desk = Desk::new();
    desk.lay("in/.gitignore", "drafts/\n*.md\n").lay("in/a.txt", RELEASE).lay("in/b.md", PLAN);
    desk.lay("in/drafts/c.txt", "Draft.\n");
    assert_eq!(taken(&desk, &["in", "--gitignore"]).0, ["in/a.txt"]);
    assert_eq!(taken(&desk, &["in"]).0, ["in/a.txt", "in/b.md", "in/drafts/c.txt"]);
}

#[test]
fn archives_give_their_texts_under_their_own_names() {
    let desk = Desk::new();
    let members: [(&str, &[u8]); 4] = [
        ("2031/a.txt", RELEASE.as_bytes()),
        ("./b.MD", PLAN.as_bytes()),
        ("photo.jpg", b"\xFF\xD8"),
        ("d/", b""),
    ];
    let tar = tarred(&members.map(|(name, bytes)| (name, if name == "d/" { b'5' } else { b'0' }, bytes)));
    desk.lay("x.zip", zipped(&[members[0], ("b.md", PLAN.as_bytes()), members[2]]));
    desk.lay("y.tar.gz", gzipped(&tar.clone())).lay("z.tar", &tar);
    let expected = |name: &str, b: &str| vec![format!("{name}/2031/a.txt"), format!("{name}/{b}")];
    for (name, b) in [("x.zip", "b.md"), ("y.tar.gz", "b.MD"), ("z.tar", "b.MD")] {
        let run = desk.run(&["convert", name, "--out", name.get(..1).unwrap(), "--to", "json"]);
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        let documents: Vec<String> = desk.documents(name.get(..1).unwrap()).into_keys().collect();
        assert_eq!(documents, expected(name, b));
    }
    // What is in an archive and in a folder is one document.
    desk.lay("plain.txt", RELEASE);
    let run = desk.run(&["convert", "x.zip", "plain.txt", "--out", "both", "--to", "json"]);
    assert_eq!(run.below("1 repeated"), ["x.zip/2031/a.txt: the same bytes as plain.txt"]);
}

#[test]
fn an_archive_that_lost_a_member_loses_it_when_pruned() {
    let desk = Desk::new();
    let b = ("b.txt", PLAN.as_bytes());
    desk.lay("x.zip", zipped(&[("a.txt", RELEASE.as_bytes()), b]));
    taken(&desk, &["x.zip"]);
    desk.lay("x.zip", zipped(&[b]));
    assert_eq!(taken(&desk, &["x.zip"]).0.len(), 2);
    assert_eq!(taken(&desk, &["x.zip", "--prune"]).0, ["x.zip/b.txt"]);
}

#[test]
fn names_in_archives_never_lead_anywhere() {
    let desk = Desk::new();
    let evil: &[(&str, u8, &[u8])] = &[
        ("../../out-of-here.txt", b'0', RELEASE.as_bytes()),
        ("/tmp/rapporteur-evil.txt", b'0', RELEASE.as_bytes()),
        ("a\\..\\..\\b.txt", b'0', RELEASE.as_bytes()),
        ("C:\\windows.txt", b'0', RELEASE.as_bytes()),
        ("link.txt", b'2', b""),
        ("hard.txt", b'1', b""),
        ("twice.txt", b'0', PLAN.as_bytes()),
        ("./twice.txt", b'0', RELEASE.as_bytes()),
        ("fine.txt", b'0', RELEASE.as_bytes()),
        ("\x1b[31mred.txt", b'0', "Red words.\n".as_bytes()),
    ];
    desk.lay("in/e.tar", tarred(evil)).lay("in/target.txt", "Not to be read by a link.\n");
    let run = desk.run(&["convert", "in/e.tar", "--out", "out/deep", "--to", "json,csv,sqlite"]);
    assert_eq!(run.code, 1);
    assert!(
        !run.err.contains('\x1b') && !run.out.contains('\x1b'),
        "no escape reaches a terminal: {}",
        run.err
    );
    insta::assert_snapshot!(run.err, @r"
    error: in/e.tar/../../out-of-here.txt: its name leads out of the archive
    error: in/e.tar//tmp/rapporteur-evil.txt: its name leads out of the archive
    error: in/e.tar/C:\windows.txt: its name leads out of the archive
    error: in/e.tar/a\..\..\b.txt: its name leads out of the archive
    error: in/e.tar/hard.txt: a link or another thing that is no file
    error: in/e.tar/link.txt: a link or another thing that is no file
    error: in/e.tar/twice.txt: the name stands twice in the archive; the first is taken
    ");
    let labels: Vec<String> = desk.documents("out/deep").into_keys().collect();
    assert_eq!(labels, ["in/e.tar/\u{1b}[31mred.txt", "in/e.tar/fine.txt", "in/e.tar/twice.txt"]);
    let written: Vec<String> = desk.files("").into_keys().collect();
    assert!(
        written.iter().all(|name| name.starts_with("in/") || name.starts_with("out/deep/")),
        "{written:?}"
    );
}

#[test]
fn archives_that_would_burst_are_refused_whole() {
    let desk = Desk::new();
    let zeros = vec![b'a'; 3 << 20];
    desk.lay("many.zip", zipped(&[("a.txt", &zeros), ("b.txt", &zeros)]));
    // What is not taken counts as well: it has to be unpacked to get past it.
    desk.lay("skip.tar.gz", gzipped(&tarred(&[("a.bin", b'0', &zeros), ("b.bin", b'0', &zeros)])));
    desk.lay("good.txt", RELEASE);
    let run = desk.run(&[
        "convert",
        "many.zip",
        "skip.tar.gz",
        "good.txt",
        "--out",
        "out",
        "--to",
        "json",
        "--max-unpacked",
        "4000000",
    ]);
    assert_eq!(run.code, 1);
    let reason = "cannot be unpacked: more than the limit of 4000000 bytes come out of it";
    assert_eq!(run.below("2 failed"), [format!("many.zip: {reason}"), format!("skip.tar.gz: {reason}")]);
    assert_eq!(desk.documents("out").keys().collect::<Vec<_>>(), ["good.txt"]);
    // One document over its own limit costs itself alone.
    desk.lay("one.zip", zipped(&[("a.txt", &zeros), ("b.txt", PLAN.as_bytes())]));
    let run = desk.run(&["convert", "one.zip", "--out", "new", "--to", "json", "--max-bytes", "100000"]);
    assert_eq!(run.code, 1);
    assert_eq!(run.below("1 failed").len(), 1, "{}", run.out);
    assert_eq!(desk.documents("new").keys().collect::<Vec<_>>(), ["one.zip/b.txt"]);
}

#[test]
fn archives_that_are_damaged_are_named() {
    let desk = Desk::new();
    let zip = zipped(&[("a.txt", RELEASE.as_bytes())]);
    desk.lay("cut.zip", &zip[..zip.len() / 2]).lay("no.zip", "words").lay("no.tar.gz", "words");
    let tar = gzipped(&tarred(&[("a.txt", b'0', RELEASE.as_bytes())]));
    desk.lay("cut.tgz", &tar[..tar.len() / 2]).lay("void.zip", zipped(&[("a.jpg", b"x")]));
    desk.lay("good.txt", RELEASE);
    let run = desk.run(&[
        "convert",
        "cut.zip",
        "no.zip",
        "no.tar.gz",
        "cut.tgz",
        "void.zip",
        "good.txt",
        "--out",
        "out",
        "--to",
        "json",
    ]);
    assert_eq!(run.code, 1);
    let told = run.below("5 failed");
    assert_eq!(told.len(), 5, "{}", run.out);
    assert!(told.contains(&"void.zip: no .txt or .md file in this archive"), "{told:?}");
    assert_eq!(told.iter().filter(|line| line.contains("cannot be unpacked: ")).count(), 4, "{told:?}");
    assert_eq!(desk.documents("out").len(), 1);
}
