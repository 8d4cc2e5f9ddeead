//! Folders in progress of being read, a few of them at hand.
//!
//! JavaScript keeps the sightings of each folder and so owns it; here only the folders used last are kept built, by
//! number. One that was dropped is rebuilt from its sightings. So nothing has to be freed, and memory is bounded by
//! the sightings of a few folders, however many were ever begun.

use alloc::vec::Vec;
use oz_status::Folder;

/// How many folders are kept built.
const KEPT: usize = 64;

/// The folder used last stands last.
#[derive(Debug, Default)]
pub(crate) struct Folders(Vec<(u32, Folder<'static>)>);

impl Folders {
    /// A folder without sightings, in place of what has its number.
    pub(crate) fn begin(&mut self, number: u32) {
        self.0.retain(|(kept, _)| *kept != number);
        if self.0.len() >= KEPT {
            self.0.remove(0);
        }
        self.0.push((number, Folder::new()));
    }

    /// The folder, if it is at hand with this many sightings.
    pub(crate) fn at_hand(&mut self, number: u32, sightings: usize) -> Option<&mut Folder<'static>> {
        let place = self.0.iter().rposition(|(kept, _)| *kept == number)?;
        let folder = self.0.remove(place);
        self.0.push(folder);
        self.0.last_mut().map(|(_, folder)| folder).filter(|folder| folder.sightings() == sightings)
    }
}
