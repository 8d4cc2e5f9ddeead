//! What is open around a place in JSON text: a bit for each level, so that depth costs memory and never the stack.

use alloc::vec::Vec;

/// Which of the open containers are objects, the innermost first.
#[derive(Default)]
pub(super) struct Nesting {
    /// The innermost levels, the last one lowest.
    top: u64,
    /// How many of them.
    held: u32,
    /// Sixty-four levels each.
    outer: Vec<u64>,
}

impl Nesting {
    #[inline]
    pub(super) fn push(&mut self, is_object: bool) {
        if self.held == u64::BITS {
            self.outer.push(self.top);
            self.held = 0;
        }
        self.top = (self.top << 1) | u64::from(is_object);
        self.held = self.held.wrapping_add(1);
    }

    /// Leaves the innermost level: whether it is an object, and none where nothing is open.
    #[inline]
    pub(super) fn pop(&mut self) -> Option<bool> {
        if self.held == 0 {
            self.top = self.outer.pop()?;
            self.held = u64::BITS;
        }
        let is_object = self.top & 1 == 1;
        self.top >>= 1;
        self.held = self.held.wrapping_sub(1);
        Some(is_object)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_come_back_in_turn_at_any_depth() {
        let mut nesting = Nesting::default();
        assert_eq!(nesting.pop(), None);
        let is_object = |level: u32| level.is_multiple_of(3) || level % 7 == 1;
        for depth in [1, 63, 64, 65, 127, 128, 129, 1000] {
            (0..depth).for_each(|level| nesting.push(is_object(level)));
            for level in (0..depth).rev() {
                assert_eq!(nesting.pop(), Some(is_object(level)), "{level} of {depth}");
            }
            assert_eq!(nesting.pop(), None);
        }
    }
}
