//! The stories against what a person expects of them.

use oz_status_tests::reference::Options;
use oz_status_tests::reference::resolve;
use oz_status_tests::vectors::STORIES;

/// File, required types, operator review, and the decision or the error's code.
const EXPECTED: &[(&str, &[&str], bool, &str)] = &[
    ("pass", &[], true, "ACCEPT"),
    ("pass", &["QUALITY", "BIOMETRY"], true, "ACCEPT"),
    ("pass", &["QUALITY", "BIOMETRY", "DOCUMENTS"], true, "WAIT"),
    ("spoof-declined-in-earlier-group", &[], true, "REVIEW"),
    ("spoof-declined-in-earlier-group", &["QUALITY", "BIOMETRY"], true, "REJECT"),
    ("operator-needed", &[], true, "REVIEW"),
    ("operator-needed", &["quality", "documents"], true, "REVIEW"),
    ("operator-needed", &["QUALITY", "DOCUMENTS"], false, "REVIEW"),
    ("still-running", &[], true, "WAIT"),
    ("still-running", &["QUALITY", "BIOMETRY"], true, "WAIT"),
    ("failed", &[], true, "RETRY"),
    ("failed", &["QUALITY", "BIOMETRY"], true, "RETRY"),
    ("empty-folder", &[], true, "WAIT"),
    ("empty-folder", &["QUALITY", "BIOMETRY"], true, "WAIT"),
    ("folder-without-analyses", &[], true, "missing_analyses"),
    ("folder-without-analyses", &["QUALITY", "BIOMETRY"], true, "missing_analyses"),
    ("duplicated-webhook", &[], true, "ACCEPT"),
    ("duplicated-webhook", &["QUALITY"], true, "ACCEPT"),
    ("forged-system-resolution", &[], true, "REJECT"),
    ("forged-system-resolution", &["QUALITY", "BIOMETRY"], true, "REJECT"),
    ("earlier-group-worse", &[], true, "REVIEW"),
    ("earlier-group-worse", &["QUALITY", "BIOMETRY"], true, "REVIEW"),
    ("liveness-tried-again", &[], true, "REVIEW"),
    ("liveness-tried-again", &["LIVENESS"], true, "ACCEPT"),
    ("milliseconds-for-seconds", &[], true, "time_out_of_range"),
    ("milliseconds-for-seconds", &["QUALITY", "BIOMETRY"], true, "time_out_of_range"),
    ("list-of-analyses", &[], true, "REJECT"),
    ("list-of-analyses", &["QUALITY", "BIOMETRY"], true, "REJECT"),
    ("one-analysis", &[], true, "ACCEPT"),
    ("one-analysis", &["QUALITY", "BIOMETRY"], true, "WAIT"),
    ("web-sdk-callback", &[], true, "ACCEPT"),
    ("web-sdk-callback", &["QUALITY", "BIOMETRY"], true, "ACCEPT"),
    ("web-sdk-callback-safe-mode", &[], true, "missing_analyses"),
    ("web-sdk-callback-safe-mode", &["QUALITY", "BIOMETRY"], true, "missing_analyses"),
];

#[test]
fn every_story_ends_as_expected() {
    assert_eq!(STORIES.len(), EXPECTED.len());
    for (story, expected) in STORIES.iter().zip(EXPECTED) {
        let (file, require, operator_review, end) = *expected;
        assert_eq!((story.file, story.require, story.operator_review), (file, require, operator_review));
        let options = Options { require: require.iter().map(ToString::to_string).collect(), operator_review };
        let told = match resolve(&story.payload(), &options) {
            Ok(verdict) => {
                let verdict: serde_json::Value = serde_json::from_str(&verdict).expect("JSON");
                verdict["decision"].as_str().expect("a word").to_string()
            }
            Err(refusal) => refusal.code.to_string(),
        };
        assert_eq!(told, end, "{file} {require:?}");
    }
}
