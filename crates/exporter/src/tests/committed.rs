//! The schemas that are kept in the repository are those that the types make.

use std::path::Path;

use crate::{datapackage, json_schema, postgres_schema, sql_schema};

fn schemas() -> [(&'static str, &'static str, String); 4] {
    let pretty = |value| serde_json::to_string_pretty(&value).unwrap() + "\n";
    [
        (
            "rapporteur.schema.json",
            include_str!("../../schema/rapporteur.schema.json"),
            pretty(json_schema()),
        ),
        ("rapporteur.sql", include_str!("../../schema/rapporteur.sql"), sql_schema()),
        ("rapporteur.postgres.sql", include_str!("../../schema/rapporteur.postgres.sql"), postgres_schema()),
        ("datapackage.json", include_str!("../../schema/datapackage.json"), pretty(datapackage())),
    ]
}

#[test]
fn committed_schemas_are_those_of_the_types() {
    for (name, committed, made) in schemas() {
        assert!(
            committed == made,
            "schema/{name} is stale; if the change is meant, note it in the change log and write it anew by\n\
             cargo test -p rapporteur-exporter -- --ignored write_schemas"
        );
    }
}

#[test]
#[ignore = "writes schema/, for when a change of the types is meant"]
fn write_schemas() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema");
    for (name, _, made) in schemas() {
        std::fs::write(folder.join(name), made).unwrap();
    }
}
