//! The caller's cells as room for core's analyses and groups.

use super::Cell;
use core::mem::MaybeUninit;
use oz_status::{Analysis, Group};

const _: () = assert!(
    size_of::<Analysis>() <= size_of::<Cell>() && size_of::<Group>() <= size_of::<Cell>(),
    "a cell holds an analysis or a group"
);
const _: () = assert!(
    align_of::<Analysis>() <= align_of::<Cell>() && align_of::<Group>() <= align_of::<Cell>(),
    "a cell is aligned for an analysis and a group"
);

/// Analyses from the first cell on, then groups. A place counts as an analysis only when it was written.
pub(super) struct Lent<'a> {
    analyses: &'a mut [MaybeUninit<Analysis>],
    written: usize,
    groups: &'a mut [Group],
}

impl<'a> Lent<'a> {
    /// # Safety
    /// `cells` is aligned and names at least `analyses + groups` cells of writable memory that nobody else uses
    /// during `'a`; these are not more than memory has.
    pub(super) unsafe fn new(cells: *mut Cell, analyses: usize, groups: usize) -> Lent<'a> {
        // SAFETY: within the cells, and apart from the analyses, of which none is larger than a cell
        let first_group = unsafe { cells.add(analyses) }.cast::<Group>();
        for place in 0..groups {
            // SAFETY: a group is no larger than a cell, hence all of them lie within the cells after the analyses
            unsafe { first_group.add(place).write(Group::EMPTY) };
        }
        // SAFETY: as above, and just written
        let groups = unsafe { core::slice::from_raw_parts_mut(first_group, groups) };
        // SAFETY: within the cells before the groups; MaybeUninit asks nothing of what they hold
        let analyses = unsafe { core::slice::from_raw_parts_mut(cells.cast(), analyses) };
        Lent { analyses, written: 0, groups }
    }

    pub(super) fn push(&mut self, analysis: Analysis) {
        if let Some(place) = self.analyses.get_mut(self.written) {
            place.write(analysis);
            self.written = self.written.saturating_add(1);
        }
    }

    pub(super) fn slices(self) -> (&'a [Analysis], &'a mut [Group]) {
        // SAFETY: `push` counts a place only after writing it, hence these are written and within the cells
        let analyses = unsafe { core::slice::from_raw_parts(self.analyses.as_ptr().cast(), self.written) };
        (analyses, self.groups)
    }
}
