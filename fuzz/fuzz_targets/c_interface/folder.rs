//! Folders in memory that is lent, beside core.

use oz_status::AnalysisState;
use oz_status_c::*;
use oz_status_fuzz::{Choices, Faults, Memory, Named, Out};

fn analysis(choices: &mut Choices<'_>, groups: usize) -> Analysis {
    let [kind, place, time] = choices.bytes();
    let mut analysis = Analysis {
        resolution: kind % 5 + 1,
        has_time: u8::from(time > 0),
        group: u32::from(place) % (u32::try_from(groups).unwrap_or(u32::MAX).saturating_add(1)),
        r#type: u32::from(kind >> 4 & 3),
        time_updated: i64::from(time),
        ..Analysis::default()
    };
    if kind >= 250 {
        match choices.byte() % 6 {
            0 => analysis.resolution = choices.byte(),
            1 => analysis.has_time = choices.byte(),
            2 => analysis.reserved = choices.bytes(),
            3 => analysis.reserved2 = u32::from(choices.byte()),
            4 => analysis.group = u32::from_ne_bytes(choices.bytes()),
            _ => analysis.time_updated = i64::from_ne_bytes(choices.bytes()),
        }
    }
    analysis
}

fn converted(from: &Analysis) -> Result<oz_status::Analysis, Code> {
    let resolution = oz_status::AnalysisResolution::from_code(from.resolution).ok_or(Code::OzUnknownCode)?;
    if from.has_time > 1 || from.reserved != [0; 2] || from.reserved2 != 0 {
        return Err(Code::OzBadValue);
    }
    Ok(oz_status::Analysis {
        group: from.group.checked_sub(1),
        kind: (from.r#type != NO_TYPE).then_some(from.r#type),
        time_updated: (from.has_time == 1).then_some(from.time_updated),
        ..oz_status::Analysis::new(resolution)
    })
}

pub fn folder(choices: &mut Choices<'_>) {
    let mut faults = Faults::default();
    let groups = usize::from(choices.byte() % 6);
    let count = usize::from(choices.byte() % 12);
    let analyses: Vec<Analysis> = (0..count).map(|_| analysis(choices, groups)).collect();
    let required: Vec<u32> =
        choices.some(3).iter().map(|byte| u32::from(byte % 8).max(u32::from(*byte < 240))).collect();
    let callback = [0, 0, 0, 33, 36, 37, 1][usize::from(choices.byte()) % 7];

    // what is wrong with the folder itself, whatever the memory
    let mut wrong = Vec::new();
    let mut members = Vec::new();
    for (row, found) in analyses.iter().enumerate() {
        match converted(found) {
            Ok(member) => members.push(member),
            Err(code) => wrong.push((code, row)),
        }
        if found.group as usize > groups {
            wrong.push((Code::OzBadGroup, row));
        }
    }
    wrong.extend(required.iter().position(|&kind| kind == NO_TYPE).map(|row| (Code::OzBadValue, row)));
    let state = AnalysisState::from_code(callback);
    if callback != 0 && state.is_none() {
        wrong.push((Code::OzUnknownCode, usize::MAX));
    }
    let mut core_groups = vec![oz_status::Group::EMPTY; groups + 1];
    let answer = if wrong.is_empty() {
        let kinds = &required[..];
        Some(oz_status::decide(&members, kinds, state, &mut core_groups).expect("groups are in range"))
    } else {
        wrong.iter().for_each(|(code, _)| faults.add(*code));
        None
    };
    let cell = |member: &oz_status::Analysis| &core_groups[member.group.map_or(0, |group| group as usize + 1)];
    let determining: Vec<usize> = answer
        .iter()
        .flat_map(|(result, _)| {
            let counted = |(row, member): (usize, &oz_status::Analysis)| {
                result.is_determining(member, cell(member)).then_some(row)
            };
            members.iter().enumerate().filter_map(counted)
        })
        .collect();

    // the memory
    let analyses_named = Named::new(Memory::of(&analyses), choices, &mut faults);
    let required_named = Named::new(Memory::of(&required), choices, &mut faults);
    let mut asked = Folder {
        struct_size: if choices.byte() % 2 == 0 { 0 } else { size_of::<Folder>() as u32 },
        callback_state: callback,
        reserved: [0; 3],
        analyses: analyses_named.pointer,
        analyses_len: analyses_named.len,
        required: required_named.pointer,
        required_len: required_named.len,
        groups,
    };
    let mut row_unsaid = false;
    if choices.seldom() {
        match choices.byte() % 3 {
            0 => {
                asked.struct_size = u32::from_ne_bytes(choices.bytes());
                let known = asked.struct_size == 0 || asked.struct_size as usize == size_of::<Folder>();
                faults.add_if(!known, Code::OzStructSize);
            }
            1 => {
                asked.reserved = choices.bytes();
                row_unsaid = asked.reserved != [0; 3];
                faults.add_if(row_unsaid, Code::OzBadValue);
            }
            _ => {
                asked.groups = [usize::MAX, usize::MAX - 1, usize::MAX / 2, 1 << 33][usize::from(choices.byte()) % 4];
                faults.add(Code::OzTooLong);
                faults.add(Code::OzTooSmall);
            }
        }
    }
    let folder_named = Named::of_fixed_length(Memory::of(&[asked]), choices, &mut faults);
    let room = if choices.seldom() {
        usize::from(choices.byte())
    } else {
        count + groups + 1 + usize::from(choices.byte() % 3)
    };
    faults.add_if(room < count + groups + 1, Code::OzTooSmall);
    let cells = Named::new(Memory::<Cell>::patterned(room), choices, &mut faults);
    let mut verdict = Out::<Verdict>::needed(choices, &mut faults);
    if choices.seldom() && verdict.is_asked() && !cells.pointer.is_null() && room > 1 {
        faults.add(Code::OzOverlap);
        verdict.pointer = cells.memory.start().cast();
    }
    let mut groups_faults = Faults::default();
    let groups_out = Named::of_fixed_length(Memory::<Group>::patterned(groups + 1), choices, &mut groups_faults);
    // NULL says that they are not wanted
    let groups_out = Some(groups_out).filter(|out| !out.pointer.is_null() && choices.byte() % 2 == 0);
    if groups_out.is_some() {
        faults.join(groups_faults);
    }
    let capacity = match choices.byte() % 8 {
        0 => 0,
        1 => usize::from(choices.byte() % 16),
        _ => determining.len(),
    };
    let listed = if choices.byte() % 4 == 0 {
        None
    } else {
        Some(Named::new(Memory::<usize>::patterned(capacity), choices, &mut faults))
    };
    let needed = Out::<usize>::optional(choices, &mut faults);
    let row = Out::<usize>::optional(choices, &mut faults);

    let list_given = listed.as_ref().is_some_and(|listed| !listed.pointer.is_null());
    let too_short = list_given && answer.is_some() && capacity < determining.len();
    let otherwise_right = faults.none();
    faults.add_if(too_short, Code::OzTooSmall);
    // SAFETY: memory as the header asks, or faults that it names
    let got = unsafe {
        oz_resolve_folder(
            folder_named.pointer,
            cells.pointer,
            cells.len,
            verdict.pointer,
            groups_out.as_ref().map_or(core::ptr::null_mut(), |groups| groups.pointer),
            listed.as_ref().map_or(core::ptr::null_mut(), |listed| listed.pointer),
            listed.as_ref().map_or(0, |listed| listed.len),
            needed.pointer,
            row.pointer,
        )
    };
    let done = faults.succeeded(got);
    assert_eq!(bytes(&analyses_named.memory), bytes(&Memory::of(&analyses)));
    assert_eq!(required_named.memory.elements(), required);

    verdict.check(done, || {
        let (result, decision) = answer.expect("no fault");
        Verdict {
            folder_status: result.folder_status.code(),
            system_resolution: result.system_resolution.code(),
            decision: decision.code(),
            is_final: decision.is_final().into(),
            determining: determining.len() as u64,
            last_finished: core_groups.iter().filter(|group| group.is_last_finished()).count() as u64,
            ..Verdict::default()
        }
    });
    if let Some(lent) = &groups_out {
        if done {
            for (group, expected) in lent.memory.elements().iter().zip(&core_groups) {
                let told = Group {
                    resolution: expected.resolution().code(),
                    has_time: expected.finished_at().is_some().into(),
                    is_last_finished: expected.is_last_finished().into(),
                    reserved: [0; 5],
                    finished_at: expected.finished_at().unwrap_or(0),
                };
                assert_eq!(*group, told);
            }
        } else {
            assert!(lent.memory.is_untouched());
        }
    }
    if let Some(listed) = &listed {
        let written = if done && list_given { determining.len() } else { 0 };
        let (list, beyond) = listed.memory.elements().split_at(written);
        assert_eq!(list, &determining[..written]);
        assert!(beyond.iter().all(|&place| place == usize::from_ne_bytes([oz_status_fuzz::PATTERN; 8])));
    }
    if too_short && otherwise_right {
        needed.check(true, || determining.len());
    } else if !too_short {
        needed.check(done, || determining.len());
    }
    match row.written() {
        Some(row) => assert!(wrong.contains(&(got, row)), "{got:?} at {row}, but wrong are {wrong:?}"),
        None => {
            let has_row =
                matches!(got, Code::OzUnknownCode | Code::OzBadGroup) || (got == Code::OzBadValue && !row_unsaid);
            assert!(!has_row || !row.is_asked());
        }
    }
}

fn bytes(memory: &Memory<Analysis>) -> Vec<Analysis> {
    // SAFETY: its own memory, of integers
    unsafe { core::slice::from_raw_parts(memory.start(), memory.len()) }.to_vec()
}
