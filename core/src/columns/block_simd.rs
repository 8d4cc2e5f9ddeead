//! Blocks of codes at once: by halves, since for browsers no such steps are made of a loop.

use core::arch::wasm32::{
    i32x4_shuffle, i64x2, i64x2_shuffle, u8x16_extract_lane, u8x16_max, u16x8_shr, u32x4_shr, v128, v128_and,
};

pub(super) const LENGTH: usize = 16;

/// The highest code that a mask leaves of a block.
#[inline(always)]
pub(super) fn worst(block: &[u8; LENGTH], mask: &[u8; LENGTH]) -> u8 {
    let codes = v128_and(lanes(block), lanes(mask));
    let codes = u8x16_max(codes, i64x2_shuffle::<1, 1>(codes, codes));
    let codes = u8x16_max(codes, i32x4_shuffle::<1, 1, 1, 1>(codes, codes));
    let codes = u8x16_max(codes, u32x4_shr(codes, 16));
    let codes = u8x16_max(codes, u16x8_shr(codes, 8));
    u8x16_extract_lane::<0>(codes)
}

#[inline(always)]
fn lanes(block: &[u8; LENGTH]) -> v128 {
    let [low, high] = [0, 8].map(|from| block.get(from..).and_then(<[u8]>::first_chunk).copied().unwrap_or_default());
    i64x2(i64::from_le_bytes(low), i64::from_le_bytes(high))
}
