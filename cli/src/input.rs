//! Where payloads come from.

use crate::exit::Failure;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// A file, or standard input.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Source {
    Stdin,
    File(PathBuf),
}

impl Source {
    pub(crate) fn new(path: PathBuf) -> Source {
        if path == Path::new("-") { Source::Stdin } else { Source::File(path) }
    }

    /// Its name as given.
    pub(crate) fn name(&self) -> String {
        match self {
            Source::Stdin => String::from("-"),
            Source::File(path) => path.to_string_lossy().into_owned(),
        }
    }

    /// Opens it. Standard input is taken as a file, so that an error on it is not read as its end.
    pub(crate) fn open(&self) -> io::Result<File> {
        match self {
            Source::Stdin => stdin(),
            Source::File(path) => File::open(path),
        }
    }

    /// All of it.
    pub(crate) fn read(&self) -> Result<Vec<u8>, Failure> {
        let mut payload = Vec::new();
        let read = self.open().and_then(|mut file| file.read_to_end(&mut payload));
        read.map(|_| payload).map_err(|error| Failure::new(self, error))
    }

    /// Whether it is likely to be readable, before anything is read: a pipe is left alone, for opening it is reading.
    pub(crate) fn check(&self) -> Result<(), Failure> {
        let checked = match self {
            Source::Stdin => stdin().and_then(|file| refuse_directory(&file.metadata()?)),
            Source::File(path) => fs::metadata(path).and_then(|metadata| {
                refuse_directory(&metadata)?;
                if metadata.is_file() { File::open(path).map(drop) } else { Ok(()) }
            }),
        };
        checked.map_err(|error| Failure::new(self, error))
    }

    /// How long it is, if that is known.
    pub(crate) fn len(&self) -> Option<u64> {
        let metadata = match self {
            Source::Stdin => stdin().and_then(|file| file.metadata()),
            Source::File(path) => fs::metadata(path),
        };
        metadata.ok().filter(fs::Metadata::is_file).map(|metadata| metadata.len())
    }
}

fn refuse_directory(metadata: &fs::Metadata) -> io::Result<()> {
    if metadata.is_dir() { Err(io::ErrorKind::IsADirectory.into()) } else { Ok(()) }
}

#[cfg(unix)]
fn stdin() -> io::Result<File> {
    use std::os::fd::AsFd;
    io::stdin().as_fd().try_clone_to_owned().map(File::from)
}

#[cfg(windows)]
fn stdin() -> io::Result<File> {
    use std::os::windows::io::AsHandle;
    io::stdin().as_handle().try_clone_to_owned().map(File::from)
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Source::Stdin => f.write_str("standard input"),
            Source::File(path) => path.display().fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_tells_its_length_and_a_directory_is_refused() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let file = here.join("src/input.rs");
        let length = fs::read(&file).unwrap().len() as u64;
        let file = Source::new(file);
        assert_eq!((file.len(), file.check().is_ok()), (Some(length), true));
        let directory = Source::new(here.to_path_buf());
        assert_eq!((directory.len(), directory.check().is_err()), (None, true));
    }
}
