//! The command line tool: `audit` for all payloads of the same options in one process, `resolve` for those that hold
//! a line break or nothing.

use super::requests::Request;
use oz_status_tests::judge::Answer;
use oz_status_tests::reference::Options;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// What the tool answers.
pub fn answers(tool: &Path, requests: &[Request], directory: &Path) -> Vec<Answer> {
    let mut answers: Vec<Option<Answer>> = vec![None; requests.len()];
    let mut by_options: BTreeMap<(Vec<String>, bool), Vec<usize>> = BTreeMap::new();
    for (index, request) in requests.iter().enumerate() {
        let is_a_line = !request.payload.iter().any(|byte| matches!(byte, b'\n' | b'\r'));
        if is_a_line && !request.payload.trim_ascii().is_empty() {
            let key = (request.options.require.clone(), request.options.operator_review);
            by_options.entry(key).or_default().push(index);
        } else {
            answers[index] = Some(resolve(tool, request));
        }
    }
    for indices in by_options.values() {
        let file = directory.join("audit.ndjson");
        let lines: Vec<&[u8]> = indices.iter().map(|&index| requests[index].payload.as_slice()).collect();
        std::fs::write(&file, lines.join(&b'\n')).expect("the lines are written");
        let output = command(tool, "audit", &requests[indices[0]].options)
            .args(["--format", "json"])
            .arg(&file)
            .stderr(Stdio::null())
            .output()
            .expect("the tool runs");
        let text = String::from_utf8(output.stdout).expect("answers are UTF-8");
        let told: Vec<Answer> = text.lines().map(answer).collect();
        assert_eq!(told.len(), indices.len(), "audit answered {} of {} lines", told.len(), indices.len());
        for (&index, answer) in indices.iter().zip(told) {
            answers[index] = Some(answer);
        }
    }
    answers.into_iter().map(|answer| answer.expect("every payload is answered")).collect()
}

fn command(tool: &Path, verb: &str, options: &Options) -> Command {
    let mut command = Command::new(tool);
    command.arg(verb);
    for kind in &options.require {
        command.args(["--require", kind]);
    }
    if !options.operator_review {
        command.arg("--no-operator-review");
    }
    command
}

/// A line of `audit --format json`.
fn answer(line: &str) -> Answer {
    if line.starts_with("{\"rules\":") {
        return Ok(line.to_string());
    }
    let refused: serde_json::Value = serde_json::from_str(line).expect("a refused line is JSON");
    let text = |key: &str| refused["error"][key].as_str().expect(key).to_string();
    Err((text("code"), text("path")))
}

/// One payload through `resolve`, whose refusals begin with code and path.
fn resolve(tool: &Path, request: &Request) -> Answer {
    let mut child = command(tool, "resolve", &request.options)
        .args(["--format", "json", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the tool runs");
    child.stdin.take().expect("a pipe").write_all(&request.payload).expect("the tool reads all of it");
    let output = child.wait_with_output().expect("the tool ends");
    if output.status.code() != Some(2) {
        return Ok(String::from_utf8(output.stdout).expect("UTF-8").trim_end_matches('\n').to_string());
    }
    assert!(output.stdout.is_empty(), "a refusal wrote a verdict");
    let message = String::from_utf8(output.stderr).expect("UTF-8");
    let told = message.splitn(3, ": ").nth(2).expect("oz-status: FILE: CODE...");
    let code = told.split([' ', ',', ':']).next().unwrap_or_default();
    let path =
        told.strip_prefix(code).and_then(|rest| rest.strip_prefix(" at ")).filter(|rest| !rest.starts_with("line "));
    let path = path.map_or("", |rest| rest.split(": found ").next().unwrap_or(rest));
    Err((code.to_string(), path.split(", expected ").next().unwrap_or(path).to_string()))
}
