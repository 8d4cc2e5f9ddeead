//! `oz-status resolve`: one payload.

use crate::args::{ResolveArgs, ResolveFormat};
use crate::exit::{self, Failure};
use crate::input::Source;
use crate::output::Output;
use crate::tree;
use anstream::ColorChoice;

/// The exit status, once the whole verdict is written.
pub(crate) fn run(args: ResolveArgs, color: ColorChoice) -> Result<u8, Failure> {
    let options = args.asked.options().map_err(|error| Failure::new("--require", error))?;
    let source = args.file.map_or(Source::Stdin, Source::new);
    let payload = source.read()?;
    let verdict = oz_status::resolve(&payload, &options).map_err(|error| Failure::new(&source, error))?;

    let mut output = Output::stdout(color)?;
    let on_terminal = if output.is_terminal() { ResolveFormat::Tree } else { ResolveFormat::Json };
    match args.format.unwrap_or(on_terminal) {
        ResolveFormat::Tree => output.write_styled(&tree::render(&verdict))?,
        ResolveFormat::Json => output.write((verdict.to_json() + "\n").as_bytes())?,
    }
    Ok(exit::of(verdict.decision))
}
