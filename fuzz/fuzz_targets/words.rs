//! Words and codes: what is read is written back, and nothing else is read.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oz_status::{AnalysisResolution, AnalysisState, Decision, FolderStatus, Resolution, canonical_type};

macro_rules! check {
    ($word:ident, $($name:ident)+) => {$(
        match $word.parse::<$name>() {
            Ok(member) => {
                assert!($word.eq_ignore_ascii_case(member.as_str()));
                assert_eq!($name::try_from(member.code()), Ok(member));
            }
            Err(error) => {
                assert!($name::ALL.iter().all(|member| !$word.eq_ignore_ascii_case(member.as_str())));
                assert!($word.starts_with(error.found()) && error.found().len() <= 64);
            }
        }
    )+};
}

fuzz_target!(|word: &str| {
    check!(word, Resolution AnalysisResolution FolderStatus AnalysisState Decision);
    let kind = canonical_type(word);
    assert_eq!(canonical_type(&*kind), kind);
    assert!(!kind.bytes().any(|byte| byte.is_ascii_lowercase()));
});
