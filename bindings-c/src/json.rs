//! Payload text: canonical JSON and the verdict at once, behind the panic boundary.

use crate::border::{Outcome, check_optional, check_span, put, put_bytes, slice};
use crate::error::Code;
use crate::folder::{Verdict, wide};
use crate::json_types::{ErrorInfo, Options, Refused, read_options};
use core::ffi::c_char;
use oz_status::Finding;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Where the results of a payload go.
struct Outputs {
    buf: *mut c_char,
    capacity: usize,
    needed: *mut usize,
    verdict: *mut Verdict,
    error: *mut ErrorInfo,
}

/// The verdict on a payload: a folder, an array of analyses, one analysis, or a Web SDK callback, as JSON text.
///
/// Writes the canonical JSON into `buf` (exactly `*needed` bytes, no final zero) and its figures into `verdict`. A
/// `buf` of NULL with a `capacity` of 0 asks for the size alone; one that is too short gives OZ_TOO_SMALL, `needed`
/// is written and nothing else. `needed` may be NULL if `buf` is: then no JSON is made. `options` may be NULL for the
/// defaults, `verdict` and `error` if they are not wanted; but something must be (OZ_NULL).
/// `error` is written when anything but OZ_OK and OZ_TOO_SMALL is returned, and then alone.
///
/// The outputs may overlap the text, but not one another. Reading allocates, and frees all of it before returning.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn oz_resolve_json(
    text: *const c_char,
    len: usize,
    options: *const Options,
    buf: *mut c_char,
    capacity: usize,
    needed: *mut usize,
    verdict: *mut Verdict,
    error: *mut ErrorInfo,
) -> Code {
    if let Err(code) = check_optional(error) {
        return code;
    }
    let out = Outputs { buf, capacity, needed, verdict, error };
    // SAFETY: the caller's pointers, as the head of the header asks
    let resolved = guarded(|| unsafe { resolve((text, len), options, &out) });
    match resolved {
        Ok(code) => code,
        Err(info) => {
            // SAFETY: checked above; nothing of the caller's is used any more
            unsafe { put(out.error, *info) };
            info.code
        }
    }
}

/// The one boundary: a fault of the library is an error, and no output has been written.
fn guarded(work: impl FnOnce() -> Result<Code, Refused>) -> Result<Code, Refused> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(Code::OzInternal.into()))
}

/// # Safety
/// As the head of the header asks of every pointer.
unsafe fn resolve(
    (text, len): (*const c_char, usize),
    options: *const Options,
    out: &Outputs,
) -> Result<Code, Refused> {
    check(out)?;
    // SAFETY: the caller's pointers
    let options = unsafe { read_options(options) }?;
    // SAFETY: the caller's pointer; nothing is written while the slice is used
    let payload = unsafe { slice(text.cast::<u8>(), len) }?;
    let resolved = oz_status::resolve(payload, &options).map_err(|error| Box::new(ErrorInfo::of(&error)))?;
    let json = if out.needed.is_null() { String::new() } else { resolved.to_json() };
    if json.is_empty() && !out.needed.is_null() {
        return Err(Code::OzInternal.into());
    }
    let verdict = told(&resolved);
    drop(resolved);

    // the payload is no longer borrowed: outputs may lie over it
    if !out.buf.is_null() && out.capacity < json.len() {
        // SAFETY: checked
        unsafe { put(out.needed, json.len()) };
        return Ok(Code::OzTooSmall);
    }
    // SAFETY: checked, and the buffer has room for the text
    unsafe {
        put_bytes(out.buf.cast(), json.as_bytes());
        put(out.needed, json.len());
        put(out.verdict, verdict);
    }
    Ok(Code::OzOk)
}

fn check(out: &Outputs) -> Outcome<()> {
    check_span(out.buf.cast_const(), out.capacity)?;
    check_optional(out.needed)?;
    check_optional(out.verdict)?;
    let nothing_asked = out.needed.is_null() && out.verdict.is_null();
    if nothing_asked || (!out.buf.is_null() && out.needed.is_null()) { Err(Code::OzNull) } else { Ok(()) }
}

fn told(verdict: &oz_status::Verdict<'_>) -> Verdict {
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Verdict {
        folder_status: verdict.folder_status.code(),
        system_resolution: verdict.system_resolution.code(),
        decision: verdict.decision.code(),
        is_final: verdict.is_final().into(),
        has_findings: 1,
        findings: number(verdict.findings.len()),
        contradictions: number(verdict.findings.iter().filter(|finding| Finding::is_contradiction(finding)).count()),
        determining: wide(verdict.determining.len()),
        last_finished: wide(verdict.last_finished.len()),
        ..Verdict::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_inside_is_an_error() {
        let fault = guarded(|| panic!("a fault for the boundary to stop")).expect_err("no verdict");
        assert_eq!(fault.code, Code::OzInternal);
    }
}
