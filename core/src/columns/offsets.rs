//! Groups as runs of a column, cut by offsets.

use super::ColumnError;
use super::block;
use super::codes::check;
use crate::vocabulary::Resolution;

mod sealed {
    pub trait Sealed {}
}

/// The integers that offsets come in: those of Arrow lists, and unsigned ones.
///
/// ```
/// use oz_status::Offset;
/// assert_eq!(3_i32.index(), Some(3));
/// assert_eq!((-1_i64).index(), None);
/// ```
pub trait Offset: Copy + Ord + sealed::Sealed {
    /// This offset as an index, if it is one.
    fn index(self) -> Option<usize>;

    /// Whether offsets surely rise; those of which the highest bit is in use are left in doubt.
    #[doc(hidden)]
    fn surely_rise(offsets: &[Self]) -> bool;
}

macro_rules! offsets {
    ($($integer:ty as $bits:ident: $unsigned:expr;)+) => {$(
        impl sealed::Sealed for $integer {}

        impl Offset for $integer {
            fn index(self) -> Option<usize> {
                usize::try_from(self).ok()
            }

            fn surely_rise(offsets: &[$integer]) -> bool {
                let unsigned: fn($integer) -> $bits = $unsigned;
                let pairs = offsets.iter().zip(offsets.get(1..).unwrap_or(&[]));
                // without a comparison, which small vector units lack: a fall borrows into the highest bit
                let bits = pairs.fold(0, |bits: $bits, (&a, &b)| bits | unsigned(b) | unsigned(b).wrapping_sub(unsigned(a)));
                let first = offsets.first().map_or(0, |&first| unsigned(first));
                (bits | first).leading_zeros() > 0
            }
        }
    )+};
}

offsets! {
    u32 as u32: |offset| offset;
    u64 as u64: |offset| offset;
    usize as usize: |offset| offset;
    i32 as u32: i32::cast_unsigned;
    i64 as u64: i64::cast_unsigned;
}

/// The result of each group (R2), where group `i` is `codes[offsets[i]..offsets[i + 1]]`; an empty group is `INITIAL`.
///
/// Writes a code for each group into `results`. Linear; codes, offsets and lengths are checked before anything is
/// written. Rows before the first and from the last offset on belong to no group, as in a slice of an Arrow list:
/// offsets that cover all rows begin with 0 and end with the number of rows.
///
/// # Errors
/// [`ColumnError`], naming the row if it is in one.
///
/// ```
/// use oz_status::group_results;
/// let mut results = [0; 3];
/// group_results(&[1, 3, 1, 5], &[0_u32, 2, 2, 4], &mut results)?;
/// assert_eq!(results, [3, 6, 5]);
/// # Ok::<(), oz_status::ColumnError>(())
/// ```
pub fn group_results<O: Offset>(codes: &[u8], offsets: &[O], results: &mut [u8]) -> Result<(), ColumnError> {
    let (first, rest) = offsets.split_first().ok_or(ColumnError::NoOffsets)?;
    if rest.len() != results.len() {
        return Err(ColumnError::LengthMismatch { expected: rest.len(), found: results.len() });
    }
    check_offsets(codes.len(), offsets)?;
    check(codes)?;
    let mut start = first.index().unwrap_or(usize::MAX);
    for (result, end) in results.iter_mut().zip(rest) {
        let end = end.index().unwrap_or(start);
        let worst = worst(codes, start, end);
        *result = if worst == 0 { Resolution::Initial.code() } else { worst };
        start = end;
    }
    Ok(())
}

fn check_offsets<O: Offset>(len: usize, offsets: &[O]) -> Result<(), ColumnError> {
    let inside = |offset: Option<&O>| offset.and_then(|offset| offset.index()).is_some_and(|index| index <= len);
    if inside(offsets.first()) && inside(offsets.last()) && (O::surely_rise(offsets) || rise(offsets)) {
        return Ok(());
    }
    Err(bad_offset(len, offsets))
}

/// As `is_sorted`, in which a panic is in reach.
#[cold]
fn rise<O: Offset>(offsets: &[O]) -> bool {
    offsets.iter().zip(offsets.get(1..).unwrap_or(&[])).all(|(a, b)| a <= b)
}

#[cold]
fn bad_offset<O: Offset>(len: usize, offsets: &[O]) -> ColumnError {
    let mut least = 0;
    let row = offsets.iter().position(|offset| match offset.index() {
        Some(index) if least <= index && index <= len => {
            least = index;
            false
        }
        _ => true,
    });
    ColumnError::BadOffset { row: row.unwrap_or(0) }
}

/// Up to this length a group is read as one block, of which the codes behind it are masked out: no loop, hence no branch
/// to mispredict.
const BLOCK: usize = block::LENGTH;

const MASKS: [[u8; BLOCK]; BLOCK + 1] = masks();

#[expect(clippy::arithmetic_side_effects, clippy::indexing_slicing, reason = "evaluated when this is compiled")]
const fn masks() -> [[u8; BLOCK]; BLOCK + 1] {
    let mut masks = [[0; BLOCK]; BLOCK + 1];
    let mut len = 0;
    while len <= BLOCK {
        let mut place = 0;
        while place < len {
            masks[len][place] = u8::MAX;
            place += 1;
        }
        len += 1;
    }
    masks
}

