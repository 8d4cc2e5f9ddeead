//! The `oz-status` command: one verdict explained, many audited, the table of the rules.
//!
//! The rules live in the library; here arguments become options, payloads become bytes, and verdicts become text.

mod args;
mod audit;
mod exit;
mod generated;
mod input;
mod output;
mod paint;
mod resolve;
mod size;
mod table;
mod tree;
mod visible;

use crate::args::{Cli, Command};
use crate::exit::Failure;
use crate::output::Output;
use clap::FromArgMatches;
use std::ffi::OsString;

/// Runs the command with these arguments, the first of which is its name, and gives the exit status. What comes with
/// pip runs it through this door.
pub fn run(args: impl IntoIterator<Item = OsString>) -> u8 {
    let parsed = args::command().try_get_matches_from(args).and_then(|matches| Cli::from_arg_matches(&matches));
    let ended = match parsed {
        Ok(cli) => obey(cli),
        Err(told) => tell(&told),
    };
    ended.unwrap_or_else(Failure::report)
}

fn obey(cli: Cli) -> Result<u8, Failure> {
    let color = cli.color.into();
    match cli.command {
        Command::Resolve(args) => resolve::run(args, color),
        Command::Audit(args) => audit::run(args, color),
        Command::Table(args) => table::run(&args, color),
        Command::Completions(args) => generated::completions(&args),
        Command::Man(args) => generated::man(&args),
    }
}

/// Help, the version, or what is wrong with the arguments.
fn tell(told: &clap::Error) -> Result<u8, Failure> {
    let mut output = if told.use_stderr() { Output::stderr } else { Output::stdout }(anstream::ColorChoice::Auto)?;
    output.write_styled(&told.render().ansi().to_string())?;
    Ok(if told.use_stderr() { exit::TROUBLE } else { 0 })
}
