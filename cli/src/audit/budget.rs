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

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::{RecvTimeoutError, channel};
    use std::time::Duration;

    /// Whether this many bytes have to wait while `held` are held, and what lets them go.
    fn waits(held: usize, bytes: usize) -> bool {
        let budget = Budget::new(10);
        budget.acquire(held);
        std::thread::scope(|scope| {
            let (acquired, news) = channel();
            let budget = &budget;
            scope.spawn(move || {
                budget.acquire(bytes);
                acquired.send(()).unwrap();
            });
            let waits = news.recv_timeout(Duration::from_millis(200)) == Err(RecvTimeoutError::Timeout);
            budget.release(held);
            if waits {
                news.recv().unwrap();
            }
            waits
        })
    }

    #[test]
    fn what_does_not_fit_waits_and_what_never_fits_goes_alone() {
        assert!(!waits(4, 6));
        assert!(waits(4, 7));
        assert!(!waits(0, 100));
        assert!(waits(1, 100));
    }
}
