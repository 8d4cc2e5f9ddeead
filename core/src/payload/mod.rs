//! Reading payloads (RULES.md, Payloads): the four shapes, and nothing that is not asked for.

mod analysis;
mod claims;
mod keys;
mod place;
mod shapes;

use crate::error::{Error, ErrorCode};
use crate::excerpt::push_hex;
use crate::folder::Folder;
use crate::json::Cursor;
use crate::options::Options;
use crate::path::joined;
use crate::verdict::Verdict;
use alloc::string::{String, ToString};
use place::Place;

const AN_ANALYSIS: &str = "an analysis object";
const ANALYSES: &str = "an array of analyses, or an object of analyses keyed by type";
const A_TIME: &str = "seconds since 1970 or an RFC 3339 time";

/// The verdict on a payload: a folder, an array of analyses, one analysis, or a Web SDK callback, as UTF-8 JSON text.
///
/// One pass over the text (two for a lone analysis); what is not needed is checked and skipped without being built,
/// at any depth.
///
/// # Errors
/// Whatever cannot be judged is refused, never guessed: see [`ErrorCode`].
///
/// ```
/// use oz_status::{resolve, Decision, Options};
/// let callback = br#"{"state":"finished","analyses":{"quality":{"state":"finished","resolution":"success"}}}"#;
/// let verdict = resolve(callback, &Options::new().require(["QUALITY"])?)?;
/// assert_eq!(verdict.decision, Decision::Accept);
/// // a folder asked for without its analyses cannot be judged (C6)
/// let error = resolve(br#"{"resolution_status":"FINISHED"}"#, &Options::new()).unwrap_err();
/// assert_eq!(error.code().as_str(), "missing_analyses");
/// # Ok::<(), oz_status::Error>(())
/// ```
pub fn resolve<'a>(payload: &'a [u8], options: &Options) -> Result<Verdict<'a>, Error> {
    Ok(Folder::from_json(payload)?.verdict(options))
}

impl<'a> Folder<'a> {
    /// Reads a payload of any shape; further sightings may follow.
    ///
    /// # Errors
    /// As [`resolve`].
    ///
    /// ```
    /// use oz_status::{Folder, Options, Resolution};
    /// let folder = Folder::from_json(br#"[{"resolution":"DECLINED"}]"#)?;
    /// assert_eq!(folder.verdict(&Options::new()).system_resolution, Resolution::Declined);
    /// # Ok::<(), oz_status::Error>(())
    /// ```
    pub fn from_json(payload: &'a [u8]) -> Result<Folder<'a>, Error> {
        let mut folder = Folder::new();
        shapes::payload(text_of(payload)?, &mut folder)?;
        Ok(folder)
    }
}

impl Folder<'static> {
    /// Takes one sighting as JSON text: an analysis object, as an answer or webhook has it. The text is not kept.
    ///
    /// # Errors
    /// As [`Folder::observe`] and [`resolve`]; nothing has changed.
    ///
    /// ```
    /// use oz_status::{Decision, Folder, Options};
    /// let mut folder = Folder::new();
    /// folder.observe_json(br#"{"analyse_id":"a1","type":"QUALITY","state":"PROCESSING"}"#)?;
    /// assert!(folder.observe_json(br#"{"analyse_id":"a1","state":"FINISHED"}"#).is_err());
    /// assert_eq!(folder.verdict(&Options::new()).decision, Decision::Wait);
    /// # Ok::<(), oz_status::Error>(())
    /// ```
    pub fn observe_json(&mut self, sighting: &[u8]) -> Result<(), Error> {
        let mut cursor = Cursor::new(text_of(sighting)?);
        let sighting = analysis::sighting(&mut cursor, Place::Index(self.sightings()))?;
        cursor.end()?;
        self.observe(sighting.into_owned())
    }
}

fn text_of(payload: &[u8]) -> Result<&str, Error> {
    core::str::from_utf8(payload).map_err(|error| {
        let start = error.valid_up_to();
        let mut wrong = String::from("byte 0x");
        payload.get(start).into_iter().for_each(|&byte| push_hex(&mut wrong, byte));
        Error::new(ErrorCode::InvalidUtf8, "", "UTF-8 text").with_found(&joined(&[
            &wrong,
            " at offset ",
            &start.to_string(),
        ]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scalar_alone_is_refused_where_it_breaks_or_as_a_whole() {
        for (text, code, expected, column) in [
            ("\"abc", "invalid_json", "a quote at the end of the string", Some(5)),
            (r#""\x""#, "invalid_json", "one of the nine escapes", Some(2)),
            ("tru", "invalid_json", "a value", Some(1)),
            (" -", "invalid_json", "a digit", Some(3)),
            ("1 2", "invalid_json", "nothing behind the value", Some(3)),
            ("true", "wrong_shape", "", None),
            (" \"SUCCESS\" ", "wrong_shape", "", None),
        ] {
            let refused = Folder::from_json(text.as_bytes()).expect_err(code);
            assert_eq!((refused.code().as_str(), refused.column()), (code, column), "{text}");
            assert!(refused.expected().ends_with(expected), "{text}: {}", refused.expected());
        }
    }

    #[test]
    fn a_sighting_that_cannot_be_read_changes_nothing() {
        let mut folder = Folder::new();
        for (sighting, code) in [
            (&b"{\"analyse_id\":\"\xff\"}"[..], "invalid_utf8"),
            (b"", "invalid_json"),
            (b"{\"state\":}", "invalid_json"),
            (b"{\"state\":\"FAILED\"} {}", "invalid_json"),
            (b"[]", "wrong_shape"),
            (b"{\"state\":1}", "wrong_type"),
            (b"{\"state\":\"FINISHED\"}", "missing_outcome"),
        ] {
            let refused = folder.observe_json(sighting).expect_err(code);
            assert_eq!((refused.code().as_str(), folder.sightings()), (code, 0));
        }
        assert_eq!(folder.observe_json(b" {\"state\":\"FAILED\"} "), Ok(()));
        assert_eq!(folder.sightings(), 1);
        let misplaced = folder.observe_json(b"{\"state\":\"FINISHED\"}").expect_err("no outcome");
        assert_eq!(misplaced.path(), "analyses[1]");
    }
}
