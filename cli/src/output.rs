//! Where text goes, and whether it arrived.

use crate::exit::Failure;
use anstream::{AutoStream, ColorChoice};
use std::fs::File;
use std::io::{self, IsTerminal, Write};

/// Standard output or standard error, as an unbuffered file: what is written is written, and every error is seen.
/// (The standard library's handles take a descriptor that cannot be written for a success.)
#[derive(Debug)]
pub(crate) struct Output {
    file: File,
    name: &'static str,
    color: ColorChoice,
}

impl Output {
    pub(crate) fn stdout(color: ColorChoice) -> Result<Output, Failure> {
        Output::new(duplicate(&io::stdout()), "standard output", color)
    }

    pub(crate) fn stderr(color: ColorChoice) -> Result<Output, Failure> {
        Output::new(duplicate(&io::stderr()), "standard error", color)
    }

    fn new(file: io::Result<File>, name: &'static str, color: ColorChoice) -> Result<Output, Failure> {
        let file = file.map_err(|error| Failure::new(name, error))?;
        Ok(Output { file, name, color })
    }

    pub(crate) fn is_terminal(&self) -> bool {
        self.file.is_terminal()
    }

    /// Writes all of these bytes, or fails.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        let written = self.file.write_all(bytes).and_then(|()| self.file.flush());
        written.map_err(|error| Failure::new(self.name, error))
    }

    /// Likewise text with colours, which are left out where they are not wanted.
    pub(crate) fn write_styled(&mut self, text: &str) -> Result<(), Failure> {
        let mut colored = AutoStream::new(Vec::new(), self.choice());
        colored.write_all(text.as_bytes()).map_err(|error| Failure::new(self.name, error))?;
        let bytes = colored.into_inner();
        self.write(&bytes)
    }

    fn choice(&self) -> ColorChoice {
        match self.color {
            ColorChoice::Auto => AutoStream::choice(&self.file),
            chosen => chosen,
        }
    }
}

#[cfg(unix)]
fn duplicate(stream: &impl std::os::fd::AsFd) -> io::Result<File> {
    stream.as_fd().try_clone_to_owned().map(File::from)
}

#[cfg(windows)]
fn duplicate(stream: &impl std::os::windows::io::AsHandle) -> io::Result<File> {
    stream.as_handle().try_clone_to_owned().map(File::from)
}
