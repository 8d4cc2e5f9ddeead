//! Many groups in columns.

use crate::race::{contender, race};
use oz_status::{Resolution, group_results, group_results_by};
use std::hint::black_box;

const GROUPS: usize = 2_500_000;

/// Races for mixed lengths, one length, and a dense group index.
pub fn run(rounds: usize) {
    let rounds = rounds.min(11);
    let mut random = fastrand::Rng::with_seed(11);
    let mixed: Vec<usize> = (0..GROUPS).map(|_| random.usize(1..=7)).collect();
    by_offsets("2.5 million groups of 1 to 7 codes", rounds, &mixed, &mut random);
    by_offsets("2.5 million groups of 4 codes", rounds, &vec![4; GROUPS], &mut random);
    let long: Vec<usize> = (0..GROUPS / 10).map(|_| random.usize(1..=70)).collect();
    by_offsets("0.25 million groups of 1 to 70 codes", rounds, &long, &mut random);
    by_index(rounds, &mut random);
}

fn codes(count: usize, random: &mut fastrand::Rng) -> Vec<u8> {
    (0..count).map(|_| Resolution::ALL[random.usize(0..6)].code()).collect()
}

fn by_offsets(title: &str, rounds: usize, lengths: &[usize], random: &mut fastrand::Rng) {
    let mut offsets = vec![0_u32];
    let mut end = 0;
    for &length in lengths {
        end += u32::try_from(length).unwrap();
        offsets.push(end);
    }
    let codes = codes(end as usize, random);
    let mut ours = vec![0; lengths.len()];
    let mut theirs = vec![0; lengths.len()];
    race(
        title,
        rounds,
        lengths.len() as f64,
        "group",
        vec![
            contender("group_results, checked", || {
                group_results(black_box(&codes), black_box(&offsets), &mut ours).unwrap();
                checksum(&ours)
            }),
            contender("obvious loop", || {
                for (result, pair) in theirs.iter_mut().zip(black_box(&offsets).windows(2)) {
                    let group = &black_box(&codes)[pair[0] as usize..pair[1] as usize];
                    let members = group.iter().map(|&code| Resolution::from_code(code).unwrap());
                    *result = members.max().unwrap_or(Resolution::Initial).code();
                }
                checksum(&theirs)
            }),
        ],
    );
    assert_eq!(ours, theirs);
}

fn by_index(rounds: usize, random: &mut fastrand::Rng) {
    let rows = 10_000_000;
    let codes = codes(rows, random);
    let index: Vec<u32> = (0..rows).map(|_| u32::try_from(random.usize(0..GROUPS)).unwrap()).collect();
    let mut ours = vec![0; GROUPS];
    let mut theirs = vec![0; GROUPS];
    race(
        "10 million rows in random order, 2.5 million groups",
        rounds,
        rows as f64,
        "row",
        vec![
            contender("group_results_by, checked", || {
                group_results_by(black_box(&codes), black_box(&index), &mut ours).unwrap();
                checksum(&ours)
            }),
            contender("obvious loop", || {
                theirs.fill(0);
                for (&code, &group) in black_box(&codes).iter().zip(black_box(&index)) {
                    let code = Resolution::from_code(code).unwrap().code();
                    if theirs[group as usize] < code {
                        theirs[group as usize] = code;
                    }
                }
                for result in &mut theirs {
                    if *result == 0 {
                        *result = Resolution::Initial.code();
                    }
                }
                checksum(&theirs)
            }),
        ],
    );
    assert_eq!(ours, theirs);
}

/// A few results: the whole columns are compared after the race.
fn checksum(results: &[u8]) -> u64 {
    results.iter().step_by(4099).map(|&code| u64::from(code)).sum()
}
