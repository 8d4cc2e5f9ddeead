//! Cutting a stream into chunks of whole lines.

use memchr::{memchr, memchr_iter, memrchr};
use std::io::{self, ErrorKind, Read};

/// How much is read at once, and the size of an ordinary chunk.
const READ: usize = 256 << 10;

/// A part of the input.
#[derive(PartialEq, Eq, Debug)]
pub(crate) enum Chunk {
    /// Whole lines. The last line of a stream may lack its newline. A line may be over the limit, but not by much.
    Lines(Vec<u8>),
    /// One line far over the limit, of which only the length is kept.
    TooLong(u64),
}

/// A chunk in its place.
#[derive(PartialEq, Eq, Debug)]
pub(crate) struct Placed {
    /// The number of its first line, from 1.
    pub(crate) line: u64,
    /// How many bytes of the stream it stands for.
    pub(crate) bytes: u64,
    pub(crate) chunk: Chunk,
}

impl Chunk {
    /// How many bytes are held.
    pub(crate) fn held(&self) -> usize {
        match self {
            Chunk::Lines(lines) => lines.len(),
            Chunk::TooLong(_) => 0,
        }
    }
}

/// Cuts a stream. Whatever a read gives is passed on up to its last newline, so that a slow sender is judged at once.
#[derive(Debug)]
pub(crate) struct Chunks<R> {
    stream: R,
    max_line: usize,
    buffer: Vec<u8>,
    /// How far the buffer is known to have no newline.
    scanned: usize,
    line: u64,
}

impl<R: Read> Chunks<R> {
    pub(crate) fn new(stream: R, max_line: usize) -> Chunks<R> {
        Chunks { stream, max_line, buffer: Vec::new(), scanned: 0, line: 1 }
    }

    /// The next chunk, or none at the end.
    pub(crate) fn next(&mut self) -> io::Result<Option<Placed>> {
        loop {
            let unscanned = self.buffer.get(self.scanned..).unwrap_or_default();
            if let Some(newline) = memrchr(b'\n', unscanned) {
                let end = self.scanned.saturating_add(newline).saturating_add(1);
                let rest = self.buffer.get(end..).unwrap_or_default().to_vec();
                self.buffer.truncate(end);
                return Ok(Some(self.cut(rest)));
            }
            self.scanned = self.buffer.len();
            if self.buffer.len() > self.max_line {
                return self.pass_by().map(Some);
            }
            if self.fill()? == 0 {
                return Ok(if self.buffer.is_empty() { None } else { Some(self.cut(Vec::new())) });
            }
        }
    }

    /// The buffer as a chunk; the rest, in which there is no newline, takes its place.
    fn cut(&mut self, rest: Vec<u8>) -> Placed {
        self.scanned = rest.len();
        let lines = std::mem::replace(&mut self.buffer, rest);
        let line = self.line;
        self.line = line.saturating_add(count(memchr_iter(b'\n', &lines).count()));
        Placed { line, bytes: count(lines.len()), chunk: Chunk::Lines(lines) }
    }

    /// Streams past a line that is too long.
    fn pass_by(&mut self) -> io::Result<Placed> {
        let mut length = 0_u64;
        let mut ending = 0_u64;
        loop {
            if let Some(newline) = memchr(b'\n', &self.buffer) {
                length = length.saturating_add(count(newline));
                ending = 1;
                self.buffer.drain(..=newline);
                break;
            }
            length = length.saturating_add(count(self.buffer.len()));
            self.buffer.clear();
            if self.fill()? == 0 {
                break;
            }
        }
        // what the long line needed is not kept
        self.buffer.shrink_to(READ);
        self.scanned = 0;
        let line = self.line;
        self.line = line.saturating_add(1);
        Ok(Placed { line, bytes: length.saturating_add(ending), chunk: Chunk::TooLong(length) })
    }

    /// Reads once.
    fn fill(&mut self) -> io::Result<usize> {
        let start = self.buffer.len();
        self.buffer.resize(start.saturating_add(READ), 0);
        let read = loop {
            match self.stream.read(self.buffer.get_mut(start..).unwrap_or_default()) {
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        self.buffer.truncate(start.saturating_add(*read.as_ref().unwrap_or(&0)));
        read
    }
}

/// A length as a count; no machine has lengths beyond it.
pub(crate) fn count(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives a few bytes a read, as a slow pipe does.
    struct Dripping<'a>(&'a [u8], usize);

    impl Read for Dripping<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let length = self.1.min(self.0.len()).min(buffer.len());
            let (now, later) = self.0.split_at(length);
            buffer[..length].copy_from_slice(now);
            self.0 = later;
            Ok(length)
        }
    }

    fn cut(text: &[u8], max_line: usize, drip: usize) -> Vec<(u64, Result<Vec<u8>, u64>)> {
        let mut chunks = Chunks::new(Dripping(text, drip), max_line);
        let mut lines = Vec::new();
        let mut bytes = 0;
        while let Some(placed) = chunks.next().unwrap() {
            bytes = placed.bytes.saturating_add(bytes);
            match placed.chunk {
                Chunk::TooLong(length) => lines.push((placed.line, Err(length))),
                Chunk::Lines(chunk) => {
                    for (number, line) in (placed.line..).zip(chunk.split_inclusive(|&byte| byte == b'\n')) {
                        lines.push((number, Ok(line.to_vec())));
                    }
                }
            }
        }
        assert_eq!(bytes, text.len() as u64);
        lines
    }

    #[test]
    fn lines_are_numbered_however_they_arrive() {
        for drip in 1..20 {
            let lines = cut(b"a\n\nbcd\r\nlast", 100, drip);
            let expected: [(u64, &[u8]); 4] = [(1, b"a\n"), (2, b"\n"), (3, b"bcd\r\n"), (4, b"last")];
            assert_eq!(lines, expected.map(|(number, line)| (number, Ok(line.to_vec()))));
        }
        assert!(cut(b"", 100, 1).is_empty());
        assert_eq!(cut(b"\n", 100, 1).len(), 1);
    }

    #[test]
    fn what_is_far_too_long_is_passed_by() {
        for drip in 1..=4 {
            let lines = cut(b"ab\n0123456789\ncd\n0123456789", 4, drip);
            let expected = [(1, Ok(b"ab\n".to_vec())), (2, Err(10)), (3, Ok(b"cd\n".to_vec())), (4, Err(10))];
            assert_eq!(lines, expected, "{drip}");
        }
    }
    /// Fails in this way once, then gives a line.
    struct Failing(Option<ErrorKind>);

    impl Read for Failing {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            self.0.take().map_or_else(|| b"[]\n".as_slice().read(buffer), |kind| Err(kind.into()))
        }
    }

    #[test]
    fn an_interrupted_read_goes_on_and_any_other_fails() {
        let placed = Chunks::new(Failing(Some(ErrorKind::Interrupted)), 100).next().unwrap().unwrap();
        assert_eq!(placed.chunk, Chunk::Lines(b"[]\n".to_vec()));
        let failed = Chunks::new(Failing(Some(ErrorKind::TimedOut)), 100).next();
        assert_eq!(failed.unwrap_err().kind(), ErrorKind::TimedOut);
    }

    #[test]
    fn a_line_of_just_the_limit_is_held() {
        assert_eq!(cut(b"abcd", 4, 1), [(1, Ok(b"abcd".to_vec()))]);
        assert_eq!(cut(b"abcde", 4, 1), [(1, Err(5))]);
        assert_eq!(Chunk::Lines(b"ab\n".to_vec()).held(), 3);
        assert_eq!(Chunk::TooLong(3).held(), 0);
    }
}
