//! Hand-written answers of the API, each a story.

use std::path::Path;

use super::Vector;

/// A payload file and what the caller asks of it.
#[derive(Debug, Clone, Copy)]
pub struct Story {
    /// The file's name in `payloads/`, without `.json`.
    pub file: &'static str,
    /// The required types.
    pub require: &'static [&'static str],
    /// Whether the account has operator review.
    pub operator_review: bool,
}

const BOTH: &[&str] = &["QUALITY", "BIOMETRY"];

const fn story(file: &'static str, require: &'static [&'static str]) -> Story {
    Story { file, require, operator_review: true }
}

/// The stories, each alone and with the types that its caller should require.
pub const STORIES: &[Story] = &[
    story("pass", &[]),
    story("pass", BOTH),
    story("pass", &["QUALITY", "BIOMETRY", "DOCUMENTS"]),
    story("spoof-declined-in-earlier-group", &[]),
    story("spoof-declined-in-earlier-group", BOTH),
    story("operator-needed", &[]),
    story("operator-needed", &["quality", "documents"]),
    Story { file: "operator-needed", require: &["QUALITY", "DOCUMENTS"], operator_review: false },
    story("still-running", &[]),
    story("still-running", BOTH),
    story("failed", &[]),
    story("failed", BOTH),
    story("empty-folder", &[]),
    story("empty-folder", BOTH),
    story("folder-without-analyses", &[]),
    story("folder-without-analyses", BOTH),
    story("duplicated-webhook", &[]),
    story("duplicated-webhook", &["QUALITY"]),
    story("forged-system-resolution", &[]),
    story("forged-system-resolution", BOTH),
    story("earlier-group-worse", &[]),
    story("earlier-group-worse", BOTH),
    story("liveness-tried-again", &[]),
    story("liveness-tried-again", &["LIVENESS"]),
    story("milliseconds-for-seconds", &[]),
    story("milliseconds-for-seconds", BOTH),
    story("list-of-analyses", &[]),
    story("list-of-analyses", BOTH),
    story("one-analysis", &[]),
    story("one-analysis", BOTH),
    story("web-sdk-callback", &[]),
    story("web-sdk-callback", BOTH),
    story("web-sdk-callback-safe-mode", &[]),
    story("web-sdk-callback-safe-mode", BOTH),
];

impl Story {
    /// The payload's bytes.
    ///
    /// # Panics
    /// If there is no such file.
    pub fn payload(&self) -> Vec<u8> {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("payloads").join(self.file).with_extension("json");
        std::fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
    }
}

pub(super) fn vectors() -> Vec<Vector> {
    STORIES
        .iter()
        .map(|story| {
            let review = if story.operator_review { "" } else { ", no operator review" };
            let name = format!("story {}, requires {:?}{review}", story.file, story.require);
            let mut vector = Vector::requiring(name, story.payload(), story.require);
            vector.options.operator_review = story.operator_review;
            vector
        })
        .collect()
}
