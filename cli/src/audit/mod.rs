//! `oz-status audit`: many payloads, one a line.
//!
//! One thread cuts the files into chunks of whole lines, deals them in turn to the judges, and the reports are taken
//! from the judges in the same turn: so output is in input order and nothing is ever put back in order. The bytes
//! under way are bounded, whatever the lines are like.

mod budget;
mod counter;
mod judge;
mod lines;
mod notes;
mod pipeline;
mod progress;
mod summary;

use crate::args::{AuditArgs, AuditFormat};
use crate::exit::Failure;
use crate::input::Source;
use crate::output::Output;
use anstream::ColorChoice;
use judge::Judge;
use pipeline::Pipeline;
use progress::Progress;
use std::sync::Arc;
use summary::Summary;

/// Contradictions or refused lines.
const UNCLEAN: u8 = 1;

pub(crate) fn run(args: AuditArgs, color: ColorChoice) -> Result<u8, Failure> {
    let options = args.asked.options().map_err(|error| Failure::new("--require", error))?;
    let sources: Arc<[Source]> = args.files.into_iter().map(Source::new).collect();
    check(&sources)?;
    let as_json = args.format == AuditFormat::Json;
    let mut stdout = Output::stdout(color)?;
    let judge = Judge { options, names: sources.iter().map(Source::name).collect(), max_line: args.max_line, as_json };

    let mut summary = Summary::new(&sources);
    let progress = Progress::new(&sources, as_json && stdout.is_terminal());
    let mut pipeline = Pipeline::start(&sources, judge)?;
    while let Some(report) = pipeline.next()? {
        stdout.write(&report.output)?;
        progress.advance(report.bytes);
        pipeline.release(&report);
        summary.add(report);
    }
    progress.end();

    if summary.is_empty() {
        return Err(Failure::new("nothing to audit", "no input has a line"));
    }
    let text = summary.render();
    if as_json {
        Output::stderr(color)?.write_styled(&text)?
    } else {
        stdout.write_styled(&text)?
    }
    Ok(if summary.is_clean() { 0 } else { UNCLEAN })
}

/// Says of every file that cannot be read before any is.
fn check(sources: &[Source]) -> Result<(), Failure> {
    let failures = sources.iter().filter_map(|source| source.check().err());
    let failures = failures.fold(Failure::default(), Failure::and);
    let repeated = sources.iter().filter(|&source| *source == Source::Stdin).count() > 1;
    let twice = if repeated { Failure::new(Source::Stdin, "given more than once") } else { Failure::default() };
    failures.and(twice).or_fine()
}
