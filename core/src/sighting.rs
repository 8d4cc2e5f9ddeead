//! What a caller tells of a folder: sightings of analyses, and claims.

use crate::analysis::{MissingOutcome, analysis_result, outcome_mismatch};
use crate::verdict::owned;
use crate::vocabulary::{AnalysisResolution, AnalysisState, FolderStatus, Resolution};
use alloc::borrow::Cow;

/// One analysis as one answer or webhook showed it. What is not set is absent.
///
/// ```
/// use oz_status::{AnalysisResolution, AnalysisState, Sighting};
/// let sighting = Sighting::new()
///     .analyse_id("a1")
///     .group_id("g1")
///     .kind("liveness")
///     .state(AnalysisState::Finished)
///     .resolution_status(AnalysisResolution::Success)
///     .time_updated(1_700_000_003_100_000);
/// assert_eq!(sighting.result(), Ok(AnalysisResolution::Success));
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sighting<'a> {
    pub(crate) analyse_id: Option<Cow<'a, str>>,
    pub(crate) folder_id: Option<Cow<'a, str>>,
    pub(crate) group_id: Option<Cow<'a, str>>,
    pub(crate) kind: Option<Cow<'a, str>>,
    pub(crate) state: Option<AnalysisState>,
    pub(crate) resolution_status: Option<AnalysisResolution>,
    pub(crate) resolution: Option<AnalysisResolution>,
    pub(crate) time_updated: Option<i64>,
}

impl<'a> Sighting<'a> {
    /// A sighting of which nothing is known yet.
    ///
    /// ```
    /// assert!(oz_status::Sighting::new().result().is_err());
    /// ```
    #[must_use]
    pub fn new() -> Sighting<'a> {
        Sighting::default()
    }

    /// Sets the analysis id: sightings of one id are one analysis (R8).
    ///
    /// ```
    /// let sighting = oz_status::Sighting::new().analyse_id("a1");
    /// ```
    #[must_use]
    pub fn analyse_id(mut self, id: impl Into<Cow<'a, str>>) -> Sighting<'a> {
        self.analyse_id = Some(id.into());
        self
    }

    /// Sets the folder id: all sightings of a folder must agree.
    ///
    /// ```
    /// let sighting = oz_status::Sighting::new().folder_id("f1");
    /// ```
    #[must_use]
    pub fn folder_id(mut self, id: impl Into<Cow<'a, str>>) -> Sighting<'a> {
        self.folder_id = Some(id.into());
        self
    }

    /// Sets the group id.
    ///
    /// ```
    /// let sighting = oz_status::Sighting::new().group_id("g1");
    /// ```
    #[must_use]
    pub fn group_id(mut self, id: impl Into<Cow<'a, str>>) -> Sighting<'a> {
        self.group_id = Some(id.into());
        self
    }

    /// Sets the type, in any case, aliases allowed.
    ///
    /// ```
    /// let sighting = oz_status::Sighting::new().kind("quality");
    /// ```
    #[must_use]
    pub fn kind(mut self, name: impl Into<Cow<'a, str>>) -> Sighting<'a> {
        self.kind = Some(name.into());
        self
    }

    /// Sets the state.
    ///
    /// ```
    /// use oz_status::{AnalysisResolution, AnalysisState, Sighting};
    /// assert_eq!(Sighting::new().state(AnalysisState::Failed).result(), Ok(AnalysisResolution::Failed));
    /// ```
    #[must_use]
    pub fn state(mut self, state: AnalysisState) -> Sighting<'a> {
        self.state = Some(state);
        self
    }

    /// Sets the outcome field `resolution_status`.
    ///
    /// ```
    /// use oz_status::{AnalysisResolution, Sighting};
    /// let sighting = Sighting::new().resolution_status(AnalysisResolution::Declined);
    /// assert_eq!(sighting.result(), Ok(AnalysisResolution::Declined));
    /// ```
    #[must_use]
    pub fn resolution_status(mut self, resolution: AnalysisResolution) -> Sighting<'a> {
        self.resolution_status = Some(resolution);
        self
    }

    /// Sets the outcome field `resolution`.
    ///
    /// ```
    /// use oz_status::{AnalysisResolution, Sighting};
    /// assert_eq!(Sighting::new().resolution(AnalysisResolution::Success).result(), Ok(AnalysisResolution::Success));
    /// ```
    #[must_use]
    pub fn resolution(mut self, resolution: AnalysisResolution) -> Sighting<'a> {
        self.resolution = Some(resolution);
        self
    }

    /// Sets `time_updated`, in microseconds since 1970 UTC.
    ///
    /// ```
    /// let sighting = oz_status::Sighting::new().time_updated(1_700_000_000_000_000);
    /// ```
    #[must_use]
    pub fn time_updated(mut self, microseconds: i64) -> Sighting<'a> {
        self.time_updated = Some(microseconds);
        self
    }

    /// R1: what this sighting says.
    ///
    /// # Errors
    /// [`MissingOutcome`].
    ///
    /// ```
    /// use oz_status::{AnalysisState, Sighting};
    /// assert!(Sighting::new().state(AnalysisState::Finished).result().is_err());
    /// ```
    pub fn result(&self) -> Result<AnalysisResolution, MissingOutcome> {
        analysis_result(self.state, self.resolution_status, self.resolution)
    }

    pub(crate) fn mismatch(&self) -> Option<AnalysisResolution> {
        outcome_mismatch(self.state, self.resolution_status, self.resolution)
    }

    /// The same sighting, borrowing nothing.
    ///
    /// ```
    /// use oz_status::Sighting;
    /// let kept: Sighting<'static> = Sighting::new().analyse_id("a1").into_owned();
    /// ```
    #[must_use]
    pub fn into_owned(self) -> Sighting<'static> {
        Sighting {
            analyse_id: self.analyse_id.map(owned),
            folder_id: self.folder_id.map(owned),
            group_id: self.group_id.map(owned),
            kind: self.kind.map(owned),
            state: self.state,
            resolution_status: self.resolution_status,
            resolution: self.resolution,
            time_updated: self.time_updated,
        }
    }
}

