//! Lines over the limit, and memory that does not follow the input.

use crate::common::{code, oz_status, payload, run, stdout};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Stdio};

#[test]
fn a_line_of_just_the_limit_is_judged_and_one_byte_more_is_not() {
    let line = payload("f", "SUCCESS");
    for (limit, is_refused) in [(line.len(), false), (line.len() - 1, true), (1, true)] {
        for text in [line.clone(), format!("{line}\n"), format!("{line}\n{line}\n")] {
            let output = run(&["audit", "-", "--format", "json", "--max-line", &limit.to_string()], &text);
            assert_eq!(code(&output), i32::from(is_refused));
            for (place, answer) in stdout(&output).lines().enumerate() {
                let answer: serde_json::Value = serde_json::from_str(answer).unwrap();
                if is_refused {
                    assert_eq!(
                        (&answer["line"], &answer["error"]["code"]),
                        (&(place + 1).into(), &"line_too_long".into())
                    );
                    assert_eq!(answer["error"]["found"], format!("{} bytes", line.len()));
                    assert_eq!(answer["error"]["expected"], format!("a line of at most {limit} bytes"));
                } else {
                    assert_eq!(answer["folder_id"], "f");
                }
            }
            assert_eq!(stdout(&output).lines().count(), text.lines().count());
        }
    }
}

/// The most memory that a running child has had, in bytes.
#[cfg(target_os = "linux")]
fn peak(child: &Child) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().strip_suffix(" kB").unwrap().parse::<u64>().unwrap() * 1024
}

#[cfg(not(target_os = "linux"))]
fn peak(_: &Child) -> u64 {
    0
}

/// Writes lines to an audit and reads the answers, while it runs: what it answered, and its peak memory then.
fn audited(args: &[&str], answers: usize, write: impl FnOnce(&mut dyn Write) + Send) -> (Vec<String>, u64) {
    let mut command = oz_status(&[&["audit", "-", "--format", "json"], args].concat());
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let answers = std::thread::scope(|scope| {
        scope.spawn(|| write(&mut stdin));
        lines.by_ref().take(answers).map(Result::unwrap).collect()
    });
    let peak = peak(&child);
    drop(stdin);
    assert!(lines.next().is_none());
    child.wait().unwrap();
    (answers, peak)
}

const MIB: u64 = 1 << 20;

#[test]
fn a_line_of_100_mb_is_streamed_past() {
    let line = payload("f", "SUCCESS");
    for (limit, most) in [("64KiB", 24 * MIB), ("16MiB", 48 * MIB)] {
        let (answers, peak) = audited(&["--max-line", limit], 3, |stdin| {
            writeln!(stdin, "{line}").unwrap();
            let megabyte = vec![b'['; 1_000_000];
            (0..100).for_each(|_| stdin.write_all(&megabyte).unwrap());
            write!(stdin, "\n{line}\n").unwrap();
        });
        assert!(answers[0].contains("\"f\"") && answers[2].contains("\"f\""));
        assert!(answers[1].starts_with(
            r#"{"line":2,"file":"-","error":{"code":"line_too_long","path":"","found":"100000000 bytes","#
        ));
        assert!(peak < most, "{peak} bytes with {limit}");
    }
}

#[test]
fn an_answer_does_not_wait_for_the_next_line() {
    let line = payload("f", "SUCCESS");
    let (answers, _) = audited(&[], 1, |stdin| writeln!(stdin, "{line}").unwrap());
    assert!(answers[0].contains("\"f\""));
}

#[test]
fn memory_does_not_grow_with_the_input() {
    // 64 MB of ordinary lines, whose answers are longer than they are
    let analysis = r#"{"group_id":"g","state":"FINISHED","resolution":"SUCCESS"}"#;
    let line = format!("[{}]\n", [analysis; 17].join(","));
    let count = 64_000_000 / line.len();
    let text = line.repeat(1000);
    let (answers, peak) = audited(&[], count / 1000 * 1000, |stdin| {
        (0..count / 1000).for_each(|_| stdin.write_all(text.as_bytes()).unwrap());
    });
    assert!(answers.iter().all(|answer| *answer == answers[0]));
    assert!(peak < 32_000_000, "{peak} bytes");
}

#[test]
fn a_long_line_within_the_limit_is_judged() {
    let padded = format!("{}{}", " ".repeat(15 << 20), payload("f", "SUCCESS"));
    let (answers, peak) = audited(&[], 8, |stdin| (0..8).for_each(|_| writeln!(stdin, "{padded}").unwrap()));
    assert!(answers.iter().all(|answer| answer.contains("\"f\"")));
    // one line being judged, one being read
    assert!(peak < 64 * MIB, "{peak} bytes");
}
