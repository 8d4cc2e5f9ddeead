//! From the analyses of a folder to its verdict (R2 to R7).

use crate::findings::findings;
use crate::folder::{Entry, Folder};
use crate::options::Options;
use crate::requirements::Requirements;
use crate::roll_up::{Analysis, Group, RollUp, cell, cell_mut, roll_up_of};
use crate::tally::Tally;
use crate::verdict::{Determining, GroupVerdict, RequiredVerdict, Verdict};
use crate::vocabulary::{AnalysisResolution, AnalysisState, Decision, Resolution};
use alloc::borrow::Cow;
use alloc::vec;
use alloc::vec::Vec;

/// Analyses of a folder, or some of them, rolled up.
pub(crate) struct Evaluation {
    pub(crate) analyses: Vec<Analysis>,
    pub(crate) cells: Vec<Group>,
    pub(crate) result: RollUp,
}

impl Evaluation {
    fn of(analyses: Vec<Analysis>, callback: Option<AnalysisState>, cells: usize) -> Evaluation {
        let mut cells = vec![Group::EMPTY; cells];
        let result = roll_up_of(analyses.iter(), callback, &mut cells);
        Evaluation { analyses, cells, result }
    }

    /// Of those alone that are to be kept.
    pub(crate) fn restricted(
        &self,
        callback: Option<AnalysisState>,
        is_kept: &dyn Fn(&Analysis) -> bool,
    ) -> Evaluation {
        let kept = self.analyses.iter().copied().filter(is_kept).collect();
        Evaluation::of(kept, callback, self.cells.len())
    }

    /// Whether the group of an analysis is so.
    pub(crate) fn group(&self, analysis: &Analysis, is_so: impl FnOnce(&Group) -> bool) -> bool {
        cell(&self.cells, analysis.group).is_some_and(is_so)
    }

    fn is_determining(&self, analysis: &Analysis) -> bool {
        self.group(analysis, |group| self.result.is_determining(analysis, group))
    }

    pub(crate) fn is_hidden_worse(&self, analysis: &Analysis) -> bool {
        self.group(analysis, |group| self.result.is_hidden_worse(analysis, group))
    }
}

impl<'a> Folder<'a> {
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
        let whole = Evaluation::of(self.merged(), self.claims.state, self.groups.len().saturating_add(1));
        let (groups, last_finished) = self.group_verdicts(&whole);
        let (required, decision) = self.requirements(options, &whole);
        Verdict {
            folder_id: self.known_id().cloned(),
            folder_status: whole.result.folder_status,
            system_resolution: whole.result.system_resolution,
            decision,
            determining: self.determining(&whole, &whole, None).into_iter().map(|entry| self.name(entry)).collect(),
            last_finished,
            groups,
            required,
            findings: findings(self, options, &whole),
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

    /// R5 in a part of the folder: of one type, or all of it.
    fn determining(&self, whole: &Evaluation, part: &Evaluation, kind: Option<u32>) -> Vec<&Entry> {
        let entries = self.entries.iter().zip(&whole.analyses);
        let decides =
            entries.filter(|(_, analysis)| (kind.is_none() || analysis.kind == kind) && part.is_determining(analysis));
        decides.map(|(entry, _)| entry).collect()
    }

    fn name(&self, entry: &Entry) -> Determining<'a> {
        Determining {
            index: entry.first,
            analyse_id: self.ids.name(entry.id),
            group_id: self.groups.name(entry.group),
            kind: self.kinds.name(entry.kind),
        }
    }

    fn group_verdicts(&self, whole: &Evaluation) -> (Vec<GroupVerdict<'a>>, Vec<Option<Cow<'a, str>>>) {
        let mut groups: Vec<GroupVerdict<'a>> = Vec::with_capacity(whole.cells.len());
        let mut last_finished = Vec::new();
        let mut places = vec![None; whole.cells.len()];
        for analysis in &whole.analyses {
            let (cell, place) = (cell(&whole.cells, analysis.group), cell_mut(&mut places, analysis.group));
            let (Some(cell), Some(place)) = (cell, place) else { continue };
            let place = *place.get_or_insert_with(|| {
                let group_id = self.groups.name(analysis.group);
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
    fn requirements(&self, options: &Options, whole: &Evaluation) -> (Vec<RequiredVerdict>, Decision) {
        let mut requirements = Requirements::start(whole.result.system_resolution);
        let kinds: Vec<_> = options.required.iter().map(|name| self.kinds.number(name)).collect();
        for analysis in &whole.analyses {
            let is_required = analysis.kind.is_some() && kinds.contains(&analysis.kind);
            requirements.consider(analysis, whole.is_hidden_worse(analysis), !kinds.is_empty(), is_required);
        }
        let required = options.required.iter().zip(kinds).map(|(name, kind)| {
            let of_kind = |analysis: &Analysis| analysis.kind == kind;
            let part = kind.map(|_| whole.restricted(self.claims.state, &of_kind));
            requirements.require(part.as_ref().map(|part| &part.result));
            let determining = part.iter().flat_map(|part| self.determining(whole, part, kind));
            RequiredVerdict {
                kind: name.clone(),
                determining: determining.map(|entry| entry.first).collect(),
                resolution: part.as_ref().map_or(Resolution::Initial, |part| part.result.system_resolution),
            }
        });
        (required.collect(), requirements.decision())
    }
}
