//! Core's words and names as static C texts, in core's order.

#![expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "evaluated at compile time, where a fault is a compile error"
)]

use oz_status::{AnalysisResolution, AnalysisState, Decision, ErrorCode, FolderStatus, Resolution};

/// A text with its end as C marks it, in room for the longest.
pub(crate) type Text = [u8; 24];

const fn terminated(text: &str) -> Text {
    let mut room = [0; 24];
    assert!(text.len() < room.len(), "there is room for the text and its end");
    let (mut at, bytes) = (0, text.as_bytes());
    while at < bytes.len() {
        room[at] = bytes[at];
        at += 1;
    }
    room
}

macro_rules! texts {
    ($($name:ident: $members:ident)+) => {$(
        pub(crate) static $name: [Text; $members::ALL.len()] = {
            let mut texts = [[0; 24]; $members::ALL.len()];
            let mut at = 0;
            while at < texts.len() {
                texts[at] = terminated($members::ALL[at].as_str());
                at += 1;
            }
            texts
        };
    )+};
}

texts! {
    RESOLUTIONS: Resolution
    ANALYSIS_RESOLUTIONS: AnalysisResolution
    FOLDER_STATUSES: FolderStatus
    ANALYSIS_STATES: AnalysisState
    DECISIONS: Decision
    REFUSALS: ErrorCode
}
