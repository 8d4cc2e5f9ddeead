//! The column kernels beside the plain loop.
#![no_main]

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use oz_status::{Resolution, StatusSet, group_result_of_codes, group_results, group_results_by, status_set_of_codes};

#[derive(Arbitrary, Debug)]
struct Input {
    seed: Vec<u8>,
    repeat: u8,
    clean: bool,
    lengths: Vec<u8>,
    exact: bool,
    index: Vec<u8>,
}

fn plain(codes: &[u8]) -> Option<Resolution> {
    let mut worst = None;
    for &code in codes {
        worst = worst.max(Some(Resolution::from_code(code)?));
    }
    Some(worst.unwrap_or(Resolution::Initial))
}

fuzz_target!(|input: Input| {
    let code = |byte: &u8| if input.clean { byte % 6 + 1 } else { *byte % 9 };
    let codes: Vec<u8> = input.seed.iter().map(code).collect::<Vec<_>>().repeat(usize::from(input.repeat) + 1);
    let expected = plain(&codes);
    assert_eq!(group_result_of_codes(&codes).ok(), expected);
    let set = status_set_of_codes(&codes);
    assert_eq!(set.ok(), expected.map(|_| codes.iter().filter_map(|&code| Resolution::from_code(code)).collect::<StatusSet>()));

    let mut offsets = vec![0_i32];
    for &length in &input.lengths {
        let step = i32::from(length) - i32::from(!input.exact && length == 200) * 250;
        offsets.push(offsets[offsets.len() - 1] + step);
    }
    let inside = |offset: &i32| usize::try_from(*offset).is_ok_and(|offset| offset <= codes.len());
    let valid = offsets.is_sorted() && offsets.iter().all(inside);
    let mut results = vec![99; offsets.len() - 1];
    let done = group_results(&codes, &offsets, &mut results);
    assert_eq!(done.is_ok(), valid && expected.is_some());
    if done.is_ok() {
        for (pair, result) in offsets.windows(2).zip(&results) {
            let group = &codes[pair[0] as usize..pair[1] as usize];
            assert_eq!(plain(group).map(Resolution::code), Some(*result));
        }
    } else {
        assert!(results.iter().all(|&result| result == 99), "an error wrote results");
    }

    let index: Vec<u32> = input.index.iter().take(codes.len()).map(|&group| u32::from(group)).collect();
    let rows = &codes[..index.len()];
    let mut by = vec![99; 200];
    let done = group_results_by(rows, &index, &mut by);
    assert_eq!(done.is_ok(), plain(rows).is_some() && index.iter().all(|&group| group < 200));
    if done.is_ok() {
        for (group, result) in (0..).zip(&by) {
            let members: Vec<u8> = rows.iter().zip(&index).filter(|(_, of)| **of == group).map(|(code, _)| *code).collect();
            assert_eq!(plain(&members).map(Resolution::code), Some(*result));
        }
    }
});
