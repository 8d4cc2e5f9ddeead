//! The result of one group, and a status set, from n codes.

use crate::race::{contender, race, race_apart};
use oz_status::{Resolution, StatusSet, group_result, group_result_of_codes, status_set_of_codes};
use std::hint::black_box;

/// Races for n = 4, 64, 4096 and a million.
pub fn run(rounds: usize) {
    for n in [4, 64, 4096, 1_000_000] {
        let mut random = fastrand::Rng::with_seed(7);
        let members: Vec<Resolution> = (0..n).map(|_| Resolution::ALL[random.usize(0..5)]).collect();
        let codes: Vec<u8> = members.iter().map(|member| member.code()).collect();
        let sum = || contender("limit: sum of the same memory", || sum_of_memory(black_box(&codes)));
        race_apart(
            &format!("group result, n = {n}"),
            rounds,
            n as f64,
            "code",
            vec![
                contender("group_result_of_codes, checked", || group_result_of_codes(black_box(&codes)).unwrap()),
                contender("group_result of the enum", || group_result(black_box(&members))),
                contender("iter().max() over the enum", || black_box(&members).iter().copied().max().unwrap()),
            ],
            vec![sum()],
        );
        for (what, allowed) in [("any of five", 5), ("one", 1)] {
            let codes: Vec<u8> = (0..n).map(|_| Resolution::ALL[random.usize(0..allowed)].code()).collect();
            set_race(&format!("status set, n = {n}, {what}"), rounds, &codes);
        }
        let rare: Vec<u8> = (0..n).map(|i| if i % 97 == 0 { 3 } else { 1 }).collect();
        set_race(&format!("status set, n = {n}, two, one of them rare"), rounds, &rare);
    }
    race(
        "join of two",
        rounds,
        1.0,
        "call",
        vec![
            contender("join", || black_box(Resolution::Success).join(black_box(Resolution::Declined))),
            contender("Ord::max", || black_box(Resolution::Success).max(black_box(Resolution::Declined))),
        ],
    );
}

fn set_race(title: &str, rounds: usize, codes: &[u8]) {
    race_apart(
        title,
        rounds,
        codes.len() as f64,
        "code",
        vec![
            contender("status_set_of_codes, checked", || status_set_of_codes(black_box(codes)).unwrap()),
            contender("obvious loop, checked", || {
                let members = black_box(codes).iter().map(|&code| Resolution::from_code(code).unwrap());
                members.collect::<StatusSet>()
            }),
        ],
        vec![contender("limit: sum of the same memory", || sum_of_memory(black_box(codes)))],
    );
}

/// Reads all of it, eight bytes at once, and hardly does more.
fn sum_of_memory(codes: &[u8]) -> u64 {
    let (words, rest) = codes.as_chunks::<8>();
    let sum = words.iter().fold(0_u64, |sum, &word| sum.wrapping_add(u64::from_le_bytes(word)));
    rest.iter().fold(sum, |sum, &code| sum.wrapping_add(u64::from(code)))
}
