//! R2 to R5 over a slice of merged analyses, without allocation.
//!
//! The caller numbers groups densely from 0 and lends a scratch slice of `groups + 1` cells: cell 0 is the unnamed
//! group's, cell `g + 1` that of group `g`. Afterwards the cells tell each group's result and finish time.

use crate::status_set::StatusSet;
use crate::vocabulary::{AnalysisResolution, AnalysisState, FolderStatus, Resolution};
use core::fmt;

/// One analysis, its sightings merged (R8), its group and type as numbers of the caller's choice.
///
/// ```
/// use oz_status::{Analysis, AnalysisResolution};
/// let analysis = Analysis::new(AnalysisResolution::Success).in_group(0).of_type(7).ended_at(1_700_000_000_000_000);
/// assert_eq!(analysis.group, Some(0));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Analysis {
    /// The result (R1, R8).
    pub resolution: AnalysisResolution,
    /// The group's dense number; none for the unnamed group.
    pub group: Option<u32>,
    /// The type's number; none if the type is not known.
    pub kind: Option<u32>,
    /// The finish time (C8), in microseconds since 1970 UTC; none if not known.
    pub time_updated: Option<i64>,
}

impl Analysis {
    /// An analysis of the unnamed group, of unknown type and time.
    ///
    /// ```
    /// use oz_status::{Analysis, AnalysisResolution};
    /// assert_eq!(Analysis::new(AnalysisResolution::Failed).kind, None);
    /// ```
    #[must_use]
    pub const fn new(resolution: AnalysisResolution) -> Analysis {
        Analysis { resolution, group: None, kind: None, time_updated: None }
    }

    /// The same in a group.
    ///
    /// ```
    /// use oz_status::{Analysis, AnalysisResolution};
    /// assert_eq!(Analysis::new(AnalysisResolution::Failed).in_group(3).group, Some(3));
    /// ```
    #[must_use]
    pub const fn in_group(mut self, group: u32) -> Analysis {
        self.group = Some(group);
        self
    }

    /// The same of a type.
    ///
    /// ```
    /// use oz_status::{Analysis, AnalysisResolution};
    /// assert_eq!(Analysis::new(AnalysisResolution::Failed).of_type(1).kind, Some(1));
    /// ```
    #[must_use]
    pub const fn of_type(mut self, kind: u32) -> Analysis {
        self.kind = Some(kind);
        self
    }

    /// The same with a finish time in microseconds since 1970 UTC.
    ///
    /// ```
    /// use oz_status::{Analysis, AnalysisResolution};
    /// assert_eq!(Analysis::new(AnalysisResolution::Failed).ended_at(5).time_updated, Some(5));
    /// ```
    #[must_use]
    pub const fn ended_at(mut self, time_updated: i64) -> Analysis {
        self.time_updated = Some(time_updated);
        self
    }
}

/// What the rules know of one group: a cell of the scratch slice.
///
/// ```
/// use oz_status::{roll_up, Analysis, AnalysisResolution, Group, Resolution};
/// let mut cells = [Group::EMPTY; 2];
/// roll_up(&[Analysis::new(AnalysisResolution::Declined).in_group(0).ended_at(5)], None, &mut cells)?;
/// assert_eq!(cells[1].resolution(), Resolution::Declined);
/// assert_eq!(cells[1].finished_at(), Some(5));
/// assert!(cells[1].is_last_finished() && cells[0].is_empty());
/// # Ok::<(), oz_status::GroupIndexError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Group {
    members: StatusSet,
    latest: Option<i64>,
    time_unknown: bool,
    last: bool,
}

impl Group {
    /// A group without analyses.
    pub const EMPTY: Group = Group { members: StatusSet::EMPTY, latest: None, time_unknown: false, last: false };

    /// Whether the group has no analyses.
    ///
    /// ```
    /// assert!(oz_status::Group::EMPTY.is_empty());
    /// ```
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// R2.
    ///
    /// ```
    /// assert_eq!(oz_status::Group::EMPTY.resolution(), oz_status::Resolution::Initial);
    /// ```
    #[must_use]
    pub fn resolution(&self) -> Resolution {
        self.members.result()
    }

    /// The latest finish time of its analyses, in microseconds since 1970 UTC; none while one runs or is unknown.
    ///
    /// ```
    /// assert_eq!(oz_status::Group::EMPTY.finished_at(), None);
    /// ```
    #[must_use]
    pub const fn finished_at(&self) -> Option<i64> {
        if self.time_unknown || self.is_running() { None } else { self.latest }
    }

