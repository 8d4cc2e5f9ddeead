//! Payload text through the C interface, beside core.

use core::ffi::c_char;
use oz_status_c::*;
use oz_status_fuzz::{Bits, Choices, Faults, Memory, Named, Out};

/// An error in full, as the bytes it is.
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Debug)]
struct Image([u32; size_of::<ErrorInfo>() / 4]);

// SAFETY: integers without padding
unsafe impl Bits for Image {}

fn image(info: &ErrorInfo) -> Image {
    // SAFETY: as large, aligned as strictly, and without padding
    unsafe { core::ptr::from_ref(info).cast::<Image>().read() }
}

const TYPES: [&[u8]; 6] = [b"QUALITY", b"biometry", b"X", "\u{df}".as_bytes(), b"", b"\xff"];

/// Options of more bytes than the library knows, or fewer, in memory exactly as long.
fn options(known: &Options, size: u32, extra: &[u8]) -> Memory<u64> {
    let words = (size as usize).max(4).div_ceil(8).min(16);
    let memory = Memory::<u64>::of(&vec![0; words]);
    let room = words * 8;
    // SAFETY: within the memory, which is aligned for options
    unsafe {
        let start = memory.start().cast::<u8>();
        start.copy_from_nonoverlapping(core::ptr::from_ref(known).cast(), room.min(size_of::<Options>()));
        if let Some(beyond) = room.checked_sub(size_of::<Options>()) {
            start.add(size_of::<Options>()).copy_from_nonoverlapping(extra.as_ptr(), beyond.min(extra.len()));
        }
    }
    memory
}

