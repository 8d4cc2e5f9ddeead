//! What is generated from the description of the arguments.

use crate::args::{self, CompletionsArgs, ManArgs};
use crate::exit::Failure;
use crate::output::Output;
use anstream::ColorChoice;
use clap_mangen::Man;

const NAME: &str = "oz-status";

pub(crate) fn completions(args: &CompletionsArgs) -> Result<u8, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut args::command(), NAME, &mut script);
    Output::stdout(ColorChoice::Never)?.write(&script)?;
    Ok(0)
}

pub(crate) fn man(args: &ManArgs) -> Result<u8, Failure> {
    let mut root = args::command();
    root.build();
    let page = match &args.command {
        None => root,
        Some(name) => {
            let found = root.find_subcommand(name).ok_or_else(|| Failure::new("no such command", name))?;
            found.clone().name(format!("{NAME}-{name}"))
        }
    };
    let mut text = Vec::new();
    Man::new(page).render(&mut text).map_err(|error| Failure::new("man page", error))?;
    Output::stdout(ColorChoice::Never)?.write(&text)?;
    Ok(0)
}
