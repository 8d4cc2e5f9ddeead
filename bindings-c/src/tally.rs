//! Tallies (R10): how many of each resolution.

use crate::border::{Outcome, check_out, give, put, read};
use crate::error::Code;
use oz_status::Resolution;

/// How many of each resolution, `counts[code - 1]` of the one with that code. Zeroed, it counts nothing.
/// Of the functions on it, none changes it when it fails.
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Tally {
    /// The counts, the best resolution first.
    pub counts: [u64; 6],
}

const _: () = assert!(Resolution::ALL.len() == 6, "a tally counts every resolution");

fn inner(tally: Tally) -> oz_status::Tally {
    oz_status::Tally::from_counts(tally.counts)
}

/// Changes a tally in place, if `change` succeeds.
///
/// # Safety
/// As the head of the header asks of every pointer.
unsafe fn update(tally: *mut Tally, change: impl FnOnce(&mut oz_status::Tally) -> Outcome<()>) -> Code {
    let changed = || {
        check_out(tally)?;
        // SAFETY: the caller's pointer
        let mut counted = inner(unsafe { read(tally.cast_const()) }?);
        change(&mut counted)?;
        Ok(Tally { counts: counted.counts() })
    };
    match changed() {
        Ok(value) => {
            // SAFETY: the caller's pointer, checked
            unsafe { put(tally, value) };
            Code::OzOk
        }
        Err(code) => code,
    }
}

/// Counts one more. OZ_UNKNOWN_CODE, OZ_OVERFLOW.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_tally_insert(tally: *mut Tally, resolution: u8) -> Code {
    // SAFETY: the caller's pointer, as the head of the header asks
    unsafe { update(tally, |counted| Ok(counted.insert(resolution.try_into()?)?)) }
}

/// Takes one back. OZ_UNKNOWN_CODE, OZ_NOT_THERE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_tally_remove(tally: *mut Tally, resolution: u8) -> Code {
    // SAFETY: the caller's pointer, as the head of the header asks
    unsafe { update(tally, |counted| Ok(counted.remove(resolution.try_into()?)?)) }
}

/// Takes `old` back and counts `by`: an analysis that went on. OZ_UNKNOWN_CODE, OZ_NOT_THERE, OZ_OVERFLOW.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_tally_replace(tally: *mut Tally, old: u8, by: u8) -> Code {
    // SAFETY: the caller's pointer, as the head of the header asks
    unsafe { update(tally, |counted| Ok(counted.replace(old.try_into()?, by.try_into()?)?)) }
}

/// Adds the counts of another tally, which may be the same. OZ_OVERFLOW.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_tally_merge(tally: *mut Tally, other: *const Tally) -> Code {
    // SAFETY: the caller's pointers, as the head of the header asks; the other is copied before anything is written
    unsafe { update(tally, |counted| Ok(counted.merge(&inner(read(other)?))?)) }
}

/// The worst that is counted (R2), OZ_RESOLUTION_INITIAL if nothing is.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_tally_result(tally: *const Tally, resolution: *mut u8) -> Code {
    // SAFETY: the caller's pointers, as the head of the header asks
    unsafe { give(resolution, || Ok(inner(read(tally)?).result().code())) }
}

/// Which resolutions are counted at all, as a status set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_tally_status_set(tally: *const Tally, set: *mut u8) -> Code {
    // SAFETY: the caller's pointers, as the head of the header asks
    unsafe { give(set, || Ok(inner(read(tally)?).status_set().bits())) }
}

/// How many in all. OZ_OVERFLOW.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_tally_total(tally: *const Tally, total: *mut u64) -> Code {
    // SAFETY: the caller's pointers, as the head of the header asks
    unsafe { give(total, || inner(read(tally)?).total().ok_or(Code::OzOverflow)) }
}
