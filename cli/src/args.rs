//! The arguments.

use crate::exit;
use crate::size;
use anstream::ColorChoice;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use oz_status::{Decision, Options, RULES_VERSION};
use std::path::PathBuf;

/// Status resolution that cannot be got wrong: one verdict from the statuses of an Oz API folder.
#[derive(Parser, Debug)]
#[command(name = "oz-status", disable_help_subcommand = true)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// When to colour what people read
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    pub(crate) color: Color,
}

#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    /// The verdict on one payload, explained
    Resolve(ResolveArgs),
    /// The verdicts on many payloads, one a line, and what stands out among them
    Audit(AuditArgs),
    /// The 64 status sets, with what each of them comes to
    Table(TableArgs),
    /// Completions for a shell
    Completions(CompletionsArgs),
    /// A page of the manual
    Man(ManArgs),
}

/// What is asked of every payload.
#[derive(Args, Debug)]
pub(crate) struct Asked {
    /// Analysis types that must be there and pass; may be given more than once
    #[arg(long, value_name = "TYPE,...", action = clap::ArgAction::Append)]
    require: Vec<String>,
    /// No operator reviews: whatever asks for one is a finding
    #[arg(long)]
    no_operator_review: bool,
}

impl Asked {
    /// The same, as the rules take it. An empty type is refused, never dropped.
    pub(crate) fn options(&self) -> Result<Options, oz_status::Error> {
        let types = self.require.iter().flat_map(|list| list.split(','));
        Ok(Options::new().require(types)?.operator_review(!self.no_operator_review))
    }
}

#[derive(Args, Debug)]
pub(crate) struct ResolveArgs {
    /// The payload; standard input if there is none, or for `-`
    pub(crate) file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) asked: Asked,
    /// How to print the verdict: a tree on a terminal, canonical JSON elsewhere, unless said here
    #[arg(long, value_enum)]
    pub(crate) format: Option<ResolveFormat>,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum ResolveFormat {
    /// For people
    Tree,
    /// Canonical JSON, one line
    Json,
}

#[derive(Args, Debug)]
pub(crate) struct AuditArgs {
    /// Newline-delimited JSON, one payload a line; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) asked: Asked,
    /// A summary, or a line for every payload (then the summary goes to standard error)
    #[arg(long, value_enum, default_value_t = AuditFormat::Text)]
    pub(crate) format: AuditFormat,
    /// Longer lines are refused without being held; a size as 4096, 64KiB, 16MiB
    #[arg(long, value_name = "BYTES", default_value = "16MiB", value_parser = size::parse)]
    pub(crate) max_line: usize,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum AuditFormat {
    /// A summary
    Text,
    /// One line for every payload: its canonical verdict, or why it was refused
    Json,
}

#[derive(Args, Debug)]
pub(crate) struct TableArgs {
    /// How to print the table
    #[arg(long, value_enum, default_value_t = TableFormat::Text)]
    pub(crate) format: TableFormat,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum TableFormat {
    /// Aligned columns
    Text,
    /// As RULES.md has it
    Markdown,
}

#[derive(Args, Debug)]
pub(crate) struct CompletionsArgs {
    /// The shell
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Args, Debug)]
pub(crate) struct ManArgs {
    /// The command to describe; without one, `oz-status` itself
    pub(crate) command: Option<String>,
}

/// When to colour.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Color {
    /// On a terminal, unless NO_COLOR; elsewhere with CLICOLOR_FORCE
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl From<Color> for ColorChoice {
    fn from(color: Color) -> ColorChoice {
        match color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        }
    }
}

/// The whole command line, as it is parsed, described and completed.
pub(crate) fn command() -> clap::Command {
    Cli::command()
        .version(format!("{} (rules version {RULES_VERSION})", env!("CARGO_PKG_VERSION")))
        .mut_subcommand("resolve", |resolve| resolve.after_long_help(resolve_exits()))
        .mut_subcommand("audit", |audit| audit.after_long_help(AUDIT_HELP))
}

fn resolve_exits() -> String {
    let mut ends: Vec<_> = Decision::ALL.iter().map(|&decision| (exit::of(decision), decision.as_str())).collect();
    ends.sort_unstable();
    let ends: String = ends.iter().map(|(status, decision)| format!("{status} {decision}, ")).collect();
    format!("Exit status: {ends}{} bad input, usage, or output that could not be written in full.", exit::TROUBLE)
}

const AUDIT_HELP: &str = "\
A newline, with or without a carriage return before it, ends a line; what follows the last newline is a line only if \
it is not empty. Any other blank line holds no payload and is refused like every line that cannot be judged: it is \
counted and reported, and the run goes on.

Exit status: 0 clean, 1 contradictions or refused lines, 2 could not run (a file is missing or cannot be read, output \
could not be written, no line at all).";

#[cfg(test)]
mod tests {
    #[test]
    fn the_description_is_sound() {
        super::command().debug_assert();
    }
}
