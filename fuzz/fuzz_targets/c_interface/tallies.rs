//! A tally through a sequence of calls, beside what was counted.

use crate::{code, resolution};
use oz_status::Resolution;
use oz_status_c::*;
use oz_status_fuzz::{Choices, Faults, Memory, Named, Out};

pub fn tallies(choices: &mut Choices<'_>) {
    let mut counts = [0_u64; 6];
    if choices.seldom() {
        counts = [u64::MAX; 6];
    }
    let tally = Memory::of(&[Tally { counts }]);
    for _ in 0..16 {
        if choices.is_empty() {
            break;
        }
        let before = counts;
        let mut faults = Faults::default();
        let pointer = target(&tally, choices, &mut faults);
        let (a, b) = (code(choices), code(choices));
        let place = |code: u8| resolution(code).map(|resolution| usize::from(resolution.code()) - 1);
        // SAFETY: a tally as the header asks, or faults that it names
        let got = unsafe {
            match choices.byte() % 5 {
                0 => {
                    change(&mut counts, &mut faults, |counts| add(counts, place(a)?, 1));
                    oz_tally_insert(pointer, a)
                }
                1 => {
                    change(&mut counts, &mut faults, |counts| take(counts, place(a)?));
                    oz_tally_remove(pointer, a)
                }
                2 => {
                    change(&mut counts, &mut faults, |counts| {
                        let (old, new) = (place(a)?, place(b)?);
                        take(counts, old)?;
                        add(counts, new, 1)
                    });
                    oz_tally_replace(pointer, a, b)
                }
                3 => {
                    let more = core::array::from_fn(|_| u64::from(choices.byte()) << (choices.byte() % 8 * 8));
                    let other = Named::of_fixed_length(Memory::of(&[Tally { counts: more }]), choices, &mut faults);
                    change(&mut counts, &mut faults, |counts| {
                        more.iter().enumerate().try_for_each(|(place, &more)| add(counts, place, more))
                    });
                    oz_tally_merge(pointer, other.pointer)
                }
                _ => {
                    change(&mut counts, &mut faults, |counts| {
                        before.iter().enumerate().try_for_each(|(place, &more)| add(counts, place, more))
                    });
                    oz_tally_merge(pointer, tally.start())
                }
            }
        };
        if !faults.succeeded(got) {
            counts = before;
        }
        assert_eq!(tally.elements(), [Tally { counts }]);
    }
    questions(&tally, &counts, choices);
}

fn target(tally: &Memory<Tally>, choices: &mut Choices<'_>, faults: &mut Faults) -> *mut Tally {
    match choices.byte() & 63 {
        61 => {
            faults.add(Code::OzNull);
            core::ptr::null_mut()
        }
        62 => {
            faults.add(Code::OzMisaligned);
            tally.start().wrapping_byte_add(4)
        }
        _ => tally.start(),
    }
}

fn change(counts: &mut [u64; 6], faults: &mut Faults, with: impl FnOnce(&mut [u64; 6]) -> Result<(), Code>) {
    with(counts).inspect_err(|&code| faults.add(code)).ok();
}

fn add(counts: &mut [u64; 6], place: usize, more: u64) -> Result<(), Code> {
    counts[place] = counts[place].checked_add(more).ok_or(Code::OzOverflow)?;
    Ok(())
}

fn take(counts: &mut [u64; 6], place: usize) -> Result<(), Code> {
    counts[place] = counts[place].checked_sub(1).ok_or(Code::OzNotThere)?;
    Ok(())
}

fn questions(tally: &Memory<Tally>, counts: &[u64; 6], choices: &mut Choices<'_>) {
    let there = || Resolution::ALL.iter().filter(|resolution| counts[usize::from(resolution.code()) - 1] > 0);
    let worst = there().max().copied().unwrap_or(Resolution::Initial);
    let mut faults = Faults::default();
    let (pointer, out) = (target(tally, choices, &mut faults), Out::needed(choices, &mut faults));
    // SAFETY: memory as the header asks, or faults that it names
    out.check(faults.succeeded(unsafe { oz_tally_result(pointer, out.pointer) }), || worst.code());

    let mut faults = Faults::default();
    let (pointer, out) = (target(tally, choices, &mut faults), Out::needed(choices, &mut faults));
    let bits = there().fold(0, |bits, resolution| bits | 1 << (resolution.code() - 1));
    // SAFETY: memory as the header asks, or faults that it names
    out.check(faults.succeeded(unsafe { oz_tally_status_set(pointer, out.pointer) }), || bits);

    let mut faults = Faults::default();
    let (pointer, out) = (target(tally, choices, &mut faults), Out::needed(choices, &mut faults));
    let total: u128 = counts.iter().map(|&count| u128::from(count)).sum();
    faults.add_if(u64::try_from(total).is_err(), Code::OzOverflow);
    // SAFETY: memory as the header asks, or faults that it names
    out.check(faults.succeeded(unsafe { oz_tally_total(pointer, out.pointer) }), || total as u64);
}