    /// Whether it is among the last-finished groups (R4).
    ///
    /// ```
    /// assert!(!oz_status::Group::EMPTY.is_last_finished());
    /// ```
    #[must_use]
    pub const fn is_last_finished(&self) -> bool {
        self.last
    }

    pub(crate) const fn is_running(&self) -> bool {
        self.members.contains(Resolution::Processing)
    }

    fn insert(&mut self, analysis: &Analysis) {
        self.members.insert(analysis.resolution.into());
        self.latest = self.latest.max(analysis.time_updated);
        self.time_unknown |= analysis.time_updated.is_none();
    }
}

/// A group number beyond the scratch slice.
///
/// ```
/// use oz_status::{roll_up, Analysis, AnalysisResolution, Group};
/// let analyses = [Analysis::new(AnalysisResolution::Success).in_group(1)];
/// let error = roll_up(&analyses, None, &mut [Group::EMPTY; 2]).unwrap_err();
/// assert_eq!(error.to_string(), "analysis 0 is in group 1, but the slice has cells for 1");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct GroupIndexError {
    /// The place of the analysis in the slice.
    pub analysis: usize,
    /// Its group; none for the unnamed group, whose cell is missing when the slice is empty.
    pub group: Option<u32>,
    /// How many groups the slice has cells for, the unnamed one aside.
    pub groups: usize,
}

impl fmt::Display for GroupIndexError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.group {
            Some(group) => {
                write!(f, "analysis {} is in group {group}, but the slice has cells for {}", self.analysis, self.groups)
            }
            None => write!(f, "analysis {} is in the unnamed group, which needs cell 0", self.analysis),
        }
    }
}

impl core::error::Error for GroupIndexError {}

/// The results of a folder (R3, R4).
///
/// ```
/// use oz_status::{roll_up, FolderStatus, Group, Resolution};
/// let empty = roll_up(&[], None, &mut [Group::EMPTY])?;
/// assert_eq!((empty.folder_status, empty.system_resolution), (FolderStatus::Initial, Resolution::Initial));
/// # Ok::<(), oz_status::GroupIndexError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[non_exhaustive]
pub struct RollUp {
    /// R3, a callback's state joined.
    pub folder_status: FolderStatus,
    /// R4, a callback's state joined.
    pub system_resolution: Resolution,
    /// The join over all analyses, without a callback's state; `INITIAL` if there are none.
    pub join: Resolution,
    /// Whether an analysis runs, or a callback says so.
    pub in_progress: bool,
    /// How many groups are last-finished.
    pub last_finished: usize,
}

impl RollUp {
    /// R5: whether this analysis determines the system resolution, given its group's cell.
    ///
    /// ```
    /// use oz_status::{roll_up, Analysis, AnalysisResolution::*, Group};
    /// let analyses = [Analysis::new(Success), Analysis::new(Declined)];
    /// let mut cells = [Group::EMPTY];
    /// let result = roll_up(&analyses, None, &mut cells)?;
    /// assert!(!result.is_determining(&analyses[0], &cells[0]) && result.is_determining(&analyses[1], &cells[0]));
    /// # Ok::<(), oz_status::GroupIndexError>(())
    /// ```
    #[must_use]
    pub fn is_determining(&self, analysis: &Analysis, cell: &Group) -> bool {
        let counts = if self.in_progress { analysis.resolution == AnalysisResolution::Processing } else { cell.last };
        counts && Resolution::from(analysis.resolution) == self.system_resolution
    }

    /// R7 (C7), R9: whether this analysis stands outside the last-finished groups and is worse than the result.
    pub(crate) fn is_hidden_worse(&self, analysis: &Analysis, cell: &Group) -> bool {
        !cell.last && Resolution::from(analysis.resolution) > self.system_resolution
    }
}

/// The cell of a group: 0 for the unnamed one.
pub(crate) fn cell<T>(cells: &[T], group: Option<u32>) -> Option<&T> {
    cells.get(cell_index(group)?)
}

fn cell_index(group: Option<u32>) -> Option<usize> {
    group.map_or(Some(0), |number| usize::try_from(number).ok()?.checked_add(1))
}

pub(crate) fn cell_mut<T>(cells: &mut [T], group: Option<u32>) -> Option<&mut T> {
    cells.get_mut(cell_index(group)?)
}

