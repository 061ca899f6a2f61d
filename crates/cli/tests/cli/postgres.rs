//! A real `PostgreSQL` server, loaded, killed in the middle, run again, and compared with the JSON row by row.

use std::{collections::BTreeMap, process::Child, time::Duration};

use postgres::{Client, SimpleQueryMessage};
use rapporteur_exporter::{Kind, TABLES, Table, VIEWS};
use serde_json::Value;

use crate::desk::{Desk, PLAN, RELEASE};
use crate::server::Server;

/// A server, or the reason why this test is skipped.
#[expect(clippy::print_stderr, reason = "why a test is skipped must be said")]
fn server() -> Option<Server> {
    match Server::start() {
        Ok(server) => Some(server),
        Err(reason) => {
            eprintln!("skipped: {reason}");
            None
        }
    }
}

const PAPERS: usize = 40;

/// Papers with odd words, each with a number of its own.
fn papers(desk: &Desk) {
    for n in 0..PAPERS {
        let odd = "Robert'); DROP TABLE items;-- \\. \\N \"x\" $1 {} %s =cmd|' /C calc'!A0 \u{1b}[31m \u{202e} 𝔘𝔫𝔦 é";
        let release = format!("Number {n}\n\n{}\n{odd}\n\n{PLAN}\n{odd}\tcell\n", RELEASE.repeat(1 + n % 4));
        let text = if n % 10 == 5 { format!("{PLAN}2.2 Paint horn {n} {odd}\n") } else { release };
        desk.lay(&format!("in/{n:03}.txt"), text);
    }
}

fn rows(client: &mut Client, query: &str) -> Vec<Vec<Option<String>>> {
    let messages = client.simple_query(query).unwrap();
    let cells = |message| match message {
        SimpleQueryMessage::Row(row) => {
            Some((0..row.len()).map(|at| row.get(at).map(str::to_owned)).collect())
        }
        _ => None,
    };
    messages.into_iter().filter_map(cells).collect()
}

fn one(client: &mut Client, query: &str) -> String {
    rows(client, query)[0][0].clone().unwrap_or_default()
}

/// Every row of the tables, in the order of their keys; dates and numbers as the server writes them.
fn all_rows(client: &mut Client) -> BTreeMap<&'static str, Vec<Vec<Option<String>>>> {
    let of = |table: &Table| {
        let key: Vec<String> = table.key.iter().map(|column| format!("\"{column}\"")).collect();
        let columns: Vec<String> =
            table.columns.iter().map(|column| format!("\"{}\"", column.name)).collect();
        format!("SELECT {} FROM \"{}\" ORDER BY {}", columns.join(", "), table.name, key.join(", "))
    };
    TABLES.iter().map(|table| (table.name, rows(client, &of(table)))).collect()
}

/// Lists of the record that are tables, row by row, with the field that holds the list.
const LISTS: &[(&str, &str)] = &[
    ("sections", "sections"),
    ("items", "items"),
    ("dates", "dates"),
    ("amounts", "amounts"),
    ("entities", "entities"),
    ("acronyms", "acronyms"),
    ("quotes", "quotes"),
    ("funding", "funding"),
    ("contacts", "contacts"),
    ("document_references", "references"),
    ("diagnostics", "diagnostics"),
];

/// Compares every row of a table with its object; how many were compared.
fn compare(client: &mut Client, table: &Table, id: &str, objects: &[Value]) -> usize {
    let order =
        ["ordinal", "start", "id"].iter().find(|name| table.columns.iter().any(|one| one.name == **name));
    let columns: Vec<String> = table.columns.iter().map(|column| format!("\"{}\"", column.name)).collect();
    let found = rows(
        client,
        &format!(
            "SELECT {} FROM \"{}\" WHERE document_id = '{id}' ORDER BY \"{}\"",
            columns.join(", "),
            table.name,
            order.unwrap()
        ),
    );
    assert_eq!(found.len(), objects.len(), "{} of {id}", table.name);
    // Rows without a place in the list are found by their id.
    let by_id: BTreeMap<&str, &Vec<Option<String>>> =
        match table.columns.iter().position(|one| one.name == "id") {
            Some(at) => found.iter().map(|row| (row[at].as_deref().unwrap(), row)).collect(),
            None => BTreeMap::new(),
        };
    for (place, object) in objects.iter().enumerate() {
        let row = object["id"].as_str().map_or(&found[place], |id| by_id[id]);
        for (column, cell) in table.columns.iter().zip(row) {
            let span = if object["span"].is_object() { &object["span"] } else { &object["spans"][0] };
            let wanted = match (column.name, &object[column.name]) {
                ("start" | "end", _) if table.name != "entities" => &span[column.name],
                (_, value @ (Value::String(_) | Value::Number(_) | Value::Null))
                    if object.get(column.name).is_some() =>
                {
                    value
                }
                _ => continue,
            };
            let wanted = match wanted {
                Value::Null => None,
                Value::String(text) => Some(text.clone()),
                other => Some(other.to_string()),
            };
            // Days outside the years 1 to 9999 are told by their EDTF alone.
            let day = column.kind == Kind::Day && cell.is_none();
            assert!(cell == &wanted || day, "{}.{} of {id}: {cell:?}, {wanted:?}", table.name, column.name);
        }
    }
    objects.len()
}

