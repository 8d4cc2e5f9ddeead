//! R9: what a verdict tells beside the result.

use crate::vocabulary::{FolderStatus, Resolution};
use alloc::borrow::Cow;
use core::fmt;

macro_rules! named {
    ($(#[$meta:meta])* $name:ident { $( $(#[$variant_meta:meta])* $variant:ident = $text:literal; )+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[non_exhaustive]
        pub enum $name {
            $( $(#[$variant_meta])* $variant, )+
        }

        impl $name {
            /// Every member, in the order of the rules.
            pub const ALL: &'static [$name] = &[$( $name::$variant ),+];

            /// The name as it stands in a verdict.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( $name::$variant => $text, )+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}

named! {
    /// The kinds of findings, in the order in which a verdict lists them.
    ///
    /// ```
    /// use oz_status::FindingCode;
    /// assert_eq!(FindingCode::RequiredTypeMissing.as_str(), "required_type_missing");
    /// assert_eq!(FindingCode::ALL.len(), 11);
    /// ```
    FindingCode {
        /// The payload claims another system resolution.
        SystemResolutionMismatch = "system_resolution_mismatch";
        /// The payload claims another folder status.
        FolderStatusMismatch = "folder_status_mismatch";
        /// In a sighting the outcomes differ, or one does not fit the state.
        StateResolutionMismatch = "state_resolution_mismatch";
        /// A liveness analysis asks for an operator.
        OperatorRequiredOnLiveness = "operator_required_on_liveness";
        /// An analysis asks for an operator, but the caller said there is none.
        OperatorRequiredNotEnabled = "operator_required_not_enabled";
        /// An analysis outside the last-finished groups is worse than the system resolution.
        EarlierGroupWorse = "earlier_group_worse";
        /// More than one group is possibly last.
        FinishOrderAmbiguous = "finish_order_ambiguous";
        /// Ended sightings of one analysis that count differ.
        ConflictingSightings = "conflicting_sightings";
        /// A later ending of an analysis is better than an earlier one.
        EndingImproved = "ending_improved";
        /// Some but not all analyses lack a group id.
        GroupIdMissing = "group_id_missing";
        /// There is no analysis of a required type.
        RequiredTypeMissing = "required_type_missing";
    }
}

named! {
    /// The numbered choice whose other reading explains a mismatch.
    ///
    /// ```
    /// assert_eq!(oz_status::Reading::C3.as_str(), "C3");
    /// ```
    Reading {
        /// `FAILED` ranked above `PROCESSING`.
        C2 = "C2";
        /// Only groups that have ended are looked at while others run.
        C3 = "C3";
        /// Groups that ended `FAILED` do not count as finished.
        C4 = "C4";
        /// The consolidated result of all analyses.
        C7 = "C7";
    }
}

/// A word of either vocabulary that a finding can quote.
///
/// ```
/// use oz_status::{Resolution, StatusWord};
/// assert_eq!(StatusWord::from(Resolution::Success).as_str(), "SUCCESS");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum StatusWord {
    /// A resolution.
    Resolution(Resolution),
    /// A folder status.
    FolderStatus(FolderStatus),
}

impl StatusWord {
    /// The word, in upper case.
    ///
    /// ```
    /// use oz_status::{FolderStatus, StatusWord};
    /// assert_eq!(StatusWord::FolderStatus(FolderStatus::Finished).as_str(), "FINISHED");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            StatusWord::Resolution(resolution) => resolution.as_str(),
            StatusWord::FolderStatus(status) => status.as_str(),
        }
    }
}

impl From<Resolution> for StatusWord {
    fn from(resolution: Resolution) -> StatusWord {
        StatusWord::Resolution(resolution)
    }
}

impl From<FolderStatus> for StatusWord {
    fn from(status: FolderStatus) -> StatusWord {
        StatusWord::FolderStatus(status)
    }
}

/// One finding. It never loosens a verdict.
///
/// ```
/// # #[cfg(feature = "json")] {
/// let forged = br#"{"system_resolution":"SUCCESS","analyses":[{"resolution":"DECLINED"}]}"#;
/// let verdict = oz_status::resolve(forged, &oz_status::Options::new())?;
/// let finding = &verdict.findings[0];
/// assert_eq!(finding.code.as_str(), "system_resolution_mismatch");
/// assert!(finding.is_contradiction());
/// # }
/// # Ok::<(), oz_status::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Finding<'a> {
    /// What was found.
    pub code: FindingCode,
    /// Where: a folder's key, a sighting as `analyses[2]`, a required type.
    pub path: Cow<'a, str>,
    /// What the payload says there.
    pub claimed: Option<StatusWord>,
    /// What the rules say.
    pub computed: Option<StatusWord>,
    /// The choice whose other reading gives the claim.
    pub reading: Option<Reading>,
}

impl<'a> Finding<'a> {
    /// Whether the payload contradicts itself: a mismatch that no other reading of the vendor's page explains, or
    /// endings of one analysis of which no one knows which is true.
    ///
    /// ```
    /// # #[cfg(feature = "json")] {
    /// let twice = br#"[{"analyse_id":"a","resolution":"SUCCESS"},{"analyse_id":"a","resolution":"DECLINED"}]"#;
    /// let verdict = oz_status::resolve(twice, &oz_status::Options::new())?;
    /// assert!(verdict.findings[0].is_contradiction());
    /// # }
    /// # Ok::<(), oz_status::Error>(())
    /// ```
    #[must_use]
    pub fn is_contradiction(&self) -> bool {
        match self.code {
            FindingCode::SystemResolutionMismatch
            | FindingCode::FolderStatusMismatch
            | FindingCode::StateResolutionMismatch => self.reading.is_none(),
            FindingCode::ConflictingSightings => true,
            _ => false,
        }
    }

    pub(crate) fn into_owned(self) -> Finding<'static> {
        let path = Cow::Owned(self.path.into_owned());
        Finding { path, code: self.code, claimed: self.claimed, computed: self.computed, reading: self.reading }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::format;

    #[test]
    fn contradictions_are_what_no_reading_explains() {
        for &code in FindingCode::ALL {
            let mut finding = Finding { code, path: "analyses".into(), claimed: None, computed: None, reading: None };
            let claim = matches!(
                code,
                FindingCode::SystemResolutionMismatch
                    | FindingCode::FolderStatusMismatch
                    | FindingCode::StateResolutionMismatch
            );
            assert_eq!(finding.is_contradiction(), claim || code == FindingCode::ConflictingSightings, "{code}");
            finding.reading = Some(Reading::C2);
            assert_eq!(finding.is_contradiction(), code == FindingCode::ConflictingSightings, "{code}");
        }
    }

    #[test]
    fn words_are_those_of_either_vocabulary() {
        let finding = Finding {
            code: FindingCode::FolderStatusMismatch,
            path: "resolution_status".into(),
            claimed: Some(FolderStatus::Finished.into()),
            computed: Some(Resolution::Failed.into()),
            reading: None,
        };
        let words = [finding.claimed, finding.computed].map(|word| word.map(StatusWord::as_str));
        assert_eq!(words, [Some("FINISHED"), Some("FAILED")]);
        assert_eq!(finding.clone().into_owned(), finding);
    }

    #[test]
    fn names_are_padded_like_any_word() {
        assert_eq!(format!("{:>4}|{:<4}|", Reading::C2, Reading::C7), "  C2|C7  |");
        assert_eq!(format!("{:>20}|", FindingCode::EndingImproved), "     ending_improved|");
    }
}
