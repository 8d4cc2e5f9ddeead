//! Blocks of bytes at once: as many as fit a word.

pub(super) const LENGTH: usize = 8;

const ONES: u64 = u64::from_le_bytes([1; 8]);
const HIGHS: u64 = u64::from_le_bytes([0x80; 8]);

/// How many bytes at the start are plain.
#[inline(always)]
#[expect(clippy::as_conversions, reason = "at most 8")]
pub(super) const fn plain(block: &[u8; LENGTH]) -> usize {
    (ends(u64::from_le_bytes(*block)).trailing_zeros() / 8) as usize
}

/// The high bit of each byte that ends plain text; borrows spoil only bits above the lowest, which alone counts.
#[inline(always)]
const fn ends(word: u64) -> u64 {
    let quote = word ^ ONES.wrapping_mul(0x22);
    let backslash = word ^ ONES.wrapping_mul(0x5c);
    let control = word.wrapping_sub(ONES.wrapping_mul(0x20));
    (quote.wrapping_sub(ONES) | backslash.wrapping_sub(ONES) | control) & !word & HIGHS
}
