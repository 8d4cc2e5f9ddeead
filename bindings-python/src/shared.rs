//! What threads share.

use std::sync::{Mutex, PoisonError};

/// The state of a Python object, which steps that run no Python code read and change: so none meets another midway, and
/// none is refused for that.
pub(crate) struct Shared<T>(Mutex<T>);

impl<T> Shared<T> {
    pub(crate) const fn new(state: T) -> Shared<T> {
        Shared(Mutex::new(state))
    }

    pub(crate) fn with<R>(&self, step: impl FnOnce(&mut T) -> R) -> R {
        step(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl<T: Clone> Clone for Shared<T> {
    fn clone(&self) -> Shared<T> {
        Shared::new(self.with(|state| state.clone()))
    }
}
