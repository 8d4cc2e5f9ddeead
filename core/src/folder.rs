//! `Folder`: the one engine under every verdict.

use crate::analysis::MissingOutcome;
use crate::error::{Error, ErrorCode};
use crate::excerpt::quoted;
use crate::names::Names;
use crate::path::{indexed, joined};
use crate::same::same;
use crate::sighting::{Claims, Sighting};
use crate::sightings::Sightings;
use crate::times;
use crate::types::canonical_type;
use crate::verdict::owned;
use crate::vocabulary::AnalysisResolution;
use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

/// A folder in progress of being read (R10): takes sightings one by one in any order and gives the verdict at any
/// time. What a webhook consumer keeps.
///
/// Observing takes time logarithmic in what was seen, a verdict takes linear time; nothing depends on hashes that a
/// sender could aim at.
///
/// ```
/// use oz_status::{AnalysisResolution, AnalysisState, Decision, Folder, Options, Sighting};
/// let options = Options::new().require(["QUALITY"])?;
/// let mut folder = Folder::new();
/// folder.observe(Sighting::new().analyse_id("a1").kind("quality").state(AnalysisState::Processing))?;
/// assert_eq!(folder.verdict(&options).decision, Decision::Wait);
/// let ended = Sighting::new().analyse_id("a1").state(AnalysisState::Finished).resolution(AnalysisResolution::Success);
/// folder.observe(ended)?;
/// assert_eq!(folder.verdict(&options).decision, Decision::Accept);
/// # Ok::<(), oz_status::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Folder<'a> {
    pub(crate) claims: Claims<'a>,
    folder_id: Option<(usize, Cow<'a, str>)>,
    pub(crate) entries: Vec<Entry>,
    pub(crate) ids: Names<'a>,
    /// The entry of each id.
    entry_of: Vec<usize>,
    pub(crate) groups: Names<'a>,
    pub(crate) kinds: Names<'a>,
    count: usize,
    paths: Vec<String>,
    pub(crate) mismatches: Vec<Mismatch>,
}

/// Numbers of names are 32 bits wide, and one is none.
#[expect(clippy::as_conversions, reason = "no machine has less")]
const MOST: usize = u32::MAX as usize;

/// One analysis: its sightings merged.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) id: Option<u32>,
    pub(crate) first: usize,
    pub(crate) group: Option<u32>,
    pub(crate) kind: Option<u32>,
    pub(crate) seen: Sightings,
}

/// A sighting that contradicts itself (R9).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mismatch {
    pub(crate) sighting: usize,
    pub(crate) claimed: AnalysisResolution,
    pub(crate) computed: AnalysisResolution,
}

