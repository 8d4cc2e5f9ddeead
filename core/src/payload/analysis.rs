//! One analysis object.

use super::keys::{Key, KeySet};
use super::place::{Place, misplaced};
use super::{A_TIME, AN_ANALYSIS};
use crate::error::{Error, ErrorCode, WordError};
use crate::excerpt::quoted;
use crate::json::{Cursor, Kind, Raw};
use crate::path::joined;
use crate::sighting::Sighting;
use crate::time_text;
use crate::times;
use alloc::borrow::Cow;
use core::str::FromStr;

/// Reads the analysis that stands at a place.
pub(super) fn sighting<'a>(cursor: &mut Cursor<'a>, place: Place<'_>) -> Result<Sighting<'a>, Error> {
    if cursor.kind()? != Kind::Object {
        return Err(misplaced(ErrorCode::WrongShape, place.path(), AN_ANALYSIS, cursor));
    }
    let mut sighting = Sighting::new();
    let mut other_id = None;
    fields(cursor, place, &mut sighting, &mut other_id)?;
    with_one_id(sighting, other_id, place)
}

fn fields<'a>(
    cursor: &mut Cursor<'a>,
    place: Place<'_>,
    sighting: &mut Sighting<'a>,
    other_id: &mut Option<Cow<'a, str>>,
) -> Result<(), Error> {
    let mut keys = KeySet::default();
    let mut is_first = true;
    cursor.enter();
    while let Some(key) = cursor.next_key(&mut is_first)? {
        let Some(key) = key.with(Key::of).filter(|&key| key != Key::SystemResolution) else {
            cursor.pass()?;
            continue;
        };
        if !keys.insert(key) {
            return Err(place.repeated(key));
        }
        let kind = cursor.kind()?;
        if kind == Kind::Null {
            cursor.pass()?;
            continue;
        }
        let name_of = match key {
            Key::AnalyseId => &mut sighting.analyse_id,
            Key::AnalysisId => &mut *other_id,
            Key::FolderId => &mut sighting.folder_id,
            Key::GroupId => &mut sighting.group_id,
            Key::Type => &mut sighting.kind,
            Key::State => {
                sighting.state = Some(word(cursor, kind, place, key)?);
                continue;
            }
            Key::TimeUpdated => {
                sighting.time_updated = Some(time(cursor, kind, place, key)?);
                continue;
            }
            Key::Analyses => {
                let expected = "no analyses within an analysis";
                return Err(misplaced(ErrorCode::WrongShape, place.key(key), expected, cursor));
            }
            _ => {
                let outcome = Some(word(cursor, kind, place, key)?);
                if key == Key::Resolution {
                    sighting.resolution = outcome;
                } else {
                    sighting.resolution_status = outcome;
                }
                continue;
            }
        };
        *name_of = Some(name(cursor, kind, place, key)?);
    }
    Ok(())
}

/// With the one id that both keys name.
fn with_one_id<'a>(
    mut sighting: Sighting<'a>,
    other: Option<Cow<'a, str>>,
    place: Place<'_>,
) -> Result<Sighting<'a>, Error> {
    if let (Some(id), Some(other)) = (&sighting.analyse_id, &other)
        && id != other
    {
        let expected = joined(&["analysis_id to be the analyse_id ", &quoted(id)]);
        return Err(Error::new(ErrorCode::ConflictingIds, place.key(Key::AnalysisId), expected).with_found(other));
    }
    sighting.analyse_id = sighting.analyse_id.or(other);
    Ok(sighting)
}

fn text<'a>(cursor: &mut Cursor<'a>, kind: Kind, place: Place<'_>, key: Key) -> Result<Raw<'a>, Error> {
    if kind == Kind::String { cursor.string() } else { Err(place.mistyped(key, cursor)) }
}

/// A name that is not empty.
pub(super) fn name<'a>(cursor: &mut Cursor<'a>, kind: Kind, place: Place<'_>, key: Key) -> Result<Cow<'a, str>, Error> {
    let name = text(cursor, kind, place, key)?.decoded();
    if name.is_empty() {
        return Err(Error::new(ErrorCode::EmptyName, place.key(key), "a name").with_found(""));
    }
    Ok(name)
}

/// A word of the vocabulary asked for.
pub(super) fn word<W: FromStr<Err = WordError>>(
    cursor: &mut Cursor<'_>,
    kind: Kind,
    place: Place<'_>,
    key: Key,
) -> Result<W, Error> {
    text(cursor, kind, place, key)?.with(W::from_str).map_err(|error| Error::word(place.key(key), &error))
}

fn time(cursor: &mut Cursor<'_>, kind: Kind, place: Place<'_>, key: Key) -> Result<i64, Error> {
    let (time, found) = if kind == Kind::Number {
        let number = cursor.pass()?;
        (Some(time_text::of_number(number)), Cow::Borrowed(number))
    } else {
        let text = text(cursor, kind, place, key)?.decoded();
        (time_text::of_string(&text), text)
    };
    match time {
        Some(time) if times::in_range(time) => Ok(time),
        Some(_) => Err(times::out_of_range(place.key(key)).with_found(&found)),
        None => Err(Error::new(ErrorCode::InvalidTime, place.key(key), A_TIME).with_found(&found)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::{AnalysisResolution, AnalysisState};

    #[test]
    fn every_key_has_its_own_field() {
        let text = concat!(
            r#"{"analyse_id":"a","folder_id":"f","group_id":"g","type":"t","state":"FINISHED","#,
            r#""resolution_status":"SUCCESS","resolution":"DECLINED","time_updated":"2023-11-14T22:13:20Z","#,
            r#""system_resolution":7}"#,
        );
        let expected = Sighting::new()
            .analyse_id("a")
            .folder_id("f")
            .group_id("g")
            .kind("t")
            .state(AnalysisState::Finished)
            .resolution_status(AnalysisResolution::Success)
            .resolution(AnalysisResolution::Declined)
            .time_updated(1_700_000_000_000_000);
        assert_eq!(sighting(&mut Cursor::new(text), Place::Index(0)), Ok(expected));
        let other = sighting(&mut Cursor::new(r#"{"analysis_id":"a"}"#), Place::Index(0));
        assert_eq!(other, Ok(Sighting::new().analyse_id("a")));
    }

    #[test]
    fn a_time_out_of_range_is_told_as_it_stands() {
        let refused = sighting(&mut Cursor::new(r#"{"time_updated":17e11}"#), Place::Index(3));
        let refused = refused.expect_err("milliseconds");
        assert_eq!(refused.code(), ErrorCode::TimeOutOfRange);
        assert_eq!((refused.path(), refused.found()), ("analyses[3].time_updated", Some("17e11")));
    }
}
