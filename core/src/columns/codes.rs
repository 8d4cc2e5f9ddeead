//! One long column of codes.

use super::ColumnError;
use crate::status_set::StatusSet;
use crate::vocabulary::Resolution;

/// The result of one long group of codes (R2); the empty group is `INITIAL`. Runs at the speed of memory.
///
/// # Errors
/// [`ColumnError::UnknownCode`].
///
/// ```
/// use oz_status::{group_result_of_codes, Resolution};
/// assert_eq!(group_result_of_codes(&[1, 3, 1]), Ok(Resolution::Declined));
/// assert_eq!(group_result_of_codes(&[]), Ok(Resolution::Initial));
/// assert!(group_result_of_codes(&[1, 7]).is_err());
/// ```
pub fn group_result_of_codes(codes: &[u8]) -> Result<Resolution, ColumnError> {
    if codes.is_empty() {
        return Ok(Resolution::Initial);
    }
    Resolution::from_code(spread(codes, 1).wrapping_add(1)).ok_or_else(|| unknown(codes))
}

/// How far beyond `lowest` the codes reach; a code below it wraps around and reaches far.
#[inline]
fn spread(codes: &[u8], lowest: u8) -> u8 {
    let reach = |widest: u8, code: u8| widest.max(code.wrapping_sub(lowest));
    let (runs, rest) = codes.as_chunks::<LANES>();
    let widest = if runs.is_empty() { 0 } else { widest_of_runs(runs, lowest) };
    rest.iter().fold(widest, |widest, &code| reach(widest, code))
}

/// Maxima kept side by side: as many vector registers as hide the latency of one.
const LANES: usize = 64;

fn widest_of_runs(runs: &[[u8; LANES]], lowest: u8) -> u8 {
    let mut lanes = [0_u8; LANES];
    for run in runs {
        for (lane, code) in lanes.iter_mut().zip(run) {
            *lane = (*lane).max(code.wrapping_sub(lowest));
        }
    }
    lanes.into_iter().fold(0, u8::max)
}

/// # Errors
/// [`ColumnError::UnknownCode`].
#[inline]
pub(super) fn check(codes: &[u8]) -> Result<(), ColumnError> {
    group_result_of_codes(codes).map(drop)
}

#[cold]
fn unknown(codes: &[u8]) -> ColumnError {
    let wrong = codes.iter().enumerate().find(|(_, code)| Resolution::from_code(**code).is_none());
    let (row, found) = wrong.map_or((0, 0), |(row, &code)| (row, code));
    ColumnError::UnknownCode { row, found }
}

/// Codes asked together whether they hold anything new: long enough for vector loops.
const BLOCK: usize = if cfg!(miri) { 512 } else { 8192 };
/// Codes looked at one by one when they do: few, so that a newcomer costs little.
const NEWS: usize = 128;

/// Which resolutions occur in a column of codes (R10).
///
/// A block is only asked whether it holds anything new; most hold nothing.
///
/// # Errors
/// [`ColumnError::UnknownCode`].
///
/// ```
/// use oz_status::{status_set_of_codes, Resolution};
/// let set = status_set_of_codes(&[1, 3, 1])?;
/// assert_eq!(set.bits(), 0b101);
/// assert!(status_set_of_codes(&[0]).is_err());
/// # Ok::<(), oz_status::ColumnError>(())
/// ```
pub fn status_set_of_codes(codes: &[u8]) -> Result<StatusSet, ColumnError> {
    if codes.len() <= NEWS {
        return one_by_one(codes).ok_or_else(|| unknown(codes));
    }
    let mut seen = Seen::default();
    for block in codes.chunks(BLOCK) {
        if !seen.has_news(block) {
            continue;
        }
        for part in block.chunks(NEWS) {
            if seen.has_news(part) {
                seen.add(one_by_one(part).ok_or_else(|| unknown(codes))?);
            }
        }
    }
    Ok(seen.set)
}

fn one_by_one(codes: &[u8]) -> Option<StatusSet> {
    codes.iter().map(|&code| Resolution::from_code(code)).collect()
}

/// What was seen, as an interval of codes with holes.
#[derive(Default)]
struct Seen {
    set: StatusSet,
    lowest: u8,
    reach: u8,
    holes: [u8; 4],
    hole_count: usize,
}

impl Seen {
    fn add(&mut self, news: StatusSet) {
        self.set |= news;
        let (Some(best), Some(worst)) = (self.set.best(), self.set.worst()) else { return };
        (self.lowest, self.reach) = (best.code(), worst.code().saturating_sub(best.code()));
        let between = (best.code()..worst.code()).filter_map(Resolution::from_code);
        self.hole_count = 0;
        for (hole, missing) in self.holes.iter_mut().zip(between.filter(|&r| !self.set.contains(r))) {
            *hole = missing.code();
            self.hole_count = self.hole_count.saturating_add(1);
        }
    }

