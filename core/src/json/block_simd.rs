//! Blocks of bytes at once: as many as browsers compare in one step.

use core::arch::wasm32::{i64x2, u8x16_bitmask, u8x16_eq, u8x16_lt, u8x16_splat, v128_or};

pub(super) const LENGTH: usize = 16;

/// How many bytes at the start are plain.
#[inline(always)]
#[expect(clippy::as_conversions, reason = "at most 32")]
pub(super) fn plain(block: &[u8; LENGTH]) -> usize {
    let ([low, high], _) = block.as_chunks::<8>() else { return 0 };
    let block = i64x2(i64::from_le_bytes(*low), i64::from_le_bytes(*high));
    let escaped = v128_or(u8x16_eq(block, u8x16_splat(b'"')), u8x16_eq(block, u8x16_splat(b'\\')));
    let ends = u8x16_bitmask(v128_or(escaped, u8x16_lt(block, u8x16_splat(b' '))));
    ends.trailing_zeros() as usize
}
