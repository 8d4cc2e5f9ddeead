//! How many bytes may be under way.

use std::sync::{Condvar, Mutex, PoisonError};

/// A bound on what is held between the reader and the output. What is larger than the bound waits until nothing else
/// is held, and then goes alone.
#[derive(Debug)]
pub(crate) struct Budget {
    limit: usize,
    held: Mutex<usize>,
    freed: Condvar,
}

impl Budget {
    pub(crate) const fn new(limit: usize) -> Budget {
        Budget { limit, held: Mutex::new(0), freed: Condvar::new() }
    }

    /// Waits for room.
    pub(crate) fn acquire(&self, bytes: usize) {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let is_full = |held: &mut usize| *held > 0 && held.saturating_add(bytes) > self.limit;
        let mut held = self.freed.wait_while(held, is_full).unwrap_or_else(PoisonError::into_inner);
        *held = held.saturating_add(bytes);
    }

    /// Gives room back.
    pub(crate) fn release(&self, bytes: usize) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        *held = held.saturating_sub(bytes);
        drop(held);
        self.freed.notify_one();
    }
}
