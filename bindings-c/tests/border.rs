//! The border from the Rust side, small enough for Miri: memory of exactly the sizes that are named, outputs that
//! overlap inputs, cells that were never initialised, and vectors.
#![cfg(feature = "json")]
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    reason = "a test may panic"
)]

use core::mem::MaybeUninit;
use core::ptr::{null, null_mut};
use oz_status_c::*;
use serde_json::Value;
use std::path::Path;

/// Under Miri one vector of so many; all of them in a plain run.
const EVERY: usize = if cfg!(miri) { 97 } else { 1 };

#[test]
fn single_columns() {
    let codes = vec![1_u8, 3, 1, 2].into_boxed_slice();
    let (mut result, mut set) = (0, 0);
    // SAFETY: the slice, and two locals
    unsafe {
        assert_eq!(oz_group_result(codes.as_ptr(), codes.len(), &mut result), Code::OzOk);
        assert_eq!(oz_status_set_of(codes.as_ptr(), codes.len(), &mut set), Code::OzOk);
        assert_eq!(oz_group_result(null(), 0, &mut result), Code::OzOk);
        assert_eq!((result, set), (6, 0b111));
        assert_eq!(oz_group_result(null(), 1, &mut result), Code::OzNull);
        assert_eq!(oz_group_result(codes.as_ptr(), usize::MAX, &mut result), Code::OzTooLong);
        assert_eq!(oz_group_result(codes.as_ptr(), codes.len(), null_mut()), Code::OzNull);
    }
    assert_eq!(result, 6);
}

#[test]
fn an_output_may_lie_in_the_input() {
    let mut codes = [1_u8, 3, 1];
    let start = codes.as_mut_ptr();
    // SAFETY: one array, which the header allows
    unsafe {
        assert_eq!(oz_group_result(start, 3, start.add(2)), Code::OzOk);
    }
    assert_eq!(codes, [1, 3, 3]);
    let mut tally = Tally { counts: [1, 0, 0, 0, 0, 2] };
    let same = &raw mut tally;
    // SAFETY: one tally twice, which the header allows
    unsafe {
        assert_eq!(oz_tally_merge(same, same), Code::OzOk);
    }
    assert_eq!(tally.counts, [2, 0, 0, 0, 0, 4]);
}

#[test]
fn an_output_may_lie_in_an_analysis_that_is_wrong() {
    let mut analyses = [Analysis { resolution: 1, time_updated: 5, ..Analysis::default() }, Analysis::default()];
    let first = analyses.as_mut_ptr();
    let folder = Folder {
        struct_size: 0,
        callback_state: 0,
        reserved: [0; 3],
        analyses: first,
        analyses_len: 2,
        required: null(),
        required_len: 0,
        groups: 0,
    };
    let mut cells = [Cell { opaque: [0; 6] }; 3];
    let mut verdict = Verdict::default();
    // SAFETY: one array for input and row, which the header allows
    let code = unsafe {
        let row = (&raw mut (*first).time_updated).cast::<usize>();
        let (cells, none, unasked) = (cells.as_mut_ptr(), null_mut(), null_mut());
        oz_resolve_folder(&folder, cells, 3, &mut verdict, none, unasked, 0, unasked, row)
    };
    assert_eq!((code, verdict), (Code::OzUnknownCode, Verdict::default()));
    assert_eq!(analyses[0].time_updated.to_ne_bytes()[..size_of::<usize>()], 1_usize.to_ne_bytes());
}

#[test]
fn columns() {
    let codes: Vec<u8> = (0..500_u32).map(|at| u8::try_from(at * at % 11 % 6 + 1).expect("small")).collect();
    let offsets: Vec<u32> = (0..=100).map(|at| at * 5).collect();
    let mut results = vec![MaybeUninit::<u8>::uninit(); 100];
    let mut row = usize::MAX;
    // SAFETY: as long as is said
    unsafe {
        let (from, to) = (codes.as_ptr(), results.as_mut_ptr().cast::<u8>());
        to.write_bytes(0, 100);
        assert_eq!(oz_group_results_u32(from, 500, offsets.as_ptr(), 100, to, &mut row), Code::OzOk);
        for (place, run) in codes.chunks(5).enumerate() {
            assert_eq!(Some(&results[place].assume_init()), run.iter().max());
        }
        assert_eq!(oz_group_results_u32(from, 499, offsets.as_ptr(), 100, to, &mut row), Code::OzBadOffset);
        assert_eq!(row, 100);
        let crooked = offsets.as_ptr().byte_add(1);
        assert_eq!(oz_group_results_u32(from, 400, crooked, 50, to, &mut row), Code::OzMisaligned);
        assert_eq!(oz_group_results_by(from, 50, offsets.as_ptr(), 100, to, null_mut()), Code::OzBadGroup);
        let whole = codes.clone().leak();
        let over = whole.as_mut_ptr();
        assert_eq!(oz_group_results_u32(over, 500, offsets.as_ptr(), 100, over.add(499), null_mut()), Code::OzOverlap);
        drop(Box::from_raw(whole));
    }
}

