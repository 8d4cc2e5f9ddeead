//! Running the command.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// The command with an environment that says nothing of colours.
pub(crate) fn oz_status(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_oz-status"));
    command.args(args).stdin(Stdio::null());
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command
}

/// Runs to the end with this on standard input.
pub(crate) fn run(args: &[&str], stdin: impl AsRef<[u8]>) -> Output {
    let mut command = oz_status(args);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut pipe = child.stdin.take().unwrap();
    let stdin = stdin.as_ref().to_vec();
    let writer = std::thread::spawn(move || {
        // the command may well end before it has read everything
        let _ = pipe.write_all(&stdin);
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

pub(crate) fn code(output: &Output) -> i32 {
    output.status.code().expect("an exit status, no signal")
}

pub(crate) fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

pub(crate) fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

/// Exit status 2, a message that says all of this, and nothing on standard output.
pub(crate) fn assert_refused(output: &Output, says: &[&str]) {
    assert_eq!(code(output), 2, "{output:?}");
    assert_eq!(stdout(output), "");
    assert!(!stderr(output).contains("panicked"), "{}", stderr(output));
    for word in says {
        assert!(stderr(output).contains(word), "{word:?} in {:?}", stderr(output));
    }
}

fn of_tests(path: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "..", "tests", path].iter().collect()
}

/// A story's file.
pub(crate) fn story(name: &str) -> String {
    of_tests("payloads").join(name).with_extension("json").to_str().unwrap().to_owned()
}

/// A story on one line.
pub(crate) fn story_line(name: &str) -> String {
    let value: serde_json::Value = serde_json::from_slice(&std::fs::read(story(name)).unwrap()).unwrap();
    value.to_string()
}

pub(crate) fn vectors(name: &str) -> Vec<serde_json::Value> {
    let text = std::fs::read_to_string(of_tests("vectors").join(name)).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A new file for one test.
pub(crate) fn file(name: &str, content: impl AsRef<[u8]>) -> String {
    let path = path(name);
    std::fs::write(&path, content).unwrap();
    path
}

/// Where one test may make something.
pub(crate) fn path(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_file(&path);
    path.to_str().unwrap().to_owned()
}

/// A payload of one analysis of this outcome.
pub(crate) fn payload(folder: &str, outcome: &str) -> String {
    format!(r#"{{"folder_id":"{folder}","analyses":[{{"type":"QUALITY","resolution":"{outcome}"}}]}}"#)
}
