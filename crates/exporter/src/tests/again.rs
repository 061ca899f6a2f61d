//! What a second run does to what the first one wrote: nothing, where nothing changed; else what one run would have.

use std::fs;
use std::path::Path;

use rapporteur_model::Document;

use super::files::{bytes, listing, local, open, open_sink};
use crate::{Export, Format, sample};

/// A run as the command does it: what is held is kept, the rest is written. How many were written?
fn run(format: &Format, out: &Path, version: &str, documents: &[Document]) -> usize {
    let mut sink = open_sink(format, out, version).unwrap();
    let mut written = 0;
    for document in documents {
        let source = &document.source;
        let may = sink.ledger().may_hold(&source.path, u64::try_from(source.bytes).unwrap());
        if may && sink.ledger().holds(&source.path, &source.sha256) {
            sink.keep(&source.path).unwrap();
        } else {
            sink.write(&Export::new(document)).unwrap();
            written += 1;
        }
    }
    sink.finish().unwrap();
    written
}

type State = Vec<(String, Vec<u8>)>;

/// Every file but the manifests and the database, whose tables stand in their place.
fn state(out: &Path) -> State {
    let mut state = Vec::new();
    for name in listing(out) {
        if name == "rapporteur.sqlite" {
            let connection = open(&out.join(&name));
            for table in crate::TABLES {
                let key: Vec<String> = table.key.iter().map(|column| format!("\"{column}\"")).collect();
                let query = format!("SELECT * FROM \"{}\" ORDER BY {}", table.name, key.join(", "));
                let mut statement = connection.prepare(&query).unwrap();
                let columns = statement.column_count();
                let rows = statement.query_map([], |row| {
                    let cells = (0..columns).map(|at| format!("{:?}|", row.get_ref(at).unwrap()));
                    Ok(cells.collect::<String>())
                });
                let rows: Vec<String> = rows.unwrap().map(Result::unwrap).collect();
                state.push((table.name.to_owned(), rows.join("\n").into_bytes()));
            }
        } else if !name.starts_with(".rapporteur/") {
            state.push((name.clone(), bytes(&out.join(&name))));
        }
    }
    state
}

/// The release with other words in it, and so other bytes.
fn changed() -> Document {
    let mut other = sample::at_path(sample::plan(), "papers/release.txt");
    other.source.sha256 = "c".repeat(64);
    other
}

#[test]
fn the_same_batch_again_changes_nothing() {
    for format in local() {
        let folder = tempfile::tempdir().unwrap();
        let batch = [sample::plan(), sample::release()];
        assert_eq!(run(format, folder.path(), "1", &batch), 2);
        let files = || -> State {
            listing(folder.path())
                .into_iter()
                .map(|name| (name.clone(), bytes(&folder.path().join(name))))
                .collect()
        };
        let first = files();
        assert_eq!(run(format, folder.path(), "1", &batch), 0, "{}", format.name);
        assert!(first == files(), "{}", format.name);
    }
}

#[test]
fn a_document_that_changed_replaces_its_own_rows_alone() {
    for format in local() {
        let (grown, fresh) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        run(format, grown.path(), "1", &[sample::plan(), sample::release()]);
        assert_eq!(run(format, grown.path(), "1", &[sample::plan(), changed()]), 1, "{}", format.name);
        run(format, fresh.path(), "1", &[sample::plan(), changed()]);
        assert!(state(grown.path()) == state(fresh.path()), "{}", format.name);
    }
}

#[test]
fn another_version_reads_everything_again() {
    for format in local() {
        let folder = tempfile::tempdir().unwrap();
        let batch = [sample::plan(), sample::release()];
        run(format, folder.path(), "1", &batch);
        let first = state(folder.path());
        assert_eq!(run(format, folder.path(), "2", &batch[..1]), 1, "{}", format.name);
        assert_eq!(run(format, folder.path(), "2", &batch), 1, "{}", format.name);
        assert!(first == state(folder.path()), "{}", format.name);
    }
}

#[test]
fn what_is_not_given_again_stays_until_it_is_pruned() {
    for format in local() {
        let (folder, fresh) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        run(format, folder.path(), "1", &[sample::plan(), sample::release()]);
        let both = state(folder.path());
        run(format, folder.path(), "1", &[sample::plan()]);
        assert!(both == state(folder.path()), "{}", format.name);
        let mut sink = open_sink(format, folder.path(), "1").unwrap();
        assert_eq!(sink.prune(&|path| path == "papers/release.txt").unwrap(), 1);
        sink.finish().unwrap();
        run(format, fresh.path(), "1", &[sample::plan()]);
        assert!(state(folder.path()) == state(fresh.path()), "{}", format.name);
    }
}

#[test]
fn a_document_that_moved_has_its_rows_once() {
    for format in local() {
        let (folder, fresh) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let moved = || sample::at_path(sample::release(), "moved/release.txt");
        run(format, folder.path(), "1", &[sample::plan(), sample::release()]);
        assert_eq!(run(format, folder.path(), "1", &[moved(), sample::plan()]), 1);
        run(format, fresh.path(), "1", &[moved(), sample::plan()]);
        assert!(state(folder.path()) == state(fresh.path()), "{}", format.name);
    }
}

#[test]
fn files_that_somebody_else_changed_are_made_anew() {
    for format in local().filter(|format| format.name != "sqlite") {
        let folder = tempfile::tempdir().unwrap();
        let batch = [sample::plan(), sample::release()];
        run(format, folder.path(), "1", &batch);
        let whole = state(folder.path());
        for (name, _) in &whole {
            fs::remove_file(folder.path().join(name)).unwrap();
        }
        run(format, folder.path(), "1", &batch);
        assert!(whole == state(folder.path()), "{}", format.name);
    }
}

#[test]
fn a_manifest_cut_short_by_a_kill_is_no_hindrance() {
    for format in local().filter(|format| format.name != "sqlite") {
        let folder = tempfile::tempdir().unwrap();
        let batch = [sample::plan(), sample::release()];
        run(format, folder.path(), "1", &batch);
        let whole = state(folder.path());
        let manifest = folder.path().join(format!(".rapporteur/{}.jsonl", format.name));
        let noted = bytes(&manifest);
        for length in [0, 1, noted.len() / 2, noted.len() - 1] {
            fs::write(&manifest, &noted[..length]).unwrap();
            run(format, folder.path(), "1", &batch);
            assert!(whole == state(folder.path()), "{} after {length}", format.name);
        }
    }
}

#[test]
fn failures_are_kept_until_they_are_mended() {
    let folder = tempfile::tempdir().unwrap();
    let sqlite = super::files::format("sqlite");
    let failures = || {
        let connection = open(&folder.path().join("rapporteur.sqlite"));
        let query = "SELECT coalesce(group_concat(path || ': ' || reason, ';'), '') FROM failures";
        connection.query_row(query, [], |row| row.get::<_, String>(0)).unwrap()
    };
    for reason in ["empty (0 bytes)", "empty (0 bytes)", "it's; DROP TABLE failures; --"] {
        let mut sink = open_sink(sqlite, folder.path(), "1").unwrap();
        sink.refuse("papers/release.txt", reason).unwrap();
        sink.finish().unwrap();
        assert_eq!(failures(), format!("papers/release.txt: {reason}"));
    }
    run(sqlite, folder.path(), "1", &[sample::release()]);
    assert_eq!(failures(), "");
    let runs: i64 = open(&folder.path().join("rapporteur.sqlite"))
        .query_row("SELECT count(*) FROM runs", [], |row| row.get(0))
        .unwrap();
    assert_eq!(runs, 3, "a run that changes nothing has no row");
}
