//! What stands in the folder after a run, and what does not.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use rapporteur_model::Document;
use rusqlite::Connection;

use crate::{Export, ExportError, FORMATS, Format, Maker, Sink, TABLES, Target, sample};

pub fn format(name: &str) -> &'static Format {
    FORMATS.iter().find(|format| format.name == name).unwrap()
}

/// A format opened in a folder, on the account of a version of the program.
pub fn open_sink(format: &Format, out: &Path, version: &str) -> Result<Box<dyn Sink>, ExportError> {
    let maker =
        Maker { tool_version: version.to_owned(), lexicon: "words".to_owned(), options: "{}".to_owned() };
    (format.open)(&Target { out, url: None, authorities: None, maker: &maker, time: None })
}

/// The formats that need no server.
pub fn local() -> impl Iterator<Item = &'static Format> {
    FORMATS.iter().filter(|format| !format.server)
}

/// Writes documents in one format.
pub fn write(name: &str, out: &Path, documents: &[Document]) {
    let mut sink = open_sink(format(name), out, "1").unwrap();
    for document in documents {
        sink.write(&Export::new(document)).unwrap();
    }
    for path in sink.finish().unwrap() {
        assert!(Path::new(&path).exists(), "{path}");
    }
}

pub fn open(path: &Path) -> Connection {
    Connection::open_with_flags(path, rusqlite::OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap()
}

pub fn bytes(path: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    File::open(path).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

pub fn text(path: &Path) -> String {
    String::from_utf8(bytes(path)).unwrap()
}

/// Names in a folder, with those in folders below it.
pub fn listing(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        if entry.path().is_dir() {
            names.extend(listing(&entry.path()).iter().map(|below| format!("{name}/{below}")));
        } else {
            names.push(name);
        }
    }
    names.sort();
    names
}

#[test]
fn a_document_is_a_json_file_and_a_line() {
    let folder = tempfile::tempdir().unwrap();
    write("json", folder.path(), &[sample::release(), sample::plan()]);
    write("jsonl", folder.path(), &[sample::release(), sample::plan()]);
    assert_eq!(
        listing(folder.path()),
        [
            ".rapporteur/json.jsonl",
            ".rapporteur/jsonl.jsonl",
            "json/plan.json",
            "json/release.json",
            "rapporteur.jsonl"
        ]
    );
    let lines = text(&folder.path().join("rapporteur.jsonl"));
    let pretty = text(&folder.path().join("json/release.json"));
    assert!(pretty.starts_with("{\n  \"schema_version\": \"1\",\n  \"id\": \"aaaaaaaaaaaaaaaa\""));
    assert!(lines.ends_with("}\n") && lines.lines().count() == 2);
    let parsed: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    // By path: papers/plan.txt stands before papers/release.txt.
    assert_eq!(serde_json::from_str::<serde_json::Value>(&pretty).unwrap(), parsed[1]);
}

#[test]
fn documents_of_one_name_all_get_their_ids_whichever_comes_first() {
    let other = sample::at_path(sample::plan(), "elsewhere/Release.html");
    let again = sample::at_path(sample::release(), "copies/release.txt");
    let mut listings = Vec::new();
    for order in [
        [sample::release(), other.clone(), again.clone()],
        [other.clone(), again.clone(), sample::release()],
        [again, sample::release(), other],
    ] {
        let folder = tempfile::tempdir().unwrap();
        write("json", folder.path(), &order);
        listings.push(listing(folder.path()));
    }
    let want = [
        ".rapporteur/json.jsonl",
        "json/Release-bbbbbbbbbbbbbbbb.json",
        "json/release-aaaaaaaaaaaaaaaa.json",
    ];
    for listing in listings {
        assert_eq!(listing, want);
    }
}

#[test]
fn pages_are_named_as_json_files_are_but_for_the_index() {
    let folder = tempfile::tempdir().unwrap();
    let documents = [
        sample::at_path(sample::plan(), "papers/Index.txt"),
        sample::at_path(sample::release(), "papers/a & b.txt"),
    ];
    write("html", folder.path(), &documents);
    let pages = ["html/Index-bbbbbbbbbbbbbbbb.html", "html/a---b.html", "html/index.html"];
    assert_eq!(listing(folder.path()), [&[".rapporteur/html.jsonl"], &pages[..]].concat());
    let index = text(&folder.path().join("html/index.html"));
    let links: Vec<&str> = index.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(links, ["data:,", "#documents", "Index-bbbbbbbbbbbbbbbb.html", "a---b.html"]);
    // A page that was not made again is still in the index, and one that is pruned is not.
    let mut sink = open_sink(format("html"), folder.path(), "1").unwrap();
    assert_eq!(sink.prune(&|path| path == "papers/Index.txt").unwrap(), 1);
    sink.finish().unwrap();
    assert_eq!(listing(folder.path()), [".rapporteur/html.jsonl", "html/a---b.html", "html/index.html"]);
    let index = text(&folder.path().join("html/index.html"));
    assert!(index.contains("a---b.html") && !index.contains("bbbbbbbb"));
}

#[test]
fn csv_has_a_file_a_table_and_guards_formulas() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path();
    write("csv", out, &[sample::release(), sample::plan(), sample::release()]);
    let names: Vec<String> = TABLES.iter().map(|table| format!("csv/{}.csv", table.name)).collect();
    let found = listing(out);
    assert_eq!(found.len(), names.len() + 2);
    assert!(names.iter().all(|name| found.contains(name)));

    let contacts = text(&out.join("csv/contacts.csv"));
    assert_eq!(
        contacts,
        "document_id,ordinal,name,organization,email,phone,url,start,end\r\n\
         aaaaaaaaaaaaaaaa,1,Press desk,,,'+47 555 01 23,,298,339\r\n"
    );
    assert!(text(&out.join("csv/section_blocks.csv")).contains(",'=SUM(4),"));
    assert!(text(&out.join("csv/contact_handles.csv")).contains(",'@lagoon\r\n"));
    // The document that was given twice has its rows once, and its text whole.
    let mut reader = csv::Reader::from_reader(File::open(out.join("csv/documents.csv")).unwrap());
    let column = reader.headers().unwrap().iter().position(|name| name == "text").unwrap();
    let texts: Vec<String> = reader.records().map(|row| row.unwrap()[column].to_owned()).collect();
    assert_eq!(texts, [sample::plan().source.text, sample::release().source.text]);
}

