//! Every function of the C interface with right and wrong pointers, lengths and codes, beside core: errors are those
//! deserved, outputs are core's answers, and untouched on errors.
#![no_main]

mod columns;
mod folder;
mod json;
mod tallies;
mod words;

use core::ffi::CStr;
use libfuzzer_sys::fuzz_target;
use oz_status::{AnalysisResolution, AnalysisState, FolderStatus, Resolution, StatusSet, analysis_result};
use oz_status_c::*;
use oz_status_fuzz::{Bits, Choices, Faults, Out};

/// A call with one output and no memory to read: what it should give, or the error.
fn call<T: Bits>(choices: &mut Choices<'_>, expected: Result<T, Code>, run: impl FnOnce(*mut T) -> Code) {
    let mut faults = Faults::default();
    let out = Out::needed(choices, &mut faults);
    expected.inspect_err(|&code| faults.add(code)).ok();
    let done = faults.succeeded(run(out.pointer));
    out.check(done, || expected.expect("no fault"));
}

/// A code by chance, most often one of a resolution.
fn code(choices: &mut Choices<'_>) -> u8 {
    let byte = choices.byte();
    if byte < 224 { byte % 6 + 1 } else { choices.byte() }
}

fn resolution(code: u8) -> Result<Resolution, Code> {
    Resolution::from_code(code).ok_or(Code::OzUnknownCode)
}

fn set(choices: &mut Choices<'_>) -> (u8, Result<StatusSet, Code>) {
    let bits = if choices.seldom() { choices.byte() } else { choices.byte() % 64 };
    (bits, StatusSet::from_bits(bits).ok_or(Code::OzBadValue))
}

fn single(choices: &mut Choices<'_>) {
    let (a, b, c) = (code(choices), code(choices), code(choices));
    let pair = || Ok((resolution(a)?, resolution(b)?));
    // SAFETY: outputs as the header asks, or faults that it names
    unsafe {
        match choices.byte() % 7 {
            0 => call(choices, pair().map(|(a, b)| a.max(b).code()), |out| oz_join(a, b, out)),
            1 => call(choices, pair().map(|(a, b)| a.min(b).code()), |out| oz_meet(a, b, out)),
            2 => call(choices, pair().map(|(a, b)| a.cmp(&b) as i32), |out| oz_compare(a, b, out)),
            3 => call(choices, resolution(a).map(|a| a.decision().code()), |out| oz_decide(a, out)),
            4 => {
                call(choices, resolution(a).map(|a| FolderStatus::from(a).code()), |out| oz_folder_status_of(a, out));
            }
            5 => {
                let state = [0, 33, 36, 37, a][usize::from(c) % 5];
                let (a, b) = (if choices.seldom() { 0 } else { a }, if choices.seldom() { 0 } else { b });
                call(choices, result_of(state, a, b), |out| oz_analysis_result(state, a, b, out));
            }
            _ => {
                let number =
                    if choices.seldom() { i32::from_ne_bytes(choices.bytes()) } else { i32::from(choices.byte()) };
                let name = oz_error_name(number);
                let known = number == 0 || (65..=77).contains(&number) || (97..=112).contains(&number);
                assert_eq!(!name.is_null(), known);
                if known {
                    assert!(!CStr::from_ptr(name).is_empty());
                }
                assert_eq!((oz_rules_version(), oz_abi_version()), (oz_status::RULES_VERSION, ABI_VERSION));
                assert!(!CStr::from_ptr(oz_version()).is_empty());
            }
        }
    }
}

fn result_of(state: u8, a: u8, b: u8) -> Result<u8, Code> {
    let word = |code: u8| match code {
        0 => Ok(None),
        code => AnalysisResolution::from_code(code).map(Some).ok_or(Code::OzUnknownCode),
    };
    let state = match state {
        0 => None,
        state => Some(AnalysisState::from_code(state).ok_or(Code::OzUnknownCode)?),
    };
    analysis_result(state, word(a)?, word(b)?).map(AnalysisResolution::code).map_err(|_| Code::OzMissingOutcome)
}

fn sets(choices: &mut Choices<'_>) {
    let ((a, left), (b, right), other) = (set(choices), set(choices), code(choices));
    let both = || Ok((left?, resolution(other)?));
    // SAFETY: outputs as the header asks, or faults that it names
    unsafe {
        match choices.byte() % 7 {
            0 => call(choices, both().map(|(set, r)| set.bits() | 1 << (r.code() - 1)), |out| {
                oz_status_set_with(a, other, out)
            }),
            1 => {
                let union = left.and_then(|left| Ok(left.bits() | right?.bits()));
                call(choices, union, |out| oz_status_set_union(a, b, out));
            }
            2 => {
                let contained = both().map(|(set, r)| set.bits() >> (r.code() - 1) & 1);
                call(choices, contained, |out| oz_status_set_contains(a, other, out));
            }
            3 => call(choices, left.map(|set| set.result().code()), |out| oz_status_set_result(a, out)),
            4 => call(choices, left.map(|set| set.folder_status().code()), |out| oz_status_set_folder_status(a, out)),
            5 => call(choices, left.map(|set| set.decision().code()), |out| oz_status_set_decision(a, out)),
            _ => call(choices, left.map(|set| set.is_contested().into()), |out| oz_status_set_is_contested(a, out)),
        }
    }
}

fuzz_target!(|data: &[u8]| {
    let mut choices = Choices(data);
    match choices.byte() % 8 {
        0 => single(&mut choices),
        1 => sets(&mut choices),
        2 => words::words(&mut choices),
        3 => tallies::tallies(&mut choices),
        4 => columns::columns(&mut choices),
        5 | 6 => folder::folder(&mut choices),
        _ => json::json(&mut choices),
    }
});
