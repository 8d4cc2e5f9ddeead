//! Folders without JSON: merged analyses in, a verdict out, in memory that the caller lends.

mod cells;

use crate::border::{
    Outcome, addresses, check_apart, check_optional, check_out, check_span, put, put_all, read, slice,
};
use crate::error::Code;
use cells::Lent;
use oz_status::{AnalysisResolution, AnalysisState};

/// The group of an analysis without group id: the unnamed group.
pub const NO_GROUP: u32 = 0;

/// The type of an analysis that has none.
pub const NO_TYPE: u32 = 0;

/// One analysis, its sightings merged (R8). Zeroed, it is refused.
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Analysis {
    /// OZ_RESOLUTION_*, but not INITIAL: see oz_analysis_result.
    pub resolution: u8,
    /// Whether `time_updated` is known: 1 or 0.
    pub has_time: u8,
    /// Zero.
    pub reserved: [u8; 2],
    /// The group's number, from 1 to the folder's `groups`; OZ_NO_GROUP for the unnamed group.
    pub group: u32,
    /// The type's number, of your choice, from 1; OZ_NO_TYPE if it has none.
    pub r#type: u32,
    /// Zero.
    pub reserved2: u32,
    /// The finish time in microseconds since 1970 UTC.
    pub time_updated: i64,
}

/// A folder. Zeroed but for the analyses and their length, it requires nothing.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Folder {
    /// sizeof(oz_folder), or 0 for the struct as it was in the first version.
    pub struct_size: u32,
    /// The state of a Web SDK callback itself, OZ_ANALYSIS_STATE_*; 0 for none.
    pub callback_state: u8,
    /// Zero.
    pub reserved: [u8; 3],
    /// The analyses.
    pub analyses: *const Analysis,
    /// How many analyses.
    pub analyses_len: usize,
    /// The numbers of the types required (R7).
    pub required: *const u32,
    /// How many types are required.
    pub required_len: usize,
    /// How many groups are numbered; the unnamed one is not among them.
    pub groups: usize,
}

/// What a folder comes to. Zeroed, no field of it is a verdict.
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Verdict {
    /// OZ_FOLDER_STATUS_* (R3).
    pub folder_status: u8,
    /// OZ_RESOLUTION_* (R4).
    pub system_resolution: u8,
    /// OZ_DECISION_* (R7). This is what to act upon.
    pub decision: u8,
    /// 1 if nothing further is awaited, else 0.
    pub is_final: u8,
    /// 1 if findings were looked for: by oz_resolve_json, not by oz_resolve_folder.
    pub has_findings: u8,
    /// Zero.
    pub reserved: [u8; 3],
    /// How many findings (R9).
    pub findings: u32,
    /// How many of them are contradictions: no other reading of the vendor's page explains them.
    pub contradictions: u32,
    /// How many analyses determine the system resolution (R5).
    pub determining: u64,
    /// How many groups are last-finished (R4).
    pub last_finished: u64,
    /// Zero: room for what later versions tell.
    pub reserved2: [u64; 4],
}

/// What one group of a folder comes to.
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Group {
    /// OZ_RESOLUTION_* (R2); INITIAL for a group without analyses.
    pub resolution: u8,
    /// Whether `finished_at` is known: 1 or 0.
    pub has_time: u8,
    /// Whether it is among the last-finished groups: 1 or 0.
    pub is_last_finished: u8,
    /// Zero.
    pub reserved: [u8; 5],
    /// When it finished, in microseconds since 1970 UTC.
    pub finished_at: i64,
}

/// Room for the work of oz_resolve_folder. What it holds means nothing before and after.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    /// Not yours to read.
    pub opaque: [u64; 6],
}

fn converted(analysis: &Analysis) -> Outcome<oz_status::Analysis> {
    let mut result = oz_status::Analysis::new(AnalysisResolution::try_from(analysis.resolution)?);
    if analysis.reserved != [0; 2] || analysis.reserved2 != 0 || analysis.has_time > 1 {
        return Err(Code::OzBadValue);
    }
    result.group = analysis.group.checked_sub(1);
    result.kind = Some(analysis.r#type).filter(|&kind| kind != NO_TYPE);
    result.time_updated = Some(analysis.time_updated).filter(|_| analysis.has_time == 1);
    Ok(result)
}

/// Where the results of a folder go.
struct Outputs {
    verdict: *mut Verdict,
    groups: *mut Group,
    determining: *mut usize,
    capacity: usize,
    needed: *mut usize,
    row: *mut usize,
}

/// The results of a folder (R3 to R7), in linear time for each required type and without allocation.
///
/// The caller lends `cells`, at least OZ_CELLS(analyses, groups) of them; they must not overlap anything else here
/// (OZ_OVERLAP), and need not be initialised. What may be NULL is not wanted:
/// - `groups`: room for folder->groups + 1 entries, the unnamed group first, group g at index g;
/// - `determining`: with a `capacity` of 0; else the indices of the determining analyses (R5) are written there;
/// - `needed`: how many determining analyses there are; with OZ_TOO_SMALL it is written, and nothing else;
/// - `row`: the analysis that is wrong, with OZ_UNKNOWN_CODE, OZ_BAD_GROUP or OZ_BAD_VALUE, or else the required
///   type, written with these errors alone.
///
/// OZ_UNKNOWN_CODE also for a callback state that is none (the row is then SIZE_MAX), OZ_STRUCT_SIZE; OZ_TOO_SMALL
/// with `needed` unchanged if it is `cells` that are too few.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_resolve_folder(
    folder: *const Folder,
    cells: *mut Cell,
    cells_len: usize,
    verdict: *mut Verdict,
    groups: *mut Group,
    determining: *mut usize,
    capacity: usize,
    needed: *mut usize,
    row: *mut usize,
) -> Code {
    let outputs = Outputs { verdict, groups, determining, capacity, needed, row };
    // SAFETY: the caller's pointers, as the head of the header asks
    unsafe { resolve(folder, (cells, cells_len), &outputs) }.err().unwrap_or(Code::OzOk)
}

