//! The committed vectors: fresh, named once, and reaching every answer there is.

use std::collections::HashSet;
use std::path::Path;

use oz_status_tests::reference::findings;
use oz_status_tests::vectors::{files, themes};
use serde_json::Value;

const ERRORS: [&str; 16] = [
    "invalid_utf8",
    "invalid_json",
    "wrong_shape",
    "wrong_type",
    "missing_analyses",
    "missing_outcome",
    "unknown_word",
    "word_not_allowed",
    "duplicate_key",
    "empty_name",
    "conflicting_ids",
    "conflicting_folders",
    "conflicting_groups",
    "conflicting_types",
    "invalid_time",
    "time_out_of_range",
];

#[test]
fn vectors_are_what_the_reference_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors");
    for (name, text) in files() {
        let committed = std::fs::read_to_string(folder.join(name)).expect(name);
        assert!(committed == text, "{name} is stale: run the vectors binary");
    }
}

#[test]
fn names_are_unique() {
    let mut names = HashSet::new();
    for (file, vectors) in themes() {
        for vector in vectors {
            assert!(names.insert(vector.name.clone()), "{file}: {}", vector.name);
        }
    }
}

#[test]
fn only_the_errors_of_their_file_and_of_stories_and_chance() {
    for (file, vectors) in themes() {
        for vector in vectors {
            let line: Value = serde_json::from_str(&vector.line()).expect("JSON");
            let is_error = !line["error"].is_null();
            match file {
                "errors.ndjson" => assert!(is_error, "{}", vector.name),
                "random.ndjson" => {
                    if vector.name.ends_with("good") {
                        assert!(!is_error, "{}", vector.name);
                    }
                }
                "stories.ndjson" => {}
                _ => assert!(!is_error, "{file}: {}", vector.name),
            }
        }
    }
}

#[test]
fn every_answer_occurs() {
    let mut seen: HashSet<String> = HashSet::new();
    let mut see = |kind: &str, value: &Value| {
        if let Some(word) = value.as_str() {
            seen.insert(format!("{kind} {word}"));
        } else if value.is_null() {
            seen.insert(format!("{kind} none"));
        }
    };
    for (_, text) in files().iter().filter(|(name, _)| name.ends_with(".ndjson")) {
        for line in text.lines() {
            let line: Value = serde_json::from_str(line).expect("JSON");
            let Some(verdict) = line["verdict"].as_str() else {
                see("error", &line["error"]["code"]);
                continue;
            };
            let verdict: Value = serde_json::from_str(verdict).expect("JSON");
            see("decision", &verdict["decision"]);
            see("status", &verdict["folder_status"]);
            see("system", &verdict["system_resolution"]);
            for finding in verdict["findings"].as_array().expect("a list") {
                let code = finding["code"].as_str().expect("a word");
                see("finding", &finding["code"]);
                see(&format!("reading of {code}"), &finding["reading"]);
            }
        }
    }

    let mut wanted: Vec<String> = Vec::new();
    let mut want = |kind: &str, words: &[&str]| {
        wanted.extend(words.iter().map(|word| format!("{kind} {word}")));
    };
    want("error", &ERRORS);
    want("finding", &findings::CODES);
    want("decision", &["ACCEPT", "REVIEW", "REJECT", "RETRY", "WAIT"]);
    want("status", &["FINISHED", "FAILED", "PROCESSING", "INITIAL"]);
    want("system", &["SUCCESS", "OPERATOR_REQUIRED", "DECLINED", "FAILED", "PROCESSING", "INITIAL"]);
    want("reading of folder_status_mismatch", &["C2", "none"]);
    want("reading of system_resolution_mismatch", &["C3", "C4", "C7", "none"]);
    for word in wanted {
        assert!(seen.contains(&word), "no vector has {word}");
    }
}
