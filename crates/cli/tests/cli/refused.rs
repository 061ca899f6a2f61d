//! Input that gives no document, and arguments that cannot be: each with a message of its own.

use crate::desk::{Desk, PLAN, RELEASE};

/// Converts `names` beside a good file; the failures told, after checking that the good one was converted.
fn failures(desk: &Desk, names: &[&str]) -> Vec<String> {
    desk.lay("good.txt", RELEASE);
    let arguments: Vec<&str> =
        ["convert", "good.txt", "--out", "out"].into_iter().chain(names.iter().copied()).collect();
    let run = desk.run(&arguments);
    assert_eq!(run.code, 1, "{}{}", run.out, run.err);
    assert!(run.out.starts_with("1 document: "), "the batch goes on: {}", run.out);
    assert_eq!(desk.documents("out").len(), 1);
    let told: Vec<String> =
        run.below(&format!("{} failed", names.len())).into_iter().map(str::to_owned).collect();
    for failure in &told {
        assert!(run.err.contains(&format!("error: {failure}\n")), "also told on the way: {}", run.err);
    }
    told
}

#[test]
fn bytes_that_are_no_text() {
    let desk = Desk::new();
    desk.lay("a-empty.txt", "").lay("b-blank.txt", " \t\r\n\n\u{a0}\n").lay("c-bom.txt", "\u{feff}");
    desk.lay("d-nul.txt", b"A line.\0Another.").lay("e-image.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    desk.lay("f-paper.txt", b"%PDF-1.4\n%\xE2\xE3").lay("g-noise.txt", b"\x01\x02\x03\x04\x05\x06 a");
    let names =
        ["a-empty.txt", "b-blank.txt", "c-bom.txt", "d-nul.txt", "e-image.md", "f-paper.txt", "g-noise.txt"];
    insta::assert_snapshot!(failures(&desk, &names).join("\n"), @r"
    a-empty.txt: empty (0 bytes)
    b-blank.txt: blank (white space alone)
    c-bom.txt: blank (white space alone)
    d-nul.txt: binary data (NUL byte at offset 7)
    e-image.md: binary data (NUL byte at offset 8)
    f-paper.txt: binary data (a PDF file; its text must be copied out first)
    g-noise.txt: binary data (6 control characters in the first 8 bytes)
    ");
}

#[cfg(unix)]
#[test]
fn files_that_cannot_be_had() {
    let desk = Desk::new();
    desk.lay("hollow.txt/photo.jpg", "x");
    std::fs::create_dir(desk.path("vacant")).unwrap();
    std::os::unix::fs::symlink(desk.path("nowhere"), desk.path("stale.txt")).unwrap();
    std::os::unix::fs::symlink(desk.path("elsewhere"), desk.path("hollow.txt/stale.md")).unwrap();
    let told = failures(&desk, &["missing.txt", "hollow.txt", "vacant", "stale.txt"]);
    insta::assert_snapshot!(told.join("\n"), @r"
    hollow.txt/stale.md: cannot be read: a symbolic link whose target is missing
    missing.txt: cannot be read: No such file or directory (os error 2)
    stale.txt: cannot be read: a symbolic link whose target is missing
    vacant: no .txt or .md file in this folder
    ");
}

#[test]
fn documents_over_the_limit() {
    let desk = Desk::new();
    desk.lay("a.txt", RELEASE).lay("b.txt", "Short.\n");
    let run = desk.feed(&["convert", "a.txt", "b.txt", "-", "--out", "out", "--max-bytes", "20"], PLAN);
    assert_eq!(run.code, 1);
    let size = RELEASE.len();
    assert_eq!(
        run.below("2 failed"),
        [
            "-: too large (more than the limit of 20 bytes)".to_owned(),
            format!("a.txt: too large ({size} bytes, more than the limit of 20 bytes)"),
        ]
    );
}

#[test]
fn an_output_folder_that_cannot_be() {
    let desk = Desk::new();
    desk.lay("a.txt", RELEASE).lay("taken", "a file");
    for (out, message) in [
        ("taken", "rapporteur: --out taken: there is a file of that name, not a folder\n"),
        (
            "taken/below",
            "rapporteur: --out taken/below: the folder cannot be made: Not a directory (os error 20)\n",
        ),
    ] {
        let run = desk.run(&["convert", "a.txt", "--out", out]);
        assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (2, "", message));
    }
}

#[test]
fn arguments_that_mean_nothing() {
    let desk = Desk::new();
    desk.lay("a.txt", RELEASE);
    for (arguments, message) in [
        (&["--issued", "May 2021"][..], "'May 2021' is no date of the form YYYY, YYYY-MM or YYYY-MM-DD"),
        (&["--issued", "2021-02-30"], "'2021-02-30' is no date: that month has no day 30"),
        (&["--country", "Canada"], "'Canada' is no ISO 3166-1 alpha-2 country code"),
        (&["--country", "XX"], "'XX' is no ISO 3166-1 alpha-2 country code"),
        (&["--jobs", "0"], "0 is not in 1..=65535"),
        (&["--to", ""], "a value is required"),
    ] {
        let all: Vec<&str> = ["convert", "a.txt", "--out", "out"].iter().chain(arguments).copied().collect();
        let run = desk.run(&all);
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        assert!(run.err.contains(message), "{}", run.err);
    }
    assert_eq!(desk.run(&["convert", "a.txt"]).code, 2);
    assert_eq!(desk.run(&[]).code, 2);
    assert!(!desk.path("out").exists(), "nothing is made before the arguments are sound");
}

#[test]
fn one_document_that_cannot_be_inspected() {
    let desk = Desk::new();
    desk.lay("nul.txt", b"a\0").lay("folder/a.txt", RELEASE);
    for (name, message) in [
        ("gone.txt", "rapporteur: gone.txt: cannot be read: No such file or directory (os error 2)\n"),
        ("nul.txt", "rapporteur: nul.txt: binary data (NUL byte at offset 1)\n"),
        ("folder", "rapporteur: folder: is a folder\n"),
    ] {
        let run = desk.run(&["inspect", name]);
        assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (2, "", message));
    }
}