/// R3 and R4 of a folder; a callback's own state joins both.
///
/// Linear in the analyses, and cells of groups without analyses are left alone; begin with [`Group::EMPTY`] cells.
///
/// # Errors
/// A group number for which `groups` has no cell.
///
/// ```
/// use oz_status::{roll_up, Analysis, AnalysisResolution::*, FolderStatus, Group, Resolution};
/// let analyses = [
///     Analysis::new(Declined).in_group(0).ended_at(1_700_000_000_000_000),
///     Analysis::new(Success).in_group(1).ended_at(1_700_000_060_000_000),
/// ];
/// let result = roll_up(&analyses, None, &mut [Group::EMPTY; 3])?;
/// assert_eq!(result.folder_status, FolderStatus::Finished);
/// // the last-finished group alone counts here: require types, or use `decide`, to see the other
/// assert_eq!(result.system_resolution, Resolution::Success);
/// # Ok::<(), oz_status::GroupIndexError>(())
/// ```
pub fn roll_up(
    analyses: &[Analysis],
    callback: Option<AnalysisState>,
    groups: &mut [Group],
) -> Result<RollUp, GroupIndexError> {
    let known = groups.len().saturating_sub(1);
    let missing = analyses.iter().position(|analysis| cell(groups, analysis.group).is_none());
    if let Some(index) = missing {
        let group = analyses.get(index).and_then(|analysis| analysis.group);
        return Err(GroupIndexError { analysis: index, group, groups: known });
    }
    Ok(roll_up_of(analyses.iter(), callback, groups))
}

/// R4 over the analyses of one type alone (R7); none if there are none.
pub(crate) fn roll_up_of_type(
    analyses: &[Analysis],
    kind: u32,
    callback: Option<AnalysisState>,
    groups: &mut [Group],
) -> Option<RollUp> {
    let restricted = analyses.iter().filter(move |analysis| analysis.kind == Some(kind));
    restricted.clone().next()?;
    Some(roll_up_of(restricted, callback, groups))
}

/// R3 and R4 of any part of a folder whose groups all have cells.
pub(crate) fn roll_up_of<'a>(
    analyses: impl Iterator<Item = &'a Analysis> + Clone,
    callback: Option<AnalysisState>,
    groups: &mut [Group],
) -> RollUp {
    for analysis in analyses.clone() {
        if let Some(cell) = cell_mut(groups, analysis.group) {
            *cell = Group::EMPTY;
        }
    }
    let mut members = StatusSet::EMPTY;
    let (mut some_named, mut some_unnamed) = (false, false);
    for analysis in analyses.clone() {
        members.insert(analysis.resolution.into());
        some_named |= analysis.group.is_some();
        some_unnamed |= analysis.group.is_none();
        if let Some(cell) = cell_mut(groups, analysis.group) {
            cell.insert(analysis);
        }
    }
    if some_named
        && some_unnamed
        && let Some(unnamed) = groups.first_mut()
    {
        unnamed.time_unknown = true; // C9
    }
    let join = members.result();
    let running = join == Resolution::Processing || callback == Some(AnalysisState::Processing);
    let mut result =
        RollUp { folder_status: join.into(), system_resolution: join, join, in_progress: running, last_finished: 0 };
    if !result.in_progress {
        let (in_last, last_finished) = mark_last_finished(analyses, groups);
        result.last_finished = last_finished;
        result.system_resolution = in_last.result();
    }
    if let Some(state @ (AnalysisState::Processing | AnalysisState::Failed)) = callback {
        result.system_resolution = result.system_resolution.join(state.lift());
        result.folder_status = join.join(state.lift()).into();
    }
    result
}

