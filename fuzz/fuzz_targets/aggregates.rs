//! Sequences of operations on tallies and status sets beside a list of what was counted.
#![no_main]

use arbitrary::Arbitrary;
use libfuzzer_sys::fuzz_target;
use oz_status::{Resolution, StatusSet, Tally};

#[derive(Arbitrary, Debug)]
enum Step {
    Insert(u8),
    Remove(u8),
    Replace(u8, u8),
    Merge([u8; 3]),
    Fill(u8),
}

fn member(code: u8) -> Resolution {
    Resolution::ALL[usize::from(code) % Resolution::ALL.len()]
}

fuzz_target!(|steps: Vec<Step>| {
    let mut tally = Tally::new();
    let mut model = [0_u64; 6];
    let mut set = StatusSet::EMPTY;
    let place = |resolution: Resolution| usize::from(resolution.code()) - 1;
    for step in steps {
        let before = tally;
        let mut next = model;
        let (expected, done) = match step {
            Step::Insert(code) => {
                let one = member(code);
                set.insert(one);
                let sum = next[place(one)].checked_add(1);
                next[place(one)] = sum.unwrap_or(0);
                (sum.is_some(), tally.insert(one))
            }
            Step::Remove(code) => {
                let one = member(code);
                let rest = next[place(one)].checked_sub(1);
                next[place(one)] = rest.unwrap_or(0);
                (rest.is_some(), tally.remove(one))
            }
            Step::Replace(old, new) => {
                let (old, new) = (member(old), member(new));
                let there = next[place(old)] > 0;
                next[place(old)] = next[place(old)].wrapping_sub(1);
                let sum = next[place(new)].checked_add(1);
                next[place(new)] = sum.unwrap_or(0);
                (there && sum.is_some(), tally.replace(old, new))
            }
            Step::Merge(codes) => {
                let mut other = Tally::new();
                let mut fits = true;
                for code in codes {
                    other.insert(member(code)).expect("a few");
                    let sum = next[place(member(code))].checked_add(1);
                    fits &= sum.is_some();
                    next[place(member(code))] = sum.unwrap_or(0);
                }
                (fits, tally.merge(&other))
            }
            Step::Fill(code) => {
                next[place(member(code))] = u64::MAX;
                tally = Tally::from_counts(next);
                (true, Ok(()))
            }
        };
        assert_eq!(done.is_ok(), expected);
        if expected {
            model = next;
        } else {
            assert_eq!(tally, before, "an error changed the tally");
        }
        assert_eq!(tally.counts(), model);
        let worst = Resolution::ALL.iter().rev().find(|resolution| model[place(**resolution)] > 0);
        assert_eq!(tally.result(), worst.copied().unwrap_or(Resolution::Initial));
        assert_eq!(StatusSet::from_bits(set.bits()), Some(set));
        assert_eq!(set | tally.status_set(), tally.status_set() | set);
    }
});
