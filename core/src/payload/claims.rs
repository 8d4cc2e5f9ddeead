//! What an object says of its folder, judged once it is known to be one.

use super::analysis::{name, word};
use super::keys::Key;
use super::place::Place;
use crate::error::Error;
use crate::json::{Cursor, Kind};
use crate::sighting::Claims;

/// Where a value stands, and what it is; null is absent.
type ValueAt<'a> = Option<(Kind, Cursor<'a>)>;

/// Where the values of a folder's keys stand.
#[derive(Default)]
pub(super) struct ClaimsAt<'a> {
    folder_id: ValueAt<'a>,
    resolution_status: ValueAt<'a>,
    system_resolution: ValueAt<'a>,
    state: ValueAt<'a>,
    repeated: Option<Key>,
}

impl<'a> ClaimsAt<'a> {
    /// Remembers the value of a folder's key that begins here; other keys do not matter.
    pub(super) fn note(&mut self, key: Key, is_new: bool, kind: Kind, here: Cursor<'a>) {
        let noted = match key {
            Key::FolderId => &mut self.folder_id,
            Key::ResolutionStatus => &mut self.resolution_status,
            Key::SystemResolution => &mut self.system_resolution,
            Key::State => &mut self.state,
            _ => return,
        };
        *noted = (kind != Kind::Null).then_some((kind, here));
        if !is_new {
            self.repeated = Some(key);
        }
    }

    pub(super) fn read(self) -> Result<Claims<'a>, Error> {
        if let Some(key) = self.repeated {
            return Err(Place::Folder.repeated(key));
        }
        Ok(Claims {
            folder_id: read(self.folder_id, Key::FolderId, name)?,
            folder_status: read(self.resolution_status, Key::ResolutionStatus, word)?,
            system_resolution: read(self.system_resolution, Key::SystemResolution, word)?,
            state: read(self.state, Key::State, word)?,
        })
    }
}

fn read<'a, T>(
    value: ValueAt<'a>,
    key: Key,
    read: impl FnOnce(&mut Cursor<'a>, Kind, Place<'_>, Key) -> Result<T, Error>,
) -> Result<Option<T>, Error> {
    value.map(|(kind, mut cursor)| read(&mut cursor, kind, Place::Folder, key)).transpose()
}
