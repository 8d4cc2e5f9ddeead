//! Columns of codes: one result for each group.

use crate::border::{Outcome, Plain, addresses, check_apart, check_optional, check_span, put, slice, slice_mut};
use crate::error::Code;
use oz_status::{ColumnError, Offset, group_results, group_results_by};

/// What a column function says, and the row it is about.
///
/// # Safety
/// `row` was checked by [`check_optional`].
unsafe fn say(done: Result<(), ColumnError>, row: *mut usize) -> Code {
    let Err(error) = done else { return Code::OzOk };
    if let ColumnError::UnknownCode { row: place, .. }
    | ColumnError::BadOffset { row: place }
    | ColumnError::BadGroup { row: place, .. } = error
    {
        // SAFETY: checked, and no slice of the caller's is used any more
        unsafe { put(row, place) };
    }
    error.into()
}

fn check_written(
    (results, groups): (*const u8, usize),
    row: *const usize,
    read: [core::ops::Range<usize>; 2],
) -> Outcome<()> {
    check_span(results, groups)?;
    check_optional(row)?;
    let results = addresses(results, groups);
    check_apart(&results, &addresses(row, 1))?;
    read.iter().try_for_each(|read| check_apart(&results, read))
}

/// # Safety
/// As the head of the header asks of every pointer.
unsafe fn by_offsets<O: Offset + Plain>(
    (codes, len): (*const u8, usize),
    offsets: *const O,
    (results, groups): (*mut u8, usize),
    row: *mut usize,
) -> Outcome<Code> {
    let ends = groups.checked_add(1).ok_or(Code::OzTooLong)?;
    check_span(codes, len)?;
    check_span(offsets, ends)?;
    check_written((results, groups), row, [addresses(codes, len), addresses(offsets, ends)])?;
    // SAFETY: the caller's pointers; what is written stands apart
    let (codes, offsets, results) = unsafe { (slice(codes, len)?, slice(offsets, ends)?, slice_mut(results, groups)?) };
    // SAFETY: `row` is checked
    Ok(unsafe { say(group_results(codes, offsets, results), row) })
}

fn flat(outcome: Outcome<Code>) -> Code {
    outcome.unwrap_or_else(|code| code)
}

/// The result of each of `groups` groups (R2), where group i is codes[offsets[i]] to before codes[offsets[i + 1]]:
/// there is one offset more than there are groups. A group without codes is OZ_RESOLUTION_INITIAL.
/// `results` has room for `groups` codes, and must not overlap the inputs (OZ_OVERLAP).
/// OZ_UNKNOWN_CODE (row of the codes), OZ_BAD_OFFSET (row of the offsets): the row is written unless `row` is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_group_results_u32(
    codes: *const u8,
    len: usize,
    offsets: *const u32,
    groups: usize,
    results: *mut u8,
    row: *mut usize,
) -> Code {
    // SAFETY: the caller's pointers, as the head of the header asks
    flat(unsafe { by_offsets((codes, len), offsets, (results, groups), row) })
}

/// As oz_group_results_u32, for long columns.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_group_results_u64(
    codes: *const u8,
    len: usize,
    offsets: *const u64,
    groups: usize,
    results: *mut u8,
    row: *mut usize,
) -> Code {
    // SAFETY: the caller's pointers, as the head of the header asks
    flat(unsafe { by_offsets((codes, len), offsets, (results, groups), row) })
}

/// The result of each of `groups` groups (R2), where code i belongs to group group_index[i], counted from 0, in any
/// order. A group without codes is OZ_RESOLUTION_INITIAL. `results` as in oz_group_results_u32.
/// OZ_UNKNOWN_CODE, OZ_BAD_GROUP: the row is written unless `row` is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_group_results_by(
    codes: *const u8,
    len: usize,
    group_index: *const u32,
    groups: usize,
    results: *mut u8,
    row: *mut usize,
) -> Code {
    let compute = || {
        check_span(codes, len)?;
        check_span(group_index, len)?;
        check_written((results, groups), row, [addresses(codes, len), addresses(group_index, len)])?;
        // SAFETY: the caller's pointers; what is written stands apart
        let (codes, index, results) =
            unsafe { (slice(codes, len)?, slice(group_index, len)?, slice_mut(results, groups)?) };
        // SAFETY: `row` is checked
        Ok(unsafe { say(group_results_by(codes, index, results), row) })
    };
    flat(compute())
}
