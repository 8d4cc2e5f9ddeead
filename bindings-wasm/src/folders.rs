//! Folders in progress of being read, those at hand.
//!
//! JavaScript keeps the sightings of each folder and so owns it; it also decides which folders lie here, and where
//! (see `ts/at-hand.ts`). One that had to go is rebuilt from its sightings. So nothing has to be freed.

use alloc::vec::Vec;
use oz_status::Folder;

/// Folders by number; one that is not in use has no sightings.
#[derive(Debug, Default)]
pub(crate) struct Folders(Vec<Folder<'static>>);

impl Folders {
    /// A folder without sightings, in place of what has its number.
    pub(crate) fn begin(&mut self, number: u32) {
        let place = number as usize;
        while self.0.len() <= place {
            self.0.push(Folder::new());
        }
        if let Some(folder) = self.0.get_mut(place) {
            *folder = Folder::new();
        }
    }

    /// The folder with this number, whatever it holds.
    pub(crate) fn get(&mut self, number: u32) -> Option<&mut Folder<'static>> {
        self.0.get_mut(number as usize)
    }

    /// The folder, if it is at hand with this many sightings.
    pub(crate) fn at_hand(&mut self, number: u32, sightings: usize) -> Option<&mut Folder<'static>> {
        self.get(number).filter(|folder| folder.sightings() == sightings)
    }
}
