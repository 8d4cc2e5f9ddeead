//! One run over all consumers: the same random payloads to each, and what they answer compared to the byte.
//!
//! `conformance N SEED DIRECTORY [NAME=COMMAND]...`: each command reads a line per payload from its standard input,
//! `payload-in-hex operator-review(0|1) required-type-in-hex...`, and answers a line per payload: `ok` and the
//! canonical JSON, or `error`, the code and the path. `NAME=@PATH` is the command line tool.

mod command_line;
mod requests;

use oz_status_tests::judge::{self, Answer};
use requests::Request;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

/// What one consumer answered.
struct Column {
    name: String,
    answers: Vec<Answer>,
    time: Duration,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    let [_program, count, seed, directory, consumers @ ..] = arguments.as_slice() else {
        eprintln!("usage: conformance N SEED DIRECTORY [NAME=COMMAND]...");
        return ExitCode::from(2);
    };
    let (count, seed) = (count.parse().expect("N is a number"), seed.parse().expect("SEED is a number"));
    let directory = PathBuf::from(directory);
    std::fs::create_dir_all(&directory).expect("the directory can be made");
    let requests = requests::random(count, seed);
    let lines = directory.join("requests.txt");
    std::fs::write(&lines, requests.iter().map(Request::line).collect::<String>()).expect("requests are written");

    let mut columns = vec![timed("Rust library", || requests.iter().map(library).collect())];
    requests::write_verdicts(&requests, &columns[0].answers, &directory.join("verdicts.ndjson"));
    for consumer in consumers {
        let (name, command) = consumer.split_once('=').expect("NAME=COMMAND");
        columns.push(timed(name, || match command.strip_prefix('@') {
            Some(tool) => command_line::answers(Path::new(tool), &requests, &directory),
            None => answers_of(name, command, &lines, requests.len()),
        }));
    }
    let reference = timed("reference", || requests.iter().map(|r| judge::reference(&r.payload, &r.options)).collect());
    report(&requests, &columns, &reference, &directory)
}

fn timed(name: &str, work: impl FnOnce() -> Vec<Answer>) -> Column {
    let start = Instant::now();
    let answers = work();
    Column { name: name.to_string(), answers, time: start.elapsed() }
}

fn library(request: &Request) -> Answer {
    let told = |error: oz_status::Error| (error.code().as_str().to_string(), error.path().to_string());
    let options = oz_status::Options::new().require(&request.options.require).map_err(told)?;
    let options = options.operator_review(request.options.operator_review);
    oz_status::resolve(&request.payload, &options).map(|verdict| verdict.to_json()).map_err(told)
}

fn answers_of(name: &str, command: &str, requests: &Path, count: usize) -> Vec<Answer> {
    let input = File::open(requests).expect("the requests are there");
    let mut shell = Command::new("bash");
    let output = shell.args(["-c", command]).stdin(input).stderr(Stdio::inherit()).output().expect("bash runs");
    assert!(output.status.success(), "{name} ended with {}", output.status);
    let text = String::from_utf8(output.stdout).expect("answers are UTF-8");
    let answers: Vec<Answer> = text.lines().map(answer).collect();
    assert_eq!(answers.len(), count, "{name} gave {} answers to {count} requests", answers.len());
    answers
}

fn answer(line: &str) -> Answer {
    if let Some(verdict) = line.strip_prefix("ok ") {
        return Ok(verdict.to_string());
    }
    let refusal = line.strip_prefix("error ").unwrap_or_else(|| panic!("no answer: {line:?}"));
    let (code, path) = refusal.split_once(' ').unwrap_or((refusal, ""));
    Err((code.to_string(), path.to_string()))
}

/// Consumers agree on bytes, codes and paths; with the reference, of several faults any one may be told.
fn report(requests: &[Request], columns: &[Column], reference: &Column, directory: &Path) -> ExitCode {
    println!("| consumer | payloads | verdicts | refusals | differences | seconds |");
    println!("|---|---:|---:|---:|---:|---:|");
    let library = &columns[0].answers;
    let mut smallest: Option<(usize, String)> = None;
    let mut total = 0;
    for column in columns.iter().chain([reference]) {
        let is_reference = std::ptr::eq(column, reference);
        let mut differences = 0;
        for (index, (answer, expected)) in column.answers.iter().zip(library).enumerate() {
            let agree = match (answer, expected) {
                (Err(_), Err(_)) if is_reference => true,
                _ => answer == expected,
            };
            if !agree {
                differences += 1;
                let length = requests[index].payload.len();
                if smallest.as_ref().is_none_or(|(other, _)| length < requests[*other].payload.len()) {
                    let told = format!("{}: {answer:?}\nRust library: {expected:?}\n", column.name);
                    smallest = Some((index, told));
                }
            }
        }
        total += differences;
        let verdicts = column.answers.iter().filter(|answer| answer.is_ok()).count();
        let refusals = column.answers.len() - verdicts;
        let (name, count, seconds) = (&column.name, column.answers.len(), column.time.as_secs_f64());
        println!("| {name} | {count} | {verdicts} | {refusals} | {differences} | {seconds:.1} |");
    }
    let Some((index, told)) = smallest else { return ExitCode::SUCCESS };
    let file = directory.join("smallest-difference");
    std::fs::write(file.with_extension("payload"), &requests[index].payload).expect("the payload is kept");
    std::fs::write(file.with_extension("txt"), format!("{:?}\n{told}", requests[index].options)).expect("it is kept");
    println!("\n{total} differences; the smallest payload is kept as {}.payload:\n{told}", file.display());
    ExitCode::FAILURE
}
