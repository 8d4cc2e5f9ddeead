//! `--require` and `--no-operator-review`.

use crate::common::{assert_refused, code, run, stdout, story};

fn required(args: &[&str]) -> (i32, Vec<String>) {
    let pass = story("pass");
    let output = run(&[&["resolve", &pass], args].concat(), "");
    let verdict: serde_json::Value = serde_json::from_str(stdout(&output)).unwrap();
    let types = verdict["required"].as_array().unwrap().iter();
    (code(&output), types.map(|required| required["type"].as_str().unwrap().to_owned()).collect())
}

#[test]
fn types_accumulate_in_order() {
    let both = vec!["QUALITY".to_owned(), "BIOMETRY".to_owned()];
    assert_eq!(required(&[]), (0, vec![]));
    assert_eq!(required(&["--require", "QUALITY,BIOMETRY"]), (0, both.clone()));
    assert_eq!(required(&["--require", "QUALITY", "--require", "BIOMETRY"]), (0, both.clone()));
    assert_eq!(required(&["--require=liveness,quality", "--require", "Biometry"]), (0, both));
    assert_eq!(required(&["--require", "DOCUMENTS"]), (10, vec!["DOCUMENTS".to_owned()]));
    // nothing is trimmed away: what is not the type is missing
    assert_eq!(required(&["--require", "QUALITY, BIOMETRY"]), (10, vec!["QUALITY".to_owned(), " BIOMETRY".to_owned()]));
}

#[test]
fn an_empty_type_is_refused() {
    for (args, place) in [
        (&["--require", ""][..], "require[0]"),
        (&["--require="], "require[0]"),
        (&["--require", ","], "require[0]"),
        (&["--require", "QUALITY,"], "require[1]"),
        (&["--require", "QUALITY,,BIOMETRY"], "require[1]"),
        (&["--require", "QUALITY", "--require", ""], "require[1]"),
    ] {
        for command in ["resolve", "audit"] {
            let output = run(&[&[command, &story("pass")], args].concat(), "");
            assert_refused(&output, &["--require", "empty_name", place]);
        }
    }
}

#[test]
fn a_requirement_without_value_is_a_usage_error() {
    assert_refused(&run(&["resolve", "--require"], ""), &["--require"]);
}

#[test]
fn an_earlier_group_counts_once_its_type_is_required() {
    let spoof = story("spoof-declined-in-earlier-group");
    assert_eq!(code(&run(&["resolve", &spoof], "")), 12);
    assert_eq!(code(&run(&["resolve", &spoof, "--require", "QUALITY,BIOMETRY"], "")), 13);
}

#[test]
fn without_operator_review_there_is_a_finding() {
    let story = story("operator-needed");
    let code = "operator_required_not_enabled";
    assert!(!stdout(&run(&["resolve", &story], "")).contains(code));
    assert!(stdout(&run(&["resolve", &story, "--no-operator-review"], "")).contains(code));
    let line = crate::common::story_line("operator-needed");
    assert!(stdout(&run(&["audit", "-", "--format", "json", "--no-operator-review"], line)).contains(code));
}
