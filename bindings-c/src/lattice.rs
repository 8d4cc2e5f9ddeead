//! Single resolutions, and groups of them.

use crate::border::{Outcome, give, slice};
use crate::error::Code;
use core::cmp::Ordering;
use oz_status::{AnalysisResolution, AnalysisState, FolderStatus, Resolution, analysis_result, group_result_of_codes};

/// The join: the worse of two resolutions. OZ_UNKNOWN_CODE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_join(a: u8, b: u8, result: *mut u8) -> Code {
    // SAFETY: the caller's pointer, as the head of the header asks
    unsafe { give(result, || Ok(Resolution::try_from(a)?.join(b.try_into()?).code())) }
}

/// The meet: the better of two resolutions. OZ_UNKNOWN_CODE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_meet(a: u8, b: u8, result: *mut u8) -> Code {
    // SAFETY: the caller's pointer, as the head of the header asks
    unsafe { give(result, || Ok(Resolution::try_from(a)?.meet(b.try_into()?).code())) }
}

/// Compares two resolutions: 1 if `a` is the worse, 0 if they are the same, -1 if `b` is the worse. OZ_UNKNOWN_CODE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_compare(a: u8, b: u8, order: *mut i32) -> Code {
    // SAFETY: the caller's pointer, as the head of the header asks
    unsafe {
        give(order, || {
            let (a, b) = (Resolution::try_from(a)?, Resolution::try_from(b)?);
            Ok(match a.cmp(&b) {
                Ordering::Less => -1,
                Ordering::Equal => 0,
                Ordering::Greater => 1,
            })
        })
    }
}

/// What to do about a resolution (R6): OZ_DECISION_*. Of a folder, ask oz_resolve_folder. OZ_UNKNOWN_CODE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_decide(resolution: u8, decision: *mut u8) -> Code {
    // SAFETY: the caller's pointer, as the head of the header asks
    unsafe { give(decision, || Ok(Resolution::try_from(resolution)?.decision().code())) }
}

/// The folder status of the join over all analyses (R3): OZ_FOLDER_STATUS_*. OZ_UNKNOWN_CODE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_folder_status_of(join: u8, folder_status: *mut u8) -> Code {
    // SAFETY: the caller's pointer, as the head of the header asks
    unsafe { give(folder_status, || Ok(FolderStatus::from(Resolution::try_from(join)?).code())) }
}

fn optional<T: TryFrom<u8>>(code: u8) -> Outcome<Option<T>>
where
    Code: From<T::Error>,
{
    if code == 0 { Ok(None) } else { Ok(Some(code.try_into()?)) }
}

/// The result of one analysis (R1): of its state (OZ_ANALYSIS_STATE_*) and its two outcome fields
/// (OZ_RESOLUTION_*), 0 for what is absent. OZ_UNKNOWN_CODE, OZ_MISSING_OUTCOME.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_analysis_result(state: u8, resolution_status: u8, resolution: u8, result: *mut u8) -> Code {
    let compute = || {
        let state = optional::<AnalysisState>(state)?;
        let outcomes = [optional::<AnalysisResolution>(resolution_status)?, optional(resolution)?];
        analysis_result(state, outcomes[0], outcomes[1])
            .map(AnalysisResolution::code)
            .map_err(|_| Code::OzMissingOutcome)
    };
    // SAFETY: the caller's pointer, as the head of the header asks
    unsafe { give(result, compute) }
}

/// The result of a group (R2), the worst of its resolutions; of no codes it is OZ_RESOLUTION_INITIAL.
/// OZ_UNKNOWN_CODE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_group_result(codes: *const u8, len: usize, result: *mut u8) -> Code {
    // SAFETY: the caller's pointers, as the head of the header asks; the codes are no longer read when it writes
    unsafe { give(result, || Ok(group_result_of_codes(slice(codes, len)?)?.code())) }
}
