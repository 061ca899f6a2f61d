//! The built program, run as a person or another program runs it.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]
#![allow(missing_docs, reason = "tests are named for what they claim")]

mod check;
mod commands;
mod convert;
mod desk;
#[cfg(unix)]
mod faults;
mod inputs;
mod large;
mod odd;
mod overrides;
#[cfg(unix)]
mod postgres;
mod properties;
mod refused;
#[cfg(unix)]
mod server;
mod stream;