impl<'a> Folder<'a> {
    /// A folder of which nothing was seen: `INITIAL`.
    ///
    /// ```
    /// use oz_status::{Folder, Options, Resolution};
    /// assert_eq!(Folder::new().verdict(&Options::new()).system_resolution, Resolution::Initial);
    /// ```
    #[must_use]
    pub fn new() -> Folder<'a> {
        Folder::default()
    }

    /// How many sightings were taken.
    ///
    /// ```
    /// assert_eq!(oz_status::Folder::new().sightings(), 0);
    /// ```
    #[must_use]
    pub fn sightings(&self) -> usize {
        self.count
    }

    /// Takes what the payload says of its folder, in place of what was claimed before.
    ///
    /// # Errors
    /// `empty_name` for an empty folder id, `conflicting_folders` if a sighting names another; nothing has changed.
    ///
    /// ```
    /// use oz_status::{Claims, Folder};
    /// let mut folder = Folder::new();
    /// assert_eq!(folder.claim(Claims::new().folder_id("")).unwrap_err().path(), "folder_id");
    /// ```
    pub fn claim(&mut self, claims: Claims<'a>) -> Result<(), Error> {
        if let Some(id) = &claims.folder_id {
            if id.is_empty() {
                return Err(empty(String::from("folder_id"), "a folder id"));
            }
            if let Some((sighting, other)) = self.folder_id.as_ref().filter(|(_, other)| other != id) {
                let path = joined(&[&self.path(*sighting), ".folder_id"]);
                return Err(conflict(ErrorCode::ConflictingFolders, path, other, "folder", id));
            }
        }
        self.claims = claims;
        Ok(())
    }

    /// Takes one sighting.
    ///
    /// # Errors
    /// `missing_outcome` (R1), `empty_name`, `time_out_of_range`, `conflicting_folders`, `conflicting_groups`,
    /// `conflicting_types` (R8); nothing has changed.
    ///
    /// ```
    /// use oz_status::{AnalysisResolution, Folder, Sighting};
    /// let mut folder = Folder::new();
    /// let seen = Sighting::new().analyse_id("a1").resolution(AnalysisResolution::Success);
    /// folder.observe(seen.clone().group_id("g1"))?;
    /// let error = folder.observe(seen.group_id("g2")).unwrap_err();
    /// assert_eq!((error.code().as_str(), error.path()), ("conflicting_groups", "analyses[1].group_id"));
    /// assert_eq!(folder.sightings(), 1);
    /// # Ok::<(), oz_status::Error>(())
    /// ```
    pub fn observe(&mut self, sighting: Sighting<'a>) -> Result<(), Error> {
        self.take(sighting, None)
    }

    /// Takes the sighting at a place that is no number: a key of the Web SDK callback.
    #[cfg(feature = "json")]
    pub(crate) fn observe_at(&mut self, path: String, sighting: Sighting<'a>) -> Result<(), Error> {
        self.take(sighting, Some(path))
    }

    fn take(&mut self, mut sighting: Sighting<'a>, path: Option<String>) -> Result<(), Error> {
        sighting.kind = sighting.kind.take().map(canonical_type);
        let (result, earlier) = self.checked(&sighting, path.as_deref())?;
        if let Some(claimed) = sighting.mismatch() {
            self.mismatches.push(Mismatch { sighting: self.count, claimed, computed: result });
        }
        let known = self.entries.len();
        let id = sighting.analyse_id.map(|id| self.ids.number_or_insert(id));
        let place = match earlier {
            Some(place) => place,
            None => {
                self.entry_of.extend(id.map(|_| known));
                self.entries.push(Entry { id, first: self.count, group: None, kind: None, seen: Sightings::NONE });
                known
            }
        };
        let group = sighting.group_id.map(|id| self.groups.number_or_insert(id));
        let kind = sighting.kind.map(|name| self.kinds.number_or_insert(name));
        if let Some(entry) = self.entries.get_mut(place) {
            entry.group = entry.group.or(group);
            entry.kind = entry.kind.or(kind);
            entry.seen.insert(result, sighting.time_updated);
        }
        if let (None, Some(id)) = (&self.folder_id, sighting.folder_id) {
            self.folder_id = Some((self.count, id));
        }
        self.paths.extend(path);
        self.count = self.count.saturating_add(1);
        Ok(())
    }

    /// What the next sighting says, and the entry of its analysis if that was seen before.
    fn checked(
        &self,
        sighting: &Sighting<'a>,
        path: Option<&str>,
    ) -> Result<(AnalysisResolution, Option<usize>), Error> {
        let at = |key: &str| match path {
            Some(path) => joined(&[path, key]),
            None => indexed("analyses", self.count, key),
        };
        for (name, key, what) in [
            (&sighting.analyse_id, ".analyse_id", "an analysis id"),
            (&sighting.folder_id, ".folder_id", "a folder id"),
            (&sighting.group_id, ".group_id", "a group id"),
            (&sighting.kind, ".type", "an analysis type"),
        ] {
            if name.as_ref().is_some_and(|name| name.is_empty()) {
                return Err(empty(at(key), what));
            }
        }
        if let Some(time) = sighting.time_updated.filter(|&time| !times::in_range(time)) {
            let found = joined(&[&time.to_string(), " microseconds"]);
            return Err(times::out_of_range(at(".time_updated")).with_found(&found));
        }
        let Ok(result) = sighting.result() else {
            return Err(Error::new(ErrorCode::MissingOutcome, at(""), MissingOutcome::EXPECTED));
        };
        if let Some((found, known)) = differ(sighting.folder_id.as_ref(), self.known_id()) {
            return Err(conflict(ErrorCode::ConflictingFolders, at(".folder_id"), found, "folder", known));
        }
        let earlier = sighting.analyse_id.as_ref().and_then(|id| self.entry_of(self.ids.number(id)?));
        if let Some(entry) = earlier.and_then(|place| self.entries.get(place)) {
            if let Some((found, known)) = differ(sighting.group_id.as_ref(), self.groups.get(entry.group)) {
                return Err(conflict(ErrorCode::ConflictingGroups, at(".group_id"), found, "group", known));
            }
            if let Some((found, known)) = differ(sighting.kind.as_ref(), self.kinds.get(entry.kind)) {
                return Err(conflict(ErrorCode::ConflictingTypes, at(".type"), found, "type", known));
            }
        }
        if self.count >= MOST {
            return Err(Error::new(ErrorCode::WrongShape, at(""), "fewer than 2^32 sightings"));
        }
        Ok((result, earlier))
    }

    /// The folder's own id, or that of its sightings.
    pub(crate) fn known_id(&self) -> Option<&Cow<'a, str>> {
        self.claims.folder_id.as_ref().or(self.folder_id.as_ref().map(|(_, id)| id))
    }

    fn entry_of(&self, id: u32) -> Option<usize> {
        self.entry_of.get(usize::try_from(id).ok()?).copied()
    }

    /// Where a sighting stands.
    pub(crate) fn path(&self, sighting: usize) -> String {
        self.paths.get(sighting).cloned().unwrap_or_else(|| indexed("analyses", sighting, ""))
    }

    /// The same folder, borrowing nothing: one that was read from a payload and is kept.
    ///
    /// ```
    /// use oz_status::{Claims, Folder, Options};
    /// let id = String::from("f1");
    /// let mut folder = Folder::new();
    /// folder.claim(Claims::new().folder_id(&*id))?;
    /// let kept: Folder<'static> = folder.into_owned();
    /// drop(id);
    /// assert_eq!(kept.verdict(&Options::new()).folder_id.as_deref(), Some("f1"));
    /// # Ok::<(), oz_status::Error>(())
    /// ```
    #[must_use]
    pub fn into_owned(self) -> Folder<'static> {
        Folder {
            claims: self.claims.into_owned(),
            folder_id: self.folder_id.map(|(sighting, id)| (sighting, owned(id))),
            entries: self.entries,
            ids: self.ids.into_owned(),
            entry_of: self.entry_of,
            groups: self.groups.into_owned(),
            kinds: self.kinds.into_owned(),
            count: self.count,
            paths: self.paths,
            mismatches: self.mismatches,
        }
    }
}

