//! Names as dense numbers.

use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

/// Up to this many names are looked through one by one.
const FEW: usize = 12;

/// Numbers names in the order of their arrival. Many names are kept in a search tree, so that no choice of names
/// makes it slow.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names<'a> {
    names: Vec<Cow<'a, str>>,
    /// Empty while the names are few.
    numbers: BTreeMap<Cow<'a, str>, u32>,
}

impl<'a> Names<'a> {
    pub(crate) fn number(&self, name: &str) -> Option<u32> {
        if self.numbers.is_empty() {
            let place = self.names.iter().position(|known| known == name)?;
            return u32::try_from(place).ok();
        }
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
        if self.names.len() == FEW {
            self.numbers = self.names.iter().cloned().zip(0..).collect();
        } else if self.names.len() > FEW {
            self.numbers.insert(name, number);
        }
        Some(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::format;

    #[test]
    fn few_or_many_every_name_keeps_its_number() {
        let mut names = Names::default();
        for number in 0..40 {
            assert_eq!(names.number_or_insert(Cow::Owned(format!("n{number}"))), Some(number));
            for known in 0..=number {
                assert_eq!(names.number_or_insert(Cow::Owned(format!("n{known}"))), Some(known));
                assert_eq!(names.name(known).map(|name| &**name), Some(&*format!("n{known}")));
            }
            assert_eq!(names.number("other"), None);
        }
        assert_eq!(names.len(), 40);
    }
}
