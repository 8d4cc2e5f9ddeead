//! The oz-status command.
fn main() {}
