//! Text that is odd and still text: it is read, and what could not be is told.

use crate::desk::{Desk, PLAN, RELEASE};

/// The record of one file.
fn converted(name: &str, bytes: impl AsRef<[u8]>) -> serde_json::Value {
    let desk = Desk::new();
    desk.lay(name, bytes);
    let run = desk.run(&["convert", name, "--out", "out", "--to", "json"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    desk.documents("out").remove(name).unwrap()
}

fn codes(document: &serde_json::Value) -> Vec<&str> {
    let found = document["diagnostics"].as_array().unwrap();
    found.iter().filter_map(|found| found["code"].as_str()).collect()
}

const ACCENTS: &str = "Déclaration à la presse\n\nLe comité s’est réuni – à Genève. Où est l’été ?\n";

#[test]
fn encodings_are_told_and_read() {
    let wide = |text: &str| text.encode_utf16().collect::<Vec<u16>>();
    let little: Vec<u8> = wide(ACCENTS).iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big: Vec<u8> = wide(ACCENTS).iter().flat_map(|unit| unit.to_be_bytes()).collect();
    let windows: Vec<u8> = ACCENTS
        .chars()
        .map(|sign| match sign {
            '’' => 0x92,
            '–' => 0x96,
            sign => u8::try_from(u32::from(sign)).unwrap(),
        })
        .collect();
    let latin: Vec<u8> =
        windows.iter().map(|byte| if *byte == 0x92 || *byte == 0x96 { b'-' } else { *byte }).collect();
    for (bytes, encoding) in [
        (ACCENTS.as_bytes().to_vec(), "utf-8"),
        ([b"\xEF\xBB\xBF", ACCENTS.as_bytes()].concat(), "utf-8"),
        ([&b"\xFF\xFE"[..], &little].concat(), "utf-16le"),
        ([&b"\xFE\xFF"[..], &big].concat(), "utf-16be"),
        (windows, "windows-1252"),
        (latin, "windows-1252"),
    ] {
        let document = converted("a.txt", bytes);
        assert_eq!(document["source"]["encoding"], encoding);
        assert_eq!(document["source"]["chars"], ACCENTS.chars().count(), "{encoding}");
        assert!(!codes(&document).contains(&"decoding-replaced"), "{encoding}");
        let heading = document["sections"].to_string();
        assert!(heading.contains("Déclaration à la presse"), "{encoding}: {heading}");
    }
}

#[test]
fn bytes_that_are_no_character_are_replaced_and_told() {
    let many = "Überprüfung – “naïve” – café. ".repeat(20);
    let document = converted("a.txt", [many.as_bytes(), b"\xFF\xC3 end.\n"].concat());
    assert_eq!(document["source"]["encoding"], "utf-8");
    assert!(codes(&document).contains(&"decoding-replaced"));
    assert!(document["sections"].to_string().contains('\u{FFFD}'));
}

#[test]
fn all_line_ends_give_the_same_outline() {
    let kinds = |text: &str| {
        let document = converted("a.txt", text);
        let items = document["items"].as_array().unwrap();
        items.iter().map(|item| format!("{} {}", item["ref"], item["kind"])).collect::<Vec<_>>()
    };
    let plain = kinds(PLAN);
    assert_eq!(plain, kinds(&PLAN.replace('\n', "\r\n")));
    assert_eq!(plain, kinds(&PLAN.replace('\n', "\r")));
}

#[test]
fn the_ending_of_a_name_tells_the_media_type() {
    assert_eq!(converted("a.txt", RELEASE)["source"]["media_type"], "text/plain");
    assert_eq!(converted("a.md", RELEASE)["source"]["media_type"], "text/markdown");
}

#[test]
fn what_is_known_from_outside_is_used() {
    let desk = Desk::new();
    desk.lay("a.txt", "The fund gives $5 million for wells.\n");
    let arguments = ["convert", "a.txt", "--out", "out", "--country", "au", "--issued", "2031-07"];
    assert_eq!(desk.run(&arguments).code, 0);
    let documents = desk.documents("out");
    assert_eq!(documents["a.txt"]["amounts"][0]["currency"], "AUD");
}

#[test]
fn names_that_could_lead_out_of_the_folder_do_not() {
    let desk = Desk::new();
    desk.lay("in/..txt", RELEASE).lay("in/a b;c.txt", PLAN).lay("in/CON.txt", format!("{PLAN}x"));
    let run = desk.run(&["convert", "in/..txt", "in", "--out", "out/here", "--to", "json"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let written: Vec<String> = desk.files("out").into_keys().collect();
    let papers = written.iter().filter(|name| name.starts_with("here/json/")).count();
    assert_eq!((papers, written.len()), (3, 4), "three papers and a manifest: {written:?}");
    assert!(written.contains(&"here/.rapporteur/json.jsonl".to_owned()));
}

/// Words that are something else elsewhere: SQL, a formula, an escape of a terminal, a path, a change of direction.
const TRAPS: &str = "'); DROP TABLE documents;-- \u{1b}]0;owned\u{7} \u{1b}[2J \\. $1 ../../x \u{202e}";

#[test]
fn words_of_a_document_are_never_anything_else() {
    let desk = Desk::new();
    let text = format!(
        "=HYPERLINK(\"x\") {TRAPS}\n\n{RELEASE}\n“@SUM(A1) {TRAPS}”, said Minister Ana Tavita.\n\n- +1+1 {TRAPS}\n- @cmd\n\n\
         (see also the =1+1 {TRAPS}\n"
    );
    desk.lay("in/'); DROP TABLE items;--.txt", &text).lay("in/\u{1b}[31m.txt", PLAN).lay("in/=1+1.txt", "");
    let run = desk.run(&["convert", "in", "--out", "out", "--to", "json,csv,sqlite"]);
    assert_eq!(run.code, 1, "{}", run.err);
    let shown = desk.run(&["inspect", "in/'); DROP TABLE items;--.txt", "--color", "never"]);
    for told in [&run.out, &run.err, &shown.out] {
        let odd = told.chars().find(|sign| sign.is_control() && *sign != '\n' || *sign == '\u{202e}');
        assert_eq!(odd, None, "a terminal would obey: {told}");
    }
    // No cell of a table begins as a formula does, but for plain numbers.
    let is_table = |name: &str| std::path::Path::new(name).extension().is_some_and(|ending| ending == "csv");
    for (name, bytes) in desk.files("out/csv").iter().filter(|(name, _)| is_table(name)) {
        for row in csv::Reader::from_reader(bytes.as_slice()).records() {
            let row = row.unwrap();
            let evil = row.iter().find(|cell| cell.starts_with(['=', '+', '-', '@', '\t', '\r']));
            assert!(evil.is_none_or(|cell| cell.parse::<f64>().is_ok()), "{name}: {evil:?}");
        }
    }
    let base = rusqlite::Connection::open(desk.path("out/rapporteur.sqlite")).unwrap();
    let kept: String = base
        .query_row("SELECT text FROM documents WHERE path LIKE '%DROP TABLE items%'", [], |row| row.get(0))
        .unwrap();
    assert_eq!(kept, text, "every sign is kept as it is");
    let files = desk.files("");
    assert!(
        files.keys().all(|name| name.starts_with("in/") || name.starts_with("out/")),
        "{:?}",
        files.keys()
    );
}
