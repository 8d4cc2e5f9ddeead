//! The verdict on a folder.

use crate::RULES_VERSION;
use crate::finding::Finding;
use crate::status_set::StatusSet;
use crate::tally::Tally;
use crate::vocabulary::{Decision, FolderStatus, Resolution};
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// What a folder comes to, and why.
///
/// Borrows names from the payload where it can; [`Verdict::into_owned`] lets go of it. The fields are those of the
/// canonical JSON; times are microseconds since 1970 UTC.
///
/// ```
/// # #[cfg(feature = "json")] {
/// use oz_status::{resolve, Decision, Options};
/// let payload = br#"{"analyses":[{"analyse_id":"a1","type":"QUALITY","state":"FINISHED","resolution":"SUCCESS"}]}"#;
/// let verdict = resolve(payload, &Options::new().require(["QUALITY"])?)?;
/// assert!(verdict.is_pass() && verdict.is_final());
/// assert_eq!(verdict.decision, Decision::Accept);
/// assert_eq!(verdict.determining[0].analyse_id.as_deref(), Some("a1"));
/// # }
/// # Ok::<(), oz_status::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Verdict<'a> {
    /// The folder's id, its own or that of its analyses.
    pub folder_id: Option<Cow<'a, str>>,
    /// R3.
    pub folder_status: FolderStatus,
    /// R4.
    pub system_resolution: Resolution,
    /// R7.
    pub decision: Decision,
    /// R5, in payload order.
    pub determining: Vec<Determining<'a>>,
    /// The last-finished groups (R4); none stands for the unnamed group. Empty while in progress or initial.
    pub last_finished: Vec<Option<Cow<'a, str>>>,
    /// Every group, by the first of its analyses.
    pub groups: Vec<GroupVerdict<'a>>,
    /// The required types, in the caller's order.
    pub required: Vec<RequiredVerdict>,
    /// R9, in the order of the rules.
    pub findings: Vec<Finding<'a>>,
}

/// An analysis that determines the system resolution (R5).
///
/// ```
/// use oz_status::{AnalysisResolution, Folder, Options, Sighting};
/// let mut folder = Folder::new();
/// folder.observe(Sighting::new().resolution(AnalysisResolution::Declined))?;
/// assert_eq!(folder.verdict(&Options::new()).determining[0].index, 0);
/// # Ok::<(), oz_status::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Determining<'a> {
    /// Its first sighting's place in the payload, from 0.
    pub index: usize,
    /// Its id.
    pub analyse_id: Option<Cow<'a, str>>,
    /// Its group's id.
    pub group_id: Option<Cow<'a, str>>,
    /// Its canonical type.
    pub kind: Option<Cow<'a, str>>,
}

/// One group of a folder (R2).
///
/// ```
/// use oz_status::{AnalysisResolution, Folder, Options, Resolution, Sighting};
/// let mut folder = Folder::new();
/// folder.observe(Sighting::new().group_id("g").resolution(AnalysisResolution::Declined))?;
/// let verdict = folder.verdict(&Options::new());
/// assert_eq!(verdict.groups[0].resolution, Resolution::Declined);
/// assert_eq!(verdict.groups[0].counts.count(Resolution::Declined), 1);
/// # Ok::<(), oz_status::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct GroupVerdict<'a> {
    /// Its id; none for the unnamed group.
    pub group_id: Option<Cow<'a, str>>,
    /// R2.
    pub resolution: Resolution,
    /// When it finished, in microseconds since 1970 UTC; none while it runs or where that is not known.
    pub finished_at_us: Option<i64>,
    /// Its analyses by resolution, sightings merged.
    pub counts: Tally,
}

/// What a required type comes to (R7).
///
/// ```
/// use oz_status::{Folder, Options, Resolution};
/// let verdict = Folder::new().verdict(&Options::new().require(["QUALITY"])?);
/// assert_eq!(verdict.required[0].resolution, Resolution::Initial);
/// # Ok::<(), oz_status::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct RequiredVerdict {
    /// The canonical type.
    pub kind: Cow<'static, str>,
    /// R4 of the folder restricted to this type; `INITIAL` if it is missing.
    pub resolution: Resolution,
    /// R5 in the restricted folder: indices as in [`Determining::index`].
    pub determining: Vec<usize>,
}

impl Verdict<'_> {
    /// The version of the rules that gave this verdict.
    ///
    /// ```
    /// use oz_status::{Folder, Options};
    /// assert_eq!(Folder::new().verdict(&Options::new()).rules(), 1);
    /// ```
    #[must_use]
    pub const fn rules(&self) -> u32 {
        RULES_VERSION
    }

    /// Whether to let pass: the decision is `ACCEPT`, nothing else.
    ///
    /// ```
    /// use oz_status::{Folder, Options};
    /// assert!(!Folder::new().verdict(&Options::new()).is_pass());
    /// ```
    #[must_use]
    pub fn is_pass(&self) -> bool {
        self.decision == Decision::Accept
    }

    /// Whether nothing further is awaited: the decision is not `WAIT`.
    ///
    /// ```
    /// use oz_status::{Folder, Options};
    /// assert!(!Folder::new().verdict(&Options::new()).is_final());
    /// ```
    #[must_use]
    pub const fn is_final(&self) -> bool {
        self.decision.is_final()
    }

    /// Which resolutions occur among the analyses, sightings merged.
    ///
    /// ```
    /// use oz_status::{Folder, Options, StatusSet};
    /// assert_eq!(Folder::new().verdict(&Options::new()).status_set(), StatusSet::EMPTY);
    /// ```
    #[must_use]
    pub fn status_set(&self) -> StatusSet {
        self.groups.iter().fold(StatusSet::EMPTY, |set, group| set | group.counts.status_set())
    }

    /// The same verdict, borrowing nothing.
    ///
    /// ```
    /// use oz_status::{Folder, Options, Verdict};
    /// let verdict: Verdict<'static> = Folder::new().verdict(&Options::new()).into_owned();
    /// assert!(verdict.groups.is_empty());
    /// ```
    #[must_use]
    pub fn into_owned(self) -> Verdict<'static> {
        Verdict {
            folder_id: self.folder_id.map(owned),
            folder_status: self.folder_status,
            system_resolution: self.system_resolution,
            decision: self.decision,
            determining: self.determining.into_iter().map(Determining::into_owned).collect(),
            last_finished: self.last_finished.into_iter().map(|group| group.map(owned)).collect(),
            groups: self.groups.into_iter().map(GroupVerdict::into_owned).collect(),
            required: self.required,
            findings: self.findings.into_iter().map(Finding::into_owned).collect(),
        }
    }
}

pub(crate) fn owned(name: Cow<'_, str>) -> Cow<'static, str> {
    Cow::Owned(name.into_owned())
}

impl Determining<'_> {
    fn into_owned(self) -> Determining<'static> {
        Determining {
            index: self.index,
            analyse_id: self.analyse_id.map(owned),
            group_id: self.group_id.map(owned),
            kind: self.kind.map(owned),
        }
    }
}

impl GroupVerdict<'_> {
    fn into_owned(self) -> GroupVerdict<'static> {
        GroupVerdict {
            group_id: self.group_id.map(owned),
            resolution: self.resolution,
            finished_at_us: self.finished_at_us,
            counts: self.counts,
        }
    }
}
