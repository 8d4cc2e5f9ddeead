//! Blocks of codes at once: written so that it becomes a few vector steps.

pub(super) const LENGTH: usize = 16;

/// The highest code that a mask leaves of a block.
#[inline(always)]
pub(super) fn worst(block: &[u8; LENGTH], mask: &[u8; LENGTH]) -> u8 {
    let mut codes = *block;
    for (code, mask) in codes.iter_mut().zip(mask) {
        *code &= mask;
    }
    codes.into_iter().fold(0, u8::max)
}
