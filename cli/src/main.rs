//! The `oz-status` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(oz_status_cli::run(std::env::args_os()))
}
