//! Columns of codes, beside a plain loop.

use crate::{code, resolution};
use oz_status::Resolution;
use oz_status_c::*;
use oz_status_fuzz::{Bits, Choices, Faults, Memory, Named, Out};

type ByOffsets<O> = unsafe extern "C" fn(*const u8, usize, *const O, usize, *mut u8, *mut usize) -> Code;

pub fn columns(choices: &mut Choices<'_>) {
    let clean = !choices.seldom();
    let repeat = usize::from(choices.byte() % 32) + 1;
    let seed = choices.some(40);
    let one = |&byte: &u8| if clean { byte % 6 + 1 } else { byte % 8 };
    let codes = seed.iter().map(one).collect::<Vec<u8>>().repeat(repeat);
    match choices.byte() % 4 {
        0 => single(&codes, choices),
        1 => {
            by_offsets::<u32>(&codes, choices, oz_group_results_u32, |offset| u32::try_from(offset).unwrap_or(u32::MAX))
        }
        2 => by_offsets::<u64>(&codes, choices, oz_group_results_u64, |offset| offset),
        _ => by_index(&codes, choices),
    }
}

fn first_unknown(codes: &[u8]) -> Option<usize> {
    codes.iter().position(|&code| resolution(code).is_err())
}

fn worst(codes: &[u8]) -> u8 {
    codes.iter().copied().max().unwrap_or(Resolution::Initial.code())
}

fn single(codes: &[u8], choices: &mut Choices<'_>) {
    let mut faults = Faults::default();
    faults.add_if(first_unknown(codes).is_some(), Code::OzUnknownCode);
    let named = Named::new(Memory::of(codes), choices, &mut faults);
    // SAFETY: memory as the header asks, or faults that it names
    unsafe {
        if choices.seldom() && !codes.is_empty() {
            // an output may lie over an input
            let place = usize::from(code(choices)) % codes.len();
            let done = faults.succeeded(oz_group_result(named.pointer, named.len, named.memory.start().add(place)));
            let mut expected = codes.to_vec();
            if done {
                expected[place] = worst(codes);
            }
            assert_eq!(named.memory.elements(), expected);
            return;
        }
        let out = Out::needed(choices, &mut faults);
        if choices.byte() % 2 == 0 {
            out.check(faults.succeeded(oz_group_result(named.pointer, named.len, out.pointer)), || worst(codes));
        } else {
            let bits = || codes.iter().fold(0, |bits, code| bits | 1 << (code - 1));
            out.check(faults.succeeded(oz_status_set_of(named.pointer, named.len, out.pointer)), bits);
        }
    }
}

/// Where results go: room of their own, or over the codes.
fn results(codes: &Memory<u8>, groups: usize, choices: &mut Choices<'_>, faults: &mut Faults) -> Named<u8> {
    let mut results = Named::of_fixed_length(Memory::<u8>::patterned(groups), choices, faults);
    if choices.seldom() && !codes.is_empty() && groups > 0 && !results.pointer.is_null() {
        faults.add(Code::OzOverlap);
        results.pointer = codes.start().wrapping_add(codes.len() - 1);
    }
    results
}

fn told(got: Code, row: &Out<usize>, expected: [(Code, Option<usize>); 2]) {
    let wrong = expected.into_iter().find(|(code, _)| *code == got).and_then(|(_, row)| row);
    assert_eq!(row.written(), wrong.filter(|_| row.is_asked()));
}

