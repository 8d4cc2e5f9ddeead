//! `Folder`: the one engine under every verdict.

use crate::analysis::MissingOutcome;
use crate::error::{Error, ErrorCode};
use crate::excerpt::quoted;
use crate::findings::findings;
use crate::names::Names;
use crate::options::Options;
use crate::path::indexed;
use crate::requirements::Requirements;
use crate::roll_up::{Analysis, Group, RollUp, cell, cell_mut, roll_up_of, roll_up_of_type};
use crate::sighting::{Claims, Sighting};
use crate::sightings::Sightings;
use crate::tally::Tally;
use crate::times;
use crate::types::canonical_type;
use crate::verdict::{Determining, GroupVerdict, RequiredVerdict, Verdict, owned};
use crate::vocabulary::AnalysisResolution;
use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec;
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
    ids: Names<'a>,
    /// The entry of each id.
    entry_of: Vec<usize>,
    groups: Names<'a>,
    pub(crate) kinds: Names<'a>,
    count: usize,
    paths: Vec<String>,
    pub(crate) mismatches: Vec<Mismatch>,
}

/// One analysis: its sightings merged.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    id: Option<u32>,
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

/// All that findings are drawn from.
pub(crate) struct Evaluation<'e> {
    pub(crate) analyses: &'e [Analysis],
    pub(crate) cells: &'e [Group],
    pub(crate) result: RollUp,
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
            named(id, || String::from("folder_id"), "a folder id")?;
            if let Some((sighting, other)) = self.folder_id.as_ref().filter(|(_, other)| other != id) {
                let path = [&*self.path(*sighting), ".folder_id"].concat();
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

    fn take(&mut self, sighting: Sighting<'a>, path: Option<String>) -> Result<(), Error> {
        let place = self.count;
        let at = |key: &str| match &path {
            Some(path) => [&**path, key].concat(),
            None => indexed("analyses", place, key),
        };
        let kind = sighting.kind.clone().map(canonical_type);
        for (name, key, what) in [
            (&sighting.analyse_id, ".analyse_id", "an analysis id"),
            (&sighting.folder_id, ".folder_id", "a folder id"),
            (&sighting.group_id, ".group_id", "a group id"),
            (&kind, ".type", "an analysis type"),
        ] {
            if let Some(name) = name {
                named(name, || at(key), what)?;
            }
        }
        if let Some(time) = sighting.time_updated.filter(|&time| !times::in_range(time)) {
            return Err(
                times::out_of_range(at(".time_updated")).with_found(&[&*time.to_string(), " microseconds"].concat())
            );
        }
        let result =
            sighting.result().map_err(|_| Error::new(ErrorCode::MissingOutcome, at(""), MissingOutcome::EXPECTED))?;
        let known_folder = self.claims.folder_id.as_ref().or(self.folder_id.as_ref().map(|(_, id)| id));
        if let (Some(id), Some(known)) = (&sighting.folder_id, known_folder)
            && id != known
        {
            return Err(conflict(ErrorCode::ConflictingFolders, at(".folder_id"), id, "folder", known));
        }
        let earlier = sighting.analyse_id.as_ref().and_then(|id| self.entry_of(self.ids.number(id)?));
        if let Some(entry) = earlier.and_then(|index| self.entries.get(index)) {
            agree(&self.groups, entry.group, sighting.group_id.as_ref()).map_err(|(found, known)| {
                conflict(ErrorCode::ConflictingGroups, at(".group_id"), found, "group", known)
            })?;
            agree(&self.kinds, entry.kind, kind.as_ref())
                .map_err(|(found, known)| conflict(ErrorCode::ConflictingTypes, at(".type"), found, "type", known))?;
        }

        let full = |key: &str| Error::new(ErrorCode::WrongShape, at(key), "fewer than 2^32 different names");
        let group = match sighting.group_id.clone() {
            Some(id) => Some(self.groups.number_or_insert(id).ok_or_else(|| full(".group_id"))?),
            None => None,
        };
        let kind = match kind {
            Some(name) => Some(self.kinds.number_or_insert(name).ok_or_else(|| full(".type"))?),
            None => None,
        };
        let id = match sighting.analyse_id.clone() {
            Some(id) => Some(self.ids.number_or_insert(id).ok_or_else(|| full(".analyse_id"))?),
            None => None,
        };
        if let Some(claimed) = sighting.mismatch() {
            self.mismatches.push(Mismatch { sighting: place, claimed, computed: result });
        }
        if let (None, Some(id)) = (&self.folder_id, sighting.folder_id) {
            self.folder_id = Some((place, id));
        }
        match earlier.and_then(|index| self.entries.get_mut(index)) {
            Some(entry) => {
                entry.group = entry.group.or(group);
                entry.kind = entry.kind.or(kind);
                entry.seen.insert(result, sighting.time_updated);
            }
            None => {
                let mut seen = Sightings::NONE;
                seen.insert(result, sighting.time_updated);
                if id.is_some() {
                    self.entry_of.push(self.entries.len());
                }
                self.entries.push(Entry { id, first: place, group, kind, seen });
            }
        }
        if let Some(path) = path {
            self.paths.push(path);
        }
        self.count = self.count.saturating_add(1);
        Ok(())
    }

    fn entry_of(&self, id: u32) -> Option<usize> {
        self.entry_of.get(usize::try_from(id).ok()?).copied()
    }

    /// Where a sighting stands.
    pub(crate) fn path(&self, sighting: usize) -> String {
        self.paths.get(sighting).cloned().unwrap_or_else(|| indexed("analyses", sighting, ""))
    }

    /// The verdict on what was seen so far (R3 to R9).
    ///
    /// ```
    /// use oz_status::{AnalysisResolution, Decision, Folder, Options, Sighting};
    /// let mut folder = Folder::new();
    /// folder.observe(Sighting::new().kind("QUALITY").resolution(AnalysisResolution::Success))?;
    /// assert_eq!(folder.verdict(&Options::new()).decision, Decision::Accept);
    /// assert_eq!(folder.verdict(&Options::new().require(["BIOMETRY"])?).decision, Decision::Wait);
    /// # Ok::<(), oz_status::Error>(())
    /// ```
    #[must_use]
    pub fn verdict(&self, options: &Options) -> Verdict<'a> {
        let analyses = self.merged();
        let mut cells = vec![Group::EMPTY; self.groups.len().saturating_add(1)];
        let result = roll_up_of(analyses.iter(), self.claims.state, &mut cells);
        let (groups, last_finished) = self.group_verdicts(&analyses, &cells);
        let mut requirements = Requirements::start(result.system_resolution);
        let required = self.requirements(options, &analyses, &cells, &result, &mut requirements);
        let evaluation = Evaluation { analyses: &analyses, cells: &cells, result };
        Verdict {
            folder_id: self.claims.folder_id.clone().or_else(|| self.folder_id.as_ref().map(|(_, id)| id.clone())),
            folder_status: result.folder_status,
            system_resolution: result.system_resolution,
            decision: requirements.decision(),
            determining: self.determining(&analyses, &cells, &result).map(|entry| self.name(entry)).collect(),
            last_finished,
            groups,
            findings: findings(self, options, &evaluation),
            required,
        }
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

    fn merged(&self) -> Vec<Analysis> {
        let analyses = self.entries.iter().map(|entry| {
            let observed = entry.seen.observed();
            Analysis {
                // an entry without a sighting cannot be; it would be unfinished
                resolution: observed.map_or(AnalysisResolution::Processing, |observed| observed.resolution),
                group: entry.group,
                kind: entry.kind,
                time_updated: observed.and_then(|observed| observed.time_updated),
            }
        });
        analyses.collect()
    }

    fn determining<'f>(
        &'f self,
        analyses: &'f [Analysis],
        cells: &'f [Group],
        result: &'f RollUp,
    ) -> impl Iterator<Item = &'f Entry> {
        let decides =
            |analysis: &Analysis| cell(cells, analysis.group).is_some_and(|cell| result.is_determining(analysis, cell));
        self.entries.iter().zip(analyses).filter(move |(_, analysis)| decides(analysis)).map(|(entry, _)| entry)
    }

    fn name(&self, entry: &Entry) -> Determining<'a> {
        Determining {
            index: entry.first,
            analyse_id: entry.id.and_then(|id| self.ids.name(id).cloned()),
            group_id: self.group_name(entry.group),
            kind: entry.kind.and_then(|kind| self.kinds.name(kind).cloned()),
        }
    }

    fn group_name(&self, group: Option<u32>) -> Option<Cow<'a, str>> {
        group.and_then(|group| self.groups.name(group).cloned())
    }

    fn group_verdicts(
        &self,
        analyses: &[Analysis],
        cells: &[Group],
    ) -> (Vec<GroupVerdict<'a>>, Vec<Option<Cow<'a, str>>>) {
        let mut groups: Vec<GroupVerdict<'a>> = Vec::with_capacity(cells.len());
        let mut last_finished = Vec::new();
        let mut places = vec![None; cells.len()];
        for analysis in analyses {
            let (Some(cell), Some(place)) = (cell(cells, analysis.group), cell_mut(&mut places, analysis.group)) else {
                continue;
            };
            let place = *place.get_or_insert_with(|| {
                let group_id = self.group_name(analysis.group);
                if cell.is_last_finished() {
                    last_finished.push(group_id.clone());
                }
                let (resolution, finished_at_us) = (cell.resolution(), cell.finished_at());
                groups.push(GroupVerdict { group_id, resolution, finished_at_us, counts: Tally::new() });
                groups.len().saturating_sub(1)
            });
            if let Some(group) = groups.get_mut(place) {
                // cannot overflow: a slice is shorter than u64::MAX
                let _ = group.counts.insert(analysis.resolution.into());
            }
        }
        (groups, last_finished)
    }

    /// R7.
    fn requirements(
        &self,
        options: &Options,
        analyses: &[Analysis],
        cells: &[Group],
        result: &RollUp,
        requirements: &mut Requirements,
    ) -> Vec<RequiredVerdict> {
        let kinds: Vec<_> = options.required.iter().map(|name| self.kinds.number(name)).collect();
        for analysis in analyses {
            let hidden = cell(cells, analysis.group).is_some_and(|cell| result.is_hidden_worse(analysis, cell));
            let required = analysis.kind.is_some() && kinds.contains(&analysis.kind);
            requirements.consider(analysis, hidden, !kinds.is_empty(), required);
        }
        let mut scratch = if kinds.is_empty() { Vec::new() } else { cells.to_vec() };
        let restricted = options.required.iter().zip(kinds).map(|(name, kind)| {
            let found = kind.and_then(|kind| roll_up_of_type(analyses, kind, self.claims.state, &mut scratch));
            requirements.require(found.as_ref());
            let determining = found.iter().flat_map(|result| {
                let decides = self.determining(analyses, &scratch, result);
                decides.filter(|entry| entry.kind == kind).map(|entry| entry.first)
            });
            RequiredVerdict {
                kind: name.clone(),
                determining: determining.collect(),
                resolution: found.map_or(crate::Resolution::Initial, |result| result.system_resolution),
            }
        });
        restricted.collect()
    }
}

fn named(name: &str, path: impl FnOnce() -> String, what: &'static str) -> Result<(), Error> {
    if name.is_empty() { Err(Error::new(ErrorCode::EmptyName, path(), what).with_found("")) } else { Ok(()) }
}

fn conflict(code: ErrorCode, path: String, found: &str, what: &str, known: &str) -> Error {
    Error::new(code, path, [what, " ", &quoted(known), " as elsewhere"].concat()).with_found(found)
}

/// Whether a name is the one known so far, where both are given.
fn agree<'n>(
    names: &'n Names<'_>,
    known: Option<u32>,
    found: Option<&'n Cow<'_, str>>,
) -> Result<(), (&'n str, &'n str)> {
    match (known.and_then(|known| names.name(known)), found) {
        (Some(known), Some(found)) if known != found => Err((found, known)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
