//! Names as dense numbers.

use crate::same::same;
use crate::verdict::owned;
use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use alloc::vec;
use alloc::vec::Vec;
use core::mem;

/// Up to this many names are looked through one by one.
const FEW: usize = 12;
/// How many places of the table a name may stand in.
const PROBES: u32 = 16;

/// Numbers names in the order of their arrival.
///
/// Many names stand in a table by hash. Who knows the hash can choose names that crowd together: what finds no place
/// near its own goes into a search tree, so that no choice of names costs more than the tree does.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names<'a> {
    names: Vec<Cow<'a, str>>,
    /// Empty while the names are few, else a power of two and at least twice as many.
    table: Vec<Slot>,
    crowded: BTreeMap<Cow<'a, str>, u32>,
}

#[derive(Clone, Copy, Debug)]
struct Slot {
    hash: u32,
    /// `EMPTY` if none.
    number: u32,
}

const EMPTY: u32 = u32::MAX;

impl<'a> Names<'a> {
    pub(crate) fn number(&self, name: &str) -> Option<u32> {
        if self.table.is_empty() {
            let place = self.names.iter().position(|known| same(known, name))?;
            return u32::try_from(place).ok();
        }
        let hash = hash(name);
        for probe in 0..PROBES {
            let slot = self.table.get(self.index(hash, probe))?;
            if slot.number == EMPTY {
                return None;
            }
            if slot.hash == hash && self.get(Some(slot.number)).is_some_and(|known| same(known, name)) {
                return Some(slot.number);
            }
        }
        self.crowded.get(name).copied()
    }

    /// The name with a number, where there is one.
    pub(crate) fn get(&self, number: Option<u32>) -> Option<&Cow<'a, str>> {
        self.names.get(usize::try_from(number?).ok()?)
    }

    pub(crate) fn name(&self, number: Option<u32>) -> Option<Cow<'a, str>> {
        self.get(number).cloned()
    }

    pub(crate) fn len(&self) -> usize {
        self.names.len()
    }

    /// The number of a name, a new one if it was not seen. Fewer than 2^32 may come.
    pub(crate) fn number_or_insert(&mut self, name: Cow<'a, str>) -> u32 {
        if let Some(number) = self.number(&name) {
            return number;
        }
        let number = u32::try_from(self.names.len()).unwrap_or(EMPTY);
        self.names.push(name);
        if self.names.len() > FEW && self.names.len().saturating_mul(2) > self.table.len() {
            self.grow();
        } else if !self.table.is_empty() {
            self.put(number);
        }
        number
    }

    pub(crate) fn into_owned(self) -> Names<'static> {
        Names {
            names: self.names.into_iter().map(owned).collect(),
            table: self.table,
            crowded: self.crowded.into_iter().map(|(name, number)| (owned(name), number)).collect(),
        }
    }

    fn index(&self, hash: u32, probe: u32) -> usize {
        let mask = self.table.len().wrapping_sub(1);
        usize::try_from(hash.wrapping_add(probe)).map_or(0, |start| start & mask)
    }

    /// Puts the name with this number, which is not in the table yet, where it will be found.
    fn put(&mut self, number: u32) {
        let Some(name) = self.get(Some(number)) else { return };
        let hash = hash(name);
        self.settle(Slot { hash, number });
    }

    fn settle(&mut self, slot: Slot) {
        let mut places = (0..PROBES).map(|probe| self.index(slot.hash, probe));
        let free = places.find(|&index| self.table.get(index).is_some_and(|there| there.number == EMPTY));
        if let Some(place) = free.and_then(|index| self.table.get_mut(index)) {
            *place = slot;
        } else if let Some(name) = self.name(Some(slot.number)) {
            self.crowded.insert(name, slot.number);
        }
    }

    fn grow(&mut self) {
        let room = self.names.len().saturating_mul(2).saturating_add(1).next_power_of_two();
        let before = mem::replace(&mut self.table, vec![Slot { hash: 0, number: EMPTY }; room]);
        let crowded = mem::take(&mut self.crowded);
        // in the order of the table, which is nearly that of the larger one: memory is gone through, not jumped about in
        let placed = before.iter().filter(|slot| slot.number != EMPTY);
        placed.for_each(|&slot| self.settle(slot));
        crowded.into_values().for_each(|number| self.put(number));
        let numbers = u32::try_from(self.names.len()).unwrap_or(EMPTY);
        // the newest, and all of them where there was no table
        (if before.is_empty() { 0 } else { numbers.saturating_sub(1) }..numbers).for_each(|number| self.put(number));
    }
}