/// # Safety
/// As the head of the header asks of every pointer.
unsafe fn resolve(folder: *const Folder, (cells, cells_len): (*mut Cell, usize), out: &Outputs) -> Outcome<()> {
    // SAFETY: the caller's pointer
    let asked = unsafe { read(folder) }?;
    if asked.struct_size != 0 && usize::try_from(asked.struct_size) != Ok(size_of::<Folder>()) {
        return Err(Code::OzStructSize);
    }
    if asked.reserved != [0; 3] {
        return Err(Code::OzBadValue);
    }
    let group_cells = asked.groups.checked_add(1).ok_or(Code::OzTooLong)?;
    check_outputs(out, group_cells)?;
    check_span(asked.analyses, asked.analyses_len)?;
    check_span(asked.required, asked.required_len)?;
    check_span(cells.cast_const(), cells_len)?;
    if asked.analyses_len.checked_add(group_cells).is_none_or(|needed| cells_len < needed) {
        return Err(Code::OzTooSmall);
    }
    let written = addresses(cells.cast_const(), cells_len);
    let others = [
        addresses(folder, 1),
        addresses(asked.analyses, asked.analyses_len),
        addresses(asked.required, asked.required_len),
        addresses(out.verdict, 1),
        addresses(out.groups, group_cells),
        addresses(out.determining, out.capacity),
        addresses(out.needed, 1),
        addresses(out.row, 1),
    ];
    others.iter().try_for_each(|other| check_apart(&written, other))?;

    let callback = match asked.callback_state {
        0 => Ok(None),
        state => AnalysisState::try_from(state).map(Some),
    };
    // SAFETY: checked above
    let wrong = |place: usize| unsafe { put(out.row, place) };
    let callback = callback.inspect_err(|_| wrong(usize::MAX))?;
    // SAFETY: the caller's pointers; nothing is written to the inputs while these slices are used
    let (analyses, required) =
        unsafe { (slice(asked.analyses, asked.analyses_len)?, slice(asked.required, asked.required_len)?) };
    // SAFETY: as many cells as are checked above, apart from all else
    let mut lent = unsafe { Lent::new(cells, analyses.len(), group_cells) };
    for (place, analysis) in analyses.iter().enumerate() {
        lent.push(converted(analysis).inspect_err(|_| wrong(place))?);
    }
    if let Some(place) = required.iter().position(|&kind| kind == NO_TYPE) {
        wrong(place);
        return Err(Code::OzBadValue);
    }
    let (analyses, groups) = lent.slices();
    let (result, decision) = oz_status::decide(analyses, required, callback, groups).map_err(|error| {
        wrong(error.analysis);
        Code::OzBadGroup
    })?;

    let cell_of = |analysis: &oz_status::Analysis| {
        let number = analysis.group.map_or(0, |group| usize::try_from(group).unwrap_or(usize::MAX).saturating_add(1));
        groups.get(number).unwrap_or(&oz_status::Group::EMPTY)
    };
    let determining = || {
        // neither `enumerate` nor `count`: where arithmetic is checked, a panic is in their reach
        let all = (0..analyses.len()).zip(analyses);
        all.filter(|(_, analysis)| result.is_determining(analysis, cell_of(analysis))).map(|(place, _)| place)
    };
    let count = determining().fold(0_usize, |count, _| count.saturating_add(1));
    if !out.determining.is_null() && out.capacity < count {
        // SAFETY: checked in check_outputs
        unsafe { put(out.needed, count) };
        return Err(Code::OzTooSmall);
    }
    let verdict = Verdict {
        folder_status: result.folder_status.code(),
        system_resolution: result.system_resolution.code(),
        decision: decision.code(),
        is_final: decision.is_final().into(),
        determining: wide(count),
        last_finished: wide(result.last_finished),
        ..Verdict::default()
    };
    // SAFETY: checked in check_outputs; the caller's inputs are no longer read, and the cells stand apart
    unsafe {
        put_all(out.determining, determining());
        put_all(out.groups, groups.iter().map(told));
        put(out.needed, count);
        put(out.verdict, verdict);
    }
    Ok(())
}

fn check_outputs(out: &Outputs, group_cells: usize) -> Outcome<()> {
    check_out(out.verdict)?;
    check_span(out.groups, if out.groups.is_null() { 0 } else { group_cells })?;
    check_span(out.determining, out.capacity)?;
    check_optional(out.needed)?;
    check_optional(out.row)
}

fn told(group: &oz_status::Group) -> Group {
    Group {
        resolution: group.resolution().code(),
        has_time: group.finished_at().is_some().into(),
        is_last_finished: group.is_last_finished().into(),
        reserved: [0; 5],
        finished_at: group.finished_at().unwrap_or(0),
    }
}

pub(crate) fn wide(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