/// Waits until so many documents are on the server, or the program has ended.
fn wait_for(child: &mut Child, client: &mut Client, documents: usize) {
    loop {
        let count = client.simple_query("SELECT count(*) FROM documents");
        let there = count.ok().and_then(|messages| match &messages[1] {
            SimpleQueryMessage::Row(row) => row.get(0)?.parse::<usize>().ok(),
            _ => None,
        });
        if child.try_wait().unwrap().is_some() || there.is_some_and(|there| there >= documents) {
            return;
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}

#[test]
fn every_row_is_that_of_the_json_and_every_span_cuts_its_source() {
    let Some(server) = server() else { return };
    let desk = Desk::new();
    papers(&desk);
    let url = server.url("papers");
    let run = desk.run(&["convert", "in", "--out", "out", "--to", "json,postgres", "--url", &url]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    assert!(run.out.contains(&url), "the summary says where: {}", run.out);
    let mut client = server.client("papers");
    let mut compared = 0;
    for record in desk.documents("out").values() {
        let id = record["id"].as_str().unwrap();
        let text = one(&mut client, &format!("SELECT text FROM documents WHERE id = '{id}'"));
        assert_eq!(text.chars().count().to_string(), record["source"]["chars"].to_string());
        for (name, list) in LISTS {
            let table = TABLES.iter().find(|table| table.name == *name).unwrap();
            compared += compare(&mut client, table, id, record[*list].as_array().unwrap());
        }
        // What the server cuts out by a span is what it is here.
        let chars: Vec<char> = text.chars().collect();
        for table in ["dates", "amounts", "mentions", "section_block_spans", "item_spans", "quote_spans"] {
            let query = format!(
                "SELECT r.start, r.\"end\", substr(d.text, r.start + 1, r.\"end\" - r.start) FROM {table} r \
                 JOIN documents d USING (document_id) WHERE d.id = '{id}'"
            );
            for row in rows(&mut client, &query) {
                let at = |place: usize| row[place].as_ref().unwrap().parse::<usize>().unwrap();
                let cut: String = chars[at(0)..at(1)].iter().collect();
                assert_eq!(row[2].as_deref(), Some(cut.as_str()), "{table} of {id}");
            }
        }
    }
    assert!(compared > 500, "{compared}");
    let types = "SELECT string_agg(DISTINCT pg_typeof(value)::text || ' ' || pg_typeof(start)::text, ',') FROM amounts";
    assert_eq!(one(&mut client, types), "numeric integer");
    assert_eq!(one(&mut client, "SELECT pg_typeof(earliest)::text FROM dates LIMIT 1"), "date");
    let sum =
        "SELECT sum(value)::text FROM funding_by_project WHERE currency IS NOT NULL AND part_of IS NULL";
    assert!(one(&mut client, sum).parse::<u64>().unwrap() >= 3_000_000);
    let words = "SELECT count(*) FROM items WHERE search @@ websearch_to_tsquery('english', 'lamp reef')";
    let held = "SELECT count(*) FROM items WHERE concat(title, text) LIKE '%lamps of the outer reefs%'";
    let held = one(&mut client, held);
    assert_eq!(one(&mut client, words), held);
    assert!(held.parse::<usize>().unwrap() >= PAPERS / 10, "{held}");
    // Every table, column and view says what it is, but for the columns of full text, which say it in their table.
    let silent = "SELECT string_agg(c.relname || '.' || a.attname, ', ') FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid \
                  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v') AND a.attnum > 0 \
                  AND NOT a.attisdropped AND col_description(c.oid, a.attnum) IS NULL";
    assert_eq!(one(&mut client, silent), "");
    for view in VIEWS {
        assert!(
            !rows(&mut client, &format!("SELECT * FROM {} LIMIT 1", view.name)).is_empty(),
            "{}",
            view.name
        );
    }
}

#[test]
fn a_server_killed_in_the_middle_has_whole_documents_and_is_completed() {
    let Some(mut server) = server() else { return };
    let desk = Desk::new();
    papers(&desk);
    server.client("postgres").batch_execute("CREATE DATABASE whole").unwrap();
    let (url, whole) = (server.url("papers"), server.url("whole"));
    assert_eq!(desk.run(&["convert", "in", "--to", "postgres", "--url", &whole]).code, 0);
    let arguments = ["convert", "in", "--to", "postgres", "--url", &url, "--jobs", "1"];
    // First the server dies, then the program.
    for documents in [5, 15] {
        assert!(desk.run(&["convert", "in/000.txt", "--to", "postgres", "--url", &url]).code == 0);
        let mut client = server.client("papers");
        let mut child = desk.program(&arguments).spawn().unwrap();
        wait_for(&mut child, &mut client, documents);
        if documents == 5 {
            server.kill();
            let output = child.wait_with_output().unwrap();
            let err = String::from_utf8(output.stderr).unwrap();
            assert_eq!(output.status.code(), Some(2), "{err}");
            assert!(err.contains("its records could not be written") && err.contains("127.0.0.1"), "{err}");
            server.run();
        } else {
            child.kill().unwrap();
            child.wait().unwrap();
        }
        let mut client = server.client("papers");
        let (there, all) = (all_rows(&mut client), all_rows(&mut server.client("whole")));
        let count = there["documents"].len();
        assert!((1..PAPERS).contains(&count), "{count}");
        let ids: Vec<_> = there["documents"].iter().map(|row| row[0].clone()).collect();
        for (table, rows) in &there {
            let wanted: Vec<_> = all[table].iter().filter(|row| ids.contains(&row[0])).cloned().collect();
            assert!(*rows == wanted, "{table}: a document is there in part");
        }
    }
    assert_eq!(desk.run(&arguments).code, 0);
    assert!(all_rows(&mut server.client("papers")) == all_rows(&mut server.client("whole")));
}

#[test]
fn the_same_batch_again_touches_no_row_and_a_change_its_own() {
    let Some(server) = server() else { return };
    let desk = Desk::new();
    desk.lay("in/a.txt", RELEASE).lay("in/b.txt", PLAN);
    let url = server.url("papers");
    let convert = |more: &[&str]| {
        let run = desk.run(&[&["convert", "in", "--to", "postgres", "--url", &url], more].concat());
        assert!(run.code < 2, "{}", run.err);
        run.out
    };
    convert(&[]);
    let mut client = server.client("papers");
    // Which transaction made each row.
    let query = "SELECT path, documents.xmin::text FROM documents UNION ALL SELECT id::text, xmin::text FROM runs ORDER BY 1";
    let first = rows(&mut client, query);
    assert!(convert(&[]).starts_with("0 documents\n2 unchanged\n"));
    assert_eq!(rows(&mut client, query), first);
    desk.lay("in/b.txt", PLAN.replace("Horns", "Bells")).lay("in/c.txt", "");
    convert(&[]);
    let second = rows(&mut client, query);
    assert!(second.contains(&first[1]) && !second.contains(&first[2]), "{first:?} {second:?}");
    assert_eq!(one(&mut client, "SELECT count(*) FROM documents"), "2");
    assert_eq!(
        one(&mut client, "SELECT string_agg(path || ': ' || reason, '') FROM failures"),
        "in/c.txt: empty (0 bytes)"
    );
    std::fs::remove_file(desk.path("in/b.txt")).unwrap();
    convert(&["--prune"]);
    assert_eq!(one(&mut client, "SELECT string_agg(path, ',') FROM documents"), "in/a.txt");
    assert_eq!(one(&mut client, "SELECT count(*) FROM items"), "0");
    assert_eq!(one(&mut client, "SELECT bool_and(finished >= started) FROM runs"), "t");
}

#[test]
fn what_stands_in_the_way_is_told() {
    let Some(server) = server() else { return };
    let desk = Desk::new();
    desk.lay("a.txt", RELEASE);
    let url = server.url("papers");
    let refused = |url: &str| {
        let run = desk.run(&["convert", "a.txt", "--to", "postgres", "--url", url]);
        assert_eq!(run.code, 2, "{}", run.out);
        run.err
    };
    let mut other = server.client("papers");
    other.batch_execute("SELECT pg_advisory_lock(8241992421273138176)").unwrap();
    let err = refused(&url);
    assert!(err.contains("another run is writing to this database"), "{err}");
    other.batch_execute("SELECT pg_advisory_unlock_all(); CREATE TABLE documents (x int)").unwrap();
    let err = refused(&url);
    assert!(err.contains("a table documents that this program did not make"), "{err}");
    let err = refused(&server.url("nowhere"));
    assert!(err.contains("database \"nowhere\" does not exist"), "{err}");
    let err = refused("postgres://ann:secret@127.0.0.1:1/papers");
    assert!(err.contains("postgres://ann@127.0.0.1:1/papers") && !err.contains("secret"), "{err}");
    let err = refused("not an address");
    assert!(err.contains("the address cannot be read"), "{err}");
    let run = desk.run(&["convert", "a.txt", "--to", "postgres"]);
    assert!(run.code == 2 && run.err.contains("--url postgres://user@host/database"), "{}", run.err);
    let run = desk.run(&["convert", "a.txt", "--to", "postgres,json", "--url", &url]);
    assert!(run.code == 2 && run.err.contains("--out DIR is missing"), "{}", run.err);
}

#[test]
fn a_database_of_an_earlier_shape_keeps_its_rows() {
    let Some(server) = server() else { return };
    let desk = Desk::new();
    desk.lay("a.txt", RELEASE).lay("b.txt", PLAN);
    let url = server.url("papers");
    let arguments = ["convert", "a.txt", "b.txt", "--to", "postgres", "--url", &url];
    assert_eq!(desk.run(&arguments).code, 0);
    let mut client = server.client("papers");
    let whole = all_rows(&mut client);
    client
        .batch_execute(
            "ALTER TABLE amounts DROP COLUMN per; DROP INDEX amounts_by_value; \
             ALTER TABLE items DROP COLUMN search; ALTER TABLE documents DROP CONSTRAINT documents_genre_check; \
             UPDATE schema_versions SET fingerprint = 'of before'",
        )
        .unwrap();
    let again = desk.run(&arguments);
    assert!(again.code == 0 && again.out.contains("\n2 unchanged\n"), "{}{}", again.out, again.err);
    assert!(whole == all_rows(&mut client), "the rows are there");
    assert!(client.batch_execute("UPDATE documents SET genre = 'poem'").is_err(), "the check is there again");
    assert_eq!(
        one(&mut client, "SELECT count(*) FROM items WHERE search @@ to_tsquery('english', 'lamps')"),
        "2"
    );
    client.batch_execute("INSERT INTO schema_versions VALUES (9, 99, 'of later')").unwrap();
    let later = desk.run(&arguments);
    assert!(later.code == 2 && later.err.contains("made by a newer rapporteur"), "{}", later.err);
}

#[test]
fn an_encrypted_connection_goes_to_whom_an_authority_vouches_for() {
    let Some(mut server) = server() else { return };
    let desk = Desk::new();
    desk.lay("a.txt", RELEASE);
    desk.lay("authority.pem", server.encrypt());
    desk.lay("empty.pem", "no certificate\n");
    let plain = server.url("papers");
    let encrypted = format!("{plain}?sslmode=require");
    let load = |more: &[&str]| desk.run(&[&["convert", "a.txt", "--to", "postgres", "--url"], more].concat());
    for (arguments, words) in [
        (vec![plain.as_str()], "add ?sslmode=require to the address"),
        (vec![&encrypted], "certificate"),
        (vec![&encrypted, "--authorities", "nowhere.pem"], "nowhere.pem"),
        (vec![&encrypted, "--authorities", "empty.pem"], "no certificate of an authority is in the file"),
        // The same server by a name that its certificate does not have.
        (
            vec![&encrypted.replace("127.0.0.1", "localhost"), "--authorities", "authority.pem"],
            "not valid for name",
        ),
    ] {
        let run = load(&arguments);
        assert!(run.code == 2 && run.err.contains(words), "{arguments:?}: {}", run.err);
    }
    let run = load(&[&encrypted, "--authorities", "authority.pem"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let again = load(&[&encrypted, "--authorities", "authority.pem"]);
    assert!(again.out.starts_with("0 documents"), "{}", again.out);
}