fn by_offsets<O: Bits + Into<u64>>(
    codes: &[u8],
    choices: &mut Choices<'_>,
    function: ByOffsets<O>,
    narrow: fn(u64) -> O,
) {
    let mut faults = Faults::default();
    let mut end = u64::from(choices.byte() % 4);
    let mut offsets = vec![narrow(end)];
    for &step in choices.some(60) {
        end = match step {
            250 => end.wrapping_sub(1),
            251 => end.saturating_add(1 << 31),
            252 => u64::MAX,
            253.. => end.saturating_add(300),
            step => end.saturating_add(u64::from(step % 24)),
        };
        offsets.push(narrow(end));
    }
    let len = codes.len() as u64;
    let mut least = 0;
    let bad = offsets.iter().position(|&offset| {
        let offset: u64 = offset.into();
        let bad = offset < least || offset > len;
        least = offset;
        bad
    });
    faults.add_if(bad.is_some(), Code::OzBadOffset);
    faults.add_if(first_unknown(codes).is_some(), Code::OzUnknownCode);
    let groups = offsets.len() - 1;
    let codes_named = Named::new(Memory::of(codes), choices, &mut faults);
    let offsets_named = Named::of_fixed_length(Memory::of(&offsets), choices, &mut faults);
    let results = results(&codes_named.memory, groups, choices, &mut faults);
    let row = Out::<usize>::optional(choices, &mut faults);
    let mut said = groups;
    if choices.seldom() {
        said = [usize::MAX, usize::MAX - 1, usize::MAX / 2][usize::from(choices.byte()) % 3];
        faults.add(Code::OzTooLong);
        faults.add_if(results.pointer.is_null(), Code::OzNull);
    }
    // SAFETY: memory as the header asks, or faults that it names
    let got = unsafe {
        function(codes_named.pointer, codes_named.len, offsets_named.pointer, said, results.pointer, row.pointer)
    };
    let done = faults.succeeded(got);
    told(got, &row, [(Code::OzBadOffset, bad), (Code::OzUnknownCode, first_unknown(codes))]);
    assert_eq!(codes_named.memory.elements(), codes);
    assert_eq!(offsets_named.memory.elements(), offsets);
    if done {
        for (pair, &result) in offsets.windows(2).zip(results.memory.elements()) {
            let (from, to): (u64, u64) = (pair[0].into(), pair[1].into());
            assert_eq!(result, worst(&codes[from as usize..to as usize]));
        }
    } else {
        assert!(results.memory.is_untouched());
    }
}

fn by_index(codes: &[u8], choices: &mut Choices<'_>) {
    let mut faults = Faults::default();
    let groups = usize::from(choices.byte() % 32);
    let seed = choices.some(40);
    let wild = choices.seldom();
    let group = |at: usize| {
        let found = u32::from(*seed.get(at % seed.len().max(1)).unwrap_or(&0));
        if wild { found.wrapping_mul(0x0101_0101) } else { found % u32::try_from(groups.max(1)).expect("small") }
    };
    let index: Vec<u32> = (0..codes.len()).map(group).collect();
    let bad = index.iter().position(|&group| group as usize >= groups);
    faults.add_if(bad.is_some(), Code::OzBadGroup);
    faults.add_if(first_unknown(codes).is_some(), Code::OzUnknownCode);
    let codes_named = Named::new(Memory::of(codes), choices, &mut faults);
    let index_named = Named::of_fixed_length(Memory::of(&index), choices, &mut faults);
    if codes_named.len != codes.len() {
        // the length is that of both
        faults.add_if(index_named.pointer.is_null(), Code::OzNull);
    }
    let results = results(&codes_named.memory, groups, choices, &mut faults);
    let row = Out::<usize>::optional(choices, &mut faults);
    // SAFETY: memory as the header asks, or faults that it names
    let got = unsafe {
        oz_group_results_by(
            codes_named.pointer,
            codes_named.len,
            index_named.pointer,
            groups,
            results.pointer,
            row.pointer,
        )
    };
    let done = faults.succeeded(got);
    told(got, &row, [(Code::OzBadGroup, bad), (Code::OzUnknownCode, first_unknown(codes))]);
    assert_eq!((codes_named.memory.elements(), index_named.memory.elements()), (codes, &*index));
    if done {
        for (group, &result) in results.memory.elements().iter().enumerate() {
            let members: Vec<u8> =
                codes.iter().zip(&index).filter(|(_, of)| **of as usize == group).map(|(&code, _)| code).collect();
            assert_eq!(result, worst(&members));
        }
    } else {
        assert!(results.memory.is_untouched());
    }
}
