//! Core against the committed vectors, byte for byte.

mod common;

use std::path::Path;

use common::{core, resolution};
use oz_status::{
    AnalysisResolution, AnalysisState, Decision, FolderStatus, Resolution, StatusSet, Tally, group_result,
};
use oz_status_tests::reference::Options;
use serde_json::Value;

fn committed(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors").join(name);
    std::fs::read_to_string(file).expect(name)
}

fn payload(line: &Value) -> Vec<u8> {
    if let Some(text) = line["payload"].as_str() {
        return text.as_bytes().to_vec();
    }
    let hex = line["payload_hex"].as_str().expect("a payload");
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).expect("hex")).collect()
}

fn check(file: &str) {
    let mut differing = Vec::new();
    for line in committed(file).lines() {
        let line: Value = serde_json::from_str(line).expect("JSON");
        let options = Options {
            require: serde_json::from_value(line["options"]["require"].clone()).expect("types"),
            operator_review: line["options"]["operator_review"].as_bool().expect("a bool"),
        };
        let text = |value: &Value| value.as_str().expect("a string").to_string();
        let expected = if line["error"].is_null() {
            Ok(text(&line["verdict"]))
        } else {
            Err((text(&line["error"]["code"]), text(&line["error"]["path"])))
        };
        let got = core(&payload(&line), &options);
        if got != expected {
            differing.push(format!("{}\n  expected {expected:?}\n  got      {got:?}", line["name"]));
        }
    }
    let count = differing.len();
    differing.truncate(20);
    assert!(count == 0, "{file}: {count} differ\n{}", differing.join("\n"));
}

#[test]
fn folders() {
    check("folders.ndjson");
}

#[test]
fn sightings() {
    check("sightings.ndjson");
}

#[test]
fn findings() {
    check("findings.ndjson");
}

#[test]
fn errors() {
    check("errors.ndjson");
}

#[test]
fn text() {
    check("text.ndjson");
}

#[test]
fn random() {
    check("random.ndjson");
}

#[test]
fn stories() {
    check("stories.ndjson");
}

#[test]
fn lattice() {
    let mut tally = Tally::new();
    for line in committed("lattice.txt").lines().filter(|line| !line.starts_with('#')) {
        let words: Vec<&str> = line.split(' ').collect();
        match words[0] {
            "code" => {
                let code = match words[1] {
                    "resolution" => resolution(words[2]).code(),
                    "folder" => words[2].parse::<FolderStatus>().expect(line).code(),
                    "analysis" => words[2].parse::<AnalysisState>().expect(line).code(),
                    _ => words[2].parse::<Decision>().expect(line).code(),
                };
                assert_eq!(code.to_string(), words[3], "{line}");
                if words[1] == "resolution" && words[2] != "INITIAL" {
                    let analysis: AnalysisResolution = words[2].parse().expect(line);
                    assert_eq!(analysis.code(), code);
                }
            }
            "join" => {
                let got = resolution(words[1]).join(resolution(words[2]));
                assert_eq!(got.as_str(), words[3], "{line}");
            }
            "meet" => {
                let got = resolution(words[1]).meet(resolution(words[2]));
                assert_eq!(got.as_str(), words[3], "{line}");
            }
            "decide" => assert_eq!(resolution(words[1]).decision().as_str(), words[2], "{line}"),
            "group" => {
                let members = &words[2..words.len() - 1];
                assert_eq!(members.len().to_string(), words[1]);
                let got = group_result(members.iter().map(|word| resolution(word)));
                assert_eq!(got.as_str(), words[words.len() - 1], "{line}");
            }
            "set" => {
                let set = StatusSet::from_bits(words[1].parse().expect(line)).expect(line);
                let contested = if set.is_contested() { "yes" } else { "no" };
                let got = [set.result().as_str(), set.folder_status().as_str(), set.decision().as_str(), contested];
                assert_eq!(got, words[2..], "{line}");
            }
            "tally" => tally_line(&mut tally, &words),
            other => panic!("unknown fact {other}"),
        }
    }
}

fn tally_line(tally: &mut Tally, words: &[&str]) {
    let counts = |words: &[&str]| -> [u64; 6] {
        let counts: Vec<u64> = words.iter().map(|word| word.parse().expect("a count")).collect();
        counts.try_into().expect("six counts")
    };
    let (done, rest) = match words[1] {
        "new" => {
            *tally = Tally::new();
            (Ok(()), &words[2..])
        }
        "insert" => (tally.insert(resolution(words[2])), &words[3..]),
        "remove" => (tally.remove(resolution(words[2])), &words[3..]),
        "replace" => (tally.replace(resolution(words[2]), resolution(words[3])), &words[4..]),
        _ => (tally.merge(&Tally::from_counts(counts(&words[2..8]))), &words[8..]),
    };
    assert_eq!(if done.is_ok() { "ok" } else { "refused" }, rest[0], "{words:?}");
    assert_eq!(tally.result().as_str(), rest[1], "{words:?}");
    assert_eq!(tally.counts(), counts(&rest[2..]), "{words:?}");
}

#[test]
fn errors_say_what_was_expected_and_cut_what_was_found() {
    for file in ["errors.ndjson", "random.ndjson", "stories.ndjson"] {
        for line in committed(file).lines() {
            let line: Value = serde_json::from_str(line).expect("JSON");
            let Err(error) = oz_status::resolve(&payload(&line), &oz_status::Options::new()) else {
                continue;
            };
            let name = &line["name"];
            assert!(!error.expected().is_empty(), "{name}");
            assert!(error.found().is_none_or(|found| found.len() <= 64), "{name}");
            let placed = error.line().is_some() && error.column().is_some();
            assert_eq!(placed, error.code().as_str() == "invalid_json", "{name}");
            let shown = error.to_string();
            assert!(!shown.ends_with('.'), "{name}: {shown}");
        }
    }
    let long = format!("[{{\"resolution\":\"{}\"}}]", "\u{e9}".repeat(100));
    let error = oz_status::resolve(long.as_bytes(), &oz_status::Options::new()).expect_err("a word");
    let found = error.found().expect("the word");
    assert!((60..=64).contains(&found.len()), "{found}");
}

#[test]
fn every_other_code_is_refused() {
    for code in 0..=u8::MAX {
        let spaces = [
            Resolution::from_code(code).map(Resolution::code),
            FolderStatus::from_code(code).map(FolderStatus::code),
            AnalysisState::from_code(code).map(AnalysisState::code),
            Decision::from_code(code).map(Decision::code),
        ];
        let known = match code {
            1..=6 => Some(0),
            17 | 20..=22 => Some(1),
            33 | 36 | 37 => Some(2),
            49..=53 => Some(3),
            _ => None,
        };
        for (space, read) in spaces.into_iter().enumerate() {
            assert_eq!(read, (known == Some(space)).then_some(code), "{code}");
        }
    }
    assert_eq!(AnalysisResolution::from_code(6), None);
    assert_eq!(StatusSet::from_bits(64), None);
}
