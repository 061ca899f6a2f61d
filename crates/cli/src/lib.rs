//! The `rapporteur` command.