/// Marks the groups possibly last (R4, C5): their members, and how many groups they are.
fn mark_last_finished<'a>(
    analyses: impl Iterator<Item = &'a Analysis> + Clone,
    groups: &mut [Group],
) -> (StatusSet, usize) {
    let finish_times = analyses.clone().filter_map(|analysis| cell(groups, analysis.group)?.finished_at());
    let latest = finish_times.max();
    let (mut members, mut count) = (StatusSet::EMPTY, 0_usize);
    for analysis in analyses {
        if let Some(cell) = cell_mut(groups, analysis.group) {
            let possibly_last = cell.time_unknown || cell.latest == latest;
            if possibly_last && !cell.last {
                cell.last = true;
                members |= cell.members;
                count = count.saturating_add(1);
            }
        }
    }
    (members, count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use AnalysisResolution::{Declined, Failed, Processing, Success};
    use std::string::ToString;

    fn result(analyses: &[Analysis]) -> RollUp {
        roll_up(analyses, None, &mut [Group::EMPTY; 4]).expect("cells suffice")
    }

    #[test]
    fn an_analysis_is_what_it_is_told_to_be() {
        let told = Analysis::new(Failed).in_group(3).of_type(1).ended_at(5);
        assert_eq!(told, Analysis { resolution: Failed, group: Some(3), kind: Some(1), time_updated: Some(5) });
    }

    #[test]
    fn a_group_without_a_cell_is_named() {
        let analyses = [Analysis::new(Success).in_group(0), Analysis::new(Success).in_group(1)];
        let error = roll_up(&analyses, None, &mut [Group::EMPTY; 2]).unwrap_err();
        assert_eq!(error, GroupIndexError { analysis: 1, group: Some(1), groups: 1 });
        assert_eq!(error.to_string(), "analysis 1 is in group 1, but the slice has cells for 1");
        let error = roll_up(&[Analysis::new(Success)], None, &mut []).unwrap_err();
        assert_eq!(error, GroupIndexError { analysis: 0, group: None, groups: 0 });
        assert_eq!(error.to_string(), "analysis 0 is in the unnamed group, which needs cell 0");
    }

    #[test]
    fn cells_tell_of_their_groups() {
        let analyses = [
            Analysis::new(Declined).in_group(0).ended_at(5),
            Analysis::new(Success).in_group(0).ended_at(7),
            Analysis::new(Success).in_group(1).ended_at(6),
            Analysis::new(Success).in_group(1),
            Analysis::new(Failed).in_group(2).ended_at(6),
        ];
        let mut cells = [Group::EMPTY; 5];
        let result = roll_up(&analyses, None, &mut cells).expect("cells suffice");
        assert_eq!(cells.map(|cell| cell.is_empty()), [true, false, false, false, true]);
        assert_eq!(cells.map(|cell| cell.is_last_finished()), [false, true, true, false, false]);
        assert_eq!(cells.map(|cell| cell.finished_at()), [None, Some(7), None, Some(6), None]);
        assert_eq!(cells[1].resolution(), Resolution::Declined);
        assert_eq!((result.last_finished, result.join), (2, Resolution::Failed));
        let determining = analyses
            .map(|analysis| result.is_determining(&analysis, cell(&cells, analysis.group).expect("cells suffice")));
        assert_eq!(determining, [true, false, false, false, false]);
    }

    #[test]
    fn while_one_runs_all_that_run_determine() {
        let analyses = [Analysis::new(Declined).in_group(0).ended_at(5), Analysis::new(Processing).in_group(1)];
        let mut cells = [Group::EMPTY; 3];
        let result = roll_up(&analyses, None, &mut cells).expect("cells suffice");
        assert!(result.in_progress && cells[2].is_running() && !cells[1].is_running());
        assert_eq!(cells[2].finished_at(), None);
        assert!(!result.is_determining(&analyses[0], &cells[1]) && result.is_determining(&analyses[1], &cells[2]));
    }

    #[test]
    fn the_last_finished_group_counts_and_ties_join() {
        let first = Analysis::new(Declined).in_group(0);
        let second = Analysis::new(Success).in_group(1);
        let system = |a, b| result(&[a, b]).system_resolution;
        assert_eq!(system(first.ended_at(1), second.ended_at(2)), Resolution::Success);
        assert_eq!(system(first.ended_at(2), second.ended_at(1)), Resolution::Declined);
        assert_eq!(system(first.ended_at(2), second.ended_at(2)), Resolution::Declined);
        assert_eq!(system(first, second.ended_at(2)), Resolution::Declined);
        assert_eq!(system(first.ended_at(9), second), Resolution::Declined);
    }

    #[test]
    fn the_unnamed_group_beside_named_ones_is_always_possibly_last() {
        let unnamed = Analysis::new(Declined).ended_at(1);
        assert_eq!(
            result(&[unnamed, Analysis::new(Success).in_group(0).ended_at(2)]).system_resolution,
            Resolution::Declined
        );
        let mut cells = [Group::EMPTY; 2];
        roll_up(&[unnamed], None, &mut cells).expect("cells suffice");
        assert_eq!(cells[0].finished_at(), Some(1));
    }

    #[test]
    fn what_runs_hides_nothing_but_its_own_end() {
        let running = [Analysis::new(Failed).in_group(0).ended_at(1), Analysis::new(Processing).in_group(1)];
        let status = result(&running);
        assert_eq!(status.folder_status, FolderStatus::Processing);
        assert_eq!(status.system_resolution, Resolution::Processing);
        assert_eq!(status.last_finished, 0);
    }
}