#[test]
fn folders_in_cells_that_were_never_written() {
    let analyses = [
        Analysis { resolution: 3, group: 1, r#type: 1, has_time: 1, time_updated: 5, ..Analysis::default() },
        Analysis { resolution: 1, group: 2, r#type: 2, has_time: 1, time_updated: 6, ..Analysis::default() },
        Analysis { resolution: 1, ..Analysis::default() },
    ];
    let required = [1_u32, 2];
    let folder = Folder {
        struct_size: 0,
        callback_state: 0,
        reserved: [0; 3],
        analyses: analyses.as_ptr(),
        analyses_len: 3,
        required: required.as_ptr(),
        required_len: 2,
        groups: 2,
    };
    let mut cells: Vec<MaybeUninit<Cell>> = vec![MaybeUninit::uninit(); 6];
    let mut groups = [Group::default(); 3];
    let (mut verdict, mut determining, mut needed, mut row) = (Verdict::default(), [0; 3], 0, 7);
    let mut ask = |cells_len, capacity| {
        let lent = cells.as_mut_ptr().cast();
        let (groups, determining) = (groups.as_mut_ptr(), determining.as_mut_ptr());
        // SAFETY: as long as is said, or less
        unsafe {
            oz_resolve_folder(
                &folder,
                lent,
                cells_len,
                &mut verdict,
                groups,
                determining,
                capacity,
                &mut needed,
                &mut row,
            )
        }
    };
    assert_eq!(ask(5, 3), Code::OzTooSmall);
    assert_eq!(ask(6, 1), Code::OzTooSmall);
    assert_eq!(ask(6, 3), Code::OzOk);
    assert_eq!((needed, row), (2, 7));
    assert_eq!(determining, [1, 2, 0]);
    assert_eq!((verdict.system_resolution, verdict.decision, verdict.last_finished), (1, 51, 2));
    assert_eq!((groups[0].has_time, groups[1].finished_at, groups[2].is_last_finished), (0, 5, 1));
}

fn payload(line: &Value) -> Vec<u8> {
    if let Some(text) = line["payload"].as_str() {
        return text.as_bytes().to_vec();
    }
    let hex = line["payload_hex"].as_str().expect("a payload");
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).expect("hex")).collect()
}

fn vectors(file: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors").join(file);
    let lines = std::fs::read_to_string(path).expect(file);
    for line in lines.lines().step_by(EVERY) {
        let line: Value = serde_json::from_str(line).expect("JSON");
        let text = payload(&line).into_boxed_slice();
        let names: Vec<&str> =
            line["options"]["require"].as_array().expect("types").iter().filter_map(Value::as_str).collect();
        let required: Vec<Text> =
            names.iter().map(|name| Text { data: name.as_ptr().cast(), len: name.len() }).collect();
        let options = Options {
            struct_size: 0,
            operator_review_off: u8::from(line["options"]["operator_review"] == false),
            reserved: [0; 3],
            required: required.as_ptr(),
            required_len: required.len(),
        };
        let expected = line["verdict"].as_str().unwrap_or("");
        let mut buf = vec![0_u8; expected.len()].into_boxed_slice();
        let (mut needed, mut verdict, mut info) = (0, Verdict::default(), ErrorInfo::new(Code::OzOk));
        // SAFETY: as long as is said
        let code = unsafe {
            let (from, to) = (text.as_ptr().cast(), buf.as_mut_ptr().cast());
            oz_resolve_json(from, text.len(), &options, to, buf.len(), &mut needed, &mut verdict, &mut info)
        };
        if code == Code::OzOk {
            assert_eq!((std::str::from_utf8(&buf), needed), (Ok(expected), expected.len()), "{}", line["name"]);
        } else {
            // SAFETY: static text
            let name = unsafe { core::ffi::CStr::from_ptr(oz_error_name(code.number())) };
            assert_eq!(name.to_str().ok(), line["error"]["code"].as_str(), "{}", line["name"]);
            assert_eq!((info.code, verdict), (code, Verdict::default()));
        }
    }
}

#[test]
fn payload_vectors() {
    for file in ["text.ndjson", "errors.ndjson", "sightings.ndjson"] {
        vectors(file);
    }
}