/// The highest code of a group; 0 where there is none.
#[inline(always)]
fn worst(codes: &[u8], start: usize, end: usize) -> u8 {
    // one comparison then stands for all those of `get`
    if let Some(last) = codes.len().checked_sub(BLOCK)
        && start <= last
        && let Some(block) = codes.get(start..).and_then(<[u8]>::first_chunk)
        && let Some(mask) = MASKS.get(end.wrapping_sub(start))
    {
        return block::worst(block, mask);
    }
    codes.get(start..end).unwrap_or(&[]).iter().fold(0, |worst, &code| worst.max(code))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::vec;
    use std::vec::Vec;

    fn plain(codes: &[u8], offsets: &[usize]) -> Vec<u8> {
        let result = |run: &[u8]| run.iter().copied().max().unwrap_or(6);
        offsets.windows(2).map(|pair| result(&codes[pair[0]..pair[1]])).collect()
    }

    #[test]
    fn every_length_at_every_place() {
        let count: usize = if cfg!(miri) { 100 } else { 700 };
        let codes: Vec<u8> = (0..count).map(|i| u8::try_from(i * i % 7 % 6 + 1).expect("small")).collect();
        for length in (0..40).step_by(if cfg!(miri) { 13 } else { 1 }) {
            for first in 0..4 {
                let offsets: Vec<usize> =
                    (0..).map(|i| first + i * length).take_while(|&o| o <= codes.len()).take(count).collect();
                let mut results = vec![0; offsets.len() - 1];
                group_results(&codes, &offsets, &mut results).expect("valid");
                assert_eq!(results, plain(&codes, &offsets), "length {length}");
            }
        }
    }

    #[test]
    fn mixed_lengths_and_empty_groups_at_the_end() {
        let mut state = 7_usize;
        for _ in 0..if cfg!(miri) { 1 } else { 50 } {
            let mut offsets = vec![0];
            while offsets.len() < if cfg!(miri) { 50 } else { 3000 } {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                offsets.push(offsets[offsets.len() - 1] + (state >> 33) % 19);
            }
            let len = offsets[offsets.len() - 1];
            offsets.extend([len, len]);
            let codes: Vec<u8> = (0..len).map(|i| u8::try_from((state >> (i % 40)) % 6 + 1).expect("small")).collect();
            let mut results = vec![0; offsets.len() - 1];
            group_results(&codes, &offsets, &mut results).expect("valid");
            assert_eq!(results, plain(&codes, &offsets));
        }
    }

    #[test]
    fn long_groups_beside_short_ones() {
        let codes: Vec<u8> = (0..3000_usize).map(|i| if i % 1000 == 7 { 4 } else { 1 + u8::from(i > 1500) }).collect();
        for length in [BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK, 2000] {
            let offsets = [0, 1, 1, 1 + length, 1 + length, 3 + length, 3 + length + 700];
            let mut results = [0; 6];
            group_results(&codes, &offsets, &mut results).expect("valid");
            assert_eq!(results.as_slice(), plain(&codes, &offsets), "length {length}");
        }
    }

    #[test]
    fn offsets_beyond_the_half_of_their_range_are_compared_one_by_one() {
        assert_eq!(<u32 as Offset>::index(7), Some(7));
        assert!(!u32::surely_rise(&[1, 1 << 31]) && rise(&[1_u32, 1 << 31]));
        assert!(!u32::surely_rise(&[2, 1]) && !rise(&[2_u32, 1]));
        assert!(u32::surely_rise(&[1, 1, 2]) && rise(&[1_u32, 1, 2]));
        assert_eq!(check_offsets(usize::MAX, &[0, 1 << 31, u32::MAX]), Ok(()));
        let error = ColumnError::BadOffset { row: 2 };
        assert_eq!(check_offsets(usize::MAX, &[0, u32::MAX, 1 << 31]), Err(error));
    }

    #[test]
    fn a_wrong_code_is_refused_before_anything_is_written() {
        let mut results = [9];
        let error = ColumnError::UnknownCode { row: 1, found: 7 };
        assert_eq!(group_results(&[1, 7], &[0_u32, 1], &mut results), Err(error));
        assert_eq!(results, [9]);
    }

    #[test]
    fn a_mask_keeps_as_many_codes_as_the_group_has() {
        assert_eq!(masks(), MASKS);
        for (len, mask) in MASKS.iter().enumerate() {
            assert!(mask.iter().enumerate().all(|(place, &bits)| bits == if place < len { 255 } else { 0 }), "{len}");
        }
    }

    #[test]
    fn rows_outside_the_offsets_belong_to_no_group() {
        let mut results = [0];
        group_results(&[3, 1, 3], &[1_u32, 2], &mut results).expect("valid");
        assert_eq!(results, [1]);
    }

    #[test]
    fn what_is_wrong_is_named_and_nothing_is_written() {
        let codes = [1, 2, 3];
        let mut results = [9, 9];
        for (offsets, error) in [
            ([0, 4, 3], ColumnError::BadOffset { row: 1 }),
            ([0, 2, 1], ColumnError::BadOffset { row: 2 }),
            ([-1, 0, 1], ColumnError::BadOffset { row: 0 }),
            ([0, 0, 4], ColumnError::BadOffset { row: 2 }),
        ] {
            assert_eq!(group_results::<i32>(&codes, &offsets, &mut results), Err(error));
        }
        assert_eq!(group_results::<u32>(&codes, &[], &mut results), Err(ColumnError::NoOffsets));
        let short = ColumnError::LengthMismatch { expected: 1, found: 2 };
        assert_eq!(group_results::<u64>(&codes, &[0, 1], &mut results), Err(short));
        assert_eq!(results, [9, 9]);
        assert_eq!(group_results::<u64>(&[], &[0], &mut []), Ok(()));
    }
}
