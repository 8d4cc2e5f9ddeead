//! Files, standard input, and what only looks like them.

use crate::common::{assert_refused, code, file, oz_status, path, payload, run, stderr, stdout, story};
use std::process::Stdio;

#[test]
fn a_missing_file() {
    assert_refused(&run(&["resolve", "no-such.json"], ""), &["oz-status: no-such.json: ", "No such file"]);
}

#[test]
fn a_directory() {
    let here = env!("CARGO_TARGET_TMPDIR");
    assert_refused(&run(&["resolve", here], ""), &[here, "irectory"]);
    assert_refused(&run(&["audit", here], ""), &[here, "directory"]);
}

#[test]
fn an_empty_file() {
    let name = file("empty.json", "");
    assert_refused(&run(&["resolve", &name], ""), &[&name, "invalid_json", "expected"]);
    assert_refused(&run(&["resolve"], ""), &["standard input", "invalid_json"]);
    assert_refused(&run(&["audit", &name], ""), &["no input has a line"]);
    // one among others is a file without lines
    let output = run(&["audit", &name, "-"], payload("f", "SUCCESS"));
    assert_eq!((code(&output), stderr(&output)), (0, ""));
}

#[test]
fn no_text() {
    let name = file("latin-1.json", b"{\"analyses\":[],\"name\":\"\xe9\"}");
    assert_refused(&run(&["resolve", &name], ""), &[&name, "invalid_utf8", "0xe9"]);
}

#[test]
fn standard_input() {
    let text = payload("f", "SUCCESS");
    for args in [&["resolve"][..], &["resolve", "-"], &["audit", "-"]] {
        assert_eq!(code(&run(args, &text)), 0, "{args:?}");
    }
    // a file of that name is still within reach
    let output = oz_status(&["resolve", "./-"]).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert_refused(&output, &["./-"]);
    assert_refused(&run(&["audit", "-", "-"], &text), &["more than once"]);
}

#[cfg(unix)]
#[test]
fn standard_input_that_cannot_be_read() {
    for args in [["resolve", "-"], ["audit", "-"]] {
        let directory = std::fs::File::open(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let output = oz_status(&args).stdin(Stdio::from(directory)).output().unwrap();
        assert_refused(&output, &["standard input", "irectory"]);
        let unreadable = std::fs::File::create("/dev/null").unwrap();
        let output = oz_status(&args).stdin(Stdio::from(unreadable)).output().unwrap();
        assert_refused(&output, &["standard input", "Bad file descriptor"]);
    }
}

#[cfg(unix)]
#[test]
fn a_fifo_is_read_to_its_end() {
    for args in [["resolve", "--color=never"], ["audit", "--format=json"]] {
        let fifo = path(&format!("{}.fifo", args[0]));
        assert!(std::process::Command::new("mkfifo").arg(&fifo).status().unwrap().success());
        let writer = {
            let fifo = fifo.clone();
            std::thread::spawn(move || std::fs::write(fifo, payload("through-a-fifo", "SUCCESS")).unwrap())
        };
        let output = run(&[args[0], args[1], &fifo], "");
        // first, for where nobody has read, the writer waits for ever
        assert_eq!(code(&output), 0, "{output:?}");
        assert!(stdout(&output).contains("through-a-fifo"));
        writer.join().unwrap();
    }
}

#[test]
fn all_missing_files_are_named_before_anything_is_done() {
    let good = file("beside-missing.ndjson", payload("f", "SUCCESS"));
    let output = run(&["audit", &good, "missing-1", "missing-2", "--format", "json"], "");
    assert_refused(&output, &["missing-1", "missing-2"]);
    assert!(!stderr(&output).contains(&good));
}

/// A file whose reading fails: `/proc/self/mem` opens, and has nothing at its start.
#[cfg(target_os = "linux")]
#[test]
fn a_file_that_fails_midway_is_no_end_of_input() {
    let good = file("before-failing.ndjson", payload("f", "SUCCESS"));
    let output = run(&["audit", &good, "/proc/self/mem"], "");
    assert_refused(&output, &["/proc/self/mem: ", "error"]);
    assert_refused(&run(&["resolve", "/proc/self/mem"], ""), &["/proc/self/mem: ", "error"]);
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_text() {
    use std::os::unix::ffi::OsStrExt;
    let name = std::ffi::OsStr::from_bytes(b"no-such-\xff\x1b[2J.json");
    for command in ["resolve", "audit"] {
        let output = oz_status(&[command]).arg(name).output().unwrap();
        assert_refused(&output, &["no-such-\u{fffd}\\u{1b}[2J.json"]);
    }
}

#[test]
fn stories_are_where_they_are_said_to_be() {
    assert!(std::path::Path::new(&story("pass")).is_file());
}
