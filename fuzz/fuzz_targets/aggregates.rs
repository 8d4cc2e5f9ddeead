//! Sequences of operations on tallies and status sets beside a list of what was counted.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oz_status::{FolderStatus, Resolution, StatusSet, Tally};
use oz_status_fuzz::Choices;

fn member(choices: &mut Choices<'_>) -> Resolution {
    Resolution::ALL[usize::from(choices.byte()) % Resolution::ALL.len()]
}

fn place(resolution: Resolution) -> usize {
    usize::from(resolution.code()) - 1
}

/// Adds to one count; false if it cannot.
fn add(model: &mut [u64; 6], resolution: Resolution, more: u64) -> bool {
    let sum = model[place(resolution)].checked_add(more);
    model[place(resolution)] = sum.unwrap_or(0);
    sum.is_some()
}

fn take(model: &mut [u64; 6], resolution: Resolution) -> bool {
    let rest = model[place(resolution)].checked_sub(1);
    model[place(resolution)] = rest.unwrap_or(0);
    rest.is_some()
}

fuzz_target!(|data: &[u8]| {
    let mut choices = Choices(data);
    let mut tally = Tally::new();
    let mut model = [0_u64; 6];
    let mut set = StatusSet::EMPTY;
    let mut seen = [false; 6];
    while !choices.is_empty() {
        let before = tally;
        let mut next = model;
        let (expected, done) = match choices.byte() % 6 {
            0 | 1 => {
                let one = member(&mut choices);
                set.insert(one);
                seen[place(one)] = true;
                (add(&mut next, one, 1), tally.insert(one))
            }
            2 => {
                let one = member(&mut choices);
                (take(&mut next, one), tally.remove(one))
            }
            3 => {
                let (old, new) = (member(&mut choices), member(&mut choices));
                (take(&mut next, old) && add(&mut next, new, 1), tally.replace(old, new))
            }
            4 => {
                let mut other = [0_u64; 6];
                let mut fits = true;
                for _ in 0..3 {
                    let (one, shift) = (member(&mut choices), choices.byte() % 64);
                    other[place(one)] |= 1 << shift;
                }
                for one in Resolution::ALL {
                    fits &= add(&mut next, *one, other[place(*one)]);
                }
                (fits, tally.merge(&Tally::from_counts(other)))
            }
            _ => {
                next[place(member(&mut choices))] = u64::MAX;
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
    }
    let worst = |there: &dyn Fn(usize) -> bool| {
        Resolution::ALL.iter().rev().copied().find(|resolution| there(place(*resolution)))
    };
    let counted = worst(&|place| model[place] > 0).unwrap_or(Resolution::Initial);
    assert_eq!(tally.result(), counted);
    assert_eq!(tally.total(), model.iter().try_fold(0_u64, |sum, &count| sum.checked_add(count)));
    assert_eq!(set.worst(), worst(&|place| seen[place]));
    assert_eq!(set.result(), set.worst().unwrap_or(Resolution::Initial));
    assert_eq!(set.folder_status(), FolderStatus::from(set.result()));
    assert_eq!(set.len(), seen.iter().filter(|seen| **seen).count());
    assert_eq!(StatusSet::from_bits(set.bits()), Some(set));
    let (both, counts) = (set | tally.status_set(), tally.status_set());
    assert_eq!(both, counts | set);
    for resolution in Resolution::ALL {
        let place = place(*resolution);
        assert_eq!(both.contains(*resolution), seen[place] || model[place] > 0);
        assert_eq!(tally.count(*resolution), model[place]);
    }
});