/// Good enough for ids; nothing relies on it but speed.
fn hash(name: &str) -> u32 {
    const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
    let (words, rest) = name.as_bytes().as_chunks::<8>();
    let mix = |hash: u64, word: u64| {
        let mixed = (hash ^ word).wrapping_mul(ODD);
        mixed ^ (mixed >> 32)
    };
    let mut hash = words.iter().fold(ODD, |hash, &word| mix(hash, u64::from_le_bytes(word)));
    hash = rest.iter().fold(hash, |hash, &byte| mix(hash, u64::from(byte)));
    u32::try_from(hash & u64::from(u32::MAX)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;
    use std::format;

    #[test]
    fn few_or_many_every_name_keeps_its_number() {
        let mut names = Names::default();
        for number in 0..if cfg!(miri) { 40 } else { 400 } {
            assert_eq!(names.number_or_insert(Cow::Owned(format!("n{number}"))), number);
            for known in 0..=number {
                assert_eq!(names.number_or_insert(Cow::Owned(format!("n{known}"))), known);
                assert_eq!(names.name(Some(known)).as_deref(), Some(&*format!("n{known}")));
            }
            assert_eq!(names.number("other"), None);
        }
        assert!(names.len() >= 40);
        assert_eq!(names.number(""), None);
    }

    #[test]
    fn few_names_need_no_table_and_more_fill_at_most_half_of_it() {
        let mut names = Names::default();
        let mut sizes = Vec::new();
        for number in 1..=129 {
            names.number_or_insert(Cow::Owned(format!("n{number}")));
            if [FEW, FEW + 1, 32, 33, 128, 129].contains(&number) {
                sizes.push(names.table.len());
            }
        }
        assert_eq!(sizes, [0, 32, 64, 128, 256, 512]);
    }

    #[test]
    fn ordinary_names_do_not_crowd() {
        let long = "a".repeat(40);
        let families: [&dyn Fn(u32) -> String; 5] = [
            &|number| format!("{number}"),
            &|number| format!("{number:08x}-0000-4000-8000-000000000000"),
            &|number| format!("00000000-0000-4000-8000-{number:012x}"),
            &|number| format!("{long}{number}"),
            &|number| format!("{number}{long}"),
        ];
        for family in families {
            let mut names = Names::default();
            for number in 0..if cfg!(miri) { 40 } else { 2000 } {
                assert_eq!(names.number_or_insert(Cow::Owned(family(number))), number);
            }
            assert!(names.crowded.len() < 20, "{} of {} crowd", names.crowded.len(), family(0));
        }
    }

    #[test]
    fn names_of_one_hash_are_told_apart() {
        let [one, other] = [COLLIDING[0], COLLIDING[1]].map(|end| format!("collidin{end}"));
        let mut names = Names::default();
        for number in 0..20 {
            names.number_or_insert(Cow::Owned(format!("n{number}")));
        }
        assert_eq!(names.number_or_insert(Cow::Borrowed(&one)), 20);
        assert_eq!(names.number(&other), None);
        assert_eq!(names.number_or_insert(Cow::Borrowed(&other)), 21);
        assert_eq!((names.number(&one), names.number(&other)), (Some(20), Some(21)));
        let owned = names.into_owned();
        assert_eq!((owned.number(&one), owned.number(&other)), (Some(20), Some(21)));
    }

    /// Behind `collidin`: names whose hash is 0, as the benchmark of hostile payloads makes them.
    const COLLIDING: [&str; 20] = [
        "*wLN=Y>w", "tT|aitbj", "BP#gSN!D", "W^y]a{aI", "@tK9@wmb", "2^)sX*Kf", "WD+:8kOb", "}Xi7?V`8", "pt3}k)zm",
        "Klvyo=fj", "TTOL[y*Q", "^ccgzB8,", "k#v:jBi+", "S~0Yc,yP", "*vsUg@eI", "zN?&)T)@", "Bx_BsPC~", "Wn?|;p|3",
        "mH^/9x3n", "+lYDQ>.Q",
    ];

    #[test]
    fn names_that_crowd_together_are_told_apart() {
        let crowd = COLLIDING.map(|end| format!("collidin{end}"));
        assert!(crowd.iter().all(|name| hash(name) == 0));
        let mut names = Names::default();
        for (number, name) in (0..).zip(&crowd) {
            assert_eq!(names.number_or_insert(Cow::Borrowed(name)), number);
        }
        assert!(!names.crowded.is_empty(), "the names do not crowd");
        names = names.into_owned();
        for (number, name) in (0..).zip(&crowd) {
            assert_eq!(names.number(name), Some(number));
        }
        // the table grows under them, and they stay what they are
        let count = u32::try_from(crowd.len()).expect("few");
        for more in 0..if cfg!(miri) { 30 } else { count * 25 } {
            assert_eq!(names.number_or_insert(Cow::Owned(format!("more {more}"))), count + more);
        }
        for (number, name) in (0..).zip(&crowd) {
            assert_eq!(names.number(name), Some(number));
        }
    }
}
