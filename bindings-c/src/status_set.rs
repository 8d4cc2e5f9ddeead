//! Status sets (R10): which resolutions occur, in one byte.

use crate::border::{Outcome, give, slice};
use crate::error::Code;
use oz_status::{Resolution, StatusSet, status_set_of_codes};

pub(crate) fn status_set(bits: u8) -> Outcome<StatusSet> {
    StatusSet::from_bits(bits).ok_or(Code::OzBadValue)
}

/// Which resolutions occur in a column of codes; of none it is 0. OZ_UNKNOWN_CODE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_status_set_of(codes: *const u8, len: usize, set: *mut u8) -> Code {
    // SAFETY: the caller's pointers, as the head of the header asks; the codes are no longer read when it writes
    unsafe { give(set, || Ok(status_set_of_codes(slice(codes, len)?)?.bits())) }
}

/// A set with one more resolution. OZ_BAD_VALUE for a byte that is no set, OZ_UNKNOWN_CODE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_status_set_with(set: u8, resolution: u8, result: *mut u8) -> Code {
    // SAFETY: the caller's pointer, as the head of the header asks
    unsafe { give(result, || Ok(status_set(set)?.with(resolution.try_into()?).bits())) }
}

/// What stands in either of two sets. OZ_BAD_VALUE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_status_set_union(a: u8, b: u8, result: *mut u8) -> Code {
    // SAFETY: the caller's pointer, as the head of the header asks
    unsafe { give(result, || Ok((status_set(a)? | status_set(b)?).bits())) }
}

/// Whether a resolution stands in a set: 1 or 0. OZ_BAD_VALUE, OZ_UNKNOWN_CODE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_status_set_contains(set: u8, resolution: u8, contained: *mut u8) -> Code {
    // SAFETY: the caller's pointer, as the head of the header asks
    unsafe { give(contained, || Ok(status_set(set)?.contains(Resolution::try_from(resolution)?).into())) }
}

/// The worst of a set (R2), OZ_RESOLUTION_INITIAL for the empty one. OZ_BAD_VALUE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_status_set_result(set: u8, resolution: *mut u8) -> Code {
    // SAFETY: the caller's pointer, as the head of the header asks
    unsafe { give(resolution, || Ok(status_set(set)?.result().code())) }
}

/// The folder status of a set (R3). OZ_BAD_VALUE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_status_set_folder_status(set: u8, folder_status: *mut u8) -> Code {
    // SAFETY: the caller's pointer, as the head of the header asks
    unsafe { give(folder_status, || Ok(status_set(set)?.folder_status().code())) }
}

/// The decision of a set (R6). OZ_BAD_VALUE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_status_set_decision(set: u8, decision: *mut u8) -> Code {
    // SAFETY: the caller's pointer, as the head of the header asks
    unsafe { give(decision, || Ok(status_set(set)?.decision().code())) }
}

/// Whether another reading of the vendor's page would see another result in this set: 1 or 0. OZ_BAD_VALUE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_status_set_is_contested(set: u8, contested: *mut u8) -> Code {
    // SAFETY: the caller's pointer, as the head of the header asks
    unsafe { give(contested, || Ok(status_set(set)?.is_contested().into())) }
}
