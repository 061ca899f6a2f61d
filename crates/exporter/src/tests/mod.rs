//! Tests of records, tables and files on the documents of `sample`.

mod again;
mod committed;
mod contract;
mod database;
mod files;
mod schema;
mod shape;