/// What a payload says of its folder, to be checked against the rules (R9); a callback's own state joins.
///
/// ```
/// use oz_status::{AnalysisResolution, Claims, Folder, Options, Resolution, Sighting};
/// let mut folder = Folder::new();
/// folder.observe(Sighting::new().resolution(AnalysisResolution::Declined))?;
/// folder.claim(Claims::new().system_resolution(Resolution::Success))?;
/// assert_eq!(folder.verdict(&Options::new()).findings[0].code.as_str(), "system_resolution_mismatch");
/// # Ok::<(), oz_status::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Claims<'a> {
    pub(crate) folder_id: Option<Cow<'a, str>>,
    pub(crate) folder_status: Option<FolderStatus>,
    pub(crate) system_resolution: Option<Resolution>,
    pub(crate) state: Option<AnalysisState>,
}

impl<'a> Claims<'a> {
    /// No claim.
    ///
    /// ```
    /// assert_eq!(oz_status::Claims::new(), oz_status::Claims::default());
    /// ```
    #[must_use]
    pub fn new() -> Claims<'a> {
        Claims::default()
    }

    /// Sets the folder's id.
    ///
    /// ```
    /// let claims = oz_status::Claims::new().folder_id("f1");
    /// ```
    #[must_use]
    pub fn folder_id(mut self, id: impl Into<Cow<'a, str>>) -> Claims<'a> {
        self.folder_id = Some(id.into());
        self
    }

    /// Sets the claimed folder status: the key `resolution_status` of a folder.
    ///
    /// ```
    /// let claims = oz_status::Claims::new().folder_status(oz_status::FolderStatus::Finished);
    /// ```
    #[must_use]
    pub fn folder_status(mut self, status: FolderStatus) -> Claims<'a> {
        self.folder_status = Some(status);
        self
    }

    /// Sets the claimed system resolution.
    ///
    /// ```
    /// let claims = oz_status::Claims::new().system_resolution(oz_status::Resolution::Success);
    /// ```
    #[must_use]
    pub fn system_resolution(mut self, resolution: Resolution) -> Claims<'a> {
        self.system_resolution = Some(resolution);
        self
    }

    /// Sets a callback's own state: `PROCESSING` and `FAILED` join into every result.
    ///
    /// ```
    /// let claims = oz_status::Claims::new().state(oz_status::AnalysisState::Failed);
    /// ```
    #[must_use]
    pub fn state(mut self, state: AnalysisState) -> Claims<'a> {
        self.state = Some(state);
        self
    }

    pub(crate) fn into_owned(self) -> Claims<'static> {
        Claims {
            folder_id: self.folder_id.map(owned),
            folder_status: self.folder_status,
            system_resolution: self.system_resolution,
            state: self.state,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;

    #[test]
    fn a_sighting_is_what_it_is_told_to_be() {
        let seen = Sighting::new()
            .analyse_id("a")
            .folder_id("f")
            .group_id("g")
            .kind("k")
            .state(AnalysisState::Failed)
            .resolution_status(AnalysisResolution::Success)
            .resolution(AnalysisResolution::Declined)
            .time_updated(7);
        let expected = Sighting {
            analyse_id: Some("a".into()),
            folder_id: Some("f".into()),
            group_id: Some("g".into()),
            kind: Some("k".into()),
            state: Some(AnalysisState::Failed),
            resolution_status: Some(AnalysisResolution::Success),
            resolution: Some(AnalysisResolution::Declined),
            time_updated: Some(7),
        };
        assert_eq!(seen, expected);
        assert_eq!(seen.result(), Ok(AnalysisResolution::Failed));
        assert_eq!(seen.mismatch(), Some(AnalysisResolution::Success));
        assert_eq!(seen.into_owned(), expected);
        assert_eq!(Sighting::new().result(), Err(MissingOutcome));
    }

    #[test]
    fn claims_are_what_they_are_told_to_be() {
        let claims = Claims::new()
            .folder_id(String::from("f"))
            .folder_status(FolderStatus::Finished)
            .system_resolution(Resolution::Success)
            .state(AnalysisState::Processing);
        let expected = Claims {
            folder_id: Some("f".into()),
            folder_status: Some(FolderStatus::Finished),
            system_resolution: Some(Resolution::Success),
            state: Some(AnalysisState::Processing),
        };
        assert_eq!(claims, expected);
        assert_eq!(claims.into_owned(), expected);
    }
}
