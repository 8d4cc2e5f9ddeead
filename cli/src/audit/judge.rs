//! Judging a chunk of lines.

use super::lines::{Chunk, Placed, count};
use super::notes::Notes;
use super::summary::Totals;
use crate::visible::visible;
use oz_status::{Error, Finding, Options};
use std::fmt::Write;

/// The code of a line over the limit. It is not one of the rules', for it says nothing of the payload.
pub(crate) const LINE_TOO_LONG: &str = "line_too_long";

/// How much a note keeps of what was found.
const NOTE_LIMIT: usize = 240;

/// What is asked of every line.
#[derive(Debug)]
pub(crate) struct Judge {
    pub(crate) options: Options,
    /// The names of the inputs.
    pub(crate) names: Vec<String>,
    pub(crate) max_line: usize,
    /// Whether every line is answered with a line.
    pub(crate) as_json: bool,
}

/// What a chunk came to.
#[derive(Debug, Default)]
pub(crate) struct Report {
    /// Which input the chunk is of.
    pub(crate) source: usize,
    /// How much of the input it was.
    pub(crate) bytes: u64,
    /// How much of it was held.
    pub(crate) held: usize,
    /// The lines of output.
    pub(crate) output: Vec<u8>,
    pub(crate) totals: Totals,
    pub(crate) contradictions: Notes,
    pub(crate) refusals: Notes,
}

impl Judge {
    pub(crate) fn judge(&self, source: usize, placed: Placed) -> Report {
        let mut report = Report { source, bytes: placed.bytes, held: placed.chunk.held(), ..Report::default() };
        match placed.chunk {
            Chunk::TooLong(length) => self.too_long(placed.line, length, &mut report),
            Chunk::Lines(lines) => {
                let mut number = placed.line;
                for line in terminated(&lines) {
                    if line.len() > self.max_line {
                        self.too_long(number, count(line.len()), &mut report);
                    } else {
                        self.line(number, line.strip_suffix(b"\r").unwrap_or(line), &mut report);
                    }
                    number = number.saturating_add(1);
                }
            }
        }
        report
    }

    fn line(&self, number: u64, payload: &[u8], report: &mut Report) {
        match oz_status::resolve(payload, &self.options) {
            Ok(verdict) => {
                report.totals.judged(&verdict);
                for finding in verdict.findings.iter().filter(|finding| finding.is_contradiction()) {
                    report.contradictions.add(number, || contradiction(finding));
                }
                if self.as_json {
                    report.output.extend_from_slice(verdict.to_json().as_bytes());
                    report.output.push(b'\n');
                }
            }
            Err(error) => {
                report.totals.refused(error.code());
                report.refusals.add(number, || visible(&error.to_string(), NOTE_LIMIT));
                self.answer(number, &Refused::from(&error), report);
            }
        }
    }

    fn too_long(&self, number: u64, length: u64, report: &mut Report) {
        let (found, expected) = (format!("{length} bytes"), format!("a line of at most {} bytes", self.max_line));
        report.totals.too_long();
        report.refusals.add(number, || format!("{LINE_TOO_LONG}: found {found}, expected {expected}"));
        let (code, found, expected) = (LINE_TOO_LONG, Some(&*found), &*expected);
        self.answer(number, &Refused { code, path: "", found, expected, line: None, column: None }, report);
    }

    /// A line of output for a refused line.
    fn answer(&self, number: u64, refused: &Refused<'_>, report: &mut Report) {
        if self.as_json {
            let name = self.names.get(report.source).map_or("", |name| name);
            report.output.extend_from_slice(refused.to_json(number, name).as_bytes());
            report.output.push(b'\n');
        }
    }
}

/// The lines without their newlines; nothing after the last newline is no line.
fn terminated(lines: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = lines;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let newline = memchr::memchr(b'\n', rest);
        let (line, after) = rest.split_at_checked(newline.unwrap_or(rest.len()))?;
        rest = after.get(1..).unwrap_or_default();
        Some(line)
    })
}

fn contradiction(finding: &Finding<'_>) -> String {
    let mut text = format!("{} at {}", finding.code, finding.path);
    let words = [("claimed", finding.claimed), ("computed", finding.computed)];
    for (what, word) in words.into_iter().filter_map(|(what, word)| Some((what, word?.as_str()))) {
        // writing into memory cannot fail
        let _ = write!(text, ", {what} {word}");
    }
    visible(&text, NOTE_LIMIT)
}

/// Why a line was refused.
struct Refused<'e> {
    code: &'static str,
    path: &'e str,
    found: Option<&'e str>,
    expected: &'e str,
    line: Option<usize>,
    column: Option<usize>,
}

impl<'e> From<&'e Error> for Refused<'e> {
    fn from(error: &'e Error) -> Refused<'e> {
        Refused {
            code: error.code().as_str(),
            path: error.path(),
            found: error.found(),
            expected: error.expected(),
            line: error.line(),
            column: error.column(),
        }
    }
}

impl Refused<'_> {
    fn to_json(&self, number: u64, name: &str) -> String {
        format!(
            r#"{{"line":{number},"file":{},"error":{{"code":{},"path":{},"found":{},"expected":{},"line":{},"column":{}}}}}"#,
            quoted(name),
            quoted(self.code),
            quoted(self.path),
            self.found.map_or_else(null, quoted),
            quoted(self.expected),
            self.line.map_or_else(null, |line| line.to_string()),
            self.column.map_or_else(null, |column| column.to_string()),
        )
    }
}

fn null() -> String {
    String::from("null")
}

fn quoted(text: &str) -> String {
    // text always has a JSON form
    serde_json::to_string(text).unwrap_or_else(|_| null())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_empty_end_is_no_line() {
        let cut = |text: &'static str| terminated(text.as_bytes()).map(<[u8]>::to_vec).collect::<Vec<_>>();
        assert_eq!(cut("a\n\nb\n"), [b"a".to_vec(), b"".to_vec(), b"b".to_vec()]);
        assert_eq!(cut("a\n\n"), [b"a".to_vec(), b"".to_vec()]);
        assert_eq!(cut("a"), [b"a".to_vec()]);
        assert!(cut("").is_empty());
    }
    fn judged(chunk: Chunk) -> (Report, String) {
        let judge = Judge { options: Options::new(), names: vec![String::from("in")], max_line: 2, as_json: true };
        let report = judge.judge(0, Placed { line: 7, bytes: 42, chunk });
        let output = String::from_utf8(report.output.clone()).unwrap();
        (report, output)
    }

    #[test]
    fn a_line_of_just_the_limit_is_judged() {
        let (report, output) = judged(Chunk::Lines(b"[]\n[] \n".to_vec()));
        assert_eq!((report.bytes, report.held), (42, 7));
        let (verdict, refused) = output.split_once('\n').unwrap();
        assert!(verdict.contains(r#""decision":"WAIT""#), "{verdict}");
        assert_eq!(refused, LONG.replace("LINE", "8").replace("LENGTH", "3"));
    }

    #[test]
    fn a_line_far_over_the_limit_is_refused() {
        let (report, output) = judged(Chunk::TooLong(99));
        assert_eq!((report.bytes, report.held), (42, 0));
        assert_eq!(output, LONG.replace("LINE", "7").replace("LENGTH", "99"));
    }

    const LONG: &str = concat!(
        r#"{"line":LINE,"file":"in","error":{"code":"line_too_long","path":"","found":"LENGTH bytes","#,
        r#""expected":"a line of at most 2 bytes","line":null,"column":null}}"#,
        "\n"
    );
}
