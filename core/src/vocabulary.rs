//! The four vocabularies and the decision, from one table.
//!
//! A word has a place: `FINISHED` says that work ended and may stand in a state or a folder status, never where
//! a result is expected. Hence four types, with disjoint numeric codes of which 0 is never valid, so that zeroed
//! memory, or a folder status passed as a verdict, is an error and not a pass.

use crate::error::{CodeError, WordError};
use core::fmt;
use core::str::FromStr;

macro_rules! vocabularies {
    ($(
        $(#[$meta:meta])*
        $name:ident, $what:literal {
            $( $(#[$variant_meta:meta])* $variant:ident = $code:literal, $word:literal; )+
        }
    )+) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        #[repr(u8)]
        pub enum $name {
            $( $(#[$variant_meta])* $variant = $code, )+
        }

        impl $name {
            /// Every member, the best first.
            pub const ALL: &'static [$name] = &[$( $name::$variant ),+];

            /// What this vocabulary is called in messages.
            pub const NAME: &'static str = $what;

            const WORDS: &'static [&'static str] = &[$( $word ),+];

            /// The words, the best first, as a message lists them.
            pub(crate) const EXPECTED: &'static str = concat!("one of" $(, " ", $word)+);

            /// The word, in upper case.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( $name::$variant => $word, )+ }
            }

            /// The stable numeric code; never 0, and never a code of another vocabulary's kind.
            #[must_use]
            pub const fn code(self) -> u8 {
                match self { $( $name::$variant => $code, )+ }
            }

            /// The member with this code, if there is one.
            #[must_use]
            pub const fn from_code(code: u8) -> Option<$name> {
                match code { $( $code => Some($name::$variant), )+ _ => None }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl FromStr for $name {
            type Err = WordError;

            /// Reads a word in any ASCII case.
            ///
            /// # Errors
            /// `word_not_allowed` for a word of another vocabulary, `unknown_word` for any other.
            fn from_str(word: &str) -> Result<Self, WordError> {
                let place = place_of(word, Self::WORDS).and_then(|place| Self::ALL.get(place));
                place.copied().ok_or_else(|| WordError::new(word, $what, Self::EXPECTED))
            }
        }

        impl TryFrom<u8> for $name {
            type Error = CodeError;

            fn try_from(code: u8) -> Result<Self, CodeError> {
                Self::from_code(code).ok_or(CodeError::new(code, $what))
            }
        }

        impl From<$name> for u8 {
            fn from(member: $name) -> u8 {
                member.code()
            }
        }
    )+};
}

vocabularies! {
    /// What a system, a group or a partial aggregate comes to.
    ///
    /// Ordered, and the worst is the greatest: `max` is the join.
    ///
    /// ```
    /// use oz_status::Resolution::*;
    /// assert!(Initial > Processing && Processing > Failed && Failed > Declined);
    /// assert!(Declined > OperatorRequired && OperatorRequired > Success);
    /// assert_eq!("declined".parse(), Ok(Declined));
    /// assert_eq!(Declined.code(), 3);
    /// assert!("FINISHED".parse::<oz_status::Resolution>().is_err());
    /// ```
    Resolution, "resolution" {
        /// The check succeeded.
        Success = 1, "SUCCESS";
        /// An operator has to look.
        OperatorRequired = 2, "OPERATOR_REQUIRED";
        /// The check failed: a spoof, a mismatch, a hit on a blacklist.
        Declined = 3, "DECLINED";
        /// A system error: nothing was found out.
        Failed = 4, "FAILED";
        /// Analyses run.
        Processing = 5, "PROCESSING";
        /// Nothing was started.
        Initial = 6, "INITIAL";
    }

    /// What one analysis comes to: a [`Resolution`] other than `INITIAL`, with the same codes and order.
    ///
    /// ```
    /// use oz_status::{AnalysisResolution, Resolution};
    /// assert_eq!(Resolution::from(AnalysisResolution::Declined), Resolution::Declined);
    /// assert!(AnalysisResolution::try_from(Resolution::Initial).is_err());
    /// assert!(AnalysisResolution::from_code(6).is_none());
    /// ```
    AnalysisResolution, "analysis resolution" {
        /// The check succeeded.
        Success = 1, "SUCCESS";
        /// An operator has to look.
        OperatorRequired = 2, "OPERATOR_REQUIRED";
        /// The check failed.
        Declined = 3, "DECLINED";
        /// A system error.
        Failed = 4, "FAILED";
        /// The analysis runs.
        Processing = 5, "PROCESSING";
    }

    /// How far a folder has come (R3). Never a verdict: `FINISHED` says that work ended.
    ///
    /// ```
    /// use oz_status::{FolderStatus, Resolution};
    /// assert_eq!(FolderStatus::from(Resolution::Declined), FolderStatus::Finished);
    /// assert!(FolderStatus::Processing > FolderStatus::Failed);
    /// assert!("SUCCESS".parse::<FolderStatus>().is_err());
    /// ```
    FolderStatus, "folder status" {
        /// All analyses ended.
        Finished = 17, "FINISHED";
        /// A system error.
        Failed = 20, "FAILED";
        /// Analyses run.
        Processing = 21, "PROCESSING";
        /// No analyses were applied.
        Initial = 22, "INITIAL";
    }

    /// How far an analysis, or a Web SDK callback, has come. Never a verdict.
    ///
    /// ```
    /// use oz_status::{AnalysisState, Resolution};
    /// // `FINISHED` lifts to the neutral element of join: it adds nothing, and it alone is no outcome (R1)
    /// assert_eq!(AnalysisState::Finished.lift(), Resolution::Success);
    /// assert_eq!(AnalysisState::Failed.lift(), Resolution::Failed);
    /// ```
    AnalysisState, "analysis state" {
        /// Finished successfully: an outcome must stand beside it.
        Finished = 33, "FINISHED";
        /// A system error.
        Failed = 36, "FAILED";
        /// The analysis runs.
        Processing = 37, "PROCESSING";
    }

    /// What to do (R6).
    ///
    /// It has no order on purpose: whether `RETRY` is better than `REJECT` has no answer. Compare resolutions.
    ///
    /// ```
    /// use oz_status::{Decision, Resolution};
    /// assert_eq!(Resolution::Success.decision(), Decision::Accept);
    /// assert!(Decision::Wait != Decision::Accept && !Decision::Wait.is_final());
    /// ```
    /// ```compile_fail
    /// use oz_status::Decision;
    /// let _ = Decision::Accept < Decision::Reject;
    /// ```
    Decision, "decision" {
        /// Let pass.
        Accept = 49, "ACCEPT";
        /// An operator decides.
        Review = 50, "REVIEW";
        /// Refuse.
        Reject = 51, "REJECT";
        /// Ask for the check once more.
        Retry = 52, "RETRY";
        /// Ask again later.
        Wait = 53, "WAIT";
    }
}

macro_rules! ordered_by_code {
    ($($name:ident)+) => {$(
        impl Ord for $name {
            fn cmp(&self, other: &Self) -> core::cmp::Ordering {
                self.code().cmp(&other.code())
            }
        }

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
                Some(self.cmp(other))
            }
        }
    )+};
}

ordered_by_code!(Resolution AnalysisResolution FolderStatus AnalysisState);

/// Whether some vocabulary of payloads has this word, whatever its case.
pub(crate) fn is_status_word(word: &str) -> bool {
    place_of(word, Resolution::WORDS).or_else(|| place_of(word, FolderStatus::WORDS)).is_some()
}

/// Where a word stands among those of a vocabulary, whatever its case.
fn place_of(word: &str, words: &[&str]) -> Option<usize> {
    words.iter().position(|known| word.eq_ignore_ascii_case(known))
}

impl Decision {
    /// Whether nothing further is awaited.
    ///
    /// ```
    /// use oz_status::Decision;
    /// assert!(Decision::Reject.is_final() && Decision::Retry.is_final() && !Decision::Wait.is_final());
    /// ```
    #[must_use]
    pub const fn is_final(self) -> bool {
        match self {
            Decision::Wait => false,
            Decision::Retry | Decision::Review | Decision::Reject | Decision::Accept => true,
        }
    }
}

impl Resolution {
    /// R6: what to do about this resolution.
    ///
    /// ```
    /// use oz_status::{Decision, Resolution};
    /// assert_eq!(Resolution::Failed.decision(), Decision::Retry);
    /// assert_eq!(Resolution::Initial.decision(), Decision::Wait);
    /// ```
    #[must_use]
    pub const fn decision(self) -> Decision {
        match self {
            Resolution::Initial | Resolution::Processing => Decision::Wait,
            Resolution::Failed => Decision::Retry,
            Resolution::Declined => Decision::Reject,
            Resolution::OperatorRequired => Decision::Review,
            Resolution::Success => Decision::Accept,
        }
    }

    /// Whether it can no longer change by itself: neither `INITIAL` nor `PROCESSING`.
    ///
    /// ```
    /// use oz_status::Resolution;
    /// assert!(Resolution::Declined.is_final() && !Resolution::Processing.is_final());
    /// ```
    #[must_use]
    pub const fn is_final(self) -> bool {
        match self {
            Resolution::Initial | Resolution::Processing => false,
            Resolution::Failed | Resolution::Declined | Resolution::OperatorRequired | Resolution::Success => true,
        }
    }
}

impl From<Resolution> for FolderStatus {
    /// R3 of the join over all analyses of a folder.
    fn from(join: Resolution) -> FolderStatus {
        match join {
            Resolution::Initial => FolderStatus::Initial,
            Resolution::Processing => FolderStatus::Processing,
            Resolution::Failed => FolderStatus::Failed,
            Resolution::Declined | Resolution::OperatorRequired | Resolution::Success => FolderStatus::Finished,
        }
    }
}

impl AnalysisResolution {
    /// The same member among the resolutions.
    ///
    /// ```
    /// use oz_status::{AnalysisResolution, Resolution};
    /// const DECLINED: Resolution = AnalysisResolution::Declined.resolution();
    /// assert_eq!(DECLINED, Resolution::Declined);
    /// ```
    #[must_use]
    pub const fn resolution(self) -> Resolution {
        match self {
            AnalysisResolution::Success => Resolution::Success,
            AnalysisResolution::OperatorRequired => Resolution::OperatorRequired,
            AnalysisResolution::Declined => Resolution::Declined,
            AnalysisResolution::Failed => Resolution::Failed,
            AnalysisResolution::Processing => Resolution::Processing,
        }
    }
}

impl From<AnalysisResolution> for Resolution {
    fn from(resolution: AnalysisResolution) -> Resolution {
        resolution.resolution()
    }
}

impl TryFrom<Resolution> for AnalysisResolution {
    type Error = CodeError;

    /// # Errors
    /// `INITIAL`, which no analysis has.
    fn try_from(resolution: Resolution) -> Result<AnalysisResolution, CodeError> {
        AnalysisResolution::try_from(resolution.code())
    }
}

impl AnalysisState {
    /// What a state alone says of the outcome (R1): `FINISHED` lifts to the neutral element of join.
    ///
    /// ```
    /// use oz_status::{AnalysisState, Resolution};
    /// assert_eq!(AnalysisState::Processing.lift(), Resolution::Processing);
    /// ```
    #[must_use]
    pub const fn lift(self) -> Resolution {
        match self {
            AnalysisState::Processing => Resolution::Processing,
            AnalysisState::Failed => Resolution::Failed,
            AnalysisState::Finished => Resolution::Success,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zero_is_never_valid_and_code_spaces_are_disjoint() {
        for code in 0..=u8::MAX {
            let owners = [
                Resolution::from_code(code).is_some(),
                FolderStatus::from_code(code).is_some(),
                AnalysisState::from_code(code).is_some(),
                Decision::from_code(code).is_some(),
            ];
            assert!(owners.iter().filter(|&&owner| owner).count() <= 1, "code {code}");
            assert!(code != 0 || owners == [false; 4]);
        }
    }

    #[test]
    fn every_word_and_code_reads_back() {
        for &r in Resolution::ALL {
            assert_eq!(r.as_str().parse(), Ok(r));
            assert_eq!(r.as_str().to_ascii_lowercase().parse(), Ok(r));
            assert_eq!(Resolution::try_from(u8::from(r)), Ok(r));
        }
        for &d in Decision::ALL {
            assert_eq!(d.as_str().parse(), Ok(d));
            assert_eq!(Decision::try_from(d.code()), Ok(d));
        }
    }

    #[test]
    fn only_what_may_yet_change_is_not_final() {
        for &decision in Decision::ALL {
            assert_eq!(decision.is_final(), decision != Decision::Wait);
        }
        for &resolution in Resolution::ALL {
            assert_eq!(resolution.is_final(), resolution.decision() != Decision::Wait);
        }
    }

    #[test]
    fn words_are_padded_like_any_text() {
        assert_eq!(std::format!("{:>8}|{:<8}|", Decision::Wait, AnalysisState::Failed), "    WAIT|FAILED  |");
    }

    #[test]
    fn all_lists_best_first() {
        assert!(Resolution::ALL.is_sorted() && FolderStatus::ALL.is_sorted());
        assert!(AnalysisState::ALL.is_sorted() && AnalysisResolution::ALL.is_sorted());
    }

    #[test]
    fn a_word_in_the_wrong_place_is_told_from_an_unknown_one() {
        let code = |e: WordError| e.code().as_str();
        assert_eq!("finished".parse::<Resolution>().map_err(code), Err("word_not_allowed"));
        assert_eq!("INITIAL".parse::<AnalysisResolution>().map_err(code), Err("word_not_allowed"));
        assert_eq!("SUCCESS".parse::<AnalysisState>().map_err(code), Err("word_not_allowed"));
        assert_eq!("ACCEPT".parse::<Resolution>().map_err(code), Err("unknown_word"));
        assert_eq!("SUCCESS ".parse::<Resolution>().map_err(code), Err("unknown_word"));
        assert_eq!("".parse::<Resolution>().map_err(code), Err("unknown_word"));
    }
}
