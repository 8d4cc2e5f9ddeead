//! Values of keys that are read: strings, or null.

use crate::json;
use alloc::borrow::Cow;

/// What stands where a string is expected.
pub(super) enum Scalar<'a> {
    Null,
    Text(Cow<'a, str>),
    /// Something else, as it stands in the payload; of a container only what it is.
    Wrong(&'a str),
}

/// How a container is shown that is in the wrong place.
pub(super) const AN_ARRAY: &str = "[...]";
pub(super) const AN_OBJECT: &str = "{...}";

/// A scalar from the text of a value that was only checked.
pub(super) fn of_text(raw: &str) -> Result<Scalar<'_>, serde_json::Error> {
    Ok(match raw.as_bytes().first() {
        Some(b'"') => Scalar::Text(json::string(raw)?),
        Some(b'n') => Scalar::Null,
        Some(b'[') => Scalar::Wrong(AN_ARRAY),
        Some(b'{') => Scalar::Wrong(AN_OBJECT),
        _ => Scalar::Wrong(raw),
    })
}

/// For visitors: what is neither null nor a container, handed to one method; numbers are refused once all ends, when
/// their text is known.
///
/// A visitor here has every method, for the library's own name what was found, and bring along how numbers are written.
macro_rules! scalars {
    ($value:ty, $method:ident) => {
        fn visit_bool<E: serde::de::Error>(self, found: bool) -> Result<$value, E> {
            self.$method(if found { "true" } else { "false" })
        }

        fn visit_i64<E: serde::de::Error>(self, _: i64) -> Result<$value, E> {
            Err(E::custom(crate::json::MISPLACED_NUMBER))
        }

        fn visit_u64<E: serde::de::Error>(self, _: u64) -> Result<$value, E> {
            Err(E::custom(crate::json::MISPLACED_NUMBER))
        }

        fn visit_f64<E: serde::de::Error>(self, _: f64) -> Result<$value, E> {
            Err(E::custom(crate::json::MISPLACED_NUMBER))
        }

        fn visit_str<E: serde::de::Error>(self, found: &str) -> Result<$value, E> {
            self.$method(&crate::json::quoted(found))
        }
    };
}

pub(super) use scalars;
