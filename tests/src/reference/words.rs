//! Section 2: the words, where each may stand, and their codes.

/// A word of section 2, always upper case.
pub type Word = &'static str;

/// Starting state of a folder: no analyses applied.
pub const INITIAL: Word = "INITIAL";
/// Something still runs.
pub const PROCESSING: Word = "PROCESSING";
/// A system error.
pub const FAILED: Word = "FAILED";
/// Work ended; never a verdict.
pub const FINISHED: Word = "FINISHED";
/// The check failed.
pub const DECLINED: Word = "DECLINED";
/// An additional check is needed.
pub const OPERATOR_REQUIRED: Word = "OPERATOR_REQUIRED";
/// The check succeeded.
pub const SUCCESS: Word = "SUCCESS";

/// The seven words of the table.
pub const WORDS: [Word; 7] = [INITIAL, PROCESSING, FAILED, FINISHED, DECLINED, OPERATOR_REQUIRED, SUCCESS];

/// Words of `analyse.state`, and of the callback's own state.
pub const ANALYSIS_STATE: [Word; 3] = [FINISHED, FAILED, PROCESSING];
/// Words of an analysis's `resolution_status` and `resolution`, best first.
pub const ANALYSIS_RESOLUTION: [Word; 5] = [SUCCESS, OPERATOR_REQUIRED, DECLINED, FAILED, PROCESSING];
/// Words of a folder's `resolution_status`, best first.
pub const FOLDER_STATUS: [Word; 4] = [FINISHED, FAILED, PROCESSING, INITIAL];
/// Words of `system_resolution`, best first: the order of section 3.
pub const RESOLUTION: [Word; 6] = [SUCCESS, OPERATOR_REQUIRED, DECLINED, FAILED, PROCESSING, INITIAL];
/// Decisions of R6.
pub const DECISION: [Word; 5] = ["ACCEPT", "REVIEW", "REJECT", "RETRY", "WAIT"];

/// Every stable code: space, word, number.
pub const CODES: [(&str, Word, u8); 18] = [
    ("resolution", SUCCESS, 1),
    ("resolution", OPERATOR_REQUIRED, 2),
    ("resolution", DECLINED, 3),
    ("resolution", FAILED, 4),
    ("resolution", PROCESSING, 5),
    ("resolution", INITIAL, 6),
    ("folder", FINISHED, 17),
    ("folder", FAILED, 20),
    ("folder", PROCESSING, 21),
    ("folder", INITIAL, 22),
    ("analysis", FINISHED, 33),
    ("analysis", FAILED, 36),
    ("analysis", PROCESSING, 37),
    ("decision", "ACCEPT", 49),
    ("decision", "REVIEW", 50),
    ("decision", "REJECT", 51),
    ("decision", "RETRY", 52),
    ("decision", "WAIT", 53),
];

/// Reads a word where only `allowed` ones may stand; the error is the code of the refusal.
pub fn read(text: &str, allowed: &[Word]) -> Result<Word, &'static str> {
    let upper = text.to_ascii_uppercase();
    if let Some(word) = allowed.iter().find(|word| **word == upper) {
        return Ok(word);
    }
    if WORDS.contains(&upper.as_str()) { Err("word_not_allowed") } else { Err("unknown_word") }
}

/// An analysis type as it is compared and shown: ASCII upper case, aliases resolved.
pub fn type_name(text: &str) -> String {
    let upper = text.to_ascii_uppercase();
    match upper.as_str() {
        "LIVENESS" => "QUALITY".to_string(),
        "BLACKLIST" => "COLLECTION".to_string(),
        _ => upper,
    }
}