pub fn json(choices: &mut Choices<'_>) {
    let mut faults = Faults::default();
    let texts: Vec<(&[u8], Named<u8>)> = choices
        .some(3)
        .iter()
        .map(|&byte| {
            let text = TYPES[usize::from(if byte < 200 { byte % 4 } else { byte % 6 })];
            (text, Named::new(Memory::of(text), choices, &mut faults))
        })
        .collect();
    let names: Option<Vec<&str>> = texts.iter().map(|(text, _)| core::str::from_utf8(text).ok()).collect();
    faults.add_if(names.is_none(), Code::OzInvalidUtf8);
    let listed: Vec<Text> =
        texts.iter().map(|(_, named)| Text { data: named.pointer.cast(), len: named.len }).collect();
    let required = Named::new(Memory::of(&listed), choices, &mut faults);
    let review_off = choices.byte() % 4 == 3;
    let known = size_of::<Options>() as u32;
    let mut asked = Options {
        struct_size: 0,
        operator_review_off: review_off.into(),
        reserved: [0; 3],
        required: required.pointer.cast(),
        required_len: required.len,
    };
    let mut extra: &[u8] = &[];
    match choices.byte() % 16 {
        0..8 => {}
        8..11 => asked.struct_size = known,
        11 => {
            extra = choices.some(8);
            asked.struct_size = known + 8;
            faults.add_if(extra.iter().any(|&byte| byte != 0), Code::OzStructSize);
        }
        12 => {
            asked.struct_size = u32::from(choices.byte()) % known;
            faults.add_if(asked.struct_size != 0, Code::OzStructSize);
        }
        13 => {
            asked.struct_size = u32::MAX - u32::from(choices.byte());
            faults.add(Code::OzStructSize);
        }
        14 => {
            asked.operator_review_off = choices.byte();
            faults.add_if(asked.operator_review_off > 1, Code::OzBadValue);
        }
        _ => {
            asked.reserved = choices.bytes();
            faults.add_if(asked.reserved != [0; 3], Code::OzBadValue);
        }
    }
    let room = if asked.struct_size == 0 { known } else { asked.struct_size };
    let memory = options(&asked, room, extra);
    let defaults = texts.is_empty() && faults.none() && !review_off && asked.operator_review_off == 0;
    let options_pointer: *const Options = match choices.byte() % 32 {
        0 if defaults => core::ptr::null(),
        30 => {
            faults.add(Code::OzMisaligned);
            memory.start().wrapping_byte_add(2).cast()
        }
        _ => memory.start().cast(),
    };

    let verdict = Out::<Verdict>::optional(choices, &mut faults);
    let needed = Out::<usize>::optional(choices, &mut faults);
    let (room_choice, slack) = (choices.byte() % 8, choices.byte());
    let error = Out::<Image>::optional(choices, &mut Faults::default());
    let error_is_crooked = error.is_asked() && !error.pointer.is_aligned();
    faults.add_if(error_is_crooked, Code::OzMisaligned);
    faults.add_if(!verdict.is_asked() && !needed.is_asked(), Code::OzNull);
    let way = Choices(choices.take(2)).bytes::<2>();
    let payload = choices.take(usize::MAX);
    let text = Named::new(Memory::of(payload), &mut Choices(&way), &mut faults);

    // what core says, if the call gets as far
    let mut refusal = None;
    let mut answer = None;
    if let Some(names) = &names {
        let core_options = oz_status::Options::new().require(names.iter().copied());
        let core_options = core_options.map(|options| options.operator_review(asked.operator_review_off == 0));
        let resolved = core_options.and_then(|options| {
            let verdict = oz_status::resolve(payload, &options)?;
            let contradictions = verdict.findings.iter().filter(|finding| finding.is_contradiction()).count();
            Ok((
                verdict.to_json(),
                Verdict {
                    folder_status: verdict.folder_status.code(),
                    system_resolution: verdict.system_resolution.code(),
                    decision: verdict.decision.code(),
                    is_final: verdict.is_final().into(),
                    has_findings: 1,
                    reserved: [0; 3],
                    findings: verdict.findings.len() as u32,
                    contradictions: contradictions as u32,
                    determining: verdict.determining.len() as u64,
                    last_finished: verdict.last_finished.len() as u64,
                    reserved2: [0; 4],
                },
            ))
        });
        match resolved {
            Ok(found) => answer = Some(found),
            Err(found) => refusal = Some(ErrorInfo::of(&found)),
        }
    }
    let only_refused = faults.none();
    refusal.iter().for_each(|info: &ErrorInfo| faults.add(info.code));

    let length = answer.as_ref().map_or(0, |(json, _)| json.len());
    let capacity = match room_choice {
        0 => None,
        1 => Some(length.saturating_sub(1 + usize::from(slack))),
        2 => Some(length + usize::from(slack)),
        _ => Some(length),
    };
    let buf = capacity.map(|capacity| Named::new(Memory::<u8>::patterned(capacity), choices, &mut faults));
    let buf_given = buf.as_ref().is_some_and(|buf| !buf.pointer.is_null());
    faults.add_if(buf_given && !needed.is_asked(), Code::OzNull);
    let too_small = faults.none() && buf_given && capacity.is_some_and(|capacity| capacity < length);
    faults.add_if(too_small, Code::OzTooSmall);

    // SAFETY: memory as the header asks, or faults that it names
    let got = unsafe {
        oz_resolve_json(
            text.pointer.cast(),
            text.len,
            options_pointer,
            buf.as_ref().map_or(core::ptr::null_mut(), |buf| buf.pointer.cast::<c_char>()),
            buf.as_ref().map_or(0, |buf| buf.len),
            needed.pointer,
            verdict.pointer,
            error.pointer.cast(),
        )
    };
    let done = faults.succeeded(got);
    assert_eq!(text.memory.elements(), payload);
    verdict.check(done, || answer.as_ref().expect("no fault").1);
    needed.check(done || too_small, || length);
    if let Some(buf) = &buf {
        let written = if done && buf_given { length } else { 0 };
        let (json, beyond) = buf.memory.elements().split_at(written);
        assert_eq!(json, answer.as_ref().map_or(&[][..], |(json, _)| &json.as_bytes()[..written]));
        assert!(beyond.iter().all(|&byte| byte == oz_status_fuzz::PATTERN));
    }
    if done || too_small || error_is_crooked || !error.is_asked() {
        assert_eq!(error.written(), None);
    } else {
        let told = error.written().expect("the error is told");
        assert_eq!(told.0[0], got.number().cast_unsigned());
        if let Some(info) = refusal.filter(|info| only_refused && info.code == got) {
            assert_eq!(told, image(&info));
        }
    }
}
