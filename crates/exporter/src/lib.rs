//! A document to records, files and databases.
