//! JSON text: a reader that goes over a payload once and builds only what is asked for, and the writing of verdicts.
//!
//! The reader is our own because a verdict's cost is that of skipping what nobody reads, in time and in the size of the
//! module that browsers load; the differential tests hold it to `serde_json`.

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
mod block;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[path = "block_simd.rs"]
mod block;
mod cursor;
mod malformed;
mod nesting;
mod scan;
mod string;
mod value;
mod write;

pub(crate) use cursor::{Cursor, Kind};
pub(crate) use string::Raw;
pub(crate) use write::{Write, write_list};

use crate::error::Error;
use crate::verdict::Verdict;
use alloc::string::String;

/// Whether a text is one JSON number and nothing else.
pub(crate) fn is_number(text: &str) -> bool {
    scan::number(text.as_bytes(), 0) == Ok(text.len())
}

/// A string as JSON writes it.
pub(crate) fn quoted(text: &str) -> String {
    written(text, 0)
}

fn written<T: Write + ?Sized>(value: &T, room: usize) -> String {
    let mut text = String::with_capacity(room);
    value.write(&mut text);
    text
}

impl Verdict<'_> {
    /// The canonical JSON (RULES.md, The verdict): one line, the same bytes from every consumer.
    ///
    /// ```
    /// use oz_status::{Folder, Options};
    /// let text = Folder::new().verdict(&Options::new()).to_json();
    /// assert!(text.starts_with(r#"{"rules":1,"folder_id":null,"folder_status":"INITIAL""#));
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        // most fit
        written(self, 1024)
    }
}

impl Error {
    /// The refusal as one line of JSON, absent values `null`: code, path, found, expected, line, column.
    ///
    /// ```
    /// use oz_status::{resolve, Options};
    /// let error = resolve(br#"{"analyses":null}"#, &Options::new()).unwrap_err();
    /// assert!(error.to_json().starts_with(r#"{"code":"missing_analyses","path":"analyses","found":null,"#));
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        written(self, 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorCode;
    use crate::folder::Folder;
    use crate::options::Options;

    #[test]
    fn verdicts_and_refusals_are_one_line_with_every_key() {
        let refused = Error::new(ErrorCode::InvalidJson, "a\"b", "more").with_found("\n").at(2, 13);
        let text = r#"{"code":"invalid_json","path":"a\"b","found":"\n","expected":"more","line":2,"column":13}"#;
        assert_eq!(refused.to_json(), text);
        let mut folder = Folder::new();
        folder.observe_json(br#"{"state":"FAILED","group_id":"g","time_updated":1700000000}"#).expect("a sighting");
        folder
            .observe_json(br#"{"state":"FAILED","time_updated":"1700000001.5","type":"LIVENESS"}"#)
            .expect("a sighting");
        let text = concat!(
            r#"{"rules":1,"folder_id":null,"folder_status":"FAILED","system_resolution":"FAILED","decision":"RETRY","#,
            r#""determining":[{"index":0,"analyse_id":null,"group_id":"g","type":null},"#,
            r#"{"index":1,"analyse_id":null,"group_id":null,"type":"QUALITY"}],"last_finished":["g",null],"groups":["#,
            r#"{"group_id":"g","resolution":"FAILED","finished_at_us":1700000000000000,"#,
            r#""counts":{"SUCCESS":0,"OPERATOR_REQUIRED":0,"DECLINED":0,"FAILED":1,"PROCESSING":0}},"#,
            r#"{"group_id":null,"resolution":"FAILED","finished_at_us":null,"#,
            r#""counts":{"SUCCESS":0,"OPERATOR_REQUIRED":0,"DECLINED":0,"FAILED":1,"PROCESSING":0}}],"required":[],"#,
            r#""findings":[{"code":"finish_order_ambiguous","path":"analyses","claimed":null,"computed":"FAILED","#,
            r#""reading":null},{"code":"group_id_missing","path":"analyses[1]","claimed":null,"computed":null,"reading":null}]}"#,
        );
        assert_eq!(folder.verdict(&Options::new()).to_json(), text);
    }

    #[test]
    fn a_number_is_one_number_and_nothing_else() {
        assert!(is_number("-1.5e3"));
        assert!(!is_number("1 ") && !is_number("") && !is_number("1e"));
    }
}
