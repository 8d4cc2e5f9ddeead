//! Side-by-side benchmarks: what a user would pick instead, in the same run, with the answers asserted.
//!
//! Contenders take turns round by round, since noise on a shared machine drifts; medians and ratios are printed.

mod allocations;
mod columns;
mod groups;
mod hostile;
mod payloads;
mod race;

fn main() {
    let quick = std::env::args().any(|argument| argument == "--quick");
    let rounds = if quick { 3 } else { 31 };
    groups::run(rounds);
    columns::run(rounds);
    payloads::run(rounds);
    hostile::run(rounds);
}