#[test]
fn csv_and_database_hold_the_same_rows() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path();
    let documents = [sample::release(), sample::plan()];
    write("csv", out, &documents);
    write("sqlite", out, &documents);
    let connection = open(&out.join("rapporteur.sqlite"));
    for table in TABLES {
        let path = out.join(format!("csv/{}.csv", table.name));
        let mut reader = csv::Reader::from_reader(File::open(path).unwrap());
        let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let columns: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
        assert_eq!(header, columns);
        let counted: usize = documents.iter().map(|one| Export::new(one).counts()[table.name]).sum();
        let stored: i64 = connection
            .query_row(&format!("SELECT count(*) FROM \"{}\"", table.name), [], |row| row.get(0))
            .unwrap();
        assert_eq!(reader.records().count(), counted, "{}", table.name);
        assert_eq!(usize::try_from(stored), Ok(counted), "{}", table.name);
    }
}

#[test]
fn the_same_documents_give_the_same_bytes() {
    let [first, second] = [(); 2].map(|()| tempfile::tempdir().unwrap());
    for folder in [&first, &second] {
        for format in local() {
            write(format.name, folder.path(), &[sample::release(), sample::plan()]);
        }
    }
    let names = listing(first.path());
    assert_eq!(names, listing(second.path()));
    for name in names {
        assert!(bytes(&first.path().join(&name)) == bytes(&second.path().join(&name)), "{name}");
    }
}

#[test]
fn a_run_that_ends_early_leaves_what_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path();
    for format in local() {
        write(format.name, out, &[sample::plan()]);
    }
    let before: Vec<(String, Vec<u8>)> =
        listing(out).into_iter().map(|name| (name.clone(), bytes(&out.join(&name)))).collect();
    for format in local().filter(|format| !["html", "json", "sqlite"].contains(&format.name)) {
        let mut sink = open_sink(format, out, "1").unwrap();
        sink.write(&Export::new(&sample::release())).unwrap();
        drop(sink);
    }
    let after: Vec<(String, Vec<u8>)> =
        listing(out).into_iter().map(|name| (name.clone(), bytes(&out.join(&name)))).collect();
    assert!(before == after);
}

#[test]
fn outputs_without_documents_are_whole() {
    let folder = tempfile::tempdir().unwrap();
    for format in local() {
        write(format.name, folder.path(), &[]);
    }
    let connection = open(&folder.path().join("rapporteur.sqlite"));
    let none: i64 = connection.query_row("SELECT count(*) FROM items", [], |row| row.get(0)).unwrap();
    assert_eq!(none, 0);
    assert_eq!(text(&folder.path().join("csv/entity_members.csv")), "document_id,entity,ordinal,iso3166\r\n");
}

#[test]
fn errors_name_the_path() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("taken");
    File::create(&file).unwrap();
    for format in local() {
        let error = open_sink(format, &file, "1").err().unwrap();
        assert!(error.to_string().contains("taken"), "{error}");
    }
}

#[test]
fn rows_that_do_not_fit_together_name_table_and_document() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = sample::release();
    document.entities.push(document.entities[0].clone());
    let mut sink = open_sink(format("sqlite"), folder.path(), "1").unwrap();
    let error = sink.write(&Export::new(&document)).unwrap_err();
    assert!(error.is_of_one_document(), "{error}");
    let error = error.to_string();
    assert!(error.contains("table entities of document aaaaaaaaaaaaaaaa"), "{error}");
    // The document is not there at all, and others can still be.
    sink.write(&Export::new(&sample::plan())).unwrap();
    sink.finish().unwrap();
    let connection = open(&folder.path().join("rapporteur.sqlite"));
    let ids: String = connection
        .query_row("SELECT group_concat(DISTINCT document_id) FROM sections", [], |row| row.get(0))
        .unwrap();
    assert_eq!(ids, "bbbbbbbbbbbbbbbb");
}

#[cfg(unix)]
#[test]
fn files_are_readable_like_any_other() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let plain = folder.path().join("plain");
    File::create(&plain).unwrap();
    let mode = |path: &Path| path.metadata().unwrap().permissions().mode();
    for format in local() {
        write(format.name, folder.path(), &[sample::plan()]);
    }
    for name in listing(folder.path()) {
        assert_eq!(mode(&folder.path().join(&name)), mode(&plain), "{name}");
    }
}
