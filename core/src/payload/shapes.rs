//! The four shapes of a payload.

use super::analysis::sighting;
use super::claims::ClaimsAt;
use super::keys::{Key, KeySet};
use super::place::{Place, misplaced};
use crate::error::{Error, ErrorCode};
use crate::excerpt::quoted;
use crate::folder::Folder;
use crate::json::{Cursor, Kind};
use crate::names::Names;
use crate::path::joined;
use crate::types::canonical_type;
use alloc::string::String;

const WITH_ANALYSES: &str = "the folder with its analyses (ask for it with ?with_analyses=true)";
const A_PAYLOAD: &str = "a folder object, an array of analyses, an analysis object or a Web SDK callback";

/// Reads a payload of any shape into a folder of which nothing was seen.
pub(super) fn payload<'a>(text: &'a str, folder: &mut Folder<'a>) -> Result<(), Error> {
    let mut cursor = Cursor::new(text);
    let is_lone = match cursor.kind()? {
        Kind::Array => elements(&mut cursor, folder).map(|()| false)?,
        Kind::Object => object(&mut cursor, folder)?,
        _ => {
            let mut value = cursor;
            value.pass()?;
            value.end()?;
            return Err(misplaced(ErrorCode::WrongShape, String::new(), A_PAYLOAD, &mut cursor));
        }
    };
    cursor.end()?;
    if is_lone { folder.observe(sighting(&mut Cursor::new(text), Place::Index(0))?) } else { Ok(()) }
}

/// An object: whether it is a lone analysis, of which nothing is taken yet.
fn object<'a>(cursor: &mut Cursor<'a>, folder: &mut Folder<'a>) -> Result<bool, Error> {
    let mut claims = ClaimsAt::default();
    let mut keys = KeySet::default();
    let (mut has_analyses, mut has_id) = (false, false);
    let mut is_first = true;
    cursor.enter();
    while let Some(key) = cursor.next_key(&mut is_first)? {
        let Some(key) = key.with(Key::of) else {
            cursor.pass()?;
            continue;
        };
        let is_new = keys.insert(key);
        if key == Key::Analyses {
            if !is_new {
                return Err(Place::Folder.repeated(key));
            }
            has_analyses = analyses(cursor, folder)?;
            continue;
        }
        let kind = cursor.kind()?;
        claims.note(key, is_new, kind, *cursor);
        has_id |= matches!(key, Key::AnalyseId | Key::AnalysisId) && kind != Kind::Null;
        cursor.pass()?;
    }
    if has_analyses {
        folder.claim(claims.read()?)?;
        return Ok(false);
    }
    if has_id { Ok(true) } else { Err(missing()) }
}

#[cold]
fn missing() -> Error {
    Error::new(ErrorCode::MissingAnalyses, "analyses", WITH_ANALYSES)
}

/// The value of `analyses`: whether there is one.
fn analyses<'a>(cursor: &mut Cursor<'a>, folder: &mut Folder<'a>) -> Result<bool, Error> {
    match cursor.kind()? {
        Kind::Null => cursor.pass().map(|_| false),
        Kind::Array => elements(cursor, folder).map(|()| true),
        Kind::Object => keyed(cursor, folder).map(|()| true),
        _ => Err(Place::Folder.mistyped(Key::Analyses, cursor)),
    }
}

/// An array of analyses.
fn elements<'a>(cursor: &mut Cursor<'a>, folder: &mut Folder<'a>) -> Result<(), Error> {
    let mut is_first = true;
    cursor.enter();
    while cursor.next_element(&mut is_first)? {
        let sighting = sighting(cursor, Place::Index(folder.sightings()))?;
        folder.observe(sighting)?;
    }
    Ok(())
}

/// Analyses keyed by type; none at all are missing analyses.
fn keyed<'a>(cursor: &mut Cursor<'a>, folder: &mut Folder<'a>) -> Result<(), Error> {
    let mut types = Names::default();
    let mut is_first = true;
    cursor.enter();
    while let Some(key) = cursor.next_key(&mut is_first)? {
        let key = key.decoded();
        let place = Place::Key(&key);
        let kind = canonical_type(key.clone());
        if key.is_empty() {
            return Err(Error::new(ErrorCode::EmptyName, place.path(), "an analysis type as key").with_found(""));
        }
        if types.number(&kind).is_some() {
            let expected = "every type once, aliases resolved";
            return Err(Error::new(ErrorCode::DuplicateKey, place.path(), expected).with_found(&key));
        }
        types.number_or_insert(kind.clone());
        let mut sighting = sighting(cursor, place)?;
        if let Some(own) = sighting.kind.replace(kind.clone())
            && canonical_type(own.clone()) != kind
        {
            let expected = joined(&["the type ", &quoted(&kind), " of its key"]);
            return Err(Error::new(ErrorCode::ConflictingTypes, place.key(Key::Type), expected).with_found(&own));
        }
        folder.observe_at(place.path(), sighting)?;
    }
    if types.len() == 0 { Err(missing()) } else { Ok(()) }
}
