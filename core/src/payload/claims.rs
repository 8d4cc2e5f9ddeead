//! What an object says of its folder, judged once it is known to be one.

use super::analysis::{name, word};
use super::keys::Key;
use super::place::Place;
use crate::error::Error;
use crate::json::{Cursor, Kind};
use crate::sighting::Claims;

/// Where the values of a folder's keys stand.
#[derive(Default)]
pub(super) struct ClaimsAt<'a> {
    folder_id: Option<Cursor<'a>>,
    resolution_status: Option<Cursor<'a>>,
    system_resolution: Option<Cursor<'a>>,
    state: Option<Cursor<'a>>,
    repeated: Option<Key>,
}

impl<'a> ClaimsAt<'a> {
    /// Remembers the value of a folder's key that begins here; other keys do not matter.
    pub(super) fn note(&mut self, key: Key, is_new: bool, here: Cursor<'a>) {
        let noted = match key {
            Key::FolderId => &mut self.folder_id,
            Key::ResolutionStatus => &mut self.resolution_status,
            Key::SystemResolution => &mut self.system_resolution,
            Key::State => &mut self.state,
            _ => return,
        };
        *noted = Some(here);
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
    value: Option<Cursor<'a>>,
    key: Key,
    read: impl FnOnce(&mut Cursor<'a>, Place<'_>, Key) -> Result<T, Error>,
) -> Result<Option<T>, Error> {
    let Some(mut value) = value else { return Ok(None) };
    if value.kind()? == Kind::Null { Ok(None) } else { read(&mut value, Place::Folder, key).map(Some) }
}
