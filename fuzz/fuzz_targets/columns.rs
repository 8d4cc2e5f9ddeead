//! The column kernels beside the plain loop.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oz_status::{Resolution, StatusSet, group_result_of_codes, group_results, group_results_by, status_set_of_codes};
use oz_status_fuzz::Choices;

const INITIAL: u8 = Resolution::Initial.code();

/// The worst code of a group; none if one is unknown.
fn plain(codes: &[u8]) -> Option<u8> {
    let known = codes.iter().all(|code| (1..=INITIAL).contains(code));
    known.then(|| codes.iter().copied().max().unwrap_or(INITIAL))
}

fuzz_target!(|data: &[u8]| {
    let mut choices = Choices(data);
    let (clean, exact) = (!choices.seldom(), !choices.seldom());
    let repeat = usize::from(choices.byte()) + 1;
    // most columns are short, some are longer than a window or a block of the kernels
    let repeat = if repeat > 240 { repeat } else { repeat % 8 + 1 };
    let seed = choices.some(60);
    let mut codes = Vec::with_capacity(seed.len() * repeat);
    for _ in 0..repeat {
        codes.extend(seed.iter().map(|byte| if clean { byte % INITIAL + 1 } else { byte % 9 }));
    }
    let worst = plain(&codes);
    assert_eq!(group_result_of_codes(&codes).ok().map(Resolution::code), worst);
    let members = |codes: &[u8]| codes.iter().filter_map(|&code| Resolution::from_code(code)).collect::<StatusSet>();
    assert_eq!(status_set_of_codes(&codes).ok(), worst.map(|_| members(&codes)));

    let lengths = choices.some(60);
    let mut offsets = vec![0_i32];
    let mut end = 0;
    for &length in lengths {
        end += if exact || length != 200 { i32::from(length) } else { -50 };
        offsets.push(end);
    }
    let inside = |offset: &i32| usize::try_from(*offset).is_ok_and(|offset| offset <= codes.len());
    let valid = offsets.is_sorted() && offsets.iter().all(inside);
    let mut results = vec![99; lengths.len()];
    let done = group_results(&codes, &offsets, &mut results);
    assert_eq!(done.is_ok(), valid && worst.is_some());
    if done.is_ok() {
        for (pair, result) in offsets.windows(2).zip(&results) {
            assert_eq!(plain(&codes[pair[0] as usize..pair[1] as usize]), Some(*result));
        }
    } else {
        assert!(results.iter().all(|&result| result == 99), "an error wrote results");
    }

    let groups = usize::from(choices.byte() % 64);
    let index: Vec<u32> = choices.0.iter().take(codes.len()).map(|&group| u32::from(group % 66)).collect();
    let rows = &codes[..index.len()];
    let mut by = vec![99; groups];
    let done = group_results_by(rows, &index, &mut by);
    assert_eq!(done.is_ok(), plain(rows).is_some() && index.iter().all(|&group| (group as usize) < groups));
    if done.is_ok() {
        let mut expected = vec![0; groups];
        for (code, group) in rows.iter().zip(&index) {
            let place: &mut u8 = &mut expected[*group as usize];
            *place = (*place).max(*code);
        }
        for (result, worst) in by.iter().zip(expected) {
            assert_eq!(*result, if worst == 0 { INITIAL } else { worst });
        }
    } else {
        assert!(by.iter().all(|&result| result == 99), "an error wrote results");
    }
});
