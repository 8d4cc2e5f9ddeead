//! The real binary, from outside: arguments, payloads, broken pipes, full disks, terminals.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    reason = "a test fails by panicking"
)]

mod audit;
mod common;
mod decisions;
mod generated;
mod inputs;
mod long_lines;
mod outputs;
mod refusals;
mod requirements;
mod table;
mod tree;
mod usage;

#[cfg(target_os = "linux")]
mod terminal;
