//! What is open around a place in JSON text: a bit for each level, so that depth costs memory and never the stack.

use alloc::vec::Vec;

/// Which of the open containers are objects.
pub(super) struct Nesting {
    /// The innermost levels, the last one lowest, below a bit that ends them.
    inner: u64,
    /// Sixty-three levels each, as `inner`.
    outer: Vec<u64>,
}

impl Nesting {
    pub(super) const NONE: Nesting = Nesting { inner: 1, outer: Vec::new() };

    #[inline(always)]
    pub(super) fn push(&mut self, is_object: bool) {
        if self.inner.leading_zeros() == 0 {
            self.outer.push(self.inner);
            self.inner = 1;
        }
        self.inner = (self.inner << 1).wrapping_add(u64::from(is_object));
    }

    /// Whether the innermost level is an object; none where nothing is open.
    #[inline(always)]
    pub(super) const fn innermost(&self) -> Option<bool> {
        if self.inner == 1 { None } else { Some(self.inner & 1 == 1) }
    }

    /// Leaves the innermost level.
    #[inline(always)]
    pub(super) fn pop(&mut self) {
        self.inner >>= 1;
        if self.inner <= 1 {
            self.inner = self.outer.pop().unwrap_or(1);
        }
    }
}

#[cfg(test)]
#[expect(clippy::as_conversions, clippy::cast_possible_truncation, reason = "few")]
mod tests {
    use super::*;

    #[test]
    fn levels_come_back_in_turn_at_any_depth() {
        let mut nesting = Nesting::NONE;
        assert_eq!(nesting.innermost(), None);
        let is_object = |level: u32| level.is_multiple_of(3) || level % 7 == 1;
        for depth in [1, 62, 63, 64, 65, 126, 127, 128, 1000] {
            (0..depth).for_each(|level| nesting.push(is_object(level)));
            assert_eq!(nesting.outer.len() as u32, (depth - 1) / 63, "a bit for each level");
            for level in (0..depth).rev() {
                assert_eq!(nesting.innermost(), Some(is_object(level)), "{level} of {depth}");
                nesting.pop();
            }
            assert_eq!(nesting.innermost(), None);
        }
        nesting.pop();
        assert_eq!(nesting.innermost(), None);
    }
}