#[cold]
fn empty(path: String, what: &'static str) -> Error {
    Error::new(ErrorCode::EmptyName, path, what).with_found("")
}

#[cold]
fn conflict(code: ErrorCode, path: String, found: &str, what: &str, known: &str) -> Error {
    Error::new(code, path, joined(&[what, " ", &quoted(known), " as elsewhere"])).with_found(found)
}

/// Both names, where both are given and differ.
fn differ<'n>(found: Option<&'n Cow<'_, str>>, known: Option<&'n Cow<'_, str>>) -> Option<(&'n str, &'n str)> {
    let (found, known) = (&**found?, &**known?);
    if same(found, known) { None } else { Some((found, known)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::Options;
    use crate::vocabulary::{AnalysisState, Decision};
    use AnalysisResolution::{Declined, Success};

    fn seen(id: &'static str) -> Sighting<'static> {
        Sighting::new().analyse_id(id).folder_id("f").group_id("g").kind("quality").resolution(Success)
    }

    #[test]
    fn an_owned_folder_goes_on_as_before() {
        let mut folder = Folder::new();
        folder.observe(seen("a")).expect("a sighting");
        folder.claim(Claims::new().state(AnalysisState::Failed)).expect("claims");
        let mut owned = folder.clone().into_owned();
        let options = Options::new().require(["QUALITY"]).expect("types");
        assert_eq!(owned.verdict(&options), folder.verdict(&options));
        for folder in [&mut folder, &mut owned] {
            let error = folder.observe(seen("a").group_id("h")).unwrap_err();
            assert_eq!((error.path(), error.found()), ("analyses[1].group_id", Some("h")));
            assert_eq!(error.expected(), "group \"g\" as elsewhere");
            let error = folder.observe(seen("a").kind("voice")).unwrap_err();
            assert_eq!((error.path(), error.found()), ("analyses[1].type", Some("VOICE")));
            assert_eq!(error.expected(), "type \"QUALITY\" as elsewhere");
            assert_eq!(folder.sightings(), 1);
            folder.observe(seen("a")).expect("a sighting");
            folder.observe(seen("b").resolution(Declined)).expect("a sighting");
            assert_eq!(folder.sightings(), 3);
        }
        let verdict = owned.verdict(&options);
        assert_eq!(verdict, folder.verdict(&options));
        assert_eq!((verdict.folder_id.as_deref(), verdict.decision), (Some("f"), Decision::Retry));
        assert_eq!(verdict.clone().into_owned(), verdict);
    }

    #[test]
    fn a_verdict_sums_up_its_decision_and_its_groups() {
        let mut folder = Folder::new();
        let told = |folder: &Folder<'_>| {
            let verdict = folder.verdict(&Options::new());
            assert_eq!(verdict.clone().into_owned(), verdict);
            (verdict.is_pass(), verdict.is_final(), verdict.status_set().bits())
        };
        assert_eq!(told(&folder), (false, false, 0));
        folder.observe(seen("a")).expect("a sighting");
        assert_eq!(told(&folder), (true, true, 0b1));
        folder.observe(seen("b").group_id("h").resolution(Declined)).expect("a sighting");
        assert_eq!(told(&folder), (false, true, 0b101));
    }

    #[test]
    fn claims_and_sightings_agree_about_the_folder() {
        let mut folder = Folder::new();
        folder.observe(Sighting::new().resolution(Success)).expect("a sighting");
        folder.observe(seen("a")).expect("a sighting");
        let error = folder.claim(Claims::new().folder_id("other")).unwrap_err();
        assert_eq!((error.code(), error.path()), (ErrorCode::ConflictingFolders, "analyses[1].folder_id"));
        assert_eq!((error.found(), error.expected()), (Some("f"), "folder \"other\" as elsewhere"));
        let error = folder.claim(Claims::new().folder_id("")).unwrap_err();
        assert_eq!((error.code(), error.path(), error.expected()), (ErrorCode::EmptyName, "folder_id", "a folder id"));
        folder.claim(Claims::new().folder_id("f")).expect("the same folder");
        let error = folder.observe(seen("b").folder_id("other")).unwrap_err();
        assert_eq!((error.path(), error.found()), ("analyses[2].folder_id", Some("other")));
        assert_eq!(error.expected(), "folder \"f\" as elsewhere");
    }

    #[test]
    fn names_are_not_empty_and_times_are_sane() {
        for (sighting, path, expected) in [
            (seen(""), "analyses[0].analyse_id", "an analysis id"),
            (seen("a").folder_id(""), "analyses[0].folder_id", "a folder id"),
            (seen("a").group_id(""), "analyses[0].group_id", "a group id"),
            (seen("a").kind(""), "analyses[0].type", "an analysis type"),
        ] {
            let error = Folder::new().observe(sighting).unwrap_err();
            assert_eq!((error.code(), error.path(), error.expected()), (ErrorCode::EmptyName, path, expected));
            assert_eq!(error.found(), Some(""));
        }
        let error = Folder::new().observe(seen("a").time_updated(7)).unwrap_err();
        assert_eq!((error.code(), error.found()), (ErrorCode::TimeOutOfRange, Some("7 microseconds")));
        let error = Folder::new().observe(Sighting::new()).unwrap_err();
        assert_eq!((error.code(), error.path()), (ErrorCode::MissingOutcome, "analyses[0]"));
        assert_eq!(error.expected(), MissingOutcome::EXPECTED);
    }
}
