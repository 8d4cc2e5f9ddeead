//! Output that does not arrive is no success.

use crate::common::{assert_refused, code, oz_status, payload, stderr, story};
use std::io::Write;
use std::process::Stdio;
use std::time::{Duration, Instant};

const EVERY_COMMAND: &[&[&str]] = &[
    &["table"],
    &["table", "--format", "markdown"],
    &["completions", "bash"],
    &["man"],
    &["--help"],
    &["--version"],
    &["audit", "--help"],
];

fn commands() -> Vec<Vec<String>> {
    let mut commands: Vec<Vec<String>> =
        EVERY_COMMAND.iter().map(|args| args.iter().map(ToString::to_string).collect()).collect();
    for args in [
        ["resolve", "--format", "json"],
        ["resolve", "--format", "tree"],
        ["audit", "--format", "json"],
        ["audit", "--format", "text"],
    ] {
        commands.push(args.into_iter().map(String::from).chain([story("pass")]).collect());
    }
    commands
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk() {
    for args in commands() {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let output = oz_status(&args).stdout(full).output().unwrap();
        assert_refused(&output, &["oz-status: standard output: No space left"]);
    }
}

#[cfg(unix)]
#[test]
fn a_descriptor_that_cannot_be_written() {
    for args in commands() {
        let read_only = std::fs::File::open("/dev/null").unwrap();
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        assert_refused(&oz_status(&args).stdout(read_only).output().unwrap(), &["standard output"]);
    }
}

#[test]
fn a_reader_that_left() {
    for format in ["json", "tree"] {
        let mut command = oz_status(&["resolve", "--format", format]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        // only now can it have anything to write
        child.stdin.take().unwrap().write_all(payload("f", "SUCCESS").as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(code(&output), 2, "{output:?}");
        assert!(stderr(&output).starts_with("oz-status: standard output: ") && !stderr(&output).contains("panicked"));
    }
}

#[test]
fn an_audit_ends_when_its_reader_left_though_its_writer_stays() {
    let mut command = oz_status(&["audit", "-", "--format", "json"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    writeln!(stdin, "{}", payload("f", "SUCCESS")).unwrap();
    let begun = Instant::now();
    while child.try_wait().unwrap().is_none() {
        assert!(begun.elapsed() < Duration::from_secs(30), "still running");
        std::thread::sleep(Duration::from_millis(5));
    }
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!(code(&output), 2);
    assert!(!stderr(&output).contains("panicked"), "{}", stderr(&output));
}

#[cfg(target_os = "linux")]
#[test]
fn errors_that_nobody_hears_keep_their_exit_status() {
    let full = || std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    for args in [&["resolve", "no-such"][..], &["no-such"], &["audit", "no-such"]] {
        assert_eq!(code(&oz_status(args).stderr(full()).output().unwrap()), 2);
    }
    // the summary of a JSON audit goes to standard error, and is part of the output
    let output = oz_status(&["audit", "--format", "json", "-"])
        .stdin(std::fs::File::open(story_line_file()).unwrap())
        .stderr(full())
        .output();
    assert_eq!(code(&output.unwrap()), 2);
}

#[cfg(target_os = "linux")]
fn story_line_file() -> String {
    crate::common::file("story-line.ndjson", crate::common::story_line("pass"))
}