    fn has_news(&self, block: &[u8]) -> bool {
        if self.set.is_empty() {
            return true;
        }
        let (lowest, reach) = (self.lowest, self.reach);
        match (self.hole_count, self.holes) {
            (0, _) => spread(block, lowest) > reach,
            (1, [a, ..]) => leaves(block, lowest, reach, |code| code ^ a),
            (2, [a, b, ..]) => leaves(block, lowest, reach, |code| (code ^ a).min(code ^ b)),
            (3, [a, b, c, _]) => leaves(block, lowest, reach, |code| (code ^ a).min(code ^ b).min(code ^ c)),
            (_, [a, b, c, d]) => {
                leaves(block, lowest, reach, |code| (code ^ a).min(code ^ b).min(code ^ c).min(code ^ d))
            }
        }
    }
}

/// Whether some code lies outside the interval, or in a hole: at distance 0. One pass without an early end, so that
/// it becomes a vector loop.
#[inline]
fn leaves(block: &[u8], lowest: u8, reach: u8, distance: impl Fn(u8) -> u8) -> bool {
    let (widest, nearest) = block.iter().fold((0, u8::MAX), |(widest, nearest): (u8, u8), &code| {
        (widest.max(code.wrapping_sub(lowest)), nearest.min(distance(code)))
    });
    widest > reach || nearest == 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::vec;

    #[test]
    fn every_set_is_found_wherever_its_members_stand() {
        for bits in (1..64_u8).step_by(if cfg!(miri) { 13 } else { 1 }) {
            let set = StatusSet::from_bits(bits).expect("six bits");
            let mut codes = vec![set.best().expect("not empty").code(); 3 * BLOCK + 5];
            let places = [0, BLOCK - 1, BLOCK, 2 * BLOCK + 7, 3 * BLOCK + 4, 1];
            for (member, place) in set.iter().zip(places) {
                codes[place] = member.code();
            }
            codes[9] = set.best().expect("not empty").code();
            let expected: StatusSet = codes.iter().filter_map(|&code| Resolution::from_code(code)).collect();
            assert_eq!(status_set_of_codes(&codes), Ok(expected));
            assert_eq!(group_result_of_codes(&codes), Ok(expected.result()));
        }
    }

    #[test]
    fn only_what_was_not_seen_is_news() {
        let mut seen = Seen::default();
        assert!(seen.has_news(&[1]));
        for bits in (1..64).step_by(if cfg!(miri) { 31 } else { 1 }) {
            let set = StatusSet::from_bits(bits).expect("six bits");
            seen = Seen::default();
            seen.add(set);
            for code in 0..=u8::MAX {
                let known = Resolution::from_code(code).is_some_and(|r| set.contains(r));
                assert_eq!(seen.has_news(&[set.result().code(), code]), !known, "{set:?} {code}");
            }
        }
        seen.add(StatusSet::from(Resolution::Initial));
        assert_eq!(seen.hole_count, 0);
    }

    #[test]
    fn short_columns_are_no_different() {
        let codes: vec::Vec<u8> = (0..400_u32).map(|i| u8::try_from(i * i % 11 % 6 + 1).expect("small")).collect();
        for start in (0..9).step_by(if cfg!(miri) { 4 } else { 1 }) {
            for end in (start..codes.len()).step_by(if cfg!(miri) { 37 } else { 1 }) {
                let run = &codes[start..end];
                let expected: StatusSet = run.iter().filter_map(|&code| Resolution::from_code(code)).collect();
                assert_eq!(status_set_of_codes(run), Ok(expected));
                assert_eq!(group_result_of_codes(run), Ok(expected.result()));
            }
        }
    }

    #[test]
    fn a_wrong_code_is_named_wherever_it_stands() {
        for row in [0, 1, BLOCK - 1, BLOCK, 2 * BLOCK] {
            for found in if cfg!(miri) { [7].as_slice() } else { &[0, 7, 17, 255] }.iter().copied() {
                let mut codes = vec![1; 2 * BLOCK + 1];
                codes[BLOCK / 2] = 6;
                codes[row] = found;
                let error = ColumnError::UnknownCode { row, found };
                assert_eq!(group_result_of_codes(&codes), Err(error));
                assert_eq!(status_set_of_codes(&codes), Err(error));
                assert_eq!(check(&codes), Err(error));
            }
        }
        let error = ColumnError::UnknownCode { row: 2, found: 9 };
        assert_eq!(status_set_of_codes(&[1, 6, 9, 0]), Err(error));
        assert_eq!(group_result_of_codes(&[1, 6, 9, 0]), Err(error));
        assert_eq!(check(&[]), Ok(()));
        assert_eq!(status_set_of_codes(&[]), Ok(StatusSet::EMPTY));
    }
}
