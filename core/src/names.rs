//! Names as dense numbers.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

/// Numbers names in the order of their arrival. A search tree, so that no choice of names makes it slow.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names<'a> {
    names: Vec<Cow<'a, str>>,
    numbers: BTreeMap<Cow<'a, str>, u32>,
}

impl<'a> Names<'a> {
    pub(crate) fn number(&self, name: &str) -> Option<u32> {
        self.numbers.get(name).copied()
    }

    pub(crate) fn name(&self, number: u32) -> Option<&Cow<'a, str>> {
        self.names.get(usize::try_from(number).ok()?)
    }

    pub(crate) fn len(&self) -> usize {
        self.names.len()
    }

    /// The number of a name, a new one if it was not seen; none if all numbers are taken.
    pub(crate) fn number_or_insert(&mut self, name: Cow<'a, str>) -> Option<u32> {
        if let Some(number) = self.number(&name) {
            return Some(number);
        }
        let number = u32::try_from(self.names.len()).ok()?;
        self.names.push(name.clone());
        self.numbers.insert(name, number);
        Some(number)
    }
}
